"""Names in running text: what counts as one, in each language, and what only looks like one."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest

from engross.lexicon import Lexicon, lexicon
from engross.lexicon.names import NameForms, expand
from engross.model.failure import Failure

NAMES = Path(__file__).parents[2] / "pipeline" / "engross" / "lexicon" / "names"


def named(language: str, text: str) -> list[tuple[str, str]]:
    """The ids of the names in a text, each with its words."""
    found = lexicon().cited(language).names.find(text)
    return [(name.id, text[name.start : name.end]) for name in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Requests the Secretary-General to report to the General Assembly;", ["secretaryGeneral", "ga"]),
        ("en", "the Economic and Social Council and the Security Council,", ["ecosoc", "sc"]),
        ("en", "adoption by the General Assembly of the present text", ["ga"]),
        ("en", "the Second and the Fifth Committee", ["fifthCommittee"]),
        ("en", "Noting that UNESCO and UN-Women keep footnotes,", ["unesco", "unWomen"]),
        ("fr", "Prie le Secrétaire général de saisir l’Assemblée générale ;", ["secretaryGeneral", "ga"]),
        ("fr", "la Secrétaire générale et le Conseil des droits de l'homme", ["secretaryGeneral", "hrc"]),
        ("fr", "le Secrétariat et la CNUCED", ["secretariat", "unctad"]),
        ("es", "Solicita al Secretario General que informe a la Asamblea General;", ["secretaryGeneral", "ga"]),
        ("es", "la Secretaria General y el Consejo Económico y Social", ["secretaryGeneral", "ecosoc"]),
        ("ru", "просит Генерального секретаря доложить Генеральной Ассамблее", ["secretaryGeneral", "ga"]),
        ("ru", "созданной Генеральной Ассамблеей и Советом Безопасности", ["ga", "sc"]),
        ("ru", "в Экономическом и Социальном Совете и в МАГАТЭ", ["ecosoc", "iaea"]),
        ("ar", "وتطلب إلى الأمين العام أن يبلغ الجمعية العامة", ["secretaryGeneral", "ga"]),
        ("zh", "回顾大会和安全理事会的决议，请秘书长向大会提出报告", ["ga", "sc", "secretaryGeneral", "ga"]),
        ("zh", "安理会和经社理事会", ["sc", "ecosoc"]),
        ("zh", "联合国大会第二委员会", ["ga", "secondCommittee"]),
    ],
)
def test_bodies_and_offices_are_told_by_name(language: str, text: str, expected: list[str]) -> None:
    assert [name for name, _ in named(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "a general assembly of villagers keeps a security council of its own"),
        ("en", "the Peace and Security Council and the National Security Council"),
        ("en", "the Deputy Secretary-General, the Under-Secretary-General"),
        ("en", "the General Assembly of the Organization of Footnotes"),
        ("en", "the Secretary-General of the League of Typesetters"),
        ("en", "the Secretariat of the Convention on Commas"),
        ("fr", "la Vice-Secrétaire générale et le Secrétaire général adjoint"),
        ("fr", "une assemblée générale ; le Secrétaire général de la Ligue des notes"),
        ("es", "la Vicesecretaria General; el Secretario General Adjunto; una asamblea general"),
        ("ru", "Генеральная Ассамблея Организации примечаний; Генеральный секретарь Лиги примечаний"),
        ("ru", "на общем собрании и в совете безопасности завода"),
        ("ar", "والأمين العام لجامعة الحواشي، ومجلس الأمن القومي"),
        ("zh", "世界卫生大会、缔约方大会、审议大会和世界大会"),
        ("zh", "副秘书长、助理秘书长和东盟秘书长"),
        ("zh", "某某组织，大会第五号决议；国家安全理事会"),
    ],
)
def test_what_only_looks_like_a_name_is_none(language: str, text: str) -> None:
    assert named(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "name", "words"),
    [
        ("en", "Guided by the Charter of the United Nations,", "charter", "Charter of the United Nations"),
        (
            "en",
            "the Convention on the Rights\u00a0of the Child,",
            "child",
            "Convention on the Rights\u00a0of the Child",
        ),
        ("fr", "de la Charte des Nations Unies", "charter", "Charte des Nations Unies"),
        ("fr", "à l’Accord de Paris", "paris", "Accord de Paris"),
        ("es", "el pacto internacional y la Carta de las Naciones Unidas", "charter", "Carta de las Naciones Unidas"),
        (
            "ru",
            "в соответствии с Уставом Организации Объединенных Наций",
            "charter",
            "Уставом Организации Объединенных Наций",
        ),
        ("ru", "положения Женевских конвенций", "genevaConventions", "Женевских конвенций"),
        ("ar", "التقيد بميثاق الأمم المتحدة،", "charter", "بميثاق الأمم المتحدة"),
        ("ar", "وفقا لاتفاقية حقوق الطفل", "child", "لاتفاقية حقوق الطفل"),
        ("zh", "遵循《联合国宪章》的宗旨", "charter", "联合国宪章"),
    ],
)
def test_treaties_are_told_by_their_titles(language: str, text: str, name: str, words: str) -> None:
    assert named(language, text) == [(name, words)]


def test_the_longest_name_is_taken() -> None:
    text = "the Optional Protocol to the Convention on the Rights of Persons with Disabilities and the Rome Statute"
    assert [name for name, _ in named("en", text)] == ["disabilitiesProtocol", "romeStatute"]
    assert [name for name, _ in named("en", "the Office of the United Nations High Commissioner for Refugees")] == [
        "unhcr"
    ]


def test_an_arabic_name_is_marked_with_what_is_joined_to_it() -> None:
    assert named("ar", "قرارات للجمعية العامة وبمجلس الأمن") == [("ga", "للجمعية العامة"), ("sc", "وبمجلس الأمن")]


def test_an_article_before_the_letter_that_it_takes_is_written_with_one_letter_less() -> None:
    assert named("ar", "إلى اللجنة الخامسة وللجنة الخامسة") == [
        ("fifthCommittee", "اللجنة الخامسة"),
        ("fifthCommittee", "وللجنة الخامسة"),
    ]


def test_an_ending_is_no_other_word() -> None:
    assert named("ru", "Советник Безопасности и Парижские соглашения") == []


def test_kinds_of_apostrophe_space_and_hyphen_do_not_matter() -> None:
    assert named("en", "United Nations Children’s Fund") == [("unicef", "United Nations Children’s Fund")]
    assert named("en", "the Secretary‑General") == [("secretaryGeneral", "Secretary‑General")]
    assert named("fr", "le Conseil de\u00a0sécurité") == [("sc", "Conseil de\u00a0sécurité")]


def test_vowel_signs_drawn_out_letters_and_soft_hyphens_do_not_matter() -> None:
    assert named("ar", "قرار الجمعيــة العامَّة") == [("ga", "الجمعيــة العامَّة")]
    assert named("en", "the General Assem\u00adbly") == [("ga", "General Assem\u00adbly")]


def test_an_abbreviation_counts_in_capitals_only() -> None:
    forms = NameForms({"bodies": {"notes": ["NOTA"]}}, spaced=True)
    assert [name.id for name in forms.find("NOTA, Nota, nota, DENOTA, NOTA/99/1")] == ["notes"]


def test_letters_whose_small_form_is_longer_move_nothing() -> None:
    assert named("en", "İİİ the General Assembly") == [("ga", "General Assembly")]


def test_forms_are_expanded() -> None:
    assert expand("a[ b] <c|d>") == ["a c", "a d", "a b c", "a b d"]


def test_every_name_has_words_in_every_language_and_none_is_in_two_places() -> None:
    files = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in NAMES.glob("*.toml")}
    assert sorted(files) == ["ar", "en", "es", "fr", "ru", "zh"]
    for kind in ("bodies", "roles"):
        assert {frozenset(data[kind]) for data in files.values()} == {frozenset(files["en"][kind])}
    for code, data in files.items():
        assert set(data["treaties"]) <= set(files["en"]["treaties"])
        forms = [
            each
            for kind in ("bodies", "roles", "treaties")
            for all_ in data[kind].values()
            for f in all_
            for each in expand(f)
        ]
        assert len(forms) == len(set(forms)), code


def test_a_folder_may_add_names(tmp_path: Path) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "en.toml").write_text('[bodies]\nguild = ["Guild of Typesetters"]\n', encoding="utf-8")
    found = Lexicon.load(tmp_path).cited("en").names.find("the Guild of Typesetters and the General Assembly")
    assert [name.id for name in found] == ["guild", "ga"]


def test_a_broken_file_of_names_is_named(tmp_path: Path) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "en.toml").write_text("[bodies\n", encoding="utf-8")
    with pytest.raises(Failure, match=r"names/en\.toml"):
        Lexicon.load(tmp_path).cited("en")


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("en", "United Nations Convention on the "),
        ("en", "General Assembly "),
        ("ru", "Международной конвенции о ликвидации всех форм "),
        ("ar", "والاتفاقية الدولية للقضاء على جميع أشكال "),
        ("zh", "大会"),
    ],
)
def test_time_grows_with_the_text_alone(language: str, piece: str) -> None:
    forms = lexicon().cited(language).names
    forms.find(piece)

    def measure(times: int) -> float:
        start = time.process_time()
        forms.find(piece * times)
        return time.process_time() - start

    short = max(min(measure(1_000) for _ in range(3)), 0.0005)
    assert min(measure(8_000) for _ in range(3)) < 40 * short
