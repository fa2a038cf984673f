"""HTML: one self-contained page, which needs no script and asks nothing of anyone."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from engross.lexicon import lexicon
from engross.model.manifestation import Manifestation
from engross.model.presentation import Block, Paragraph, Presentation
from engross.model.style import load_table
from engross.writers.templating import environment

_TEMPLATE = "web/resolution.html"


def write(
    presentation: Presentation,
    akn: bytes,  # noqa: ARG001 — every styled writer is given both
    style: Path,
    files: Sequence[Manifestation] = (),
) -> bytes:
    """The document as a page of HTML in UTF-8, made from the templates in the style's folder `web`.

    Ids are the eIds of the Akoma Ntoso, but that notes are `n1`, `n2`, … The page holds all text of the Presentation,
    in its order. It links to `files`, the other forms and languages that there are beside it.
    """
    return print_page(
        presentation,
        style,
        _TEMPLATE,
        files,
        css=_safe(sheet(style, "web/style.css")),
        script=_safe(program(style, "web/cite.js")),
    )


def print_page(
    presentation: Presentation, style: Path, template: str, files: Sequence[Manifestation] = (), **more: Any
) -> bytes:
    """The document printed by a template of the style; `more` are further values that the template asks for."""
    terms = words_of(presentation, style)
    text = (
        environment(style)
        .get_template(template)
        .render(
            page=presentation,
            terms=terms,
            files=files,
            heading=" ".join(part for part in (presentation.facts.symbol, presentation.facts.title) if part),
            facts=_facts(presentation, terms),
            citation=_citation(presentation, terms),
            linked_data=_safe(_linked_data(presentation)),
            stretches=stretches,
            note_place=_note_places(presentation),
            alone=True,
            **more,
        )
    )
    return text.encode("utf-8", "xmlcharrefreplace")


Numbered = tuple[tuple[Paragraph, int | None], ...]


def stretches(blocks: Iterable[Block]) -> Iterator[tuple[Numbered, Block | None]]:
    """Blocks in stretches: numbered paragraphs that follow each other make one list, every other block stands alone.

    A paragraph of a list comes with its ordinal value where that does not follow from the one before.
    """
    numbered: list[tuple[Paragraph, int | None]] = []
    due = 1
    for block in blocks:
        if isinstance(block, Paragraph) and block.label:
            number = _number(block.label)
            numbered.append((block, None if number == due else number))
            due = (due if number is None else number) + 1
            continue
        if numbered:
            yield tuple(numbered), None
            numbered, due = [], 1
        yield (), block
    if numbered:
        yield tuple(numbered), None


def _number(label: str) -> int | None:
    """The number that a label says in plain figures."""
    number = label.rstrip(".) -–\u00a0")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 6 else None


def _note_places(presentation: Presentation) -> Callable[[str], str]:
    """The number of a note by its eId: the third note has the id `n3`, and is called at `c3`."""
    places = {note.id: str(place) for place, note in enumerate(presentation.notes, 1)}
    return lambda note: places.get(note, f"_{note}")


@functools.lru_cache(maxsize=32)
def sheet(style: Path, *names: str) -> str:
    """Style sheets of a style in one, without what only their authors need: comments and blanks."""
    text = _COMMENT.sub("", "".join(_source(style, name) for name in names))
    pieces = _STRING.split(text)  # what stands between quotation marks, every second piece, stays as it is
    pieces[::2] = (_BLANKS.sub(r"\1", _BLANK.sub(" ", piece)) for piece in pieces[::2])
    return _PROPERTY.sub(r"\1", _CLOSING.sub("}", "".join(pieces))).strip()


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r"(\"[^\"\n]*\"|'[^'\n]*')")
_BLANK = re.compile(r"\s+")
_BLANKS = re.compile(r" ?([{};,>]) ?")
_CLOSING = re.compile(r";\}")
_PROPERTY = re.compile(r"([;{][\w-]+:) ")


@functools.lru_cache(maxsize=32)
def program(style: Path, name: str) -> str:
    """A script of a style without its indentation and its lines of comment."""
    lines = (line.strip() for line in _source(style, name).splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _source(style: Path, name: str) -> str:
    """A file of a style as it stands, of the official style where the style has none."""
    templates = environment(style)
    if templates.loader is None:
        return ""
    return templates.loader.get_source(templates, name)[0]


def _safe(text: str) -> Any:
    """Text of our own that is printed without escaping."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 — files of the style, and data escaped by _linked_data


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
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _organization(presentation: Presentation) -> dict[str, str]:
    body = next((line.text for line in presentation.cover.block if line.role == "subsidiary-body"), "")
    name = body or presentation.cover.issuing_body
    return {"@type": "GovernmentOrganization", "name": name} if name else {}
