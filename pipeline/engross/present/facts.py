"""What a document is: organ, session, dates, the IRI of its Work."""

from __future__ import annotations

import datetime
import re

from lxml import etree

from engross.akn.cover_reading import read_date
from engross.akn.namespace import every, find
from engross.lexicon import lexicon
from engross.model.masthead import Masthead

_ACTOR = re.compile(r"/akn/un/statement/deliberation/([\w-]+)/")


def organ_of(document: etree._Element, symbol: str) -> str:
    """The organ's id: by the symbol, else by the actor in the Work's IRI, else by its author; empty if unknown."""
    parsed = lexicon().parse_symbol(symbol) if symbol else None
    if parsed is not None and parsed.organ:
        return parsed.organ
    organs = lexicon().organs
    actor = _ACTOR.match(work_iri(document))
    for organ in organs.values():
        if actor and actor[1] in {organ.actor, organ.dgacm_actor}:
            return organ.id
    author = next((node.get("href", "").lstrip("#") for node in every(document, "FRBRauthor")), "")
    return author if author in organs else ""


def session_of(symbol: str) -> str:
    """The session that a symbol names: `60` of A/RES/60/212; empty where it names none."""
    parsed = lexicon().parse_symbol(symbol) if symbol else None
    return parsed.session if parsed is not None else ""


def kind_of(symbol: str) -> str:
    """What a symbol stands for: `resolution`, `draft`, `decision`, …; empty where it is not known."""
    parsed = lexicon().parse_symbol(symbol) if symbol else None
    return parsed.kind if parsed is not None else ""


def work_iri(document: etree._Element) -> str:
    """The IRI of the Work, as the file gives it."""
    uri = find(document, "meta/identification/FRBRWork/FRBRuri")
    return uri.get("value", "") if uri is not None else ""


def adoption_date(document: etree._Element, masthead: Masthead) -> datetime.date | None:
    """The date of adoption: of the closing lines, of the adoption title, of the Work; None where none says it."""
    closing = masthead.closing.date
    if closing is not None and closing.date is not None:
        return closing.date
    if masthead.adoption is not None and masthead.adoption.date is not None:
        return masthead.adoption.date
    node = find(document, "meta/identification/FRBRWork/FRBRdate")
    return read_date(node.get("date", "")) if node is not None and node.get("name") != "draft" else None


def issue_date(document: etree._Element, masthead: Masthead) -> datetime.date | None:
    """The date of issue: of the masthead, else of the Expression."""
    if masthead.issued is not None and masthead.issued.date is not None:
        return masthead.issued.date
    node = find(document, "meta/identification/FRBRExpression/FRBRdate")
    return read_date(node.get("date", "")) if node is not None else None
