"""Corpora scored from file to file: the same as the command line, stopped and resumed."""

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import connote

from .conftest import ARTICLE


def news(path: Path, count: int) -> Path:
    outlets = ["Echo", "Post", "Post"]
    rows = [{"id": row, "outlet": outlets[row % 3], "text": f"Day {row}. The regime fell."} for row in range(count)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_a_file_has_the_scores_of_its_texts(tmp_path: Path) -> None:
    path = news(tmp_path / "news.jsonl", 50)
    texts = [json.loads(line)["text"] for line in path.read_text().splitlines()]
    assert connote.score_file(path, tmp_path / "scores.parquet", ids=["id", "outlet"]) == (50, 0)
    table = pq.read_table(tmp_path / "scores.parquet")
    assert table.drop(["id", "outlet"]).to_pydict() == connote.score(texts).to_dict()
    assert table["id"].to_pylist() == list(range(50))


def test_the_command_line_writes_the_same(tmp_path: Path) -> None:
    path = news(tmp_path / "news.jsonl", 50)
    analyzer = connote.Analyzer(lexicons=[connote.Lexicon.from_json("days", '{"day": ["day"]}')], threads=1)
    analyzer.score_file(path, tmp_path / "python.csv", title="outlet", columns=["words", "days_day"])
    (tmp_path / "days.json").write_text('{"day": ["day"]}')
    options = ["--title", "outlet", "--columns", "words,days_day", "--lexicon", "days.json"]
    command = [sys.executable, "-m", "connote", "score", "news.jsonl", "-o", "shell.csv", *options]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "python.csv").read_bytes() == (tmp_path / "shell.csv").read_bytes()


def test_groups_are_means_of_their_texts(tmp_path: Path) -> None:
    path = news(tmp_path / "news.jsonl", 50)
    groups = connote.score_groups(path, ["outlet"], columns=["words", "mean_word_letters"])
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    for group in groups.to_pylist():
        scores = connote.score([row["text"] for row in rows if row["outlet"] == group["outlet"]])
        letters = scores["mean_word_letters"]
        assert group["texts"] == len(letters)
        assert group["words"] == sum(scores["words"])
        assert group["mean_word_letters_mean"] == pytest.approx(sum(letters) / len(letters), rel=1e-12)
    assert groups["outlet"] == ["Echo", "Post"]


def test_rows_that_cannot_be_read_are_kept_apart(tmp_path: Path) -> None:
    path = news(tmp_path / "news.jsonl", 3)
    path.write_text(path.read_text() + "no JSON\n")
    with pytest.raises(connote.ConnoteError, match=r"news\.jsonl:4:2: not a JSON object"):
        connote.score_file(path, tmp_path / "scores.csv")
    assert [file.name for file in tmp_path.iterdir()] == ["news.jsonl"]
    assert connote.score_file(path, tmp_path / "scores.csv", on_error="skip") == (3, 1)
    assert (tmp_path / "scores.csv.rejects").read_text().endswith("\nno JSON\n")
    assert len(connote.score_groups(path, ["outlet"], on_error="skip", rejects=tmp_path / "bad")) == 2
    assert (tmp_path / "bad").read_text() == (tmp_path / "scores.csv.rejects").read_text()


def test_what_was_interrupted_is_resumed(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    # Articles that take seconds after a stretch that does not.
    path.write_text('{"text": "Day."}\n' * 32 * 1024 + (json.dumps({"text": ARTICLE * 10}) + "\n") * 4000)
    output = tmp_path / "scores.csv"
    journal = tmp_path / "scores.csv.part.journal"

    def interrupt_when_safe() -> None:
        while not journal.exists() or journal.read_text().count("\n") < 2:
            pass
        signal.raise_signal(signal.SIGINT)

    thread = threading.Thread(target=interrupt_when_safe)
    thread.start()
    with pytest.raises(KeyboardInterrupt):
        connote.score_file(path, output, columns=["words", "loaded_score"])
    thread.join()
    assert not output.exists()
    with pytest.raises(connote.ConnoteError, match="the list of columns was words,loaded_score, and is words"):
        connote.score_file(path, output, columns=["words"], resume=True)
    assert connote.score_file(path, output, columns=["words", "loaded_score"], resume=True) == (36768, 0)
    resumed = output.read_bytes()
    connote.score_file(path, output, columns=["words", "loaded_score"])
    assert output.read_bytes() == resumed


def test_wrong_arguments_say_what_would_be_right(tmp_path: Path) -> None:
    path = news(tmp_path / "news.jsonl", 3)
    with pytest.raises(ValueError, match="on_error: \"go on\" where 'stop' or 'skip' belongs"):
        connote.score_file(path, tmp_path / "a.csv", on_error="go on")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="there is no column 'wrods'"):
        connote.score_file(path, tmp_path / "a.csv", columns=["wrods"])
    with pytest.raises(ValueError, match="by: at least one field"):
        connote.score_groups(path, [])
    with pytest.raises(FileNotFoundError, match=r"absent\.jsonl"):
        connote.score_file(tmp_path / "absent.jsonl", tmp_path / "a.csv")
    with pytest.raises(connote.ConnoteError, match="its ending says no format"):
        connote.score_file(path, tmp_path / "a.xls")
    assert [file.name for file in tmp_path.iterdir()] == ["news.jsonl"]
