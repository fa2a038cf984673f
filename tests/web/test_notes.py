"""Notes: beside the text where there is room, a card where there is none, at the end on paper."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engross.akn.serialise import to_bytes
from engross.batch.document import read_bytes
from tests.present.invented import note, statement
from tests.web.conftest import Watched

Open = Callable[..., Watched]


@pytest.fixture(scope="session", params=["eng", "ara"])
def noted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with notes: two called in one line, one alone, one long in the last paragraph."""
    close = f"Recalls margins{note('1', 'See A/99/1, ' + 'annex ' * 30)} and gutters,{note('2', 'See A/99/2.')}"
    texts = [close, "Decides. " * 90, f"Reads{note('3', 'See A/99/3.')} on.", f"Ends.{note('4', 'Margins. ' * 40)}"]
    body = "".join(
        f"<paragraph><num>{n}.</num><content><p>{text}</p></content></paragraph>" for n, text in enumerate(texts, 1)
    )
    path = tmp_path_factory.mktemp("notes") / "page.html"
    path.write_bytes(read_bytes(to_bytes(statement(body, language=request.param)), "a.xml").to_bytes("html"))
    return path


def boxes(page: Any, selector: str) -> list[Any]:
    """Where elements stand, in their order: left, right, top, bottom."""
    script = "all => all.map(e => { const r = e.getBoundingClientRect(); return [r.left, r.right, r.top, r.bottom]; })"
    found: list[Any] = page.locator(selector).evaluate_all(script)
    return found


def test_notes_stand_beside_their_calls_on_a_wide_screen(noted: Path, open_page: Open) -> None:
    page = open_page(noted.as_uri(), 1300).page
    notes, calls, texts = boxes(page, ".note"), boxes(page, ".call"), boxes(page, ".paragraphs > li > p")
    right_to_left = page.evaluate("document.documentElement.dir") == "rtl"
    for one in notes:
        beside = (one[1] < text[0] if right_to_left else one[0] > text[1] for text in texts)
        assert all(beside)
        assert one[0] >= 0
        assert one[1] <= 1300
    for place in (0, 2, 3):
        assert abs(notes[place][2] - calls[place][2]) < 12
    assert all(below[2] > above[3] for above, below in itertools.pairwise(notes))


@pytest.mark.parametrize("size", [(360, 640), (1000, 700)])
def test_a_note_is_a_card_where_there_is_no_room_and_escape_puts_it_away(
    noted: Path, open_page: Open, size: tuple[int, int]
) -> None:
    width, height = size
    page = open_page(noted.as_uri(), width, height, has_touch=True).page
    page.locator(".call").nth(2).tap()
    ((left, right, top, bottom),) = boxes(page, ".note:target")
    assert left >= 0
    assert right <= width
    assert top > height / 2
    assert abs(bottom - height) < 1
    page.keyboard.press("Escape")
    page.wait_for_function("!document.querySelector('.note:target')")
    assert page.url.endswith("#c3")


def test_notes_stand_at_the_end_where_margins_cannot_be_anchored(noted: Path, open_page: Open) -> None:
    page = open_page(noted.as_uri(), 1000).page
    assert boxes(page, ".note")[0][2] > boxes(page, ".paragraphs")[0][3]


def test_notes_follow_the_text_on_paper(noted: Path, open_page: Open) -> None:
    page = open_page(noted.as_uri(), 1300).page
    page.emulate_media(media="print")
    assert boxes(page, ".note")[0][2] > boxes(page, ".paragraphs")[0][3]
