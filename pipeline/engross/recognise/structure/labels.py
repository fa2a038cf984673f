"""Labels in their sequence: which list a number, a letter or a bullet goes on, and which one it opens.

A sign alone does not say what it is: `(i)` follows `(h)` or begins (i), (ii). The decision is the sequence's:
a label goes on with the list it continues, the innermost first; a new list begins with its first sign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engross.lexicon.matches import LabelMatch, LabelReading

DEEPEST = 6
"""More degrees of lists than this are not nested any deeper (measured: three degrees at most)."""

_SIGN = re.compile(r"\w+")
_SPACES = re.compile(r"\s+")
_DASH = re.compile("[-‐-―]$")  # `1 -` and `1.` are one numbering: languages and typists mix them


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, its shape (`(x)`, `x.`) and the ways in which it can be read."""

    text: str
    shape: str
    readings: tuple[LabelReading, ...]

    @property
    def is_number(self) -> bool:
        """Whether it is a figure with a stop, as operative paragraphs have it."""
        return self.readings[0].kind == "number"

    @property
    def is_bullet(self) -> bool:
        """Whether it is a bullet or a dash."""
        return self.readings[0].kind == "bullet"

    @property
    def value(self) -> int:
        """The value of the first reading."""
        return self.readings[0].value


@dataclass(slots=True)
class Level:
    """An open list: kind and shape of its labels and the last value seen."""

    kind: str
    shape: str
    last: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label belongs: `depth` of its level among the open ones, and the reading that was chosen."""

    depth: int
    reading: LabelReading


def label_of(match: LabelMatch, quoted: str = "") -> Label:
    """The label that a match of the lexicon stands for; `quoted` are quotation marks before it."""
    text = quoted + _SPACES.sub(" ", match.text).strip()
    shape = text if match.kind == "bullet" else _DASH.sub(".", _SIGN.sub("x", text).replace(" ", ""))
    return Label(text, shape, match.readings)


def locate(label: Label, levels: Sequence[Level], following: Label | None, opens: bool) -> Place:
    """Where a label goes among the open lists, innermost last.

    `following` is the next label of the same shape; `opens` says that the text before ends with a colon.
    """
    ranked = sorted(
        ((_rank(reading, label.shape, depth, levels, opens), -depth, order, depth, reading)
         for order, reading in enumerate(label.readings)
         for depth in range(len(levels) + 1)),
        key=lambda choice: choice[:3],
    )  # fmt: skip
    best = ranked[0]
    rival = next((choice for choice in ranked if choice[4].kind != best[4].kind and choice[0] <= 1), None)
    if rival is not None and best[0] <= 1 and following is not None:
        lasting, better = _goes_on(best[4], following), _goes_on(rival[4], following)
        best = rival if better and not lasting else best
    return Place(best[3], best[4])


def _goes_on(reading: LabelReading, following: Label) -> bool:
    return any(other.kind == reading.kind and other.value == reading.value + 1 for other in following.readings)


def _rank(reading: LabelReading, shape: str, depth: int, levels: Sequence[Level], opens: bool) -> int:
    """How badly a reading fits a depth: 0 goes on, 1 begins a list, then gaps, repeats and orphans."""
    if depth == len(levels):
        if depth >= DEEPEST:
            return 10
        if reading.kind == "bullet" or reading.value == 1:
            other = not levels or levels[-1].shape != shape or levels[-1].kind != reading.kind
            return 1 if opens or other else 3
        return 6
    level = levels[depth]
    if level.kind != reading.kind or level.shape != shape:
        return 9
    if reading.kind == "bullet" or reading.value == level.last + 1:
        return 2 if opens and reading.value == 1 and depth < len(levels) - 1 and reading.kind != "bullet" else 0
    if reading.value > level.last + 1:
        return 4 if reading.value - level.last < 5 else 5
    return 2 if reading.value == 1 and not opens else 5
