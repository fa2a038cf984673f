"""A page links to the other forms and languages that were written with it, and to nothing else."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from engross.batch.build import build

RESOLUTION = b"# 99/1. Year of Footnotes\n\n*The General Assembly*,\n\n1. *Decides* to read the notes.\n"


def write(folder: Path, *names: str, data: bytes = RESOLUTION) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_bytes(data)
    return folder


def links(page: Path) -> list[str]:
    return [str(link) for link in html.parse(page).xpath("//link[@rel='alternate']/@href")]


def test_forms_that_were_written_are_linked(tmp_path: Path) -> None:
    build([write(tmp_path / "in", "notes.md")], tmp_path / "out", formats=["html", "docx", "akn"], jobs=1)
    assert links(tmp_path / "out/notes.html") == ["notes.docx", "notes.xml"]


def test_a_page_alone_links_to_nothing(tmp_path: Path) -> None:
    report = build([write(tmp_path / "in", "notes.md")], tmp_path / "out", formats=["html"], jobs=1)
    assert links(tmp_path / "out/notes.html") == []
    assert [file.form for file in report.outcomes[0].files] == ["html"]


def test_versions_by_the_names_of_their_outputs(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", "a 1.en.md", "a 1.fr.md", "b.fr.md", "c-en.md")
    write(folder / "d", "en.md", "ar.md", "xx.md")
    build([folder], tmp_path / "out", formats=["html"], jobs=1)
    assert links(tmp_path / "out/a 1.en.html") == ["a%201.fr.html"]
    assert links(tmp_path / "out/a 1.fr.html") == ["a%201.en.html"]
    assert links(tmp_path / "out/b.fr.html") == links(tmp_path / "out/c-en.html") == []
    assert links(tmp_path / "out/d/en.html") == ["ar.html"]
    assert links(tmp_path / "out/d/xx.html") == []


def test_only_pages_of_this_batch_are_versions(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", "a.en.md", "a.fr.md")
    build([folder], tmp_path / "out", formats=["akn"], jobs=1)
    build([folder / "a.en.md"], tmp_path / "out", formats=["html"], jobs=1)
    assert links(tmp_path / "out/a.en.html") == []


def test_a_version_that_could_not_be_written_is_not_linked(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", "a.en.md", "a.fr.md")
    write(folder, "a.zh.pdf", data=b"%PDF-1.7 nothing")
    report = build([folder], tmp_path / "out", formats=["html"], jobs=1)
    assert links(tmp_path / "out/a.en.html") == ["a.fr.html"]
    assert links(tmp_path / "out/a.fr.html") == ["a.en.html"]
    assert [len(outcome.files) for outcome in report.outcomes] == [1, 1, 0]


def test_a_new_version_is_linked_from_pages_that_did_not_change(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", "a.en.md")
    build([folder], tmp_path / "out", formats=["html"], jobs=1)
    write(folder, "a.fr.md")
    build([folder], tmp_path / "out", formats=["html"], jobs=1)
    assert links(tmp_path / "out/a.en.html") == ["a.fr.html"]
    assert all(outcome.unchanged for outcome in build([folder], tmp_path / "out", formats=["html"], jobs=1).outcomes)


def test_a_batch_that_may_end_early_claims_no_version(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", "a.en.md", "a.fr.md")
    build([folder], tmp_path / "out", formats=["html"], jobs=1, fail_fast=True)
    assert links(tmp_path / "out/a.en.html") == []
