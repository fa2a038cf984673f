"""Drafts edited in LibreOffice itself, as a drafter edits them: the edited resolution comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from engross.batch.document import read, read_bytes
from tests.word.conftest import HERE, Writer
from tests.writers.test_docx_edits import BEGUN, DRAFT, notes, paragraphs

PASTED = '<p style="font: 16pt Arial"><i>Commends</i> the <b>binders</b> of books;</p>'
EDITED = [
    BEGUN[0],
    ("", "Welcoming the other report,"),
    *BEGUN[2:4],
    BEGUN[5],
    ("3.", "Urges printers to leave room;"),
    ("4.", BEGUN[6][1]),
]


def edit(writer: Writer, folder: Path, *, tracked: bool) -> Path:
    """The draft after the edits of `editing.bas`."""
    paths = {"Draft": folder / "draft.docx", "Edited": folder / "edited.docx", "Pasted": folder / "pasted.html"}
    paths["Draft"].write_bytes(read_bytes(DRAFT.encode(), "draft.md").to_bytes("docx"))
    paths["Pasted"].write_text(f"<html><body>{PASTED}</body></html>", encoding="utf-8")
    constants = [f'Const {name} = "{path}"' for name, path in paths.items()] + [f"Const Tracked = {tracked}"]
    writer.run("Editing", "\n".join([*constants, (HERE / "editing.bas").read_text(encoding="utf-8")]))
    return paths["Edited"]


def test_what_was_typed_moved_deleted_retyped_and_pasted_comes_back(writer: Writer, tmp_path: Path) -> None:
    document = read(edit(writer, tmp_path, tracked=False))
    assert paragraphs(document) == [
        EDITED[1],
        EDITED[0],
        *EDITED[2:6],
        ("4.", "Commends the binders of books;"),
        ("5.", BEGUN[6][1]),
    ]
    assert notes(document) == ["See A/99/1.", "See A/99/2."]


@pytest.mark.parametrize(("changes", "expected"), [("accept", EDITED), ("reject", BEGUN)])
def test_changes_that_were_tracked_are_accepted_or_rejected(
    writer: Writer, tmp_path: Path, changes: str, expected: list[tuple[str, str]]
) -> None:
    file = edit(writer, tmp_path, tracked=True)
    document = read(file, changes=changes)  # type: ignore[arg-type]
    assert paragraphs(document) == expected
    assert any(finding.code == "changes-tracked" for finding in document.diagnostics)
