"""The structure tree of the PDF, made anew from what the page template says.

WeasyPrint makes one element per box and page: a paragraph over two pages is two paragraphs, notes stand in the
middle of sentences, heads and feet are content. Here its tree is taken away and one is built from the
`data-tag` paths of the template: a path names every structure element from the document down, `L#list_1
LI#point_a LBody P#point_a`; the same step under the same element is the same element, on whatever page. Notes
come after the paragraph that calls them. What is tagged `Artifact` leaves the tree.

A step is `Type`, `Type#key`, `Type[Attribute=value;...]#key`. Types are the standard ones of ISO 32000-1, 14.8.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_STEP = re.compile(r"(?P<type>\w+)(?:\[(?P<attributes>[^\]]*)\])?(?:#(?P<key>\S+))?")
_BLOCKS = frozenset({"P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl"})
_OWNERS = {
    "Scope": "/Table",
    "ColSpan": "/Table",
    "RowSpan": "/Table",
    "Headers": "/Table",
    "ListNumbering": "/List",
}


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content of a page, or an annotation on it (`annotation` is its reference). `text` is what it stands
    for where its glyphs say something else: capitals that are drawn small stand for small letters.
    """

    page: int
    mcid: int = -1
    annotation: bytes = b""
    text: str = ""


@dataclass(slots=True)
class Node:
    """A structure element before it is written."""

    type: str
    key: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    parent: Node | None = None
    kids: list[Node | Content] = field(default_factory=list)
    steps: dict[str, Node] = field(default_factory=dict)
    title: str = ""

    def step(self, text: str) -> Node:
        """The element under this one that a step names, made where it is not there yet."""
        known = self.steps.get(text)
        if known is not None:
            return known
        match = _STEP.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is no step of a structure path")
        attributes = dict(pair.split("=", 1) for pair in (match["attributes"] or "").split(";") if "=" in pair)
        node = Node(match["type"], match["key"] or "", attributes, self)
        self.steps[text] = node
        self.kids.append(node)
        return node


@dataclass(frozen=True, slots=True)
class Leaf:
    """Content with the path that the template gave it; `lang` is the language of the nearest element that
    names one, `title` the description of a link.
    """

    path: tuple[str, ...]
    content: Content
    lang: str = ""
    title: str = ""


def rebuild(document: Any, pdf: Any) -> None:
    """Replace the structure tree of `pdf` (a pydyf.PDF that WeasyPrint made of `document`)."""
    root = Node("Document")
    artifacts: dict[int, set[int]] = {}
    references: dict[str, Node] = {}
    texts: dict[int, dict[int, str]] = {}
    for leaf in _leaves(document, pdf):
        if leaf.content.text:
            texts.setdefault(leaf.content.page, {})[leaf.content.mcid] = leaf.content.text
        if leaf.path and leaf.path[0] == "Artifact":
            if leaf.content.mcid >= 0:
                artifacts.setdefault(leaf.content.page, set()).add(leaf.content.mcid)
            continue
        node = root
        for step in leaf.path or ("P",):
            node = node.step(step)
            if node.type == "Reference" and node.key:
                references.setdefault(node.key, node)
        if leaf.lang:
            node = node.step(f"Span[Lang={leaf.lang}]#{len(node.kids)}")
        node.title = node.title or leaf.title
        node.kids.append(leaf.content)
    _place_notes(root, references)
    _sort_cells(root)
    _Writer(pdf, document).write(root)
    for page, mcids in artifacts.items():
        _mark_artifacts(_page_stream(pdf, page), mcids)
    for page, found in texts.items():
        _mark_texts(_page_stream(pdf, page), found)


def _place_notes(root: Node, references: dict[str, Node]) -> None:
    """Put every note after the block that calls it first (ISO 32000-1, 14.8.4.4.1)."""
    following: dict[int, Node] = {}
    for note in [kid for kid in root.kids if isinstance(kid, Node) and kid.type == "Note"]:
        anchor: Node | None = references.get(note.key)
        while anchor is not None and anchor.type not in _BLOCKS:
            anchor = anchor.parent
        if anchor is None or anchor.parent is None:
            continue
        root.kids.remove(note)
        note.parent = anchor.parent
        last = following.get(id(anchor), anchor)
        place = next(i for i, kid in enumerate(anchor.parent.kids) if kid is last)
        anchor.parent.kids.insert(place + 1, note)
        following[id(anchor)] = note


