"""Numbers as list labels write them: letters and Roman numerals."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """The number in lower-case Roman numerals; digits where these end, below 1 and above 3999."""
    if not 1 <= number <= 3999:
        return str(number)
    signs = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        signs.append(sign * count)
    return "".join(signs)


def alphabetic(number: int) -> str:
    """The number as HTML writes it in letters: a to z, then aa, ab; digits below 1."""
    if number < 1:
        return str(number)
    signs = ""
    while number:
        number, rest = divmod(number - 1, 26)
        signs = chr(ord("a") + rest) + signs
    return signs


def repeated_letter(number: int) -> str:
    """The number as Word writes it in letters: a to z, then aa, bb, cc; digits below 1 and above 780."""
    if not 1 <= number <= 780:
        return str(number)
    times, rest = divmod(number - 1, 26)
    return chr(ord("a") + rest) * (times + 1)
