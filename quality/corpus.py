"""Corpora: every article scored, in order, the same on any number of threads; awkward texts without trouble."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from time import process_time

import connote
import pyarrow as pa

from quality.figure import Family, Figure
from quality.reference import Reference, records

FAMILY = Family("corpus")

# Time per byte says something of the text only where the text outweighs the cost of a call.
TIMED_BYTES = 100_000
ROUNDS = 3
SLOWER_THAN_NEWS = 5.0
# A document score beyond this is saturated.
SATURATED = 0.99
# So many articles make one long text.
JOINED = 10


def figures(reference: Reference) -> Iterator[Figure]:
    articles = [article for path in reference.corpora("articles_*.jsonl.gz") for article in records(path)]
    texts = [article["text"] for article in articles]
    reports = [connote.analyze(text) for text in texts]
    yield from batch(articles, texts, reports)
    joined = ["\n\n".join(texts[first : first + JOINED]) for first in range(0, len(texts), JOINED)]
    names = [article["id"] for article in articles] + [f"the {JOINED} from {name['id']}" for name in articles[::JOINED]]
    scores = [report.sentiment.score for report in [*reports, *map(connote.analyze, joined)]]
    scored = [(name, score) for name, score in zip(names, scores, strict=True) if score is not None]
    saturated = [f"{name}: {score:+.3f}" for name, score in scored if abs(score) > SATURATED]
    yield FAMILY.cases("document scores within +-.99, ten articles joined too", saturated, len(scored))
    messy = [text for path in reference.corpora("messy_*.jsonl.gz") for text in records(path)]
    yield without_trouble(messy)
    yield speed("".join(f"{text}\n\n" for text in texts), messy)


def batch(articles: list[dict], texts: list[str], reports: list) -> Iterator[Figure]:
    """The table of a batch: its rows against the reports of the single texts, its bytes on one thread and on two."""
    tables = [pa.table(connote.Analyzer(threads=threads).score(texts)) for threads in (1, 2)]
    counts = [name for name in reports[0].to_dict()["counts"] if name in tables[0].column_names]
    rows = tables[0].select(counts).to_pylist()
    misses = [f"{len(rows)} rows for {len(texts)} articles"] if len(rows) != len(texts) else []
    for article, row, report in zip(articles, rows, reports, strict=False):
        single = report.to_dict()["counts"]
        if row != {name: single[name] for name in counts}:
            misses.append(f"{article['id']}: {row} for {single}")
    yield FAMILY.cases("articles scored, in order", misses, len(texts))
    one, two = (stream(table) for table in tables)
    yield FAMILY.cases("tables with the same bytes on 1 and 2 threads", [] if one == two else ["they differ"], 1)


def stream(table: pa.Table) -> bytes:
    """The table as it goes over the wire."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        # Where a batch is cut is up to the threads; what is in it is not.
        writer.write_table(table.combine_chunks())
    return sink.getvalue().to_pybytes()


def without_trouble(messy: list[dict]) -> Figure:
    """Any text is legal: no exception, and the same report every time."""
    misses = []
    for record in messy:
        try:
            first, second = (connote.analyze(record["text"]).to_json() for _ in range(2))
        # Whatever it is, it is the finding.
        except Exception as error:
            misses.append(f"{record['id']}: {type(error).__name__}: {error}")
        else:
            if first != second:
                misses.append(f"{record['id']}: two reports differ")
    return FAMILY.cases("awkward texts: no error, one report", misses, len(messy))


def speed(news: str, messy: list[dict]) -> Figure:
    """The slowest awkward text in time per byte, over news."""
    of_news = seconds_per_byte(news)
    ratios = sorted(
        (
            (seconds_per_byte(record["text"]) / of_news, f"{record['id']} ({record['note']})")
            for record in messy
            if len(record["text"].encode()) >= TIMED_BYTES
        ),
        reverse=True,
    )
    shown = [f"{ratio:.2f} times news: {name}" for ratio, name in ratios]
    return FAMILY.at_most(
        "awkward texts of 100 kB or more: slowest / news", ratios[0][0], SLOWER_THAN_NEWS, 2, misses=shown
    )


def seconds_per_byte(text: str) -> float:
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        connote.analyze(text)
        times.append(process_time() - start)
    return median(times) / len(text.encode())
