"""What is recognised, held against the mark-up that the United Nations made of the same resolutions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

import engross
from engross.akn.note_brackets import strip_brackets
from engross.akn.schema import validate
from engross.akn.serialise import to_bytes
from engross.akn.typed_numbers import raise_typed
from tests.corpus.published import repaired
from tests.corpus.scoring import CORPUS, hold, load_scorer, total

Take = Callable[[Iterable[Path], int], list[Path]]
Floors = dict[str, dict[str, float]]


def scored(
    pairs: Iterable[tuple[Path, engross.Document]], folder: Path, mend: Callable[[str], str] = str
) -> dict[str, float]:
    """The figures of many documents together; every one of them must be valid. `mend` undoes a reference's defects."""
    structure = load_scorer("structure")
    counts = []
    reference, result = folder / "reference.xml", folder / "result.xml"
    for published, document in pairs:
        assert validate(document.akn) == (), published
        reference.write_text(mend(published.read_text(encoding="utf-8")), encoding="utf-8")
        result.write_bytes(document.to_xml())
        counts.append(structure.score(reference, result))
    return structure.rates(total(counts))


@pytest.mark.parametrize(("form", "name", "step"), [("pdf", "official.pdf", 6), ("extracted", "extracted.txt", 3)])
def test_resolutions_of_the_assembly_are_recognised(
    form: str, name: str, step: int, take: Take, floors: Floors, tmp_path: Path
) -> None:
    folders = take((CORPUS / "pairs").glob("A_RES_*"), step)
    pairs = ((folder / "akn" / "en.xml", engross.read(folder / name)) for folder in folders)
    hold(scored(pairs, tmp_path, repaired), floors[form], form)


def test_published_mark_up_is_kept(take: Take, floors: Floors, tmp_path: Path) -> None:
    files = [*take((CORPUS / "akn").glob("*/*/*.xml"), 5), *take((CORPUS / "pairs").glob("*/akn/*.xml"), 29)]
    hold(scored(((file, engross.read(file)) for file in files), tmp_path), floors["published"], "published")


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_own_pages_read_back(language: str, take: Take, floors: Floors, tmp_path: Path) -> None:
    """Files that type numbers into their text are left out: on the page those are numbers like all others."""
    files = take((CORPUS / "pairs").glob(f"A_RES_*/akn/{language}.xml"), 12)

    def read_back() -> Iterator[tuple[Path, engross.Document]]:
        page = tmp_path / "page.pdf"
        for file in files:
            document = engross.read(file)
            if not any(found.code == "akn-number" for found in document.diagnostics):
                document.write_pdf(page)
                yield file, engross.read(page)

    hold(scored(read_back(), tmp_path), floors["printed"], language)


@pytest.mark.parametrize("form", ["pdf", "docx"])
@pytest.mark.parametrize(
    "kind", ["GAdecisions", "GAresolutions", "SCresolutions", "HRCresolutions", "ECOSOCresolutions"]
)
def test_own_files_of_every_organ_read_back(kind: str, form: str, take: Take, floors: Floors, tmp_path: Path) -> None:
    """Held against the Akoma Ntoso that they were written from. Numbers that a file types into its text are made ones;
    the brackets of Arabic note marks, which some files have and some have not, are taken out.
    """
    files = take((CORPUS / "akn" / kind).glob("*/*.xml"), 19)
    structure = load_scorer("structure")
    reference, page, result = tmp_path / "reference.xml", tmp_path / f"page.{form}", tmp_path / "result.xml"
    counts = []
    for file in files:
        document = engross.read(file)
        write = document.write_pdf if form == "pdf" else document.write_docx
        write(page)
        raise_typed(document.akn)
        back = engross.read(page)
        assert validate(back.akn) == (), file
        for tree, path in ((document.akn, reference), (back.akn, result)):
            strip_brackets(tree)
            path.write_bytes(to_bytes(tree))
        counts.append(structure.score(reference, result))
    hold(structure.rates(total(counts)), floors[f"own-{form}"], f"{kind} {form}")
