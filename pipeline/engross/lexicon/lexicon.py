"""The lexicon: all languages and organs, loaded from folders of TOML files, each file when it is needed."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from engross.lexicon.cited import CitedForms
from engross.lexicon.guess import guess_language
from engross.lexicon.language import Language
from engross.lexicon.organ import Organ, read_organ
from engross.lexicon.references import ReferenceForms
from engross.lexicon.symbols import Symbol, SymbolIndex
from engross.lexicon.treaties import Treaties
from engross.model.failure import ExitCode, Failure

BUILT_IN = Path(__file__).resolve().parent
Value = TypeVar("Value")


class _Lazy(Mapping[str, Value]):
    """A mapping whose values are made when they are first asked for."""

    def __init__(self, make: Callable[[str], Value], keys: tuple[str, ...]) -> None:
        self._make = functools.cache(make)
        self._keys = keys

    def __getitem__(self, key: str) -> Value:
        if key not in self._keys:
            raise KeyError(key)
        return self._make(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Lexicon:
    """Languages by two-letter code and organs by id.

    A folder holds `languages/*.toml` and `organs/*.toml`, the file's name being the code or id, `names/*.toml` with the
    names that a language has for what is cited, and `treaties.toml`. Files of a later folder are merged over the same
    file of an earlier one, table by table; new files add to it.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self.languages: Mapping[str, Language] = _Lazy(self._language, self._names("languages"))
        self.organs: Mapping[str, Organ] = _Lazy(self._organ, self._names("organs"))

    @classmethod
    def load(cls, *folders: Path) -> Lexicon:
        """The built-in lexicon with these folders merged over it, in order.

        Raises Failure for a folder that is not there; a broken file fails when it is first needed.
        """
        for folder in folders:
            if not any((folder / kind).is_dir() for kind in ("languages", "organs")):
                raise Failure(
                    f"{folder} is no lexicon folder",
                    hint="it needs a folder languages/ or organs/",
                    exit_code=ExitCode.USAGE,
                )
        return cls((BUILT_IN, *folders))

    def _names(self, kind: str) -> tuple[str, ...]:
        names = (path.stem for folder in self._folders for path in sorted((folder / kind).glob("*.toml")))
        return tuple(dict.fromkeys(names))

    def _read(self, kind: str, name: str) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for folder in self._folders:
            path = folder / kind / f"{name}.toml"
            if path.is_file():
                try:
                    data = _merge(data, tomllib.loads(path.read_text(encoding="utf-8")))
                except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                    raise Failure(f"{path}: {error}", hint="mend the lexicon file") from error
        return data

    @functools.cache  # noqa: B019 — lexicons live as long as the process
    def cited(self, code: str) -> CitedForms:
        """What texts in a language call organs, other bodies, offices, meetings and treaties."""
        try:
            return CitedForms(self._read("names", code), spaced=self.languages[code].spaced)
        except (KeyError, TypeError, ValueError, re.error) as error:
            raise Failure(f"names/{code}.toml: {error}", hint="mend the lexicon file") from error

    @functools.cached_property
    def pointers(self) -> Mapping[str, str]:
        """What points to each organ in `refersTo`, by its id."""
        return {organ.id: f"#{organ.reference}" for organ in self.organs.values()}

    @functools.cached_property
    def recorded(self) -> tuple[Organ, ...]:
        """The organs of whose meetings there are records that a text can cite."""
        return tuple(organ for organ in self.organs.values() if organ.record)

    @functools.cached_property
    def treaties(self) -> Treaties:
        """The treaties that texts may cite."""
        try:
            return Treaties(self._read("", "treaties"))
        except (KeyError, TypeError, ValueError) as error:
            raise Failure(f"treaties.toml: {error}", hint="mend the lexicon file") from error

    def _language(self, code: str) -> Language:
        data = self._read("languages", code)
        names = {organ.id: organ.names.get(code, {}) for organ in self.organs.values()}
        data["organs"] = _merge(data.get("organs", {}), {k: v for k, v in names.items() if v})
        try:
            return Language(data, self.organs, self.symbols, self.languages.__getitem__)
        except KeyError as error:
            raise Failure(f"languages/{code}.toml lacks {error}", hint="mend the lexicon file") from error

    def _organ(self, name: str) -> Organ:
        try:
            return read_organ(self._read("organs", name))
        except (KeyError, TypeError, ValueError, re.error) as error:
            raise Failure(f"organs/{name}.toml: {error}", hint="mend the lexicon file") from error

    @functools.cached_property
    def symbols(self) -> SymbolIndex:
        """The symbol forms of all organs. The Assembly's come before those of its subsidiary organs, so
        that a bare "60/212" is the Assembly's; a full symbol is tried against the longest prefix first.
        """
        forms = [form for organ in self.organs.values() for form in organ.forms]
        bare = [form for form in forms if form.bare]
        full = [form for form in forms if not form.bare]
        others = self._read("", "documents").get("prefixes", ())
        return SymbolIndex((*sorted(full, key=lambda form: form.kind == "document"), *bare), others)

    @functools.cached_property
    def _speech(self) -> Mapping[str, tuple[str, frozenset[str]]]:
        return {code: (language.script, language.stop_words) for code, language in self.languages.items()}

    def guess_language(self, text: str) -> str | None:
        """The code of the language that the text is written in, or None where nothing speaks for one."""
        return guess_language(text, self._speech)

    def parse_symbol(self, text: str) -> Symbol | None:
        """The symbol that the whole string is, full ("A/RES/60/212") or short ("60/212", "2758 (XXVI)")."""
        return self.symbols.parse(text)

    @functools.cached_property
    def _references(self) -> ReferenceForms:
        tables = [language.references for language in self.languages.values()]
        localized = [language.localized for language in self.languages.values()]
        return ReferenceForms(tables, self.symbols, localized)

    def find_symbols(self, text: str) -> list[tuple[int, int, Symbol]]:
        """The symbols standing in running text: start, end, symbol.

        Full symbols anywhere; short ones ("58/220", "1325 (2000)") only where a word for resolution stands
        before them, as in "resolutions 53/199 of 15 December 1998 and 61/185 of 20 December 2006".
        """
        return self._references.find(text)


def _merge(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Tables merged, anything else replaced."""
    merged = dict(base)
    for key, value in over.items():
        known = merged.get(key)
        both = isinstance(known, Mapping) and isinstance(value, Mapping)
        merged[key] = _merge(known, value) if both else value  # type: ignore[arg-type]
    return merged
