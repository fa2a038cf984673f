"""From bytes to a parsed root: hardened, forgiving where mark-up is malformed, strict about what it is."""

from __future__ import annotations

import re

from lxml import etree

from engross.akn.namespace import AKN
from engross.model.diagnostic import diagnose
from engross.model.failure import Failure
from engross.model.span import Span
from engross.readers.akn.repairs import Repairs

_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_DRAFT = re.compile(r"\{http://(?:docs\.oasis-open\.org/legaldocml/ns/akn|www\.akomantoso\.org)/[^}]*\}|^(?!\{)")
_DEEPEST = 80
_ROOTS = frozenset({"akomaNtoso", "statement", "documentCollection"})


def open_document(data: bytes, source: str, repairs: Repairs) -> etree._Element:
    """The root of the file, its elements in the namespace of the standard.

    Raises Failure for a document type declaration (it can name entities and other files), for bytes that no
    parser can make anything of, for a root that is not Akoma Ntoso, and for mark-up nested beyond all use.
    """
    _refuse_doctype(data, source)
    root = _parse(data, source, repairs)
    for node in root.iter("*"):
        tag = str(node.tag)
        if not tag.startswith(f"{{{AKN}}}") and (match := _DRAFT.match(tag)):
            node.tag = f"{{{AKN}}}{tag[match.end() :]}"
    local = etree.QName(root).localname
    if etree.QName(root).namespace != AKN or local not in _ROOTS:
        raise Failure(
            f"this is XML, but no Akoma Ntoso: its root is {local}",
            place=Span(source, line=root.sourceline),
            hint="the root of Akoma Ntoso is akomaNtoso",
        )
    _refuse_depth(root, source)
    return root


def _refuse_depth(root: etree._Element, source: str) -> None:
    depth = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise Failure(
                f"the mark-up is nested more than {_DEEPEST} deep",
                place=Span(source, line=node.sourceline),
                hint="no resolution needs that; is it the right file?",
            )


def _refuse_doctype(data: bytes, source: str) -> None:
    plain = data.replace(b"\x00", b"") if data.startswith(_WIDE) else data
    if _DOCTYPE.search(plain):
        raise Failure(
            "the file has a document type declaration, which Akoma Ntoso has no use for",
            place=Span(source),
            hint="take the line <!DOCTYPE …> out",
        )


def _parse(data: bytes, source: str, repairs: Repairs) -> etree._Element:
    try:
        return etree.fromstring(data, _parser(recover=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        line = error.lineno if isinstance(error, etree.XMLSyntaxError) else None
        reason = str(error).split(", line ", maxsplit=1)[0]
    root = _recovered(data)
    if root is None:
        raise Failure(f"the file is no well-formed XML: {reason}", place=Span(source, line=line), hint="mend it")
    message = f"The mark-up is malformed ({reason}); it was read as far as it goes."
    repairs.found.append(diagnose("akn-malformed", message, Span(source, line=line)))
    return root


def _recovered(data: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(data, _parser(recover=True))
    except (etree.XMLSyntaxError, ValueError):
        return None


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_pis=True,
        remove_comments=True,
        strip_cdata=True,
        recover=recover,
    )
