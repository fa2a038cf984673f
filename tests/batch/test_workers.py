"""What a batch does when documents kill, stall or starve the process that typesets them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engross.batch import workers
from engross.batch.outputs import forms
from engross.batch.plan import Job
from engross.batch.report import Outcome
from engross.batch.workers import _Worker, perform_all
from engross.model.failure import ExitCode


def missing(number: int) -> Job:
    return Job(f"missing-{number}.txt", f"out/{number}", forms(["akn"]))


def endless(folder: Path) -> Job:
    path = folder / "endless.txt"
    os.mkfifo(path)
    return Job(str(path), str(folder / "endless"), forms(["akn"]))


def test_each_job_has_its_outcome_whatever_the_order() -> None:
    jobs = [missing(number) for number in range(20)]
    outcomes = dict(perform_all(jobs, 3))
    assert [outcomes[number].source for number in range(20)] == [job.source for job in jobs]


def test_a_worker_serves_many_jobs() -> None:
    worker = _Worker(60)
    try:
        for number in range(3):
            worker.give(number, missing(number))
            index, outcome = worker.take(late=False)
            assert (index, str(outcome.refusals[0])) == (number, f"missing-{number}.txt: no such file (check the path)")
    finally:
        worker.kill()


def test_a_job_that_takes_too_long_is_given_up_and_the_next_is_done(tmp_path: Path) -> None:
    start = time.monotonic()
    outcomes = dict(perform_all([endless(tmp_path), missing(1)], 1, time_limit=1.5))
    assert time.monotonic() - start < 10
    assert "more than 1.5 seconds" in str(outcomes[0].refusals[0])
    assert "no such file" in str(outcomes[1].refusals[0])


def test_a_worker_that_is_killed_takes_only_its_job_with_it(tmp_path: Path) -> None:
    worker = _Worker(60)
    worker.give(0, endless(tmp_path))
    (tmp_path / f".engross-{worker.process.pid}-half").write_bytes(b"half a file")
    worker.process.send_signal(signal.SIGKILL)
    _, outcome = worker.take(late=False)
    assert "memory" in str(outcome.refusals[0])
    assert not worker.alive
    assert [path.name for path in tmp_path.iterdir()] == ["endless.txt"]


def test_a_worker_that_crashes_is_a_fault_of_ours(tmp_path: Path) -> None:
    worker = _Worker(60)
    worker.give(0, endless(tmp_path))
    worker.process.send_signal(signal.SIGSEGV)
    _, outcome = worker.take(late=False)
    assert outcome.refusals[0].exit_code == ExitCode.INTERNAL


def test_a_worker_that_has_grown_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []

    class Counted(_Worker):
        def __init__(self, *limits: float) -> None:
            super().__init__(*limits)  # type: ignore[arg-type]
            started.append(self.process)

    monkeypatch.setattr(workers, "_Worker", Counted)
    assert len(dict(perform_all([missing(number) for number in range(3)], 1))) == 3
    assert len(started) == 1
    monkeypatch.setattr(workers, "MOST_KEPT", 0)
    monkeypatch.setattr(workers, "SETTLED", 2)
    assert len(dict(perform_all([missing(number) for number in range(4)], 1))) == 4
    assert len(started) == 3
    monkeypatch.setattr(workers, "FAR_TOO_MUCH", 0)
    assert len(dict(perform_all([missing(number) for number in range(3)], 1))) == 3
    assert len(started) == 6
    assert all(process.poll() is not None for process in started)


def test_a_worker_that_does_not_end_when_it_should_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_PATIENCE", 0.5)
    worker = _Worker(60)
    worker.give(0, missing(0))
    worker.take(late=False)
    worker.process.send_signal(signal.SIGSTOP)
    worker.end()
    assert worker.process.returncode == -signal.SIGKILL


def test_a_worker_that_is_stopped_costs_its_job_alone(tmp_path: Path) -> None:
    outcomes = perform_all([missing(0), endless(tmp_path), missing(2)], 1, time_limit=3)
    assert next(outcomes)[0] == 0
    (child,) = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    os.kill(int(child), signal.SIGSTOP)
    said = {index: str(outcome.refusals[0]) for index, outcome in outcomes}
    assert "more than 3 seconds" in said[1]
    assert "no such file" in said[2]


def test_giving_up_ends_the_workers(tmp_path: Path) -> None:
    outcomes = perform_all([missing(0), endless(tmp_path)], 2)
    assert isinstance(next(outcomes)[1], Outcome)
    outcomes.close()
    assert [path.name for path in tmp_path.iterdir()] == ["endless.txt"]


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    """Workers do not import the caller's main module."""
    script = tmp_path / "script.py"
    script.write_text("import engross\nprint(engross.build(['missing.txt'], 'out', jobs=2).exit_code().name)\n")
    done = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, timeout=60)
    assert done.stdout == b"INPUT\n"
    assert done.stderr == b""
