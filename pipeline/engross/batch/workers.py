"""Warm processes that perform jobs: started once, watched, replaced when one dies or takes too long.

A worker is a fresh interpreter that speaks pickles over its standard streams. It is no fork, so threads of the
caller do no harm, and it does not import the caller's main module, so scripts need no guard.
"""

from __future__ import annotations

import functools
import os
import pickle
import selectors
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from engross.batch.memory import Household, limit_memory, rare_collection
from engross.batch.plan import Job
from engross.batch.report import Outcome, Refusal
from engross.batch.whole import remove_traces
from engross.model.failure import ExitCode, Failure
from engross.model.span import Span

TIME_LIMIT = 300.0
"""Seconds that one document may take; a long one of a hundred pages takes ten."""
MEMORY_LIMIT = 4 << 30
"""Bytes of address space that a worker may have; an ordinary document needs a quarter of a gigabyte."""
MOST_KEPT = 150 << 20
"""A worker that still holds more bytes than this after a document is replaced by a fresh one; 125 MB are usual."""
SETTLED = 10
"""Documents after which it is, so that the second that a new one takes to be warm weighs little."""
FAR_TOO_MUCH = 400 << 20
"""A worker that holds more bytes than this is replaced in any case."""
_PATIENCE = 5.0
"""Seconds in which a process that has been told to end is gone."""

_START = """
import pickle, sys
sys.path[:], memory, parent = pickle.load(sys.stdin.buffer)
from engross.batch.workers import serve
serve(memory, parent)
"""


def perform_all(
    jobs: Sequence[Job], processes: int, time_limit: float = TIME_LIMIT, memory_limit: int = MEMORY_LIMIT
) -> Generator[tuple[int, Outcome], None, None]:
    """The outcome of each job with the job's index, as they come. Closing the iterator ends the workers.

    `time_limit` (seconds) and `memory_limit` (bytes of address space) hold for each document. A worker that has
    grown is replaced between two documents.
    """
    waiting = [(index, job) for index, job in enumerate(jobs)]
    waiting.reverse()
    busy: dict[int, _Worker] = {}
    with selectors.DefaultSelector() as selector:
        try:
            while waiting or busy:
                while waiting and len(busy) < max(1, processes):
                    worker = _Worker(time_limit, memory_limit)
                    worker.give(*waiting.pop())
                    busy[worker.file] = worker
                    selector.register(worker.file, selectors.EVENT_READ)
                soonest = min(worker.deadline for worker in busy.values())
                ready = {key.fd for key, _ in selector.select(max(0.0, soonest - time.monotonic()))}
                for worker in list(busy.values()):
                    late = time.monotonic() >= worker.deadline
                    if worker.file not in ready and not late:
                        continue
                    index, outcome = worker.take(late and worker.file not in ready)
                    if worker.fit and waiting:
                        worker.give(*waiting.pop())
                    else:
                        selector.unregister(worker.file)
                        del busy[worker.file]
                        worker.end()
                    yield index, outcome
        finally:
            for worker in busy.values():
                worker.kill()
                worker.remove_traces()


