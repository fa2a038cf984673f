"""What a delegation types has no masthead: a heading, or a line above the text, is its title."""

from __future__ import annotations

from tests.recognise.structure.recognising import codes, masthead, recognised, tree

TEXT = ("The General Assembly,", "Recalling all footnotes,", "1.\tDecides to number them.")


def test_line_right_above_the_text_is_the_title() -> None:
    assert (
        masthead(tree("Footnotes of small island States", *TEXT))["resolutionTitle"]
        == "Footnotes of small island States"
    )


def test_title_leaves_nothing_unplaced() -> None:
    assert "text-unplaced" not in codes(recognised("Footnotes of small island States", *TEXT))


def test_only_the_last_line_above_the_text_is_the_title() -> None:
    found = masthead(tree("Delegates: Freedonia and Sylvania", "Footnotes of small island States", *TEXT))
    assert found["resolutionTitle"] == "Footnotes of small island States"


def test_sentence_above_the_text_is_no_title() -> None:
    assert "resolutionTitle" not in masthead(tree("We, the delegates, wrote all of this by ourselves.", *TEXT))


def test_line_below_a_symbol_is_no_title() -> None:
    assert "resolutionTitle" not in masthead(tree("A/RES/99/998", "Footnotes of small island States", *TEXT))


def test_lines_of_sponsors_and_signatories_stand_before_the_title() -> None:
    found = masthead(
        tree("Sponsors: Freedonia, Sylvania", "Signatories: Ruritania", "Footnotes of small States", *TEXT)
    )
    assert found["docProponent"] == "Sponsors: Freedonia, Sylvania Signatories: Ruritania"
    assert found["resolutionTitle"] == "Footnotes of small States"


def test_title_may_stand_above_its_sponsors() -> None:
    found = masthead(tree("Footnotes of small States", "Sponsors: Freedonia, Sylvania", *TEXT))
    assert found["resolutionTitle"] == "Footnotes of small States"
