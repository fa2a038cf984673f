"""Plain text that keeps the layout of its pages: what wide gaps and indents say there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from engross.model.flow import Item, Line, Run
from engross.model.span import Span
from engross.recognise.assemble.signs import NUMBER_ALONE

_GAP = re.compile(r"(?<=\S) {4,}(?=\S)|(?<=\S)\t+(?=\S)")
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
