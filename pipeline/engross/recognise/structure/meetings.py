"""Meetings cited in a text, where their record is known with certainty.

A meeting of the Security Council has a number of its own. A plenary meeting of the Assembly is counted in its session:
it is cited only where the text gives its date, and that date lies in the session of the document itself. Sessions open
in September, on no fixed day, so a date in September counts only where it is the day of adoption. Records of other
organs are not referred to: their numbers do not tell whether there is one.
"""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from engross.akn.identity import NO_DATE
from engross.lexicon.cited import CitedMeeting
from engross.lexicon.organ import Organ
from engross.recognise.structure.named import Named
from engross.recognise.structure.wording import Wording

ADDRESS = "https://docs.un.org/{language}/{symbol}"
_IRI = "/akn/un/debate/verbatimRecord/{actor}/{date}/{number}"
_ROMAN = re.compile("[IVXLC]+")
_BEHIND = re.compile(r"[\s\u00a0,،，(]*(?:[^\W\d]{1,14}[\s\u00a0]+){0,3}\Z")
_BEFORE = re.compile(r"[\s\u00a0,，]*\w{0,6}\Z")
_WIDEST = 48
_NEAR = 80
_ALWAYS_COUNCIL = 1000
"""From this number on, only the Security Council has meetings (and the Assembly had plenary ones, to 1975)."""
_OPENING, _LAST_FULL = 10, 8

Dates = Sequence[tuple[int, int, datetime.date]]


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and by whom a document was adopted: the organ's id, the session as its symbol names it, and the day."""

    organ: str = ""
    session: str = ""
    adopted: datetime.date | None = None


UNKNOWN = Occasion()


class Record(NamedTuple):
    """The record of a meeting: its symbol and its IRI."""

    symbol: str
    iri: str


def find_meetings(
    text: str, dates: Dates, named: Sequence[Named], occasion: Occasion, wording: Wording
) -> Iterator[Named]:
    """The meetings in a text whose record is known: `ref` with the IRI of the record."""
    forms = wording.lexicon.cited(wording.language.code).meetings
    for organ in wording.lexicon.recorded:
        pointer = f"#{organ.reference}"
        owned = [name.start for name in named if name.attributes.get("refersTo") == pointer]
        if not (dates and organ.id == occasion.organ if _by_session(organ) else owned or organ.id == occasion.organ):
            continue
        for meeting in forms.find(text, organ.record_meetings):
            if _is_meant(organ, meeting, owned, occasion):
                day = _day_of(text, meeting, dates)
                if record := find_record(organ, meeting, day, occasion):
                    address = ADDRESS.format(language=wording.language.code, symbol=record.symbol)
                    yield Named(meeting.start, meeting.end, "ref", {"href": record.iri}, address)


def find_record(organ: Organ, meeting: CitedMeeting, day: datetime.date | None, occasion: Occasion) -> Record | None:
    """The record of a meeting; None where it is not known."""
    if meeting.resumed or not organ.record:
        return None
    form = organ.record
    if _by_session(organ):
        if organ.id != occasion.organ or not _in_session(organ, day, occasion):
            return None
        if organ.early_record and _ROMAN.fullmatch(occasion.session):
            form = organ.early_record
    symbol = form.format(session=occasion.session, number=meeting.number)
    return Record(symbol, _IRI.format(actor=organ.actor, date=day or NO_DATE, number=symbol.replace("/", "-")))


def _by_session(organ: Organ) -> bool:
    """Whether the organ's meetings are counted anew in every session."""
    return "{session}" in organ.record


def _is_meant(organ: Organ, meeting: CitedMeeting, owned: Sequence[int], occasion: Occasion) -> bool:
    """Whether a meeting is that of the organ: of the document's own, or of one named in the words around it.

    `owned` are the places where the organ is named, in order.
    """
    if _by_session(organ):
        return organ.id == occasion.organ
    if organ.id == occasion.organ and meeting.number >= _ALWAYS_COUNCIL:
        return True
    at = bisect.bisect_left(owned, meeting.start - _NEAR)
    return at < len(owned) and owned[at] < meeting.end + _NEAR


def _day_of(text: str, meeting: CitedMeeting, dates: Dates) -> datetime.date | None:
    """The date that stands beside a meeting: behind it ("47th plenary meeting, on 7 December 2022") or before it."""
    at = bisect.bisect_left(dates, meeting.end, key=lambda date: date[0])
    for start, _, date in dates[at : at + 1]:
        if start <= meeting.end + _WIDEST and _BEHIND.match(text[meeting.end : start]):
            return date
    for _, end, date in dates[max(0, at - 1) : at]:
        if meeting.start - _WIDEST <= end <= meeting.start and _BEFORE.match(text[end : meeting.start]):
            return date
    return None


def _in_session(organ: Organ, day: datetime.date | None, occasion: Occasion) -> bool:
    """Whether a day is one of the session of the document."""
    if day is None or not occasion.session:
        return False
    if day == occasion.adopted:
        return True
    years = organ.session_years(occasion.session)
    if years is None:
        return False
    return datetime.date(years[0], _OPENING, 1) <= day <= datetime.date(years[1], _LAST_FULL, 31)
