"""Which digits of a text call notes."""

import pytest

from tests.recognise.assemble.invented import codes, notes, paragraphs, typed

FOUR = """
_______________
1 First.
2 Second.
3 Third.
4 Fourth.
"""


def marked(body: str) -> str:
    return " ".join(paragraphs(typed(body + "\n" + FOUR)))


@pytest.mark.parametrize(
    ("typed_mark", "expected"),
    [
        ("Millénaire1, et", "Millénaire{1}, et"),
        ("for 2024,1 and", "for 2024,{1} and"),
        ("Agreement 1  and", "Agreement {1}  and"),
        ("Rome”1 and", "Rome”{1} and"),
        ("Rome¹ and", "Rome{¹} and"),
        ("Rome[1] and", "Rome{[1]} and"),
        ("27 March 20001 entitled", "27 March 2000{1} entitled"),
        ("resolution 59/3001 and", "resolution 59/300{1} and"),
        ("2014–20241 and", "2014–2024{1} and"),
        ("Development, 1including", "Development, {1}including"),
    ],
)
def test_a_mark_is_found_however_it_was_extracted(typed_mark, expected):
    body = f"Recalling the Declaration of {typed_mark} the Pact of Notes,2 the Plan;3 and the Goals,4"
    assert expected in marked(body)


def test_digits_that_are_no_marks_stay_text():
    body = (
        "Recalling its resolutions 61/29 and 55/2, the 2 reports A/RES/99/1 and L.3, Goal 3, the 4 themes of "
        "1 January 2045, paragraph 2, CO2 and the Notes,1 the Pact,2 the Plan3 and the Goals4 of the year,"
    )
    assert marked(body) == (
        "Recalling its resolutions 61/29 and 55/2, the 2 reports A/RES/99/1 and L.3, Goal 3, the 4 themes of "
        "1 January 2045, paragraph 2, CO2 and the Notes,{1} the Pact,{2} the Plan{3} and the Goals{4} of the year,"
    )


def test_without_any_note_a_number_stays_a_number():
    flow = typed("Decides that the 3 committees meet in 2045 for 5 days, as in Article 4 of the Rules.")
    assert not flow.notes
    assert all(run.note is None for line in flow.lines for run in line.runs)


def test_a_star_calls_the_note_of_the_star():
    flow = typed("""
        Peru and Chile:* draft resolution

        The General Assembly,

        _______________
        * On behalf of the Group of Notes.
        1 Not called.
    """)
    assert paragraphs(flow)[0] == "Peru and Chile:{*} draft resolution"
    assert notes(flow)["*"] == "On behalf of the Group of Notes."


def test_notes_of_an_excerpt_need_not_begin_with_one():
    flow = typed("""
        Rappelant la déclaration de son Président en date du 12 juin 2008367, et la lettre du Secrétaire
        général368 sur les notes,

        _______________
        367 S/PRST/2008/20.
        368 S/2008/602.
    """)
    assert paragraphs(flow) == [
        (
            "Rappelant la déclaration de son Président en date du 12 juin 2008{367}, et la lettre du Secrétaire "
            "général{368} sur les notes,"
        )
    ]


def test_notes_that_begin_anew_are_called_by_the_marks_of_their_own_pages():
    flow = typed(
        """
        Recalling the International Year of Footnotes,1 and the year of
        endnotes,2
        1. Decides to adopt the rules annexed to the present resolution.
        _______________
        1 See A/99/1.
        2 See A/99/2.

        2/4
        Annex
        Rules of footnotes
        1. Every note1 shall have a mark.2
        _______________
        1 In the sense of the year of footnotes.
        2 Or a star.

        """
    )
    assert [note.mark for note in flow.notes] == ["1", "2", "1", "2"]
    called = [(run.text, run.note) for line in flow.lines for run in line.runs if run.note]
    by_id = {note.id: note.lines[0].text for note in flow.notes}
    assert [by_id[note] for _, note in called] == [
        "See A/99/1.",
        "See A/99/2.",
        "In the sense of the year of footnotes.",
        "Or a star.",
    ]
    assert codes(flow).isdisjoint({"note-missing", "note-uncalled"})


def test_a_line_that_opens_with_one_amid_rising_notes_begins_nothing_anew():
    flow = typed(
        """
        Recalling the International Year of Footnotes,1 and the year of
        endnotes,2
        _______________
        1 See A/99/1.
        2 See A/99/2.

        2/4
        Noting all of the notes of all of the years,3 and their stars,4
        _______________
        1 January 2044.
        3 See A/99/3.
        4 See A/99/4.

        """
    )
    assert [run.text for line in flow.lines for run in line.runs if run.note and run.text] == ["1", "2", "3", "4"]


def test_notes_may_be_numbered_from_two():
    flow = typed(
        """
        Recalling the International Year of Footnotes,2 and the year of
        endnotes,3
        _______________
        2 See A/99/1.
        3 See A/99/2.
        """
    )
    assert notes(flow) == {"2": "See A/99/1.", "3": "See A/99/2."}
    assert [run.text for line in flow.lines for run in line.runs if run.note] == ["2", "3"]
    assert "note-missing" not in codes(flow)
