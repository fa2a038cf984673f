"""Printed lines out of the stretches of a page: by place, not by the order in which the page draws them.

Lines are read from the top; pieces of one baseline that a wide gap parts (the two sides of a masthead, the
cells of a table) are lines of their own, from the reading side onwards. Spaces that the page leaves as gaps
become spaces; a gap narrower than a word space is letter spacing or kerning and stays nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from engross.model.flow import Box, Line, Run
from engross.model.span import Span
from engross.readers.pdf.direction import (
    Placed,
    has_right_to_left,
    is_right_to_left,
    order_logically,
    visual_characters,
)
from engross.readers.pdf.glyphs import Stretch
from engross.readers.pdf.small_caps import find_small_caps

SPACE = 0.15
"""A gap of this share of the type size is a word space. Measured: the narrowest official space is 0.216 em,
letter spacing at most 0.02 em (geometry §4, §9)."""

TAB = 0.75
"""A gap of this share of the type size after a number is a tab."""

_SAME_LINE = 0.22  # baselines that differ by less than this share of the size are one line (printer grid)
_RAISED = (0.15, 0.75)  # a superscript stands this share of the line's size above its baseline
_SMALLER = 0.86  # and is smaller than this share of it
_NEAR = 1.8  # and starts or ends within this share of the size beside other characters of the line
_STOPS = ".،؛,;:"
_RANGE = re.compile(r"\d\s?[-‐‑–]\s?\d")
_LABEL_FROM_RIGHT = re.compile(r"\s*[-–]\s+\d{1,3}\s*$")
_TURNOVER = 40.0  # points: a line and the indented one above it end no further apart
_NEXT_LINE = 2.0  # times the size: no line follows another further below
_APART = 2.3  # a gap of this share of the size parts a line in two
_LABEL_REACH = 4.8  # but not between a number and its text, up to this gap
_LABEL = re.compile(r"^\W?\s*[^\W_]{1,5}(?:/[\w-]{1,8})*\s*[.)\-–:]{1,2}$|^[•●▪–—-]$|^\[?\d{1,3}\]?$")


@dataclass(slots=True)
class Row:
    """The stretches on one baseline. `turned` is a row of a right-to-left page that holds Latin letters and
    figures alone and is nevertheless read from the right; `mixed` one that holds more Latin letters than others.
    """

    baseline: float
    size: float
    stretches: list[Stretch]
    turned: bool = False
    mixed: bool = False

    def runs_from_right(self, text: str) -> bool:
        """Whether a piece of the row with this text is read from the right."""
        return self.turned or (has_right_to_left(text) if self.mixed else is_right_to_left(text))


def form_rows(stretches: Iterable[Stretch]) -> list[Row]:
    """The rows of a page from the top, raised characters with the row they stand in."""
    visible = [s for s in stretches if s.text.strip() or s.right > s.left]
    visible.sort(key=lambda s: (s.baseline, s.left))
    rows: list[Row] = []
    for stretch in visible:
        row = rows[-1] if rows else None
        if row and abs(stretch.baseline - row.baseline) <= _SAME_LINE * min(stretch.size, row.size):
            row.stretches.append(stretch)
            if stretch.text.strip():
                row.size = max(row.size, stretch.size)
        else:
            rows.append(Row(stretch.baseline, stretch.size, [stretch]))
    return _turn(_lower_raised(rows))


def _turn(rows: list[Row]) -> list[Row]:
    """On a page read from the right, turn the rows without a letter of its script that show their direction: a
    note's mark stands at their right end, or their stop at the left.
    """
    texts = ["".join(s.text for s in row.stretches) for row in rows]
    from_right = [is_right_to_left(text) for text in texts]
    if sum(from_right) * 2 <= len(rows):
        return rows
    above: Row | None = None
    for row, text, turned in zip(rows, texts, from_right, strict=True):
        if not turned:
            row.mixed = has_right_to_left(text)
            row.turned = not row.mixed and _is_turned(row, text, above)
        above = row
    return rows


def _is_turned(row: Row, text: str, above: Row | None) -> bool:
    """Whether a row without a letter of the page's script is read from the right."""
    inked = [s for s in row.stretches if s.text.strip()]
    last, first = max(inked, key=lambda s: s.right), min(inked, key=lambda s: s.left)
    stopped = first.text.lstrip()[0] in _STOPS
    if any(map(str.isalpha, text)):
        return stopped or (last.size < _SMALLER * row.size and last is not first)
    if stopped or _LABEL_FROM_RIGHT.match(text):
        return True  # the last figures of a sentence, or a number alone
    if not _RANGE.search(text) or above is None:
        return False
    # after Arabic letters a range runs from the right (UAX 9, W2): where the row goes on with the one above
    edge = max(s.right for s in above.stretches)
    return abs(edge - last.right) < _TURNOVER and row.baseline - above.baseline < _NEXT_LINE * row.size


