"""What a reader copies out of an Arabic page: the letters that were typed, each once."""

from __future__ import annotations

import unicodedata

import pypdfium2
import pytest

from engross.model.presentation import Prose
from engross.resources import templates
from engross.writers import pdf
from tests.writers.resolutions import resolution, text

STYLE = templates() / "un"
AKN = b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>'


def printed(words: str) -> str:
    """The characters of the pages on which a paragraph of these words is printed, in the order of the file."""
    written = pdf.write(resolution("ar", Prose("p", text(words))), AKN, STYLE)
    document = pypdfium2.PdfDocument(written)
    return "".join(document[page].get_textpage().get_text_range() for page in range(len(document)))


@pytest.mark.parametrize(
    "words",
    [
        "الملكية الكوكب الكيفية",  # a kashida is drawn between lam and kaf
        "الخيرية والخبراء تحترم لجبر",  # a letter over the bowl of a jeem
        "المعجّل يُتّفق تُدرج المدرج تغيّر",  # signs and their letters are one cluster
    ],
)
def test_every_letter_and_sign_is_read_once(words: str) -> None:
    found = unicodedata.normalize("NFC", printed(words)).replace(" ", "")  # PDFium parts raised signs by spaces
    for word in words.split():
        assert word in found


def test_a_sign_met_first_over_one_letter_does_not_bring_that_letter_to_others() -> None:
    found = printed("ونسلّم بأن الأمم تتفّق وتعزّز")
    assert found.count("لّ") == 1
    assert "زّ" in found


def test_a_kashida_that_was_typed_is_read() -> None:
    assert "المتحـدة الكبير" in printed("المتحـدة الكبير")


def test_a_kashida_drawn_under_a_sign_is_not_one_that_was_typed() -> None:
    found = printed("تشجِّع الأمــم ويقلِّل المتحـدة")
    assert found.count("\u0640") == 2 + 1 + printed("").count("\u0640")


def test_brackets_are_named_by_their_shape() -> None:
    """Readers of right-to-left text turn them, as they do in files of other makers."""
    assert "(ألف)" in printed("الفرع (ألف)")


def test_a_mark_of_direction_does_not_take_the_place_of_blanks() -> None:
    found = printed("\u200fالسنة \u200fالدولية 12\u200f")
    assert "\u200f" not in found
    assert "الجمعية العامة" in found
