"""Underlines: the rules that run right under words are part of their look, and no rules of the page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from engross.model.flow import Box
from engross.readers.pdf.glyphs import Stretch

_NEAR, _FAR, _LOW = 0.03, 0.24, 0.55
"""How far below the baseline an underline lies, as shares of the type size: Latin fonts ask for 0.08 to 0.15, Word sets
it up to 0.2 below; the rules of tables and mastheads lie 0.3 and more below the words above them. Arabic fonts ask for
up to 0.5: so low, a rule is an underline only where it is exactly as wide as pieces of text that look alike."""

_OVERHANG, _EXACT = 0.35, 0.12
"""What an underline may reach beyond the words, as a share of the type size (it may go on under a space); and how far
the ends of a low one may be from those of the pieces."""


def take_underlines(stretches: Sequence[Stretch], rules: Sequence[Box]) -> tuple[list[Stretch], list[Box]]:
    """The stretches, those over an underline marked as underlined (and cut where it begins and ends), and the rules
    that are none. `rules` are in order from the top.
    """
    heights = [rule.baseline for rule in rules]
    over: dict[int, list[int]] = {}
    for number, stretch in enumerate(stretches):
        first = bisect_left(heights, stretch.baseline + _NEAR * stretch.size)
        last = bisect_right(heights, stretch.baseline + _LOW * stretch.size)
        for place in range(first, last):
            if stretch.text.strip() and rules[place].left < stretch.right and rules[place].right > stretch.left:
                over.setdefault(place, []).append(number)
    under = {place: found for place, found in over.items() if _fits(rules[place], [stretches[n] for n in found])}
    marked = {n: rules[place] for place, found in under.items() for n in found}
    kept = [
        part
        for number, stretch in enumerate(stretches)
        for part in (_cut(stretch, marked[number]) if number in marked else (stretch,))
    ]
    return kept, [rule for place, rule in enumerate(rules) if place not in under]


def _fits(rule: Box, above: Sequence[Stretch]) -> bool:
    """Whether a rule begins and ends with characters above it."""
    size = max(stretch.size for stretch in above)
    if rule.baseline - above[0].baseline > _FAR * size:
        inside = [stretch for stretch in above if _is_over(stretch.left, stretch.inked, rule)] or above
        edges = min(stretch.left for stretch in inside), max(stretch.inked for stretch in inside)
        return abs(edges[0] - rule.left) <= _EXACT * size and abs(edges[1] - rule.right) <= _EXACT * size
    reach = _OVERHANG * size
    places = [
        (left, right)
        for stretch in above
        for left, right, character in zip(stretch.lefts, stretch.rights, stretch.text, strict=True)
        if not character.isspace() and _is_over(left, right, rule)
    ]
    if not places:
        return False
    left, right = min(place[0] for place in places), max(place[1] for place in places)
    return left - rule.left <= reach and rule.right - right <= reach


def _is_over(left: float, right: float, rule: Box) -> bool:
    return rule.left <= (left + right) / 2 <= rule.right


def _cut(stretch: Stretch, rule: Box) -> list[Stretch]:
    """The stretch in parts: those over the rule are underlined."""
    flags = [_is_over(left, right, rule) for left, right in zip(stretch.lefts, stretch.rights, strict=True)]
    parts = []
    start = 0
    for underlined, group in groupby(flags):
        end = start + len(list(group))
        parts.append(
            replace(
                stretch,
                text=stretch.text[start:end],
                lefts=stretch.lefts[start:end],
                rights=stretch.rights[start:end],
                underlined=stretch.underlined or underlined,
            )
        )
        start = end
    return parts
