"""The printed page, laid over official pages that no editor fitted by hand: what a rule can reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.corpus.copy_fits import find_fits
from tests.corpus.scoring import CORPUS, hold
from tests.corpus.test_layout import lay_over

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
    taken = take((CORPUS / "pairs").glob(symbols), step)
    folders = [folder for folder in taken if not find_fits(folder / "official.pdf", FIRST_FOOT)]
    assert folders, "every document of the sample was fitted by hand"
    print(f"{len(folders)} documents that nobody fitted")
    hold(lay_over(folders, tmp_path), floors[f"untouched-{name}"], name)
