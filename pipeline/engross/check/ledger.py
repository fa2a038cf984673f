"""The ledger: every character that a reader saw is in the Akoma Ntoso or listed as furniture of the page.

It is kept by counting, so that it does not depend on the order in which recognition sets things: white space
aside, each character has to be there as often as it was seen. Only where the counts differ is the place looked
for. It costs about a millisecond a page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from engross.akn.namespace import every, text_of
from engross.check.characters import count, excerpt, passages, squeeze, stretches
from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.flow import Flow, Item, Line, Rule, Run, Table
from engross.model.furniture import Furniture
from engross.model.span import Span

_MARK_SIGNS = "0123456789*()[]"  # a note's line may begin with its mark, which the tree keeps elsewhere
_STRETCH = 12  # characters that are looked for together
_MOST = 10  # findings of one kind; a document with more is broken as a whole


def ledger(flow: Flow, akn: etree._Element, furniture: Sequence[Furniture]) -> tuple[Diagnostic, ...]:
    """Findings for what a reader saw and the tree and the furniture lack, and for text that came from nowhere.

    Empty for a document in which nothing was lost and nothing was invented.
    """
    account = _open(flow, akn, furniture)
    return (*_name_losses(account), *_name_additions(account))


def losses(flow: Flow, akn: etree._Element, furniture: Sequence[Furniture]) -> tuple[Diagnostic, ...]:
    """Findings for what a reader saw and neither the tree nor the furniture holds, with their places."""
    return tuple(_name_losses(_open(flow, akn, furniture)))


@dataclass(frozen=True, slots=True)
class _Account:
    """Both sides of the ledger: the characters that were seen, and the squeezed pieces of text that are kept."""

    flow: Flow
    akn: etree._Element
    pieces: tuple[str, ...]
    seen: Counter[str]
    kept: Counter[str]


def _open(flow: Flow, akn: etree._Element, furniture: Sequence[Furniture]) -> _Account:
    pieces = (*map(squeeze, passages(akn)), *(squeeze(piece.text) for piece in furniture))
    return _Account(flow, akn, pieces, count(words for words, _ in _seen(flow)), Counter("".join(pieces)))


def _name_additions(account: _Account) -> Iterator[Diagnostic]:
    """Findings for text of the tree that no reader saw.

    Lines of the masthead that recognition completes from the lexicon ("United Nations", the symbol) are no
    additions: no source out of a PDF has them all, and the official page prints them.
    """
    added = account.kept - account.seen
    for line in _completed_lines(account.flow, account.akn, added) if added else ():
        added -= line
    if added:
        message = f"{added.total()} characters are in the Akoma Ntoso and were not read: {_listed(added)}."
        yield diagnose("text-added", message, Span(account.flow.source))


def _marks(akn: etree._Element) -> Counter[str]:
    """The characters of note marks: seen at the call and at the note, kept as an attribute."""
    marks = count(note.get("marker", "") for note in every(akn, "authorialNote"))
    return marks + marks


def _completed_lines(flow: Flow, akn: etree._Element, added: Counter[str]) -> Iterator[Counter[str]]:
    """The characters of each masthead line that was completed: it stands nowhere in the source, or most of it is
    too much (the rest is hidden by characters that were lost elsewhere, or are kept as marks).
    """
    everything = squeeze("\n".join(words for words, _ in _seen(flow)))
    for part in every(akn, "coverPage", "preface"):
        for paragraph in every(part, "p"):
            text = squeeze(text_of(paragraph))
            line = Counter(text)
            if text not in everything or 2 * (line - added).total() <= line.total():
                yield line


def _seen(flow: Flow) -> Iterator[tuple[str, Span]]:
    """Every piece of text of a Flow, with its place."""
    for item in flow.items:
        yield from _text(item)
    for note in flow.notes:
        for at, line in enumerate(note.lines):
            if at == 0:
                yield note.mark, line.span
            yield from _text(line)
    for piece in flow.furniture:
        yield piece.text, piece.span


def _text(item: Item) -> Iterator[tuple[str, Span]]:
    match item:
        case Line():
            yield item.label + item.text, item.span
        case Table():
            for row in item.rows:
                for cell in row:
                    for line in cell.lines:
                        yield from _text(line)
        case Rule():
            yield item.text, item.span


def _name_losses(account: _Account) -> Iterator[Diagnostic]:
    lost = account.seen - account.kept
    if lost:
        lost -= _marks(account.akn)
    if not lost:
        return
    suspects = list(_missing_lines(lost, account))
    # A line that is lost as a whole has its characters among the lost ones; a line that lost one is the only suspect.
    places = [(words, span) for words, span in suspects if 2 * (Counter(squeeze(words)) & lost).total() >= len(words)]
    if not places and len(suspects) == 1:
        places = suspects
    for words, span in places[:_MOST]:
        yield diagnose("text-lost", f"This was read and is not in the Akoma Ntoso: “{excerpt(words)}”.", span)
    if not places:
        yield diagnose(
            "text-lost",
            f"{lost.total()} of the characters read are not in the Akoma Ntoso: {_listed(lost)}.",
            Span(account.flow.source),
        )


def _missing_lines(lost: Counter[str], account: _Account) -> Iterator[tuple[str, Span]]:
    """The lines that hold characters that are missing and of which at least half stands nowhere."""
    everything = "\n".join(account.pieces)
    for line in _lines(account.flow):
        words = squeeze(line.label + "".join(run.text for run in line.runs if not _is_mark(run)))
        if lost.keys().isdisjoint(squeeze(line.label + line.text)) or words.lstrip(_MARK_SIGNS) in everything:
            continue
        sought = list(stretches(words, _STRETCH))
        # A hyphen at a line's end, or a mark in the text, may keep one stretch from being found.
        if sum(stretch in everything for stretch in sought) <= len(sought) // 2:
            yield line.label + line.text, line.span


def _lines(flow: Flow) -> Iterator[Line]:
    for item in flow.items:
        match item:
            case Line():
                yield item
            case Table():
                yield from (line for row in item.rows for cell in row for line in cell.lines)
    for note in flow.notes:
        yield from note.lines


def _is_mark(run: Run) -> bool:
    return run.raised or run.note is not None


def _listed(characters: Counter[str]) -> str:
    listed = " ".join(
        character if number == 1 else f"{character}×{number}" for character, number in sorted(characters.items())
    )
    return excerpt(listed)
