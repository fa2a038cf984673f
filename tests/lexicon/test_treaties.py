"""Treaties: their IRIs and addresses, and how the Treaty Series is cited."""

from __future__ import annotations

import pytest

from engross.lexicon import lexicon
from engross.lexicon.addresses import versions, work_address
from engross.lexicon.treaties import SeriesForms


def test_a_treaty_is_named_by_its_date_and_its_place_in_the_series() -> None:
    treaty = lexicon().treaties["child"]
    assert treaty is not None
    assert treaty.iri == "/akn/un/act/treaty/1989-11-20/unts-1577-27531"


def test_every_treaty_has_an_iri_of_its_own_and_an_address() -> None:
    english = lexicon().cited("en").names._data["treaties"]
    iris = []
    for name in english:
        treaty = lexicon().treaties[name]
        assert treaty is not None, name
        assert treaty.address_in("en").startswith("https://"), name
        iris.append(treaty.iri)
    assert len(set(iris)) == len(iris)


def test_an_address_is_that_of_the_deposit_else_of_the_volume() -> None:
    known = lexicon().treaties
    assert known.address("/akn/un/act/treaty/1989-11-20/unts-1577-27531", "fr").endswith(
        "mtdsg_no=IV-11&chapter=4&clang=_en"
    )
    assert known.address("/akn/un/act/treaty/1968-07-01/unts-729-10485", "fr").endswith("/Volume%20729/v729.pdf")
    assert (
        known.address("/akn/un/act/treaty/1945-06-26/charter", "fr")
        == "https://www.un.org/fr/about-us/un-charter/full-text"
    )
    assert known.address("/akn/un/act/treaty/0001-01-01/unts-12-34", "fr").endswith("/Volume%2012/v12.pdf")
    assert known.address("/akn/un/act/treaty/0001-01-01/unheard-of", "fr") == ""


@pytest.mark.parametrize(
    ("volume", "numbers", "iri"),
    [
        (1577, "27531", "/akn/un/act/treaty/1989-11-20/unts-1577-27531"),
        (75, "970–973", "/akn/un/act/treaty/1949-08-12/unts-75-970-973"),
        (75, "973", "/akn/un/act/treaty/1949-08-12/unts-75-973"),
        (999, "14668", "/akn/un/act/treaty/0001-01-01/unts-999-14668"),  # the Covenant and its Protocol
        (7, "9", "/akn/un/act/treaty/0001-01-01/unts-7-9"),
        (7, "9-99999", "/akn/un/act/treaty/0001-01-01/unts-7-9"),
    ],
)
def test_a_citation_of_the_series_leads_to_the_treaty_that_is_known(volume: int, numbers: str, iri: str) -> None:
    assert lexicon().treaties.cited(volume, numbers) == iri


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "United Nations, Treaty Series, vol. 1577, No. 27531."),
        ("fr", "Nations Unies, Recueil des Traités, vol. 1577, no 27531."),
        ("fr", "Nations Unies, Recueil des Traités, vol.\u00a01577, n°\u00a027531."),
        ("es", "Naciones Unidas, Treaty Series, vol. 1577, núm. 27531."),
        ("ru", "United Nations, Treaty Series, vol. 1577, No. 27531."),
        ("ar", "الأمم المتحدة، مجموعة المعاهدات، المجلد 1577، الرقم 27531."),
        ("zh", "联合国，《条约汇编》，第1577卷，第27531号。"),
    ],
)
def test_the_series_is_cited_in_every_language(language: str, text: str) -> None:
    [(start, end, volume, numbers)] = lexicon().cited(language).series.find(text)
    assert (start, end, volume, numbers) == (0, len(text) - 1, 1577, "27531")


def test_several_volumes_are_no_citation_of_one() -> None:
    assert list(lexicon().cited("en").series.find("United Nations, Treaty Series, vols. 9 and 10, No. 77.")) == []


def test_forms_are_regular_expressions_with_places() -> None:
    [(_, end, volume, numbers)] = SeriesForms([r"Series, vol\. {volume}, Nos?\. {number}"]).find(
        "Series, vol. 9, Nos. 7-8;"
    )
    assert (end, volume, numbers) == (24, 9, "7-8")


@pytest.mark.parametrize(
    ("iri", "address"),
    [
        ("/akn/un/statement/deliberation/un-ga/2003-12-23/58-220", "https://docs.un.org/fr/A/RES/58/220"),
        ("/akn/un/debate/verbatimRecord/un-ga/2044-12-20/A-99-PV.54", "https://docs.un.org/fr/A/99/PV.54"),
        ("/akn/un/debate/verbatimRecord/un-ga/2044-12-20/A-ES-10-PV.9", "https://docs.un.org/fr/A/ES-10/PV.9"),
        ("/akn/un/debate/verbatimRecord/un-ga/1971-10-25/A-PV.1976", "https://docs.un.org/fr/A/PV.1976"),
        ("/akn/un/debate/verbatimRecord/un-sc/2044-12-20/S-PV.9999", "https://docs.un.org/fr/S/PV.9999"),
        ("/akn/un/debate/verbatimRecord/un-sc/2044-12-20/anything", ""),
        ("/akn/xx/act/2044-12-20/9", ""),
    ],
)
def test_what_an_iri_names_can_be_read_somewhere(iri: str, address: str) -> None:
    assert work_address(iri, "fr") == address


def test_a_resolution_has_versions_in_the_official_languages_of_its_organ() -> None:
    found = versions("A/RES/99/998", 2044)
    assert sorted(one.language for one in found) == ["ara", "eng", "fra", "rus", "spa", "zho"]
    assert next(one.address for one in found if one.language == "fra") == "https://docs.un.org/fr/A/RES/99/998"


@pytest.mark.parametrize(
    ("symbol", "year"), [("A/RES/99/998", 1950), ("A/99/L.9", 2044), ("A/DEC/99/501", 2044), ("", 2044)]
)
def test_no_version_is_claimed_that_may_not_exist(symbol: str, year: int) -> None:
    assert versions(symbol, year) == ()
