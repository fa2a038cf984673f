"""Plain text: paragraphs, notes and furniture by the shape of lines."""

from __future__ import annotations

from engross.model.flow import Flow, Line
from engross.recognise.assemble.passage import Assembly, Passage


def take_lines(flow: Flow, assembly: Assembly) -> None:
    """The passages of a plain text, in order, into the assembly: lines between blank lines."""
    current: Passage | None = None
    for item in flow.items:
        if not isinstance(item, Line):
            assembly.items.append(item)
            current = None
        elif not item.runs:
            current = None
        elif current is None:
            current = Passage([item], [assembly.areas])
            assembly.items.append(current)
        else:
            current.add(item, assembly.areas)
