"""Latin passages on a page that is read from the right.

WeasyPrint sets the pieces of a line (a change of type, a link, a note's mark) one by one from the right: a Latin
title in italics within a Latin sentence would part it, and its parts would stand in the wrong order. Pieces that
belong to one Latin passage are found here, to be set together from the left (Unicode Standard Annex 9).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from engross.writers.pdf.lines import Piece

_RANGE = re.compile(r"([^\w]*\d+)([-\u2010\u2011])(\d.*)", re.DOTALL)
_NUMBER = re.compile(r"\d+(?:[.,/:]\d+)*")
_STARTS = re.compile(r"\w")
_LEFT, _RIGHT, _FIGURES = "L", ("R", "AL"), ("EN", "AN")
_STRONG = (_LEFT, *_RIGHT)


@dataclass(frozen=True, slots=True)
class Passage:
    """Pieces that are set from the left, or (most) as the page goes."""

    pieces: tuple[Piece, ...]
    left_to_right: bool = False


def part_passages(pieces: Sequence[Piece], before: str = "") -> list[Passage]:
    """The pieces of a line in order, those of each Latin passage or number over several pieces together.

    Pieces of plain text that such a passage begins or ends in are cut there; a note's mark ends a passage.
    `before` is what the paragraph says before the line.
    """
    passages: list[Passage] = []
    text = "".join("\u0627" * len(piece.text) if piece.run.note else piece.text for piece in pieces)
    place = 0
    after_latin = ends_in_latin(before)
    for start, end in _latin(text, after_latin=after_latin):
        inside = _between(pieces, start, end)
        goes_on = after_latin and text[start].isdigit() and not _STARTS.search(text[:start])
        if inside and (len(inside) > 1 or goes_on):
            passages += [Passage(_between(pieces, place, start)), Passage(inside, left_to_right=True)]
            place = end
    passages.append(Passage(_between(pieces, place, len(text))))
    return [passage for passage in passages if passage.pieces]


def _latin(text: str, *, after_latin: bool) -> list[tuple[int, int]]:
    """Where Latin passages start and end: from a Latin letter to the last letter or figure before an Arabic one,
    and the bracket that closes what was opened within. Numbers among Arabic words are passages too; those at the
    start of a line go with the Latin words that the line before ended with.
    """
    found: list[tuple[int, int]] = []
    start = end = -1
    number = 0
    for place, character in enumerate(text):
        kind = unicodedata.bidirectional(character)
        if kind == _LEFT or (kind in _FIGURES and (start >= 0 or after_latin)):
            start, end = (place if start < 0 else start), place + 1
        elif kind in _RIGHT:
            after_latin = False
            if start >= 0:
                found.append((start, end))
            start = -1
        elif kind in _FIGURES and place >= number:
            number = place + len(_NUMBER.match(text, place)[0])  # type: ignore[index]
            found.append((place, number))
        elif character == ")" and start >= 0 and text.count("(", start, place) > text.count(")", start, place):
            end = place + 1
    if start >= 0:
        found.append((start, end))
    return found


def ends_in_latin(text: str) -> bool:
    """Whether the last letter of a text is a Latin one."""
    return _last_strong(text) == _LEFT


def _last_strong(text: str) -> str:
    return next((kind for kind in map(unicodedata.bidirectional, reversed(text)) if kind in _STRONG), "")


def _between(pieces: Sequence[Piece], start: int, end: int) -> tuple[Piece, ...]:
    """The pieces between two places of their text; links and note marks are never cut and go with their start."""
    found: list[Piece] = []
    place = 0
    for piece in pieces:
        first, last = place, place + len(piece.text)
        place = last
        if piece.run.href or piece.run.note:
            if start <= first < end:
                found.append(piece)
        elif text := piece.text[max(start - first, 0) : max(end - first, 0)]:
            found.append(replace(piece, text=text))
    return tuple(found)


def part_range(piece: Piece, before: str) -> list[Piece]:
    """A piece that begins with a range of figures, parted at its sign: after Arabic letters a range runs from the
    right (UAX 9, W2), and where the letters stand in the text `before` the piece, nothing in it says so.
    """
    match = None if piece.run.href or piece.run.note else _RANGE.match(piece.text)
    if match is None or _last_strong(before) != "AL":
        return [piece]
    return [replace(piece, text=match[1]), replace(piece, text=match[2]), replace(piece, text=match[3])]
