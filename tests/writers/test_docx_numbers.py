"""Word files: numbers that Word counts, exactly those that are printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engross.model.presentation import (
    Paragraph,
    Point,
    Points,
    Prose,
    Recital,
)
from tests.writers.resolutions import resolution, text
from tests.writers.written import W, labelled, part, printed, reread, squeezed, with_blocks


def test_operative_paragraphs_and_points_are_counted_by_word() -> None:
    data = printed(resolution("en"))
    numbers = [
        (
            p.findtext(f"{W}pPr/{W}pStyle") or p.find(f"{W}pPr/{W}pStyle").get(W + "val"),
            p.find(f".//{W}ilvl").get(W + "val"),
        )
        for p in part(data, "word/document.xml").iter(W + "p")
        if p.find(f".//{W}numPr") is not None
    ]
    assert numbers == [
        ("OperativeParagraph", "0"),
        ("Point1", "1"),
        ("Point2", "2"),
        ("Point2", "2"),
        ("Point1", "1"),
        ("OperativeParagraph", "0"),
    ]
    levels = {
        level.get(W + "ilvl"): (level.find(W + "numFmt").get(W + "val"), level.find(W + "lvlText").get(W + "val"))
        for level in part(data, "word/numbering.xml").iter(W + "lvl")
        if level.find(W + "lvlText").get(W + "val")
    }
    assert levels == {"0": ("decimal", "%1."), "1": ("lowerLetter", "(%2)"), "2": ("lowerRoman", "(%3)")}
    styles = part(data, "word/styles.xml")
    tied = styles.find(f"{W}style[@{W}styleId='OperativeParagraph']/{W}pPr/{W}numPr/{W}numId")
    assert tied is not None


@pytest.mark.parametrize(
    "labels",
    [
        ["1.", "2.", "3.", "1.", "2.", "7.", "8."],
        ["1.", "2 bis.", "3."],
        ["I.", "II.", "1.", "A.", "B.", "2."],
        ["(a)", "(b)", "(z)", "(aa)", "(bb)", "(a)"],
        ["1 -", "2 -", "3-"],
        ["一、", "二、"],
        ["%1.", "2."],
        ["Article 1", "01.", "1.1.", "*", "•", "10000."],
        ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)"],
        ["h)", "i)", "j)", "v)", "x)"],
        ["1.", "", "2."],
    ],
)
def test_printed_labels_are_exactly_those_of_the_presentation(labels: list[str]) -> None:
    blocks = tuple(Paragraph(f"p{n}", label, text("Decides")) for n, label in enumerate(labels))
    for made in (blocks, tuple(replace(block, flush=True) for block in blocks)):
        seen = [label + words for label, words in labelled(reread(with_blocks(*made))) if words.endswith("Decides")]
        assert [squeezed(line) for line in seen] == [squeezed(label) + "Decides" for label in labels]


def test_points_begin_anew_wherever_their_labels_do() -> None:
    def points(*labels: str) -> Points:
        return Points("l", 1, tuple(Point(f"p{label}", label, 1, text("to read")) for label in labels))

    made = with_blocks(
        Recital("r1", text("Recalling:"), (points("(a)", "(b)"),)),
        Recital("r2", text("Recalling also:"), (points("(a)", "(b)"),)),
        Paragraph("p1", "1.", text("Decides:"), (points("(a)"), Prose("w", text("and")), points("(b)", "(c)"))),
        Paragraph("p2", "2.", text("Decides:"), (points("(a)"),)),
        Paragraph("p3", "", text("Decides:"), (points("(a)", "(c)"),)),
    )
    labels = [label for label, words in labelled(reread(made)) if words in ("to read", "Decides:")]
    assert labels == ["(a)", "(b)", "(a)", "(b)", "1.", "(a)", "(b)", "(c)", "2.", "(a)", "", "(a)", "(c)"]


def test_a_number_without_text_is_printed() -> None:
    flow = reread(with_blocks(Paragraph("p1", "1.", ()), Paragraph("p2", "2.", text("Decides"))))
    assert [label + words for label, words in labelled(flow)][-4:-2] == ["1.", "2.Decides"]
