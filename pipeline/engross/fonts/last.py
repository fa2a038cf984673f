"""A font of boxes, for characters that no other font of the style has.

A page may not show the glyph that fonts keep for missing characters: a PDF for archives names it a fault (ISO 19005-3,
6.2.11.8). So the last font of the style has every character, as a box. Neighbouring characters have boxes of their own,
so that each box in a PDF still stands for its own character: it can be searched and copied.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

LAST_FAMILY = "Engross Last"

_UNITS, _WIDTH, _HEIGHT, _LINE, _BLANK = 1000, 700, 660, 40, 250
_BOXES = 4093
"""Boxes; characters that lie so many apart share one."""

_BLANKS = (0x20, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
"""A blank between two such characters is set with them."""

_RANGES = ((0x00A1, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x3FFFD))
_UNSEEN = (
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x2000, 0x200F), (0x2028, 0x202F), (0x205F, 0x206F), (0x3000, 0x3000), (0xFDD0, 0xFDEF), (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF), (0xFFF0, 0xFFFB), (0x1FFFE, 0x1FFFF), (0x2FFFE, 0x2FFFF),
)  # fmt: skip
"""Blanks, marks of direction, selectors, and what is no character."""


def derive_last(target: Path) -> None:
    """Write the font. The same bytes every time."""
    names = [".notdef", "space", *(f"box{number}" for number in range(_BOXES))]
    builder = FontBuilder(_UNITS, isTTF=True)
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    builder.setupGlyphOrder(names)
    boxes = {code: f"box{code % _BOXES}" for code in _characters()}
    builder.setupCharacterMap(dict.fromkeys(_BLANKS, "space") | boxes)
    box, blank, link = _box(), TTGlyphPen(None).glyph(), TTGlyphPen({"box0": None})
    link.addComponent("box0", (1, 0, 0, 1, 0, 0))
    copy = link.glyph()
    drawn = {".notdef": box, "space": blank, "box0": box}
    builder.setupGlyf({name: drawn.get(name, copy) for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (_WIDTH, _LINE)) | {"space": (_BLANK, 0)})
    builder.setupHorizontalHeader(ascent=891, descent=-216)
    builder.setupOS2(sTypoAscender=891, sTypoDescender=-216, usWinAscent=891, usWinDescent=216)
    builder.setupNameTable(
        {"familyName": LAST_FAMILY, "styleName": "Regular", "uniqueFontIdentifier": "Engross Last 1.0"}
        | {"fullName": LAST_FAMILY, "version": "Version 1.0", "psName": "EngrossLast-Regular"}
    )
    builder.setupPost(keepGlyphNames=False)
    builder.save(target)


def _characters() -> Iterator[int]:
    unseen = {code for first, last in _UNSEEN for code in range(first, last + 1)}
    return (code for first, last in _RANGES for code in range(first, last + 1) if code not in unseen)


def _box() -> object:
    """A frame: the outer edge one way round, the inner the other."""
    pen = TTGlyphPen(None)
    right, low, high = _WIDTH - _LINE, 0, _HEIGHT
    for corners in (
        ((_LINE, low), (_LINE, high), (right, high), (right, low)),
        (
            (2 * _LINE, low + _LINE), (right - _LINE, low + _LINE),
            (right - _LINE, high - _LINE), (2 * _LINE, high - _LINE),
        ),
    ):  # fmt: skip
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()
