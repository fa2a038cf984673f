"""From the Presentation to the bytes of the PDF."""

from __future__ import annotations

from pathlib import Path

from engross.model.presentation import Presentation
from engross.model.style import Measures, Style, Width, load_style
from engross.writers.pdf import engine
from engross.writers.pdf.ligatures import joins_letters
from engross.writers.pdf.notes import set_notes
from engross.writers.pdf.pages import paginate, rooms
from engross.writers.pdf.setter import text_face
from engross.writers.pdf.setting import Setting
from engross.writers.pdf.sheet import Sheet, make_sheets
from engross.writers.pdf.title import first_baseline, set_document
from engross.writers.pdf.view import Viewer
from engross.writers.templating import environment

_TATWEEL = "\u0640"
"""The stretch that the Arabic masthead prints inside words, and that no name has."""


def print_pdf(presentation: Presentation, akn: bytes, style: Path) -> bytes:
    """See `engross.writers.pdf.write`."""
    with engine.without_collection():
        return _print(presentation, akn, style)


def _print(presentation: Presentation, akn: bytes, style: Path) -> bytes:
    from engross.writers.pdf import archive

    house = load_style(style)
    measures = measures_of(presentation, house)
    html = make_html(presentation, house, measures)
    css = make_css(presentation, house, measures)
    document = engine.render(html, css, style / "fonts")
    return archive.finish(document, presentation, akn)


def measures_of(presentation: Presentation, house: Style) -> Measures:
    """The measures that the document is printed with: its template in the edition of its time."""
    facts = presentation.facts
    issued = facts.issued or facts.adopted
    edition = house.edition(presentation.template, presentation.organ, facts.symbol, issued)
    return house.measures(edition, presentation.language)


def lay_out(presentation: Presentation, house: Style, measures: Measures) -> list[Sheet]:
    """Set the document and lay it on pages."""
    setter = Setting(presentation, house, measures)
    set_document(setter)
    notes = set_notes(setter)
    return make_sheets(setter, paginate(setter.rows, notes, *rooms(measures, first_baseline(setter))))


def make_html(presentation: Presentation, house: Style, measures: Measures) -> str:
    """The page template filled in."""
    sheets = lay_out(presentation, house, measures)
    viewer = Viewer(house, measures, presentation)
    views = viewer.view(sheets)
    return (
        environment(house.folder)
        .get_template("page/page.html")
        .render(
            sheets=views,
            kinds=viewer.kinds,
            language=presentation.language or "und",
            direction=presentation.direction,
            **_properties(presentation),
        )
    )


def _properties(presentation: Presentation) -> dict[str, str]:
    """What the file says of itself: title, author, subject, keywords, and the date of the document."""
    facts, cover = presentation.facts, presentation.cover
    date = facts.issued or facts.adopted
    author = ", ".join(name for name in (cover.organization, cover.issuing_body) if name)
    subject = " — ".join(word for word in (facts.symbol, presentation.words.get("unofficial", "")) if word)
    return {
        "title": f"{facts.symbol} {facts.title}".strip() or "-",
        "author": author.replace(_TATWEEL, ""),
        "subject": subject,
        "keywords": ", ".join(line.text for line in cover.block if line.text),
        "date": f"{date.isoformat()}T00:00:00Z" if date else "",
    }


def make_css(presentation: Presentation, house: Style, measures: Measures) -> str:
    """The style sheet of the page, from the measures."""
    from markupsafe import Markup

    language = presentation.language

    def names(width: Width) -> Markup:
        quoted = (name.replace("\\", "").replace('"', "") for name in house.families(width, language))
        return Markup(", ".join(f'"{name}"' for name in quoted))  # noqa: S704 — quoted for CSS, not for HTML

    return (
        environment(house.folder)
        .get_template("page/page.css")
        .render(
            page=measures.find("page"),
            masthead=measures.find("masthead"),
            mark=measures.find("body.mark"),
            notes_mark=measures.find("notes.mark"),
            link_colour=measures.find("body.link-colour"),
            wide=names(text_face(measures)),
            plain=names("plain"),
            ligatures="none" if house.spacing(language) and joins_letters(house, language) else "normal",
            start="right" if presentation.direction == "rtl" else "left",
        )
    )
