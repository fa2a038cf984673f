"""What was fitted by hand in an official PDF: no rule can foretell it, so that pages with it are counted apart.

Editors save a line or a page by drawing the characters of a paragraph together, by setting a page closer, or by
taking an empty line out of the foot of the first page. Each is measured on the glyphs themselves.

    python -m tests.corpus.copy_fits OFFICIAL.pdf …        what was fitted in each, a line each
"""

from __future__ import annotations

import ctypes
import itertools
import math
import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw

_DRAWN = -0.075
"""Points by which the characters of a line stand closer, on average, before it counts (editors take 0.1 and more)."""

_PAIRS = 25
"""Pairs of letters that a line must have for its average to say anything."""

_NOTE_FOOT = 1.0
"""Points by which the last note of a first page may stand off its usual place."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Something done by hand: on which page, what, and by how many points."""

    page: int
    kind: str
    points: float

    def __str__(self) -> str:
        return f"p{self.page} {self.kind} {self.points:+.2f} pt"


@dataclass(frozen=True, slots=True)
class _Glyph:
    x: float
    y: float
    size: float
    character: str


def find_fits(official: Path, first_foot: float) -> list[Fit]:
    """What was fitted by hand. `first_foot` is the usual baseline of the last note on the first page, in points."""
    pages = [_lines(page) for page in pypdfium2.PdfDocument(official)]
    return [*_drawn(pages), *_set_close(pages), *_moved_foot(pages[0], first_foot)]


def _lines(page: pypdfium2.PdfPage) -> list[list[_Glyph]]:
    """The glyphs of each baseline, from left to right."""
    height, text = page.get_height(), page.get_textpage()
    rows: dict[float, list[_Glyph]] = {}
    for place in range(text.count_chars()):
        x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
        raw.FPDFText_GetCharOrigin(text.raw, place, x, y)
        raw.FPDFText_GetMatrix(text.raw, place, matrix)
        size = raw.FPDFText_GetFontSize(text.raw, place) * math.hypot(matrix.b, matrix.d)
        character = chr(raw.FPDFText_GetUnicode(text.raw, place))
        baseline = round(height - y.value, 1)
        rows.setdefault(baseline, []).append(_Glyph(x.value, baseline, size, character))
    return [sorted(rows[baseline], key=lambda glyph: glyph.x) for baseline in sorted(rows)]


def _is_body(line: list[_Glyph]) -> bool:
    return len(line) > 1 and line[0].x > 110 and abs(statistics.median(glyph.size for glyph in line) - 10) < 0.6


def _drawn(pages: list[list[list[_Glyph]]]) -> Iterator[Fit]:
    """Lines whose letters stand closer together than those of the document."""
    steps: dict[str, list[float]] = {}
    for page in pages:
        for line in filter(_is_body, page):
            for pair, step in _steps(line):
                steps.setdefault(pair, []).append(step)
    usual = {pair: statistics.median(found) for pair, found in steps.items() if len(found) >= 5}
    for number, page in enumerate(pages, 1):
        for line in filter(_is_body, page):
            off = [step - usual[pair] for pair, step in _steps(line) if pair in usual]
            if len(off) >= _PAIRS and statistics.mean(off) < _DRAWN:
                yield Fit(number, "characters drawn together", statistics.mean(off))


def _steps(line: list[_Glyph]) -> Iterator[tuple[str, float]]:
    """The advances of letters inside words, by letter pair (kerning is the pair's)."""
    for left, right in itertools.pairwise(line):
        if left.character.isalpha() and right.character.isalpha() and abs(left.size - right.size) < 0.1:
            yield left.character + right.character, right.x - left.x


def _set_close(pages: list[list[list[_Glyph]]]) -> Iterator[Fit]:
    """Pages whose lines are set closer or wider than 12 points."""
    for number, page in enumerate(pages, 1):
        body = [line[0].y for line in page if _is_body(line)]
        pitches = [below - above for above, below in itertools.pairwise(body) if 11.0 <= below - above < 13.0]
        odd = [pitch - 12.0 for pitch in pitches if abs(pitch - 12.0) > 0.25]
        if len(odd) >= 3:
            yield Fit(number, "lines set", statistics.median(odd))


def _moved_foot(page: list[list[_Glyph]], usual: float) -> Iterator[Fit]:
    """The first page's notes, where they stand lower or higher than usual."""
    notes = [line[0].y for line in page if 8.0 < line[-1].size < 9.2 and line[0].x > 100 and 500 < line[0].y < 745]
    if notes and abs(notes[-1] - usual) > _NOTE_FOOT:
        yield Fit(1, "foot moved", notes[-1] - usual)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        fits = find_fits(Path(name), 703.7)
        print(name, "; ".join(map(str, fits)) or "nothing")
