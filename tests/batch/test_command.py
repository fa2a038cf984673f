"""The command as a user meets it: interrupts, watching, planning, exit codes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engross.batch.watch import changes
from engross.model.failure import ExitCode
from tests.batch.resolutions import write_sources

START = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from engross.cli import main
main()
"""
"""Interrupts arrive even where these tests run in the background of a shell, which has its children ignore them."""

COMMAND = [sys.executable, "-c", START, "build", "in", "-o", "out", "--to", "akn"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_sources(tmp_path / "in", 3)
    return tmp_path


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *words], capture_output=True, text=True, timeout=120)


def wait_until(happened: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def await_next(seen: Iterator[None]) -> None:
    """Waits for the next change, and not for ever."""
    waiting = threading.Thread(target=lambda: next(seen), daemon=True)
    waiting.start()
    waiting.join(30)
    assert not waiting.is_alive()


@pytest.fixture
def started() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts the command; it is dead when the test is over."""
    processes = []

    def start(*words: str) -> subprocess.Popen[str]:
        processes.append(subprocess.Popen([*COMMAND, *words], stderr=subprocess.PIPE, text=True))
        return processes[-1]

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def children(process: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_an_interrupt_ends_every_process_within_a_second(
    here: Path, started: Callable[..., subprocess.Popen[str]]
) -> None:
    """The best of three tries counts: other things that the machine does are not ours."""
    os.mkfifo("in/z1.txt")
    os.mkfifo("in/z2.txt")
    took = []
    for _ in range(3):
        process = started("--jobs", "2", "--force")
        wait_until(lambda: len(list(Path("out").glob("*.xml"))) == 3 and len(children(process.pid)) == 2)  # noqa: B023
        workers = children(process.pid)
        begun = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
        took.append(time.monotonic() - begun)
        assert process.returncode == ExitCode.INTERRUPTED
        assert not any(map(alive, workers))
        for path in Path("out").iterdir():
            path.unlink()
        if took[-1] < 1:
            break
    assert min(took) < 1


def test_a_batch_that_is_told_to_end_leaves_no_process(
    here: Path, started: Callable[..., subprocess.Popen[str]]
) -> None:
    os.mkfifo("in/A.txt")
    process = started("--jobs", "1")
    wait_until(lambda: children(process.pid))
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=20)
    assert process.returncode != 0
    wait_until(lambda: not children_of_nobody(here))
    assert not list(Path("out").glob(".*"))


def children_of_nobody(folder: Path) -> list[str]:
    """Processes that still work in a folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        if int(process.name) == os.getpid():
            continue
        try:
            if (process / "cwd").resolve() == folder.resolve() and alive(int(process.name)):
                found.append(process.name)
        except OSError:
            continue
    return found


class TestWatching:
    def test_a_changed_source_is_built_again_and_an_interrupt_ends_it(
        self, here: Path, started: Callable[..., subprocess.Popen[str]]
    ) -> None:
        process = started("--watch", "--jobs", "1")
        said: list[str] = []
        assert process.stderr is not None
        threading.Thread(target=lambda: said.extend(process.stderr), daemon=True).start()  # type: ignore[arg-type]
        wait_until(lambda: sum("sources typeset" in line for line in said) == 1)
        path = Path("in/A_RES_56_2.en.txt")
        path.write_text(path.read_text().replace("count them", "number them all"))
        wait_until(lambda: sum("sources typeset" in line for line in said) == 2)
        assert b"number them all" in Path("out/A_RES_56_2.en.xml").read_bytes()
        assert "1 files written, 2 unchanged" in said[-1]
        Path("in/A_RES_56_2.en.toml").write_text('job_number = "02-12345"\n')
        wait_until(lambda: sum("sources typeset" in line for line in said) == 3)
        write_sources(Path("in"), 4)
        wait_until(lambda: Path("out/A_RES_56_4.en.xml").exists())
        process.send_signal(signal.SIGINT)
        process.wait(20)
        assert process.returncode == ExitCode.INTERRUPTED

    def test_a_save_that_takes_a_while_is_one_change(self, here: Path) -> None:
        seen = changes(["in"], None, pause=0.2)
        next(seen)
        path = Path("in/A_RES_56_1.en.txt")

        def save() -> None:
            for size in range(1, 6):
                path.write_text("text " * size)
                time.sleep(0.05)

        writer = threading.Thread(target=save)
        writer.start()
        await_next(seen)
        assert not writer.is_alive()
        assert path.read_text() == "text " * 5

    def test_a_source_that_goes_away_is_a_change_and_no_failure(self, here: Path) -> None:
        seen = changes(["in"], None, pause=0.05)
        next(seen)
        Path("in/A_RES_56_1.en.txt").unlink()
        await_next(seen)


def test_a_plan_is_printed_and_nothing_is_written(here: Path) -> None:
    assert run().returncode == ExitCode.OK
    path = Path("in/A_RES_56_2.en.txt")
    path.write_text(path.read_text() + "\n")
    written = Path("out/A_RES_56_2.en.xml").stat().st_mtime_ns
    assert [line.split()[0] for line in run("--dry-run").stdout.splitlines()] == ["unchanged", "build", "unchanged"]
    assert [line.split()[0] for line in run("-n", "--force").stdout.splitlines()] == ["build"] * 3
    assert Path("out/A_RES_56_2.en.xml").stat().st_mtime_ns == written


def test_what_fails_stops_the_others_only_where_it_is_asked_for(here: Path) -> None:
    Path("in/A.txt").write_text("")
    assert run("--keep-going", "--jobs", "1").returncode == ExitCode.INPUT
    assert len(list(Path("out").iterdir())) == 3
    stopped = run("--fail-fast", "--force", "--jobs", "1")
    assert stopped.returncode == ExitCode.INPUT
    assert "3 left" in stopped.stderr


def test_findings_fail_the_command_from_the_severity_asked_for(here: Path) -> None:
    path = Path("in/A_RES_56_1.en.txt")
    path.write_text(path.read_text().replace("Footnotes;", "Footnotes;¹"))
    assert run().returncode == ExitCode.OK
    assert run("--fail-on", "warning").returncode == ExitCode.FINDINGS  # of sources that are unchanged, too
    assert run("--fail-on", "error").returncode == ExitCode.OK


def test_the_table_counts_files_and_sizes(here: Path) -> None:
    said = run("--to", "akn,txt").stderr.splitlines()
    assert [line.split()[:2] for line in said if line.split()[0] in ("form", "akn", "txt")] == [
        ["form", "files"], ["akn", "3"], ["txt", "3"],
    ]  # fmt: skip
    assert run("--quiet", "--force").stderr == ""
