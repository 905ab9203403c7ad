"""Scores and words of a Spark data frame, computed where its partitions are. Needs pyspark 4 and pyarrow on every worker.

What Spark runs is Python over Arrow batches (`mapInArrow`): one process to a core, so an analyzer here has one thread.
"""

import pickle
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa

import connote
import connote.arrow

if TYPE_CHECKING:
    from pyspark.sql import DataFrame as _DataFrame

__all__ = ["score", "words"]

# Made once in a worker, which serves many partitions.
_analyzer = lru_cache(maxsize=8)(pickle.loads)

# So many tables are left for the driver to merge, whatever the number of partitions.
_GROUPS = 16


def score(
    frame: "_DataFrame",
    text: str = "text",
    *,
    title: str | None = None,
    columns: Sequence[str] | None = None,
    analyzer: connote.Analyzer | None = None,
) -> "_DataFrame":
    """The data frame with the scores of its texts as further columns; nothing is read before Spark needs it.

    Args:
        frame: The data frame.
        text: Its column of texts. A missing text is a row of nulls.
        title: Its column of titles, if they stand apart.
        columns: What `Analyzer.score` takes: names, or `None` for all.
        analyzer: Who reads; sent to every worker with its lexicons, and made there once. `None` is English with one thread.

    Raises:
        ValueError: There is no column of a name, or the frame has a column of that name itself.

    Example, on a cluster that runs already:

        scores = connote.spark.score(spark.read.parquet("news/"), "body", title="headline", columns=["words", "loaded_score"])
        scores.drop("body").write.parquet("scores/")
    """
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.sql.types import StructType

    reader = analyzer or connote.Analyzer(threads=1)
    scores = from_arrow_schema(pa.table(reader.score([], columns=columns)).schema)
    connote.arrow.refuse_taken(scores.names, frame.columns)
    work = partial(score_batches, text=text, title=title, columns=scores.names, pickled=pickle.dumps(reader))
    return frame.mapInArrow(work, StructType([*frame.schema.fields, *scores.fields]))


def words(frame: "_DataFrame", text: str = "text", **settings: Any) -> connote.FrequencyTable:
    """The words of all texts of a data frame: a table for each partition, merged by the workers and at last here.

    The table is that of one pass over the texts, to the last byte of its file, however they are parted.

    Args:
        frame: The data frame.
        text: Its column of texts. A missing text is none.
        settings: What `FrequencyTable` takes: `language`, `n`, `case`, `stop_words` and so on.

    Raises:
        ConnoteError: The settings are wrong.

    Example, on a cluster that runs already:

        connote.spark.words(spark.read.parquet("news/"), "body", n=2).save("bigrams.freq")
    """
    total = connote.FrequencyTable(**settings)
    counted = frame.select(text).mapInArrow(partial(count_batches, settings=settings), "words binary")
    merged = counted.repartition(_GROUPS).mapInArrow(partial(merge_batches, settings=settings), "words binary")
    for row in merged.toLocalIterator():
        total.merge(connote.FrequencyTable.from_bytes(bytes(row.words)))
    return total


def score_batches(
    batches: Iterator[pa.RecordBatch], text: str, title: str | None, columns: Sequence[str], pickled: bytes
) -> Iterator[pa.RecordBatch]:
    """What a worker does for `score`: batches with the scores of a pickled analyzer beside their rows."""
    for batch in batches:
        yield connote.arrow.score(batch, text, title=title, columns=columns, analyzer=_analyzer(pickled))


def count_batches(batches: Iterator[pa.RecordBatch], settings: dict[str, Any]) -> Iterator[pa.RecordBatch]:
    """What a worker does first for `words`: the saved table of a partition of texts."""
    table = connote.FrequencyTable(**settings)
    for batch in batches:
        table.add_all(batch.column(0), threads=1)
    yield _saved(table)


def merge_batches(batches: Iterator[pa.RecordBatch], settings: dict[str, Any]) -> Iterator[pa.RecordBatch]:
    """What a worker does then: the saved table of all tables of a partition."""
    total = connote.FrequencyTable(**settings)
    for batch in batches:
        for saved in batch.column(0):
            total.merge(connote.FrequencyTable.from_bytes(saved.as_py()))
    yield _saved(total)


def _saved(table: connote.FrequencyTable) -> pa.RecordBatch:
    return pa.record_batch({"words": pa.array([table.to_bytes()], pa.binary())})
