"""What an editor does to a draft in Word, done to the file: paragraphs added, moved, deleted, retyped, a note added."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Edit = Callable[[dict[str, etree._Element]], None]


def edited(data: bytes, edit: Edit) -> bytes:
    """The Word file after an edit of its parts, which are given by name (`document`, `footnotes`)."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    parts = {name: etree.fromstring(files[f"word/{name}.xml"]) for name in ("document", "footnotes")}
    edit(parts)
    files |= {f"word/{name}.xml": etree.tostring(part) for name, part in parts.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def paragraph_with(parts: dict[str, etree._Element], words: str) -> etree._Element:
    """The paragraph of the body in which these words stand."""
    return next(p for p in parts["document"].iter(f"{W}p") if words in "".join(p.itertext()))


def add_after(words: str, *runs: tuple[str, bool]) -> Edit:
    """A paragraph typed behind another, in its style: runs of text, italic or not."""

    def edit(parts: dict[str, etree._Element]) -> None:
        before = paragraph_with(parts, words)
        before.addnext(_typed(runs, copy.deepcopy(before.find(f"{W}pPr"))))

    return edit


def move(words: str, before: str) -> Edit:
    """A paragraph dragged before another."""

    def edit(parts: dict[str, etree._Element]) -> None:
        paragraph_with(parts, before).addprevious(paragraph_with(parts, words))

    return edit


def delete(words: str) -> Edit:
    def edit(parts: dict[str, etree._Element]) -> None:
        gone = paragraph_with(parts, words)
        gone.getparent().remove(gone)  # type: ignore[union-attr]

    return edit


def retype(words: str, *runs: tuple[str, bool]) -> Edit:
    """A paragraph typed anew without any style, or pasted from elsewhere."""

    def edit(parts: dict[str, etree._Element]) -> None:
        old = paragraph_with(parts, words)
        old.addprevious(_typed(runs, None))
        old.getparent().remove(old)  # type: ignore[union-attr]

    return edit


def paste_before(words: str, *runs: tuple[str, bool]) -> Edit:
    """A paragraph pasted from a web page: in a style of its own, in other type, coloured."""

    def edit(parts: dict[str, etree._Element]) -> None:
        properties = etree.Element(f"{W}pPr")
        etree.SubElement(properties, f"{W}pStyle", {f"{W}val": "NormalWeb"})
        etree.SubElement(properties, f"{W}spacing", {f"{W}before": "280", f"{W}after": "280"})
        pasted = _typed(runs, properties)
        for run in pasted.iterchildren(f"{W}r"):
            look = run.find(f"{W}rPr")
            look = etree.Element(f"{W}rPr") if look is None else look
            run.insert(0, look)
            etree.SubElement(look, f"{W}color", {f"{W}val": "FF0000"})
            etree.SubElement(look, f"{W}sz", {f"{W}val": "32"})
        paragraph_with(parts, words).addprevious(pasted)

    return edit


def take_styles_away(parts: dict[str, etree._Element]) -> None:
    """All text set in the default style, as after "clear formatting"; lists go on."""
    for part in parts.values():
        for style in list(part.iter(f"{W}pStyle", f"{W}outlineLvl")):
            style.getparent().remove(style)  # type: ignore[union-attr]


def delete_note(words: str) -> Edit:
    """The call of the footnote in a paragraph deleted, and with it, as in Word, the note."""

    def edit(parts: dict[str, etree._Element]) -> None:
        (call,) = paragraph_with(parts, words).iter(f"{W}footnoteReference")
        for note in list(parts["footnotes"]):
            if note.get(f"{W}id") == call.get(f"{W}id"):
                parts["footnotes"].remove(note)
        run = call.getparent()
        run.getparent().remove(run)  # type: ignore[union-attr]

    return edit


def add_note(words: str, note: str) -> Edit:
    """A footnote inserted at the end of a paragraph."""

    def edit(parts: dict[str, etree._Element]) -> None:
        numbers = [int(one.get(f"{W}id") or 0) for one in parts["footnotes"]]
        made = etree.SubElement(parts["footnotes"], f"{W}footnote", {f"{W}id": str(max(numbers) + 1)})
        mark = etree.Element(f"{W}r")
        etree.SubElement(mark, f"{W}footnoteRef")
        p = _typed(((f" {note}", False),), None)
        p.insert(0, mark)
        made.append(p)
        call = etree.SubElement(paragraph_with(parts, words), f"{W}r")
        etree.SubElement(call, f"{W}footnoteReference", {f"{W}id": str(max(numbers) + 1)})

    return edit


def _typed(runs: tuple[tuple[str, bool], ...], properties: etree._Element | None) -> etree._Element:
    p = etree.Element(f"{W}p")
    if properties is not None:
        p.append(properties)
    for text, italic in runs:
        run = etree.SubElement(p, f"{W}r")
        if italic:
            etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}i")
        words = etree.SubElement(run, f"{W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        words.text = text
    return p
