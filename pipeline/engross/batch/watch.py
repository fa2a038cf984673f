"""Building again whenever a source has changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from engross.batch.plan import plan

_PAUSE = 0.5
"""Seconds between two looks; an editor's save takes less."""


def watch(sources: Sequence[str | Path], style: Path | None, build: Callable[[], None]) -> None:
    """Calls `build` now and after every change of the sources, their sidecars or the style, until interrupted."""
    for _ in changes(sources, style):
        build()


def changes(sources: Sequence[str | Path], style: Path | None, pause: float = _PAUSE) -> Iterator[None]:
    """Yields at once, and again after each change: when two looks differ and the next one finds things at rest."""
    state = _state(sources, style)
    yield
    while True:
        time.sleep(pause)
        now = _state(sources, style)
        if now == state:
            continue
        while (later := _state_after(pause / 2, sources, style)) != now:
            now = later
        state = now
        yield


def _state_after(pause: float, sources: Sequence[str | Path], style: Path | None) -> frozenset[tuple[str, int, int]]:
    time.sleep(pause)
    return _state(sources, style)


def _state(sources: Sequence[str | Path], style: Path | None) -> frozenset[tuple[str, int, int]]:
    paths = [Path(job.source) for job in plan(sources, "", ())]
    paths += [path.with_suffix(".toml") for path in paths]
    if style is not None:
        paths += style.rglob("*")
    found = set()
    for path in paths:
        try:
            state = os.stat(path)  # noqa: PTH116
        except (OSError, ValueError):
            continue
        found.add((str(path), state.st_size, state.st_mtime_ns))
    return frozenset(found)
