"""Word: the parts of a file from templates, native styles, numbers and notes, packed by python-docx."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engross.model.failure import ExitCode, Failure
from engross.model.presentation import Inline, NoteCall, Presentation, Text
from engross.model.setting import OFFICIAL, Setting
from engross.writers.docx.base import with_base
from engross.writers.docx.compose import Composer
from engross.writers.docx.grid import Grid, grid_for
from engross.writers.docx.inline import Inliner, runs_leftward
from engross.writers.docx.lists import NO_LIST, Lists
from engross.writers.docx.notes import NotePlan
from engross.writers.docx.pictures import code_pictures
from engross.writers.docx.pieces import Footnote, Look, Piece
from engross.writers.docx.targets import link_targets
from engross.writers.templating import environment

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

__all__ = ["write"]

_ITEM_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
    b'<ds:datastoreItem ds:itemID="{6B1B3A52-8C55-4E34-9A2E-0C6F2A1D60E5}"'
    b' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
    b'<ds:schemaRef ds:uri="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/></ds:schemaRefs></ds:datastoreItem>'
)
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_JOB_NUMBER = re.compile(r"(?:[A-Z]{2}\.)?\d{2}-\d+")


def write(presentation: Presentation, akn: bytes, style: Path, setting: Setting = OFFICIAL) -> bytes:
    """The presentation as a Word file (DOCX) in the style of a folder; the same input gives the same bytes.

    `akn` is embedded as custom XML. Every printed label is the presentation's: Word counts it where Word's own
    count gives exactly that label, else it is typed. Notes without a text stay raised marks. Raises Failure where
    the style folder lacks what Word needs.
    """
    from engross.writers.docx.package import PartOf, pack

    grid = grid_for(style, presentation)
    lists = Lists()
    notes = NotePlan({note.id: note for note in presentation.notes})
    inliner = Inliner(presentation, grid, notes)
    composer = Composer(
        grid=grid,
        inliner=inliner,
        presentation=presentation,
        lists=lists,
        targets=link_targets(presentation.parts),
    )
    blocks = composer.compose()
    end_rule_before = composer.end_rule_before()
    printer = _Printer(style, presentation, grid, setting)
    footnote_inliner = replace(inliner, addresses={}, changes=100_000)
    footnotes = _footnotes(notes, footnote_inliner)
    first = {definition.family: definition.id for definition in reversed(lists.definitions)}
    tied = _tied(first)
    numbered = {name: _numbering_of(lists, *key) for key, name in tied.items()}
    frame = _frame(presentation, inliner)
    unnumbered = (block for block in blocks if block.kind == "paragraph" and block.unnumbered)
    no_list = NO_LIST if any(numbered.get(block.style) for block in unnumbered) else 0
    pictures = code_pictures(presentation, grid)
    styles = printer("styles", numbered=numbered, **_faces(presentation, grid))
    base = style / "word" / "base.docx"
    parts = (
        PartOf("rIdStyles", "styles.xml", "styles", with_base(styles, base) if base.is_file() else styles),
        PartOf("rIdSettings", "settings.xml", "settings", printer("settings")),
        PartOf("rIdTheme", "theme/theme1.xml", "theme", printer("theme"), _THEME),
        PartOf("rIdFonts", "fontTable.xml", "fontTable", printer("fontTable")),
        PartOf(
            "rIdNumbering",
            "numbering.xml",
            "numbering",
            printer("numbering", definitions=lists.definitions, uses=lists.uses, tied=tied, no_list=no_list),
        ),
        PartOf(
            "rIdFootnotes",
            "footnotes.xml",
            "footnotes",
            printer("footnotes", footnotes=footnotes, reference=_REFERENCE),
            links=footnote_inliner.targets(),
        ),
        PartOf("rIdHeaderFirst", "header1.xml", "header", printer("header-first", **frame)),
        PartOf("rIdHeaderEven", "header2.xml", "header", printer("header", even=True, **frame)),
        PartOf("rIdHeaderOdd", "header3.xml", "header", printer("header", even=False, **frame)),
        PartOf(
            "rIdFooterFirst",
            "footer1.xml",
            "footer",
            printer("footer-first", pictures=pictures, **frame),
            pictures={entry.relation: entry.data for entry in pictures},
        ),
        PartOf("rIdFooterEven", "footer2.xml", "footer", printer("footer", even=True, **frame)),
        PartOf("rIdFooterOdd", "footer3.xml", "footer", printer("footer", even=False, **frame)),
    )
    return pack(
        printer(
            "document",
            blocks=blocks,
            numbered=numbered,
            no_list=no_list,
            first_note=notes.first,
            end_rule_before=end_rule_before,
        ),
        parts,
        printer("core", facts=presentation.facts, creator=_creator(presentation), language=presentation.language),
        printer("custom", properties=_properties(presentation)),
        akn,
        _ITEM_PROPERTIES,
        inliner.targets(),
    )


_REFERENCE = Look(style="FootnoteReference")


class _Printer:
    """Prints the parts of a document from the templates `word/NAME.xml.j2`."""

    def __init__(self, style: Path, presentation: Presentation, grid: Grid, setting: Setting) -> None:
        self._style = style
        self._templates = environment(style)
        macro: Callable[[Look, bool], Markup] = self._template("look").module.look  # type: ignore[attr-defined]
        chinese = presentation.language.split("-")[0] == "zh"
        self._always = {
            "g": grid,
            "setting": setting,
            "rtl": presentation.direction == "rtl",
            "joined": grid.scale == 100,
            "look": functools.cache(lambda look: macro(look, chinese)),
        }

    def __call__(self, name: str, **values: Any) -> bytes:
        """The bytes of a part. Raises Failure where the template is missing or does not work."""
        from jinja2 import TemplateError

        try:
            return self._template(name).render(self._always, **values).strip().encode()
        except TemplateError as error:
            raise self._failure(name, str(error)) from error

    def _template(self, name: str) -> Template:
        from jinja2 import TemplateError, TemplateNotFound

        try:
            return self._templates.get_template(f"word/{name}.xml.j2")
        except TemplateNotFound as error:
            raise self._failure(name, "it is missing") from error
        except TemplateError as error:
            raise self._failure(name, str(error)) from error

    def _failure(self, name: str, why: str) -> Failure:
        return Failure(
            f"The template {self._style / 'word' / name}.xml.j2 cannot be printed: {why}",
            hint="take the template from the style that engross ships",
            exit_code=ExitCode.SETUP,
        )


def _footnotes(notes: NotePlan, inliner: Inliner) -> list[Footnote]:
    """The footnotes in the order of their calls; a note that was called has a place even without a text."""
    found = []
    for eid, number in list(notes.order.items()):
        note = notes.notes[eid]
        paragraphs = tuple(tuple(_uncalled(content, inliner)) for content in note.paragraphs) or ((),)
        before, _, after = notes.signs(note.mark)
        found.append(Footnote(number, paragraphs, note.mark, eid in notes.custom, before, after))
    return found


def _uncalled(content: tuple[Inline, ...], inliner: Inliner) -> tuple[Piece, ...]:
    """The pieces of a note's paragraph. Word has no notes in notes: a call there is a raised mark."""
    flat = tuple(Text(part.mark, raised=True) if isinstance(part, NoteCall) else part for part in content)
    return inliner.pieces(flat)


