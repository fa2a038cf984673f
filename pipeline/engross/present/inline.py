"""Mixed content as inlines: looks resolved, links made absolute, notes called and collected.

Layout white space (U+0020, U+0009, U+000A, U+000D) is collapsed over the borders of elements and gone at both
ends of a block; no-break spaces and all other characters stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from lxml import etree

from engross.akn.namespace import name, text_of
from engross.model.presentation import Break, Inline, Link, Note, NoteCall, Text

_SPACE = re.compile(r"[ \t\r\n]+")
_CHANGES: dict[str, Literal["", "inserted", "deleted"]] = {"ins": "inserted", "del": "deleted"}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STRUCTURES = frozenset({"embeddedStructure", "quotedStructure", "table", "blockList", "ul", "ol"})

Segment = tuple[Inline, ...] | etree._Element
"""Inline content, or a structure that stands in the middle of it (quoted text, a table)."""


@dataclass(slots=True)
class Reader:
    """Reads the inline content of one document, and keeps its notes in the order of their calls.

    `mark` gives a note's printed mark from its marker; `address` makes a reference's target absolute; `named` gives the
    address of what is cited by its name alone, empty for everything else.
    """

    mark: Callable[[str], str]
    address: Callable[[str], str]
    named: Callable[[str], str] = str
    notes: list[Note] = field(default_factory=list)

    def inlines(self, node: etree._Element, without: etree._Element | None = None) -> tuple[Inline, ...]:
        """The content of an element as inlines; a structure inside is read as running text.

        What stands in `without`, one of its descendants, is left out.
        """
        builder = _Builder()
        self._walk(node, Text(""), builder, without)
        return builder.finish()

    def segments(self, node: etree._Element) -> list[Segment]:
        """The content of an element, cut where a structure stands in it."""
        builder = _Builder()
        self._walk(node, Text(""), builder, None, split=True)
        builder.cut(None)
        return builder.segments

    def _walk(
        self,
        node: etree._Element,
        look: Text,
        builder: _Builder,
        without: etree._Element | None,
        *,
        split: bool = False,
    ) -> None:
        builder.text(node.text, look)
        for child in node:
            kind = name(child)
            if child is without:
                pass
            elif kind == "authorialNote":
                builder.put(self._note(child))
            elif kind in {"eol", "br"} or (kind == "outcome" and name(node) == "outcome"):
                builder.put(Break())  # each side of a vote starts a line of its own
                self._walk(child, look, builder, without)
            elif split and kind in _STRUCTURES:
                builder.cut(child)
            elif kind == "ref" and (cites := self.named(child.get("href", ""))):
                self._walk(child, replace(look, cites=cites), builder, without)
            elif kind in {"a", "ref", "rref"} and child.get("href"):
                builder.open_link()
                self._walk(child, look, builder, without)
                builder.close_link(self.address(child.get("href", "")))
            elif isinstance(child.tag, str):
                self._walk(child, _styled(child, kind, look), builder, without, split=split)
            builder.text(child.tail, look)

    def _note(self, node: etree._Element) -> NoteCall:
        """The call of a note. The note takes its place in the list before any note that it calls itself."""
        place = len(self.notes)
        marker = node.get("marker", "").strip() or str(place + 1)
        note = Note(node.get("eId") or f"note_{place + 1}", self.mark(marker), ())
        self.notes.append(note)
        inner = [child for child in node if name(child) == "p"]
        paragraphs = [self.inlines(p) for p in (inner if _holds(node, inner) else [node])]
        missing = node.get("status") == "incomplete" and not text_of(node).strip()
        self.notes[place] = replace(note, paragraphs=tuple(p for p in paragraphs if p), missing=missing)
        return NoteCall(note.id, note.mark)


def _holds(node: etree._Element, inner: list[etree._Element]) -> bool:
    """Whether all characters of an element stand in these children of it."""
    return "".join(text_of(node).split()) == "".join("".join(map(text_of, inner)).split())


def _styled(node: etree._Element, kind: str, look: Text) -> Text:
    style = node.get("class", "") if kind == "span" else ""
    emphasis = look.emphasis or kind == "i" or "italic" in style
    return Text(
        "",
        emphasis,
        bold=look.bold or kind == "b" or ("bold" in style and "italic" not in style),
        underline=look.underline or kind == "u" or "underline" in style,
        raised=look.raised or kind == "sup",
        small_caps=look.small_caps or (kind == "inline" and node.get("name") == "smallCaps"),
        language=node.get(_LANG) or look.language,
        change=_CHANGES.get(kind, look.change),
        cites=look.cites,
    )


class _Builder:
    """Collects inlines; a space is only written when something follows it."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._open: list[list[Inline]] = [[]]
        self._space: Text | None = None
        self._fresh = True

    def text(self, text: str | None, look: Text) -> None:
        if not text:
            return
        # Most text has no white space but single blanks, and to look for that costs less than to replace it.
        wide = "\n" in text or "  " in text or "\t" in text or "\r" in text
        words = _SPACE.sub(" ", text) if wide else text
        if words.startswith(" "):
            self._space = self._space or look.saying(" ")
            words = words[1:]
        if not words:
            return
        self._write_space()
        self._append(look.saying(words.removesuffix(" ")))
        if words.endswith(" "):
            self._space = look.saying(" ")

    def put(self, inline: Inline) -> None:
        """Something that is no text: a break swallows the space before it."""
        if isinstance(inline, Break):
            self._space, self._fresh = None, True
        else:
            self._write_space()
            self._fresh = False
        self._open[-1].append(inline)

    def open_link(self) -> None:
        self._write_space()
        self._open.append([])

    def close_link(self, href: str) -> None:
        """Ends a link; what leads nowhere is no link, and its content stands alone."""
        content = self._open.pop()
        if content and href:
            self._open[-1].append(Link(href, tuple(content)))
            return
        for inline in content:
            if isinstance(inline, Text):
                self._append(inline)
            else:
                self._open[-1].append(inline)

    def cut(self, structure: etree._Element | None) -> None:
        content = self.finish()
        if content:
            self.segments.append(content)
        if structure is not None:
            self.segments.append(structure)

    def finish(self) -> tuple[Inline, ...]:
        """What was collected so far, without breaks at its ends."""
        content = self._open[0]
        while content and isinstance(content[-1], Break):
            content.pop()
        while content and isinstance(content[0], Break):
            content.pop(0)
        self._open, self._space, self._fresh = [[]], None, True
        return tuple(content)

    def _write_space(self) -> None:
        space, self._space = self._space, None
        if space is not None and not self._fresh:
            self._append(space)

    def _append(self, text: Text) -> None:
        self._fresh = False
        content = self._open[-1]
        last = content[-1] if content else None
        if isinstance(last, Text) and last.looks_like(text):
            content[-1] = text.saying(last.text + text.text)
        else:
            content.append(text)
