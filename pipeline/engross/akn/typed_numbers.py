"""Numbers that a published file has typed into its text, and what printing makes of them.

Some published files type a number before the text (`(a)`, a tab, the text) instead of coding it as `num`. Programs
that read those files count such a number as text, so it stays where it was typed, marked as what it is:
`p/inline name="num"`. For recognising structure and for printing it is a number like any other: `raise_typed` makes
it the `num` of its element, marked by its class, and `lower_typed` puts it back.
"""

from __future__ import annotations

from lxml import etree

from engross.akn.namespace import element, every, name

TYPED = "typed"
"""The class of a `num` that stands for a number typed into the text."""

_TEXTS = frozenset({"p", "heading", "subheading", "listIntroduction"})
_BETWEEN = frozenset({"content", "intro", "list", "blockList"})


def raise_typed(root: etree._Element) -> None:
    """Makes every typed number at the start of an element's text the `num` of that element, in place."""
    for inline in list(every(root, "inline")):
        if inline.get("name") != "num":
            continue
        text = inline.getparent()
        if text is None or text[0] is not inline or (text.text or "").strip():
            continue
        owner = text if name(text) in _TEXTS else None
        while owner is not None and (name(owner) in _TEXTS or name(owner) in _BETWEEN):
            above = owner.getparent()
            owner = above if above is not None and _leads(above, owner) else None
        if owner is None:
            continue
        number = element("num", inline.text, class_=TYPED)
        text.text = (inline.tail or "").lstrip(" ")
        text.remove(inline)
        owner.insert(0, number)


def _leads(above: etree._Element, node: etree._Element) -> bool:
    """Whether a node is the first thing in what stands above it, which has no number yet."""
    first = next((child for child in above if isinstance(child.tag, str)), None)
    return first is node


def lower_typed(root: etree._Element) -> None:
    """Puts every number that was typed back to the start of the text that it was typed into, in place."""
    for number in list(every(root, "num")):
        owner = number.getparent()
        if number.get("class") != TYPED or owner is None:
            continue
        text = next((node for node in owner.iterdescendants() if name(node) in _TEXTS), None)
        if text is None:
            del number.attrib["class"]
        else:
            owner.remove(number)
            put_before(number, text)


def put_before(number: etree._Element, text: etree._Element) -> None:
    """Types a number before the text of an element."""
    inline = element("inline", number.text, name="num")
    inline.tail = " " + (text.text or "")
    text.text = None
    text.insert(0, inline)
