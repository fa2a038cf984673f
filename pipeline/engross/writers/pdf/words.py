"""Lines of text put together from words: what WeasyPrint asks Pango for every line anew is asked once a word.

WeasyPrint lays every line of text out with Pango twice, to measure it and to draw it, and that is a third of the
time of a page. The words of a collection are few: here Pango shapes each once in each type, and a line is its
words and the spaces between them. Letters stand where Pango would put them in the whole line.

Two functions here stand in the place of WeasyPrint's (`layout.inline.split_first_line`, `draw.text.draw_first_line`).
What they do not take – text that may be broken, is decorated, runs from right to left or has characters that the
first font lacks – goes on to WeasyPrint's own. `tests/writers/test_pdf_engine.py` holds both against each other.
"""

from __future__ import annotations

import functools
import re
from typing import Any, NamedTuple

_SPACES = re.compile("([ \u00a0])")
_BLANKS = frozenset(" \u00a0")
_UNSET = re.compile("[\n\r\t\f\v\x85\u2028\u2029]")
"""Characters that end a line or fill it: WeasyPrint's own business."""

_REMEMBERED = 8_000
"""Words that are remembered, and as many that were met before them: about 10 MB."""

_LONGEST_REMEMBERED = 40
"""Characters of the longest word remembered: no hostile text fills the memory."""

_TYPES = 256
"""Types remembered: a document has about ten."""

_LARGE = 1000
"""Pixels of the size in which the advances of a font's glyphs are asked for, so that no rounding is seen."""

_TYPE_PROPERTIES = (
    "font_family", "font_size", "font_style", "font_stretch", "font_weight", "font_kerning", "font_variant_ligatures",
    "font_variant_position", "font_variant_caps", "font_variant_numeric", "font_variant_alternates",
    "font_variant_east_asian", "font_feature_settings", "font_variation_settings", "font_language_override", "lang",
    "letter_spacing",
)  # fmt: skip
"""The properties that the shapes of words depend on."""


_PIXEL = 1024
"""Pango units in a pixel."""


class Glyph(NamedTuple):
    """A glyph, the characters it draws, its advance and shift with letter spacing (Pango units)."""

    number: int
    text: str
    advance: int
    shift: int


class Drawing(NamedTuple):
    """A word as it is drawn: the numbers of its glyphs and the characters of each, the distances to what stands
    before and after it (thousandths of an em, as an array of PDF strings has them), its glyphs and the distances
    between them, its advance (Pango units).
    """

    numbers: tuple[int, ...]
    texts: str | tuple[str, ...]
    before: float
    glyphs: str
    after: int
    advance: int


class Memory:
    """The words that were drawn last, in all types."""

    def __init__(self) -> None:
        self._recent: dict[Any, Drawing | None] = {}
        self._older: dict[Any, Drawing | None] = {}

    def get(self, key: Any) -> Drawing | None:
        """The drawing of a word, which may be None. Raises KeyError where it is not remembered."""
        try:
            return self._recent[key]
        except KeyError:
            drawing = self._older[key]
        self.keep(key, drawing)
        return drawing

    def keep(self, key: Any, drawing: Drawing | None) -> None:
        """Remember a word, and forget those that were not met for long."""
        if len(self._recent) >= _REMEMBERED:
            self._older, self._recent = self._recent, {}
        self._recent[key] = drawing


class _Style(dict[str, Any]):
    """The few properties that Pango is asked with; a computed style would hold its whole document."""

    font_config: Any


