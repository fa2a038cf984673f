"""A body as a flat sequence: recitals, numbered paragraphs, text, headings, sections."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from engross.akn.heading_forms import read_form, write_form
from engross.akn.namespace import element, every, find, name, text_of
from engross.akn.typed_numbers import TYPED
from engross.model.presentation import HeadingForm
from engross.readers.akn.entries import INTROS, LISTS, POINTS, WRAPS, Entry, EntryReader, Listing
from engross.readers.akn.inline import InlineReader
from engross.readers.akn.markers import is_section_number, take_marker, typed_heading_marker
from engross.readers.akn.repairs import Repairs

SECTIONS = frozenset(
    {"section", "part", "chapter", "article", "title", "division", "book", "tome", "subsection", "subpart", "clause"}
)
_HEADINGS = ("heading", "subheading")
_HEADING_CLASS = re.compile(r"(?:BLUE|Blue|Title|TITLE)?(?:Heading)?(H(?:Ch|CH)?\d*|\d)(?![a-z])")
_CLASS_RANKS = {"HCh": 0, "HCH": 0, "H1": 1, "1": 1, "H23": 2, "H2": 2, "2": 2, "H4": 3, "H56": 4}
_TEXT_RANK, _CROSS_RANK, _ITALIC_RANK = 2, 3, 5
_NO_HEADING_END = (",", ";", ":", ".", "،", "؛", "，", "；", "：", "。", "…")
_LONGEST_HEADING = 250
_LONGEST_ITALIC = 100


@dataclass(slots=True)
class Recital:
    """A preambular paragraph, wherever it stands."""

    entry: Entry


@dataclass(slots=True)
class Numbered:
    """A numbered paragraph, or a point that stands among paragraphs."""

    entry: Entry


@dataclass(slots=True)
class Loose:
    """Text or a table without a number. `sole` is coded as a paragraph."""

    entry: Entry
    sole: bool = False


@dataclass(slots=True)
class Head:
    """A heading that opens a section until the next one of its rank: the lower `rank`, the higher it stands.

    `apart` says that its number stands on a line of its own.
    """

    num: etree._Element | None
    titles: list[etree._Element]
    rank: int
    apart: bool = False


@dataclass(slots=True)
class Section:
    """A section of the file that holds what belongs to it."""

    num: etree._Element | None
    heading: etree._Element | None
    subheading: etree._Element | None
    items: list[Item]


@dataclass(slots=True)
class Opening:
    """An enacting formula."""

    formula: etree._Element


Item = Recital | Numbered | Loose | Head | Section | Opening


class ItemReader:
    """Reads the items of preambles and bodies."""

    def __init__(self, inline: InlineReader, entries: EntryReader, repairs: Repairs) -> None:
        self._inline = inline
        self._entries = entries
        self._repairs = repairs

    def items(self, parent: etree._Element, *, preamble: bool = False) -> Iterator[Item]:
        """The items of a `preamble`, a `mainBody`, a section or a quotation, in order."""
        yield from self._stray(parent.text)
        for child in parent:
            yield from self._whole(child, preamble=preamble)
            yield from self._stray(child.tail)

    def _stray(self, text: str | None) -> Iterator[Item]:
        """Text that stands between elements."""
        if text and text.strip():
            yield Loose(Entry(None, [element("p", " ".join(text.split()))]))

    def _whole(self, node: etree._Element, *, preamble: bool) -> list[Item]:
        """The items of an element; where its structure is such that text would be passed over, its text alone."""
        made = list(self._item(node, preamble=preamble)) if name(node) else []
        if count_items(made) < count_text(node):
            self._repairs.note("akn-structure", node)
            made = [Loose(Entry(None, [self._inline.copy(node, "p")]))]
        return made

    def _item(self, node: etree._Element, *, preamble: bool) -> Iterator[Item]:
        kind = name(node)
        if kind == "formula" or (kind == "container" and node.get("name") == "formula"):
            yield Opening(self._formula(node))
        elif kind in {"container", "recital", "hcontainer"} and self._is_recital(node, preamble=preamble):
            yield Recital(self._entries.entry(node, typed=False))
        elif kind == "crossHeading":
            yield from self._cross_heading(node)
        elif kind == "paragraph" or (kind in POINTS and kind != "item"):
            yield from self._paragraph(node)
        elif kind in SECTIONS or (kind == "hcontainer" and _is_headed(node)):
            yield from self._section(node)
        elif kind in _HEADINGS:
            yield Head(None, [self.heading(node)], _CROSS_RANK)
        elif kind in LISTS:
            yield Loose(Entry(None, self._entries.parts(_wrapped(node))))
        elif kind in {"p", "block", "table", "alinea", "content"} | INTROS | WRAPS:
            yield from self._loose(self._entries.entry(node if kind == "alinea" else _wrapped(node)), node)
        elif kind not in {"num", "meta", "img", "documentRef", "componentRef"}:
            yield from self.items(node, preamble=preamble)

    def _loose(self, entry: Entry, node: etree._Element) -> Iterator[Item]:
        if entry.num is not None:
            yield Numbered(entry)
        elif entry.parts:
            yield Loose(entry, sole=name(node) == "paragraph")

    def _is_recital(self, node: etree._Element, *, preamble: bool) -> bool:
        if node.get("name") in {"table", "tables"}:
            return False
        if name(node) == "hcontainer":
            return node.get("name") == "recital"
        return preamble or node.get("name") == "recital" or next(every(node, "table"), None) is None

    def _formula(self, node: etree._Element) -> etree._Element:
        made = element("formula", name="enactingFormula")
        made.extend(part for part in self._entries.parts(node) if not isinstance(part, Listing))
        if not len(made):
            made.append(element("p"))
        return made

    def _cross_heading(self, node: etree._Element) -> Iterator[Item]:
        if node.get("refersTo") == "#preamble":
            yield Recital(Entry(None, [self._inline.copy(node, "p")]))
        else:
            yield Head(None, [self.heading(node)], _CROSS_RANK)

    def heading(self, node: etree._Element, tag: str = "heading") -> etree._Element:
        """A heading with its words and its form."""
        return write_form(self._inline.copy(node, tag, bold=False), read_form(node))

    def _paragraph(self, node: etree._Element) -> Iterator[Item]:
        """A paragraph; its headings stand before it. A paragraph that only holds a heading is none."""
        headings = [child for child in node if name(child) in _HEADINGS]
        rank = _class_rank(node)
        num = find(node, "num")
        entry = self._entries.entry(node)
        if headings or rank is not None:
            yield from self._heads(node, headings, rank if rank is not None else _CROSS_RANK, num, entry)
            return
        counts = entry.num is not None and not is_section_number(entry.number)
        if not counts and (title_rank := self._text_rank(node)) is not None:
            self._repairs.note("akn-heading", node)
            head = self._numbered_head(next(every(node, "p")), title_rank)
            head.num = head.num if entry.num is None else entry.num
            yield head
            return
        yield from self._loose(entry, node)

    def _heads(
        self, node: etree._Element, headings: list[etree._Element], rank: int, num: etree._Element | None, entry: Entry
    ) -> Iterator[Item]:
        """The headings of a paragraph of a heading's class, and the text that it may still hold."""
        form = read_form(node)
        for place, heading in enumerate(headings):
            head = self._numbered_head(heading, rank, form)
            if place == 0 and num is not None and not entry.parts:
                head.num = entry.num
            yield head
        if headings:
            if entry.parts:
                yield from self._loose(entry, node)
            return
        inner = next((n for n in every(node, "num")), None)
        paragraphs = [p for p in every(node, "p") if text_of(p).strip()]
        if inner is not None and not text_of(node).replace(text_of(inner), "", 1).strip():
            yield Head(write_form(self._entries.number(inner), form), [], rank)
            return
        for place, p in enumerate(paragraphs):
            head = self._numbered_head(p, rank, form)
            if place == 0 and entry.num is not None and num is not None:
                head.num = entry.num
            yield head

    def _numbered_head(self, node: etree._Element, rank: int, form: HeadingForm = "") -> Head:
        """A heading; a number typed before its title, set off by a tab, becomes its own."""
        title = write_form(self.heading(node), form)
        marker = typed_heading_marker(node)
        if not marker or not text_of(title).startswith(marker):
            return Head(None, [title], rank)
        take_marker(title, marker)
        self._repairs.note("akn-number", node)
        return Head(element("num", marker, class_=TYPED), [title], rank)

    def _text_rank(self, node: etree._Element) -> int | None:
        """The rank of a paragraph that is a heading by its look: all of it bold, or short and all italic."""
        paragraphs = list(every(node, "p"))
        if len(paragraphs) != 1 or next(every(node, "table", "list", "embeddedStructure"), None) is not None:
            return None
        text = text_of(paragraphs[0]).strip()
        if not text or len(text) > _LONGEST_HEADING or text.endswith(_NO_HEADING_END):
            return None
        if _all_in(paragraphs[0], "bold"):
            return _TEXT_RANK
        return _ITALIC_RANK if len(text) <= _LONGEST_ITALIC and _all_in(paragraphs[0], "italic") else None

    def _section(self, node: etree._Element) -> Iterator[Item]:
        num, heading, subheading = find(node, "num"), find(node, "heading"), find(node, "subheading")
        inner = copy.copy(node)
        for child in list(inner):
            if name(child) in {"num", *_HEADINGS}:
                inner.remove(child)
        items = list(self.items(inner))
        number = self._entries.number(num) if num is not None else None
        if not items and heading is None and subheading is None:
            yield Head(number, [], _TEXT_RANK)
            return
        if heading is None and subheading is not None and number is None:
            heading, subheading = subheading, None
        yield Section(
            number,
            self.heading(heading) if heading is not None else None,
            self.heading(subheading, "subheading") if subheading is not None else None,
            items,
        )


