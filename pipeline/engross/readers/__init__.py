"""Readers: from the bytes of a source to a Flow, one module for each format."""
