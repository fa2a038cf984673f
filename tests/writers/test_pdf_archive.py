"""What keeps the file within PDF/A: streams that end as they should, glyphs that are all mapped."""

from __future__ import annotations

import zlib

import pydyf

from engross.writers.pdf.archive import _map_all_glyphs, _pack, file_name


def ending_in_a_carriage_return() -> bytes:
    """A content whose compressed form ends with CR."""
    return next(b"a" * count for count in range(1, 257) if zlib.compress(b"a" * count, 9).endswith(b"\r"))


def test_no_packed_stream_ends_with_a_carriage_return() -> None:
    document = pydyf.PDF()
    content = ending_in_a_carriage_return()
    stream = pydyf.Stream([content], compress=True)
    document.add_object(stream)
    _pack(document)
    assert not stream.stream[0].endswith(b"\r")
    assert zlib.decompress(stream.stream[0]).rstrip(b"\n") == content
    assert b"/Filter /FlateDecode" in stream.data


def test_streams_that_stay_readable_are_left_alone() -> None:
    document = pydyf.PDF()
    stream = pydyf.Stream([b"metadata"], compress=False)
    document.add_object(stream)
    _pack(document)
    assert stream.stream == [b"metadata"]


def test_a_glyph_without_a_character_is_mapped_to_the_joiner() -> None:
    document = pydyf.PDF()
    stream = pydyf.Stream([b"begincmap", b"<0034> <>", b"<0035> <0061>"])
    document.add_object(stream)
    _map_all_glyphs(document)
    assert stream.stream == [b"begincmap", b"<0034> <200d>", b"<0035> <0061>"]


def test_a_symbol_becomes_a_file_name() -> None:
    assert file_name("A/RES/60/212") == "A_RES_60_212"
    assert file_name("S/RES/2779 (2025)") == "S_RES_2779__2025"
    assert file_name("../..") == ".._.."
    assert file_name("") == "document"
