"""What a file is, and the metadata that no page prints but that is worth keeping."""

from __future__ import annotations

import copy
import datetime
import functools
import re

from lxml import etree

from engross.akn.cover_reading import read_date, read_masthead
from engross.akn.identity import Identity
from engross.akn.metadata import write_identification, write_meta
from engross.akn.namespace import element, every, find, name, text_of
from engross.akn.record import RECORD
from engross.lexicon import lexicon
from engross.model.masthead import Masthead

_POINTERS = ("refersTo", "outcome", "as")
_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_ACTOR = re.compile(r"/akn/un/statement/deliberation/(?P<actor>[\w-]+)/(?P<date>[\d-]*)/(?P<number>[^/]*)")
_NO_DATE = "0001-01-01"
_NAMES = {"draft resolution": "draftResolution", "resolutionDraft": "draftResolution", "publication": "resolution"}


def read_identity(document: etree._Element, part: str = "") -> Identity:
    """The identity of a `statement` or `documentCollection`, from its masthead, its IRI and its metadata.

    `part` is the letter of a lettered part, whose symbol is that of the whole with the letter.
    """
    masthead = read_masthead(document)
    work = next((n.get("value", "") for n in every(document, "FRBRuri")), "")
    iri = _ACTOR.match(work)
    symbol = masthead.symbol or _alias(document)
    parsed = lexicon().parse_symbol(symbol) if symbol else None
    if parsed is not None and part:
        parsed = lexicon().parse_symbol(parsed.part_text(part)) or parsed
    organ = parsed.organ if parsed is not None else _organ_of(iri["actor"] if iri else "", document)
    known = lexicon().organs.get(organ)
    language = _language(document)
    words = lexicon().languages.get(_two_letters(language))
    kind = document.get("name") or "resolution"
    return Identity(
        symbol=parsed.text if parsed is not None else symbol,
        number=parsed.iri_number if parsed is not None else (iri["number"] if iri else ""),
        short=parsed.short if parsed is not None else masthead.number.rstrip("."),
        organ=organ,
        actor=known.actor if known is not None else (iri["actor"] if iri else "un"),
        organ_name=(words.organ_name(organ) if words is not None else "") or masthead.issuing_body or organ,
        language=language,
        name=_NAMES.get(kind, kind) or "resolution",
        adopted=_adopted(document, masthead),
        issued=_issued(document, masthead),
    )


def _alias(document: etree._Element) -> str:
    return next((n.get("value", "") for n in every(document, "FRBRalias") if n.get("name") == "symbol"), "")


def _organ_of(actor: str, document: etree._Element) -> str:
    for organ in lexicon().organs.values():
        if actor and actor in {organ.actor, organ.dgacm_actor}:
            return organ.id
    author = next((n.get("href", "").lstrip("#") for n in every(document, "FRBRauthor")), "")
    return author if _NAME.fullmatch(author) else "un"


def _language(document: etree._Element) -> str:
    """The language's ISO 639-2 code, told from the text where the file does not say it."""
    code = next((n.get("language", "") for n in every(document, "FRBRlanguage")), "").strip().lower()
    if len(code) == 3 and code.isascii():
        return {"fre": "fra", "chi": "zho"}.get(code, code)
    two = code[:2] or lexicon().guess_language(text_of(document)[:20_000]) or ""
    known = lexicon().languages.get(two)
    return known.iso3 if known is not None else "und"


@functools.cache
def _two_letters(iso3: str) -> str:
    return next((code for code, known in lexicon().languages.items() if known.iso3 == iso3), iso3)


def two_letters(document: etree._Element) -> str:
    """The two-letter code of a document's language; its ISO 639-2 code where the lexicon does not know it."""
    return _two_letters(_language(document))


def _adopted(document: etree._Element, masthead: Masthead) -> datetime.date | None:
    for node in every(document, "FRBRdate"):
        above = node.getparent()
        if above is not None and name(above) == "FRBRWork" and node.get("name") in {"adoption", None, ""}:
            return read_date(node.get("date", ""))
    closing = masthead.closing.date
    return closing.date if closing is not None else None


def _issued(document: etree._Element, masthead: Masthead) -> datetime.date | None:
    if masthead.issued is not None and masthead.issued.date is not None:
        return masthead.issued.date
    node = find(document, "meta/identification/FRBRExpression/FRBRdate")
    return read_date(node.get("date", "")) if node is not None else None


def read_meta(document: etree._Element, identity: Identity, *, kept: bool) -> etree._Element:
    """The `meta` in this project's form, and, where `kept`, the file's classification, workflow, votes and the like."""
    job = next((text_of(n).strip() for n in every(document, "docketNumber")), "")
    meta = write_meta(identity, job)
    old = find(document, "meta")
    if old is None or not kept:
        return meta
    place = 1 + (find(meta, "publication") is not None)
    for block in [child for kind in RECORD for child in old if name(child) == kind]:
        repaired = _repaired(copy.deepcopy(block))
        if repaired is not None:
            repaired.tail = None
            meta.insert(place, repaired)
            place += 1
    _keep_dates(old, meta)
    return meta


def _keep_dates(old: etree._Element, meta: etree._Element) -> None:
    """Further dates of the Work, as that of a vote by mail."""
    work = find(meta, "identification/FRBRWork")
    first = find(work, "FRBRdate") if work is not None else None
    old_work = find(old, "identification/FRBRWork")
    if work is None or first is None or old_work is None:
        return
    for node in every(old_work, "FRBRdate"):
        if node.get("name") not in {"adoption", "draft", None} and read_date(node.get("date", "")) is not None:
            more = copy.deepcopy(node)
            more.tail = None
            first.addnext(more)


def _repaired(block: etree._Element) -> etree._Element | None:
    """A kept block with what the schema wants; None where nothing is left of it."""
    for node in list(block.iter("*")):
        kind = name(node)
        for attribute in _POINTERS:
            value = node.get(attribute)
            if value is not None and kind not in {"keyword"} and _NAME.fullmatch(value):
                node.set(attribute, f"#{value}")
        if kind == "keyword":
            node.set("showAs", node.get("showAs") or node.get("value") or "")
            node.set("dictionary", node.get("dictionary") or "")
            node.set("value", node.get("value") or "")
        elif kind == "step":
            node.set("date", node.get("date", "") if read_date(node.get("date", "")) else _NO_DATE)
            node.set("by", _agent(node.get("by") or ""))
        elif kind == "voting" and find(node, "quorum") is None and find(node, "count") is None:
            node.insert(0, etree.Element(f"{{{etree.QName(node).namespace}}}quorum", value=""))
    return block if len(block) else None


def _agent(value: str) -> str:
    """An agent's name as the schema takes it: a colon, which it would read as a scheme, is escaped."""
    return value if value.startswith("#") else value.replace(":", "%3A")


def component_meta(identity: Identity, component: str) -> etree._Element:
    """The `meta` of an annex or another component."""
    return element("meta", write_identification(identity.part(component)))


def organs(language: str) -> dict[str, tuple[str, str]]:
    """Every organ's id with its actor and its name in a language, else in English, for `references`."""
    words = lexicon().languages.get(language) or lexicon().languages.get("en")
    return {
        organ.id: (organ.actor, (words.organ_name(organ.id) if words is not None else "") or organ.id)
        for organ in lexicon().organs.values()
    }