def _tied(first: Mapping[str, int]) -> dict[tuple[int, int], str]:
    """Which paragraph style each level of the first list of a family is tied to."""
    tied: dict[tuple[int, int], str] = {}
    if (body := first.get("body")) is not None:
        tied = {(body, 0): "OperativeParagraph", (body, 1): "Point1", (body, 2): "Point2", (body, 3): "Point3"}
    if (annex := first.get("annex")) is not None:
        tied[annex, 0] = "AnnexParagraph"
    return tied


def _numbering_of(lists: Lists, definition: int, level: int) -> Markup:
    """The `w:numPr` of a style that is tied to a level; nothing where the level is not in use."""
    from markupsafe import Markup

    for use in lists.uses:
        if use.definition.id == definition and level in use.definition.levels:
            return Markup(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{use.id}"/></w:numPr>')  # noqa: S704
    return Markup("")


def _faces(presentation: Presentation, grid: Grid) -> dict[str, str]:
    """The fonts of the scripts: each language's own, Times for the others."""
    language = presentation.language.split("-")[0]
    latin, east_asian = grid.fonts["latin"]["name"], grid.fonts["east-asian"]
    return {
        "east_asian": east_asian["name"] if language in east_asian["languages"] else latin,
        "complex": grid.fonts["complex"]["name"] if presentation.direction == "rtl" else latin,
    }


def _frame(presentation: Presentation, inliner: Inliner) -> dict[str, Any]:
    """What masthead, heads and feet print."""
    cover = presentation.cover
    short = _JOB_NUMBER.match(presentation.job_number)
    return {
        "cover": cover,
        "organization": inliner.plain(cover.organization),
        "organ": inliner.plain(cover.issuing_body),
        "distribution": [(inliner.plain(line), not runs_leftward(line)) for line in cover.distribution],
        "symbol": inliner.plain(presentation.running_symbol, Look(bold=True)),
        "title": inliner.plain(presentation.running_title, Look(bold=True)),
        "job_number": short[0] if short else presentation.job_number,
        "full_job_number": presentation.job_number,
        "reissue": inliner.plain(presentation.reissue),
        "star": "*" if presentation.reissue and not cover.symbol_rest.endswith("*") else "",
    }


def _creator(presentation: Presentation) -> str:
    return presentation.cover.issuing_body or presentation.cover.organization


def _properties(presentation: Presentation) -> list[tuple[str, str]]:
    """The custom properties, by the names that official files use; empty ones are left out."""
    facts = presentation.facts
    agenda = [line.text for line in presentation.cover.block if line.role == "agenda-item"]
    titles = [line.text for line in presentation.cover.block if line.role == "agenda-title"]
    sessions = [line.text for line in presentation.cover.block if line.role == "session"]
    named = [
        ("Symbol1", facts.symbol),
        ("JobNo", facts.job_number),
        ("DocType", facts.kind),
        ("Language", facts.language),
        ("Session1", "; ".join(sessions)),
        ("Agenda1", "; ".join(agenda)),
        ("Agenda Title1", "; ".join(titles)),
        ("Title1", facts.title),
        ("DateOfAdoption", facts.adopted.isoformat() if facts.adopted else ""),
        ("DateOfIssue", facts.issued.isoformat() if facts.issued else ""),
        ("AkomaNtosoWork", facts.work_iri),
    ]
    return [(name, value) for name, value in named if value]
