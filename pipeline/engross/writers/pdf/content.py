"""From the Presentation's inline content to runs: looks, links, note marks, forced line ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from engross.model.presentation import Break, Inline, Link, NoteCall, Text, on_page
from engross.writers.pdf.faces import REGULAR, Look
from engross.writers.pdf.lines import Run

_BLANKS = re.compile("( +)")
_EMPHASIS = {"italic": Look(italic=True), "bold": Look(bold=True), "bold-italic": Look(italic=True, bold=True)}


class Inking:
    """Gives inline content its look in one language (`emphasis` is `italic`, `bold` or `bold-italic`).

    `unwritten` are the ids of notes that nobody has the text of: their marks stand where they are called, and
    lead nowhere.
    """

    def __init__(self, emphasis: str, unwritten: frozenset[str] = frozenset()) -> None:
        self.unwritten = unwritten
        self.emphasis = _EMPHASIS.get(emphasis, _EMPHASIS["italic"])

    def runs(self, content: Iterable[Inline], base: Look = REGULAR) -> list[list[Run]]:
        """The runs of each forced line of the content; a content without forced ends is one line."""
        lines: list[list[Run]] = [[]]
        for inline in on_page(content):
            if isinstance(inline, Break):
                lines.append([])
            elif isinstance(inline, Text):
                lines[-1].extend(self._inked(inline, base))
            elif isinstance(inline, Link):
                for place, line in enumerate(self.runs(inline.content, base)):
                    if place:
                        lines.append([])
                    lines[-1].extend(replace(run, href=inline.href, description=inline.description) for run in line)
            elif isinstance(inline, NoteCall):
                name = "" if inline.note in self.unwritten else anchor(inline.note)
                lines[-1].append(Run(inline.mark, mark_look(inline.mark, base), note=name))
        return lines

    def _inked(self, text: Text, base: Look) -> list[Run]:
        """The runs of text that looks alike. Blanks between small capitals are plain: drawn small they are narrower,
        and would not be spread with the others of their line.
        """
        look, language = self._look(text, base), text.language or ""
        if not look.small_caps:
            return [Run(text.text, look, language=language)]
        plain = replace(look, small_caps=False)
        parts = filter(None, _BLANKS.split(text.text))
        return [Run(part, plain if _BLANKS.fullmatch(part) else look, language=language) for part in parts]

    def _look(self, text: Text, base: Look) -> Look:
        return Look(
            italic=base.italic or (text.emphasis and self.emphasis.italic),
            bold=base.bold or text.bold or (text.emphasis and self.emphasis.bold),
            raised=text.raised,
            underline=text.underline or text.change == "inserted",
            small_caps=text.small_caps,
            struck=text.change == "deleted",
        )


def mark_look(mark: str, base: Look = REGULAR) -> Look:
    """How a note's mark looks: numbers are raised and upright, an asterisk stands in the line."""
    return base if set(mark) == {"*"} else Look(raised=True)


def anchor(name: str) -> str:
    """An id as the page's anchor: without blanks, and never empty."""
    return "".join(name.split()) or "note"
