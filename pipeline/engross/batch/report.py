"""What came of a batch: one outcome for each source, in the order in which the sources were named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from engross.model.diagnostic import Diagnostic, Severity
from engross.model.failure import ExitCode, Failure
from engross.model.span import Span

_GRAVEST_FIRST = (
    ExitCode.INTERNAL,
    ExitCode.SETUP,
    ExitCode.OUTPUT,
    ExitCode.USAGE,
    ExitCode.INPUT,
)

FACTS = ("symbol", "title", "language", "organ", "session")
"""What an outcome says of its document."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A Failure as a value: why a source, or one output of it, did not come to be.

    `trace` is the traceback of a fault of engross itself, for its authors; else it is empty.
    """

    message: str
    place: Span | None = None
    hint: str = ""
    exit_code: ExitCode = ExitCode.INPUT
    trace: str = ""

    @classmethod
    def of(cls, failure: Failure) -> Self:
        """The value that says what `failure` says."""
        return cls(failure.message, failure.place, failure.hint, failure.exit_code)

    @classmethod
    def fault(cls, error: Exception, source: str) -> Self:
        """The value for an error that nothing expected: which, and where in engross it arose."""
        import traceback

        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "engross" in frame.filename]
        where = f", {frames[-1].filename.rpartition('engross/')[2]}:{frames[-1].lineno}" if frames else ""
        what = str(error).partition("\n")[0]
        return cls(
            f"this is a fault of engross: {type(error).__name__}{': ' if what else ''}{what}{where}",
            Span(source),
            "please report it with the source",
            ExitCode.INTERNAL,
            "".join(traceback.format_exception(error)),
        )

    def __str__(self) -> str:
        return str(Failure(self.message, place=self.place, hint=self.hint))


@dataclass(frozen=True, slots=True)
class File:
    """One output as it was written: its form, size in bytes, time of change in ns, SHA-256, and seconds of work."""

    path: str
    form: str
    size: int
    modified: int
    digest: str
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one source: the files written, the findings, and what could not be done.

    `unchanged` says that the files were there already and nothing had to be done; the findings are those of the
    build that wrote them. `symbol`, `title`, `language`, `organ` and `session` are the document's. `memory` is what
    the process held afterwards, in bytes.
    """

    source: str
    outputs: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    seconds: float = 0.0
    files: tuple[File, ...] = ()
    unchanged: bool = False
    symbol: str = ""
    title: str = ""
    language: str = ""
    organ: str = ""
    session: str = ""
    memory: int = 0

    @property
    def state(self) -> str:
        """`failed` where something could not be done, `unchanged` where nothing had to be, else `built`."""
        return "failed" if self.refusals else "unchanged" if self.unchanged else "built"

    def of_document(self, facts: dict[str, str]) -> Self:
        """The outcome with the facts of its document, by their names in `FACTS`."""
        known = {name: facts.get(name, "") for name in FACTS}
        return replace(self, **known)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of all sources; `left` of them were not looked at because the batch was told to stop early.

    `seconds` is how long the batch took, `processes` how many worked on it.
    """

    outcomes: tuple[Outcome, ...]
    left: int = 0
    seconds: float = 0.0
    processes: int = 0

    @property
    def outputs(self) -> tuple[str, ...]:
        """The files that were written, in the order of the sources."""
        return tuple(path for outcome in self.outcomes for path in outcome.outputs)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings, in the order of the sources."""
        return tuple(found for outcome in self.outcomes for found in outcome.diagnostics)

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """What could not be done, in the order of the sources."""
        return tuple(refusal for outcome in self.outcomes for refusal in outcome.refusals)

    def exit_code(self, fail_on: Severity | None = None) -> ExitCode:
        """The exit code of the gravest thing that happened; findings from `fail_on` upwards count, if given."""
        codes = {refusal.exit_code for refusal in self.refusals}
        for code in _GRAVEST_FIRST:
            if code in codes:
                return code
        if fail_on is not None and any(found.severity >= fail_on for found in self.diagnostics):
            return ExitCode.FINDINGS
        return ExitCode.OK
