"""Plain text: everything that is printed, line by line, and nothing else."""

from __future__ import annotations

import dataclasses

from engross.model.presentation import Paragraph, Presentation
from engross.writers.text import write
from tests.writers.resolutions import broken, heading, resolution, table, text


def lines(presentation: Presentation) -> list[str]:
    return write(presentation, b"").decode().split("\n")


def test_paragraphs_are_lines_with_their_labels_and_points_are_indented() -> None:
    found = lines(resolution())
    assert "1. Decides to proclaim the International Year of Footnotes:" in found
    assert "    (a) To number every note;" in found
    assert "        (i) Including this one;" in found
    assert "and invites Member States to read them;" in found


def test_notes_stand_at_the_end_under_the_marks_that_call_them() -> None:
    found = lines(resolution())
    assert "Recalling its resolution 98/1 of 5 December 2043,[1]" in found
    assert found[found.index("_" * 20) + 2] == "[1] See A/99/1, annex."


def test_arabic_marks_take_square_brackets_as_well() -> None:
    assert any(line.startswith("[1] ") for line in lines(resolution("ar")))


def test_the_masthead_opens_and_the_closing_lines_end_the_text() -> None:
    found = lines(resolution())
    assert found[:3] == ["United Nations", "", "A/RES/99/999"]
    assert "99/999. International Year of Footnotes" in found
    assert found.index("99th plenary meeting") < found.index("_" * 20)


def test_tables_are_rows_of_tabs() -> None:
    assert "Footnotes\t12 000\t13 000" in lines(resolution("en", table()))


def test_a_number_above_its_title_has_its_own_line() -> None:
    found = lines(resolution("en", heading("Typefaces", "I", above=True)))
    assert found[found.index("I") + 1] == "Typefaces"


def test_forced_breaks_are_line_ends() -> None:
    found = lines(resolution("en", Paragraph("p", "3.", broken("Decides", "so."))))
    assert found[found.index("3. Decides") + 1] == "so."


def test_no_group_is_empty() -> None:
    assert "\n\n\n" not in write(resolution("en", Paragraph("p", "", text(""))), b"").decode()


def test_the_line_of_a_reissue_opens_the_notes() -> None:
    found = lines(dataclasses.replace(resolution(), reissue="* Reissued."))
    assert found[found.index("_" * 20) + 2] == "* Reissued."
