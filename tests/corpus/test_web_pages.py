"""Every page of the web, read back, has the text of its Akoma Ntoso in its order; pages are quickly made and light."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import engross
from engross.batch.outputs import FORMS, compose, style_folder
from engross.check.parity import parity
from engross.compare.alignment import align
from engross.compare.parallel import as_html
from engross.compare.parity import Parity, Version
from engross.compare.units import units
from engross.writers import html
from tests.corpus.scoring import CORPUS

Take = Callable[[Iterable[Path], int], list[Path]]


def documents() -> list[Path]:
    return [*CORPUS.glob("akn/*/*/*.xml"), *CORPUS.glob("pairs/*/akn/*.xml")]


def test_no_text_is_missing_on_a_page(take: Take) -> None:
    findings = []
    for path in take(documents(), 9):
        document = engross.read(path)
        akn = document.to_xml()
        page = compose(FORMS["html"], document.present(), akn)
        findings += [f"{path}: {found.message}" for found in parity("html", page, akn, str(path))]
    assert findings == []


def test_no_text_is_missing_side_by_side(take: Take) -> None:
    """All of the text stands in the rows, though not the lines of the masthead."""
    for folder in take({path.parent for path in documents()}, 15):
        pages = [engross.read(path).present() for path in sorted(folder.glob("*.xml"))]
        versions = tuple(Version(page.language, page) for page in pages)
        cut = [units(page) for page in pages]
        rows = align(cut)
        for place, version in enumerate(cut):
            assert tuple(row[place] for row in rows if row[place]) == version
        text = as_html(Parity(versions, rows, ()), style_folder()).decode()
        assert text.count("<tr ") >= len(rows)


def test_a_page_takes_less_time_than_reading_its_source_and_sixty_kilobytes(take: Take) -> None:
    """From the tree to the bytes, warm, against the time that the same machine takes for the reading (two thirds were
    seen); half of the pages are lighter than that.
    """
    paths = take(documents(), 9)
    shares, sizes = [], []
    for path in paths[:3] + paths:
        start = time.process_time()
        document = engross.read(path)
        read = time.process_time()
        page = html.write(document.present(), b"", style_folder())
        shares.append((time.process_time() - read) / (read - start))
        sizes.append(len(page))
    assert statistics.median(shares[3:]) < 1
    assert statistics.median(sizes[3:]) < 60_000
