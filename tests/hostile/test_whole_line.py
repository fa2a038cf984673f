"""Whatever the bytes of a source, it ends in a valid document or in one clear line, within a bounded time."""

from __future__ import annotations

import random
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import engross
from engross.akn.schema import schema, validate
from tests.hostile.shapes import POISONS, SUFFIXES, damage, damage_parts, disordered_page, sound, swap_words

MOST_SECONDS = 20
"""Of processor time, for sources of a few kilobytes; a sound one takes a hundredth of that."""
FORMATS = sorted(SUFFIXES)
hostile = settings(settings.get_profile("hostile"))
formats = st.sampled_from(FORMATS)
encodings = st.sampled_from(["utf-8", "utf-16", "utf-32", "utf-16-le"])
told = st.booleans()
seeds = st.integers(0, 2**32)


def put_through(data: bytes, name: str, *, tell: bool) -> engross.Document | None:
    """The document in the bytes of a file named as a format, which is told to `read` or left to be detected; None
    where it was refused.
    """
    schema()
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"source.{SUFFIXES[name]}"
        path.write_bytes(data)
        begun = time.process_time()
        try:
            document = engross.read(path, format=name if tell else None)
        except engross.Failure as failure:
            line = str(failure)
            assert line.startswith(str(path))
            assert len(line.splitlines()) == 1, line
            assert len(line) < len(str(path)) + 400
            return None
        finally:
            assert time.process_time() - begun < MOST_SECONDS
    assert document.to_xml()
    assert validate(document.akn) == ()
    return document


@pytest.mark.parametrize("name", FORMATS)
def test_reads_each_sound_shape(name: str) -> None:
    document = put_through(sound(name), name, tell=False)
    assert document is not None
    assert b"International Year of Footnotes" in document.to_xml()


@hostile
@given(st.binary(max_size=400), formats, told)
def test_any_bytes(data: bytes, name: str, tell: bool) -> None:
    put_through(data, name, tell=tell)


@hostile
@given(
    st.text(st.characters(), max_size=200), formats, told, st.sampled_from(["utf-8", "utf-16", "utf-32", "utf-16-le"])
)
def test_any_characters(text: str, name: str, tell: bool, encoding: str) -> None:
    put_through(text.encode(encoding, "surrogatepass"), name, tell=tell)


@pytest.mark.parametrize("name", FORMATS)
@hostile
@given(seeds, told)
def test_damaged_bytes(name: str, seed: int, tell: bool) -> None:
    put_through(damage(sound(name), random.Random(seed)), name, tell=tell)


@pytest.mark.parametrize("name", ["akn", "html", "docx", "markdown"])
@hostile
@given(seeds, told)
def test_mark_up_in_disorder(name: str, seed: int, tell: bool) -> None:
    spoil = damage_parts if name == "docx" else swap_words
    put_through(spoil(sound(name), random.Random(seed)), name, tell=tell)


@hostile
@given(seeds)
def test_pages_in_disorder(seed: int) -> None:
    put_through(disordered_page(random.Random(seed)), "pdf", tell=True)


@pytest.mark.parametrize("name", FORMATS)
@hostile
@given(st.sampled_from(FORMATS), told)
def test_named_as_another_format(name: str, other: str, tell: bool) -> None:
    put_through(sound(other), name, tell=tell)


@pytest.mark.parametrize("name", ["text", "markdown", "html", "akn"])
@pytest.mark.parametrize("poison", POISONS, ids=lambda poison: repr(poison[:12]))
def test_signs_that_no_author_writes(poison: bytes, name: str) -> None:
    put_through(sound(name).replace(b"Recalling", b"Recalling " + poison), name, tell=True)


DEEP = {
    "html": b"<div>" * 30_000 + b"x",
    "html of lists": b"<ul><li>" * 5_000 + b"x",
    "html of tables": b"<table><tr><td>" * 2_000 + b"x",
    "html of emphasis": b"<p>" + b"<i><b>" * 5_000 + b"x",
    "akn": b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">' + b"<statement>" * 20_000,
    "markdown of quotations": b"> " * 5_000 + b"x",
    "markdown of lists": b"\n".join(b"  " * n + b"- x" for n in range(300)),
    "markdown of brackets": b"[" * 20_000 + b"](" * 20_000,
    "markdown of emphasis": b"*a **b " * 10_000,
    "text of brackets": b"(" * 50_000 + b"\n" + b"[" * 50_000,
    "text of numbers": b"\n".join(b"%d. Decides" % 10**n for n in range(0, 300, 3)),
    "text of one line": b"Recalling 61/29 of 4 December 2006 " * 5_000,
    "text of figures": b"1 " * 50_000,
    "text of labels": b"\n".join(b"(%c)" % (97 + n % 26) for n in range(5_000)),
}
"""Sources that are nested, repeated or counted beyond all use."""


@pytest.mark.parametrize("what", sorted(DEEP))
def test_deep_and_long(what: str) -> None:
    put_through(DEEP[what], what.split()[0], tell=True)
