"""Columns in, tables out, with every data-frame library, and with none."""

from collections.abc import Callable
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import connote

TEXTS = ["The regime fell.", None, "", "“Čović” is a bully. It was a disaster 😡!", "The regime fell."]
COLUMNS = ["words", "letters", "flesch_reading_ease", "sentiment_compound", "loaded_per_1000"]
EXPECTED = connote.score(TEXTS, columns=COLUMNS).to_pylist()

dictionary = pa.array(TEXTS).dictionary_encode()
struct = pa.StructArray.from_arrays(
    [pa.array(["x", *TEXTS[2:3], "hidden", *TEXTS[2:]])], names=["body"], mask=pa.array([True, True, True] + [False] * 3)
)

INPUTS: dict[str, Callable[[], Any]] = {
    "list": lambda: TEXTS,
    "tuple": lambda: tuple(TEXTS),
    "generator": lambda: (text for text in TEXTS),
    "numpy object": lambda: np.array(TEXTS, dtype=object),
    "pyarrow string": lambda: pa.array(TEXTS),
    "pyarrow large_string": lambda: pa.array(TEXTS, pa.large_string()),
    "pyarrow string_view": lambda: pa.array(TEXTS, pa.string_view()),
    "pyarrow dictionary": lambda: dictionary,
    "pyarrow dictionary int8 of views": lambda: pa.DictionaryArray.from_arrays(
        dictionary.indices.cast(pa.int8()), dictionary.dictionary.cast(pa.string_view())
    ),
    "pyarrow slice": lambda: pa.array(["x", *TEXTS, "y"]).slice(1, 5),
    "pyarrow view slice": lambda: pa.array(["x", *TEXTS, "y"], pa.string_view()).slice(1, 5),
    "pyarrow dictionary slice": lambda: pa.array(["x", *TEXTS, "y"]).dictionary_encode().slice(1, 5),
    "pyarrow chunked": lambda: pa.chunked_array([TEXTS[:2], [], TEXTS[2:]]),
    "pyarrow record batch": lambda: pa.record_batch({"id": range(5), "body": TEXTS}),
    "pyarrow table": lambda: pa.table({"id": range(5), "body": TEXTS}),
    "pyarrow table slice": lambda: pa.table({"body": ["x", *TEXTS]}).slice(1),
    "pyarrow reader": lambda: pa.table({"body": TEXTS}).to_reader(max_chunksize=2),
    "polars series": lambda: pl.Series(TEXTS),
    "polars slice": lambda: pl.Series(["x", *TEXTS, "y"])[1:6],
    "polars chunked": lambda: pl.concat([pl.Series(TEXTS[:2]), pl.Series(TEXTS[2:])], rechunk=False),
    "polars categorical": lambda: pl.Series(TEXTS, dtype=pl.Categorical),
    "polars enum": lambda: pl.Series(TEXTS, dtype=pl.Enum(sorted({text for text in TEXTS if text is not None}))),
    "polars frame": lambda: pl.DataFrame({"id": range(5), "body": TEXTS}),
    "pandas str": lambda: pd.Series(TEXTS, dtype="str"),
    "pandas object": lambda: pd.Series(TEXTS, dtype=object),
    "pandas arrow": lambda: pd.Series(TEXTS, dtype=pd.ArrowDtype(pa.string())),
    "pandas category": lambda: pd.Series(TEXTS, dtype="category"),
    "pandas slice": lambda: pd.Series(["x", *TEXTS, "y"])[1:6],
    "pandas frame": lambda: pd.DataFrame({"id": range(5), "body": TEXTS}),
    "duckdb": lambda: duckdb.from_arrow(pa.table({"body": TEXTS})),
    "duckdb query": lambda: duckdb.from_arrow(pa.table({"body": TEXTS})).project("body"),
}


@pytest.mark.parametrize("source", INPUTS)
def test_every_input_gives_the_same_scores(source: str) -> None:
    scores = connote.score(INPUTS[source](), columns=COLUMNS)
    assert scores.to_pylist() == EXPECTED
    assert len(scores) == len(TEXTS)


def test_scores_are_those_of_the_reports() -> None:
    scores = connote.score(TEXTS)
    assert scores.column_names == [column.name for column in connote.columns()]
    for row, text in zip(scores.to_pylist(), TEXTS, strict=True):
        if text is None:
            assert set(row.values()) == {None}
            continue
        report = connote.analyze(text)
        assert row["words"] == report.counts.words
        assert row["smog_index"] == report.readability.smog_index
        assert row["mtld"] == report.diversity.mtld
        assert row["sentiment_mean"] == report.sentiment.mean_compound
        assert row["loaded_per_1000"] == report.loaded.per_1000
        assert row["quotations"] == len(report.quotations)


# The type stubs of the libraries do not know that they take any Arrow producer.
READERS: dict[str, Callable[[Any], Any]] = {
    "pyarrow table": pa.table,
    "pyarrow reader": lambda scores: pa.RecordBatchReader.from_stream(scores).read_all(),
    "polars": lambda scores: pl.DataFrame(scores).to_arrow(),
    "pandas": lambda scores: pa.Table.from_pandas(getattr(pd.DataFrame, "from_arrow")(scores), preserve_index=False),
    "duckdb": lambda scores: duckdb.from_arrow(scores).to_arrow_table(),
    "duckdb by name": lambda scores: getattr(duckdb.sql("SELECT * FROM scores"), "to_arrow_table")(),
}


