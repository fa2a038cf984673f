"""Languages side by side: the versions of one resolution in columns, paragraph by paragraph.

As HTML (one page, no script) and as PDF on landscape sheets.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from engross.compare.alignment import Row
from engross.compare.parity import Parity
from engross.compare.units import Content, Unit, own_notes
from engross.lexicon import lexicon
from engross.model.presentation import TableBlock

_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A version as a column: `key` names it in ids and classes, `name` is the language's own name for itself."""

    key: str
    name: str
    language: str
    direction: str
    shown: bool


def columns(parity: Parity, shown: int = 0) -> tuple[Column, ...]:
    """The versions as columns; the first `shown` of them are open, all of them for 0."""
    found = []
    for place, (name, version) in enumerate(zip(parity.names, parity.versions, strict=True)):
        language = version.page.language
        known = lexicon().languages.get(language)
        own = f"{known.name}{name.removeprefix(language)}" if known is not None else name
        key = "v" + name.replace(" ", "-")
        found.append(Column(key, own, language, version.page.direction, not shown or place < shown))
    return tuple(found)


def as_html(parity: Parity, style: Path, shown: int = 0, template: str = "web/parallel.html", **more: Any) -> bytes:
    """The versions in columns as one page, made from a template of the style.

    The first `shown` columns are open, all of them for 0; readers open and close columns without script. `more`
    are further values for the template.
    """
    from engross.writers.html import words_of
    from engross.writers.templating import environment

    open_columns = columns(parity, shown)
    first = parity.versions[0].page
    text = (
        environment(style)
        .get_template(template)
        .render(
            page=first,
            columns=open_columns,
            groups=list(_groups(parity.rows, open_columns)),
            terms=words_of(first, style),
            all_terms=[words_of(version.page, style) for version in parity.versions],
            stretches=_no_stretches,
            note_place=_note_place,
            alone=False,
            **more,
        )
    )
    return text.encode("utf-8", "xmlcharrefreplace")


def as_pdf(parity: Parity, style: Path) -> bytes:
    """The versions in columns on landscape sheets: PDF/UA-1, with the style's fonts alone, the same every time.

    Raises Failure where the machine lacks a library.
    """
    from engross.writers.pdf import engine

    page = as_html(parity, style, template="page/parallel.html")
    fonts = engine.font_configuration(style / "fonts")
    document = engine.weasyprint().HTML(string=page.decode(), url_fetcher=engine.fetch_nothing)
    written: bytes = document.write_pdf(
        font_config=fonts,
        pdf_variant="pdf/ua-1",
        pdf_tags=True,
        pdf_identifier=hashlib.sha256(page).hexdigest()[:32].encode(),
    )
    return written


def _no_stretches(blocks: Iterable[Any]) -> list[Any]:
    return [((), block) for block in blocks]


def _note_place(note: str) -> str:
    """What tells a note from the others in ids: it holds the key of its column."""
    return f"_{note}"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the page: its id, the kind and depth of what stands in it, the cells by column."""

    id: str
    kind: str
    depth: int
    cells: tuple[Unit | None, ...]


def _groups(rows: Sequence[Row], columns: Sequence[Column]) -> list[list[Line]]:
    """The rows of the text, and those of the notes."""
    taken: set[str] = set()
    text: list[Line] = []
    notes: list[Line] = []
    for row in rows:
        present = [unit for unit in row if unit is not None]
        first = present[0]
        id_ = next((unit.id for unit in present if unit.id and unit.id not in taken), "")
        taken.add(id_)
        cells = tuple(_own(unit, column.key) if unit else None for unit, column in zip(row, columns, strict=True))
        line = Line("" if first.kind == "note" else id_, first.kind, min(first.depth, _LEVELS), cells)
        (notes if first.kind == "note" else text).append(line)
    return [text, notes]


def _own(unit: Unit, key: str) -> Unit:
    """A unit whose note calls, and a note whose id, are those of its column."""
    return replace(
        unit,
        id=f"{key}_{unit.id}" if unit.kind == "note" else unit.id,
        content=own_notes(unit.content, key),
        continued=tuple(own_notes(content, key) for content in unit.continued),
        table=_own_table(unit.table, key) if unit.table else None,
    )


def _own_table(table: TableBlock, key: str) -> TableBlock:
    def own(paragraphs: tuple[Content, ...]) -> tuple[Content, ...]:
        return tuple(own_notes(paragraph, key) for paragraph in paragraphs)

    rows = tuple(tuple(replace(cell, paragraphs=own(cell.paragraphs)) for cell in row) for row in table.rows)
    return replace(table, id="", rows=rows, caption=own_notes(table.caption, key))
