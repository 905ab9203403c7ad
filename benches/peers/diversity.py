"""Lexical diversity of articles of the news, one thread: connote and LexicalRichness in one run.

Seconds of processor time over the same articles, the median of runs that take turns. LexicalRichness gives its sixteen
measures, voc-D by its sampling; connote gives all of its own: of words that are given, and of texts that are read first.
Usage: python -m benches.peers.diversity CORPUS.jsonl.gz
"""

import gzip
import json
import sys
import time
from collections.abc import Callable
from statistics import median

from lexicalrichness import LexicalRichness

import connote

# Fewer words than the windows and the samples of voc-D take are an error in LexicalRichness.
SHORTEST = 300
ARTICLES = 20
RUNS = 3
PROPERTIES = "ttr rttr cttr Herdan Summer Dugast Maas yulek yulei herdanvm simpsond".split()


def articles(path: str) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        texts = (json.loads(line)["text"] for line in file)
        return [text for text in texts if len(text.split()) >= SHORTEST][:ARTICLES]


def richness(texts: list[str]) -> None:
    for text in texts:
        measures = LexicalRichness(text)
        for name in PROPERTIES:
            getattr(measures, name)
        measures.msttr(segment_window=50)
        measures.mattr(window_size=50)
        measures.mtld(threshold=0.72)
        measures.hdd(draws=42)
        measures.vocd(ntokens=50, within_sample=100, iterations=3)


def words_of(texts: list[str]) -> list[list[str]]:
    return [[word.text.lower() for word in connote.words(text)] for text in texts]


def diversity(texts: list[list[str]]) -> None:
    for words in texts:
        connote.diversity(words)


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main(path: str) -> None:
    texts = articles(path)
    words = words_of(texts)
    works = {
        "LexicalRichness": lambda: richness(texts),
        "connote, words given": lambda: diversity(words),
        "connote, texts read": lambda: diversity(words_of(texts)),
    }
    runs = [{name: seconds(work) for name, work in works.items()} for _ in range(RUNS)]
    size = sum(len(text.encode()) for text in texts)
    print(f"{len(texts)} articles, {size:,} bytes, {len(connote.diversity_measures())} measures against 16")
    taken = {name: median(run[name] for run in runs) for name in works}
    for name, time_taken in taken.items():
        print(f"{name:<22}{1e-6 * size / time_taken:>8.2f} MB/s {taken['LexicalRichness'] / time_taken:>6.0f} times")


if __name__ == "__main__":
    main(sys.argv[1])
