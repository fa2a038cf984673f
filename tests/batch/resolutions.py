"""Invented sources for batches."""

from __future__ import annotations

from pathlib import Path

TEXT = """United Nations A/RES/56/{number}

General Assembly
Distr.: General
15 January 2002
Fifty-sixth session
Agenda item {number}

Resolution adopted by the General Assembly
56/{number}. International Year of Footnotes

The General Assembly,
Recalling its resolution 55/{number} of 4 December 2000,
1. Proclaims 2003 the International Year of Footnotes;
2. Requests the Secretary-General to count them.

90th plenary meeting
21 December 2001
"""


def write_sources(folder: Path, count: int) -> list[Path]:
    """So many different resolutions in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(1, count + 1):
        path = folder / f"A_RES_56_{number}.en.txt"
        path.write_text(TEXT.format(number=number), encoding="utf-8")
        paths.append(path)
    return paths
