"""The mark of a note is printed once, and nothing of it is lost."""

from __future__ import annotations

from engross.akn.namespace import every
from engross.batch.document import Document, read_bytes

_TEXT = """\
The General Assembly,

Recalling its resolution 98/1 of 5 December 2043 on the numbering of footnotes,{call}

1. Decides to proclaim the International Year of Footnotes.

_______________
{mark} See A/99/1, annex.
"""


def read(call: str, mark: str) -> Document:
    return read_bytes(_TEXT.format(call=call, mark=mark).encode(), "footnotes.txt")


def markers(document: Document) -> list[str | None]:
    return [note.get("marker") for note in every(document.akn, "authorialNote")]


def codes(document: Document) -> set[str]:
    return {found.code for found in document.diagnostics}


def test_a_note_that_nothing_calls_keeps_its_printed_mark() -> None:
    document = read("", "26")
    assert markers(document) == ["26"]
    assert "note-uncalled" in codes(document)
    assert "text-lost" not in codes(document)


def test_square_brackets_around_a_mark_are_furniture() -> None:
    document = read("[1]", "1")
    assert markers(document) == ["1"]
    assert "[]" in {piece.text for piece in document.furniture}
    assert "text-lost" not in codes(document)
