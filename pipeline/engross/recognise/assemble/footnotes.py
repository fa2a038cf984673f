"""Notes in plain text: at the foot of a page after a rule, or at the end; taken out of the lines of the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from engross.model.flow import Line, Rule
from engross.model.furniture import FurnitureKind
from engross.recognise.assemble.heads import Seen
from engross.recognise.assemble.language import Speech
from engross.recognise.assemble.passage import Assembly, FoundNote, Passage
from engross.recognise.assemble.words import extent

_NOTE = re.compile(r"^[(\[]{0,2}(?P<mark>\d{1,3}|\*{1,3})[)\]]{0,2}\.?(?P<gap>[\s\u00a0]+|$|(?=[A-ZÀ-Ý“«(]))")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_FULL = 0.72  # of the measure: a line of a note that is shorter is the note's last
_LONGEST_AREA = 120  # lines: more than a page is no area of notes
_SKIP = 3  # numbers that may be missing between two notes of one area


def split_notes(seen: list[Seen], width: int, speech: Speech, assembly: Assembly) -> Iterator[Seen]:
    """The lines of the body in order; notes go to the assembly as they are met."""
    position, last, barred = 0, 0, 0
    page_ends = _page_ends(seen)
    while position < len(seen):
        entry = seen[position]
        if (entry.blanks or _is_raised(entry)) and position >= barred and not isinstance(entry.line, Rule):
            end, reached = _bare_area_end(seen, position, last, page_ends, speech)
            if end > position:
                last = _gather(seen[position:end], assembly, last)
                position = end
                continue
            barred = reached  # what failed there fails for every start before it
        if isinstance(entry.line, Rule):
            end = _area_end(seen, position + 1, width, last, page_ends, assembly)
            if end == position + 1 and last and _begins_anew(seen, position + 1, speech):
                last = 0
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


def _match(text: str) -> re.Match[str] | None:
    """The mark at the head of a text; raised figures are figures."""
    return _NOTE.match(text.translate(_RAISED) if text[:1] in "¹²³⁴⁵⁶⁷⁸⁹" else text)


def _is_raised(entry: Seen) -> bool:
    """Whether a line begins with a raised figure, as only a note does."""
    return isinstance(entry.line, Line) and entry.line.text[:1] in tuple("¹²³⁴⁵⁶⁷⁸⁹")


def _mark(line: Line | Rule) -> tuple[str, int]:
    """The mark at the head of a line and where its text begins."""
    found = _match(line.text) if isinstance(line, Line) else None
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


def _begins_anew(seen: list[Seen], start: int, speech: Speech) -> bool:
    """Whether the notes after a rule are numbered from 1 again: those of an annex, or of each page."""
    line = seen[start].line if start < len(seen) else None
    return isinstance(line, Line) and not seen[start].turned and _opens_bare(line.text, 1, speech)


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
    page_end = page_ends[start]
    if _has_bare_marks(seen[start:page_end], last):
        return len(seen) if page_end is None else page_end
    mark, _ = _mark(seen[start].line)
    if not _follows(mark, last):
        return start
    open_body = _body_is_open(assembly)
    position, number = start, last
    while position < len(seen) and position != page_end:
        entry = seen[position]
        mark, _ = _mark(entry.line)
        if isinstance(entry.line, Rule):
            break
        before = seen[position - 1].line.text if position > start else "."
        if _follows(mark, number, before):
            number = int(mark) if mark.isdecimal() else number
        elif position > start and page_end is None and _leaves(entry, before, width, open_body):
            break
        position += 1
    return position


def _has_texts(area: list[Seen]) -> bool:
    """Whether an area has as many texts as marks, each ended by a full stop."""
    texts = [entry.line.text.rstrip() for entry in area]
    marks = sum(text.isdecimal() for text in texts)
    return sum(text[-1:] in ".。" for text in texts if not text.isdecimal()) >= marks


def _has_bare_marks(area: list[Seen], last: int) -> bool:
    """Whether the lines of an area hold the next marks, each on a line of its own, in any order."""
    if len(area) > _LONGEST_AREA or any(isinstance(entry.line, Rule) for entry in area):
        return False
    numbers = sorted(int(text) for entry in area if (text := entry.line.text.strip()).isdecimal() and len(text) < 4)
    return bool(numbers) and numbers == list(range(last + 1, last + 1 + len(numbers)))


def _bare_area_end(
    seen: list[Seen], start: int, last: int, page_ends: list[int | None], speech: Speech
) -> tuple[int, int]:
    """Where notes end that no rule parts from the body: lines from here to the end of the page, or of the
    document, of which the first and every one after a full stop and a blank line open with the next number.
    `start` itself if these are none. And where it was settled.
    """
    first, _ = _mark(seen[start].line)
    if not first.isdecimal() or not (int(first) == last + 1 or (last == 0 and int(first) > 1)):
        return start, start
    end = page_ends[start]
    if seen[start].line.text.strip() == first and int(first) == last + 1:
        # a mark alone on its line: the page ends with marks and texts, however they are ordered
        if _has_bare_marks(seen[start:end], last) and (end is not None or last or _has_texts(seen[start:])):
            return (len(seen) if end is None else end), start
        return start, start
    number, position = int(first) - 1, start
    before = "."
    while position < len(seen) and not (seen[position].turned and position > start):
        entry = seen[position]
        if isinstance(entry.line, Rule) or position - start > _LONGEST_AREA:
            return start, position
        complete = before.rstrip()[-1:] in ".。"
        if complete and _opens_bare(entry.line.text, number + 1, speech):
            number += 1
        elif position == start or (entry.blanks and complete):
            return start, position
        before = entry.line.text
        position += 1
    several = number > int(first)
    ends = position == len(seen) or last > 0 or several
    return (position if ends or _opens_bare(seen[start].line.text, 1, speech) else start), position


def _opens_bare(text: str, number: int, speech: Speech) -> bool:
    """Whether a line opens with this number, a space and the text of a note."""
    found = _match(text)
    if found is None or found["mark"] != str(number):
        return False
    return found["gap"].isspace() and "." not in found[0] and not _is_date(text, speech)


def _is_date(text: str, speech: Speech) -> bool:
    """Whether a line is nothing but a date, as the closing lines have it."""
    return any(start == 0 and end >= len(text.rstrip(" .,")) for start, end in speech.dates(text))


def _leaves(entry: Seen, before: str, width: int, open_body: bool) -> bool:
    """Whether a line without a mark is text of the body again, where no page end shows it."""
    lower = entry.line.text[:1].islower()
    if open_body and lower and before.rstrip().endswith("."):
        return True
    if entry.blanks:
        return not (lower and extent(before) >= _FULL * width)
    return extent(before) < _FULL * width


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
    for entry in _marks_with_texts(area, last):
        line = entry.line
        if isinstance(line, Rule):
            assembly.put_apart(FurnitureKind.RULE, line.text, line.span)
            continue
        mark, start = _mark(line)
        opens = _follows(mark, last, before)
        before = line.text
        if opens:
            last = int(mark) if mark.isdecimal() else last
            if start >= len(line.text):
                before = "."  # a mark alone on its line: its text comes next
            assembly.put_apart_signs("".join(line.text[:start].split()).translate(_RAISED), mark, line.span)
            rest = _without(line, start)
            assembly.notes.append(FoundNote(mark, [[rest] if rest.runs else []], number, line.span, passages))
        elif assembly.notes:
            assembly.notes[-1].paragraphs[-1].append(line)
        else:
            assembly.notes.append(FoundNote("", [[line]], number, line.span, passages))
    return last


def _marks_with_texts(area: list[Seen], last: int) -> list[Seen]:
    """The lines of an area with each mark before its text, where an extraction put the marks elsewhere.

    pdftotext gives raised marks as lines of their own: before their text, several together before all their
    texts, or after.
    """
    marks = [entry for entry in area if isinstance(entry.line, Line) and entry.line.text.strip().isdecimal()]
    numbers = [int(entry.line.text) for entry in marks]
    expected = list(range(last + 1, last + 1 + len(marks)))
    if not marks or sorted(numbers) != expected:
        return area
    texts = [entry for entry in area if entry not in marks]
    direct = all(
        position + 1 < len(area) and area[position + 1] in texts
        for position, entry in enumerate(area)
        if entry in marks
    )
    if direct and area[0] in marks:
        return area
    notes = _split_texts(texts, len(marks))
    if len(notes) != len(marks):
        return area
    result: list[Seen] = []
    for mark, note in zip(sorted(marks, key=lambda entry: int(entry.line.text)), notes, strict=True):
        result.append(mark)
        result.extend(note)
    return result


def _split_texts(texts: list[Seen], count: int) -> list[list[Seen]]:
    """The lines of texts as so many notes: a note begins after one that ends with a full stop, first where a
    blank line or a short line shows it.
    """
    if not texts:
        return []
    longest = max(len(entry.line.text) for entry in texts)
    ends = [
        (2 if texts[k + 1].blanks else 0) + (len(entry.line.text) < _FULL * longest)
        for k, entry in enumerate(texts[:-1])
    ]
    possible = [k for k in range(len(texts) - 1) if texts[k].line.text.rstrip()[-1:] in ".。"]
    chosen = sorted(sorted(possible, key=lambda k: (-ends[k], k))[: count - 1])
    cuts = [0, *(k + 1 for k in chosen), len(texts)]
    return [texts[a:b] for a, b in pairwise(cuts)]


def _without(line: Line, start: int) -> Line:
    """The line without its first `start` characters."""
    runs = []
    for run in line.runs:
        if start >= len(run.text):
            start -= len(run.text)
            continue
        runs.append(run.retold(run.text[start:]) if start else run)
        start = 0
    return replace(line, runs=tuple(runs))
