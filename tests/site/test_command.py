"""The command site."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run, run
from tests.site.invented import write

__all__ = ["run"]


def test_site_says_what_it_did(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "sources", 301)
    done = run("site", "-o", "there")
    assert done.returncode == 0, done.stderr
    assert b"there: 1 resolutions in en" in done.stderr
    assert (tmp_path / "there/index.html").is_file()
    assert b"0 files written" in run("site", "-o", "there").stderr


def test_site_names_what_it_could_not_read(run: Run, tmp_path: Path) -> None:
    done = run("site", "nowhere.xml", "-o", "there", "-q")
    assert done.returncode == 3
    assert b"nowhere.xml" in done.stderr
