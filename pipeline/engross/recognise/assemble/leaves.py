"""The pages of a document with geometry, taken apart: heads, feet, body and notes of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from engross.model.flow import Flow, Item, Line, PageBreak, Rule, Table
from engross.model.furniture import FurnitureKind
from engross.recognise.assemble.measure import Measure, size_of
from engross.recognise.assemble.passage import Assembly
from engross.recognise.assemble.signs import (
    BARE_NUMBER,
    PAGE_NUMBER,
    SYMBOL,
    UNDERSCORES,
    furniture_kind,
)

_HEAD, _FOOT = 0.125, 0.90  # of the page's height: where running heads and feet may stand (geometry §7)
_NOTE_SIZE = 0.93  # of the body's size: notes are smaller (8.5 of 10, geometry §6)


@dataclass(slots=True)
class Leaf:
    """A page: its body and its notes, furniture taken out."""

    number: int
    height: float
    body: list[Line | Table] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)


def split_pages(flow: Flow) -> list[list[Item]]:
    """The items of each page; the page breaks themselves are left out."""
    pages: list[list[Item]] = [[]]
    for item in flow.items:
        if isinstance(item, PageBreak):
            pages.append([])
        else:
            pages[-1].append(item)
    return pages


def take_apart(flow: Flow, measured: Measure, assembly: Assembly) -> list[Leaf]:
    """The leaves of a document. Running heads, feet and separators go to the assembly's furniture."""
    pages = split_pages(flow)
    heights = [page.height for page in flow.pages] or [792.0]
    repeated = _repeated(pages, heights)
    title_words = _first_page_words(pages[0]) if pages else ""
    leaves = []
    for number, items in enumerate(pages, 1):
        height = heights[min(number, len(heights)) - 1]
        leaf = Leaf(number, height)
        head = _head_rule(items, height, measured) if number > 1 else None
        foot = _foot(items, height)
        rest: list[Line | Table | Rule] = []
        for item in items:
            if isinstance(item, Line) and item.runs:
                kind = _furniture(item, number, height, head, foot, repeated, title_words, measured)
                if kind is not None:
                    assembly.put_apart(kind, item.text, item.span)
                    continue
            if isinstance(item, (Line, Table, Rule)):
                rest.append(item)
        _divide(rest, leaf, measured, assembly)
        leaves.append(leaf)
    return leaves


def _repeated(pages: list[list[Item]], heights: list[float]) -> set[tuple[str, int]]:
    """Texts that stand at the head of more than one page (0), or at one height of their feet: a line of a
    note may be the same on several pages, but hardly at the same height.
    """
    seen: Counter[tuple[str, int]] = Counter()
    for number, items in enumerate(pages, 1):
        height = heights[min(number, len(heights)) - 1]
        seen.update({_place(item, height) for item in items if isinstance(item, Line) and item.box})
    return {place for place, count in seen.items() if count > 1 and place[0]}


def _place(line: Line, height: float) -> tuple[str, int]:
    """What a line says and where: its height at a page's foot, 0 at its head; no text between."""
    zone = _zone(line.box.baseline, height) if line.box else 0
    if line.box is None or zone == 0:
        return "", 0
    return line.text.strip(), round(line.box.baseline / 2) if zone == 1 else 0


def _zone(baseline: float, height: float) -> int:
    """-1 at the head of a page, 1 at its foot, 0 between."""
    if baseline < _HEAD * height:
        return -1
    return 1 if baseline > _FOOT * height else 0


def _first_page_words(items: list[Item]) -> str:
    return "".join("".join(item.text.split()) for item in items if isinstance(item, Line))


def _foot(items: list[Item], height: float) -> float:
    """The height of the page or job number at the foot of a page; below the page if it has none."""
    for item in items:
        if isinstance(item, Line) and item.box and _zone(item.box.baseline, height) == 1:
            text = item.text.strip()
            if PAGE_NUMBER.match(text) or BARE_NUMBER.match(text) or furniture_kind(text):
                return item.box.baseline
    return height + 1