def _sort_cells(node: Node) -> None:
    """Cells come in the order of their columns: a cell at the foot of its row may have been met later."""
    nodes = [kid for kid in node.kids if isinstance(kid, Node)]
    if node.type == "TR" and all(kid.key.isdigit() for kid in nodes):
        node.kids = [*sorted(nodes, key=lambda kid: int(kid.key))]
    for kid in nodes:
        _sort_cells(kid)


# --- what WeasyPrint drew -----------------------------------------------------------------------------------------


def _leaves(document: Any, pdf: Any) -> Iterator[Leaf]:
    """All tagged content in the order of the template, with its paths.

    WeasyPrint's own tree has an element for every box, in the order of the boxes: both are walked side by
    side, for only the boxes know the template's elements and only the tree knows the content's numbers.
    """
    tree = _object(pdf, pdf.catalog["StructTreeRoot"])
    elements = iter(_object(pdf, tree["K"][0])["K"])
    for number, page in enumerate(document.pages):
        walk = _Walk(pdf, number)
        for box in _top_boxes(page._page_box):
            yield from walk.element(box, _object(pdf, next(elements)), (), "", "", None)


def _top_boxes(box: Any) -> Iterator[Any]:
    """The boxes that WeasyPrint gives an element right under the document."""
    for child in box.children:
        child = getattr(child, "_box", child)
        if child.element is not None and child.element_tag in ("html", "body"):
            yield from _top_boxes(child)
        else:
            yield child


class _Walk:
    """Boxes and structure elements of one page, side by side."""

    def __init__(self, pdf: Any, page: int) -> None:
        self.pdf, self.page = pdf, page

    def element(
        self, box: Any, struct: Any, path: tuple[str, ...], lang: str, title: str, above: Any
    ) -> Iterator[Leaf]:
        """The leaves of a box and of those in it. `above` is the template's element around."""
        node = box.element
        if node is not None and node is not above:
            path += tuple(node.attrib.get("data-tag", "").split())
            lang = node.attrib.get("lang", lang) if above is not None else ""
            title = node.attrib.get("title", title)
            above = node
        kids = iter(struct["K"])
        if box.link_annotation:
            reference = _object(self.pdf, next(kids))
            yield Leaf(path, Content(self.page, annotation=reference["Obj"]), title=title)
        for child, draws in _children(box):
            if draws:
                yield from self._drawn(next(kids), path, lang, title, _actual_text(child))
            else:
                yield from self.element(child, _object(self.pdf, next(kids)), path, lang, title, above)

    def _drawn(self, kid: Any, path: tuple[str, ...], lang: str, title: str, text: str) -> Iterator[Leaf]:
        mcid = kid if isinstance(kid, int) else _object(self.pdf, kid)["K"][0]
        yield Leaf(path, Content(self.page, mcid, text=text), lang, title)


def _actual_text(box: Any) -> str:
    """What a box of text stands for, where it is drawn with other characters."""
    return str(box.text) if box.style["font_variant_caps"] == "small-caps" else ""


def _children(box: Any) -> Iterator[tuple[Any, bool]]:
    """The boxes in a box, with lines opened, and whether each is drawn: text, or an image's own content."""
    from weasyprint.formatting_structure import boxes

    for child in box.children:
        child = getattr(child, "_box", child)
        for inner in child.children if isinstance(child, boxes.LineBox) else [child]:
            inner = getattr(inner, "_box", inner)
            yield inner, isinstance(inner, boxes.TextBox)
    if isinstance(box, boxes.ReplacedBox):
        yield box, True


def _object(pdf: Any, reference: Any) -> Any:
    return pdf.objects[int(bytes(reference).split()[0])]


def _page_stream(pdf: Any, page: int) -> Any:
    return _object(pdf, _object(pdf, pdf.page_references[page])["Contents"])


def _mark_artifacts(stream: Any, mcids: set[int]) -> None:
    """Turn marked content of a page into artifacts."""
    items = stream.stream
    for place, item in enumerate(items):
        if isinstance(item, dict) and item.get("MCID") in mcids and items[place + 1] == b"BDC":
            items[place - 1] = "/Artifact"
            items[place] = b"<</Type /Pagination>>"


