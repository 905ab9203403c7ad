"""Tables of counts over many texts: in by every way, out by every way, and merged."""

import copy
import json
import pickle
import sys
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import connote
import connote.norms

from .test_arrow import INPUTS, TEXTS

WORDS = Counter(word.text.lower() for text in TEXTS if text for word in connote.words(text))
SETTINGS: list[dict[str, Any]] = [
    {},
    {"n": 2},
    {"n": 3, "skip": 2},
    {"n": 2, "across_sentences": True},
    {"case": "keep_acronyms"},
    {"numbers": "join"},
    {"voices": "own"},
    {"voices": "quoted"},
    {"stop_words": False},
    {"stop_words": ["the", "disaster"]},
    {"stem": True},
    {"language": "de"},
]


@pytest.mark.parametrize("source", INPUTS)
def test_every_input_gives_the_same_table(source: str) -> None:
    table = connote.FrequencyTable(INPUTS[source]())
    assert dict(table.items()) == WORDS
    assert (table.tokens, table.documents) == (WORDS.total(), 4)


def test_one_by_one_all_at_once_and_from_a_file_are_the_same(tmp_path: Path) -> None:
    whole = connote.FrequencyTable(TEXTS)
    texts, reports, threads, file = (connote.FrequencyTable() for _ in range(4))
    for text in TEXTS:
        if text is not None:
            texts.add(text)
            reports.add(connote.analyze(text))
    threads.add_all(TEXTS, threads=2)
    lines = (json.dumps({"body": text}) for text in TEXTS)
    (tmp_path / "texts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    file.add_file(tmp_path / "texts.jsonl", text="body")
    assert texts == reports == threads == file == whole
    assert {table.to_bytes() for table in (texts, reports, threads, file)} == {whole.to_bytes()}


def test_titles_count() -> None:
    table = connote.FrequencyTable()
    table.add("It fell.", title="The regime")
    assert list(table) == ["fell", "it", "regime", "the"]
    with pytest.raises(TypeError, match="title of a report"):
        table.add(connote.analyze("It fell."), title="The regime")


@pytest.mark.parametrize("settings", SETTINGS, ids=str)
def test_parts_make_the_whole(settings: dict[str, Any], tmp_path: Path) -> None:
    whole = connote.FrequencyTable(TEXTS, **settings)
    left, right = (connote.FrequencyTable(part, **settings) for part in (TEXTS[:2], TEXTS[2:]))
    assert left + right == right + left == whole
    assert (left + right).to_bytes() == (right + left).to_bytes() == whole.to_bytes()
    left.merge(right)
    assert left == whole != right
    whole.save(tmp_path / "table.freq")
    for back in (
        connote.FrequencyTable.load(tmp_path / "table.freq"),
        connote.FrequencyTable.from_bytes(whole.to_bytes()),
        pickle.loads(pickle.dumps(whole)),
        copy.copy(whole),
        copy.deepcopy(whole),
    ):
        assert back == whole
        assert back.settings == whole.settings
        assert back.top(None) == whole.top(None)
    assert connote.FrequencyTable(TEXTS, **whole.settings) == whole


def test_a_table_merges_with_itself_and_copies_are_apart() -> None:
    table = connote.FrequencyTable(["a b b"])
    twin = copy.copy(table)
    table.merge(table)
    assert (table["b"], table.documents, twin["b"]) == (4, 2, 2)


def test_settings_that_differ_do_not_merge() -> None:
    table = connote.FrequencyTable()
    for settings, difference in [
        ({"n": 2}, "n: 1 here, 2 there"),
        ({"language": "German"}, "language: en here, de there"),
        ({"stop_words": ["a"]}, "stop_words: kept here, a list of 1 there"),
    ]:
        other: Any = connote.FrequencyTable(**settings)  # type: ignore[arg-type]
        with pytest.raises(connote.ConnoteError, match=difference):
            table.merge(other)
        with pytest.raises(connote.ConnoteError, match=difference):
            table + other


def test_counts_are_asked_for_as_words_are_written() -> None:
    table = connote.FrequencyTable(["The US told us it won’t. US, it said."], case="keep_acronyms")
    assert (table["US"], table["us"], table["Us"]) == (2, 1, 1)
    assert table["won’t"] == table["won't"] == table["Won't"] == 1
    assert ("IT" in table, "It" in table, 7 in table) == (False, True, False)
    pairs = connote.FrequencyTable(["He said so."], n=2)
    assert pairs["He said"] == 1
    stems = connote.FrequencyTable(["Experts failed."], stem=True)
    assert list(stems) == ["expert", "fail"]
    assert stems["Experts"] == stems["failing"] == 1


def test_ranks_rates_and_limits() -> None:
    table = connote.FrequencyTable(["a a a b b c", "a b"])
    assert [(entry.key, entry.count, entry.documents) for entry in table.top(2)] == [("a", 4, 2), ("b", 3, 2)]
    assert [table.rank(key) for key in "abcd"] == [1, 2, 3, None]
    assert (table.per_million("a"), table.per_million("d")) == (500_000.0, 0.0)
    assert table.zipf("a") == pytest.approx(8.69897)
    assert table.zipf("d") is None
    assert table.zipf("d", smoothed=True) == pytest.approx(7.958607)
    assert [entry.key for entry in table.top(None, max_count=3, min_documents=2)] == ["b"]
    assert [entry.key for entry in table.top(None, min_count=2, max_documents=2)] == ["a", "b"]
    assert table.document_count("c") == 1
    assert dict(table) == {"a": 4, "b": 3, "c": 1}
    assert repr(table) == "FrequencyTable(words, English: 3 types, 8 tokens, 2 documents)"
    empty = connote.FrequencyTable()
    assert (len(empty), empty.top(), empty.rank("a")) == (0, [], None)
    assert (empty.per_million("a"), empty.zipf("a"), empty.zipf("a", smoothed=True)) == (None, None, None)


def test_every_data_frame_takes_a_table() -> None:
    table = connote.FrequencyTable(["a b b", "b"])
    expected = {
        "key": ["b", "a"],
        "count": [3, 1],
        "documents": [2, 1],
        "per_million": [750_000.0, 250_000.0],
        "zipf": [table.zipf("b"), table.zipf("a")],
    }
    assert pa.table(table).to_pydict() == expected
    assert pl.DataFrame(table).to_dict(as_series=False) == expected
    assert pd.DataFrame.from_arrow(table).to_dict("list") == expected
    assert pa.table(connote.FrequencyTable()).num_rows == 0


def test_bad_input_says_what_belongs_there(tmp_path: Path) -> None:
    for settings, message in [
        ({"n": 6}, "n: 6 where 1 to 5 words belong"),
        ({"skip": 1}, "skip: single words skip nothing"),
        ({"case": "lower"}, "known are fold, keep_acronyms"),
        ({"stem": True, "language": "pl"}, "Snowball has no stems for"),
        ({"stop_words": False, "language": "de"}, "there is no list for"),
    ]:
        with pytest.raises(connote.ConnoteError, match=message):
            connote.FrequencyTable(**settings)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="a bool or an iterable of str"):
        connote.FrequencyTable(stop_words="the")
    table = connote.FrequencyTable(["a"])
    with pytest.raises(TypeError, match="row 1"):
        table.add_all(["b", 3])  # type: ignore[list-item]
    with pytest.raises(ValueError, match="threads"):
        table.add_all(["b"], threads=0)
    with pytest.raises(FileNotFoundError):
        table.add_file(tmp_path / "absent.jsonl")
    (tmp_path / "bad.jsonl").write_text('{"text": "b"}\n{"text": 3}\n', encoding="utf-8")
    with pytest.raises(connote.ConnoteError, match=r"bad\.jsonl.*2"):
        table.add_file(tmp_path / "bad.jsonl")
    assert list(table) == ["a"]
    with pytest.raises(connote.ConnoteError, match="no saved frequency table"):
        connote.FrequencyTable.load(tmp_path / "bad.jsonl")
    with pytest.raises(connote.ConnoteError, match="cut off after byte"):
        connote.FrequencyTable.from_bytes(table.to_bytes()[:-1])
    with pytest.raises(FileNotFoundError):
        connote.FrequencyTable.load(tmp_path / "absent.freq")
    with pytest.raises(TypeError):
        hash(table)


def test_tables_are_compared_by_keyness() -> None:
    rows = connote.keyness(connote.FrequencyTable(["tax tax tax cut"]), connote.FrequencyTable(["the cut"]))
    assert (rows[0].word, rows[0].sign, rows[-1].word) == ("tax", 1, "the")


def test_a_norm_comes_from_wordfreq_or_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "wordfreq", None)
    with pytest.raises(ImportError, match="pip install wordfreq"):
        connote.norms.wordfreq()
    rates = {"the": 0.05, "tax": 1.2e-4, "0000": 1e-3}
    monkeypatch.setitem(sys.modules, "wordfreq", SimpleNamespace(get_frequency_dict=lambda language, wordlist: rates))
    norm = connote.norms.wordfreq("en")
    assert norm == {"the": 50_000_000, "tax": 120_000}
    assert connote.keyness(connote.FrequencyTable(["tax tax the"]), norm)[0].word == "tax"
