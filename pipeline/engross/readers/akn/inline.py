"""Inline mark-up brought to this project's form: looks, links, notes, and white space."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from engross.akn.inline import is_address
from engross.akn.namespace import add_text, append, element, name, text_of
from engross.lexicon import lexicon
from engross.readers.akn.repairs import Repairs

_SPACE = re.compile(r"[ \t\r\n]+")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LOOKS = {
    "i": "i",
    "em": "i",
    "b": "b",
    "strong": "b",
    "u": "u",
    "ins": "ins",
    "del": "del",
    "sup": "sup",
    "sub": "sub",
}
_MEANINGS: dict[str, tuple[str, ...]] = {
    # element: the attributes that it keeps, those that the schema wants first, closed by ""
    "date": ("date", "", "refersTo"),
    "docAuthority": ("", "refersTo"),
    "docCommittee": ("", "refersTo"),
    "docDate": ("date", "", "refersTo"),
    "docNumber": ("", "refersTo"),
    "docProponent": ("", "refersTo"),
    "docStatus": ("", "refersTo"),
    "docTitle": ("", "refersTo"),
    "docType": ("", "refersTo"),
    "event": ("refersTo", ""),
    "inline": ("name", "", "refersTo", "title"),
    "location": ("refersTo", "", "title"),
    "organization": ("refersTo", ""),
    "outcome": ("", "refersTo"),
    "person": ("refersTo", ""),
    "quantity": ("refersTo", "", "normalized"),
    "role": ("refersTo", ""),
    "session": ("", "refersTo", "value"),
    "term": ("refersTo", ""),
    "vote": ("by", "as", ""),
}
_STRUCTURES = frozenset({"embeddedStructure", "quotedStructure"})
_DROPPED = frozenset({"img", "meta"})
_DATE = re.compile(r"\d{4}-\d\d-\d\d(T.*)?")
_POINTER = re.compile(r"#?[A-Za-z_][\w.-]*")
_WEB = re.compile(r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org)/(?:(?P<language>[a-z]{2})/)?(?P<symbol>.+)")
_TARGET = re.compile(r"(?:https?:|mailto:|www\.|/akn/|[#!])\S+\Z")
_UN_LANGUAGES = {"ch": "zh"}
_BLANKS = " \t\r\n\u00a0"
_MARKS = re.compile(r"[^\w]*")


class InlineReader:
    """Copies inline content out of a file; `structure` makes the quoted structures that stand in it.

    What the file's language prints for italics is `i`: bold in Chinese, bold italic in Arabic.
    """

    def __init__(
        self, language: str, repairs: Repairs, structure: Callable[[etree._Element], etree._Element | None]
    ) -> None:
        self._language = language
        known = lexicon().languages.get(language)
        self._emphasis = known.emphasis if known is not None else "italic"
        self._repairs = repairs
        self._structure = structure

    def copy(self, node: etree._Element, tag: str, *, bold: bool = True) -> etree._Element:
        """The inline content of `node` in a new element; where `bold` is off, bold is the style's own matter."""
        made = element(tag)
        self._children(node, made, bold=bold)
        tidy(made)
        return made

    def _children(self, node: etree._Element, target: etree._Element, *, bold: bool) -> None:
        if not _parts_raised(node.text, None, next(iter(node), None)):
            add_text(target, node.text or "")
        for child in node:
            if name(child):
                self._child(child, target, bold=bold)
            if not _parts_raised(child.tail, child, child.getnext()):
                add_text(target, child.tail or "")

    def _child(self, child: etree._Element, target: etree._Element, *, bold: bool) -> None:
        kind = name(child)
        if kind == "authorialNote":
            target.append(self._note(child))
        elif kind in {"eol", "br"}:
            target.append(element("eol"))
            self._children(child, target, bold=bold)
        elif kind in _STRUCTURES:
            made = self._structure(child)
            if made is not None:
                target.append(made)
        elif kind in _DROPPED:
            return
        else:
            inner = self._wrapper(child, kind, bold=bold)
            self._children(child, target if inner is None else inner, bold=bold)
            if inner is None:
                return
            if len(inner) or (inner.text or "").strip(" \t\r\n"):
                _outermost_into(inner, target)
            else:
                add_text(target, inner.text or "")
                self._repairs.note("akn-empty", child)

    def _wrapper(self, child: etree._Element, kind: str, *, bold: bool) -> etree._Element | None:
        """The element that stands for a child, or None where only its content stays."""
        if kind in _LOOKS:
            return element(_LOOKS[kind]) if bold or _LOOKS[kind] != "b" else None
        if kind in {"a", "ref", "rref", "mref"}:
            return self._link(child, kind)
        if kind == "span":
            return self._span(child, bold=bold)
        if kind in _MEANINGS:
            return _meaning(child, kind)
        if kind not in {"p", "block", "decoration", "embeddedText", "content"}:
            self._repairs.note("akn-element", child)
        return None

    def _span(self, child: etree._Element, *, bold: bool) -> etree._Element | None:
        look = set((child.get("class") or "").split())
        italic, heavy, under = "italic" in look, "bold" in look, "underline" in look
        if heavy and (italic or self._emphasis == "bold") and bold:
            italic, heavy = True, italic and self._emphasis == "italic"
        if _MARKS.fullmatch(text_of(child)):
            heavy = False
        tags = [tag for tag, applies in (("i", italic), ("b", heavy and bold), ("u", under)) if applies]
        language = child.get(_LANG)
        if not tags and not language:
            return None
        made = element(tags[0]) if tags else element("span")
        if language:
            outer = made if not tags else element("span", made)
            outer.set(_LANG, language)
        for tag in tags[1:]:
            inner = element(tag)
            made.append(inner)
            made = inner
        return made

    def _link(self, child: etree._Element, kind: str) -> etree._Element | None:
        href = (child.get("href") or "").strip()
        if not text_of(child).strip():
            return None
        if not _TARGET.match(href) or not is_address(href):
            self._repairs.note("akn-link", child)
            return None
        return element("ref" if kind != "a" else "a", href=self._address(href))

    def _address(self, href: str) -> str:
        """Addresses of documents on their present host, in the document's language where they name none."""
        match = _WEB.fullmatch(href)
        if not match:
            return f"https://{href}" if href.startswith("www.") else href
        language = match["language"] or self._language
        return f"https://docs.un.org/{_UN_LANGUAGES.get(language, language)}/{match['symbol']}"

    def _note(self, node: etree._Element) -> etree._Element:
        made = element("authorialNote", marker=(node.get("marker") or "").strip() or None, placement="bottom")
        inner = [child for child in node if name(child) == "p"]
        whole = "".join(text_of(node).split()) == "".join("".join(map(text_of, inner)).split())
        for p in inner if whole else [node]:
            copied = self.copy(p, "p")
            if len(copied) or copied.text:
                made.append(copied)
        if not len(made):
            made.append(element("p"))
            made.set("status", "incomplete")
            if node.get("status") != "incomplete":
                self._repairs.note("note-missing", node)
        return made


