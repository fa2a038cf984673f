"""What a text cites by name: a link on the web, text like any other on a page."""

from __future__ import annotations

import dataclasses

from lxml import etree

from engross.model.presentation import Break, Inline, Link, NoteCall, Paragraph, Presentation, Text, on_page, plain
from engross.resources import templates
from engross.writers.html import write as write_html
from engross.writers.markdown import write as write_markdown
from tests.writers.resolutions import resolution

ADDRESS = "https://docs.un.org/fr/A/99/PV.68"
NAMED = (
    Text("À sa "),
    Text("68", cites=ADDRESS),
    Text("e", raised=True, cites=ADDRESS),
    Text(" séance", cites=ADDRESS),
    Text(", "),
    Text("elle", emphasis=True),
    Text(" décide", emphasis=True, cites="https://example.org/"),
    Text("."),
)


def saying(content: tuple[Inline, ...]) -> Presentation:
    made = resolution("fr", Paragraph("para_9", "9.", content))
    assert plain(content) in "".join(
        plain(b.content) for part in made.parts for b in part.blocks if isinstance(b, Paragraph)
    )
    return made


def test_on_a_page_what_is_named_is_text_like_any_other() -> None:
    assert on_page(NAMED) == (
        Text("À sa 68"),
        Text("e", raised=True),
        Text(" séance, "),
        Text("elle décide", emphasis=True),
        Text("."),
    )
    quiet = (Text("a"), Break(), Text("b", bold=True))
    assert on_page(quiet) == quiet


def test_on_the_web_it_is_one_link_whatever_its_looks() -> None:
    data = write_html(saying(NAMED), b"", templates() / "un").decode()
    root = etree.fromstring(data.encode(), etree.HTMLParser(encoding="utf-8"))
    links = [link for link in root.iter("a") if link.get("href") in {ADDRESS, "https://example.org/"}]
    assert [("".join(link.itertext()), link.get("href")) for link in links] == [
        ("68e séance", ADDRESS),
        (" décide", "https://example.org/"),
    ]


def test_a_note_or_a_link_may_stand_at_a_name() -> None:
    link = Link("https://example.org/58", (Text("58/220"),))
    content = (
        NoteCall("note_1", "1"),
        Text("Charte", cites=ADDRESS),
        NoteCall("note_1", "1"),
        link,
        Text("Pacte", cites=ADDRESS),
    )
    data = write_html(saying((Text("La "), *content)), b"", templates() / "un").decode()
    root = etree.fromstring(data.encode(), etree.HTMLParser(encoding="utf-8"))
    assert ["".join(link.itertext()) for link in root.iter("a") if link.get("href") == ADDRESS] == ["Charte", "Pacte"]


def test_markdown_has_no_mark_of_it() -> None:
    bare = tuple(dataclasses.replace(one, cites="") for one in NAMED[:5])
    assert write_markdown(saying(NAMED[:5]), b"") == write_markdown(saying(bare), b"")
