"""The one exception that means "this document cannot go on", and the exit codes of the command line."""

from __future__ import annotations

from enum import IntEnum

from engross.model.span import Span


class ExitCode(IntEnum):
    """What the process tells its caller. Documented in the README; never renumbered."""

    OK = 0
    """Everything asked for was done."""
    FINDINGS = 1
    """Everything was done, and a finding reached the severity that was asked to fail on."""
    USAGE = 2
    """The command's words are wrong."""
    INPUT = 3
    """A source is missing, unreadable or broken; the others were done."""
    OUTPUT = 4
    """An output could not be written."""
    SETUP = 5
    """The machine lacks something; `engross doctor` says what."""
    INTERNAL = 70
    """A fault of engross itself."""
    INTERRUPTED = 130
    """Stopped by the user."""


class Failure(Exception):  # noqa: N818 — a failure is what it is called in every message
    """A document, or the whole call, cannot go on.

    `message` is one line; `place` names the file and, where known, the place in it; `hint` says what to do.
    """

    def __init__(
        self, message: str, *, place: Span | None = None, hint: str = "", exit_code: ExitCode = ExitCode.INPUT
    ) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.hint = hint
        self.exit_code = exit_code

    def __str__(self) -> str:
        text = f"{self.place}: {self.message}" if self.place else self.message
        return f"{text} ({self.hint})" if self.hint else text
