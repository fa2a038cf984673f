"""Batches on a real scheduler with real workers, with sources and outputs in a real store."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engross.batch import cluster as at_cluster
from engross.batch.build import build
from engross.batch.cluster import pack, unpack, workers_of
from engross.batch.outputs import style_folder
from engross.batch.report import Report
from engross.batch.workers import MEMORY_LIMIT, TIME_LIMIT
from engross.model.failure import ExitCode, Failure
from engross.model.setting import OFFICIAL, Setting
from tests.batch.resolutions import write_sources
from tests.batch.services import Cluster, environment, store

pytest.importorskip("distributed")
pytestmark = pytest.mark.services
SOURCES = 8


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        yield cluster
    finally:
        cluster.stop()


@pytest.fixture
def cluster(servers: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cluster:
    """The servers, with two workers whatever the test before did, and sources in the folder `in`."""
    while len(servers.workers) < 2:
        servers.workers.append(servers.start_worker())
    monkeypatch.chdir(tmp_path)
    write_sources(tmp_path / "in", SOURCES)
    return servers


def make(cluster: Cluster, output: str, setting: Setting = OFFICIAL) -> Report:
    options = {"setting": setting, "time_limit": TIME_LIMIT, "memory_limit": MEMORY_LIMIT}
    with workers_of(cluster.address, options) as perform:
        return build(["in"], output, formats=["pdf", "akn"], perform=perform, **options)  # type: ignore[arg-type]


def contents(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def findings(report: Report, folder: str) -> list[str]:
    return [str(found).replace(folder, "") for found in report.diagnostics]


def once(happened: Callable[[], bool], act: Callable[[], None]) -> threading.Thread:
    """Acts as soon as something has happened."""

    def wait() -> None:
        while not happened():
            time.sleep(0.02)
        act()

    thread = threading.Thread(target=wait, daemon=True)
    thread.start()
    return thread


def test_a_cluster_makes_the_same_bytes_as_this_machine(cluster: Cluster) -> None:
    there = make(cluster, "there")
    here = build(["in"], "here", formats=["pdf", "akn"], jobs=1)
    assert not there.refusals
    assert contents("there") == contents("here")
    assert findings(there, "there") == findings(here, "here")
    assert {outcome.state for outcome in make(cluster, "there").outcomes} == {"unchanged"}


def test_few_documents_are_on_their_way_at_a_time(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scheduler that held millions at once would need more memory than it has."""
    monkeypatch.setattr(at_cluster, "_LEAST_AHEAD", 2)
    monkeypatch.setattr(at_cluster, "_AHEAD", 1)
    read: list[str] = []
    load = at_cluster._parcel

    def parcel(*words: object) -> object:
        read.append(sys._getframe(1).f_code.co_name)
        ahead.append(len(read) - len(list(Path("there").glob("*.xml"))))
        return load(*words)  # type: ignore[arg-type]

    ahead: list[int] = []
    monkeypatch.setattr(at_cluster, "_parcel", parcel)
    assert not make(cluster, "there").refusals
    assert len(read) == SOURCES
    assert max(ahead) <= 3


def test_a_document_that_hangs_or_is_broken_costs_itself_alone(cluster: Cluster) -> None:
    Path("in/empty.txt").write_text("")
    os.mkfifo("in/endless.txt")
    report = make(cluster, "there")
    assert sorted(Path(refusal.place.source).name for refusal in report.refusals if refusal.place) == [
        "empty.txt",
        "endless.txt",
    ]
    assert len(contents("there")) == 2 * SOURCES


def test_a_style_travels_by_its_content(cluster: Cluster, tmp_path: Path) -> None:
    shutil.copytree(style_folder(), tmp_path / "style")
    for number in range(3, SOURCES + 1):
        Path(f"in/A_RES_56_{number}.en.txt").unlink()
    setting = replace(OFFICIAL, style=tmp_path / "style")
    assert not make(cluster, "there", setting).refusals
    build(["in"], "here", formats=["pdf", "akn"], jobs=1, setting=setting)
    assert contents("there") == contents("here")


def test_from_store_to_store_with_a_worker_lost_in_the_middle(cluster: Cluster, tmp_path: Path) -> None:
    """Every byte is that of a batch on this machine, whatever happens to a worker on the way."""
    s3fs = pytest.importorskip("s3fs")
    pytest.importorskip("moto")
    write_sources(tmp_path / "in", 2 * SOURCES)
    cache = tmp_path / "cache" / "elsewhere" / "outputs"
    with store() as address:
        given = environment(address)
        files = s3fs.S3FileSystem(key="x", secret="x", endpoint_url=address, skip_instance_cache=True)
        files.mkdir("texts")
        files.mkdir("books")
        for path in (tmp_path / "in").iterdir():
            files.pipe_file(f"texts/deep/{path.name}", path.read_bytes())
        loss = once(lambda: len(list(cache.rglob("*.xml"))) >= 3, cluster.lose_worker)
        command = ["build", "s3://texts", "-o", "s3://books/all", "--to", "pdf,akn", "--cluster", cluster.address]
        done = subprocess.run(
            [sys.executable, "-c", "from engross.cli import main; main()", *command],
            env=given, capture_output=True, text=True, timeout=80,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert not loss.is_alive()
        assert len(cluster.workers) == 1
        sent = {Path(name).name: files.cat_file(name) for name in files.find("books/all/deep")}
    assert not build(["in"], "here", formats=["pdf", "akn"], jobs=1).refusals
    assert len(sent) == 4 * SOURCES
    assert sent == contents("here")


def test_a_scheduler_that_is_lost_ends_the_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_sources(tmp_path / "in", 40)
    cluster = Cluster(tmp_path)
    try:
        once(lambda: len(list(Path("there").glob("*.xml"))) >= 2, cluster.scheduler.kill)
        report = make(cluster, "there")
    finally:
        cluster.stop()
    built = [outcome for outcome in report.outcomes if not outcome.refusals]
    assert 2 <= len(built) < 40
    assert len(contents("there")) == 2 * len(built)
    assert len(report.outcomes) == 40


def test_an_archive_is_unpacked_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c").write_bytes(b"1")
    archive = pack(tmp_path / "a")
    assert pack(tmp_path / "a") == archive
    assert (unpack(archive, "00") / "b/c").read_bytes() == b"1"
    assert unpack(archive, "00").is_dir()


def test_no_scheduler_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_cluster, "_PATIENCE", "1s")
    options = {"setting": OFFICIAL, "time_limit": 1, "memory_limit": MEMORY_LIMIT}
    with pytest.raises(Failure) as failure, workers_of("tcp://127.0.0.1:1", options):
        pass
    assert failure.value.exit_code == ExitCode.SETUP
