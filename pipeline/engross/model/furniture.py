"""What a reader saw that belongs to the page and not to the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engross.model.span import Span


class FurnitureKind(StrEnum):
    """What a piece of page furniture is."""

    RUNNING_HEAD = "running head"
    PAGE_NUMBER = "page number"
    JOB_NUMBER = "job number"
    BAR_CODE = "bar code"
    RECYCLE = "recycle line"
    RULE = "rule"
    NOTE_MARK = "note mark"
    HYPHEN = "line-end hyphen"
    MARGIN = "margin"
    MARK_UP = "mark-up"
    REPLACED = "replaced by what was given"


@dataclass(frozen=True, slots=True)
class Furniture:
    """A piece of the page that is not text of the resolution: what it is, its characters and its place.

    Note marks count as furniture of the page as well: the Akoma Ntoso carries them as the note's `marker`,
    and
    writers print them again. So does a hyphen that only broke a word at a line's end.
    """

    kind: FurnitureKind
    text: str
    span: Span
