"""The main job: many sources, many forms, one report."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from engross.batch.outputs import forms
from engross.batch.plan import Job, plan
from engross.batch.report import Outcome, Report
from engross.batch.whole import unwritable
from engross.batch.workers import TIME_LIMIT, perform_all


def build(
    sources: Sequence[str | Path],
    output: str | Path,
    *,
    formats: Sequence[str] = ("pdf", "docx", "html", "akn"),
    jobs: int | None = None,
    source_format: str | None = None,
    time_limit: float = TIME_LIMIT,
    observe: Callable[[Outcome, int], None] | None = None,
) -> Report:
    """Typesets `sources` into the folder `output` and reports, in the order of the sources.

    `jobs` processes work side by side, one for each processor unless given. `time_limit` is in seconds for each
    document. `observe` is told each outcome, in the order of the sources, and how many there will be. Raises
    Failure where the call itself makes no sense.
    """
    planned = plan(sources, output, forms(formats), source_format)
    _prepare(Path(output))
    return Report(tuple(_in_order(planned, jobs or processors(), time_limit, observe or _unobserved)))


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _in_order(
    jobs: tuple[Job, ...], processes: int, time_limit: float, observe: Callable[[Outcome, int], None]
) -> list[Outcome]:
    """The outcomes in the order of the jobs; each is observed as soon as all before it are there."""
    early: dict[int, Outcome] = {
        index: Outcome(job.source, refusals=(job.refusal,)) for index, job in enumerate(jobs) if job.refusal
    }
    possible = [(index, job) for index, job in enumerate(jobs) if job.refusal is None]
    outcomes: list[Outcome] = []

    def settle() -> None:
        while len(outcomes) in early:
            outcome = early.pop(len(outcomes))
            outcomes.append(outcome)
            observe(outcome, len(jobs))

    settle()
    for position, outcome in perform_all([job for _, job in possible], min(processes, len(possible)), time_limit):
        early[possible[position][0]] = outcome
        settle()
    return outcomes


def _prepare(output: Path) -> None:
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(output, error) from None


def _unobserved(outcome: Outcome, total: int) -> None:
    """What is told to nobody."""
