"""Sources and outputs in a store that speaks S3: a real server, a process of its own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from engross.batch.build import build
from engross.batch.remote import mirrored
from engross.batch.report import Report
from tests.batch.resolutions import write_sources

pytest.importorskip("moto")
s3fs = pytest.importorskip("s3fs")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    given = {"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_DEFAULT_REGION": "us-east-1"}
    for name, value in (given | {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}"}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        files = s3fs.S3FileSystem(skip_instance_cache=True)
        files.mkdir("texts")
        files.mkdir("books")
        for path in write_sources(tmp_path / "in", 3):
            files.pipe_file(f"texts/deep/{path.name}", path.read_bytes())
        yield files
    finally:
        server.kill()
        server.wait()


def make() -> Report:
    s3fs.S3FileSystem.clear_instance_cache()
    mirror, sources, output = mirrored(["s3://texts"], "s3://books/all", None)
    return mirror.send(build(sources, output, formats=["akn", "txt"], jobs=1), "s3://books/all")


def test_outputs_in_a_store_are_those_of_this_machine(store: object) -> None:
    report = make()
    build(["in"], "here", formats=["akn", "txt"], jobs=1)
    assert not report.refusals
    for path in Path("here").iterdir():
        assert store.cat_file(f"books/all/deep/{path.name}") == path.read_bytes()  # type: ignore[attr-defined]
    assert report.outcomes[0].source == "s3://texts/deep/A_RES_56_1.en.txt"
    assert report.outputs[0] == "s3://books/all/deep/A_RES_56_1.en.xml"


def test_what_has_not_changed_is_neither_fetched_nor_built(store: object) -> None:
    make()
    text = store.cat_file("texts/deep/A_RES_56_2.en.txt")  # type: ignore[attr-defined]
    store.pipe_file("texts/deep/A_RES_56_2.en.txt", text + b"\n")  # type: ignore[attr-defined]
    assert [outcome.state for outcome in make().outcomes] == ["unchanged", "built", "unchanged"]


def test_an_output_that_is_gone_is_sent_again(store: object) -> None:
    make()
    store.rm("books/all/deep/A_RES_56_2.en.txt")  # type: ignore[attr-defined]
    make()
    assert store.exists("books/all/deep/A_RES_56_2.en.txt")  # type: ignore[attr-defined]
