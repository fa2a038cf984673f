"""The whole document: what it is, its masthead completed by what follows with certainty, and its tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from engross.akn.cover import write_conclusions, write_cover, write_preface
from engross.akn.eid import assign_eids, printed_number
from engross.akn.identity import Identity
from engross.akn.metadata import complete_references, write_identification, write_meta
from engross.akn.namespace import append, element, every, name, text_of
from engross.lexicon import Lexicon, Symbol
from engross.model.details import Details
from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.flow import Flow, Run
from engross.model.furniture import FurnitureKind
from engross.model.masthead import AgendaItem, Dated, Masthead
from engross.model.recognised import Recognised
from engross.model.span import Span
from engross.recognise.structure.blocks import Annex, Block, Entry, Figures, Text
from engross.recognise.structure.body import formula_of
from engross.recognise.structure.draft import DraftLines, read_draft_lines
from engross.recognise.structure.head import Head
from engross.recognise.structure.outline import Outline, collect_organ, read_outline
from engross.recognise.structure.passage import Passage, plain, prepare, tidy
from engross.recognise.structure.prose import Prose
from engross.recognise.structure.tree import TreeWriter
from engross.recognise.structure.wording import Wording

_SAMPLE = 20_000
_HEAD_MOST = 80
_JOB = re.compile(r"(?:GE\.)?\d{2}-\d{5}(?:\s*\([A-Z]\))?")
_NAMES = {
    "resolution": "resolution",
    "decision": "decision",
    "draft": "draftResolution",
    "statement": "presidentialStatement",
}


def build(flow: Flow, details: Details, lexicon: Lexicon) -> Recognised:
    """The Akoma Ntoso of an assembled Flow. Never raises for any Flow; what fits no pattern stays as text."""
    passages = prepare(flow)
    wording = _wording(passages, details, lexicon)
    outline = read_outline(passages, wording)
    facts = _Facts.of(outline, details, flow, wording)
    return _Document(flow, wording, outline, facts).write()


def _wording(passages: Sequence[Passage], details: Details, lexicon: Lexicon) -> Wording:
    sample: list[str] = []
    length = 0
    for one in passages:
        sample.append(one.text)
        length += len(one.text)
        if length > _SAMPLE:
            break
    code = details.language if details.language in lexicon.languages else None
    code = code or lexicon.guess_language("\n".join(sample)) or _spoken_formula(passages, lexicon) or "en"
    language = lexicon.languages[code]
    runs = [run for one in passages for run in one.runs]
    bold = any(run.bold for run in runs)
    slanted = any(run.italic for run in runs) or (bold and language.emphasis != "italic")
    return Wording(lexicon, language, slanted, bold)


def _spoken_formula(passages: Sequence[Passage], lexicon: Lexicon) -> str | None:
    """The language of the enacting formula, where a text is too short to tell by its words."""
    for code, language in lexicon.languages.items():
        if any(formula_of(one, Wording(lexicon, language, False, False)) for one in passages[:_HEAD_MOST]):
            return code
    return None


@dataclass(slots=True)
class _Facts:
    """What the document is: identity, organ and the completed masthead."""

    identity: Identity
    masthead: Masthead
    loose: list[Passage]
    kind: str

    @classmethod
    def of(cls, outline: Outline, details: Details, flow: Flow, wording: Wording) -> _Facts:
        head, lexicon, language = outline.head, wording.lexicon, wording.language
        organ_id = details.organ or collect_organ(head, outline.organ) or "ga"
        if organ_id not in lexicon.organs:
            organ_id = "ga"
        symbol = _symbol(head, details, organ_id, wording)
        if symbol is not None and details.organ is None and (details.symbol or head.masthead.symbol):
            organ_id = symbol.organ
        kind = details.kind or (symbol.kind if symbol is not None and symbol.kind in _NAMES else "resolution")
        masthead, loose = _completed(outline, details, symbol, organ_id, kind, wording)
        masthead = replace(masthead, job_number=details.job_number or masthead.job_number or _job_number(flow))
        organ = lexicon.organs[organ_id]
        closing = masthead.closing.date
        adoption = masthead.adoption.date if masthead.adoption else None
        adopted = details.adopted or adoption or (closing.date if closing else None)
        if adopted is None and kind == "decision":
            adopted = _first_date(outline, wording)
        identity = Identity(
            symbol=masthead.symbol,
            number=symbol.iri_number if symbol else printed_number(masthead.number),
            short=symbol.short if symbol else masthead.number.rstrip("."),
            organ=organ.reference,
            actor=organ.actor,
            organ_name=language.organ_name(organ_id),
            language=language.iso3,
            name=_NAMES.get(kind, kind),
            adopted=adopted,
            issued=details.issued or (masthead.issued.date if masthead.issued else None),
        )
        return cls(identity, masthead, loose, kind)


def _symbol(head: Head, details: Details, organ: str, wording: Wording) -> Symbol | None:
    lexicon = wording.lexicon
    if details.symbol:
        return lexicon.parse_symbol(details.symbol)
    if head.masthead.symbol:
        return head.symbol
    line = wording.language.parse_number_line(head.masthead.number_line) if head.masthead.number_line else None
    short = details.number or (line.number if line else "") or (head.symbol.short if head.symbol else "")
    if not short:
        return head.symbol
    return lexicon.symbols.parse_of(short.rstrip(". "), organ, details.kind or "resolution") or head.symbol


def _first_date(outline: Outline, wording: Wording):  # type: ignore[no-untyped-def]
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


def _completed(
    outline: Outline, details: Details, symbol: Symbol | None, organ_id: str, kind: str, wording: Wording
) -> tuple[Masthead, list[Passage]]:
    """The masthead with what was given, and with what follows from organ and symbol where it is not printed."""
    masthead, loose = outline.head.masthead, list(outline.head.loose)
    language, organ = wording.language, wording.lexicon.organs[organ_id]
    if kind == "draft" and not masthead.title:
        masthead = _with_draft_lines(masthead, read_draft_lines(outline.head.draft, wording))
    if len(outline.texts) == 1:
        masthead = replace(masthead, closing=outline.texts[0].closing)
    masthead = replace(
        masthead,
        symbol=details.symbol or masthead.symbol or (symbol.text if symbol else ""),
        organization=masthead.organization or language.organization_of(organ_id),
        issuing_body=masthead.issuing_body or language.organ_name(organ.parent or organ_id),
        subsidiary_body=masthead.subsidiary_body or (language.organ_name(organ_id) if organ.parent else ""),
    )
    distribution = details.distribution or masthead.distribution_id
    if details.distribution or not masthead.distribution:
        distribution = distribution if not (kind == "draft" and not details.distribution) else "limited"
        masthead = replace(masthead, distribution_id=distribution, distribution=_distribution(distribution, wording))
    masthead = _with_session(masthead, details, symbol, organ_id, wording)
    return _with_details(masthead, details, organ_id, wording), loose


def _with_draft_lines(masthead: Masthead, lines: DraftLines) -> Masthead:
    *others, item = masthead.agenda or (AgendaItem("", ""),)
    title = " ".join(part for part in (item.title, lines.agenda) if part)
    agenda = (*others, replace(item, title=title)) if title or item.text else ()
    return replace(masthead, agenda=agenda, sponsors=lines.sponsors, title=lines.title)


def _distribution(kind: str, wording: Wording) -> str:
    try:
        return wording.language.distribution(kind)
    except KeyError:
        return kind


def _with_session(
    masthead: Masthead, details: Details, symbol: Symbol | None, organ_id: str, wording: Wording
) -> Masthead:
    organ = wording.lexicon.organs[organ_id]
    if organ.sessions == "none":
        return masthead
    if details.session is not None:
        value = str(details.session)
    elif masthead.session or symbol is None:
        return masthead
    else:
        value = symbol.session
    if not value:
        return masthead
    return replace(masthead, session=wording.language.session(organ_id, value), session_value=value)


def _with_details(masthead: Masthead, details: Details, organ_id: str, wording: Wording) -> Masthead:
    language = wording.language
    closing = masthead.closing
    if details.meeting:
        found = language.parse_meeting(details.meeting)
        closing = replace(closing, meeting=details.meeting, meeting_number=found.number if found else "")
    if details.adopted:
        if closing.meeting or closing.date:
            closing = replace(closing, date=Dated(language.date(details.adopted), details.adopted))
        if masthead.adoption is not None and masthead.adoption.date != details.adopted:
            masthead = replace(masthead, adoption=replace(masthead.adoption, date=details.adopted))
    if details.issued:
        masthead = replace(masthead, issued=Dated(language.issue_date(details.issued), details.issued))
    if details.agenda_item:
        found_item = language.parse_agenda_item(details.agenda_item)
        number = found_item.number if found_item else details.agenda_item
        text = details.agenda_item if found_item else language.agenda_item(organ_id, number)
        masthead = replace(masthead, agenda=(AgendaItem(text, number, details.agenda_title or ""),))
    elif details.agenda_title and masthead.agenda:
        *others, last = masthead.agenda
        masthead = replace(masthead, agenda=(*others, replace(last, title=details.agenda_title)))
    if details.proponent:
        found_origin = language.parse_proponent(details.proponent)
        committee = found_origin.committee if found_origin else ""
        masthead = replace(masthead, proponent=details.proponent, proponent_id=committee)
    if details.number:
        masthead = replace(masthead, number=details.number)
    if details.title:
        masthead = replace(masthead, title=(Run(details.title),))
    if details.sponsors:
        masthead = replace(masthead, sponsors=(Run(details.sponsors),))
    if details.original:
        masthead = replace(masthead, original_language=language.original(details.original))
    return replace(masthead, closing=closing)


class _Document:
    """Writes the tree of one document."""

    def __init__(self, flow: Flow, wording: Wording, outline: Outline, facts: _Facts) -> None:
        self.flow = flow
        self.wording = wording
        self.outline = outline
        self.facts = facts
        self.prose = Prose(flow, wording)
        self.tree = TreeWriter(self.prose)
        self.found: list[Diagnostic] = []

    def write(self) -> Recognised:
        root = element("akomaNtoso")
        self._reissue()
        meta = write_meta(self.facts.identity, self.facts.masthead.job_number)
        cover = self._cover()
        preface = self._preface(self.facts.masthead)
        if self.outline.lettered:
            document = self._collection(root, meta, cover, preface)
        else:
            document = element("statement", meta, cover, preface, name=self.facts.identity.name)
            document.set("contains", "originalVersion")
            root.append(document)
            self._text(document, self.outline.texts[0], self.facts.identity)
        self._uncalled(root)
        self._identify(root)
        complete_references(root[0], self._organs())
        self._unknown_dates()
        diagnostics = (*self.flow.diagnostics, *self.prose.diagnostics, *self.found)
        return Recognised(root, diagnostics, self.flow.furniture)

    def _organs(self) -> dict[str, tuple[str, str]]:
        organs = self.wording.lexicon.organs.values()
        return {one.reference: (one.actor, self.wording.language.organ_name(one.id) or one.id) for one in organs}

    # --- head

    def _reissue(self) -> None:
        """A note to the star behind the symbol says that the document was issued again."""
        masthead, mark = self.facts.masthead, self.outline.head.symbol_mark
        for note in self.flow.notes:
            if mark and note.mark == mark and not masthead.reissue and note.lines:
                text = " ".join(plain(line.runs) for line in note.lines).strip()
                self.facts.masthead = replace(masthead, reissue=f"{mark} {text}")
                self.prose.written.add(note.id)
                return

    def _cover(self) -> etree._Element:
        cover = write_cover(self.facts.masthead)
        for sponsors in every(cover, "docProponent"):
            if sponsors.get("refersTo") == "#sponsors":
                self._fill_anew(sponsors, self.facts.masthead.sponsors)
        for line in self.outline.head.noted:
            self._note_in_head(cover, line)
        for line in self.facts.loose:
            cover.append(self.prose.paragraph(line.runs, None, line.span))
            self._unplaced(line.text, line.span)
        return cover

    def _preface(self, masthead: Masthead) -> etree._Element | None:
        preface = write_preface(replace(masthead, title=()) if masthead.number else masthead)
        if not masthead.title:
            return preface
        preface = write_preface(masthead)
        assert preface is not None
        self._fill_anew(next(every(preface, "docTitle")), masthead.title)
        return preface

    def _fill_anew(self, node: etree._Element, runs: tuple[Run, ...]) -> None:
        """Puts runs into an element of the head, notes and citations included; its look is the style's."""
        for child in list(node):
            node.remove(child)
        node.text = None
        whole = Passage(runs, Span(self.flow.source))
        look = {"bold": False} if whole.bold else {}
        self.prose.fill(node, tidy(replace(run, **look) for run in runs))  # type: ignore[arg-type]

    def _note_in_head(self, cover: etree._Element, line: Passage) -> None:
        """Puts the notes that a line of the masthead calls behind that line."""
        words = " ".join(line.text.split())
        for paragraph in cover:
            if name(paragraph) == "p" and len(paragraph) and text_of(paragraph[0]).strip() in words:
                calls = [run for run in line.runs if run.note is not None and run.note not in self.prose.written]
                if text_of(paragraph[0]).strip():
                    self.prose.fill(paragraph, calls, line.span)
                    return

    # --- texts

    def _collection(
        self,
        root: etree._Element,
        meta: etree._Element,
        cover: etree._Element,
        preface: etree._Element | None,
    ) -> etree._Element:
        body = element("collectionBody")
        components = element("components")
        for text in self.outline.texts:
            component = f"comp_{printed_number(text.letter)}"
            reference = element("documentRef", href=f"#{component}", showAs=text.letter)
            body.append(element("component", reference))
            components.append(element("component", element("num", text.letter), self._component(text)))
        document = element("documentCollection", meta, cover, preface, body, name="publication")
        append(root, document, components)
        return document

    def _component(self, text: Text) -> etree._Element:
        identity = self.facts.identity
        part = replace(identity, number=f"{_undivided(identity.number)}{text.letter}", component="main")
        part = replace(part, short=f"{identity.short.split(' ')[0]} {text.letter}", symbol="")
        statement = element("statement", element("meta", write_identification(part)), name=identity.name)
        statement.set("contains", "originalVersion")
        append(statement, self._preface(Masthead(number=text.letter, title=text.title)))
        self._text(statement, text, part)
        return statement

    def _text(self, document: etree._Element, text: Text, identity: Identity) -> None:
        split = next((n for n, block in enumerate(text.blocks) if not _preambular(block)), len(text.blocks))
        append(document, self.tree.preamble(text.blocks[:split]), self.tree.body(text.blocks[split:]))
        closing = text.closing if self.outline.lettered else self.facts.masthead.closing
        conclusions = write_conclusions(closing)
        for runs in text.after:
            if conclusions is None:
                conclusions = element("conclusions")
            conclusions.append(self.prose.paragraph(runs))
            self._unplaced(plain(runs), None)
        append(document, conclusions)
        if text.annexes:
            attachments = element("attachments")
            for number, annex in enumerate(text.annexes, 1):
                attachments.append(self._annex(annex, identity.part(f"annex_{number}")))
            document.append(attachments)

    def _annex(self, annex: Annex, identity: Identity) -> etree._Element:
        node = element("attachment")
        if annex.heading:
            heading = element("heading")
            self.prose.fill(heading, annex.heading)
            node.append(heading)
        for title in annex.titles:
            subheading = element("subheading")
            self.prose.fill(subheading, title)
            node.append(subheading)
        meta = element("meta", write_identification(identity))
        append(node, element("doc", meta, self.tree.body(annex.blocks), name=annex.kind))
        return node

    # --- the end

    def _uncalled(self, root: etree._Element) -> None:
        """Notes that nothing calls stand at the end of the text, so that they are not lost."""
        for note in self.prose.uncalled():
            text = plain(note.lines[0].runs)[:60] if note.lines else ""
            message = f"Nothing calls the note {note.mark} “{text}”."
            self.found.append(diagnose("note-uncalled", message, note.lines[0].span if note.lines else None))
            last = [node for body in every(root, "mainBody") for node in every(body, "p")]
            if not last:
                last = [element("p")]
                next(every(root, "mainBody")).append(element("alinea", element("content", *last)))
            last[-1].append(self.prose.call(note))

    def _identify(self, root: etree._Element) -> None:
        for document in root:
            assign_eids(document)
        self.prose.resolve_calls()

    def _unplaced(self, text: str, span: Span | None) -> None:
        self.found.append(diagnose("text-unplaced", f"“{text[:80]}” was not recognised.", span))

    def _unknown_dates(self) -> None:
        place = Span(self.flow.source)
        if self.facts.identity.issued is None and self.facts.kind != "decision":
            self.found.append(diagnose("issue-date-unknown", "The date of issue is not known.", place))
        if self.facts.identity.adopted is None and self.facts.kind != "draft":
            self.found.append(diagnose("adoption-date-unknown", "The date of adoption is not known.", place))


def _preambular(block: Block) -> bool:
    return (isinstance(block, Entry) and block.role in ("formula", "recital")) or (isinstance(block, Figures) and False)


def _undivided(number: str) -> str:
    """A number without the letters of its parts: 79-252A → 79-252."""
    return re.sub(r"(?<=\d)[A-Z]$", "", number)
