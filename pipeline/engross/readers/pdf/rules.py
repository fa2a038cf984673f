"""What a page draws beside its text: rules, and the targets of its links."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from engross.model.flow import Box
from engross.readers.pdf.frame import Frame

_THIN = 2.6  # points: the thickest rule of the official page is 1.5
_LONG = 18.0  # points: anything shorter is a letter's part or an ornament
_MOST_OBJECTS = 20_000  # a page of drawings; its rules tell nothing about text


def find_rules(page: Any, frame: Frame) -> list[Box]:
    """The horizontal rules of a page, from the top; the baseline is the rule's own height."""
    count = pdfium.FPDFPage_CountObjects(page)
    rules: list[Box] = []
    if count > _MOST_OBJECTS:
        return rules
    a, b, c, d = (ctypes.c_float() for _ in range(4))
    for i in range(count):
        drawn = pdfium.FPDFPage_GetObject(page, i)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(drawn, a, b, c, d):
            continue
        left, top, right, bottom = frame.box(a.value, b.value, c.value, d.value)
        if bottom - top <= _THIN and right - left >= _LONG:
            rules.append(Box(round(left, 2), round(right, 2), round((top + bottom) / 2, 2)))
    return _merged(sorted(rules, key=lambda r: (r.baseline, r.left)))


def _merged(rules: list[Box]) -> list[Box]:
    """Pieces of one rule (a cell border for each column) as one."""
    result: list[Box] = []
    for rule in rules:
        last = result[-1] if result else None
        if last and abs(last.baseline - rule.baseline) < 1.0 and rule.left <= last.right + 1.5:
            result[-1] = Box(last.left, max(last.right, rule.right), last.baseline)
        else:
            result.append(rule)
    return result


def find_links(document: Any, page: Any, frame: Frame) -> list[tuple[float, float, float, float, str]]:
    """The links of a page to addresses: left, top, right, bottom and the address."""
    links: list[tuple[float, float, float, float, str]] = []
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    rectangle = pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
        buffer = ctypes.create_string_buffer(max(size, 1))
        pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
        address = buffer.value.decode("utf-8", "replace")
        if address and pdfium.FPDFLink_GetAnnotRect(link, rectangle):
            edges = frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
            links.append((*edges, address))
    return links
