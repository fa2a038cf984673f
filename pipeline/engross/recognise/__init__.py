"""Recognition: from a Flow to Akoma Ntoso, in two steps.

`assemble` turns a Flow of broken lines into one of whole paragraphs, with notes and page furniture set apart;
`structure` finds masthead, recitals, operative paragraphs, annexes and closing lines and builds the tree.
Recognition never refuses and never drops: what fits no pattern stays at its place, with a finding.
"""

from __future__ import annotations

from engross.lexicon import Lexicon
from engross.model.details import Details
from engross.model.flow import Flow
from engross.model.recognised import Recognised
from engross.recognise.assemble import assemble
from engross.recognise.structure import build

__all__ = ["assemble", "recognise"]


def recognise(flow: Flow, details: Details, lexicon: Lexicon) -> Recognised:
    """The Akoma Ntoso of what a reader saw. `details` win over what is recognised.

    Every Flow gives a document that is valid against the schema; what is doubtful is a diagnostic.
    """
    return build(assemble(flow, lexicon), details, lexicon)
