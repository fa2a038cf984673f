"""What a document is: organ, symbol, dates, and its masthead completed by what was given and what follows.

Nothing is invented: where the source itself names no organ, the masthead stays as it is printed, and only the
identifiers, which cannot be empty, fall back to the General Assembly.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from engross.akn.eid import printed_number
from engross.akn.identity import Identity
from engross.lexicon import Symbol
from engross.model.details import Details
from engross.model.flow import Flow, Run
from engross.model.furniture import Furniture, FurnitureKind
from engross.model.masthead import AgendaItem, Dated, Masthead
from engross.model.span import Span
from engross.recognise.structure.blocks import Entry
from engross.recognise.structure.draft import DraftLines, read_draft_lines
from engross.recognise.structure.head import Head
from engross.recognise.structure.outline import Outline
from engross.recognise.structure.passage import Passage, join, plain
from engross.recognise.structure.wording import Wording

_JOB = re.compile(r"(?:GE\.)?\d{2}-\d{5}(?:\s*\([A-Z]\))?")
_FALLBACK = "ga"
_NAMES = {
    "resolution": "resolution",
    "decision": "decision",
    "draft": "draftResolution",
    "statement": "presidentialStatement",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """Identity, symbol and masthead of a document; `loose` are lines of its head that fit nothing, `replaced` what it
    prints and something else was given for.
    """

    identity: Identity
    symbol: Symbol | None
    masthead: Masthead
    loose: tuple[Passage, ...]
    kind: str
    replaced: tuple[Furniture, ...] = ()


def establish(outline: Outline, details: Details, flow: Flow, wording: Wording) -> Facts:
    """The facts of a document. `details` win over what was recognised."""
    lexicon, language = wording.lexicon, wording.language
    known = _organ(outline, details, wording)
    organ_id = known or _FALLBACK
    symbol = _symbol(outline.head, details, organ_id, wording)
    kind = details.kind or _kind(outline.head, symbol)
    masthead = _printed(outline, kind, wording)
    if known:
        masthead = _completed(masthead, symbol, organ_id, kind, wording)
    replaced = _replaced(masthead, details, flow)
    masthead = _with_details(masthead, details, organ_id, wording)
    masthead = replace(masthead, job_number=details.job_number or masthead.job_number or _job_number(flow))
    organ = lexicon.organs[organ_id]
    identity = Identity(
        symbol=masthead.symbol,
        number=symbol.iri_number if symbol else printed_number(masthead.number.replace("/", "-")),
        short=symbol.short if symbol else masthead.number.rstrip("."),
        organ=organ.reference,
        actor=organ.actor,
        organ_name=language.organ_name(organ_id),
        language=language.iso3,
        name=_NAMES.get(kind, kind),
        adopted=details.adopted
        or _adopted(outline, masthead, kind, wording)
        or _stated(flow, masthead.symbol, "DateOfAdoption"),
        issued=details.issued
        or (masthead.issued.date if masthead.issued else _stated(flow, masthead.symbol, "DateOfIssue")),
    )
    return Facts(identity, symbol, masthead, tuple(outline.head.loose), kind, replaced)


def _stated(flow: Flow, symbol: str, name: str) -> datetime.date | None:
    """A date that a file states of itself under this name, where the file is of this document: not all are printed."""
    if not symbol or flow.properties.get("Symbol1") != symbol:
        return None
    try:
        return datetime.date.fromisoformat(flow.properties.get(name, ""))
    except ValueError:
        return None


def _kind(head: Head, symbol: Symbol | None) -> str:
    """What the symbol says that a document is; without one, what has a draft's lines in its head is a draft."""
    if symbol is not None and symbol.kind in _NAMES:
        return symbol.kind
    return "draft" if symbol is None and head.draft else "resolution"


def _replaced(printed: Masthead, details: Details, flow: Flow) -> tuple[Furniture, ...]:
    """The printed title, where another one was given."""
    title = plain(printed.title).strip()
    if not details.title or not title or title == details.title:
        return ()
    return (Furniture(FurnitureKind.REPLACED, title, Span(flow.source)),)


