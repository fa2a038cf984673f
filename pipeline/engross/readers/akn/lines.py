"""Cover, preface and closing lines, line by line, with the elements that say what each is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from engross.akn.namespace import append, element, every, name
from engross.readers.akn.inline import InlineReader, tidy

_LINES = {
    "docAuthority", "docCommittee", "docDate", "docNumber", "docProponent", "docStatus", "docTitle", "docType",
    "event", "inline", "session",
}  # fmt: skip
_COVER_POINTERS = {
    "session": "#session",
    "docTitle": "#adoption",
    "docCommittee": "#committee",
}
_INLINE_POINTERS = {"languageOfExpression": "#languageOfExpression", "originalLanguage": "#originalLanguage"}
_COMMITTEE = re.compile(r"#[A-Za-z_][\w.-]*")


def read_cover(cover: etree._Element | None, inline: InlineReader) -> etree._Element:
    """The `coverPage`, one `p` a line; pictures and empty lines are left out."""
    made = element("coverPage")
    for node in cover if cover is not None else ():
        if name(node):
            made.extend(_cover_lines(inline.copy(node, "p", bold=False)))
    if not len(made):
        made.append(element("p"))
    return made


def _cover_lines(line: etree._Element) -> Iterator[etree._Element]:
    """A copied line as it is, or one line for each of its elements where it holds several."""
    for node in list(every(line, *_LINES)):
        _point(node)
    parts = [child for child in line if name(child) in _LINES]
    plain = (line.text or "") + "".join(child.tail or "" for child in line)
    if len(parts) > 1 and len(parts) == len(line) and not plain.strip():
        for part in parts:
            part.tail = None
            yield element("p", part)
    elif len(line) or line.text:
        yield line


def _point(node: etree._Element) -> None:
    """The pointer of a line in this project's form."""
    kind = name(node)
    if (kind in {"docTitle", "docCommittee"} and not node.get("refersTo")) or kind == "session":
        node.set("refersTo", _COVER_POINTERS[kind])
    elif kind == "inline" and node.get("name", "") in _INLINE_POINTERS:
        node.set("refersTo", _INLINE_POINTERS[node.get("name", "")])
    elif kind == "docProponent" and not _COMMITTEE.fullmatch(node.get("refersTo", "")):
        node.attrib.pop("refersTo", None)
    elif kind == "event":
        _join_dates(node)


def _join_dates(event: etree._Element) -> None:
    """The dates of a session, between which the published files lost the dash."""
    dates = [child for child in event if name(child) == "date"]
    for date in dates[:-1]:
        if not (date.tail or "").strip():
            date.tail = "–"
    if dates:
        tidy(event)


def read_preface(preface: etree._Element | None, inline: InlineReader) -> etree._Element | None:
    """The `preface`: number and title, and the further lines of a decision."""
    made = element("preface")
    for node in preface if preface is not None else ():
        if not name(node):
            continue
        line = inline.copy(node, "p", bold=False)
        for title in every(line, "docTitle"):
            title.set("refersTo", title.get("refersTo") or "#resolutionTitle")
            tidy(title)
        for number in every(line, "docNumber"):
            tidy(number)
        _space_after_number(line)
        if len(line) or line.text:
            made.append(line)
    return made if len(made) else None


def _space_after_number(line: etree._Element) -> None:
    for number in every(line, "docNumber"):
        after = number.getnext()
        if after is not None and name(after) == "docTitle" and not (number.tail or ""):
            number.tail = " "


def read_conclusions(conclusions: etree._Element | None, inline: InlineReader) -> etree._Element | None:
    """The `conclusions`: meeting and date as an `event`, whichever way the file codes them; then the vote."""
    made = element("conclusions")
    for node in conclusions if conclusions is not None else ():
        if not name(node):
            continue
        line = inline.copy(node, "p", bold=False)
        if next(every(line, "event"), None) is None:
            line = _event(line)
        if len(line) or line.text:
            made.append(line)
    return made if len(made) else None


def _event(line: etree._Element) -> etree._Element:
    """Meeting and date as `event/(location, eol, docDate)`; a line of another kind stays as it is."""
    meeting = next((n for n in every(line, "inline") if n.get("name") == "adoptionMeeting"), None)
    date = next(every(line, "docDate"), None)
    if meeting is None and date is None:
        return line
    if any(name(child) not in {"inline", "eol", "docDate"} for child in line):
        return line
    event = element("event", refersTo="#adoption")
    append(event, line.text or "")
    for child in list(line):
        if child is meeting:
            place = element("location", refersTo="#adoptionMeeting", title=child.get("title") or None)
            append(place, child.text or "", *list(child))
            place.tail = child.tail
            child = place
        elif child is date:
            child.set("refersTo", "#adoptionDate")
        event.append(child)
    return element("p", event)
