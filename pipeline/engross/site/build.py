"""Building a site, and building it again where something has changed.

What was learnt of each source is kept as a record under `.engross/` in the site; a source that did not change is
not read again. A page is printed again when its own source, the pages it names, or the templates have changed. A
file whose bytes stay the same is not written; a file that an earlier build wrote and this one does not is removed.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from engross.batch.outputs import FORMS, compose, style_folder
from engross.batch.perform import refusal_for
from engross.batch.plan import Job, sources_of
from engross.batch.report import Outcome, Refusal, Report
from engross.batch.whole import unwritable, write_whole
from engross.model.failure import ExitCode, Failure
from engross.model.presentation import Presentation
from engross.model.span import Span
from engross.site import feeds, index, pages
from engross.site.collection import Collection, Work, collect
from engross.site.pages import Look
from engross.site.record import Contents, Record, key_of, make_record, read_kept

_KEPT = ".engross"
Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Site:
    """What a build did: what came of each source, the files of the site, and those that were written anew."""

    report: Report
    files: int
    written: tuple[str, ...]
    removed: tuple[str, ...]
    works: int
    languages: tuple[str, ...]


@dataclass(slots=True)
class _State:
    """What an earlier build left: the key of each page that has one, and all files written."""

    pages: dict[str, str] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, path: Path) -> _State:
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            return cls({str(k): str(v) for k, v in data["pages"].items()}, set(map(str, data["files"])))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls()

    def to_json(self) -> bytes:
        return json.dumps({"pages": self.pages, "files": sorted(self.files)}, indent=0, sort_keys=True).encode()


def build(
    sources: Sequence[str | Path],
    output: str | Path,
    *,
    title: str = "",
    language: str = "",
    address: str = "",
    forms: Sequence[str] = (),
    jobs: int = 1,
    style: Path | None = None,
) -> Site:
    """Builds the site of `sources`, files or folders, in the folder `output`.

    `title` is its name, `language` its own language (English unless given, or what most versions are in);
    `address` is where it will be found, for the sitemap; `forms` are further forms of each version: pdf, docx.
    `jobs` processes read and print. A source that cannot be read stops no other. Raises Failure where the output
    cannot be written, or where a form is unknown.
    """
    unknown = [form for form in forms if form not in ("pdf", "docx")]
    if unknown:
        raise Failure(f"a site has no form {unknown[0]!r}", hint="forms are pdf and docx", exit_code=ExitCode.USAGE)
    folder = Path(output)
    try:
        (folder / _KEPT / "records").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from None
    planned = _plan(sources)
    found = _map(partial(_learn, kept=folder / _KEPT / "records"), planned, jobs)
    outcomes, learnt = _sift(planned, found)
    collection = collect(learnt, language or "en")
    own = collection.languages[0] if collection.languages else "en"
    address = f"{address.rstrip('/')}/" if address else ""
    look = Look(title, style or style_folder(), own, ("xml", *forms), address)
    return _Builder(folder, collection, look, jobs).build(Report(tuple(outcomes)))


def _map(work: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> list[Result]:
    """The results of `work` on each item, in order; in processes of their own where that is asked for."""
    if jobs > 1 and len(items) > 1 and "fork" in multiprocessing.get_all_start_methods():
        with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("fork")) as pool:
            return list(pool.map(work, items, chunksize=4))
    return list(map(work, items))


# --- sources ----------------------------------------------------------------------------------------------------


def _plan(sources: Sequence[str | Path]) -> list[Job]:
    """The sources, each once. Two may have one name: what they become is named after the symbol."""
    found: dict[str, Job] = {}
    for given in sources:
        for source, stem, refusal in sources_of(os.fspath(given)):
            found.setdefault(os.path.realpath(source), Job(source, stem, refusal=refusal))
    return list(found.values())


def _learn(job: Job, kept: Path) -> Record | Refusal:
    """The record of a source, out of an earlier build where the source is what it was."""
    if job.refusal is not None:
        return job.refusal
    try:
        from engross.batch.source import load

        source = Path(job.source)
        data = load(job.source)
        beside = source.with_suffix(".toml")
        key = key_of(data, beside.read_bytes() if beside.is_file() else b"", source.stem)
        known = read_kept(kept / f"{key}.json")
        if known is None or not all((kept / f"{key}.{part}").is_file() for part in ("xml", "contents")):
            known = _read(job.source, kept, key)
    except Exception as error:
        return refusal_for(error, job.source)
    return known


def _read(source: str, kept: Path, key: str) -> Record:
    from engross.batch.document import read

    document = read(source)
    record, contents = make_record(document.present(), document.akn, Path(source).stem, key)
    _write(kept / f"{key}.xml", document.to_xml())
    _write(kept / f"{key}.contents", contents.to_json())
    _write(kept / f"{key}.json", record.to_json())
    return record


def _sift(planned: Sequence[Job], found: Iterable[Record | Refusal]) -> tuple[list[Outcome], list[Record]]:
    """What came of each source, and the records; of two sources of one version the first is taken."""
    outcomes: list[Outcome] = []
    learnt: list[Record] = []
    taken: dict[tuple[str, str], str] = {}
    for job, result in zip(planned, found, strict=True):
        if isinstance(result, Refusal):
            outcomes.append(Outcome(job.source, refusals=(result,)))
            continue
        version = (result.symbol, result.language)
        if version in taken:
            refusal = Refusal(
                f"{result.symbol} in {result.language} is there already, from {taken[version]}",
                Span(job.source),
                "leave one of the two out",
            )
            outcomes.append(Outcome(job.source, refusals=(refusal,)))
            continue
        taken[version] = job.source
        learnt.append(result)
        outcomes.append(Outcome(job.source))
    return outcomes, learnt


# --- files ------------------------------------------------------------------------------------------------------


class _Builder:
    def __init__(self, folder: Path, collection: Collection, look: Look, jobs: int) -> None:
        self.folder = folder
        self.collection = collection
        self.look = look
        self.jobs = jobs
        self.before = _State.read(folder / _KEPT / "state.json")
        self.now = _State()
        self.written: list[str] = []

    def build(self, report: Report) -> Site:
        """Writes what is new, removes what is no longer there, and keeps what the next build wants to know."""
        for name, data in pages.asset_files(self.look.style).values():
            self.put(f"assets/{name}", data)
        self._works()
        for path, data in (*pages.lists(self.collection, self.look), *feeds.feeds(self.collection, self.look)):
            self.put(path, data)
        for path, data in index.facet_files(self.collection):
            self.put(path, data)
        for language in self.collection.languages:
            for path, data in index.language_files(self.collection, language, self._terms):
                self.put(path, data)
        removed = self._remove()
        write_whole(self.folder / _KEPT / "state.json", self.now.to_json())
        return Site(
            report,
            len(self.now.files),
            tuple(self.written),
            tuple(removed),
            len(self.collection.works),
            self.collection.languages,
        )

    def _terms(self, record: Record) -> dict[str, int]:
        return _contents(self.folder, record).terms

    def put(self, path: str, data: bytes) -> None:
        """Writes a file of the site, where its bytes are not there already."""
        self.now.files.add(path)
        if _put(self.folder / path, data):
            self.written.append(path)

    def _works(self) -> None:
        """The pages of the resolutions whose key has changed, or that are not there."""
        style = pages.style_key(self.look)
        stale = []
        for work in self.collection.works:
            key = self._key(work, style)
            files = list(self._files(work))
            self.now.pages[work.folder] = key
            self.now.files.update(files)
            same = self.before.pages.get(work.folder) == key and self.before.files.issuperset(files)
            if not same or not all((self.folder / path).is_file() for path in files):
                stale.append(work)
        printing = partial(_print_work, folder=self.folder, collection=self.collection, look=self.look)
        for written in _map(printing, stale, self.jobs):
            self.written += written

    def _files(self, work: Work) -> Iterator[str]:
        for code in work.versions:
            for suffix in ("html", "js", *self.look.forms):
                yield f"{work.folder}/{code}.{suffix}"
        if len(work.versions) > 1:
            yield f"{work.folder}/parallel.html"

    def _key(self, work: Work, style: str) -> str:
        """All that the pages of a work depend on."""
        beside = [*self.collection.cited_by.get(work.symbol, ())]
        beside += [self.collection.by_symbol[s] for s in work.cites if s in self.collection.by_symbol]
        named = [(other.folder, [(code, v.title) for code, v in other.versions.items()]) for other in beside]
        own = [record.key for record in work.versions.values()]
        return hashlib.sha256(repr((style, own, work.cites, named)).encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def _remove(self) -> list[str]:
        """Removes what earlier builds wrote and this one did not; empty folders too."""
        gone = sorted(self.before.files - self.now.files)
        for name in gone:
            if ".." in Path(name).parts or Path(name).is_absolute():
                continue  # no build of ours wrote that
            path = self.folder / name
            with suppress(OSError):
                path.unlink()
                path.parent.rmdir()
        used = {record.key for work in self.collection.works for record in work.versions.values()}
        for path in (self.folder / _KEPT / "records").iterdir():
            if path.stem not in used:
                path.unlink(missing_ok=True)
        return gone


def _put(path: Path, data: bytes) -> bool:
    with suppress(OSError):
        if path.read_bytes() == data:
            return False
    _write(path, data)
    return True


def _write(path: Path, data: bytes) -> None:
    """Writes a file as it is: what an interrupted build left unfinished, the next one writes again."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise unwritable(path, error) from None


