"""The main job: many sources, many forms, one report."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from engross.batch.beside import with_versions, without_versions
from engross.batch.kept import Kept, fingerprint_of_style, key_of
from engross.batch.naming import PATTERN, name_outputs
from engross.batch.outputs import forms
from engross.batch.places import Place, adapt
from engross.batch.plan import Job, plan
from engross.batch.report import Outcome, Report
from engross.batch.whole import sweep, unwritable
from engross.batch.workers import MEMORY_LIMIT, TIME_LIMIT, perform_all
from engross.model.flow import Changes
from engross.model.setting import OFFICIAL, Setting

Perform = Callable[[Sequence[Job]], Generator[tuple[int, Outcome], None, None]]
"""What does jobs: yields each job's index and outcome as they come."""


def build(
    sources: Sequence[str | Path],
    output: str | Path,
    *,
    formats: Sequence[str] = ("pdf", "docx", "html", "akn"),
    jobs: int | None = None,
    source_format: str | None = None,
    changes: Changes = "accept",
    setting: Setting = OFFICIAL,
    time_limit: float = TIME_LIMIT,
    memory_limit: int = MEMORY_LIMIT,
    pattern: str = PATTERN,
    places: Sequence[Place] = (),
    force: bool = False,
    fail_fast: bool = False,
    cache: str | Path | None = None,
    observe: Callable[[Outcome, int], None] | None = None,
    perform: Perform | None = None,
) -> Report:
    """Typesets `sources` into the folder `output` and reports, in the order of the sources.

    What has not changed since the last batch into this folder is skipped unless `force`. `jobs` processes work side
    by side, one for each processor unless given. `time_limit` (seconds) and `memory_limit` (bytes) hold for each
    document. `changes` says what becomes of tracked changes, `setting` how outputs are set, `pattern` how they are
    named (see `naming`), `places` what holds for some paths only. `fail_fast` ends the batch after the first source
    that fails. `cache` is the folder that knows what was built before (`kept`). `observe` is told each outcome, in
    the order of the sources, and how many there will be. `perform` does the jobs instead of processes of this
    machine. Raises Failure where the call itself makes no sense.
    """
    start = time.perf_counter()
    planned = plan(sources, output, forms(formats), source_format, changes, setting)
    planned = tuple(adapt(job, places) for job in planned)
    _prepare(Path(output))
    processes = jobs or processors()

    def at_work(chosen: Sequence[Job]) -> Generator[tuple[int, Outcome], None, None]:
        return perform_all(chosen, min(processes, len(chosen)), time_limit, memory_limit)

    batch = _Batch(Kept(output, cache), setting, force, perform or at_work)
    planned = name_outputs(planned, pattern, output, batch.look_over)
    sweep({Path(job.stem).parent for job in planned if job.refusal is None})
    if not fail_fast:  # which ends before all pages are written that would be linked
        planned = with_versions(planned)
    outcomes = batch.run(planned, fail_fast, observe or _unobserved)
    batch.kept.tidy()
    return Report(tuple(outcomes), len(planned) - len(outcomes), time.perf_counter() - start, processes)


def preview(
    sources: Sequence[str | Path],
    output: str | Path,
    *,
    formats: Sequence[str] = ("pdf", "docx", "html", "akn"),
    source_format: str | None = None,
    changes: Changes = "accept",
    setting: Setting = OFFICIAL,
    pattern: str = PATTERN,
    places: Sequence[Place] = (),
    force: bool = False,
    cache: str | Path | None = None,
) -> tuple[tuple[Job, bool], ...]:
    """The jobs that `build` would look at, each with whether it would have to be done. Nothing is written."""
    planned = plan(sources, output, forms(formats), source_format, changes, setting)
    planned = tuple(adapt(job, places) for job in planned)
    batch = _Batch(Kept(output, cache), setting, force, lambda chosen: perform_all(chosen, processors()))
    planned = name_outputs(planned, pattern, output, batch.look_over)
    return tuple((job, job.refusal is None and batch.unchanged(job)[1] is None) for job in with_versions(planned))


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Batch:
    """One run over jobs, with the record of earlier ones."""

    def __init__(self, kept: Kept, setting: Setting, force: bool, perform: Perform) -> None:
        self.kept, self.force, self.perform = kept, force, perform
        self.style = fingerprint_of_style(setting.style)

    def unchanged(self, job: Job) -> tuple[str, Outcome | None]:
        """The key of a job, and what came of it before where it need not be done again."""
        key = key_of(job, self.style)
        return key, None if self.force else self.kept.find(job, key)

    def look_over(self, jobs: Sequence[Job]) -> dict[int, Outcome]:
        """What the documents of jobs are, without writing anything; kept as the outputs are."""
        return dict(self._outcomes([replace(job, forms=()) for job in jobs]))

    def run(self, jobs: Sequence[Job], fail_fast: bool, observe: Callable[[Outcome, int], None]) -> list[Outcome]:
        """The outcomes in the order of the jobs; each is observed as soon as all before it are there."""
        early: dict[int, Outcome] = {}
        outcomes: list[Outcome] = []
        with closing(self._outcomes(jobs)) as coming:
            for index, outcome in coming:
                if index < len(outcomes):
                    outcomes[index] = outcome  # its page was written again
                    continue
                early[index] = outcome
                while len(outcomes) in early:
                    settled = early.pop(len(outcomes))
                    outcomes.append(settled)
                    observe(settled, len(jobs))
                if fail_fast and outcome.refusals:
                    break
        for index in sorted(early):
            outcomes.append(early[index])
            observe(early[index], len(jobs))
        return outcomes

    def _outcomes(self, jobs: Sequence[Job]) -> Generator[tuple[int, Outcome], None, None]:
        """Each job's index and outcome: those that need no work first, the others as they come.

        A page that links to another one which could not be written comes once more, written without that link.
        """
        lacking: set[int] = set()
        for index, outcome in self._attempts(jobs):
            if outcome.refusals:
                lacking.add(index)
            yield index, outcome
        again = without_versions(jobs, lacking)
        order = list(again)
        for position, outcome in self.perform(list(again.values())) if again else ():
            job = again[order[position]]
            self.kept.add(job, key_of(job, self.style), outcome)
            yield order[position], outcome

    def _attempts(self, jobs: Sequence[Job]) -> Generator[tuple[int, Outcome], None, None]:
        """Each job's index and outcome, once."""
        waiting: list[tuple[int, Job, str]] = []
        for index, job in enumerate(jobs):
            if job.refusal is not None:
                yield index, Outcome(job.source, refusals=(job.refusal,))
                continue
            key, known = self.unchanged(job)
            if known is not None:
                yield index, known
            else:
                waiting.append((index, job, key))
        if not waiting:
            return
        for position, outcome in self.perform([job for _, job, _ in waiting]):
            index, job, key = waiting[position]
            self.kept.add(job, key, outcome)
            yield index, outcome


def _prepare(output: Path) -> None:
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(output, error) from None


def _unobserved(outcome: Outcome, total: int) -> None:
    """What is told to nobody."""
