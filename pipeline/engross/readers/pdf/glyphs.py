"""The characters of a page, as PDFium draws them, gathered to stretches that look alike.

PDFium's own text has its order, its guessed spaces and its guessed hyphens; only the characters, their places
and their fonts are taken from it, so that reading order and spaces are decided in one place (`lines`).
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from engross.readers.pdf.frame import Frame

HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""What PDFium gives for a hyphen at a line's end; the page shows a hyphen."""

_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18  # ISO 32000-1, table 123
_BOLD_WEIGHT = 600
_FIRST_SIGN, _LAST_SIGN = 0x0591, 0x08FF
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_SLANT = 0.1  # a text matrix that leans by more than this share is an italic that was made by slanting


@dataclass(frozen=True, slots=True)
class Font:
    """What the name and the flags of a font say about its look."""

    name: str
    italic: bool
    bold: bool
    bar_code: bool
    small_caps: bool = False


@dataclass(slots=True)
class Stretch:
    """Characters of one text object, with the edges of each; points, y downwards from the page's top.

    `lefts` and `rights` are the edges of the characters' advances in the order of `text`, which is the order
    of reading in right-to-left text.
    """

    text: str
    lefts: list[float]
    rights: list[float]
    baseline: float
    size: float
    font: Font
    italic: bool
    href: str | None = None
    underlined: bool = False
    small_caps: bool = False

    left: float = field(init=False)
    """The left edge of the stretch."""
    right: float = field(init=False)
    """The right edge of the stretch."""

    def __post_init__(self) -> None:
        self.left = min(self.lefts)
        self.right = max(self.rights)

    @property
    def inked(self) -> float:
        """The right edge without trailing white space."""
        trailing = len(self.text) - len(self.text.rstrip())
        from_left = self.lefts[-1] >= self.lefts[0]
        return self.rights[-1 - trailing] if trailing and from_left else self.right


@cache
def _functions() -> tuple[Any, Any, Any]:
    """The three functions that are called for every character, taking plain addresses: that is three times
    faster than through their typed bindings.
    """
    pointer, number = ctypes.c_void_p, ctypes.c_int

    def plain(function: Any, result: Any, *arguments: Any) -> Any:
        address = ctypes.cast(function, ctypes.c_void_p).value or 0
        return ctypes.PYFUNCTYPE(result, *arguments)(address)

    return (
        plain(pdfium.FPDFText_GetUnicode, ctypes.c_uint, pointer, number),
        plain(pdfium.FPDFText_GetLooseCharBox, number, pointer, number, pointer),
        plain(pdfium.FPDFText_GetTextObject, pointer, pointer, number),
    )


class FontCatalogue:
    """The fonts of one document, each asked for its look once."""

    def __init__(self) -> None:
        self._fonts: dict[int, Font] = {}

    def look(self, text_object: Any) -> Font:
        """The font of a text object."""
        handle = pdfium.FPDFTextObj_GetFont(text_object)
        address = ctypes.cast(handle, ctypes.c_void_p).value or 0
        found = self._fonts.get(address)
        if found is None:
            found = self._fonts[address] = _describe(handle) if address else Font("", False, False, False)
        return found


def _describe(handle: Any) -> Font:
    size = pdfium.FPDFFont_GetBaseFontName(handle, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 1))
    pdfium.FPDFFont_GetBaseFontName(handle, buffer, size)
    name = buffer.value.decode("utf-8", "replace")
    flags = pdfium.FPDFFont_GetFlags(handle)
    weight = pdfium.FPDFFont_GetWeight(handle)
    lower = name.lower()
    return Font(
        name,
        bool(flags & _ITALIC_FLAG) or "italic" in lower or "oblique" in lower,
        bool(flags & _BOLD_FLAG) or weight >= _BOLD_WEIGHT or "bold" in lower,
        "barcode" in lower or "3 of 9" in lower or "code39" in lower or "code 39" in lower,
        "smallcaps" in lower.replace("-", "").replace(" ", ""),
    )


