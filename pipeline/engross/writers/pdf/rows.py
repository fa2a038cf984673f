"""What pages are made of: rows, each one baseline with the lines that stand on it.

A row is the least that can stand on a page: one line of a paragraph with its number, one line of a table's
row. Where a page may end is settled on the rows before any page is made, by the rules of the official page
(measured: geometry 8): two lines at least before and after a break, headings with what they head, closing
lines with the last paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from engross.writers.pdf.lines import Line


@dataclass(frozen=True, slots=True)
class Strand:
    """What the lines of one block have in common: the page gathers them into one element again.

    `tag` is the path of structure elements (see `structure`), `css` the classes of the template, `x` the edge
    that the lines start from (or end at, where `end`), `width` the room, `size` and `pitch` the type.
    """

    tag: str
    css: str
    x: float
    width: float
    size: float
    pitch: float
    spacing: float = 0.0
    end: bool = False
    id: str = ""
    bookmark: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One baseline.

    `gap` is the distance from the baseline above, in points; `notes` the ids of the notes called here; `glued`
    forbids a page break above; `below` is the blank that must remain between the row and the notes of its page;
    `repeat` holds rows that are repeated above this one where it starts a page (a table's header); a `fresh` row
    starts a page. A row that starts a page stands `drop` below the first baseline of text.

    Word counts a paragraph's space after against the notes, and nowhere else at the foot of a page: on 142
    official pages with notes no paragraph ends less than 16.5 pt above their rule, while lines inside a paragraph
    stand as near as 10.6 pt.
    """

    lines: tuple[tuple[Strand, Line], ...]
    gap: float
    notes: tuple[str, ...] = ()
    glued: bool = False
    below: float = 0.0
    repeat: tuple[Row, ...] = ()
    rules: tuple[Rule, ...] = ()
    fresh: bool = False
    drop: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule of a table: where it stands under (or, negative, above) the row's baseline."""

    below: float
    left: float
    width: float
    thickness: float


def stack_lines(
    strand: Strand,
    lines: list[Line],
    gap: float,
    *,
    whole: bool = False,
    widows: int = 2,
    orphans: int = 2,
    below: float = 0.0,
) -> list[Row]:
    """The rows of a paragraph's lines. `gap` is to the text above; breaks leave `orphans` lines before and
    `widows` after; a `whole` paragraph does not break; `below` is the last row's.
    """
    count = len(lines)
    return [
        Row(
            ((strand, line),),
            gap if place == 0 else strand.pitch,
            line.notes,
            glued=place > 0 and (whole or place < orphans or count - place < widows),
            below=below if place == count - 1 else 0.0,
        )
        for place, line in enumerate(lines)
    ]


def glue(rows: list[Row]) -> list[Row]:
    """The rows with no page break between them and what stands above."""
    return [replace(row, glued=True) for row in rows]


def beside(rows: list[Row], strand: Strand, line: Line) -> list[Row]:
    """The rows with another line on the first baseline, before what stands there: a number, a label."""
    first = rows[0]
    joined = replace(first, lines=((strand, line), *first.lines), notes=(*line.notes, *first.notes))
    return [joined, *rows[1:]]
