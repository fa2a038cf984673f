"""Word files that were edited: what comes back is the edited resolution, and not what was embedded."""

from __future__ import annotations

import pytest

from engross.akn.namespace import text_of
from engross.akn.schema import validate
from engross.batch.document import Document, read_bytes
from engross.batch.embedded import embedded
from tests.writers import edits

DRAFT = """---
symbol: A/C.2/99/L.7
kind: draft
language: en
session: 99
agenda_item: 57 (b)
agenda_title: Typography for development
sponsors: "Chile and Ghana: draft resolution"
title: International Year of Footnotes
---

*The General Assembly*,

*Recalling* its resolution 98/1 of 5 December 2043,[^1]

*Noting* the report on footnotes,

1. *Decides* to print footnotes:

    (a) At the foot of the page;

    (b) In small type;

2. *Invites* Member States to read them;

3. *Requests* the Secretary-General to report.

[^1]: See A/99/1.
"""


@pytest.fixture(scope="module")
def original() -> bytes:
    return read_bytes(DRAFT.encode(), "draft.md").to_bytes("docx")


def paragraphs(document: Document) -> list[tuple[str, str]]:
    """Recitals and operative paragraphs, points among them, with their numbers."""
    assert validate(document.akn) == ()
    found = []
    for node in document.akn.iter("{*}container", "{*}paragraph", "{*}point", "{*}item"):
        number = node.find("{*}num")
        p = next(node.iter("{*}p"))
        note = [text_of(inner) for inner in p.iter("{*}authorialNote")]
        text = text_of(p)
        for words in note:
            text = text.replace(words, "")
        found.append((number.text or "" if number is not None else "", " ".join(text.split())))
    return found


def notes(document: Document) -> list[str]:
    return [text_of(note).strip() for note in document.akn.iter("{*}authorialNote")]


BEGUN = [
    ("", "Recalling its resolution 98/1 of 5 December 2043,"),
    ("", "Noting the report on footnotes,"),
    ("1.", "Decides to print footnotes:"),
    ("(a)", "At the foot of the page;"),
    ("(b)", "In small type;"),
    ("2.", "Invites Member States to read them;"),
    ("3.", "Requests the Secretary-General to report."),
]
ADDED = ("Urges", True), (" printers to leave room;", False)


def test_an_unedited_file_comes_back_unchanged(original: bytes) -> None:
    made, again = read_bytes(DRAFT.encode(), "draft.md"), read_bytes(original, "draft.docx")
    assert paragraphs(again) == paragraphs(made) == BEGUN
    assert notes(again) == notes(made)
    assert [text_of(part) for part in again.akn.iter("{*}preface")] == [text_of(p) for p in made.akn.iter("{*}preface")]
    cover = [[text_of(p) for p in found.akn.iter("{*}coverPage")] for found in (made, again)]
    assert cover[0] == cover[1]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (
            edits.add_after("Invites Member", *ADDED),
            [*BEGUN[:6], ("3.", "Urges printers to leave room;"), ("4.", BEGUN[6][1])],
        ),
        (edits.add_after("At the foot", ("In the margin;", False)),
         [*BEGUN[:4], ("(b)", "In the margin;"), ("(c)", BEGUN[4][1]), *BEGUN[5:]]),
        (edits.add_after("Noting the", ("Welcoming", True), (" their number,", False)),
         [*BEGUN[:2], ("", "Welcoming their number,"), *BEGUN[2:]]),
        (edits.move("Noting the", "Recalling its"), [BEGUN[1], BEGUN[0], *BEGUN[2:]]),
        (edits.delete("Invites Member"), [*BEGUN[:5], ("2.", BEGUN[6][1])]),
        (edits.retype("Noting the", ("Noting", True), (" the other report,", False)),
         [BEGUN[0], ("", "Noting the other report,"), *BEGUN[2:]]),
        (edits.retype("Requests the", ("3.\t", False), ("Requests", True), (" everyone to report.", False)),
         [*BEGUN[:6], ("3.", "Requests everyone to report.")]),
        (edits.retype("In small", ("(b) In smaller type;", False)),
         [*BEGUN[:4], ("(b)", "In smaller type;"), *BEGUN[5:]]),
    ],
    ids=["paragraph added", "point added", "recital added", "moved", "deleted", "recital retyped", "paragraph retyped",
         "point retyped"],
)  # fmt: skip
def test_an_edited_file_gives_the_edited_resolution(
    original: bytes, edit: edits.Edit, expected: list[tuple[str, str]]
) -> None:
    assert paragraphs(read_bytes(edits.edited(original, edit), "draft.docx")) == expected


def test_a_note_that_was_added_is_a_note(original: bytes) -> None:
    document = read_bytes(edits.edited(original, edits.add_note("Invites Member", "See A/99/2.")), "draft.docx")
    assert notes(document) == ["See A/99/1.", "See A/99/2."]
    assert paragraphs(document) == BEGUN


def test_a_note_that_was_deleted_is_gone(original: bytes) -> None:
    document = read_bytes(edits.edited(original, edits.delete_note("Recalling its")), "draft.docx")
    assert notes(document) == []
    assert paragraphs(document) == BEGUN


def test_what_was_pasted_from_elsewhere_is_what_its_words_say(original: bytes) -> None:
    edit = edits.paste_before("Noting the", ("Welcoming", True), (" their number,", False))
    document = read_bytes(edits.edited(original, edit), "draft.docx")
    assert paragraphs(document) == [BEGUN[0], ("", "Welcoming their number,"), *BEGUN[1:]]


def test_a_file_without_any_of_our_styles_comes_back(original: bytes) -> None:
    document = read_bytes(edits.edited(original, edits.take_styles_away), "draft.docx")
    assert paragraphs(document) == BEGUN
    assert notes(document) == ["See A/99/1."]
    assert document.title == "International Year of Footnotes"


def test_what_is_embedded_stays_as_it_was_written(original: bytes) -> None:
    changed = edits.edited(original, edits.delete("Invites Member"))
    assert embedded(changed, "draft.docx") == embedded(original, "draft.docx")
    assert b"Invites" in embedded(changed, "draft.docx")
    assert "Invites" not in text_of(read_bytes(changed, "draft.docx").akn)
