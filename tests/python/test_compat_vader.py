"""vaderSentiment by another import line: the dictionary, the files, and the numbers of the package itself."""

import copy
import doctest
import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import connote
from connote.compat import vader
from connote.compat.vader import SentimentIntensityAnalyzer

DATA = Path(__file__).parents[1] / "data"
LISTS = json.loads((DATA / "vader_own_words.json").read_text(encoding="utf-8"))["lists"]
TEXT = "They gutted aid."


def compound(analyzer: SentimentIntensityAnalyzer, text: str = TEXT) -> float:
    return analyzer.polarity_scores(text)["compound"]


@pytest.mark.parametrize("case", LISTS, ids=lambda case: case["name"])
def test_own_words_count_as_in_the_package(case: dict[str, Any]) -> None:
    analyzer = SentimentIntensityAnalyzer()
    for word, rating in case["changes"].items():
        if rating is None:
            del analyzer.lexicon[word]
        else:
            analyzer.lexicon[word] = rating
    for text, *expected in case["cases"]:
        scores = analyzer.polarity_scores(text)
        assert list(scores) == ["neg", "neu", "pos", "compound"]
        assert list(scores.values()) == expected, text


def test_every_change_of_the_dictionary_counts() -> None:
    analyzer = SentimentIntensityAnalyzer()
    assert isinstance(analyzer.lexicon, dict)
    assert len(analyzer.lexicon) == 7506
    plain = analyzer.lexicon.copy()
    assert compound(analyzer) == 0.0
    analyzer.lexicon.update({"gutted": -2.1, "aid": 1})
    assert compound(analyzer) == -0.2732
    assert analyzer.lexicon.pop("aid") == 1
    assert compound(analyzer) == -0.4767
    analyzer.lexicon |= {"they": 2.1}
    assert compound(analyzer) == 0.0
    assert analyzer.lexicon.popitem() == ("they", 2.1)
    assert compound(analyzer) == -0.4767
    assert analyzer.lexicon.setdefault("aid", -1.0) == -1.0
    assert compound(analyzer) == -0.6249
    del analyzer.lexicon["gutted"]
    assert compound(analyzer) == -0.25
    with pytest.raises(TypeError):
        analyzer.lexicon.update([("gutted", -2.1), 7])  # type: ignore[list-item]
    assert compound(analyzer) == -0.6249
    analyzer.lexicon.clear()
    assert compound(analyzer, "good") == 0.0
    analyzer.lexicon = plain
    assert compound(analyzer, "good") == 0.4404
    plain["gutted"] = -2.1
    assert compound(analyzer) == -0.4767
    assert analyzer.lexicon is plain
    analyzer.lexicon = analyzer.make_lex_dict()
    assert compound(analyzer) == 0.0
    analyzer.emojis["🫠"] = "hate"
    assert compound(analyzer, "🫠") == compound(analyzer, "hate")


def test_analyzers_do_not_share_words() -> None:
    first, second = SentimentIntensityAnalyzer(), SentimentIntensityAnalyzer()
    first.lexicon["gutted"] = -2.1
    assert (compound(first), compound(second)) == (-0.4767, 0.0)
    second.lexicon = first.lexicon
    assert compound(second) == -0.4767
    first.lexicon["gutted"] = 2.1
    assert (compound(first), compound(second)) == (0.4767, 0.4767)


def test_copies_and_pickles_keep_the_words() -> None:
    analyzer = SentimentIntensityAnalyzer()
    analyzer.lexicon["gutted"] = -2.1
    for other in (copy.deepcopy(analyzer), pickle.loads(pickle.dumps(analyzer))):
        assert compound(other) == -0.4767
        other.lexicon["gutted"] = 2.1
        assert (compound(other), compound(analyzer)) == (0.4767, -0.4767)


def test_files(tmp_path: Path) -> None:
    words, emoji = tmp_path / "words.txt", tmp_path / "emoji.txt"
    words.write_bytes(b"gutted\t-1.0\t0.5\t[-1]\r\ngutted\t-2.1\t0.5\t[-2]\r\n")
    emoji.write_text("🫠\tgutted\n", encoding="utf-8")
    analyzer = SentimentIntensityAnalyzer(str(words), emoji_lexicon=str(emoji))
    assert analyzer.lexicon == {"gutted": -2.1}
    assert analyzer.emojis == {"🫠": "gutted"}
    assert compound(analyzer, "🫠") == compound(analyzer) == -0.4767
    with pytest.raises(FileNotFoundError):
        SentimentIntensityAnalyzer(str(tmp_path / "missing.txt"))
    for content, reason in {
        b"good\t1.9\ngutted": "line 2: one column",
        b"gutted\tbad\n": "line 1: 'bad' where a number",
        b"\xff": "not UTF-8 at byte 0",
    }.items():
        words.write_bytes(content)
        with pytest.raises(connote.LexiconError, match=reason):
            SentimentIntensityAnalyzer(str(words))


def test_bad_input() -> None:
    analyzer = SentimentIntensityAnalyzer()
    with pytest.raises(TypeError, match="^text: bytes where a str belongs$"):
        analyzer.polarity_scores(b"good")  # type: ignore[arg-type]
    # The package reads lone surrogates as it does any letter.
    assert compound(analyzer, "good \ud800") == 0.4404
    assert [token.text for token in analyzer.tokens("good \ud800")] == ["good", "\ufffd"]
    for rating, error, message in (
        ("2.1", TypeError, r"^lexicon\['gutted'\]: str where a number belongs$"),
        (float("nan"), connote.ConnoteError, "^'gutted': NaN where a finite number"),
    ):
        analyzer.lexicon["gutted"] = rating  # type: ignore[assignment]
        with pytest.raises(error, match=message):
            analyzer.polarity_scores(TEXT)
    analyzer.lexicon["gutted"] = -2.1
    assert compound(analyzer) == -0.4767


def test_tokens_say_what_they_add() -> None:
    text = "😡 Not good, but VERY useful!"
    tokens = connote.vader_tokens(text)
    assert [(token.text, text[token.start : token.end]) for token in tokens][:4] == [
        ("pouting", "😡"),
        ("face", "😡"),
        ("Not", "Not"),
        ("good", "good"),
    ]
    good = next(token for token in tokens if token.text == "good")
    assert (good.listed, good.shifted, good.summed) == (1.9, 1.9 * -0.74, 1.9 * -0.74 * 0.5)
    assert tokens == SentimentIntensityAnalyzer().tokens(text)


def test_examples_are_true() -> None:
    result = doctest.testmod(vader)
    assert result.attempted > 3
    assert result.failed == 0
