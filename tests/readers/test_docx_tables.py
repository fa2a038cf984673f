"""Word: tables of figures, and tables that only arrange lines."""

from __future__ import annotations

from engross.model.flow import Table
from tests.readers.word import cell, flow, row, texts


def test_tables_of_figures_are_tables() -> None:
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="1000"/></w:tblGrid>'
    found = flow(
        "<w:tbl>" + grid
        + row(cell("h", '<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>")
        + row(cell("a", '<w:vMerge w:val="restart"/>'), cell("1"))
        + row(cell("", "<w:vMerge/>"), cell("2"))
        + "</w:tbl>"
    )  # fmt: skip
    (table,) = found.items
    assert isinstance(table, Table)
    assert table.widths == (0.75, 0.25)
    assert [[(c.columns, c.rows, c.header) for c in r] for r in table.rows] == [
        [(2, 1, True)],
        [(1, 2, False), (1, 1, False)],
        [(1, 1, False)],
    ]


def test_tables_that_only_arrange_lines_are_lines() -> None:
    found = flow("<w:tbl>" + row(cell("60/999."), cell("Footnotes")) + row(cell(""), cell("of 2044")) + "</w:tbl>")
    assert texts(found) == ["60/999.", "Footnotes", "of 2044"]
