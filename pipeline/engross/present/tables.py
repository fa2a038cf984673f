"""Tables: header rows, figures and totals told from the mark-up and from what the cells hold."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from engross.akn.namespace import every, find, name
from engross.model.presentation import Inline, Link, NoteCall, TableBlock, TableCell, Text, plain
from engross.present.inline import Reader

_FIGURE = re.compile(r"[(\[]?[-+−–‑]?[$€£]?\s?\d[\d\s.,\u00a0\u202f]*%?[)\]]?|[-–—−]|\.\.\.?|…")
_SPANS = 1000
_WIDEST = 100  # columns; what claims to cover more is not looked into


def read_table(node: etree._Element, reader: Reader) -> TableBlock:
    """A `table` as a block: the leading rows of `th` are its header rows."""
    caption = find(node, "caption")
    rows = [tuple(_cell(cell, reader) for cell in row if name(cell) in {"td", "th"}) for row in every(node, "tr")]
    header_rows = 0
    for row in rows:
        if not row or not all(cell.header for cell in row):
            break
        header_rows += 1
    header_rows = header_rows if header_rows < len(rows) else 0
    return TableBlock(
        node.get("eId", ""),
        _headed(rows, header_rows),
        header_rows=header_rows,
        caption=reader.inlines(caption) if caption is not None else (),
    )


def _headed(rows: list[tuple[TableCell, ...]], header_rows: int) -> tuple[tuple[TableCell, ...], ...]:
    """The rows with the heads of columns of figures marked as figures, so that they stand above them."""
    places = _places(rows)
    figures: dict[int, list[bool]] = {}
    for row, columns in zip(rows[header_rows:], places[header_rows:], strict=True):
        for cell, column in zip(row, columns, strict=True):
            if cell.columns == 1 and cell.paragraphs:
                figures.setdefault(column, []).append(cell.figure)
    of_figures = {column for column, found in figures.items() if all(found)}
    return tuple(
        tuple(
            replace(cell, figure=all(covered in of_figures for covered in range(column, column + cell.columns)))
            if number < header_rows and cell.columns <= _WIDEST
            else cell
            for cell, column in zip(row, columns, strict=True)
        )
        for number, (row, columns) in enumerate(zip(rows, places, strict=True))
    )


def _places(rows: list[tuple[TableCell, ...]]) -> list[list[int]]:
    """The column in which each cell begins, counting what cells of rows above cover."""
    found: list[list[int]] = []
    covered: dict[int, int] = {}
    for row in rows:
        column = 0
        columns: list[int] = []
        opened: dict[int, int] = {}
        for cell in row:
            while covered.get(column, 0):
                column += 1
            columns.append(column)
            if cell.rows > 1 and cell.columns <= _WIDEST:
                opened |= dict.fromkeys(range(column, column + cell.columns), cell.rows)
            column += cell.columns
        covered = {at: rows_left - 1 for at, rows_left in (covered | opened).items() if rows_left > 1}
        found.append(columns)
    return found


def _cell(node: etree._Element, reader: Reader) -> TableCell:
    blocks = [p for p in every(node, "p") if not _inside_other(p, node)] or [node]
    paragraphs = tuple(content for p in blocks if (content := reader.inlines(p)))
    texts = [text for content in paragraphs for text in _texts(content)]
    return TableCell(
        paragraphs,
        columns=_span(node, "colspan"),
        rows=_span(node, "rowspan"),
        header=name(node) == "th",
        figure=name(node) == "td" and len(paragraphs) == 1 and bool(_FIGURE.fullmatch(_words(paragraphs[0]))),
        bold=bool(texts) and all(text.bold for text in texts if text.text.strip()),
    )


def _inside_other(p: etree._Element, cell: etree._Element) -> bool:
    """Whether a paragraph stands in a note or in a paragraph of this cell, and is read with that."""
    above = p.getparent()
    while above is not None and above is not cell:
        if name(above) in {"authorialNote", "p"}:
            return True
        above = above.getparent()
    return False


def _texts(content: tuple[Inline, ...]) -> list[Text]:
    found: list[Text] = []
    for inline in content:
        if isinstance(inline, Text):
            found.append(inline)
        elif isinstance(inline, Link):
            found += _texts(inline.content)
    return found


def _words(content: tuple[Inline, ...]) -> str:
    """The cell's text without what is raised: the letters of table notes stand beside a figure."""
    kept = tuple(i for i in content if not isinstance(i, NoteCall) and not (isinstance(i, Text) and i.raised))
    return plain(kept).strip()


def _span(node: etree._Element, attribute: str) -> int:
    value = node.get(attribute, "")
    return min(max(int(value), 1), _SPANS) if value.isascii() and value.isdigit() else 1
