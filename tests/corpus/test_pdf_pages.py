"""The PDF of every published document: valid for archives and for readers, and with the text of its Akoma Ntoso."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import page
import pytest
from lxml import etree

import engross
from engross.resources import templates
from engross.writers.pdf import missing_glyphs
from tests.corpus.scoring import CORPUS
from tests.writers.tagged import read_tagged, squeeze

PROFILES = (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1)
_SHAPES = str.maketrans(")]}»”’", "([{«“‘")
"""PDFium names brackets of right-to-left text by their shape or by their sense."""


class AknText:
    """The characters of a document: of its cover, of the rest with the marks of notes, of each note."""

    def __init__(self, document: etree._Element) -> None:
        self.cover: list[str] = []
        self.rest: list[str] = []
        self.notes: list[str] = []
        marks = [note.get("marker", "") for note in document.iter("{*}authorialNote")]
        numbers = [int(mark) for mark in marks if mark.isdecimal()]
        self._less = int(numbers == list(range(2, len(numbers) + 2)))
        self._walk(document, self.rest)

    def _walk(self, node: etree._Element, sink: list[str]) -> None:
        tag = etree.QName(node).localname if isinstance(node.tag, str) else "meta"
        if tag in ("meta", "img"):
            return
        if tag == "authorialNote":
            mark = node.get("marker", "")
            mark = str(int(mark) - self._less) if mark.isdecimal() else mark
            sink.append(mark)
            sink = [mark]
        elif tag == "coverPage" and sink is self.rest:
            sink = self.cover
        sink.append(node.text or "")
        for child in node:
            self._walk(child, sink)
            sink.append(child.tail or "")
        if tag == "authorialNote":
            self.notes.append("".join(sink))


def check(file: Path, language: str) -> list[str]:
    """What is wrong with the PDF of a published file."""
    document = engross.read(file)
    data = document.to_bytes("pdf")
    reports = (page.validate_pdf_bytes(data, profile=profile) for profile in PROFILES)
    faults = [f"{failure.rule_id} {failure.message}" for report in reports for failure in report.failures]
    faults += [found.message for found in missing_glyphs(document.present(), templates() / "un")]
    written, printed = AknText(document.akn), read_tagged(data)
    body, rest = squeeze(printed.text), squeeze("".join(written.rest))
    notes, wanted = sorted(map(squeeze, printed.note_texts)), sorted(map(squeeze, written.notes))
    if language == "ar":  # PDFium's order is not that of reading
        lost = Counter("".join((rest, *wanted)).translate(_SHAPES))
        lost -= Counter("".join((body, *notes)).translate(_SHAPES))
        return faults + ([f"lost: {dict(lost)}"] if lost else [])
    if not body.endswith(rest):
        place = next((n for n, (a, b) in enumerate(zip(rest[::-1], body[::-1], strict=False)) if a != b), 0)
        faults.append(f"text differs before {rest[len(rest) - place :][:60]!r}")
    if notes != wanted:
        faults += [f"note {a!r} is {b!r}" for a, b in zip(wanted, notes, strict=False) if a != b][:3]
    if cover := Counter(squeeze("".join(written.cover))) - Counter(body[: len(body) - len(rest)]):
        faults.append(f"lost on the cover: {dict(cover)}")
    return faults


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_the_pdf_is_valid_and_has_the_text_of_the_document(
    language: str, take: Callable[[Iterable[Path], int], list[Path]]
) -> None:
    files = [*CORPUS.glob(f"akn/*/*/{language}.xml"), *CORPUS.glob(f"pairs/*/akn/{language}.xml")]
    assert {str(file): found for file in take(files, 40) if (found := check(file, language))} == {}
