"""`connote.compat.textstat` beside textstat on the texts of textstat's own tests: every function, every difference, its reason.

A difference has a reason where connote's function on textstat's counts gives textstat's number, so that only the counts differ,
or where the table of `docs/textstat.md` names the function, and says whether that is a fault of textstat or a choice of
connote. Any other is an error.
Usage: python -m benches.peers.compat TEXTSTAT.tar.gz
"""

import importlib
import inspect
import pkgutil
import re
import sys
import tarfile
import tempfile
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import isclose
from pathlib import Path
from typing import Any

import textstat as original

import connote
from connote.compat.textstat import textstatistics

from . import dictionary

PAGE = Path(__file__).parents[2] / "docs" / "textstat.md"
# What takes something else than a text.
SETTERS = {"set_lang", "set_rounding", "set_rounding_points", "set_rm_apostrophe"}
# textstat's functions by the counts that they are here.
COUNTS = {
    "words": "lexicon_count",
    "sentences": "sentence_count",
    "syllables": "syllable_count",
    "letters": "letter_count",
    "characters": "char_count",
    "monosyllables": "monosyllabcount",
    "polysyllables": "polysyllabcount",
    "long_words": "long_word_count",
    "mini_words": "miniword_count",
}
# From how many syllables on a word is difficult to textstat in a formula.
LEAST = {"gunning_fog": 3, "dale_chall_readability_score": 0}
DIFFICULT = ("complex_words", "unfamiliar_words", "spache_unfamiliar_types")


class OnTheirCounts(textstatistics):
    """connote's functions on textstat's counts."""

    least = 2

    def _counts(self, text: str, language: str | None = None) -> connote.Counts:
        counts = dict.fromkeys(connote.analyze("").counts.to_dict(), 0)
        counts |= dict.fromkeys(DIFFICULT, original.difficult_words(text, self.least, unique=False))
        counts |= {name: getattr(original, count)(text) for name, count in COUNTS.items()}
        return connote.Counts(**counts)


def own_texts(folder: Path) -> list[tuple[str, str]]:
    """The texts of textstat's tests, each with the languages that it is read in there."""
    sys.path.insert(0, str(folder))
    found = set()
    for module in pkgutil.walk_packages([str(folder / "tests")], "tests."):
        for test in vars(importlib.import_module(module.name)).values():
            for mark in getattr(test, "pytestmark", []):
                names, rows = re.split(r",\s*", mark.args[0]), mark.args[1]
                for row in rows:
                    given = dict(zip(names, row if len(names) > 1 else [row], strict=True))
                    if isinstance(given.get("text"), str):
                        found.add((given["text"], given.get("lang", "en_US")))
    return sorted(found)


def functions() -> Iterator[tuple[str, tuple[int, ...]]]:
    """Every function of textstat that takes a text, with what else it needs."""
    for name, function in inspect.getmembers(original.textstat, callable):
        if not name.startswith("_") and name not in SETTERS:
            variants = [(1,), (2,), (3,), (4,)] if "variant" in inspect.signature(function).parameters else [()]
            yield from ((name, variant) for variant in variants)


def same(theirs: object, ours: object) -> bool:
    """Whether two results are equal, but for the rounding of floating point; lists in any order."""
    if isinstance(theirs, list) and isinstance(ours, list):
        return sorted(map(str.lower, theirs)) == sorted(ours)
    if isinstance(theirs, int | float) and isinstance(ours, int | float):
        return isclose(theirs, ours, rel_tol=1e-12)
    return theirs == ours


def documented() -> dict[str, str]:
    """The functions that the table of differences names, each with what its row says of it: fault or choice."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.read_text(encoding="utf-8").splitlines()]
    return {name: row[1] for row in rows if row[1:2] in (["fault"], ["choice"]) for name in re.findall(r"`(\w+)`", row[0])}


def verdict(documented: str | None, name: str, text: str, theirs: object, ours: object, on_their_counts: object) -> str:
    """Why two results differ, if they do; `documented` is what the page says of the function."""
    if same(theirs, ours):
        return "equal"
    if ours is None and not connote.words(text):
        return "no word"
    if "count" not in name and same(theirs, on_their_counts):
        return "counts"
    return documented or "unexplained"


def main() -> int:
    warnings.simplefilter("ignore")
    reasons = documented()
    ours, mixed = textstatistics(), OnTheirCounts()
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    unexplained = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with tarfile.open(sys.argv[1]) as archive:
            archive.extractall(folder, filter="data")
        dictionary.install(folder)
        texts = own_texts(next(folder.glob("textstat-*")))
        for text, language in texts:
            for which in (original, ours, mixed):
                which.set_lang(language)
            for name, arguments in functions():
                mixed.least = LEAST.get(name, OnTheirCounts.least)
                results: list[Any] = [getattr(which, name)(text, *arguments) for which in (original, ours, mixed)]
                why = verdict(reasons.get(name), name, text, *results)
                found[name][why] += 1
                if why == "unexplained":
                    unexplained.append(f"{name}, {language}, {text[:40]!r}: {results[0]} in textstat, {results[1]} here")
    kinds = ["equal", "no word", "counts", "choice", "fault", "unexplained"]
    print(f"{len(texts)} texts", *kinds, sep="\t")
    for name, counts in sorted(found.items()):
        print(name, *(counts[kind] for kind in kinds), sep="\t")
    print("all", *(sum(counts[kind] for counts in found.values()) for kind in kinds), sep="\t")
    for difference in unexplained:
        print(difference, file=sys.stderr)
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
