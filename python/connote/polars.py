"""Scores in polars, eager and lazy: importing this module gives expressions and frames a namespace `connote`.

>>> import polars as pl, connote.polars
>>> frame = pl.DataFrame({"id": [7, 8], "text": ["The regime fell.", None]})
>>> frame.connote.score("text", columns=["words", "loaded_in_own"]).rows()
[(7, 'The regime fell.', 3, 1), (8, None, None, None)]
>>> scores = pl.col("text").connote.score(columns=["words"])
>>> frame.select(scores.struct.field("words")).to_series().to_list()
[3, None]
"""

from collections.abc import Sequence
from typing import Any

import polars as pl

import connote

__all__ = ["score"]


def score(
    text: str | pl.Expr,
    *,
    title: str | pl.Expr | None = None,
    columns: Sequence[str] | None = None,
    analyzer: connote.Analyzer | None = None,
) -> pl.Expr:
    """An expression: the scores of each text as a struct. A missing text is a struct of nulls.

    It works batch by batch, so a scan of files larger than memory streams through it into a sink.

    Args:
        text: The texts: an expression, or the name of a column.
        title: Their titles, if they stand apart.
        columns: What `Analyzer.score` takes: names, or `None` for all.
        analyzer: Who reads; `None` is the default analyzer.

    Raises:
        ValueError: There is no column of a name.

    >>> import polars as pl, connote.polars
    >>> frame = pl.LazyFrame({"text": ["Critics cheered."], "headline": ["Regime falls"]})
    >>> scores = connote.polars.score("text", title="headline", columns=["words", "loaded_per_1000"])
    >>> frame.select(scores).unnest("connote").collect().rows()
    [(4, 250.0)]
    """
    reader = analyzer or connote.Analyzer()

    def scores(texts: pl.Series) -> pl.Series:
        titles = None if title is None else texts.struct.field("title")
        scored = reader.score(texts.struct.field("text"), titles=titles, columns=columns)
        return pl.DataFrame(scored).to_struct("connote")

    schema = pl.DataFrame(reader.score([], columns=columns)).schema
    named = {"text": text} if title is None else {"text": text, "title": title}
    fields = [pl.col(part).alias(name) if isinstance(part, str) else part.alias(name) for name, part in named.items()]
    texts = pl.struct(fields)
    return texts.map_batches(scores, return_dtype=pl.Struct(schema), is_elementwise=True).alias("connote")


@pl.api.register_expr_namespace("connote")
class _OfExpression:
    def __init__(self, texts: pl.Expr) -> None:
        self._texts = texts

    def score(
        self,
        *,
        title: str | pl.Expr | None = None,
        columns: Sequence[str] | None = None,
        analyzer: connote.Analyzer | None = None,
    ) -> pl.Expr:
        """The scores of each text as a struct: see `connote.polars.score`."""
        return score(self._texts, title=title, columns=columns, analyzer=analyzer)


@pl.api.register_dataframe_namespace("connote")
@pl.api.register_lazyframe_namespace("connote")
class _OfFrame:
    def __init__(self, frame: Any) -> None:
        self._frame = frame

    def score(
        self,
        text: str | pl.Expr = "text",
        *,
        title: str | pl.Expr | None = None,
        columns: Sequence[str] | None = None,
        analyzer: connote.Analyzer | None = None,
    ) -> Any:
        """The frame with the scores of its texts as further columns: see `connote.polars.score`.

        A column of scores that has the name of a column of the frame is polars' `DuplicateError`.
        """
        scores = score(text, title=title, columns=columns, analyzer=analyzer)
        return self._frame.with_columns(scores).unnest("connote")
