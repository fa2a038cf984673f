"""How findings, failures and progress are printed on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engross.batch.plan import Job
    from engross.batch.report import Outcome, Refusal, Report
    from engross.model.diagnostic import Diagnostic
    from engross.model.failure import Failure


def shown(text: str) -> str:
    """`text` with what a terminal cannot print spelled out: bytes of file names that are no UTF-8, control signs."""
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(sign if sign.isprintable() or sign in "\t\u00a0\u202f" else f"\\x{ord(sign):02x}" for sign in text)


def say(text: str) -> None:
    """One line on standard error; silence where nobody can read it."""
    with suppress(OSError):
        sys.stderr.write(text + "\n")


def finding_line(found: Diagnostic) -> str:
    """A finding as `path:line:column: severity code: message (hint)`."""
    place = f"{found.span}: " if found.span else ""
    hint = f" ({found.hint})" if found.hint else ""
    return shown(f"{place}{found.severity.name.lower()} {found.code}: {found.message}{hint}")


def print_findings(findings: Iterable[Diagnostic]) -> None:
    """Each finding on its line."""
    for found in findings:
        say(finding_line(found))


def print_failure(failure: Failure) -> None:
    """Why the call cannot go on, on one line."""
    say(shown(f"engross: {failure}"))


def print_refusal(refusal: Refusal) -> None:
    """Why a source or an output did not come to be, on one line; the traceback where `ENGROSS_DEBUG` is set."""
    say(shown(f"engross: {refusal}"))
    if refusal.trace and os.environ.get("ENGROSS_DEBUG"):
        say(refusal.trace)


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[Outcome, int], None]]:
    """Prints each outcome as it comes: a bar on a terminal, plain lines elsewhere, failures alone when quiet."""
    if quiet or not sys.stderr.isatty() or os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        yield lambda outcome, _total: print_outcome(outcome, quiet=quiet)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("typesetting"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(compact=True), TextColumn("{task.fields[source]}"),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, source="", rate="")

        def observe(outcome: Outcome, total: int) -> None:
            speed = bar.tasks[0].speed
            rate = f"{speed:.1f}/s" if speed else ""
            name = shown(os.path.basename(outcome.source))  # noqa: PTH119
            bar.update(task, advance=1, total=total, source=name, rate=rate)
            print_outcome(outcome, quiet=quiet)

        yield observe


def print_outcome(outcome: Outcome, *, quiet: bool) -> None:
    """What came of one source: findings and files written, or failures alone when quiet."""
    if not quiet:
        print_findings(outcome.diagnostics)
    for refusal in outcome.refusals:
        print_refusal(refusal)
    if outcome.outputs and not quiet and not outcome.unchanged:
        say(shown(f"{outcome.source} → {_files(outcome.outputs)} ({outcome.seconds:.2f} s)"))


def print_plan(jobs: Sequence[tuple[Job, bool]]) -> None:
    """What a build would do with each source: on standard output, for it is what was asked for."""
    for job, needed in jobs:
        if job.refusal is not None:
            print_refusal(job.refusal)
            continue
        files = _files(tuple(job.path(form) for form in job.forms))
        print(shown(f"{'build' if needed else 'unchanged'} {job.source} → {files}"))


def print_summary(report: Report) -> None:
    """What came of a build: a table of the forms where many sources were typeset, and one line."""
    built = [file for outcome in report.outcomes if not outcome.unchanged for file in outcome.files]
    if len(report.outcomes) > 1 and built:
        say(f"{'form':<6}{'files':>8}{'size':>12}{'time':>12}{'each':>10}")
        for form in dict.fromkeys(file.form for file in built):
            files = [file for file in built if file.form == form]
            size, seconds = sum(file.size for file in files), sum(file.seconds for file in files)
            each = 1000 * seconds / len(files)
            say(f"{form:<6}{len(files):>8}{size / 1e6:>9.1f} MB{seconds:>10.1f} s{each:>7.0f} ms")
    done = sum(1 for outcome in report.outcomes if not outcome.refusals)
    unchanged = sum(1 for outcome in report.outcomes if outcome.unchanged)
    failed = len(report.outcomes) - done
    parts = [f"{done} of {len(report.outcomes) + report.left} sources typeset", f"{len(built)} files written"]
    if unchanged:
        parts.append(f"{unchanged} unchanged")
    if failed:
        parts.append(f"{failed} failed")
    if report.left:
        parts.append(f"{report.left} left")
    if report.diagnostics:
        parts.append(f"{len(report.diagnostics)} findings")
    say(", ".join(parts))


def _files(outputs: tuple[str, ...]) -> str:
    """The files of one source, their common path once: `output/A.fr.{pdf,docx}`."""
    if len(outputs) == 1:
        return outputs[0]
    stem = os.path.splitext(outputs[0])[0]  # noqa: PTH122
    return f"{stem}.{{{','.join(path[len(stem) + 1 :] for path in outputs)}}}"
