"""PDF: printed lines by place, with their type."""

import contextlib

import pytest

from engross.model.failure import Failure
from engross.model.flow import Flow, Line, PageBreak, Rule, Table
from engross.readers import pdf
from tests.readers.sheet import make_pdf, rule, text


def read(*operators: str, **more: str) -> Flow:
    return pdf.read(make_pdf(list(operators), **more), "sheet.pdf")


def texts(flow: Flow) -> list[str]:
    return [line.text for line in flow.lines]


def test_lines_are_read_from_the_top_whatever_the_order_in_which_they_are_drawn():
    flow = read(text("in its resolution,", 123, 112), text("Recalling the Year of Footnotes", 147, 100))
    assert texts(flow) == ["Recalling the Year of Footnotes", "in its resolution,"]
    assert [line.span.line for line in flow.lines] == [1, 2]
    assert [line.page for line in flow.lines] == [1, 1]


def test_a_line_knows_its_place_its_size_and_its_look():
    flow = read(text("Recalling", 147, 100, font="F3"), text("the Year", 190, 100), text("Title", 123, 140, 14, "F2"))
    first, title = flow.lines
    assert [(run.text, run.italic) for run in first.runs] == [("Recalling ", True), ("the Year", False)]
    assert (first.box.left, first.box.baseline) == (pytest.approx(147, abs=0.5), pytest.approx(100, abs=0.1))
    assert title.runs[0].bold
    assert title.runs[0].size == 14
    assert (flow.pages[0].width, flow.pages[0].height) == (612, 792)


def test_a_superscript_is_raised_and_stands_at_its_place():
    flow = read(text("the report", 147, 100), text("1", 185.5, 96.5, 6.5), text("on notes,", 191, 100))
    assert [(run.text.strip(), run.raised) for run in flow.lines[0].runs] == [
        ("the report", False),
        ("1", True),
        ("on notes,", False),
    ]


def test_a_word_drawn_in_two_pieces_is_one_word():
    flow = read(text("the approach", 147, 100), text("es", 196.6, 100))
    assert texts(flow) == ["the approaches"]


def test_a_gap_as_wide_as_a_space_is_one_and_a_wide_gap_after_a_number_is_a_tab():
    flow = read(text("1.", 147, 100), text("Decides", 170.7, 100), text("to remain", 206, 100))
    assert texts(flow) == ["1.\tDecides to remain"]


def test_the_two_sides_of_a_masthead_are_lines_of_their_own():
    flow = read(text("United Nations", 123, 56, 14), text("A/RES/99/7", 492, 56))
    assert texts(flow) == ["United Nations", "A/RES/99/7"]


def test_a_hyphen_at_a_line_end_is_a_hyphen():
    flow = read(text("the right to self-", 147, 100), text("determination", 123, 112))
    assert texts(flow) == ["the right to self-", "determination"]


def test_drawn_rules_and_page_breaks_are_kept():
    flow = pdf.read(make_pdf([text("one", 123, 100), rule(123, 300, 120)], [text("two", 123, 100)]), "sheet.pdf")
    assert [type(item) for item in flow.items] == [Line, Rule, PageBreak, Line]
    assert flow.items[1].box.baseline == pytest.approx(120, abs=0.5)
    assert flow.items[2].page == 2


def test_links_to_addresses_are_kept():
    link = (
        "/Annots [<< /Type /Annot /Subtype /Link /Rect [146 690 200 702] "
        "/A << /S /URI /URI (https://docs.un.org/A/99/12) >> >>]"
    )
    flow = read(text("A/99/12", 147, 100), text("and others", 300, 100), annotations=link)
    assert [run.href for line in flow.lines for run in line.runs] == ["https://docs.un.org/A/99/12", None]


def test_figures_in_columns_are_a_table():
    rows = [("Appropriation", "63 930", "12"), ("Recommendation", "(107)", "–"), ("Total", "63 823", "12")]
    operators = [rule(123, 490, 90), text("Gross", 330, 100, 7), text("Net", 450, 100, 7), rule(123, 490, 108)]
    for number, cells in enumerate(rows):
        for cell, left in zip(cells, (123, 330, 450), strict=True):
            operators.append(text(cell, left, 123 + 14.5 * number, 8.5))
    flow = read(text("Annex", 123, 60), *operators, text("The Assembly decides,", 123, 220))
    [table] = [item for item in flow.items if isinstance(item, Table)]
    cells = [["".join(line.text for line in cell.lines) for cell in row] for row in table.rows]
    assert cells == [["", "Gross", "Net"], *map(list, rows)]
    assert [cell.header for cell in table.rows[0]] == [True, True, True]
    assert texts(flow) == ["Annex", "The Assembly decides,"]


def test_a_masthead_is_no_table():
    flow = read(
        text("United Nations", 123, 56, 14),
        text("A/RES/99/7", 480, 56),
        text("General Assembly", 123, 86, 14),
        text("Distr.: General", 396, 86),
        text("Eightieth session", 60, 98),
        text("6 January 2045", 396, 98),
    )
    assert not any(isinstance(item, Table) for item in flow.items)


def test_a_page_without_text_says_what_to_do():
    with pytest.raises(Failure, match=r"no text.*OCR"):
        read(rule(100, 500, 100))


def test_a_damaged_file_is_refused():
    with pytest.raises(Failure, match="damaged"):
        pdf.read(b"%PDF-1.7\nnot a PDF at all", "sheet.pdf")


def test_a_file_with_a_password_is_refused():
    locked = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /Length 40 /O <{'00' * 32}> /U <{'11' * 32}> >> /ID [<00><00>]"
    )
    with pytest.raises(Failure, match="password"):
        pdf.read(make_pdf([text("secret", 123, 100)], trailer=locked), "sheet.pdf")


