"""The bar code of the job number and the QR code of the document's address, as vector drawings (geometry 7).

Neither is ever made up: a document without a job number has no bar code, one without an address no QR code.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from engross.writers.pdf.setting import Setter


@dataclass(frozen=True, slots=True)
class Code:
    """A drawing and its place on the page, in points; `drawing` is SVG."""

    x: float
    top: float
    width: float
    height: float
    drawing: Markup


def set_codes(setter: Setter) -> list[Code]:
    """The codes of the first page's foot."""
    presentation = setter.presentation
    codes: list[Code] = []
    number = "".join(sign for sign in presentation.job_number.partition("(")[0] if sign.isalnum()).upper()
    if number and number.isascii():
        place = setter.measures.find("feet.bar-code")
        codes.append(Code(place["x"], place["top"], place["width"], place["height"], draw_bar_code(number)))
    if presentation.facts.address:
        place = setter.measures.find("feet.qr-code")
        drawing = draw_qr_code(presentation.facts.address)
        codes.append(Code(place["x"], place["top"], place["size"], place["size"], drawing))
    return codes


def draw_bar_code(number: str) -> Markup:
    """Code 39 of the job number without its hyphen, between the start and stop signs, wide bars three times
    as wide as narrow ones.
    """
    from barcode.codex import Code39

    modules = Code39(number, add_checksum=False).build()[0]
    return _svg([[sign == "1" for sign in modules]], len(modules), 1)


def draw_qr_code(address: str) -> Markup:
    """QR code of the address, error correction level Q as on the official page."""
    import segno

    matrix = segno.make(address, error="q", micro=False, boost_error=False).matrix
    return _svg([[bool(dot) for dot in row] for row in matrix], len(matrix[0]), len(matrix))


def _svg(rows: Sequence[Sequence[bool]], width: int, height: int) -> Markup:
    """Dark modules as strokes of one path, neighbours in a row joined."""
    path = "".join(
        f"M{start} {top + 0.5}h{end - start}" for top, row in enumerate(rows) for start, end in _stretches(row)
    )
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" preserveAspectRatio="none">'
        '<path d="{}" stroke="black" fill="none"/></svg>'
    ).format(width, height, path)


def _stretches(row: Sequence[bool]) -> Iterable[tuple[int, int]]:
    start = None
    for place, dark in enumerate((*row, False)):
        if dark and start is None:
            start = place
        elif not dark and start is not None:
            yield start, place
            start = None
