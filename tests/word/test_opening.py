"""Word files opened by LibreOffice: everything is there, and every note is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from engross.akn.serialise import parse
from engross.check.characters import fold
from engross.check.parity import READERS, expected
from engross.readers.docx import read
from tests.word.conftest import Draft, Writer


def test_the_pages_have_all_text(drafts: list[Draft], writer: Writer, tmp_path: Path) -> None:
    """Letters and digits are counted, whatever their case: on the pages of LibreOffice, lines of Arabic are not in the
    order of reading, and small capitals are capitals.
    """
    pages = writer.save((draft.docx for draft in drafts), "pdf", tmp_path)
    lost = {}
    for draft, page in zip(drafts, pages, strict=True):
        found = Counter(fold("".join(READERS["pdf"](page.read_bytes()))).lower())
        missing = uncased(expected(parse(draft.akn.read_bytes()), "pdf")) - found
        if signs := "".join(sign for sign in sorted(missing.elements()) if sign.isalnum()):
            lost[draft.name] = signs
    assert lost == {}


def test_the_notes_stay_notes(drafts: list[Draft], writer: Writer, tmp_path: Path) -> None:
    saved = writer.save((draft.docx for draft in drafts), "docx", tmp_path)
    for draft, file in zip(drafts, saved, strict=True):
        assert notes(file) == notes(draft.docx), draft.name


def uncased(counts: Mapping[str, int]) -> Counter[str]:
    """Counts of characters with capitals and small letters as one."""
    found: Counter[str] = Counter()
    for sign, count in counts.items():
        found[sign.lower()] += count
    return found


def notes(file: Path) -> list[tuple[str, str]]:
    found = read(file.read_bytes(), file.name).notes
    return [(note.mark, "".join("".join(line.text.split()) for line in note.lines)) for note in found]
