"""Tables: columns as wide as what they hold, rules as on the official page (geometry 5).

Every line of a table's row is a row of the page, so that a table breaks wherever a page ends; rows break only
where they are longer than a page takes. The header is repeated on every page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engross.model.presentation import TableBlock, TableCell
from engross.writers.pdf.faces import BOLD, REGULAR, Look
from engross.writers.pdf.lines import Line, Measure, Piece, Run, Type, set_forced, set_lines
from engross.writers.pdf.rows import Row, Rule, Strand, glue, stack_lines

if TYPE_CHECKING:
    from engross.writers.pdf.setter import Place, Setter

_LONGEST = 30
"""Lines of a row that are kept on one page."""

_WIDEST = 100
"""Columns that one cell may span: a span is a number in the source, which could be any."""

_EMPTY = Line((Piece("\u00a0", Run("\u00a0")),), 0.0)
"""What stands in an empty cell, so that the cell is still an element of the table."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A cell in the grid: its first column and row, and its lines once they are set."""

    cell: TableCell
    row: int
    column: int


def set_table(setter: Setter, block: TableBlock, place: Place) -> None:
    """Set a table as rows of the page."""
    spots, columns = _arrange(block)
    if not columns:
        return
    block = replace(block, id=setter.key(block.id))
    edges = _columns(setter, block, spots, columns)
    _set_caption(setter, block, place)
    table = _Table(setter, block, place, edges)
    first = True
    header: list[Row] = []
    for number in range(len(block.rows)):
        rows = table.rows(number, [spot for spot in spots if spot.row == number], first=first)
        first = first and not rows
        if number < block.header_rows:
            header.extend(rows)
            rows = rows[:1] + glue(rows[1:]) if number == 0 else glue(rows)
        elif number == block.header_rows and number:
            rows = glue(rows)
        else:
            rows = [replace(row, repeat=table.repeated(header, row)) for row in rows]
        setter.add(rows)
    setter.after = setter.measures.length("tables.before")


