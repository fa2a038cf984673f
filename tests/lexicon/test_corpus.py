"""The lexicon held against official documents, where a corpus is at hand."""

import os
import re
from pathlib import Path

import pytest
from lxml import etree

from engross.lexicon import lexicon

CORPUS = Path(os.environ.get("ENGROSS_CORPUS", Path(__file__).parents[2].parent / "shared" / "corpus"))
NAMESPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
EMPHASIS = {"ar": {"bold italic", "bold"}, "zh": {"bold"}}
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (CORPUS / "akn").is_dir(), reason="no corpus folder"),
]


def documents(code):
    for path in sorted((CORPUS / "akn").glob(f"*/*/{code}.xml")):
        yield path, etree.parse(path, etree.XMLParser(recover=True, resolve_entities=False)).getroot()


def text(element):
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def opening(paragraph, code):
    """The text of a paragraph and its emphasised first run, or None."""
    first = paragraph.find(f".//{NAMESPACE}span")
    if first is None or first.get("class") not in EMPHASIS.get(code, {"italic"}):
        return None
    whole, run = text(paragraph), text(first).strip(" ,，،")
    return (whole, run) if whole.startswith(run) and len(run) < 120 else None


@pytest.mark.parametrize("code", ["en", "fr", "es", "ru", "ar", "zh"])
def test_sessions_agree_with_the_mark_up(code):
    language = lexicon().languages[code]
    right = total = 0
    for _, root in documents(code):
        for session in root.iter(f"{NAMESPACE}session"):
            if text(session):
                found = language.parse_session(text(session))
                total += 1
                right += found is not None and found.value == session.get("value")
    assert total > 30
    assert right / total > 0.98


@pytest.mark.parametrize("code", ["en", "fr", "es", "ru", "ar", "zh"])
def test_opening_words_agree_with_the_emphasis(code):
    language = lexicon().languages[code]
    right = total = 0
    for path, root in documents(code):
        organ = "sc" if path.parent.name.startswith("S_") else ""
        for recital in root.iter(f"{NAMESPACE}container"):
            paragraph = recital.find(f"{NAMESPACE}p")
            case = opening(paragraph, code) if paragraph is not None else None
            if case and recital.getparent().tag == f"{NAMESPACE}preamble":
                total += 1
                right += case[0][: language.opening(case[0], "recital", organ)].rstrip(" ,，،") == case[1]
    assert total > 500
    assert right / total > (0.94 if code in EMPHASIS else 0.95)
