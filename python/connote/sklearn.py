"""Scores as features of scikit-learn. Needs scikit-learn 1.6.

>>> from connote.sklearn import TextMeasures
>>> measures = TextMeasures(["words", "loaded_per_1000"])
>>> measures.fit_transform(["The regime fell.", "It rained."]).round(1).tolist()
[[3.0, 333.3], [2.0, 0.0]]
>>> measures.get_feature_names_out().tolist()
['words', 'loaded_per_1000']
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin

import connote

__all__ = ["TextMeasures"]


class TextMeasures(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """A column of texts as a matrix of measures, one row for each text.

    It learns nothing, so that `fit` only looks at the parameters. What is not defined, and every measure of a missing
    text, is NaN: `SimpleImputer` or a model that knows NaN follows.

    Args:
        columns: What `Analyzer.score` takes, but lists: names, or `None` for all.
        analyzer: Who reads; `None` is the default analyzer.

    >>> from sklearn.impute import SimpleImputer
    >>> from sklearn.pipeline import make_pipeline
    >>> pipeline = make_pipeline(TextMeasures(["words", "ttr"]), SimpleImputer(strategy="constant", fill_value=0))
    >>> pipeline.fit_transform(["It rained.", None]).tolist()
    [[2.0, 1.0], [0.0, 0.0]]
    """

    def __init__(self, columns: Sequence[str] | None = None, *, analyzer: connote.Analyzer | None = None) -> None:
        """The parameters."""
        self.columns = columns
        self.analyzer = analyzer

    def fit(self, X: Any, y: object = None) -> "TextMeasures":
        """Looks at the parameters.

        Raises:
            ValueError: There is no column of a name, or it has lists.
        """
        self.get_feature_names_out()
        return self

    def transform(self, X: Any) -> NDArray[np.float64]:
        """The measures of texts, whatever `Analyzer.score` takes: a list, a Series, a table with one column of strings."""
        scores = self._reader().score(X, columns=self.get_feature_names_out().tolist())
        return np.array(list(scores.to_dict().values()), dtype=np.float64).T

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:
        """The names of the columns."""
        names = self._reader().score([], columns=self.columns).column_names
        for name in {column.name for column in connote.lists()}.intersection(names):
            raise ValueError(f"columns: {name!r} has lists, which are no features")
        return np.array(names, dtype=object)

    def _reader(self) -> connote.Analyzer:
        return self.analyzer or connote.Analyzer()

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.one_d_array, tags.input_tags.two_d_array, tags.input_tags.string = True, False, True
        tags.input_tags.allow_nan = True
        tags.no_validation, tags.requires_fit = True, False
        return tags
