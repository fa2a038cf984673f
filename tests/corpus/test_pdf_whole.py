"""Every character of a published resolution is set on a page, above the foot, in every language."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from engross.model.presentation import Link, NoteCall, Presentation, Text
from engross.model.style import load_style
from engross.present import present
from engross.resources import templates
from engross.writers.pdf.blocks import ARTIFACT
from engross.writers.pdf.printing import lay_out, measures_of
from tests.corpus.scoring import CORPUS

STYLE = load_style(templates() / "un")
_NAMES = frozenset({"id", "note", "kind", "language", "href", "description", "role"})


def strings(value: object) -> Iterator[str]:
    """The printed strings of a part of a Presentation."""
    if isinstance(value, Text):
        yield value.text
    elif isinstance(value, NoteCall):
        yield value.mark
    elif isinstance(value, Link):
        yield from strings(value.content)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name not in _NAMES:
                yield from strings(getattr(value, field.name))


def characters(parts: Iterable[str]) -> Counter[str]:
    return Counter(sign for part in parts for sign in part if sign.isprintable() and not sign.isspace())


def printed(presentation: Presentation) -> tuple[Counter[str], float]:
    """The characters on the pages, heads and feet left out, and the lowest baseline as a share of the page."""
    measures = measures_of(presentation, STYLE)
    texts: list[str] = []
    lowest = 0.0
    for sheet in lay_out(presentation, STYLE, measures):
        for block in sheet.blocks:
            if block.strand.tag != ARTIFACT:
                texts.extend(line.text for line in block.lines)
                if block.strand.css != "wide":
                    lowest = max(lowest, block.baseline + block.strand.pitch * (len(block.lines) - 1))
    return characters(texts), lowest / measures.length("page.height")


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_nothing_is_left_off_the_page(language: str, take: Callable[[Iterable[Path], int], list[Path]]) -> None:
    for file in take((CORPUS / "pairs").glob(f"*/akn/{language}.xml"), 8):
        presentation = present(etree.parse(file).getroot())
        on_pages, lowest = printed(presentation)
        wanted = characters(
            text
            for part in (presentation.parts, presentation.notes, presentation.cover.block)
            for text in strings(part)
        )
        assert wanted - on_pages == Counter(), file.parent.parent.name
        assert lowest < 0.95, file.parent.parent.name
