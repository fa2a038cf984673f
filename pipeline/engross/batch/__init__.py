"""Batches: many sources, many formats, one report."""
