"""The style as the PDF writer reads it: templates, what extends them, editions."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from engross.model.failure import Failure
from engross.model.style import load_style
from engross.resources import templates

STYLE = load_style(templates() / "un")


def test_a_template_says_only_what_differs_from_the_one_it_extends() -> None:
    new_york, geneva = STYLE.measures("new-york", "en"), STYLE.measures("geneva", "en")
    assert new_york.length("page.width") == 612.0
    assert geneva.length("page.width") == 595.3
    assert geneva.length("body.size") == new_york.length("body.size")


def test_a_language_is_laid_over_the_template() -> None:
    assert STYLE.measures("new-york", "ar").length("body.pitch") > STYLE.measures("new-york", "en").length("body.pitch")
    assert STYLE.measures("new-york", "ar-SY").length("body.pitch") == STYLE.measures("new-york", "ar").length(
        "body.pitch"
    )


@pytest.mark.parametrize(
    ("organ", "symbol", "issued", "edition"),
    [
        ("ga", "A/RES/99/999", datetime.date(2045, 1, 8), "new-york"),
        ("ga", "A/RES/99/999", None, "new-york"),
        ("ga", "A/RES/60/999", datetime.date(2005, 1, 8), "new-york-2018"),
        ("sc", "S/RES/999 (2005)", datetime.date(2005, 1, 8), "security-council"),
        ("sc", "S/RES/9999 (2045)", datetime.date(2045, 1, 8), "security-council-2025"),
        ("ga", "A/59/L.999", datetime.date(2005, 1, 8), "new-york-2018"),
        ("ga", "A/99/L.999", datetime.date(2045, 1, 8), "new-york-drafts"),
    ],
)
def test_a_document_is_printed_with_the_edition_of_its_time(
    organ: str, symbol: str, issued: datetime.date | None, edition: str
) -> None:
    assert STYLE.edition("new-york", organ, symbol, issued) == edition


def test_a_measure_that_is_missing_is_named() -> None:
    with pytest.raises(Failure, match=r"no measure `body\.colour`"):
        STYLE.measures("new-york", "en").length("body.colour")


def test_a_style_that_is_no_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "style.toml").write_text("page = {", encoding="utf-8")
    with pytest.raises(Failure, match=r"style\.toml"):
        load_style(tmp_path)


def test_an_unknown_template_is_named() -> None:
    with pytest.raises(Failure, match="atlantis"):
        STYLE.measures("atlantis", "en")
