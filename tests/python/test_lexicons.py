"""Lexicons of your own, from Python."""

import copy
import json
import pickle
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

import connote

DATA = Path(__file__).parents[1] / "data"
LISTS = DATA / "lexicons"

READERS: dict[str, Callable[[str, str], connote.Lexicon]] = {
    "tsv": connote.Lexicon.from_tsv,
    "csv": connote.Lexicon.from_csv,
    "json": connote.Lexicon.from_json,
    "dic": connote.Lexicon.from_dic,
    "yaml": connote.Lexicon.from_yaml,
}


def wrong() -> list[list[str]]:
    lines = (DATA / "wrong_dictionaries.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("# ")]


def test_every_format_says_the_same() -> None:
    table = connote.Lexicon.from_path(LISTS / "moods.tsv")
    assert (table.label, len(table), table.is_dictionary) == ("moods", 8, True)
    for ending in ("csv", "json", "yaml", "dic", "dicx"):
        assert sorted(connote.Lexicon.from_path(LISTS / f"moods.{ending}").entries()) == sorted(table.entries())


@pytest.mark.parametrize("row", wrong(), ids=lambda row: f"{row[1]}: {row[0]}")
def test_wrong_lexicons(row: list[str]) -> None:
    _, form, content, place, says = row
    with pytest.raises(connote.LexiconError) as error:
        READERS[form]("mine", json.loads(content))
    assert str(error.value).startswith(f"mine, {place}: ")
    assert says in str(error.value)


def test_check_lists_every_error(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("term,category\n*able,bad\nkind,good\nkind,good\n")
    assert [error.split(": ")[0] for error in connote.Lexicon.check(file)] == [f"{file}, line 2", f"{file}, line 4"]
    assert connote.Lexicon.check(LISTS / "moods.dic") == []
    (tmp_path / "mine.xlsx").write_text("")
    with pytest.raises(connote.ConnoteError, match=r"one of \.tsv"):
        connote.Lexicon.from_path(tmp_path / "mine.xlsx")


def test_what_is_left_out_is_said() -> None:
    with pytest.warns(UserWarning, match=r"^faces, line 2: ':\)' holds no word; left out$"):
        faces = connote.Lexicon.from_csv("faces", "term,category\n:),good\nkind,good\n")
    assert len(faces) == 1 and len(faces.warnings) == 1


def test_scores_and_hits() -> None:
    lists = [connote.Lexicon.from_path(LISTS / name) for name in ("moods.yaml", "weights.tsv", "house.yaml")]
    analyzer = connote.Analyzer(lexicons=lists, dictionary_hits=True)
    report = analyzer.analyze("😀 “Peace!” The kind widget pushers were at ease.")
    assert list(report.dictionaries) == ["moods", "weights"]
    moods = report.dictionaries["moods"]
    assert {name: score.count for name, score in moods.categories.items()} == {"calm.deep": 1, "calm": 1, "storm": 1}
    assert [(hit.text, hit.category, hit.voice) for hit in moods.hits] == [
        ("Peace", "calm", "direct_quote"),
        ("Peace", "storm", "direct_quote"),
        ("at ease", "calm.deep", "own"),
    ]
    assert all(report.text[hit.start : hit.end] == hit.text for hit in moods.hits)
    weights = report.dictionaries["weights"]["all"]
    assert (weights.sum, weights.mean, weights.share) == (1.5, 1.5, 1 / 8)
    assert report.to_dict()["dictionaries"]["weights"]["categories"]["all"]["sum"] == 1.5
    assert [hit.text for hit in report.loaded.hits] == ["widget pushers"]
    with pytest.raises(KeyError, match="no category 'joy'"):
        moods["joy"]
    with pytest.raises(KeyError, match="no dictionary 'joy'"):
        report.dictionary("joy")
    assert connote.Analyzer(lexicons=lists).analyze("Peace").dictionaries["moods"].hits == ()


def test_columns_of_the_table() -> None:
    analyzer = connote.Analyzer(lexicons=[connote.Lexicon.from_path(LISTS / "norms.csv")])
    names = [column.name for column in analyzer.columns()][len(connote.columns()) :]
    assert names == [f"norms_{name}{end}" for name in ("valence", "arousal") for end in ("", "_share", "_sum", "_mean")]
    table = pl.DataFrame(analyzer.score(["A kind man.", "Cruelty!", None, ""], columns=["norms_valence", "norms_arousal_mean"]))
    assert table.rows() == [(1, 0.2), (1, 0.9), (None, None), (0, None)]
    assert [name for name in analyzer.score(["x"]).column_names if name.startswith("norms")] == names
    with pytest.raises(ValueError, match="no column 'norms_valance'"):
        analyzer.score(["x"], columns=["norms_valance"])
    clash = connote.Lexicon.from_json("loaded", '{"hedge": ["maybe"]}')
    with pytest.raises(connote.ConnoteError, match="'loaded_hedge'"):
        connote.Analyzer(lexicons=[clash])
    twice = [connote.Lexicon.from_path(LISTS / name) for name in ("moods.yaml", "moods.dic")]
    with pytest.raises(connote.ConnoteError, match="another dictionary 'moods'"):
        connote.Analyzer(lexicons=twice)


def test_merged_lists_are_pickled() -> None:
    base = connote.Lexicon.from_path(LISTS / "weights.tsv")
    mine = base.merge(connote.Lexicon.from_json("mine", '{"kind": 3, "fair": 1}')).without("not kind")
    assert mine.entries() == [("cruel*", "all", -2.0), ("kind", "all", 3.0), ("fair", "all", 1.0)]
    for lexicon in (base, mine, connote.Lexicon.from_path(LISTS / "moods.dic")):
        back = pickle.loads(pickle.dumps(lexicon))
        assert back == lexicon and back.entries() == lexicon.entries()
        assert copy.deepcopy(lexicon) is lexicon
    assert base != mine
    analyzer = connote.Analyzer(lexicons=[mine], dictionary_hits=True)
    report = analyzer.analyze("Kind and fair.")
    back = pickle.loads(pickle.dumps(report))
    assert back.dictionaries == report.dictionaries
    scores = pickle.loads(pickle.dumps(report.dictionaries["weights"]))
    assert scores == report.dictionaries["weights"] and len(scores.hits) == 2
    assert pickle.loads(pickle.dumps(scores.hits)) == scores.hits
    assert pickle.loads(pickle.dumps(analyzer)).dictionary_hits


def test_explain() -> None:
    analyzer = connote.Analyzer(lexicons=[connote.Lexicon.from_path(LISTS / name) for name in ("house.yaml", "weights.tsv")])
    regime = analyzer.explain("Regimes")
    assert regime["terms"][0]["forms"] == ["regime", "regimes"] and len(regime["off"]) == 1
    assert analyzer.explain("not kind")["entries"] == [
        {"dictionary": "weights", "category": "all", "pattern": "not kind", "weight": -1.0}
    ]
    assert analyzer.explain("good")["words"][0]["valence"] == 1.9
    assert analyzer.explain("!?")["words"] == []
