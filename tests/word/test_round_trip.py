"""Akoma Ntoso written for Word and read back, right away and after LibreOffice has saved it."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import engross
from engross.akn.note_brackets import strip_brackets
from engross.akn.schema import validate
from tests.corpus.scoring import SCORE, hold, load_scorer, total
from tests.word.conftest import HERE, Draft, Writer

FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
pytestmark = pytest.mark.skipif(not (SCORE / "structure.py").exists(), reason="no scoring programs")


def hold_all(pairs: Iterable[tuple[Draft, Path]], floor: dict[str, float], folder: Path, *, whole: bool) -> None:
    """Score all, and each set and each language of the `whole` corpus by itself, against the Akoma Ntoso that the
    Word files were made from.
    """
    structure = load_scorer("structure")
    counts = []
    published = []
    for draft, file in pairs:
        document = engross.read(file)
        assert validate(document.akn) == (), draft.name
        result = folder / "result.xml"
        result.write_bytes(document.to_xml())
        published.append(structure.score(draft.published, result))
        strip_brackets(document.akn)
        result.write_bytes(document.to_xml())
        counts.append((draft, structure.score(draft.akn, result)))
    print("as published", structure.rates(total(published)))
    hold(structure.rates(total([count for _, count in counts])), floor, "all")
    keys: tuple[Callable[[tuple[Draft, object]], str], ...] = (
        lambda one: one[0].name.split("_")[0],
        lambda one: one[0].name.rsplit("_", 1)[1],
    )
    for key in keys:
        for name, group in itertools.groupby(sorted(counts, key=key), key):
            # One block of the few in a sample's group weighs more than the floor leaves room for.
            hold(structure.rates(total([count for _, count in group])), floor if whole else {}, name)


def test_word_files_read_back(drafts: list[Draft], tmp_path: Path, pytestconfig: pytest.Config) -> None:
    pairs = ((draft, draft.docx) for draft in drafts)
    hold_all(pairs, FLOORS["written"], tmp_path, whole=pytestconfig.getoption("--whole"))


def test_word_files_read_back_after_libreoffice(
    drafts: list[Draft], writer: Writer, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    saved = writer.save((draft.docx for draft in drafts), "docx", tmp_path)
    pairs = zip(drafts, saved, strict=True)
    hold_all(pairs, FLOORS["saved"], tmp_path, whole=pytestconfig.getoption("--whole"))
