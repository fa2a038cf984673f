"""Identifiers by the naming convention."""

from __future__ import annotations

from engross.akn.eid import assign_eids, printed_number
from engross.akn.namespace import element, every


def content(text: str = "") -> object:
    return element("content", element("p", text))


def test_identifiers_are_made_of_printed_numbers() -> None:
    point = element("point", element("num", "(a)"), content())
    paragraph = element("paragraph", element("num", "2."), element("list", element("intro", element("p")), point))
    body = element("mainBody", paragraph)
    assign_eids(element("statement", body))
    assert point.get("eId") == "para_2__list_1__point_a"
    assert body.get("eId") == "body"


def test_without_number_the_ordinal_counts() -> None:
    body = element("mainBody", element("alinea", content()), element("alinea", content()))
    assign_eids(element("statement", body))
    assert [node.get("eId") for node in every(body, "alinea")] == ["al_1", "al_2"]


def test_a_number_that_comes_twice_is_told_apart() -> None:
    body = element("mainBody", *(element("paragraph", element("num", "1."), content()) for _ in range(2)))
    assign_eids(element("statement", body))
    assert [node.get("eId") for node in every(body, "paragraph")] == ["para_1", "para_1-2"]


def test_annexes_prefix_what_they_hold() -> None:
    inner = element("paragraph", element("num", "1."), content())
    attachment = element("attachment", element("doc", element("mainBody", inner), name="annex"))
    assign_eids(element("statement", element("attachments", attachment)))
    assert inner.get("eId") == "att_1__para_1"


def test_what_is_left_of_a_printed_number() -> None:
    assert [printed_number(one) for one in ("2.", "(a)", "1 -", "a)", "•", "IV.")] == ["2", "a", "1", "a", "", "IV"]


def test_old_identifiers_are_replaced() -> None:
    body = element("mainBody", element("alinea", content(), eId="para_86"), eId="x")
    assign_eids(element("statement", body))
    assert body[0].get("eId") == "al_1"
