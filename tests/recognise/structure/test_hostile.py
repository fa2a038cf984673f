"""Hostile text ends in a valid document, soon."""

from __future__ import annotations

import time

import pytest

from engross.model.flow import Item
from tests.recognise.structure.recognising import line, recognised

FORMULA = "*The General Assembly*,"
CASES: dict[str, list[str | Item]] = {
    "points that all end with a colon": [FORMULA, "1.\tDecides:", *["(a)\tThe following:"] * 400],
    "drafts inside drafts": [*[FORMULA, "Recommends the following draft:"] * 200],
    "annexes without text": [FORMULA, "1.\tDecides.", *["**Annex**"] * 400],
    "headings of every level": [line("x", level=1 + n % 6) for n in range(600)],
    "every kind of label": [
        FORMULA,
        *["(a)\tx;", "(i)\ty;", "•\tz;", "1)\tw:", "a.\tq;", "1 -\ts;"] * 60,
    ],
    "a paragraph of thousands of citations": [FORMULA, "*See* resolution 58/220 of 23 December 2003, " * 1500],
    "brackets": [FORMULA, "([" * 50_000],
    "open lines in the head": [*["["] * 70, FORMULA],
    "votes all the way": [FORMULA, *["Adopted unanimously at the 1485th meeting."] * 400, "1.\tDecides."],
}


@pytest.mark.parametrize("items", CASES.values(), ids=CASES.keys())
def test_hostile_text_is_a_valid_document_in_seconds(items: list[str | Item]) -> None:
    before = time.process_time()
    recognised(*items)  # holds the tree against the schema
    assert time.process_time() - before < 10
