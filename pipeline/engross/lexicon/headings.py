"""Headings of annexes and sections."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from typing import Any

from engross.lexicon.folding import Folded, fold, fold_word
from engross.lexicon.forms import Forms
from engross.lexicon.matches import AnnexMatch, SectionMatch
from engross.lexicon.numerals import Numerals, read_roman, spell_roman

_MARKS = " \t\n\u00a0.:;,、–—-)"
_ROMAN_SECTION = re.compile(r"\s*(?P<number>[IVXL]{1,6})(?:\.|\s*$|\s+(?=[A-ZÀ-ÝА-Я])|\s*[-–—]\s)")
_CYRILLIC = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")  # letters that Russian typists have for the Latin ones
_LETTER_SECTION = re.compile(r"\s*(?P<number>[A-ZАВЕКМНОРСТХ])(?:\.(?=\s|$)|\s*$)")
_SHORT = 300


class HeadingForms:
    """The `[headings]` of a language file: words for annexes, articles, parts, and how they are numbered."""

    def __init__(self, data: Mapping[str, Any], numerals: Callable[[str], Numerals | None]) -> None:
        self._data: Mapping[str, Any] = data.get("headings", {})
        self._spaced: bool = data.get("spaced", True)
        self._numerals = numerals

    def annex(self, number: str) -> str:
        """The printed heading of an annex. `number` is Roman, a letter or figures; empty for a sole annex."""
        if not number:
            return str(self._data["annex"]["print"])
        table = self._numerals("annex")
        value = read_roman(number) or (int(number) if number.isdigit() else 0)
        printed = table.spell(value) if table and value else number
        if not table and number.isdigit():
            printed = spell_roman(int(number))
        return str(self._data["annex"]["numbered"]).format(number=printed)

    @functools.cached_property
    def _annexes(self) -> Mapping[str, Forms]:
        fields = {"number": self._number_expression("annex")}
        table = {}
        for kind in ("annex", "appendix", "enclosure"):
            entry = self._data.get(kind)
            if entry:
                forms = [entry["numbered"], *entry.get("also", ()), entry["print"]]
                table[kind] = Forms(forms, fields, spaced=self._spaced)
        return table

    @functools.cached_property
    def _letters(self) -> tuple[str, ...]:
        """Names of letters where headings are lettered in words: Arabic ألف، باء."""
        return tuple(fold_word(word) for word in self._data.get("letters", ()))

    def _number_expression(self, table: str) -> str:
        numerals = self._numerals(table)
        words = sorted(numerals.values, key=len, reverse=True) if numerals else []
        spelled = "|".join(map(re.escape, [*words, *(self._letters if table == "annex" else ())]))
        return r"[ivxl]+\b|[a-z]\b|\d{1,2}\b" + (f"|{spelled}" if spelled else "")

    def parse_annex(self, text: str) -> AnnexMatch | None:
        """The heading of an annex at the start of the text. Prose that merely begins with the word is none."""
        if len(text) > _SHORT:
            return None
        folded = fold(text)
        for kind, forms in self._annexes.items():
            for match in forms.leading(folded):
                start, end = folded.start(match.start()), folded.end(match.end())
                rest = text[end:]
                if not self._stands_alone(text[start:end], rest):
                    continue
                words = match.groupdict().get("number") or ""
                number = text[folded.start(match.start("number")) : end].strip() if words else ""
                return AnnexMatch(kind, number, self._value("annex", words), rest.strip(_MARKS), start, end)
        return None

    def _stands_alone(self, heading: str, rest: str) -> bool:
        """Whether a heading ends here: nothing more, a new line, or a sign and then a title."""
        if heading[:1].islower():
            return False
        rest = rest.lstrip(" \u00a0*")
        if not rest:
            return True
        return rest[0] in ".:\n–—-" or (rest[0].isupper() and self._spaced) or (not self._spaced and rest[0] == "\n")

    def _value(self, table: str, words: str) -> int:
        numerals = self._numerals(table)
        value = numerals.value(words) if numerals else None
        if value:
            return value
        if words in self._letters:
            return self._letters.index(words) + 1
        if words.isdigit():
            return int(words)
        roman = read_roman(words) if words else None
        if roman:
            return roman
        return ord(words) - 96 if len(words) == 1 and words.isascii() else 0

    @functools.cached_property
    def _sections(self) -> Mapping[str, Forms]:
        fields = {
            "number": self._number_expression("annex"),
            "ordinal": self._number_expression("section"),
            "letter": "|".join(map(re.escape, self._letters)) or "(?!)",
        }
        return {
            kind: Forms(forms, fields, spaced=self._spaced) for kind, forms in self._data.get("sections", {}).items()
        }

    def parse_section(self, text: str) -> SectionMatch | None:
        """The number of a section at the start of the text: "I", "II.", "A.", "Article 5", "一、"; the name of a letter
        ("باء") where it is all of the text.
        """
        if len(text) > _SHORT:
            return None
        for pattern, kind in ((_ROMAN_SECTION, "roman"), (_LETTER_SECTION, "letter")):
            match = pattern.match(text)
            value = self._plain_value(match["number"], kind) if match else None
            if match and value:
                rest = text[match.end() :].strip(_MARKS)
                start = match.start("number")
                return SectionMatch(kind, match["number"], value, rest, start, match.end("number"))
        folded = fold(text)
        return self._worded(text, folded) or self._named(text, folded)

    def _named(self, text: str, folded: Folded) -> SectionMatch | None:
        words = folded.text.strip()
        if words not in self._letters:
            return None
        start = folded.text.find(words)
        place = folded.start(start), folded.end(start + len(words))
        return SectionMatch("letter", text[slice(*place)], self._letters.index(words) + 1, "", *place)

    def _plain_value(self, number: str, kind: str) -> int | None:
        return read_roman(number) if kind == "roman" else ord(number.translate(_CYRILLIC)) - 64

    def _worded(self, text: str, folded: Folded) -> SectionMatch | None:
        for kind, forms in self._sections.items():
            for match in forms.leading(folded):
                start, end = folded.start(match.start()), folded.end(match.end())
                group = next(name for name, value in match.groupdict().items() if value)
                words = match[group]
                value = self._value("section" if group == "ordinal" else "annex", words)
                if not value or text[start : start + 1].islower():
                    continue
                rest = text[end:].strip(_MARKS)
                return SectionMatch(kind, words.upper() if words.isascii() else words, value, rest, start, end)
        return None
