"""Citations in running text: resolutions, documents and dates, as elements that leave the text as it stands."""

from __future__ import annotations

import bisect
import datetime
import re
from dataclasses import dataclass

from engross.lexicon import Symbol
from engross.recognise.structure.wording import Wording

_ADDRESS = "https://docs.un.org/{language}/{symbol}"
_WIDEST_LINK = 48
_LINK = re.compile(r"^[\s\u00a0,]*(?:\w{1,14}[\s\u00a0]+){0,2}$")
_YEAR = re.compile(r"\d{4}")  # every date has its year
_BRACKETED = re.compile(r"\d[^()\d]{0,8}\(")


@dataclass(frozen=True, slots=True)
class Citation:
    """A stretch of text and the element that marks it: `ref`, `a` or `date`."""

    start: int
    end: int
    tag: str
    attributes: dict[str, str]


def find_citations(text: str, wording: Wording) -> list[Citation]:
    """All citations, in order, none inside another."""
    symbols = wording.lexicon.find_symbols(text) if _may_cite(text) else []
    dates = wording.language.find_dates(text) if _YEAR.search(text) else []
    found: list[Citation] = [Citation(start, end, "date", {"date": date.isoformat()}) for start, end, date in dates]
    starts = [start for start, _, _ in dates]
    for start, end, symbol in symbols:
        after = bisect.bisect_left(starts, end)
        day = _date_beside(text, dates[after - 1 : after], dates[after : after + 1], (start, end), wording)
        found.append(Citation(start, end, *_target(symbol, day, wording)))
    return _apart(sorted(found, key=lambda one: (one.start, -one.end)))


def _may_cite(text: str) -> bool:
    """Whether a symbol can be in the text: each, full or short, has a stroke or a figure before a bracket."""
    return "/" in text or ("(" in text and _BRACKETED.search(text) is not None)


Found = list[tuple[int, int, datetime.date]]


def _date_beside(
    text: str, before: Found, after: Found, place: tuple[int, int], wording: Wording
) -> datetime.date | None:
    """The date that belongs to a symbol: it follows ("58/220 of 23 December 2003"), in Chinese it precedes."""
    for start, _, date in after:
        if _LINK.match(text[place[1] : min(start, place[1] + _WIDEST_LINK)]) and start - place[1] <= _WIDEST_LINK:
            return date
    for _, end, date in before:
        if not wording.language.spaced and len(text[end : place[0]].strip()) <= 1 and end <= place[0]:
            return date
    return None


def _target(symbol: Symbol, day: datetime.date | None, wording: Wording) -> tuple[str, dict[str, str]]:
    organ = wording.lexicon.organs.get(symbol.organ)
    if symbol.kind == "resolution" and day is not None and organ is not None:
        return "ref", {"href": f"/akn/un/statement/deliberation/{organ.actor}/{day}/{symbol.iri_number}"}
    path = symbol.text.replace(" ", "%20")
    return "a", {"href": _ADDRESS.format(language=wording.language.code, symbol=path)}


def _apart(citations: list[Citation]) -> list[Citation]:
    kept: list[Citation] = []
    for one in citations:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
