"""Tables: rows, cells and what they span; their geometry is the style's matter."""

from __future__ import annotations

from lxml import etree

from engross.akn.namespace import element, every, find, name
from engross.readers.akn.inline import InlineReader

_SPANS = ("colspan", "rowspan")
_MOST = 1000


def read_table(node: etree._Element, inline: InlineReader) -> etree._Element:
    """A `table` with `tr`, `th`, `td` and paragraphs in them, and its caption."""
    made = element("table")
    caption = find(node, "caption")
    if caption is not None:
        made.append(inline.copy(caption, "caption"))
    for row in every(node, "tr"):
        if _table_of(row) is node:
            cells = [_cell(cell, inline) for cell in row if name(cell) in {"td", "th"}]
            if cells:
                made.append(element("tr", *cells))
    if find(made, "tr") is None:
        made.append(element("tr", element("td", element("p"))))
    return made


def _table_of(node: etree._Element) -> etree._Element | None:
    above = node.getparent()
    while above is not None and name(above) != "table":
        above = above.getparent()
    return above


def _cell(node: etree._Element, inline: InlineReader) -> etree._Element:
    made = element(name(node))
    for span in _SPANS:
        value = node.get(span, "")
        if value.isascii() and value.isdigit() and 1 < int(value) <= _MOST:
            made.set(span, value)
    if (node.text or "").strip() or not len(node):
        made.append(inline.copy(node, "p"))
    for child in node:
        if name(child) == "table":
            made.append(read_table(child, inline))
        elif name(child) and not (node.text or "").strip():
            made.append(inline.copy(child, "p"))
    return made
