"""The title matter: the block under the masthead and the titles of the resolution, of a lettered part, of an
annex (geometry 3; official style 1.3).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from engross.model.presentation import BlockLine, Inline, Part, Title, plain
from engross.writers.pdf.faces import Look
from engross.writers.pdf.headings import Words, add_heading, larger_form, read_form
from engross.writers.pdf.lines import Line, Measure, Run, set_lines, spaced
from engross.writers.pdf.ragged import set_ragged
from engross.writers.pdf.rows import Strand, beside, glue, stack_lines
from engross.writers.pdf.setter import Place, Setter
from engross.writers.pdf.setting import Setting


def set_document(setter: Setting) -> None:
    """Set the whole document: block, titles, parts."""
    presentation = setter.presentation
    set_block_lines(setter, presentation.cover.block)
    for part in presentation.parts:
        place = Place(level=1)
        if part.role == "main":
            set_main_title(setter, part.title, part.id)
        else:
            place = set_part_title(setter, part)
        setter.set_part(part, place)


def first_baseline(setter: Setter) -> float:
    """Where the first line under the masthead stands: a little lower where it is a number line."""
    presentation = setter.presentation
    numbered = presentation.parts and presentation.parts[0].title.number_line and not presentation.cover.block
    return setter.measures.length("title.number-line.first-baseline" if numbered else "title.first-baseline")


def set_block_lines(setter: Setter, block: Sequence[BlockLine]) -> None:
    """Session, committee, agenda item and its title at the left edge."""
    forms = setter.measures.find("title.lines")
    left, right = setter.measures.length("title.left"), setter.measures.length("title.right")
    even = setter.measures.length("title.first-right") - left
    gap = 0.0
    titled = False
    for number, entry in enumerate(block):
        form = forms.get(entry.role, forms["agenda-item"])
        role = entry.role if entry.role in forms else "agenda-item"
        pitch = float(form["pitch"])
        strand = _strand(setter, form, f"P#block-{number}", "line", left, right - left)
        lines = _lines(setter, form, entry.content, right - left)
        if role == "agenda-title":
            lines = _evened(lines, _lines(setter, form, entry.content, even))
            gap = gap or (setter.measures.length("title.between-titles") if titled else 0.0)
            titled = True
        setter.add(stack_lines(strand, lines, gap or pitch, whole=True))
        gap = float(setter.measures.length("title.after-committee")) if role == "committee" else 0.0
    if setter.rows:
        setter.rows[:] = [setter.rows[0], *glue(setter.rows[1:])]


def _evened(wide: list[Line], narrow: list[Line]) -> list[Line]:
    """The narrower lines of a title where it needs no more of them: typists even its lines out."""
    return narrow if len(narrow) <= len(wide) else wide


def set_main_title(setter: Setter, title: Title, name: str) -> None:
    """Adoption title, origin line or sponsors, number and title; the first one that names the resolution is
    the document's heading.
    """
    start = len(setter.rows)
    name = setter.key(name)
    has_title = bool(plain(title.title).strip())
    heads = "title" if has_title else "number-line" if title.number_line else "adoption"
    if title.number_line:
        _add(setter, "number-line", [title.number_line], name, heads == "number-line", gap="adoption.gap")
    form = "adoption-detail" if title.number_line else "adoption"
    _add(setter, form, title.adoption, name, heads == "adoption")
    _add(setter, "proponent", [title.proponent], name, False)
    _add(setter, "sponsors", [title.sponsors], name, False)
    if title.number or has_title:
        _add_numbered(setter, title, name)
    if len(setter.rows) > start:
        setter.after = setter.measures.length("title.formula-gap")
    if start or len(setter.rows) > start:
        setter.rows[:] = [setter.rows[0], *glue(setter.rows[1:])]


def _add(setter: Setter, form: str, lines: Sequence[tuple[Inline, ...]], name: str, heads: bool, gap: str = "") -> None:
    """Add title lines of a form of the style; every line of `lines` starts anew."""
    table = dict(setter.measures.find(f"title.{form}"))
    right = float(table.get("right", setter.measures.length("body.right")))
    content = [line for line in lines if plain(line).strip() or line]
    if not content:
        return
    tag = f"{setter.heading_tag(1)}#{name}-title" if heads else f"P#{name}-{form}"
    bookmark = (1, " ".join(plain(line).strip() for line in content)) if heads else None
    strand = replace(
        _strand(setter, table, tag, "title", float(table["x"]), right - float(table["x"])),
        bookmark=bookmark,
        id=f"{name}-title" if heads else "",
    )
    set_up: list[Line] = []
    for line in content:
        found = _lines(setter, table, line, right - float(table["x"]))
        if set_up and found:
            set_up[-1] = spaced(set_up[-1], setter.kind(strand.size, strand.spacing))
        set_up.extend(found)
    first = setter.measures.length(f"title.{gap}") if gap else float(table["gap"])
    setter.add(stack_lines(strand, set_up, first, whole=True))


def _add_numbered(setter: Setter, title: Title, name: str) -> None:
    """Number and title: the number ends before the title's edge."""
    form = dict(setter.measures.find("title.title"))
    left, right = float(form["x"]), float(form["right"])
    tag = f"{setter.heading_tag(1)}#{name}-title"
    label = f"{title.number} {plain(title.title)}".strip()
    strand = replace(_strand(setter, form, tag, "title", left, right - left), bookmark=(1, label), id=f"{name}-title")
    rows = stack_lines(strand, _lines(setter, form, title.title, right - left), float(form["gap"]), whole=True)
    if title.number:
        end = setter.measures.length("title.number.right")
        number = replace(strand, css="title", x=end, width=end, end=True, id="", bookmark=None)
        kind = setter.type_of("title.title")
        line = set_lines([Run(title.number, _look(form))], kind, _ragged(1e6))[0]
        rows = (
            beside(rows, number, spaced(line, kind))
            if rows
            else stack_lines(replace(number, id=f"{name}-title", bookmark=(1, label)), [line], float(form["gap"]))
        )
    setter.add(rows)


