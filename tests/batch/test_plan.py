from __future__ import annotations

import os
from pathlib import Path

import pytest

from engross.batch.outputs import forms
from engross.batch.plan import Job, plan
from engross.model.failure import ExitCode, Failure


def planned(*sources: str | Path, output: str = "out", to: str = "pdf,akn") -> tuple[Job, ...]:
    return plan(sources, output, forms(to.split(",")))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("text")


def test_outputs_take_the_name_of_the_source_and_the_suffix_of_the_form(here: Path) -> None:
    write("A_RES_99_301.fr.md")
    (job,) = planned("A_RES_99_301.fr.md")
    assert [job.path(form) for form in job.forms] == ["out/A_RES_99_301.fr.pdf", "out/A_RES_99_301.fr.xml"]


def test_a_folder_gives_its_sources_by_name_and_keeps_their_folders(here: Path) -> None:
    write("in/b.txt", "in/a.pdf", "in/deep/c.DOCX")
    assert [(job.source, job.stem) for job in planned("in")] == [
        ("in/a.pdf", "out/a"),
        ("in/b.txt", "out/b"),
        ("in/deep/c.DOCX", "out/deep/c"),
    ]


def test_a_folder_holds_other_things_than_sources(here: Path) -> None:
    write(
        "in/a.txt", "in/a.toml", "in/README.md", "in/.hidden.txt", "in/.git/x.txt", "in/~$draft.docx", "in/picture.png"
    )
    assert [job.source for job in planned("in")] == ["in/a.txt"]


def test_a_file_that_is_named_may_have_any_suffix(here: Path) -> None:
    write("README.md", "draft")
    assert [job.stem for job in planned("README.md", "draft")] == ["out/README", "out/draft"]


def test_a_folder_without_sources_is_refused(here: Path) -> None:
    Path("in").mkdir()
    (job,) = planned("in")
    assert job.refusal is not None
    assert "no source" in str(job.refusal)


def test_the_second_of_two_with_the_same_outputs_is_refused(here: Path) -> None:
    write("a/x.txt", "b/x.md", "b/X.html")
    first, second, third = planned("a/x.txt", "b/x.md", "b/X.html")
    assert first.refusal is None
    assert second.refusal is not None
    assert str(second.refusal) == "b/x.md: its outputs would be those of a/x.txt (rename one of the two)"
    assert third.refusal is not None  # one file on the file systems that do not tell X from x


def test_a_source_that_is_named_twice_is_typeset_once(here: Path) -> None:
    write("in/x.txt")
    assert len(planned("in", "in/x.txt", "in")) == 1


def test_no_source_is_overwritten(here: Path) -> None:
    write("in/x.xml")
    (job,) = planned("in", output="in")
    assert job.refusal is not None
    assert job.refusal.exit_code == ExitCode.OUTPUT
    assert "overwrite in/x.xml" in str(job.refusal)


def test_addresses_and_missing_files_are_jobs_that_say_so_later(here: Path) -> None:
    assert [job.source for job in planned("https://example.org/x.txt", "nowhere.txt")] == [
        "https://example.org/x.txt",
        "nowhere.txt",
    ]


def test_a_name_that_is_no_utf_8_stays_what_it_is(here: Path) -> None:
    name = os.fsdecode(b"r\xe9solution.txt")
    write(name)
    (job,) = planned(".")
    assert os.fsencode(job.stem) == b"out/r\xe9solution"


def test_forms_are_named_once_and_have_second_names() -> None:
    assert [form.name for form in forms(["PDF", " xml", "akn", "pdf", "text"])] == ["pdf", "akn", "txt"]


@pytest.mark.parametrize("names", [["scroll"], []])
def test_a_form_that_does_not_exist_is_wrong_usage(names: list[str]) -> None:
    with pytest.raises(Failure) as failure:
        forms(names)
    assert failure.value.exit_code == ExitCode.USAGE
    assert "pdf, docx, html" in str(failure.value)
