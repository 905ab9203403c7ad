"""Every public class: an object of it is pickled, copied, compared and hashed as its kind says."""

import copy
import pickle
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest

import connote

CLASSES = {
    name: value
    for name, value in vars(connote).items()
    if name in connote.__all__ and isinstance(value, type) and not issubclass(value, Exception)
}

# Tables change, views are asked of their report, and the other values hold lists or dicts: none is a key.
UNHASHABLE = {
    "Comparison", "DictionaryScores", "Distribution", "Formula", "Frequency", "FrequencyTable", "Loaded", "Readability",
    "Scores", "Sentiment", "SentimentHit", "SourceProfile", "TellingSentence",
}  # fmt: skip


def sources() -> list[Any]:
    """Objects from which one of every class can be reached."""
    text = "“Čović” is a bully, Ann Poole said. The regime’s cronies did not fall. She insisted that it was so."
    moods = connote.Lexicon.from_json("moods", '{"calm": {"quiet": 2}}')
    analyzer = connote.Analyzer(lexicons=[moods], dictionary_hits=True)
    table = connote.FrequencyTable(["a b a", "a c"])
    report = analyzer.analyze(text + " It was quiet.", title="Cronies fell")
    return [
        report,
        analyzer,
        table,
        connote.score([text, None], columns=["words", "mtld", "hit_list"]),
        connote.columns(),
        connote.formulas(),
        connote.diversity_measures(),
        connote.words(text),
        connote.sentences(text),
        connote.vader_tokens(text),
        report.hardest_sentences(1),
        report.frequency.top(1),
        table.top(1),
        connote.keyness(table, connote.FrequencyTable(["b c c"])),
        connote.log_odds(5, 3, 100, 100, 8, 200),
        connote.compare(["The council met."] * 3, ["The regime fell."] * 3, seed=1),
        connote.zipf_law([5, 3, 2, 1]),
        connote.dispersion([3, 1, 2], [10, 10, 10]),
        connote.collocations([["strong", "tea"], ["strong", "tea"]]),
        connote.concordance(text, "bully"),
    ]


def reached(value: Any) -> Iterator[Any]:
    """The objects of connote in a value, and behind their attributes."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from reached(item)
    elif isinstance(value, dict):
        yield from reached(list(value.values()))
    elif type(value) in CLASSES.values():
        yield value
        properties = [name for name in dir(type(value)) if not name.startswith("_")]
        for name in properties:
            if not callable(getattr(type(value), name)):
                yield from reached(getattr(value, name))


@pytest.fixture(scope="module")
def objects() -> dict[str, Any]:
    return {type(value).__name__: value for value in reached(sources())}


@pytest.mark.parametrize("name", CLASSES)
def test_pickles_copies_and_equality(name: str, objects: dict[str, Any]) -> None:
    original = objects[name]
    twins = [pickle.loads(pickle.dumps(original, protocol)) for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)]
    for twin in (*twins, copy.copy(original), copy.deepcopy(original)):
        assert type(twin) is type(original)
        assert twin == original and not twin != original
        assert original != object() and original != "x"


@pytest.mark.parametrize("name", CLASSES)
def test_hashes(name: str, objects: dict[str, Any]) -> None:
    original = objects[name]
    if name in UNHASHABLE:
        with pytest.raises(TypeError, match="unhashable"):
            hash(original)
    else:
        twin = pickle.loads(pickle.dumps(original))
        assert hash(twin) == hash(original)
        assert {original: 1}[twin] == 1


def test_different_objects_are_not_equal() -> None:
    moods = connote.Lexicon.from_json("moods", '{"calm": ["quiet"]}')
    analyzers = [
        connote.Analyzer(),
        connote.Analyzer(language="de"),
        connote.Analyzer(threads=1),
        connote.Analyzer(dictionary_hits=True),
        connote.Analyzer(lexicons=[moods]),
        connote.Analyzer(lexicons=[connote.Lexicon.from_json("moods", '{"calm": ["still"]}')]),
    ]
    scores = [connote.score([text], columns=columns) for text in ("a", "a b") for columns in (["words"], ["types"])]
    reports = [connote.analyze("a"), connote.analyze("b"), connote.analyze("a", title="b")]
    for different in (analyzers, scores, reports, connote.columns()):
        for at, one in enumerate(different):
            assert [at == other for other in range(len(different))] == [one == other for other in different]


def test_scores_of_bytes() -> None:
    scores = connote.score(iter(["a", None]), columns=["words"])
    stream = pa.BufferOutputStream()
    table = pa.table(scores)
    with pa.ipc.new_stream(stream, table.schema) as writer:
        writer.write_table(table)
    assert connote.Scores.from_bytes(stream.getvalue().to_pybytes()) == scores
    with pytest.raises(ValueError):
        connote.Scores.from_bytes(b"no stream")
