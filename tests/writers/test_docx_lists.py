"""Automatic numbers: whatever the labels are, Word prints them, or they are typed."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from engross.model.presentation import Block, Paragraph, Point, Points
from engross.readers.docx import read
from engross.resources import templates
from engross.writers.docx import write
from engross.writers.docx.lists import Lists, Place
from tests.writers.resolutions import resolution, text

LABELS = st.sampled_from(
    ["1.", "2.", "3.", "10.", "1 -", "(a)", "(b)", "(c)", "a)", "(i)", "(ii)", "(iii)", "(v)", "I.", "II.", "A.",
     "(aa)", "(أ)", "㈠", "1 bis.", "", "01.", "*", "%1"]
)  # fmt: skip


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0) -> tuple[Block, ...]:
    made: list[Block] = []
    for _ in range(draw(st.integers(1, 4))):
        if depth and draw(st.booleans()):
            points = tuple(
                Point("p", draw(LABELS), depth, text("Point"), draw(blocks(depth + 1)) if depth < 3 else ())
                for _ in range(draw(st.integers(1, 3)))
            )
            made.append(Points("l", depth, points))
        else:
            inner = draw(blocks(1)) if not depth else ()
            made.append(Paragraph("q", draw(LABELS), text("Paragraph"), inner, flush=draw(st.booleans())))
    return tuple(made)


def printed(found: tuple[Block, ...]) -> str:
    return "".join(
        "".join(point.label + "Point" + printed(point.blocks) for point in block.items)
        if isinstance(block, Points)
        else block.label + "Paragraph" + printed(block.blocks)  # type: ignore[union-attr]
        for block in found
    )


@settings(max_examples=60, deadline=None)
@given(blocks())
def test_every_label_is_printed_exactly(found: tuple[Block, ...]) -> None:
    presentation = resolution("en", *found)
    flow = read(write(presentation, b"<a/>", templates() / "un"), "lists.docx")
    seen = "".join(line.label + line.text for line in flow.lines)
    assert re.sub(r"\s", "", printed(found)) in re.sub(r"\s", "", seen)


def test_one_list_counts_a_whole_resolution() -> None:
    lists = Lists()
    places = [
        lists.place("body", level, label)
        for level, label in (
            (0, "1."),
            (1, "(a)"),
            (1, "(b)"),
            (2, "(i)"),
            (2, "(ii)"),
            (1, "(c)"),
            (0, "2."),
            (1, "(a)"),
        )
    ]
    assert places == [Place(1, level) for level in (0, 1, 1, 2, 2, 1, 0, 1)]
    assert len(lists.definitions) == len(lists.uses) == 1


def test_the_ninth_letter_is_no_roman_numeral_and_the_first_roman_numeral_is_no_letter() -> None:
    lists = Lists()
    for label in "abcdefghi":
        lists.place("body", 1, f"({label})")
    lists.place("body", 2, "(i)")
    assert lists.definitions[0].levels[1].format == "lowerLetter"
    assert lists.definitions[0].levels[2].format == "lowerRoman"
    assert len(lists.uses) == 1


def test_numbers_that_begin_anew_begin_a_list() -> None:
    lists = Lists()
    ids = [place.list_id for label in ("1.", "2.", "1.", "2.") if (place := lists.place("body", 0, label))]
    assert ids == [1, 1, 2, 2]
    assert lists.uses[1].starts == {0: 1}


def test_labels_that_word_cannot_count_are_typed() -> None:
    for label in ("(أ)", "㈠", "1 bis.", "01.", "*", "%1.", "Article 1", "", "12345."):
        assert Lists().place("body", 0, label) is None, label
