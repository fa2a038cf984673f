"""Headings: in the text, of annexes and of lettered parts (geometry 4, "Headings in the text")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from engross.model.presentation import Heading, Inline, plain
from engross.writers.pdf.faces import Look
from engross.writers.pdf.lines import Line, Measure, Run, Type, set_forced, set_lines, spaced
from engross.writers.pdf.rows import Row, Strand, beside, stack_lines
from engross.writers.pdf.setter import Place, Setter


@dataclass(frozen=True, slots=True)
class Form:
    """How a heading is set: type, and the distances from the baseline above and to the one below, in points;
    `title_gap` from a number on a line of its own to the title; whether it starts a page, and then how far it stands
    below the first baseline of text.
    """

    size: float
    pitch: float
    look: Look
    before: float
    after: float
    title_gap: float
    new_page: bool = False
    drop: float = 0.0


@dataclass(frozen=True, slots=True)
class Words:
    """What a heading says: its number, which stands on a line of its own where `above`, and its title."""

    number: str
    title: tuple[Inline, ...]
    above: bool = False

    @property
    def plain(self) -> str:
        """Number and title as one line, for bookmarks."""
        return " ".join(f"{self.number} {plain(self.title)}".split())


_TOP = Row((), 0.0)
"""The first baseline of a page: what stands under it stands its own gap below."""


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
        float(table.get("drop", 0.0)),
    )


def set_heading(setter: Setter, block: Heading, place: Place) -> None:
    """A heading in the text, by its level."""
    levels = setter.measures.find("headings.levels")
    form = read_form(levels[min(max(block.level, 1), len(levels)) - 1], italic=block.italic)
    key = setter.key(block.id)
    step = f"{place.tag}{setter.heading_tag(place.level + block.level)}#"
    if not block.number and _headed_by(setter, step):
        form, setter.after = replace(form, before=form.pitch), None
    tag = f"{step}{key}"
    add_heading(setter, Words(block.number, block.content, block.number_above), form, tag, key)


def _headed_by(setter: Setter, step: str) -> bool:
    """Whether the line above is a heading of the same level without a number: "Rule 8" stands right above its title."""
    lines = setter.rows[-1].lines if setter.rows else ()
    return len(lines) == 1 and lines[0][0].css == "heading" and lines[0][0].tag.startswith(step)


def add_heading(setter: Setter, words: Words, form: Form, tag: str, key: str) -> None:
    """Set a heading; what follows stays on its page, for its rows are of the class `heading`."""
    kind = setter.kind(form.size, setter.spacing * form.size / 10.0)
    left, right = setter.measures.length("headings.x"), setter.measures.length("body.right")
    beside_title = bool(words.number) and not words.above
    hang = setter.measures.length("headings.title-at") - left if beside_title else 0.0
    room = Measure(right - left - hang, justified=False)
    strand = Strand(
        tag, "heading", left + hang, right - left - hang, form.size, form.pitch, kind.spacing,
        id=key, bookmark=(setter.level, words.plain),
    )  # fmt: skip
    numbers = set_lines([Run(words.number, form.look)], kind, room) if words.number else []
    lines: list[Line] = [spaced(line, kind) for line in numbers] if words.above else []
    lines.extend(set_forced(setter.inking.runs(words.title, form.look), kind, room))
    rows = stack_lines(strand, lines, form.before, whole=True)
    if words.above and len(rows) > len(numbers) > 0:
        rows[len(numbers)] = replace(rows[len(numbers)], gap=form.title_gap)
    if numbers and beside_title:
        rows = _with_number(setter, rows, strand, numbers, kind) or stack_lines(strand, numbers, form.before)
    if form.new_page and rows:
        rows[0] = replace(rows[0], fresh=True, gap=form.drop, repeat=(_TOP,))
        setter.after = None
    setter.add(rows, after=form.after)


def _with_number(setter: Setter, rows: list[Row], strand: Strand, numbers: list[Line], kind: Type) -> list[Row]:
    """The rows with the number before the title: where the style lets it stand, or end."""
    if not rows:
        return []
    left, end = setter.measures.length("headings.x"), setter.measures.length("headings.number-right")
    label = replace(
        strand, css="label", x=end or left, width=end or strand.x - left, end=bool(end), id="", bookmark=None
    )
    return beside(rows, label, spaced(numbers[0], kind))
