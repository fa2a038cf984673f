"""Note marks as they are printed: from 1.

The published mark-up of half of the Human Rights Council's resolutions numbers its notes from 2 (25 of 49 files with
notes): the note of the first page's head, an asterisk, took the number 1 and was left out. Their pages number from 1.
"""

from __future__ import annotations

from lxml import etree

from engross.akn.namespace import every
from engross.model.diagnostic import Diagnostic, diagnose

_FIRST = 2


def lacks_first(document: etree._Element) -> bool:
    """Whether a whole document numbers its notes 2, 3, 4 … without a 1.

    A document is whole where its formula or its title is there: a cut-off excerpt keeps the numbers it has.
    """
    marks = [note.get("marker", "").strip() for note in every(document, "authorialNote")]
    numbers = [int(mark) for mark in marks if mark.isdecimal()]
    if not numbers or numbers != list(range(_FIRST, _FIRST + len(numbers))):
        return False
    return next(every(document, "formula"), None) is not None or any(
        title.get("refersTo") == "#resolutionTitle" for title in every(document, "docTitle")
    )


def one_less(mark: str) -> str:
    """The number before a number; an asterisk stays as it is."""
    return str(int(mark) - 1) if mark.isdecimal() else mark


def renumbered() -> Diagnostic:
    """The finding that says so."""
    return diagnose("note-renumbered", "The notes are numbered from 2; they are printed from 1.")
