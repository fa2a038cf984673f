"""Batches on a real scheduler with real workers, each a process of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engross.batch.build import build
from engross.batch.cluster import pack, unpack, workers_of
from engross.batch.outputs import style_folder
from engross.batch.report import Report
from engross.batch.workers import MEMORY_LIMIT, TIME_LIMIT
from engross.model.failure import ExitCode, Failure
from engross.model.setting import OFFICIAL, Setting
from tests.batch.resolutions import write_sources

pytest.importorskip("distributed")


class Cluster:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        self.processes = [
            self.start("dask_scheduler", "--port", str(port), "--host", "127.0.0.1", "--no-dashboard", "--no-show")
        ]
        self.workers = [
            self.start(
                "dask_worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard",
                "--local-directory", str(folder / f"worker{number}"),
            )
            for number in range(2)
        ]  # fmt: skip
        self.processes += self.workers

    def start(self, program: str, *words: str) -> subprocess.Popen[bytes]:
        log = (self.folder / f"{program}.log").open("ab")
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{program}", *words], cwd=self.folder, stdout=log, stderr=log
        )

    def build(self, output: str, setting: Setting = OFFICIAL, **options: object) -> Report:
        given = {"setting": setting, "time_limit": TIME_LIMIT, "memory_limit": MEMORY_LIMIT} | options
        with workers_of(self.address, given) as perform:
            return build(["in"], output, formats=["pdf", "akn"], perform=perform, **given)  # type: ignore[arg-type]


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    monkeypatch.chdir(tmp_path)
    write_sources(tmp_path / "in", 8)
    started = Cluster(tmp_path)
    try:
        yield started
    finally:
        for process in started.processes:
            process.kill()
            process.wait()


def contents(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def findings(report: Report, folder: str) -> list[str]:
    return [str(found).replace(folder, "") for found in report.diagnostics]


def test_a_cluster_makes_the_same_bytes_as_this_machine(cluster: Cluster) -> None:
    there = cluster.build("there")
    here = build(["in"], "here", formats=["pdf", "akn"], jobs=1)
    assert not there.refusals
    assert contents("there") == contents("here")
    assert findings(there, "there") == findings(here, "here")
    assert {outcome.state for outcome in cluster.build("there").outcomes} == {"unchanged"}


def test_a_worker_that_is_lost_loses_no_document(cluster: Cluster) -> None:
    def lose() -> None:
        while not Path("there").is_dir() or not list(Path("there").iterdir()):
            time.sleep(0.02)
        cluster.workers[0].kill()

    threading.Thread(target=lose, daemon=True).start()
    report = cluster.build("there")
    assert not report.refusals
    assert cluster.workers[0].poll() is not None
    assert len(contents("there")) == 16


def test_a_document_that_hangs_or_is_broken_costs_itself_alone(cluster: Cluster) -> None:
    Path("in/empty.txt").write_text("")
    os.mkfifo("in/endless.txt")
    report = cluster.build("there")
    assert sorted(Path(refusal.place.source).name for refusal in report.refusals if refusal.place) == [
        "empty.txt",
        "endless.txt",
    ]
    assert len(contents("there")) == 16


def test_a_style_travels_by_its_content(cluster: Cluster, tmp_path: Path) -> None:
    shutil.copytree(style_folder(), tmp_path / "style")
    setting = replace(OFFICIAL, style=tmp_path / "style")
    assert not cluster.build("there", setting).refusals
    build(["in"], "here", formats=["pdf", "akn"], jobs=1, setting=setting)
    assert contents("there") == contents("here")


def test_an_archive_is_unpacked_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c").write_bytes(b"1")
    archive = pack(tmp_path / "a")
    assert pack(tmp_path / "a") == archive
    assert (unpack(archive, "00") / "b/c").read_bytes() == b"1"
    assert unpack(archive, "00").is_dir()


def test_no_scheduler_is_said_plainly() -> None:
    options = {"setting": OFFICIAL, "time_limit": 1, "memory_limit": MEMORY_LIMIT}
    with pytest.raises(Failure) as failure, workers_of("tcp://127.0.0.1:1", options):
        pass
    assert failure.value.exit_code == ExitCode.SETUP
