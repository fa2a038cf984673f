"""What a draft or a letter puts into the left margin of every line: line numbers, the `>` of a quoted message."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_LEAST = 4  # lines with words: fewer show no habit
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")
_NUMBERED = re.compile(r"[ \t]{0,8}(\d{1,4})(?:[ \t]+(?=\S)|[ \t]*$)")
_MOST_PLAIN = 0.1  # of the lines may have no margin: a heading, a running head


def find_margins(lines: Sequence[str]) -> list[int]:
    """How many characters at the head of each line are its margin; 0 for all of them where the text has none."""
    for find in (_quoted, _numbered):
        if found := find(lines):
            return found
    return [0] * len(lines)


def _quoted(lines: Sequence[str]) -> list[int]:
    """Lines that each begin with `>`, as mail quotes them."""
    return _all(lines, lambda line: match.end() if (match := _QUOTED.match(line)) else 0, 0.0)


def _numbered(lines: Sequence[str]) -> list[int]:
    """Lines that are numbered one by one, blank ones counted or not, each page from 1 or all of them through."""
    last = 0

    def margin(line: str) -> int:
        nonlocal last
        found = _NUMBERED.match(line)
        if found is None or int(found[1]) not in (last + 1, 1):
            return 0
        last = int(found[1])
        return found.end()

    return _all(lines, margin, _MOST_PLAIN)


def _all(lines: Sequence[str], margin: Callable[[str], int], most_plain: float) -> list[int]:
    """The margins that a rule finds, if it finds them in all lines with words, but for a share of them."""
    if not any(lines) or (len(lines) > _LEAST and not any(map(margin, lines[:_LEAST]))):
        return []
    margins = [margin(line) for line in lines]
    words = [found for found, line in zip(margins, lines, strict=True) if line.strip()]
    if len(words) < _LEAST or sum(not found for found in words) > most_plain * len(words):
        return []
    return margins
