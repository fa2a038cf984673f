"""The whole document as one tree: head, texts, closing lines, annexes, components."""

from __future__ import annotations

import functools
from dataclasses import replace

from lxml import etree

from engross.akn.cover import write_conclusions, write_cover, write_preface
from engross.akn.eid import assign_eids, printed_number
from engross.akn.heading_forms import write_form
from engross.akn.identity import Identity
from engross.akn.metadata import complete_references, write_identification, write_meta
from engross.akn.namespace import append, element, every, name, text_of
from engross.akn.record import keep_record, read_record
from engross.akn.works import list_works
from engross.lexicon import Lexicon
from engross.lexicon.addresses import versions, work_address
from engross.model.details import Details
from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.flow import Flow, Run
from engross.model.masthead import Closing, Masthead
from engross.model.recognised import Recognised
from engross.model.span import Span
from engross.recognise.structure.blocks import Annex, Block, Entry, Text
from engross.recognise.structure.facts import Facts, establish
from engross.recognise.structure.marks import wrap_content
from engross.recognise.structure.meetings import Occasion, find_record
from engross.recognise.structure.outline import Outline, read_outline
from engross.recognise.structure.passage import Passage, plain, prepare, tidy
from engross.recognise.structure.prose import Prose
from engross.recognise.structure.raised import raise_letters
from engross.recognise.structure.spacing import restore_no_break_spaces
from engross.recognise.structure.tree import TreeWriter
from engross.recognise.structure.wording import Wording, choose_wording


def build(flow: Flow, details: Details, lexicon: Lexicon) -> Recognised:
    """The Akoma Ntoso of an assembled Flow. Never raises for any Flow; what fits no pattern stays as text."""
    wording = choose_wording(flow, details, lexicon)
    flow = restore_no_break_spaces(flow, wording.language)
    outline = read_outline(prepare(flow), wording)
    facts = establish(outline, details, flow, wording)
    return _Document(flow, wording, outline, facts).write()


