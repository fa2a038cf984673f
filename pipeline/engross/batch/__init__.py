"""Batches: many sources, many forms, one report; and the one document that a batch is made of.

`document` is the whole line from bytes to a document, `plan` names sources and outputs, `workers` are the
processes, `perform` is what a process does with one source, `build` puts them together.
"""
