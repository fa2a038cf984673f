"""Vowel signs that are drawn apart from their letters: each goes back to the stretch that its letter stands in.

A page sets a sign higher or lower by moving its baseline, and PDFium gives it as text of its own: it would be a
line between the lines.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from engross.readers.pdf.glyphs import Stretch

_REACH = 0.75
"""A letter's baseline and middle are at most this share of the type size away from those of its sign."""

_LEANING = 0.3
"""A sign belongs to the letter before it, though another is nearer by this share of the type size: signs lean."""


def settle_signs(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches with those that are nothing but signs joined to the ones with their letters; a sign that stands
    by no letter stays as it is.
    """
    alone = [k for k, stretch in enumerate(stretches) if _is_signs(stretch.text)]
    if not alone:
        return list(stretches)
    settled: list[Stretch | None] = list(stretches)
    letters = _letters(stretches)
    for k in alone:
        owner = _owner(stretches[k], k, letters, stretches)
        if owner is None:
            continue
        letter = settled[owner[0]]
        assert letter is not None  # signs are no letters
        settled[owner[0]] = _joined(letter, stretches[k], stretches[owner[0]].lefts[owner[1]])
        settled[k] = None
    return [stretch for stretch in settled if stretch is not None]


def _is_signs(text: str) -> bool:
    return bool(text) and unicodedata.combining(text[0]) > 0 and all(unicodedata.combining(c) or c == " " for c in text)


def _letters(stretches: Sequence[Stretch]) -> dict[int, list[tuple[int, int]]]:
    """Right-to-left letters, as stretch and place in it, by the whole points of their baselines."""
    found: dict[int, list[tuple[int, int]]] = {}
    for k, stretch in enumerate(stretches):
        places = [(k, n) for n, c in enumerate(stretch.text) if unicodedata.bidirectional(c) in ("R", "AL")]
        if places:
            found.setdefault(round(stretch.baseline), []).extend(places)
    return found


def _owner(
    signs: Stretch, number: int, letters: dict[int, list[tuple[int, int]]], stretches: Sequence[Stretch]
) -> tuple[int, int] | None:
    """The letter that signs belong to: the last of the stretch before, if it is near, else the nearest."""
    reach = _REACH * signs.size
    near = [
        (_distance(signs, stretches[k], n), k, n)
        for baseline in range(round(signs.baseline - reach), round(signs.baseline + reach) + 1)
        for k, n in letters.get(baseline, ())
    ]
    near = [found for found in near if found[0] <= reach]
    nearest = min(near, default=None)
    before = max((found for found in near if found[1] == number - 1), key=lambda found: found[2], default=None)
    if nearest is None:
        return None
    leans = before is not None and before[2] == _last_letter(stretches[number - 1].text)
    if before is not None and leans and before[0] - nearest[0] <= _LEANING * signs.size:
        return before[1:]
    return nearest[1:]


def _last_letter(text: str) -> int:
    return max(n for n, c in enumerate(text) if unicodedata.bidirectional(c) in ("R", "AL"))


def _distance(signs: Stretch, stretch: Stretch, n: int) -> float:
    middle = (signs.lefts[0] + signs.rights[0]) / 2
    return abs((stretch.lefts[n] + stretch.rights[n]) / 2 - middle) + abs(stretch.baseline - signs.baseline) / 4


def _joined(stretch: Stretch, signs: Stretch, left: float) -> Stretch:
    """A stretch with signs after the letter whose left edge is `left`, on its own baseline."""
    text = signs.text.replace(" ", "")
    kept = [n for n, c in enumerate(signs.text) if c != " "]
    place = 1 + max(n for n, c in enumerate(stretch.text) if stretch.lefts[n] == left)
    return replace(
        stretch,
        text=stretch.text[:place] + text + stretch.text[place:],
        lefts=[*stretch.lefts[:place], *(signs.lefts[n] for n in kept), *stretch.lefts[place:]],
        rights=[*stretch.rights[:place], *(signs.rights[n] for n in kept), *stretch.rights[place:]],
    )
