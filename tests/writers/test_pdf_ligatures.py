"""Ligatures are switched off where a face has them, and only there: WeasyPrint loses memory when told to."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engross.batch.document import read_bytes
from engross.batch.outputs import style_folder
from engross.model.style import load_style
from engross.writers.pdf import ligatures
from engross.writers.pdf.ligatures import joins_letters
from tests.batch.resolutions import TEXT

OFFICIAL = load_style(style_folder())


@pytest.mark.parametrize(("language", "joins"), [("en", False), ("fr", False), ("ru", False), ("ar", True)])
def test_the_first_face_of_a_language_decides(language: str, joins: bool) -> None:
    assert joins_letters(OFFICIAL, language) is joins


def test_a_face_that_joins_letters_is_told_not_to(monkeypatch: pytest.MonkeyPatch) -> None:
    from engross.writers.pdf.printing import make_css, measures_of

    presentation = read_bytes(TEXT.format(number=1).encode(), "a.en.txt").present()
    measures = measures_of(presentation, OFFICIAL)
    assert "font-variant-ligatures: normal" in make_css(presentation, OFFICIAL, measures)
    monkeypatch.setattr(ligatures, "_has_ligatures", lambda _: True)
    assert "font-variant-ligatures: none" in make_css(presentation, OFFICIAL, measures)


def in_use() -> int:
    """The bytes that C libraries have asked for and not given back."""

    class Figures(ctypes.Structure):
        _fields_ = [
            (name, ctypes.c_size_t)
            for name in ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks")
        ] + [("keepcost", ctypes.c_size_t)]

    libc: Any = ctypes.CDLL(None)
    libc.mallinfo2.restype = Figures
    gc.collect()
    figures = libc.mallinfo2()
    return int(figures.uordblks + figures.hblkhd)


def growth(work: Callable[[], object]) -> float:
    """The bytes that one call leaves behind, where the calls before have filled what is kept on purpose."""
    for _ in range(3):
        work()
    before = in_use()
    for _ in range(5):
        work()
    return (in_use() - before) / 5


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallinfo2"), reason="this C library does not count")
def test_printing_a_document_again_takes_no_more_memory(tmp_path: Path) -> None:
    lines = "\n".join(f"{n}. Requests the Secretary-General to count footnote {n} again;" for n in range(3, 40))
    text = TEXT.format(number=1).replace("count them.\n", f"count them;\n{lines}\n")
    document = read_bytes(text.encode(), "a.en.txt")
    assert growth(lambda: document.to_bytes("pdf")) < 16_000
