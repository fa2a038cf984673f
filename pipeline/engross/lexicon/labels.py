"""Labels of paragraphs and points: 1., (a), (i), a), ’1‘, (أ), ㈠, and the bullet.

Signs of numbering by language: official-style §5.3. Recognising is the same for all Latin-letter languages,
because a text may use another language's habits; letters of another alphabet are data (`[labels]`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any, Literal

from engross.lexicon.folding import fold_word
from engross.lexicon.matches import LabelMatch, LabelReading
from engross.lexicon.numerals import Numerals, read_roman, spell_roman

_SPACE = r"[\s\u00a0\u202f]"
_NUMBER = re.compile(
    rf"(?P<sign>(?P<value>\d{{1,3}})(?:[.．、]|{_SPACE}\.(?={_SPACE})|{_SPACE}?[-‑–—]|\)))(?={_SPACE}|$|[^\W\d_a-zA-Z]|[A-Z][a-z])"
)
_DECIMAL = re.compile(rf"(?P<sign>(?:\d{{1,2}}\.)+(?P<value>\d{{1,2}})\.?)(?={_SPACE}+[^\W\d_a-zà-ÿа-я]|$)")
_LETTER = re.compile(rf"(?P<sign>\(?{_SPACE}?(?P<value>[a-z]{{1,5}}|[ivxl]{{1,7}}){_SPACE}?\))(?![\w(])")
_LETTER_STOP = re.compile(rf"(?P<sign>(?P<value>[a-z]{{1,2}}|[ivxl]{{1,6}})\.)(?={_SPACE}|$)")
_QUOTED = re.compile(r"(?P<sign>[’'‘](?P<value>\d{1,2})[‘'’])")
_BRACED = re.compile(rf"(?P<sign>\((?P<value>\d{{1,2}})\))(?={_SPACE}|$)")
_BULLET = re.compile(rf"(?P<sign>[•▪●◦‣·■□–—-])(?:{_SPACE}+|$)")
_CIRCLED = re.compile(r"(?P<sign>[㈠-㈩]+)")
_ANY_LETTER = re.compile(rf"(?P<sign>\(?{_SPACE}?(?P<value>[^\W\d_]\u0640?(?:{_SPACE}?[^\W\d_])?){_SPACE}?\))")
_WORDED = re.compile(r"[(（](?P<value>[^()（）\s]{1,12})[)）]")
_MARKS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_LEAD = re.compile(rf"[\s\u00a0{_MARKS}]*")
_TRAIL = re.compile(rf"[\s\u00a0\u202f{_MARKS}]*")
_LATIN = "abcdefghijklmnopqrstuvwxyz"
Style = Literal["paragraph", "point", "subpoint"]


class LabelForms:
    """The labels of one language: `paragraph`, `point` and `subpoint` as printed, `letters` the alphabet
    where it is not the Latin one, `doubled` what stands between the two letters after the last, `lookalikes`
    letters of another script that stand for Latin ones.
    """

    def __init__(self, data: Mapping[str, Any], numerals: Numerals | None) -> None:
        self._data = data
        self._letters: str = data.get("letters", _LATIN)
        self._doubled: str = data.get("doubled", "")
        self._lookalikes: Mapping[str, str] = data.get("lookalikes", {})
        self._numerals = numerals

    def spell(self, style: Style, number: int) -> str:
        """The printed label of the nth paragraph, point or subpoint."""
        return str(self._data[style]).format(
            n=number, letter=self.letter(number), roman=spell_roman(number).lower(), sign=chr(0x321F + number)
        )

    def letter(self, number: int) -> str:
        """The nth letter of the language's alphabet; after the last one they are doubled: aa, bb."""
        turns, place = divmod(number - 1, len(self._letters))
        return self._doubled.join(self._letters[place] * (turns + 1))

    def letter_value(self, text: str) -> int | None:
        """The place of a letter (or a doubled one) in the language's alphabet, or in the Latin one."""
        found = self._place(text)
        return found[0] + 1 + found[2] * (found[1] - 1) if found else None

    def latin(self, text: str) -> str:
        """The Latin letter at the same place, doubled where this one is; the text itself for no letter."""
        found = self._place(text)
        if not found:
            return text
        place, count, _ = found
        return _LATIN[place] * count if place < len(_LATIN) else _LATIN[place - len(_LATIN)] * 2

    def own(self, latin: str) -> str:
        """The language's own letter at the place of a Latin one, doubled where that one is."""
        place = _LATIN.index(latin[0])
        return self._doubled.join(self._letters[place] * len(latin))

    def _place(self, text: str) -> tuple[int, int, int] | None:
        """The place of a letter counted from 0, how often it stands, and the length of the alphabet."""
        plain = "".join(self._lookalikes.get(char, char) for char in fold_word(text).replace(" ", ""))
        for letters in (self._folded_letters, _LATIN):
            place = letters.find(plain[:1]) if plain else -1
            if place >= 0 and plain == plain[0] * len(plain) and len(plain) <= 3:
                return place, len(plain), len(letters)
        return None

    @functools.cached_property
    def _folded_letters(self) -> str:
        return "".join(fold_word(letter) for letter in self._letters)

    @functools.cached_property
    def _own_letter(self) -> re.Pattern[str] | None:
        """The pattern of letters of another alphabet, or None for a language that has none."""
        return None if (self._letters + "".join(self._lookalikes)).isascii() else _ANY_LETTER

    def parse(self, text: str) -> LabelMatch | None:
        """The label at the start of the text, or None."""
        start = _LEAD.match(text).end()  # type: ignore[union-attr]
        for pattern, read in (
            (_DECIMAL, self._decimal),
            (_NUMBER, self._number),
            (_QUOTED, self._small),
            (_LETTER, self._letter),
            (_LETTER_STOP, self._letter),
            (self._own_letter, self._own),
            (_CIRCLED, self._circled),
            (_BRACED, self._braced),
            (_BULLET, self._bullet),
        ):
            match = pattern.match(text, start) if pattern else None
            if match and (readings := read(match)):
                end = _TRAIL.match(text, match.end()).end()  # type: ignore[union-attr]
                return LabelMatch(match["sign"].strip(), readings, start, end)
        return self._spelt(text, start)

    def _spelt(self, text: str, start: int) -> LabelMatch | None:
        """A label in the language's own number words: (一)."""
        match = _WORDED.match(text, start)
        value = self._numerals.value(match["value"]) if match and self._numerals else None
        if not match or value is None:
            return None
        end = _TRAIL.match(text, match.end()).end()  # type: ignore[union-attr]
        return LabelMatch(match[0], (LabelReading("roman", value),), start, end)

    def _number(self, match: re.Match[str]) -> tuple[LabelReading, ...]:
        return (LabelReading("number", int(match["value"])),)

    def _decimal(self, match: re.Match[str]) -> tuple[LabelReading, ...]:
        return (LabelReading("number", int(match["value"])),)

    def _small(self, match: re.Match[str]) -> tuple[LabelReading, ...]:
        return (LabelReading("roman", int(match["value"])),)

    def _braced(self, match: re.Match[str]) -> tuple[LabelReading, ...]:
        value = int(match["value"])
        return (LabelReading("roman", value), LabelReading("number", value))

    def _bullet(self, _match: re.Match[str]) -> tuple[LabelReading, ...]:
        return (LabelReading("bullet", 1),)

    def _circled(self, match: re.Match[str]) -> tuple[LabelReading, ...]:
        signs = match["value" if "value" in match.re.groupindex else "sign"]
        value = 0
        for sign in signs:
            unit = ord(sign) - 0x321F
            value = value + unit if unit < 10 or value == 0 else value * 10
        return (LabelReading("roman", value),)

    def _letter(self, match: re.Match[str]) -> tuple[LabelReading, ...]:
        signs = match["value"]
        readings = []
        if len(signs) == 1 or (len(signs) <= 3 and len(set(signs)) == 1):
            place = _LATIN.index(signs[0]) + 1
            readings.append(LabelReading("letter", place + 26 * (len(signs) - 1)))
        roman = read_roman(signs)
        if roman is not None and (roman < 50 or len(signs) > 1):
            figure = LabelReading("roman", roman)
            readings = [figure, *readings] if signs == "i" or len(signs) > 1 else [*readings, figure]
        return tuple(readings)

    def _own(self, match: re.Match[str]) -> tuple[LabelReading, ...]:
        value = self.letter_value(match["value"])
        return (LabelReading("letter", value),) if value else ()
