"""Masthead, title block and closing lines read back from a tree: the other half of `cover`.

It reads the form that `cover` writes and, because the elements are the same, that of the published files as
well: layout white space is collapsed, and both patterns of closing lines are understood.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from lxml import etree

from engross.akn.identity import NO_DATE
from engross.akn.namespace import every, find, name, text_of
from engross.akn.runs import read_runs
from engross.model.masthead import AgendaItem, Closing, Dated, Masthead, Vote

_SPACE = re.compile(r"[ \t\r\n]+")


def read_masthead(document: etree._Element) -> Masthead:
    """The masthead of a `statement` or `documentCollection`; what is not there is empty."""
    cover = _Area(find(document, "coverPage"))
    preface = find(document, "preface")
    title = next(every(preface, "docTitle"), None) if preface is not None else None
    numbers = list(every(preface, "docNumber")) if preface is not None else []
    status = cover.node("docStatus")
    adoption = cover.title("#adoption")
    return Masthead(
        symbol=cover.text("docNumber", "#symbol"),
        organization=cover.text("docAuthority", "#publisher"),
        issuing_body=cover.text("docAuthority", "#issuingBody"),
        subsidiary_body=cover.text("docAuthority", "#subsidiaryBody"),
        distribution=squeeze(text_of(status)),
        distribution_id="limited" if status is not None and "limited" in status.get("refersTo", "") else "general",
        issued=cover.dated("docDate", "#dateOfIssuance"),
        version_language=cover.named("languageOfExpression"),
        original_language=cover.named("originalLanguage"),
        session=cover.text("session"),
        session_value=_attribute(cover.node("session"), "value"),
        session_dates=cover.text("event", "#session"),
        committee=cover.text("docCommittee"),
        agenda=tuple(cover.agenda()),
        number_line=squeeze(text_of(cover.node("docTitle", "#resolutionNumber"))),
        adoption=adoption,
        meeting=cover.named("adoptionMeeting"),
        meeting_number=cover.title_of_named("adoptionMeeting"),
        proponent=cover.proponent(),
        proponent_id=cover.proponent_id(),
        proponent_documents=tuple(cover.all_named("originating document")),
        sponsors=read_runs(sponsors) if (sponsors := cover.node("docProponent", "#sponsors")) is not None else (),
        number=squeeze(text_of(numbers[0] if numbers else None)),
        title=read_runs(title) if title is not None else (),
        letter=read_runs(numbers[1]) if len(numbers) > 1 else (),
        document_type=cover.text("docType"),
        decision_kind=cover.named("decision type"),
        job_number=squeeze(text_of(next(every(document, "docketNumber"), None))),
        reissue=cover.named("reissue"),
        closing=read_closing(find(document, "conclusions")),
    )


def read_closing(conclusions: etree._Element | None) -> Closing:
    """The closing lines, from `event/location` or from `inline name="adoptionMeeting"`, and the vote."""
    if conclusions is None:
        return Closing()
    area = _Area(conclusions)
    location = area.node("location")
    meeting = squeeze(text_of(location)) if location is not None else area.named("adoptionMeeting")
    number = _attribute(location, "title") if location is not None else area.title_of_named("adoptionMeeting")
    return Closing(meeting, number, area.dated("docDate", "#adoptionDate") or area.dated("docDate"), _vote(conclusions))


def _vote(conclusions: etree._Element) -> Vote | None:
    outcome = next(every(conclusions, "outcome"), None)
    if outcome is None:
        return None
    recorded = "Recorded" in outcome.get("refersTo", "")
    lines = [squeeze(text_of(p)) for p in conclusions if name(p) == "p" and not list(every(p, "event", "docDate"))]
    counts = {
        node.get("refersTo", "").removeprefix("#"): node.get("normalized", "")
        for node in every(conclusions, "quantity")
    }
    return Vote(
        tuple(line for line in lines if line),
        recorded,
        _count(counts, "inFavour"),
        _count(counts, "against"),
        _count(counts, "abstaining"),
        "Unanimously" in outcome.get("refersTo", ""),
    )


def _count(counts: dict[str, str], key: str) -> int | None:
    value = counts.get(key, "")
    return int(value) if value.isdigit() else None


class _Area:
    """Look-ups by element, pointer and name inside one part of a document, which may be missing."""

    def __init__(self, root: etree._Element | None) -> None:
        self._root = root

    def _nodes(self, tag: str) -> Iterator[etree._Element]:
        return every(self._root, tag) if self._root is not None else iter(())

    def node(self, tag: str, refers: str | None = None) -> etree._Element | None:
        return next((n for n in self._nodes(tag) if refers is None or n.get("refersTo") == refers), None)

    def text(self, tag: str, refers: str | None = None) -> str:
        return squeeze(text_of(self.node(tag, refers)))

    def all_named(self, label: str) -> list[str]:
        return [squeeze(text_of(node)) for node in self._nodes("inline") if node.get("name") == label]

    def named(self, label: str) -> str:
        return next(iter(self.all_named(label)), "")

    def title_of_named(self, label: str) -> str:
        return next((n.get("title", "") for n in self._nodes("inline") if n.get("name") == label), "")

    def dated(self, tag: str, refers: str | None = None) -> Dated | None:
        node = self.node(tag, refers)
        if node is not None:
            return Dated(squeeze(text_of(node)), read_date(node.get("date", "")))
        undated = next((n for n in self._nodes("inline") if n.get("name") == tag and n.get("refersTo") == refers), None)
        return Dated(squeeze(text_of(undated))) if undated is not None else None

    def title(self, refers: str) -> Dated | None:
        node = self.node("docTitle", refers)
        if node is None:
            node = next((n for n in self._nodes("docTitle") if n.get("refersTo") is None), None)
        if node is None:
            return None
        inner = next(every(node, "docDate"), None)
        return Dated(squeeze(text_of(node)), read_date(inner.get("date", "")) if inner is not None else None)

    def agenda(self) -> Iterator[AgendaItem]:
        pending: AgendaItem | None = None
        for node in self._nodes("inline"):
            text = squeeze(text_of(node))
            if node.get("name") == "agenda item":
                if pending is not None:
                    yield pending
                pending = AgendaItem(text, node.get("title", ""))
            elif node.get("name") == "agenda item name":
                yield AgendaItem(pending.text, pending.number, text) if pending else AgendaItem("", "", text)
                pending = None
        if pending is not None:
            yield pending

    def _proponent(self) -> etree._Element | None:
        return next((n for n in self._nodes("docProponent") if n.get("refersTo") != "#sponsors"), None)

    def proponent(self) -> str:
        return squeeze(text_of(self._proponent()))

    def proponent_id(self) -> str:
        return _attribute(self._proponent(), "refersTo").removeprefix("#")


def read_date(value: str) -> datetime.date | None:
    """A date from an attribute; None for what is empty, malformed or the placeholder for "no date"."""
    if not value or value.startswith(NO_DATE):
        return None
    try:
        return datetime.date.fromisoformat(value[:10])
    except ValueError:
        return None


def squeeze(text: str) -> str:
    """Layout white space collapsed to one space, none at the ends; no-break spaces stay."""
    return _SPACE.sub(" ", text).strip(" ")


def _attribute(node: etree._Element | None, key: str) -> str:
    return "" if node is None else node.get(key, "")
