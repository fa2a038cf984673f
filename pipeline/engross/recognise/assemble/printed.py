"""Paragraphs of a document with geometry: which printed lines go on, and which begin anew.

Rules measured on official files (geometry §§3-6): a paragraph begins after a wider gap, at an indent, at a
number, where type changes, and where the line before had room for the next word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from engross.model.flow import Cell, Line, Table
from engross.model.furniture import FurnitureKind
from engross.recognise.assemble.language import Speech
from engross.recognise.assemble.leaves import Leaf
from engross.recognise.assemble.measure import Measure, is_bold, size_of
from engross.recognise.assemble.passage import Assembly, FoundNote, Passage
from engross.recognise.assemble.signs import LABEL
from engross.recognise.assemble.words import first_word

_GAP = 1.1  # times the pitch: more is a gap between paragraphs (12 against 18 points, in Chinese 17 against 19)
_FAR = 0.4  # of the measure: no paragraph of the text begins further in
_INDENT = 6.0  # points: less is the printer's grid or a hanging bracket
_SHORT = 0.15  # of the measure: a line that ends so early is the last of its paragraph
_SLACK = 0.03  # of the measure: room at a line's end that no rule can use
_SPARE = 0.35  # of the measure: no heading is broken so early
_HEADING_NUMBER = re.compile(r"^(?:\w+\s)?(?:[IVXLC]{1,7}|[A-Z]|\d{1,3})\.?$|^[^\W\u2e80-\u9fff]+$|^\w{1,8}$")
_END = ".;:!?。；：؛؟"
_PAUSES = ",،，"
_MARK = re.compile(r"^\W{0,2}(\d{1,3}|\*{1,3})\W{0,2}$")
_PLAIN_MARK = re.compile(r"^[(\[]?(\d{1,3}|\*{1,3})[)\]]?\s+(?=\S)")


def gather_passages(leaves: list[Leaf], measured: Measure, speech: Speech, assembly: Assembly) -> None:
    """The passages and tables of the body and the notes of all leaves, in order, into the assembly."""
    current: Passage | None = None
    for leaf in leaves:
        turned_page = True
        for item in leaf.body:
            if isinstance(item, Table):
                _append_table(item, turned_page, assembly)
                current, turned_page = None, False
                continue
            if current is not None and _goes_on(current, item, measured, speech, turned_page):
                current.add(item, assembly.areas)
                if current.turnover is None:
                    current.turnover = measured.start(item)
            else:
                current = _open(item, measured, assembly.areas)
                assembly.begin(current)
            turned_page = False
        if leaf.notes:
            _gather_notes(leaf, assembly)


def _append_table(table: Table, turned_page: bool, assembly: Assembly) -> None:
    """Add a table, or its rows to the table that it goes on with: the head is repeated on the next page."""
    before = assembly.items[-1] if assembly.items else None
    heads = [row for row in table.rows if row and row[0].header]
    if turned_page and isinstance(before, Table) and heads and _texts(heads) == _texts(before.rows[: len(heads)]):
        for row in heads:
            text = " ".join(line.text for cell in row for line in cell.lines)
            assembly.put_apart(FurnitureKind.RUNNING_HEAD, text, table.span)
        assembly.items[-1] = replace(before, rows=before.rows + table.rows[len(heads) :])
    else:
        assembly.items.append(table)


def _texts(rows: Sequence[tuple[Cell, ...]]) -> list[list[str]]:
    return [["".join(line.text for line in cell.lines) for cell in row] for row in rows]


def _open(line: Line, measured: Measure, area: int) -> Passage:
    passage = Passage([line], [area], indent=round(measured.start(line), 2))
    start, room = measured.start(line), measured.room(line)
    if start > 0.3 * measured.width and room < 0.03 * measured.width:
        passage.align = "right"
    elif start > 0.12 * measured.width and abs(start - room) < 0.03 * measured.width:
        passage.align = "center"
    return passage


def _goes_on(passage: Passage, line: Line, measured: Measure, speech: Speech, turned_page: bool) -> bool:
    """Whether `line` belongs to the passage before it."""
    before = passage.lines[-1]
    if before.box is None or line.box is None:
        return False
    size, own = size_of(before), size_of(line)
    if abs(size - own) > 0.12 * max(size, own):
        return False
    bold = is_bold(line)
    if bold != (is_bold(before) or _bold_after_label(before)) and not _goes_on_in_another_look(passage, line, measured):
        return False
    if passage.indent > _FAR * measured.width and not _lower(line):
        return False  # the lines of a masthead's right side, and closing lines
    if line.runs[0].raised and line.runs[0].text.strip().isalpha() and line.runs[0].text.islower():
        return False  # a note to a table
    text = passage.lines[0].text
    if text.startswith("[") and len(passage.lines) < 4 and passage.opening.count("[") > passage.opening.count("]"):
        return True
    if _is_labelled(line, before, measured):
        return False
    if not turned_page:
        gap = line.box.baseline - before.box.baseline
        if gap > _GAP * measured.pitch * max(size / measured.size, 0.8) or gap < 0.5 * own:
            return False
    elif bold and not (_turns_over(passage, line, measured) and before.text[-1:].isalpha()):
        return False
    if passage.align == "right":
        return False
    if bold and not (_flows(passage) or _turns_over(passage, line, measured)):
        within = size_of(line) <= measured.size + 0.6 and measured.start(before) > -_INDENT  # no item of the agenda
        if within and _had_room(before, line, measured, _SPARE):
            return False  # headings one below the other
        return not _is_number_line(passage, speech) and _same_edge(passage, line, measured)
    if _had_room(before, line, measured):
        return False
    return _fits_edge(passage, line, measured, turned_page)


def _is_number_line(passage: Passage, speech: Speech) -> bool:
    """Whether a heading so far is only its number, which has a line of its own: `I`, `Annex II`."""
    text = passage.lines[0].text.strip()
    return len(passage.lines) == 1 and bool(_HEADING_NUMBER.match(text) or speech.is_heading_number(text))


def _flows(passage: Passage) -> bool:
    """Whether a bold passage is running text: it fills the measure."""
    return len(passage.lines) > 4


def _goes_on_in_another_look(passage: Passage, line: Line, measured: Measure) -> bool:
    """Whether a line that is all bold, or the first that is not, is running text: a title that a sentence names. The
    line before fills the measure and ends no sentence, and this one stands at the edge, below an indented first line.
    """
    before, first = passage.lines[-1], measured.start(passage.lines[0])
    runs_on = _last_sign(before) not in _END and measured.room(before) < _SLACK * measured.width
    indented = first > _INDENT or bool(LABEL.match(passage.lines[0].text))
    return runs_on and indented and abs(measured.start(line)) < _INDENT and abs(size_of(before) - size_of(line)) < 0.3


def _bold_after_label(line: Line) -> bool:
    """Whether a line is bold but for its number."""
    first, *others = line.runs
    label = LABEL.match(first.text)
    return (
        bool(others)
        and label is not None
        and label.end() == len(first.text)
        and is_bold(replace(line, runs=tuple(others)))
    )


def _turns_over(passage: Passage, line: Line, measured: Measure) -> bool:
    """Whether a bold line goes on at the edge after an indented one of the body's size, as only running text does."""
    first = measured.start(passage.lines[0])
    return size_of(line) <= measured.size + 0.6 and first > _INDENT > abs(measured.start(line))


