"""What a page weighs: the bytes that come with it, uncompressed, fonts aside (no page brings any)."""

from __future__ import annotations

from pathlib import Path

from lxml import html

_LOADED = "//link[@rel='stylesheet']/@href | //script/@src"


def weight_of(path: Path, root: Path) -> int:
    """The bytes of a page of a site, and of the style sheets and scripts that it loads."""
    page = html.document_fromstring(path.read_bytes())
    loaded = [(path.parent / str(link)).resolve() for link in page.xpath(_LOADED)]
    assert all(root.resolve() in one.parents for one in loaded)
    return path.stat().st_size + sum(one.stat().st_size for one in loaded)


def text_of(path: Path) -> int:
    """The bytes of the text that is read on a page, blanks between words counted once."""
    page = html.document_fromstring(path.read_bytes())
    for node in page.xpath("//script | //style"):
        node.text = ""
    return len(" ".join(" ".join(page.xpath("//body//text()")).split()).encode())
