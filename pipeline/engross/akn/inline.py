"""Runs as inline mark-up: italics, bold, raised, links, notes, line breaks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence

from lxml import etree

from engross.akn.namespace import element
from engross.model.flow import Run

_PIECE = r"(?:[^\x00-\x1f\x7f%\[\]?#/:@]|%[0-9A-Fa-f]{2})"
_AUTHORITY = rf"//(?:(?:{_PIECE}|:)*@)?{_PIECE}*(?::\d{{1,5}})?(?![^/?#])"
_ADDRESS = re.compile(
    rf"(?:[A-Za-z][A-Za-z0-9+.-]*:(?:{_AUTHORITY}|(?!//))(?:{_PIECE}|[:@/])*"
    rf"|{_AUTHORITY}(?:{_PIECE}|[:@/])*|(?!//)(?:{_PIECE}|@)*(?:/(?:{_PIECE}|[:@/])*)?)"
    rf"(?:\?(?:{_PIECE}|[:@/?])*)?(?:#(?:{_PIECE}|[][:@/?])*)?"
)
"""What the schema takes for an address (RFC 3986, with letters of every script)."""
Inline = str | etree._Element
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def write_runs(runs: Iterable[Run]) -> list[Inline]:
    """Runs as text and inline elements, in order; what neighbours have in common is marked once around them.

    Outermost first: tracked change (`ins`, `del`), language, link, `i`, `b`, `u`, `inline name="smallCaps"`, `sup`;
    U+000A is an `eol`. A run that calls a note is written as its mark, raised: callers that have the note write
    it themselves. A link whose target is no address (`https://example.org:x`) is no link: its text stays.
    """
    return _nest(tuple(runs), 0)


def _nest(runs: Sequence[Run], depth: int) -> list[Inline]:
    if len(runs) == 1:
        return _wrapped(runs[0], depth)
    if depth == len(_LOOKS):
        return [part for run in runs for part in _lines(run.text)]
    look, wrap = _LOOKS[depth]
    found: list[Inline] = []
    for value, group in itertools.groupby(runs, key=look):
        inner = _nest(tuple(group), depth + 1)
        found += [wrap(value, inner)] if value and inner else inner
    return found


def _wrapped(run: Run, depth: int) -> list[Inline]:
    """One run in the looks from `depth` on: the common case, without grouping."""
    parts = _lines(run.text)
    if _is_bare(run):
        return parts
    for look, wrap in reversed(_LOOKS[depth:]):
        value = look(run)
        if value and parts:
            parts = [wrap(value, parts)]
    return parts


def _is_bare(run: Run) -> bool:
    """Whether a run has no look at all, as most have."""
    marked = run.italic or run.bold or run.underline or run.small_caps or run.raised
    return not (marked or run.href or run.language or run.change) and run.note is None


def _lines(text: str) -> list[Inline]:
    if "\n" not in text:
        return [text] if text else []
    parts: list[Inline] = []
    for index, line in enumerate(text.split("\n")):
        if index:
            parts.append(element("eol"))
        if line:
            parts.append(line)
    return parts


def is_address(target: str) -> bool:
    """Whether a link may have this target: an address as the schema allows it."""
    return _ADDRESS.fullmatch(target) is not None


def _target(run: Run) -> str:
    """The target of a run's link; empty where it has none or the schema allows no such address."""
    return run.href if run.href and is_address(run.href) else ""


def _in_language(language: str | bool, parts: list[Inline]) -> etree._Element:
    span = element("span", *parts)
    span.set(_LANG, str(language))
    return span


_CHANGES = {"inserted": "ins", "deleted": "del"}
_LOOKS: tuple[tuple[Callable[[Run], str | bool], Callable[[str | bool, list[Inline]], etree._Element]], ...] = (
    (lambda run: run.change, lambda change, parts: element(_CHANGES[str(change)], *parts)),
    (lambda run: run.language or "", _in_language),
    (_target, lambda href, parts: element("a", *parts, href=str(href))),
    (lambda run: run.italic, lambda _, parts: element("i", *parts)),
    (lambda run: run.bold, lambda _, parts: element("b", *parts)),
    (lambda run: run.underline, lambda _, parts: element("u", *parts)),
    (lambda run: run.small_caps, lambda _, parts: element("inline", *parts, name="smallCaps")),
    (lambda run: run.raised or run.note is not None, lambda _, parts: element("sup", *parts)),
)
