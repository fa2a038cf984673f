"""What was repaired in a file, counted, with the place of the first of each."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.span import Span

_MESSAGES = {
    "akn-empty": "Empty elements were left out",
    "akn-heading": "Headings were coded as paragraphs",
    "akn-link": "Links that lead nowhere were left out; their text stays",
    "akn-list": "Points stood beside the paragraph or point that they belong to",
    "akn-number": "Numbers were typed into the text of their paragraph; they are marked as such",
    "akn-preamble": "Preambular paragraphs stood between operative ones",
    "akn-element": "Elements that have no place here were left out; their text stays",
    "akn-structure": "Text stood where none is expected; it was kept as a plain block",
    "note-missing": "A note has no text",
}


@dataclass(slots=True)
class Repairs:
    """Counts repairs by code; `found` are findings that stand for themselves."""

    source: str
    found: list[Diagnostic] = field(default_factory=list)
    _count: dict[str, int] = field(default_factory=dict)
    _line: dict[str, int | None] = field(default_factory=dict)

    def note(self, code: str, node: etree._Element) -> None:
        """One repair at a node."""
        self._count[code] = self._count.get(code, 0) + 1
        self._line.setdefault(code, node.sourceline)

    def forget(self) -> None:
        """Starts counting anew."""
        self._count.clear()
        self._line.clear()

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """One diagnostic for each kind of repair, in the order of the codes, after those found before."""
        counted = (
            diagnose(code, f"{_MESSAGES[code]} ({self._count[code]}).", Span(self.source, line=self._line[code]))
            for code in sorted(self._count)
        )
        return (*self.found, *counted)
