"""The bar code of the job number and the QR code of the document's address, as dark and light modules (geometry 7).

Neither is ever made up: a document without a job number has no bar code, one without an address no QR code. PDF draws
the modules as vectors, Word shows them as pictures.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

Modules = Sequence[Sequence[bool]]
"""Rows of modules, top to bottom; True is dark."""


def bar_code_number(job_number: str) -> str:
    """What the bar code of a job number says: its letters and digits; empty where there is nothing to code."""
    number = "".join(sign for sign in job_number.partition("(")[0] if sign.isalnum()).upper()
    return number if number.isascii() else ""


def bar_code(number: str) -> Modules:
    """Code 39 of a number between the start and stop signs, wide bars three times as wide as narrow ones: one row."""
    from barcode.codex import Code39

    return [[sign == "1" for sign in Code39(number, add_checksum=False).build()[0]]]


def qr_code(address: str) -> Modules:
    """QR code of an address, error correction level Q as on the official page, without a quiet zone."""
    import segno

    return [[bool(dot) for dot in row] for row in segno.make(address, error="q", micro=False, boost_error=False).matrix]


def picture(modules: Modules, width: int, height: int) -> bytes:
    """The modules as a black and white PNG, each `width` by `height` pixels; the same modules give the same bytes.

    One bit a pixel, no metadata (Portable Network Graphics, third edition, section 11).
    """
    columns = width * len(modules[0])
    pixels = b"".join((b"\0" + _packed(row, width)) * height for row in modules)
    head = struct.pack(">IIBBBBB", columns, height * len(modules), 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _packed(row: Sequence[bool], width: int) -> bytes:
    """A row of pixels, eight a byte, light ones set."""
    bits = "".join(("0" if dark else "1") * width for dark in row)
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
