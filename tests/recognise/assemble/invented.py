"""Invented pages, typed as extractions give them."""

from __future__ import annotations

from textwrap import dedent

from engross.model.flow import Box, Flow, Item, Line, Page, PageBreak, Rule, Run
from engross.model.span import Span
from engross.readers import text
from engross.recognise.assemble import assemble


def typed(content: str) -> Flow:
    """The assembled Flow of a typed page."""
    return assemble(text.read(dedent(content).strip("\n").encode(), "invented.txt"))


def paragraphs(flow: Flow) -> list[str]:
    """The text of each line, note marks in braces."""
    return [
        line.label + ("\t" if line.label else "") + "".join(f"{{{r.text}}}" if r.note else r.text for r in line.runs)
        for line in flow.lines
    ]


def notes(flow: Flow) -> dict[str, str]:
    """The text of each note by its mark."""
    return {note.mark: " ".join(line.text for line in note.lines) for note in flow.notes}


def furniture(flow: Flow) -> list[tuple[str, str]]:
    """Kind and text of each piece of furniture."""
    return [(piece.kind.name, piece.text) for piece in flow.furniture]


def codes(flow: Flow) -> set[str]:
    """The codes of the findings."""
    return {finding.code for finding in flow.diagnostics}


def whole(*contents: Item | str | Line) -> Flow:
    """The assembled Flow of paragraphs as Markdown or Word give them."""
    items: list[Item] = []
    for number, content in enumerate(contents, 1):
        span = Span("invented.md", line=number)
        items.append(Line((Run(content),), span, whole=True) if isinstance(content, str) else content)
    return assemble(Flow("invented.md", "markdown", tuple(items)))


class Sheets:
    """Printed pages, line by line: left edge, baseline from the top and type size in points."""

    def __init__(self) -> None:
        self._items: list[Item] = []
        self._page = 1

    def line(
        self, content: str | tuple[Run, ...], left: float, baseline: float, size: float = 10.0, **look: bool
    ) -> None:
        """A line of type; its width follows from its characters, up to the right edge."""
        runs = (Run(content, size=size, **look),) if isinstance(content, str) else content
        right = min(left + 0.48 * size * sum(len(run.text) for run in runs), 552.0 if size < 9 else 489.0)
        span = Span("invented.pdf", page=self._page, line=len(self._items) + 1)
        self._items.append(Line(runs, span, Box(left, right, baseline)))

    def rule(self, left: float, right: float, baseline: float) -> None:
        """A drawn rule."""
        self._items.append(Rule(Span("invented.pdf", page=self._page), box=Box(left, right, baseline)))

    def body(self, first: float, *contents: str, left: float = 123.0, indent: float = 24.0) -> float:
        """A paragraph set from `first` downwards, its last line short; gives the baseline after it."""
        for number, content in enumerate(contents):
            start = left + (indent if number == 0 else 0)
            right = 489.0 if number < len(contents) - 1 else min(start + 4.5 * len(content), 489.0)
            span = Span("invented.pdf", page=self._page, line=len(self._items) + 1)
            self._items.append(Line((Run(content, size=10.0),), span, Box(start, right, first)))
            first += 12.0
        return first + 6.0

    def turn(self) -> None:
        """The next page."""
        self._page += 1
        self._items.append(PageBreak(Span("invented.pdf", page=self._page), self._page))

    def flow(self) -> Flow:
        """The Flow before assembly."""
        return Flow("invented.pdf", "pdf", tuple(self._items), pages=(Page(612.0, 792.0),) * self._page)
