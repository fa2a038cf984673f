"""Reading and writing the tree as XML: hardened parsing, and a layout that people can read and diff."""

from __future__ import annotations

from lxml import etree

from engross.akn.namespace import name

_MIXED = {
    "a", "b", "date", "docAuthority", "docCommittee", "docDate", "docNumber", "docProponent", "docStatus", "docTitle",
    "docType", "crossHeading", "event", "heading", "i", "inline", "listIntroduction", "listWrapUp", "location", "num",
    "outcome", "p", "quantity", "ref", "session", "span", "sub", "subheading", "sup", "u", "vote", "docketNumber",
}  # fmt: skip


def to_bytes(tree: etree._Element) -> bytes:
    """The document as UTF-8 with an XML declaration, one block a line, two spaces a level, a newline at the end.

    White space is only added where the schema allows no text, so that the text never changes. The tree is laid
    out in place.
    """
    _lay_out(tree, 0)
    return etree.tostring(tree, encoding="utf-8", xml_declaration=True) + b"\n"


def parse(data: bytes) -> etree._Element:
    """The root of an XML document; entities are not resolved, nothing is fetched.

    Raises lxml.etree.XMLSyntaxError for bytes that are not well-formed.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    return etree.fromstring(data, parser)


def _lay_out(node: etree._Element, level: int) -> None:
    if name(node) in _MIXED or not len(node) or (node.text or "").strip():
        return
    if any((child.tail or "").strip() for child in node):
        return
    inner = "\n" + "  " * (level + 1)
    node.text = inner
    for child in node:
        _lay_out(child, level + 1)
        child.tail = inner
    node[-1].tail = "\n" + "  " * level
