"""IRIs and the meta block."""

from __future__ import annotations

import datetime

from engross.akn.identity import Identity
from engross.akn.metadata import complete_references, write_meta
from engross.akn.namespace import element, every
from engross.akn.schema import validate
from engross.akn.serialise import parse, to_bytes

IDENTITY = Identity(
    symbol="A/RES/99/998",
    number="99-998",
    short="99/998",
    organ="ga",
    actor="un-ga",
    organ_name="General Assembly",
    language="eng",
    adopted=datetime.date(2044, 12, 20),
    issued=datetime.date(2044, 12, 27),
)


def test_the_three_levels_have_the_guidelines_addresses() -> None:
    work = "/akn/un/statement/deliberation/un-ga/2044-12-20/99-998"
    assert IDENTITY.work == work
    assert IDENTITY.expression == f"{work}/eng@2044-12-27"
    assert IDENTITY.manifestation == f"{work}/eng@2044-12-27.xml"
    assert IDENTITY.part("annex_1").work_this == f"{work}/!annex_1"


def test_unknown_dates_are_the_placeholder() -> None:
    unknown = Identity("", "56-998", "56/998", "ga", "un-ga", "", "fra")
    assert unknown.work == "/akn/un/statement/deliberation/un-ga/0001-01-01/56-998"
    assert unknown.expression.endswith("/fra@")


def test_a_draft_is_dated_by_its_issue() -> None:
    draft = Identity("A/99/L.1", "A-99-L.1", "", "ga", "un-ga", "", "eng", "draftResolution", None, IDENTITY.issued)
    assert draft.work_date == "2044-12-27"


def whole() -> object:
    body = element("mainBody", element("alinea", element("content", element("p", "Text with <signs> & more."))))
    statement = element("statement", write_meta(IDENTITY, "44-12345 (E)"), body, name="resolution")
    complete_references(statement, {"ga": ("un-ga", "General Assembly")})
    return element("akomaNtoso", statement)


def test_every_local_reference_is_in_the_references_and_the_document_is_valid() -> None:
    root = whole()
    known = {node.get("eId") for references in every(root, "references") for node in references}
    assert {"ga", "author", "editor", "engross", "publicationJobNumber"} <= known
    assert validate(root) == ()


def test_the_same_tree_gives_the_same_bytes_and_reads_back() -> None:
    data = to_bytes(whole())
    assert data == to_bytes(whole())
    assert to_bytes(parse(data)) == data
    assert data.startswith(b"<?xml")
    assert data.endswith(b">\n")


def test_an_invalid_tree_is_complained_about() -> None:
    assert next(one.code for one in validate(element("akomaNtoso", element("statement")))) == "schema-invalid"
