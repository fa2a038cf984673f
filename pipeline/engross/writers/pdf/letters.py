"""Which characters the glyphs of Arabic type stand for, so that the page is copied, searched and read as typed.

WeasyPrint lets the first place of a glyph on the page say it, by whole clusters: a letter and its vowel signs are
one cluster, whose first glyph it takes for all of it and the others for nothing. A sign met so for the first time
would bring the letter under it to every place that it stands in. Here words are shaped once more, and every glyph
gets the characters that it draws wherever it stands.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

_RIGHT_TO_LEFT = ("R", "AL", "NSM")
_INVISIBLE = frozenset(
    "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_LONGEST = 100
"""Characters of a word; more are no word, and are not shaped again."""


def letters_of(document: Any) -> dict[bytes, dict[int, str]]:
    """By the name of each font of a rendered document that prints right-to-left text, what its glyphs stand for.

    Only right-to-left letters, their signs, what is drawn for no character of its own, and brackets are named: a
    bracket by its shape, as files of other makers have it, since readers of right-to-left text turn brackets.
    """
    fonts = [font for font in document.fonts.values() if any(map(_is_right_to_left, font.to_unicode.values()))]
    if not fonts:
        return {}
    words = sorted(_words(document))
    return {font.name: _letters(font, words) for font in fonts}


def _is_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)


def _is_turned(text: str) -> bool:
    return unicodedata.mirrored(text[0]) > 0


def _words(document: Any) -> set[str]:
    texts = (getattr(box, "text", "") for page in document.pages for box in _boxes(page._page_box))
    return {word for text in texts if _is_right_to_left(text) for word in text.split() if len(word) <= _LONGEST}


def _boxes(box: Any) -> Iterable[Any]:
    box = getattr(box, "_box", box)
    yield box
    for child in getattr(box, "children", ()):
        yield from _boxes(child)


def _letters(font: Any, words: Iterable[str]) -> dict[int, str]:
    """The characters of the glyphs of one font."""
    import uharfbuzz
    from weasyprint.text.fonts import get_hb_object_data

    face = uharfbuzz.Font(uharfbuzz.Face(get_hb_object_data(font.hb_face)))
    names = _nominal(face, sorted({" ", *"".join(words)} - _INVISIBLE))  # marks of direction are drawn as blanks
    alone: dict[int, Counter[str]] = {}
    shared: dict[tuple[int, ...], str] = {}
    for word in words:
        for glyphs, text in _clusters(uharfbuzz, face, word):
            if len(glyphs) == 1:
                alone.setdefault(glyphs[0], Counter())[text] += 1
            else:
                shared.setdefault(glyphs, text)
    for glyph, texts in alone.items():
        if _INVISIBLE.issuperset(texts):
            continue
        names.setdefault(glyph, min(texts, key=lambda text: (len(text), -texts[text], text)))
    for glyphs, text in shared.items():
        _share(glyphs, text, names)
    return {
        glyph: text for glyph, text in names.items() if text in ("", " ") or _is_right_to_left(text) or _is_turned(text)
    }


def _nominal(face: Any, characters: Iterable[str]) -> dict[int, str]:
    """The glyphs that the font has for characters as such."""
    found = ((face.get_nominal_glyph(ord(character)), character) for character in characters)
    names: dict[int, str] = {}
    for glyph, character in found:
        if glyph:
            names.setdefault(glyph, character)
    return names


def _clusters(uharfbuzz: Any, face: Any, word: str) -> Iterable[tuple[tuple[int, ...], str]]:
    """The glyphs of a word, from left to right, with the characters that they draw; as few together as can be."""
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(face, buffer)
    glyphs: dict[int, list[int]] = {}
    for info in buffer.glyph_infos:
        glyphs.setdefault(info.cluster, []).append(info.codepoint)
    starts = sorted(glyphs)
    for start, end in zip(starts, [*starts[1:], len(word)], strict=True):
        yield tuple(glyphs[start]), word[start:end]


def _share(glyphs: Iterable[int], text: str, names: dict[int, str]) -> None:
    """Share characters among the glyphs that draw them: what none of the known glyphs draws is the others'."""
    unknown = []
    for glyph in glyphs:
        if glyph in names:
            text = text.replace(names[glyph], "", 1)
        else:
            unknown.append(glyph)
    for glyph in reversed(unknown):
        names[glyph], text = text[:1] if glyph != unknown[0] else text, text[1:]


def map_letters(entry: Any, letters: Mapping[int, str]) -> None:
    """Write what glyphs stand for into a font's character map (a pydyf stream that WeasyPrint made)."""
    for place, item in enumerate(entry.stream):
        if not isinstance(item, bytes) or not item.startswith(b"<") or not item.endswith(b">"):
            continue
        glyph, _, _ = item[1:].partition(b">")
        if len(glyph) == 4 and item.count(b"<") == 2 and int(glyph, 16) in letters:
            text = letters[int(glyph, 16)].encode("utf-16-be").hex()
            entry.stream[place] = b"<%s> <%s>" % (glyph, text.encode())
