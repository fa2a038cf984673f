"""How the fonts in `templates/un/fonts` were made from the packages that they come from.

Not used when documents are made: the derived fonts are part of the house style. `python -m
engross.fonts.derive` makes them again, byte for byte, from the packages that `templates/un/fonts/README.md`
names.
"""
