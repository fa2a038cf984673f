"""Identifiers by the naming convention: `para_2__list_1__point_a__content`.

An eId is the parent's eId, two underscores, a prefix for the element and its number: the printed number where
there is one, stripped of punctuation, else the ordinal among the siblings of its kind (AKN4UN guidelines,
`index-145`). The schema wants them unique in a document, its annexes included.
"""

from __future__ import annotations

import re
import unicodedata

from lxml import etree

from engross.akn.namespace import find, name, text_of

_PREFIXES = {
    "alinea": "al",
    "article": "art",
    "attachment": "att",
    "authorialNote": "authorialNote",
    "blockList": "list",
    "chapter": "chp",
    "component": "comp",
    "container": "container",
    "content": "content",
    "coverPage": "cover",
    "documentRef": "dref",
    "crossHeading": "crossHeading",
    "embeddedStructure": "embedded",
    "formula": "formula",
    "heading": "heading",
    "hcontainer": "hcontainer",
    "intro": "intro",
    "item": "item",
    "list": "list",
    "listIntroduction": "intro",
    "listWrapUp": "wrapup",
    "mainBody": "body",
    "paragraph": "para",
    "part": "part",
    "point": "point",
    "preamble": "preamble",
    "preface": "preface",
    "conclusions": "conclusions",
    "quotedStructure": "qstr",
    "recital": "rec",
    "recitals": "recs",
    "section": "sec",
    "subheading": "subheading",
    "subparagraph": "subpara",
    "table": "table",
    "title": "title",
    "wrapUp": "wrapup",
}
_SINGLE = {
    "content",
    "intro",
    "listIntroduction",
    "listWrapUp",
    "wrapUp",
    "heading",
    "subheading",
    "coverPage",
    "preface",
    "preamble",
    "mainBody",
    "conclusions",
}
_TRANSPARENT = {
    "statement",
    "doc",
    "documentCollection",
    "coverPage",
    "preface",
    "preamble",
    "mainBody",
    "conclusions",
}
_NUMBER = re.compile(r"[^\w\-]+|_+", re.UNICODE)


def assign_eids(document: etree._Element) -> None:
    """Gives every structural element of a document its eId; those it had are replaced.

    `document` is a `statement`, `documentCollection` or `doc`. The tree's other attributes stay.
    """
    taken: dict[str, int] = {}
    _assign_children(document, "", taken)


def printed_number(num: str) -> str:
    """A printed number as it stands in an eId: `2.` → `2`, `(a)` → `a`; empty where nothing is left."""
    plain = unicodedata.normalize("NFKC", num)
    return _NUMBER.sub("", plain).strip("-")


def _assign_children(parent: etree._Element, scope: str, taken: dict[str, int]) -> None:
    ordinals: dict[str, int] = {}
    for child in parent:
        kind = name(child)
        if not kind or kind == "meta":
            continue
        inner = scope
        if kind in _PREFIXES:
            eid = _unique(_eid(child, kind, scope, ordinals), taken)
            child.set("eId", eid)
            inner = scope if kind in _TRANSPARENT else eid
        elif child.get("eId") is not None:
            del child.attrib["eId"]
        if len(child):
            _assign_children(child, inner, taken)


def _eid(node: etree._Element, kind: str, scope: str, ordinals: dict[str, int]) -> str:
    prefix = (node.get("name") or "hcontainer") if kind == "hcontainer" else _PREFIXES[kind]
    ordinals[prefix] = ordinals.get(prefix, 0) + 1
    own = prefix
    if kind not in _SINGLE:
        num = find(node, "num")
        own = f"{prefix}_{printed_number(text_of(num)) or ordinals[prefix]}"
    return f"{scope}__{own}" if scope else own


def _unique(eid: str, taken: dict[str, int]) -> str:
    """The eId, or the first of its kind with a number behind it that is free. `taken` holds the last one given."""
    again = taken.get(eid, 0) + 1
    candidate = eid if again == 1 else f"{eid}-{again}"
    while candidate in taken:
        again += 1
        candidate = f"{eid}-{again}"
    taken[eid] = again
    taken.setdefault(candidate, 1)
    return candidate
