"""Note marks: which digits of the text call a note.

Marks run 1, 2, 3 … through a document in the order of reading. Every place that could be a mark is weighed
(raised, glued to a word, after a comma, free-standing, the tail of a year), and the heaviest sequence of rising
numbers is taken, so that a digit which is not a mark stays text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from engross.model.flow import Run
from engross.recognise.assemble.habits import Habit, habit
from engross.recognise.assemble.language import Speech
from engross.recognise.assemble.signs import LABEL

RAISED = 30.0
"""The weight of a raised number: the format itself says that it is a mark."""

_MISSING = 2.5  # what it costs to pass over one number of the sequence
_BEFORE_FIRST = 0.02  # or over one before the first note of an excerpt, whose notes do not begin with 1
_FEW = 4
_WITHOUT_NOTES = 2.0  # what a digit loses where the document has no notes at all
_HAS_NOTE = 3.0  # what a candidate gains because its note is there
_IN_AREA = 4.0  # and because it stands on the page of its note
_OUT_OF_AREA = -9.0

_DIGITS = re.compile(r"\d+")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPERSCRIPTS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_RAISED_MARK = re.compile(r"\d{1,3}")
_CLOSERS = ",;.:)]”»’\"'!?،؛，；。：）》」%"
_NEAR = 12  # characters beside a number that are looked at for white space
_RESOLUTION = re.compile(r"(?<!\d)\d{2}/\d{1,3}$")
_OF_DATE = re.compile(r"\d{1,3}\s(?:[^\W\d]{1,8}\s)?\d{1,2}\s[^\W\d]")
_QUOTES = "'\"‘’“”«»"
_MOST = 999


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark may stand: passage, first and last offset in its text, the number, and how likely it is."""

    passage: int
    start: int
    end: int
    number: int
    weight: float
    raised: bool = False
    linked: bool = False
    """The format itself names the note."""
    area: int | None = None
    """The area of notes that follows the place, where pages are known."""

    def before_area(self, area: int | None) -> Place:
        """The place with the area of notes that follows it."""
        return Place(self.passage, self.start, self.end, self.number, self.weight, self.raised, self.linked, area)


def find_places(number: int, runs: Sequence[Run], speech: Speech) -> list[Place]:
    """All places in passage `number` that could hold a mark, in the order of reading."""
    places: list[Place] = []
    text = "".join([run.text for run in runs])
    raised = _raised_places(number, runs, places)
    for found in _SUPERSCRIPTS.finditer(text):
        value = int(found[0].translate(_SUPERSCRIPT))
        if 0 < value <= _MOST:
            places.append(Place(number, found.start(), found.end(), value, RAISED * 0.6))
    label = LABEL.match(text)
    ways = habit(speech.code)
    for found in _DIGITS.finditer(text, label.end() if label else 0):
        if not any(a <= found.start() < b for a, b in raised) and found[0].isascii():
            _weigh(number, text, found.start(), found.end(), ways, places)
    if any(not place.raised for place in places):
        dates = speech.dates(text)
        starts = [start for start, _ in dates]
        places = [p for p in places if p.raised or not _inside(p, dates, starts)]
    places.sort(key=lambda p: (p.start, p.end, p.number))
    return places


def _inside(place: Place, dates: list[tuple[int, int]], starts: list[int]) -> bool:
    """Whether a place is within a date; at a date's end a mark may be glued to the year."""
    at = bisect_right(starts, place.start) - 1
    return at >= 0 and place.end < dates[at][1]


