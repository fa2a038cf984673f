"""Ragged lines of titles and heads: as many words as fit, but no word alone on the last line."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engross.writers.pdf.faces import Faces, Look
from engross.writers.pdf.lines import Measure, Run, Type
from engross.writers.pdf.ragged import set_ragged


class _Even:
    """Faces in which every character is half an em wide."""

    def stack(self, look: Look) -> _Even:
        return self

    def advance(self, text: str) -> float:
        return len(text) * 0.5


TYPE = Type(cast("Faces", _Even()), 10.0)  # every character is 5 pt wide


def turned(*forced: str, width: float) -> list[str]:
    lines = set_ragged([[Run(text)] for text in forced], TYPE, Measure(width, justified=False))
    return [line.text.strip() for line in lines]


@pytest.mark.parametrize(
    ("title", "width", "lines"),
    [
        ("Notes on the margins of pages", 20, ["Notes on the margins", "of pages"]),
        ("Notes on the wide margins", 18, ["Notes on the", "wide margins"]),
        ("Notes on margins of old and new pages", 16, ["Notes on margins", "of old and", "new pages"]),
        ("Notes on footnotes", 18, ["Notes on footnotes"]),
        ("Footnotes misprinted", 18, ["Footnotes", "misprinted"]),
        ("Notes on the wide\u00a0margins", 18, ["Notes on the", "wide\u00a0margins"]),
    ],
)
def test_the_last_word_has_company_where_the_line_before_can_spare_a_word(
    title: str, width: int, lines: list[str]
) -> None:
    assert turned(title, width=5.0 * width) == lines


def test_a_long_last_word_stays_alone_where_no_line_takes_two() -> None:
    assert turned("Of one internationalization", width=5.0 * 20) == ["Of one", "internationalization"]


def test_a_word_that_was_put_on_a_line_of_its_own_stays_there() -> None:
    assert turned("Resolution adopted by many", "today", width=5.0 * 40) == ["Resolution adopted by many", "today"]


def test_a_single_ideograph_has_company() -> None:
    assert turned("关于脚注的决议", width=10.0 * 3) == ["关于脚注的", "决议"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("ab 关c", max_size=12), min_size=1, max_size=3), st.floats(20.0, 200.0))
def test_every_character_is_on_a_line(texts: list[str], width: float) -> None:
    assert "".join("".join(turned(*texts, width=width)).split()) == "".join("".join(texts).split())
