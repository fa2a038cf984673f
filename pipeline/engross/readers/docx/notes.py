"""Footnotes and endnotes: their ids, their marks in the order of the calls, their lines."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from engross.model.flow import Run
from engross.readers.docx.names import W, number, value
from engross.readers.docx.number_formats import sign


@dataclass(slots=True)
class NoteSeries:
    """The notes of a document, of both kinds. Ids are `footnote-1`, `endnote-1`."""

    elements: dict[str, _Element] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)
    """Notes whose marks their author typed, in the text and before the note."""
    _formats: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, root: _Element) -> None:
        """Add the notes of a part; separators are none."""
        for element in root.iterchildren(W + kind):
            if (element.get(W + "type") or "normal") == "normal":
                self.elements.setdefault(f"{kind}-{element.get(W + 'id')}", element)

    def set_format(self, kind: str, properties: _Element | None) -> None:
        """Take format and first number of the marks from `w:footnotePr` or `w:endnotePr`."""
        if (name := value(properties, "numFmt")) is not None:
            self._formats[kind] = name
        if (start := value(properties, "numStart")) is not None:
            self._counts[kind] = number(start, 1) - 1

    def id_of(self, kind: str, element_id: str | None) -> str | None:
        """The id of the note that a call names; None where the document has no such note."""
        name = f"{kind}-{element_id}"
        return name if name in self.elements else None

    def next_mark(self, note: str, kind: str) -> str:
        """The mark of the next call in the order of the text, which calls `note`."""
        count = self._counts[kind] = self._counts.get(kind, 0) + 1
        name = self._formats.get(kind, "lowerRoman" if kind == "endnote" else "decimal")
        shown = sign(count, name) or str(count)
        self.mark(note, shown)
        return shown

    def with_brackets(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """The runs with raised brackets round a counted mark taken into it: Arabic prints `(1)`, Word counts 1."""
        if not any(run.note for run in runs):
            return runs
        result = list(runs)
        for at, run in enumerate(runs):
            if run.note is None or not 0 < at < len(runs) - 1:
                continue
            before, after = result[at - 1], result[at + 1]
            if before.raised and after.raised and before.text.endswith("(") and after.text.startswith(")"):
                result[at - 1] = replace(before, text=before.text[:-1])
                result[at] = replace(run, text=f"({run.text})")
                result[at + 1] = replace(after, text=after.text[1:])
                self.marks[run.note] = result[at].text
        return tuple(run for run in result if run.text)

    def mark(self, note: str, mark: str) -> None:
        """Record the printed mark of a note."""
        self.marks.setdefault(note, mark)
