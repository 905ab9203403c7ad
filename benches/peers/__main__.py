"""connote beside today's pipeline, one thread, the same articles in one run: processor time, and the ratio.

Today's pipeline is textstat's ten metrics, VADER and a Counter of words. VADER is compared alone, too, on articles and on
their sentences. Usage: python -m benches.peers CORPUS.jsonl.gz
"""

import gzip
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import textstat
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

import connote
from connote.compat import vader as compat

from . import dictionary

METRICS = (
    "flesch_reading_ease flesch_kincaid_grade gunning_fog smog_index automated_readability_index coleman_liau_index "
    "linsear_write_formula dale_chall_readability_score spache_readability lix"
).split()
# The pipeline is slow: it reads every so many articles, connote reads all.
EVERY = 24


def rate(texts: list[str], read: Callable[[list[str]], object]) -> float:
    """Megabytes of text in a second of processor time: the median of three runs.

    textstat remembers recent texts, so every run has texts of its own.
    """
    size = sum(len(text.encode()) for text in texts) / 1e6
    rates = []
    for run in range(3):
        own = [f"{text} {run}" for text in texts]
        start = time.process_time()
        read(own)
        rates.append(size / (time.process_time() - start))
    return sorted(rates)[1]


def each(read: Callable[[str], object]) -> Callable[[list[str]], object]:
    """Reads texts one by one."""
    return lambda texts: [read(text) for text in texts]


def main() -> None:
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    with tempfile.TemporaryDirectory() as folder:
        dictionary.install(Path(folder))
        vader = SentimentIntensityAnalyzer()

        def pipeline(texts: list[str]) -> None:
            for text in texts:
                for metric in METRICS:
                    getattr(textstat, metric)(text)
                vader.polarity_scores(text)
                Counter(text.lower().split())

        analyzer = connote.Analyzer(threads=1)
        ours = rate(texts, lambda texts: analyzer.score(texts))
        theirs = rate(texts[::EVERY], pipeline)
    print(f"connote, full report      {ours:8.2f} MB/s")
    print(f"textstat + VADER + Counter {theirs:7.3f} MB/s")
    print(f"ratio                     {ours / theirs:8.0f}")
    single = [sentence.text for text in texts[::EVERY] for sentence in connote.sentences(text)]
    for name, texts_of_all, texts_of_theirs in (("articles", texts, texts[::EVERY]), ("sentences", single, single)):
        ours = rate(texts_of_all, each(compat.SentimentIntensityAnalyzer().polarity_scores))
        theirs = rate(texts_of_theirs, each(vader.polarity_scores))
        print(f"mode vader, {name:9}     {ours:8.2f} MB/s")
        print(f"vaderSentiment, {name:9} {theirs:8.3f} MB/s")
        print(f"ratio                     {ours / theirs:8.0f}")


if __name__ == "__main__":
    main()
