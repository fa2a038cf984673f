"""Parity: what differs between the language versions of one resolution in more than language.

Held against each other: the units that a version has, their numbers, the notes called, and the documents,
dates and figures named. What the versions say is not read.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from engross.compare.alignment import Row, align
from engross.compare.units import Unit, excerpt, printed_figure, units
from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.presentation import Presentation
from engross.model.span import Span

_NUMBER = re.compile(r"\d+")
_SPELT = 2
"""Significant digits that a number written out in words may have."""


@dataclass(frozen=True, slots=True)
class Version:
    """One language version: its source as the user named it, and its Presentation."""

    source: str
    page: Presentation


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where versions differ: the finding's code, the row, what each version has there as printed, and
    the places of the versions that stand against the rest.
    """

    code: str
    row: int
    id: str
    where: str
    values: tuple[str, ...]
    odd: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Parity:
    """Versions, their units in rows, and the differences in the order of the rows."""

    versions: tuple[Version, ...]
    rows: tuple[Row, ...]
    differences: tuple[Difference, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What each version is called: its language, and a number where two have the same."""
        languages = [version.page.language for version in self.versions]
        return tuple(
            name if languages.count(name) == 1 else f"{name} {languages[: place + 1].count(name)}"
            for place, name in enumerate(languages)
        )

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The differences as findings, each in the first version that stands against the rest."""
        return tuple(self._finding(difference) for difference in self.differences)

    def _finding(self, difference: Difference) -> Diagnostic:
        groups: dict[str, list[str]] = {}
        for name, value in zip(self.names, difference.values, strict=True):
            groups.setdefault(value, []).append(name)
        said = "; ".join(f"{', '.join(names)}: {value or 'nothing'}" for value, names in groups.items())
        place = difference.odd[0]
        unit = self.rows[difference.row][place] if self.rows and difference.row >= 0 else None
        span = Span(self.versions[place].source, part=(unit.id if unit else difference.id) or None)
        return diagnose(difference.code, f"{difference.where}: {said}" if difference.where else said, span)


def compare(versions: Sequence[Version]) -> Parity:
    """What differs between two or more versions; the first leads and names the places."""
    rows = align([units(version.page) for version in versions])
    found = [*_identity(versions)]
    for number, row in enumerate(rows):
        found += _row_differences(number, row)
    return Parity(tuple(versions), rows, tuple(found))


def _identity(versions: Sequence[Version]) -> Iterator[Difference]:
    """Differences of the whole: another symbol, another date of adoption, a language twice."""
    symbols = tuple(version.page.facts.symbol for version in versions)
    dates = tuple(v.page.facts.adopted.isoformat() if v.page.facts.adopted else "" for v in versions)
    for code, values in (("parity-symbol", symbols), ("parity-date", dates)):
        if len(set(values)) > 1:
            yield Difference(code, -1, "", "", values, _odd(values))
    languages = tuple(version.page.language for version in versions)
    if len(set(languages)) < len(languages):
        again = tuple(place for place, name in enumerate(languages) if name in languages[:place])
        yield Difference("parity-language", -1, "", "", languages, again)


def _row_differences(number: int, row: Row) -> Iterator[Difference]:
    present = [unit for unit in row if unit is not None]
    first = present[0]
    where = f"{_NAMES[first.kind]} “{excerpt(first)}”"
    if len(present) < len(row):
        values = tuple(_NAMES[unit.kind] if unit else "" for unit in row)
        odd = tuple(place for place, unit in enumerate(row) if unit is None)
        yield Difference("parity-missing", number, first.id, where, values, odd)
    for code, value in _CHECKS:
        found = tuple(value(unit) if unit else "" for unit in row)
        if len({text for text, unit in zip(found, row, strict=True) if unit and text}) > 1:
            yield Difference(code, number, first.id, where, found, _odd(found))
    if not frozenset.intersection(*(unit.numbers for unit in present)) and any(unit.numbers for unit in present):
        labels = tuple((unit.label or "no number") if unit else "" for unit in row)
        yield Difference("parity-number", number, first.id, where, labels, _odd_numbers(row))
    for code, named, has in _NAMED:
        if apart := _unshared(row, named, has):
            yield Difference(code, number, first.id, where, apart, _odd(apart))


def _unshared(row: Row, named: Named, has: Has) -> tuple[str, ...]:
    """What each version names that not all of them have; empty where all have all."""
    present = [unit for unit in row if unit is not None]
    every = sorted({item for unit in present for item in named(unit)}, key=str)
    apart = [item for item in every if not all(has(unit, item, present) for unit in present)]
    if not apart:
        return ()
    shown = {item: _shown(item, present) for item in apart}
    return tuple(
        (", ".join(shown[item] for item in apart if has(unit, item, present)) or "none") if unit else "" for unit in row
    )


def _shown(item: Item, present: Sequence[Unit]) -> str:
    """An item as it is printed, in the first version that has it."""
    if isinstance(item, datetime.date):
        return item.isoformat()
    first = next(unit for unit in present if item in unit.figures or item in unit.symbols)
    return printed_figure(first, item) if item in first.figures else item


def _odd(values: Sequence[str]) -> tuple[int, ...]:
    """The places whose value is not the most frequent one; of two that are as frequent, the first leads."""
    known = [value for value in values if value]
    usual = max(known, key=lambda value: (known.count(value), -known.index(value)), default="")
    return tuple(place for place, value in enumerate(values) if value != usual) or (0,)


def _odd_numbers(row: Row) -> tuple[int, ...]:
    """The places whose label cannot say the number that most of the labels can say."""
    every = [number for unit in row if unit is not None for number in unit.numbers]
    usual = max(every, key=lambda number: (every.count(number), -number))
    return tuple(place for place, unit in enumerate(row) if unit is not None and usual not in unit.numbers) or (0,)


Item = str | datetime.date
Named = Callable[[Unit], Iterable[Item]]
Has = Callable[[Unit, Any, Sequence[Unit]], bool]


def _has_symbol(unit: Unit, symbol: str, _present: Sequence[Unit]) -> bool:
    """A document that was not recognised in one language is there where its numbers are."""
    return symbol in unit.symbols or {n.strip("0") for n in _NUMBER.findall(symbol)} <= unit.numerals


def _has_date(unit: Unit, date: datetime.date, _present: Sequence[Unit]) -> bool:
    """Day and year suffice: ranges leave out the month, and months have many names."""
    return date in unit.dates or {str(date.day).strip("0"), str(date.year).strip("0")} <= unit.numerals


def _has_figure(unit: Unit, figure: str, present: Sequence[Unit]) -> bool:
    """A small number may be a word in this language, unless another figure stands in its place."""
    if figure in unit.numerals:
        return True
    if len(figure) > _SPELT:
        return 2 * sum(figure in other.numerals for other in present) < len(present)
    others = [other for other in present if other is not unit]
    return not any(all(own not in other.numerals for other in others) for own in unit.figures)


_NAMED: tuple[tuple[str, Named, Has], ...] = (
    ("parity-reference", lambda unit: unit.symbols, _has_symbol),
    ("parity-date", lambda unit: unit.dates, _has_date),
    ("parity-figure", lambda unit: unit.figures, _has_figure),
)


def _kind(unit: Unit) -> str:
    return _NAMES[unit.kind]


def _calls(unit: Unit) -> str:
    return f"{len(unit.notes)} {'note' if len(unit.notes) == 1 else 'notes'}"


def _size(unit: Unit) -> str:
    if unit.table is None:
        return ""
    columns = max((sum(cell.columns for cell in row) for row in unit.table.rows), default=0)
    return f"{len(unit.table.rows)} rows, {columns} columns"


_CHECKS: tuple[tuple[str, Callable[[Unit], str]], ...] = (
    ("parity-kind", _kind),
    ("parity-note", _calls),
    ("parity-table", _size),
)

_NAMES = {
    "adoption": "adoption title",
    "number-line": "number line",
    "proponent": "origin line",
    "sponsors": "sponsors",
    "title": "title",
    "formula": "enacting formula",
    "recital": "recital",
    "paragraph": "paragraph",
    "point": "point",
    "prose": "text",
    "heading": "heading",
    "table": "table",
    "closing": "closing lines",
    "vote": "vote",
    "note": "note",
}
