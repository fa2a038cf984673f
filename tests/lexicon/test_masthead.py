"""Lines of the masthead, the title block and the end: printed, read back, and read when damaged."""

import datetime

import pytest

from engross.lexicon import lexicon

DAY = datetime.date(2025, 3, 25)
CODES = ["en", "fr", "es", "ru", "ar", "zh"]
ORGANS = ["ga", "sc", "ecosoc", "hrc"]


def language(code):
    return lexicon().languages[code]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("organ", ORGANS)
def test_what_is_printed_is_recognised(code, organ):
    speech = language(code)
    assert speech.parse_organ(speech.organ_name(organ)) == organ
    words, mark = speech.formula(organ)
    formula = speech.parse_formula(f"{words}{mark}")
    assert (formula.organ, formula.end, formula.after, formula.runs_on) == (
        organ,
        len(words),
        len(words + mark),
        False,
    )
    number = "12 (b)"
    assert speech.parse_agenda_item(speech.agenda_item(organ, number)).number == number


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("organ", ["ga", "ecosoc", "hrc"])
def test_titles_sessions_and_meetings_are_recognised(code, organ):
    speech = language(code)
    adoption = speech.parse_adoption("\n".join(speech.adoption(organ, DAY)))
    assert (adoption.organ, adoption.date, adoption.plural) == (organ, DAY, False)
    for value in ("2025",) if organ == "ecosoc" else ("60", "74", "81", "ES-11", "S-32"):
        assert speech.parse_session(speech.session(organ, value)).value == value
    for number in ("1", "2", "11", "62", "103"):
        meeting = speech.parse_meeting(speech.meeting(organ, number))
        assert (meeting.number, meeting.resumed, meeting.plenary) == (number, False, organ != "hrc")


@pytest.mark.parametrize("code", CODES)
def test_the_security_council_has_lines_of_its_own(code):
    speech = language(code)
    symbol = lexicon().parse_symbol("S/RES/2728 (2024)")
    assert speech.parse_number_line(speech.number_line(symbol)).number == "2728 (2024)"
    held = speech.parse_adoption(speech.council_adoption("9586", DAY))
    assert (held.organ, held.date, held.meeting) == ("sc", DAY, "9586")
    written = speech.parse_adoption(speech.council_adoption("", DAY))
    assert (written.organ, written.date, written.meeting) == ("sc", DAY, "")


def test_number_lines_of_old_volumes_name_the_date():
    old = language("en").parse_number_line("18 (1947). Resolution of 13 February 1947")
    assert (old.number, old.date) == ("18 (1947)", datetime.date(1947, 2, 13))
    french = language("fr").parse_number_line("Résolution 1540 (2004)\ndu 28 avril 2004")
    assert (french.number, french.date) == ("1540 (2004)", datetime.date(2004, 4, 28))
    assert language("en").parse_number_line("Resolution of the matter") is None


@pytest.mark.parametrize("code", CODES)
def test_resumed_meetings_and_small_lines(code):
    speech = language(code)
    resumed = speech.parse_meeting(speech.meeting("ga", "50", resumed=True))
    assert (resumed.number, resumed.resumed) == ("50", True)
    assert speech.parse_distribution(speech.distribution("general")) == "general"
    assert speech.parse_distribution(speech.distribution("limited")) == "limited"
    assert speech.parse_original(speech.original("fr")) == "fr"
    assert speech.parse_organization(speech.organization)


@pytest.mark.parametrize(
    ("code", "organ", "line"),
    [
        ("fr", "ga", "Soixantième session"),
        ("en", "ga", "Sixtieth session"),
        ("es", "hrc", "60º período de sesiones"),
        ("ru", "ga", "Шестидесятая сессия"),
        ("ar", "ga", "الدورة الستون"),
        ("zh", "ga", "第六十届会议"),
    ],
)
def test_session_lines(code, organ, line):
    assert language(code).session(organ, "60") == line


