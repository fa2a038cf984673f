"""Numbers of paragraphs and points: those typed into the text, and how deep a point's number stands."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from lxml import etree

from engross.akn.namespace import name

_TYPED = re.compile(
    r"[ \t\r\n]*(?P<marker>"
    r"[(（]\w{1,5}[)）]|\w{1,4}[.)]|\d{1,4}[ \u00a0]?[-–—]|[•·●▪–—-])"
    r"(?:\t[ \t]*|(?<=\))\u00a0[ \u00a0]*)(?=\S)"
)
_HEADING = re.compile(
    r"[ \t\r\n]*(?P<marker>[IVXLC]{1,7}\.?|\w[.)]|\d{1,3}[.)]|[(（]\w{1,4}[)）])(?:\t[ \t]*|(?<=\.)[ \u00a0]+)(?=\S)"
)
_PARAGRAPH = re.compile(r"\d+(?:[.)]|[ \u00a0]?[-–—])?")
_SECTION = re.compile(r"(?:[IVXLC]{1,7}|[A-ZА-Я])[.)]?")
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзийклмнопрстуфхцчшщэюя",
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "一二三四五六七八九十",
)
_SAME = str.maketrans({"ا": "أ", "ﻫ": "ه", "ة": "ه"})


def typed_marker(p: etree._Element) -> str:
    """The number that a paragraph of a file begins with, set off by a tab; empty where there is none.

    A bracket may be followed by a no-break space instead, as in the French files.
    """
    match = _TYPED.match(_leading(p))
    return match["marker"] if match else ""


def typed_heading_marker(heading: etree._Element) -> str:
    """The number before a heading's title, set off by a tab; empty where there is none."""
    match = _HEADING.match(_leading(heading))
    return match["marker"] if match else ""


def _leading(p: etree._Element) -> str:
    """The characters at the start of an element, up to its first note."""
    found: list[str] = []

    def walk(node: etree._Element) -> bool:
        found.append(node.text or "")
        for child in node:
            if name(child) == "authorialNote" or sum(map(len, found)) > 80 or not walk(child):
                return False
            found.append(child.tail or "")
        return True

    walk(p)
    return "".join(found)


def take_marker(p: etree._Element, marker: str) -> None:
    """Takes the characters of `marker` out of the start of a copied paragraph, and the mark-up left empty."""
    left = len(marker)
    for node in list(p.iter("*")):
        for slot in ("text", "tail"):
            if slot == "tail" and node is p:
                continue
            text = getattr(node, slot) or ""
            taken = min(left, len(text))
            left -= taken
            rest = text[taken:]
            setattr(node, slot, (rest.lstrip(" \u00a0") if not left else rest) or None)
            if not left and rest.strip(" \u00a0"):
                _drop_empty(p)
                return


def _drop_empty(p: etree._Element) -> None:
    while len(p) and not len(p[0]) and not p[0].text and not p.text and name(p[0]) in {"i", "b", "u", "sup"}:
        p.text = p[0].tail
        p.remove(p[0])


def is_section_number(num: str) -> bool:
    """Whether a printed number is one of sections (`IV.`, `B.`), which no paragraph has."""
    return _SECTION.fullmatch(num.strip()) is not None


def is_paragraph_number(num: str) -> bool:
    """Whether a printed number is a paragraph's (`1.`, `1 -`), not a point's (`(a)`, `(1)`)."""
    return bool(_PARAGRAPH.fullmatch(num.strip()))


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    value: int


class Depths:
    """Tells how deep each point of a sequence stands: (i) after (h) is a letter, after (a) it opens a list."""

    def __init__(self) -> None:
        self._open: list[_Level] = []

    @property
    def is_open(self) -> bool:
        """Whether any point was placed."""
        return bool(self._open)

    def place(self, marker: str) -> int:
        """The depth of the next point, counted from 0, and at most one more than that of the point before."""
        readings = _readings(marker)
        for depth in range(len(self._open) - 1, -1, -1):
            level = self._open[depth]
            for reading in readings:
                if reading.kind == level.kind and reading.value == level.value + 1:
                    return self._at(depth, reading)
        first = next((reading for reading in readings if reading.value == 1), None)
        if first is not None and all(level.kind != first.kind for level in self._open):
            return self._at(len(self._open), first)
        for depth in range(len(self._open) - 1, -1, -1):
            for reading in readings:
                if reading.kind == self._open[depth].kind:
                    return self._at(depth, reading)
        return self._at(len(self._open) if first is not None else 0, readings[0])

    def _at(self, depth: int, reading: _Level) -> int:
        self._open = [*self._open[:depth], reading]
        return depth


def _readings(marker: str) -> list[_Level]:
    """What a marker can stand for: (i) is the ninth letter or Roman one. The Roman reading stands first."""
    plain = unicodedata.normalize("NFKC", marker).strip("() .-–—\u00a0").translate(_SAME)
    shape = ("()" if marker[:1] in "(（" else "") + ("A" if plain[:1].isupper() else "a")
    lower = plain.lower()
    if not lower:
        return [_Level("bullet" + marker, 1)]
    if lower.isdigit():
        return [_Level("1" + shape, int(lower))]
    found: list[_Level] = []
    if lower.isascii() and _ROMAN.fullmatch(lower):
        found.append(_Level("roman" + shape, _roman(lower)))
    found += [
        _Level(alphabet[0] + shape, alphabet.index(lower[0]) + 1 + len(alphabet) * (len(lower) - 1))
        for alphabet in _ALPHABETS
        if lower[0] in alphabet and len(set(lower)) == 1
    ]
    return found or [_Level(shape, 1)]


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
