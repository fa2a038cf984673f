"""Right-to-left text: from the order on the page to the order of reading."""

import pytest

from engross.readers.pdf.direction import is_right_to_left, order_logically, visual_characters
from engross.readers.pdf.glyphs import Font, Stretch

FONT = Font("Any", False, False, False)


def placed(visual: str) -> list:
    """Characters that stand on a page from left to right, each ten points wide."""
    lefts = [10.0 * k for k in range(len(visual))]
    return visual_characters([Stretch(visual, lefts, [x + 10 for x in lefts], 0.0, 10.0, FONT, False)])


def logical(visual: str) -> str:
    return "".join(character for character, _ in order_logically(placed(visual)))


@pytest.mark.parametrize(
    ("reading", "visual"),
    [
        ("إن الجمعية", "ةيعمجلا نإ"),
        ("لعام 2025 في", "يف 2025 ماعل"),
        ("القرار 79/12 أيضا", "اضيأ 79/12 رارقلا"),
        ("برنامج A/RES/80/7 المعنون", "نونعملا A/RES/80/7 جمانرب"),
        ("برنامج Year of Notes هنا", "انه Year of Notes جمانرب"),
        ("1 - تقرر", "ررقت - 1"),
    ],
)
def test_letters_turn_and_numbers_and_latin_words_do_not(reading, visual):
    assert logical(visual) == reading


def test_brackets_given_by_their_shape_are_turned():
    assert logical("هنا (1) رارقلا"[::1].replace("هنا", "انه")) == "القرار (1) هنا"


def test_a_ligature_keeps_its_own_order():
    # one glyph for lam and alef between alef and gain, drawn in a stretch that PDFium has turned
    stretch = Stretch("األغ", [30.0, 20.0, 20.0, 10.0], [40.0, 30.0, 30.0, 20.0], 0.0, 10.0, FONT, False)
    assert "".join(c for c, _ in order_logically(visual_characters([stretch]))) == "الأغ"


def test_direction_is_what_most_letters_have():
    assert is_right_to_left("القرار A/RES/80/7")
    assert not is_right_to_left("Resolution 80/7 (إن)")
    assert not is_right_to_left("12/79")
