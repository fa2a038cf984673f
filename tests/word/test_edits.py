"""A draft that was edited and then saved by LibreOffice: the edited resolution comes back."""

from __future__ import annotations

from pathlib import Path

from engross.batch.document import read, read_bytes
from tests.word.conftest import Writer
from tests.writers import edits
from tests.writers.test_docx_edits import ADDED, BEGUN, DRAFT, notes, paragraphs
from tests.writers.test_docx_record import RESOLUTION, record, with_record


def test_edits_come_back_after_libreoffice_has_saved_them(writer: Writer, tmp_path: Path) -> None:
    data = read_bytes(DRAFT.encode(), "draft.md").to_bytes("docx")
    for edit in (
        edits.add_after("Invites Member", *ADDED),
        edits.delete("In small"),
        edits.move("Noting the", "Recalling its"),
        edits.add_note("Requests the", "See A/99/2."),
    ):
        data = edits.edited(data, edit)
    file = tmp_path / "draft.docx"
    file.write_bytes(data)
    (saved,) = writer.save([file], "docx", tmp_path / "saved")
    document = read(saved)
    assert paragraphs(document) == [
        BEGUN[1],
        BEGUN[0],
        *BEGUN[2:4],
        BEGUN[5],
        ("3.", "Urges printers to leave room;"),
        ("4.", BEGUN[6][1]),
    ]
    assert notes(document) == ["See A/99/1.", "See A/99/2."]


def test_a_draft_that_writer_has_only_saved_comes_back_unchanged(writer: Writer, tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(read_bytes(DRAFT.encode(), "draft.md").to_bytes("docx"))
    (saved,) = writer.save([file], "docx", tmp_path / "saved")
    assert paragraphs(read(saved)) == BEGUN


def test_the_record_of_a_document_stays_when_writer_saves_it(writer: Writer, tmp_path: Path) -> None:
    file = tmp_path / "made.docx"
    made = with_record(RESOLUTION)
    file.write_bytes(made.to_bytes("docx"))
    (saved,) = writer.save([file], "docx", tmp_path / "saved")
    assert record(read(saved)) == record(made) != []
