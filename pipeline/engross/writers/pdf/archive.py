"""What makes the file last: PDF/A-3a and PDF/UA-1 in one, the Akoma Ntoso inside, the same bytes every time."""

from __future__ import annotations

import datetime
import hashlib
import re
import zlib
from typing import Any

from engross.model.presentation import Presentation
from engross.writers.pdf import engine, structure
from engross.writers.pdf.letters import letters_of, map_letters

_UA = (
    b'<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1" />'
    b'<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    b' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    b' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">'
    b'<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    b"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    b'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    b"<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    b"<pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>Part of PDF/UA that the file meets</pdfaProperty:description>"
    b"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
"""The PDF/UA identifier and the description of its schema, which PDF/A asks for (ISO 19005-3, 6.6.2.3)."""

_TRIES = 8

_LEVEL = 6
"""How hard streams are packed: 9 takes three times as long for 2 % less."""

_UNMAPPED = re.compile(rb"^<[0-9a-f]+> <>$")

_UNDATED = datetime.date(1970, 1, 1)
"""Stands for the date of the attached source where the document's dates are not known."""


def finish(document: Any, presentation: Presentation, akn: bytes) -> bytes:
    """The bytes of a rendered document, with `akn` attached as the source that it was made from."""
    for spare in range(_TRIES):
        written = _write(document, presentation, akn, spare)
        if b"\r\nendstream" not in written:
            break
    return written


def _attach(presentation: Presentation, akn: bytes) -> Any:
    """The source as an attachment, dated as the document is."""
    facts = presentation.facts
    moment = datetime.datetime.combine(facts.issued or facts.adopted or _UNDATED, datetime.time(), datetime.UTC)
    return engine.weasyprint().Attachment(
        string=akn,
        name=f"{file_name(facts.symbol)}.akn.xml",
        description="Akoma Ntoso",
        created=moment,
        modified=moment,
        relationship="Source",
        url_fetcher=engine.fetch_nothing,
    )


def _write(document: Any, presentation: Presentation, akn: bytes, spare: int) -> bytes:
    """The bytes, with so many empty objects more than needed: what stands in the streams that pydyf adds at the
    end changes with them.
    """

    def complete(rendered: Any, pdf: Any) -> None:
        import pydyf

        structure.rebuild(rendered, pdf)
        _identify(pdf)
        _list_sources_once(pdf)
        _map_letters(pdf, rendered)
        _map_all_glyphs(pdf)
        _pack(pdf)
        for _ in range(spare):
            pdf.add_object(pydyf.Dictionary())

    written: bytes = document.write_pdf(
        finisher=complete,
        pdf_tags=True,
        pdf_variant="pdf/a-3a",
        pdf_identifier=hashlib.sha256(akn).hexdigest()[:32].encode(),
        attachments=[_attach(presentation, akn)],
    )
    return written


def file_name(symbol: str) -> str:
    """The symbol as a file name: `A_RES_60_212`."""
    return "".join(c if c.isalnum() or c in ".-" else "_" for c in symbol).strip("_") or "document"


def _identify(pdf: Any) -> None:
    """Name PDF/UA-1 beside PDF/A in the metadata, which stays readable without unpacking."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.compress = False
    metadata.stream[0] = metadata.stream[0].replace(b"</rdf:RDF>", _UA + b"</rdf:RDF>", 1)


def _list_sources_once(pdf: Any) -> None:
    """WeasyPrint lists an attachment among the associated files twice."""
    import pydyf

    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


def _map_letters(pdf: Any, document: Any) -> None:
    """Let the glyphs of right-to-left type stand for their own characters in every place."""
    letters = letters_of(document)
    for entry in list(pdf.objects) if letters else ():
        if isinstance(entry, dict) and entry.get("Subtype") == "/Type0" and entry.get("BaseFont") in letters:
            map_letters(pdf.objects[int(entry["ToUnicode"].split()[0])], letters[entry["BaseFont"]])


def _map_all_glyphs(pdf: Any) -> None:
    """Give glyphs without a character of their own (parts of an Arabic letter) the zero-width joiner: every
    glyph must be mapped to some character (ISO 14289-1, 7.21.7), and this one changes no word.
    """
    for entry in _streams(pdf):
        items = entry.stream
        if b"begincmap" in items:
            entry.stream = [
                item.replace(b"<>", b"<200d>") if isinstance(item, bytes) and _UNMAPPED.match(item) else item
                for item in items
            ]


def _pack(pdf: Any) -> None:
    """Compress every stream once, so that none ends with a carriage return: with the line feed before
    `endstream` it would count as one line end, and the stream as one byte too long (ISO 19005-3, 6.1.7.1).

    pydyf would compress twice, for the file's identifier and for the file.
    """
    for entry in _streams(pdf):
        if not entry.compress:
            continue
        entry.compress = False
        content = entry.data.partition(b"stream\n")[2].removesuffix(b"\nendstream")
        packed = zlib.compress(content, _LEVEL)
        while packed.endswith(b"\r"):
            content += b"\n"
            packed = zlib.compress(content, _LEVEL)
        entry.stream = [packed]
        entry.extra["Filter"] = "/FlateDecode"


def _streams(pdf: Any) -> list[Any]:
    import pydyf

    return [entry for entry in pdf.objects if isinstance(entry, pydyf.Stream)]