class Type:
    """One font in one size and spacing, as a style asks for it."""

    def __init__(self, style: Any, memory: Memory) -> None:
        from weasyprint.text import line_break
        from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, pango
        from weasyprint.text.fonts import get_pango_font_key

        self._new_layout = line_break.Layout
        self.units: int = TO_UNITS
        self._style = _Style({name: style[name] for name in _TYPE_PROPERTIES})
        self._style.update(direction="ltr", word_spacing=0, overflow_wrap="normal", text_decoration_line="none")
        self._style.font_config = style.font_config
        self._memory = memory
        self._widths: dict[int, int] = {}
        asked = style["letter_spacing"]
        self.extra: float = 0.0 if asked == "normal" else asked
        self.spacing = int(self.extra * TO_UNITS)
        self._left = _half(self.spacing)
        self._kept, line = self._lay_out(" ")  # a font lives as long as a layout that uses it
        self.font = line.runs[0].data.item.analysis.font
        self.size = get_pango_font_key(self.font)[2]
        self.height = line_break.line_size(line, self._style)[1]
        self.baseline = pango.pango_layout_get_baseline(self._kept.layout) * FROM_UNITS
        self._large = self._lay_out_large()
        self._large_size = get_pango_font_key(self._large[1])[2]  # small capitals are drawn smaller than asked for
        self._empty = self._new_layout(self._style)

    def draw(self, text: str, *, begins: bool = False, ends: bool = False) -> Drawing | None:
        """A word as it is drawn; None where it is not from left to right and in this font alone. Letter spacing is
        half before and half after each glyph, but not at either end of the text.
        """
        key = text, begins, ends, self
        try:
            return self._memory.get(key)
        except KeyError:
            glyphs = self._shape(text)
        drawing = None
        if glyphs:
            if not begins:
                first = glyphs[0]
                glyphs[0] = first._replace(advance=first.advance + self._left, shift=first.shift + self._left)
            if not ends:
                last = glyphs[-1]
                glyphs[-1] = last._replace(advance=last.advance + self.spacing - self._left)
            drawing = self._place(glyphs)
        if len(text) <= _LONGEST_REMEMBERED:
            self._memory.keep(key, drawing)
        return drawing

    def draw_blank(self, text: str, spacing: int, *, begins: bool = False, ends: bool = False) -> Drawing | None:
        """A space with `spacing` (Pango units) added to it. At an end of the text Pango adds half of it, and WeasyPrint
        asks for double, but for a hard space at the end.
        """
        plain = self.draw(text, begins=True, ends=True)
        if plain is None:
            return None
        if begins or (ends and text == " "):
            spacing *= 2
        left = _half(spacing)
        before, after = 0 if begins else left, 0 if ends else spacing - left
        return self._place([Glyph(plain.numbers[0], plain.texts[0], plain.advance + before + after, before)])

    def width(self, number: int) -> int:
        """The advance of a glyph as the font has it, in thousandths of an em."""
        known = self._widths.get(number)
        if known is None:
            from weasyprint.text.ffi import FROM_UNITS, ffi, pango

            extents = ffi.new("PangoRectangle *")
            pango.pango_font_get_glyph_extents(self._large[1], number, ffi.NULL, extents)
            known = self._widths[number] = round(extents.width * 1000 * FROM_UNITS / self._large_size)
        return known

    def _lay_out(self, text: str) -> tuple[Any, Any]:
        layout = self._new_layout(self._style)
        layout.set_text(text)
        return layout, layout.get_first_line()[0]

    def _lay_out_large(self) -> tuple[Any, Any]:
        size = self._style["font_size"]
        self._style["font_size"] = _LARGE
        layout, line = self._lay_out(" ")
        self._style["font_size"] = size
        return layout, line.runs[0].data.item.analysis.font

    def _shape(self, text: str) -> list[Glyph] | None:
        from weasyprint.text.ffi import ffi

        self._empty.set_text(text)
        line, _ = self._empty.get_first_line()
        encoded = text.encode()
        found: list[Glyph] = []
        run = line.runs[0] if line.runs != ffi.NULL else ffi.NULL
        while run != ffi.NULL:
            glyphs = self._glyphs(run.data, encoded)
            if glyphs is None:
                return None
            found.extend(glyphs)
            run = run.next
        return found

    def _glyphs(self, run: Any, text: bytes) -> list[Glyph] | None:
        from weasyprint.text.ffi import pango

        item, glyphs = run.item, run.glyphs
        if item.analysis.level % 2 or item.analysis.font != self.font:
            return None
        found: list[Glyph] = []
        starts = [glyphs.log_clusters[place] for place in range(glyphs.num_glyphs)]
        for place, (start, end) in enumerate(zip(starts, [*starts[1:], item.length], strict=True)):
            glyph = glyphs.glyphs[place]
            number, geometry = glyph.glyph, glyph.geometry
            if number == pango.PANGO_GLYPH_EMPTY or number & pango.PANGO_GLYPH_UNKNOWN_FLAG or geometry.y_offset:
                return None
            drawn = text[item.offset + start : item.offset + end].decode()
            found.append(Glyph(number, drawn, geometry.width, geometry.x_offset))
        return found

    def _place(self, glyphs: list[Glyph]) -> Drawing:
        """The glyphs with the distances between them, as WeasyPrint rounds them."""
        parts: list[str] = []
        before, after = 0.0, 0
        for place, glyph in enumerate(glyphs):
            shift = glyph.shift / self.size
            if place:
                parts.append(_distance(after - shift))
            else:
                before = -shift
            parts.append(f"{glyph.number:04x}")
            after = int(self.width(glyph.number) + shift - glyph.advance * 1000 / self.units / self.size)
        texts: str | tuple[str, ...] = tuple(glyph.text for glyph in glyphs)
        if all(len(text) == 1 for text in texts):
            texts = "".join(texts)
        advance = sum(glyph.advance for glyph in glyphs)
        return Drawing(tuple(glyph.number for glyph in glyphs), texts, before, "".join(parts), after, advance)


class Line:
    """Text laid out in words: what WeasyPrint keeps as the Pango layout of a text box."""

    first_line_direction = 0

    def __init__(self, text: str, kind: Type, words: list[Drawing]) -> None:
        self.text, self.kind, self.words = text, kind, words

    def reactivate(self, style: Any) -> None:
        """WeasyPrint lays text out once more before it draws it."""

    def deactivate(self) -> None:
        """WeasyPrint frees what it laid out."""

    @property
    def width(self) -> float:
        """The width in pixels, with the letter spacing that WeasyPrint adds at the end."""
        advance: int = sum(drawing.advance for drawing in self.words)
        return advance / self.kind.units + self.kind.extra

    @property
    def glyphs(self) -> str:
        """The glyphs as an array of PDF strings."""
        parts = ["<"]
        gap = 0.0
        for drawing in self.words:
            parts.append(_distance(gap + drawing.before))
            parts.append(drawing.glyphs)
            gap = drawing.after
        parts.append(f">{gap}" if gap else ">")
        return "".join(parts).removeprefix("<>")