def set_part_title(setter: Setter, part: Part) -> Place:
    """The title of a lettered part or an annex: number or letter on its own line, title under it."""
    title = part.title
    words = Words(title.number, title.title, above=True)
    if part.role == "component" and (title.adoption or title.proponent):
        key = setter.key(part.id)
        _add(setter, "adoption", title.adoption, key, False)
        _add(setter, "proponent", [title.proponent], key, False)
    if not words.plain:
        return Place(level=1)
    key = setter.key(f"{part.id}-title")
    usual = setter.measures.find(f"headings.{part.role}")
    number, form = (read_form({**usual, **larger_form(setter, own)}) for own in (title.number_form, title.title_form))
    add_heading(setter, replace(words, number_form=number), form, f"{setter.heading_tag(2)}#{key}", key)
    return Place(level=2)


def _strand(setter: Setter, form: dict[str, Any], tag: str, css: str, x: float, width: float) -> Strand:
    size = float(form["size"])
    spacing = float(form.get("spacing", 0.181 * size / 10)) if setter.spacing else 0.0
    return Strand(tag, css, x, width, size, float(form["pitch"]), spacing)


def _lines(setter: Setter, form: dict[str, Any], content: tuple[Inline, ...], width: float) -> list[Line]:
    strand = _strand(setter, form, "", "", 0.0, width)
    kind = setter.kind(strand.size, strand.spacing)
    return set_ragged(setter.inking.runs(content, _look(form)), kind, _ragged(width))


def _look(form: dict[str, Any]) -> Look:
    return Look(bold=form.get("weight") == "bold", italic=form.get("style") == "italic")


def _ragged(width: float) -> Measure:
    return Measure(width, justified=False)
