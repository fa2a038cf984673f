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
from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.flow import Flow, Note, Run
from engross.model.span import Span
from engross.recognise.structure.citations import Citation, find_citations
from engross.recognise.structure.passage import cut, plain, retold, tidy
from engross.recognise.structure.wording import Wording

_MARK = re.compile(r"[()\[\]（）]")
Part = Literal["recital", "operative"]


@dataclass(slots=True)
class Prose:
    """Writes runs; keeps count of the notes that were written, so that none is lost."""

    flow: Flow
    wording: Wording
    written: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)
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
        text = plain(runs)
        citations = find_citations(text, self.wording)
        if not citations:
            self._plain(node, runs, span)
            return
        place = 0
        for citation in citations:
            if any(run.href for run in cut(runs, citation.start, citation.end)):
                continue
            self._plain(node, _outside(runs, place, citation.start), span)
            self._citation(node, citation, _inside(runs, citation.start, citation.end), span)
            place = citation.end
        self._plain(node, _outside(runs, place, len(text)), span)

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
        opening = tuple(replace(run, italic=True) if run.note is None else run for run in _inside(runs, 0, end))
        return opening + _outside(runs, end, len(text))

    def _as_italics(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        emphasis = self.wording.language.emphasis
        if emphasis == "italic":
            return runs
        return tidy(replace(run, italic=True, bold=False) if run.bold and run.note is None else run for run in runs)

    # --- pieces

    def _plain(self, node: etree._Element, runs: Sequence[Run], span: Span | None) -> None:
        for called, group in itertools.groupby(runs, key=lambda run: run.note is not None):
            if called:
                append(node, *(self._note(run, span) for run in group))
            else:
                append(node, *write_runs(group))

    def _citation(self, node: etree._Element, citation: Citation, runs: Sequence[Run], span: Span | None) -> None:
        inner = element(citation.tag, **citation.attributes)
        self._plain(inner, runs, span)
        node.append(inner)

    def _note(self, run: Run, span: Span | None) -> etree._Element:
        name = run.note or ""
        marker = _MARK.sub("", run.text).strip() or run.text.strip() or "*"
        if name in self._elements:
            call = element("noteRef", href="#", marker=marker)
            self._calls.append((call, name))
            return call
        node = element("authorialNote", marker=marker, placement="bottom")
        self._elements[name] = node
        self.written.add(name)
        note = self._notes.get(name)
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


def _outside(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs between two offsets, note marks at both ends included: what stands between citations."""
    kept: list[Run] = []
    place = 0
    for run in runs:
        if run.note is not None:
            if start <= place <= end:
                kept.append(run)
            continue
        begin, place = place, place + len(run.text)
        text = run.text[max(start - begin, 0) : max(end - begin, 0)]
        if text:
            kept.append(run if len(text) == len(run.text) else retold(run, text))
    return tuple(kept)


def _inside(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs between two offsets, note marks at its ends left to what stands around: a citation's own."""
    return tuple(run for place, run in _placed(runs, start, end) if run.note is None or start < place < end)


def _placed(runs: Sequence[Run], start: int, end: int) -> list[tuple[int, Run]]:
    found: list[tuple[int, Run]] = []
    place = start
    for run in _outside(runs, start, end):
        found.append((place, run))
        if run.note is None:
            place += len(run.text)
    return found
