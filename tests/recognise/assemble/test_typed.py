"""Plain text: paragraphs, furniture and notes by the shape of lines."""

from tests.recognise.assemble.invented import codes, furniture, notes, paragraphs, typed


def test_lines_become_a_paragraph():
    flow = typed("""
        Recalling the International Year of Footnotes, proclaimed by the General Assembly
        in its resolution on the matter, and the achievements of that year,

        Taking note of the report of the Secretary-General,
    """)
    assert paragraphs(flow) == [
        (
            "Recalling the International Year of Footnotes, proclaimed by the General Assembly in its resolution on "
            "the "
            "matter, and the achievements of that year,"
        ),
        "Taking note of the report of the Secretary-General,",
    ]
    assert all(line.whole for line in flow.lines)
    assert flow.lines[1].span.line == 4


def test_a_number_alone_is_joined_with_its_text_even_with_furniture_between():
    flow = typed("""
        1.
        Decides to proclaim the International Year of Footnotes;

        2.

        21-16768 (E)

        *2116768*

        Decides to remain seized of the matter.
    """)
    assert paragraphs(flow) == [
        "1.\tDecides to proclaim the International Year of Footnotes;",
        "2.\tDecides to remain seized of the matter.",
    ]
    assert furniture(flow) == [("JOB_NUMBER", "21-16768 (E)"), ("BAR_CODE", "*2116768*")]


PAGES = """
    United Nations
    A/RES/99/7

    General Assembly
    Distr.: General
    6 January 2045
    45-00007 (E)
    *4500007*

    Agenda item 9
    International Year of Footnotes

    99/7. International Year of Footnotes

    The General Assembly,

    Recalling that notes have served learning since the invention of the printing press and
    continue to serve it,1 and that scholars of all nations depend on being able to follow them
    _______________

    1 See A/99/12, para. 4.

    A/RES/99/7
    International Year of Footnotes

    45-00007
    2/2

    wherever they lead,

    1.
    Proclaims 2046 the International Year of Footnotes.
"""


def test_running_heads_page_and_job_numbers_leave_the_text_and_the_paragraph_is_whole_again():
    flow = typed(PAGES)
    assert paragraphs(flow)[-2:] == [
        (
            "Recalling that notes have served learning since the invention of the printing press and continue to serve "
            "it,{1} and that scholars of all nations depend on being able to follow them wherever they lead,"
        ),
        "1.\tProclaims 2046 the International Year of Footnotes.",
    ]
    assert furniture(flow) == [
        ("JOB_NUMBER", "45-00007 (E)"),
        ("BAR_CODE", "*4500007*"),
        ("RUNNING_HEAD", "A/RES/99/7"),
        ("RUNNING_HEAD", "International Year of Footnotes"),
        ("JOB_NUMBER", "45-00007"),
        ("PAGE_NUMBER", "2/2"),
        ("RULE", "_______________"),
    ]
    assert notes(flow) == {"1": "See A/99/12, para. 4."}


def test_masthead_lines_stay_apart():
    assert paragraphs(typed(PAGES))[:7] == [
        "United Nations",
        "A/RES/99/7",
        "General Assembly",
        "Distr.: General",
        "6 January 2045",
        "Agenda item 9",
        "International Year of Footnotes",
    ]


def test_title_lines_that_are_one_are_joined():
    flow = typed("""
        Resolution adopted by the General Assembly
        on 6 January 2045

        [on the report of the Special Political and Decolonization
        Committee (Fourth Committee) (A/99/400, para. 7)]

        99/7. Assistance to footnotes, endnotes and other notes that have lost the text
        to which they once belonged
    """)
    assert paragraphs(flow) == [
        "Resolution adopted by the General Assembly on 6 January 2045",
        "[on the report of the Special Political and Decolonization Committee (Fourth Committee) (A/99/400, para. 7)]",
        "99/7. Assistance to footnotes, endnotes and other notes that have lost the text to which they once belonged",
    ]


def test_a_resolution_number_on_a_line_of_its_own_is_no_page_number():
    flow = typed("""
        A/RES/99/7

        Recalling its resolution
        73/89
        of 6 December 2018, and all its other resolutions on the matter,

        45-00007
        1/2
    """)
    assert "73/89" in " ".join(paragraphs(flow))
    assert ("PAGE_NUMBER", "1/2") in furniture(flow)


def test_notes_in_the_middle_of_a_paragraph_without_running_heads():
    flow = typed("""
        Notant le rapport du Secrétaire général en date du 27 mars 20001 et le rapport du Comité2,

        1. Souligne que les notes de bas de page doivent reposer sur des bases solides,
        sans imposer une quelconque rigidité, et s’abstenir de tout

        _______________
        1 A/54/2000.
        2 A/56/323 et Corr.1.
         avantage abusif à l’un quelconque des lecteurs ;
    """)
    assert paragraphs(flow) == [
        "Notant le rapport du Secrétaire général en date du 27 mars 2000{1} et le rapport du Comité{2},",
        (
            "1. Souligne que les notes de bas de page doivent reposer sur des bases solides, sans imposer une "
            "quelconque "
            "rigidité, et s’abstenir de tout avantage abusif à l’un quelconque des lecteurs ;"
        ),
    ]
    assert notes(flow) == {"1": "A/54/2000.", "2": "A/56/323 et Corr.1."}


