"""What a word of the search index is."""

from __future__ import annotations

import pytest

from engross.site.words import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Year of Footnotes", ["year", "of", "footnotes"]),
        ("ANNÉE de l’œuvre", ["annee", "de", "l", "œuvre"]),
        ("Ёлка", ["елка"]),
        ("resolution 60/212", ["resolution", "60/212", "60", "212"]),
        ("A/RES/60/212", ["a", "res", "60/212", "60", "212"]),
        ("COVID-19", ["covid", "19"]),
        ("الجمعية العامة", ["جمعيه", "عامه"]),
        ("أُشير", ["اشير"]),
        ("国际脚注年", ["国际", "际脚", "脚注", "注年"]),
        ("年", ["年"]),
        ("第19条", ["第", "19", "条"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert list(words(text)) == expected


def test_an_endless_word_is_cut() -> None:
    assert list(words("x" * 10_000)) == ["x" * 40]
