"""The document: the parts of a package put together, and its stories read in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import _Element

from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.failure import Failure
from engross.model.flow import Changes, Flow, Item, Line, Note, Run
from engross.model.furniture import Furniture, FurnitureKind
from engross.model.span import Span
from engross.readers.docx.comments import comments_of
from engross.readers.docx.names import R, W, is_on
from engross.readers.docx.notes import NoteSeries
from engross.readers.docx.numbering import Numbering
from engross.readers.docx.package import Package
from engross.readers.docx.properties import properties_of
from engross.readers.docx.story import Story, lines_of
from engross.readers.docx.styles import Styles

_FRAME_SIGNS = (
    (FurnitureKind.PAGE_NUMBER, re.compile(r"\A\d+\s?(?:/\s?\d+)?\Z")),
    (FurnitureKind.BAR_CODE, re.compile(r"\*\w{6,12}\*")),
    (FurnitureKind.JOB_NUMBER, re.compile(r"\A(?:[A-Z]{2}\.)?\d{2}-\d{4,6}\b")),
)


class Document:
    """One Word file on its way to a Flow; `changes` says what becomes of tracked changes."""

    def __init__(self, package: Package, changes: Changes) -> None:
        self.package = package
        self.changes = changes
        self.changed = 0
        self.source = package.source
        self.findings: list[Diagnostic] = []
        self.furniture: list[Furniture] = []
        main = package.related("", "officeDocument")
        if main is None:
            raise Failure("The archive holds no Word document", place=Span(self.source))
        self.main = main
        self.body = package.tree(main).find(W + "body")
        styles = self._part("styles")
        self.styles = Styles(styles)
        self._bordered = _bordered_styles(styles)
        self.numbering = Numbering(self._part("numbering"), self.styles.links)
        self.settings = self._part("settings")
        self.comments = comments_of(self._part("comments"))
        self.notes = NoteSeries()
        for kind in ("footnote", "endnote"):
            root = self._part(f"{kind}s")
            if root is not None:
                self.notes.add(kind, root)
            self.notes.set_format(kind, self.settings.find(f"{W}{kind}Pr") if self.settings is not None else None)
        self.language = self._main_language()

    def flow(self) -> Flow:
        """Read everything."""
        items: list[Item] = []
        sections = list(self.body.iter(W + "sectPr")) if self.body is not None else []
        for section in sections[-1:]:
            for kind in ("footnote", "endnote"):
                self.notes.set_format(kind, section.find(f"{W}{kind}Pr"))
        items.extend(self._frames(sections))
        if self.body is not None:
            story = Story(self, self.main)
            items.extend(story.items(self.body))
            if story.waiting:
                items.append(Line(tuple(story.waiting), Span(self.source, story.count, part=self.main), whole=True))
            self._keep_hidden(story)
        notes = tuple(self._notes())
        self.findings.extend(self._remarks())
        for name in sorted(self.numbering.unknown_formats):
            message = f"Automatic numbers have the format {name}; they are given as digits."
            self.findings.append(diagnose("number-format-unknown", message, Span(self.source)))
        return Flow(
            source=self.source,
            format="docx",
            items=tuple(items),
            notes=notes,
            furniture=tuple(self.furniture),
            properties=properties_of(self.package, self.language),
            diagnostics=tuple(self.findings),
        )

    def language_of(self, properties: _Element | None) -> str | None:
        """The language that a run itself names, where it is another than the document's."""
        if properties is None:
            return None
        element = properties.find(W + "lang")
        if element is None:
            return None
        tag = element.get(W + ("bidi" if is_on(properties, "rtl") else "val"))
        return tag if tag and tag.split("-")[0].lower() != self.language.split("-")[0] else None

    def remark(self, comment: str | None, place: Span) -> None:
        """Take a comment as a finding at the place that it is made on."""
        if (text := self.comments.pop(comment or "", None)) is not None:
            self.findings.append(diagnose("comment", text, place))

    def _remarks(self) -> Iterator[Diagnostic]:
        """What the file says beside its text: comments on nothing, and that changes are tracked."""
        for text in self.comments.values():
            yield diagnose("comment", text, Span(self.source))
        if self.changed:
            done = {"accept": "accepted", "reject": "rejected", "keep": "kept"}[self.changes]
            message = f"{self.changed} tracked change{'s were' if self.changed > 1 else ' was'} {done}."
            yield diagnose("changes-tracked", message, Span(self.source))

    def has_bordered_style(self, style: str | None) -> bool:
        """Whether a table style draws rules."""
        return style in self._bordered

    def _part(self, kind: str) -> _Element | None:
        """The root of a secondary part; a broken one is a finding, a hostile one a Failure."""
        name = self.package.related(self.main, kind)
        if name is None:
            return None
        try:
            return self.package.tree(name)
        except Failure as failure:
            if not failure.message.startswith("The part is no XML"):
                raise
            self.findings.append(diagnose("part-unreadable", f"{failure.message}.", Span(self.source, part=name)))
            return None

    def _main_language(self) -> str:
        """The language of most characters, as the runs name it; else the default style's."""
        counts: dict[str, int] = {}
        if self.body is not None:
            for run in self.body.iter(W + "r"):
                properties = run.find(W + "rPr")
                element = properties.find(W + "lang") if properties is not None else None
                tag = element.get(W + ("bidi" if is_on(properties, "rtl") else "val")) if element is not None else None
                length = sum(len(text.text or "") for text in run.iterchildren(W + "t"))
                counts[tag or ""] = counts.get(tag or "", 0) + length
        best = max(counts, key=lambda tag: (counts[tag], tag), default="")
        if best:
            return best.lower()
        return (self.styles.language or "").lower()

    def _frames(self, sections: list[_Element]) -> Iterator[Item]:
        """Take headers and footers as furniture; the masthead of the first page, a table in its header, is text."""
        seen: set[str] = set()
        relations = self.package.relations(self.main)
        for section in sections:
            for reference in section.iterchildren(W + "headerReference", W + "footerReference"):
                relation = relations.get(reference.get(R + "id") or "")
                if relation is None or relation[2] or relation[1] in seen or relation[1] not in self.package:
                    continue
                seen.add(relation[1])
                root = self.package.tree(relation[1])
                first = reference.get(W + "type") == "first" and reference.tag == W + "headerReference"
                if first and section is sections[0] and next(root.iter(W + "tbl"), None) is not None:
                    yield from lines_of(Story(self, relation[1]).items(root))
                else:
                    self._set_aside(root, relation[1])

    def _set_aside(self, root: _Element, part: str) -> None:
        """Take the paragraphs of a header or footer as furniture."""
        for line in lines_of(Story(self, part).items(root)):
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
            story = Story(self, part)
            lines = [item for item in story.items(self.notes.elements[note]) if isinstance(item, Line)]
            if lines and mark:
                lines[0] = replace(lines[0], runs=_without_mark(lines[0].runs, mark, note in self.notes.typed))
            yield Note(note, mark, tuple(lines))
            self._keep_hidden(story)


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


def _bordered_styles(root: _Element | None) -> frozenset[str]:
    if root is None:
        return frozenset()
    return frozenset(
        style.get(W + "styleId") or ""
        for style in root.iterchildren(W + "style")
        if style.get(W + "type") == "table" and style.find(f"{W}tblPr/{W}tblBorders") is not None
    )
