"""Published mark-up read, and short ways to look at what comes out."""

from __future__ import annotations

from lxml import etree

from engross.akn.namespace import every, name
from engross.akn.schema import validate
from engross.readers.akn import read


def tree(data: bytes) -> etree._Element:
    result = read(data, "a.xml").tree
    assert validate(result) == ()
    return result


def body(data: bytes) -> etree._Element:
    return next(every(tree(data), "mainBody"))


def shape(node: etree._Element) -> str:
    """The structure of an element in short: `list(intro point(num content))`; what stands in a `p` is left out."""
    inner = " ".join(shape(child) for child in node if name(child) and name(node) not in {"p", "num", "heading"})
    return f"{name(node)}({inner})" if inner else name(node)


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in read(data, "a.xml").diagnostics]
