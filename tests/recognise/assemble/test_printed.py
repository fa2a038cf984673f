"""Printed pages: paragraphs, heads and notes by place."""

from engross.model.flow import Run
from engross.recognise.assemble import assemble
from tests.recognise.assemble.invented import Sheets, furniture, notes, paragraphs

FULL = "Recalling the International Year of Footnotes and all that was said about it"


def two_pages() -> Sheets:
    sheets = Sheets()
    sheets.line("99/7.\tInternational Year of Footnotes", 85.0, 300.0, 12.0, bold=True)
    y = sheets.body(340.0, FULL, FULL.lower(), FULL.lower(), "in the past,")
    y = sheets.body(y, FULL.replace("Recalling", "Noting"), FULL.lower(), "and by all,1")
    sheets.body(y, "Convinced that scholars of all nations depend on being able to follow notes where")
    sheets.line("_______________", 99.0, 680.0, 9.0, bold=True)
    marks = (Run("1", raised=True, size=5.5), Run(" See A/99/12.", size=8.5))
    sheets.line(marks, 117.0, 695.0, 8.5)
    sheets.line("45-00007 (E)", 60.0, 749.0)
    sheets.line("*4500007*", 60.0, 765.0, 12.0)
    sheets.turn()
    sheets.line("A/RES/99/7", 60.0, 49.0, 8.5, bold=True)
    sheets.line("International Year of Footnotes", 430.0, 59.0, 8.5, bold=True)
    sheets.line("ever they lead the reader who is willing to go with them to the end of every", 123.0, 86.0)
    sheets.line("book,", 123.0, 98.0)
    sheets.line("2/2", 60.0, 754.0, 8.5, bold=True)
    sheets.line("45-00007", 524.0, 754.0, 7.0)
    return sheets


def test_a_paragraph_cut_by_notes_and_a_running_head_is_whole_again():
    flow = assemble(two_pages().flow())
    assert paragraphs(flow)[-1] == (
        "Convinced that scholars of all nations depend on being able to follow notes where ever they lead the reader "
        "who is willing to go with them to the end of every book,"
    )
    assert flow.lines[-1].span.page == 1


def test_heads_feet_and_separators_become_furniture():
    assert furniture(assemble(two_pages().flow())) == [
        ("JOB_NUMBER", "45-00007 (E)"),
        ("BAR_CODE", "*4500007*"),
        ("RULE", "_______________"),
        ("RUNNING_HEAD", "A/RES/99/7"),
        ("RUNNING_HEAD", "International Year of Footnotes"),
        ("PAGE_NUMBER", "2/2"),
        ("JOB_NUMBER", "45-00007"),
    ]


def test_notes_at_the_foot_are_notes():
    assert notes(assemble(two_pages().flow())) == {"1": "See A/99/12."}


def test_indents_are_measured_from_the_edge_of_the_text():
    lines = assemble(two_pages().flow()).lines
    assert [round(line.indent) for line in lines[1:3]] == [24, 24]
    assert [line.turnover for line in lines[1:3]] == [0.0, 0.0]


def test_a_raised_mark_keeps_its_place():
    sheets = two_pages()
    runs = (
        Run("1.\tTakes note of the report", size=10.0),
        Run("1", raised=True, size=6.5),
        Run(" on notes;", size=10.0),
    )
    sheets.line(runs, 147.0, 130.0)
    assert paragraphs(assemble(sheets.flow()))[-1] == "1.\tTakes note of the report{1} on notes;"


def test_closing_lines_at_the_right_stay_apart():
    sheets = two_pages()
    sheets.line("55th plenary meeting", 399.0, 130.0, italic=True)
    sheets.line("6 January 2045", 426.0, 142.0, italic=True)
    lines = assemble(sheets.flow()).lines[-2:]
    assert [line.text for line in lines] == ["55th plenary meeting", "6 January 2045"]
    assert [line.align for line in lines] == ["right", "right"]


def test_a_section_number_has_a_line_of_its_own_and_its_title_may_have_two():
    sheets = two_pages()
    sheets.line("I", 123.0, 130.0, bold=True)
    sheets.line("Activities of the Office of Footnotes of the Secretariat in the field of", 123.0, 141.5, bold=True)
    sheets.line("notes and marks", 123.0, 153.0, bold=True)
    assert paragraphs(assemble(sheets.flow()))[-2:] == [
        "I",
        "Activities of the Office of Footnotes of the Secretariat in the field of notes and marks",
    ]


def test_a_note_that_goes_on_over_the_page_is_one_note():
    sheets = two_pages()
    sheets.line("_______________", 99.0, 680.0, 9.0, bold=True)
    sheets.line("and the reports mentioned there.", 123.0, 695.0, 8.5)
    assert notes(assemble(sheets.flow())) == {"1": "See A/99/12. and the reports mentioned there."}
