"""Small capitals: capitals drawn in a smaller size on the same line, which stand for small letters.

A page keeps no trace of what was typed: Word and Pango draw the capital letter, and the file says `A`, or says `a` in
one place and `A` in another because both are one glyph. So the small ones are read as small letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engross.readers.pdf.glyphs import Stretch

_SMALL = (0.6, 0.86)
"""The size of small capitals as a share of the capitals beside them: Word's 0.8, Pango's 0.7, never a note's mark."""

_LEVEL = 0.05
"""They stand on the baseline of the capitals, within this share of the type size."""

_BESIDE = 0.1
"""The first one follows its capital within this share of the type size."""


def find_small_caps(piece: Sequence[Stretch], size: float, baseline: float) -> list[Stretch]:
    """The stretches of a piece, from the left, with small capitals marked as such and spelt in small letters.

    `size` and `baseline` are those of the line.
    """
    found: list[Stretch] = []
    for stretch in piece:
        small = _is_small(stretch, size, baseline)
        named = stretch.font.small_caps
        if not (named or (small and stretch.text.isupper())):
            found.append(stretch)
        elif not small:
            found.append(replace(stretch, small_caps=True))  # the font of them, and letters as they were typed
        elif named or _goes_on(found, stretch):
            if not named:
                _mark_capital(found)
            found.append(replace(stretch, text=_lowered(stretch.text), small_caps=True))
        else:
            found.append(stretch)
    return found


def _is_small(stretch: Stretch, size: float, baseline: float) -> bool:
    level = abs(stretch.baseline - baseline) <= _LEVEL * size
    return level and _SMALL[0] * size <= stretch.size < _SMALL[1] * size


def _goes_on(found: list[Stretch], stretch: Stretch) -> bool:
    """Whether the stretch before ends with a capital of the larger size that this one goes on with."""
    if not found:
        return False
    before = found[-1]
    larger = stretch.size < _SMALL[1] * before.size
    beside = abs(stretch.left - before.right) <= _BESIDE * before.size
    return larger and beside and before.text[-1].isupper() and not before.text[-2:-1].isupper()


def _mark_capital(found: list[Stretch]) -> None:
    """Part the capital with which a word in small capitals begins from what stands before it."""
    before = found.pop()
    last = len(before.text) - 1
    if last:
        found.append(replace(before, text=before.text[:last], lefts=before.lefts[:last], rights=before.rights[:last]))
    found.append(
        replace(
            before, text=before.text[last:], lefts=before.lefts[last:], rights=before.rights[last:], small_caps=True
        )
    )


def _lowered(text: str) -> str:
    """The text in small letters, as long as it was: a letter without one of its own stays."""
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)
