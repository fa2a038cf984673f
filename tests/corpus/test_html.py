"""Every page of the web, read back, has the text of its Akoma Ntoso, in its order; and is quickly made."""

from __future__ import annotations
