"""The bar code of the job number and the QR code of the document's address, as vector drawings (geometry 7).

Neither is ever made up: a document without a job number has no bar code, one without an address no QR code.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from engross.writers.codes import Modules, bar_code, bar_code_number, qr_code

if TYPE_CHECKING:
    from engross.writers.pdf.setter import Setter


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
    number = bar_code_number(presentation.job_number)
    place = setter.measures.find("feet.bar-code")
    if number and place.get("shown", True):
        codes.append(Code(place["x"], place["top"], place["width"], place["height"], draw_bar_code(number)))
    if presentation.facts.address:
        place = setter.measures.find("feet.qr-code")
        drawing = draw_qr_code(presentation.facts.address)
        codes.append(Code(place["x"], place["top"], place["size"], place["size"], drawing))
    return codes


def draw_bar_code(number: str) -> Markup:
    """The bar code of a number as SVG."""
    return _svg(bar_code(number))


def draw_qr_code(address: str) -> Markup:
    """The QR code of an address as SVG."""
    return _svg(qr_code(address))


def _svg(modules: Modules) -> Markup:
    """Dark modules as strokes of one path, neighbours in a row joined."""
    path = "".join(
        f"M{start} {top + 0.5}h{end - start}" for top, row in enumerate(modules) for start, end in _stretches(row)
    )
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" preserveAspectRatio="none">'
        '<path d="{}" stroke="black" fill="none"/></svg>'
    ).format(len(modules[0]), len(modules), path)


def _stretches(row: Sequence[bool]) -> Iterable[tuple[int, int]]:
    start = None
    for place, dark in enumerate((*row, False)):
        if dark and start is None:
            start = place
        elif not dark and start is not None:
            yield start, place
            start = None
