"""Calls give back what they took: the memory of the process does not grow with their number."""

import gc
import pickle
import sys
from collections.abc import Callable
from typing import Any

import polars as pl
import psutil
import pyarrow as pa
import pytest

import connote
from connote.compat.vader import SentimentIntensityAnalyzer

from .conftest import ARTICLE

LISTS = [column.name for column in connote.lists()]
ANALYZER = connote.Analyzer(threads=2)
COLUMN = pa.array([ARTICLE, None, ""] * 20)
REPORT = connote.analyze(ARTICLE)
VADER = SentimentIntensityAnalyzer()


def wrong() -> None:
    with pytest.raises(TypeError):
        ANALYZER.score([1])  # type: ignore[list-item]


# A call, and how many of them would be seen if each lost a kilobyte or two.
CALLS: dict[str, tuple[int, Callable[[], Any]]] = {
    "analyze": (4000, lambda: ANALYZER.analyze(ARTICLE, title="x")),
    "views": (2000, lambda: (REPORT.readability.smog_index, REPORT.frequency.top(5), REPORT.hardest_sentences(2))),
    "cached parts": (1000, lambda: (lambda report: (report.loaded.hits, report.quotations))(ANALYZER.analyze(ARTICLE))),
    "json": (1000, lambda: REPORT.to_dict()),
    "html": (1000, lambda: REPORT.to_html()),
    "batch": (100, lambda: ANALYZER.analyze_batch([ARTICLE] * 20)),
    "score": (100, lambda: pa.table(ANALYZER.score(COLUMN))),
    "score lists": (100, lambda: pl.DataFrame(ANALYZER.score(COLUMN, columns=LISTS))),
    "rows": (100, lambda: ANALYZER.score(COLUMN, columns=["words", *LISTS]).to_pylist()),
    "errors": (2000, wrong),
    "pickles": (1000, lambda: pickle.loads(pickle.dumps((REPORT.counts, ANALYZER.score(["a"], columns=["words"]))))),
    "tables": (500, lambda: connote.FrequencyTable([ARTICLE], n=2).to_bytes()),
    "vader": (2000, lambda: VADER.polarity_scores(ARTICLE)),
    "lexicons": (500, lambda: connote.Lexicon.from_json("moods", '{"calm": ["quiet*", "at ease"]}')),
}


def resident() -> int:
    """Bytes of memory that the process holds."""
    return int(psutil.Process().memory_info().rss)


@pytest.mark.parametrize("name", CALLS)
def test_memory_does_not_grow_with_calls(name: str) -> None:
    count, call = CALLS[name]
    for _ in range(count // 10):
        call()
    gc.collect()
    before = resident()
    for _ in range(count):
        call()
    gc.collect()
    # Allocators keep a little for later, whatever the number of calls.
    assert resident() - before < 4 << 20


def test_arguments_are_let_go() -> None:
    text, texts = ARTICLE + " ", [ARTICLE + "x"] * 3
    before = sys.getrefcount(text), sys.getrefcount(texts), sys.getrefcount(texts[0])
    for _ in range(100):
        ANALYZER.analyze(text)
        ANALYZER.analyze_batch(texts)
        ANALYZER.score(texts, titles=texts, columns=["words"])
    assert (sys.getrefcount(text), sys.getrefcount(texts), sys.getrefcount(texts[0])) == before
