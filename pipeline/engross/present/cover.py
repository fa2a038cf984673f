"""Masthead, the block under it and the title lines, each printed line in its place.

The `coverPage` is read element by element in the order of the tree, so that a line that nothing here knows is
still printed, as a line of the role `other`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from engross.akn.cover_reading import read_date
from engross.akn.namespace import every, find, name
from engross.model.presentation import (
    BlockLine,
    Break,
    Cover,
    Inline,
    Link,
    NoteCall,
    Text,
    Title,
    plain,
)
from engross.present.address import document_address
from engross.present.counting import count_text
from engross.present.facts import kind_of
from engross.present.inline import Reader
from engross.present.lines import cut, raise_ordinals, split_lines
from engross.present.words import Words

_BLOCK_ROLES = {
    ("docAuthority", "#subsidiaryBody"): "subsidiary-body",
    ("session", ""): "session",
    ("event", "#session"): "session-dates",
    ("docCommittee", ""): "committee",
    ("inline", "agenda item"): "agenda-item",
    ("inline", "agenda item name"): "agenda-title",
    ("inline", "decision type"): "decision-type",
    ("docType", ""): "document-type",
}
_ROLES = {
    ("docAuthority", "#publisher"): "organization",
    ("docAuthority", "#issuingBody"): "issuing-body",
    ("docNumber", ""): "symbol",
    ("docStatus", ""): "distribution",
    ("docDate", "#dateOfIssuance"): "issued",
    ("docDate", ""): "issued",
    ("inline", "docDate"): "issued",
    ("inline", "languageOfExpression"): "version-language",
    ("inline", "originalLanguage"): "original-language",
    ("docTitle", "#resolutionNumber"): "number-line",
    ("docTitle", ""): "adoption",
    ("docProponent", "#sponsors"): "sponsors",
    ("inline", "reissue"): "reissue",
    ("docProponent", ""): "proponent",
    **_BLOCK_ROLES,
}
_DISTRIBUTIONS = {"resolution": "general", "draft": "limited"}
_LINE_ELEMENTS = frozenset(tag for tag, _ in _ROLES)

_Content = tuple[Inline, ...]


@dataclass(slots=True)
class _Lines:
    """The printed lines of a cover by role, and those of the block in their order."""

    by_role: dict[str, list[_Content]] = field(default_factory=dict)
    block: list[BlockLine] = field(default_factory=list)
    proponent: etree._Element | None = None

    def put(self, role: str, content: _Content) -> None:
        if not content:
            return
        if role in _BLOCK_ROLES.values() or role == "other":
            self.block.append(BlockLine(role, content))
        else:
            self.by_role.setdefault(role, []).append(content)

    def first(self, role: str) -> _Content:
        """The line of a role that is printed once; lines beyond the first move to the block."""
        found = self.by_role.pop(role, [])
        self.block += [BlockLine("other", content) for content in found[1:]]
        return found[0] if found else ()

    def move(self, role: str, block_role: str) -> None:
        """Moves the lines of a role to the block, where they have another."""
        self.block += [BlockLine(block_role, content) for content in self.by_role.pop(role, [])]

    def text(self, role: str) -> str:
        return plain(self.first(role))


def read_cover(
    document: etree._Element, reader: Reader, words: Words, symbol: str, session: str
) -> tuple[Cover, Title]:
    """The masthead and the title lines of a `statement` or `documentCollection`.

    `symbol` and `session` are what the document is known to be; words that the tree lacks and that follow from
    them, the organ and the language are supplied.
    """
    lines = _read_lines(find(document, "coverPage"), reader, words)
    if document.get("name") == "decision":
        lines.move("proponent", "committee")
    number_line = lines.first("number-line")
    title = Title(
        adoption=_adoption(lines.first("adoption"), document, words, bool(number_line)),
        number_line=number_line,
        proponent=_emphasised(lines.first("proponent")),
        sponsors=lines.first("sponsors"),
    )
    initial, rest = split_symbol(lines.text("symbol") or symbol)
    cover = Cover(
        organization=lines.text("organization") or words.organization,
        symbol_initial=initial,
        symbol_rest=rest,
        issuing_body=lines.text("issuing-body") or words.issuing_body,
        distribution=_distribution(lines, words, symbol),
        block=(),
    )
    return replace(cover, block=_block(lines, words, session)), title


def split_symbol(symbol: str) -> tuple[str, str]:
    """The large initial of a symbol and the small rest: `A`, `/RES/60/212` (official style 1.2)."""
    initial, slash, rest = symbol.partition("/")
    return initial, slash + rest


def _read_lines(cover: etree._Element | None, reader: Reader, words: Words) -> _Lines:
    lines = _Lines()
    for node in cover if cover is not None else ():
        elements = list(_line_elements(node))
        if len(elements) > 1 and sum(map(count_text, elements)) == count_text(node):
            for element in elements:
                lines.put(_role(element), reader.inlines(element))
            continue
        role = _role(elements[0]) if elements else "other"
        content = reader.inlines(node)
        lines.put(role, _linked(content, elements[0], words) if role == "proponent" else content)
    return lines


def _line_elements(node: etree._Element) -> Iterator[etree._Element]:
    """The outermost elements inside a cover's paragraph that make a line."""
    for child in node:
        if name(child) in _LINE_ELEMENTS and _role(child) != "other":
            yield child
        else:
            yield from _line_elements(child)


def _role(node: etree._Element) -> str:
    tag = name(node)
    key = node.get("name", "") if tag == "inline" else node.get("refersTo", "")
    if tag == "docAuthority" or tag == "inline":
        return _ROLES.get((tag, key), "other")
    return _ROLES.get((tag, key)) or _ROLES.get((tag, ""), "other")


