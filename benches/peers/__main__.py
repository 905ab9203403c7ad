"""connote beside what does parts of its work, one thread each, the same articles in one run.

Megabytes of text in a second of processor time, and how many times faster connote does the same job. Today's pipeline is
what people glue together for all of it: textstat's ten metrics, VADER, a Counter of words and an expression of 1,000 terms.
Usage: python -m benches.peers CORPUS.jsonl.gz
"""

import gzip
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median

# One thread for everyone; the libraries read this when they are loaded.
os.environ["POLARS_MAX_THREADS"] = "1"

import duckdb
import lexicalrichness
import polars as pl
import spacy
import textstat
import textstat_rs
from sklearn.feature_extraction.text import CountVectorizer
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

import connote
from connote.compat import vader as compat

from . import dictionary

METRICS = (
    "flesch_reading_ease flesch_kincaid_grade gunning_fog smog_index automated_readability_index coleman_liau_index "
    "linsear_write_formula dale_chall_readability_score spache_readability lix"
).split()
# textstat-rs has no lix.
METRICS_RS = [*METRICS[:-1], "text_standard"]
COLUMNS = (
    "flesch_reading_ease flesch_kincaid_grade gunning_fog smog_index automated_readability_index coleman_liau_index "
    "linsear_write dale_chall_adjusted spache_1953 lix"
).split()
TERMS = 1000
# So many seconds each run of a reader may take, about; the slow ones read fewer articles.
SECONDS = 2.0
RUNS = 5

Read = Callable[[list[str]], object]


def rate(texts: list[str], read: Read) -> float:
    """The median rate of runs in MB/s. textstat remembers recent texts, so every run has texts of its own."""
    probe = [f"{text} 0" for text in texts[::97]]
    start = time.process_time()
    read(probe)
    seconds = max(time.process_time() - start, 1e-6) * len(texts) / len(probe)
    own = texts[:: max(1, round(seconds / SECONDS))]
    size = sum(len(text.encode()) for text in own) / 1e6
    rates = []
    for run in range(1, RUNS + 1):
        numbered = [f"{text} {run}" for text in own]
        start = time.process_time()
        read(numbered)
        rates.append(size / (time.process_time() - start))
    return median(rates)


def each(*readers: Callable[[str], object]) -> Read:
    """Reads texts one by one, each by all of these."""
    return lambda texts: [read(text) for text in texts for read in readers]


def of(module: object, metrics: list[str]) -> Read:
    """These metrics of a module."""
    return each(*(getattr(module, metric) for metric in metrics))


def terms(lexicon: Path) -> re.Pattern[str]:
    """An expression of loaded terms."""
    lines = [line for line in lexicon.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    chosen = [re.escape(line.split("\t")[0]) for line in lines[:: len(lines) // TERMS]][:TERMS]
    return re.compile(rf"\b(?:{'|'.join(chosen)})\b", re.IGNORECASE)


def spacy_sentences() -> Read:
    """spaCy's tokens and sentences by rules."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return each(nlp)


def polars_words(texts: list[str]) -> object:
    """Counts of words by polars."""
    words = pl.Series(texts).str.to_lowercase().str.extract_all(r"\w+")
    return words.explode().value_counts()


def duckdb_words(texts: list[str]) -> object:
    """Counts of words by DuckDB."""
    connection = duckdb.connect(config={"threads": 1})
    connection.register("articles", pl.DataFrame({"text": texts}).to_arrow())
    words = r"SELECT unnest(regexp_extract_all(lower(text), '\w+')) AS word FROM articles"
    return connection.sql(f"SELECT word, count(*) FROM ({words}) GROUP BY word").fetchall()


def connote_words(texts: list[str]) -> object:
    """Counts of words by connote."""
    table = connote.FrequencyTable()
    table.add_all(texts, threads=1)
    return table


def lexical_diversity(text: str) -> object:
    """MTLD by LexicalRichness."""
    return lexicalrichness.LexicalRichness(text).mtld(threshold=0.72)


def word_count(texts: list[str]) -> float:
    """The rate of `wc -w` in UTF-8, reading its own start away."""
    text = "\n".join(texts).encode()

    def seconds(data: bytes) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(["wc", "-w"], input=data, check=True, capture_output=True, env={"LC_ALL": "C.UTF-8"})
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    start = median(seconds(b"") for _ in range(RUNS))
    return median(len(text) / 1e6 / (seconds(text) - start) for _ in range(RUNS))


def main() -> None:
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    analyzer = connote.Analyzer(threads=1)
    expression = terms(Path("lexicons/loaded.tsv"))
    vader = SentimentIntensityAnalyzer()

    def scored(*columns: str) -> Read:
        return lambda texts: analyzer.score(texts, columns=list(columns) or None)

    def counted(text: str) -> object:
        return Counter(text.lower().split())

    jobs: list[tuple[str, Read, list[tuple[str, Read]]]] = [
        (
            "all four families",
            scored(),
            [
                (
                    "today's pipeline",
                    each(
                        *(getattr(textstat, metric) for metric in METRICS),
                        vader.polarity_scores,
                        counted,
                        expression.findall,
                    ),
                )
            ],
        ),
        (
            "ten readability metrics",
            scored(*COLUMNS),
            [("textstat", of(textstat, METRICS)), ("textstat-rs", of(textstat_rs, METRICS_RS))],
        ),
        (
            "VADER's four numbers",
            each(compat.SentimentIntensityAnalyzer().polarity_scores),
            [("vaderSentiment", each(vader.polarity_scores))],
        ),
        (
            "words counted",
            connote_words,
            [
                ("Counter(text.lower().split())", each(counted)),
                ("scikit-learn CountVectorizer", lambda texts: CountVectorizer().fit_transform(texts)),
                ("polars", polars_words),
                ("DuckDB", duckdb_words),
            ],
        ),
        ("MTLD", scored("mtld"), [("LexicalRichness", each(lexical_diversity))]),
        (
            "words and sentences",
            each(lambda text: connote.sentences(text)),
            [("spaCy blank, sentencizer", spacy_sentences())],
        ),
        (
            "loaded terms",
            scored("loaded_score"),
            [(f"re, {TERMS:,} of them", each(expression.findall))],
        ),
    ]
    print(f"{'job':<24}  {'who':<30} {'MB/s':>9} {'connote is':>12}")
    with tempfile.TemporaryDirectory() as folder:
        dictionary.install(Path(folder))
        for job, ours, peers in jobs:
            own = rate(texts, ours)
            print(f"{job:<24}  {'connote':<30} {own:>9.2f}", flush=True)
            for name, read in peers:
                theirs = rate(texts, read)
                print(f"{'':<24}  {name:<30} {theirs:>9.3f} {own / theirs:>10.1f} x", flush=True)
    theirs = word_count(texts)
    print(f"{'':<24}  {'wc -w':<30} {theirs:>9.2f} {rate(texts, scored()) / theirs:>10.2f} x all four families")


if __name__ == "__main__":
    main()
