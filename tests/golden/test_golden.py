"""The two sample sources, recognised: the golden Akoma Ntoso beside this file. `pytest --accept` rewrites it."""

from __future__ import annotations

from pathlib import Path

import pytest

from engross.akn.schema import validate
from engross.akn.serialise import to_bytes
from engross.lexicon import lexicon
from engross.model.details import Details
from engross.readers import read
from engross.recognise import recognise

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(path for path in (ROOT / "sources").iterdir() if path.suffix in {".md", ".txt"})


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_sample_gives_the_golden_akoma_ntoso(source: Path, accept: bool) -> None:
    found = recognise(read(source.read_bytes(), source.name), Details(), lexicon())
    golden = Path(__file__).with_name(f"{source.name}.xml")
    assert validate(found.akn) == ()
    data = to_bytes(found.akn)
    if accept:
        golden.write_bytes(data)
    assert golden.exists(), "no golden file: run pytest --accept, then read it"
    assert data.decode() == golden.read_text(encoding="utf-8")
