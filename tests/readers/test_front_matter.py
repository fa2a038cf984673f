"""Front matter and sidecars: facts beside the text; what is wrong in them is a finding, never a crash."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from engross.model.details import Details
from engross.readers.front_matter import split
from engross.readers.sidecar import sidecar


def test_front_matter_gives_details_and_the_body_with_its_line() -> None:
    details, body, offset, findings = split(
        "---\nsymbol: A/RES/99/1\nlanguage: FR\nsession: 99\nadopted: 2044-12-22\n---\nText\n", "a.md"
    )
    assert details == Details(symbol="A/RES/99/1", language="fr", session=99, adopted=datetime.date(2044, 12, 22))
    assert (body, offset, findings) == ("Text\n", 6, ())


def test_text_without_front_matter_comes_back_whole() -> None:
    for text in ("Text\n", "---\n\nA paragraph between two rules\n\n---\n", "--- \n", ""):
        assert split(text) == (Details(), text, 0, ())


def test_an_unknown_key_is_a_finding_with_its_line() -> None:
    _, _, _, (finding,) = split("---\nsymbol: A\nsymbl: B\n---\n", "a.md")
    assert finding.code == "detail-unknown"
    assert "`symbl`" in finding.message
    assert str(finding.span) == "a.md:3"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("session: many", "the session's number"),
        ("session: true", "the session's number"),
        ("adopted: yesterday", "a date such as"),
        ("adopted: 2005-13-41", "a date such as"),
        ("language: french", "two-letter code"),
        ("title: [a, b]", "a line of text"),
        ("kind: poem", "one of resolution"),
    ],
)
def test_a_wrong_value_is_one_finding_naming_file_key_and_what_is_expected(line: str, expected: str) -> None:
    details, _, _, (finding,) = split(f"---\n{line}\n---\nText", "folder/a.md")
    assert details == Details()
    assert finding.code == "detail-wrong"
    for part in ("a.md", f"`{line.split(':')[0]}`", expected):
        assert part in finding.message


def test_broken_yaml_is_a_finding() -> None:
    details, body, _, (finding,) = split("---\ntitle: 'open\nsymbol: A\n---\nText", "a.md")
    assert (details, body, finding.code) == (Details(), "Text", "detail-unreadable")


def test_yaml_that_runs_code_or_grows_without_end_is_refused() -> None:
    for text in (
        "title: !!python/object/apply:os.system ['true']",
        "a: &a [x, x]\nb: &b [*a, *a]\ntitle: *b",
        "title: " + "[" * 5000,
    ):
        details, _, _, findings = split(f"---\n{text}\n---\nText", "a.md")
        assert details == Details()
        assert findings


def test_the_sidecar_stands_beside_the_source_and_wins(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    (tmp_path / "a.toml").write_text('symbol = "A/RES/99/2"\nissued = 2045-01-09\n', encoding="utf-8")
    details, findings = sidecar(source)
    assert findings == ()
    assert details.over(Details(symbol="A/RES/99/1", title="Footnotes")) == Details(
        symbol="A/RES/99/2", issued=datetime.date(2045, 1, 9), title="Footnotes"
    )


def test_no_sidecar_gives_no_details(tmp_path: Path) -> None:
    assert sidecar(tmp_path / "a.txt") == (Details(), ())


def test_a_broken_sidecar_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("symbol = A/RES/99/2", encoding="utf-8")
    details, (finding,) = sidecar(tmp_path / "a.txt")
    assert (details, finding.code) == (Details(), "detail-unreadable")
    assert "a.toml" in finding.message
