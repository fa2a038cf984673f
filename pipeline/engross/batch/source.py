"""The bytes of a source, and what stands beside it: read whole, within limits, with clear words."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from engross.model.failure import Failure
from engross.model.span import Span
from engross.readers.charset import guess_charset

MOST_BYTES = 256 * 1024 * 1024
"""A source larger than this is refused unread; readers set narrower limits for their formats."""

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)
_BOMS = (b"\xff\xfe", b"\xfe\xff")


def is_address(source: str) -> bool:
    """Whether a source is given as an address of the web instead of a path."""
    return _ADDRESS.match(source) is not None


def load(source: str) -> bytes:
    """The bytes of a source. Raises Failure, naming it, where there are none or too many."""
    place = Span(source)
    if is_address(source):
        raise Failure("addresses are not fetched", place=place, hint="download the file and give its path")
    try:
        with Path(source).open("rb") as file:
            if stat.S_ISCHR(os.fstat(file.fileno()).st_mode) and not file.isatty():
                raise Failure("this is a device, not a file", place=place)
            return check(file.read(MOST_BYTES + 1), source)
    except FileNotFoundError:
        raise Failure("no such file", place=place, hint="check the path") from None
    except IsADirectoryError:
        raise Failure("this is a folder", place=place, hint="give a file") from None
    except PermissionError:
        raise Failure("the file may not be read", place=place, hint="check its permissions") from None
    except ValueError:
        raise Failure("this is no path", place=Span(repr(source))) from None
    except OSError as error:
        raise Failure(f"the file cannot be read: {error.strerror or error}", place=place) from None


def check(data: bytes, source: str) -> bytes:
    """`data`, where it can be a document at all. Raises Failure for what is empty or beyond every limit."""
    place = Span(source)
    if len(data) > MOST_BYTES:
        raise Failure(f"the file has more than {MOST_BYTES >> 20} MB", place=place, hint="give single resolutions")
    if not data.strip(b" \t\r\n\f\x00\xef\xbb\xbf\xff\xfe"):
        raise Failure("the file is empty", place=place, hint="put the text of a resolution in it, or remove it")
    return data


def refuse_binary(data: bytes, source: str) -> None:
    """Raises Failure for bytes that were taken for text and are none: NUL bytes in what is no UTF-16."""
    if b"\0" in data and not data.startswith(_BOMS) and not data.startswith(b"\0\0\xfe\xff"):
        if guess_charset(data) in ("utf-16-le", "utf-16-be"):
            return
        raise Failure(
            "this is neither text nor a document that can be read",
            place=Span(source),
            hint="sources are txt, md, html, docx, pdf and Akoma Ntoso",
        )