def _organ(outline: Outline, details: Details, wording: Wording) -> str:
    """The id of the organ by what was given or what the document says; empty where nothing says it."""
    head, organs = outline.head, wording.lexicon.organs
    given = wording.lexicon.parse_symbol(details.symbol) if details.symbol else None
    printed = head.symbol if head.masthead.symbol else None
    candidates = (
        details.organ,
        given.organ if given else None,
        printed.organ if printed else None,
        outline.organ,
        head.adopted_by,
        *reversed(head.organs),
        _organ_of_number(head, wording),
        head.symbol.organ if head.symbol else None,
    )
    return next((one for one in candidates if one and one in organs), "")


def _organ_of_number(head: Head, wording: Wording) -> str:
    """The organ whose resolutions are numbered as the number line is: "21 (1947)" is the Security Council's."""
    line = wording.language.parse_number_line(head.masthead.number_line) if head.masthead.number_line else None
    if line is None:
        return ""
    symbols = wording.lexicon.symbols
    fitting = (organ for organ in wording.lexicon.organs if symbols.parse_of(line.number, organ, "resolution"))
    return next(fitting, "")


def _symbol(head: Head, details: Details, organ: str, wording: Wording) -> Symbol | None:
    lexicon = wording.lexicon
    if details.symbol:
        return lexicon.parse_symbol(details.symbol)
    if head.masthead.symbol:
        return head.symbol
    line = wording.language.parse_number_line(head.masthead.number_line) if head.masthead.number_line else None
    short = details.number or (line.number if line else "") or (head.symbol.short if head.symbol else "")
    kind = details.kind or "resolution"
    if short:
        return lexicon.symbols.parse_of(short.rstrip(". "), organ, kind) or head.symbol
    for one in head.loose:
        for _, _, symbol in lexicon.find_symbols(one.text):
            if symbol.kind == "resolution":
                return lexicon.symbols.parse_of(symbol.short, organ, kind) or symbol
    return head.symbol


def _adopted(outline: Outline, masthead: Masthead, kind: str, wording: Wording) -> datetime.date | None:
    """The date of adoption, from the line of adoption, the number line, the title or the closing lines."""
    if masthead.adoption is not None and masthead.adoption.date is not None:
        return masthead.adoption.date
    if masthead.closing.date is not None and masthead.closing.date.date is not None:
        return masthead.closing.date.date
    for text in outline.texts:
        if text.closing.date is not None and text.closing.date.date is not None:
            return text.closing.date.date
    if masthead.number_line and (found := wording.language.find_dates(masthead.number_line)):
        return found[-1][2]
    return _first_date(outline, wording) if kind == "decision" else None


def _first_date(outline: Outline, wording: Wording) -> datetime.date | None:
    """The first date of a decision's text: "At its 47th plenary meeting, on 7 December 2022, …"."""
    for text in outline.texts:
        for block in text.blocks:
            if isinstance(block, Entry):
                found = wording.language.find_dates(plain(block.runs))
                return found[0][2] if found else None
    return None


def _job_number(flow: Flow) -> str:
    for piece in flow.furniture:
        if piece.kind == FurnitureKind.JOB_NUMBER and (match := _JOB.search(piece.text)):
            return match[0]
    return flow.properties.get("job_number", "")


def _printed(outline: Outline, kind: str, wording: Wording) -> Masthead:
    """The masthead as its lines were recognised, with the closing lines of a sole text."""
    masthead = outline.head.masthead
    if outline.head.draft and (kind == "draft" or not masthead.title):
        masthead = _with_draft_lines(masthead, read_draft_lines(outline.head.draft, wording))
    if kind == "decision" and masthead.committee and not masthead.proponent:
        masthead = replace(masthead, proponent=masthead.committee, proponent_id=outline.head.committee, committee="")
    if kind == "statement" and not masthead.title:
        masthead, outline.head.loose = replace(masthead, title=join(outline.head.loose)), []
    if len(outline.texts) == 1:
        masthead = replace(masthead, closing=outline.texts[0].closing)
    return masthead