def _contents(folder: Path, record: Record) -> Contents:
    path = folder / _KEPT / "records" / f"{record.key}.contents"
    try:
        return Contents.from_json(path.read_bytes())
    except (OSError, ValueError, TypeError, KeyError):
        hint = f"remove the folder {folder / _KEPT} and build again"
        raise Failure(
            "what an earlier build kept is damaged", place=Span(str(path)), hint=hint, exit_code=ExitCode.OUTPUT
        ) from None


def _print_work(work: Work, folder: Path, collection: Collection, look: Look) -> list[str]:
    """Writes the files of one work out of its kept Akoma Ntoso; the paths of those that are new."""
    presentations: list[Presentation] = []
    written: list[str] = []

    def put(name: str, data: bytes) -> None:
        path = f"{work.folder}/{name}"
        if _put(folder / path, data):
            written.append(path)

    for code, record in work.versions.items():
        akn = (folder / _KEPT / "records" / f"{record.key}.xml").read_bytes()
        page = _present(akn)
        presentations.append(page)
        put(f"{code}.html", pages.resolution(page, work, collection, look))
        put(f"{code}.js", index.script(f"{work.folder}/{code}.js", _contents(folder, record).passages))
        put(f"{code}.xml", akn)
        for form in look.forms[1:]:
            put(f"{code}.{form}", compose(FORMS[form], page, akn))
    if len(presentations) > 1:
        put("parallel.html", pages.parallel(presentations, work, collection, look))
    return written


def _present(akn: bytes) -> Presentation:
    from engross.akn.serialise import parse
    from engross.present import present

    return present(parse(akn))
