"""No-break spaces come back where a source has lost them, and only there."""

from __future__ import annotations

import pytest

from engross.lexicon import lexicon
from engross.model.flow import Flow, Line, Run
from engross.model.span import Span
from engross.recognise.structure.spacing import restore_no_break_spaces


def restored(language: str, *runs: Run) -> str:
    flow = Flow("a.txt", "text", (Line(tuple(runs), Span("a.txt"), whole=True),))
    return restore_no_break_spaces(flow, lexicon().languages[language]).lines[0].text


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "intitulée « Notes » ; et : non", "intitulée «~Notes~»~; et~: non"),
        ("fr", "le 27 mars 2000, no 39, le 1er mai", "le 27~mars 2000, no~39, le 1er~mai"),
        ("en", "on 7 May 2040, No. 21, para. 4", "on 7~May 2040, No.~21, para.~4"),
        ("ru", "7 мая 2040 года, № 21", "7~мая 2040~года, №~21"),
        ("es", "el 7 de mayo, núm. 21", "el 7~de mayo, núm.~21"),
        ("zh", "第 1 号", "第 1 号"),
    ],
)
def test_the_language_says_where_no_line_may_break(language: str, text: str, expected: str) -> None:
    assert restored(language, Run(text)) == expected.replace("~", "\u00a0")


def test_a_note_mark_between_word_and_sign_changes_nothing() -> None:
    assert restored("fr", Run("la session"), Run("3", note="n3"), Run(" ; et")) == "la session3\u00a0; et"


def test_a_source_with_no_break_spaces_of_its_own_is_left_alone() -> None:
    assert restored("fr", Run("a\u00a0; b ; c")) == "a\u00a0; b ; c"
