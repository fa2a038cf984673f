"""JSON: the Presentation as it is, in a stable form.

The file is one object. Its members are the fields of `engross.model.presentation.Presentation`, in their order, under
the same names; `form` says which version of this description it follows (1). Every value of the model is an object
of its fields; what may be one of several kinds (blocks, inlines) names its `kind`. Dates are ISO 8601. A member that
would hold nothing (an empty text or list, false, null) is left out: what is absent is empty. All text of the document
is in it, in its order.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import fields, is_dataclass
from typing import Any

from engross.model.presentation import Presentation

FORM = 1
"""The version of the form. A change that a reader could notice makes it one more."""


def write(presentation: Presentation, akn: bytes) -> bytes:  # noqa: ARG001 — every writer is given both
    """The document as JSON in UTF-8, two spaces a level."""
    members: dict[str, Any] = {"form": FORM} | _value(presentation)
    return (json.dumps(members, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _value(value: Any) -> Any:
    if is_dataclass(value):
        members = {field.name: _value(getattr(value, field.name)) for field in fields(value)}
        return {name: member for name, member in members.items() if member not in ("", None, False, [], {})}
    if isinstance(value, tuple | list):
        return [_value(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _value(item) for key, item in value.items()}
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value
