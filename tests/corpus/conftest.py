"""A corpus of official documents, the programs that score against it, and the floors below which nothing may fall.

The corpus is no part of the project. It is looked for in the folder that ENGROSS_CORPUS names, else in
`../shared/corpus`; the scoring programs in the folder `score` beside it. Without them these tests are skipped.
`--whole` takes every document; without it a fixed sample of a few minutes is taken.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.corpus.scoring import CORPUS, SCORE

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = next((path for path in (CORPUS / "pairs", SCORE / "structure.py") if not path.exists()), None)
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.corpus)
            if missing is not None:
                item.add_marker(pytest.mark.skip(reason=f"no corpus: {missing.name} is not beside the checkout"))


@pytest.fixture(scope="session")
def take(pytestconfig: pytest.Config) -> Callable[[Sequence[Path], int], list[Path]]:
    """Every n-th of some paths, or all of them with `--whole`."""
    whole = pytestconfig.getoption("--whole")
    return lambda paths, step: sorted(paths) if whole else sorted(paths)[::step]


@pytest.fixture(scope="session")
def floors() -> dict[str, dict[str, float]]:
    return tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
