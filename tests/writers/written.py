"""Word files written for the tests, and what is in them."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

from lxml import etree

from engross.model.flow import Flow
from engross.model.presentation import (
    Block,
    Heading,
    Inline,
    NoteCall,
    Paragraph,
    Points,
    Presentation,
    Prose,
    Recital,
    plain,
)
from engross.readers.docx import read
from engross.resources import templates
from engross.writers.docx import write
from tests.writers.resolutions import resolution

AKN = b"<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'/>"


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def printed(presentation: Presentation) -> bytes:
    return write(presentation, AKN, templates() / "un")


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def reread(presentation: Presentation) -> Flow:
    return read(printed(presentation), "written.docx")


def labelled(flow: Flow) -> list[tuple[str, str]]:
    return [(line.label, line.text) for line in flow.lines]


def with_blocks(*blocks: Block) -> Presentation:
    made = resolution()
    return replace(made, parts=(replace(made.parts[0], blocks=blocks),), notes=())


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def characters(blocks: tuple[Block, ...]) -> str:
    """The characters of blocks in the order in which they are printed."""
    found = []
    for block in blocks:
        if isinstance(block, Points):
            found.extend(point.label + marked(point.content) + characters(point.blocks) for point in block.items)
        elif isinstance(block, Paragraph | Recital | Prose | Heading):
            found.append(getattr(block, "label", getattr(block, "number", "")) + marked(block.content))
            found.append(characters(getattr(block, "blocks", ())))
        else:
            found.append(marked(block.content))  # type: ignore[union-attr]
    return "".join(found)


def marked(content: tuple[Inline, ...]) -> str:
    """Characters with the marks of notes in their places."""
    return "".join(inline.mark if isinstance(inline, NoteCall) else plain((inline,)) for inline in content)
