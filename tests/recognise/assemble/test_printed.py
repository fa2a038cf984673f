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


def test_a_typed_rule_within_the_text_is_text():
    sheets = Sheets()
    y = sheets.body(340.0, FULL, FULL.lower(), "in the past,")
    sheets.line("________________", 123.0, y)
    sheets.body(y + 18, "* Term of office expires with the footnotes.")
    assert "________________" in paragraphs(assemble(sheets.flow()))


def test_a_line_of_a_title_that_a_sentence_names_does_not_part_the_sentence():
    sheets = Sheets()
    sheets.body(340.0, FULL, FULL.lower(), "in the past,")
    sheets.line("Taking note of the report of the scholars of all of the nations, entitled", 147.0, 400.0)
    sheets.line("The state of the footnotes of the world: a survey of margins and of notes in", 123.0, 412.0, bold=True)
    sheets.line("the libraries, and its findings,", 123.0, 424.0)
    assert paragraphs(assemble(sheets.flow()))[-1].endswith("of notes in the libraries, and its findings,")


def test_a_mark_at_the_foot_of_a_page_does_not_hide_the_comma_before_it():
    sheets = Sheets()
    sheets.body(340.0, FULL, FULL.lower(), "in the past,")
    mark = (Run("Noting the year,", size=10.0), Run("1", raised=True, size=6.5))
    sheets.line(mark, 147.0, 660.0)
    sheets.line((Run("1", raised=True, size=5.5), Run(" See A/99/12.", size=8.5)), 117.0, 695.0, 8.5)
    sheets.turn()
    sheets.body(86.0, FULL, "in the past,")
    assert paragraphs(assemble(sheets.flow()))[1] == "Noting the year,{1}"


def test_what_stands_below_the_rule_of_the_running_head_is_text():
    sheets = Sheets()
    sheets.line("99/7.\tAssets of the mission of the United Nations in Footnotia", 85.0, 300.0, 12.0, bold=True)
    sheets.body(340.0, FULL, FULL.lower(), "in the past,")
    for page in (2, 3):
        sheets.turn()
        sheets.line("in Footnotia", 500.0, 59.0, 8.5, bold=True)
        sheets.rule(60.0, 552.0, 65.0)
        if page == 2:
            sheets.line("Disposition of the assets of the mission of the United Nations", 123.0, 82.0, bold=True)
            sheets.line("in Footnotia", 123.0, 94.0, bold=True)
        sheets.body(118.0, FULL, FULL.lower(), "in the past,")
    heading = "Disposition of the assets of the mission of the United Nations in Footnotia"
    assert heading in paragraphs(assemble(sheets.flow()))


def test_where_paragraphs_have_one_line_the_edge_is_still_that_of_their_second_lines():
    sheets = Sheets()
    y = 340.0
    for number in range(9):
        y = sheets.body(y, f"{number + 1}.\tNotes the footnote of the year of the notes and of all others;")
    sheets.body(y, FULL, "in the past,")
    sheets.body(y + 40, FULL, "in the future,")
    assert paragraphs(assemble(sheets.flow()))[-2:] == [f"{FULL} in the past,", f"{FULL} in the future,"]


def test_headings_one_below_the_other_are_two_and_lines_of_a_narrow_column_are_one():
    sheets = Sheets()
    sheets.line("Implementation of the outcome of the International", 60.0, 246.0, bold=True)
    sheets.line("Year of Footnotes", 60.0, 258.0, bold=True)
    sheets.body(340.0, FULL, FULL.lower(), "in the past,")
    sheets.line("Budget for footnotes", 123.0, 394.0, bold=True)
    sheets.line("Investment in margins", 123.0, 406.0, bold=True)
    sheets.body(424.0, FULL, "in the past,")
    lines = paragraphs(assemble(sheets.flow()))
    assert lines[0] == "Implementation of the outcome of the International Year of Footnotes"
    assert lines[2:4] == ["Budget for footnotes", "Investment in margins"]
