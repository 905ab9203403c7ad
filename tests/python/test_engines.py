"""The same Parquet file through the command line and every engine: identical values, row for row."""

import doctest
import importlib
import json
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import connote
import connote.arrow
import connote.duckdb
import connote.pandas
import connote.polars
import connote.spark

ROOT = Path(__file__).parents[2]
FILES = [ROOT / "examples/sample_article.txt", *sorted((ROOT / "benches/texts").glob("*.txt"))]
COLUMNS = [column.name for column in connote.columns()]

Rows = list[dict[str, Any]]


def articles() -> pa.Table:
    """Articles with their headlines apart, and what else stands in a corpus: no text, no headline, neither, the same again."""
    parts = [path.read_text(encoding="utf-8").split("\n", 1) for path in FILES]
    headlines = [headline for headline, _ in parts] + ["Regime falls", None, None, "", parts[0][0]]
    bodies = [body for _, body in parts] + [None, "Critics cheered.", None, "", parts[0][1]]
    return pa.table({"key": range(len(bodies)), "headline": headlines, "body": pa.array(bodies).dictionary_encode()})


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("engines") / "articles.parquet"
    pq.write_table(articles(), path, row_group_size=5)
    return path


@pytest.fixture(scope="module")
def expected(path: Path) -> Rows:
    """What the command line says."""
    output = path.with_name("scores.parquet")
    options = ["--text", "body", "--title", "headline", "--id", "key", "-o", str(output)]
    subprocess.run([sys.executable, "-m", "connote", "score", str(path), *options], check=True, capture_output=True)
    rows: Rows = pq.read_table(output).to_pylist()
    assert [row["words"] is None for row in rows] == [body is None for body in articles()["body"].to_pylist()]
    return rows


def through_arrow(path: Path) -> Rows:
    scored = connote.arrow.score(pq.read_table(path), "body", title="headline")
    rows: Rows = scored.drop_columns(["headline", "body"]).to_pylist()
    return rows


def through_polars(path: Path) -> Rows:
    frame: Any = pl.read_parquet(path)
    rows: Rows = frame.connote.score("body", title="headline").drop("headline", "body").to_dicts()
    return rows


def through_polars_streaming(path: Path) -> Rows:
    scan: Any = pl.scan_parquet(path)
    output = path.with_name("polars.parquet")
    scan.connote.score("body", title="headline").drop("headline", "body").sink_parquet(output, maintain_order=True)
    rows: Rows = pq.read_table(output).to_pylist()
    return rows


def through_polars_expression(path: Path) -> Rows:
    body: Any = pl.col("body")
    scores = body.connote.score(title=pl.col("headline"))
    return pl.scan_parquet(path).select("key", scores).unnest("connote").collect().to_dicts()


def through_pandas(path: Path) -> Rows:
    frame = pd.read_parquet(path)
    scored = frame.connote.score("body", title="headline").drop(columns=["headline", "body"])
    return [
        {name: None if value is pd.NA else value for name, value in row.items()} for row in scored.to_dict("records")
    ]


def through_duckdb(path: Path) -> Rows:
    connection = duckdb.connect()
    connote.duckdb.register(connection)
    query = f"SELECT key, unnest(connote_score_titled(body, headline)) FROM read_parquet('{path}') ORDER BY key"
    rows: Rows = connection.sql(query).to_arrow_table().to_pylist()
    return rows


def through_spark_workers(path: Path) -> Rows:
    # What Spark runs on a worker; a cluster runs in tests/distributed.
    def batches() -> Iterator[pa.RecordBatch]:
        yield from pq.ParquetFile(path).iter_batches(batch_size=3)

    pickled = pickle.dumps(connote.Analyzer(threads=1))
    scored = connote.spark.score_batches(batches(), "body", "headline", COLUMNS, pickled)
    rows: Rows = pa.Table.from_batches(scored).drop_columns(["headline", "body"]).to_pylist()
    return rows


ENGINES: dict[str, Callable[[Path], Rows]] = {
    name.removeprefix("through_"): function for name, function in list(globals().items()) if name.startswith("through_")
}


