"""Invented resolutions in the coding of the files that the United Nations publishes, for the tests of the reader."""

from __future__ import annotations

_META = """<meta><identification source="#DGACM">
<FRBRWork><FRBRthis value="{iri}!main/"/><FRBRuri value="{iri}"/><FRBRdate date="2044-12-20" name="adoption"/>
<FRBRauthor href="ga" as="author"/><FRBRcountry value="un"/></FRBRWork>
<FRBRExpression><FRBRthis value="{iri}{language}@!main/"/><FRBRuri value="{iri}{language}@/"/>
<FRBRdate date="2044-12-27" name="publication"/><FRBRauthor href="ga" as="issuer"/>
<FRBRlanguage language="{language}"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="{iri}{language}@/!main.xml"/><FRBRuri value="{iri}{language}@.xml"/>
<FRBRdate date="2045-01-01" name="markup"/><FRBRauthor href="DGACM" as="editor"/></FRBRManifestation>
</identification>{kept}<presentation source="#un"><akn4un:footerFirstPage><akn4un:internalCode>
<docketNumber refersTo="#publicationJobNumber">44-12345 (E)</docketNumber></akn4un:internalCode>
</akn4un:footerFirstPage></presentation></meta>"""

COVER = """<coverPage eId="coverPage_1">
<p><span class="upperLeft"><docAuthority refersTo="#publisher">United Nations</docAuthority></span>
</p>
<p class="upperRight"><docNumber refersTo="#symbol">A/RES/99/998</docNumber></p>
<p class="upperLeft"><img src="logo-un.jpg"></img><docAuthority refersTo="#issuingBody" class="rightBig">General
 Assembly</docAuthority></p>
<p><docStatus refersTo="#generalDistribution" class="rightSmall">Distr.: General</docStatus></p>
<p><docDate date="2044-12-27" class="rightSmall" refersTo="#dateOfIssuance">27 December 2044</docDate></p>
<p><session refersTo="#generalAssembly" value="99" eId="coverPage_1__session_1">Ninety-ninth session</session></p>
<p><inline title="57 (b)" name="agenda item">Agenda item 57 (b)</inline></p>
<p><inline name="agenda item name"></inline></p>
<p><docTitle>Resolution adopted by the General Assembly on 20 December 2044</docTitle></p>
<p xml:space="preserve">
  <docProponent refersTo="#secondCommittee">[on the report of the Second Committee
 (<inline name="originating document">A/99/500, para. 9</inline>)]</docProponent></p>
</coverPage>
<preface><p><docNumber>99/998.</docNumber>
  <docTitle refersTo="#resolutionTitle"><span class="bold">	International Year of Footnotes</span></docTitle></p>
</preface>"""

PREAMBLE = """<preamble><formula name="enactingFormula" eId="formula_1"><p xml:space="preserve">
  <span class="italic">The General Assembly</span>,</p></formula>
<container name="Recalling" eId="container_2"><p xml:space="preserve">	<span class="italic">Recalling </span>its
 resolution
 <a href="https://undocs.org/en/A/RES/98/1">98/1</a>,<authorialNote marker="1" placement="bottom" eId="authorialNote_1">
<p xml:space="preserve">		See A/98/2.</p></authorialNote> </p></container></preamble>"""

CONCLUSIONS = """<conclusions eId="conclusions"><p>
  <inline name="adoptionMeeting" title="62nd">62nd plenary meeting</inline><eol />
  <docDate date="2044-12-20" refersTo="#adoptionDate">20 December 2044</docDate></p></conclusions>"""


def published(
    body: str = '<mainBody><paragraph eId="para_3" class="MercuryDocument"><num>1.</num><content>'
    '<p xml:space="preserve">	<span class="italic">Decides</span> to begin.</p></content></paragraph></mainBody>',
    *,
    cover: str = COVER,
    preamble: str = PREAMBLE,
    after: str = CONCLUSIONS,
    kept: str = "",
    language: str = "eng",
    name: str = "resolution",
) -> bytes:
    """A file as the United Nations codes it, with the given `mainBody` (and what stands around it) as mark-up."""
    meta = _META.format(iri="/akn/un/statement/deliberation/unga/2044-12-20/99-998/", language=language, kept=kept)
    return (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:akn4un="http://un.org/akn4un">\n'
        "<!--This is an unofficial copy-->"
        f'<statement name="{name}">{meta}{cover}{preamble}{body}{after}</statement></akomaNtoso>'
    ).encode()


def paragraphs(*items: str) -> str:
    """A `mainBody` of flat paragraphs; an item is the mark-up inside each `p`."""
    inner = "".join(
        f'<paragraph class="MercuryDocument"><content><p xml:space="preserve">	{item}</p></content></paragraph>'
        for item in items
    )
    return f"<mainBody>{inner}</mainBody>"
