"""The United Nations' own Akoma Ntoso, read, presented and written: valid, stable, and nothing lost."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from engross.akn.namespace import text_of
from engross.akn.schema import validate
from engross.akn.serialise import parse, to_bytes
from engross.check.characters import fold, printed
from engross.check.parity import parity
from engross.present import present
from engross.readers.akn import read
from engross.resources import templates
from engross.writers import html, json, markdown, text

CORPUS = Path(os.environ.get("ENGROSS_CORPUS", Path(__file__).parents[2].parent / "shared" / "corpus"))
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus folder"),
]
FILES = sorted(CORPUS.glob("akn/*/*/*.xml")) + sorted(CORPUS.glob("pairs/*/akn/*.xml"))


@pytest.mark.parametrize("path", FILES[::8], ids=lambda path: "-".join(path.parts[-2:]))
def test_published_files_are_read_whole_and_once_is_for_all(path: Path) -> None:
    data = path.read_bytes()
    tree = read(data, path.name).tree
    assert validate(tree) == ()
    once = to_bytes(tree)
    again = read(once, path.name)
    assert to_bytes(again.tree) == once
    lost = Counter(fold(text_of(_statement(parse(data))))) - Counter(fold(text_of(_statement(tree))))
    assert not lost


@pytest.mark.parametrize("path", FILES[4::8], ids=lambda path: "-".join(path.parts[-2:]))
def test_every_text_form_has_all_text(path: Path) -> None:
    tree = read(path.read_bytes(), path.name).tree
    presentation, akn = present(tree), to_bytes(tree)
    outputs = {
        "html": html.write(presentation, akn, templates() / "un"),
        "txt": text.write(presentation, akn),
        "md": markdown.write(presentation, akn),
        "json": json.write(presentation, akn),
    }
    assert [finding for form, data in outputs.items() for finding in parity(form, data, akn, form)] == []


def _statement(root):  # type: ignore[no-untyped-def]
    """The printed parts of a file, under one element."""
    holder = root.makeelement("printed")
    for part in list(printed(root)):
        holder.append(part)
    return holder
