"""Text that a file gives in the place of its glyphs (ActualText): PDFium puts all of it where the first glyphs are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from engross.readers.pdf.glyphs import Stretch

_NARROW = 0.22
"""Letters narrower on average than this share of the type size are not drawn there: the narrowest are a quarter."""
_WIDE = 0.8
"""Letters are at most so wide, on average."""
_USUAL = 0.7
_SPACE = 0.25
_LEVEL = 0.2


def spread_actual_text(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches, each that is too narrow for its letters as wide as the room up to what is drawn next; at a line's
    end, up to the edge at which most lines of the page end.
    """
    narrow = [_is_narrow(stretch) for stretch in stretches]
    if not any(narrow):
        return list(stretches)
    ends = Counter(round(s.right) for s, squeezed in zip(stretches, narrow, strict=True) if not squeezed)
    edge = float(max(ends, key=lambda place: (ends[place - 1] + ends[place] + ends[place + 1], place), default=0))
    following = [*stretches[1:], None]
    return [
        _spread(stretch, after, edge) if squeezed else stretch
        for stretch, after, squeezed in zip(stretches, following, narrow, strict=True)
    ]


def _is_narrow(stretch: Stretch) -> bool:
    length = len(stretch.text)
    return length > 2 and stretch.right - stretch.left < _NARROW * stretch.size * length and not stretch.text.isspace()


def _spread(stretch: Stretch, following: Stretch | None, edge: float) -> Stretch:
    if any("\u0590" <= character <= "\u08ff" for character in stretch.text):
        return stretch  # letters of right-to-left scripts overlap
    length = len(stretch.text)
    right = stretch.left + _USUAL * stretch.size * length
    if edge > stretch.left:
        right = min(right, edge)
    if following is not None and abs(following.baseline - stretch.baseline) < _LEVEL * stretch.size:
        apart = following.text[:1].isalnum() and stretch.text[-1:].isalnum()  # two words, as far as can be told
        end = following.left - (_SPACE * stretch.size if apart else 0.0)
        right = min(stretch.left + _WIDE * stretch.size * length, end)
    if right <= stretch.right:
        return stretch
    step = (right - stretch.left) / length
    lefts = [stretch.left + step * n for n in range(length)]
    return replace(stretch, lefts=lefts, rights=[left + step for left in lefts])
