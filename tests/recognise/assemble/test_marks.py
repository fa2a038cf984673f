"""Which digits of a text call notes."""

import pytest

from tests.recognise.assemble.invented import notes, paragraphs, typed

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
