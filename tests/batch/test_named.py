"""Names from source to output: pages are what they would be without marks, versions built together name each other."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from lxml import etree

from engross.akn.namespace import AKN, every
from engross.akn.serialise import parse
from engross.batch.build import build
from engross.batch.document import Document, read_bytes
from engross.batch.outputs import compose, forms
from engross.model.setting import OFFICIAL
from engross.present import present

ENGLISH = """---
symbol: A/RES/99/998
adopted: 2044-12-20
---
*The General Assembly*,

*Recalling* the Charter of the United Nations,[^1] and the *Records of the General Assembly, First Session*,

1. *Requests* the Secretary-General to number notes, as the Security Council did on 1 March 2044.

*54th plenary meeting*

*20 December 2044*

[^1]: See the Paris Agreement.
"""
FRENCH = """---
symbol: A/RES/99/998
adopted: 2044-12-20
---
*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies,

1. *Prie* le Secrétaire général de numéroter les notes.

*54e séance plénière*

*20 décembre 2044*
"""
ARABIC = """---
symbol: A/RES/99/998
adopted: 2044-12-20
---
**_إن الجمعية العامة_**،

**_إذ تشير_** إلى قرارات للجمعية العامة ومجلس الأمن وإلى ميثاق الأمم المتحدة،

1 - **_تطلب_** إلى الأمين العام أن يرقم الحواشي.
"""


def unmarked(document: Document) -> etree._Element:
    """The tree without the marks of what is named."""
    bare = copy.deepcopy(document.akn)
    marks = [
        node
        for node in every(bare, "organization", "role", "ref")
        if node.get("refersTo") or any(part in node.get("href", "") for part in ("/act/", "/debate/"))
    ]
    assert len(marks) > 3
    for node in marks:
        node.tag = f"{{{AKN}}}mark"
    etree.strip_tags(bare, f"{{{AKN}}}mark")
    return bare


@pytest.mark.parametrize("source", [ENGLISH, FRENCH, ARABIC], ids=["en", "fr", "ar"])
@pytest.mark.parametrize("form", ["pdf", "docx", "md", "txt"])
def test_what_is_named_looks_on_a_page_like_any_text(source: str, form: str) -> None:
    document = read_bytes(source.encode(), "made.md")
    made = [
        compose(forms([form])[0], present(tree), b"<akomaNtoso/>", OFFICIAL)
        for tree in (document.akn, unmarked(document))
    ]
    assert made[0] == made[1]


def test_versions_built_together_have_one_work_and_name_each_other(tmp_path: Path) -> None:
    (tmp_path / "a.en.md").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "a.fr.md").write_text(FRENCH, encoding="utf-8")
    build([tmp_path], tmp_path / "out", formats=("akn",), jobs=1)
    trees = [parse(path.read_bytes()) for path in sorted((tmp_path / "out").rglob("*.xml"))]
    assert len(trees) == 2
    works = {next(every(tree, "FRBRuri")).get("value", "") for tree in trees}
    assert works == {"/akn/un/statement/deliberation/un-ga/2044-12-20/99-998"}
    for tree, other in zip(trees, ("fra", "eng"), strict=True):
        named = {node.get("href") for node in every(tree, "TLCReference") if node.get("name") == "expression"}
        assert f"{works.copy().pop()}/{other}@" in named
        assert len(named) == 5


def test_a_page_of_the_web_read_back_has_the_same_references() -> None:
    document = read_bytes(ENGLISH.encode(), "made.md")
    page = document.to_bytes("html")
    again = read_bytes(page, "made.html")
    wanted = [node.get("href") for node in every(next(every(document.akn, "preamble")), "ref")]
    assert wanted
    assert [node.get("href") for node in every(next(every(again.akn, "preamble")), "ref")] == wanted
