"""The characters of a source that is text: which encoding its bytes are in."""

from __future__ import annotations

import codecs

from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.failure import Failure
from engross.model.span import Span

MOST_BYTES = 64 * 1024 * 1024
"""A text source larger than this is refused: the longest resolutions have less than half a megabyte."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, source: str, declared: str | None = None) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of `data`, and a finding where its encoding had to be guessed or bytes made no sense.

    A byte order mark decides; then UTF-8 where the bytes are valid UTF-8; then what the file declares; then
    Windows-1252, the superset of Latin-1 that old files in the languages of the Organization are in. Line ends
    become U+000A. Raises Failure for a source larger than `MOST_BYTES`.
    """
    refuse_oversize(data, source)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _line_ends(data[len(mark) :].decode(name, errors="replace")), ()
    try:
        return _line_ends(data.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        place = Span(source, line=data.count(b"\n", 0, error.start) + 1)
    known = _codec(declared)
    if known is not None and known != "utf-8":
        return _line_ends(data.decode(known, errors="replace")), ()
    finding = diagnose("encoding-guessed", "The file is not UTF-8; it was read as Windows-1252.", place)
    return _line_ends(data.decode("cp1252", errors="replace")), (finding,)


def refuse_oversize(data: bytes, source: str) -> None:
    """Raise Failure where `data` is larger than any resolution in text form can be."""
    if len(data) > MOST_BYTES:
        raise Failure(
            f"The file has {len(data) // 1_000_000} MB; text sources may have {MOST_BYTES // 1_000_000} MB",
            place=Span(source),
            hint="split the file into single resolutions",
        )


def _codec(name: str | None) -> str | None:
    """The codec's own name; a page that says Latin-1 means Windows-1252 (WHATWG Encoding, section 4.2)."""
    if not name:
        return None
    try:
        known = codecs.lookup(name.strip())
    except LookupError:
        return None
    if not getattr(known, "_is_text_encoding", True):
        return None
    return "cp1252" if known.name in ("iso8859-1", "ascii") else known.name


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
