"""The language versions of one resolution held against each other.

`units` cuts a Presentation into the pieces that answer each other in all languages; `alignment` puts the
pieces of several versions side by side; `parity` says where the versions differ in more than language;
`report` and `parallel` print that, as a table of differences and as columns of text.
"""
