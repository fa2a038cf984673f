"""Where lines break, as Word breaks the official documents.

Word takes a word that overflows when the spaces of the line need to shrink only a little and the line would
otherwise be stretched a lot (measured: geometry 9.1). WeasyPrint never shrinks a space, so the lines are
made here and given to it one by one, each with its own word spacing. Text without spaces (Chinese) breaks
between characters and is justified between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from engross.writers.pdf.faces import REGULAR, Faces, Look, Stack

_IDEOGRAPH = "\u2e80-\u303f\u3041-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_TOKEN = re.compile(rf" +|[{_IDEOGRAPH}]|[-‐–—]|[^ {_IDEOGRAPH}\-‐–—]+")
_IS_IDEOGRAPH = re.compile(rf"[{_IDEOGRAPH}]")
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_HYPHENS = frozenset("-‐–—")
_HARD_HYPHEN = "\u2011"
_NEVER_FIRST = frozenset("，。、；：？！）》〉」』】〕］｝”’…—–·%‰℃々〜～-‐,.;:?!)]}»")
_NEVER_LAST = frozenset("（《〈「『【〔［｛“‘([{«$￥№")
_UNCONTROLLED = re.compile(r"[\x00-\x1f\x7f\u200b\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look, with what they link to: an address, a note's id, or nothing."""

    text: str
    look: Look = REGULAR
    href: str = ""
    description: str = ""
    note: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a run on one line."""

    text: str
    run: Run


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its pieces with all their spaces (the one at the end too, so that text copied out of the
    page keeps its words apart), what is added to every space and to every character, and where it starts.
    Lengths are points; `width` is the natural width without the space at the end, `hang` that space's.
    """

    pieces: tuple[Piece, ...]
    width: float
    indent: float = 0.0
    word_spacing: float = 0.0
    letter_spacing: float = 0.0
    hang: float = 0.0

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def notes(self) -> tuple[str, ...]:
        """The ids of the notes called on this line."""
        return tuple(piece.run.note for piece in self.pieces if piece.run.note)


@dataclass(frozen=True, slots=True)
class Type:
    """The type that a paragraph is set in: faces, size in points, what every glyph gets beside its advance,
    the size of raised characters, and the gap before a note's mark.
    """

    faces: Faces
    size: float
    spacing: float = 0.0
    raised_size: float = 6.5
    mark_gap: float = 0.0

    def width(self, text: str, look: Look) -> float:
        """The width of the text in points."""
        stack: Stack = self.faces.stack(look)
        if look.raised:
            return stack.advance(text) * self.raised_size
        return stack.advance(text) * self.size + self.spacing * len(text)


@dataclass(frozen=True, slots=True)
class Measure:
    """The room for lines, and how they fill it. `squeeze`, `factor`, `base` and `hyphen` are the constants of Word's
    rule; a measure that is not `justified` is filled word by word and left ragged.
    """

    width: float
    first: float = 0.0
    rest: float = 0.0
    justified: bool = True
    squeeze: float = 0.66
    factor: float = 1.9
    base: float = 0.22
    hyphen: float = 0.0


@dataclass(slots=True)
class _Box:
    """What never breaks: a word, an ideograph with its punctuation. `gap` is the width of the space before it
    with its kerning, `blank` without: where words are spread, spaces are drawn apart and not kerned.
    """

    pieces: list[tuple[int, str]] = field(default_factory=list)
    width: float = 0.0
    gap: float = 0.0
    blank: float = 0.0
    space: tuple[int, str] | None = None
    ideographic: bool = False


def set_lines(runs: Sequence[Run], kind: Type, measure: Measure) -> list[Line]:
    """Break the runs into lines. Every character of the runs is in a line, blanks made single spaces.

    A word wider than the measure is broken where it must, after a slash if it has one.
    """
    runs = _tidy(runs)
    boxes = _split_overlong(_make_boxes(runs, kind), runs, kind, measure)
    if not boxes:
        return []
    lines: list[Line] = []
    start = 0
    while start < len(boxes):
        indent = measure.rest if lines else measure.first
        end = _fill(boxes, start, measure, measure.width - indent)
        lines.append(_finish(boxes, start, end, runs, measure, indent))
        start = end
    return lines


