"""Runs as inline mark-up of the Akoma Ntoso: emphasis, notes at their place, references and dates."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from lxml import etree

from engross.akn.inline import write_runs
from engross.akn.namespace import append, element
from engross.akn.note_brackets import bracketed
from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.flow import Flow, Note, Run
from engross.model.furniture import Furniture, FurnitureKind
from engross.model.span import Span
from engross.recognise.structure.citations import Citation, find_citations
from engross.recognise.structure.marks import join_looks, unlinked
from engross.recognise.structure.meetings import UNKNOWN, Occasion
from engross.recognise.structure.passage import plain, tidy
from engross.recognise.structure.wording import Wording

_MARK = re.compile(r"[()\[\]（）]")
Part = Literal["recital", "operative"]


@dataclass(slots=True)
class Prose:
    """Writes runs; keeps count of the notes that were written, so that none is lost."""

    flow: Flow
    wording: Wording
    occasion: Occasion = UNKNOWN
    written: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    """The brackets of marks, which are printed with the number and belong to it."""
    _notes: dict[str, Note] = field(default_factory=dict)
    _calls: list[tuple[etree._Element, str]] = field(default_factory=list)
    _elements: dict[str, etree._Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._notes = {note.id: note for note in self.flow.notes}

    def paragraph(self, runs: Sequence[Run], part: Part | None = None, span: Span | None = None) -> etree._Element:
        """A `p` with these runs; the opening words of a recital or operative paragraph are emphasised where the
        format has no italics.
        """
        node = element("p")
        self.fill(node, self.emphasised(tuple(runs), part), span)
        return node

    def fill(self, node: etree._Element, runs: Sequence[Run], span: Span | None = None) -> None:
        """Puts runs into an element."""
        citations = unlinked(find_citations(plain(runs), self.wording, self.occasion), runs)
        cuts = [place for citation in citations for place in (citation.start, citation.end)]
        marks: list[etree._Element] = []
        for n, stretch in enumerate(stretches(runs, cuts)):
            if n % 2:
                marks.append(self._citation(node, citations[n // 2], stretch, span))
            else:
                self._plain(node, stretch, span)
        join_looks(marks)

    def emphasised(self, runs: tuple[Run, ...], part: Part | None) -> tuple[Run, ...]:
        """The runs with emphasis as the form has it: italics, whatever the language prints for it."""
        runs = self._as_italics(runs)
        if part is None or self.wording.slanted:
            return runs
        text = plain(runs)
        end = self.wording.language.opening(text, part)
        if not end:
            other: Part = "operative" if part == "recital" else "recital"
            end = self.wording.language.opening(text, other)
        if not end:
            return runs
        _, opening, rest = stretches(runs, [0, end])
        return tuple(replace(run, italic=True) if run.note is None else run for run in opening) + rest

    def _as_italics(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        emphasis = self.wording.language.emphasis
        if emphasis == "italic":
            return runs
        return tidy(replace(run, italic=True, bold=False) if run.bold and run.note is None else run for run in runs)

    # --- pieces

    def _plain(self, node: etree._Element, runs: Sequence[Run], span: Span | None) -> None:
        if len(runs) == 1 and runs[0].note is None:  # the common case, without grouping
            append(node, *write_runs(runs))
            return
        for called, group in itertools.groupby(runs, key=lambda run: run.note is not None):
            if called:
                append(node, *(part for run in group for part in self._call(run, span)))
            else:
                append(node, *write_runs(group))

    def _citation(
        self, node: etree._Element, citation: Citation, runs: Sequence[Run], span: Span | None
    ) -> etree._Element:
        inner = element(citation.tag, **citation.attributes)
        self._plain(inner, [replace(run, href=None) if run.href else run for run in runs], span)
        node.append(inner)
        return inner

    def _call(self, run: Run, span: Span | None) -> list[etree._Element]:
        """A note at its mark; where the language prints brackets around the mark, they stand in the text."""
        note = self._note(run, span)
        if self.wording.language.note_mark("1") == "1":
            return [note]
        return bracketed(note)

    def _note(self, run: Run, span: Span | None) -> etree._Element:
        name = run.note or ""
        note = self._notes.get(name)
        printed = run.text.strip() or (note.mark if note is not None else "")  # a note that nothing calls has its own
        marker = _MARK.sub("", printed).strip() or printed or "*"
        seen = printed + note.mark if note is not None and note.lines and name not in self._elements else printed
        if brackets := "".join(sign for sign in seen if sign in "[]()"):
            self.furniture.append(Furniture(FurnitureKind.NOTE_MARK, brackets, span or Span(self.flow.source)))
        if name in self._elements:
            call = element("noteRef", href="#", marker=marker)
            self._calls.append((call, name))
            return call
        node = element("authorialNote", marker=marker, placement="bottom")
        self._elements[name] = node
        self.written.add(name)
        paragraphs = [tidy(line.runs) for line in note.lines] if note is not None else []
        for runs in paragraphs:
            if runs:
                node.append(self.paragraph([run for run in runs if run.note is None]))
        if not len(node):
            node.set("status", "incomplete")
            node.append(element("p"))
            if note is None and not any(found.code == "note-missing" for found in self.flow.diagnostics):
                self.diagnostics.append(diagnose("note-missing", f"Note {marker} has no text in the source.", span))
        return node

    # --- at the end

    def uncalled(self) -> list[Note]:
        """The notes that no mark called so far."""
        return [note for note in self.flow.notes if note.id not in self.written]

    def call(self, note: Note) -> etree._Element:
        """The element of a note that nothing calls."""
        return self._note(Run(note.mark, note=note.id), note.lines[0].span if note.lines else None)

    def resolve_calls(self) -> None:
        """Points repeated calls to their note, once the notes have their identifiers."""
        for node, name in self._calls:
            node.set("href", f"#{self._elements[name].get('eId', '')}")


def stretches(runs: Sequence[Run], cuts: Sequence[int]) -> list[tuple[Run, ...]]:
    """The runs cut at offsets into their plain text: outside, inside, outside, … of the stretches that pairs of
    offsets mark. A note mark at an edge stays outside.
    """
    pieces: list[list[Run]] = [[] for _ in range(len(cuts) + 1)]
    at = place = 0
    for run in runs:
        if run.note is not None:
            while at < len(cuts) and (cuts[at] < place or (cuts[at] == place and at % 2)):
                at += 1
            pieces[at].append(run)
            continue
        start, end = place, place + len(run.text)
        while start < end:
            while at < len(cuts) and cuts[at] <= start:
                at += 1
            stop = min(end, cuts[at]) if at < len(cuts) else end
            whole = stop - start == len(run.text)
            pieces[at].append(run if whole else run.retold(run.text[start - place : stop - place]))
            start = stop
        place = end
    return [tuple(piece) for piece in pieces]
