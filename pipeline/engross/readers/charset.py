"""Which code page a text without a byte order mark is in, where it is not UTF-8.

Each candidate decodes the bytes; the one whose characters look like running text of its script wins. Windows-1252
stays the answer in doubt, because most old files are in it.
"""

from __future__ import annotations

import re

_SAMPLE = 65_536
_ARABIC = re.compile("[\u0621-\u064a]")
_CYRILLIC = re.compile("[\u0410-\u044f]")
_CYRILLIC_WORD = re.compile("[\u0410-\u042f]?[\u0430-\u044f]{2,}")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_CHINESE_COMMON = re.compile("[的和在了是大会国联合于年为人理安全决议]")
_SHARE = 0.5  # of the bytes above 0x7F: running text of another script has nearly all of them


def guess_charset(data: bytes) -> str | None:
    """The name of a codec, or None where the bytes are UTF-8, have a byte order mark or look like
    Windows-1252.
    """
    sample = data[:_SAMPLE]
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None
    if wide := _wide(sample):
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return None
    high = sum(1 for byte in sample if byte > 0x7F)
    if high < 4:
        return None
    chinese = sample.decode("gb18030", errors="replace")
    if len(_CHINESE.findall(chinese)) * 2 > _SHARE * high and len(_CHINESE_COMMON.findall(chinese)) * 40 > high:
        return "gb18030"
    for charset, letters in (("cp1251", _CYRILLIC), ("cp1256", _ARABIC)):
        text = sample.decode(charset, errors="replace")
        words = _CYRILLIC_WORD.findall(text) if letters is _CYRILLIC else re.findall("[\u0621-\u064a]{2,}", text)
        if sum(map(len, words)) > 0.85 * high and high > 0.25 * len(sample.replace(b" ", b"")):
            return charset
    return None


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its spaces and line ends is zero."""
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd * 20 > len(sample) and even * 8 < odd:
        return "utf-16-le"
    if even * 20 > len(sample) and odd * 8 < even:
        return "utf-16-be"
    return None
