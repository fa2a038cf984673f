"""The collection: versions of one resolution put together, in order, with what cites what."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engross.lexicon import lexicon
from engross.site.record import Record, slug


@dataclass(frozen=True, slots=True)
class Work:
    """One resolution with its versions by language. `number` is its place in the collection."""

    number: int
    symbol: str
    folder: str
    versions: Mapping[str, Record]
    cites: tuple[str, ...]

    def version(self, language: str) -> Record:
        """The version in a language, else in the first language that there is."""
        return self.versions.get(language) or next(iter(self.versions.values()))

    def page(self, language: str) -> str:
        """The path of the page in a language, from the root of the site; of another where there is none."""
        return f"{self.folder}/{self.version(language).language}.html"

    @property
    def first(self) -> Record:
        """The version that stands for the work: its facts."""
        return next(iter(self.versions.values()))


@dataclass(frozen=True, slots=True)
class Session:
    """The works of one organ in one session (in one year, where the organ counts no sessions)."""

    organ: str
    value: str
    works: tuple[Work, ...]

    def page(self, language: str) -> str:
        """The path of the session's contents."""
        return f"sessions/{slug(self.organ or 'other')}-{slug(self.value or 'none')}.{language}.html"

    def name(self, language: str) -> str:
        """The session's printed name, else its value, in this language."""
        for work in self.works:
            version = work.versions.get(language)
            if version is not None and version.session_name:
                return version.session_name
        return self.value or "—"

    def organ_name(self, language: str) -> str:
        """The organ's name in this language; empty where it is unknown."""
        known = lexicon().languages.get(language)
        return known.organ_name(self.organ) if known is not None and self.organ else ""


@dataclass(frozen=True, slots=True)
class Collection:
    """All works, oldest first, and the languages that there are, the site's own first."""

    works: tuple[Work, ...]
    languages: tuple[str, ...]
    cited_by: Mapping[str, tuple[Work, ...]]
    by_symbol: Mapping[str, Work]

    def sessions(self) -> tuple[Session, ...]:
        """The sessions, by organ in the order of the lexicon, the newest first."""
        groups: dict[tuple[str, str], list[Work]] = {}
        for work in self.works:
            groups.setdefault((work.first.organ, work.first.session), []).append(work)
        order = {organ: place for place, organ in enumerate(lexicon().organs)}
        found = [Session(organ, value, tuple(works)) for (organ, value), works in groups.items()]
        return tuple(sorted(found, key=lambda s: (order.get(s.organ, 99), s.organ, _newest_first(s.value))))


def printed_date(iso: str, language: str) -> str:
    """A date as the language prints it; as it is where the language is not known."""
    known = lexicon().languages.get(language)
    return known.date(datetime.date.fromisoformat(iso)) if iso and known is not None else iso


_ORDER = "en fr es ru ar zh und"
"""The working languages of the Secretariat first, then the other official ones by script."""


def _newest_first(session: str) -> tuple[int, str]:
    digits = "".join(sign for sign in session if sign.isdigit())
    return -int(digits or 0), session


def collect(records: Iterable[Record], language: str) -> Collection:
    """The collection of records; `language` is the site's own and stands first among a work's versions.

    Of two records of one symbol and language the first is kept.
    """
    versions: dict[str, dict[str, Record]] = {}
    for record in records:
        versions.setdefault(record.symbol, {}).setdefault(record.language, record)
    count = Counter(code for known in versions.values() for code in known)
    first = language if language in count else max(sorted(count), key=lambda code: count[code], default="en")
    ordered_codes = sorted(
        set(count) - {first}, key=lambda code: (_ORDER.index(code) if code in _ORDER else len(_ORDER), code)
    )
    order = {code: place for place, code in enumerate([first, *ordered_codes])}
    taken: dict[str, int] = {}
    works = []
    ordered = sorted(versions.items(), key=lambda item: (_date(item[1]), item[0]))
    for number, (symbol, known) in enumerate(ordered):
        sorted_versions = dict(sorted(known.items(), key=lambda item: order[item[0]]))
        works.append(Work(number, symbol, _folder(symbol, taken), sorted_versions, _common_cites(known)))
    by_symbol = {work.symbol: work for work in works}
    return Collection(tuple(works), tuple(order), _cited_by(works, by_symbol), by_symbol)


def _date(versions: Mapping[str, Record]) -> str:
    return min((record.adopted or record.issued for record in versions.values()), default="")


def _folder(symbol: str, taken: dict[str, int]) -> str:
    """The work's folder; where a file system would take two for one, the later gets a number."""
    name = slug(symbol)
    name = f"{name}-document" if name.casefold() in _RESERVED else name
    times = taken[name.casefold()] = taken.get(name.casefold(), 0) + 1
    return name if times == 1 else f"{name}-{times}"


_RESERVED = frozenset({"assets", "search", "sessions", "index.html"})


def _common_cites(versions: Mapping[str, Record]) -> tuple[str, ...]:
    """What at least half of the versions cite: one version's slip is not the resolution's."""
    count = Counter(symbol for record in versions.values() for symbol in record.cites)
    return tuple(symbol for symbol, times in count.items() if 2 * times >= len(versions))


def _cited_by(works: Iterable[Work], by_symbol: Mapping[str, Work]) -> dict[str, tuple[Work, ...]]:
    found: dict[str, list[Work]] = {}
    for work in works:
        for symbol in work.cites:
            if symbol in by_symbol:
                found.setdefault(symbol, []).append(work)
    return {symbol: tuple(citing) for symbol, citing in found.items()}
