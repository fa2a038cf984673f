"""The Presentation: the Akoma Ntoso document with everything resolved that more than one writer needs.

Labels, note numbers, running heads, the printed words of the language and the direction of the document are
decided here once, so that PDF, Word and HTML can never disagree. Writers only read it.

Blocks nest as the resolution does: a `Paragraph` holds its prose, its `Points` and the text that goes on after
them. `id` is always the Akoma Ntoso eId, so that every output can be linked to paragraph by paragraph.
Printed lines are runs of `Inline` wherever italics, raised letters, links or notes may stand in them;
`plain` gives their characters.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from engross.model.diagnostic import Diagnostic

Direction = Literal["ltr", "rtl"]

HeadingForm = Literal["", "HCh", "H1"]
"""How a heading is printed that is larger than the text: the name of its paragraph style in the official Word template
(`HCh` has 14 points, `H1` 12); empty for headings as they usually are.
"""


@dataclass(frozen=True, slots=True)
class Text:
    """Characters that look alike. `emphasis` is what the language prints as italics (bold in Chinese, both in
    Arabic): writers take its look from the style, never from the language. `change` says what a tracked change did.
    `cites` is the address of what the characters name (a treaty, a meeting's record): the web leads there, a page does
    not show it.
    """

    text: str
    emphasis: bool = False
    bold: bool = False
    raised: bool = False
    underline: bool = False
    small_caps: bool = False
    language: str | None = None
    change: Literal["", "inserted", "deleted"] = ""
    cites: str = ""
    kind: Literal["text"] = "text"

    def saying(self, text: str) -> Text:
        """Other characters that look like these."""
        return Text(
            text,
            self.emphasis,
            self.bold,
            self.raised,
            self.underline,
            self.small_caps,
            self.language,
            self.change,
            self.cites,
        )

    def looks_like(self, other: Text) -> bool:
        """Whether the two look alike, so that they may stand in one run."""
        return (
            self.emphasis == other.emphasis
            and self.bold == other.bold
            and self.raised == other.raised
            and self.underline == other.underline
            and self.small_caps == other.small_caps
            and self.language == other.language
            and self.change == other.change
            and self.cites == other.cites
        )


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to a document or an address, with its target as an absolute address or `#eId`."""

    href: str
    content: tuple[Inline, ...]
    description: str = ""
    kind: Literal["link"] = "link"


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The place where a note is called. `mark` is what is printed there (`1`, in Arabic `(1)`)."""

    note: str
    mark: str
    kind: Literal["note-call"] = "note-call"


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a block."""

    kind: Literal["break"] = "break"


Inline = Text | Link | NoteCall | Break


def on_page(content: Iterable[Inline]) -> Iterable[Inline]:
    """Inline content as it is printed on a page: there, what is cited by its name alone is text like any other."""
    content = tuple(content)
    if not any(isinstance(inline, Text) and inline.cites for inline in content):
        return content
    found: list[Inline] = []
    for inline in content:
        last = found[-1] if found else None
        if not isinstance(inline, Text):
            found.append(inline)
            continue
        text = replace(inline, cites="")
        if isinstance(last, Text) and last.looks_like(text):
            found[-1] = last.saying(last.text + text.text)
        else:
            found.append(text)
    return tuple(found)


def plain(content: Iterable[Inline]) -> str:
    """The characters of inline content, links included; a break is U+000A, a note call is nothing."""
    found: list[str] = []
    for inline in content:
        if isinstance(inline, Text):
            found.append(inline.text)
        elif isinstance(inline, Link):
            found.append(plain(inline.content))
        elif isinstance(inline, Break):
            found.append("\n")
    return "".join(found)


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its id, its printed mark and its paragraphs. `missing` marks a note whose text nobody has."""

    id: str
    mark: str
    paragraphs: tuple[tuple[Inline, ...], ...]
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Formula:
    """The enacting formula: the name of the organ and a comma."""

    id: str
    content: tuple[Inline, ...]
    kind: Literal["formula"] = "formula"


@dataclass(frozen=True, slots=True)
class Recital:
    """A preambular paragraph; `blocks` are lists and resumed text that belong to it."""

    id: str
    content: tuple[Inline, ...]
    blocks: tuple[Block, ...] = ()
    kind: Literal["recital"] = "recital"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """An operative paragraph, or a numbered paragraph of an annex. `label` is as printed (`1.`, `1 -`), and
    empty where the only paragraph has no number. `flush` is an annex paragraph, which hangs at the margin.
    """

    id: str
    label: str
    content: tuple[Inline, ...]
    blocks: tuple[Block, ...] = ()
    flush: bool = False
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a list: `(a)`, `(i)`. `depth` is 1 for the first degree."""

    id: str
    label: str
    depth: int
    content: tuple[Inline, ...]
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points, all of one depth."""

    id: str
    depth: int
    items: tuple[Point, ...]
    kind: Literal["points"] = "points"


@dataclass(frozen=True, slots=True)
class Prose:
    """Text without a number: a passage of an annex, the text that goes on after a list (`resumed`).

    `indented` says that its first line is indented as a preambular paragraph's.
    """

    id: str
    content: tuple[Inline, ...]
    resumed: bool = False
    indented: bool = True
    kind: Literal["prose"] = "prose"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the text. `level` is 1 (section, annex) to 4; `number` stands on its own line for sections
    (`I`) when `number_above`, else before the title (`A.`). `form` is set where it is printed larger than its level is.
    """

    id: str
    level: int
    number: str
    content: tuple[Inline, ...]
    number_above: bool = False
    italic: bool = False
    form: HeadingForm = ""
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: paragraphs, spans, whether it heads its column or row, and whether it holds a figure."""

    paragraphs: tuple[tuple[Inline, ...], ...]
    columns: int = 1
    rows: int = 1
    header: bool = False
    figure: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: the first `header_rows` rows are repeated on every page; `widths` are shares of the
    measure.
    """

    id: str
    rows: tuple[tuple[TableCell, ...], ...]
    header_rows: int = 0
    widths: tuple[float, ...] = ()
    caption: tuple[Inline, ...] = ()
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text adopted or quoted inside the body (a draft resolution recommended to another organ)."""

    id: str
    blocks: tuple[Block, ...]
    kind: Literal["quotation"] = "quotation"


Block = Formula | Recital | Paragraph | Points | Prose | Heading | TableBlock | Quotation


@dataclass(frozen=True, slots=True)
class BlockLine:
    """A line of the block under the masthead; `role` names the line (`session`, `committee`, `agenda-item`,
    `agenda-title`, `session-dates`, `subsidiary-body`, `document-type`, `decision-type`, else `other`) and with
    it the line's style.
    """

    role: str
    content: tuple[Inline, ...]

    @property
    def text(self) -> str:
        """The line's characters."""
        return plain(self.content)


@dataclass(frozen=True, slots=True)
class Title:
    """The title lines of a resolution, of one lettered part of it, or of an annex.

    `adoption` are the lines of the adoption title (one for each forced line; where a line ends at a forced
    break, so does its text); `number_line` is the Security Council's "Resolution 2779 (2025)"; `proponent` is
    the bracketed origin line: its words are emphasis, its outer brackets are not; `sponsors` are the sponsors'
    lines of a draft; `number` is printed with its full stop (`60/212.`). In an annex, `number` is its own line
    ("Annex I") and `title` the title under it, and the forms are set where these are printed larger than annexes are;
    in a lettered part, `number` is the letter.
    """

    adoption: tuple[tuple[Inline, ...], ...] = ()
    number_line: tuple[Inline, ...] = ()
    proponent: tuple[Inline, ...] = ()
    sponsors: tuple[Inline, ...] = ()
    number: str = ""
    title: tuple[Inline, ...] = ()
    number_form: HeadingForm = ""
    title_form: HeadingForm = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The masthead of the first page. The symbol is split where the official page does: a large initial, the
    rest small. `distribution` are the lines at the right: distribution, date of issue, languages (an empty
    string is a blank line).
    """

    organization: str
    symbol_initial: str
    symbol_rest: str
    issuing_body: str
    distribution: tuple[str, ...]
    block: tuple[BlockLine, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the document with its own blocks: the resolution itself, a lettered resolution, an annex.

    The closing lines stand at the end of the part they close, before any annex. `vote` are the lines of the
    vote where it is printed (Human Rights Council).
    """

    id: str
    role: Literal["main", "component", "annex"]
    title: Title
    blocks: tuple[Block, ...]
    closing: tuple[tuple[Inline, ...], ...] = ()
    vote: tuple[tuple[Inline, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file's own properties say; dates may be unknown."""

    symbol: str
    title: str
    language: str
    organ: str
    kind: str
    session: str
    adopted: datetime.date | None
    issued: datetime.date | None
    agenda: tuple[str, ...]
    job_number: str
    address: str
    work_iri: str


@dataclass(frozen=True, slots=True)
class Presentation:
    """All that a writer needs to print a document.

    `language` is a BCP 47 tag; `template` the page template of the organ (`new-york`, `geneva`);
    `running_title` is empty where the organ prints none; `words` are the few printed words that a writer
    adds by
    itself (`page`, `notes`, `unofficial`), in the document's language.
    """

    language: str
    direction: Direction
    organ: str
    template: str
    cover: Cover
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]
    facts: Facts
    running_symbol: str
    running_title: str
    job_number: str = ""
    reissue: str = ""
    words: dict[str, str] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
