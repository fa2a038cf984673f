"""Sources and outputs in a store that speaks S3: a real server, a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engross.batch.build import build
from engross.batch.remote import mirrored
from engross.batch.report import Report
from tests.batch import services
from tests.batch.resolutions import write_sources

pytest.importorskip("moto")
s3fs = pytest.importorskip("s3fs")


pytestmark = pytest.mark.services


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with services.store() as address:
        yield address


@pytest.fixture
def store(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """A store with three sources in the bucket `texts`, and none in `books`."""
    for name, value in services.environment(server).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    files = s3fs.S3FileSystem(skip_instance_cache=True)
    for bucket in ("texts", "books"):
        if files.exists(bucket):
            files.rm(bucket, recursive=True)
        files.mkdir(bucket)
    for path in write_sources(tmp_path / "in", 3):
        files.pipe_file(f"texts/deep/{path.name}", path.read_bytes())
    return files


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
