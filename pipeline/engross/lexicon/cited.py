"""What resolutions cite by words rather than by a symbol: names, meetings and the Treaty Series, in one language."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engross.lexicon.names import NameForms
from engross.lexicon.treaties import SeriesForms

_NUMBER = r"(?<![\d/])(?P<number>\d{1,5})"
_BESIDE = 16


@dataclass(frozen=True, slots=True)
class CitedMeeting:
    """A meeting named in a text. A `resumed` one has a record of its own, which the number does not tell."""

    start: int
    end: int
    number: int
    resumed: bool


class MeetingForms:
    """The `[meetings]` of a file of names: regular expressions of {number} for each kind of meeting.

    The kinds are those that organs name as theirs (`record_meetings`); `resumed` is an expression for what marks one.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data

    @functools.cached_property
    def _patterns(self) -> Mapping[str, tuple[re.Pattern[str], ...]]:
        return {
            kind: tuple(re.compile(_expression(form)) for form in forms)
            for kind, forms in self._data.items()
            if kind != "resumed"
        }

    @functools.cached_property
    def _resumed(self) -> re.Pattern[str]:
        return re.compile(self._data.get("resumed", "(?!)"), re.IGNORECASE)

    def find(self, text: str, kind: str) -> Iterator[CitedMeeting]:
        """The meetings of a kind that a text names, those of each form in order."""
        for pattern in self._patterns.get(kind, ()):
            for match in pattern.finditer(text):
                before = text[max(0, match.start() - _BESIDE) : match.start()]
                behind = text[match.end() : match.end() + _BESIDE]
                resumed = any(map(self._resumed.search, (before, match[0], behind)))
                yield CitedMeeting(match.start(), match.end(), int(match["number"]), resumed)


class CitedForms:
    """The forms of one language, each made when it is first needed; `data` is its file of names."""

    def __init__(self, data: Mapping[str, Any], *, spaced: bool) -> None:
        self.names = NameForms(data, spaced=spaced)
        self.meetings = MeetingForms(data.get("meetings", {}))
        self.series = SeriesForms(data.get("series", {}).get("forms", ()))


def _expression(form: str) -> str:
    return form.replace("{number}", _NUMBER).replace(" ", "[ \u00a0]")
