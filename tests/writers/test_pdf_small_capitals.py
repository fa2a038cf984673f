"""Small capitals: drawn as capitals, measured as drawn, read as typed."""

from __future__ import annotations

from dataclasses import replace

import page
import pytest

from engross.model.presentation import Recital, Text
from engross.model.style import load_style
from engross.resources import templates
from engross.writers import pdf
from engross.writers.pdf.faces import Faces, Look
from engross.writers.pdf.setting import Setting
from tests.writers.resolutions import resolution
from tests.writers.tagged import read_tagged, squeeze

STYLE = templates() / "un"


def test_small_capitals_are_as_wide_as_capitals_of_the_height_of_small_letters() -> None:
    faces = Faces(load_style(STYLE), "wide", "en")
    small, plain = faces.stack(Look(small_caps=True)), faces.stack(Look())
    assert small.advance("notes") == pytest.approx(plain.advance("NOTES") * 3760 / 5364)
    assert small.advance("NOTES") == plain.advance("NOTES")


def test_blanks_are_drawn_as_the_letters_before_them() -> None:
    faces = Faces(load_style(STYLE), "wide", "en")
    small, plain = faces.stack(Look(small_caps=True)), faces.stack(Look())
    share = 3760 / 5364
    assert small.advance("on\u00a0it") == pytest.approx(plain.advance("ON\u00a0IT") * share)
    assert small.advance(" it") == pytest.approx(plain.advance(" IT") * share)
    assert small.advance("A it") == pytest.approx(plain.advance("A ") + plain.advance("IT") * share)


def test_small_capitals_are_read_as_they_were_typed_and_do_not_change_other_letters() -> None:
    base = resolution("en")
    words = (Text("Elects "), Text("Aaronia", small_caps=True), Text(" and AARONIA and aaronia,"))
    part = replace(base.parts[0], blocks=(Recital("recital_7", words), *base.parts[0].blocks))
    data = pdf.write(replace(base, parts=(part,)), b"<akn/>", STYLE)
    assert squeeze("Elects Aaronia and AARONIA and aaronia,") in squeeze(read_tagged(data).text)


def test_letters_that_are_drawn_as_small_capitals_alone_have_their_own_widths() -> None:
    base = resolution("en")
    part = replace(base.parts[0], blocks=(Recital("recital_7", (Text("quizzical ququ", small_caps=True),)),))
    data = pdf.write(replace(base, parts=(part,), notes=()), b"<akn/>", STYLE)
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]


def test_blanks_between_small_capitals_are_spread_with_the_others_of_their_line() -> None:
    style = load_style(STYLE)
    setting = Setting(resolution("en"), style, style.measures("new-york", "en"))
    content = (Text("Elects "), Text("Aaronia, the Republic of Beronia", small_caps=True), Text(" and Ceronia"))
    (runs,) = setting.inking.runs(content)
    assert "".join(run.text for run in runs) == "Elects Aaronia, the Republic of Beronia and Ceronia"
    assert not [run.text for run in runs if run.look.small_caps and " " in run.text]
