"""The printed page, laid over the official one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

import engross
from tests.corpus.scoring import CORPUS, hold, load_scorer


@pytest.mark.parametrize(
    ("name", "symbols", "step"),
    [
        ("session-80", "A_RES_80_*", 3),
        ("session-78", "A_RES_78_*", 8),
        ("councils", "[!A]_RES_*", 1),
        ("geneva", "A_HRC_*", 1),
    ],
)
def test_pages_lie_on_the_official_ones(
    name: str,
    symbols: str,
    step: int,
    take: Callable[[Iterable[Path], int], list[Path]],
    floors: dict[str, dict[str, float]],
    tmp_path: Path,
) -> None:
    folders = take((CORPUS / "pairs").glob(symbols), step)
    hold(lay_over(folders, tmp_path), floors[f"layout-{name}"], name)


def lay_over(folders: Iterable[Path], work: Path) -> dict[str, float]:
    """The figures of the scoring program for the pages of these pairs, printed into the folder `work`."""
    layout = load_scorer("layout")
    counts = []
    for folder in folders:
        page = work / f"{folder.name}.pdf"
        engross.read(folder / "akn" / "en.xml").write_pdf(page)
        counts.append(layout.compare(folder / "official.pdf", page))
    return shares(counts)


def shares(counts: list[dict[str, Any]]) -> dict[str, float]:
    """The figures of the scoring program, over many documents together."""

    def share(part: str, whole: str) -> float:
        return sum(one[part] for one in counts) / max(sum(one[whole] for one in counts), 1)

    return {
        "pages": share("pages_same", "docs"),
        "lines": share("hit", "ref"),
        "paged": share("same", "hit"),
        "placed": share("placed", "same"),
        "sized": share("sized", "same"),
    }
