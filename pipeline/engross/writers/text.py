"""Plain text: the resolution line by line, with its labels, and its notes at the end.

One paragraph is one line, a blank line between two. A note's mark stands in square brackets, in the text and before
the note. Points are indented by four spaces a degree, columns of tables are set off by tabs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engross.model.presentation import (
    Block,
    Break,
    Heading,
    Inline,
    Link,
    Note,
    NoteCall,
    Paragraph,
    Part,
    Points,
    Presentation,
    Quotation,
    Recital,
    TableBlock,
)

_INDENT = "    "
_RULE = "_" * 20


def write(presentation: Presentation, akn: bytes) -> bytes:  # noqa: ARG001 — every writer is given both
    """The document as plain text in UTF-8, with all text of the Presentation, in its order."""
    groups = [*_masthead(presentation)]
    for part in presentation.parts:
        groups += _part(part)
    if presentation.notes or presentation.reissue:
        groups.append(_RULE)
        groups.append(presentation.reissue)
        groups += ["\n".join(_note(note)) for note in presentation.notes]
    return ("\n\n".join(group for group in groups if group) + "\n").encode("utf-8", "replace")


def line(content: Iterable[Inline]) -> str:
    """Inline content as characters, with the marks of its notes."""
    found: list[str] = []
    for inline in content:
        if isinstance(inline, NoteCall):
            found.append(_mark(inline.mark))
        elif isinstance(inline, Link):
            found.append(line(inline.content))
        elif isinstance(inline, Break):
            found.append("\n")
        else:
            found.append(inline.text)
    return "".join(found)


def _mark(mark: str) -> str:
    """A note's mark in square brackets, which no printed mark has: `[1]`, in Arabic too; an asterisk stays."""
    number = mark.strip("()")
    return f"[{number}]" if number.isalnum() else mark


def _masthead(presentation: Presentation) -> Iterator[str]:
    cover = presentation.cover
    yield cover.organization
    yield cover.symbol_initial + cover.symbol_rest
    yield cover.issuing_body
    yield "\n".join(text for text in cover.distribution if text)
    yield "\n".join(line(each.content) for each in cover.block)


def _part(part: Part) -> Iterator[str]:
    title = part.title
    yield line(title.number_line)
    yield "\n".join(map(line, title.adoption))
    yield line(title.proponent)
    yield line(title.sponsors)
    yield " ".join(text for text in (title.number, line(title.title)) if text)
    yield from _blocks(part.blocks, "")
    yield "\n".join(map(line, part.closing))
    yield "\n".join(map(line, part.vote))


def _blocks(blocks: Iterable[Block], indent: str) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, indent)


def _block(block: Block, indent: str) -> Iterator[str]:
    if isinstance(block, Points):
        for point in block.items:
            inner = indent + _INDENT
            yield _lined(f"{point.label} {line(point.content)}".strip(), inner)
            yield from _blocks(point.blocks, inner)
    elif isinstance(block, Paragraph):
        yield _lined(f"{block.label} {line(block.content)}".strip(), indent)
        yield from _blocks(block.blocks, indent)
    elif isinstance(block, Recital):
        yield _lined(line(block.content), indent)
        yield from _blocks(block.blocks, indent)
    elif isinstance(block, Heading):
        between = "\n" if block.number_above else " "
        yield _lined(between.join(text for text in (block.number, line(block.content)) if text), indent)
    elif isinstance(block, Quotation):
        yield from _blocks(block.blocks, indent + _INDENT)
    elif isinstance(block, TableBlock):
        yield from _table(block, indent)
    else:
        yield _lined(line(block.content), indent)


def _table(table: TableBlock, indent: str) -> Iterator[str]:
    yield _lined(line(table.caption), indent)
    rows = ("\t".join(" ".join(map(line, cell.paragraphs)).replace("\n", " ") for cell in row) for row in table.rows)
    yield "\n".join(indent + row for row in rows)


def _lined(text: str, indent: str) -> str:
    return "\n".join(indent + each for each in text.split("\n")) if text else ""


def _note(note: Note) -> Iterator[str]:
    first, *more = [line(paragraph) for paragraph in note.paragraphs] or [""]
    yield f"{_mark(note.mark)} {first}".strip()
    yield from more
