"""Raised letters of lines that are kept as plain words: the "e" of "68e séance" in masthead and closing lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from engross.akn.namespace import element, text_of
from engross.model.flow import Run
from engross.recognise.structure.passage import Passage, plain

Span = tuple[int, int]


def raised_spans(runs: Sequence[Run]) -> list[Span]:
    """Where raised characters stand in the plain text of runs."""
    found: list[Span] = []
    place = 0
    for run in runs:
        if run.note is not None:
            continue
        end = place + len(run.text)
        if run.raised and run.text.strip():
            found.append((place, end))
        place = end
    return found


def raise_letters(part: etree._Element, lines: Iterable[Passage]) -> None:
    """Raises in the elements of `part` what is raised in the lines that they were written from."""
    nodes = [node for paragraph in part for node in paragraph.iter() if node is not paragraph]
    for line in lines:
        spans = raised_spans(line.runs)
        words = plain(line.runs)
        if not spans:
            continue
        for node in nodes:
            if text_of(node) == words:
                _raise(node, spans)
                break


def _raise(node: etree._Element, spans: Sequence[Span]) -> None:
    """Puts `sup` around stretches of an element's text, given as offsets; one that crosses an element's edge is
    left as it is.
    """
    place = 0
    for owner, slot in _slots(node):
        text = (owner.text if slot == "text" else owner.tail) or ""
        inside = [(a - place, b - place) for a, b in spans if place <= a and b <= place + len(text)]
        place += len(text)
        if inside:
            _split(owner, slot, text, inside)


def _slots(node: etree._Element) -> list[tuple[etree._Element, str]]:
    found = [(node, "text")]
    for child in node:
        found += _slots(child)
        found.append((child, "tail"))
    return found


def _split(owner: etree._Element, slot: str, text: str, spans: Sequence[Span]) -> None:
    parent, index = (owner, 0) if slot == "text" else (owner.getparent(), 0)
    if parent is None:
        return
    if slot == "tail":
        index = parent.index(owner) + 1
        owner.tail = text[: spans[0][0]]
    else:
        owner.text = text[: spans[0][0]]
    for n, (start, end) in enumerate(spans):
        following = spans[n + 1][0] if n + 1 < len(spans) else len(text)
        raised = element("sup", text[start:end])
        raised.tail = text[end:following]
        parent.insert(index + n, raised)