def _parts_raised(blank: str | None, before: etree._Element | None, after: etree._Element | None) -> bool:
    """Whether blanks with a line end are only the layout of the file around raised letters: "n", a line end, a raised
    "o", a line end, " 14", where the words have their own spaces.
    """
    if not blank or "\n" not in blank or blank.strip():
        return False
    if after is not None and _is_raised(after):
        return True
    return before is not None and _is_raised(before) and (after is None or text_of(after).startswith(tuple(_BLANKS)))


def _is_raised(node: etree._Element) -> bool:
    """Whether an element is raised letters, in whatever look."""
    inner = [child for child in node if name(child)]
    return name(node) == "sup" or (
        len(inner) == 1 and text_of(node).strip() == text_of(inner[0]) and _is_raised(inner[0])
    )


def _outermost_into(inner: etree._Element, target: etree._Element) -> None:
    while (above := inner.getparent()) is not None:
        inner = above
    before = target[-1] if len(target) else None
    if before is not None and _is_one_link(before, inner):
        append(before, inner.text, *list(inner))
    else:
        target.append(inner)


def _is_one_link(before: etree._Element, link: etree._Element) -> bool:
    """Whether two links that stand side by side are one that a file has cut in two, often inside a figure."""
    href = link.get("href")
    return name(link) in {"a", "ref"} and bool(href) and before.get("href") == href and not before.tail


def _meaning(child: etree._Element, kind: str) -> etree._Element | None:
    """An element that says what its text means, with the attributes that the form has."""
    made = element(kind)
    wanted = True
    for attribute in _MEANINGS[kind]:
        if not attribute:
            wanted = False
            continue
        value = _attribute(child, attribute)
        if value:
            made.set(attribute, value)
        elif wanted:
            return None
    return made


def _attribute(child: etree._Element, attribute: str) -> str:
    value = (child.get(attribute) or "").strip()
    if attribute == "date":
        return value if _DATE.fullmatch(value) else ""
    if attribute in {"refersTo", "by", "as"}:
        return f"#{value.lstrip('#')}" if _POINTER.fullmatch(value) else ""
    return value


def tidy(block: etree._Element) -> None:
    """Collapses the layout white space of a block over the borders of its elements; none stays at its ends.

    A note in it is a block of its own; a line break swallows the spaces around it. A no-break space at either end of
    the block is layout as well.
    """
    block.text = (block.text or "").lstrip(_BLANKS) or None
    space = True
    last: tuple[etree._Element, str] | None = None
    for node, slot in _slots(block):
        if slot == "break":
            _strip(last)
            space, last = True, None
            continue
        if slot == "solid":
            space, last = False, None
            continue
        text = _SPACE.sub(" ", getattr(node, slot) or "")
        if space:
            text = text.removeprefix(" ")
        setattr(node, slot, text or None)
        if text:
            space, last = text.endswith(" "), (node, slot)
    _strip(last)


def _strip(last: tuple[etree._Element, str] | None) -> None:
    if last is not None:
        node, slot = last
        setattr(node, slot, (getattr(node, slot) or "").rstrip(" \u00a0") or None)


def _slots(node: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    yield node, "text"
    for child in node:
        kind = name(child)
        if kind == "eol":
            yield child, "break"
        elif kind == "authorialNote":
            yield child, "solid"
        elif kind in _STRUCTURES:
            yield child, "break"
        else:
            yield from _slots(child)
        yield child, "tail"
