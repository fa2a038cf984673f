"""How long the tests with damaged sources look: at a few examples, always the same; with `--whole` at many new ones."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

FEW, MANY = 15, 600


def pytest_configure(config: pytest.Config) -> None:
    whole = bool(config.getoption("--whole", default=False))
    settings.register_profile(
        "hostile",
        max_examples=MANY if whole else FEW,
        derandomize=not whole,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
