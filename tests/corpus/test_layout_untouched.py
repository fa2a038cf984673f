"""The printed page, laid over official pages that no editor fitted by hand: what a rule can reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import engross
from tests.corpus.copy_fits import find_fits
from tests.corpus.scoring import CORPUS, hold, load_scorer
from tests.corpus.test_layout import shares

FIRST_FOOT = 703.7
"""The usual baseline of the last note on a first page, in points from the top (both editions, within 0.2)."""


@pytest.mark.parametrize(
    ("name", "symbols", "step"), [("session-80", "A_RES_80_*", 4), ("session-78", "A_RES_78_*", 9)]
)
def test_pages_lie_on_official_ones_that_nobody_fitted(
    name: str,
    symbols: str,
    step: int,
    take: Callable[[Iterable[Path], int], list[Path]],
    floors: dict[str, dict[str, float]],
    tmp_path: Path,
) -> None:
    layout = load_scorer("layout")
    counts = []
    for folder in take((CORPUS / "pairs").glob(symbols), step):
        official, page = folder / "official.pdf", tmp_path / f"{folder.name}.pdf"
        if find_fits(official, FIRST_FOOT):
            continue
        engross.read(folder / "akn" / "en.xml").write_pdf(page)
        counts.append(layout.compare(official, page))
    assert counts, "every document of the sample was fitted by hand"
    print(f"{len(counts)} documents that nobody fitted")
    hold(shares(counts), floors[f"untouched-{name}"], name)
