"""Word: tracked changes accepted and rejected, paragraph marks, rows and formatting among them."""

from __future__ import annotations

from engross.readers.docx import read
from tests.readers.word import make_word, paragraph, run, texts

INSERTED = '<w:ins w:id="1" w:author="a"><w:r><w:t>new</w:t></w:r></w:ins>'
DELETED = '<w:del w:id="2" w:author="a"><w:r><w:delText>old</w:delText></w:r></w:del>'


def test_tracked_changes_are_accepted_or_rejected() -> None:
    data = make_word(paragraph(run("a "), INSERTED, DELETED, run(" z")))
    assert texts(read(data, "x")) == ["a new z"]
    assert texts(read(data, "x", changes="reject")) == ["a old z"]


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    data = make_word(paragraph(run("a "), properties='<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph(run("b")))
    assert texts(read(data, "x")) == ["a b"]
    assert texts(read(data, "x", changes="reject")) == ["a ", "b"] or texts(read(data, "x", changes="reject")) == [
        "a",
        "b",
    ]


def test_moves_rows_and_formatting_are_tracked_as_well() -> None:
    moved = "<w:moveFrom><w:r><w:t>from</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>to</w:t></w:r></w:moveTo>"
    look = run("x", "<w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange>")
    data = make_word(paragraph(moved, look))
    accepted, rejected = read(data, "x").lines[0], read(data, "x", changes="reject").lines[0]
    assert (accepted.text, accepted.runs[-1].bold) == ("tox", True)
    assert (rejected.text, rejected.runs[-1].bold, rejected.runs[-1].italic) == ("fromx", False, True)
