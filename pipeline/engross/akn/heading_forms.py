"""Headings that are larger than the text: the paragraph styles of the official Word template that print them.

Most headings are bold and of the text's size, and say nothing of it. Two styles are larger: `HCh`, 14 points, and
`H1`, 12 points (official style 1.9). The published files name them as the class of the heading's paragraph; here the
class is the heading's own: `heading class="H1"`. On all official pages whose mark-up has such a class (four in the
corpus, 15 headings measured) the heading is printed in that size.
"""

from __future__ import annotations

import re

from lxml import etree

from engross.model.presentation import HeadingForm

_FORMS: dict[str, HeadingForm] = {"HCh": "HCh", "HCH": "HCh", "H1": "H1"}
_CLASS = re.compile(r"(H(?:Ch|CH|1))G?\Z")


def read_form(node: etree._Element) -> HeadingForm:
    """The form that the class of a heading, or of a heading's paragraph, names; empty for that of its level."""
    match = _CLASS.match(node.get("class") or "")
    return _FORMS[match[1]] if match else ""


def write_form(heading: etree._Element, form: HeadingForm) -> etree._Element:
    """The same heading, with the form as its class where it has one."""
    if form:
        heading.set("class", form)
    return heading
