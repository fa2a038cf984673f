"""A site of real documents, searched in six languages. Skipped without a corpus."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.web.conftest import Watched, axe, wide
from tests.web.test_collection import ask, took

CORPUS = Path(os.environ.get("ENGROSS_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus")
WORDS = {
    "en": "human rights council", "fr": "droits de l’homme", "es": "derechos humanos", "ru": "прав человека",
    "ar": "حقوق الإنسان", "zh": "人权",
}  # fmt: skip

pytestmark = pytest.mark.skipif(not (CORPUS / "akn").is_dir(), reason="no corpus")


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from engross.batch.build import processors
    from engross.site import build

    folder = tmp_path_factory.mktemp("real")
    done = build([CORPUS / "akn"], folder, jobs=processors())
    assert not done.report.refusals
    return folder


@pytest.mark.parametrize("language", WORDS)
def test_search(real: Path, open_page: Callable[..., Watched], language: str) -> None:
    seen = open_page(f"{real.as_uri()}/{'index.html' if language == 'en' else f'index.{language}.html'}")
    assert ask(seen.page, WORDS[language])
    assert took(seen.page, WORDS[language]) < 100
    seen.page.locator("#results mark").first.wait_for()
    assert seen.errors == []


def sample(folder: Path, every: int) -> list[Path]:
    return sorted(folder.glob("*/[a-z][a-z].html"))[::every]


def test_pages_fit_every_screen(real: Path, open_page: Callable[..., Watched]) -> None:
    page: Any = open_page("about:blank").page
    found = {}
    for path in sample(real, 7):
        page.goto(path.as_uri())
        if widths := wide(page, (320, 768, 1600)):
            found[f"{path.parent.name}/{path.name}"] = widths
    assert found == {}


def test_axe_finds_nothing(real: Path, open_page: Callable[..., Watched]) -> None:
    page: Any = open_page("about:blank").page
    found = {}
    for path in sample(real, 23):
        page.goto(path.as_uri())
        if violations := axe(page):
            found[f"{path.parent.name}/{path.name}"] = violations
    assert found == {}
