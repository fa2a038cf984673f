"""Akoma Ntoso, the one intermediate form: tree, identifiers, IRIs, schema, reading and writing.

Everything that recognition finds becomes a tree here, and everything that is printed is read from one. The
tree
is an ordinary lxml tree in the dialect of the United Nations (AKN4UN); it can be written, edited by hand and
fed
in again. `docs/akoma-ntoso.md` describes the dialect as this project writes it.
"""
