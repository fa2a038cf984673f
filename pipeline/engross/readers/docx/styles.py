"""Styles: how a run looks and which list and level a paragraph has, through chains of styles."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace

from lxml.etree import _Element

from engross.model.flow import Role
from engross.readers.docx.names import W, is_on, number, value
from engross.readers.docx.roles import said_by

_LONGEST_CHAIN = 50  # styles based on each other; a longer chain is a circle
_RAISED_BY = 3  # half-points above the line from which on a run counts as raised


@dataclass(frozen=True, slots=True)
class Look:
    """What run properties say about a look; None is silence. `size` is in points."""

    italic: bool | None = None
    bold: bool | None = None
    underline: bool | None = None
    small_caps: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None
    size: float | None = None

    def under(self, other: Look) -> Look:
        """This look with what `other` says put over it."""
        said = {name: value for name in _FIELDS if (value := getattr(other, name)) is not None}
        return replace(self, **said) if said else self


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a chain of paragraph styles says. `outline` is the heading's level, 0 for none; `role` what its paragraphs
    are.
    """

    name: str = ""
    role: Role = ""
    look: Look = field(default_factory=Look)
    list_id: str | None = None
    list_level: int | None = None
    outline: int = 0


class Styles:
    """The styles part, each chain followed once."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._characters: dict[str, Look] = {}
        self.defaults = Look()
        self._default_paragraph = ""
        self.links: dict[str, str] = {}
        self.language = ""
        self._bordered: set[str] = set()
        if root is None:
            return
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.defaults = look_of(defaults)
        self.language = _language(defaults)
        for style in root.iterchildren(W + "style"):
            name = style.get(W + "styleId") or ""
            self._elements.setdefault(name, style)
            if style.get(W + "type") == "paragraph" and (style.get(W + "default") or "0") in ("1", "true", "on"):
                self._default_paragraph = name
                self.language = _language(style.find(W + "rPr")) or self.language
            if style.get(W + "type") == "table" and style.find(f"{W}tblPr/{W}tblBorders") is not None:
                self._bordered.add(name)
            if style.get(W + "type") == "numbering":
                self.links[name] = value(style.find(f"{W}pPr/{W}numPr"), "numId") or ""

    def paragraph(self, style: str | None) -> ParagraphStyle:
        """The paragraph style with this id; the default one where there is none."""
        name = style if style in self._elements else self._default_paragraph
        if name not in self._paragraphs:
            self._paragraphs[name] = self._follow(name)
        return self._paragraphs[name]

    def character(self, style: str | None) -> Look:
        """The look of the character style with this id."""
        if not style:
            return Look()
        if style not in self._characters:
            look = Look()
            for element in reversed(self._chain(style)):
                look = look.under(look_of(element.find(W + "rPr")))
            self._characters[style] = look
        return self._characters[style]

    def draws_rules(self, style: str | None) -> bool:
        """Whether the table style with this id draws rules."""
        return style in self._bordered

    def _chain(self, style: str) -> list[_Element]:
        chain: list[_Element] = []
        name: str | None = style
        while name and name in self._elements and len(chain) < _LONGEST_CHAIN:
            chain.append(self._elements[name])
            name = value(self._elements[name], "basedOn")
        return chain

    def _follow(self, style: str) -> ParagraphStyle:
        result = ParagraphStyle()
        outline: str | None = None
        chain = self._chain(style)
        for element in reversed(chain):
            properties = element.find(W + "pPr")
            listed = properties.find(W + "numPr") if properties is not None else None
            outline = value(properties, "outlineLvl") or outline
            result = ParagraphStyle(
                look=result.look.under(look_of(element.find(W + "rPr"))),
                list_id=value(listed, "numId") or result.list_id,
                list_level=number(value(listed, "ilvl")) if value(listed, "ilvl") is not None else result.list_level,
            )
        names = [value(element, "name") or element.get(W + "styleId") or "" for element in chain]
        said = said_by(names)
        level = said.level if outline is None else heading_level(outline)
        return replace(result, name=names[0] if names else "", role=said.role, outline=level)


def heading_level(outline: str | None) -> int:
    """The heading's level, counted from 1, that an outline level says; 0 for body text."""
    level = number(outline, 9)
    return level + 1 if 0 <= level < 9 else 0


def look_of(properties: _Element | None) -> Look:
    """What a `w:rPr` says."""
    if properties is None or not len(properties):
        return _SILENT
    underline = properties.find(W + "u")
    align = value(properties, "vertAlign")
    position = value(properties, "position")
    raised: bool | None = None
    if align is not None:
        raised = align == "superscript"
    elif position is not None:
        raised = number(position) >= _RAISED_BY
    size = value(properties, "sz")
    return Look(
        italic=is_on(properties, "i"),
        bold=is_on(properties, "b"),
        underline=None if underline is None else (underline.get(W + "val") or "single") != "none",
        small_caps=is_on(properties, "smallCaps"),
        raised=raised,
        hidden=is_on(properties, "vanish"),
        size=number(size) / 2 if number(size) > 0 else None,
    )


def effective(defaults: Look, paragraph: Look, character: Look, direct: Look) -> Look:
    """The look of a run: italics and bold of two styles cancel each other (ISO/IEC 29500-1, section 17.7.3)."""
    styled = defaults.under(paragraph).under(character)
    if character is not _SILENT:
        italic = _toggled(defaults.italic, paragraph.italic, character.italic)
        bold = _toggled(defaults.bold, paragraph.bold, character.bold)
        styled = replace(styled, italic=italic, bold=bold)
    return styled.under(direct) if direct is not _SILENT else styled


def _language(properties: _Element | None) -> str:
    element = properties.find(W + "lang") if properties is not None else None
    return (element.get(W + "val") or "") if element is not None else ""


def _toggled(default: bool | None, paragraph: bool | None, character: bool | None) -> bool:
    return bool(default) or bool(paragraph) != bool(character)


_FIELDS = tuple(entry.name for entry in fields(Look))
_SILENT = Look()