def _same_edge(passage: Passage, line: Line, measured: Measure) -> bool:
    """Whether a heading's line stands under its first line, or hangs from its number."""
    shift = measured.start(line) - measured.start(passage.lines[-1])
    if len(passage.lines) > 1:
        return abs(shift) < _INDENT
    return abs(shift) < _INDENT or (
        0 < shift < 60 and bool(LABEL.match(passage.lines[0].text) or "\t" in passage.lines[0].text)
    )


def _is_labelled(line: Line, before: Line, measured: Measure) -> bool:
    text = line.text
    label = LABEL.match(text)
    if label is None or label.end() == len(text.rstrip()):
        return label is not None
    if "\t" in label["gap"] or (label["chinese"] and measured.start(line) > _INDENT):
        return True
    ends = _last_sign(before) in _END or measured.room(before) > _SHORT * measured.width
    return bool(label["gap"] or label["chinese"]) and ends


def _last_sign(line: Line) -> str:
    """The last character of a line that is no mark of a note; a space, which is no sign, where there is none."""
    for run in reversed(line.runs):
        if not run.raised and run.text.strip():
            return run.text.rstrip()[-1]
    return " "


def _had_room(before: Line, line: Line, measured: Measure, slack: float = _SLACK) -> bool:
    """Whether the first word of `line` would have fitted at the end of the line before, with more than `slack` of the
    measure to spare.
    """
    if line.box is None or not line.text:
        return False
    word = first_word(line.text)
    for dash in "-–/":
        head, found, _ = word[:-1].partition(dash)
        if found and len(head) > 1:
            word = head + dash
    width = (line.box.right - line.box.left) * (len(word) + 1) / max(len(line.text), 1)
    return measured.room(before) - width > slack * measured.width


