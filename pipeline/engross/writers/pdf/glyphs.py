"""Characters that no font of the style has."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.presentation import Presentation
from engross.model.style import load_style
from engross.writers.pdf.faces import Faces
from engross.writers.pdf.printing import lay_out, measures_of


def find_missing(presentation: Presentation, style: Path) -> tuple[Diagnostic, ...]:
    """One finding for each character, in the order of their numbers."""
    house = load_style(style)
    faces = Faces(house, "wide", presentation.language)
    used = {
        ord(character)
        for sheet in lay_out(presentation, house, measures_of(presentation, house))
        for block in sheet.blocks
        for line in block.lines
        for character in line.text
    }
    return tuple(
        diagnose("glyph-missing", f"no font of the style has {chr(code)!r} (U+{code:04X} {_name(code)})")
        for code in sorted(used)
        if not chr(code).isspace() and not faces.has(code)
    )


def _name(code: int) -> str:
    return unicodedata.name(chr(code), "unnamed")