@pytest.mark.parametrize("reader", READERS)
def test_every_library_reads_the_table(reader: str) -> None:
    scores: Any = connote.score(pa.chunked_array([TEXTS[:2], TEXTS[2:]]), columns=COLUMNS)
    rows = READERS[reader](scores).to_pylist()
    assert [{name: None if value != value else value for name, value in row.items()} for row in rows] == EXPECTED
    # A table is no stream: it can be read again.
    assert pa.table(scores).num_rows == len(TEXTS)


def test_a_column_alone_is_that_of_the_whole_table() -> None:
    text = "Dr. Smith slammed the “so-called” plan. “It is a very good plan,” Ann Poole said. The regime fell."
    whole = pa.table(connote.score([text])).to_pylist()[0]
    assert any(value not in (0, None) for name, value in whole.items() if name.startswith("loaded"))
    for name, value in whole.items():
        assert pa.table(connote.score([text], columns=[name])).to_pylist() == [{name: value}]


def test_schema() -> None:
    scores: Any = connote.score([], columns=["words", "mtld"])
    assert str(pa.schema(scores)) == "words: int64\nmtld: double"


def test_a_struct_that_is_null_has_no_text() -> None:
    scores = connote.score(struct, columns=["words"])
    assert scores["words"] == [None, None, None, 0, 6 + 2, 3]


@pytest.mark.parametrize(
    "empty",
    [[], pa.array([], pa.string()), pa.array([], pa.string_view()), pl.Series([], dtype=pl.String), pa.chunked_array([], pa.string())],
    ids=["list", "pyarrow", "view", "polars", "no chunk"],
)
def test_empty_columns(empty: Any) -> None:
    scores = connote.score(empty, columns=["words"])
    assert (len(scores), scores.to_dict(), scores.to_pylist()) == (0, {"words": []}, [])
    assert pa.table(scores).num_rows == 0


def test_nothing_but_nulls() -> None:
    for column in ([None, None], pa.nulls(2), pl.Series([None, None])):
        assert connote.score(column, columns=["words"]).to_dict() == {"words": [None, None]}
    # Beside the texts they do no harm.
    for table in (pl.DataFrame({"a": [None], "body": ["x"]}), pa.table({"a": pa.nulls(1), "body": ["x"]})):
        assert connote.score(table, columns=["words"]).to_dict() == {"words": [1]}


def test_row_order_is_kept_over_many_chunks() -> None:
    texts = [" ".join(["word"] * (row % 17)) for row in range(10_000)]
    chunks = pa.chunked_array([texts[at : at + 7] for at in range(0, len(texts), 7)])
    assert connote.Analyzer(threads=2).score(chunks, columns=["words"])["words"] == [row % 17 for row in range(10_000)]


def test_pandas_without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ImportError("pyarrow is missing")

    series, frame = pd.Series(TEXTS), pd.DataFrame({"body": TEXTS})
    monkeypatch.setattr(pd.Series, "__arrow_c_stream__", fail)
    monkeypatch.setattr(pd.DataFrame, "__arrow_c_stream__", fail)
    assert connote.score(series, columns=COLUMNS).to_pylist() == EXPECTED
    with pytest.raises(ImportError, match="pyarrow is missing"):
        connote.score(frame)


def test_views_of_scores() -> None:
    scores = connote.score(TEXTS, columns=["words", "mtld"])
    assert repr(scores) == "Scores(rows=5, columns=2)"
    assert scores["words"] == scores.to_dict()["words"]
    with pytest.raises(KeyError, match="there is no column 'lix'"):
        scores["lix"]


def test_progress() -> None:
    calls: list[tuple[int, int | None]] = []
    connote.score(["a"] * 50, columns=["words"], progress=lambda done, total: calls.append((done, total)))
    assert calls[-1] == (50, 50)
    assert all(done <= 50 for done, _ in calls)
    with pytest.raises(RuntimeError, match="enough"):
        connote.score(["a"], progress=lambda done, total: (_ for _ in ()).throw(RuntimeError("enough")).__next__())


def test_progress_bar(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    connote.score(["a"] * 50, columns=["words"], progress=True)
    assert "50.0/50.0 " in capfd.readouterr().err
    monkeypatch.setitem(__import__("sys").modules, "tqdm", None)
    connote.score(["a"] * 50, columns=["words"], progress=True)
    assert capfd.readouterr().err == "\r50 of 50 texts\n"


def test_titles_stand_beside_the_texts_whatever_the_chunks() -> None:
    texts = [None if row % 5 == 4 else f"Critics cheered {row} times." for row in range(100)]
    titles = [None if row % 3 == 2 else "Regime falls " * (row % 4) for row in range(100)]
    expected = [
        None if text is None else connote.analyze(text, title=title).counts.words
        for text, title in zip(texts, titles, strict=True)
    ]
    chunks = pa.chunked_array([texts[:1], [], texts[1:60], texts[60:]])
    for column in (titles, pl.Series(titles), pa.chunked_array([titles[:30], titles[30:31], [], titles[31:], []])):
        assert connote.score(chunks, titles=column, columns=["words"])["words"] == expected
    headline = connote.score(["Critics cheered."], titles=["Regime falls"], columns=["loaded_headline_per_1000"])
    assert headline.to_pylist() == [{"loaded_headline_per_1000": 500.0}]


@pytest.mark.parametrize(
    ("titles", "error", "message"),
    [
        (["x"], ValueError, "titles: fewer than texts"),
        (["x"] * 3, ValueError, "titles: more than texts"),
        (pa.array([1, 2]), TypeError, "titles: a column of type Int64 where strings belong"),
    ],
)
def test_titles_that_do_not_fit(titles: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        connote.score(["a", "b"], titles=titles)
