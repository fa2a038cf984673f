"""Formats that know paragraphs: notes among them, page furniture, and paragraphs that a page break cut."""

from __future__ import annotations

from engross.model.flow import Flow, Line
from engross.recognise.assemble.passage import Assembly, Passage


def take_paragraphs(flow: Flow, assembly: Assembly) -> None:
    """The paragraphs of the Flow as passages, in order, into the assembly."""
    for item in flow.items:
        if isinstance(item, Line):
            if item.runs or item.label:
                assembly.items.append(Passage([item], [assembly.areas], indent=item.indent))
        else:
            assembly.items.append(item)
