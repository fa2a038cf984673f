"""What stands in the place of WeasyPrint's own functions does what they do, only faster.

These tests tell where a new WeasyPrint or Pango works otherwise than `words` and `styles` take it to.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from typing import Any

import pytest

from engross.model.presentation import Presentation
from engross.model.style import load_style
from engross.resources import templates
from engross.writers.pdf import engine, words
from engross.writers.pdf.printing import make_css, make_html, measures_of
from tests.writers.resolutions import LANGUAGES, resolution

STYLE = templates() / "un"
SHAPES = re.compile("<([0-9a-f]*)>|(-?[0-9.e-]+)")


def render(presentation: Presentation) -> Any:
    house = load_style(STYLE)
    measures = measures_of(presentation, house)
    css = make_css(presentation, house, measures)
    return engine.render(make_html(presentation, house, measures), css, STYLE / "fonts")


def render_html(body: str, css: str = "") -> Any:
    page = f'<!DOCTYPE html><html lang="en" dir="ltr"><head><title>Footnotes</title></head><body>{body}</body></html>'
    return engine.render(page, f'body {{ font: 10pt "Tinos" }} {css}', STYLE / "fonts")


def boxes(box: Any) -> Iterator[Any]:
    box = getattr(box, "_box", box)
    yield box
    for child in getattr(box, "children", ()):
        yield from boxes(child)


def places(document: Any) -> list[tuple[Any, ...]]:
    """All boxes of a document with their places, and the text of those that have some."""
    return [
        (
            type(box).__name__, getattr(box, "text", ""),
            *(round(value, 6) for value in (box.position_x, box.position_y, box.width, box.height)),
            *(round(float(box.style[name]), 6) for name in ("font_size", "word_spacing")),
        )
        for page in document.pages
        for box in boxes(page._page_box)
    ]  # fmt: skip


class Sheet:
    """A page that writes down where glyphs are drawn: x in thousandths of an em, with the widths of the fonts."""

    def __init__(self, stream: Any) -> None:
        self._stream, self.shown, self.font = stream, "", None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def set_font_size(self, font: str, size: float) -> None:
        self.font = (font, size)

    def set_text_matrix(self, *_: float) -> None:
        pass

    def show_text(self, text: str) -> None:
        self.shown += text

    def glyphs(self, widths: dict[int, int]) -> list[tuple[int, float]]:
        x, found = 0.0, []
        for shapes, distance in SHAPES.findall(self.shown):
            for number in re.findall("....", shapes):
                found.append((int(number, 16), x))
                x += widths[int(number, 16)]
            x -= float(distance or 0)
        return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_box_stands_where_weasyprint_puts_it(language: str) -> None:
    with engine.bare():
        expected = places(render(resolution(language)))
    assert places(render(resolution(language))) == expected


@pytest.mark.parametrize("language", ["en", "ru"])
def test_glyphs_stand_where_pango_puts_them(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = words.draw_first_line
    drawn: list[tuple[list[Any], list[Any]]] = []

    def draw_both(stream: Any, textbox: Any, overflow: str, ellipsis: str, matrix: Any) -> list[Any]:
        line = textbox.pango_layout
        if isinstance(line, words.Line) and line.text.strip():
            sheets = Sheet(stream), Sheet(stream)
            ours(sheets[0], textbox, overflow, ellipsis, matrix)
            textbox.pango_layout = words._THEIRS["lay_out"](line.text, textbox.style, None, None, 0)
            words._THEIRS["draw"](sheets[1], textbox, overflow, ellipsis, matrix)
            textbox.pango_layout = line
            assert sheets[0].font == sheets[1].font
            widths = stream.add_font(line.kind.font)[0].widths
            drawn.append((sheets[0].glyphs(widths), sheets[1].glyphs(widths)))
        return ours(stream, textbox, overflow, ellipsis, matrix)  # type: ignore[no-any-return]

    document = render(resolution(language))
    from weasyprint.draw import text

    monkeypatch.setattr(text, "draw_first_line", draw_both)
    document.write_pdf()
    assert len(drawn) > 20
    for found, expected in drawn:
        assert [number for number, _ in found] == [number for number, _ in expected]
        assert [x for _, x in found] == pytest.approx([x for _, x in expected], abs=0.01)


@pytest.mark.parametrize(
    "style",
    ["letter-spacing:.2pt", "letter-spacing:-.1pt;word-spacing:1.3pt", "word-spacing:-.4pt", "word-spacing:1.5px",
     "letter-spacing:1px;word-spacing:2px", "font-variant-caps:small-caps;word-spacing:1pt",
     "letter-spacing:.2pt;direction:rtl"],
)  # fmt: skip
@pytest.mark.parametrize(
    "text", ["AVA To “7.”\u00a0Ya", " a ", "\u00a0b", "c\u00a0", "\u00a0", "d", "AV-AV (e)", "Ёлка Га", "年 f"]
)
def test_words_are_as_wide_as_lines(text: str, style: str) -> None:
    body = f'<p style="position:absolute;white-space:pre;{style}">{text}</p>'
    with engine.bare():
        expected = places(render_html(body))
    assert places(render_html(body)) == expected


@pytest.mark.parametrize(
    "css",
    ["white-space:pre-wrap;width:30pt", "text-decoration:underline", "text-align:justify;width:90pt",
     "white-space:pre;text-overflow:ellipsis;overflow:hidden;width:30pt"],
)  # fmt: skip
def test_what_words_do_not_take_is_left_to_weasyprint(css: str) -> None:
    body = "<p>One note two notes\tthree notes four</p>"
    with engine.bare():
        theirs = render_html(body, f"p {{ {css} }}")
        expected = places(theirs), theirs.write_pdf()
    ours = render_html(body, f"p {{ {css} }}")
    assert places(ours) == expected[0]
    assert len(ours.write_pdf()) > 0


def test_styles_that_inherit_different_spacing_are_not_confused() -> None:
    line = '<p style="word-spacing:{0}pt;padding-inline-start:{0}pt"><span class="a">a b<i class="a">c d</i></span></p>'
    body = (
        "".join(line.format(number) for number in (1, 2, 2, 3, 0, 1))
        + '<p class="b">a b</p><p class="b" style="width:1in">c</p>'
    )
    css = ".a { font-size: 11pt; margin-left: 1em } .b { width: 2in; word-spacing: .5em; margin: 3% }"
    with engine.bare():
        expected = places(render_html(body, css))
    assert places(render_html(body, css)) == expected


def test_the_same_bytes_come_after_other_documents() -> None:
    first = render(resolution("en")).write_pdf(pdf_identifier=b"1")
    for language in ("ru", "zh", "fr"):
        render(resolution(language)).write_pdf()
    assert render(resolution("en")).write_pdf(pdf_identifier=b"1") == first


def test_garbage_is_collected_again_after_a_document() -> None:
    with engine.without_collection():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="footnote"), engine.without_collection():
        raise ValueError("footnote")
    assert gc.isenabled()
