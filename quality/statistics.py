"""Word statistics: every value of the golden tables under its own name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from math import isclose, log10
from typing import Any

import connote

from quality.figure import Family, Figure
from quality.reference import Reference, read_json

FAMILY = Family("statistics")

TOLERANCE = 1e-9
NEAR_ZERO = 1e-12
# Where the reference allows more: an iterated fit, and p values.
TOLERANCES = {"vocd_expected": 1e-6, "p_g2_4cell": 1e-6, "fisher_p_two_sided": 1e-6}

# Of its special tables the reference has no p values but SciPy's, and none of the table of one word alone.
P_VALUES = ("p_g2_4cell", "fisher_p_two_sided")

# Scores whose reference takes how often a word is first or second in a pair.
OF_PAIRS = ("lambda_smooth0.5", "lambda_z")
# Names of the reference for what a pair of words is counted by.
PAIR_COUNTS = ("o11", "r1", "c1", "N")
# NLTK's names of the scores that are built.
NLTK = {
    "pmi": "pmi_log2",
    "likelihood_ratio": "g2",
    "student_t": "t_score",
    "chi_sq": "chi2",
    "dice": "dice",
    "jaccard": "jaccard",
    "poisson_stirling": "poisson_stirling_log2",
}
# The reference's names of the fields of a dispersion.
SPREAD = {
    "freq": "frequency",
    "sd_pop": "sd",
    "juilland_d_percent": "juilland_d",
    "kl_div_log2": "kl_divergence",
}


def figures(reference: Reference) -> Iterator[Figure]:
    for path in reference.all("frequency/golden*.json"):
        golden = read_json(path)
        lists = {file.stem: file.read_text(encoding="utf-8").split("\n") for file in path.parent.glob("lists/*.txt")}
        lists = {name: [word for word in words if word] for name, words in lists.items()}
        yield from diversity(golden["lexical_diversity"], lists)
        yield from keyness(golden["keyness"] + golden["keyness_special"], lists)
        yield from collocations(golden["collocations"], lists)
        yield from dispersion(golden["dispersion"], lists)


def is_right(value: float | None, gold: float | None, name: str = "") -> bool:
    if value is None or gold is None:
        return value is gold
    return isclose(value, gold, rel_tol=TOLERANCES.get(name, TOLERANCE), abs_tol=NEAR_ZERO)


class Rows:
    """Values compared one by one."""

    def __init__(self) -> None:
        self.total = 0
        self.misses: list[str] = []

    def compare(self, place: str, name: str, value: float | None, gold: float | None) -> None:
        self.total += 1
        if not is_right(value, gold, name):
            self.misses.append(f"{place}, {name}: {value} for {gold}")

    def figure(self, name: str, peer: str = "", allowed: int = 0) -> Figure:
        return FAMILY.cases(name, self.misses, self.total, allowed, peer)


def diversity(tables: dict[str, Any], lists: dict[str, list[str]]) -> Iterator[Figure]:
    defined, undefined, programs, unrun = Rows(), Rows(), Rows(), []
    for name, table in tables.items():
        words = lists[name]
        found = connote.diversity(words) | laws(words)
        for measure, row in table["values"].items():
            value, gold = found[measure], row["value"]
            if isinstance(gold, dict):
                for field, number in gold.items():
                    defined.compare(name, f"{measure} {field}", value and value[field], number)
            elif gold is not None:
                defined.compare(name, measure, value, gold)
            elif has_own_value(tables, measure, name):
                undefined.compare(name, measure, value, None)
            elif (number := number_of(row["others"])) is not None:
                # A program's 0 stands for what it cannot compute.
                programs.compare(name, measure, value, number or None)
            else:
                unrun.append(f"{name}, {measure}: {value}")
    # voc-D of distinct words alone has no D: the reference gives the number at which its search gave up.
    yield defined.figure("diversity, defined values", allowed=1)
    yield undefined.figure("diversity, undefined is None")
    yield programs.figure("diversity, values of a program alone")
    yield FAMILY.shown("diversity, no value to compare with", f"{len(unrun)}", misses=unrun)


def has_own_value(tables: dict[str, Any], measure: str, name: str) -> bool:
    """Whether the reference itself worked the measure out for this list, and found nothing.

    It has no value of its own for `mtld_mfl`, and did not run the slow moving averages on its longest lists.
    """
    ran = any(table["values"][measure]["value"] is not None for table in tables.values())
    return ran and not (measure.startswith("mtld_ma") and tables[name]["tokens"] >= 10_000)


def number_of(others: dict[str, Any]) -> float | None:
    numbers = [value for value in others.values() if isinstance(value, int | float)]
    return numbers[0] if numbers else None


def laws(words: list[str]) -> dict[str, Any]:
    zipf, heaps = (
        connote.zipf_law(list(Counter(words).values())),
        connote.heaps_law(words, 100),
    )
    return {
        "zipf_ols": zipf and {"slope": zipf.exponent, "intercept": log10(zipf.factor), "r2": zipf.r2},
        "heaps_ols_step100": heaps and {"beta": heaps.exponent, "k": heaps.factor, "r2": heaps.r2, "step": 100},
    }


def keyness(rows: list[dict[str, Any]], lists: dict[str, list[str]]) -> Iterator[Figure]:
    scores, odds, words = Rows(), Rows(), Rows()
    for row in rows:
        counts = (row["a"], row["b"], row["n1"], row["n2"])
        place = f"{row.get('word', '')} {counts}"
        found = connote.keyness_scores(*counts)
        for name, gold in row["values"].items():
            if name.startswith("logodds_"):
                compare_odds(
                    odds,
                    place,
                    name,
                    gold,
                    connote.log_odds(*counts, *prior(name, row, lists)),
                )
            elif "word" in row or name not in P_VALUES:
                scores.compare(place, name, found[name], gold["value"])
            elif "scipy" in gold:
                scores.compare(place, name, found[name], gold["scipy"])
    for target, reference in {(row["target"], row["reference"]): None for row in rows if "target" in row}:
        table = {
            key.word: key for key in connote.keyness(Counter(lists[target]), Counter(lists[reference]), prior=0.01)
        }
        for row in rows:
            if (row.get("target"), row.get("reference")) == (target, reference):
                key, values = table[row["word"]], row["values"]
                words.compare(row["word"], "g2_4cell", key.g2, values["g2_4cell"]["value"])
                words.compare(
                    row["word"],
                    "log_odds",
                    key.log_odds,
                    values["logodds_uniform_0.01"]["delta"],
                )
    yield scores.figure("keyness, scores")
    yield odds.figure("keyness, log-odds")
    yield words.figure("keyness, from two lists of words")


def prior(name: str, row: dict[str, Any], lists: dict[str, list[str]]) -> tuple[float, float]:
    """How often the word was seen before, and how many words in all."""
    both = row["a"] + row["b"]
    if name == "logodds_uniform_0.01":
        return 0.01, 0.01 * len({*lists[row["target"]], *lists[row["reference"]]})
    words = row["n1"] + row["n2"]
    return (both, words) if name == "logodds_prior_both_corpora" else (both * 500 / words, 500)


def compare_odds(
    rows: Rows,
    place: str,
    name: str,
    gold: dict[str, float],
    odds: connote.LogOdds | None,
) -> None:
    fields = {"delta": "delta", "z_2term_var": "z", "z_4term_var": "z_4term"}
    for field, own in fields.items():
        rows.compare(place, f"{name} {field}", odds and getattr(odds, own), gold[field])


def collocations(tables: list[dict[str, Any]], lists: dict[str, list[str]]) -> Iterator[Figure]:
    own, nltk, counted = Rows(), Rows(), Rows()
    for table in tables:
        words, window = lists[table["list"]], table["window"]
        firsts, seconds = Counter(words[:-1]), Counter(words[1:])
        found = connote.collocations([words], window=window, minimum=1)
        pairs = {(pair.first, pair.second): pair for pair in found}
        counted.compare(table["list"], "pairs", len(pairs), table["bigram_types"])
        counted.compare(
            table["list"],
            "places",
            sum(pair.together for pair in found),
            table["bigram_tokens"],
        )
        for row in table["rows"]:
            values, (first, second) = row["values"], row["bigram"]
            pair = pairs[first, second]
            counts = (pair.together, pair.first_count, pair.second_count, len(words))
            place = f"{first} {second}"
            for name, count in zip(PAIR_COUNTS, counts, strict=True):
                counted.compare(place, name, count, values[name])
            scores = connote.collocation_scores(*counts, window=window)
            of_pairs = connote.collocation_scores(pair.together, firsts[first], seconds[second], len(words) - 1)
            for name, gold in values.items():
                if name not in PAIR_COUNTS:
                    own.compare(
                        place,
                        name,
                        (of_pairs if name in OF_PAIRS else scores)[name],
                        gold,
                    )
            for name, built in NLTK.items():
                nltk.compare(f"{place}, window {window}", built, scores[built], row["nltk"][name])
    yield counted.figure("collocations, counts")
    yield own.figure("collocations, scores")
    yield nltk.figure("collocations, NLTK's scores", peer="NLTK")


# The toy corpus that Gries (2008) made to explain his measure, and the reference took over; every letter is a word.
TOY = ["bamnibeup", "basatbewqn", "bcagabesta", "baghabeaat", "bahaabeaxat"]


def dispersion(tables: list[dict[str, Any]], lists: dict[str, list[str]]) -> Iterator[Figure]:
    rows = Rows()
    by_length = {len(words): words for words in lists.values()}
    for table in tables:
        sizes, label = table["part_sizes"], table["label"]
        if "toy" in label:
            words = list("".join(TOY))
        elif "equal parts of" in label:
            words = lists[label.split()[0]][: sum(sizes)]
        else:
            words = [word for size in sizes for word in by_length[size]]
        ends = [*accumulate(sizes)]
        parts = [Counter(words[end - size : end]) for size, end in zip(sizes, ends, strict=True)]
        for row in table["rows"]:
            word = row["word"]
            found = connote.dispersion([part[word] for part in parts], sizes).to_dict()
            places = [index for index, other in enumerate(words) if other == word]
            found["arf"] = connote.average_reduced_frequency(places, len(words))
            for name, gold in row["values"].items():
                rows.compare(f"{word} in {label}", name, found[SPREAD.get(name, name)], gold)
    yield rows.figure("dispersion, scores")