def test_a_note_may_have_lines_that_open_with_a_number():
    flow = typed("""
        Recalling the conference on footnotes,1 and the report,2

        _______________

        1 Report of the Conference on Footnotes, held in the city of Notes on
        17 March 2044, and in the city of Marks, volume I of the official records.

        2 A/99/12.
    """)
    assert notes(flow) == {
        "1": "Report of the Conference on Footnotes, held in the city of Notes on 17 March 2044, and in the city of "
        "Marks, volume I of the official records.",
        "2": "A/99/12.",
    }


def test_notes_at_the_end_without_a_rule():
    flow = typed("""
        Having heard the League of Notes, 24 and its mandate,

        Adopted unanimously at the 124th meeting.

        24 League of Notes, Official Journal, 2nd Year, No. 1
        (1921), pp. 87-88.
    """)
    assert notes(flow) == {"24": "League of Notes, Official Journal, 2nd Year, No. 1 (1921), pp. 87-88."}
    assert paragraphs(flow)[0] == "Having heard the League of Notes, {24} and its mandate,"


def test_closing_lines_are_no_notes():
    flow = typed("""
        1. Decides to remain seized of the matter.

        40th plenary meeting
        14 November 2045
    """)
    assert paragraphs(flow)[1:] == ["40th plenary meeting", "14 November 2045"]
    assert not flow.notes


def test_a_mark_without_its_note_is_kept_with_a_finding():
    flow = typed("""
        Rappelant la Déclaration du Millénaire1, et le rapport du Comité2,

        _______________
        2 A/56/323.
    """)
    assert paragraphs(flow) == ["Rappelant la Déclaration du Millénaire{1}, et le rapport du Comité{2},"]
    assert notes(flow) == {"2": "A/56/323.", "1": ""}
    assert codes(flow) == {"note-missing"}


def test_a_note_that_nothing_calls_is_kept_with_a_finding():
    flow = typed("""
        Decides to remain seized of the matter.
        _______________
        1 A/99/12.
    """)
    assert notes(flow) == {"1": "A/99/12."}
    assert codes(flow) == {"note-uncalled"}
    assert [run.note for run in flow.lines[0].runs] == [None, flow.notes[0].id]


def test_hyphens_that_only_broke_a_word_go_and_those_of_the_word_stay():
    flow = typed("""
        Soulignant le rôle des organisations intergouvernementales et des organisations intergou-
        vernementales dans la recherche de la solution du problème mondial que celui-
        ci pose aux gouvernements, et les immuno-
        déficiences des notes,
    """)
    assert paragraphs(flow) == [
        (
            "Soulignant le rôle des organisations intergouvernementales et des organisations intergouvernementales "
            "dans "
            "la recherche de la solution du problème mondial que celui-ci pose aux gouvernements, et les "
            "immunodéficiences des notes,"
        )
    ]
    assert furniture(flow) == [("HYPHEN", "-"), ("HYPHEN", "-")]


def test_official_english_never_breaks_words():
    flow = typed("""
        Reaffirming the right of all peoples to self-
        determination and to an action-
        oriented framework of footnotes,
    """)
    assert paragraphs(flow) == [
        "Reaffirming the right of all peoples to self-determination and to an action-oriented framework of footnotes,"
    ]


def test_soft_hyphens_leave_the_text():
    flow = typed("Recalling the Inter\u00adnational Year of Foot\u00adnotes,")
    assert paragraphs(flow) == ["Recalling the International Year of Footnotes,"]
    assert furniture(flow) == [("HYPHEN", "\u00ad"), ("HYPHEN", "\u00ad")]


def test_a_line_after_a_semicolon_with_room_before_it_is_a_new_paragraph():
    flow = typed("""
        (b) The report of the Committee on Footnotes, which concluded that notes are useful to all;
        and demands that all notes be given a mark, and that every mark be given a note, without
        delay;
        (c) The report of the Panel;
        and stresses the importance of notes,
    """)
    assert paragraphs(flow)[-2:] == ["(c) The report of the Panel;", "and stresses the importance of notes,"]


def test_recitals_that_begin_with_small_letters_are_parted():
    flow = typed("""
        Генеральная Ассамблея,
        ссылаясь на свою резолюцию о Международном годе сносок и на все другие резолюции,
        подчеркивая, что сноски служат читателям всех стран,
    """)
    assert paragraphs(flow) == [
        "Генеральная Ассамблея,",
        "ссылаясь на свою резолюцию о Международном годе сносок и на все другие резолюции,",
        "подчеркивая, что сноски служат читателям всех стран,",
    ]
