"""Bar code and QR code as modules and as pictures."""

from __future__ import annotations

import struct
import zlib

from engross.writers.codes import bar_code, bar_code_number, picture, qr_code


def test_a_job_number_is_coded_without_hyphen_and_language() -> None:
    assert bar_code_number("45-00001 (E)") == "4500001"
    assert bar_code_number("GE.45-00001") == "GE4500001"
    assert bar_code_number("") == ""


def test_a_picture_has_the_modules_as_pixels() -> None:
    data = picture([[True, False, True], [False, True, False]], 2, 3)
    assert struct.unpack(">II", data[16:24]) == (6, 6)
    at = data.index(b"IDAT")
    (length,) = struct.unpack(">I", data[at - 4 : at])
    rows = zlib.decompress(data[at + 4 : at + 4 + length])
    assert rows == b"\0\x30" * 3 + b"\0\xcc" * 3


def test_the_same_content_gives_the_same_bytes() -> None:
    assert picture(bar_code("4500001"), 4, 96) == picture(bar_code("4500001"), 4, 96)
    address = "https://docs.un.org/en/A/RES/99/999"
    assert picture(qr_code(address), 8, 8) == picture(qr_code(address), 8, 8)