def test_reading_twice_gives_the_same():
    data = make_pdf([text("Recalling", 147, 100), text("1", 188, 96.5, 6.5)])
    assert pdf.read(data, "sheet.pdf") == pdf.read(data, "sheet.pdf")


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_a_truncated_file_is_read_or_refused_but_never_breaks(cut):
    data = make_pdf([text("Recalling", 147, 100)], [text("Noting", 147, 100)])
    with contextlib.suppress(Failure):
        flow = pdf.read(data[: int(len(data) * cut)], "sheet.pdf")
        assert flow.items


@pytest.mark.parametrize(
    ("matrix", "places"),
    [
        ("0 1 -1 0", ((100, 100), (112, 100))),
        ("-1 0 0 -1", ((500, 100), (500, 112))),
        ("0 -1 1 0", ((500, 700), (488, 700))),
    ],
)
def test_a_page_set_along_its_long_side_is_read_as_it_is_turned(matrix, places):
    words = ("Recalling its resolution on notes,", "and their marks,")
    operators = [f"BT /F1 10 Tf {matrix} {x} {y} Tm ({word}) Tj ET" for word, (x, y) in zip(words, places, strict=True)]
    flow = read(*operators)
    assert texts(flow) == list(words)
    assert flow.lines[1].box.baseline - flow.lines[0].box.baseline == pytest.approx(12, abs=0.1)
    assert flow.lines[0].runs[0].size == 10
    assert (flow.pages[0].width > flow.pages[0].height) == (matrix != "-1 0 0 -1")


def test_a_rule_right_under_words_underlines_them_and_is_no_rule():
    flow = read(text("See A/99/1 here.", 147, 100), rule(163.9, 191.7, 101))
    assert [(run.text, run.underline) for run in flow.lines[0].runs] == [
        ("See ", False),
        ("A/99/1", True),
        (" here.", False),
    ]
    assert not any(isinstance(item, Rule) for item in flow.items)


@pytest.mark.parametrize(("left", "right", "top"), [(147, 300, 101), (163.9, 191.7, 104), (147, 200, 99)])
def test_a_rule_beyond_the_words_or_away_from_them_underlines_nothing(left, right, top):
    flow = read(text("See A/99/1 here.", 147, 100), rule(left, right, top))
    assert not any(run.underline for run in flow.lines[0].runs)
    assert any(isinstance(item, Rule) for item in flow.items)


def test_capitals_drawn_smaller_behind_a_capital_are_small_capitals():
    flow = read(text("elected by N", 123, 100), text("OTELAND", 173.6, 100, 8), text(", for a term", 211.4, 100))
    assert [(run.text, run.small_caps, run.size) for run in flow.lines[0].runs] == [
        ("elected by ", False, 10),
        ("Noteland", True, 10),
        (", for a term", False, 10),
    ]


def test_small_type_that_goes_on_with_no_capital_is_no_small_capitals():
    flow = read(text("Distr.: ", 123, 100), text("GENERAL", 150.8, 100, 8))
    assert flow.lines[0].text == "Distr.: GENERAL"
    assert not any(run.small_caps for run in flow.lines[0].runs)


def test_a_low_rule_underlines_only_a_piece_that_it_is_exactly_as_wide_as():
    link = text("A/99/1", 164, 100)
    exact = read(text("See ", 147, 100), link, rule(164, 191.7, 105))
    assert [run.underline for run in exact.lines[0].runs] == [False, True]
    separator = read(text("See ", 147, 100), link, rule(147, 219, 105))
    assert not any(run.underline for run in separator.lines[0].runs)


def two_columns() -> Flow:
    left = ["The General Assembly,", "Recalling its resolution 98/1 of the", "fifth of December 2043,"]
    left += [f"Noting the footnotes of {year} and of" for year in range(2040, 2046)] + [
        "1. Decides to number notes and"
    ]
    right = ["stars and daggers of all years;", "2. Requests the printers to print", "all of them at the foot;"]
    right += [f"{n}. Thanks the scholars of the year;" for n in range(3, 10)]
    operators = [text("International Year of Footnotes and of all Endnotes", 150, 80, 14, "F2")]
    for n, (one, other) in enumerate(zip(left, right, strict=True)):
        operators += [text(one, 72, 110 + 12 * n), text(other, 320, 112 + 12 * n)]
    return read(*operators)


def test_a_page_in_two_columns_is_read_column_by_column():
    lines = texts(two_columns())
    assert lines[0] == "International Year of Footnotes and of all Endnotes"
    assert lines.index("fifth of December 2043,") < lines.index("1. Decides to number notes and")
    assert lines[lines.index("1. Decides to number notes and") + 1] == "stars and daggers of all years;"
    assert {round(line.box.left) for line in two_columns().lines[1:]} == {72}


def test_figures_in_two_columns_are_not_parted():
    rows = [(f"Notes {n}", f"{n * 100}") for n in range(12)]
    operators = [
        text(side, left, 100 + 12 * n) for n, row in enumerate(rows) for side, left in zip(row, (72, 320), strict=True)
    ]
    assert not any(isinstance(item, PageBreak) for item in read(*operators).items)


def test_text_that_stands_for_glyphs_is_as_wide_as_they_are():
    drawn = [text("N", 180.5, 100), text("OTELAND", 188, 100, 7)]
    flow = read(
        text("elected by", 123, 100),
        "/Span <</ActualText (Noteland)>> BDC",
        *drawn,
        "EMC",
        text("for a year", 222, 100),
    )
    assert texts(flow) == ["elected by Noteland for a year"]
