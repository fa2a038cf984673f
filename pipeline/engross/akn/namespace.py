"""The namespace of Akoma Ntoso, and a short way to make and to find its elements."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
"""The namespace of the OASIS standard, version 3.0."""

AKN4UN = "http://un.org/akn4un"
"""The namespace of what the United Nations adds: page furniture, voters, geometry of tables."""

_PREFIX = f"{{{AKN}}}"
_DEFAULT = {None: AKN}


def element(tag: str, *children: str | etree._Element | None, **attributes: str | None) -> etree._Element:
    """An Akoma Ntoso element with its children in order; strings become text, None is left out.

    An attribute whose name is a Python keyword is written with a trailing underscore (`as_`, `class_`); one
    with
    the value None is left out.
    """
    node = etree.Element(_PREFIX + tag, nsmap=_DEFAULT)
    for name, value in attributes.items():
        if value is not None:
            node.set(name.rstrip("_"), value)
    if children:
        append(node, *children)
    return node


def append(node: etree._Element, *children: str | etree._Element | None) -> None:
    """Puts text and elements behind what `node` holds already, in order."""
    for child in children:
        if child is None or isinstance(child, str):
            add_text(node, child or "")
        else:
            node.append(child)


def add_text(node: etree._Element, text: str) -> None:
    """Puts text behind what `node` holds already."""
    if not text:
        return
    last = next(node.iterchildren(reversed=True), None)  # len() would count all children every time
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        node.text = (node.text or "") + text


def name(node: etree._Element) -> str:
    """The local name, or an empty string for a comment, a processing instruction or another namespace."""
    tag = node.tag
    return tag[len(_PREFIX) :] if isinstance(tag, str) and tag.startswith(_PREFIX) else ""


def find(node: etree._Element, path: str) -> etree._Element | None:
    """The first element at a path of local names (`meta/identification`), or None."""
    return node.find("/".join(step if step.startswith((".", "*")) else _PREFIX + step for step in path.split("/")))


def every(node: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """All descendants, and `node` itself, with one of the local names, in document order."""
    return node.iter(*(_PREFIX + tag for tag in tags))


def text_of(node: etree._Element | None) -> str:
    """All text inside, notes included; an empty string for None."""
    return "" if node is None else "".join(node.itertext())
