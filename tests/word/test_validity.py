"""Word files against the schemas and rules of Office Open XML, by two validators."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from openxml_audit import OpenXmlValidator

from tests.word.conftest import Draft, errors_of


def audited(file: Path) -> list[str]:
    return [str(error) for error in OpenXmlValidator().validate(str(file)).errors]


def faults(files: Iterable[Path]) -> dict[str, list[str]]:
    found = {file.name: [*errors_of(file), *audited(file)] for file in files}
    return {name: errors for name, errors in found.items() if errors}


def test_invented_resolutions_are_valid(invented: list[Path]) -> None:
    assert faults(invented) == {}


def test_real_resolutions_are_valid(drafts: list[Draft]) -> None:
    assert faults(draft.docx for draft in drafts) == {}
