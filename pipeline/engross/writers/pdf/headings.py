"""Headings: in the text, of annexes and of lettered parts (geometry 4, "Headings in the text")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from engross.model.presentation import Heading, HeadingForm, Inline, plain
from engross.writers.pdf.faces import Look
from engross.writers.pdf.lines import Measure, Run, Type, set_forced, set_lines, spaced
from engross.writers.pdf.rows import Row, Strand, beside, glue, stack_lines
from engross.writers.pdf.setter import Place, Setter


@dataclass(frozen=True, slots=True)
class Form:
    """How a heading is set: type, and the distances from the baseline above and to that of the text below, in points;
    `title_gap` from a number on a line of its own to a title of the same pitch; whether it starts a page. `spacing` is
    what every glyph gets beside its advance, where that is not what the size gets elsewhere. `title_at` is where a
    title starts beside its number, where that is not the place of all headings: then the number starts at their edge.
    """

    size: float
    pitch: float
    look: Look
    before: float
    after: float
    title_gap: float
    new_page: bool = False
    spacing: float | None = None
    title_at: float | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What a heading says: its number, which stands on a line of its own where `above`, then in a form of its own where
    it has one, and its title.
    """

    number: str
    title: tuple[Inline, ...]
    above: bool = False
    number_form: Form | None = None

    @property
    def plain(self) -> str:
        """Number and title as one line, for bookmarks."""
        return " ".join(f"{self.number} {plain(self.title)}".split())


def read_form(table: Mapping[str, Any], *, italic: bool = False) -> Form:
    """A form of the style; an `italic` heading is italic whatever the form of its level is."""
    look = Look(bold=table.get("weight") == "bold", italic=table.get("style") == "italic")
    return Form(
        float(table["size"]),
        float(table["pitch"]),
        Look(italic=True) if italic else look,
        float(table["before"]),
        float(table["after"]),
        float(table.get("title-gap", table["pitch"])),
        bool(table.get("new-page", False)),
        float(table["spacing"]) if "spacing" in table else None,
        float(table["title-at"]) if "title-at" in table else None,
    )


def set_heading(setter: Setter, block: Heading, place: Place) -> None:
    """A heading in the text, by its level."""
    levels = setter.measures.find("headings.levels")
    usual = levels[min(max(block.level, 1), len(levels)) - 1]
    form = read_form({**usual, **larger_form(setter, block.form)}, italic=block.italic and not block.form)
    key = setter.key(block.id)
    step = f"{place.tag}{setter.heading_tag(place.level + block.level)}#"
    if not block.number and _headed_by(setter, step):
        form, setter.after = replace(form, before=form.pitch), None
    tag = f"{step}{key}"
    add_heading(setter, Words(block.number, block.content, block.number_above), form, tag, key)


def larger_form(setter: Setter, form: HeadingForm) -> Mapping[str, Any]:
    """What the style says of a form that is larger than the text; nothing of headings as they usually are."""
    return dict(setter.measures.find("headings.forms")[form]) if form else {}


def _headed_by(setter: Setter, step: str) -> bool:
    """Whether the line above is a heading of the same level without a number: "Rule 8" stands right above its title."""
    lines = setter.rows[-1].lines if setter.rows else ()
    return len(lines) == 1 and lines[0][0].css == "heading" and lines[0][0].tag.startswith(step)


def add_heading(setter: Setter, words: Words, form: Form, tag: str, key: str) -> None:
    """Set a heading; what follows stays on its page, for its rows are of the class `heading`."""
    kind = _kind(setter, form)
    left, right = setter.measures.length("headings.x"), setter.measures.length("body.right")
    title_at, number_ends = _beside(setter, form)
    if words.above or not words.number:
        title_at = left
    strand = Strand(
        tag, "heading", title_at, right - title_at, form.size, form.pitch, kind.spacing,
        id=key, bookmark=(setter.level, words.plain),
    )  # fmt: skip
    title = set_forced(setter.inking.runs(words.title, form.look), kind, Measure(strand.width, justified=False))
    rows = stack_lines(strand, title, form.before, whole=True)
    if words.above and words.number:
        rows = _under_number(setter, rows, strand, words, form)
    elif number := set_lines([Run(words.number, form.look)], kind, Measure(1e6, justified=False)):
        label = replace(strand, css="label", x=left, width=title_at - left, id="", bookmark=None)
        if number_ends:
            label = replace(label, x=number_ends, width=number_ends, end=True)
        rows = beside(rows, label, spaced(number[0], kind)) if rows else stack_lines(strand, number, form.before)
    top = words.number_form or form
    if rows:
        rows[0] = replace(rows[0], fresh=top.new_page, drop=setter.measures.length("headings.drop"))
    if setter.after is not None:  # it was measured to a line of text
        setter.after += _lower(setter, top.pitch, setter.measures.length("body.pitch"))
    setter.add(rows, after=form.after)


def _beside(setter: Setter, form: Form) -> tuple[float, float]:
    """Where a title starts beside its number, and where the number ends (0: it starts at the edge of headings)."""
    if form.title_at is not None:
        return form.title_at, 0.0
    return setter.measures.length("headings.title-at"), setter.measures.length("headings.number-right")


def _kind(setter: Setter, form: Form) -> Type:
    spacing = setter.spacing * form.size / 10.0
    return setter.kind(form.size, form.spacing if form.spacing is not None and setter.spacing else spacing)


def _lower(setter: Setter, pitch: float, than: float) -> float:
    """How much lower the first baseline of lines of a pitch stands below the same text than that of another pitch: the
    blank is the same, and the baseline a share of the line's height below its top (geometry 0.2).
    """
    return setter.measures.length("page.baseline-share") * (pitch - than)


def _under_number(setter: Setter, rows: list[Row], strand: Strand, words: Words, form: Form) -> list[Row]:
    """The rows of the number on a line of its own, and below it those of the title."""
    above = words.number_form or form
    kind = _kind(setter, above)
    own = replace(strand, size=above.size, pitch=above.pitch, spacing=kind.spacing)
    room = Measure(strand.width, justified=False)
    lines = [spaced(line, kind) for line in set_lines([Run(words.number, above.look)], kind, room)]
    if rows and lines:
        gap = above.title_gap + _lower(setter, form.pitch, above.pitch)
        rows = glue([replace(rows[0], gap=gap), *rows[1:]])
    return [*stack_lines(own, lines, above.before, whole=True), *rows]
