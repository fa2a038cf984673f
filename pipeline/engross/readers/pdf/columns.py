"""Pages that are set in two columns (scans of old volumes and records): one column is read after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from engross.readers.pdf.glyphs import Stretch
from engross.readers.pdf.lines import Row

_LEAST = 8  # lines on each side: fewer are a masthead, or columns of closing lines
_MIDDLE = (0.35, 0.68)  # of the page's width: where a second column may begin
_CROSSING = 0.25  # of the lines may go across: titles
_LETTERS = 14  # of each line, on average: figures in columns are a table
_SLACK = 2.0  # points


@dataclass(slots=True)
class Block:
    """Rows that are read one after the other, and how far they stand from the place of the first column, in points."""

    rows: list[Row]
    shift: float = 0.0


def part_columns(rows: Sequence[Row], pieces: Sequence[list[list[Stretch]]], width: float) -> list[Block]:
    """The rows of a page in blocks in the order of reading: lines that go across, the left column, the right one.

    One block where the page is not set in columns.
    """
    gutter = _find_gutter([piece for found in pieces for piece in found], width)
    if gutter is None:
        return [Block(list(rows))]
    edge = min(_left(piece) for found in pieces for piece in found if _side(piece, gutter) < 0)
    across = Block([])
    left, right = Block([]), Block([], gutter - edge)
    blocks = [across]
    for row, found in zip(rows, pieces, strict=True):
        sides = [_side(piece, gutter) for piece in found]
        if 0 in sides:
            if left.rows or right.rows:
                across, left, right = Block([]), Block([]), Block([], gutter - edge)
                blocks.append(across)
            across.rows.append(row)
            continue
        if not (left.rows or right.rows):
            blocks += [left, right]
        for column, side in ((left, -1), (right, 1)):
            own = [s for piece, at in zip(found, sides, strict=True) if at == side for s in piece]
            if own:
                column.rows.append(Row(row.baseline, max(s.size for s in own), own, row.turned, row.mixed))
    return [block for block in blocks if block.rows]


def _find_gutter(pieces: Sequence[list[Stretch]], width: float) -> float | None:
    """Where the second column begins, in points; None where there is none."""
    lefts = Counter(round(left) for piece in pieces if _MIDDLE[0] * width < (left := _left(piece)) < _MIDDLE[1] * width)
    if not lefts:
        return None
    near = {place: lefts[place] + lefts[place - 1] + lefts[place + 1] for place in lefts}
    gutter = min(lefts, key=lambda place: (-near[place], place))
    if near[gutter] < _LEAST:
        return None
    first = min(place for place in lefts if abs(place - gutter) <= 30 and near[place] > near[gutter] / 4)
    sides: dict[int, list[list[Stretch]]] = {-1: [], 0: [], 1: []}
    for piece in pieces:
        sides[_side(piece, first)].append(piece)
    if len(sides[0]) > _CROSSING * len(pieces):
        return None
    if any(len(sides[side]) < _LEAST or _letters(sides[side]) < _LETTERS for side in (-1, 1)):
        return None
    return float(first)


def _side(piece: Sequence[Stretch], gutter: float) -> int:
    """-1 left of the gutter, 1 right of it, 0 across."""
    if _left(piece) >= gutter - _SLACK:
        return 1
    return -1 if max(s.inked for s in piece if s.text.strip()) <= gutter else 0


def _left(piece: Sequence[Stretch]) -> float:
    return min(s.left for s in piece if s.text.strip())


def _letters(pieces: Sequence[list[Stretch]]) -> float:
    """The letters of a line, on average."""
    return sum(sum(map(str.isalpha, s.text)) for piece in pieces for s in piece) / len(pieces)
