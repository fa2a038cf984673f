"""Tables of figures: rows of a page whose pieces stand in columns, under or between drawn rules.

Official tables have no vertical rules (geometry §5): columns show by where the figures end. A stretch of rows is
a table where several rows have pieces in the same columns, most of them figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from engross.model.flow import Box, Cell, Line, Run, Table
from engross.model.span import Span
from engross.readers.pdf.glyphs import Stretch
from engross.readers.pdf.lines import Row, piece_runs, split_row

_LEAST_ROWS = 3  # rows with several pieces: fewer are a masthead or chance
_FIGURES = 0.6  # of the pieces beyond the first column are figures
_APART = 4.2  # of the type size: rows further apart are not of one table
_WRAPPED = 1.3  # of the type size: a row nearer than this may be the second line of a cell (10.5 of 8.5)
_CELL_GAP = 0.75  # of the type size: no word space is as wide where lines are not justified
_HEAD_REACH = 70.0  # points from the top rule to the first row of figures
_WIDE = 150.0  # points: a rule shorter than this is no table's
_FIGURE = re.compile(r"^[\s(\[+-]*(?:[\d\s.,\u00a0\u202f\u2009'’]+%?|[–—-]|\.\.\.?|n/?a)[)\]]?\s*[a-z*]?\s*$", re.I)


@dataclass(frozen=True, slots=True)
class Region:
    """Rows `first` to `last` (both counted in) are a table, the first `header` of them its head."""

    first: int
    last: int
    columns: tuple[tuple[float, float], ...]
    header: int


def find_regions(rows: Sequence[Row], pieces: Sequence[list[list[Stretch]]], rules: Sequence[Box]) -> list[Region]:
    """The stretches of rows that are tables, from the top. `pieces` are the rows parted at wide gaps."""
    regions: list[Region] = []
    position = 0
    while position < len(rows):
        if len(pieces[position]) < 2:
            position += 1
            continue
        last, several = position, 1
        for k in range(position + 1, len(rows)):
            if rows[k].baseline - rows[k - 1].baseline > _APART * rows[k].size:
                break
            if len(pieces[k]) > 1:
                several += 1
                last = k
            elif rows[k].baseline - rows[last].baseline > 2 * _APART * rows[k].size:
                break
        region = _region(rows, pieces, position, last, rules) if several >= _LEAST_ROWS else None
        if region is not None and (not regions or region.first > regions[-1].last):
            regions.append(region)
        position = last + 1
    return regions


def _region(
    rows: Sequence[Row], pieces: Sequence[list[list[Stretch]]], first: int, last: int, rules: Sequence[Box]
) -> Region | None:
    fine = [split_row(rows[k], _CELL_GAP) for k in range(first, last + 1)]
    beyond = [piece for row in fine for piece in row[1:]]
    figures = sum(bool(_FIGURE.match(_text(piece))) for piece in beyond)
    if figures < _FIGURES * len(beyond):
        return None
    columns = _columns([piece for row in fine if _has_figures(row) for piece in row])
    if len(columns) < 2:
        return None
    wide = [rule for rule in rules if rule.right - rule.left > _WIDE]
    top = next((r for r in reversed(wide) if r.baseline < rows[first].baseline), None)
    body = next((k for k in range(first, last + 1) if _has_figures(pieces[k])), first)
    above = [r for r in wide if r.baseline < rows[body].baseline and rows[body].baseline - r.baseline < _HEAD_REACH]
    header = 0
    if len(above) > 1:
        top = above[-2]
        first = next(k for k, row in enumerate(rows) if row.baseline > top.baseline)
        header = sum(1 for row in rows[first : last + 1] if row.baseline < above[-1].baseline)
    elif top is not None and rows[body].baseline - top.baseline < _HEAD_REACH:
        header = body - first
    return Region(first, last, columns, header)


def _text(piece: list[Stretch]) -> str:
    return "".join(stretch.text for stretch in piece)


def _has_figures(pieces: list[list[Stretch]]) -> bool:
    return len(pieces) > 1 and any(_FIGURE.match(_text(piece)) for piece in pieces[1:])


def _columns(pieces: list[list[Stretch]]) -> tuple[tuple[float, float], ...]:
    """The columns as edges: where the pieces of figures overlap, widened by the texts of the first column."""
    spans = sorted(
        (min(s.left for s in piece), max(s.inked for s in piece)) for piece in pieces if _text(piece).strip()
    )
    columns: list[tuple[float, float]] = []
    for left, right in spans:
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return tuple(columns)


def form_table(rows: Sequence[Row], region: Region, source: str, page: int, line: int) -> Table:
    """The table of a region. The span names the page and the number of its first line there."""
    edges = _edges(region.columns)
    logical: list[list[list[tuple[Run, ...]]]] = []
    filled: list[set[int]] = []
    previous: Row | None = None
    for number, row in enumerate(rows[region.first : region.last + 1]):
        cells = _cells(row, edges)
        taken = {k for k, runs in enumerate(cells) if runs}
        in_head = number < region.header
        near = previous is not None and row.baseline - previous.baseline < _WRAPPED * row.size
        wraps = near and (len(taken) == 1 or len(filled[-1]) == 1) if filled else False
        if filled and number and (in_head or (wraps and number != region.header)):
            for k in taken:
                logical[-1][k].append(cells[k])
            filled[-1] |= taken
        else:
            logical.append([[runs] if runs else [] for runs in cells])
            filled.append(taken)
        previous = row
    span = Span(source, page=page, line=line)
    width = region.columns[-1][1] - region.columns[0][0] or 1.0
    shares = tuple(round((b - a) / width, 3) for a, b in pairwise(edges))
    return Table(
        tuple(
            tuple(
                Cell((_line(parts, span),) if parts else (), header=number == 0 and region.header > 0)
                for parts in cells
            )
            for number, cells in enumerate(logical)
        ),
        span,
        shares,
    )


def _edges(columns: tuple[tuple[float, float], ...]) -> list[float]:
    """Where one column ends and the next begins, with the outer edges of the table."""
    between = [(a[1] + b[0]) / 2 for a, b in pairwise(columns)]
    return [columns[0][0], *between, columns[-1][1]]


def _cells(row: Row, edges: list[float]) -> list[tuple[Run, ...]]:
    """The runs of a row in each column."""
    shares: list[list[Stretch]] = [[] for _ in edges[1:]]
    inner = edges[1:-1]
    for piece in split_row(row, _CELL_GAP):
        left, right = min(s.left for s in piece), max(s.inked for s in piece)
        over = sum(1 for edge in inner if left < edge < right)
        # a piece over two columns is a heading of both, or two headings with less than a gap between them
        parts = [[stretch] for stretch in piece] if over and len(piece) > 1 else [piece]
        for part in parts:
            middle = (min(s.left for s in part) + max(s.inked for s in part)) / 2
            shares[sum(1 for edge in inner if middle > edge)].extend(part)
    return [piece_runs(sorted(part, key=lambda s: s.left), row) if part else () for part in shares]


def _line(parts: list[tuple[Run, ...]], span: Span) -> Line:
    runs: list[Run] = []
    for part in parts:
        if runs:
            runs[-1] = runs[-1].retold(runs[-1].text.rstrip() + " ")
        runs.extend(part)
    return Line(tuple(runs), span, whole=True)