def _lower_raised(rows: list[Row]) -> list[Row]:
    """Give the superscripts, which made rows of their own, to the row below that they belong to."""
    kept: list[Row] = []
    pending: list[Row] = []
    for row in rows:
        for high in pending:
            rise = row.baseline - high.baseline
            remaining: list[Stretch] = []
            for mark in high.stretches:
                fits = (
                    _RAISED[0] * row.size <= rise <= _RAISED[1] * row.size
                    and mark.size < _SMALLER * row.size
                    and _beside(mark, row)
                )
                (row.stretches if fits else remaining).append(mark)
            high.stretches = remaining
        pending = [
            *(h for h in pending if h.stretches and row.baseline - h.baseline < row.size),
            row,
        ]
        kept.append(row)
    return [row for row in kept if row.stretches]


def _beside(mark: Stretch, row: Row) -> bool:
    reach = _NEAR * row.size
    return any(
        abs(mark.left - s.right) <= reach or abs(s.left - mark.right) <= reach or s.left <= mark.left <= s.right
        for s in row.stretches
        if s.size > mark.size
    )


def form_lines(row: Row, pieces: list[list[Stretch]], source: str, page: int, number: int) -> list[Line]:
    """The printed lines of a row, one for each of its pieces. Spans name the page and the line on it, from
    `number`.
    """
    lines: list[Line] = []
    for piece in pieces:
        runs = piece_runs(piece, row)
        if not runs:
            continue
        ink = [s for s in piece if s.text.strip()]
        left, right = min(s.left for s in ink), max(s.inked for s in ink)
        box = Box(round(left, 2), round(right, 2), round(row.baseline, 2))
        span = Span(source, page=page, line=number + len(lines))
        lines.append(Line(runs, span, box, style="bar code" if ink[0].font.bar_code else ""))
    return lines


def split_row(row: Row, apart: float = _APART) -> list[list[Stretch]]:
    """The row's stretches, parted at gaps of `apart` times the type size; from the right in a row of a
    right-to-left script.
    """
    ordered = sorted(row.stretches, key=lambda s: (s.left, s.right))
    turned = row.runs_from_right("".join([s.text for s in ordered]))
    pieces: list[list[Stretch]] = []
    right = 0.0
    for stretch in ordered:
        blank = not stretch.text.strip()
        if pieces and (blank or not _parted(pieces[-1], stretch, stretch.left - right, row.size, apart, turned)):
            pieces[-1].append(stretch)
        else:
            pieces.append([stretch])
        if not blank or not pieces[-1][:-1]:
            right = max(right if len(pieces[-1]) > 1 else 0.0, stretch.right)
    pieces = [p for p in pieces if any(s.text.strip() for s in p)]
    return pieces[::-1] if turned else pieces


def _parted(piece: list[Stretch], following: Stretch, gap: float, size: float, apart: float, turned: bool) -> bool:
    if gap <= apart * size:
        return False
    number = following.text if turned else "".join(s.text for s in piece)
    return not (gap <= _LABEL_REACH * size and _LABEL.match(number.strip()))


