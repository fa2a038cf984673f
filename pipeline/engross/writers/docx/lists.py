"""Automatic numbers: which labels Word can count by itself, and which have to be typed.

The printed label is always the Presentation's. Word's counting is followed step by step (the same way in which the
reader of Word files counts), a list is begun anew wherever the labels do, and a label that Word could not print is
typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LABEL = re.compile(r"([^\w%]{0,3})([0-9]{1,4}|[A-Za-z]{1,5})([^\w%]{0,3})\Z")
_ROMAN_SIGNS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_LEVELS = 9
NO_LIST = 9999
"""The list of paragraphs whose label is typed although their style has a number: its levels print nothing."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a level prints its number: the signs before it, Word's name of the format, the signs behind it."""

    before: str
    format: str
    after: str


@dataclass(slots=True)
class Definition:
    """A list definition (`w:abstractNum`): its family, and the pattern of each level that is in use."""

    id: int
    family: str
    levels: dict[int, Pattern] = field(default_factory=dict)
    counters: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)

    def text(self, level: int) -> str:
        """The level's text as Word spells it: `%1.`."""
        pattern = self.levels[level]
        return f"{pattern.before}%{level + 1}{pattern.after}"


@dataclass(slots=True)
class Use:
    """A list (`w:num`): its definition, and the levels that it starts at another number."""

    id: int
    definition: Definition
    starts: dict[int, int] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)

    def next(self, level: int) -> int:
        """The number that Word would print next on this level."""
        if level in self.starts and level not in self.begun:
            return self.starts[level]
        count = self.definition.counters[level]
        return 1 if count is None else count + 1

    def take(self, level: int) -> None:
        """Count on, as Word does: deeper levels begin anew."""
        counters = self.definition.counters
        counters[level] = self.next(level)
        self.begun.add(level)
        counters[level + 1 :] = [None] * (_LEVELS - level - 1)


@dataclass(frozen=True, slots=True)
class Place:
    """The list and the level, counted from 0, that print a paragraph's label."""

    list_id: int
    level: int


@dataclass(slots=True)
class Lists:
    """All lists of a document. `place` has to be asked in the order of the text."""

    definitions: list[Definition] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    _latest: dict[tuple[str, int], Use] = field(default_factory=dict)

    def place(self, family: str, level: int, label: str) -> Place | None:
        """Where Word prints exactly `label`; None where it cannot, and the label has to be typed.

        `family` names a set of indents (`body`, `annex`).
        """
        candidates = list(_numbers(label))
        if not candidates or level >= _LEVELS:
            return None
        for pattern, value in candidates:
            for use in self._open(family, level):
                if use.next(level) == value and use.definition.levels.setdefault(level, pattern) == pattern:
                    return self._take(family, use, level)
        pattern, value = min(candidates, key=lambda found: found[1])
        definition = self._definition(family, level, pattern)
        use = Use(len(self.uses) + 1, definition)
        if self._has_use(definition) or value != 1:
            use.starts[level] = value
        self.uses.append(use)
        return self._take(family, use, level)

    def _open(self, family: str, level: int) -> Iterator[Use]:
        """The lists that may go on here: the one that the level above is in, then the latest of this level."""
        for at in range(level - 1, -1, -1):
            if (above := self._latest.get((family, at))) is not None:
                yield above
                break
        if (latest := self._latest.get((family, level))) is not None:
            yield latest

    def _definition(self, family: str, level: int, pattern: Pattern) -> Definition:
        """A definition of the family that prints this pattern on this level, made or extended where none does."""
        known = [definition for definition in self.definitions if definition.family == family]
        for definition in known:
            if definition.levels.setdefault(level, pattern) == pattern:
                return definition
        definition = Definition(len(self.definitions) + 1, family, {level: pattern})
        self.definitions.append(definition)
        return definition

    def _has_use(self, definition: Definition) -> bool:
        return any(use.definition is definition for use in self.uses)

    def _take(self, family: str, use: Use, level: int) -> Place:
        use.take(level)
        self._latest[family, level] = use
        for deeper in range(level + 1, _LEVELS):
            self._latest.pop((family, deeper), None)
        return Place(use.id, level)


def _numbers(label: str) -> Iterator[tuple[Pattern, int]]:
    """What numbers a label may be: `(i)` is a letter and a Roman numeral."""
    match = _LABEL.match(label)
    if match is None or match[0] != match[0].strip():
        return
    before, core, after = match.groups()
    if core.isdecimal():
        if core[0] != "0":
            yield Pattern(before, "decimal", after), int(core)
        return
    if core != core.lower() and core != core.upper():
        return
    case = "lower" if core == core.lower() else "upper"
    signs = core.lower()
    if len(set(signs)) == 1:
        yield Pattern(before, f"{case}Letter", after), (len(signs) - 1) * 26 + ord(signs[0]) - ord("a") + 1
    if (value := _roman(signs)) is not None:
        yield Pattern(before, f"{case}Roman", after), value


def _roman(signs: str) -> int | None:
    """The value of a Roman numeral; None for anything that is not the usual way to write a number."""
    if not set(signs) <= set(_ROMAN_SIGNS):
        return None
    values = [_ROMAN_SIGNS[sign] for sign in signs]
    value = sum(-v if any(v < later for later in values[at + 1 : at + 2]) else v for at, v in enumerate(values))
    return value if _as_roman(value) == signs else None


def _as_roman(value: int) -> str:
    signs = ""
    for step, sign in (
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
        (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ):  # fmt: skip
        while value >= step:
            signs += sign
            value -= step
    return signs
