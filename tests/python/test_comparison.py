"""Comparison of two corpora."""

import copy
import pickle
from collections import Counter
from statistics import mean

import polars as pl
import pyarrow as pa
import pytest

import connote

CALM = ["The council met on Monday.", "The council voted on the plan.", "“We agree,” the mayor said."] * 4
LOUD = ["The regime crushed them.", "Cronies looted the city again and again.", "“This is a disaster,” they cried."] * 3


def measures(comparison: connote.Comparison) -> dict[str, connote.ComparedMeasure]:
    return {row.name: row for row in comparison.measures}


def test_values_are_means_and_rates_of_the_reports() -> None:
    comparison = connote.compare(CALM, LOUD)
    rows = measures(comparison)
    assert (comparison.first_texts, comparison.second_texts) == (12, 9)
    ease = [connote.analyze(text).readability.flesch_reading_ease for text in CALM]
    assert rows["flesch_reading_ease"].first == pytest.approx(mean(value for value in ease if value is not None))
    reports = [connote.analyze(text) for text in LOUD]
    own = [
        sum(hit.category == "contentious_label" and hit.voice != "direct_quote" for hit in report.loaded.hits)
        for report in reports
    ]
    words = sum(report.loaded.own_words for report in reports)
    assert rows["loaded_contentious_label_own"].second == pytest.approx(1000 * sum(own) / words)
    assert rows["loaded_own"].effect is not None and rows["loaded_own"].effect < 0
    assert rows["loaded_own"].interval is not None and rows["loaded_own"].interval[1] < 0


def test_key_words_are_those_of_keyness() -> None:
    comparison = connote.compare(CALM, LOUD)
    counts = [Counter(word.text.lower() for text in texts for word in connote.words(text)) for texts in (CALM, LOUD)]
    assert comparison.key_words == connote.keyness(*counts)


@pytest.mark.parametrize(
    "column",
    [pa.array, pl.Series, lambda texts: pa.chunked_array([texts[:2], texts[2:]]), iter],
    ids=["pyarrow", "polars", "chunks", "iterator"],
)
def test_every_column_of_texts_is_taken(column) -> None:  # type: ignore[no-untyped-def]
    plain = connote.compare(CALM, LOUD, resamples=50)
    assert connote.compare(column([*CALM, None]), column(LOUD), resamples=50) == plain


def test_the_seed_decides_and_not_the_threads() -> None:
    one = connote.compare(CALM, LOUD, seed=3, threads=1)
    assert connote.compare(CALM, LOUD, seed=3, threads=2) == one
    assert connote.compare(CALM, LOUD, seed=4).measures != one.measures
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one


def test_analyzers_say_what_is_compared() -> None:
    german = connote.Analyzer(language="de")
    rows = measures(connote.compare(["Der Rat tagte am Montag."], ["Die Stadt schläft."], analyzer=german))
    assert "sentiment" not in rows and "loaded_own" not in rows
    assert rows["mean_sentence_length"].difference == 2.0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([], LOUD), "target: no words"),
        ((CALM, LOUD, {"resamples": 0}), "resamples: 0"),
        ((CALM, LOUD, {"confidence": 1.0}), "confidence: 1"),
        ((CALM, [1]), "row 0: int"),
    ],
)
def test_what_cannot_be_compared_is_one_error(arguments, message) -> None:  # type: ignore[no-untyped-def]
    first, second, *rest = arguments
    with pytest.raises((connote.ConnoteError, TypeError), match=message):
        connote.compare(first, second, **dict(*rest))
