"""The signs by which a single line shows what it is, in every language: numbers, job numbers, page numbers."""

from __future__ import annotations

import re
from functools import cache

from engross.model.furniture import FurnitureKind
from engross.recognise.assemble.habits import habits

BAR_CODE = re.compile(r"^\*\s?[A-Z]{0,3}\d{6,9}\s?\*$")
JOB_NUMBER = re.compile(
    r"^(?:GE\.|N\s?|LA\s)?\d{2}[-‑–]\d{5}\s?\*{0,2}\s*(?:\([A-Z]\))?(?:\s+\d{6}(?:\s+\d{6})?)?$"
    r"|^\d{1,3}\s?/\s?\d{1,3}\s+\d{2}[-‑–]\d{5}$|^\d{2}[-‑–]\d{5}\s+\d{1,3}\s?/\s?\d{1,3}$"
    r"|^N\d{7}(?:\s?\([A-Z]\))?$|^GE\.\d{2}-\d{5}\s*\(?[A-Z]?\)?$"
)
"""`25-18769 (E)`, with the date of release `23-26245 (E)    040124`; before 2008 also `N0562412`; Geneva's
`GE.21-12345(E)`; and the line of a foot with the page number, `2/2 25-18769`."""
PAGE_NUMBER = re.compile(r"^\d{1,3}\s?/\s?\d{1,3}$|^[-–—]\s?\d{1,3}\s?[-–—]$|^page\s\d{1,3}(?:\s?/\s?\d{1,3})?$", re.I)
BARE_NUMBER = re.compile(r"^\d{1,3}$")
SYMBOL = re.compile(r"^(?:[ASETD]|ST|A/HRC|A/C\.\d)/[\w.()/\- ]{2,60}\*{0,2}$")
UNDERSCORES = re.compile(r"^[\s_]*_{4,}[\s_]*$")

LABEL = re.compile(
    r"^(?:\(?(?P<number>\d{1,3})\s?[.)]|\((?P<arabic>[\u0621-\u064a]{1,3})\)|\(?(?P<letter>[^\W\d_]{1,4})\)"
    r"|(?P<dash>\d{1,3})\s?[-–‑](?=\s|$)|(?P<capital>[A-Z]|[IVXL]{1,6})\.(?=\s|$)|(?P<bullet>[•●▪■◦·])"
    r"|(?P<quoted>[’‘']\d{1,3}[’‘'](?=\s))|(?P<chinese>[㈠-㈩①-⑳⑴-⒇]|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、))(?P<gap>\s*)"
)
"""A number or letter at the head of a paragraph or point: `1.` `(a)` `a)` `1 -` `A.` `II.` `•`."""

NUMBER_ALONE = re.compile(
    r"^(?:\(?\d{1,3}\s?[.)]|\(?[a-zа-я]{1,4}\)|\([\u0621-\u064a]{1,3}\)|\d{1,3}\s?[-–]|[A-Z]\.|[IVXL]{1,6}\.|[•●▪◦]"
    r"|\d{1,3}/\d{1,3}(?:\s?[A-Z])?\s?\.)$"
)
"""A line that holds nothing but such a label."""


@cache
def _recycle() -> re.Pattern[str]:
    words = "|".join(re.escape(known.recycle) for known in habits().values())
    return re.compile(rf"(?:{words})\W*$", re.I)


def furniture_kind(text: str) -> FurnitureKind | None:
    """What furniture a line is by its characters alone, wherever it stands; None if it may be text."""
    stripped = text.strip()
    if not stripped:
        return None
    first = stripped[0]
    if first == "*" and BAR_CODE.match(stripped):
        return FurnitureKind.BAR_CODE
    if (first.isdigit() or first in "NGL") and JOB_NUMBER.match(stripped):
        return FurnitureKind.JOB_NUMBER
    if _recycle().match(stripped):
        return FurnitureKind.RECYCLE
    return None
