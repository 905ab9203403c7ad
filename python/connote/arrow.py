"""Scores beside the rows of a table: what every engine that hands out Arrow batches needs.

Ray Data, Daft, Dask and Hugging Face `datasets` take the function as it is; `connote.spark` is built on it. Needs pyarrow.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow as pa

import connote

__all__ = ["score"]


def score(
    batch: Any,
    text: str = "text",
    *,
    title: str | None = None,
    columns: Sequence[str] | None = None,
    analyzer: connote.Analyzer | None = None,
) -> Any:
    """The table or record batch with the scores of its texts as further columns.

    Args:
        batch: A `pyarrow.Table` or `pyarrow.RecordBatch`. Anything else that hands out Arrow batches, as a DuckDB relation
            does, becomes a table.
        text: Its column of texts. A missing text is a row of nulls.
        title: Its column of titles, if they stand apart.
        columns: What `Analyzer.score` takes: names, or `None` for all.
        analyzer: Who reads; `None` is the default analyzer.

    Raises:
        KeyError: There is no such column.
        ValueError: A column of scores has the name of a column of the table. And what `Analyzer.score` raises.

    >>> import pyarrow, connote.arrow
    >>> batch = pyarrow.record_batch({"id": [7, 8], "text": ["The regime fell.", None]})
    >>> connote.arrow.score(batch, columns=["words", "loaded_in_own"]).to_pylist()[0]
    {'id': 7, 'text': 'The regime fell.', 'words': 3, 'loaded_in_own': 1}
    """
    reader = analyzer or connote.Analyzer()
    if not isinstance(batch, pa.Table | pa.RecordBatch):
        batch = pa.table(batch)
    titles = None if title is None else batch[title]
    scores: pa.Table = pa.table(reader.score(batch[text], titles=titles, columns=columns))
    refuse_taken(scores.column_names, batch.schema.names)
    arrays = [*batch.columns, *(column.combine_chunks() for column in scores.columns)]
    schema = pa.schema([*batch.schema, *scores.schema], metadata=batch.schema.metadata)
    return type(batch).from_arrays(arrays, schema=schema)


def refuse_taken(names: Iterable[str], taken: Iterable[str]) -> None:
    """An error where a column of scores would have the name of another column."""
    for name in sorted(set(names) & set(taken)):
        raise ValueError(f"columns: the table has a column {name!r} of its own; rename it, or choose other columns")
