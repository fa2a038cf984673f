"""Numbered text with what belongs to it, between the file that is read and the tree that is made."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from engross.akn.heading_forms import read_form, write_form
from engross.akn.namespace import element, find, name, text_of
from engross.akn.typed_numbers import TYPED
from engross.readers.akn.inline import InlineReader
from engross.readers.akn.markers import take_marker, typed_marker
from engross.readers.akn.repairs import Repairs
from engross.readers.akn.tables import read_table

LISTS = frozenset({"list", "sublist", "blockList", "ul", "ol"})
POINTS = frozenset({"point", "item", "indent", "subparagraph", "li"})
INTROS = frozenset({"intro", "listIntroduction"})
WRAPS = frozenset({"wrapUp", "listWrapUp"})
TEXTS = frozenset({"p", "block", "listIntroduction", "listWrapUp"})


@dataclass(slots=True)
class Listing:
    """A list: what introduces it, its entries, what follows them."""

    intro: list[etree._Element] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    wrap: list[etree._Element] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """A paragraph, a point or a recital: its number, and its text, tables and lists in order."""

    num: etree._Element | None = None
    parts: list[etree._Element | Listing] = field(default_factory=list)

    @property
    def number(self) -> str:
        """The printed number; empty where there is none."""
        return text_of(self.num)

    def last_listing(self) -> Listing:
        """The list that the entry ends with; one is opened where there is none."""
        if not self.parts or not isinstance(self.parts[-1], Listing):
            self.parts.append(Listing())
        last = self.parts[-1]
        return last if isinstance(last, Listing) else Listing()


class EntryReader:
    """Reads entries out of a file, in whatever coding their points are."""

    def __init__(self, inline: InlineReader, repairs: Repairs) -> None:
        self._inline = inline
        self._repairs = repairs

    def entry(self, node: etree._Element, *, typed: bool = True) -> Entry:
        """A paragraph, point, item or recital. A number typed into the text counts where there is no `num`."""
        num = find(node, "num")
        made = Entry(self.number(num) if num is not None else None)
        marker = typed_marker(first) if typed and num is None and (first := _first_p(node)) is not None else ""
        self._parts(node, made.parts)
        p = made.parts[0] if made.parts and not isinstance(made.parts[0], Listing) else None
        if marker and p is not None and name(p) == "p" and text_of(p).startswith(marker):
            take_marker(p, marker)
            made.num = element("num", marker, class_=TYPED)
            self._repairs.note("akn-number", node)
        return made

    def number(self, num: etree._Element) -> etree._Element:
        """A printed number; its look is the style's matter."""
        copied = self._inline.copy(num, "num", bold=False)
        if len(copied) and not any(name(n) == "authorialNote" for n in copied.iter("*")):
            copied = element("num", text_of(copied))
        if num.get("class") == TYPED:
            copied.set("class", TYPED)
        return write_form(copied, read_form(num))

    def parts(self, node: etree._Element) -> list[etree._Element | Listing]:
        """The text, tables and lists inside an element, in order."""
        found: list[etree._Element | Listing] = []
        self._parts(node, found)
        return found

    def _parts(self, node: etree._Element, found: list[etree._Element | Listing]) -> None:
        if _has_text(node):
            self._text(node, found)
            return
        for child in node:
            kind = name(child)
            if kind in TEXTS:
                self._text(child, found)
            elif kind in LISTS:
                self._list(child, found)
            elif kind in POINTS:
                self._point(child, found)
            elif kind == "table":
                found.append(read_table(child, self._inline))
            elif kind in WRAPS:
                self._wrap(child, found)
            elif kind in {"embeddedStructure", "quotedStructure"}:
                holder = element("p")
                holder.append(copy.deepcopy(child))
                self._text(holder, found)
            elif kind and kind not in {"num", "heading", "subheading", "meta", "img"}:
                self._parts(child, found)

    def _text(self, node: etree._Element, found: list[etree._Element | Listing]) -> None:
        copied = self._inline.copy(node, "p")
        if len(copied) or copied.text:
            found.append(copied)
        elif name(node) == "p":
            self._repairs.note("akn-empty", node)

    def _list(self, node: etree._Element, found: list[etree._Element | Listing]) -> None:
        """A list. Text before it introduces it; a list right after another, in no point, belongs to its last point."""
        listing = Listing()
        for child in node:
            kind = name(child)
            if kind in INTROS:
                listing.intro += self._texts(child)
            elif kind in WRAPS:
                listing.wrap += self._texts(child)
            elif kind in LISTS:
                self._repairs.note("akn-list", child)
                self._list(child, listing.entries[-1].parts if listing.entries else found)
            elif kind in POINTS or kind == "paragraph":
                listing.entries.append(self.entry(child, typed=False))
            elif kind and kind not in {"num", "heading", "subheading"}:
                parts = self.parts(child)
                (listing.entries[-1].parts if listing.entries else found).extend(parts)
        if not listing.entries:
            found += [*listing.intro, *listing.wrap]
        else:
            found.append(listing)

    def _point(self, node: etree._Element, found: list[etree._Element | Listing]) -> None:
        """A point without a list around it: it belongs to the list before it."""
        self._repairs.note("akn-list", node)
        last = found[-1] if found else None
        if not isinstance(last, Listing) or last.wrap:
            last = Listing()
            found.append(last)
        last.entries.append(self.entry(node, typed=False))

    def _wrap(self, node: etree._Element, found: list[etree._Element | Listing]) -> None:
        last = found[-1] if found else None
        if isinstance(last, Listing):
            last.wrap += self._texts(node)
        else:
            found += self._texts(node)

    def _texts(self, node: etree._Element) -> list[etree._Element]:
        return [part for part in self.parts(node) if not isinstance(part, Listing)]


