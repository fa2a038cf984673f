"""Headings as paragraphs in the heading styles of the official template (official style 1.9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from engross.model.presentation import Heading, HeadingForm, Title
from engross.writers.docx import pieces as word
from engross.writers.docx.grid import twips
from engross.writers.docx.pieces import TAB, Paragraph, Piece
from engross.writers.docx.stack import Stack

_STYLES = ("HCh", "H1", "H23", "H4")


def set_heading(stack: Stack, block: Heading) -> None:
    """A heading in the text; its number stands on a line of its own, or before the title."""
    grid = stack.grid
    measures = grid.heading(block)
    style = block.form or ("H4" if block.italic or measures.get("style") == "italic" else "H23")
    pitch, gap = float(measures["pitch"]), float(measures["before"])
    if stack.blocks and _is_heading(stack.blocks[-1]):  # directly under another: the blank is that above text
        stack.restate(after=None)
        stack.after, gap = 0.0, stack.below_heading + grid.lower(pitch, stack.body_pitch)
    number = stack.inliner.plain(block.number)
    content = stack.inliner.pieces(block.content, emphasised_style=style == "H4")
    heading = stack.named(headline(stack, style, content, min(block.level, 8)), block.id)
    if number and block.number_above and content:
        stack.add(replace(heading, pieces=number), pitch, gap=gap)
        heading, gap = replace(heading, bookmark=""), pitch
    elif number and content and grid.points("headings.number-right") and "title-at" not in measures:
        indent = int(grid.word["indent"])  # the number hangs before the text, as that of the resolution's title does
        heading = replace(heading, pieces=(TAB, *number, TAB, *content), first=-indent)
    elif number and content:
        indent, step = int(grid.word["indent"]), int(grid.word["step"])
        heading = replace(heading, pieces=(*number, TAB, *content), left=indent + step, first=-step)
    elif number:
        heading = replace(heading, pieces=number)
    _add_last(stack, heading, measures, gap)


def set_annex_title(stack: Stack, title: Title, eid: str) -> None:
    """The number of an annex ("Annex I") and its title under it."""
    found = (
        (stack.inliner.plain(title.number), title.number_form),
        (stack.inliner.pieces(title.title), title.title_form),
    )
    lines = [(content, form) for content, form in found if content]
    between = 0.0
    for at, (content, form) in enumerate(lines):
        measures = stack.grid.annex(form)
        pitch = float(measures["pitch"])
        heading = headline(stack, _annex_style(stack, form, measures), content, 0)
        if at == 0:
            heading = replace(stack.named(heading, eid), new_page=bool(measures.get("new-page", False)))
        gap = between + stack.grid.lower(pitch, stack.pitch) if at else float(measures["before"])
        between = float(measures.get("title-gap", pitch))
        if at + 1 == len(lines):
            _add_last(stack, heading, measures, gap)
        else:
            stack.add(heading, pitch, gap=gap)


def headline(stack: Stack, style: str, content: tuple[Piece, ...], outline: int) -> Paragraph:
    """A heading at the text's left edge."""
    indent = int(stack.grid.word["indent"])
    return Paragraph(style, content, left=indent, right=indent, keep=True, outline=outline)


def _annex_style(stack: Stack, form: HeadingForm, measures: Mapping[str, Any]) -> str:
    return form or ("H1" if float(measures["size"]) >= stack.grid.points("title.title.size") else "H23")


def _add_last(stack: Stack, heading: Paragraph, measures: Mapping[str, Any], gap: float) -> None:
    """Set the last line of a heading, with the space that the text below it wants."""
    pitch = float(measures["pitch"])
    stack.below_heading = float(measures["after"])
    after = max(0.0, stack.grid.blank(stack.below_heading, pitch))
    stack.add(replace(heading, after=twips(after)), pitch, after, gap=gap)


def _is_heading(block: word.Block) -> bool:
    return isinstance(block, Paragraph) and block.style in _STYLES and block.outline is not None
