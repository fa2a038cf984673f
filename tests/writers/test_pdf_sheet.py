"""Sheets: the lines of each strand together again, in the order of the page."""

from __future__ import annotations

from engross.writers.pdf.lines import Line, Piece, Run
from engross.writers.pdf.rows import Row, Strand
from engross.writers.pdf.sheet import gather


def strand(name: str, pitch: float = 12.0) -> Strand:
    return Strand(f"P#{name}", "text", 0.0, 100.0, 10.0, pitch)


def row(*lines: tuple[Strand, str]) -> Row:
    return Row(tuple((to, Line((Piece(words, Run(words)),), 10.0)) for to, words in lines), 12.0)


def blocks(*rows: tuple[float, Row]) -> list[tuple[str, float, list[str], bool]]:
    return [
        (block.strand.tag, block.baseline, [line.text for line in block.lines], block.opens)
        for block in gather(rows, set())
    ]


def test_lines_that_follow_each_other_are_one_block() -> None:
    text = strand("a")
    assert blocks((100.0, row((text, "one"))), (112.0, row((text, "two")))) == [("P#a", 100.0, ["one", "two"], True)]


def test_lines_that_stand_apart_are_blocks_in_the_order_of_the_page() -> None:
    before, heading, after = strand("before"), strand("heading"), strand("after")
    found = blocks(
        (100.0, row((before, "text"))),
        (124.0, row((heading, "Annex"))),
        (142.0, row((heading, "Rules"))),
        (160.0, row((after, "more"))),
    )
    assert [lines for _, _, lines, _ in found] == [["text"], ["Annex"], ["Rules"], ["more"]]
    assert [opens for *_, opens in found] == [True, True, False, True]


def test_strands_side_by_side_are_blocks_in_the_order_in_which_they_start() -> None:
    label, text = strand("label"), strand("text")
    assert [
        lines for _, _, lines, _ in blocks((100.0, row((label, "1."), (text, "one"))), (112.0, row((text, "two"))))
    ] == [
        ["1."],
        ["one", "two"],
    ]
