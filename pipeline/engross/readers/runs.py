"""Gathering runs: what readers of marked-up formats share when they turn characters into `Run` values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter

from engross.model.flow import Run

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_SPACES = re.compile("[ \t\n\r\f]+")


def clean(text: str) -> str:
    """The text without control characters, tab and line feed excepted; a carriage return is a line feed."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", text)


def same_look(one: Run, other: Run) -> bool:
    """Whether two runs differ in nothing but their text; runs that call a note never do."""
    return one.note is None and other.note is None and _look(one) == _look(other)


_look = attrgetter("italic", "bold", "underline", "small_caps", "raised", "size", "href", "language", "change")


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with neighbours of the same look made one, and empty ones left out."""
    result: list[Run] = []
    pending: list[str] = []
    for run in runs:
        if not run.text:
            continue
        if result and same_look(result[-1], run):
            pending.append(run.text)
            continue
        if len(pending) > 1:
            result[-1] = result[-1].retold("".join(pending))
        result.append(run)
        pending = [run.text]
    if len(pending) > 1:
        result[-1] = result[-1].retold("".join(pending))
    return tuple(result)


def collapsed(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with white space collapsed as a browser does over the whole paragraph (CSS Text, section 4.1.1).

    Forced breaks come in as runs whose text is `FORCED_BREAK` and leave as U+000A; no-break spaces are text.
    """
    result: list[Run] = []
    at_space = True
    for run in runs:
        if run.text == FORCED_BREAK:
            if result and result[-1].text.endswith(" "):
                result[-1] = result[-1].retold(result[-1].text[:-1])
            result.append(replace(run, text="\n", note=None))
            at_space = True
            continue
        text = _SPACES.sub(" ", run.text)
        if at_space:
            text = text.removeprefix(" ")
        if text:
            at_space = text.endswith(" ")
            result.append(run.retold(text))
    while result and result[-1].text[-1:] in (" ", "\n", ""):
        last = result.pop()
        if text := last.text.rstrip(" \n"):
            result.append(last.retold(text))
            break
    while result and result[0].text == "\n":
        del result[0]
    return joined(result)


FORCED_BREAK = "\x0b"
"""The text of a run that is a forced line break, before white space is collapsed."""