def _tidy(runs: Sequence[Run]) -> list[Run]:
    """Blanks become single spaces, also across runs; none stands at either end."""
    tidied: list[Run] = []
    blank = True
    for run in runs:
        text = _UNCONTROLLED.sub("", _BLANKS.sub(" ", run.text))
        if blank and text.startswith(" "):
            text = text[1:]
        if text:
            blank = text.endswith(" ")
            tidied.append(run if text == run.text else replace(run, text=text))
    while tidied and tidied[-1].text.endswith(" "):
        text = tidied[-1].text[:-1]
        tidied[-1:] = [replace(tidied[-1], text=text)] if text else []
    return tidied


def _make_boxes(runs: Sequence[Run], kind: Type) -> list[_Box]:
    boxes: list[_Box] = []
    box = _Box()
    before, last = "", ""
    space: tuple[int, str] | None = None
    for index, run in enumerate(runs):
        place = 0
        for match in _TOKEN.finditer(run.text):
            token = match.group()
            place = match.start()
            if token[0] == " ":
                boxes.append(box)
                space = (index, token)
                box = _Box(space=space, gap=_gap(run, place, kind), blank=kind.width(" ", run.look))
                before, last = last, " "
                continue
            if last and last != " " and not run.note and _may_break(before, last, token[0]):
                boxes.append(box)
                box = _Box()
            box.pieces.append((index, token))
            box.width += kind.width(token, run.look) + (kind.mark_gap if run.note else 0.0)
            box.ideographic = box.ideographic or bool(_IS_IDEOGRAPH.match(token))
            if not run.note:
                before, last = (token[-2] if len(token) > 1 else last), token[-1]
    boxes.append(box)
    return [box for box in boxes if box.pieces]


def _gap(run: Run, place: int, kind: Type) -> float:
    """The width of the space at `place`, with its kerning to the letters of the same run beside it."""
    left = run.text[place - 1] if place else ""
    right = run.text[place + 1] if place + 1 < len(run.text) else ""
    whole = kind.width(f"{left} {right}", run.look)
    return whole - (kind.width(left, run.look) if left else 0.0) - (kind.width(right, run.look) if right else 0.0)


def _may_break(before: str, last: str, following: str) -> bool:
    """Whether a line may end between two characters that stand side by side."""
    if last in _HYPHENS:
        if before.isalpha() and following.isalpha():
            return not _IS_IDEOGRAPH.match(before) or following not in _NEVER_FIRST
        return False
    if _IS_IDEOGRAPH.match(last) or _IS_IDEOGRAPH.match(following):
        return last not in _NEVER_LAST and following not in _NEVER_FIRST
    return False


def _split_overlong(boxes: list[_Box], runs: Sequence[Run], kind: Type, measure: Measure) -> list[_Box]:
    """Boxes wider than any line are cut into parts that fit."""
    room = measure.width - max(measure.first, measure.rest)
    if all(box.width <= room for box in boxes):
        return boxes
    parts: list[_Box] = []
    for box in boxes:
        parts.extend([box] if box.width <= room else _cut(box, runs, kind, room))
    return parts


def _cut(box: _Box, runs: Sequence[Run], kind: Type, room: float) -> list[_Box]:
    parts = [_Box(gap=box.gap, blank=box.blank, space=box.space, ideographic=box.ideographic)]
    for index, text in box.pieces:
        for bit in re.findall(r"[^/]*/|[^/]+", text):
            width = kind.width(bit, runs[index].look)
            for chunk in [bit] if width <= room else list(bit):
                width = kind.width(chunk, runs[index].look)
                if parts[-1].pieces and parts[-1].width + width > room:
                    parts.append(_Box(ideographic=box.ideographic))
                last = parts[-1]
                if last.pieces and last.pieces[-1][0] == index:
                    last.pieces[-1] = (index, last.pieces[-1][1] + chunk)
                else:
                    last.pieces.append((index, chunk))
                last.width += width
    return parts


