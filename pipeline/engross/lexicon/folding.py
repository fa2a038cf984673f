"""Folding: one plain form of a text for recognising, with the way back to the characters as they stand.

Sources differ in what carries no meaning here: case, accents lost by OCR, straight or curly apostrophes,
kinds of dash and space, Arabic vowel signs and tatweel, presentation forms out of PDFs, marks of direction.
Folding takes all of that away, from the words of the lexicon and from the text alike.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

_QUOTES = dict.fromkeys("’‘ʼ´`′ʹ‛ꞌ＇", "'") | dict.fromkeys("“”„«»‟″＂", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−﹣－", "-")
_DROPPED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff\u0640"
_DROPPED += "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_FULL_WIDTH = {chr(0xFF00 + n): chr(0x20 + n).lower() for n in range(1, 0x5F)} | {"、": ",", "。": "."}
_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "،": ",", "؛": ";", "؟": "?"}
_ARABIC |= {chr(0x660 + n): str(n) for n in range(10)} | {chr(0x6F0 + n): str(n) for n in range(10)}
_SIGNS = {"ª": "a", "º": "o", "°": "o", "œ": "oe", "æ": "ae", "№": "no", "ı": "i"}


class _Folds(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


def _fold_character(char: str) -> str:
    for table in (_QUOTES, _DASHES, _ARABIC, _FULL_WIDTH, _SIGNS):
        if char in table:
            return table[char]
    if char in _DROPPED or unicodedata.combining(char):
        return ""
    if char.isspace():
        return " "
    if char < "\x80":
        return char.lower()
    if 0xFB50 <= ord(char) <= 0xFEFF or "ᴬ" <= char <= "ᶿ":
        expanded = unicodedata.normalize("NFKC", char)
        return "".join(_fold_character(c) for c in expanded) if expanded != char else char
    plain = "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))
    return (plain or char).lower()


_FOLDS = _Folds()
_IRREGULAR = re.compile(r"\s\s|^\s")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where its characters stand in the original."""

    text: str
    original: str
    offsets: tuple[int, ...] | None = None

    def start(self, position: int) -> int:
        """The place in the original of the folded character at `position`."""
        if self.offsets is None:
            return position
        return self.offsets[position] if position < len(self.offsets) else len(self.original)

    def end(self, position: int) -> int:
        """The place in the original just after the folded character before `position`, with the vowel signs
        and other marks that belong to it.
        """
        if self.offsets is None or position == 0:
            return position
        place = self.offsets[position - 1] + 1
        while place < len(self.original) and _FOLDS[ord(self.original[place])] == "":
            place += 1
        return place


@functools.lru_cache(maxsize=128)  # a line is tried against many forms in a row
def fold(text: str) -> Folded:
    """Fold a text; runs of white space become one space, space at the start is dropped."""
    folded = text.translate(_FOLDS)
    if len(folded) == len(text) and not _IRREGULAR.search(folded) and _is_regular(text):
        return Folded(folded, text)
    characters: list[str] = []
    offsets: list[int] = []
    for place, char in enumerate(text):
        for piece in _FOLDS[ord(char)]:
            if piece == " " and (not characters or characters[-1] == " "):
                continue
            characters.append(piece)
            offsets.append(place)
    return Folded("".join(characters), text, tuple(offsets))


def _is_regular(text: str) -> bool:
    return text.isascii() or all(len(_FOLDS[ord(char)]) == 1 for char in set(text))


@functools.lru_cache(maxsize=4096)
def fold_word(text: str) -> str:
    """The folded form of a word or phrase of the lexicon."""
    return fold(text).text.strip()
