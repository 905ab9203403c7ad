"""Comparison of two corpora."""

import copy
import json
import pickle
import subprocess
import sys
from collections import Counter
from pathlib import Path
from statistics import mean, median

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


def test_a_comparison_says_what_made_it() -> None:
    house = connote.Lexicon.from_tsv("house", "councillor\tnoun\tname_calling\t2\tmember\t-\t-\ta jibe\n")
    analyzer = connote.Analyzer(lexicons=[house])
    comparison = connote.compare(CALM, LOUD, analyzer=analyzer, resamples=10)
    lexicons = analyzer.analyze("").lexicons
    assert (comparison.connote, tuple(comparison.lexicons)) == (connote.__version__, lexicons)
    assert any(source.name == "house" for source in lexicons)
    assert all(source.sha256 in comparison.to_html() and source.name in comparison.to_html() for source in lexicons)


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


def test_pages_are_those_of_the_command_line(tmp_path: Path) -> None:
    for name, texts in [("calm", CALM), ("loud", LOUD)]:
        rows = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
        (tmp_path / f"{name}.jsonl").write_text(rows, encoding="utf-8")
    comparison = connote.compare(CALM, LOUD)
    page = comparison.to_html("calm", "loud")
    out = tmp_path / "page.html"
    command = [sys.executable, "-m", "connote", "compare", "calm.jsonl", "loud.jsonl", "-o", str(out)]
    subprocess.run(command, cwd=tmp_path, check=True)
    assert out.read_text(encoding="utf-8") == page
    assert pickle.loads(pickle.dumps(comparison)).to_html("calm", "loud") == page
    assert "“This is a disaster,” <" not in page and ">regime</mark>" in page


def test_pages_do_not_grow_with_the_corpora() -> None:
    many = [f"The council met on day {day}. {text}" for day in range(40) for text in CALM]
    more = [f"The council met on day {day}. {text}" for day in range(400) for text in CALM]
    pages = [len(connote.compare(texts, LOUD, resamples=20).to_html()) for texts in (many, more)]
    assert pages[1] < 1.2 * pages[0]


def test_sentences_and_distributions_are_those_of_the_texts() -> None:
    comparison = connote.compare(CALM, LOUD, resamples=20)
    assert comparison.first_sentences == []
    telling = comparison.second_sentences[0]
    report = connote.analyze(LOUD[telling.text])
    assert telling.sentence in report.text and telling.score == max(s.score or 0 for s in report.loaded.sentences)
    assert all(telling.sentence[hit.start : hit.end] == hit.text for hit in telling.hits)
    shapes = {shape.name: shape for shape in comparison.distributions}
    lengths = [connote.analyze(text).readability.mean_sentence_length for text in LOUD]
    assert shapes["mean_sentence_length"].second_quantiles[2] == median(value for value in lengths if value is not None)
    assert sum(shapes["mean_sentence_length"].second_counts) == len(LOUD)
