"""The text of a PDF through its structure tree, read with PDFium: what a program for readers reads aloud."""

from __future__ import annotations

import ctypes
import unicodedata
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
from pypdfium2 import raw


@dataclass
class Tagged:
    """The text of all elements in their order, the notes apart, each under its id in the order of the tree."""

    body: list[str] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "".join(self.body)

    @property
    def note_texts(self) -> list[str]:
        return ["".join(parts) for parts in self.notes.values()]


def read_tagged(data: bytes) -> Tagged:
    """The text of a PDF's structure elements. Elements over several pages are joined in the order of pages."""
    found = Tagged()
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        page = document[number]
        texts = _marked_texts(page)
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        for place in range(raw.FPDF_StructTree_CountChildren(tree)):
            _read(raw.FPDF_StructTree_GetChildAtIndex(tree, place), texts, found, found.body)
        raw.FPDF_StructTree_Close(tree)
    return found


def _read(element: Any, texts: dict[int, str], found: Tagged, sink: list[str]) -> None:
    if _name(raw.FPDF_StructElement_GetType, element) == "Note":
        sink = found.notes.setdefault(_name(raw.FPDF_StructElement_GetID, element), [])
    for place in range(raw.FPDF_StructElement_CountChildren(element)):
        if child := raw.FPDF_StructElement_GetChildAtIndex(element, place):
            _read(child, texts, found, sink)
        else:
            sink.append(texts.pop(raw.FPDF_StructElement_GetChildMarkedContentID(element, place), ""))


def _marked_texts(page: Any) -> dict[int, str]:
    """The text of every stretch of marked content by its number."""
    text = page.get_textpage()
    texts: dict[int, str] = {}
    for place in range(raw.FPDFPage_CountObjects(page.raw)):
        item = raw.FPDFPage_GetObject(page.raw, place)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_TEXT:
            continue
        size = raw.FPDFTextObj_GetText(item, text.raw, None, 0)
        buffer = ctypes.create_string_buffer(size + 2)
        raw.FPDFTextObj_GetText(item, text.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
        number = raw.FPDFPageObj_GetMarkedContentID(item)
        if number < 0:
            continue
        words = buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")
        texts[number] = texts.get(number, "") + words
    return texts


def _name(function: Any, element: Any) -> str:
    size = function(element, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 2))
    function(element, buffer, size)
    return buffer.raw[:size].decode("utf-16-le").rstrip("\0")


_HYPHENS = dict.fromkeys(map(ord, "\x02\ufffe\u2010\u2011\u00ad"), "-")


def squeeze(text: str) -> str:
    """The characters of a text without white space and controls; hyphens are one, accents composed.

    PDFium calls a hyphen at a line's end U+0002 or U+FFFE, and shaping composes letters with their accents.
    """
    kept = (c for c in text.translate(_HYPHENS) if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc"))
    return unicodedata.normalize("NFC", "".join(kept))