def _linked(content: _Content, proponent: etree._Element, words: Words) -> _Content:
    """The origin line with a link on every document that it is marked to name."""
    for node in every(proponent, "inline"):
        text = "".join(node.itertext()).strip()
        if node.get("name") == "originating document" and text:
            content = _link_first(content, text, document_address(_symbol_of(text), words.language))
    return content


def _symbol_of(text: str) -> str:
    """The symbol at the head of a cited place: `A/80/537` of `A/80/537, para. 15`."""
    for number, character in enumerate(text):
        if character in ",،，;" or (character == " " and "(" not in text[number : number + 2]):
            return text[:number]
    return text


def _link_first(content: _Content, text: str, href: str) -> _Content:
    """The first place of `text` outside links, as a link; only its symbol is the link's text."""
    symbol = _symbol_of(text)
    for place, inline in enumerate(content):
        if isinstance(inline, Text) and symbol in inline.text:
            before, _, after = inline.text.partition(symbol)
            parts: list[Inline] = [replace(inline, text=before)] if before else []
            parts.append(Link(href, (replace(inline, text=symbol),)))
            if after:
                parts.append(replace(inline, text=after))
            return (*content[:place], *parts, *content[place + 1 :])
    return content


def _emphasised(content: _Content) -> _Content:
    """The origin line: its words emphasised, its outer square brackets not (official style 1.3)."""
    if not content:
        return ()
    texts = list(content)
    opening: list[Inline] = []
    closing: list[Inline] = []
    if isinstance(first := texts[0], Text) and first.text.startswith("["):
        opening = [replace(first, text="[", emphasis=False)]
        texts[0] = replace(first, text=first.text[1:])
    if isinstance(last := texts[-1], Text) and last.text.endswith("]"):
        closing = [replace(last, text="]", emphasis=False)]
        texts[-1] = replace(last, text=last.text[:-1])
    kept = [emphasise(inline) for inline in texts if not (isinstance(inline, Text) and not inline.text)]
    return (*opening, *kept, *closing)


def emphasise(inline: Inline) -> Inline:
    """The same inline, its text emphasised."""
    if isinstance(inline, Text):
        return replace(inline, emphasis=True)
    if isinstance(inline, Link):
        return replace(inline, content=tuple(map(emphasise, inline.content)))
    return inline


def _distribution(lines: _Lines, words: Words, symbol: str) -> tuple[str, ...]:
    """Distribution and date; then, after a blank line, the languages (official style 6.2).

    A resolution is for general distribution, a draft (`L.`) for limited; of other documents nothing is certain.
    """
    kind = _DISTRIBUTIONS.get(kind_of(symbol), "")
    distribution = lines.text("distribution") or (words.distribution(kind) if kind else "")
    dates = [plain(content) for content in lines.by_role.pop("issued", [])]
    languages = [text for role in ("version-language", "original-language") if (text := lines.text(role))]
    head = [line for line in (distribution, *dates) if line]
    return (*head, "", *languages) if languages else tuple(head)


def _block(lines: _Lines, words: Words, session: str) -> tuple[BlockLine, ...]:
    """The lines under the masthead; session and subsidiary body supplied where they are certain."""
    roles = {line.role for line in lines.block}
    supplied: list[BlockLine] = []
    if "subsidiary-body" not in roles and words.subsidiary_body:
        supplied.append(BlockLine("subsidiary-body", (Text(words.subsidiary_body),)))
    if "session" not in roles and (line := words.session(session)):
        supplied.append(BlockLine("session", (Text(line),)))
    return (*supplied, *lines.block)


def _adoption(content: _Content, document: etree._Element, words: Words, detail: bool) -> tuple[_Content, ...]:
    """The adoption title in its official lines: at its own breaks, or where the lexicon's last line begins.

    As the `detail` of a number line (Security Council), it turns where it must (official style 1.3).
    """
    if not content:
        return ()
    if any(isinstance(inline, Break) for inline in content):
        return tuple(raise_ordinals(line, words) for line in split_lines(content))
    if detail:
        content = _dated(content, document)
    text = plain(content)
    place = 0 if detail else _last_line(text, document, words)
    if not 0 < place < len(text) or any(isinstance(inline, Link | NoteCall) for inline in content):
        return (raise_ordinals(content, words),)
    first, second = cut(content, place)
    return raise_ordinals(first, words), raise_ordinals(second, words)


def _dated(content: _Content, document: etree._Element) -> _Content:
    """The adoption detail with its date apart from the word before (mark-up drops the space between them) and the
    day kept with the month, as official pages have it ("on / 8 May 2025").
    """
    for node in every(document, "docDate"):
        date = "".join(node.itertext()).split()
        if node.get("refersTo") != "#adoptionDate" or not date or not date[0].isdigit():
            continue
        found = re.compile(r"[ \u00a0]".join(map(re.escape, date)))
        apart = re.compile(rf"(?<=[^\W\d_\u2e80-\uffff])(?={found.pattern})")
        glued = "\u00a0".join((date[0], " ".join(date[1:]))) if date[1:] else date[0]
        content = tuple(
            replace(inline, text=found.sub(glued, apart.sub(" ", inline.text))) if isinstance(inline, Text) else inline
            for inline in content
        )
    return content


def _last_line(text: str, document: etree._Element, words: Words) -> int:
    """Where the forced last line ("on 12 December 2025") begins; 0 where the title is not the lexicon's."""
    for node in (*every(document, "FRBRdate"), *every(document, "docDate")):
        date = read_date(node.get("date", ""))
        for lines in words.adoption(date) if date is not None else ():
            last = _spaces(lines[-1])
            if len(lines) > 1 and _spaces(text).endswith(last):
                return len(text) - len(last)
    return 0


def _spaces(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")
