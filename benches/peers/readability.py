"""Twelve readability metrics on articles of about 680 words, one thread: connote, textstat-rs and textstat in one run.

Articles a second of processor time, the median of runs that take turns. connote's rate is that of its table, with the
reading, and that of the whole report. Usage: python -m benches.peers.readability CORPUS.jsonl.gz
"""

import gzip
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import textstat
import textstat_rs

import connote

from . import dictionary

# What textstat and textstat-rs both have.
METRICS = (
    "flesch_reading_ease flesch_kincaid_grade gunning_fog smog_index automated_readability_index coleman_liau_index "
    "linsear_write_formula dale_chall_readability_score spache_readability mcalpine_eflaw reading_time text_standard"
).split()
# The same of connote; the consensus is its text standard.
COLUMNS = (
    "flesch_reading_ease flesch_kincaid_grade gunning_fog smog_index automated_readability_index coleman_liau_index "
    "linsear_write dale_chall_adjusted spache_1953 mcalpine_eflaw reading_time_seconds consensus_grade"
).split()
WORDS = 680
RUNS = 3


def articles(path: str, count: int) -> list[str]:
    """Articles cut or joined to the same number of words."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        words = [word for line in file for word in json.loads(line)["text"].split()]
    return [" ".join(words[at : at + WORDS]) for at in range(0, min(count * WORDS, len(words) - WORDS), WORDS)]


def rate(texts: list[str], read: Callable[[list[str]], object]) -> float:
    """Texts a second of processor time."""
    start = time.process_time()
    read(texts)
    return len(texts) / (time.process_time() - start)


def by_metric(module: object) -> Callable[[list[str]], object]:
    """Every metric of every text, as a caller asks for them."""
    return lambda texts: [getattr(module, metric)(text) for text in texts for metric in METRICS]


def main() -> None:
    texts = articles(sys.argv[1], 600)
    analyzer = connote.Analyzer(threads=1)
    columns = COLUMNS
    readers: dict[str, tuple[int, Callable[[list[str]], object]]] = {
        "connote, table of 12": (600, lambda texts: analyzer.score(texts, columns=columns)),
        "connote, whole report": (600, lambda texts: analyzer.analyze_batch(texts)),
        "textstat-rs 2.0.0": (120, by_metric(textstat_rs)),
        "textstat 0.7.13": (60, by_metric(textstat)),
    }
    rates: dict[str, list[float]] = {name: [] for name in readers}
    with tempfile.TemporaryDirectory() as folder:
        dictionary.install(Path(folder))
        for module in (textstat, textstat_rs):
            by_metric(module)(texts[-1:])
        for run in range(RUNS):
            for name, (count, read) in readers.items():
                # textstat remembers recent texts, so every run has texts of its own.
                rates[name].append(rate([f"{text} {run}" for text in texts[:count]], read))
    ours = median(rates["connote, table of 12"])
    for name, found in rates.items():
        print(f"{name:22} {median(found):8.0f} articles/s   connote's table is {ours / median(found):6.1f} times that")


if __name__ == "__main__":
    main()