def piece_runs(piece: list[Stretch], row: Row) -> tuple[Run, ...]:
    """The runs of one piece of a row, in logical order, trimmed."""
    text = "".join(s.text for s in piece)
    if row.runs_from_right(text):
        return _runs_from_right(piece, row)
    runs: list[Run] = []
    right: float | None = None
    if any(stretch.size != row.size or stretch.font.small_caps for stretch in piece):
        piece = find_small_caps(piece, row.size, row.baseline)
    for stretch in piece:
        words = _spaced(stretch)
        if right is not None:
            gap = stretch.left - right
            before = runs[-1].text[-1:] if runs else ""
            if not (before.isspace() or words[:1].isspace()) and gap > SPACE * row.size:
                tab = gap > TAB * row.size and _LABEL.match("".join(r.text for r in runs).strip())
                runs[-1] = runs[-1].retold(runs[-1].text + ("\t" if tab else " "))
        right = stretch.right if right is None else max(right, stretch.right)
        runs.append(_run(stretch, words, row))
    return _trimmed(_joined(runs))


def _runs_from_right(piece: list[Stretch], row: Row) -> tuple[Run, ...]:
    visual: list[Placed] = []
    last: Placed | None = None
    for placed in visual_characters(piece):
        if unicodedata.combining(placed[0]):  # stands over or under its letter, and leaves no gap
            visual.append(placed)
            continue
        if last and not placed[0].isspace() and not last[0].isspace():
            (_, (stretch, left, _)), (_, (_, _, right)) = placed, last
            if left - right > SPACE * row.size:
                wide = left - right > TAB * row.size
                signs = len(visual) - next(k for k in range(len(visual), 0, -1) if visual[k - 1] is last)
                visual.insert(len(visual) - signs, ("\t" if wide else " ", (stretch, right, left)))
        visual.append(placed)
        last = placed
    ordered = order_logically(visual)
    runs: list[Run] = []
    for character, (stretch, _, _) in ordered:
        if character == "\t" and not _LABEL.match("".join(r.text for r in runs).strip()):
            character = " "
        runs.append(_run(stretch, character, row))
    return _trimmed(_joined(runs))


def _spaced(stretch: Stretch) -> str:
    """The text of a stretch, with a space wherever its characters stand apart."""
    lefts, rights, text = stretch.lefts, stretch.rights, stretch.text
    reach = SPACE * stretch.size
    gaps = [
        k
        for k in range(1, len(text))
        if lefts[k] - rights[k - 1] > reach and not text[k].isspace() and not text[k - 1].isspace()
    ]
    if not gaps:
        return text
    cuts = [0, *gaps, len(text)]
    return " ".join(text[a:b] for a, b in pairwise(cuts))


def _run(stretch: Stretch, text: str, row: Row) -> Run:
    rise = row.baseline - stretch.baseline
    raised = stretch.size < _SMALLER * row.size and rise >= _RAISED[0] * row.size
    return Run(
        text,
        italic=stretch.italic,
        bold=stretch.font.bold,
        underline=stretch.underlined,
        small_caps=stretch.small_caps,
        raised=raised,
        size=row.size if stretch.small_caps else stretch.size,
        href=stretch.href,
    )


def _joined(runs: list[Run]) -> list[Run]:
    """Neighbours of one look made one; white space takes the look of what stands before it."""
    result: list[Run] = []
    for run in runs:
        if result:
            last = result[-1]
            if _alike(last, run) or (not run.text.strip() and not last.raised):
                result[-1] = last.retold(last.text + run.text)
                continue
        result.append(run)
    return result


def _alike(one: Run, other: Run) -> bool:
    """Whether two runs of a PDF look the same."""
    return (
        one.italic == other.italic
        and one.bold == other.bold
        and one.underline == other.underline
        and one.small_caps == other.small_caps
        and one.raised == other.raised
        and one.size == other.size
        and one.href == other.href
    )


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    while runs and not runs[-1].text.strip():
        runs.pop()
    while runs and not runs[0].text.strip():
        runs.pop(0)
    if runs:
        runs[0] = runs[0].retold(runs[0].text.lstrip())
        runs[-1] = runs[-1].retold(runs[-1].text.rstrip())
    return tuple(runs)
