"""One page of a PDF: its size and its items from the top."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pypdfium2

from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.flow import Box, Item, Line, Page, PageBreak, Rule
from engross.model.span import Span
from engross.readers.pdf.actual_text import spread_actual_text
from engross.readers.pdf.columns import part_columns
from engross.readers.pdf.frame import find_frame
from engross.readers.pdf.glyphs import FontCatalogue, Stretch, gather_stretches
from engross.readers.pdf.lines import Row, form_lines, form_rows, split_row
from engross.readers.pdf.rules import find_links, find_rules
from engross.readers.pdf.signs import settle_signs
from engross.readers.pdf.tables import find_regions, form_table
from engross.readers.pdf.underlines import take_underlines


def read_page(
    document: Any, number: int, source: str, fonts: FontCatalogue, diagnostics: list[Diagnostic]
) -> tuple[Page, list[Item]]:
    """The size and the items of page `number`, counted from 1. A page that cannot be read is empty, with a
    finding.
    """
    try:
        page = document[number - 1]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        place = Span(source, page=number)
        diagnostics.append(diagnose("page-unreadable", "The page is damaged; its text is missing.", place))
        return Page(612.0, 792.0), []
    try:
        frame = find_frame(page, text_page.raw)
        size = Page(round(frame.width, 2), round(frame.height, 2))
        stretches = settle_signs(spread_actual_text(gather_stretches(text_page.raw, frame, fonts)))
        _link(stretches, find_links(document.raw, page.raw, frame))
        stretches, rules = take_underlines(stretches, find_rules(page.raw, frame))
        return size, _read_columns(form_rows(_upright(stretches, size)), rules, size, source, number)
    finally:
        text_page.close()
        page.close()


def _upright(stretches: list[Stretch], size: Page) -> list[Stretch]:
    """Without what stands outside of the page."""
    return [s for s in stretches if -1 <= s.baseline <= size.height + 1 and s.right >= 0 and s.left <= size.width]


def _link(stretches: list[Stretch], links: list[tuple[float, float, float, float, str]]) -> None:
    for left, top, right, bottom, address in links:
        for stretch in stretches:
            if (
                top - 1 <= stretch.baseline <= bottom + 1
                and left - 1.5 <= stretch.left
                and stretch.right <= right + 1.5
            ):
                stretch.href = address


def _read_columns(rows: list[Row], rules: list[Box], size: Page, source: str, page: int) -> list[Item]:
    """The items of a page. Where it is set in two columns, each is read as a page of its own: its lines begin at the
    edge of the first column, and a page break parts it from what stands before.
    """
    pieces = [split_row(row) for row in rows]
    blocks = part_columns(rows, pieces, size.width)
    if len(blocks) == 1:
        return _read_rows(rows, pieces, rules, source, page)
    items: list[Item] = []
    for number, block in enumerate(blocks):
        if number:
            items.append(PageBreak(Span(source, page=page), page))
        own = _read_rows(block.rows, [split_row(row) for row in block.rows], [], source, page)
        items += [_moved(item, block.shift) for item in own] if block.shift else own
    return [*items, *(Rule(Span(source, page=page), box=rule) for rule in rules)]


def _moved(item: Item, distance: float) -> Item:
    if not isinstance(item, Line) or item.box is None:
        return item
    return replace(
        item, box=Box(round(item.box.left - distance, 2), round(item.box.right - distance, 2), item.box.baseline)
    )


def _read_rows(
    rows: list[Row], pieces: list[list[list[Stretch]]], boxes: list[Box], source: str, page: int
) -> list[Item]:
    """The lines, tables and rules of a page from the top."""
    starts = {region.first: region for region in find_regions(rows, pieces, boxes)}
    placed: list[tuple[float, Item]] = [(box.baseline, Rule(Span(source, page=page), box=box)) for box in boxes]
    number, after = 1, 0
    for position, row in enumerate(rows):
        region = starts.get(position)
        if region is not None:
            table = form_table(rows, region, source, page, number)
            placed.append((row.baseline, table))
            number += len(table.rows)
            after = region.last + 1
        elif position >= after:
            lines = form_lines(row, pieces[position], source, page, number)
            placed.extend((row.baseline, line) for line in lines)
            number += len(lines)
    placed.sort(key=lambda entry: entry[0])
    return [item for _, item in placed]