class _Worker:
    """A process and the job that it is at."""

    def __init__(self, time_limit: float, memory_limit: int = MEMORY_LIMIT) -> None:
        self.time_limit = time_limit
        self.alive = True
        self.done = self.held = 0
        self.process = subprocess.Popen(  # noqa: S603 — our own interpreter and code
            [sys.executable, "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            process_group=0,
        )
        self.input: IO[bytes] = self.process.stdin  # type: ignore[assignment]
        self.output: IO[bytes] = self.process.stdout  # type: ignore[assignment]
        self.file = self.output.fileno()
        self._send((sys.path, memory_limit, os.getpid()))

    @property
    def fit(self) -> bool:
        """Whether the process lives, and has not grown so that another should take its place."""
        return self.alive and self.held <= (MOST_KEPT if self.done >= SETTLED else FAR_TOO_MUCH)

    def give(self, index: int, job: Job) -> None:
        """Hands a job to the process."""
        self.index, self.job = index, job
        self.deadline = time.monotonic() + self.time_limit
        self._send(job)

    def take(self, late: bool) -> tuple[int, Outcome]:
        """The outcome of the job. A process that is late or has died is ended, and its job refused."""
        if not late:
            try:
                outcome: Outcome = pickle.load(self.output)  # noqa: S301 — written by our own process
                self.done, self.held = self.done + 1, outcome.memory
                return self.index, outcome
            except (EOFError, pickle.UnpicklingError):
                with suppress(subprocess.TimeoutExpired):
                    self.process.wait(_PATIENCE)  # how it ended says why
        self.kill()
        self.remove_traces()
        return self.index, Outcome(self.job.source, refusals=(self._refusal(late),))

    def kill(self) -> None:
        """Ends the process at once, also one that is stopped."""
        self.process.kill()
        self.end()

    def remove_traces(self) -> None:
        """Removes what the ended process was writing."""
        remove_traces(Path(self.job.stem).parent, self.process.pid)

    def end(self) -> None:
        """Lets the process end by itself and takes note of it; one that does not is killed."""
        self.alive = False
        for stream in (self.input, self.output):
            with suppress(OSError):
                stream.close()
        try:
            self.process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            with suppress(subprocess.TimeoutExpired):  # a disk that does not answer keeps it; the batch goes on
                self.process.wait(_PATIENCE)

    def _send(self, value: Any) -> None:
        with suppress(BrokenPipeError):  # a dead process shows when its answer is read
            pickle.dump(value, self.input)
            self.input.flush()

    def _refusal(self, late: bool) -> Refusal:
        if late:
            failure = Failure(f"the document took more than {self.time_limit:g} seconds and was given up")
        elif self.process.returncode == -signal.SIGKILL:
            failure = Failure("the process was killed; the document may need more memory than there is")
        else:
            failure = Failure(
                f"the process that typeset this died ({self.process.returncode})", exit_code=ExitCode.INTERNAL
            )
        failure.place = Span(self.job.source)
        return Refusal.of(failure)


def serve(memory_limit: int = MEMORY_LIMIT, parent: int = 0) -> None:
    """The life of a worker: takes jobs from standard input until it is closed, answers with outcomes.

    Nothing but outcomes reaches standard output, whatever a library prints. The worker ends with its parent.
    """
    from engross.batch.perform import perform

    _end_with(parent)
    limit_memory(memory_limit)
    household = Household(MOST_KEPT)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # of libraries, for their authors
    jobs = sys.stdin.buffer
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)
        while True:
            try:
                job = pickle.load(jobs)  # noqa: S301 — written by our own parent
            except EOFError:
                os._exit(0)  # outputs are on the disk: nothing is left to be done
            with rare_collection():
                outcome = perform(job)
            answers.write(pickle.dumps(replace(outcome, memory=household.tidy())))
            answers.flush()


def _end_with(parent: int) -> None:
    """Asks the system to end this process with its parent, however that ends; no document keeps it alive then."""
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if parent and os.getppid() != parent:
        os._exit(1)


class Pool:
    """Warm processes for callers in several threads, each job done alone in one of them, within its limits."""

    def __init__(self, time_limit: float, memory_limit: int) -> None:
        self.time_limit, self.memory_limit = time_limit, memory_limit
        self.idle: list[_Worker] = []

    def perform(self, job: Job) -> Outcome:
        """What came of a job; a process that it kills, or that it lets grow, is replaced."""
        worker = None
        while worker is None and self.idle:
            worker = self.idle.pop()
            if worker.process.poll() is not None:
                worker.end()
                worker = None
        worker = worker or _Worker(self.time_limit, self.memory_limit)
        kept = False
        try:
            worker.give(0, job)
            with selectors.DefaultSelector() as selector:
                selector.register(worker.file, selectors.EVENT_READ)
                ready = selector.select(self.time_limit)
            outcome = worker.take(late=not ready)[1]
            kept = worker.fit
        finally:
            if kept:
                self.idle.append(worker)
            elif worker.alive:
                worker.kill()
        return outcome


@functools.cache
def warm_pool(time_limit: float, memory_limit: int) -> Pool:
    """The pool of this process for these limits."""
    return Pool(time_limit, memory_limit)
