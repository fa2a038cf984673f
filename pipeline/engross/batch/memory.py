"""The memory of a worker: what it holds, and how it gives back what a document needed."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

_LEEWAY = 16 << 20
"""Bytes that a worker may grow before it looks for what it can give back: so much is the litter of a few documents."""
_LEAST_LEEWAY = 2 << 20
"""The same for one that holds more than it should."""
_MMAP_THRESHOLD, _TRIM_THRESHOLD = -3, -1  # of mallopt, glibc's malloc.h
_LARGE = 256 << 10


@contextmanager
def rare_collection() -> Iterator[None]:
    """Looks for reference cycles seldom while a document is made, which takes a fifth of its time otherwise.

    What was loaded before is not looked through again.
    """
    before = gc.get_threshold()
    if not gc.get_freeze_count():
        gc.freeze()
    gc.set_threshold(50_000, 10, 10)
    try:
        yield
    finally:
        gc.set_threshold(*before)


class Household:
    """Keeps a process small between documents; `most` is what it should hold then, in bytes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._libc = _libc()
        self._settled = 0
        if self._libc is not None:
            # Large blocks come from the system and go back to it, however many there were before.
            self._libc.mallopt(_MMAP_THRESHOLD, _LARGE)
            self._libc.mallopt(_TRIM_THRESHOLD, _LARGE)

    def tidy(self) -> int:
        """Gives back what is not used, where the process has grown since the last time; the bytes that it holds.

        Trees of pages refer to themselves in circles: without a look for them they pile up for many documents.
        """
        held = memory_held()
        leeway = _LEEWAY if held <= self._most else _LEAST_LEEWAY
        if not held or held <= self._settled + leeway:
            return held
        gc.collect()
        if self._libc is not None:
            self._libc.malloc_trim(0)
        self._settled = memory_held()
        return self._settled


def memory_held() -> int:
    """The bytes of memory that this process holds now; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def limit_memory(limit: int) -> None:
    """Lets this process have no more than so many bytes of address space."""
    import resource

    with suppress(ValueError, OSError):
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        wanted = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def _libc() -> Any:
    """The C library where it is glibc, whose allocator can be told to give memory back; else None."""
    if sys.platform != "linux":
        return None
    import ctypes

    with suppress(OSError):
        library = ctypes.CDLL(None)
        if hasattr(library, "malloc_trim") and hasattr(library, "mallopt"):
            return library
    return None
