"""Short forms of symbols in the spelling of a language: Arabic 217 ألف (د-3) for 217 A (III).

Document symbols are never translated, but the short form in running text may be (official-style §4). The
`[symbols]` of a language file give `session` ("د-{n}"), `special`, `emergency`, and `letters`, the words for
the letters of resolutions in parts.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any

from engross.lexicon.numerals import read_roman, spell_roman
from engross.lexicon.symbols import Symbol, SymbolIndex

_SPACE = r"[ \u00a0]?"
_MARKS = "[\u200e\u200f]?"


class LocalizedForms:
    """One language's spelling of short forms; empty for languages that write them as they stand."""

    def __init__(self, data: Mapping[str, Any], symbols: SymbolIndex) -> None:
        self._symbols = symbols
        self._kinds = {"": data.get("session", ""), "S-": data.get("special", ""), "ES-": data.get("emergency", "")}
        self._letters: tuple[str, ...] = tuple(data.get("letters", ()))
        self._and: str = data.get("and", " ")

    def spell(self, symbol: Symbol) -> str:
        """The short form of a symbol in this language."""
        if not any(self._kinds.values()):
            return symbol.short
        roman = re.search(r"\((ES-|S-)?([IVXLC]+)\)", symbol.short)
        parts = self._and.join(self._letters[ord(letter) - 65] for letter in symbol.parts)
        number = f"{symbol.number} {parts}".strip()
        if roman:
            session = self._kinds[roman[1] or ""].format(n=read_roman(roman[2]))
            return f"{number} ({session})"
        prefix, _, value = symbol.session.rpartition("-")
        if prefix:
            return f"{self._kinds[prefix + '-'].format(n=value)}/{number}"
        return f"{symbol.session}/{number}" if symbol.parts else symbol.short

    @functools.cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if not any(self._kinds.values()):
            return None
        prefixes = "|".join(
            re.escape(form.split("{")[0]) for form in sorted(self._kinds.values(), key=len, reverse=True) if form
        )
        letters = "|".join(map(re.escape, self._letters)) or "(?!)"
        part = rf"(?:[ \u00a0](?P<letter>{letters})\b)?"
        return re.compile(
            rf"(?<![\d/])(?P<number>\d{{1,4}}){part}{_SPACE}\({_MARKS}(?P<prefix>{prefixes}){_MARKS}"
            rf"(?P<session>\d{{1,2}}){_MARKS}\)"
            rf"|(?<!\w)(?P<prefix2>{prefixes}){_MARKS}(?P<session2>\d{{1,2}})/(?P<number2>\d{{1,3}})"
            rf"|(?<![\d/])(?P<session3>\d{{2,4}})/(?P<number3>\d{{1,3}})[ \u00a0](?P<letter3>{letters})\b"
        )

    def find(self, text: str) -> Iterator[tuple[int, int, Symbol]]:
        """The short forms in this language's own spelling: start, end, symbol."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text):
            symbol = self._symbols.parse(self._plain(match.groupdict()))
            if symbol:
                yield match.start(), match.end(), symbol

    def _plain(self, groups: Mapping[str, str | None]) -> str:
        """The form as other languages write it."""
        if groups["number"]:
            letter = self._letter(groups["letter"])
            kind = self._kind(groups["prefix"] or "")
            return f"{groups['number']}{letter} ({kind}{spell_roman(int(groups['session'] or 0))})"
        if groups["number2"]:
            return f"{self._kind(groups['prefix2'] or '')}{groups['session2']}/{groups['number2']}"
        return f"{groups['session3']}/{groups['number3']}{self._letter(groups['letter3'])}"

    def _letter(self, word: str | None) -> str:
        return f" {chr(65 + self._letters.index(word))}" if word in self._letters else ""

    def _kind(self, prefix: str) -> str:
        return next((kind for kind, form in self._kinds.items() if form.split("{")[0] == prefix), "")
