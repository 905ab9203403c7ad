"""Sentences: boundaries against treebanks, and the golden rules."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

import connote

from quality.figure import Family, Figure
from quality.reference import Reference, read_json, records

FAMILY = Family("sentences")

# Goals in percent, and the best peer on the same source (the table in sentences/README.md).
TREEBANKS = {
    "ewt_*.jsonl": (92.5, "92.1 LanguageTool SRX"),
    "pud_*.jsonl": (99.7, "99.8 LanguageTool SRX"),
}
CONTEXT = 30


def figures(reference: Reference) -> Iterator[Figure]:
    for pattern, (goal, peer) in TREEBANKS.items():
        for path in reference.all(f"readability/sentences/{pattern}"):
            yield from boundaries(path.stem, records(path), goal, peer)
    for path in reference.all("readability/sentences/golden_rules_en_*.json"):
        cases = read_json(path)["cases"]
        misses = [miss for case in cases if (miss := rule_miss(case))]
        yield FAMILY.cases("golden rules", misses, len(cases), allowed=1, peer="47/48 pysbd")


def boundaries(name: str, documents: list[dict], goal: float, peer: str) -> Iterator[Figure]:
    """F1 of the boundaries inside documents, placed by the number of characters before them that are no space."""
    right = found = wanted = 0
    errors, misses = [], []
    for document in documents:
        text = document["text"]
        solid = list(accumulate((not char.isspace() for char in text), initial=0))
        sentences = connote.sentences(text)
        # A row of asterisks is no sentence, but it has its borders with the sentences on both sides.
        borders = {border for sentence in sentences for border in (sentence.start, sentence.end)}
        predicted, gold = ({solid[end] for end in side} - {0, solid[-1]} for side in (borders, document["ends"]))
        right += len(predicted & gold)
        found += len(predicted)
        wanted += len(gold)
        errors.append(abs(len(sentences) - len(document["ends"])) / len(document["ends"]))
        for place in sorted(predicted ^ gold):
            fault = "missed" if place in gold else "invented"
            at = solid.index(place)
            before, after = text[max(0, at - CONTEXT) : at], text[at : at + CONTEXT]
            misses.append(f"{document['id']}: {fault} {before!r} | {after!r}")
    f1 = 200 * right / (found + wanted)
    yield FAMILY.at_least(f"{name}: boundary F1, %", f1, goal, 2, peer, misses)
    yield FAMILY.shown(f"{name}: mean count error, %", f"{100 * sum(errors) / len(errors):.2f}")


def rule_miss(case: dict) -> str | None:
    found = [sentence.text for sentence in connote.sentences(case["text"])]
    return None if found == case["sentences"] else f"rule {case['rule']}: {found} for {case['sentences']}"
