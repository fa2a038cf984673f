"""Pages for the template: blocks with their lines and places, heads, feet, rules.

Everything that has a place is told in points from the top left corner of the page, as the style has it; the
template mirrors what is horizontal where the document runs from right to left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from engross.model.style import Measures
from engross.writers.pdf.blocks import Block, Stroke
from engross.writers.pdf.codes import Code, set_codes
from engross.writers.pdf.furniture import set_cover, set_first_foot, set_foot, set_head
from engross.writers.pdf.lines import Line
from engross.writers.pdf.pages import Page
from engross.writers.pdf.rows import Row, Strand
from engross.writers.pdf.setter import Setter


@dataclass(slots=True)
class Sheet:
    """One page as the template prints it."""

    number: int
    total: int
    blocks: list[Block] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)

    @property
    def first(self) -> bool:
        """Whether this is the page with the masthead."""
        return self.number == 1

    @property
    def even(self) -> bool:
        """Whether heads and feet are those of an even page."""
        return self.number % 2 == 0


def make_sheets(setter: Setter, pages: Sequence[Page]) -> list[Sheet]:
    """The pages of a set document, with masthead, heads, feet and end rule."""
    from engross.writers.pdf.emblem import set_emblem

    measures = setter.measures
    sheets: list[Sheet] = []
    seen: set[Strand] = set()
    for number, page in enumerate(pages, 1):
        sheet = Sheet(number, len(pages))
        if page.first:
            sheet.blocks.extend(set_cover(setter) + set_first_foot(setter))
            sheet.codes.extend(set_emblem(setter) + set_codes(setter))
        else:
            head, stroke = set_head(setter, even=sheet.even)
            sheet.blocks.extend(head)
            sheet.strokes.append(stroke)
        sheet.blocks.extend(gather(page.rows, seen))
        sheet.strokes.extend(_table_rules(page.rows))
        if page.first_note is not None:
            sheet.strokes.append(_separator(measures, page.first_note))
        sheet.blocks.extend(gather(page.notes, seen))
        if not page.first:
            sheet.blocks.extend(set_foot(setter, sheet.number, sheet.total))
        sheets.append(sheet)
    _add_end_rule(sheets[-1], pages[-1], measures)
    return sheets


def gather(rows: Iterable[tuple[float, Row]], seen: set[Strand]) -> list[Block]:
    """The blocks of rows: the lines of each strand together again, in the order in which strands start.

    `seen` holds the strands that earlier pages have; those of this page are added to it.
    """
    gathered: list[tuple[Strand, float, list[Line]]] = []
    growing: dict[Strand, list[Line]] = {}
    last: dict[Strand, float] = {}
    for baseline, row in rows:
        for strand, line in row.lines:
            if strand not in growing or abs(baseline - last[strand] - strand.pitch) > 0.01:
                growing[strand] = []
                gathered.append((strand, baseline, growing[strand]))
            growing[strand].append(line)
            last[strand] = baseline
    return [_block(strand, baseline, lines, seen) for strand, baseline, lines in gathered]


def _block(strand: Strand, baseline: float, lines: list[Line], seen: set[Strand]) -> Block:
    opens = strand not in seen
    seen.add(strand)
    return Block(strand, baseline, tuple(lines), opens)


def _table_rules(rows: Iterable[tuple[float, Row]]) -> list[Stroke]:
    return [
        Stroke(rule.left, baseline + rule.below, rule.width, rule.thickness)
        for baseline, row in rows
        for rule in row.rules
    ]


def _separator(measures: Measures, first_note: float) -> Stroke:
    """The rule above the notes."""
    table = measures.find("notes.separator")
    top = first_note - table["below"] + table["drop"] - table["thickness"] / 2
    return Stroke(table["left"], top, table["width"], table["thickness"])


def _add_end_rule(sheet: Sheet, page: Page, measures: Measures) -> None:
    """The rule that ends the document, where the page has room for it."""
    if not page.rows:
        return
    table = measures.find("closing.end-rule")
    top = page.rows[-1][0] + table["gap"]
    limit = page.first_note - measures.length("notes.separator.below") if page.first_note else 1e6
    lowest = min(limit, measures.length("body.first-page-limit" if page.first else "body.limit") + 24.0)
    if top <= lowest:
        sheet.strokes.append(Stroke(table["left"], top, table["width"], table["thickness"]))
