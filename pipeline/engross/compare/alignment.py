"""Alignment: the units of several versions in rows, so that what answers each other stands in one row.

The first version leads. Each other one is aligned with it by dynamic programming over what does not depend on
language: the kind of a unit, its number, the notes, documents, dates and figures that it names, its share of
the whole length. What the leading version lacks makes rows of its own, at its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engross.compare.units import Unit

Row = tuple[Unit | None, ...]
"""One place of the resolution: the unit of each version, None where a version has nothing there."""

_GAP = -0.4
_UNLIKE = -9.0
_LEAST_BAND = 60
_RUNNING = frozenset({"recital", "paragraph", "prose", "heading", "point"})


def align(versions: Sequence[Sequence[Unit]]) -> tuple[Row, ...]:
    """The rows of versions given as their units; every unit stands in exactly one row, in its order."""
    if not versions:
        return ()
    first = versions[0]
    count = len(versions)
    rows = [_Row([unit, *[None] * (count - 1)]) for unit in first]
    between: list[list[_Row]] = [[] for _ in range(len(first) + 1)]
    for index, version in enumerate(versions[1:], 1):
        place, used = 0, 0
        for left, right in _pairs(first, version):
            if left is not None and right is not None:
                rows[left].cells[index] = version[right]
            if left is not None:
                place, used = left + 1, 0
            elif right is not None:
                used = _insert(between[place], used, index, version[right], count)
    found = list(between[0])
    for row, extra in zip(rows, between[1:], strict=True):
        found += [row, *extra]
    return tuple(tuple(row.cells) for row in found)


@dataclass(slots=True)
class _Row:
    cells: list[Unit | None]


def _insert(rows: list[_Row], start: int, index: int, unit: Unit, count: int) -> int:
    """Puts a unit that the leading version lacks among those of other versions; the place after it."""
    for place in range(start, len(rows)):
        if any(other is not None and _likeness(other, unit, 1.0) > 0 for other in rows[place].cells):
            rows[place].cells[index] = unit
            return place + 1
    cells: list[Unit | None] = [None] * count
    cells[index] = unit
    rows.insert(start, _Row(cells))
    return start + 1


def _pairs(left: Sequence[Unit], right: Sequence[Unit]) -> list[tuple[int | None, int | None]]:
    """Which unit of one version answers which of another; None for nothing."""
    if len(left) == len(right) and all(map(_fits, left, right)):
        return [(place, place) for place in range(len(left))]
    weight = (sum(len(u.text) for u in left) or 1) / (sum(len(u.text) for u in right) or 1)
    band = max(_LEAST_BAND, 2 * abs(len(left) - len(right)) + _LEAST_BAND // 2)
    return _trace(_table(left, right, weight, band), len(left), len(right), band)


def _fits(left: Unit, right: Unit) -> bool:
    """Whether two units have one shape: then, all along two versions, nothing has to be weighed."""
    return (left.kind, left.depth) == (right.kind, right.depth) and (
        left.numbers == right.numbers or not left.numbers.isdisjoint(right.numbers)
    )


def _table(left: Sequence[Unit], right: Sequence[Unit], weight: float, band: int) -> list[dict[int, tuple[float, str]]]:
    """For every two places the best score so far and the last step to it, `both`, `left` or `right`."""
    below = float("-inf")
    nothing = (below, "")
    table: list[dict[int, tuple[float, str]]] = [{place: (place * _GAP, "right") for place in range(band + 1)}]
    for i, unit in enumerate(left, 1):
        before = table[-1]
        row: dict[int, tuple[float, str]] = {}
        for j in range(max(0, i - band), min(len(right), i + band) + 1):
            best = (before.get(j, nothing)[0] + _GAP, "left")
            if j:
                best = max(best, (row.get(j - 1, nothing)[0] + _GAP, "right"))
                if (known := before.get(j - 1, nothing)[0]) > below:
                    best = max(best, (known + _likeness(unit, right[j - 1], weight), "both"))
            row[j] = best
        table.append(row)
    return table


def _trace(table: list[dict[int, tuple[float, str]]], i: int, j: int, band: int) -> list[tuple[int | None, int | None]]:
    steps: list[tuple[int | None, int | None]] = []
    while i or j:
        step = table[i][j][1] if abs(i - j) <= band and j in table[i] else ("left" if i > j else "right")
        if not i:
            step = "right"
        elif not j:
            step = "left"
        i, j = i - (step != "right"), j - (step != "left")
        steps.append((i if step != "right" else None, j if step != "left" else None))
    return steps[::-1]


def _likeness(left: Unit, right: Unit, weight: float) -> float:
    """How well two units answer each other; below twice the price of a gap they stay apart."""
    if left.kind == right.kind:
        score = 1.0
    elif left.kind in _RUNNING and right.kind in _RUNNING:
        score = -0.6
    else:
        return _UNLIKE
    score -= 0.3 * abs(left.depth - right.depth)
    if left.numbers or right.numbers:
        score += -1.0 if left.numbers.isdisjoint(right.numbers) else 1.0
    for one, other in (
        (left.symbols, right.symbols),
        (left.dates, right.dates),
        (left.figures, right.figures),
    ):
        if one or other:
            score += 2.0 * len(one & other) / len(one | other) - 0.7
    if left.notes or right.notes:
        score += 0.5 if len(left.notes) == len(right.notes) else -0.5
    return score - _disproportion(len(left.text), len(right.text) * weight)


def _disproportion(one: float, other: float) -> float:
    """0 for lengths that fit, up to 1.2 for lengths that do not; short texts say little."""
    return 1.2 * abs(one - other) / (one + other + 40)
