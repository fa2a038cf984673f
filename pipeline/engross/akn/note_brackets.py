"""The brackets that Arabic prints around the mark of a note.

The published files keep them as text: raised before and after the `authorialNote`, and, emptied of their number, at
the start of the note's own text. They are part of the printed mark, which is made when a page is made; so printing
takes them out, and recognition, which sees them, writes them where the published files have them.
"""

from __future__ import annotations

from lxml import etree

from engross.akn.namespace import element, every, name

_EMPTY = "()"


def bracketed(note: etree._Element) -> list[etree._Element]:
    """A note with its brackets around it, and before its text, as the published files write it."""
    first = next(every(note, "p"), None)
    if first is not None and (first.text or len(first)):
        first.text = _EMPTY + (first.text or "")
    return [element("sup", "("), note, element("sup", ")")]


def strip_brackets(root: etree._Element) -> None:
    """Takes the brackets of all note marks out of a tree, in place; other text stays."""
    for note in list(every(root, "authorialNote")):
        _strip_around(note)
        first = next(every(note, "p"), None)
        if first is None:
            continue
        if (first.text or "").lstrip().startswith(_EMPTY):
            first.text = (first.text or "").lstrip()[len(_EMPTY) :].lstrip(" ")
        elif not (first.text or "").strip() and len(first) and _is_raised(first[0], _EMPTY):
            _remove(first[0])


def _strip_around(note: etree._Element) -> None:
    above, before, after = note.getparent(), note.getprevious(), note.getnext()
    if before is not None and _is_raised(before, "(") and not (before.tail or "").strip():
        _remove(before)
    if after is not None and _is_raised(after, ")") and not (note.tail or "").strip():
        note.tail = None
        _remove(after)
    if above is None or name(above) != "sup" or before is not None:
        return
    opening, closing = (above.text or "").strip(), (note.tail or "").strip()
    if opening == "(" and closing.startswith(")"):
        above.text, note.tail = None, closing.removeprefix(")") or None


def _is_raised(node: etree._Element, text: str) -> bool:
    return name(node) == "sup" and not len(node) and (node.text or "").strip() == text


def _remove(node: etree._Element) -> None:
    """Takes an element out; the text behind it stays."""
    above, before = node.getparent(), node.getprevious()
    if above is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (node.tail or "") or None
        above.remove(node)
        return
    above.text = (above.text or "") + (node.tail or "") or None
    above.remove(node)
