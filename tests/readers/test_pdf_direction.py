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
        ("الوثيقة A/ES-99/273 هنا", "انه A/ES-99/273 ةقيثولا"),
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


def test_quotation_marks_open_as_arabic_has_them():
    # PDFium turns them as it turns brackets: the page shows ’ at the right of the figure
    assert logical("انه ’1‘"[::1]) == "’1‘ هنا"
    assert logical("انه ‘1’") == "’1‘ هنا"


def test_a_bracket_that_closes_what_an_earlier_line_opened_closes():
    assert logical("[(15 ةرقفلا(") == "(الفقرة 15)]"


def word_with_sign(text: str, lefts: list[float], middle: float) -> str:
    """A word whose letters stand at `lefts`, ten points wide, and whose sign, after the second, stands at `middle`."""
    places = [*lefts[:2], middle - 1, *lefts[2:]]
    rights = [left + 10 for left in places]
    rights[2] = middle + 1
    stretch = Stretch(text, places, rights, 0.0, 20.0, FONT, False)
    return "".join(c for c, _ in order_logically(visual_characters([stretch])))


def test_a_sign_belongs_to_the_letter_that_it_follows_where_that_is_near():
    # letters of one stack overlap: the sign over the second stands nearer to the middle of the third
    assert word_with_sign("سلّم", [20.0, 14.0, 8.0], 15.0) == "سلّم"


def test_a_sign_far_from_the_letter_before_it_belongs_to_the_nearest():
    assert word_with_sign("سلّم", [80.0, 40.0, 0.0], 84.0) == "سّلم"


@pytest.mark.parametrize(
    ("reading", "visual"),
    [
        ("انظر Treaty of Notes, vol. 12, No. 345.", ".Treaty of Notes, vol. 12, No. 345 رظنا"),
        ("العقد 2043 بند 12", "12 دنب 2043 دقعلا"),
        ("في 22 و A/99/1", "A/99/1 و 22 يف"),
    ],
)
def test_figures_that_end_latin_words_belong_to_them(reading, visual):
    assert logical(visual) == reading


@pytest.mark.parametrize(
    ("reading", "visual"),
    [
        ("المؤتمر COP 27 هنا", "انه COP 27 رمتؤملا"),
        ("القرار A.1090(28) هنا", "انه A.1090(28) رارقلا"),
        ("الوثيقة A/99/6 (Sect. 26) هنا", "انه A/99/6 (Sect. 26) ةقيثولا"),
        ("القرار 2453 (2019) هنا", "انه (2019) 2453 رارقلا"),
        ("انظر Nos. 970–973 هنا", "انه Nos. 970–973 رظنا"),
        ("للفترة 2015–2030 هنا", "انه 2030–2015 ةرتفلل"),
        ("الوثيقة A∕99/L.51 هنا", "انه A∕99/L.51 ةقيثولا"),
    ],
)
def test_figures_and_brackets_behind_latin_words_go_with_them(reading, visual):
    assert logical(visual) == reading
