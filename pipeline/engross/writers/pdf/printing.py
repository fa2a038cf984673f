"""From the Presentation to the bytes of the PDF."""

from __future__ import annotations

from pathlib import Path

from engross.model.presentation import Presentation
from engross.model.style import Measures, Style, Width, load_style
from engross.writers.pdf import engine
from engross.writers.pdf.faces import REGULAR, Faces
from engross.writers.pdf.lines import Line, Run
from engross.writers.pdf.notes import set_notes
from engross.writers.pdf.pages import paginate, rooms
from engross.writers.pdf.setting import Setter, text_face
from engross.writers.pdf.sheet import Block, Sheet, make_sheets
from engross.writers.pdf.title import first_baseline, set_document
from engross.writers.templating import environment


def print_pdf(presentation: Presentation, akn: bytes, style: Path) -> bytes:
    """See `engross.writers.pdf.write`."""
    from engross.writers.pdf import archive

    house = load_style(style)
    measures = measures_of(presentation, house)
    html = make_html(presentation, house, measures)
    css = make_css(presentation, house, measures)
    fonts = style / "fonts"
    configuration = engine.font_configuration(fonts)
    document = (
        engine.weasyprint()
        .HTML(string=html, url_fetcher=engine.fetch_nothing)
        .render(
            font_config=configuration,
            stylesheets=[engine.stylesheet(css, fonts)],
            pdf_tags=True,
            pdf_variant="pdf/a-3a",
        )
    )
    return archive.finish(document, presentation, akn)


def measures_of(presentation: Presentation, house: Style) -> Measures:
    """The measures that the document is printed with: its template in the edition of its time."""
    facts = presentation.facts
    issued = facts.issued or facts.adopted
    edition = house.edition(presentation.template, presentation.organ, facts.symbol, issued)
    return house.measures(edition, presentation.language)


def lay_out(presentation: Presentation, house: Style, measures: Measures) -> list[Sheet]:
    """Set the document and lay it on pages."""
    setter = Setter(presentation, house, measures)
    set_document(setter)
    notes = set_notes(setter)
    return make_sheets(setter, paginate(setter.rows, notes, *rooms(measures, first_baseline(setter))))


def make_html(presentation: Presentation, house: Style, measures: Measures) -> str:
    """The page template filled in."""
    sheets = lay_out(presentation, house, measures)
    facts = presentation.facts
    mirror = _Mirror(house, measures, presentation)
    date = facts.issued or facts.adopted
    return (
        environment(house.folder)
        .get_template("page/page.html")
        .render(
            sheets=sheets,
            facts=facts,
            title=f"{facts.symbol} {facts.title}".strip() or "-",
            keywords=", ".join((facts.session, *facts.agenda) if facts.session else facts.agenda),
            date=f"{date.isoformat()}T00:00:00Z" if date else "",
            direction=presentation.direction,
            edge=mirror.edge,
            stand=mirror.stand,
            spread=_spread,
            loop_id=_Numbers(),
        )
    )


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
            ligatures="none" if house.spacing(language) else "normal",
            start="right" if presentation.direction == "rtl" else "left",
        )
    )


class _Mirror:
    """Turns places into CSS, from the other side in a right-to-left document."""

    def __init__(self, house: Style, measures: Measures, presentation: Presentation) -> None:
        self.width, self.mirrored = measures.length("page.width"), presentation.direction == "rtl"
        language = presentation.language
        widths: dict[str, Width] = {"wide": text_face(measures), "plain": "plain"}
        self.rise = {name: Faces(house, width, language).stack(REGULAR).faces[0].rise for name, width in widths.items()}

    def edge(self, x: float, end: bool) -> str:
        """CSS for an edge that text starts from (or ends at)."""
        side = "right" if end != self.mirrored else "left"
        return f"{side}:{_points(self.width - x if end else x)}"

    def stand(self, block: Block) -> str:
        """CSS for the place, width, size and line height of a block.

        A line's baseline is half its height and `rise` ems below its top.
        """
        strand = block.strand
        drop = strand.pitch / 2 + self.rise["plain" if strand.css == "plain" else "wide"] * strand.size
        align = "right" if strand.end != self.mirrored else "left"
        return (
            f"{self.edge(strand.x, strand.end)};top:{_points(block.baseline - drop)};"
            f"width:{_points(strand.width)};font-size:{_points(strand.size)};line-height:{_points(strand.pitch)};"
            f"letter-spacing:{_points(strand.spacing)};text-align:{align}"
        )


def _points(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") + "pt"


def _spread(block: Block, line: Line) -> str:
    """CSS for a line's indent and spacing."""
    parts = []
    if line.indent:
        parts.append(f"padding-inline-start:{_points(line.indent)}")
    if line.word_spacing:
        parts.append(f"word-spacing:{line.word_spacing:.4f}pt")
    if line.letter_spacing:
        parts.append(f"letter-spacing:{_points(block.strand.spacing + line.letter_spacing)}")
    if line.hang and block.strand.end:
        parts.append(f"margin-inline-end:{_points(-line.hang)}")
    return ";".join(parts)


class _Numbers:
    """Gives every run of a document its number, so that the parts of one link stay one link."""

    def __init__(self) -> None:
        self.known: dict[int, int] = {}

    def __call__(self, run: Run) -> int:
        return self.known.setdefault(id(run), len(self.known))
