"""Runs as inline mark-up: italics, bold, raised, links, notes, line breaks."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from engross.akn.namespace import element
from engross.model.flow import Run


def write_runs(runs: Iterable[Run]) -> list[str | etree._Element]:
    """Runs as text and inline elements, in order; runs that look alike should have been joined before.

    A run that calls a note is written as its mark, raised: callers that have the note write it themselves.
    """
    return [part for run in runs for part in write_run(run)]


def write_run(run: Run) -> list[str | etree._Element]:
    """One run: `i`, `b`, `u`, `sup`, `inline name="smallCaps"` and `a` nested, U+000A as `eol`."""
    parts: list[str | etree._Element] = []
    for index, text in enumerate(run.text.split("\n")):
        if index:
            parts.append(element("eol"))
        if text:
            parts.append(text)
    wrappers: tuple[tuple[str, bool, dict[str, str | None]], ...] = (
        ("sup", run.raised or run.note is not None, {}),
        ("inline", run.small_caps, {"name": "smallCaps"}),
        ("u", run.underline, {}),
        ("b", run.bold, {}),
        ("i", run.italic, {}),
        ("a", run.href is not None, {"href": run.href}),
    )
    for tag, applies, attributes in wrappers:
        if applies and parts:
            parts = [element(tag, *parts, **attributes)]
    if run.language and parts:
        parts = [_in_language(run.language, parts)]
    return parts


def _in_language(language: str, parts: list[str | etree._Element]) -> etree._Element:
    span = element("span", *parts)
    span.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    return span
