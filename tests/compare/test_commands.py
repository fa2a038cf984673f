"""The commands parity and parallel."""

from __future__ import annotations

import json
from pathlib import Path

from engross.akn.serialise import to_bytes
from tests.cli.conftest import Run, run
from tests.present.invented import statement

__all__ = ["run"]


def write(folder: Path, language: str, figure: str) -> str:
    path = folder / f"{language}.xml"
    path.write_bytes(
        to_bytes(statement(f"<paragraph><content><p>x {figure}.</p></content></paragraph>", language=language))
    )
    return path.name


def test_parity_prints_a_table_and_ends_with_1_where_versions_differ(run: Run, tmp_path: Path) -> None:
    words = [write(tmp_path, "eng", "45 margins"), write(tmp_path, "fra", "54 marges")]
    done = run("parity", *words)
    assert done.returncode == 1
    assert b"1 difference" in done.stdout
    assert b"fra.xml#para_1: warning parity-figure" in done.stderr
    assert run("parity", *words, "--fail-on", "never").returncode == 0


def test_parity_as_json_and_html(run: Run, tmp_path: Path) -> None:
    words = [write(tmp_path, "eng", "45"), write(tmp_path, "fra", "45")]
    assert json.loads(run("parity", *words, "--format", "json").stdout)["differences"] == []
    assert run("parity", *words, "--format", "html").stdout.startswith(b"<!DOCTYPE html>")


def test_one_version_is_not_enough(run: Run, tmp_path: Path) -> None:
    done = run("parity", write(tmp_path, "eng", "45"))
    assert done.returncode == 2
    assert b"two versions" in done.stderr


def test_a_missing_version_is_named(run: Run, tmp_path: Path) -> None:
    done = run("parity", write(tmp_path, "eng", "45"), "nowhere.xml")
    assert done.returncode == 3
    assert b"nowhere.xml" in done.stderr


def test_parallel_writes_html(run: Run, tmp_path: Path) -> None:
    words = [write(tmp_path, "eng", "45"), write(tmp_path, "fra", "45")]
    assert run("parallel", *words, "-o", "both.html").returncode == 0
    assert b'class="columns"' in (tmp_path / "both.html").read_bytes()
