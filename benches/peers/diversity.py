"""Lexical diversity of articles of the news, one thread: connote and LexicalRichness in one run.

Seconds of processor time over the same articles, the median of runs that take turns. LexicalRichness gives its sixteen
measures, voc-D by its sampling; connote gives all of its own, and reads the text too. Usage: python -m
benches.peers.diversity CORPUS.jsonl.gz
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


def diversity(texts: list[str]) -> None:
    for text in texts:
        connote.diversity([word.text.lower() for word in connote.words(text)])


def seconds(work: Callable[[list[str]], None], texts: list[str]) -> float:
    begin = time.process_time()
    work(texts)
    return time.process_time() - begin


def main(path: str) -> None:
    texts = articles(path)
    runs = [(seconds(richness, texts), seconds(diversity, texts)) for _ in range(RUNS)]
    peer, own = median(run[0] for run in runs), median(run[1] for run in runs)
    size = sum(len(text.encode()) for text in texts)
    print(f"{len(texts)} articles, {size:,} bytes, {len(connote.diversity_measures())} measures against 16")
    print(f"{'LexicalRichness':<18}{1e-6 * size / peer:>8.2f} MB/s")
    print(f"{'connote':<18}{1e-6 * size / own:>8.2f} MB/s {peer / own:>6.0f} times")


if __name__ == "__main__":
    main(sys.argv[1])