def _head_rule(items: list[Item], height: float, measured: Measure) -> float | None:
    """The height of the rule under the running head, if the page has one."""
    for item in items:
        box = item.box if isinstance(item, Rule) else None
        if box and box.baseline < _HEAD * height and box.right - box.left > 0.9 * measured.width:
            return box.baseline
    return None


def _furniture(
    line: Line,
    number: int,
    height: float,
    head: float | None,
    foot: float,
    repeated: set[tuple[str, int]],
    title_words: str,
    measured: Measure,
) -> FurnitureKind | None:
    text = line.text.strip()
    if line.style == "bar code":
        return FurnitureKind.BAR_CODE
    if UNDERSCORES.match(text):
        return None
    kind = furniture_kind(text)
    zone = _zone(line.box.baseline, height) if line.box else 0
    if kind is not None and (zone or number == 1):
        return kind
    if zone == 0 or line.box is None:
        return None
    if PAGE_NUMBER.match(text):
        return FurnitureKind.PAGE_NUMBER
    if BARE_NUMBER.match(text) and (text == str(number) or zone == 1):
        return FurnitureKind.PAGE_NUMBER
    again = _place(line, height) in repeated
    if zone == 1:
        low = line.box.baseline > foot - 3  # a note's last line stands at the same height on every page
        return FurnitureKind.RUNNING_HEAD if again and low and len(text) > 2 else None
    if number == 1:
        return None
    if head is not None:
        return FurnitureKind.RUNNING_HEAD if line.box.baseline < head + 1 else None
    small = size_of(line) < _NOTE_SIZE * measured.size
    known = "".join(text.split()) in title_words
    if SYMBOL.match(text) or (again and (small or known)) or (small and known):
        return FurnitureKind.RUNNING_HEAD
    return None


def _divide(rest: list[Line | Table | Rule], leaf: Leaf, measured: Measure, assembly: Assembly) -> None:
    """Part the body of a page from its notes, and put separators apart."""
    start = _notes_start(rest, measured)
    for position, item in enumerate(rest):
        typed = isinstance(item, Line) and UNDERSCORES.match(item.text)
        if typed and position < start and _parts_text(rest[position + 1 : start], measured):
            leaf.body.append(item)  # type: ignore[arg-type]
        elif isinstance(item, Rule) or (isinstance(item, Line) and typed):
            assembly.put_apart(FurnitureKind.RULE, item.text, item.span)
        elif position >= start and isinstance(item, Line):
            leaf.notes.append(item)
        elif isinstance(item, Table) or item.runs:
            leaf.body.append(item)


def _parts_text(following: list[Line | Table | Rule], measured: Measure) -> bool:
    """Whether a typed rule stands within the text: lines of the text's size follow it on the page."""
    after = next((item for item in following if not isinstance(item, Rule)), None)
    return isinstance(after, Line) and size_of(after) > _NOTE_SIZE * measured.size


def _notes_start(rest: list[Line | Table | Rule], measured: Measure) -> int:
    """Where the notes of a page begin: after the last separator that only small type follows, or with the
    small type that opens with a mark and goes on to the page's foot.
    """
    small = _NOTE_SIZE * measured.size
    start = len(rest)
    for position in range(len(rest) - 1, -1, -1):
        item = rest[position]
        if isinstance(item, Line) and not UNDERSCORES.match(item.text):
            if size_of(item) > small:
                break
            if item.runs and _opens_note(item):
                start = position
        elif isinstance(item, Line) or (isinstance(item, Rule) and _is_separator(item, measured)):
            if position + 1 < len(rest) and any(isinstance(i, Line) for i in rest[position + 1 :]):
                return position
        elif isinstance(item, Table):
            break
    return start


def _is_separator(rule: Rule, measured: Measure) -> bool:
    box = rule.box
    if box is None:
        return bool(rule.text)
    edge = abs(box.right - measured.right) if measured.turned else abs(box.left - measured.left)
    return box.right - box.left < 0.6 * measured.width and edge < 40


def _opens_note(line: Line) -> bool:
    first = line.runs[0]
    text = first.text.strip().strip("()[]")
    return (first.raised and not text.isalpha()) or text.isdecimal() or text.startswith("*")
