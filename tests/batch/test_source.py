from __future__ import annotations

from pathlib import Path

import pytest

from engross.batch import source
from engross.batch.source import load, refuse_binary
from engross.model.failure import ExitCode, Failure


def refusal(path: str) -> str:
    with pytest.raises(Failure) as failure:
        load(path)
    assert failure.value.exit_code == ExitCode.INPUT
    return str(failure.value)


def test_bytes_come_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\r\n text \xff")
    assert load(str(tmp_path / "a.txt")) == b"\r\n text \xff"


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe\n\x00"])
def test_a_file_without_text_is_empty(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert "the file is empty" in refusal(str(tmp_path / "a.txt"))


def test_a_file_beyond_every_limit_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MOST_BYTES", 1 << 20)
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(1 << 40)  # a terabyte, none of it on the disk
    assert "more than 1 MB" in refusal(str(tmp_path / "huge.txt"))


@pytest.mark.parametrize(
    ("path", "says"),
    [("nowhere.txt", "no such file"), ("/", "this is a folder"), ("http://example.org/x", "not fetched"),
     ("a\0b", "no path"), ("/dev/zero", "a device"), ("/etc/passwd/x", "cannot be read")],
)  # fmt: skip
def test_what_cannot_be_read_says_why(path: str, says: str) -> None:
    assert says in refusal(path)


def test_nul_bytes_are_no_text() -> None:
    refuse_binary("texte é".encode("utf-16"), "a.txt")
    with pytest.raises(Failure):
        refuse_binary(b"\x7fELF\x00\x00", "a.txt")