def test_sessions_of_other_kinds():
    assert language("en").session("ga", "ES-10") == "Tenth emergency special session"
    assert language("fr").session("ecosoc", "2025") == "Session de 2025"
    assert language("en").session("ga", "XXVI") == "Twenty-sixth session"


def test_spaces_hyphens_and_capitals_of_extraction_do_not_matter():
    assert language("en").parse_session("EIGHTY -FIRST  SESSION").value == "81"
    assert language("fr").parse_session("Soixante‑dix‑septième\u00a0session").value == "77"
    assert language("en").parse_session("60th session").value == "60"
    assert language("en").parse_session("an informal session") is None


@pytest.mark.parametrize(
    ("code", "line", "number", "rest"),
    [
        ("fr", "Point 57, b, de l'ordre du jour", "57 (b)", ""),
        ("fr", "Points 20 et 22 c) de l’ordre du jour", "20 and 22 (c)", ""),
        ("en", "Agenda items 13 (a) and 65", "13 (a) and 65", ""),
        ("en", "Agenda item 18 (l) Sustainable footnotes", "18 (l)", "Sustainable footnotes"),
        ("en", "Agenda item 71 A culture of notes", "71", "A culture of notes"),
        ("es", "Tema 3 de la agenda", "3", ""),
        ("ru", "Пункт 19 с) повестки дня", "19 (c)", ""),
        ("ar", "البند 99 (ز ز) من جدول الأعمال", "99 (gg)", ""),
        ("zh", "议程项目 18 (d)", "18 (d)", ""),
    ],
)
def test_agenda_items_old_and_damaged(code, line, number, rest):
    found = language(code).parse_agenda_item(line)
    assert (found.number, found.rest) == (number, rest)


def test_agenda_items_as_printed():
    assert language("fr").agenda_item("ga", "57 (b)") == "Point 57 b) de l’ordre du jour"
    assert language("ar").agenda_item("ga", "18 (d)") == "البند 18 (د) من جدول الأعمال"
    assert language("zh").agenda_item("ga", "18 (d)") == "议程项目18(d)"
    assert language("fr").agenda_item("ga", "20 and 22 (c)") == "Points 20 et 22 c) de l’ordre du jour"


def test_adoption_lines_broken_or_plural():
    french = language("fr")
    assert french.adoption("ga", DAY) == ("Résolution adoptée par l’Assemblée générale", "le 25\u00a0mars 2025")
    broken = french.parse_adoption("Résolution adoptée par l'Assemblée générale")
    assert (broken.organ, broken.date) == ("ga", None)
    assert french.parse_adoption("\n".join(french.adoption("ga", DAY, plural=True))).plural
    assert language("en").parse_adoption(
        "Adopted by the Security Council at its 9388th meeting, on27\u00a0July\u00a02023"
    ).date == datetime.date(2023, 7, 27)
    assert french.parse_adoption("Résolution adoptée par l’Assemblée générale le 32 mars 2025") is None


@pytest.mark.parametrize(
    ("code", "line", "origin", "committee"),
    [
        ("en", "[on the report of the Second Committee (A/79/500, para. 9)]", "report", "secondCommittee"),
        (
            "fr",
            (
                "[sur la base du rapport de la Commission des questions politiques spéciales et de la\n"
                "décolonisation (Quatrième Commission) (A/78/429, par. 33)]"
            ),
            "report",
            "fourthCommittee",
        ),
        ("es", "[sin remisión previa a una Comisión Principal (A/79/L.63)]", "none", "noMainCommittee"),
        ("ru", "[по рекомендации Комиссии по сноскам (E/2025/26)]", "recommendation", ""),
        ("ar", "[بناء على تقرير اللجنة الأولى (A/79/403، الفقرة 7)]", "report", "firstCommittee"),
        ("zh", "[根据全体会议审议的一项提案 (E/2025/L.14)]", "proposal", "plenaryMeeting"),
    ],
)
def test_origin_lines(code, line, origin, committee):
    found = language(code).parse_proponent(line)
    assert (found.origin, found.committee, len(found.symbols)) == (origin, committee, 1)


