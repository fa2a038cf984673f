"""From the flat sequence of a body to nested sections, with points under the paragraphs that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from engross.akn.heading_forms import read_form, write_form
from engross.akn.namespace import append, element, text_of
from engross.readers.akn.entries import Entry, Listing, to_hierarchy
from engross.readers.akn.items import Head, Item, Loose, Numbered, Opening, Recital, Section
from engross.readers.akn.markers import Depths, is_paragraph_number
from engross.readers.akn.repairs import Repairs

_ROMAN = re.compile(r"[IVXLC]+[.)]?")
_STYLES = (_ROMAN, re.compile(r"[^\W\d_a-z][.)]?"), re.compile(r"\d+[.)]?"), re.compile(r"\(?[\w]{1,5}[.)]"))


def assemble(items: Iterable[Item], repairs: Repairs) -> list[etree._Element]:
    """The elements of a body: paragraphs, recitals, text, and sections with what belongs to them inside."""
    root = element("mainBody")
    stack: list[tuple[tuple[int, int], etree._Element]] = []
    for item in join_heads(join_points(items, repairs)):
        if isinstance(item, Head):
            key = (item.rank, _style(item))
            while stack and stack[-1][0] >= key:
                stack.pop()
            section = _open_section(item)
            (stack[-1][1] if stack else root).append(section)
            stack.append((key, section))
        else:
            (stack[-1][1] if stack else root).append(_made(item, repairs))
    return list(root)


def _made(item: Recital | Numbered | Loose | Section | Opening, repairs: Repairs) -> etree._Element:
    if isinstance(item, Recital):
        return to_hierarchy("hcontainer", item.entry, name="recital")
    if isinstance(item, Numbered):
        return to_hierarchy("paragraph", item.entry)
    if isinstance(item, Loose):
        return to_hierarchy("paragraph" if item.sole else "alinea", item.entry)
    if isinstance(item, Opening):
        return to_hierarchy("hcontainer", Entry(None, list(item.formula)), name="recital")
    section = element("section", item.num, item.heading, item.subheading)
    section.extend(assemble(item.items, repairs))
    return section


def _open_section(head: Head) -> etree._Element:
    """A section with its number and titles: a title under a number of its own line is the `subheading`."""
    section = element("section", head.num)
    tags = ("subheading",) if head.apart else ("heading", "subheading")
    for tag, title in zip(tags, head.titles, strict=False):
        section.append(_renamed(title, tag))
    return section


def _renamed(node: etree._Element, tag: str) -> etree._Element:
    made = write_form(element(tag), read_form(node))
    append(made, node.text or "", *list(node))
    return made


def join_points(items: Iterable[Item], repairs: Repairs) -> list[Item]:
    """Points that stand among paragraphs, put under the paragraph or the text before them."""
    found: list[Item] = []
    depths = Depths()
    for item in items:
        if not isinstance(item, Numbered) or is_paragraph_number(item.entry.number):
            depths = Depths()
            found.append(item)
            continue
        owner = found[-1] if found else None
        if not isinstance(owner, Numbered | Loose | Recital) or not _can_own(owner):
            found.append(item)
            continue
        repairs.note("akn-list", _anchor(item.entry))
        _attach(owner.entry, item.entry, depths)
    return found


def _can_own(owner: Numbered | Loose | Recital) -> bool:
    """Whether points can belong to an item: a numbered paragraph, or text that announces them."""
    if isinstance(owner, Numbered) and is_paragraph_number(owner.entry.number):
        return True
    parts = owner.entry.parts
    if not parts or isinstance(parts[-1], Listing):
        return bool(parts)
    return isinstance(owner, Loose | Recital) and text_of(parts[-1]).rstrip().endswith((":", "：", "："))


def _anchor(entry: Entry) -> etree._Element:
    return entry.num if entry.num is not None else element("num")


def _attach(owner: Entry, point: Entry, depths: Depths) -> None:
    if not depths.is_open:
        for known in _last_branch(owner):
            depths.place(known)
    level = depths.place(point.number)
    listing = owner.last_listing()
    for _ in range(level):
        if not listing.entries:
            break
        listing = listing.entries[-1].last_listing()
    listing.entries.append(point)


def _last_branch(owner: Entry) -> list[str]:
    """The numbers of the last point of every degree that an entry ends with, from the outermost in."""
    found: list[str] = []
    entry = owner
    while entry.parts and isinstance(last := entry.parts[-1], Listing) and last.entries:
        entry = last.entries[-1]
        found.append(entry.number)
    return found


def join_heads(items: Iterable[Item]) -> list[Item]:
    """A number on its own line and the title under it as one heading."""
    found: list[Item] = []
    for item in items:
        last = found[-1] if found else None
        if (
            isinstance(item, Head)
            and isinstance(last, Head)
            and item.num is None
            and item.titles
            and item.rank == last.rank
            and _takes_title(last)
        ):
            found[-1] = _joined(last, item)
            continue
        found.append(item)
    return found


def _takes_title(head: Head) -> bool:
    """Whether a heading is only a number, coded as such or as a title."""
    if head.num is not None:
        return not head.titles
    return len(head.titles) == 1 and bool(_ROMAN.fullmatch(text_of(head.titles[0]).strip()))


def _joined(number: Head, title: Head) -> Head:
    num = number.num if number.num is not None else element("num", text_of(number.titles[0]))
    return Head(num, title.titles, number.rank, apart=True)


def _style(head: Head) -> int:
    """How high a way of numbering stands: Roman, letter, figure, bracket, none."""
    number = text_of(head.num).strip()
    if not number and head.titles:
        number = text_of(head.titles[0]).strip()
        if not _ROMAN.fullmatch(number):
            return len(_STYLES)
    return next((rank for rank, style in enumerate(_STYLES) if style.fullmatch(number)), len(_STYLES))
