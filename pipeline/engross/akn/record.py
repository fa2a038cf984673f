"""The record of a document: what no page prints of it, its subjects, its history, its votes."""

from __future__ import annotations

import copy

from lxml import etree

from engross.akn.namespace import every, find, name
from engross.akn.schema import validate

RECORD = ("classification", "lifecycle", "workflow", "analysis", "temporalData", "notes", "proprietary")
"""The blocks of `meta` that are the record, in the order of the schema."""
_OWN = "#engross"
_BEFORE = ("identification", "publication")


def read_record(data: bytes) -> etree._Element | None:
    """The `meta` of an Akoma Ntoso file that has a record; None where there is none, or `data` is no such file."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, remove_pis=True))
    except (etree.XMLSyntaxError, ValueError):
        return None
    meta = next(every(root, "meta"), None)
    return meta if meta is not None and any(_is_kept(child) for child in meta) else None


def keep_record(root: etree._Element, record: etree._Element) -> bool:
    """Puts the record that the `meta` of another file holds into a tree that has none; False where it cannot be.

    Only the same Work in the same language has the same record, and what the schema refuses is none.
    """
    meta = next(every(root, "meta"), None)
    if meta is None or _document(meta) != _document(record):
        return False
    place = sum(name(child) in _BEFORE for child in meta)
    kept = [copy.deepcopy(child) for kind in RECORD for child in record if name(child) == kind and _is_kept(child)]
    for at, block in enumerate(kept):
        block.tail = None
        meta.insert(place + at, block)
    if not validate(root):
        return True
    for block in kept:
        meta.remove(block)
    return False


def _is_kept(block: etree._Element) -> bool:
    """Whether a block is of the record. What this project concludes from a text it concludes again."""
    return name(block) in RECORD and block.get("source") != _OWN


def _document(meta: etree._Element) -> tuple[str, str]:
    """The Work, by its symbol where it has one, and the language that a `meta` is of."""
    work, expression = find(meta, "identification/FRBRWork"), find(meta, "identification/FRBRExpression")
    aliases = [node for node in every(work, "FRBRalias") if node.get("name") == "symbol"] if work is not None else []
    known = aliases or (list(every(work, "FRBRuri")) if work is not None else [])
    language = find(expression, "FRBRlanguage") if expression is not None else None
    return (
        known[0].get("value", "") if known else "",
        language.get("language", "") if language is not None else "",
    )