def gather_stretches(text_page: Any, frame: Frame, fonts: FontCatalogue) -> list[Stretch]:
    """The stretches of a page in the order in which it draws them, in the coordinates of its frame."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return []
    unicode, box, owner = _functions()
    page = ctypes.cast(text_page, ctypes.c_void_p).value
    numbers = range(count)
    codes = list(map(unicode, repeat(page), numbers))
    owners = list(map(owner, repeat(page), numbers))
    boxes = (ctypes.c_float * (4 * count))()
    start = ctypes.addressof(boxes)
    list(map(box, repeat(page), numbers, range(start, start + ctypes.sizeof(boxes), 16)))
    lefts, rights = frame.edges(list(boxes))
    _place_vowel_signs(text_page, codes, frame, lefts, rights)
    stretches: list[Stretch] = []
    i = 0
    while i < count:
        j = i + 1
        drawn = owners[i]
        while j < count and owners[j] == drawn:
            j += 1
        if drawn:
            stretch = _stretch(text_page, i, j, codes, lefts, rights, frame, fonts, drawn)
            if stretch is not None:
                stretches.append(stretch)
        i = j
    return stretches


def _characters(codes: list[int], i: int, j: int) -> tuple[str, Sequence[int]]:
    """The text of the characters from `i` to `j`, and which of them it holds: control characters are left out."""
    own = codes[i:j]
    if min(own) >= 0x20 and max(own) < 0x7F:  # plain ASCII, nearly always
        return "".join(map(chr, own)), range(i, j)
    text: list[str] = []
    kept: list[int] = []
    for k, code in enumerate(own, i):
        if code in HYPHENS:
            text.append("-")
        elif code in (0x09, 0x0A, 0x0D):
            text.append(" ")
        elif code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF or code == 0xFFFF:
            continue
        else:
            text.append(chr(code))
        kept.append(k)
    return "".join(text), kept


def _place_vowel_signs(text_page: Any, codes: list[int], frame: Frame, lefts: list[float], rights: list[float]) -> None:
    """Put Arabic and Hebrew vowel signs, which have no advance of their own, where their ink is."""
    if max(codes) < _FIRST_SIGN:  # Latin text, nearly always
        return
    a, b, c, d = (ctypes.c_double() for _ in range(4))
    for i, code in enumerate(codes):
        if code < _FIRST_SIGN or code > _LAST_SIGN or not unicodedata.combining(chr(code)):
            continue
        if pdfium.FPDFText_GetCharBox(text_page, i, a, b, c, d) and b.value > a.value:
            lefts[i], _, rights[i], _ = frame.box(a.value, c.value, b.value, d.value)


def _stretch(
    text_page: Any,
    i: int,
    j: int,
    codes: list[int],
    lefts: list[float],
    rights: list[float],
    frame: Frame,
    fonts: FontCatalogue,
    drawn: int,
) -> Stretch | None:
    text_object = ctypes.cast(drawn, pdfium.FPDF_PAGEOBJECT)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, i, x, y)
    matrix = pdfium.FS_MATRIX()
    inked = i  # a space may have no matrix of its own
    if codes[i] <= 0x20:
        inked = next((k for k in range(i, j) if codes[k] > 0x20), i)
    pdfium.FPDFText_GetMatrix(text_page, inked, matrix)
    scale = abs(matrix.c if frame.quarters % 2 else matrix.d)
    size = pdfium.FPDFText_GetFontSize(text_page, i) * (scale or abs(matrix.b) or 1.0)
    font = fonts.look(text_object)
    text, kept = _characters(codes, i, j)
    if not kept:
        return None
    if len(kept) == j - i:
        placed_lefts, placed_rights = lefts[i:j], rights[i:j]
    else:
        placed_lefts, placed_rights = [lefts[k] for k in kept], [rights[k] for k in kept]
    if placed_lefts != sorted(placed_lefts) and not _RIGHT_TO_LEFT.search(text):
        # Latin letters and figures that PDFium put in an order of its own, beside right-to-left text
        order = sorted(range(len(text)), key=placed_lefts.__getitem__)
        text = "".join(text[k] for k in order)
        placed_lefts, placed_rights = [placed_lefts[k] for k in order], [placed_rights[k] for k in order]
    along, lean = (matrix.b, matrix.d) if frame.quarters % 2 else (matrix.a, matrix.c)
    slanted = abs(lean) > _SLANT * (abs(along) or 1.0)
    return Stretch(
        text,
        placed_lefts,
        placed_rights,
        frame.point(x.value, y.value)[1],
        round(size, 2),
        font,
        font.italic or slanted,
    )