def _fill(boxes: Sequence[_Box], start: int, measure: Measure, room: float) -> int:
    """The index after the last box of the line that starts at `start`: Word's rule."""
    width = boxes[start].width
    spaces = 0
    end = start + 1
    while end < len(boxes):
        box = boxes[end]
        wider = width + box.gap + box.width
        if wider > room:
            over = wider - room + measure.hyphen * _hyphens(box)
            if not _squeezes(over, room - width, spaces, measure):
                break
        width, spaces, end = wider, spaces + (box.space is not None), end + 1
    return end


def _hyphens(box: _Box) -> int:
    """The hyphens that a word brings to its line: the one that it stands behind, and those that do not break."""
    behind = box.space is None and not box.ideographic
    return behind + sum(text.count(_HARD_HYPHEN) for _, text in box.pieces)


def _squeezes(over: float, short: float, spaces: int, measure: Measure) -> bool:
    """Whether Word shrinks the spaces of a line for one more word, which passes the measure by `over`, where the line
    is `short` of it without. Both are shared out among the spaces that the line has before the word. With hyphens a
    word passes it by a little more than its width: Word sets them apart.
    """
    if not measure.justified or not spaces:
        return False
    shrink, stretch = over / spaces, short / spaces
    return shrink <= measure.squeeze and stretch > measure.factor * shrink + measure.base


def _finish(boxes: Sequence[_Box], start: int, end: int, runs: Sequence[Run], measure: Measure, indent: float) -> Line:
    line = boxes[start:end]
    width = line[0].width + sum(box.gap + box.width for box in line[1:])
    short = measure.width - indent - width
    word_spacing = letter_spacing = 0.0
    if measure.justified and (end < len(boxes) or short < 0):
        if any(box.ideographic for box in line):
            characters = sum(len(text) for box in line for _, text in box.pieces) - 1
            letter_spacing = short / characters if characters else 0.0
        else:
            spaces = sum(box.space is not None for box in line[1:])
            spaces += sum(text.count("\u00a0") for box in line for _, text in box.pieces)
            short -= sum(box.blank - box.gap for box in line[1:])
            word_spacing = short / spaces if spaces else 0.0
    pieces: list[tuple[int, str]] = []
    for place, box in enumerate(line):
        for piece in ([box.space] if place and box.space else []) + box.pieces:
            if pieces and pieces[-1][0] == piece[0]:
                pieces[-1] = (piece[0], pieces[-1][1] + piece[1])
            else:
                pieces.append(piece)
    trailing = boxes[end].space if end < len(boxes) else None
    if trailing:
        if pieces[-1][0] == trailing[0]:
            pieces[-1] = (trailing[0], pieces[-1][1] + trailing[1])
        else:
            pieces.append(trailing)
    return Line(
        tuple(Piece(text, runs[index]) for index, text in pieces),
        width,
        indent,
        word_spacing,
        letter_spacing,
        boxes[end].gap + word_spacing + letter_spacing if trailing else 0.0,
    )


def spaced(line: Line, kind: Type) -> Line:
    """The line with a space at its end, so that what follows it on the page stays a word of its own."""
    last = line.pieces[-1]
    width = kind.width(" ", last.run.look)
    return replace(line, pieces=(*line.pieces[:-1], Piece(f"{last.text} ", last.run)), hang=width)


def set_forced(forced: Iterable[Sequence[Run]], kind: Type, measure: Measure) -> list[Line]:
    """The lines of content with forced line ends: each stretch of runs starts on a line of its own, and only
    the first has the measure's first indent.
    """
    lines: list[Line] = []
    room = measure
    for runs in forced:
        found = set_lines(runs, kind, room)
        if lines and found:
            lines[-1] = spaced(lines[-1], kind)
        lines.extend(found)
        room = replace(measure, first=measure.rest)
    return lines
