"""A base document: the styles of a Word file that somebody has edited, taken in place of the generated ones.

Styles are known by their names, as in Word: where the base document has one, its look is taken, with whatever it is
based on; what it lacks stays as the house style has it. Numbers stay those that are counted here.
"""

from __future__ import annotations

import functools
import zipfile
from pathlib import Path

from lxml import etree

from engross.model.failure import ExitCode, Failure

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_BYTES = 16 * 1024 * 1024
_REFERENCES = ("basedOn", "next", "link")


def with_base(styles: bytes, base: Path) -> bytes:
    """The styles part `styles` with those of a base document laid over. Raises Failure where that is no Word file."""
    own = etree.fromstring(styles)
    given = etree.fromstring(_styles_of(base))
    ids = {_name(style): style.get(f"{_W}styleId") or "" for style in own.iter(f"{_W}style")}
    renamed = _renamed(given, ids)
    for style in given.iter(f"{_W}style"):
        style.set(f"{_W}styleId", renamed[style.get(f"{_W}styleId") or ""])
        for reference in style.iterchildren(*(_W + name for name in _REFERENCES)):
            reference.set(f"{_W}val", renamed.get(reference.get(f"{_W}val") or "", reference.get(f"{_W}val") or ""))
        for number in list(style.iterfind(f"{_W}pPr/{_W}numPr")):
            number.getparent().remove(number)  # type: ignore[union-attr]
    by_name = {_name(style): style for style in given.iter(f"{_W}style")}
    for style in own.iter(f"{_W}style"):
        taken = by_name.get(_name(style))
        if taken is None:
            given.append(style)
        else:
            _number(taken, style)
    return etree.tostring(given, xml_declaration=True, encoding="UTF-8", standalone=True)


def _renamed(given: etree._Element, ids: dict[str, str]) -> dict[str, str]:
    """The id that each style of the base document gets: that of the same name here, else its own or a free one."""
    taken = set(ids.values())
    renamed: dict[str, str] = {}
    for style in given.iter(f"{_W}style"):
        own = style.get(f"{_W}styleId") or ""
        new = ids.get(_name(style), own)
        while new in taken and _name(style) not in ids:
            new += "0"
        taken.add(new)
        renamed[own] = new
    return renamed


def _number(style: etree._Element, ours: etree._Element) -> None:
    """Give a style the list and level of ours, in the place that the schema wants."""
    number = ours.find(f"{_W}pPr/{_W}numPr")
    if number is None:
        return
    properties = style.find(f"{_W}pPr")
    if properties is None:
        properties = etree.Element(f"{_W}pPr")
        run = style.find(f"{_W}rPr")
        style.insert(len(style) if run is None else style.index(run), properties)
    before = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
    properties.insert(sum(child.tag in {_W + name for name in before} for child in properties), number)


def _name(style: etree._Element) -> str:
    """The name by which Word knows a style: case does not count, nor do aliases behind a comma."""
    name = style.find(f"{_W}name")
    text = (name.get(f"{_W}val") or "") if name is not None else ""
    return f"{style.get(f'{_W}type')} {text.partition(',')[0].casefold()}"


@functools.lru_cache(maxsize=16)
def _styles_of(base: Path) -> bytes:
    try:
        with zipfile.ZipFile(base) as package, package.open("word/styles.xml") as part:
            data = part.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise ValueError("its styles are too large")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
        tree = etree.fromstring(data, parser)
        if tree.tag != f"{_W}styles" or tree.getroottree().docinfo.doctype:
            raise ValueError("it has no styles")
    except (
        OSError,
        KeyError,
        ValueError,
        RuntimeError,
        NotImplementedError,
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
    ) as error:
        raise Failure(
            f"{base} is no Word file whose styles can be taken: {error}",
            hint="save it in Word as DOCX",
            exit_code=ExitCode.SETUP,
        ) from None
    return etree.tostring(tree)
