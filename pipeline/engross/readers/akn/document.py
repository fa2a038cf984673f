"""A whole file: documents and their components, each with meta, cover, preamble, body, closing lines, annexes."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass
from enum import IntEnum

from lxml import etree

from engross.akn.eid import assign_eids
from engross.akn.identity import Identity
from engross.akn.metadata import complete_references
from engross.akn.namespace import AKN, AKN4UN, append, element, every, find, name, text_of
from engross.akn.typed_numbers import lower_typed, put_before, raise_typed
from engross.akn.works import list_works
from engross.lexicon import lexicon
from engross.lexicon.addresses import versions, work_address
from engross.readers.akn.entries import Entry, EntryReader, to_container, to_hierarchy
from engross.readers.akn.inline import InlineReader
from engross.readers.akn.items import Head, Item, ItemReader, Loose, Numbered, Opening, Recital, Section
from engross.readers.akn.lines import read_conclusions, read_cover, read_preface
from engross.readers.akn.markers import is_paragraph_number
from engross.readers.akn.metadata import component_meta, organs, read_identity, read_meta, two_letters
from engross.readers.akn.repairs import Repairs
from engross.readers.akn.sections import assemble, join_points

_DOCUMENTS = frozenset({"statement", "documentCollection", "doc", "act", "bill"})


class Keep(IntEnum):
    """How much of a file is kept, where keeping more would not be valid."""

    TEXT = 1
    """All text, as plain blocks, and what identifies the document."""
    STRUCTURE = 2
    """Text and structure, and what identifies the document."""
    ALL = 3
    """Text, structure and all metadata."""


def build(root: etree._Element, repairs: Repairs, keep: Keep = Keep.ALL) -> etree._Element:
    """The `akomaNtoso` of a file in this project's form, its eIds and references made anew."""
    document = root if name(root) in _DOCUMENTS else next((c for c in root if name(c) in _DOCUMENTS), None)
    made = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap={None: AKN, "akn4un": AKN4UN})
    if document is None:
        document = element("statement", name="resolution")
    raise_typed(document)
    builder = _Builder(two_letters(document), repairs, keep)
    if name(document) == "documentCollection":
        append(made, *builder.collection(document, root))
    else:
        made.append(builder.statement(document, read_identity(document)))
    for part in every(made, "statement", "documentCollection"):
        assign_eids(part)
        complete_references(part, organs(builder.language))
        list_works(part, functools.partial(work_address, language=builder.language), versions)
    for number, component in enumerate(every(made, "component"), 1):
        if find(component, "documentRef") is None:
            component.set("eId", f"comp_{component.get('eId') or number}")
    lower_typed(made)
    return made


@dataclass(slots=True)
class _Annex:
    """An annex on its way: its heading lines, and what it holds."""

    heading: etree._Element | None
    subheading: etree._Element | None
    items: list[Item]


