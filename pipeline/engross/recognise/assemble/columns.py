"""Plain text that keeps the layout of its pages: what wide gaps and indents say there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from engross.model.flow import Item, Line, PageBreak, Rule, Run
from engross.model.span import Span
from engross.recognise.assemble.signs import NUMBER_ALONE

_GAP = re.compile(r"(?<=\S) {4,}(?=\S)|(?<=\S)\t+(?=\S)")
_COLUMN_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_LEAST_ROWS = 5  # lines with words on both sides: fewer are a masthead
_MOSTLY = 0.5  # of the lines of a page in columns have words on both sides
_FEW_LETTERS = 5
_WIDE = 8  # spaces: wider than a justified line sets them
_FIGURE = re.compile(r"^[\s(\[+-]*(?:[\d\s.,]+%?|[–—-])[)\]]?\s*$")
_BODY = 45  # characters: a line as long as this is text and shows where text begins


def split_columns(items: Iterable[Item]) -> list[Item]:
    """The items, each line parted at wide gaps: the two sides of a masthead or of a running head, the cells of
    a row. The gap between a number and its text becomes a tab.
    """
    result: list[Item] = []
    for item in items:
        if not isinstance(item, Line) or not _has_columns(item.text):
            result.append(item)
            continue
        start = 0
        pieces: list[tuple[int, str]] = []
        for gap in _GAP.finditer(item.text):
            pieces.append((start, item.text[start : gap.start()]))
            start = gap.end()
        pieces.append((start, item.text[start:]))
        if NUMBER_ALONE.match(pieces[0][1]) and len(pieces) > 1:
            (at, number), (_, text) = pieces[:2]
            pieces[:2] = [(at, f"{number}\t{text}")]
        result.extend(
            replace(item, runs=(Run(text),), indent=item.indent + at, span=_span(item, at, len(text)))
            for at, text in pieces
        )
    return result


def unweave_columns(items: Iterable[Item]) -> list[Item]:
    """The items, the lines of pages that are set in two columns one column after the other.

    A page is set in two columns where most of its lines are cut by a gap that ends at the same place, with words on
    both sides. Tables have figures on one side, mastheads few such lines.
    """
    result: list[Item] = []
    page: list[Item] = []
    for item in items:
        if isinstance(item, PageBreak):
            result += [*_unwoven(page), item]
            page = []
        else:
            page.append(item)
    return result + _unwoven(page)


def _unwoven(page: list[Item]) -> list[Item]:
    lines = [item for item in page if isinstance(item, Line) and item.runs]
    if len(lines) < _LEAST_ROWS or any(isinstance(item, Rule) for item in page):
        return page
    starts = Counter(int(line.indent) + gap.end() for line in lines for gap in _COLUMN_GAP.finditer(line.text))
    start, count = max(starts.items(), key=lambda found: (found[1], -found[0]), default=(0, 0))
    cut = [_cut_at(item, start) if isinstance(item, Line) else (item, None) for item in page]
    both = [(left, right) for left, right in cut if isinstance(left, Line) and left.runs and right is not None]
    words = sum(_is_words(left) and _is_words(right) for left, right in both)
    if count < _LEAST_ROWS or words < _LEAST_ROWS or words < _MOSTLY * len(lines):
        return page
    first = next(k for k, (left, right) in enumerate(cut) if right is not None)
    head, columns = cut[:first], cut[first:]
    return [
        *(left for left, _ in head),
        *(left for left, _ in columns),
        *(right for _, right in columns if right is not None),
    ]


def _cut_at(line: Line, start: int) -> tuple[Line, Line | None]:
    """The parts of a line before and from a column on; None for the second where the line does not reach it or
    words stand across.
    """
    at = start - int(line.indent)
    text = line.text
    if at <= 0 and line.runs:
        return replace(line, runs=()), replace(line, indent=line.indent - start)
    if at >= len(text) or text[at - 2 : at].strip() or not text[at].strip():
        return line, None
    right = replace(line, runs=(Run(text[at:]),), indent=0.0, span=_span(line, at, len(text) - at))
    return replace(line, runs=(Run(text[:at].rstrip()),)), right


def _is_words(line: Line) -> bool:
    return sum(map(str.isalpha, line.text)) >= _FEW_LETTERS


def _has_columns(text: str) -> bool:
    """Whether the gaps of a line part columns: a lone gap that no justified line has, or figures behind each."""
    if "    " not in text and "\t" not in text:
        return False
    gaps = list(_GAP.finditer(text))
    if not gaps:
        return False
    if any(gap.end() - gap.start() >= _WIDE or "\t" in gap[0] for gap in gaps):
        return True
    if NUMBER_ALONE.match(text[: gaps[0].start()]):
        return True
    cells = [text[gap.end() :].split("    ", 1)[0] for gap in gaps]
    return all(_FIGURE.match(cell) for cell in cells)


def _span(line: Line, at: int, length: int) -> Span:
    column = line.span.column
    return replace(line.span, column=None if column is None else column + at, length=length)


def page_edge(indents: Iterable[tuple[float, int]]) -> float:
    """Where the text of a page begins, in characters, by the indent and the length of its lines."""
    long = [indent for indent, length in indents if length > _BODY]
    if not long:
        return 0.0
    counts = Counter(long)
    # first lines stand further in than the others, so that of two frequent edges the left one is the text's
    common = max(counts.values())
    return min(indent for indent, count in counts.items() if count * 3 >= common)
