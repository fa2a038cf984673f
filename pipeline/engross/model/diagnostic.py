"""Findings as values: a stable code, a severity, one sentence, a place and a hint.

Stages return diagnostics beside their result and never print them; only the command line does.
Every code is registered once in `codes.toml`, from which its documentation is made.
"""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from enum import IntEnum
from importlib import resources

from engross.model.span import Span


class Severity(IntEnum):
    """How much a finding matters; comparable, so that the worst one decides the exit code."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True)
class Code:
    """One registered kind of finding.

    `id` is stable across versions (`note-missing`); `severity` is the default; `title` and `explanation`
    are what the documentation prints; `hint` says what to do where every case has the same remedy.
    """

    id: str
    severity: Severity
    title: str
    explanation: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding in one place. Made with `diagnose`, which takes what the registry knows."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    hint: str = ""


@functools.cache
def codes() -> dict[str, Code]:
    """All registered codes by id, in the order of the registry."""
    text = resources.files("engross.model").joinpath("codes.toml").read_text(encoding="utf-8")
    return {
        name: Code(
            name,
            Severity[entry["severity"].upper()],
            entry["title"],
            entry["explanation"],
            entry.get("hint", ""),
        )
        for name, entry in tomllib.loads(text).items()
    }


def diagnose(code: str, message: str, span: Span | None = None, hint: str = "") -> Diagnostic:
    """A diagnostic of a registered code, with the registry's severity and, unless given, its hint.

    Raises KeyError for a code that is not registered: a programmer's error, never a user's.
    """
    known = codes()[code]
    return Diagnostic(code, known.severity, message, span, hint or known.hint)
