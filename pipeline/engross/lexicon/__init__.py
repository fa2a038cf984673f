"""The lexicon: languages and organs as data; the words recognised are the words printed."""
