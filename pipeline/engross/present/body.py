"""The body as blocks: recitals, paragraphs, points, headings, tables, quotations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from engross.akn.heading_forms import read_form
from engross.akn.namespace import find, name
from engross.model.presentation import (
    Block,
    Formula,
    Heading,
    Inline,
    Link,
    Paragraph,
    Point,
    Points,
    Prose,
    Quotation,
    Recital,
    Text,
    plain,
)
from engross.present.counting import count_blocks, count_notes, count_text
from engross.present.inline import Reader
from engross.present.tables import read_table

_LISTS = frozenset({"list", "sublist", "blockList"})
_POINTS = frozenset({"point", "item", "indent", "subparagraph"})
_INTROS = frozenset({"intro", "listIntroduction"})
_WRAPS = frozenset({"wrapUp", "listWrapUp"})
_SECTIONS = frozenset(
    {"section", "part", "chapter", "article", "title", "division", "book", "tome", "subsection", "subpart", "rule"}
)
_QUOTATIONS = frozenset({"embeddedStructure", "quotedStructure"})
_HEADINGS = frozenset({"heading", "subheading", "crossHeading", "longTitle"})
_SILENT = frozenset({"meta", "num", "img", "components", "documentRef", "componentRef"})
_LOWEST_HEADING = 4


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: how deep in sections, whether in an annex, whether among recitals."""

    depth: int = 0
    annex: bool = False
    preamble: bool = False


def read_preamble(node: etree._Element, reader: Reader) -> tuple[Block, ...]:
    """The formula and the recitals of a `preamble`."""
    return tuple(_Body(reader).blocks(node, _Place(preamble=True)))


def read_body(node: etree._Element, reader: Reader, *, annex: bool = False) -> tuple[Block, ...]:
    """The blocks of a `mainBody`, or of the blocks of any other element of a document."""
    return tuple(_Body(reader).blocks(node, _Place(annex=annex)))


