"""The document: the parts of a package put together, and its stories read in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import _Element

from engross.model.flow import Changes, Flow, Item, Line, Note, Run, lines_of
from engross.model.furniture import Furniture, FurnitureKind
from engross.model.span import Span
from engross.readers.docx.manuscript import Manuscript
from engross.readers.docx.names import R, W
from engross.readers.docx.package import Package
from engross.readers.docx.properties import properties_of, record_of
from engross.readers.docx.story import Story

_FRAME_SIGNS = (
    (FurnitureKind.PAGE_NUMBER, re.compile(r"\A\d+\s?(?:/\s?\d+)?\Z")),
    (FurnitureKind.BAR_CODE, re.compile(r"\*\w{6,12}\*")),
    (FurnitureKind.JOB_NUMBER, re.compile(r"\A(?:[A-Z]{2}\.)?\d{2}-\d{4,6}\b")),
)

_REISSUE = re.compile(r"\*{1,3}\s+[^\W\d_]")


class Document:
    """One Word file on its way to a Flow; `changes` says what becomes of tracked changes."""

    def __init__(self, package: Package, changes: Changes) -> None:
        self.manuscript = Manuscript(package, changes)
        self.package = package
        self.source = package.source
        self.main = self.manuscript.main
        self.notes = self.manuscript.notes
        self.furniture: list[Furniture] = []

    def flow(self) -> Flow:
        """Read everything."""
        items: list[Item] = []
        body = self.manuscript.body
        sections = list(body.iter(W + "sectPr")) if body is not None else []
        for section in sections[-1:]:
            for kind in ("footnote", "endnote"):
                self.notes.set_format(kind, section.find(f"{W}{kind}Pr"))
        items.extend(self._frames(sections))
        if body is not None:
            story = Story(self.manuscript, self.main)
            items.extend(story.items(body))
            if story.waiting:
                items.append(Line(tuple(story.waiting), Span(self.source, story.count, part=self.main), whole=True))
            self._keep_hidden(story)
        notes = tuple(self._notes())
        return Flow(
            source=self.source,
            format="docx",
            items=tuple(items),
            notes=notes,
            furniture=tuple(self.furniture),
            properties=properties_of(self.package, self.manuscript.language),
            record=record_of(self.package, self.main),
            diagnostics=(*self.manuscript.findings, *self.manuscript.remarks()),
        )

    def _frames(self, sections: list[_Element]) -> Iterator[Item]:
        """Take headers and footers as furniture. The masthead of the first page, a table in its header, is text, and
        so is the note that a document was issued again, in its footer.
        """
        seen: set[str] = set()
        relations = self.package.relations(self.main)
        for section in sections:
            references = section.iterchildren(W + "headerReference", W + "footerReference")
            for reference in sorted(references, key=_is_of_later_pages):
                relation = relations.get(reference.get(R + "id") or "")
                if relation is None or relation[2] or relation[1] in seen or relation[1] not in self.package:
                    continue
                seen.add(relation[1])
                root = self.package.tree(relation[1])
                first = reference.get(W + "type") == "first" and section is sections[0]
                lines = list(lines_of(Story(self.manuscript, relation[1]).items(root)))
                if first and reference.tag == W + "headerReference" and next(root.iter(W + "tbl"), None) is not None:
                    yield from lines
                    continue
                for line in lines:
                    if first and _REISSUE.match(line.text):
                        yield line
                    else:
                        self._set_aside(line)

    def _set_aside(self, line: Line) -> None:
        """Take a paragraph of a header or footer as furniture."""
        kind = next((kind for kind, sign in _FRAME_SIGNS if sign.search(line.text)), FurnitureKind.RUNNING_HEAD)
        self.furniture.append(Furniture(kind, line.text, line.span))

    def _keep_hidden(self, story: Story) -> None:
        for text in story.hidden:
            self.furniture.append(Furniture(FurnitureKind.MARK_UP, text, Span(self.source, part=story.part)))

    def _notes(self) -> Iterator[Note]:
        """The notes in the order of their calls, those that nothing calls behind."""
        order = [*self.notes.marks, *(note for note in self.notes.elements if note not in self.notes.marks)]
        for note in order:
            kind = note.split("-")[0]
            part = self.package.related(self.main, f"{kind}s") or ""
            mark = self.notes.marks.get(note, "")
            story = Story(self.manuscript, part)
            lines = [item for item in story.items(self.notes.elements[note]) if isinstance(item, Line)]
            if lines and mark:
                lines[0] = replace(lines[0], runs=_without_mark(lines[0].runs, mark, note in self.notes.typed))
            yield Note(note, mark, tuple(lines))
            self._keep_hidden(story)


def _is_of_later_pages(reference: _Element) -> bool:
    """Whether a header or footer stands on other pages than the first, which says everything in full."""
    return reference.get(W + "type") != "first"


def _without_mark(runs: tuple[Run, ...], mark: str, is_typed: bool) -> tuple[Run, ...]:
    """A note's runs without what stands for its mark before the text: a typed `*`, brackets round a counted one."""
    if not runs or runs[0].note:
        return runs
    text = runs[0].text.lstrip()
    stands = mark if is_typed else "()"
    if not text.startswith(stands) or (is_typed and text[len(mark) : len(mark) + 1].isalnum()):
        return runs
    if not is_typed and not (runs[0].raised and mark.startswith("(")):
        return runs
    rest = [replace(runs[0], text=text.removeprefix(stands)), *runs[1:]]
    while rest and not rest[0].text.strip():
        del rest[0]
    if rest:
        rest[0] = replace(rest[0], text=rest[0].text.lstrip(" \t\u00a0"))
    return tuple(rest)
