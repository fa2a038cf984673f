"""A version cut into units: what one language says in one place, and the others say in the same place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from engross.lexicon import lexicon
from engross.lexicon.numerals import read_roman
from engross.model.presentation import (
    Block,
    Inline,
    Link,
    Note,
    NoteCall,
    Part,
    Points,
    Presentation,
    Quotation,
    TableBlock,
    plain,
)

Content = tuple[Inline, ...]
Kind = Literal[
    "adoption", "number-line", "proponent", "sponsors", "title", "formula", "recital", "paragraph", "point", "prose",
    "heading", "table", "closing", "vote", "note",
]  # fmt: skip

_FIGURE = re.compile(r"\d+(?:[.,٫٬ \u00a0\u202f]\d{3})*(?:[.,٫]\d+)?")
_NUMBER = re.compile(r"\d+")
_CHAIN = re.compile(r"\d+(?:[-.,٫٬ \u00a0\u202f]\d+)+")
_ROMAN = re.compile(r"\b[IVXLC]{2,}\b")
_WORDED = re.compile("[〇零一二三四五六七八九十百千]{1,9}")


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece of one version. `depth` counts the lists and quotations around it; `numbers` is what its label
    may say (`(b)` and `(ب)` are 2, `(i)` is 1 or 9), empty for no label. `symbols`, `dates` and `figures` are
    what its text names, without the notes it calls; `notes` are the marks of these. Documents go by their short
    names (`60/212`), figures by their significant digits: `2.5 million`, `2 500 000` and `250万` are all `25`.
    `numerals` are all numbers of the text, those of symbols, dates and number words of the language included.
    `table` is set for a table alone.
    """

    id: str
    kind: Kind
    depth: int = 0
    label: str = ""
    numbers: frozenset[int] = frozenset()
    content: Content = ()
    continued: tuple[Content, ...] = ()
    notes: tuple[str, ...] = ()
    symbols: frozenset[str] = frozenset()
    dates: frozenset[datetime.date] = frozenset()
    figures: frozenset[str] = frozenset()
    numerals: frozenset[str] = frozenset()
    table: TableBlock | None = None

    @property
    def text(self) -> str:
        """The characters of the unit."""
        return "\n".join(plain(content) for content in (self.content, *self.continued)).strip()


def units(page: Presentation) -> tuple[Unit, ...]:
    """The units of a version in printed order, the notes last."""
    return tuple(_weigh(unit, page.language) for unit in cut(page))


def cut(page: Presentation) -> tuple[Unit, ...]:
    """As `units`, without looking for what their text names."""
    found = [unit for part in page.parts for unit in _part(part, page.language)]
    return (*found, *map(_note, page.notes))


def _part(part: Part, language: str) -> Iterator[Unit]:
    title = part.title
    if title.number_line:
        yield Unit("", "number-line", content=title.number_line)
    if title.adoption:
        first, *more = title.adoption
        yield Unit("", "adoption", content=first, continued=tuple(more))
    for kind, content in (("proponent", title.proponent), ("sponsors", title.sponsors)):
        if content:
            yield Unit("", kind, content=content)  # type: ignore[arg-type]
    if title.number or title.title:
        yield Unit(part.id if part.role != "main" else "", "title", label=title.number, content=title.title)
    yield from _blocks(part.blocks, language, 0)
    if part.closing:
        first, *more = part.closing
        yield Unit("", "closing", content=first, continued=tuple(more))
    for line in part.vote:
        yield Unit("", "vote", content=line)


def _blocks(blocks: Iterable[Block], language: str, depth: int) -> Iterator[Unit]:
    for block in blocks:
        if isinstance(block, Points):
            yield from _points(block, language, depth)
        elif isinstance(block, Quotation):
            yield from _blocks(block.blocks, language, depth + 1)
        elif isinstance(block, TableBlock):
            yield Unit(block.id, "table", depth, content=block.caption, table=block)
        elif block.kind == "heading":
            yield Unit(block.id, "heading", depth, block.number, content=block.content)
        elif block.kind == "paragraph":
            numbers = _numbers(block.label, language)
            yield Unit(block.id, "paragraph", depth, block.label, numbers, block.content)
            yield from _blocks(block.blocks, language, depth)
        elif block.kind == "recital":
            yield Unit(block.id, "recital", depth, content=block.content)
            yield from _blocks(block.blocks, language, depth)
        else:
            yield Unit(block.id, block.kind, depth, content=block.content)


def _points(points: Points, language: str, depth: int) -> Iterator[Unit]:
    for point in points.items:
        yield Unit(point.id, "point", depth + 1, point.label, _numbers(point.label, language), point.content)
        yield from _blocks(point.blocks, language, depth + 1)