def test_a_relation_of_duckdb_is_a_column_and_a_table(path: Path, expected: Rows) -> None:
    bodies: Any = duckdb.sql(f"SELECT body FROM '{path}'")
    scores = connote.score(bodies, titles=pq.read_table(path)["headline"])
    assert [{"key": key, **row} for key, row in enumerate(scores.to_pylist())] == expected
    scored = connote.arrow.score(duckdb.sql(f"FROM '{path}'"), "body", title="headline")
    assert scored.drop_columns(["headline", "body"]).to_pylist() == expected


LISTS = [column.name for column in connote.lists()]


def test_lists_are_parts_of_the_report() -> None:
    text = "“Čović” is a bully, 😡 Ann Poole said. The so-called regime fell."
    scores = connote.score([text, None], titles=["Cronies cheer", None], columns=LISTS).to_pylist()
    report = connote.analyze(text, title="Cronies cheer").to_dict()
    assert scores[1] == dict.fromkeys(LISTS)
    assert scores[0]["hit_list"] == report["loaded"]["hits"] != []
    assert scores[0]["quotation_list"] == report["quotations"] != []
    assert scores[0]["frequency_list"] == report["frequency"]["words"]
    both = zip(report["sentiment"]["sentences"], report["loaded"]["sentences"], strict=True)
    sentences = [{**felt, "words": loaded["words"], "loaded_score": loaded["score"]} for felt, loaded in both]
    assert scores[0]["sentence_list"] == sentences
    assert not set(LISTS) & set(connote.score([text]).column_names)


def test_every_engine_passes_lists_through(path: Path) -> None:
    table = pq.read_table(path)
    expected = connote.score(table["body"], titles=table["headline"], columns=["words", *LISTS]).to_pylist()
    options: dict[str, Any] = {"title": "headline", "columns": ["words", *LISTS]}
    frame: Any = pl.DataFrame(table)
    assert frame.connote.score("body", **options).select("words", *LISTS).to_dicts() == expected
    scan: Any = frame.lazy()
    assert scan.connote.score("body", **options).select("words", *LISTS).collect().to_dicts() == expected
    scored = table.to_pandas().connote.score("body", **options)[["words", *LISTS]].to_dict("records")
    assert [{name: None if value is pd.NA else value for name, value in row.items()} for row in scored] == expected
    connection = duckdb.connect()
    connote.duckdb.register(connection, columns=["words", *LISTS])
    query = "SELECT unnest(connote_score_titled(body, headline)) FROM frame ORDER BY key"
    assert connection.sql(query).to_arrow_table().to_pylist() == expected
    pickled = pickle.dumps(connote.Analyzer(threads=1))
    columns = ["words", *LISTS]
    batches = connote.spark.score_batches(iter(table.to_batches()), "body", "headline", columns, pickled)
    assert pa.Table.from_batches(batches).select(columns).to_pylist() == expected


