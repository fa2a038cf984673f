"""The `meta` block: identification on three levels, publication, and the references that the text uses."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

from lxml import etree

from engross.akn.identity import Identity
from engross.akn.namespace import AKN4UN, append, element, every, find

_EIDS = etree.XPath("descendant-or-self::*/@eId", smart_strings=False)
_POINTED = etree.XPath(
    "descendant-or-self::*/@*[name()='refersTo' or name()='as' or name()='by' or name()='source' or name()='outcome']",
    smart_strings=False,
)


def write_meta(identity: Identity, job_number: str = "") -> etree._Element:
    """The `meta` of a document, without its `references`, which `complete_references` adds at the end.

    A job number is written where the published files have it: in `presentation`, as an `akn4un:internalCode`.
    """
    meta = element("meta", write_identification(identity))
    if identity.component == "main" and identity.issued is not None:
        meta.append(
            element(
                "publication",
                date=identity.expression_date,
                name=identity.name,
                showAs=identity.symbol,
                number=identity.short,
            )
        )
    if job_number:
        code = etree.Element(f"{{{AKN4UN}}}internalCode", nsmap={"akn4un": AKN4UN})
        code.append(element("docketNumber", job_number, refersTo="#publicationJobNumber"))
        foot = etree.Element(f"{{{AKN4UN}}}footerFirstPage", nsmap={"akn4un": AKN4UN})
        foot.append(code)
        meta.append(element("presentation", foot, source="#engross"))
    return meta


def write_identification(identity: Identity) -> etree._Element:
    """The `identification` of a document or of one of its components.

    The element order is the schema's. `FRBRdate` of the manifestation repeats the expression's: the file says
    when its text was issued, never when a program ran, so that the same source gives the same bytes.
    """
    work = element(
        "FRBRWork",
        element("FRBRthis", value=identity.work_this),
        element("FRBRuri", value=identity.work),
        element("FRBRalias", value=identity.symbol, name="symbol") if identity.symbol else None,
        element("FRBRdate", date=identity.work_date, name="draft" if "draft" in identity.name else "adoption"),
        element("FRBRauthor", href=f"#{identity.organ}", as_="#author"),
        element("FRBRcountry", value="un"),
        element("FRBRsubtype", value="deliberation"),
        element("FRBRnumber", value=identity.number, showAs=identity.short) if identity.number else None,
    )
    expression = element(
        "FRBRExpression",
        element("FRBRthis", value=identity.expression_this),
        element("FRBRuri", value=identity.expression),
        element("FRBRdate", date=identity.expression_date, name="publication"),
        element("FRBRauthor", href=f"#{identity.organ}", as_="#author"),
        element("FRBRlanguage", language=identity.language),
    )
    manifestation = element(
        "FRBRManifestation",
        element("FRBRthis", value=identity.manifestation_this),
        element("FRBRuri", value=identity.manifestation),
        element("FRBRdate", date=identity.expression_date, name="markup"),
        element("FRBRauthor", href="#engross", as_="#editor"),
        element("FRBRformat", value="xml"),
    )
    return element("identification", work, expression, manifestation, source="#engross")


@functools.cache
def _concepts() -> dict[str, dict[str, str]]:
    text = resources.files("engross.akn").joinpath("references.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def complete_references(document: etree._Element, organs: dict[str, tuple[str, str]]) -> None:
    """Writes `references` into the document's `meta`: one entry for every local name that the tree points to.

    `document` is the `statement` or `documentCollection`; `organs` maps ids (`ga`) to their actor (`un-ga`) and
    printed name. What `references.toml` does not know is written as a concept under its own name, so that no
    local reference ever dangles.
    """
    meta = find(document, "meta")
    if meta is None:
        return
    eids = set(_EIDS(document))
    used = {value[1:] for value in _POINTED(document) if value.startswith("#") and value[1:] not in eids}
    for author in every(document, "FRBRauthor"):
        used.add((author.get("href") or "").removeprefix("#"))
    references = element("references", source="#engross")
    for eid in sorted(used - {""}):
        append(references, _reference(eid, organs))
    for old in every(meta, "references"):
        old.getparent().remove(old)  # type: ignore[union-attr] # meta is above it
    _place(meta, references)


def _reference(eid: str, organs: dict[str, tuple[str, str]]) -> etree._Element:
    if eid in organs:
        actor, name = organs[eid]
        return element("TLCOrganization", eId=eid, href=f"/akn/ontology/organization/un/{actor}", showAs=name)
    entry = _concepts().get(eid, {"class": "Concept", "show": eid})
    kind = entry["class"]
    return element(
        f"TLC{kind}",
        eId=eid,
        href=f"/akn/ontology/{kind.lower()}/un/{entry.get('path', eid)}",
        showAs=entry["show"],
    )


_AFTER_REFERENCES = ("notes", "proprietary", "presentation")


def _place(meta: etree._Element, references: etree._Element) -> None:
    """Puts `references` where the schema's order wants it."""
    for position, child in enumerate(meta):
        if isinstance(child.tag, str) and etree.QName(child).localname in _AFTER_REFERENCES:
            meta.insert(position, references)
            return
    meta.append(references)
