"""Inline mark-up as runs: the other half of `inline`."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from engross.akn.namespace import name
from engross.model.flow import Change, Run

_SPACE = re.compile(r"[ \t\r\n]+")
_CHANGES: dict[str, Change] = {"ins": "inserted", "del": "deleted"}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_runs(node: etree._Element) -> tuple[Run, ...]:
    """The inline content of an element as runs; layout white space is collapsed, and gone at both ends.

    A note is a run that names it: `note` is the `authorialNote`'s eId, `text` its marker.
    """
    found: list[Run] = []
    _walk(node, Run(""), found)
    return _collapse(found)


def _walk(node: etree._Element, look: Run, found: list[Run]) -> None:
    _add(found, node.text, look)
    for child in node:
        kind = name(child)
        if kind == "authorialNote":
            found.append(Run(child.get("marker", ""), note=child.get("eId", "")))
        elif kind == "eol":
            _add(found, "\v", look)
        elif kind:
            _walk(child, _styled(child, kind, look), found)
        _add(found, child.tail, look)


def _styled(node: etree._Element, kind: str, look: Run) -> Run:
    style = node.get("class", "") if kind in {"span", "p"} else ""
    return replace(
        look,
        italic=look.italic or kind == "i" or "italic" in style,
        bold=look.bold or kind == "b" or "bold" in style,
        underline=look.underline or kind == "u" or "underline" in style,
        raised=look.raised or kind == "sup",
        small_caps=look.small_caps or (kind == "inline" and node.get("name") == "smallCaps"),
        href=node.get("href") if kind in {"a", "ref"} and node.get("href") else look.href,
        language=node.get(_LANG) or look.language,
        change=_CHANGES.get(kind, look.change),
    )


def _add(found: list[Run], text: str | None, look: Run) -> None:
    if not text:
        return
    if found and found[-1].note is None and replace(found[-1], text="") == look:
        found[-1] = replace(found[-1], text=found[-1].text + text)
    else:
        found.append(replace(look, text=text))


def _collapse(runs: list[Run]) -> tuple[Run, ...]:
    """White space collapsed over the borders of runs; U+000B becomes the line break that it stands for."""
    result: list[Run] = []
    open_space = True
    for run in runs:
        if run.note is not None:
            result.append(run)
            open_space = False
            continue
        text = _SPACE.sub(" ", run.text)
        if open_space:
            text = text.removeprefix(" ")
        text = text.replace(" \v", "\v").replace("\v ", "\v")
        if text:
            open_space = text.endswith((" ", "\v"))
            result.append(replace(run, text=text.replace("\v", "\n")))
    while result and result[-1].note is None and result[-1].text.rstrip(" \n") != result[-1].text:
        trimmed = result[-1].text.rstrip(" \n")
        if trimmed:
            result[-1] = replace(result[-1], text=trimmed)
            break
        result.pop()
    return tuple(result)