def count_text(node: etree._Element | None) -> int:
    """The characters of an element, white space aside."""
    return sum(map(len, text_of(node).split()))


def count_items(items: Iterable[Item]) -> int:
    """The characters of items, white space aside."""
    total = 0
    for item in items:
        if isinstance(item, Section):
            total += sum(map(count_text, (item.num, item.heading, item.subheading))) + count_items(item.items)
        elif isinstance(item, Head):
            total += sum(map(count_text, (item.num, *item.titles)))
        elif isinstance(item, Opening):
            total += count_text(item.formula)
        else:
            total += _count_entry(item.entry)
    return total


def _count_entry(entry: Entry) -> int:
    total = count_text(entry.num)
    for part in entry.parts:
        if isinstance(part, Listing):
            total += sum(map(count_text, (*part.intro, *part.wrap))) + sum(map(_count_entry, part.entries))
        else:
            total += count_text(part)
    return total


def _wrapped(node: etree._Element) -> etree._Element:
    holder = element("content")
    holder.append(copy.deepcopy(node))
    holder[0].tail = None
    return holder


def _is_headed(node: etree._Element) -> bool:
    return any(find(node, part) is not None for part in ("num", *_HEADINGS))


def _class_rank(node: etree._Element) -> int | None:
    match = _HEADING_CLASS.match(node.get("class") or "")
    if not match:
        return None
    return _CLASS_RANKS.get(match[1]) if match[1] in _CLASS_RANKS else None


def _all_in(p: etree._Element, look: str) -> bool:
    """Whether all characters of a paragraph, notes aside, stand in spans of a look (bold, not bold italic)."""

    def plain(node: etree._Element, inside: bool) -> bool:
        if not inside and (node.text or "").strip():
            return False
        for child in node:
            style = child.get("class") or ""
            styled = look in style and not (look == "bold" and "italic" in style)
            styled = styled or name(child) == {"bold": "b", "italic": "i"}[look]
            if name(child) != "authorialNote" and not plain(child, inside or styled):
                return False
            if not inside and (child.tail or "").strip():
                return False
        return True

    return plain(p, False)
