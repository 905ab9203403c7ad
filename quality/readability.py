"""Readability: formulas from given counts, and the word rules of Gunning and of Dale and Chall."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import isclose

import connote

from quality.figure import Family, Figure
from quality.reference import Reference, read_json

FAMILY = Family("readability")

TOLERANCE = 1e-9

LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "ru")

# Formulas whose name in a report is not their name in the vectors.
NAMES = {
    "smog": "smog_index",
    "coleman_liau_short": "coleman_liau_index",
}

# The counts of the vectors by their names in a report.
COUNTS = {
    "W": "words",
    "S": "sentences",
    "Sy": "syllables",
    "mono": "monosyllables",
    "poly": "polysyllables",
    "hard": "complex_words",
    "L": "letters",
    "C": "characters",
    "long7": "long_words",
    "dc": "unfamiliar_words",
    "sp": "spache_unfamiliar_types",
    "sp_old": "spache_unfamiliar_types",
    "types": "types",
    "w2": "multisyllables",
    "mini": "mini_words",
    "Cns": "non_space_characters",
    "prep": "prepositions",
    "conj": "conjunctions",
    "pron": "pronouns",
    "U": "units",
    "mono_ex": "ohayre_monosyllables",
    "blanks": "blanks",
    "hj": "harris_jacobson_words",
}
# The criterion of Bormuth's grade placement, which is a constant of the formula.
CONSTANTS = {"ccs"}


def figures(reference: Reference) -> Iterator[Figure]:
    for path in reference.all("readability/vectors*.json"):
        yield from vectors(read_json(path)["vectors"])
    for path in reference.all("readability/count_cases*.json"):
        cases = read_json(path)
        yield word_rule("Gunning's hard words", cases["gunning_hard"], "hard", "complex_words", counted=True)
        yield word_rule(
            "Dale-Chall familiar words", cases["dale_chall_familiar"], "familiar", "unfamiliar_words", counted=False
        )


def vectors(rows: list[dict]) -> Iterator[Figure]:
    by_formula: defaultdict[str, list[dict]] = defaultdict(list)
    for row in rows:
        by_formula[row["formula"]].append(row)
    known = {formula.name for code in LANGUAGES for formula in connote.formulas(code)}
    built = {formula for formula in by_formula if NAMES.get(formula, formula) in known}
    of_built = [row for row in rows if row["formula"] in built]
    misses = [miss for row in of_built if (miss := vector_miss(row))]
    yield FAMILY.cases("vectors of the formulas built", misses, len(of_built))
    unbuilt = sorted(by_formula.keys() - built)
    yield FAMILY.cases("formulas built", unbuilt, len(by_formula), peer="55 Wordless", later=True)


def vector_miss(row: dict) -> str | None:
    symbols = dict(row["counts"])
    if "dcf" in symbols:
        symbols["dc"] = symbols["W"] - symbols.pop("dcf")
    given = {COUNTS[symbol]: n for symbol, n in symbols.items() if symbol not in CONSTANTS}
    counts = connote.Counts(**(dict.fromkeys(connote.analyze("").counts.to_dict(), 0) | given))
    score = connote.score_counts(NAMES.get(row["formula"], row["formula"]), counts)
    gold = row["expected_f64"]
    right = score is None if gold is None else score is not None and isclose(score, gold, rel_tol=TOLERANCE)
    return None if right else f"{row['id']}: {score} for {gold}"


def word_rule(name: str, cases: list[dict], label: str, count: str, *, counted: bool) -> Figure:
    """Whether a count takes the word up when it stands in a sentence; `counted` is the label of words that it takes."""
    misses = []
    for case in cases:
        # A capital is a name except at the start of a sentence, and the case says when that is what it is about.
        frame = "{} they ran." if "first word of the sentence" in case["why"] else "We saw {} there."
        with_word, without = (
            getattr(connote.analyze(frame.format(word)).counts, count) for word in (case["word"], "it")
        )
        if (with_word > without) != (case[label] == counted):
            misses.append(f"{case['word']}: {label} is {case[label]} ({case['why']})")
    return FAMILY.cases(name, misses, len(cases))
