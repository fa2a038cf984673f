"""Real resolutions written as Word files and read back: every character, label and mark in its place."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from engross.model.flow import Flow, Line, Table
from engross.model.presentation import Block, Inline, NoteCall, Points, Presentation, Quotation, TableBlock, plain
from engross.present import present
from engross.readers.docx import read
from engross.resources import templates
from engross.writers.docx import write

_ROOT = Path(__file__).resolve().parents[2]
_CORPUS = Path(os.environ.get("ENGROSS_CORPUS", _ROOT.parent / "shared" / "corpus"))
_FILES = sorted(_CORPUS.glob("pairs/*/akn/*.xml"))[::23] + sorted(_CORPUS.glob("akn/*/*/*.xml"))[::17]

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not _FILES, reason="there is no corpus")]


@pytest.mark.parametrize("path", _FILES, ids=lambda path: f"{path.parts[-3]}-{path.parts[-2]}-{path.stem}")
def test_a_word_file_reads_back_whole(path: Path) -> None:
    akn = path.read_bytes()
    presentation = present(etree.fromstring(akn))
    flow = read(write(presentation, akn, templates() / "un"), path.name)
    assert squeezed(seen(flow)) == squeezed(printed(presentation))


def squeezed(pieces: Iterable[str]) -> str:
    return re.sub(r"[ \t\n\r]", "", "".join(pieces))


def seen(flow: Flow) -> Iterator[str]:
    for item in flow.items:
        if isinstance(item, Line):
            yield item.label + item.text
        elif isinstance(item, Table):
            yield from (line.text for row in item.rows for cell in row for line in cell.lines)
    for note in flow.notes:
        yield from (note.mark, *(line.text for line in note.lines))


def printed(presentation: Presentation) -> Iterator[str]:
    cover = presentation.cover
    yield from (cover.organization, cover.symbol_initial, cover.symbol_rest, cover.issuing_body, *cover.distribution)
    yield from (line.text for line in cover.block)
    for part in presentation.parts:
        title = part.title
        if part.role != "main":
            yield title.number
        yield marked(title.number_line)
        yield from map(marked, title.adoption)
        yield from (marked(title.proponent), marked(title.sponsors))
        if part.role == "main":
            yield title.number
        yield marked(title.title)
        yield from blocks(part.blocks)
        yield from map(marked, (*part.closing, *part.vote))
    for note in presentation.notes:
        if not note.missing:
            yield from (note.mark, *map(marked, note.paragraphs))


def blocks(found: Iterable[Block]) -> Iterator[str]:
    for block in found:
        if isinstance(block, Points):
            for point in block.items:
                yield from (point.label, marked(point.content), *blocks(point.blocks))
        elif isinstance(block, Quotation):
            yield from blocks(block.blocks)
        elif isinstance(block, TableBlock):
            yield marked(block.caption)
            yield from (marked(content) for row in block.rows for cell in row for content in cell.paragraphs)
        else:
            yield getattr(block, "label", getattr(block, "number", ""))
            yield from (marked(block.content), *blocks(getattr(block, "blocks", ())))


def marked(content: Iterable[Inline]) -> str:
    return "".join(inline.mark if isinstance(inline, NoteCall) else plain((inline,)) for inline in content)
