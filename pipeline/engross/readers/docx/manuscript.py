"""The manuscript: the parts of a package that every story is read with, and what is found while they are read."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.failure import Failure
from engross.model.flow import Changes
from engross.model.span import Span
from engross.readers.docx.comments import comments_of
from engross.readers.docx.names import W, is_on
from engross.readers.docx.notes import NoteSeries
from engross.readers.docx.numbering import Numbering
from engross.readers.docx.package import Package
from engross.readers.docx.styles import Styles


class Manuscript:
    """Styles, numbers, notes and comments of one Word file; `changes` says what becomes of tracked changes.

    Raises Failure where the package holds no Word document.
    """

    def __init__(self, package: Package, changes: Changes) -> None:
        self.package = package
        self.changes = changes
        self.changed = 0
        self.source = package.source
        self.findings: list[Diagnostic] = []
        main = package.related("", "officeDocument")
        if main is None:
            raise Failure("The archive holds no Word document", place=Span(self.source))
        self.main = main
        self.body = package.tree(main).find(W + "body")
        self.styles = Styles(self._part("styles"))
        self.numbering = Numbering(self._part("numbering"), self.styles.links)
        settings = self._part("settings")
        self.comments = comments_of(self._part("comments"))
        self.notes = NoteSeries()
        for kind in ("footnote", "endnote"):
            root = self._part(f"{kind}s")
            if root is not None:
                self.notes.add(kind, root)
            self.notes.set_format(kind, settings.find(f"{W}{kind}Pr") if settings is not None else None)
        self.language = self._main_language()

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

    def remarks(self) -> Iterator[Diagnostic]:
        """What the file says beside its text: comments on nothing, tracked changes, formats of numbers not known."""
        for text in self.comments.values():
            yield diagnose("comment", text, Span(self.source))
        if self.changed:
            done = {"accept": "accepted", "reject": "rejected", "keep": "kept"}[self.changes]
            message = f"{self.changed} tracked change{'s were' if self.changed > 1 else ' was'} {done}."
            yield diagnose("changes-tracked", message, Span(self.source))
        for name in sorted(self.numbering.unknown_formats):
            message = f"Automatic numbers have the format {name}; they are given as digits."
            yield diagnose("number-format-unknown", message, Span(self.source))

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
