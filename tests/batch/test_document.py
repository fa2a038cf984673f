"""The public functions: one document, and many."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import engross
from engross.model.details import Details
from tests.cli.resolution import ENGLISH, FRENCH


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "footnotes.fr.md"
    path.write_text(FRENCH, encoding="utf-8")
    return path


def test_a_document_says_what_it_is(source: Path) -> None:
    document = engross.read(source)
    assert document.language == "fr"
    assert document.title == "Année internationale des notes de bas de page"
    assert document.source == str(source)
    assert engross.read(source, details=Details(symbol="A/RES/99/301")).symbol == "A/RES/99/301"


def test_details_win_over_the_sidecar_and_that_over_front_matter(source: Path) -> None:
    source.write_text("---\nsymbol: A/RES/1/1\nlanguage: fr\n---\n" + FRENCH, encoding="utf-8")
    assert engross.read(source).symbol == "A/RES/1/1"
    source.with_suffix(".toml").write_text('symbol = "A/RES/2/2"\n')
    assert engross.read(source).symbol == "A/RES/2/2"
    assert engross.read(source, details=Details(symbol="A/RES/3/3")).symbol == "A/RES/3/3"


def test_a_mistake_beside_the_source_is_a_finding(source: Path) -> None:
    source.with_suffix(".toml").write_text('colour = "red"\n')
    assert "detail-unknown" in {found.code for found in engross.read(source).diagnostics}


def test_the_tree_survives_writing(source: Path) -> None:
    document = engross.read(source)
    assert document.to_xml() == document.to_xml()


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("html", b"<!"), ("akn", b"<?xml")])
def test_a_document_writes_itself(source: Path, tmp_path: Path, form: str, start: bytes) -> None:
    target = tmp_path / "out"
    getattr(engross.read(source), f"write_{form}")(target)
    assert target.read_bytes()[:20].lstrip().startswith(start)


def test_a_report_keeps_the_order_of_the_sources(tmp_path: Path) -> None:
    names = [f"{number}.txt" for number in range(6)]
    for name in names[::2]:
        (tmp_path / name).write_text(ENGLISH, encoding="utf-8")
    report = engross.build([tmp_path / name for name in names], tmp_path / "out", ["akn"], jobs=2)
    assert [Path(outcome.source).name for outcome in report.outcomes] == names
    assert [Path(path).name for path in report.outputs] == ["0.xml", "2.xml", "4.xml"]
    assert [Path(refusal.place.source).name for refusal in report.refusals if refusal.place] == [
        "1.txt",
        "3.txt",
        "5.txt",
    ]


def test_importing_engross_imports_nothing_else() -> None:
    """Neither the package nor the command line pays for what a call does not need."""
    code = (
        "import sys, engross, engross.cli, engross.cli.commands\n"
        "heavy = {'lxml', 'weasyprint', 'docx', 'jinja2', 'pypdfium2', 'markdown_it', 'rich', 'yaml', 'babel'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


def test_what_the_package_offers_is_there() -> None:
    for name in engross.__all__:
        assert getattr(engross, name) is not None
    with pytest.raises(AttributeError):
        engross.nonsense  # noqa: B018
