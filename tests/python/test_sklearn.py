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
from sklearn.base import clone
from sklearn.compose import ColumnTransformer
from sklearn.exceptions import SkipTestWarning
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils import estimator_checks

import connote
from connote.sklearn import TextMeasures

TEXTS = ["The regime fell. Cronies cheered.", "It rained in the valley.", "Thugs rammed the plan through.", "The sun shone."]


@pytest.mark.filterwarnings("default::sklearn.exceptions.SkipTestWarning")
def test_check_estimator() -> None:
    # Of an estimator that takes texts it runs what needs no matrix of numbers, and says so.
    with pytest.warns(SkipTestWarning, match="requires input"):
        estimator_checks.check_estimator(TextMeasures())


@pytest.mark.parametrize(
    "check",
    [
        "check_estimator_cloneable", "check_estimator_tags_renamed", "check_valid_tag_types", "check_estimator_repr",
        "check_no_attributes_set_in_init", "check_parameters_default_constructible", "check_get_params_invariance",
        "check_set_params", "check_mixin_order",
    ],
)  # fmt: skip
def test_checks_that_need_no_numbers(check: str) -> None:
    getattr(estimator_checks, check)("TextMeasures", TextMeasures(["words"]))


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
