"""Word files: style folders that cannot be used are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from engross.model.failure import Failure
from engross.writers.docx import write
from tests.writers.resolutions import resolution
from tests.writers.written import AKN


def test_a_style_folder_with_broken_measures_is_named(tmp_path: Path) -> None:
    (tmp_path / "word").mkdir()
    (tmp_path / "word" / "word.toml").write_text("[new-york", encoding="utf-8")
    with pytest.raises(Failure, match=r"word\.toml"):
        write(resolution(), AKN, tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("styles", "{% if %}", "styles"),
        ("header", "{{ nothing_of_the_kind }}", "undefined"),
    ],
)
def test_a_template_that_does_not_work_is_named(tmp_path: Path, name: str, content: str, why: str) -> None:
    (tmp_path / "word").mkdir()
    (tmp_path / "word" / f"{name}.xml.j2").write_text(content, encoding="utf-8")
    with pytest.raises(Failure, match=why) as failure:
        write(resolution(), AKN, tmp_path)
    assert f"{name}.xml.j2" in str(failure.value)
