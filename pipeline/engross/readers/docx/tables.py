"""Tables: of figures, or only to arrange lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from engross.model.flow import Cell, Item, Line, Table, lines_of
from engross.model.span import Span
from engross.readers.docx.content import through
from engross.readers.docx.names import W, is_on, number, value

_MOST_COLUMNS = 1000  # that one cell covers


def items_of(
    element: _Element,
    place: Span,
    read: Callable[[_Element], Iterable[Item]],
    *,
    left_out: frozenset[str],
    bordered: bool,
) -> Iterator[Item]:
    """The table that a `w:tbl` is, or the lines of one that only arranges them.

    `read` gives the items of a cell; rows that a tracked change in `left_out` concerns are no rows; `bordered` says
    that the table's style draws rules.
    """
    grid = _Rows(read, left_out, any(True for _ in element.iterfind(f"{W}tblPr/{W}tblBorders/*")))
    for line in through(element, W + "tr"):
        grid.add(line)
    rows = [tuple(row) for row in grid.rows]
    if _is_layout(element, rows, grid.borders or bordered):
        for row in rows:
            for cell in row:
                yield from cell.lines
        return
    columns = [number(column.get(W + "w")) for column in element.iterfind(f"{W}tblGrid/{W}gridCol")]
    total = sum(columns)
    yield Table(tuple(rows), place, tuple(round(width / total, 4) for width in columns) if total > 0 else ())


@dataclass(slots=True)
class _Rows:
    """The rows of a table so far, cells that are merged downwards counted once; `borders` where any cell has some.

    `above` has for a grid column the row and the index of the cell that goes on downwards.
    """

    read: Callable[[_Element], Iterable[Item]]
    left_out: frozenset[str]
    borders: bool
    rows: list[list[Cell]] = field(default_factory=list)
    above: dict[int, tuple[int, int]] = field(default_factory=dict)

    def add(self, row: _Element) -> None:
        """Take a `w:tr`."""
        properties = row.find(W + "trPr")
        if properties is not None and any(child.tag in self.left_out for child in properties.iterchildren()):
            return
        header = bool(is_on(properties, "tblHeader"))
        column = number(value(properties, "gridBefore"))
        cells: list[Cell] = []
        self.rows.append(cells)
        for cell in through(row, W + "tc"):
            column += self._cell(cell, cells, column, header)

    def _cell(self, cell: _Element, cells: list[Cell], column: int, header: bool) -> int:
        """Take a cell; gives how many columns it covers."""
        own = cell.find(W + "tcPr")
        sides = own.iterfind(f"{W}tcBorders/*") if own is not None else ()
        self.borders = self.borders or any((side.get(W + "val") or "none") not in ("none", "nil") for side in sides)
        merged = own.find(W + "vMerge") if own is not None else None
        width = min(max(number(value(own, "gridSpan"), 1), 1), _MOST_COLUMNS)
        lines = tuple(lines_of(self.read(cell)))
        if header:
            lines = tuple(map(_upright, lines))
        if merged is not None and (merged.get(W + "val") or "continue") == "continue" and column in self.above:
            at, index = self.above[column]
            upper = self.rows[at][index]
            self.rows[at][index] = replace(upper, rows=len(self.rows) - at, lines=(*upper.lines, *lines))
            return width
        if merged is not None:
            self.above[column] = (len(self.rows) - 1, len(cells))
        else:
            self.above.pop(column, None)
        cells.append(Cell(lines, width, 1, header))
        return width


def _upright(line: Line) -> Line:
    """A line of a header without the italics that all of it has: they are the table's, not the author's."""
    letters = [run for run in line.runs if run.note is None and any(map(str.isalnum, run.text))]
    if not letters or not all(run.italic for run in letters):
        return line
    return replace(line, runs=tuple(replace(run, italic=False) for run in line.runs))


def _is_layout(table: _Element, rows: list[tuple[Cell, ...]], borders: bool) -> bool:
    """Whether a table only arranges lines: one row or one column, or few rows without a rule.

    Official files set the masthead and, some of them, the title in such tables.
    """
    if len(rows) <= 1 or max((len(row) for row in rows), default=0) <= 1:
        return True
    if next(table.iterfind(f".//{W}tblHeader"), None) is not None:
        return False
    return not borders and len(rows) <= 4
