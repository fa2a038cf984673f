"""What a paragraph of a Word file is made of, as the templates print it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from engross.writers.docx.lists import Place


@dataclass(frozen=True, slots=True)
class Look:
    """Direct formatting of a run. `italic` and `bold` are None where the paragraph's style decides."""

    italic: bool | None = None
    bold: bool | None = None
    underline: bool = False
    small_caps: bool = False
    raised: bool = False
    rtl: bool = False
    language: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A run: text, a tab, a break, a hyphen that Word has an element for, or the call of a note.

    A call has `note`, the number of its footnote; `custom` says that its mark is typed and not counted by Word;
    `repeated` that the footnote was called before, so that the mark is a cross-reference to it. `change` says what a
    tracked change did; every change has an id of its own.
    """

    kind: Literal["text", "tab", "break", "noBreakHyphen", "softHyphen", "note"] = "text"
    text: str = ""
    look: Look = Look()
    note: int = 0
    custom: bool = False
    repeated: bool = False
    change: Literal["", "inserted", "deleted"] = ""
    change_id: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A link: to an address (`relation` is the relationship's id) or to a bookmark (`anchor`)."""

    runs: tuple[Run, ...]
    relation: str = ""
    anchor: str = ""
    description: str = ""


Piece = Run | Link


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: the id of its style, its pieces, and what its style does not say.

    `place` is where its number is counted; `unnumbered` takes away the number of its style where the label is
    typed. Spaces are twips. `bookmark` is a name that links lead to.
    """

    style: str
    pieces: tuple[Piece, ...]
    place: Place | None = None
    unnumbered: bool = False
    before: int | None = None
    after: int | None = None
    left: int | None = None
    right: int | None = None
    first: int | None = None
    outline: int | None = None
    keep: bool = False
    new_page: bool = False
    bookmark: str = ""
    bookmark_id: int = 0
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its paragraphs, how many columns it covers, its width in twips, and how it is merged downwards."""

    paragraphs: tuple[Paragraph, ...]
    columns: int
    width: int
    merge: Literal["", "restart", "continue"] = ""
    top: int = 0
    bottom: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a header row is repeated on every page."""

    cells: tuple[Cell, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of figures: the widths of its columns and its distance from the left edge, in twips."""

    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    left: int
    description: str = ""
    kind: Literal["table"] = "table"


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its number in the file, its paragraphs, and its mark where Word does not count it."""

    id: int
    paragraphs: tuple[tuple[Piece, ...], ...]
    mark: str
    custom: bool
    before: str = ""
    after: str = ""


TAB = Run(kind="tab")
_KINDS: dict[str, Literal["tab", "break", "noBreakHyphen", "softHyphen"]] = {
    "\t": "tab",
    "\n": "break",
    "\u2011": "noBreakHyphen",
    "\u00ad": "softHyphen",
}
_ELEMENTS = re.compile("[\t\n\u2011\u00ad]")


def text_pieces(text: str, look: Look | None = None) -> tuple[Run, ...]:
    """A line of text as runs. Tabs, line ends and the hyphens that do not break or do not show become elements of
    their own: many fonts lack U+2011, and Word would print it in another one.
    """
    look = look or Look()
    runs: list[Run] = []
    at = 0
    for match in _ELEMENTS.finditer(text):
        if match.start() > at:
            runs.append(Run(text=text[at : match.start()], look=look))
        runs.append(Run(kind=_KINDS[match[0]], look=look))
        at = match.end()
    if at < len(text):
        runs.append(Run(text=text[at:], look=look))
    return tuple(runs)


def with_tabs(pieces: Iterable[Piece], count: int) -> tuple[Piece, ...]:
    """The pieces behind tabs, the way official files indent titles."""
    return (*(TAB for _ in range(count)), *pieces)


def last_break_dropped(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces without a break at their end, which would print an empty line."""
    while pieces and isinstance(last := pieces[-1], Run) and last.kind == "break":
        pieces = pieces[:-1]
    return pieces


def restyled(piece: Run, style: str) -> Run:
    """The run in a character style."""
    return replace(piece, look=replace(piece.look, style=style))