def _completed(masthead: Masthead, symbol: Symbol | None, organ_id: str, kind: str, wording: Wording) -> Masthead:
    """The masthead with what follows with certainty from organ and symbol where it is not printed."""
    language, organ = wording.language, wording.lexicon.organs[organ_id]
    masthead = replace(
        masthead,
        symbol=masthead.symbol or (symbol.text if symbol else ""),
        organization=masthead.organization or language.organization_of(organ_id),
        issuing_body=masthead.issuing_body or language.organ_name(organ.parent or organ_id),
        subsidiary_body=masthead.subsidiary_body or (language.organ_name(organ_id) if organ.parent else ""),
    )
    if not masthead.distribution and kind != "decision":
        distribution = "limited" if kind == "draft" else "general"
        masthead = replace(masthead, distribution_id=distribution, distribution=_distribution(distribution, wording))
    if organ.sessions != "none" and not masthead.session and symbol is not None and symbol.session:
        session = language.session(organ_id, symbol.session)
        masthead = replace(masthead, session=session, session_value=symbol.session)
    return masthead


def _with_draft_lines(masthead: Masthead, lines: DraftLines) -> Masthead:
    *others, item = masthead.agenda or (AgendaItem("", ""),)
    title = " ".join(part for part in (item.title, lines.agenda) if part)
    agenda = (*others, replace(item, title=title)) if title or item.text else ()
    return replace(masthead, agenda=agenda, sponsors=lines.sponsors, title=lines.title or masthead.title)


def _distribution(kind: str, wording: Wording) -> str:
    try:
        return wording.language.distribution(kind)
    except KeyError:
        return kind


def _with_details(masthead: Masthead, details: Details, organ_id: str, wording: Wording) -> Masthead:
    """The masthead with what was given, which wins over what is printed."""
    masthead = _with_given_lines(masthead, details, organ_id, wording)
    masthead = _with_given_dates(masthead, details, wording)
    masthead = _with_given_agenda(masthead, details, organ_id, wording)
    if details.symbol:
        masthead = replace(masthead, symbol=details.symbol)
    if details.number:
        masthead = replace(masthead, number=details.number)
    if details.title:
        masthead = replace(masthead, title=(Run(details.title),))
    if details.sponsors:
        masthead = replace(masthead, sponsors=(Run(details.sponsors),))
    return masthead


def _with_given_lines(masthead: Masthead, details: Details, organ_id: str, wording: Wording) -> Masthead:
    """Distribution, session, original language and origin: given as an id, a number, a code, or as printed."""
    language = wording.language
    if details.distribution:
        kind = language.parse_distribution(details.distribution)
        line = details.distribution if kind else _distribution(details.distribution, wording)
        masthead = replace(masthead, distribution_id=kind or details.distribution, distribution=line)
    if details.session is not None:
        value = str(details.session)
        masthead = replace(masthead, session=language.session(organ_id, value), session_value=value)
    if details.original:
        printed = language.parse_original(details.original) is not None
        line = details.original if printed else language.original(details.original)
        masthead = replace(masthead, original_language=line)
    if details.proponent:
        found = language.parse_proponent(details.proponent)
        masthead = replace(masthead, proponent=details.proponent, proponent_id=found.committee if found else "")
    return masthead


def _with_given_dates(masthead: Masthead, details: Details, wording: Wording) -> Masthead:
    language, closing = wording.language, masthead.closing
    if details.meeting:
        found = language.parse_meeting(details.meeting)
        closing = replace(closing, meeting=details.meeting, meeting_number=found.number if found else "")
    if details.adopted and (closing.meeting or closing.date):
        closing = replace(closing, date=Dated(language.date(details.adopted), details.adopted))
    if details.adopted and masthead.adoption is not None:
        masthead = replace(masthead, adoption=replace(masthead.adoption, date=details.adopted))
    if details.issued:
        masthead = replace(masthead, issued=Dated(language.issue_date(details.issued), details.issued))
    return replace(masthead, closing=closing)


def _with_given_agenda(masthead: Masthead, details: Details, organ_id: str, wording: Wording) -> Masthead:
    language = wording.language
    if details.agenda_item:
        found = language.parse_agenda_item(details.agenda_item)
        number = found.number if found else details.agenda_item
        text = details.agenda_item if found else language.agenda_item(organ_id, number)
        return replace(masthead, agenda=(AgendaItem(text, number, details.agenda_title or ""),))
    if details.agenda_title and masthead.agenda:
        *others, last = masthead.agenda
        return replace(masthead, agenda=(*others, replace(last, title=details.agenda_title)))
    return masthead