class _Body:
    """Reads blocks; what it does not know is read for what it holds, so that no text is passed over."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def blocks(self, parent: etree._Element, place: _Place) -> Iterable[Block]:
        """The blocks of an element's children. Text that stands beside them is prose of its own."""
        return _numbered(self._children(parent, place))

    def _children(self, parent: etree._Element, place: _Place) -> Iterable[Block]:
        yield from self._stray(parent.text)
        for child in parent:
            if isinstance(child.tag, str):
                yield from self._whole(child, place)
            yield from self._stray(child.tail)

    def _stray(self, text: str | None) -> Iterable[Block]:
        if text and text.strip():
            yield Prose("", (Text(" ".join(text.split())),))

    def _whole(self, node: etree._Element, place: _Place) -> list[Block]:
        """The blocks of an element; where its structure is such that text would be passed over, its text as prose."""
        known = len(self._reader.notes)
        made = list(self._block(node, place)) if name(node) not in _SILENT else []
        if count_blocks(made) + count_notes(self._reader.notes[known:]) < count_text(node):
            del self._reader.notes[known:]
            content = self._reader.inlines(node)
            return [Prose(node.get("eId", ""), content)] if content else []
        return made

    def _block(self, node: etree._Element, place: _Place) -> Iterable[Block]:
        kind = name(node)
        if kind == "formula":
            yield Formula(node.get("eId", ""), self._joined(node))
        elif (kind in {"container", "recital"} and (place.preamble or node.get("name") == "recital")) or (
            kind == "hcontainer" and node.get("name") == "recital"
        ):
            yield self._recital(node)
        elif kind == "crossHeading" and node.get("refersTo") == "#preamble":
            yield Recital(node.get("eId", ""), self._reader.inlines(node))
        elif kind == "paragraph" or kind in _POINTS:
            yield from self._paragraph(node, place)
        elif kind in _SECTIONS or (kind == "hcontainer" and _headed(node)):
            yield from self._section(node, place)
        elif kind in _LISTS:
            yield from self._list(node, 1)
        elif kind == "table":
            yield read_table(node, self._reader)
        elif kind in _QUOTATIONS:
            yield self._quotation(node)
        elif kind in _HEADINGS:
            yield self._heading(node, place.depth + 1)
        elif kind in {"p", "block"}:
            yield from self._prose(node, resumed=False)
        else:
            yield from self._unknown(node, place)

    def _unknown(self, node: etree._Element, place: _Place) -> Iterable[Block]:
        """A container is read for its blocks; an element with text of its own is prose."""
        if (node.text or "").strip() or any((child.tail or "").strip() for child in node):
            yield from self._prose(node, resumed=False)
        elif find(node, "num") is not None:
            yield from self._paragraph(node, place)
        else:
            yield from self.blocks(node, place)

    def _recital(self, node: etree._Element) -> Recital:
        content, blocks = self._content(node, 1)
        return Recital(node.get("eId", ""), content, blocks)

    def _paragraph(self, node: etree._Element, place: _Place) -> Iterable[Block]:
        for child in node:
            if name(child) in _HEADINGS:
                yield self._heading(child, place.depth + 1)
        content, blocks = self._content(node, 1)
        label = self._label(node)
        if label or content or blocks:
            yield Paragraph(node.get("eId", ""), label, content, blocks, flush=place.annex)

    def _section(self, node: etree._Element, place: _Place) -> Iterable[Block]:
        level = min(place.depth + 1, _LOWEST_HEADING)
        number, heading, subheading = self._label(node), find(node, "heading"), find(node, "subheading")
        title = heading if heading is not None else subheading
        if number or title is not None:
            content = self._reader.inlines(title) if title is not None else ()
            words = title if title is not None else find(node, "num")
            form = read_form(words) if words is not None else ""
            above = bool(number) and heading is None
            yield Heading(node.get("eId", ""), level, number, content, above, _is_italic(content), form)
        if heading is not None and subheading is not None:
            yield self._heading(subheading, level + 1)
        inner = replace(place, depth=place.depth + 1)
        for child in node:
            if child is not heading and child is not subheading and name(child) and name(child) not in _SILENT:
                yield from self._whole(child, inner)

    def _heading(self, node: etree._Element, level: int) -> Heading:
        content = self._reader.inlines(node)
        return Heading(
            node.get("eId", ""),
            min(level, _LOWEST_HEADING),
            "",
            content,
            italic=_is_italic(content),
            form=read_form(node),
        )

    def _quotation(self, node: etree._Element) -> Quotation:
        return Quotation(node.get("eId", ""), tuple(self.blocks(node, _Place(preamble=True))))

    def _list(self, node: etree._Element, depth: int) -> Iterable[Block]:
        """A list: its introduction, its points, what follows them; in the order of the tree."""
        points: list[Point] = []
        eid = node.get("eId", "")
        for child in node:
            kind = name(child)
            if kind in _POINTS or kind == "paragraph":
                points.append(self._point(child, depth))
                continue
            if kind in {"list", "sublist", "blockList"} and points:
                points[-1] = replace(points[-1], blocks=(*points[-1].blocks, *self._list(child, depth + 1)))
                continue
            if points and kind:
                yield Points(eid, depth, tuple(points))
                points, eid = [], ""
            if kind in _INTROS:
                yield from self._prose_of(child, resumed=False)
            elif kind in _WRAPS:
                yield from self._prose_of(child, resumed=True)
            elif kind and kind not in _SILENT:
                yield from self._block(child, _Place())
        if points:
            yield Points(eid, depth, tuple(points))

    def _point(self, node: etree._Element, depth: int) -> Point:
        content, blocks = self._content(node, depth + 1)
        return Point(node.get("eId", ""), self._label(node), depth, content, blocks)

    def _content(self, node: etree._Element, depth: int) -> tuple[tuple[Inline, ...], tuple[Block, ...]]:
        """The first text of a numbered or preambular element, and all that follows it."""
        blocks: list[Block] = []
        for child in node:
            kind = name(child)
            if kind in _LISTS:
                blocks += self._list(child, depth)
            elif kind in {"content", "container"} | _INTROS:
                blocks += self._content_blocks(child, depth)
            elif kind in _WRAPS:
                blocks += self._prose_of(child, resumed=True)
            elif kind == "p":
                blocks += self._prose(child, resumed=any(not isinstance(b, Prose) for b in blocks))
            elif kind in _POINTS:
                blocks.append(Points("", depth, (self._point(child, depth),)))
            elif kind and kind not in _SILENT | _HEADINGS:
                blocks += self._block(child, _Place())
        if blocks and isinstance(blocks[0], Prose):
            return blocks[0].content, tuple(_joined_points(blocks[1:]))
        return (), tuple(_joined_points(blocks))

    def _content_blocks(self, node: etree._Element, depth: int) -> list[Block]:
        if (node.text or "").strip():
            return list(self._prose(node, resumed=False))
        content, blocks = self._content(node, depth)
        return [Prose(node.get("eId", ""), content), *blocks] if content else list(blocks)

    def _prose_of(self, node: etree._Element, *, resumed: bool) -> Iterable[Block]:
        inner = [child for child in node if name(child) == "p"]
        for p in inner or [node]:
            yield from self._prose(p, resumed=resumed, eid=node.get("eId", "") if p is (inner or [node])[0] else "")

    def _prose(self, node: etree._Element, *, resumed: bool, eid: str = "") -> Iterable[Block]:
        """A paragraph of text; a structure inside it (quoted text, a table) follows as its own block."""
        for number, segment in enumerate(self._reader.segments(node)):
            if isinstance(segment, tuple):
                yield Prose((eid or node.get("eId", "")) if number == 0 else "", segment, resumed or number > 0)
            else:
                yield from self._block(segment, _Place())

    def _joined(self, node: etree._Element) -> tuple[Inline, ...]:
        inner = [child for child in node if name(child) == "p"] or [node]
        found: list[Inline] = []
        for p in inner:
            found += ([Text(" ")] if found else []) + list(self._reader.inlines(p))
        return tuple(found)

    def _label(self, node: etree._Element) -> str:
        num = find(node, "num")
        return plain(self._reader.inlines(num)) if num is not None else ""


def _joined_points(blocks: Iterable[Block]) -> Iterable[Block]:
    """Points that follow each other without a list around them make one list."""
    last: Block | None = None
    for block in blocks:
        if isinstance(block, Points) and isinstance(last, Points) and not block.id and block.depth == last.depth:
            last = replace(last, items=(*last.items, *block.items))
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last


def _headed(node: etree._Element) -> bool:
    return any(find(node, part) is not None for part in ("num", "heading", "subheading"))


def _is_italic(content: tuple[Inline, ...]) -> bool:
    texts = [inline for inline in content if isinstance(inline, Text) and inline.text.strip()]
    return bool(texts) and all(text.emphasis for text in texts) and not any(isinstance(i, Link) for i in content)


def _numbered(blocks: Iterable[Block]) -> Iterable[Block]:
    """Blocks with numbers that stand in a paragraph of their own at the paragraph that they number: published files of
    several languages code "3." and its text as two paragraphs, where the page prints one.
    """
    alone: Paragraph | None = None
    for block in blocks:
        if alone is not None:
            if isinstance(block, Paragraph) and not block.label:
                block = replace(block, id=alone.id, label=alone.label)
            else:
                yield alone
            alone = None
        if isinstance(block, Paragraph) and block.label and not block.content and not block.blocks:
            alone = block
        else:
            yield block
    if alone is not None:
        yield alone
