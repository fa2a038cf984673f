"""Recognition: from a Flow to Akoma Ntoso, in two steps.

`assemble` turns a Flow of broken lines into one of whole paragraphs, with notes and page furniture set apart;
`structure` finds masthead, recitals, operative paragraphs, annexes and closing lines and builds the tree.
Recognition never refuses and never drops: what fits no pattern stays at its place, with a finding.
"""