def _fits_edge(passage: Passage, line: Line, measured: Measure, turned_page: bool) -> bool:
    """Whether the line stands where the passage's lines after the first stand."""
    start = measured.start(line)
    if passage.turnover is not None:
        return abs(start - passage.turnover) < _INDENT
    first = measured.start(passage.lines[0])
    if (
        len(passage.lines) == 1
        and min(start, first) > _INDENT > abs(start - first)
        and not LABEL.match(passage.lines[0].text)
    ):
        # two lines that are both indented as first lines are: two paragraphs, if the first one is complete
        return _last_sign(passage.lines[-1]) not in _END + _PAUSES
    if start <= first + _INDENT:
        indented = turned_page and abs(start - first) < _INDENT < start
        return not indented or _lower(line) or bool(LABEL.match(passage.lines[0].text))
    return bool(LABEL.match(passage.lines[0].text)) and start - first < 60


def _lower(line: Line) -> bool:
    return line.text[:1].islower()


def _gather_notes(leaf: Leaf, assembly: Assembly) -> None:
    area = assembly.areas
    assembly.areas += 1
    passages = assembly.passages
    fresh = True
    raised = any(line.runs and line.runs[0].raised for line in leaf.notes)
    for line in leaf.notes:
        mark, rest = part_mark(line)
        if raised and mark and not line.runs[0].raised and not mark.startswith("*"):
            mark = ""  # a line that happens to open with a number: marks are raised on this page
        if mark:
            printed = "".join(line.text.split())[: len("".join(line.text.split())) - len("".join(rest.text.split()))]
            assembly.put_apart_signs(printed, mark, line.span)
            assembly.notes.append(FoundNote(mark, [[rest]], area, line.span, passages))
        elif assembly.notes and (not fresh or assembly.notes[-1].area == area - 1):
            assembly.notes[-1].paragraphs[-1].append(line)
        else:
            assembly.notes.append(FoundNote("", [[line]], area, line.span, passages))
        fresh = False


def part_mark(line: Line) -> tuple[str, Line]:
    """The mark at the head of a note's first line and the line without it; an empty mark if it has none."""
    if not line.runs:
        return "", line
    first = line.runs[0]
    found = _MARK.match(first.text.strip())
    if first.raised and found:
        rest = list(line.runs[1:])
    elif plain := _PLAIN_MARK.match(first.text):
        found = plain
        rest = [first.retold(first.text[plain.end() :]), *line.runs[1:]]
    elif found and len(line.runs) > 1:
        rest = list(line.runs[1:])
    else:
        return "", line
    while rest and not rest[0].text.strip():
        rest.pop(0)
    if rest:
        rest[0] = rest[0].retold(rest[0].text.lstrip())
    return found[1], replace(line, runs=tuple(rest))
