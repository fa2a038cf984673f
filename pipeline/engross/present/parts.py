"""The document's parts: the resolution itself, its lettered parts, its annexes, each with title and closing lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from lxml import etree

from engross.akn.heading_forms import read_form
from engross.akn.namespace import every, find, name, text_of
from engross.model.presentation import Block, Break, Heading, HeadingForm, Part, Prose, Text, Title, plain
from engross.present.body import read_body, read_preamble
from engross.present.cover import emphasise
from engross.present.inline import Reader
from engross.present.lines import Content, raise_ordinals, split_lines
from engross.present.words import Words


def read_parts(document: etree._Element, title: Title, reader: Reader, words: Words) -> Iterator[Part]:
    """The parts in printed order. `title` holds the lines that stood on the cover."""
    yield from _statement(document, "main", title, reader, words)
    for inner in _components(document):
        yield from _statement(inner, "component", Title(), reader, words)


def _components(document: etree._Element) -> Iterator[etree._Element]:
    """The documents that a collection holds, inside itself or beside it."""
    root = document.getparent()
    for component in every(root if root is not None else document, "component"):
        yield from (inner for inner in component if name(inner) not in {"", "meta", "documentRef"})


def _statement(
    document: etree._Element, role: Literal["main", "component"], title: Title, reader: Reader, words: Words
) -> Iterator[Part]:
    """A statement, and after it its annexes."""
    blocks: list[Block] = []
    attachments: list[etree._Element] = []
    closing: tuple[Content, ...] = ()
    vote: tuple[Content, ...] = ()
    for child in document:
        kind = name(child)
        if kind == "coverPage" and role == "component":
            blocks += _lines(child, reader)
        elif kind == "preface":
            number, own, more = _preface(child, reader)
            title = replace(title, number=number, title=own)
            blocks += more
        elif kind == "preamble":
            blocks += read_preamble(child, reader)
        elif kind == "conclusions":
            closing, vote = _closing(child, reader, words)
        elif kind == "attachments":
            attachments += [node for node in child if name(node)]
        elif kind and kind not in {"meta", "coverPage", "components", "collectionBody"}:
            blocks += read_body(child, reader)
    yield Part(document.get("eId") or _component_eid(document), role, title, tuple(blocks), closing, vote)
    for attachment in attachments:
        yield _annex(attachment, reader)


def _component_eid(document: etree._Element) -> str:
    above = document.getparent()
    return above.get("eId", "") if above is not None and name(above) == "component" else ""


def _preface(preface: etree._Element, reader: Reader) -> tuple[str, Content, list[Block]]:
    """Number and title of a preface; what else it prints (a decision's letter) opens the blocks."""
    number = ""
    title: Content = ()
    more: list[Block] = []
    for node in preface:
        if not name(node):
            continue
        numbers, titles = list(every(node, "docNumber")), list(every(node, "docTitle", "shortTitle"))
        if not title and titles:
            hidden = numbers[0] if numbers and _is_plain(numbers[0]) else None
            number = plain(reader.inlines(hidden)) if hidden is not None else ""
            title = _unbolded(reader.inlines(node, without=hidden))
        elif content := reader.inlines(node):
            block: Block = Heading("", 1, "", _unbolded(content)) if numbers else Prose("", content)
            more.append(block)
    return number, title, more


def _is_plain(node: etree._Element) -> bool:
    """Whether an element holds characters only: a number line has no room for a note or a break."""
    return next(every(node, "authorialNote", "eol", "sup", "a", "ref"), None) is None


def _unbolded(content: Content) -> Content:
    """A title's text without the bold of its mark-up: the style decides a title's weight."""
    if all(inline.bold for inline in content if isinstance(inline, Text) and inline.text.strip()):
        return tuple(replace(i, bold=False) if isinstance(i, Text) else i for i in content)
    return content


def _closing(
    conclusions: etree._Element, reader: Reader, words: Words
) -> tuple[tuple[Content, ...], tuple[Content, ...]]:
    """The closing lines, and the lines of the vote: its paragraph and all that follow."""
    closing: list[Content] = []
    vote: list[Content] = []
    for node in conclusions:
        if not name(node):
            continue
        lines = split_lines(reader.inlines(node))
        if vote or next(every(node, "vote", "outcome"), None) is not None:
            vote += lines
        else:
            closing += [raise_ordinals(tuple(map(emphasise, line)), words) for line in lines]
    return tuple(closing), tuple(vote)


def _annex(attachment: etree._Element, reader: Reader) -> Part:
    """An annex: its heading ("Annex I") is the number line, its subheading the title."""
    number = ""
    title: Content = ()
    number_form: HeadingForm = ""
    title_form: HeadingForm = ""
    blocks: list[Block] = []
    for child in attachment:
        kind = name(child)
        if kind in {"heading", "num"} and _is_plain(child):
            number = f"{number} {plain(reader.inlines(child))}".strip()
            number_form = read_form(child)
        elif kind in {"heading", "num", "subheading"}:
            title += ((Break(),) if title else ()) + reader.inlines(child)
            title_form = read_form(child)
        elif kind and kind != "meta":
            blocks += _annexed(child, reader)
    heading = Title(number=number, title=_unbolded(title), number_form=number_form, title_form=title_form)
    return Part(attachment.get("eId", ""), "annex", heading, tuple(blocks))


def _annexed(document: etree._Element, reader: Reader) -> list[Block]:
    """The blocks of the document inside an attachment, its own cover and preface included."""
    blocks: list[Block] = []
    for child in document:
        kind = name(child)
        if kind in {"coverPage", "preface", "conclusions"}:
            blocks += _lines(child, reader)
        elif kind == "preamble":
            blocks += read_preamble(child, reader)
        elif kind == "attachments":
            for attachment in child:
                inner = _annex(attachment, reader)
                blocks.append(Heading(inner.id, 2, inner.title.number, inner.title.title, number_above=True))
                blocks += inner.blocks
        elif kind and kind != "meta":
            blocks += read_body(child, reader, annex=not _goes_on_in_paragraphs(child))
    return blocks


def _goes_on_in_paragraphs(body: etree._Element) -> bool:
    """Whether the numbered paragraphs of an annex go on with a sentence that begins above them ("…, we:"). These are
    printed as those of a resolution are, which go on with "The General Assembly"; all others begin at the margin (1,819
    measured: geometry 4).
    """
    numbered = next((node for node in every(body, "paragraph") if find(node, "num") is not None), None)
    if numbered is None:
        return False
    lead = numbered.getprevious()
    return lead is not None and name(lead) in {"alinea", "paragraph"} and text_of(lead).rstrip().endswith((":", "："))


def _lines(node: etree._Element, reader: Reader) -> list[Block]:
    found: list[Block] = []
    for child in node:
        if name(child) and (content := reader.inlines(child)):
            titled = next(every(child, "docTitle", "docNumber"), None) is not None
            found.append(Heading("", 2, "", content) if titled else Prose("", content, indented=False))
    return found
