"""How a document is set, beside what its house style says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Setting:
    """`style` is the folder of a style of one's own, None for the official one.

    Word files only: `draft` sets text at double spacing behind a watermark, `line_numbers` numbers the lines of
    every page.
    """

    style: Path | None = None
    draft: bool = False
    line_numbers: bool = False


OFFICIAL = Setting()
"""The official style, nothing added."""
