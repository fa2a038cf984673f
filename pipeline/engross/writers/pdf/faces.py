"""How wide text is: the faces of a style, measured with HarfBuzz.

The same font files are measured here and drawn by WeasyPrint, so a line that fits here fits on the page.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engross.model.style import Style, Width
from engross.resources import resource

_REMEMBERED = 60_000
"""Words whose widths a face remembers: a session's vocabulary, about 10 MB."""

_LONGEST_REMEMBERED = 40
"""Characters of the longest word remembered: no hostile text fills the memory."""

_BLANKS = " \u00a0"
_WITHOUT_LIGATURES = {"liga": False, "clig": False}


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look beside their paragraph's size."""

    italic: bool = False
    bold: bool = False
    raised: bool = False
    underline: bool = False
    small_caps: bool = False
    struck: bool = False

    @property
    def css(self) -> str:
        """The look as class names of the page template."""
        return _classes(self)


REGULAR = Look()
BOLD = Look(bold=True)


@functools.cache
def _classes(look: Look) -> str:
    return " ".join(name for name in Look.__slots__ if getattr(look, name)).replace("_", "-")


class Face:
    """One font file."""

    def __init__(self, file: Path) -> None:
        import uharfbuzz

        self._shape = uharfbuzz.shape
        self._buffer: Any = uharfbuzz.Buffer
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file)))
        self._font = uharfbuzz.Font(face)
        self._units = float(face.upem)
        self._extents = self._font.get_font_extents("ltr")
        self.characters: frozenset[int] = frozenset(face.unicodes)
        self._known: dict[str, float] = {}

    @property
    def rise(self) -> float:
        """What CSS adds to half the line height to find the baseline, in ems: (ascent - descent) / 2."""
        extents = self._extents
        return float(extents.ascender + extents.descender) / 2 / self._units

    @functools.cached_property
    def small(self) -> float:
        """The size of small capitals beside that of capitals, as Pango draws them where a font has none."""
        from uharfbuzz import OTMetricsTag

        small, large = map(self._font.get_metric_position, (OTMetricsTag.X_HEIGHT, OTMetricsTag.CAP_HEIGHT))
        return small / large if small and large else 0.8

    def known(self, text: str) -> float | None:
        """The width of a text that was measured before in this face, and so is in this face alone."""
        return self._known.get(text) if text else 0.0

    def advance(self, text: str) -> float:
        """The width of the text in ems, with kerning."""
        known = self.known(text)
        if known is not None:
            return known
        buffer = self._buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        self._shape(self._font, buffer, _WITHOUT_LIGATURES)
        width = float(sum(position.x_advance for position in buffer.glyph_positions)) / self._units
        if len(text) <= _LONGEST_REMEMBERED:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[text] = width
        return width


@functools.lru_cache(maxsize=64)
def open_face(file: Path) -> Face:
    """The face of a font file, opened once in a process."""
    return Face(file)


@dataclass(frozen=True)
class Stack:
    """The faces that print one look, in order of choice: the first that has a character prints it."""

    faces: tuple[Face, ...]

    def advance(self, text: str) -> float:
        """The width of the text in ems; characters that no face has count as the first face's."""
        first = self.faces[0]
        known = first.known(text)
        if known is not None:
            return known
        if first.characters.issuperset(map(ord, text)):
            return first.advance(text)
        return sum(face.advance(part) for face, part in self.split(text))

    def split(self, text: str) -> Iterator[tuple[Face, str]]:
        """The text in stretches of one face each."""
        start, current = 0, None
        for place, character in enumerate(text):
            code = ord(character)
            face = next((face for face in self.faces if code in face.characters), self.faces[0])
            if face is not current:
                if current is not None:
                    yield current, text[start:place]
                start, current = place, face
        if current is not None:
            yield current, text[start:]


class SmallCapitals(Stack):
    """The same faces, small letters drawn as capitals of the small letters' height."""

    def advance(self, text: str) -> float:
        """The width of the text in ems."""
        width = 0.0
        for small, part in _drawn_alike(text):
            if small:
                width += sum(face.advance(piece) * face.small for face, piece in self.split(part.upper()))
            else:
                width += Stack.advance(self, part)
        return width


def _drawn_alike(text: str) -> Iterator[tuple[bool, str]]:
    """The text in stretches that are drawn small or not. Pango draws a blank as the letter before it, at the start of
    the text as the one after it.
    """
    leading = len(text) - len(text.lstrip(_BLANKS))
    small = text[leading : leading + 1].islower()
    marked = []
    for character in text:
        small = small if character in _BLANKS else character.islower()
        marked.append((small, character))
    for key, stretch in itertools.groupby(marked, key=lambda mark: mark[0]):
        yield key, "".join(character for _, character in stretch)


class Faces:
    """All looks of one width (`wide`, `plain`) in one language."""

    def __init__(self, style: Style, width: Width, language: str) -> None:
        self._style = style.folder
        self._families = [style.font_files(name) for name in style.families(width, language)]
        self._stacks: dict[tuple[bool, bool, bool], Stack] = {}

    def stack(self, look: Look) -> Stack:
        """The faces of a look. A family without an italic or a bold lends its next best face."""
        key = (look.italic, look.bold, look.small_caps)
        if key not in self._stacks:
            order = {(0, 0): (0,), (1, 0): (1, 0), (0, 1): (2, 0), (1, 1): (3, 2, 1, 0)}[key[:2]]
            chosen = (next(files[i] for i in order if files[i]) for files in self._families)
            kind = SmallCapitals if look.small_caps else Stack
            self._stacks[key] = kind(tuple(open_face(resource(self._style, f"fonts/{name}")) for name in chosen))
        return self._stacks[key]

    def has(self, code: int) -> bool:
        """Whether any regular face has the character."""
        return any(code in face.characters for face in self.stack(Look()).faces)