def _numbers(label: str, language: str) -> frozenset[int]:
    """What a label may say, by the language's own letters; empty for no label and for signs without a value."""
    digits = _NUMBER.search(label)
    if digits:
        return frozenset({int(digits[0])})
    known = lexicon().languages.get(language)
    match = known.parse_label(label) if known is not None and label else None
    return frozenset(reading.value for reading in match.readings) if match else frozenset()


def _note(note: Note) -> Unit:
    first, *more = note.paragraphs or ((),)
    number = _NUMBER.search(note.mark)
    return Unit(note.id, "note", 0, note.mark, frozenset({int(number[0])} if number else ()), first, tuple(more))


def _weigh(unit: Unit, language: str) -> Unit:
    """The unit with what its text names."""
    contents = [unit.content, *unit.continued]
    if unit.table is not None:
        contents += [paragraph for row in unit.table.rows for cell in row for paragraph in cell.paragraphs]
    text = "\n".join(_texts(unit))
    calls = tuple(mark for content in contents for mark in _calls(content))
    known = lexicon().languages.get(language)
    symbols = lexicon().find_symbols(text)
    dates = known.find_dates(text) if known is not None else []
    bare = _blank(text, [(start, end) for start, end, _ in (*symbols, *dates)])
    return replace(
        unit,
        notes=calls,
        symbols=frozenset(symbol.short for _, _, symbol in symbols),
        dates=frozenset(date for _, _, date in dates),
        figures=frozenset(_figures(bare, language)),
        numerals=frozenset(_numerals(text, language)),
    )


def _calls(content: Content) -> Iterator[str]:
    for inline in content:
        if isinstance(inline, NoteCall):
            yield inline.mark
        elif isinstance(inline, Link):
            yield from _calls(inline.content)


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    characters = list(text)
    for start, end in spans:
        characters[start:end] = " " * (end - start)
    return "".join(characters)


def _figures(text: str, language: str) -> Iterator[str]:
    """The significant digits of the figures from ten upwards: what is less is a word in some languages.

    Where groups of digits may stand in either order (Arabic), figures of several groups are left out.
    """
    if _is_rtl(language):
        text = _CHAIN.sub("", text)
    for match in _FIGURE.finditer(text):
        digits = "".join(_NUMBER.findall(match[0])).lstrip("0")
        if len(digits) > 1:
            yield digits.strip("0")


def _is_rtl(language: str) -> bool:
    known = lexicon().languages.get(language)
    return known is not None and known.direction == "rtl"


def _numerals(text: str, language: str) -> Iterator[str]:
    """Every number of a text as digits without zeros at either end, however it is written."""
    for match in _FIGURE.finditer(text):
        yield "".join(_NUMBER.findall(match[0])).strip("0")
    for match in _NUMBER.finditer(text):
        yield match[0].strip("0")
    for match in _ROMAN.finditer(text):
        yield str(read_roman(match[0]) or "").strip("0")
    known = lexicon().languages.get(language)
    if _is_rtl(language):
        # Groups of digits set apart by spaces or stops follow each other from right to left.
        for match in _CHAIN.finditer(text):
            yield "".join(reversed(_NUMBER.findall(match[0]))).strip("0")
    words = known.numerals("section") if known is not None and not known.spaced else None
    for match in _WORDED.finditer(text) if words is not None else ():
        yield str(words.value(match[0]) or "").strip("0")  # type: ignore[union-attr]


def own_notes(content: Content, owner: str) -> Content:
    """The content with its note calls pointing to the notes of one version, where a page holds several."""
    found: list[Inline] = []
    for inline in content:
        if isinstance(inline, NoteCall):
            found.append(replace(inline, note=f"{owner}_{inline.note}"))
        elif isinstance(inline, Link):
            found.append(replace(inline, content=own_notes(inline.content, owner)))
        else:
            found.append(inline)
    return tuple(found)


def printed_figure(unit: Unit, figure: str) -> str:
    """A figure as the unit prints it, empty where it does not have it."""
    for match in _FIGURE.finditer("\n".join(_texts(unit))):
        if "".join(_NUMBER.findall(match[0])).strip("0") == figure:
            return match[0]
    return ""


def _texts(unit: Unit) -> Iterator[str]:
    yield from map(plain, (unit.content, *unit.continued))
    if unit.table is not None:
        yield from (plain(p) for row in unit.table.rows for cell in row for p in cell.paragraphs)


def excerpt(unit: Unit, most: int = 60) -> str:
    """The beginning of a unit, to name it in a finding."""
    text = " ".join(f"{unit.label} {unit.text}".split())
    return text if len(text) <= most else text[:most].rstrip() + "…"


__all__ = ["Content", "Kind", "Unit", "cut", "excerpt", "own_notes", "printed_figure", "units"]
