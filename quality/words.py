"""Words: the tricky list, hand-counted texts, and texts written in other normal forms."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Literal

import connote

from quality.figure import Family, Figure
from quality.reference import Reference, read_json, records

FAMILY = Family("words")

NormalForm = Literal["NFD", "NFKC"]

CORPORA = ("articles_*.jsonl.gz", "messy_*.jsonl.gz")
# Kinds of compatibility decompositions after which the text says something else.
SPELT_OUT = ("<super>", "<sub>", "<fraction>", "<compat> 0020 ")


def figures(reference: Reference) -> Iterator[Figure]:
    for path in reference.all("frequency/tricky*.json"):
        yield from tricky(read_json(path))
    for path in reference.all("readability/count_cases*.json"):
        cases = read_json(path)["text_counts"]
        misses = [miss for case in cases if (miss := count_miss(case))]
        yield FAMILY.cases("hand-counted texts: words and sentences", misses, len(cases))
    records_of = (records(path) for pattern in CORPORA for path in reference.corpora(pattern))
    texts = [unicodedata.normalize("NFC", record["text"]) for part in records_of for record in part]
    yield normal_form(texts, "NFD")
    yield normal_form(texts, "NFKC")


def tricky(data: dict) -> Iterator[Figure]:
    """The recommended tokens with their places, and the keys under which they are counted."""
    places, keys = [], []
    for case in data["cases"]:
        text = case["text"]
        words = connote.words(text)
        if [[word.start, word.end] for word in words] != case["recommended_spans_codepoints"]:
            found = [word.text for word in words]
            places.append(f"{case['id']}: {found} for {case['recommended']}")
        counted = {entry["word"]: entry["count"] for entry in connote.analyze(text).to_dict()["frequency"]["words"]}
        if counted != Counter(case["recommended_keys"]):
            keys.append(f"{case['id']}: {sorted(counted)} for {sorted(case['recommended_keys'])}")
    tools = data["tools_equal_to_recommended_ignoring_case"]
    best = max(tools, key=tools.__getitem__)
    total = len(data["cases"])
    yield FAMILY.cases("tricky list: tokens and spans", places, total, peer=f"{tools[best]}/{total} {best}")
    yield FAMILY.cases("tricky list: keys counted", keys, total)


def count_miss(case: dict) -> str | None:
    counts = connote.analyze(case["text"]).counts
    found, right = (counts.words, counts.sentences), (case["words"], case["sentences"])
    return None if found == right else f"{case['text']!r}: {found} for {right} (words, sentences)"


def normal_form(texts: list[str], form: NormalForm) -> Figure:
    """Texts in NFC that another normal form changes must keep all their counts."""
    changed = [
        (text, other)
        for text in texts
        if (other := unicodedata.normalize(form, text)) != text and not (form == "NFKC" and spells_out(text))
    ]
    misses = []
    for text, other in changed:
        before, after = (connote.analyze(version).to_dict()["counts"] for version in (text, other))
        if before != after:
            differences = {name: (before[name], after[name]) for name in before if before[name] != after[name]}
            misses.append(f"{text[:60]!r}: {json.dumps(differences)}")
    return FAMILY.cases(f"texts with the same counts in NFC and {form}", misses, len(changed))


def spells_out(text: str) -> bool:
    """Whether NFKC writes another text: a raised figure or a fraction becomes plain digits, a sign its letters, an
    accent that stands alone a space with an accent on it."""
    return any(unicodedata.decomposition(char).startswith(SPELT_OUT) for char in set(text))
