"""The recognised text as a tree of blocks, before it is written as Akoma Ntoso."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from engross.model.flow import Run, Table
from engross.model.masthead import Closing, Masthead
from engross.model.presentation import HeadingForm
from engross.model.span import Span
from engross.recognise.structure.passage import Passage

Role = Literal["formula", "recital", "paragraph", "point", "prose"]


@dataclass(slots=True)
class Entry:
    """A paragraph of the text with what hangs from it.

    `label` is as printed; `parts` follow the runs in order: lists, further text, quotations, tables.
    """

    role: Role
    runs: tuple[Run, ...]
    span: Span
    label: str = ""
    parts: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class Points:
    """A list: its points, all of one kind of label."""

    entries: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class Further:
    """Text without a label that belongs to the entry before it; after a list it is text that resumes."""

    runs: tuple[Run, ...]
    span: Span


@dataclass(slots=True)
class Figures:
    """A table."""

    table: Table


@dataclass(slots=True)
class Quotation:
    """A text inside the text: a draft resolution that is recommended, adopted or quoted whole."""

    blocks: list[Block] = field(default_factory=list)


Part = Points | Further | Figures | Quotation


@dataclass(slots=True)
class Section:
    """A heading and what stands under it. `number` is as printed; `title` is on the number's line, `below` are
    the title's lines under it; `form` is set where all of these are larger than the text.
    """

    number: str
    title: tuple[Run, ...]
    below: list[tuple[Run, ...]]
    span: Span
    form: HeadingForm = ""
    blocks: list[Block] = field(default_factory=list)


Block = Entry | Section | Figures | Quotation


@dataclass(slots=True)
class Annex:
    """An annex, appendix or enclosure: heading as printed, lines of its title, each with its form, its text."""

    kind: str
    heading: tuple[Run, ...]
    titles: list[tuple[tuple[Run, ...], HeadingForm]]
    form: HeadingForm
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Text:
    """What one resolution, or one lettered part of it, says: preamble, operative part, closing lines.

    `letter` and `title` head a lettered part; `after` is text behind the closing lines that belongs to nothing.
    """

    blocks: list[Block] = field(default_factory=list)
    closing: Closing = field(default_factory=Closing)
    closing_lines: list[Passage] = field(default_factory=list)
    after: list[tuple[Run, ...]] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)
    letter: str = ""
    title: tuple[Run, ...] = ()


@dataclass(slots=True)
class Recognition:
    """The whole document: masthead, lines of the first page that fit nothing, and one text or several."""

    masthead: Masthead
    loose: list[tuple[Run, ...]]
    texts: list[Text]


def entries(blocks: list[Block]) -> Iterator[Entry]:
    """All entries of blocks, in order, those inside lists and sections included."""
    for block in blocks:
        if isinstance(block, Entry):
            yield block
            for part in block.parts:
                if isinstance(part, Points):
                    yield from entries(list(part.entries))
                elif isinstance(part, Quotation):
                    yield from entries(part.blocks)
        elif isinstance(block, Section | Quotation):
            yield from entries(block.blocks)
