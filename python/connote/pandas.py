"""Scores in pandas: importing this module gives Series and data frames an accessor `connote`.

Counts are `Int64`, numbers `Float64`, lists Python's own: what is missing or not defined is `<NA>` (of lists `None`), never NaN.

>>> import pandas as pd, connote.pandas
>>> frame = pd.DataFrame({"id": [7, 8], "text": ["The regime fell.", None]})
>>> frame.connote.score("text", columns=["words", "loaded_in_own"])[["id", "words"]].values.tolist()
[[7, 3], [8, <NA>]]
>>> frame["text"].connote.score(columns=["words"])["words"].dtype
Int64Dtype()
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

import connote

__all__ = ["score"]

_KINDS: dict[str, Any] = {"count": "Int64", "number": "Float64", "list": object}


def score(
    texts: pd.Series,
    *,
    titles: pd.Series | None = None,
    columns: Sequence[str] | None = None,
    analyzer: connote.Analyzer | None = None,
) -> pd.DataFrame:
    """The scores of a Series of texts, under its index. A missing text is a row of `<NA>`.

    Args:
        texts: The texts.
        titles: Their titles in the same order, if they stand apart.
        columns: What `Analyzer.score` takes: names, or `None` for all.
        analyzer: Who reads; `None` is the default analyzer.

    Raises:
        ValueError: There is no column of a name, or not one title for each text.

    >>> import pandas as pd, connote.pandas
    >>> texts = pd.Series(["Critics cheered."], index=["a"])
    >>> connote.pandas.score(texts, titles=pd.Series(["Regime falls"]), columns=["words"]).loc["a", "words"].item()
    4
    """
    reader = analyzer or connote.Analyzer()
    scores = reader.score(texts, titles=titles, columns=columns)
    kinds = {column.name: _KINDS[column.kind] for column in [*reader.columns(), *connote.lists()]}
    values = {name: pd.Series(values, texts.index, dtype=kinds[name]) for name, values in scores.to_dict().items()}
    return pd.DataFrame(values, index=texts.index)


@pd.api.extensions.register_series_accessor("connote")
class _OfSeries:
    def __init__(self, texts: pd.Series) -> None:
        self._texts = texts

    def score(
        self,
        *,
        titles: pd.Series | None = None,
        columns: Sequence[str] | None = None,
        analyzer: connote.Analyzer | None = None,
    ) -> pd.DataFrame:
        """The scores of the texts, under their index: see `connote.pandas.score`."""
        return score(self._texts, titles=titles, columns=columns, analyzer=analyzer)


@pd.api.extensions.register_dataframe_accessor("connote")
class _OfFrame:
    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def score(
        self,
        text: str = "text",
        *,
        title: str | None = None,
        columns: Sequence[str] | None = None,
        analyzer: connote.Analyzer | None = None,
    ) -> pd.DataFrame:
        """The frame with the scores of its texts as further columns: see `connote.pandas.score`.

        Raises:
            ValueError: A column of scores has the name of a column of the frame.
        """
        texts: Any = self._frame[text]
        titles: Any = None if title is None else self._frame[title]
        scores = score(texts, titles=titles, columns=columns, analyzer=analyzer)
        for name in self._frame.columns.intersection(scores.columns):
            raise ValueError(f"columns: the frame has a column {name!r} of its own; rename it, or choose other columns")
        return pd.concat([self._frame, scores], axis=1)
