"""Arabic pages read back from the page that engross prints."""

from __future__ import annotations

import unicodedata

import pytest

from engross.model.presentation import Prose
from engross.readers import pdf as reader
from engross.resources import templates
from engross.writers import pdf as writer
from tests.writers.resolutions import resolution, text

AKN = b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>'


def lines(*paragraphs: str) -> list[str]:
    """The lines read from the page on which these paragraphs are printed."""
    blocks = [Prose(f"p-{number}", text(words)) for number, words in enumerate(paragraphs)]
    written = writer.write(resolution("ar", *blocks), AKN, templates() / "un")
    return [line.text for line in reader.read(written, "a.pdf").lines]


@pytest.mark.parametrize(
    "words", ["يُتّفق على تُراعى", "وإذ تسلّم بأهمية", "محلاً مراعٍ أمرٌ أساسي", "المعجَّل بحرِّية", "تشجِّع ويقلِّل"]
)
def test_a_raised_sign_stays_on_its_letter_and_in_its_line(words: str) -> None:
    found = [unicodedata.normalize("NFC", line) for line in lines(words)]
    assert unicodedata.normalize("NFC", words) in found


def test_the_stop_after_a_figure_that_stands_alone_on_a_line_ends_it() -> None:
    assert "2043." in lines("2043.")
    assert "2043،" in lines("2043،")


def test_points_of_the_second_degree_keep_their_marks() -> None:
    found = lines()
    assert any(line.startswith("’1‘") for line in found)
    assert any(line.startswith("’2‘") for line in found)


def test_a_range_is_read_as_it_was_typed_wherever_its_line_breaks() -> None:
    for words in range(9, 13):
        found = " ".join(lines("القرار " * words + "الفترة 2034-2043 العقد الدولي"))
        assert "2034-2043 العقد" in found
