"""Letters of Amiri that are drawn with a joint of kashida after them, made glyphs of their own.

Before some letters Amiri puts a short kashida behind a letter: in lam and kaf, in letters that stand over the
bowl of a jeem. A glyph is all that a PDF maps to text: two glyphs of one letter would be read, searched and
copied as two letters, or as one with a kashida that nobody typed. One glyph that looks like the two is one letter.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

_MARK = 3
_ROUND_TO_GRID, _OFFSETS = 0x0004, 0x0002


def join_kashidas(font: Any) -> None:
    """Replace every substitution of a letter by itself and a kashida with one by a glyph that is both: of the
    same outline, width and places for vowel signs. The kashida under a sign, which can be no part of it, becomes a
    glyph that nothing else uses, so that it is not taken for one that was typed. The font looks the same.
    """
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    pairs: dict[tuple[str, str], str] = {}
    for table in _tables(font["GSUB"].table, "MultipleSubst"):
        for letter, sequence in table.mapping.items():
            if len(sequence) == 2 and sequence[0] == letter and classes.get(letter) != _MARK:
                table.mapping[letter] = [pairs.setdefault((letter, sequence[1]), f"{letter}.{sequence[1]}")]
            elif len(sequence) == 2 and sequence[0] == letter:  # the sign stands over the letter before it
                sequence[1] = pairs.setdefault((sequence[1], ""), f"{sequence[1]}.sign")
    if not pairs:
        return
    order = [*font.getGlyphOrder(), *pairs.values()]
    for (letter, kashida), name in pairs.items():
        _draw(font, letter, kashida, name)
        classes[name] = classes.get(letter, 1)
    font.setGlyphOrder(order)
    font["maxp"].numGlyphs = len(order)
    _carry_signs(font, pairs)
    _carry_joins(font, pairs)


def _tables(layout: Any, kind: str) -> Iterable[Any]:
    for lookup in layout.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if type(table).__name__ == kind:
                yield table


def _width(font: Any, kashida: str) -> int:
    """The width of a kashida, none where there is none."""
    return int(font["hmtx"][kashida][0]) if kashida else 0


def _draw(font: Any, letter: str, kashida: str, name: str) -> None:
    """Add the glyph: the kashida, and to the right of it the letter, since the script runs to the left."""
    width, glyf = _width(font, kashida), font["glyf"]
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = []
    for part, x in ((kashida, 0), (letter, width)) if kashida else ((letter, 0),):
        component = GlyphComponent()
        component.glyphName, component.x, component.y = part, x, 0
        component.flags = _ROUND_TO_GRID | _OFFSETS
        glyph.components.append(component)
    glyf[name] = glyph
    glyph.recalcBounds(glyf)
    font["hmtx"][name] = (width + font["hmtx"][letter][0], glyph.xMin)


def _carry_signs(font: Any, pairs: dict[tuple[str, str], str]) -> None:
    """Give the new glyphs the places where vowel signs stand over and under the letter."""
    for table in _tables(font["GPOS"].table, "MarkBasePos"):
        glyphs, records = table.BaseCoverage.glyphs, table.BaseArray.BaseRecord
        for (letter, kashida), name in pairs.items():
            if letter in glyphs:
                record = copy.deepcopy(records[glyphs.index(letter)])
                for anchor in record.BaseAnchor:
                    _move(anchor, _width(font, kashida))
                glyphs.append(name)
                records.append(record)
        table.BaseArray.BaseCount = len(records)


def _carry_joins(font: Any, pairs: dict[tuple[str, str], str]) -> None:
    """Let the letters before the new glyphs join them as they join the letter; what follows joins the kashida."""
    for table in _tables(font["GPOS"].table, "CursivePos"):
        glyphs, records = table.Coverage.glyphs, table.EntryExitRecord
        for (letter, kashida), name in pairs.items():
            if letter in glyphs:
                record = copy.deepcopy(records[glyphs.index(letter)])
                record.ExitAnchor = None
                _move(record.EntryAnchor, _width(font, kashida))
                if record.EntryAnchor is not None:
                    glyphs.append(name)
                    records.append(record)
        table.EntryExitCount = len(records)


def _move(anchor: Any, distance: int) -> None:
    if anchor is not None:
        anchor.XCoordinate += distance
