"""A site of all real documents, searched in six languages. Skipped without a corpus."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.web.conftest import Watched, axe, wide
from tests.web.test_collection import ask, took
from tests.web.weight import text_of, weight_of

CORPUS = Path(os.environ.get("ENGROSS_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus")
WORDS = {
    "en": "human rights council", "fr": "droits de l’homme", "es": "derechos humanos", "ru": "прав человека",
    "ar": "حقوق الإنسان", "zh": "人权",
}  # fmt: skip
MOST_SECONDS = 600

pytestmark = pytest.mark.skipif(not (CORPUS / "akn").is_dir(), reason="no corpus: ENGROSS_CORPUS names none")


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of every file of the corpus; a file that says to be in the language of another is left out."""
    from engross.batch.build import processors
    from engross.site import build

    folder = tmp_path_factory.mktemp("real")
    sources = [*CORPUS.glob("akn/*/*/*.xml"), *CORPUS.glob("pairs/*/akn/*.xml")]
    start = time.monotonic()
    done = build(sorted(sources), folder, jobs=processors())
    assert time.monotonic() - start < MOST_SECONDS
    refused = [refusal.message for refusal in done.report.refusals if "is there already" not in refusal.message]
    assert refused == []
    assert len(pages(folder)) == len(sources) - len(done.report.refusals)
    return folder


def pages(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/[a-z][a-z].html"))


@pytest.mark.parametrize("language", WORDS)
def test_search(real: Path, open_page: Callable[..., Watched], language: str) -> None:
    seen = open_page(f"{real.as_uri()}/{'index.html' if language == 'en' else f'index.{language}.html'}")
    assert ask(seen.page, WORDS[language])
    assert took(seen.page, WORDS[language]) < 100
    seen.page.locator("#results mark").first.wait_for()
    assert seen.errors == []


def test_most_pages_weigh_sixty_kilobytes_or_hold_as_much_text(real: Path) -> None:
    """With the style and the script that a page loads. Those that weigh more are long: most of them is text."""
    found = [(weight_of(path, real), text_of(path)) for path in pages(real)]
    assert statistics.median(weight for weight, _ in found) < 42_000
    heavy = [(weight, text) for weight, text in found if weight > 60_000]
    assert len(heavy) < 0.27 * len(found)
    assert sum(text for _, text in heavy) > 0.6 * sum(weight for weight, _ in heavy)


def test_pages_fit_every_screen(real: Path, open_page: Callable[..., Watched]) -> None:
    page: Any = open_page("about:blank").page
    found = {}
    for path in pages(real)[::19]:
        page.goto(path.as_uri())
        if widths := wide(page, (320, 768, 1600)):
            found[f"{path.parent.name}/{path.name}"] = widths
    assert found == {}


def test_axe_finds_nothing(real: Path, open_page: Callable[..., Watched]) -> None:
    page: Any = open_page("about:blank").page
    found = {}
    for path in pages(real)[::61]:
        page.goto(path.as_uri())
        if violations := axe(page):
            found[f"{path.parent.name}/{path.name}"] = violations
    assert found == {}
