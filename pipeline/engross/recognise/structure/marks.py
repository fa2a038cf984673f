"""Marks of citations beside the marks that a source has itself: its links, and its looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from engross.akn.namespace import add_text, name
from engross.model.flow import Run
from engross.recognise.structure.citations import Citation

_LOOKS = frozenset({"b", "i", "u"})
_NAMES = frozenset({"organization", "ref", "role"})


def unlinked(citations: Sequence[Citation], runs: Sequence[Run]) -> list[Citation]:
    """The citations that the source does not link itself, and those that it links to where they lead anyway."""
    linked: list[tuple[int, int, str]] = []
    place = 0
    for run in runs:
        end = place + (len(run.text) if run.note is None else 0)
        if run.href and end > place:
            linked.append((place, end, run.href))
        place = end
    kept: list[Citation] = []
    at = 0
    for citation in citations:
        while at < len(linked) and linked[at][1] <= citation.start:
            at += 1
        if at == len(linked) or linked[at][0] >= citation.end or _leads_there(linked[at], citation):
            kept.append(citation)
    return kept


def _leads_there(link: tuple[int, int, str], citation: Citation) -> bool:
    """Whether a link is the whole citation's and leads where the citation does."""
    start, end, href = link
    same_place = (start, end) == (citation.start, citation.end)
    return same_place and bool(citation.address) and _unspaced(href) == _unspaced(citation.address)


def _unspaced(address: str) -> str:
    return address.replace("%20", "").replace(" ", "")


def join_looks(marks: Iterable[etree._Element]) -> None:
    """Puts marks of names inside the look that they were cut out of: `<i>The <organization>…</organization></i>`."""
    for mark in marks:
        if len(mark) != 1 or mark.text or name(mark) not in _NAMES:
            continue
        look = mark[0]
        if name(look) not in _LOOKS or look.tail:
            continue
        before, after = mark.getprevious(), mark.getnext()
        joins_before = before is not None and before.tag == look.tag and not before.tail
        joins_after = after is not None and after.tag == look.tag and not mark.tail
        if joins_before or joins_after:
            _turn(mark, look)
            if joins_before:
                look = _joined(before, look)  # type: ignore[arg-type] # joins_before says that it is there
            if joins_after:
                _joined(look, after)  # type: ignore[arg-type]


def wrap_content(node: etree._Element, mark: etree._Element) -> None:
    """Puts all that an element holds into a mark, and the mark into the element."""
    mark.text, node.text = node.text, None
    mark.extend(list(node))
    node.append(mark)


def _turn(mark: etree._Element, look: etree._Element) -> None:
    """The look outside, the mark inside."""
    mark.addprevious(look)
    look.tail, mark.tail = mark.tail, None
    mark.text, look.text = look.text, None
    mark.extend(list(look))
    look.append(mark)


def _joined(first: etree._Element, second: etree._Element) -> etree._Element:
    """The first of two elements with the content of both; the second is gone."""
    add_text(first, second.text or "")
    first.extend(list(second))
    first.tail = second.tail
    above = second.getparent()
    assert above is not None
    above.remove(second)
    return first
