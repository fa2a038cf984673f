"""From bytes to a parsed root: hardened, forgiving where mark-up is malformed, strict about what it is."""

from __future__ import annotations

import codecs
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
_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']""")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCE = re.compile("&#(?:x0*([0-9a-f]{1,6})|0*([0-9]{1,7}));", re.IGNORECASE)
_LOOSE = re.compile("&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#[xX][0-9a-fA-F]+);)")
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
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
            local = tag[match.end() :]
            node.tag = f"{{{AKN}}}{local if _NAME.fullmatch(local) else 'block'}"
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
        reason = " ".join(str(error).split(", line ", maxsplit=1)[0].split())
    root = _recovered(data)
    if root is None:
        raise Failure(f"the file is no well-formed XML: {reason}", place=Span(source, line=line), hint="mend it")
    message = f"The mark-up is malformed ({reason}); it was read as far as it goes."
    repairs.found.append(diagnose("akn-malformed", message, Span(source, line=line)))
    return root


def _recovered(data: bytes) -> etree._Element | None:
    """What a forgiving parser makes of the bytes, cleaned first of what it would hand on though XML forbids it."""
    text = _FORBIDDEN.sub("", data.decode(_codec(data), errors="replace"))
    text = _REFERENCE.sub(_allowed, _LOOSE.sub("&amp;", text))
    try:
        return etree.fromstring(text.encode(), _parser(recover=True, encoding="utf-8"))
    except (etree.XMLSyntaxError, ValueError):
        return None


def _codec(data: bytes) -> str:
    """The codec of the bytes by their mark or declaration; UTF-8 where neither names one that there is."""
    if data.startswith(_WIDE[:2]):
        return "utf-16"
    if data.startswith(_WIDE[2:]):
        return "utf-16-le" if data.startswith(_WIDE[2]) else "utf-16-be"
    declared = _ENCODING.match(data)
    try:
        codec = codecs.lookup(declared[1].decode()) if declared else None
        return codec.name if codec is not None and codec.decode(b" ")[0] == " " else "utf-8"
    except (LookupError, ValueError):
        return "utf-8"


def _allowed(reference: re.Match[str]) -> str:
    """A reference to a character as it stands, or U+FFFD for one to a character that XML forbids."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return "\ufffd" if code > 0x10FFFF or _FORBIDDEN.match(chr(code)) else reference[0]


def _parser(*, recover: bool, encoding: str | None = None) -> etree.XMLParser:
    return etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_pis=True,
        remove_comments=True,
        strip_cdata=True,
        recover=recover,
    )
