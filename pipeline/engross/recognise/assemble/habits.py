"""The habits of languages that joining lines has to know: data of `habits.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Habit:
    """How a language breaks words, and its words beside which a number or a line's end tells something.

    `automatic` says that its files are set with automatic hyphenation; `first` and `last` are parts of words
    that keep the hyphen after or before them; `function_words` end no sentence; `joining` may follow a
    suspended hyphen; `counted` take numbers; `recycle` is what the foot of a printed page asks.
    """

    automatic: bool = False
    first: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    recycle: str = ""


@cache
def habits() -> dict[str, Habit]:
    """The habits by two-letter code."""
    text = resources.files("engross.recognise.assemble").joinpath("habits.toml").read_text(encoding="utf-8")
    return {
        code: Habit(
            entry["automatic"],
            frozenset(entry["first"]),
            frozenset(entry["last"]),
            frozenset(entry["function_words"].split()),
            frozenset(entry["joining"].split()),
            frozenset(entry["counted"].split()),
            entry["recycle"],
        )
        for code, entry in tomllib.loads(text).items()
    }


@cache
def habit(code: str) -> Habit:
    """The habit of a language; what all have in common where the code is not known."""
    known = habits()
    if code in known:
        return known[code]
    return Habit(
        function_words=frozenset().union(*(h.function_words for h in known.values())),
        joining=frozenset().union(*(h.joining for h in known.values())),
        counted=frozenset().union(*(h.counted for h in known.values())),
    )
