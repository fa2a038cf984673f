"""Another organization and a seventh language are files, not code."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

from engross.lexicon import Lexicon, lexicon
from engross.model.failure import Failure

ORGAN = """
id = "congress"
actor = "lor-congress"
dgacm_actor = "lorc"
reference = "congress"
sessions = "ordinal"
first_year = 1900

[[symbols]]
kind = "resolution"
patterns = ["RIV/RES/{session}/{number}{tail}"]
text = "RIV/RES/{session}/{number}{tail}"
short = "{session}/{number}"
iri = "{session}-{number}"

[names.en]
organization = "League of Rivers"
name = "Congress of Waters"
agent = "the Congress of Waters"
formula = "The Congress of Waters"
lines.session = "{ordinal} flood"
lines.adoption = ["Resolution poured by {organ.agent}", "on {date}"]
lines.meeting = "{meeting} tide"
"""

LANGUAGE = """
code = "qx"
iso3 = "qxx"
name = "Quux"
english_name = "Quux"
organization = "Zunat"
stop_words = "zo ka ru"

[organs.ga]
name = "Zamba"
agent = "za Zamba"
formula = "Za Zamba"

[lines]
session = "{ordinal} fena"
agenda_item = "Poka {item}"
adoption = ["Rezu {organ.agent}", "zo {date}"]
meeting = "{meeting} toka"

[numbers.session]
"1-9" = "nu{n}"
"10-199" = "to{n}"

[dates]
months = ["ia", "ib", "ic", "id", "ie", "if", "ig", "ih", "ii", "ij", "ik", "il"]
print = "{year}/{month}/{day}"

[distribution]
general = "Distr. zum"

[original]
print = "Orig: {name}"
names = { qx = "quux" }

[agenda]
letter = "<{letter}>"
links = ["ka"]

[labels]
paragraph = "{n}:"
point = "<{letter}>"
subpoint = "<{roman}>"

[headings.annex]
print = "Vaka"
numbered = "Vaka {number}"

[openings]
recital = "zumando[ fe]"
operative = "zumanda[ fe]"
"""


@pytest.fixture
def rivers(tmp_path: Path) -> Lexicon:
    for kind, name, text in (("organs", "congress", ORGAN), ("languages", "qx", LANGUAGE)):
        (tmp_path / kind).mkdir()
        (tmp_path / kind / f"{name}.toml").write_text(text, encoding="utf-8")
    return Lexicon.load(tmp_path)


def test_an_invented_organization_is_printed_and_recognised(rivers):
    english = rivers.languages["en"]
    day = datetime.date(2044, 5, 2)
    assert english.organization_of("congress") == "League of Rivers"
    assert english.organization_of("ga") == "United Nations"
    assert english.parse_organization("LEAGUE OF RIVERS")
    assert english.parse_organ("Congress of Waters") == "congress"
    assert english.session("congress", "3") == "Third flood"
    assert english.parse_session("Third flood").value == "3"
    assert english.adoption("congress", day)[0] == "Resolution poured by the Congress of Waters"
    assert english.parse_adoption(" ".join(english.adoption("congress", day))).organ == "congress"
    assert english.parse_meeting("2nd tide").number == "2"
    assert english.parse_formula("The Congress of Waters,").organ == "congress"
    symbol = rivers.parse_symbol("RIV/RES/44/7")
    assert (symbol.organ, symbol.short, symbol.iri_number) == ("congress", "44/7", "44-7")
    assert rivers.organs["congress"].session_years("2") == (1901, 1902)
    assert english.parse_formula("The General Assembly,").organ == "ga"


def test_an_invented_language_is_printed_and_recognised(rivers):
    quux = rivers.languages["qx"]
    day = datetime.date(2044, 5, 2)
    assert quux.session("ga", "7") == "Nu7 fena"
    assert quux.parse_session("Nu7 fena").value == "7"
    assert quux.date(day) == "2044/ie/2"
    assert quux.parse_date("2044/ie/2") == day
    assert quux.parse_adoption(" ".join(quux.adoption("ga", day))).date == day
    assert quux.opening("Zumando fe kara,", "recital") == len("Zumando fe")
    assert quux.part_of("Zumanda kara;") == "operative"
    assert quux.parse_annex("Vaka II").value == 2
    assert rivers.guess_language("zo kara ka zumba ru fena") == "qx"


def test_the_built_in_lexicon_stays_as_it_is(rivers):
    assert "congress" not in lexicon().organs
    assert set(rivers.languages) == {*lexicon().languages, "qx"}


def test_a_file_of_a_later_folder_is_merged_over_the_built_in_one(tmp_path):
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "fr.toml").write_text('[words]\npage = "feuille"\n', encoding="utf-8")
    french = Lexicon.load(tmp_path).languages["fr"]
    assert (french.words["page"], french.words["note"]) == ("feuille", "Note")


def test_wrong_folders_and_broken_files_fail_with_one_clear_line(tmp_path):
    with pytest.raises(Failure, match="no lexicon folder"):
        Lexicon.load(tmp_path)
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "qx.toml").write_text("code = ", encoding="utf-8")
    with pytest.raises(Failure, match=r"qx\.toml"):
        Lexicon.load(tmp_path).languages["qx"]
    (tmp_path / "languages" / "qx.toml").write_text('code = "qx"', encoding="utf-8")
    with pytest.raises(Failure, match="iso3"):
        Lexicon.load(tmp_path).languages["qx"]


def test_asking_for_the_lexicon_reads_no_file():
    script = (
        "import builtins, pathlib, time\n"
        "from engross.lexicon import lexicon\n"
        "start = time.perf_counter()\n"
        "lexicon()\n"
        "assert time.perf_counter() - start < 0.015\n"
        "import sys; assert not {'babel', 'lxml', 'docx', 'weasyprint'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
