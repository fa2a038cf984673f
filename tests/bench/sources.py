"""What is measured: resolutions of a corpus where there is one, else invented ones."""

from __future__ import annotations

import itertools
from pathlib import Path

from tests.corpus.scoring import CORPUS


def chosen(folder: str, count: int, invented: Path) -> list[Path]:
    """So many sources of a folder (`ENGROSS_CORPUS` unless given), in all its languages, from beginning to end.

    They are taken at even distances, and again from the first where there are too few. Without any, resolutions are
    invented in the folder `invented`.
    """
    found = sorted(path for path in Path(folder or CORPUS / "pairs").rglob("*.xml") if path.is_file())
    if not found:
        from tests.batch.resolutions import TEXT

        lines = "\n".join(f"{n}. Requests the Secretary-General to count footnote {n} again;" for n in range(3, 60))
        text = TEXT.replace("count them.\n", f"count them;\n{lines}\n")
        invented.mkdir()
        for number in range(60):
            (invented / f"A_RES_56_{number}.en.txt").write_text(text.format(number=number))
        found = sorted(invented.iterdir())
    if len(found) > count:
        return [found[number * len(found) // count] for number in range(count)]
    return list(itertools.islice(itertools.cycle(found), count))
