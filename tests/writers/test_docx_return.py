"""What engross has recognised once comes back out of Word as it was, element by element."""

from __future__ import annotations

import pytest

from engross.batch.document import read_bytes

HEAD = """---
symbol: A/RES/99/7
language: en
session: 99
title: International Year of Footnotes
issued: 2045-01-08
adopted: 2044-12-22
---

*The General Assembly*,

*Recalling* its resolution 98/1 of 5 December 2043,[^1]

"""
NOTE = "\n[^1]: See A/99/1.\n"
TEXTS = {
    "points": "1. *Decides* to print notes:\n\n    (a) At the foot:\n\n        (i) Of pages;\n\n    (b) In type;\n",
    "sole paragraph": "*Decides* to print footnotes.\n",
    "sections": (
        "## I. Footnotes\n\n1. *Decides* to print them;\n\n## Their numbers\n\n2. *Invites* readers to count them;\n\n"
        "## A. Great numbers\n\n3. *Requests* printers to turn them.\n"
    ),
    "annex": (
        "1. *Decides* to adopt the annex.\n\n## Annex\n\n## Rules of footnotes\n\n### Their places\n\n"
        "1. Footnotes stand at the foot.\n\n### Their numbers\n\n2. They are numbered.\n"
    ),
    "table": "1. *Notes* the table:\n\n| Notes | Number |\n|---|---|\n| Footnotes | 12 |\n\n2. *Thanks* its authors.\n",
    "suspended hyphen": "1. *Stresses* foot- and endnotes;\n\n2. *Recalls* that foot-and endnotes are notes.\n",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_document_comes_back_unchanged(text: str) -> None:
    made = read_bytes((HEAD + text + NOTE).encode(), "made.md")
    again = read_bytes(made.to_bytes("docx"), "made.docx")
    assert again.to_xml().decode() == made.to_xml().decode()


REISSUED = """United Nations
A/RES/99/7*
General Assembly
Distr.: General
8 January 2045
Ninety-ninth session
Agenda item 57 (b)
Resolution adopted by the General Assembly on 22 December 2044
99/7. International Year of Footnotes
* Reissued for technical reasons on 9 January 2045.

The General Assembly,

Recalling its resolution 98/1 of 5 December 2043,

1. Decides to print footnotes.
"""


def test_the_note_that_a_document_was_issued_again_comes_back() -> None:
    made = read_bytes(REISSUED.encode(), "made.txt")
    assert made.present().reissue == "* Reissued for technical reasons on 9 January 2045."
    again = read_bytes(made.to_bytes("docx"), "made.docx")
    assert again.to_xml().decode() == made.to_xml().decode()