def _raised_places(number: int, runs: Sequence[Run], places: list[Place]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = 0
    for run in runs:
        if run.note is not None:
            spans.append((at, at + len(run.text)))
            digits = _DIGITS.search(run.text)
            if digits and 0 < int(digits[0]) <= _MOST:
                end = at + len(run.text)
                places.append(Place(number, at, end, int(digits[0]), RAISED, raised=True, linked=True))
        elif run.raised:
            spans.append((at, at + len(run.text)))
            if not any(character.isalpha() for character in run.text):
                for found in _RAISED_MARK.finditer(run.text):
                    start, end = found.span()
                    while start > 0 and run.text[start - 1] in "([":
                        start -= 1
                    while end < len(run.text) and run.text[end] in ")]":
                        end += 1
                    value = int(found[0])
                    if value:
                        places.append(Place(number, at + start, at + end, value, RAISED, raised=True))
        at += len(run.text)
    return spans


def _weigh(number: int, text: str, start: int, end: int, ways: Habit, places: list[Place]) -> None:
    """Add what the digits from `start` to `end` could be: a mark, or a number with a mark at its tail."""
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    if after and (after.isalnum() or after in "/_°%"):
        if before.isspace() and end - start <= 2 and text[start] != "0" and text[end : end + 4].islower():
            places.append(Place(number, start, end, int(text[start:end]), -1.0))  # "Development, 8including"
        return
    follows = text[end + 1] if end + 1 < len(text) else ""
    if before in _QUOTES and after in _QUOTES and before and after:
        return
    if after in "-–‑" and follows and not follows.isspace():
        return
    if after in ",." and follows.isdecimal():
        return
    length = end - start
    if before == "[" and after == "]" and length <= 3:
        places.append(Place(number, start - 1, end + 1, int(text[start:end]), 4.0))
        return
    if length <= 3 and text[start] != "0":
        weight = _weight_alone(text, start, end, before, after, ways)
        if weight is not None:
            places.append(Place(number, start, end, int(text[start:end]), weight))
    if before in "/-–." and length > 7:
        return
    for tail in (1, 2, 3):
        head = length - tail
        if head < 1 or text[end - tail] == "0":
            continue
        weight = _weight_glued(text, start, head, before)
        if weight is not None:
            places.append(Place(number, end - tail, end, int(text[end - tail : end]), weight))


def _weight_alone(text: str, start: int, end: int, before: str, after: str, ways: Habit) -> float | None:
    """How likely a whole number is a mark."""
    if not before:
        return None
    if before.isspace():
        earlier = text[max(0, start - _NEAR) : start].rstrip()
        last = earlier[-1:]
        if not last:
            return None
        return _weight_apart(text, start, end, last, after, ways)
    if before.isalpha():
        word = _word_before(text, start)
        if len(word) >= 3 and word[-1].islower():
            return 4.0
        if word.isupper() and len(word) <= 3:
            return -1.0
        return 2.0 if not before.isascii() or len(word) > 3 else 0.0
    if before in _CLOSERS:
        earlier = text[start - 2] if start >= 2 else ""
        if before in ".," and earlier.isdecimal():
            return 1.0 if _is_year_before(text, start - 1) else 0.0
        if before in ".:" and start >= 2 and not earlier.isspace():
            word = _word_before(text, start - 1)
            if len(word) <= 4 and word[:1].isupper() and before == ".":
                return -2.5  # L.7, Add.1, No.21, Corr.1
            return 3.0
        return 4.0
    if before in "-–/":
        return None
    return 0.0


def _weight_apart(text: str, start: int, end: int, last: str, after: str, ways: Habit) -> float:
    """How likely a number that spaces part from the words around it is a mark."""
    after_two, before_two = text[end : end + 2], text[max(0, start - 2) : start]
    wide = any(len(two) == 2 and two.isspace() for two in (after_two, before_two))
    bonus = 2.5 if wide else 0.0
    following = text[end : end + _NEAR].lstrip()[:1]
    end_before = start
    while end_before > 0 and text[end_before - 1].isspace():
        end_before -= 1
    short = _word_before(text, end_before - 1) if last == "." else ""
    if 0 < len(short) <= 5 and (short[0].isupper() or short.casefold() in ways.counted):
        return -3.0  # No. 1, Corr. 2, vol. 3
    if last in ",;.:”»)" and (not after or after.isspace()):
        weight = 1.5 if last in ";.:" or not after else 0.8
        return weight + bonus - (2.5 if following.isupper() and last != "." else 0.0)
    if last.isalpha() or last in "”’)":
        closed = after in ",;.:" or not after
        weight = -0.5 if closed else -2.2 - (2.0 if following.isupper() else 0.0)
        word = _word_before(text, end_before)
        word = word.casefold()
        return weight + bonus - (2.5 if word in ways.function_words or word in ways.counted else 0.0)
    if last.isdecimal() and _is_year_before(text, end_before):
        return (0.5 if after in ",;.:" or not after else -1.5) + bonus
    if last.isdecimal() and _RESOLUTION.search(text[max(0, end_before - 8) : end_before]) and after.isspace():
        return -0.8 + bonus  # "resolution 59/300 9 and the reports"
    return -4.0 if last.isdecimal() else -3.0


def _word_before(text: str, end: int) -> str:
    start = end
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    return text[start:end]


def _is_year_before(text: str, end: int) -> bool:
    return bool(re.search(r"(?<!\d)(?:1[89]|20)\d\d$", text[max(0, end - 5) : end]))


def _weight_glued(text: str, start: int, head: int, before: str) -> float | None:
    """How likely the tail of a longer number is a mark, by the number that is left."""
    left = text[start : start + head]
    if head == 4 and left[:2] in ("18", "19", "20") and before not in "/.-–":
        return 1.0
    if before == "/" and head <= 4:
        if not text[max(0, start - 2) : start - 1].isdecimal() or text[max(0, start - 4) : start - 1].isalnum():
            return -8.0
        if _OF_DATE.match(text[start + head : start + head + 16]):
            return -6.0  # "61/29 of 4 December 2006": the number is whole
        return 2.0 if head == 3 else -3.5  # no resolution of a session has a number of four digits
    if before in "-–" and head <= 4:
        return 0.5 if head == 4 and left[:2] in ("18", "19", "20") else -2.0
    if before == "." and head <= 2:
        return -2.0
    return -3.0 if head <= 3 else -4.0


def choose(places: Sequence[Place], notes: dict[int, int]) -> list[Place]:
    """The heaviest sequence of places whose numbers rise.

    `notes` maps the numbers of the notes that there are to the area that each stands in.
    """
    first = min(notes, default=1)
    early = first - 1 if first > _FEW else 0

    def cost(number: int) -> float:
        """What it costs to pass over all numbers up to this one."""
        return _MISSING * max(number - early, 0) + _BEFORE_FIRST * min(number, early)

    best: dict[int, tuple[float, int]] = {0: (0.0, -1)}  # number → (weight + cost of numbers so far, place)
    numbers: list[int] = [0]  # keys of `best`, only those that no lower number outweighs
    back: list[int] = [-1] * len(places)
    pending: list[tuple[int, float, int]] = []
    group: tuple[int, int] | None = None
    for index, place in enumerate(places):
        here = (place.passage, place.start)
        if group is not None and (here[0] != group[0] or here[1] >= group[1]):
            _settle(pending, best, numbers)
            group = None
        group = (place.passage, max(place.end, group[1] if group else 0))
        weight = place.weight + _support(place, notes)
        at = bisect_left(numbers, place.number) - 1
        value, previous = best[numbers[at]]
        total = value - cost(place.number - 1) + weight
        back[index] = previous
        if weight > -1e9:
            pending.append((place.number, total + cost(place.number), index))
    _settle(pending, best, numbers)
    index = max(best.items(), key=lambda item: (item[1][0] - cost(item[0]), -item[0]))[1][1]
    chosen: list[Place] = []
    while index >= 0:
        chosen.append(places[index])
        index = back[index]
    return chosen[::-1]


def _settle(pending: list[tuple[int, float, int]], best: dict[int, tuple[float, int]], numbers: list[int]) -> None:
    """Enter the places of one stretch of digits, of which at most one can be a mark."""
    for number, value, index in pending:
        at = bisect_left(numbers, number + 1) - 1
        if best[numbers[at]][0] >= value:
            continue
        if numbers[at] != number:
            numbers.insert(at + 1, number)
            at += 1
        best[number] = (value, index)
        while at + 1 < len(numbers) and best[numbers[at + 1]][0] <= value:
            del best[numbers.pop(at + 1)]
    pending.clear()


def _support(place: Place, notes: dict[int, int]) -> float:
    area = notes.get(place.number)
    if area is None:
        if place.raised:
            return 0.0
        return -1.0 if notes else -_WITHOUT_NOTES
    if place.area is None or area < 0 or place.raised:
        return _HAS_NOTE
    return _IN_AREA + _HAS_NOTE if place.area == area else _OUT_OF_AREA


def mark_run(runs: Sequence[Run], start: int, end: int, note: str) -> tuple[Run, ...]:
    """The runs with the characters from `start` to `end` made a run that calls `note`."""
    result: list[Run] = []
    at = 0
    for run in runs:
        first, last = at, at + len(run.text)
        at = last
        if last <= start or first >= end:
            result.append(run)
            continue
        cut, stop = max(start - first, 0), min(end - first, len(run.text))
        if cut:
            result.append(_remnant(run, run.text[:cut]))
        result.append(replace(run, text=run.text[cut:stop], note=note, italic=False, bold=False))
        if stop < len(run.text):
            result.append(_remnant(run, run.text[stop:]))
    return tuple(result)


def _remnant(run: Run, text: str) -> Run:
    """What is left of a run beside a mark; a space is not raised."""
    return replace(run, text=text, raised=run.raised and not text.isspace())
