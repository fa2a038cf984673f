"""Headings: which passages are headings of the text, what they number and how they nest.

Headings are known by the format (a level), by their look (bold, italic) and, where a format has no looks, by
being short, unpunctuated and alone (measured: headings inside resolutions are 10 pt bold, official-style §1.4).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from engross.model.flow import Role, Run
from engross.recognise.structure.labels import Label
from engross.recognise.structure.passage import Passage, cut, trim
from engross.recognise.structure.wording import Wording

_LONGEST = 300
_LONGEST_PLAIN = 140
_LONGEST_ITALIC = 200
_RANKS = {
    "part": 1,
    "chapter": 2,
    "section": 2,
    "roman": 3,
    "letter": 5,
    "article": 6,
    "ordinal": 6,
    "number": 6,
}
_UNNUMBERED = 4
_ITALIC = 8
_TEXT: frozenset[Role] = frozenset(("formula", "recital", "operative", "point", "closing", "quotation", "note"))
"""Paragraphs in these styles head nothing, bold or not."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its printed number, its title, and how high it ranks (1 is the highest). Its passage says its form."""

    number: str
    title: tuple[Run, ...]
    rank: int
    passage: Passage


def heading_of(
    passage: Passage, before: Passage | Heading | None, after: Passage | None, wording: Wording
) -> Heading | None:
    """The heading that a passage is, or None. `before` and `after` are its neighbours; `before` is a Heading
    where that is known to be one.
    """
    if passage.table is not None or not passage.text.strip() or len(passage.text) > _LONGEST:
        return None
    section = wording.language.parse_section(passage.text) if not passage.label else None
    if section is not None and not section.rest and section.end >= len(passage.text.rstrip(" .:")):
        return _numbered(passage, section.number, section.kind, section.end, whole=True)
    if not _looks(passage, before, after, wording):
        return None
    if section is not None and section.rest:
        return _numbered(passage, section.number, section.kind, _rest_at(passage.text, section.rest))
    labelled = wording.label(passage)
    if labelled is not None:
        label, rest = labelled
        if label.is_bullet:
            return None
        return Heading(label.text, _unmarked(rest.runs), _RANKS["number"] + (not label.is_number), passage)
    rank = _ITALIC if passage.italic and not passage.bold else _UNNUMBERED
    if passage.level:
        rank = min(passage.level, 9)
    return Heading("", _unmarked(passage.runs), rank, passage)


def _rest_at(text: str, rest: str) -> int:
    place = text.rfind(rest)
    return place if place >= 0 else len(text)


def _numbered(passage: Passage, number: str, kind: str, end: int, whole: bool = False) -> Heading:
    printed = passage.text if whole else passage.text[:end]
    title = () if whole else _unmarked(trim(cut(passage.runs, end, len(passage.text))))
    rank = _RANKS.get(kind, _UNNUMBERED)
    if whole and any(run.note is not None for run in passage.runs):
        return Heading("", _unmarked(passage.runs), rank, passage)  # a number with a note is a title of its own
    return Heading(printed.strip() or number, title, rank, passage)


def _looks(passage: Passage, before: Passage | Heading | None, after: Passage | None, wording: Wording) -> bool:
    if passage.role in _TEXT or (passage.role == "text" and not passage.bold):
        return False
    if passage.level:
        return True
    labelled = wording.label(passage)
    if passage.bold or _bold_after_number(passage, labelled, wording):
        if _is_running(passage, wording):
            return False
        return labelled is None or not passage.text.rstrip().endswith((";", "；", "؛"))
    if labelled is not None or passage.ends_with_sign or after is None:
        return False
    if passage.italic:
        return len(passage.text) <= _LONGEST_ITALIC and not passage.text[0].islower()
    if wording.bold or len(passage.text) > _LONGEST_PLAIN or passage.text[0].islower():
        return False
    if wording.language.opening(passage.text, "recital") or wording.language.opening(passage.text, "operative"):
        return False
    return before is None or isinstance(before, Heading) or not before.ends_open


def _is_running(passage: Passage, wording: Wording) -> bool:
    """Whether a bold passage is a recital or an operative paragraph that was set bold: its opening words and the sign
    at its end say so.
    """
    text = passage.text.rstrip()
    if not text.endswith((",", "،", "，", ";", "；", "؛")):
        return False
    return bool(wording.language.opening(text, "recital") or wording.language.opening(text, "operative"))


def _bold_after_number(passage: Passage, labelled: tuple[Label, Passage] | None, wording: Wording) -> bool:
    """Whether only the number before the title is not bold."""
    if not wording.bold or not any(run.bold for run in passage.runs):
        return False
    if labelled is not None:
        return labelled[1].bold
    section = wording.language.parse_section(passage.text)
    return section is not None and bool(section.rest) and passage.after(_rest_at(passage.text, section.rest)).bold


def _unmarked(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs of a heading without the look that the whole heading has."""
    letters = [run for run in runs if run.note is None and run.text.strip()]
    bold = bool(letters) and all(run.bold for run in letters)
    italic = bool(letters) and all(run.italic for run in letters)
    return tuple(replace(run, bold=run.bold and not bold, italic=run.italic and not italic) for run in runs)
