"""Scores in DuckDB's SQL, by functions that work on whole vectors. Needs pyarrow, as every such function does.

Without them, `connote.score` takes a relation of one column of texts, and `connote.arrow.score` one of more columns. A
connection reads one relation at a time, so texts and titles cannot come from two.

>>> import duckdb, connote.duckdb
>>> connection = duckdb.connect()
>>> connote.duckdb.register(connection, columns=["words", "loaded_in_own"])
>>> connection.sql("SELECT unnest(connote_score('The regime fell.'))").fetchall()
[(3, 1)]
>>> connection.sql("SELECT connote_score_titled('Critics cheered.', 'Regime falls').words").fetchall()
[(4,)]
"""

from collections.abc import Callable, Sequence
from typing import Any

import duckdb
import pyarrow as pa
from duckdb.func import ARROW, SPECIAL

import connote

__all__ = ["register"]


def register(
    connection: duckdb.DuckDBPyConnection,
    name: str = "connote_score",
    *,
    columns: Sequence[str] | None = None,
    analyzer: connote.Analyzer | None = None,
) -> None:
    """Gives a connection the functions `NAME(text)` and `NAME_titled(text, title)`, which return the scores as a struct.

    A missing text is a struct of nulls; a missing title is none. `unnest(NAME(text))` makes columns of the struct.

    Args:
        connection: The connection.
        name: What the functions are called.
        columns: What `Analyzer.score` takes: names, or `None` for all.
        analyzer: Who reads; `None` is the default analyzer.

    Raises:
        ValueError: There is no column of a name.
    """
    reader = analyzer or connote.Analyzer()

    def score(texts: pa.ChunkedArray, titles: pa.ChunkedArray | None = None) -> pa.StructArray:
        return pa.table(reader.score(texts, titles=titles, columns=columns)).to_struct_array().combine_chunks()

    def register(name: str, function: Callable[..., Any], *parameters: Any) -> None:
        # SPECIAL: the functions see missing texts.
        connection.create_function(name, function, list(parameters), struct, type=ARROW, null_handling=SPECIAL)

    scores = connection.from_arrow(pa.table(reader.score([], columns=columns)))
    struct = connection.struct_type(dict(zip(scores.columns, scores.types, strict=True)))
    register(name, lambda texts: score(texts), "VARCHAR")
    register(f"{name}_titled", lambda texts, titles: score(texts, titles), "VARCHAR", "VARCHAR")
