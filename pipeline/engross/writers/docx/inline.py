"""Inline content as pieces: looks, scripts, links and note calls."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from engross.model.presentation import Break, Inline, NoteCall, Presentation, Text, on_page
from engross.model.presentation import Link as PrintedLink
from engross.writers.docx.grid import Grid
from engross.writers.docx.notes import NotePlan
from engross.writers.docx.pieces import Link, Look, Piece, Run, restyled, text_pieces

_LETTER = re.compile("[A-Za-z\u00c0-\u058f]")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u058f](?:[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]*[A-Za-z0-9\u00c0-\u058f)])?")
"""In a right-to-left line, a stretch that runs from left to right: letters, and what stands between them."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LONGEST_BOOKMARK = 40
_ADDRESS = re.compile(r"(?:https?|mailto|ftp):", re.I)


@dataclass(slots=True)
class Inliner:
    """Turns inline content into pieces, and keeps the addresses and bookmarks that links lead to."""

    presentation: Presentation
    grid: Grid
    notes: NotePlan
    addresses: dict[str, str] = field(default_factory=dict)
    changes: int = 0

    def pieces(self, content: Iterable[Inline], *, emphasised_style: bool = False) -> tuple[Piece, ...]:
        """The pieces of inline content. `emphasised_style` says that the paragraph's style has the look of
        emphasis: what is not emphasis takes it off.
        """
        result: list[Piece] = []
        for inline in on_page(content):
            if isinstance(inline, Text):
                result.extend(self._text(inline, emphasised_style))
            elif isinstance(inline, Break):
                result.append(Run(kind="break"))
            elif isinstance(inline, NoteCall):
                result.extend(self.notes.call(inline, self._rtl))
            else:
                result.append(self._link(inline, emphasised_style))
        return tuple(result)

    def plain(self, text: str, look: Look | None = None) -> tuple[Run, ...]:
        """A line of text as runs, each script's stretch with its own direction."""
        return tuple(self._runs(text, look or Look()))

    def targets(self) -> dict[str, str]:
        """Addresses that links lead to, by relationship id."""
        return {relation: address for address, relation in self.addresses.items()}

    @property
    def _rtl(self) -> bool:
        return self.presentation.direction == "rtl"

    def _text(self, text: Text, emphasised_style: bool) -> Iterator[Run]:
        italic: bool | None = None
        bold: bool | None = text.bold or None
        if text.emphasis and not emphasised_style:
            italic = self.grid.italic or None
            bold = bold or self.grid.bold or None
        elif emphasised_style and not text.emphasis:
            italic = False if self.grid.italic else None
            bold = text.bold if self.grid.bold else bold
        look = Look(italic, bold, text.underline, text.small_caps, text.raised, language=text.language or "")
        runs = self._runs(text.text, look)
        return map(functools.partial(self._changed, text.change), runs) if text.change else runs

    def _changed(self, change: Literal["inserted", "deleted"], run: Run) -> Run:
        self.changes += 1
        return replace(run, change=change, change_id=self.changes)

    def _runs(self, text: str, look: Look) -> Iterator[Run]:
        """Runs for `text`; in a right-to-left document, Latin stretches are not marked as such."""
        text = _ILLEGAL.sub("", text)
        if not self._rtl:
            if look.language and _RIGHT_TO_LEFT.search(text):
                look = replace(look, rtl=True)
            yield from text_pieces(text, look)
            return
        if _LETTER.search(text) and not runs_leftward(text):
            yield from text_pieces(text, look)
            return
        rightward = replace(look, rtl=True)
        at = 0
        for match in _LATIN.finditer(text):
            if match.start() > at:
                yield from text_pieces(text[at : match.start()], rightward)
            yield from text_pieces(match[0], look)
            at = match.end()
        if at < len(text):
            yield from text_pieces(text[at:], rightward)

    def _link(self, link: PrintedLink, emphasised_style: bool) -> Piece:
        inner = self.pieces(link.content, emphasised_style=emphasised_style)
        runs = tuple(run for piece in inner for run in (piece.runs if isinstance(piece, Link) else (piece,)))
        styled = tuple(restyled(run, "Hyperlink") if run.kind == "text" else run for run in runs)
        if link.href.startswith("#"):
            return Link(styled, anchor=bookmark_name(link.href[1:]), description=link.description)
        address = _ILLEGAL.sub("", link.href)
        if not _ADDRESS.match(address):  # anything else could make Word open a file or run a program
            return Link(runs)
        relation = self.addresses.setdefault(address, f"rIdLink{len(self.addresses) + 1}")
        return Link(styled, relation=relation, description=_ILLEGAL.sub("", link.description))


def runs_leftward(text: str) -> bool:
    """Whether a line of a right-to-left document runs that way: a date in English, a symbol or a number does not."""
    return _RIGHT_TO_LEFT.search(text) is not None


def bookmark_name(eid: str) -> str:
    """A name that Word takes for the bookmark of an element: letters, digits and underscores, 40 at most."""
    name = re.sub(r"\W", "_", eid)
    name = name if name[:1].isalpha() else f"b_{name}"
    if len(name) <= _LONGEST_BOOKMARK:
        return name
    from hashlib import sha256

    return f"{name[: _LONGEST_BOOKMARK - 9]}_{sha256(eid.encode()).hexdigest()[:8]}"