def _mark_texts(stream: Any, texts: dict[int, str]) -> None:
    """Let marked content of a page say what it stands for (ISO 32000-1, 14.9.4)."""
    import pydyf

    for item in stream.stream:
        if isinstance(item, dict) and item.get("MCID") in texts:
            item["ActualText"] = pydyf.String(texts[item["MCID"]])


# --- writing ------------------------------------------------------------------------------------------------------


class _Writer:
    """Writes the new tree over the old one."""

    def __init__(self, pdf: Any, document: Any) -> None:
        import pydyf

        self.pydyf, self.pdf = pydyf, pdf
        self.references = pdf.page_references  # pydyf makes this list anew each time that it is asked
        self.tree = _object(pdf, pdf.catalog["StructTreeRoot"])
        self.top = self.tree["K"][0]
        self.pages: list[dict[int, bytes]] = [{} for _ in document.pages]
        self.annotations: list[tuple[bytes, bytes]] = []
        self.notes = 0
        self.spare: list[Any] = []

    def write(self, root: Node) -> None:
        """Write the new elements and the table from content to elements.

        The objects of the old elements are used again, and those left over are emptied: pydyf counts freed
        objects wrongly where it packs objects into streams.
        """
        top = int(self.top.split()[0])
        self.spare = [
            entry
            for number, entry in enumerate(self.pdf.objects)
            if number != top and isinstance(entry, dict) and entry.get("Type") in ("/StructElem", "/OBJR")
        ][::-1]
        document = self.pdf.objects[top]
        document["K"] = self._kids(root, self.top, None)
        for entry in self.spare:
            entry.clear()
        table = _object(self.pdf, self.tree["ParentTree"])
        table["Nums"] = self._numbers()
        self.tree["ParentTreeNextKey"] = len(self.pages) + len(self.annotations)

    def _element(self, node: Node, parent: bytes) -> bytes:
        element = self._object()
        element.update({"Type": "/StructElem", "S": f"/{node.type}", "P": parent})
        page = next((kid.page for kid in node.kids if isinstance(kid, Content)), None)
        if page is not None:
            element["Pg"] = self.references[page]
        if node.type == "Note":
            self.notes += 1
            element["ID"] = self.pydyf.String(f"note-{self.notes}")
        self._attributes(element, node)
        element["K"] = self._kids(node, element.reference, page)
        return bytes(element.reference)

    def _object(self) -> Any:
        if self.spare:
            element = self.spare.pop()
            element.clear()
            return element
        element = self.pydyf.Dictionary()
        self.pdf.add_object(element)
        return element

    def _attributes(self, element: Any, node: Node) -> None:
        owned: dict[str, Any] = {}
        for name, value in node.attributes.items():
            if name in _OWNERS:
                owned["O"] = _OWNERS[name]
                owned[name] = int(value) if value.isdigit() else f"/{value}"
            else:
                element[name] = self.pydyf.String(value)
        if owned:
            element["A"] = self.pydyf.Dictionary(owned)

    def _kids(self, node: Node, reference: bytes, page: int | None) -> Any:
        kids = self.pydyf.Array()
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(self._element(kid, reference))
            elif kid.annotation:
                kids.append(self._annotation(kid, node, reference))
            else:
                self.pages[kid.page][kid.mcid] = reference
                kids.append(kid.mcid if kid.page == page else self._marked(kid))
        return kids

    def _marked(self, kid: Content) -> Any:
        return self.pydyf.Dictionary({"Type": "/MCR", "Pg": self.references[kid.page], "MCID": kid.mcid})

    def _annotation(self, kid: Content, node: Node, reference: bytes) -> Any:
        annotation = _object(self.pdf, kid.annotation)
        if node.title:
            annotation["Contents"] = self.pydyf.String(node.title)
        annotation["StructParent"] = len(self.pages) + len(self.annotations)
        self.annotations.append((kid.annotation, reference))
        return self.pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.annotation, "Pg": self.references[kid.page]})

    def _numbers(self) -> Any:
        numbers = self.pydyf.Array()
        for place, page in enumerate(self.pages):
            last = max(page, default=-1)
            numbers.append(place)
            numbers.append(self.pydyf.Array([page.get(mcid, b"null") for mcid in range(last + 1)]))
        for place, (_, reference) in enumerate(self.annotations, len(self.pages)):
            numbers.append(place)
            numbers.append(reference)
        return numbers