def _half(spacing: int) -> int:
    """The part of a glyph's spacing that stands before it (Pango units): a half, but no half of a whole pixel."""
    half = int(spacing / 2)
    return (half + _PIXEL // 2) // _PIXEL * _PIXEL if spacing % _PIXEL == 0 else half


def _distance(thousandths: float) -> str:
    """A distance between two glyphs, within an array of PDF strings."""
    number = f"{thousandths:.5f}".rstrip("0").rstrip(".")
    return f">{number}<" if number not in ("0", "-0") else ""


def set_words(text: str, style: Any) -> Line | None:
    """A text on one line in words; None where it takes more than words and spaces."""
    kind = type_of(style)
    if kind is None or _UNSET.search(text):
        return None
    spread = style["word_spacing"]
    if not spread:
        whole = kind.draw(text, begins=True, ends=True)
        return Line(text, kind, [whole]) if whole else None
    parts = [part for part in _SPACES.split(text) if part]
    if len(parts) == 1 and text in _BLANKS:
        return None
    spacing = int(spread * kind.units + kind.spacing)
    blanks = {blank: kind.draw_blank(blank, spacing) for blank in _BLANKS}
    drawn = [blanks[part] if part in blanks else kind.draw(part) for part in parts]
    for place in {0, len(parts) - 1}:
        part, begins, ends = parts[place], place == 0, place == len(parts) - 1
        if part in blanks:
            drawn[place] = kind.draw_blank(part, spacing, begins=begins, ends=ends)
        else:
            drawn[place] = kind.draw(part, begins=begins, ends=ends)
    words = [drawing for drawing in drawn if drawing is not None]
    return Line(text, kind, words) if len(words) == len(parts) else None


def type_of(style: Any) -> Type | None:
    """The type that a computed style asks for, made once for each font configuration; None where lines may break,
    run from right to left or have decorations.
    """
    found: Type | None
    try:
        found = style.type
    except AttributeError:
        model = getattr(style, "model", None)
        if model is not None and "letter_spacing" not in style.own:
            found = type_of(model)
        elif (style["white_space"], style["direction"], style["text_decoration_line"]) == ("pre", "ltr", "none"):
            found = _find_type(style)
        else:
            found = None
        style.type = found
    return found


def _find_type(style: Any) -> Type:
    types, memory = style.font_config.__dict__.setdefault("types", ({}, Memory()))
    key = str([style[name] for name in _TYPE_PROPERTIES])
    if key not in types:
        if len(types) >= _TYPES:
            types.clear()
        types[key] = Type(style, memory)
    found: Type = types[key]
    return found


@functools.cache
def replacements() -> tuple[tuple[Any, str, Any], ...]:
    """What stands in the place of WeasyPrint's functions: module, name, function."""
    from weasyprint.draw import text as drawing
    from weasyprint.layout import inline

    _THEIRS.update(split=inline.split_first_line, draw=drawing.draw_first_line, lay_out=inline.create_layout)
    return (inline, "split_first_line", split_first_line), (drawing, "draw_first_line", draw_first_line)


_THEIRS: dict[str, Any] = {}
"""WeasyPrint's own functions."""


def split_first_line(
    text: str, style: Any, context: Any, max_width: Any, justification_spacing: float, **options: Any
) -> tuple[Any, ...]:
    """WeasyPrint's function of this name, for text that has no line breaks."""
    line = set_words(text, style)
    if line is not None:
        return line, len(text.encode()), None, line.width, line.kind.height, line.kind.baseline
    found: tuple[Any, ...] = _THEIRS["split"](text, style, context, max_width, justification_spacing, **options)
    return found


def draw_first_line(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: str, matrix: Any) -> list[Any]:
    """WeasyPrint's function of this name, for lines of words."""
    line = textbox.pango_layout
    if isinstance(line, Line) and (text_overflow == "ellipsis" or block_ellipsis != "none"):
        line = textbox.pango_layout = _THEIRS["lay_out"](line.text, textbox.style, None, textbox.width, 0)
    if not isinstance(line, Line):
        drawn: list[Any] = _THEIRS["draw"](stream, textbox, text_overflow, block_ellipsis, matrix)
        return drawn
    if not line.text.strip():
        return []
    font, size = stream.add_font(line.kind.font)
    known = font.to_unicode
    for drawing in line.words:
        for place, number in enumerate(drawing.numbers):
            if number not in known:
                known[number] = drawing.texts[place]
                font.widths.setdefault(number, line.kind.width(number))
    stream.set_text_matrix(*matrix.values)
    stream.set_font_size(font.hash, size)
    stream.show_text(line.glyphs)
    return []
