"""Bar code, QR code and the job line above them."""

from __future__ import annotations

import re
from dataclasses import replace

from engross.model.presentation import Presentation
from engross.model.style import load_style
from engross.resources import templates
from engross.writers.pdf.codes import draw_bar_code, draw_qr_code, set_codes
from engross.writers.pdf.furniture import first_job_line
from engross.writers.pdf.printing import measures_of
from engross.writers.pdf.setter import Setter
from tests.writers.resolutions import resolution


def setter(presentation: Presentation) -> Setter:
    style = load_style(templates() / "un")
    return Setter(presentation, style, measures_of(presentation, style))


def strokes(drawing: str) -> list[tuple[int, int]]:
    return [(int(start), int(length)) for start, length in re.findall(r"M(\d+) [\d.]+h(\d+)", drawing)]


def test_a_bar_code_is_code_39_between_stars() -> None:
    bars = strokes(draw_bar_code("2520085"))
    assert len(bars) == 9 * 5  # nine characters of five bars
    assert [length for _, length in bars[:5]] == [1, 1, 3, 3, 1]  # the star
    assert bars[:5] == [(start, length) for start, length in bars[:5]]
    assert bars[-1][0] + bars[-1][1] == 9 * 16 - 1


def test_a_qr_code_is_square_with_its_three_finders() -> None:
    drawing = draw_qr_code("https://docs.un.org/en/A/RES/99/212")
    box = re.search(r'viewBox="0 0 (\d+) (\d+)"', drawing)
    assert box is not None
    side = int(box[1])
    assert box[1] == box[2]
    assert (0, 7) in strokes(drawing)
    assert (side - 7, 7) in strokes(drawing)


def test_nothing_is_made_up() -> None:
    presentation = resolution("en")
    assert len(set_codes(setter(presentation))) == 2
    assert len(set_codes(setter(replace(presentation, job_number="")))) == 1
    bare = replace(presentation, job_number="", facts=replace(presentation.facts, address=""))
    assert set_codes(setter(bare)) == []


def test_geneva_prints_no_bar_code() -> None:
    geneva = replace(resolution("en"), template="geneva", organ="hrc", job_number="GE.45-00001 (E)")
    assert [code.width for code in set_codes(setter(geneva))] == [45.0]


def test_the_date_of_printing_stands_apart_from_the_job_number() -> None:
    draft = replace(resolution("en"), job_number="45-00001 (E) 080145")
    assert first_job_line(setter(draft)) == "45-00001 (E)\u00a0\u00a0\u00a0\u00a0080145"
    assert first_job_line(setter(replace(draft, job_number="45-00001"))) == "45-00001 (E)"
