"""Masthead, title block and closing lines as Akoma Ntoso: coverPage, preface and conclusions.

The elements and their `refersTo` are those of the files that the United Nations publishes (akn4un §4), so that
programs which read those read these as well.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from engross.akn.inline import write_runs
from engross.akn.namespace import add_text, append, element
from engross.model.masthead import AgendaItem, Closing, Dated, Masthead, Vote


def write_cover(masthead: Masthead) -> etree._Element:
    """The `coverPage`: one `p` for each printed line, in the order of the official page."""
    cover = element("coverPage")
    for line in _cover_lines(masthead):
        cover.append(element("p", line))
    if not len(cover):
        cover.append(element("p"))
    return cover


def _cover_lines(masthead: Masthead) -> Iterable[etree._Element]:
    yield from _organs_and_symbol(masthead)
    yield from _distribution(masthead)
    yield from _session_block(masthead)
    yield from _adoption(masthead)
    if masthead.reissue:
        yield element("inline", masthead.reissue, name="reissue", refersTo="#reissue")


def _organs_and_symbol(masthead: Masthead) -> Iterable[etree._Element]:
    if masthead.organization:
        yield element("docAuthority", masthead.organization, refersTo="#publisher")
    if masthead.symbol:
        yield element("docNumber", masthead.symbol, refersTo="#symbol")
    if masthead.issuing_body:
        yield element("docAuthority", masthead.issuing_body, refersTo="#issuingBody")


def _distribution(masthead: Masthead) -> Iterable[etree._Element]:
    if masthead.distribution:
        yield element("docStatus", masthead.distribution, refersTo=f"#{masthead.distribution_id}Distribution")
    if masthead.issued is not None:
        yield _dated("docDate", masthead.issued, "#dateOfIssuance")
    if masthead.version_language:
        yield element(
            "inline", masthead.version_language, name="languageOfExpression", refersTo="#languageOfExpression"
        )
    if masthead.original_language:
        yield element("inline", masthead.original_language, name="originalLanguage", refersTo="#originalLanguage")


def _session_block(masthead: Masthead) -> Iterable[etree._Element]:
    if masthead.document_type:
        yield element("docType", masthead.document_type)
        yield from _proponent(masthead)
    if masthead.subsidiary_body:
        yield element("docAuthority", masthead.subsidiary_body, refersTo="#subsidiaryBody")
    if masthead.session:
        yield element("session", masthead.session, refersTo="#session", value=masthead.session_value or None)
    if masthead.session_dates:
        yield element("event", masthead.session_dates, refersTo="#session")
    if masthead.committee:
        yield element("docCommittee", masthead.committee, refersTo="#committee")
    for item in masthead.agenda:
        yield from _agenda_item(item)
    if masthead.decision_kind:
        yield element("inline", masthead.decision_kind, name="decision type")


def _agenda_item(item: AgendaItem) -> Iterable[etree._Element]:
    if item.text:
        yield element("inline", item.text, name="agenda item", title=item.number or None)
    if item.title:
        yield element("inline", item.title, name="agenda item name")


def _adoption(masthead: Masthead) -> Iterable[etree._Element]:
    if masthead.number_line:
        yield element("docTitle", masthead.number_line, refersTo="#resolutionNumber")
    if masthead.adoption is not None:
        title = element("docTitle", refersTo="#adoption")
        _mark(title, masthead.adoption.text, _adoption_stretches(masthead))
        yield title
    if not masthead.document_type:
        yield from _proponent(masthead)
    if masthead.sponsors:
        sponsors = element("docProponent", refersTo="#sponsors")
        append(sponsors, *write_runs(masthead.sponsors))
        yield sponsors


def _proponent(masthead: Masthead) -> Iterable[etree._Element]:
    """The line of origin; a decision, which has no line of adoption, names its committee under its type."""
    if masthead.proponent:
        pointer = f"#{masthead.proponent_id}" if masthead.proponent_id else None
        proponent = element("docProponent", refersTo=pointer)
        _mark(proponent, masthead.proponent, [(text, "originating document") for text in masthead.proponent_documents])
        yield proponent


def _adoption_stretches(masthead: Masthead) -> list[tuple[str, str]]:
    return [(masthead.meeting, "adoptionMeeting")] if masthead.meeting else []


def _mark(node: etree._Element, text: str, stretches: list[tuple[str, str]]) -> None:
    """Puts `text` into `node`, each stretch that stands in it as an `inline` of its name, in order."""
    for stretch, inline in stretches:
        before, found, after = text.partition(stretch)
        if found:
            append(node, before, element("inline", stretch, name=inline))
            text = after
    add_text(node, text)


def _dated(tag: str, dated: Dated, refers: str) -> etree._Element:
    """A date element; where its date is not known, an `inline`, since the schema wants `date`."""
    if dated.date is None:
        return element("inline", dated.text, name=tag, refersTo=refers)
    return element(tag, dated.text, date=dated.date.isoformat(), refersTo=refers)


def write_preface(masthead: Masthead) -> etree._Element | None:
    """The `preface`: number and title, and the letter of one part alone; None where the resolution has neither
    (Security Council).
    """
    if not (masthead.number or masthead.title):
        return None
    kind = "decision" if masthead.document_type else "resolution"
    line = element("p")
    if masthead.number:
        pointer = "#decisionNumber" if kind == "decision" else None
        append(line, element("docNumber", masthead.number, refersTo=pointer), " ")
    if masthead.title:
        title = element("docTitle", refersTo=f"#{kind}Title")
        append(title, *write_runs(masthead.title))
        line.append(title)
    preface = element("preface", line)
    if masthead.letter:
        letter = element("docNumber", refersTo="#letter")
        append(letter, *write_runs(masthead.letter))
        preface.append(element("p", letter))
    return preface


def write_conclusions(closing: Closing) -> etree._Element | None:
    """The `conclusions`: meeting and date, then the vote; None where nothing is printed."""
    lines: list[etree._Element] = []
    if closing.meeting or closing.date is not None:
        event = element("event", refersTo="#adoption")
        if closing.meeting:
            event.append(
                element("location", closing.meeting, refersTo="#adoptionMeeting", title=closing.meeting_number or None)
            )
        if closing.meeting and closing.date is not None:
            event.append(element("eol"))
        if closing.date is not None:
            event.append(_dated("docDate", closing.date, "#adoptionDate"))
        lines.append(element("p", event))
    if closing.vote is not None:
        lines += _vote(closing.vote)
    return element("conclusions", *lines) if lines else None


def _vote(vote: Vote) -> list[etree._Element]:
    pointer = "#adoptedUnanimously" if vote.unanimous else "#adoptedWithoutVote"
    outcome = element("outcome", refersTo="#adoptedRecordedVote" if vote.recorded else pointer)
    first, *others = vote.lines or ("",)
    for name, count in (("inFavour", vote.in_favour), ("against", vote.against), ("abstaining", vote.abstaining)):
        before, figure, after = first.partition(str(count))
        if count is not None and figure:
            append(outcome, before, element("quantity", figure, refersTo=f"#{name}", normalized=str(count)))
            first = after
    add_text(outcome, first)
    head = element("p", element("vote", outcome, by="#author", as_="#author"))
    return [head, *(element("p", line) for line in others)]