class _Document:
    """Writes the tree of one document."""

    def __init__(self, flow: Flow, wording: Wording, outline: Outline, facts: Facts) -> None:
        self.flow = flow
        self.wording = wording
        self.outline = outline
        self.facts = facts
        self.masthead = facts.masthead
        symbol = facts.symbol
        self.occasion = Occasion(
            symbol.organ if symbol else "", symbol.session if symbol else "", facts.identity.adopted
        )
        self.prose = Prose(flow, wording, self.occasion)
        self.tree = TreeWriter(self.prose)
        self.found: list[Diagnostic] = []

    def write(self) -> Recognised:
        root = element("akomaNtoso")
        self._reissue()
        meta = write_meta(self.facts.identity, self.masthead.job_number)
        cover = self._cover()
        preface = self._preface(self.masthead)
        if self.outline.lettered:
            document = self._collection(root, meta, cover, preface)
        else:
            document = element("statement", meta, cover, preface, name=self.facts.identity.name)
            document.set("contains", "originalVersion")
            root.append(document)
            self._text(document, self.outline.texts[0], self.facts.identity)
        self._uncalled(root)
        self._identify(root)
        for part in every(root, "statement", "documentCollection"):
            complete_references(part, self._organs())
            list_works(part, functools.partial(work_address, language=self.wording.language.code), versions)
        self._unknown_dates()
        diagnostics = (*self.flow.diagnostics, *self.prose.diagnostics, *self.found)
        beside = (*self.outline.head.furniture, *self.facts.replaced, *self.prose.furniture)
        return Recognised(root, diagnostics, (*self.flow.furniture, *beside))

    def _organs(self) -> dict[str, tuple[str, str]]:
        organs = self.wording.lexicon.organs.values()
        return {one.reference: (one.actor, self.wording.language.organ_name(one.id) or one.id) for one in organs}

    # --- head

    def _reissue(self) -> None:
        """A note to the star behind the symbol says that the document was issued again."""
        masthead, mark = self.masthead, self.outline.head.symbol_mark
        for note in self.flow.notes:
            if mark and note.mark == mark and not masthead.reissue and note.lines:
                text = " ".join(plain(line.runs) for line in note.lines).strip()
                self.masthead = replace(masthead, reissue=f"{mark} {text}")
                self.prose.written.add(note.id)
                return

    def _cover(self) -> etree._Element:
        cover = write_cover(self.masthead)
        for sponsors in every(cover, "docProponent"):
            if sponsors.get("refersTo") == "#sponsors":
                self._fill_anew(sponsors, self.masthead.sponsors)
        raise_letters(cover, self.outline.head.raised)
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
        for number in every(preface, "docNumber"):
            if number.get("refersTo") == "#letter":
                self._fill_anew(number, masthead.letter)
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
        part = replace(identity, number=f"{identity.number}{text.letter}", short=f"{identity.short} {text.letter}")
        whole = self.facts.symbol
        symbol = self.wording.lexicon.parse_symbol(whole.part_text(text.letter)) if whole is not None else None
        if symbol is not None:
            part = replace(part, number=symbol.iri_number, short=symbol.short, symbol=symbol.text)
        statement = element("statement", element("meta", write_identification(part)), name=identity.name)
        statement.set("contains", "originalVersion")
        append(statement, self._preface(Masthead(number=text.letter, title=text.title)))
        self._text(statement, text, part)
        return statement

    def _text(self, document: etree._Element, text: Text, identity: Identity) -> None:
        split = next((n for n, block in enumerate(text.blocks) if not _preambular(block)), len(text.blocks))
        append(document, self.tree.preamble(text.blocks[:split]), self.tree.body(text.blocks[split:]))
        closing = text.closing if self.outline.lettered else self.masthead.closing
        conclusions = write_conclusions(closing)
        if conclusions is not None:
            raise_letters(conclusions, text.closing_lines)
            self._cite_meeting(conclusions, closing)
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

    def _cite_meeting(self, conclusions: etree._Element, closing: Closing) -> None:
        """Makes the meeting of the closing lines a reference to its record, where that is known."""
        organ = self.wording.lexicon.organs.get(self.occasion.organ)
        location = next(every(conclusions, "location"), None)
        day = closing.date.date if closing.date is not None else None
        if organ is None or location is None:
            return
        forms = self.wording.lexicon.cited(self.wording.language.code).meetings
        meeting = next(forms.find(text_of(location), organ.record_meetings), None)
        occasion = replace(self.occasion, adopted=day)
        if meeting is not None and day is not None and (record := find_record(organ, meeting, day, occasion)):
            wrap_content(location, element("ref", href=record.iri))

    def _annex(self, annex: Annex, identity: Identity) -> etree._Element:
        node = element("attachment")
        if annex.heading:
            heading = write_form(element("heading"), annex.form)
            self.prose.fill(heading, annex.heading)
            node.append(heading)
        for title, form in annex.titles:
            subheading = write_form(element("subheading"), form)
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
        self._record(root)

    def _record(self, root: etree._Element) -> None:
        """What no page prints, out of the record that the file keeps, where that is of this document."""
        record = read_record(self.flow.record) if self.flow.record else None
        if record is not None and not keep_record(root, record):
            message = "The file keeps the record of another document; it was left out."
            self.found.append(diagnose("record-other", message, Span(self.flow.source)))

    def _unplaced(self, text: str, span: Span | None) -> None:
        self.found.append(diagnose("text-unplaced", f"“{text[:80]}” was not recognised.", span))

    def _unknown_dates(self) -> None:
        place = Span(self.flow.source)
        if self.facts.identity.issued is None and self.facts.kind != "decision":
            self.found.append(diagnose("issue-date-unknown", "The date of issue is not known.", place))
        if self.facts.identity.adopted is None and self.facts.kind != "draft":
            self.found.append(diagnose("adoption-date-unknown", "The date of adoption is not known.", place))


def _preambular(block: Block) -> bool:
    return isinstance(block, Entry) and block.role in ("formula", "recital")
