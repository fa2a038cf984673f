"""What the program that made a PDF may have put into its lines, and what it cannot have."""

from __future__ import annotations

import pytest

from engross.model.flow import Box, Flow, Line, Page, Run
from engross.model.span import Span
from engross.recognise.assemble import assemble


def page(producer: str, *texts: str) -> Flow:
    lines = tuple(
        Line((Run(text, size=10.0),), Span("a.pdf", page=1, line=n), Box(123.0, 488.0, 200.0 + 12 * n))
        for n, text in enumerate(texts)
    )
    return Flow("a.pdf", "pdf", lines, pages=(Page(612.0, 792.0),), properties={"producer": producer})


def text(flow: Flow) -> str:
    return " ".join(line.text for line in flow.lines)


FRENCH = ("Rappelant les efforts que font les organisations intergou-", "vernementales dans le domaine des notes,")
ARABIC = ("وإذ يساورها القلق إزاء النـزاعات المسلحة في جميع أنحاء العالم", "وما يترتب عليها،")


def test_a_program_that_is_not_known_may_have_broken_the_word() -> None:
    assert "intergouvernementales" in text(assemble(page("A Typesetter", *FRENCH)))


@pytest.mark.parametrize("producer", ["Microsoft® Word for Microsoft 365", "WeasyPrint 70.0"])
def test_a_program_that_breaks_no_words_leaves_only_typed_hyphens(producer: str) -> None:
    assert "intergou-vernementales" in text(assemble(page(producer, *FRENCH)))


def test_strokes_leave_arabic_words_unless_the_program_puts_none_in() -> None:
    assert "النزاعات" in text(assemble(page("Microsoft® Word", *ARABIC)))
    assert "النـزاعات" in text(assemble(page("WeasyPrint 70.0", *ARABIC)))
