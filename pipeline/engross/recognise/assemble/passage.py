"""What the ways of assembly hand on: paragraphs as groups of printed lines, and notes found on the pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from engross.model.flow import Align, Item, Line
from engross.model.furniture import Furniture, FurnitureKind
from engross.model.span import Span

_FIRST = 5  # lines; a passage may have a hundred thousand, and is asked for each of them


@dataclass(slots=True)
class Passage:
    """A paragraph: its printed lines in reading order. `indent` is its first line's distance from the text's
    left edge and `turnover` that of its other lines, in points; `align` where it is not set from the left.
    `areas` names for each line the area of notes that follows it.
    """

    lines: list[Line]
    areas: list[int]
    indent: float = 0.0
    turnover: float | None = None
    align: Align = ""

    def add(self, line: Line, area: int) -> None:
        """Let a printed line go on with the passage."""
        self.lines.append(line)
        self.areas.append(area)

    @property
    def opening(self) -> str:
        """The characters of the first lines: what a passage is shows there."""
        return " ".join(line.text for line in self.lines[:_FIRST])

    @property
    def ending(self) -> str:
        """The characters of the last lines."""
        return " ".join(line.text for line in self.lines[-_FIRST:])


@dataclass(slots=True)
class FoundNote:
    """A note found on a page: its mark, its paragraphs without the mark, each as printed lines, and the area
    that it stood in.

    Areas are counted through the document; the notes of one area were called between the area before and it.
    """

    mark: str
    paragraphs: list[list[Line]]
    area: int
    span: Span
    after: int = 0
    """How many passages stood before the area."""


@dataclass(slots=True)
class Assembly:
    """A document taken apart: passages and other items in order, notes, furniture."""

    items: list[Passage | Item] = field(default_factory=list)
    notes: list[FoundNote] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    areas: int = 0
    passages: int = 0

    def begin(self, passage: Passage) -> None:
        """Add a passage after all that was found before."""
        self.items.append(passage)
        self.passages += 1

    def put_apart(self, kind: FurnitureKind, text: str, span: Span) -> None:
        """Note a piece of furniture; one without characters is not kept."""
        if text.strip():
            self.furniture.append(Furniture(kind, text.strip(), span))

    def put_apart_signs(self, printed: str, mark: str, span: Span) -> None:
        """Note what a note's mark is printed with beside its number: brackets, a full stop."""
        before, _, after = printed.partition(mark)
        self.put_apart(FurnitureKind.NOTE_MARK, before + after, span)
