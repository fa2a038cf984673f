"""Treaties: their IRI, where they can be read, and how the Treaty Series is cited.

A treaty's IRI is `/akn/un/act/treaty/DATE/unts-VOLUME-NUMBER`: the date on which it was concluded, then volume and
registration number in the United Nations Treaty Series. Where only the citation is known, the date is `0001-01-01`.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engross.lexicon.numerals import read_roman

_IRI = "/akn/un/act/treaty/{date}/{number}"
_NO_DATE = "0001-01-01"
_DEPOSIT = "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no={number}&chapter={chapter}&clang=_en"
_VOLUME = "https://treaties.un.org/doc/Publication/UNTS/Volume%20{volume}/v{volume}.pdf"
_OF_SERIES = re.compile(r"unts-(\d+)-\d+")
_TREATY = re.compile(r"/akn/un/act/treaty/[\d-]+/(?P<number>[\w-]+)\Z")
_PLACES = {"{volume}": r"(?P<volume>\d{1,4})", "{number}": r"(?P<number>\d{1,5}(?: ?[-–] ?\d{1,5})?)(?!\d)"}


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty: its IRI, and its volume and registration numbers in the Treaty Series, where it is in it."""

    iri: str
    series: tuple[int, ...] = ()
    deposit: str = ""
    address: str = ""

    def address_in(self, language: str) -> str:
        """Where it can be read: an address of its own, its page among the treaties deposited, its volume."""
        if self.address:
            return self.address.replace("{language}", language)
        if self.deposit:
            chapter = read_roman(self.deposit.split("-")[0])
            return _DEPOSIT.format(number=self.deposit, chapter=chapter)
        return _VOLUME.format(volume=self.series[0]) if self.series else ""


class Treaties:
    """The treaties of `treaties.toml`, by id, by IRI and by their place in the Treaty Series."""

    def __init__(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        self._known = {name: _read(facts) for name, facts in data.items()}

    def __getitem__(self, name: str) -> Treaty | None:
        return self._known.get(name)

    @functools.cached_property
    def _by_number(self) -> Mapping[str, Treaty]:
        return {treaty.iri.rsplit("/", 1)[-1]: treaty for treaty in self._known.values()}

    @functools.cached_property
    def _by_series(self) -> Mapping[tuple[int, ...], Treaty | None]:
        """Treaties by volume and numbers; None where two are registered under the same."""
        found: dict[tuple[int, ...], Treaty | None] = {}
        for treaty in self._known.values():
            if treaty.series:
                found[treaty.series] = None if treaty.series in found else treaty
        return found

    def cited(self, volume: int, numbers: str) -> str:
        """The IRI of what stands in a volume of the Treaty Series under a number, or a range of them ("970–973")."""
        first, *rest = (int(number) for number in re.findall(r"\d+", numbers))
        every = range(first, rest[-1] + 1) if rest and 0 < rest[-1] - first < 100 else (first,)
        treaty = self._by_series.get((volume, *every))
        return treaty.iri if treaty is not None else _IRI.format(date=_NO_DATE, number=f"unts-{volume}-{first}")

    def address(self, iri: str, language: str) -> str:
        """Where the treaty of an IRI can be read; empty where it is no treaty's, or of one unknown."""
        match = _TREATY.match(iri)
        if match is None:
            return ""
        known = self._by_number.get(match["number"])
        if known is not None:
            return known.address_in(language)
        series = _OF_SERIES.fullmatch(match["number"])
        return _VOLUME.format(volume=series[1]) if series else ""


def _read(facts: Mapping[str, Any]) -> Treaty:
    series: tuple[int, ...] = tuple(facts.get("series", ()))
    number = facts.get("number") or f"unts-{series[0]}-{series[1]}"
    date: datetime.date = facts["date"]
    iri = _IRI.format(date=date.isoformat(), number=number)
    return Treaty(iri, series, facts.get("deposit", ""), facts.get("address", ""))


class SeriesForms:
    """How a language cites the Treaty Series: the `[series]` of `names/CODE.toml`, forms of {volume} and {number}."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms = tuple(forms)

    @functools.cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(_expression(form)) for form in self._forms)

    def find(self, text: str) -> Iterator[tuple[int, int, int, str]]:
        """The citations in a text: start, end, volume, and the number or range of numbers as written."""
        for pattern in self._patterns:
            for match in pattern.finditer(text):
                yield match.start(), match.end(), int(match["volume"]), match["number"]


def _expression(form: str) -> str:
    for place, group in _PLACES.items():
        form = form.replace(place, group)
    return form.replace(" ", "[ \u00a0]")