def test_prose_is_no_origin_line():
    assert language("en").parse_proponent("The report of the Second Committee is long.") is None
    assert language("en").parse_proponent("[To be determined]") is None


def test_the_formula_runs_on_or_lacks_its_accents():
    found = language("en").parse_formula("The General Assembly, recalling its footnotes,")
    assert (found.end, found.after, found.runs_on) == (20, 21, True)
    assert language("fr").parse_formula("L'Assemblee generale,").organ == "ga"
    assert language("en").parse_formula("The General Assembly").organ == "ga"
    assert language("en").parse_formula("The General Assembly is aware of footnotes") is None


def test_votes():
    without = language("en").parse_vote("[Adopted without a vote.]")
    assert without.role == "without-vote"
    recorded = language("fr").parse_vote(
        "[Adoptée à l’issue d’un vote enregistré par 23 voix contre 4, avec 20 abstentions. Les voix se"
    )
    assert (recorded.role, recorded.in_favour, recorded.against, recorded.abstaining) == ("recorded", 23, 4, 20)
    assert language("ru").parse_vote("Воздержались:").role == "abstaining"
    old = language("en").parse_vote("Adopted at the 105th meeting by 10 votes to none, with 1 abstention (Footnotia).")
    assert (old.in_favour, old.against, old.abstaining, old.meeting) == (10, 0, 1, "105")
    unanimous = language("fr").parse_vote("Adoptée à l’unanimité à la 5235e\nséance.")
    assert (unanimous.role, unanimous.meeting) == ("unanimous", "5235")
    assert language("en").parse_vote("Against all odds") is None


def test_a_meeting_and_its_date_on_one_line():
    found = language("fr").parse_meeting("68e séance plénière 22 décembre 2005")
    assert (found.number, found.date, found.end) == ("68", datetime.date(2005, 12, 22), 19)
    assert language("en").parse_meeting("62nd plenary meeting, held on 25 March 2025") is None


def test_committees_by_name():
    assert language("en").parse_committee("Second Committee") == "secondCommittee"
    assert language("en").parse_committee("The Second Committee met") is None
    assert language("fr").committee_name("fifthCommittee") == "Cinquième Commission"


def test_ibid():
    assert language("ru").is_ibid("Там же, приложение II.")
    assert language("fr").is_ibid("Ibid., annexe.")
    assert language("zh").is_ibid("同上，附件二。")
    assert not language("en").is_ibid("See resolution 70/1.")


def test_guessing_the_language_of_a_short_text():
    for code, text in {
        "en": "The General Assembly, Recalling its resolution on footnotes,",
        "fr": "L’Assemblée générale, Rappelant sa résolution sur les notes,",
        "es": "La Asamblea General, Recordando su resolución sobre las notas,",
        "ru": "Distr.: General 25 March 2025 Генеральная Ассамблея, ссылаясь на свою резолюцию",
        "ar": "Distr.: General الجمعية العامة، إذ تشير إلى قرارها بشأن الحواشي",
        "zh": "A/RES/99/998 Distr.: General 大会，回顾其关于脚注的决议",
    }.items():
        assert lexicon().guess_language(text) == code
    assert lexicon().guess_language("12 – 34") is None


def test_the_lines_of_a_decision():
    for code, lines in {
        "en": ("Decision", "Plenary", "Other Decisions"),
        "fr": ("Décision", "Plénière", "Élections et nominations"),
        "es": ("DECISIÓN", "Pleno", "Otras decisiones"),
        "ru": ("Решение", "пленарное заседание", "Другие решения"),
        "ar": ("مقرر", "الجلسة العامة", "المقررات الأخرى"),
        "zh": ("决定", "全会", "选举和任命"),
    }.items():
        assert [language(code).parse_decision(line) for line in lines] == ["type", "plenary", "kind"], code
    assert language("en").parse_decision("Decisions of the Plenary") is None
