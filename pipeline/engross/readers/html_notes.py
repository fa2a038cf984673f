"""Which elements of an HTML page are notes, and which links call them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

_ROLES = frozenset(("doc-endnotes", "doc-footnote", "doc-endnote", "doc-footnotes"))
_CLASS = re.compile(r"(?:^|[\s_-])(?:foot|end)?-?notes?(?:$|[\s_-])|footnote|endnote", re.I)
_CALL = re.compile(r"noteref|footnote-?(?:ref|anchor|call)|note-call", re.I)
_BLOCKS = frozenset("p li div td dd aside section".split())  # noqa: SIM905
_MARK = re.compile(r"\[?\s*(\(?(?:[\d*†‡§]+|[a-z]{1,2}|[ivx]{1,5})\)?)\s*\]?\Z")
_RETURN = re.compile(r"[\s↩↑⏎^↵⤴▲\ufe0e\ufe0f]*\Z")


@dataclass(slots=True)
class Notes:
    """The notes of a page.

    `calls` and `bodies` give for each link and each note's element the note's id and printed mark; the id is
    None where the page says that it has no text for the note. `returns` are elements that are no text: links that
    lead from a note back to its call, remarks that a note is missing.
    """

    calls: dict[_Element, tuple[str | None, str]] = field(default_factory=dict)
    bodies: dict[_Element, tuple[str, str]] = field(default_factory=dict)
    returns: set[_Element] = field(default_factory=set)
    keepers: set[_Element] = field(default_factory=set)

    def holds(self, element: _Element) -> bool:
        """Whether `element` is a note or holds one."""
        return element in self.keepers or element in self.bodies


def find_notes(root: _Element) -> Notes:
    """The notes of the page under `root`: what links inside the page point to, if it is marked as a note or
    links back to where it was called.
    """
    notes = Notes()
    links = [a for a in root.iter("a") if (a.get("href") or "").startswith("#") and len(a.get("href") or "") > 1]
    if not links:
        return notes
    targets: dict[str, _Element] = {}
    for element in root.iter():
        if isinstance(element.tag, str):
            for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
                if name:
                    targets.setdefault(name, element)
    for link in links:
        if any(ancestor in notes.bodies for ancestor in link.iterancestors()):
            continue
        note = (link.get("href") or "")[1:]
        mark = _mark(link)
        target = targets.get(note)
        if target is None or mark is None:
            continue
        body = target if target.tag in _BLOCKS else next((a for a in target.iterancestors() if a.tag in _BLOCKS), None)
        if body is None or link is body or body in link.iterancestors():
            continue
        if body in notes.returns:
            notes.calls[link] = None, mark
        elif _says_missing(body):
            notes.returns.add(body)
            notes.calls[link] = None, mark
        elif _is_note(body) or _is_call(link) or _leads_back(body, link):
            known = notes.bodies.setdefault(body, (note, mark))
            notes.calls[link] = known[0], mark
    _find_returns(notes, targets)
    for body in notes.bodies:
        notes.keepers.update(body.iterancestors())
    return notes


def _mark(link: _Element) -> str | None:
    """The printed mark of a link, without square brackets; None where its text is no mark."""
    match = _MARK.match("".join(link.itertext()).strip())
    return match[1] if match else None


def _is_note(body: _Element) -> bool:
    return any(
        element.get("role") in _ROLES or _CLASS.search(element.get("class") or "") is not None
        for element in (body, *body.iterancestors())
        if element.tag not in ("body", "html", "article", "main")
    )


def _says_missing(body: _Element) -> bool:
    """Whether a page of our own says that it has no text for a note: the mark stays, the remark is no text."""
    return "missing" in (body.get("class") or "").split() and _is_note(body)


def _is_call(link: _Element) -> bool:
    return link.get("role") == "doc-noteref" or _CALL.search(link.get("class") or "") is not None


def _leads_back(body: _Element, link: _Element) -> bool:
    """Whether the note has a link to the place of its call."""
    places = {
        name
        for element in (link, *link.iterdescendants(), *list(link.iterancestors())[:2])
        for name in (element.get("id"), element.get("name"))
        if name
    }
    return any((a.get("href") or "")[1:] in places for a in body.iter("a"))


def _find_returns(notes: Notes, targets: dict[str, _Element]) -> None:
    """Find the links inside notes that lead back to a call."""
    neighbourhood = {element for call in notes.calls for element in (call, *list(call.iterancestors())[:2])}
    neighbourhood.update(d for call in notes.calls for d in call.iterdescendants())
    for body, (_, mark) in notes.bodies.items():
        for link in body.iter("a"):
            shown = "".join(link.itertext()).strip()
            if link.get("role") == "doc-backlink":
                notes.returns.add(link)
                continue
            target = targets.get((link.get("href") or "")[1:])
            if (
                target is not None
                and target in neighbourhood
                and (_RETURN.match(shown) or shown.strip("[]()") == mark.strip("()"))
            ):
                notes.returns.add(link)
