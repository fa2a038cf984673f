"""Assembly of official documents: nothing lost, and the same notes and paragraphs from the PDF and its text."""

from __future__ import annotations

import pytest

from engross.model.flow import Flow
from engross.readers import pdf, text
from engross.recognise.assemble import assemble
from engross.recognise.assemble.ledger import characters
from tests.corpus.scoring import CORPUS

PAIRS = sorted((CORPUS / "pairs").glob("*/extracted.txt"))[::9]


def squeezed(content: str) -> str:
    return "".join(content.split()).replace("\u2011", "-")


def paragraphs(flow: Flow) -> list[str]:
    return [squeezed("".join(run.text for run in line.runs if run.note is None)) for line in flow.lines]


def notes(flow: Flow) -> dict[str, str]:
    return {note.mark: squeezed("".join(line.text for line in note.lines)) for note in flow.notes}


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.parent.name)
def test_a_pdf_and_its_text_are_assembled_alike(path):
    printed = pdf.read((path.parent / "official.pdf").read_bytes(), "official.pdf")
    typed = text.read(path.read_bytes(), "extracted.txt")
    one, other = assemble(printed), assemble(typed)
    assert characters(one) == characters(printed)
    assert characters(other) == characters(typed)
    assert notes(one) == notes(other)
    ours, theirs = paragraphs(one), set(paragraphs(other))
    same = sum(paragraph in theirs for paragraph in ours)
    assert same >= 0.97 * len(ours) - 1
