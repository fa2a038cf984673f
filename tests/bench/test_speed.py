"""How fast the line is: figures, printed; nothing fails for being slow. `./run bench`

All times are of the processor, so that what else the machine does counts little; each is the median of three rounds
after one that warms up. Documents are those of a corpus where there is one (see `tests/corpus`), else invented.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import engross
from engross.batch.document import Document, read_bytes
from tests.bench import breaking
from tests.corpus.scoring import CORPUS
from tests.hostile.shapes import sound

pytestmark = pytest.mark.bench
ROUNDS = 3
Say = Callable[[str], None]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Prints one line past pytest's capture."""

    def speak(line: str) -> None:
        with capsys.disabled():
            print(f"\n  {line}", end="")

    return speak


def seconds(work: Callable[[Path], object], paths: Sequence[Path]) -> list[float]:
    """The processor time that each path takes: the median of some rounds, after one that warms up."""
    for path in paths[:5]:
        work(path)
    rounds = []
    for _ in range(ROUNDS):
        times = []
        for path in paths:
            begun = time.process_time()
            work(path)
            times.append(time.process_time() - begun)
        rounds.append(times)
    return [statistics.median(times) for times in zip(*rounds, strict=True)]


def sources(name: str, folder: Path) -> list[Path]:
    """The documents of a corpus in one form (`official.pdf`, `extracted.txt`), or invented ones."""
    found = sorted(CORPUS.glob(f"pairs/*/{name}"))
    if found:
        return found
    made = []
    for copy in range(30):
        path = folder / f"{copy}-{name}"
        path.write_bytes(sound("pdf" if name.endswith(".pdf") else "text"))
        made.append(path)
    return made


def pages(path: Path) -> int:
    """The pages of the PDF at a path, or beside the text at it; 2 for an invented text."""
    import pypdfium2

    printed = path if path.suffix == ".pdf" else path.with_name("official.pdf")
    return len(pypdfium2.PdfDocument(printed)) if printed.exists() else 2


def to_akn(path: Path) -> bytes:
    return engross.read(path).to_xml()


@pytest.mark.parametrize("name", ["extracted.txt", "official.pdf"])
def test_to_akoma_ntoso(name: str, tmp_path: Path, say: Say) -> None:
    paths = sources(name, tmp_path)
    times = seconds(to_akn, paths)
    counts = [pages(path) for path in paths]
    total, printed = sum(times), sum(counts)
    say(
        f"{name} to Akoma Ntoso: {1000 * total / len(paths):.1f} ms a document, median"
        f" {1000 * statistics.median(times):.1f} ms; {1000 * total / printed:.2f} ms a page,"
        f" {printed / total:.0f} pages a second ({len(paths)} documents, {printed} pages)"
    )
    short = [spent for spent, count in zip(times, counts, strict=True) if count == 3]
    if short:
        say(f"  of three pages: median {1000 * statistics.median(short):.1f} ms ({len(short)} documents)")


@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_from_akoma_ntoso(form: str, tmp_path: Path, say: Say) -> None:
    documents: dict[Path, Document] = {path: engross.read(path) for path in sources("extracted.txt", tmp_path)[::6]}
    times = seconds(lambda path: documents[path].to_bytes(form), list(documents))
    say(
        f"Akoma Ntoso to {form}: {1000 * sum(times) / len(times):.1f} ms a document,"
        f" median {1000 * statistics.median(times):.1f} ms ({len(times)} documents)"
    )


def test_a_page_with_lines_of_our_own_and_without(tmp_path: Path, say: Say) -> None:
    documents = [engross.read(path) for path in sources("extracted.txt", tmp_path)[::40]]
    for kind, spent in breaking.measure(documents).items():
        say(f"{kind}: {spent:.1f} ms a page ({len(documents)} documents)")


def test_whole_line_of_a_short_resolution(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "footnotes.md"
    path.write_bytes(sound("markdown"))

    def all_forms(path: Path) -> None:
        document = read_bytes(path.read_bytes(), str(path))
        for form in ("akn", "html", "docx", "pdf"):
            document.to_bytes(form)

    say(f"Markdown to Akoma Ntoso, HTML, Word and PDF: {1000 * seconds(all_forms, [path] * 5)[0]:.1f} ms a document")


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["parse", "footnotes.txt"]], ids=" ".join)
def test_cold_start(words: list[str], tmp_path: Path, say: Say) -> None:
    (tmp_path / "footnotes.txt").write_bytes(sound("text"))
    command = [str(Path(sys.executable).with_name("engross")), *words]
    spent = []
    for _ in range(7):
        before = os.times()
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
        after = os.times()
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
    say(f"engross {' '.join(words)}: {statistics.median(spent):.2f} s from a cold start")
