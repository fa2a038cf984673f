"""Citations in running text, as elements that leave the text as it stands.

Resolutions, documents and dates by their symbols and figures here; meetings, treaties, organs and other bodies by
their words in `meetings` and `named`.
"""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from engross.lexicon import Symbol
from engross.recognise.structure.meetings import ADDRESS, UNKNOWN, Occasion, find_meetings
from engross.recognise.structure.named import find_named
from engross.recognise.structure.wording import Wording

_WIDEST_LINK = 48
_LINK = re.compile(r"^[\s\u00a0,]*(?:\w{1,14}[\s\u00a0]+){0,2}$")
_YEAR = re.compile(r"\d{4}")  # every date has its year
_BRACKETED = re.compile(r"\d[^()\d]{0,8}\(")


@dataclass(frozen=True, slots=True)
class Citation:
    """A stretch of text and the element that marks it: `ref`, `a`, `date`, `organization` or `role`.

    `address` is where what is cited can be read, as far as that is known here.
    """

    start: int
    end: int
    tag: str
    attributes: dict[str, str]
    address: str = ""


def find_citations(text: str, wording: Wording, occasion: Occasion = UNKNOWN) -> list[Citation]:
    """All citations, in order, none inside another; `occasion` is when the document itself was adopted."""
    symbols = wording.lexicon.find_symbols(text) if _may_cite(text) else []
    dates = wording.language.find_dates(text) if _YEAR.search(text) else []
    found: list[Citation] = [Citation(start, end, "date", {"date": date.isoformat()}) for start, end, date in dates]
    starts = [start for start, _, _ in dates]
    for start, end, symbol in symbols:
        after = bisect.bisect_left(starts, end)
        day = _date_beside(text, dates[after - 1 : after], dates[after : after + 1], (start, end), wording)
        found.append(_cited(start, end, symbol, day, wording))
    named = find_named(text, wording)
    found += [Citation(*one) for one in (*named, *find_meetings(text, dates, named, occasion, wording))]
    return _apart(found)


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


def _cited(start: int, end: int, symbol: Symbol, day: datetime.date | None, wording: Wording) -> Citation:
    """A document by its symbol: a reference to the Work where that has a name of its own, else its address."""
    organ = wording.lexicon.organs.get(symbol.organ)
    path = symbol.text.replace(" ", "%20")
    address = ADDRESS.format(language=wording.language.code, symbol=path)
    if symbol.kind == "resolution" and day is not None and organ is not None:
        iri = f"/akn/un/statement/deliberation/{organ.actor}/{day}/{symbol.iri_number}"
        return Citation(start, end, "ref", {"href": iri}, address)
    return Citation(start, end, "a", {"href": address}, address)


def _apart(citations: Iterable[Citation]) -> list[Citation]:
    kept: list[Citation] = []
    for one in sorted(citations, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
