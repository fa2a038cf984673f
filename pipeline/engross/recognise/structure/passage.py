"""Passages: the whole paragraphs of an assembled Flow, prepared for recognition.

A passage keeps the runs of its line; `text` is what recognition reads: the characters without note marks. All
offsets are offsets into `text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from engross.akn.heading_forms import form_of_size, form_of_style
from engross.model.flow import Flow, Line, Role, Run, Table
from engross.model.presentation import HeadingForm
from engross.model.span import Span

_BLANK = re.compile(r"[ \t\r\f\v\u2028\u2029]+")
_EDGE = " \t\r\n\f\v"
_TERMINAL = re.compile(r"[.;:,!?。；：，、؛،؟…][\"”»’')\]』」》]*$")
_CLOSED = re.compile(r"[.;!?。；؛؟][\"”»’')\]』」》]*$|[,،，、]$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a table in its place. `label` is the number that the format itself printed before it; `text`
    are the characters, note marks left out.
    """

    runs: tuple[Run, ...]
    span: Span
    line: Line | None = None
    table: Table | None = None
    label: str = ""
    level: int = 0
    text: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", plain(self.runs))

    @property
    def role(self) -> Role:
        """What the style of its author says that it is; empty where it says nothing."""
        return self.line.role if self.line is not None else ""

    @property
    def bold(self) -> bool:
        """Whether every letter is bold."""
        return _all(self.runs, "bold")

    @property
    def italic(self) -> bool:
        """Whether every letter is italic."""
        return _all(self.runs, "italic")

    @property
    def size(self) -> float:
        """The largest type size, 0 where the format has none."""
        return max((run.size or 0.0 for run in self.runs), default=0.0)

    @property
    def form(self) -> HeadingForm:
        """The form of a heading that is larger than the text: of a Word file by its style, of a page by its size, which
        says something there alone.
        """
        line = self.line
        if line is None:
            return ""
        if line.style:
            return form_of_style(line.style)
        sizes = {run.size for run in self.runs if run.size and not run.raised} if line.box is not None else set()
        return form_of_size(min(sizes)) if sizes else ""

    @property
    def ends_open(self) -> bool:
        """Whether more must follow: no sign of punctuation at the end, or a colon."""
        return not _CLOSED.search(self.text)

    @property
    def ends_with_sign(self) -> bool:
        """Whether the text ends with any sign of punctuation."""
        return bool(_TERMINAL.search(self.text))

    @property
    def introduces(self) -> bool:
        """Whether the text ends with a colon (with a dash behind it, in older texts)."""
        return self.text.rstrip(" -–—").endswith((":", "："))

    def lines(self) -> Iterator[Passage]:
        """The passage cut at its line breaks; blank stretches are left out."""
        start = 0
        for part in self.text.split("\n"):
            end = start + len(part)
            if part.strip():
                yield replace(self, runs=trim(cut(self.runs, start, end)))
            start = end + 1

    def spelt(self) -> Passage:
        """The passage with the format's own number as part of its text."""
        return replace(self, runs=tidy((Run(f"{self.label} "), *self.runs)), label="") if self.label else self

    def after(self, start: int) -> Passage:
        """The passage from an offset on, without white space at its edges."""
        return replace(self, runs=trim(cut(self.runs, start, len(self.text))), label="")


def prepare(flow: Flow) -> list[Passage]:
    """The passages of an assembled Flow, in order; blank lines are gaps and no passages."""
    found: list[Passage] = []
    for item in flow.items:
        if isinstance(item, Table):
            found.append(Passage((), item.span, table=item))
        elif isinstance(item, Line):
            runs = tidy(item.runs)
            if runs or item.label:
                found.append(Passage(runs, item.span, item, None, item.label.strip(), item.level))
    return found


def plain(runs: Iterable[Run]) -> str:
    """The characters of runs, note marks left out."""
    return "".join(run.text for run in runs if run.note is None)


def cut(runs: Iterable[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs between two offsets into their plain text.

    A note mark at `start` belongs to what stands before it, unless nothing does; one at `end` belongs here.
    """
    kept: list[Run] = []
    place = 0
    for run in runs:
        if run.note is not None:
            if start < place <= end or (place == start == 0):
                kept.append(run)
            continue
        begin, place = place, place + len(run.text)
        text = run.text[max(start - begin, 0) : max(end - begin, 0)]
        if text:
            kept.append(run if len(text) == len(run.text) else run.retold(text))
    return tuple(kept)


def trim(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without white space at both ends; note marks are no white space."""
    kept = list(runs)
    while kept and kept[0].note is None:
        text = kept[0].text.lstrip(_EDGE)
        if text:
            kept[0] = kept[0] if text == kept[0].text else kept[0].retold(text)
            break
        del kept[0]
    while kept and kept[-1].note is None:
        text = kept[-1].text.rstrip(_EDGE)
        if text:
            kept[-1] = kept[-1] if text == kept[-1].text else kept[-1].retold(text)
            break
        del kept[-1]
    return tuple(kept)


def tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs with white space collapsed (no-break spaces and line breaks stay), equal neighbours made one."""
    kept: list[Run] = []
    open_space = True
    for run in runs:
        if run.note is not None:
            kept.append(run)
            open_space = False
            continue
        text = run.text
        if "  " in text or not text.isprintable():
            text = _BLANK.sub(" ", text)
        if open_space:
            text = text.removeprefix(" ")
        if not text:
            continue
        open_space = text.endswith((" ", "\n"))
        if run.raised and not text.strip():
            run = replace(run, raised=False)
        before = kept[-1] if kept else None
        if before is not None and before.note is None and same_look(before, run):
            kept[-1] = before.retold(before.text + text)
        else:
            kept.append(run if text == run.text else run.retold(text))
    return trim(tuple(_spaces_outside(kept)))


def _spaces_outside(runs: list[Run]) -> list[Run]:
    """Runs whose emphasis ends before the space that follows it, as typists mean it."""
    kept: list[Run] = []
    moved: Run | None = None
    for n, run in enumerate(runs):
        if moved is not None:
            if run.note is None and run.italic == moved.italic and run.bold == moved.bold:
                run = run.retold(moved.text + run.text)
            else:
                kept.append(moved)
            moved = None
        following = runs[n + 1] if n + 1 < len(runs) else None
        stays = following is None or (following.italic, following.bold) == (run.italic, run.bold)
        text = run.text.rstrip(" ")
        if stays or run.note is not None or run.raised or text == run.text or not text:
            kept.append(run)
            continue
        kept.append(run.retold(text))
        moved = Run(run.text[len(text) :])
    return kept


def same_look(one: Run, other: Run) -> bool:
    """Whether two runs differ in nothing that the Akoma Ntoso keeps but their text."""
    return (
        one.italic == other.italic
        and one.bold == other.bold
        and one.underline == other.underline
        and one.small_caps == other.small_caps
        and one.raised == other.raised
        and one.href == other.href
        and one.language == other.language
        and one.change == other.change
    )


def join(parts: Iterable[Passage], link: str = " ") -> tuple[Run, ...]:
    """The runs of several passages as one paragraph, joined by `link`."""
    runs: list[Run] = []
    for part in parts:
        if runs and part.runs:
            runs.append(replace(part.runs[0], text=link, note=None, raised=False))
        runs += part.runs
    return tidy(runs)


def _all(runs: Iterable[Run], look: str) -> bool:
    letters = [run for run in runs if run.note is None and any(c.isalnum() for c in run.text)]
    return bool(letters) and all(getattr(run, look) for run in letters)
