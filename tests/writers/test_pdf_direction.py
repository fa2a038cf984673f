"""Latin words and numbers on a page that is read from the right stand together from the left."""

from __future__ import annotations

import pytest

from engross.writers.pdf.direction import part_passages, part_range
from engross.writers.pdf.faces import Look
from engross.writers.pdf.lines import Piece, Run

ITALIC = Look(italic=True)


def pieces(*texts: str) -> list[Piece]:
    """Pieces of text, every second one in italics."""
    return [Piece(text, Run(text, ITALIC if number % 2 else Look())) for number, text in enumerate(texts)]


def passages(*texts: str, before: str = "") -> list[tuple[str, bool]]:
    return [
        ("|".join(piece.text for piece in passage.pieces), passage.left_to_right)
        for passage in part_passages(pieces(*texts), before)
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("League of Notes, ", "Footnote Series", ", vol. 12, No. 7."),
            [("League of Notes, |Footnote Series|, vol. 12, No. 7", True), (".", False)],
        ),
        (
            ("اتفاقية الحواشي (Notes, ", "Series", ", vol. 2)؛ وغيرها"),
            [("اتفاقية الحواشي (", False), ("Notes, |Series|, vol. 2", True), (")؛ وغيرها", False)],
        ),
        (("القرار ", "الأول"), [("القرار |الأول", False)]),
        (("القرار 70", "/", "1 المؤرخ"), [("القرار ", False), ("70|/|1", True), (" المؤرخ", False)]),
    ],
)
def test_pieces_of_one_latin_passage_or_number_are_set_together(texts, expected):
    assert passages(*texts) == expected


def test_figures_at_the_start_of_a_line_go_with_the_latin_words_before_it():
    assert passages("12, No. 7) وغيرها", before="(Notes, vol. ") == [("12, No. 7", True), (") وغيرها", False)]


def test_figures_at_the_start_of_a_line_stay_with_the_arabic_words_before_it():
    link = Piece("2396 (2043)", Run("2396 (2043)", href="https://docs.un.org/ar/A/RES/1"))
    assert not any(passage.left_to_right for passage in part_passages([link], "القرار "))


def test_a_note_mark_ends_a_latin_passage():
    mark = Piece("(5)", Run("(5)", note="note-5"))
    assert not any(passage.left_to_right for passage in part_passages([*pieces("EC-94/DEC.2"), mark]))


def test_a_range_after_arabic_letters_runs_from_the_right():
    (piece,) = pieces("2034-2043 العقد")
    assert [part.text for part in part_range(piece, "الفترة ")] == ["2034", "-", "2043 العقد"]
    assert part_range(piece, "vol. ") == [piece]
