"""HTML: one self-contained page, without script and without a request to anywhere."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from engross.lexicon import lexicon
from engross.model.presentation import Block, Presentation
from engross.model.style import load_table
from engross.writers.templating import environment

_TEMPLATE = "web/resolution.html"


def write(presentation: Presentation, akn: bytes, style: Path) -> bytes:  # noqa: ARG001 — every styled writer is given both
    """The document as a page of HTML in UTF-8, made from the templates in the style's folder `web`.

    Ids are the eIds of the Akoma Ntoso. The page holds all text of the Presentation, in its order.
    """
    return print_page(presentation, style, _TEMPLATE)


def print_page(presentation: Presentation, style: Path, template: str, **more: Any) -> bytes:
    """The document printed by a template of the style; `more` are further values that the template asks for."""
    from markupsafe import Markup

    terms = words_of(presentation, style)
    text = (
        environment(style)
        .get_template(template)
        .render(
            page=presentation,
            terms=terms,
            heading=" ".join(part for part in (presentation.facts.symbol, presentation.facts.title) if part),
            facts=_facts(presentation, terms),
            citation=_citation(presentation, terms),
            linked_data=Markup(_linked_data(presentation)),  # noqa: S704 — escaped for a data block by _linked_data
            stretches=_stretches,
            value=_value,
            **more,
        )
    )
    return text.encode("utf-8", "xmlcharrefreplace")


def _stretches(blocks: Iterable[Block]) -> Iterator[tuple[bool, list[Block]]]:
    """Blocks in stretches: numbered paragraphs that follow each other make one list."""
    for numbered, stretch in itertools.groupby(blocks, lambda b: b.kind == "paragraph" and bool(b.label)):
        yield numbered, list(stretch)


def _value(label: str) -> str:
    """The ordinal value of a list item whose label is a number, as an attribute."""
    from markupsafe import Markup

    number = label.rstrip(".) -–\u00a0")
    plain = number.isascii() and number.isdigit() and len(number) < 6
    return Markup(f' value="{int(number)}"') if plain else Markup("")  # noqa: S704 — digits only


def words_of(presentation: Presentation, style: Path) -> dict[str, str]:
    """The page's own words in the document's language, English where the style has none for it."""
    words = load_table(style, "web/words.toml")
    given: dict[str, str] = words.get("en", {}) | words.get(presentation.language, {})
    known = presentation.words
    return given | {
        "notes": known.get("notes", ""),
        "missing_note": known.get("missing_note", ""),
        "unofficial": known.get("unofficial", ""),
    }


def _facts(presentation: Presentation, terms: dict[str, str]) -> list[tuple[str, str, str]]:
    """The facts at the foot of the page: their name, their value, and an address where there is one."""
    facts = presentation.facts
    language = lexicon().languages.get(presentation.language)
    dates = [
        (name, language.date(date) if language is not None else date.isoformat())
        for name, date in (("adopted", facts.adopted), ("issued", facts.issued))
        if date is not None
    ]
    session = next((line.text for line in presentation.cover.block if line.role == "session"), "")
    rows = [
        ("symbol", facts.symbol, ""),
        *((name, text, "") for name, text in dates),
        ("session", session, ""),
        ("job_number", facts.job_number, ""),
        ("source", facts.address, facts.address),
    ]
    return [(terms[name], value, address) for name, value, address in rows if value]


def _citation(presentation: Presentation, terms: dict[str, str]) -> str:
    """How the document is cited in running text: "General Assembly resolution 60/212"; else its symbol."""
    facts = presentation.facts
    form = terms.get(f"cite_{facts.organ}", "")
    symbol = lexicon().parse_symbol(facts.symbol) if form and facts.kind == "resolution" else None
    known = lexicon().languages.get(presentation.language)
    if symbol is None or known is None or symbol.kind != "resolution":
        return facts.symbol
    return form.replace("{short}", known.short(symbol))


def _linked_data(presentation: Presentation) -> str:
    """The document's facts as JSON-LD in the vocabulary of schema.org; no character can end the data block."""
    facts = presentation.facts
    data = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "name": facts.title,
        "legislationIdentifier": facts.symbol,
        "legislationType": facts.kind,
        "inLanguage": presentation.language,
        "legislationDate": facts.adopted.isoformat() if facts.adopted else "",
        "datePublished": facts.issued.isoformat() if facts.issued else "",
        "legislationPassedBy": _organization(presentation),
        "url": facts.address,
        "sameAs": facts.work_iri,
    }
    kept = {key: value for key, value in data.items() if value}
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _organization(presentation: Presentation) -> dict[str, str]:
    body = next((line.text for line in presentation.cover.block if line.role == "subsidiary-body"), "")
    name = body or presentation.cover.issuing_body
    return {"@type": "GovernmentOrganization", "name": name} if name else {}
