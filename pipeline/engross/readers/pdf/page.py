"""One page of a PDF: its size and its items from the top."""

from __future__ import annotations

from typing import Any

import pypdfium2

from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.flow import Item, Line, Page, Rule
from engross.model.span import Span
from engross.readers.pdf.glyphs import FontCatalogue, Stretch, gather_stretches
from engross.readers.pdf.lines import form_lines, form_rows
from engross.readers.pdf.rules import find_links, find_rules


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
        left, bottom, right, top = page.get_bbox()
        size = Page(round(right - left, 2), round(top - bottom, 2))
        stretches = gather_stretches(text_page.raw, top, left, fonts)
        _link(stretches, find_links(document.raw, page.raw, top, left))
        lines = form_lines(form_rows(_upright(stretches, size)), source, number)
        rules = [Rule(Span(source, page=number), box=box) for box in find_rules(page.raw, top, left)]
        return size, _merged(lines, rules)
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


def _merged(lines: list[Line], rules: list[Rule]) -> list[Item]:
    items: list[Item] = [*lines, *rules]
    items.sort(key=lambda item: item.box.baseline if isinstance(item, Line | Rule) and item.box else 0.0)
    return items
