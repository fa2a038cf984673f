"""Where the corpus is, and the programs that score a result against it."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

CORPUS = Path(os.environ.get("ENGROSS_CORPUS", Path(__file__).parents[2].parent / "shared" / "corpus"))
SCORE = CORPUS.parent / "score"


def load_scorer(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"score_{name}", SCORE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def total(counts: Sequence[dict[str, float]]) -> dict[str, float]:
    """The counts of many documents, added up key by key."""
    keys = {key for one in counts for key in one}
    return {key: sum(one.get(key, 0) for one in counts) for key in keys}


def hold(figures: dict[str, float], floor: dict[str, float], what: str) -> None:
    """Say all figures, and fail with those that fell below their floor."""
    print(what, " ".join(f"{key}={value:.4f}" for key, value in figures.items()))
    fallen = {key: (figures[key], least) for key, least in floor.items() if figures[key] < least}
    assert not fallen, f"{what}: {fallen}"