class _Builder:
    """Builds the documents of one file, all in one language."""

    def __init__(self, language: str, repairs: Repairs, keep: Keep) -> None:
        self.language = language
        self._repairs = repairs
        self._keep = keep
        self._inline = InlineReader(language, repairs, self._quotation)
        self._entries = EntryReader(self._inline, repairs)
        self._items = ItemReader(self._inline, self._entries, repairs)

    def statement(self, document: etree._Element, identity: Identity) -> etree._Element:
        """One resolution, decision or statement."""
        made = element("statement", name=identity.name, contains="originalVersion")
        made.append(read_meta(document, identity, kept=self._keep is Keep.ALL))
        cover = find(document, "coverPage")
        if cover is not None or identity.component == "main":
            made.append(read_cover(cover, self._inline))
        append(made, read_preface(find(document, "preface"), self._inline))
        preamble, body = self._preamble_and_body(document)
        append(made, preamble)
        annexes = self._split_annexes(body)
        made.append(self._body("mainBody", body))
        append(made, read_conclusions(find(document, "conclusions"), self._inline))
        annexes = [*annexes, *self._attachments(document)]
        if annexes:
            attachments = (self._attachment(annex, number, identity) for number, annex in enumerate(annexes, 1))
            made.append(element("attachments", *attachments))
        return made

    def collection(self, document: etree._Element, root: etree._Element) -> tuple[etree._Element, etree._Element]:
        """Lettered resolutions under one number: the collection, and beside it its parts."""
        identity = read_identity(document)
        statements = [
            part
            for component in every(root, "component")
            for part in component
            if name(part) in _DOCUMENTS and part is not document
        ]
        references, components = element("collectionBody"), element("components")
        for number, part in enumerate(statements):
            letter = _letter(part, number)
            own = read_identity(document, letter)
            built = self.statement(part, own.part(f"part_{letter}"))
            components.append(element("component", built, eId=letter))
            title = f"{own.symbol or 'Resolution ' + letter}"
            references.append(element("component", element("documentRef", href=f"#comp_{letter}", showAs=title)))
        if not len(references):
            references.append(element("component", self.statement(document, identity)))
        made = element("documentCollection", name="publication", contains="originalVersion")
        made.append(read_meta(document, identity, kept=self._keep is Keep.ALL))
        made.append(read_cover(find(document, "coverPage"), self._inline))
        append(made, read_preface(find(document, "preface"), self._inline), references)
        return made, components

    def _preamble_and_body(self, document: etree._Element) -> tuple[etree._Element | None, list[Item]]:
        """Where preambles and bodies alternate, the first heading or numbered paragraph opens the body."""
        preamble: list[Item] = []
        body: list[Item] = []
        stretches = 0
        for child in document:
            kind = name(child)
            if kind not in {"preamble", "mainBody"}:
                continue
            items = list(self._items.items(child, preamble=kind == "preamble"))
            if kind == "preamble" and (preamble or body):
                stretches += 1
            if kind == "preamble" and not any(map(_opens_body, body)):
                opens = next((n for n, item in enumerate(items) if _opens_body(item)), len(items))
                preamble = join_points([*preamble, *body, *items[:opens]], self._repairs)
                body = items[opens:]
            else:
                body += items
        if stretches:
            self._repairs.note("akn-preamble", document)
        _mark_sole(body)
        return self._preamble(preamble), body

    def _preamble(self, items: list[Item]) -> etree._Element | None:
        made = element("preamble")
        for item in items:
            if isinstance(item, Opening):
                made.append(item.formula)
            elif isinstance(item, Recital):
                made.append(to_container(item.entry))
            elif isinstance(item, Loose | Numbered):
                container = to_container(item.entry)
                if (num := item.entry.num) is not None:
                    put_before(num, next(every(container, "p")))
                made.extend(container)
        return made if len(made) else None

    def _body(self, tag: str, items: list[Item]) -> etree._Element:
        made = element(tag)
        made.extend(_plain_blocks(items) if self._keep is Keep.TEXT else assemble(items, self._repairs))
        if not len(made):
            made.append(to_hierarchy("alinea", Entry()))
        return made

    def _split_annexes(self, items: list[Item]) -> list[_Annex]:
        """Takes the annexes that stand as headings in the body out of its items."""
        words = lexicon().languages.get(self.language)
        starts = [
            place
            for place, item in enumerate(items)
            if place
            and words is not None
            and isinstance(item, Head)
            and len(item.titles) == 1
            and item.num is None
            and words.parse_annex(text_of(item.titles[0])) is not None
        ]
        annexes = [_annex(items[start:end]) for start, end in itertools.pairwise([*starts, len(items)])]
        if starts:
            del items[starts[0] :]
        return annexes

    def _attachments(self, document: etree._Element) -> list[_Annex]:
        found: list[_Annex] = []
        for attachment in (node for area in document if name(area) == "attachments" for node in area):
            heads = [child for child in attachment if name(child) in {"heading", "subheading"}]
            inner = next((child for child in attachment if name(child) in _DOCUMENTS), attachment)
            items: list[Item] = []
            for part in inner:
                if name(part) in {"preface", "coverPage", "preamble", "mainBody", "conclusions"}:
                    items += self._items.items(part, preamble=name(part) == "preamble")
            if heads:
                copied = [self._items.heading(head, name(head)) for head in heads[:2]]
                annexes = [_Annex(copied[0], copied[1] if len(copied) > 1 else None, items)]
            else:
                more = self._split_annexes(items)
                annexes = [_annex(items), *more]
            found += annexes
        return found

    def _attachment(self, annex: _Annex, number: int, identity: Identity) -> etree._Element:
        doc = element("doc", component_meta(identity, f"annex_{number}"), name="annex")
        doc.append(self._body("mainBody", annex.items))
        return element("attachment", annex.heading, annex.subheading, doc)

    def _quotation(self, node: etree._Element) -> etree._Element | None:
        """Text adopted or quoted inside a paragraph."""
        made = element("embeddedStructure")
        pending: list[Item] = []
        for item in self._items.items(node, preamble=True):
            if isinstance(item, Opening):
                made.append(item.formula)
            elif isinstance(item, Recital):
                made.append(to_container(item.entry))
            else:
                pending.append(item)
        made.extend(assemble(pending, self._repairs))
        return made if len(made) else None


def _annex(items: list[Item]) -> _Annex:
    """The first headings of an annex's items are its heading and its title."""
    taken: list[etree._Element] = []
    while items and len(taken) < 2 and isinstance(head := items[0], Head) and head.num is None and head.titles:
        if len(taken) + len(head.titles) > 2:
            break
        taken += head.titles
        items = items[1:]
    if len(taken) > 1:
        taken[1].tag = f"{{{AKN}}}subheading"
    return _Annex(taken[0] if taken else None, taken[1] if len(taken) > 1 else None, items)


def _opens_body(item: Item) -> bool:
    """Whether the operative part begins with an item: a heading or a numbered paragraph, not a point."""
    if isinstance(item, Numbered):
        return is_paragraph_number(item.entry.number)
    return isinstance(item, Head | Section)


def _mark_sole(items: list[Item]) -> None:
    """The only paragraph of a resolution is one although it has no number; other text without a number is text."""
    texts = [item for item in items if isinstance(item, Loose)]
    sole = len(texts) == 1 and not any(isinstance(item, Numbered | Section) for item in items)
    for item in texts:
        item.sole = item.sole and sole


def _paragraph_of(title: etree._Element) -> etree._Element:
    made = element("p")
    append(made, title.text or "", *list(title))
    return made


def _plain_blocks(items: list[Item]) -> list[etree._Element]:
    """Every block as it is, without sections: what is valid whatever the items hold."""
    found: list[etree._Element] = []
    for item in items:
        if isinstance(item, Head):
            titles = [_paragraph_of(node) for node in (item.num, *item.titles) if node is not None]
            found.append(to_hierarchy("alinea", Entry(None, list(titles))))
        elif isinstance(item, Opening):
            found.append(to_hierarchy("alinea", Entry(None, list(item.formula))))
        elif isinstance(item, Recital | Loose | Numbered):
            found.append(to_hierarchy("paragraph" if item.entry.num is not None else "alinea", item.entry))
        else:
            found += _plain_blocks(item.items)
    return found


def _letter(part: etree._Element, number: int) -> str:
    preface = find(part, "preface")
    printed = text_of(next(every(preface, "docNumber"), None)).strip(" .\n\t") if preface is not None else ""
    return printed if len(printed) == 1 and printed.isascii() and printed.isalpha() else chr(ord("A") + number % 26)
