"""Where lines break: Word's rule, hyphens, ideographs, and nothing lost."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engross.writers.pdf.faces import Faces, Look
from engross.writers.pdf.lines import Line, Measure, Run, Type, set_forced, set_lines


class _Even:
    """Faces in which every character is half an em wide."""

    def stack(self, look: Look) -> _Even:
        return self

    def advance(self, text: str) -> float:
        return len(text) * 0.5


TYPE = Type(cast("Faces", _Even()), 10.0)  # every character is 5 pt wide


def broken(text: str, width: float, **more: object) -> list[str]:
    return [line.text for line in set_lines([Run(text)], TYPE, Measure(width, **more))]  # type: ignore[arg-type]


def test_words_fill_the_line_and_keep_the_space_at_its_end() -> None:
    assert broken("aaaa bbbb cccc", 50.0) == ["aaaa bbbb ", "cccc"]


def test_a_word_that_overflows_a_little_is_taken_when_the_line_would_be_wide_without_it() -> None:
    # 10 words of 1 and a last of 6: 0.5 pt a space too wide with it, 3 pt a space too loose without it
    text = "a b c d e f g h i j kkkkkk z z z z"
    width = (10 * 2 + 6) * 5.0
    assert broken(text, width)[0] == "a b c d e f g h i j kkkkkk "
    assert broken(text, width - 5.0)[0] == "a b c d e f g h i j kkkkkk "
    assert broken(text, width - 7.0)[0] == "a b c d e f g h i j "


def test_what_a_word_passes_the_measure_by_is_shared_among_the_spaces_before_it() -> None:
    # 6.3 pt: 0.70 for each of 9 spaces, 0.63 if the one before the word counted too
    text = "a b c d e f g h i j kkkkkk z z z z"
    assert broken(text, (10 * 2 + 6) * 5.0 - 6.3, squeeze=0.66)[0] == "a b c d e f g h i j "


def test_a_word_behind_a_hyphen_needs_a_little_more_room() -> None:
    # 5.8 pt too wide: 0.64 for each of 9 spaces, with 0.4 pt for the hyphen 0.69
    text = "a b c d e f g h i jj-kkkkkk z z z z"
    width = 27 * 5.0 - 5.8
    assert broken(text, width)[0] == "a b c d e f g h i jj-kkkkkk "
    assert broken(text, width, hyphen=0.4)[0] == "a b c d e f g h i jj-"


def test_a_word_with_a_hyphen_that_does_not_break_needs_a_little_more_room() -> None:
    text = "a b c d e f g h i j kk\u2011kkk z z z z"
    width = 26 * 5.0 - 5.8
    assert broken(text, width)[0] == "a b c d e f g h i j kk\u2011kkk "
    assert broken(text, width, hyphen=0.4)[0] == "a b c d e f g h i j "


def test_a_word_that_overflows_is_left_when_the_line_is_full_without_it() -> None:
    # without it each of 9 spaces would grow by 0.1 pt only
    assert broken("a b c d e f g h i j k z z z", 96.0, squeeze=2.0)[0] == "a b c d e f g h i j "


def test_ragged_text_never_shrinks() -> None:
    text = "a b c d e f g h i j kkkkkk z z z z"
    assert broken(text, 129.0, justified=False)[0] == "a b c d e f g h i j "


def test_justified_lines_reach_the_measure_exactly_and_the_last_does_not() -> None:
    first, last = set_lines([Run("aaaa bbbb cc dddddd")], TYPE, Measure(67.0))
    assert first.width + first.word_spacing * 2 == pytest.approx(67.0)
    assert last.word_spacing == 0.0


def test_no_break_spaces_are_glue_but_share_in_the_stretch_that_is_drawn() -> None:
    first, _ = set_lines([Run("aa 8\u00a0May bbbbbb")], TYPE, Measure(60.0))
    assert first.text == "aa 8\u00a0May "
    assert first.width + 2 * first.word_spacing == pytest.approx(60.0)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("self-governing", ["self-", "governing"]),
        ("North–South", ["North–", "South"]),
        ("2021–2030", ["2021–2030"]),
        ("non\u2011governing", ["non\u2011governing"]),
        ("A/RES/60/212", ["A/RES/60/212"]),
    ],
)
def test_breaks_inside_words(text: str, lines: list[str]) -> None:
    assert broken(text, 5.0 * (len(text) - 1) + (5.0 if len(lines) == 1 else 0.0)) == lines


def test_ideographs_break_anywhere_but_not_before_closing_signs() -> None:
    assert broken("大会决定，通过", 20.0) == ["大会决", "定，通过"]
    assert broken("大会《宪章》", 15.0) == ["大会", "《宪", "章》"]


def test_ideographic_lines_are_justified_between_characters() -> None:
    first, _ = set_lines([Run("大会决定通过宣言")], TYPE, Measure(22.0))
    assert first.letter_spacing == pytest.approx((22.0 - 20.0) / 3)


def test_a_word_wider_than_any_line_is_cut_at_slashes_first() -> None:
    address = "https://docs.un.org/en/A/RES/99/212"
    lines = broken(address, 60.0)
    assert "".join(lines) == address
    assert all(len(line) <= 12 for line in lines)
    assert lines[0] == "https://"


def test_a_note_mark_stays_with_its_word() -> None:
    lines = set_lines([Run("aaaa bbbb"), Run("1", Look(raised=True), note="n1"), Run(" cc")], TYPE, Measure(45.0))
    assert [line.text for line in lines] == ["aaaa ", "bbbb1 cc"]
    assert [line.notes for line in lines] == [(), ("n1",)]


def test_forced_lines_start_anew_and_keep_their_words_apart() -> None:
    lines = set_forced([[Run("aa")], [Run("bb")]], TYPE, Measure(100.0, first=20.0))
    assert [(line.text, line.indent) for line in lines] == [("aa ", 20.0), ("bb", 0.0)]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.text(alphabet="ab -–/\u00a0大，1\n", max_size=30), max_size=5),
    st.floats(min_value=5.0, max_value=200.0),
    st.booleans(),
)
def test_every_character_is_on_a_line(texts: list[str], width: float, justified: bool) -> None:
    lines: list[Line] = set_lines([Run(text) for text in texts], TYPE, Measure(width, justified=justified))
    assert "".join("".join(line.text for line in lines).split(" ")) == "".join(
        "".join(texts).replace("\n", " ").split(" ")
    )
