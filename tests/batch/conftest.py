from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test knows what another has built."""
    monkeypatch.setenv("ENGROSS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("ENGROSS_CONFIG", "")
