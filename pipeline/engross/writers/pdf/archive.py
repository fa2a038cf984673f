"""Draft."""

from __future__ import annotations

from typing import Any

from engross.model.presentation import Presentation


def finish(document: Any, presentation: Presentation, akn: bytes) -> bytes:
    """Draft."""
    return document.write_pdf(pdf_tags=True, pdf_variant="pdf/a-3a")
