"""Assembly: a Flow of broken lines becomes a Flow of whole paragraphs, notes and page furniture set apart.

Three ways lead to the same passages: by place (`leaves`, `printed`) where the format has geometry, by shape
(`heads`, `footnotes`, `typed`) for plain text, and `whole` where the format knows paragraphs already. `words`
then joins lines, `marks` finds which digits call notes, and `finish` makes the new Flow.
"""

from __future__ import annotations

from engross.lexicon import Lexicon
from engross.lexicon import lexicon as built_in
from engross.model.flow import Flow
from engross.recognise.assemble.finish import finish
from engross.recognise.assemble.language import find_speech
from engross.recognise.assemble.passage import Assembly


def assemble(flow: Flow, lexicon: Lexicon | None = None) -> Flow:
    """The Flow with every line a whole paragraph.

    Every mark of a note is a run of its own that names its note; the notes are in `notes`, running heads,
    page and job numbers, bar codes, separators and broken hyphens in `furniture`, both with their spans.
    Characters (white space aside) of what goes in are the characters of what comes out: see `ledger`.
    `lexicon` is the built-in one unless given. Never raises for any Flow.
    """
    lines = flow.lines
    speech = find_speech(lines, lexicon or built_in())
    assembly = Assembly(furniture=list(flow.furniture))
    if not lines or any(line.whole for line in lines):
        from engross.recognise.assemble.whole import take_paragraphs

        take_paragraphs(flow, speech, assembly)
    elif any(line.box for line in lines):
        from engross.recognise.assemble.leaves import take_apart
        from engross.recognise.assemble.measure import measure
        from engross.recognise.assemble.printed import gather_passages

        measured = measure(lines)
        gather_passages(take_apart(flow, measured, assembly), measured, speech, assembly)
    else:
        from engross.recognise.assemble.typed import take_lines

        take_lines(flow, speech, assembly)
    return finish(flow, assembly, speech)
