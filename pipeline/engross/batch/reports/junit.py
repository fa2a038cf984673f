"""The report as JUnit XML: each source a test case, which fails where an output is missing or a finding is an error."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from engross.batch.report import Outcome, Report
from engross.model.diagnostic import Severity

_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def compose(report: Report) -> str:
    """The report as one `testsuites` element, as Jenkins, GitLab and others read it."""
    cases = [_case(outcome) for outcome in report.outcomes]
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": str(sum(case.find("error") is not None for case in cases)),
        "time": f"{report.seconds:.3f}",
    }
    root = ElementTree.Element("testsuites", {"name": "engross"} | counts)
    ElementTree.SubElement(root, "testsuite", {"name": "engross"} | counts).extend(cases)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _case(outcome: Outcome) -> ElementTree.Element:
    name = _plain(outcome.source)
    case = ElementTree.Element("testcase", classname="engross", name=name, file=name, time=f"{outcome.seconds:.3f}")
    for refusal in outcome.refusals:
        error = ElementTree.SubElement(case, "error", message=_plain(refusal.message), type=refusal.exit_code.name)
        error.text = _plain(str(refusal))
    for found in outcome.diagnostics:
        if found.severity == Severity.ERROR:
            failure = ElementTree.SubElement(case, "failure", message=_plain(found.message), type=found.code)
            failure.text = _plain(f"{found.span or outcome.source}: {found.message} {found.hint}".strip())
    others = [found for found in outcome.diagnostics if found.severity < Severity.ERROR]
    if others:
        output = ElementTree.SubElement(case, "system-out")
        output.text = _plain(
            "\n".join(f"{f.span or ''}: {f.severity.name.lower()} {f.code}: {f.message}" for f in others)
        )
    return case


def _plain(text: str) -> str:
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)
