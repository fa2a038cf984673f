"""What a site learns of a version: its topics."""

from __future__ import annotations

from lxml import etree

from engross.akn.namespace import every
from engross.present import present
from engross.site.record import make_record
from tests.present.invented import statement

ITEM = '<p><inline name="agenda item name">{}</inline></p>'
TITLE = "<p><docNumber>99/998.</docNumber> <docTitle>Year of Footnotes</docTitle></p>"


def topics(cover: str = "", *subjects: tuple[str, str]) -> tuple[str, ...]:
    root = statement(cover=cover, preface=TITLE)
    meta = next(every(root, "meta"))
    for dictionary, subject in subjects:
        node = etree.SubElement(meta, f"{{{etree.QName(meta).namespace}}}keyword")
        node.set("dictionary", dictionary)
        node.set("showAs", subject)
    return make_record(present(root), root, "x", "key")[0].topics


def test_subjects_of_the_thesaurus_are_topics_and_those_of_other_lists_are_not() -> None:
    found = topics("", ("UNBIS Thesaurus", "FREEDOM OF MARGINS"), ("UNBIS Thesaurus", "Notes"), ("SDGO", "sdg_99"))
    assert found == ("Freedom Of Margins", "Notes")


def test_titles_of_agenda_items_are_topics_each_part_by_itself() -> None:
    assert topics(ITEM.format("Reading questions: trade in margins"), ("Thesaurus", "Trade in margins")) == (
        "Trade in margins",
        "Reading questions",
    )
    assert topics(ITEM.format("脚注问题：页边贸易")) == ("脚注问题", "页边贸易")


def test_a_version_without_either_goes_by_its_title() -> None:
    assert topics() == ("Year of Footnotes",)