def _has_text(node: etree._Element) -> bool:
    if (node.text or "").strip(" \t\r\n"):
        return True
    return name(node) in TEXTS or any((child.tail or "").strip(" \t\r\n") for child in node)


def _first_p(node: etree._Element) -> etree._Element | None:
    return next((p for p in node.iter("{*}p") if not _in_list(p, node)), None)


def _in_list(p: etree._Element, top: etree._Element) -> bool:
    above = p.getparent()
    while above is not None and above is not top:
        if name(above) in LISTS | {"authorialNote", "table"}:
            return True
        above = above.getparent()
    return False


def to_hierarchy(tag: str, entry: Entry, **attributes: str) -> etree._Element:
    """The entry as `paragraph`, `point`, `alinea` or `hcontainer`, its lists as `list`."""
    made = element(tag, **attributes)
    if entry.num is not None:
        made.append(entry.num)
    blocks: list[etree._Element] = []
    for part in entry.parts:
        if isinstance(part, Listing):
            made.append(_to_list(part, blocks))
            blocks = []
        else:
            blocks.append(part)
    lists = [child for child in made if name(child) == "list"]
    if not lists:
        made.append(element("content", *(blocks or [element("p")])))
    elif blocks:
        wrap = find(lists[-1], "wrapUp")
        if wrap is None:
            wrap = element("wrapUp")
            lists[-1].append(wrap)
        wrap.extend(blocks)
    return made


def _to_list(listing: Listing, before: list[etree._Element]) -> etree._Element:
    made = element("list")
    if intro := [*before, *listing.intro]:
        made.append(element("intro", *intro))
    made.extend(to_hierarchy("point", entry) for entry in listing.entries)
    if listing.wrap:
        made.append(element("wrapUp", *listing.wrap))
    return made


def to_container(entry: Entry) -> etree._Element:
    """The entry as a recital of a preamble, its lists as `blockList`."""
    made = element("container", name="recital")
    made.extend(_to_blocks(entry.parts))
    if not len(made):
        made.append(element("p"))
    return made


def _to_blocks(parts: Iterable[etree._Element | Listing]) -> list[etree._Element]:
    found: list[etree._Element] = []
    for part in parts:
        if not isinstance(part, Listing):
            found.append(part)
            continue
        items = [element("item", entry.num, *(_to_blocks(entry.parts) or [element("p")])) for entry in part.entries]
        found += [*part.intro, element("blockList", *items), *part.wrap]
    return found
