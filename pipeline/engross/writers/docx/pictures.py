"""The codes of the first page's foot as pictures."""

from __future__ import annotations

from dataclasses import dataclass

from engross.model.presentation import Presentation
from engross.writers.codes import Modules, bar_code, bar_code_number, picture, qr_code
from engross.writers.docx.grid import Grid

_EMU = 12700
"""English Metric Units in a point."""
_BAR_PIXELS = (4, 96)
_DOT_PIXELS = (8, 8)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on the page: its relationship's id, its place and size in EMU from the page's top left corner, its
    alternative text and the bytes of its PNG file.
    """

    relation: str
    left: int
    top: int
    width: int
    height: int
    description: str
    data: bytes


def code_pictures(presentation: Presentation, grid: Grid) -> tuple[Picture, ...]:
    """The bar code of the job number and the QR code of the address; nothing for what the document lacks."""
    mirrored = presentation.direction == "rtl"
    found = []
    number = bar_code_number(presentation.job_number)
    if number and grid.measures.find("feet.bar-code").get("shown", True):
        found.append(_picture("bar-code", number, bar_code(number), _BAR_PIXELS, grid, mirrored))
    if address := presentation.facts.address:
        found.append(_picture("qr-code", address, qr_code(address), _DOT_PIXELS, grid, mirrored))
    return tuple(found)


def _picture(name: str, content: str, modules: Modules, pixels: tuple[int, int], grid: Grid, mirrored: bool) -> Picture:
    place = grid.measures.find(f"feet.{name}")
    width, height = place.get("width", place.get("size")), place.get("height", place.get("size"))
    left = grid.points("page.width") - place["x"] - width if mirrored else place["x"]
    return Picture(
        relation=f"rId{name.title().replace('-', '')}",
        left=round(left * _EMU),
        top=round(place["top"] * _EMU),
        width=round(width * _EMU),
        height=round(height * _EMU),
        description=f"{grid.words[name]}: {content}",
        data=picture(modules, *pixels),
    )
