"""The formats of Word's automatic numbers (ISO/IEC 29500-1, section 17.18.59) as signs."""

from __future__ import annotations

from collections.abc import Callable

from engross.readers.ordinal_signs import repeated_letter, roman

_CHINESE = "零一二三四五六七八九"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ALPHABET = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_CHICAGO = "*†‡§"


def sign(number: int, format_name: str) -> str | None:
    """`number` in the format with this name; None for a format that is not known."""
    write = _FORMATS.get(format_name)
    return write(number) if write is not None else None


def _in_alphabet(letters: str) -> Callable[[int], str]:
    def write(number: int) -> str:
        if not 1 <= number <= 30 * len(letters):
            return str(number)
        times, at = divmod(number - 1, len(letters))
        return letters[at] * (times + 1)

    return write


def _chinese(number: int) -> str:
    """Chinese counting: 一, 十, 十一, 二十一; hundreds and thousands in full."""
    if not 0 < number < 10000:
        return str(number)
    signs = ""
    zero = False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            signs += ("零" if zero and signs else "") + _CHINESE[digit] + name
            zero = False
        else:
            zero = bool(signs)
    return signs[1:] if signs.startswith("一十") else signs


def _from(first: int, most: int) -> Callable[[int], str]:
    """Signs that stand in a row in Unicode, from 1 to `most`."""
    return lambda number: chr(first + number - 1) if 1 <= number <= most else str(number)


def _ordinal(number: int) -> str:
    """English ordinals, the only ones that Word writes without knowing the language."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _chicago(number: int) -> str:
    times, at = divmod(max(number, 1) - 1, len(_CHICAGO))
    return _CHICAGO[at] * min(times + 1, 30)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": repeated_letter,
    "upperLetter": lambda number: repeated_letter(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": _ordinal,
    "none": lambda _: "",
    "chicago": _chicago,
    "numberInDash": lambda number: f"- {number} -",
    "decimalFullWidth": lambda number: "".join(chr(ord(digit) + 0xFEE0) for digit in str(abs(number))),
    "decimalEnclosedCircle": _from(0x2460, 20),
    "decimalEnclosedCircleChinese": _from(0x2460, 20),
    "decimalEnclosedParen": _from(0x2474, 20),
    "decimalEnclosedFullstop": _from(0x2488, 20),
    "ideographEnclosedCircle": _from(0x3280, 10),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "ideographDigital": lambda number: "".join("〇一二三四五六七八九"[int(digit)] for digit in str(abs(number))),
    "arabicAbjad": _in_alphabet(_ABJAD),
    "arabicAlpha": _in_alphabet(_ALPHABET),
    "russianLower": _in_alphabet(_RUSSIAN),
    "russianUpper": _in_alphabet(_RUSSIAN.upper()),
    "hebrew2": _in_alphabet(_HEBREW),
}
