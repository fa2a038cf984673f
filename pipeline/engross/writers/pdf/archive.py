"""What makes the file last: PDF/A-3a and PDF/UA-1 in one, the Akoma Ntoso inside, the same bytes every time."""

from __future__ import annotations

import datetime
import hashlib
from typing import Any

from engross.model.presentation import Presentation
from engross.writers.pdf import engine, structure

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

_UNDATED = datetime.date(1970, 1, 1)
"""Stands for the date of the attached source where the document's dates are not known."""


def finish(document: Any, presentation: Presentation, akn: bytes) -> bytes:
    """The bytes of a rendered document, with `akn` attached as the source that it was made from."""
    facts = presentation.facts
    day = facts.issued or facts.adopted or _UNDATED
    moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    attachment = engine.weasyprint().Attachment(
        string=akn,
        name=f"{file_name(facts.symbol)}.akn.xml",
        description="Akoma Ntoso",
        created=moment,
        modified=moment,
        relationship="Source",
        url_fetcher=engine.fetch_nothing,
    )

    def complete(rendered: Any, pdf: Any) -> None:
        structure.rebuild(rendered, pdf)
        _identify(pdf)
        _list_sources_once(pdf)

    written: bytes = document.write_pdf(
        finisher=complete,
        pdf_tags=True,
        pdf_variant="pdf/a-3a",
        pdf_identifier=hashlib.sha256(akn).hexdigest()[:32].encode(),
        attachments=[attachment],
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
