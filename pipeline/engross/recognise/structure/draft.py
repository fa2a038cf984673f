"""The lines of a draft between its agenda item and its text: the item's title, the sponsors, the draft's title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engross.model.flow import Run
from engross.recognise.structure.passage import Passage, join, plain
from engross.recognise.structure.wording import Wording

_SHORT = 80
_OPENINGS = ("sponsors", "signatories")


@dataclass(frozen=True, slots=True)
class DraftLines:
    """What the lines are; an empty part is not printed."""

    agenda: str
    sponsors: tuple[Run, ...]
    title: tuple[Run, ...]


def read_draft_lines(lines: Sequence[Passage], wording: Wording) -> DraftLines:
    """The parts of a draft's title block (official-style §1.3: sponsors 10 pt bold, then the title 12 pt bold)."""
    at = _sponsors_at(lines, wording)
    if at is None:
        title = _title_from(lines)
        return DraftLines(plain(join(lines[:title])), (), join(lines[title:]))
    start = 0 if names_sponsors(lines[0], wording) else min(1, at)
    while at + 1 < len(lines) and names_sponsors(lines[at + 1], wording):
        at += 1
    return DraftLines(plain(join(lines[:start])), join(lines[start : at + 1]), join(lines[at + 1 :]))


def names_sponsors(line: Passage, wording: Wording) -> bool:
    """Whether a line says who presents a draft, in the words of the language: "Chile and Ghana: draft resolution", or
    as delegations type it, "Sponsors: Chile, Ghana".
    """
    words = wording.language.words
    text = line.text.casefold().replace("：", ":")
    draft = words.get("draft_resolution", "").casefold()
    if draft and draft in text and (":" in text or text.startswith(draft)):
        return True
    openings = (words.get(key, "").casefold() for key in _OPENINGS)
    return any(
        opening and text.startswith(opening) and text[len(opening) :].lstrip()[:1] == ":" for opening in openings
    )


def _sponsors_at(lines: Sequence[Passage], wording: Wording) -> int | None:
    """The line that says what the document is: "Chile and Ghana: draft resolution"."""
    for n, line in enumerate(lines):
        if line.role == "sponsors" or names_sponsors(line, wording):
            return n
    for n, line in enumerate(lines[1:-1], 1):
        _, colon, rest = line.text.replace("：", ":").rpartition(":")
        if colon and 0 < len(rest.strip()) <= _SHORT:
            return n
    return None


def _title_from(lines: Sequence[Passage]) -> int:
    """Where the draft's title begins: at the first line in a style for it, else at the first line set larger than
    the first, else at the last of several.
    """
    styled = next((n for n, line in enumerate(lines) if line.role == "title"), None)
    if styled is not None:
        return styled
    larger = next((n for n, line in enumerate(lines) if n and line.size > lines[0].size + 1), None)
    if larger is not None:
        return larger
    return len(lines) - 1 if len(lines) > 1 else len(lines)
