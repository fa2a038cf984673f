"""Automatic numbers: what Word prints before a paragraph, counted in the order of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from engross.readers.docx.names import W, is_on, number, value
from engross.readers.docx.number_formats import sign
from engross.readers.docx.symbol_fonts import of_text

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(slots=True)
class Level:
    """One level of a list definition. `restart` is the level after which it begins anew; 0 for never."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str = ""
    font: str = ""


@dataclass(slots=True)
class _List:
    """A `w:num`: its definition, the levels that it changes and where it starts them."""

    definition: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


class Numbering:
    """The numbering part. `label` has to be asked in the order of the paragraphs, once for each."""

    def __init__(self, root: _Element | None, style_links: dict[str, str]) -> None:
        self._definitions: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self.unknown_formats: set[str] = set()
        if root is None:
            return
        links: dict[str, str] = {}
        for definition in root.iterchildren(W + "abstractNum"):
            name = definition.get(W + "abstractNumId") or ""
            self._definitions[name] = {
                number(level.get(W + "ilvl")): _level(level) for level in definition.iterchildren(W + "lvl")
            }
            if link := value(definition, "numStyleLink"):
                links[name] = link
        for element in root.iterchildren(W + "num"):
            found = _List(value(element, "abstractNumId") or "")
            for override in element.iterchildren(W + "lvlOverride"):
                at = number(override.get(W + "ilvl"))
                level = override.find(W + "lvl")
                if level is not None:
                    found.levels[at] = _level(level)
                if (start := value(override, "startOverride")) is not None:
                    found.starts[at] = number(start, 1)
            self._lists[element.get(W + "numId") or ""] = found
        for name, link in links.items():
            target = self._lists.get(style_links.get(link, ""))
            if target is not None and target.definition != name:
                self._definitions[name] = self._definitions.get(target.definition, {})

    def level_of_style(self, list_id: str, style: str) -> int:
        """The level of a list that is tied to a paragraph style; 0 where none is."""
        found = self._lists.get(list_id)
        if found is not None:
            for at, level in self._definitions.get(found.definition, {}).items():
                if level.style == style:
                    return at
        return 0

    def label(self, list_id: str, at: int) -> str:
        """The number or sign of the next paragraph in list `list_id` on level `at`, counted from 0."""
        found = self._lists.get(list_id)
        if found is None or not 0 <= at < _LEVELS:
            return ""
        level = self._level(found, at)
        if level is None:
            return ""
        self._count(found, at, level)
        if level.format == "bullet":
            return of_text(level.text, level.font)
        if level.format == "none":
            return _PLACE.sub("", level.text)
        counters = self._counters[found.definition]
        return _PLACE.sub(lambda match: self._sign(found, counters, int(match[1]) - 1, level), level.text)

    def _level(self, found: _List, at: int) -> Level | None:
        return found.levels.get(at) or self._definitions.get(found.definition, {}).get(at)

    def _count(self, found: _List, at: int, level: Level) -> None:
        counters = self._counters.setdefault(found.definition, [None] * _LEVELS)
        start = found.starts.get(at, level.start)
        if at in found.starts and at not in found.begun:
            counters[at] = start
        else:
            count = counters[at]
            counters[at] = start if count is None else count + 1
        found.begun.add(at)
        for deeper in range(at + 1, _LEVELS):
            below = self._level(found, deeper)
            restart = below.restart if below is not None else None
            if restart is None or (restart and at < restart):
                counters[deeper] = None

    def _sign(self, found: _List, counters: list[int | None], at: int, printed: Level) -> str:
        level = self._level(found, at)
        if level is None:
            return ""
        count = counters[at]
        shown = level.start if count is None else count
        name = "decimal" if printed.legal else level.format
        text = sign(shown, name)
        if text is None:
            self.unknown_formats.add(name)
            return str(shown)
        return text


def _level(element: _Element) -> Level:
    restart = value(element, "lvlRestart")
    fonts = element.find(f"{W}rPr/{W}rFonts")
    return Level(
        start=number(value(element, "start"), 1),
        format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        legal=bool(is_on(element, "isLgl")),
        restart=None if restart is None else number(restart),
        style=value(element, "pStyle") or "",
        font=(fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "") if fonts is not None else "",
    )
