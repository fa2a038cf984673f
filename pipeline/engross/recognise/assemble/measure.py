"""The measures of a document with geometry: type size, edges and pitch of its body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from engross.model.flow import Box, Line

_ENOUGH = 8  # lines of body type that fill the measure; with fewer, titles tell more than short lines do
_SHARE = 0.15  # what is seen so often as this share of the most common is no exception
_INDENTED = (15, 40)  # points: how far first lines of paragraphs are indented
_ALIKE = 0.3  # points: lines of the masthead may be half a point smaller than the text
_EDGE_SHARE = 0.9  # of the lines end left of the right edge


@dataclass(frozen=True, slots=True)
class Measure:
    """Type size, left and right edge and line pitch of the body, in points. `turned` is right-to-left text:
    its edges are mirrored by `start` and `end`.
    """

    size: float
    left: float
    right: float
    pitch: float
    turned: bool = False

    @property
    def width(self) -> float:
        """The width of the body."""
        return self.right - self.left

    def start(self, line: Line) -> float:
        """How far the line begins from the edge where reading begins."""
        if line.box is None:
            return 0.0
        return self.right - line.box.right if self.turned else line.box.left - self.left

    def room(self, line: Line) -> float:
        """How much room is left at the line's end."""
        if line.box is None:
            return 0.0
        return line.box.left - self.left if self.turned else self.right - line.box.right


def size_of(line: Line) -> float:
    """The type size of most of the line's characters that are not raised; 0 where the format has none."""
    runs = line.runs
    if len(runs) == 1:
        return runs[0].size or 0.0
    best, most = 0.0, -1
    sizes: Counter[float] = Counter()
    for run in runs:
        if run.size:
            sizes[run.size] += 1 if run.raised else 4 * len(run.text)
    for size, count in sizes.items():
        if count > most:
            best, most = size, count
    return best


def is_bold(line: Line) -> bool:
    """Whether the whole line is bold, marks aside."""
    return all(run.bold or run.raised or not run.text.strip() for run in line.runs) and any(
        run.bold for run in line.runs
    )


def is_italic(line: Line) -> bool:
    """Whether the whole line is italic, marks and brackets aside."""
    return all(run.italic or run.raised or not any(map(str.isalnum, run.text)) for run in line.runs) and any(
        run.italic for run in line.runs
    )


def measure(lines: Iterable[Line]) -> Measure:
    """The measure of a document by its printed lines."""
    boxed = [(line, line.box, size_of(line)) for line in lines if line.box and line.runs]
    sizes: Counter[float] = Counter()
    for line, _, size in boxed:
        sizes[round(size * 2) / 2] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    size = size if size > 0 else 10.0
    body = [(line, box) for line, box, own in boxed if abs(own - size) <= 0.6 and len(line.text) > 25]
    widest = max((box.right - box.left for _, box, own in boxed if own > 0.9 * size), default=0.0)
    wide = [(line, box) for line, box, own in boxed if own > 0.9 * size and box.right - box.left > 0.8 * widest]
    if len([line for line, box in body if box.right - box.left > 0.8 * widest]) < _ENOUGH:
        body = wide or [(line, box) for line, box, _ in boxed]
    from_right = sum(_turned(line) for line, _ in body) * 2 > len(body)
    plain = [box for line, box, own in boxed if abs(own - size) <= _ALIKE and not is_bold(line)]
    if from_right:
        right = _edge([box.right for _, box in body], [box.right for box in plain], 1)
        ends = sorted(box.left for _, box in body if box.left < right)
        left = ends[int(len(ends) * (1 - _EDGE_SHARE))] if ends else right - 300
    else:
        wide_lefts = [box.left for _, box in body if box.right - box.left > 0.5 * widest]
        left = _edge(wide_lefts, [box.left for box in plain], -1)
        ends = sorted(box.right for _, box in body if box.right > left)
        right = ends[min(int(len(ends) * _EDGE_SHARE), len(ends) - 1)] if ends else left + 300
    pitches = _pitches(plain, size)
    often = _SHARE * max(pitches.values(), default=0)
    # where most paragraphs have one line, the gaps between them are the most common
    pitch = min((one for one, count in pitches.items() if count >= often), default=1.2 * size)
    return Measure(size, left, right, pitch, from_right)


def _pitches(boxes: Iterable[Box], size: float) -> Counter[float]:
    """How often each distance lies between the baselines of two lines that follow each other."""
    pitches: Counter[float] = Counter()
    for above, below in pairwise(boxes):
        gap = below.baseline - above.baseline
        if 0.8 * size < gap < 2.2 * size:
            pitches[round(gap * 4) / 4] += 1
    return pitches


def _edge(wide: Iterable[float], all_lines: Iterable[float], outwards: int) -> float:
    """The place that most of the wide lines begin at; where many of all lines begin a little further out (`outwards`:
    -1 left, 1 right), that: first lines are indented, and where paragraphs have one line or two, most wide lines are.
    """
    counts: Counter[int] = Counter(round(place) for place in wide)
    if not counts:
        return 0.0
    common = max(counts, key=lambda place: (_near(counts, place), counts[place], -place))
    counts = Counter(round(place) for place in all_lines)
    least = _SHARE * _near(counts, common)
    outside = [
        place
        for place in counts
        if _INDENTED[0] < (place - common) * outwards < _INDENTED[1] and _near(counts, place) >= least
    ]
    return float(max(outside, key=lambda place: (_near(counts, place), counts[place], -place), default=common))


def _near(counts: Counter[int], place: int) -> int:
    return counts[place] + counts[place - 1] + counts[place + 1]


def _turned(line: Line) -> bool:
    if line.text.isascii():
        return False
    letters = [c for c in line.text if c.isalpha()]
    right = sum("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufefc" for c in letters)
    return right * 2 > len(letters)
