"""New drafts: what is written is what is read."""

from __future__ import annotations

import pytest

from engross.akn.schema import validate
from engross.batch.document import read_bytes
from engross.drafting import Order, draft, openings
from engross.lexicon import lexicon
from engross.model.failure import Failure

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
ORDER = Order(
    symbol="A/C.2/99/L.7",
    session=99,
    agenda_item="57 (b)",
    agenda_title="Typography for development",
    title="International Year of Footnotes",
    sponsors="Chile and Ghana",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("organ", ["ga", "hrc", "ecosoc", "sc"])
def test_a_draft_reads_as_one(language: str, organ: str) -> None:
    source = draft(Order(organ=organ, language=language, title="Footnotes"))
    document = read_bytes(source.encode(), "new.md")
    assert validate(document.akn) == ()
    assert document.language == language
    assert document.title == "Footnotes"
    assert len(list(document.akn.iter("{*}container"))) == 3
    assert len(list(document.akn.iter("{*}paragraph"))) == 3


def test_the_masthead_is_that_of_a_limited_document() -> None:
    presentation = read_bytes(draft(ORDER).encode(), "new.md").present()
    cover = presentation.cover
    assert cover.symbol_initial + cover.symbol_rest == "A/C.2/99/L.7"
    assert cover.distribution[0] == "Distr.: Limited"
    assert cover.distribution[-1] == "Original: English"
    assert [line.text for line in cover.block][:3] == [
        "Ninety-ninth session",
        "Agenda item 57 (b)",
        "Typography for development",
    ]
    title = presentation.parts[0].title
    assert "".join(getattr(inline, "text", "") for inline in title.sponsors) == "Chile and Ghana: draft resolution"
    assert "".join(getattr(inline, "text", "") for inline in title.title) == "International Year of Footnotes"


def test_paragraphs_begin_with_the_words_asked_for() -> None:
    made = draft(Order(recitals=("Deeply concerned",), operative=("Urges", "Decides")))
    assert "*Deeply concerned* …," in made
    assert "1. *Urges* …;" in made
    assert "2. *Decides* …." in made


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_openings_that_are_offered_are_known_as_such(language: str) -> None:
    known = lexicon().languages[language]
    source = draft(Order(language=language))
    for line in source.split("---\n")[2].split("\n\n")[1:]:
        words = line.split("*")[1]
        assert known.opening(words + " …", "recital") or known.opening(words + " …", "operative"), words
    assert len(openings(language, "recital")) >= 3
    assert len(openings(language, "operative")) >= 3


@pytest.mark.parametrize("order", [Order(language="eo"), Order(organ="parliament")])
def test_what_nobody_knows_is_named(order: Order) -> None:
    with pytest.raises(Failure, match="is called"):
        draft(order)


def test_what_a_drafter_types_stays_text() -> None:
    document = read_bytes(draft(Order(title='A "title": with # signs\n---', sponsors="{x}")).encode(), "new.md")
    assert document.title.startswith('A "title": with # signs')
