"""Characters counted, so that no reading of a structure passes over text: white space is of no account."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from engross.model.presentation import (
    Block,
    Heading,
    Inline,
    Note,
    Paragraph,
    Points,
    Quotation,
    Recital,
    TableBlock,
    plain,
)


def count_text(node: etree._Element) -> int:
    """The characters of an element, notes included."""
    return _count("".join(node.itertext()))


def count_notes(notes: Iterable[Note]) -> int:
    """The characters of notes, without their marks."""
    return sum(_inlines(paragraph) for note in notes for paragraph in note.paragraphs)


def count_blocks(blocks: Iterable[Block]) -> int:
    """The characters of blocks with their labels, without the notes that they call."""
    return sum(map(_block, blocks))


def _count(text: str) -> int:
    return sum(map(len, text.split()))


def _inlines(content: Iterable[Inline]) -> int:
    return _count(plain(content))


def _block(block: Block) -> int:
    if isinstance(block, Paragraph):
        return _count(block.label) + _inlines(block.content) + count_blocks(block.blocks)
    if isinstance(block, Points):
        return sum(_count(p.label) + _inlines(p.content) + count_blocks(p.blocks) for p in block.items)
    if isinstance(block, Recital):
        return _inlines(block.content) + count_blocks(block.blocks)
    if isinstance(block, Quotation):
        return count_blocks(block.blocks)
    if isinstance(block, TableBlock):
        cells = (cell for row in block.rows for cell in row)
        return _inlines(block.caption) + sum(_inlines(p) for cell in cells for p in cell.paragraphs)
    if isinstance(block, Heading):
        return _count(block.number) + _inlines(block.content)
    return _inlines(block.content)
