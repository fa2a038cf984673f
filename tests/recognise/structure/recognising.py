"""Assembled Flows made by hand, and short ways to look at the tree that comes out."""

from __future__ import annotations

import re

from lxml import etree

from engross.akn.namespace import every, find, name, text_of
from engross.akn.schema import validate
from engross.lexicon import lexicon
from engross.model.details import Details
from engross.model.flow import Flow, Item, Line, Note, Run
from engross.model.recognised import Recognised
from engross.model.span import Span
from engross.recognise.structure import build

_PIECE = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>.+?)\*|\^(?P<note>[\w*]+)\^")


def runs(text: str) -> tuple[Run, ...]:
    """Runs out of a little mark-up: `*italic*`, `**bold**`, `^1^` for the call of note 1."""
    found: list[Run] = []
    place = 0
    for match in _PIECE.finditer(text):
        found.append(Run(text[place : match.start()]))
        if match["bold"]:
            found.append(Run(match["bold"], bold=True))
        elif match["italic"]:
            found.append(Run(match["italic"], italic=True))
        else:
            found.append(Run(match["note"], raised=True, note=match["note"]))
        place = match.end()
    found.append(Run(text[place:]))
    return tuple(run for run in found if run.text)


def line(text: str, level: int = 0, label: str = "") -> Line:
    return Line(runs(text), Span("made"), whole=True, level=level, label=label)


def flow(*items: str | Item, notes: dict[str, str] | None = None) -> Flow:
    """An assembled Flow of paragraphs, each in the little mark-up of `runs`."""
    lines = tuple(line(item) if isinstance(item, str) else item for item in items)
    held = tuple(Note(mark, mark, (line(text),)) for mark, text in (notes or {}).items())
    return Flow("made", "test", lines, held)


def recognised(*items: str | Item, notes: dict[str, str] | None = None, **details: object) -> Recognised:
    """What structure makes of the paragraphs; the tree is always held against the schema."""
    found = build(flow(*items, notes=notes), Details(**details), lexicon())  # type: ignore[arg-type]
    assert validate(found.akn) == ()
    return found


def tree(*items: str | Item, notes: dict[str, str] | None = None, **details: object) -> etree._Element:
    return recognised(*items, notes=notes, **details).akn


def text(node: etree._Element | None) -> str:
    """Text with white space collapsed."""
    return re.sub(r"\s+", " ", text_of(node)).strip()


def outline(node: etree._Element) -> list[str]:
    """One line for each structural element that has text of its own: `paragraph 1. Decides …`, indented."""
    found: list[str] = []
    _walk(node, 0, found)
    return found


_SHOWN = {
    "formula", "container", "paragraph", "point", "item", "section", "alinea", "wrapUp", "hcontainer", "attachment",
    "embeddedStructure",
}  # fmt: skip


def _walk(node: etree._Element, depth: int, found: list[str]) -> None:
    for child in node:
        kind = name(child)
        if kind == "meta":
            continue
        if kind in _SHOWN:
            num = text(find(child, "num"))
            heading = text(find(child, "heading"))
            prose = next((text(p) for p in every(child, "p")), "") if kind not in {"section", "attachment"} else ""
            shown = " ".join(part for part in (kind, num, heading or prose[:24]) if part)
            found.append("  " * depth + shown.strip())
            _walk(child, depth + 1, found)
        else:
            _walk(child, depth, found)


def body(root: etree._Element) -> list[str]:
    """The outline of preamble and main body."""
    found: list[str] = []
    for part in ("preamble", "mainBody"):
        node = next(every(root, part), None)
        if node is not None:
            found += outline(node)
    return found


def masthead(root: etree._Element) -> dict[str, str]:
    """Every marked line of cover page and preface: its name in the tree and its text."""
    found: dict[str, str] = {}
    for part in ("coverPage", "preface"):
        for node in every(root, part):
            for child in node.iter():
                kind = name(child)
                if kind in {"p", "", part}:
                    continue
                key = (child.get("refersTo") or "").removeprefix("#") or child.get("name") or kind
                if kind in {"docNumber", "session", "docProponent", "docCommittee"} and key != "symbol":
                    key = kind
                found.setdefault(key, text(child))
    return found


def codes(found: Recognised) -> list[str]:
    return [one.code for one in found.diagnostics]