def test_lists_in_files(path: Path) -> None:
    options: dict[str, Any] = {"text": "body", "title": "headline", "columns": ["words", *LISTS]}
    for ending in (".parquet", ".jsonl"):
        connote.score_file(path, path.with_name(f"lists{ending}"), **options)
    table = pq.read_table(path)
    expected = connote.score(table["body"], titles=table["headline"], columns=["words", *LISTS]).to_pylist()
    assert pq.read_table(path.with_name("lists.parquet")).to_pylist() == expected
    lines = path.with_name("lists.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == expected
    hits = "SELECT hit.text FROM (SELECT unnest(hit_list) AS hit FROM read_parquet(?)) WHERE hit.strength = 3"
    found = duckdb.connect().execute(hits, [str(path.with_name("lists.parquet"))]).fetchall()
    assert [text for (text,) in found] == [
        hit["text"] for row in expected for hit in row["hit_list"] or () if hit["strength"] == 3
    ]
    with pytest.raises(connote.errors.ConnoteError, match="hit_list"):
        connote.score_file(path, path.with_name("lists.csv"), **options)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_gives_the_rows_of_the_command_line(engine: str, path: Path, expected: Rows) -> None:
    assert ENGINES[engine](path) == expected


def test_without_titles(path: Path) -> None:
    table = pq.read_table(path)
    scores = connote.score(table["body"], columns=["words", "mtld"]).to_pylist()
    frame: Any = pl.DataFrame(table)
    assert frame.connote.score("body", columns=["words", "mtld"]).select("words", "mtld").to_dicts() == scores
    assert frame.select(connote.polars.score("body", columns=["words", "mtld"])).unnest("connote").to_dicts() == scores
    series = pd.Series(table["body"].to_pylist())
    assert series.connote.score(columns=["words"])["words"].isna().tolist() == [row["words"] is None for row in scores]
    connection = duckdb.connect()
    connote.duckdb.register(connection, "score", columns=["words", "mtld"])
    assert connection.sql("SELECT unnest(score(body)) FROM frame ORDER BY key").pl().to_dicts() == scores


def test_the_analyzer_that_is_given_reads(house: connote.Lexicon) -> None:
    moods = connote.Lexicon.from_json("moods", '{"calm": ["quiet"]}')
    analyzer = connote.Analyzer(lexicons=[house, moods])
    table = pa.table({"text": ["A quiet widget pusher."]})
    columns = ["loaded_in_own", "moods_calm", "moods_calm_share"]
    expected = [(1, 1, 0.25)]
    frame: Any = pl.DataFrame(table)
    assert frame.connote.score(columns=columns, analyzer=analyzer).drop("text").rows() == expected
    scored = table.to_pandas().connote.score(columns=columns, analyzer=analyzer)
    assert list(scored[columns].itertuples(index=False, name=None)) == expected
    connection = duckdb.connect()
    connote.duckdb.register(connection, columns=columns, analyzer=analyzer)
    assert connection.sql("SELECT unnest(connote_score(text)) FROM frame").fetchall() == expected
    batch = connote.arrow.score(table.to_batches()[0], columns=columns, analyzer=analyzer)
    assert isinstance(batch, pa.RecordBatch)
    assert [tuple(row[name] for name in columns) for row in batch.to_pylist()] == expected


def test_pandas_keeps_the_index_and_has_no_nan() -> None:
    scores = connote.pandas.score(pd.Series(["The end.", None], index=["b", "a"]), columns=["words", "mtld"])
    assert scores.index.tolist() == ["b", "a"]
    assert [str(kind) for kind in scores.dtypes] == ["Int64", "Float64"]
    assert scores.loc["a"].tolist() == [pd.NA, pd.NA]


@pytest.mark.parametrize("engine", ["arrow", "polars", "pandas"])
def test_a_column_of_the_table_is_not_overwritten(engine: str) -> None:
    table = pa.table({"text": ["x"], "words": [99]})
    frame: Any = pl.DataFrame(table)
    score: dict[str, Callable[[], object]] = {
        "arrow": lambda: connote.arrow.score(table, columns=["words"]),
        "polars": lambda: frame.connote.score(columns=["words"]),
        "pandas": lambda: table.to_pandas().connote.score(columns=["words"]),
    }
    with pytest.raises((ValueError, pl.exceptions.DuplicateError), match="words"):
        score[engine]()


def test_the_words_of_partitions_are_those_of_one_pass(path: Path) -> None:
    batches = list(pq.ParquetFile(path, read_dictionary=["body"]).iter_batches(batch_size=3, columns=["body"]))
    settings = {"n": 2, "numbers": "join"}
    # Three partitions, one without a row, merged as two groups and then here.
    partitions = [batches[:2], [], batches[2:]]
    counted = [next(connote.spark.count_batches(iter(partition), settings)) for partition in partitions]
    merged = [next(connote.spark.merge_batches(iter(group), settings)) for group in (counted[:1], counted[1:])]
    total = connote.FrequencyTable(n=2, numbers="join")
    for batch in merged:
        total.merge(connote.FrequencyTable.from_bytes(batch["words"][0].as_py()))
    whole = connote.FrequencyTable(pq.read_table(path)["body"], n=2, numbers="join")
    assert total.to_bytes() == whole.to_bytes()
    assert total.documents == len([body for body in articles()["body"].to_pylist() if body is not None])


@pytest.mark.parametrize("module", ["arrow", "duckdb", "pandas", "plot", "polars"])
def test_examples_are_true(module: str) -> None:
    result = doctest.testmod(importlib.import_module(f"connote.{module}"))
    assert result.attempted > 2 and result.failed == 0
