from __future__ import annotations

import os
from pathlib import Path

import pytest

from engross.batch.whole import remove_traces, write_whole
from engross.model.failure import ExitCode, Failure


def test_a_file_appears_whole_with_ordinary_rights(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write_whole(tmp_path / "deep" / "a.pdf", b"new")
    finally:
        os.umask(mask)
    assert (tmp_path / "deep/a.pdf").read_bytes() == b"new"
    assert (tmp_path / "deep/a.pdf").stat().st_mode & 0o777 == 0o644
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["a.pdf"]


def test_when_writing_fails_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Failure) as failure:
        write_whole(target, b"new")
    assert failure.value.exit_code == ExitCode.OUTPUT
    assert "No space left" in str(failure.value)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.pdf", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_device_is_written_to() -> None:
    write_whole("/dev/null", b"new")


@pytest.mark.parametrize(
    ("name", "says"), [("folder", "is a folder"), ("file/a.pdf", "is a file"), ("x" * 300 + ".pdf", "too long")]
)
def test_what_cannot_be_written_says_why(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Failure) as failure:
        write_whole(tmp_path / name, b"new")
    assert says in str(failure.value)
    assert failure.value.exit_code == ExitCode.OUTPUT


def test_traces_of_a_killed_process_are_removed_and_no_others(tmp_path: Path) -> None:
    for name in (".engross-41-abc", ".engross-410-abc", "a.pdf"):
        (tmp_path / name).write_bytes(b"")
    remove_traces(tmp_path, 41)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".engross-410-abc", "a.pdf"]
