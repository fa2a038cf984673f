"""The Flow: what a reader saw, with the format left behind.

A Flow is lines of runs in reading order. Formats of pages (PDF) and of plain text give *broken* lines, as
they
were printed; formats that know paragraphs (Markdown, HTML, Word) give one `whole` line for each paragraph.
Nothing is interpreted here: running heads, note texts and mastheads stand in the Flow as they were seen, and
`recognise` says what they are; its first step, assembly, turns a Flow of broken lines into one of whole
paragraphs, each note mark a run that names its note, the notes and the furniture set apart. What the format
itself says (a raised run, a heading's level, a note that its
mark links to, a header that Word keeps apart) is kept, because no recogniser could know it better.

Lengths are points, measured from the top left corner of the page, x to the right and y downwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from engross.model.diagnostic import Diagnostic
from engross.model.furniture import Furniture
from engross.model.span import Span

Change = Literal["", "inserted", "deleted"]
"""What a tracked change did to a stretch of text, where changes are kept."""
Changes = Literal["accept", "reject", "keep"]
"""What becomes of tracked changes when a source is read."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of characters that look alike.

    `raised` is a superscript. `size` is the type size in points where the format has one. `note` is the id of
    a `Note` of the Flow where the format itself links the mark to its note (Word, Markdown's `[^1]`); `text`
    is
    then the mark as printed. `href` is the target of a link. `language` is a BCP 47 tag where the format
    gives one for this run. `change` says what a tracked change did to it, where
    changes are kept. Text is Unicode in logical order, never with control characters but U+0009 and
    U+000A (a line break inside a paragraph).
    """

    text: str
    italic: bool = False
    bold: bool = False
    underline: bool = False
    small_caps: bool = False
    raised: bool = False
    size: float | None = None
    note: str | None = None
    href: str | None = None
    language: str | None = None
    change: Change = ""

    def retold(self, text: str) -> Run:
        """The run with another text. `dataclasses.replace` does the same in seven times the time."""
        return Run(
            text,
            self.italic,
            self.bold,
            self.underline,
            self.small_caps,
            self.raised,
            self.size,
            self.note,
            self.href,
            self.language,
            self.change,
        )


@dataclass(frozen=True, slots=True)
class Box:
    """Where a line stands on its page: edges of the ink and the baseline, in points from the top left."""

    left: float
    right: float
    baseline: float


Align = Literal["", "right", "center"]
"""How a line is set where that is not the text's own way: at the far edge (closing lines) or in the middle."""

Role = Literal[
    "",
    "masthead",
    "session",
    "agenda-item",
    "agenda-title",
    "adoption",
    "sponsors",
    "title",
    "heading",
    "formula",
    "recital",
    "operative",
    "point",
    "annex",
    "continuation",
    "quotation",
    "closing",
    "note",
    "text",
]
"""What a paragraph is by the style that its author gave it: `annex` is a paragraph of an annex, `continuation` goes on
with a list, `text` is running text of any kind. Empty where the style says nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or a whole paragraph where the format knows paragraphs.

    An empty line (no runs) is a blank line of a plain-text source: a gap that was seen.
    `whole` says that the format itself calls this a paragraph. `level` is the heading's level (1 is the
    highest) where the format marks a heading. `label` is a number or sign that the format prints by
    itself (Word's automatic numbers, an ordered list): part of what a reader saw, but not of the runs.
    `style` is the name of the paragraph style where there is one, `role` what that style says the paragraph is:
    evidence, not more, for styles are given by hand. `indent` is the first line's distance from
    the text's left edge: points where `box` is set, else the count of leading spaces. `turnover` is that
    distance for the paragraph's other lines, where they were seen; `align` how it is set where that can be
    seen. In right-to-left text both are measured from the right.
    """

    runs: tuple[Run, ...]
    span: Span
    box: Box | None = None
    whole: bool = False
    level: int = 0
    label: str = ""
    style: str = ""
    role: Role = ""
    indent: float = 0.0
    turnover: float | None = None
    align: Align = ""

    @property
    def text(self) -> str:
        """The characters of the runs, without the label."""
        runs = self.runs
        return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])

    @property
    def page(self) -> int | None:
        """The page that the line was seen on, counted from 1."""
        return self.span.page


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: whole lines, and how many columns and rows it covers."""

    lines: tuple[Line, ...]
    columns: int = 1
    rows: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of figures, row by row; `widths` are the columns' shares of the width where known."""

    rows: tuple[tuple[Cell, ...], ...]
    span: Span
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn or typed rule: `---`, a row of underscores, a thin line. `text` is what was typed, if
    anything.
    """

    span: Span
    text: str = ""
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page begins here; `page` is its number, counted from 1."""

    span: Span
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A note that the format itself keeps apart (Word's footnotes, Markdown's `[^1]: …`)."""

    id: str
    mark: str
    lines: tuple[Line, ...]


Item = Line | Table | Rule | PageBreak


@dataclass(frozen=True, slots=True)
class Page:
    """The size of a page, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Flow:
    """Everything that a reader saw of one source, in reading order.

    `source` is the path as given, `format` the reader's name (`text`, `markdown`, `html`, `docx`, `pdf`).
    `furniture` is what the format itself sets apart as page furniture (Word's headers and footers), and,
    once the
    flow is assembled, everything that was recognised as furniture.
    `properties` are facts that the file states about itself outside its pages (a title, a job number). `record` is
    the Akoma Ntoso that the file keeps of its document (Word), for what no page prints; empty where it has none.
    """

    source: str
    format: str
    items: tuple[Item, ...]
    notes: tuple[Note, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    pages: tuple[Page, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    record: bytes = field(default=b"", repr=False)
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines among the items, in order; cells of tables are not among them."""
        return tuple(item for item in self.items if isinstance(item, Line))


def lines_of(items: Iterable[Item]) -> Iterator[Line]:
    """The lines of the items, those in cells of tables row by row."""
    for item in items:
        if isinstance(item, Line):
            yield item
        elif isinstance(item, Table):
            for row in item.rows:
                for cell in row:
                    yield from cell.lines
