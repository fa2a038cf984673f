"""Right-to-left text: from the order in which characters stand on the page to the order in which they are read.

The inverse of the Unicode bidirectional algorithm for lines that hold one level of numbers and Latin words in
Arabic or Hebrew text, which is all that resolutions have.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from engross.readers.pdf.glyphs import Stretch

Placed = tuple[str, tuple[Stretch, float, float]]
"""A character, and the stretch and the edges that it stands in."""

_MIRROR = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_SEPARATORS = "./,:-–'%+"
_BETWEEN_WORDS = " \u00a0()[]&_"


def is_right_to_left(text: str) -> bool:
    """Whether most of the letters of a text are of a right-to-left script."""
    if text.isascii():
        return False
    right = left = 0
    for character in text:
        if "\u0590" <= character <= "\u08ff" or "\ufb1d" <= character <= "\ufefc":
            right += character.isalpha()
        else:
            left += character.isalpha()
    return right > left


def visual_characters(stretches: Iterable[Stretch]) -> list[Placed]:
    """The characters from left to right as they stand on the page.

    Characters of one glyph (a ligature) have one place; PDFium turns them with the stretch, so that they are
    turned back to stand in the glyph's own order when the line is read from the right.
    """
    placed: list[tuple[float, float, int, Placed]] = []
    for number, stretch in enumerate(stretches):
        for k, character in enumerate(stretch.text):
            left, right = stretch.lefts[k], stretch.rights[k]
            # a stretch that PDFium turned has its ligatures turned as well: the last of them was the first
            order = k if stretch.turned else -k
            placed.append((left, right, number * 100_000 + order, (character, (stretch, left, right))))
    placed.sort(key=lambda p: (round(p[0], 1), p[2]))
    return [p[3] for p in placed]


def order_logically(visual: list[Placed], *, mirror: bool) -> list[Placed]:
    """The characters of a right-to-left line in the order in which they are read."""
    logical: list[Placed] = []
    end = len(visual)
    while end > 0:
        start = _left_to_right_run(visual, end)
        if start < end:
            logical.extend(visual[start:end])
            end = start
            continue
        character, place = visual[end - 1]
        logical.append((character.translate(_MIRROR) if mirror else character, place))
        end -= 1
    return logical


def _left_to_right_run(visual: list[Placed], end: int) -> int:
    """Where the run of Latin letters and digits that ends before `end` starts; `end` if there is none."""
    if not _strong_left(visual[end - 1][0]):
        return end
    start = end - 1
    k = start
    letters = visual[start][0].isalpha()
    while k > 0:
        character = visual[k - 1][0]
        if _strong_left(character):
            letters = letters or character.isalpha()
            start = k - 1
        elif character not in _SEPARATORS and not (letters and character in _BETWEEN_WORDS):
            break
        k -= 1
    return start


def _strong_left(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("L", "EN", "AN")
