"""Bad input: one clear error that names the place, or a legal text; never a crash."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

import connote

LONE = "ab\ud800c"

TEXTS_DOORS: dict[str, Callable[[Any], Any]] = {
    "analyze": connote.analyze,
    "title": lambda title: connote.analyze("text", title=title),
    "Analyzer.analyze": connote.Analyzer().analyze,
    "polarity_scores": connote.polarity_scores,
    "words": connote.words,
    "sentences": connote.sentences,
    "syllables": connote.syllables,
    "smog_index": connote.smog_index,
    "lexicon": lambda content: connote.Lexicon.from_tsv("x", content),
}


@pytest.mark.parametrize("door", TEXTS_DOORS)
def test_a_text_is_a_str(door: str) -> None:
    place = {"title": "title", "syllables": "word", "lexicon": "content"}.get(door, "text")
    with pytest.raises(TypeError, match=f"^{place}: bytes where a str belongs$"):
        TEXTS_DOORS[door](b"bytes")
    with pytest.raises(ValueError, match=f"^{place}: a lone surrogate at position 2, "):
        TEXTS_DOORS[door](LONE)


@pytest.mark.parametrize("door", [connote.score, connote.Analyzer().analyze_batch])
def test_a_cell_is_a_str(door: Callable[[Any], Any]) -> None:
    with pytest.raises(TypeError, match="^row 1: int where a str"):
        door(["a", 7])
    with pytest.raises(TypeError, match="^row 0: float where a str"):
        door([float("nan")])
    with pytest.raises(ValueError, match="^row 2: a lone surrogate at position 2, "):
        door(["a", "b", LONE])
    for single in ("a text", 7):
        with pytest.raises(TypeError):
            door(single)
    with pytest.raises(ZeroDivisionError):
        door(1 // row and "" for row in (1, 0))


@pytest.mark.parametrize("single", ["a text", b"bytes", {"a": "b"}, 7])
def test_a_column_is_no_single_value(single: Any) -> None:
    with pytest.raises(TypeError, match="^texts: .* where a column, a list or an iterable of str belongs$"):
        connote.score(single)


@pytest.mark.parametrize(
    ("column", "message"),
    [
        (pa.array([1, 2]), "type Int64 where strings belong"),
        (pl.Series([1.5]), "type Float64 where strings belong"),
        (pa.array([b"x"]), "type Binary where strings belong"),
        (pa.array([["x"]]), "where strings belong"),
        (pa.table({"a": [1]}), "without a column of strings"),
        (pa.table({"title": ["x"], "body": ["y"]}), r"several columns of strings \(title, body\); pass one"),
    ],
    ids=["int", "float", "binary", "list", "table without", "table with two"],
)
def test_a_column_of_another_type(column: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        connote.score(column)


def test_a_stream_is_read_once() -> None:
    class Once:
        def __init__(self) -> None:
            self.capsule = pa.chunked_array([["a"]]).__arrow_c_stream__()

        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            return self.capsule

    once = Once()
    assert connote.score(once, columns=["words"])["words"] == [1]
    with pytest.raises(ValueError, match="read before"):
        connote.score(once)


def test_a_stream_that_fails_tells_why() -> None:
    def batches() -> Any:
        yield pa.record_batch({"body": ["a"]})
        raise OSError("the disk is gone")

    reader = pa.RecordBatchReader.from_batches(pa.schema({"body": pa.string()}), batches())
    with pytest.raises(ValueError, match="the disk is gone"):
        connote.score(reader)


def test_bytes_that_are_no_utf8() -> None:
    column = pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"\xff\xfe")])
    with pytest.raises(ValueError, match="(?i)utf-?8"):
        connote.score(column)


def test_a_capsule_of_another_kind() -> None:
    class Wrong:
        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            return pa.array(["a"]).__arrow_c_array__()[0]

    with pytest.raises(ValueError, match="PyCapsule"):
        connote.score(Wrong())


def test_columns_that_are_none() -> None:
    with pytest.raises(ValueError, match="there is no column 'wrods'"):
        connote.score(["a"], columns=["wrods"])
    with pytest.raises(ValueError, match="'words' stands twice"):
        connote.score(["a"], columns=["words", "words"])
    with pytest.raises(ValueError, match="at least one"):
        connote.score(["a"], columns=[])
    with pytest.raises(TypeError):
        connote.score(["a"], columns="words")


def test_options_that_are_none() -> None:
    for threads in (0, -1):
        with pytest.raises(ValueError, match="threads"):
            connote.Analyzer(threads=threads)
    with pytest.raises(TypeError, match="progress"):
        connote.score(["a"], progress="yes")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        connote.Analyzer(lexicons=["terms.tsv"])  # type: ignore[list-item]


def test_lexicon_files(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as missing:
        connote.Lexicon.from_path(tmp_path / "missing.tsv")
    assert missing.value.filename == str(tmp_path / "missing.tsv")
    wrong = tmp_path / "wrong.tsv"
    wrong.write_text("# terms\nspin doctor\tnoun\tname_calling\t9\t-\t-\t-\ta jibe\n")
    with pytest.raises(connote.LexiconError, match=r"wrong\.tsv, line 2: strength '9' where 1, 2 or 3 belongs"):
        connote.Lexicon.from_path(wrong)
    wrong.write_bytes(b"\xff\xfe")
    with pytest.raises(connote.LexiconError, match=r"wrong\.tsv"):
        connote.Lexicon.from_path(wrong)
    assert issubclass(connote.LexiconError, ValueError)
    assert issubclass(connote.LexiconError, connote.ConnoteError)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \t\r\n",
        "?!… — “”",
        "\0\x01\x7f",
        "\ufeffWith a mark. And CRLF.\r\n\r\nEnd.",
        "x" * 1_000_000,
        "“" * 20_000,
        "日本語の文章。هذا نص.",
        "👩‍👩‍👧‍👦" * 100,
        "a\u0301\u0301" * 1000,
    ],
    ids=["empty", "space", "marks", "control", "bom crlf", "long word", "quotes", "scripts", "emoji", "accents"],
)
def test_any_text_is_legal(text: str) -> None:
    report = connote.analyze(text)
    assert report.text == text
    assert report == connote.analyze(text)
    assert connote.score([text], columns=["words"])["words"] == [report.counts.words]
    spans: list[connote.LoadedHit | connote.SentencePolarity | connote.Quotation] = []
    spans += [*report.loaded.hits, *report.sentiment.sentences, *report.quotations]
    for hit in spans:
        assert text[hit.start : hit.end] == hit.text
    assert report.to_dict()["counts"]["words"] == report.counts.words
    assert report._repr_html_()
