"""Invented resolutions as Akoma Ntoso, in this project's form, for the tests of presentation."""

from __future__ import annotations

from lxml import etree

from engross.akn.eid import assign_eids
from engross.akn.serialise import parse

_META = """<meta><identification source="#engross">
<FRBRWork><FRBRthis value="{iri}/!main"/><FRBRuri value="{iri}"/><FRBRalias value="{symbol}" name="symbol"/>
<FRBRdate date="{adopted}" name="adoption"/><FRBRauthor href="#{organ}"/><FRBRcountry value="un"/></FRBRWork>
<FRBRExpression><FRBRthis value="{iri}/{language}@/!main"/><FRBRuri value="{iri}/{language}@"/>
<FRBRdate date="2044-12-27" name="publication"/><FRBRauthor href="#{organ}" as="#author"/>
<FRBRlanguage language="{language}"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="{iri}/{language}@/!main.xml"/><FRBRuri value="{iri}/{language}@.xml"/>
<FRBRdate date="2044-12-27" name="markup"/><FRBRauthor href="#engross" as="#editor"/></FRBRManifestation>
</identification></meta>"""


def statement(
    body: str = "<paragraph><content><p>Decides.</p></content></paragraph>",
    *,
    cover: str = "",
    preface: str = "",
    preamble: str = "",
    after: str = "",
    beside: str = "",
    language: str = "eng",
    symbol: str = "A/RES/99/998",
    organ: str = "ga",
    iri: str = "/akn/un/statement/deliberation/un-ga/2044-12-20/99-998",
    adopted: str = "2044-12-20",
    name: str = "resolution",
) -> etree._Element:
    """A resolution with the given parts, each as mark-up; its eIds are made."""
    meta = _META.format(iri=iri, symbol=symbol, adopted=adopted, organ=organ, language=language)
    parts = [meta, f"<coverPage>{cover or '<p/>'}</coverPage>"]
    parts += [f"<preface>{preface}</preface>"] if preface else []
    parts += [f"<preamble>{preamble}</preamble>"] if preamble else []
    parts.append(f"<mainBody>{body}</mainBody>{after}")
    source = (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
        f'<statement name="{name}">{"".join(parts)}</statement>{beside}</akomaNtoso>'
    )
    root = parse(source.encode())
    assign_eids(root[0])
    return root


def note(marker: str = "1", text: str = "See A/99/1.", more: str = "") -> str:
    """A note as mark-up."""
    return f'<authorialNote marker="{marker}" placement="bottom" {more}><p>{text}</p></authorialNote>'


def titled(adoption: str) -> str:
    """A cover with an adoption title."""
    return f'<p><docTitle refersTo="#adoption">{adoption}</docTitle></p>'
