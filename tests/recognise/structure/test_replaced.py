"""What is given for something that is printed takes its place, and what was printed is listed, not lost."""

from __future__ import annotations

from engross.batch.document import read_bytes

_TEXT = b"""\
---
title: International Decade of Footnotes
---
# 99/1. International Year of Footnotes

*The General Assembly*,

*Recalling* its resolution 98/1 of 5 December 2043,

1. *Decides* to proclaim it.
"""


def test_a_given_title_replaces_the_printed_one() -> None:
    document = read_bytes(_TEXT, "footnotes.md")
    assert document.title == "International Decade of Footnotes"
    assert b"International Year of Footnotes" not in document.to_xml()
    assert "International Year of Footnotes" in {piece.text for piece in document.furniture}
    assert "text-lost" not in {found.code for found in document.diagnostics}
