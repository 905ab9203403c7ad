"""`connote.sklearn` in pipelines, by scikit-learn's own checks."""

import doctest
import importlib
import math
import pickle
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
from numpy.typing import NDArray
from sklearn.base import clone
from sklearn.compose import ColumnTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils import estimator_checks

import connote
from connote.sklearn import TextMeasures

TEXTS = ["The regime fell. Cronies cheered.", "It rained in the valley.", "Thugs rammed the plan through.", "The sun shone."]


class OfRows(TextMeasures):
    """Reads each row of a matrix as a text: scikit-learn's checks have numbers only, and run on nothing else."""

    def transform(self, X: Any) -> NDArray[np.float64]:
        return super().transform([" ".join(map(str, row)) for row in np.asarray(X).tolist()])

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.one_d_array, tags.input_tags.two_d_array, tags.input_tags.string = False, True, False
        return tags


def test_check_estimator() -> None:
    # What is left out by the tag `no_validation`, which is the transformer's own: a text has no number of features, is not
    # complex, and a missing one is no error.
    not_applicable = {
        "check_estimator_sparse_tag": "fit looks at no data, and refuses none",
        "check_array_api_input": "SCIPY_ARRAY_API is not set; texts are no array of numbers",
    }
    results = estimator_checks.check_estimator(OfRows(["words", "letters"]), on_skip=None, on_fail=None)
    wrong = {result["check_name"]: result["exception"] for result in results if result["status"] != "passed"}
    assert wrong.keys() == not_applicable.keys(), wrong
    assert len(results) > 35


def test_the_matrix_is_the_scores() -> None:
    matrix = TextMeasures().fit_transform([*TEXTS, None, ""])
    scores = connote.score([*TEXTS, None, ""]).to_pylist()
    assert matrix.shape == (6, len(connote.columns())) and matrix.dtype == np.float64
    for row, expected in zip(matrix, scores, strict=True):
        assert [None if math.isnan(value) else value for value in row] == list(expected.values())
    assert TextMeasures(["words"]).transform([]).shape == (0, 1)


@pytest.mark.parametrize("column", [pd.Series(TEXTS, index=list("abcd")), pl.Series(TEXTS), np.array(TEXTS, dtype=object)])
def test_columns_of_every_kind(column: Any) -> None:
    assert TextMeasures(["words"]).fit_transform(column).tolist() == [[5.0], [5.0], [5.0], [3.0]]


def test_output_as_a_frame() -> None:
    names = ["words", "loaded_score"]
    for library, frame in (("pandas", pd.DataFrame), ("polars", pl.DataFrame)):
        scored = TextMeasures(names).set_output(transform=library).fit_transform(TEXTS)
        assert isinstance(scored, frame) and list(scored.columns) == names
    scored = TextMeasures(names).set_output(transform="pandas").fit_transform(pd.Series(TEXTS, index=list("abcd")))
    assert scored.index.tolist() == list("abcd")


def test_in_a_column_transformer() -> None:
    frame = pd.DataFrame({"id": [1, 2, 3, 4], "text": TEXTS})
    for selector in ("text", ["text"]):
        transformer = ColumnTransformer([("text", TextMeasures(["words"]), selector)], remainder="passthrough")
        assert transformer.fit_transform(frame)[:, 0].tolist() == [5.0, 5.0, 5.0, 3.0]
        assert transformer.get_feature_names_out().tolist() == ["text__words", "remainder__id"]


def test_a_pipeline_learns_is_searched_cloned_and_pickled() -> None:
    pipeline = make_pipeline(TextMeasures(["words", "loaded_score"]), StandardScaler(), LogisticRegression(C=100))
    labels = [1, 0, 1, 0]
    assert pipeline.fit(TEXTS, labels).predict(TEXTS).tolist() == labels
    assert pickle.loads(pickle.dumps(pipeline)).predict(TEXTS).tolist() == labels
    grid = {"textmeasures__columns": [["words"], ["loaded_score"]]}
    search = GridSearchCV(clone(pipeline), grid, cv=2).fit(TEXTS * 4, labels * 4)
    assert search.best_params_ == {"textmeasures__columns": ["loaded_score"]}
    assert isinstance(search.best_estimator_, Pipeline)


def test_the_analyzer_that_is_given_reads() -> None:
    moods = connote.Lexicon.from_json("moods", '{"calm": ["quiet"]}')
    analyzer = connote.Analyzer(lexicons=[moods])
    measures = clone(TextMeasures(["moods_calm"], analyzer=analyzer))
    assert measures.fit_transform(["A quiet day."]).tolist() == [[1.0]]


@pytest.mark.parametrize(("columns", "message"), [(["wrods"], "no column 'wrods'"), (["hit_list"], "'hit_list' has lists")])
def test_columns_that_are_no_features(columns: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        TextMeasures(columns).fit(TEXTS)


def test_examples_are_true() -> None:
    result = doctest.testmod(importlib.import_module("connote.sklearn"))
    assert result.attempted > 5 and result.failed == 0
