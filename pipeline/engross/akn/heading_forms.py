"""Headings that are larger than the text: the paragraph styles of the official Word template that print them.

Most headings are bold and of the text's size, and say nothing of it. Two styles are larger, `HCh` and `H1`
(`heading_forms.toml`). The published files name them as the class of the heading's paragraph; here the class is the
heading's own: `heading class="H1"`. On all official pages whose mark-up has such a class (four in the corpus, 15
headings measured) the heading is printed in that size.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from lxml import etree

from engross.model.presentation import HeadingForm


def read_form(node: etree._Element) -> HeadingForm:
    """The form that the class of a heading, or of a heading's paragraph, names; empty for that of its level."""
    return _table()[0].get((node.get("class") or "").removesuffix("G"), "")


def write_form(heading: etree._Element, form: HeadingForm) -> etree._Element:
    """The same heading, with the form as its class where it has one."""
    if form:
        heading.set("class", form)
    return heading


def form_of_style(name: str) -> HeadingForm:
    """The form that a paragraph style of the official Word template prints."""
    return _table()[1].get(name, "")


def form_of_size(points: float) -> HeadingForm:
    """The form of a heading that a page shows in a size of type."""
    return _table()[2].get(round(points), "")


@functools.cache
def _table() -> tuple[Mapping[str, HeadingForm], Mapping[str, HeadingForm], Mapping[int, HeadingForm]]:
    """The forms by class, by style and by size."""
    data: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    forms = [(cast(HeadingForm, name), known) for name, known in data.items()]
    return (
        {name: form for form, known in forms for name in known["classes"]},
        {known["style"]: form for form, known in forms},
        {known["size"]: form for form, known in forms},
    )
