"""What stages hand to each other.

A document passes `readers` → `recognise` → `akn` → `present` → `writers`. The stages do not import each
other; they meet here, in small immutable values, and in the Akoma Ntoso tree (`engross.akn`).

- `Flow` is what a reader saw, with the format left behind.
- `Details` is what a person gave beside the source (front matter, a sidecar).
- `Diagnostic` is a finding as a value; `Failure` is the one exception that means "cannot go on".
- `Presentation` is the Akoma Ntoso document with everything resolved that more than one writer needs.
"""
