"""JSON: the Presentation under its own names, without what is empty."""

from __future__ import annotations

import json
from typing import Any

from engross.writers.json import FORM, write
from tests.writers.resolutions import resolution, table


def document(*extra: Any) -> dict[str, Any]:
    return json.loads(write(resolution("fr", *extra), b""))  # type: ignore[no-any-return]


def test_members_are_the_models_and_the_form_is_named() -> None:
    found = document()
    assert found["form"] == FORM
    assert (found["language"], found["running_symbol"]) == ("fr", "A/RES/99/999")
    assert found["cover"]["symbol_initial"] == "A"


def test_what_is_empty_is_left_out() -> None:
    assert "reissue" not in document()
    assert document()["parts"][0]["blocks"][0]["content"][0] == {
        "text": "Assemblée générale",
        "emphasis": True,
        "kind": "text",
    }


def test_blocks_and_inlines_name_their_kind() -> None:
    kinds = [block["kind"] for block in document(table())["parts"][0]["blocks"]]
    assert kinds == ["formula", "recital", "paragraph", "paragraph", "table"]


def test_dates_are_iso() -> None:
    assert document()["facts"]["adopted"] == "2044-12-22"


def test_letters_are_letters_and_the_same_input_gives_the_same_bytes() -> None:
    once = write(resolution("ar"), b"")
    assert once == write(resolution("ar"), b"")
    assert "\\u" not in once.decode()
