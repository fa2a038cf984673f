"""Numbers in words and signs: rules out of the language files, and Roman figures.

A table of rules names, for a number or a range of numbers, what is written: `"21-29" = "vingt-{-20}"` says
that 24 is written "vingt-" and then whatever the same table writes for 4. `{n}` is the number in figures.
A key may name the last digits instead: `"*1"` holds for every number that ends in 1. The most particular
rule wins: a single number, then the shortest range, then the longest ending.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from engross.lexicon.folding import fold_word

_FIELD = re.compile(r"\{(-?)(\d+|n)\}")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_FORM = re.compile(r"(?=[MDCLXVI])M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
LARGEST = 199
"""The largest number that is recognised in words: no session or annex comes near it."""


class Numerals:
    """One table of rules: it spells numbers and reads them back."""

    def __init__(self, rules: Mapping[str, str]) -> None:
        self._single: dict[int, str] = {}
        self._ranges: list[tuple[int, int, str]] = []
        self._endings: list[tuple[str, str]] = []
        for key, text in rules.items():
            if key.startswith("*"):
                self._endings.append((key[1:], text))
            elif "-" in key:
                first, last = key.split("-")
                self._ranges.append((int(first), int(last), text))
            else:
                self._single[int(key)] = text
        self._ranges.sort(key=lambda rule: rule[1] - rule[0])
        self._endings.sort(key=lambda rule: -len(rule[0]))

    def spell(self, number: int) -> str:
        """The number in this table's words, or in figures where the table has no rule for it."""
        rule = self._rule(number)
        if rule is None:
            return str(number)
        return _FIELD.sub(lambda m: self._fill(m, number), rule)

    def _fill(self, field: re.Match[str], number: int) -> str:
        if field[2] == "n":
            return str(number)
        return self.spell(number - int(field[2]) if field[1] else int(field[2]))

    def _rule(self, number: int) -> str | None:
        if number in self._single:
            return self._single[number]
        for first, last, text in self._ranges:
            if first <= number <= last:
                return text
        figures = str(number)
        return next((text for ending, text in self._endings if figures.endswith(ending)), None)

    @functools.cached_property
    def values(self) -> Mapping[str, int]:
        """Every folded spelling up to `LARGEST` and its number."""
        return {fold_word(self.spell(n)): n for n in range(LARGEST, 0, -1)}

    def value(self, text: str) -> int | None:
        """The number that a text spells: words of the table, or None. Blanks beside hyphens are let pass."""
        return self.values.get(re.sub(r" ?- ?", "-", fold_word(text)))


def spell_roman(number: int) -> str:
    """A number from 1 to 3999 in Roman figures."""
    figures = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        figures.append(sign * count)
    return "".join(figures)


def read_roman(text: str) -> int | None:
    """The value of Roman figures in either case, or None where the text is not a well-formed number."""
    upper = text.upper()
    if not _ROMAN_FORM.fullmatch(upper):
        return None
    value = 0
    for number, sign in _ROMAN:
        while upper.startswith(sign):
            value += number
            upper = upper[len(sign) :]
    return value