def _arrange(block: TableBlock) -> tuple[list[_Spot], int]:
    """Every cell with its column, spans of earlier rows counted, and the number of columns."""
    taken: set[tuple[int, int]] = set()
    spots: list[_Spot] = []
    width = 0
    for row, cells in enumerate(block.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            spots.append(_Spot(cell, row, column))
            for below in range(min(max(cell.rows, 1), len(block.rows) - row)):
                taken.update((row + below, column + beside) for beside in range(_span(cell)))
            column += _span(cell)
            width = max(width, column)
    return spots, width


def _columns(setter: Setter, block: TableBlock, spots: Sequence[_Spot], count: int) -> list[float]:
    """The edges of the columns: given shares, else as wide as their content asks."""
    look_up = setter.measures.length
    left, right = look_up("tables.left"), look_up("tables.right")
    if len(block.widths) == count and sum(block.widths) > 0:
        shares = [width / sum(block.widths) * (right - left) for width in block.widths]
        return _edges(left, shares)
    gap = look_up("tables.column-gap")
    least, most = [gap] * count, [gap] * count
    for spot in spots:
        if spot.cell.columns > 1:
            continue
        narrow, wide = _content_widths(setter, spot.cell)
        least[spot.column] = max(least[spot.column], narrow + gap)
        most[spot.column] = max(most[spot.column], wide + gap)
    if sum(least) > right - left:
        right = look_up("page.width") - look_up("page.margin-right")
    room = right - left
    if sum(most) <= room:
        shares = [most[0] + room - sum(most), *most[1:]]
    elif sum(least) <= room:
        slack = (room - sum(least)) / (sum(most) - sum(least))
        shares = [narrow + (wide - narrow) * slack for narrow, wide in zip(least, most, strict=True)]
    else:
        shares = [narrow / sum(least) * room for narrow in least]
    return _edges(left, shares)


def _edges(left: float, shares: Sequence[float]) -> list[float]:
    edges = [left]
    for share in shares:
        edges.append(edges[-1] + share)
    return edges


def _content_widths(setter: Setter, cell: TableCell) -> tuple[float, float]:
    """The widest word and the widest paragraph of a cell."""
    kind, look = _type(setter, cell)
    narrow = wide = 0.0
    for paragraph in cell.paragraphs:
        for runs in setter.inking.runs(paragraph, look):
            for line in set_lines(runs, kind, Measure(1e6, justified=False)):
                wide = max(wide, line.width)
            words = (word for run in runs for word in run.text.split())
            narrow = max([narrow, *(kind.width(word, look) for word in words)])
    return min(narrow, 150.0), wide


def _type(setter: Setter, cell: TableCell) -> tuple[Type, Look]:
    look_up = setter.measures.length
    size = look_up("tables.header.size" if cell.header else "tables.size")
    spacing = setter.spacing * size / 10.0
    if cell.header:
        emphasis = setter.inking.emphasis
        return setter.kind(size, spacing), Look(italic=emphasis.italic, bold=emphasis.bold)
    return setter.kind(size, spacing), BOLD if cell.bold else REGULAR


def _set_caption(setter: Setter, block: TableBlock, place: Place) -> None:
    """The caption above the table, bold, kept with it."""
    look_up = setter.measures.length
    left, right = look_up("tables.left"), look_up("tables.right")
    lines = set_forced(setter.inking.runs(block.caption, BOLD), setter.body, Measure(right - left, justified=False))
    pitch = look_up("body.pitch")
    strand = Strand(
        f"{place.tag}Table#{block.id} Caption", "heading", left, right - left, setter.body.size, pitch,
        setter.body.spacing,
    )  # fmt: skip
    setter.add(stack_lines(strand, lines, setter.gap, whole=True))


class _Table:
    """The rows of one table."""

    def __init__(self, setter: Setter, block: TableBlock, place: Place, edges: Sequence[float]) -> None:
        self.setter, self.block, self.edges = setter, block, edges
        self.tag = f"{place.tag}Table#{block.id} "
        self.look_up = setter.measures.length
        self.captioned = bool(block.caption)

    def rows(self, number: int, spots: Sequence[_Spot], *, first: bool) -> list[Row]:
        """The page rows of the table's row `number`."""
        head = number < self.block.header_rows
        pitch = self.look_up("tables.header.pitch" if head else "tables.pitch")
        total = not head and bool(spots) and all(spot.cell.bold for spot in spots if _filled(spot.cell))
        set_cells = [(spot, self._strand(spot, pitch, total=total), self._lines(spot, total=total)) for spot in spots]
        count = max((len(lines) for _, _, lines in set_cells), default=0)
        slices: list[list[tuple[Strand, Line]]] = [[] for _ in range(count)]
        for spot, strand, lines in set_cells:
            start = count - len(lines) if head or spot.cell.figure else 0
            for place, line in enumerate(lines):
                slices[start + place].append((strand, line))
        gap = self._gap(number, first=first, total=total, head=head)
        rows = [
            Row(
                tuple(entries),
                pitch if place else gap,
                tuple(note for _, line in entries for note in line.notes),
                glued=place > 0 and count <= _LONGEST,
            )
            for place, entries in enumerate(slices)
        ]
        return self._ruled(rows, number, first=first, total=total) if rows else rows

    def repeated(self, header: Sequence[Row], row: Row) -> tuple[Row, ...]:
        """The header as it stands above a row that starts a page: as far above it as above the first row."""
        return (*header, Row((), self._below_header() - row.gap)) if header else ()

    def _below_header(self) -> float:
        return sum(self.look_up(f"tables.{name}") for name in ("header-below", "header-rule", "first-row"))

    def _strand(self, spot: _Spot, pitch: float, *, total: bool) -> Strand:
        left, right = self._bounds(spot, total=total)
        cell = spot.cell
        attributes = [f"ColSpan={_span(cell)}"] if cell.columns > 1 else []
        rows = min(cell.rows, len(self.block.rows) - spot.row)
        attributes += [f"RowSpan={rows}"] if rows > 1 else []
        kind = "TD"
        if cell.header:
            kind = "TH"
            attributes.append("Scope=Column" if spot.row < self.block.header_rows else "Scope=Row")
        step = f"{kind}[{';'.join(attributes)}]#{spot.column}" if attributes else f"{kind}#{spot.column}"
        size = _type(self.setter, cell)[0]
        return Strand(
            f"{self.tag}TR#{spot.row} {step}", "figure" if cell.figure else "cell",
            right if cell.figure else left, right - left, size.size, pitch, size.spacing, end=cell.figure,
            id=self.block.id if spot.row == spot.column == 0 else "",
        )  # fmt: skip

    def _bounds(self, spot: _Spot, *, total: bool) -> tuple[float, float]:
        """Where the cell's text may stand."""
        last = min(spot.column + _span(spot.cell), len(self.edges) - 1)
        left, right = self.edges[spot.column], self.edges[last]
        if total and spot.column == 0:
            left += self.look_up("tables.total-indent")
        padding = self.look_up("tables.figure-padding" if spot.cell.figure else "tables.column-gap")
        return left, max(right - (padding if last < len(self.edges) - 1 or spot.cell.figure else 0.0), left + 6.0)

    def _lines(self, spot: _Spot, *, total: bool) -> list[Line]:
        left, right = self._bounds(spot, total=total)
        kind, look = _type(self.setter, spot.cell)
        forced = [runs for part in spot.cell.paragraphs for runs in self.setter.inking.runs(part, look)]
        return set_forced(forced, kind, Measure(right - left, justified=False)) or [_EMPTY]

    def _gap(self, number: int, *, first: bool, total: bool, head: bool) -> float:
        if first:
            return self.look_up("tables.before") + self.look_up("tables.header-above")
        if head:
            return self.look_up("tables.header.pitch") + 4.0
        if number == self.block.header_rows:
            return self._below_header()
        around = (number - 1, number)
        beside = any(self._is_total(row) for row in around if row >= self.block.header_rows)
        return self.look_up("tables.total-row" if total or beside else "tables.row")

    def _is_total(self, number: int) -> bool:
        filled = [cell for cell in self.block.rows[number] if _filled(cell)]
        return bool(filled) and all(cell.bold for cell in filled)

    def _ruled(self, rows: list[Row], number: int, *, first: bool, total: bool) -> list[Row]:
        """The rows with their rules above and below."""
        above, below = self.look_up("tables.header-above"), self.look_up("tables.header-below")
        if first:
            rows[0] = self._with_rule(rows[0], -above, self.look_up("tables.top-rule"))
        if number == self.block.header_rows - 1:
            rows[-1] = self._with_rule(rows[-1], below, self.look_up("tables.header-rule"))
        if number == len(self.block.rows) - 1:
            rows[-1] = self._with_rule(rows[-1], below, self.look_up("tables.bottom-rule"))
        elif total:
            rows[-1] = self._with_rule(rows[-1], below, self.look_up("tables.total-rule"))
        if total and number > self.block.header_rows and not self._is_total(number - 1):
            rows[0] = self._with_rule(
                rows[0], below - self.look_up("tables.total-row"), self.look_up("tables.total-rule")
            )
        return rows

    def _with_rule(self, row: Row, below: float, thickness: float) -> Row:
        rule = Rule(below, self.edges[0], self.edges[-1] - self.edges[0], thickness)
        return replace(row, rules=(*row.rules, rule))


def _span(cell: TableCell) -> int:
    return min(max(cell.columns, 1), _WIDEST)


def _filled(cell: TableCell) -> bool:
    return any(paragraph for paragraph in cell.paragraphs)
