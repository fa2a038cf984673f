"""The frame of a page: from its own coordinates to points from the top left corner of the page as it is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

_SAMPLES = 60  # characters whose direction is asked for


@dataclass(frozen=True, slots=True)
class Frame:
    """The edges of a page in its own coordinates (y upwards), and by how many quarters clockwise it is turned so
    that its text runs from the left to the right. Tables are often set along the long side of a page.
    """

    left: float
    bottom: float
    right: float
    top: float
    quarters: int = 0

    @property
    def width(self) -> float:
        """The width of the page as it is read."""
        return self.top - self.bottom if self.quarters % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """The height of the page as it is read."""
        return self.right - self.left if self.quarters % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as distances from the left and from the top."""
        if self.quarters == 0:
            return x - self.left, self.top - y
        if self.quarters == 1:
            return y - self.bottom, x - self.left
        if self.quarters == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A rectangle as left, top, right and bottom, seen from the top left corner."""
        (a, b), (c, d) = self.point(left, bottom), self.point(right, top)
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def edges(self, boxes: list[float]) -> tuple[list[float], list[float]]:
        """The left and the right edges of many boxes, given one after the other as PDFium's left, top, right and
        bottom.
        """
        if self.quarters == 0:
            lefts, rights = boxes[0::4], boxes[2::4]
            if self.left:
                lefts, rights = [x - self.left for x in lefts], [x - self.left for x in rights]
            return lefts, rights
        if self.quarters == 1:
            return [y - self.bottom for y in boxes[3::4]], [y - self.bottom for y in boxes[1::4]]
        if self.quarters == 2:
            return [self.right - x for x in boxes[2::4]], [self.right - x for x in boxes[0::4]]
        return [self.top - y for y in boxes[1::4]], [self.top - y for y in boxes[3::4]]


def find_frame(page: Any, text_page: Any) -> Frame:
    """The frame of a page, turned as most of its text runs."""
    left, bottom, right, top = page.get_bbox()
    count = pdfium.FPDFText_CountChars(text_page)
    matrix = pdfium.FS_MATRIX()
    directions: Counter[int] = Counter()
    for i in range(0, max(count, 0), max(1, count // _SAMPLES)):
        if pdfium.FPDFText_GetUnicode(text_page, i) > 0x20:
            pdfium.FPDFText_GetMatrix(text_page, i, matrix)
            upright = abs(matrix.a) >= abs(matrix.b)
            directions[(0 if matrix.a >= 0 else 2) if upright else (1 if matrix.b > 0 else 3)] += 1
    quarters = max(directions, key=lambda q: (directions[q], -q)) if directions else 0
    return Frame(left, bottom, right, top, quarters)
