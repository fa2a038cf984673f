"""Whether the fonts of a page join letters by themselves, as `fi`, where nobody asks for it."""

from __future__ import annotations

import functools
from pathlib import Path

from engross.model.style import Style
from engross.resources import resource

_JOINING = frozenset(("liga", "clig", "calt"))
"""The features that are on by default and that `font-variant-ligatures: none` switches off (CSS Fonts 3, §6.4)."""


def joins_letters(house: Style, language: str) -> bool:
    """Whether the first face of the language would draw ligatures unless it is told not to.

    The faces after it print single letters that it lacks. The official faces for letters that are spaced have none.
    To say so costs nothing; to switch them off all the same costs half a megabyte a document that WeasyPrint never
    gives back (70.0: attribute lists of `Layout.setup`).
    """
    names = {house.families("wide", language)[0], house.families("plain", language)[0]}
    files = (resource(house.folder, f"fonts/{name}") for family in names for name in house.font_files(family) if name)
    return any(map(_has_ligatures, files))


@functools.lru_cache(maxsize=64)
def _has_ligatures(file: Path) -> bool:
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file)))
    scripts = face.get_table_script_tags("GSUB")
    for number in range(len(scripts)):
        languages = len(face.get_script_language_tags("GSUB", number))
        for language in (0xFFFF, *range(languages)):  # 0xFFFF: the script's default language
            if _JOINING.intersection(face.get_language_feature_tags("GSUB", number, language)):
                return True
    return False
