"""Presentation: from the Akoma Ntoso tree to a value in which everything printed is resolved."""

from __future__ import annotations

import copy
import functools

from lxml import etree

from engross.akn.cover_reading import read_masthead
from engross.akn.namespace import every, find, name
from engross.akn.note_brackets import strip_brackets
from engross.akn.typed_numbers import raise_typed
from engross.model.masthead import Masthead
from engross.model.presentation import Facts, Presentation, plain
from engross.present.address import document_address, named_address, target
from engross.present.cover import read_cover
from engross.present.facts import adoption_date, issue_date, kind_of, organ_of, session_of, work_iri
from engross.present.inline import Reader
from engross.present.marks import lacks_first, one_less, renumbered
from engross.present.parts import read_parts
from engross.present.words import Words, two_letters

__all__ = ["present"]

_DOCUMENTS = ("statement", "documentCollection", "doc", "act", "officialGazette", "debateReport")


def present(tree: etree._Element) -> Presentation:
    """The Presentation of a document, with every character of the tree's text, in its order.

    `tree` is the root (`akomaNtoso`) or the document in it; it is not changed. Printed words that the tree lacks
    and that follow with certainty from organ, language and symbol are the lexicon's; a date that the tree lacks
    is never made up. A tree without any document gives an empty Presentation.
    """
    document = _document(tree)
    masthead = read_masthead(document)
    language = two_letters(_attribute(document, "FRBRlanguage", "language"))
    symbol = masthead.symbol or _alias(document)
    words = Words(language or "en", organ_of(document, symbol))
    document = _printable(document, words)
    shifted = lacks_first(document)
    mark = (lambda marker: words.note_mark(one_less(marker))) if shifted else words.note_mark
    reader = Reader(
        mark,
        functools.partial(target, language=words.language),
        functools.partial(named_address, language=words.language),
    )
    cover, title = read_cover(document, reader, words, symbol, masthead.session_value or session_of(symbol))
    parts = tuple(read_parts(document, title, reader, words))
    heading = " ".join(plain(parts[0].title.title).split()) if parts else ""
    return Presentation(
        language=words.language,
        direction=words.direction,
        organ=words.organ,
        template=words.template,
        cover=cover,
        parts=parts,
        notes=tuple(reader.notes),
        facts=_facts(document, masthead, words, symbol, heading),
        running_symbol=symbol,
        running_title=heading if words.running_title and kind_of(symbol) != "draft" else "",
        job_number=masthead.job_number,
        reissue=masthead.reissue,
        words=words.few,
        diagnostics=(renumbered(),) if shifted else (),
    )


def _document(tree: etree._Element) -> etree._Element:
    if name(tree) in _DOCUMENTS:
        return tree
    return next((child for child in tree if name(child) in _DOCUMENTS), tree)


def _printable(document: etree._Element, words: Words) -> etree._Element:
    """The document with its numbers and note marks where printing wants them; a copy, where that changes anything."""
    typed = any(inline.get("name") == "num" for inline in every(document, "inline"))
    brackets = words.note_mark("1") != "1"
    if not (typed or brackets):
        return document
    document = copy.deepcopy(document)
    if typed:
        raise_typed(document)
    if brackets:
        strip_brackets(document)
    return document


def _facts(document: etree._Element, masthead: Masthead, words: Words, symbol: str, title: str) -> Facts:
    kind = document.get("name", "")
    return Facts(
        symbol=symbol,
        title=title,
        language=words.language,
        organ=words.organ,
        kind="resolution" if kind in {"publication", ""} else kind,
        session=masthead.session_value or session_of(symbol),
        adopted=adoption_date(document, masthead),
        issued=issue_date(document, masthead),
        agenda=tuple(item.text for item in masthead.agenda if item.text),
        job_number=masthead.job_number,
        address=document_address(symbol, words.language),
        work_iri=work_iri(document),
    )


def _alias(document: etree._Element) -> str:
    meta = find(document, "meta")
    return (
        next((a.get("value", "") for a in every(meta, "FRBRalias") if a.get("name") == "symbol"), "")
        if (meta is not None)
        else ""
    )


def _attribute(document: etree._Element, tag: str, attribute: str) -> str:
    return next((node.get(attribute, "") for node in every(document, tag)), "")
