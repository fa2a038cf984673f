"""Line numbers and signs of quotation in the margin of plain text."""

import pytest

from engross.model.furniture import FurnitureKind
from engross.readers import text

BODY = ["The General Assembly,", "Recalling its resolution 98/1,", "1. Decides to number notes;", "2. Thanks all."]


def read(*lines: str) -> list[str]:
    return [line.text for line in text.read("\n".join(lines).encode(), "a.txt").lines]


@pytest.mark.parametrize(
    "margin",
    ["{}  ", "{:3d}\t", "> ", ">> "],
    ids=["numbers", "numbers to the right", "quoted", "quoted twice"],
)
def test_a_margin_is_furniture_and_no_text(margin):
    flow = text.read("\n".join(margin.format(n) + line for n, line in enumerate(BODY, 1)).encode(), "a.txt")
    assert [line.text for line in flow.lines] == BODY
    assert [piece.kind for piece in flow.furniture] == [FurnitureKind.MARGIN] * len(BODY)


@pytest.mark.parametrize(
    "lines",
    [
        BODY,
        ["1. One", "2. Two", "3. Three", "4. Four", "5. Five"],
        ["2044 was a year of notes,", "2045 will be another,", "2046 too,", "and so on"],
        ["1 note", "> 2 notes"],
    ],
)
def test_what_is_no_margin_stays(lines):
    assert read(*lines) == lines
