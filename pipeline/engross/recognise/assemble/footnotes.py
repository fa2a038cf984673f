"""Notes in plain text: at the foot of a page after a rule, or at the end; taken out of the lines of the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from engross.model.flow import Line, Rule
from engross.model.furniture import FurnitureKind
from engross.recognise.assemble.heads import Seen
from engross.recognise.assemble.language import Speech
from engross.recognise.assemble.passage import Assembly, FoundNote, Passage

_NOTE = re.compile(r"^[(\[]{0,2}(?P<mark>\d{1,3}|\*{1,3})[)\]]{0,2}\.?(?P<gap>[\s\u00a0]+|$|(?=[A-ZÀ-Ý“«(]))")
_FULL = 0.72  # of the measure: a line of a note that is shorter is the note's last
_SKIP = 3  # numbers that may be missing between two notes of one area


def split_notes(seen: list[Seen], width: int, speech: Speech, assembly: Assembly) -> Iterator[Seen]:
    """The lines of the body in order; notes go to the assembly as they are met."""
    position, last, barred = 0, 0, 0
    page_ends = _page_ends(seen)
    while position < len(seen):
        entry = seen[position]
        if entry.blanks and position >= barred and not isinstance(entry.line, Rule):
            end, reached = _bare_area_end(seen, position, last, speech)
            if end > position:
                last = _gather(seen[position:end], assembly, last)
                position = end
                continue
            barred = reached  # what failed there fails for every start before it
        if isinstance(entry.line, Rule):
            end = _area_end(seen, position + 1, width, last, page_ends, assembly)
            if end > position + 1:
                assembly.put_apart(FurnitureKind.RULE, entry.line.text, entry.line.span)
                last = _gather(seen[position + 1 : end], assembly, last)
                if end < len(seen):
                    seen[end].turned = True
                position = end
                continue
        yield entry
        position += 1


def _mark(line: Line | Rule) -> tuple[str, int]:
    """The mark at the head of a line and where its text begins."""
    found = _NOTE.match(line.text) if isinstance(line, Line) else None
    return (found["mark"], found.end()) if found else ("", 0)


def _follows(mark: str, last: int, before: str = ".") -> bool:
    """Whether a mark can come after note number `last`; `before` is the line before it."""
    if not mark:
        return False
    if mark[0] == "*":
        return True
    number = int(mark)
    if number == last + 1:
        return True
    # a line of a note may open with a number (the day of a date): numbers are passed over after a full stop only
    complete = before.rstrip()[-1:] in ".。"
    return complete and (last < number <= last + 1 + _SKIP or (last == 0 and number > 0))


def _page_ends(seen: list[Seen]) -> list[int | None]:
    """For each line where the next page begins, if one does."""
    ends: list[int | None] = [None] * (len(seen) + 1)
    for position in range(len(seen) - 2, -1, -1):
        ends[position] = position + 1 if seen[position + 1].turned else ends[position + 1]
    return ends


def _area_end(
    seen: list[Seen], start: int, width: int, last: int, page_ends: list[int | None], assembly: Assembly
) -> int:
    """Where the notes that begin at `start` end; `start` itself if no note begins there."""
    if start >= len(seen) or seen[start].turned:
        return start
    mark, _ = _mark(seen[start].line)
    if not _follows(mark, last):
        return start
    page_end = page_ends[start]
    open_body = _body_is_open(assembly)
    position, number = start, last
    while position < len(seen) and position != page_end:
        entry = seen[position]
        mark, _ = _mark(entry.line)
        if isinstance(entry.line, Rule):
            break
        before = seen[position - 1].line.text if position > start else "."
        if _follows(mark, number, before):
            number = int(mark) if mark.isdigit() else number
        elif position > start and page_end is None and _leaves(entry, before, width, open_body):
            break
        position += 1
    return position


def _bare_area_end(seen: list[Seen], start: int, last: int, speech: Speech) -> tuple[int, int]:
    """Where notes end that no rule parts from the body: blocks from here to the end of the page, or of the
    document, that all open with the next number. `start` itself if these are none. And where it was settled.
    """
    mark, _ = _mark(seen[start].line)
    if not mark.isdigit() or not (int(mark) == last + 1 or (last == 0 and int(mark) > 1)):
        return start, start
    number, position = int(mark) - 1, start
    while position < len(seen) and not (seen[position].turned and position > start):
        entry = seen[position]
        if isinstance(entry.line, Rule):
            return start, position
        if entry.blanks or position == start:
            mark, _ = _mark(entry.line)
            found = _NOTE.match(entry.line.text)
            spaced = found is not None and found["gap"].isspace() and "." not in found[0]
            if not mark.isdigit() or int(mark) != number + 1 or not spaced or _is_date(entry.line.text, speech):
                return start, position
            number = int(mark)
        position += 1
    ends = position == len(seen)
    several = number > int(_mark(seen[start].line)[0])
    return (position if ends or several or last else start), position


def _is_date(text: str, speech: Speech) -> bool:
    """Whether a line is nothing but a date, as the closing lines have it."""
    return any(start == 0 and end >= len(text.rstrip(" .,")) for start, end in speech.dates(text))


def _leaves(entry: Seen, before: str, width: int, open_body: bool) -> bool:
    """Whether a line without a mark is text of the body again, where no page end shows it."""
    lower = entry.line.text[:1].islower()
    if open_body and lower and before.rstrip().endswith("."):
        return True
    if entry.blanks:
        return not (lower and len(before) >= _FULL * width)
    return len(before) < _FULL * width


def _body_is_open(assembly: Assembly) -> bool:
    """Whether the last passage of the body breaks off in mid-sentence."""
    for item in reversed(assembly.items):
        if isinstance(item, Passage):
            return item.lines[-1].text.rstrip()[-1:] not in ".;:,!?"
    return False


def _gather(area: list[Seen], assembly: Assembly, last: int) -> int:
    """Make notes of the lines of an area; gives the number of the last one."""
    number = assembly.areas
    assembly.areas += 1
    passages = assembly.passages
    before = "."
    for entry in area:
        line = entry.line
        if isinstance(line, Rule):
            assembly.put_apart(FurnitureKind.RULE, line.text, line.span)
            continue
        mark, start = _mark(line)
        opens = _follows(mark, last, before)
        before = line.text
        if opens:
            last = int(mark) if mark.isdigit() else last
            assembly.put_apart_signs("".join(line.text[:start].split()), mark, line.span)
            rest = _without(line, start)
            assembly.notes.append(FoundNote(mark, [[rest] if rest.runs else []], number, line.span, passages))
        elif assembly.notes:
            assembly.notes[-1].paragraphs[-1].append(line)
        else:
            assembly.notes.append(FoundNote("", [[line]], number, line.span, passages))
    return last


def _without(line: Line, start: int) -> Line:
    """The line without its first `start` characters."""
    runs = []
    for run in line.runs:
        if start >= len(run.text):
            start -= len(run.text)
            continue
        runs.append(replace(run, text=run.text[start:]) if start else run)
        start = 0
    return replace(line, runs=tuple(runs))
