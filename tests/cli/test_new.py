"""`engross new`: options, what it leaves out without a terminal, both forms."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

import engross
from engross.cli import drafts
from engross.cli.commands import engross as commands

assert drafts


def test_what_no_option_says_is_left_out_without_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "new.md"
    done = CliRunner().invoke(commands, ["new", "--title", "Footnotes", "-o", str(path)], standalone_mode=False)
    assert done.exit_code == 0
    assert "sponsors" not in path.read_text(encoding="utf-8")
    assert engross.read(path).title == "Footnotes"


def test_a_draft_for_word_is_the_same_draft(tmp_path: Path) -> None:
    options = ["--language", "fr", "--session", "99", "--title", "Année de la note", "--sponsors", "Chili et Ghana"]
    options += ["--symbol", "A/C.2/99/L.7", "--agenda-item", "57 b)", "--agenda-title", "Typographie"]
    for form in ("md", "docx"):
        path = str(tmp_path / f"new.{form}")
        done = CliRunner().invoke(commands, ["new", *options, "--to", form, "-o", path], standalone_mode=False)
        assert done.exit_code == 0
    one, other = (engross.read(tmp_path / name) for name in ("new.md", "new.docx"))
    assert other.title == one.title == "Année de la note"
    assert [node.text for node in other.akn.iter("{*}num")] == ["1.", "2.", "3."]
    assert "projet de résolution" in "".join(other.akn.itertext())


def test_opening_words_are_listed() -> None:
    done = CliRunner().invoke(commands, ["new", "--openings", "--language", "es"], standalone_mode=False)
    assert "  Recordando" in done.output
    assert "  Decide" in done.output
