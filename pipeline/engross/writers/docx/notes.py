"""Footnotes: which marks Word counts by itself, and which are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from engross.model.presentation import Note, NoteCall
from engross.writers.docx.pieces import Look, Run

_MARK = re.compile(r"(\D*)(\d{1,4})(\D*)\Z")
_REFERENCE = "FootnoteReference"


@dataclass(slots=True)
class NotePlan:
    """The notes of a document in the order of their calls.

    A note whose text nobody has stays a raised mark in the text. The first counted mark may be another than 1
    (`first`); a mark that does not follow in the count is typed, and so is a sign (`*`).
    """

    notes: dict[str, Note]
    order: dict[str, int] = field(default_factory=dict)
    custom: set[str] = field(default_factory=set)
    first: int = 1
    _count: int | None = None

    def call(self, call: NoteCall, rtl: bool) -> Iterator[Run]:
        """The runs that print the mark of a call."""
        note = self.notes.get(call.note)
        raised = Look(raised=True, bold=False, italic=False, rtl=rtl)
        if note is None or note.missing:
            yield Run(text=call.mark, look=raised)
            return
        look = Look(bold=False, italic=False, rtl=rtl, style=_REFERENCE)
        number = self.number(call.note)
        if number is not None:
            yield Run(kind="note", text=call.mark, look=look, note=number, repeated=True)
            return
        counted = self._counts(call.mark)
        number = self.order[call.note] = len(self.order) + 1
        if not counted:
            self.custom.add(call.note)
            yield Run(kind="note", text=call.mark, look=look, note=number, custom=True)
            return
        before, digits, after = self.signs(call.mark)
        if before:
            yield Run(text=before, look=look)
        yield Run(kind="note", text=digits, look=look, note=number)
        if after:
            yield Run(text=after, look=look)

    def number(self, note: str) -> int | None:
        """The footnote's number in the file, counted from 1; None before its first call."""
        return self.order.get(note)

    def uncalled(self) -> Iterator[Note]:
        """Notes that have a text but no call."""
        for note in self.notes.values():
            if not note.missing and note.id not in self.order:
                yield note

    @staticmethod
    def signs(mark: str) -> tuple[str, str, str]:
        """The signs before and behind the number of a mark: Arabic prints `(1)`."""
        match = _MARK.match(mark)
        return (match[1], match[2], match[3]) if match else ("", mark, "")

    def _counts(self, mark: str) -> bool:
        """Whether Word's count comes to this mark; takes it into the count if so."""
        match = _MARK.match(mark)
        if match is None or match[2][0] == "0":
            return False
        value = int(match[2])
        if self._count is None:
            self.first = self._count = value
            return True
        if value != self._count + 1:
            return False
        self._count = value
        return True
