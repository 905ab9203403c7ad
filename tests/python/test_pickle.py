"""Copies and pickles: equal to what they were made from."""

import copy
import pickle
from typing import Any

import pytest

import connote

PROTOCOLS = range(2, pickle.HIGHEST_PROTOCOL + 1)


def restored(value: Any, protocol: int) -> Any:
    return pickle.loads(pickle.dumps(value, protocol))


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_reports(report: connote.Report, house: connote.Lexicon, protocol: int) -> None:
    own = connote.Analyzer(lexicons=[house])
    titled = own.analyze("\n\nThe widget pushers left.\n", title="Widgets\n")
    for original in (report, titled, connote.analyze("")):
        back = restored(original, protocol)
        assert back == original
        assert back.to_json() == original.to_json()
    assert restored(titled, protocol).headline == titled.headline


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_parts(report: connote.Report, protocol: int) -> None:
    parts = [
        report.counts,
        report.diversity,
        report.readability,
        report.frequency,
        report.sentiment,
        report.loaded,
        report.headline,
        report.loaded.hits,
        report.quotations,
        report.sentiment.sentences,
        report.lexicons,
        report.frequency.top(3),
        connote.words(report.text),
        connote.sentences(report.text),
        connote.columns(),
        connote.formulas(),
    ]
    for part in parts:
        assert restored(part, protocol) == part
        assert copy.copy(part) == part
        assert copy.deepcopy(part) == part


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_analyzers_and_lexicons(house: connote.Lexicon, protocol: int) -> None:
    assert restored(house, protocol) == house
    analyzer = connote.Analyzer(lexicons=[house], threads=2)
    back = restored(analyzer, protocol)
    assert (back.lexicons, back.threads) == ((house,), 2)
    assert back.analyze("A widget pusher.") == analyzer.analyze("A widget pusher.")


def test_a_list_of_reports_shares_its_analyzer(house: connote.Lexicon) -> None:
    analyzer = connote.Analyzer(lexicons=[house])
    one, two = pickle.dumps(analyzer.analyze_batch(["a"])), pickle.dumps(analyzer.analyze_batch(["a", "b"]))
    assert len(two) - len(one) < 40


def test_functions() -> None:
    for function in (connote.analyze, connote.score, connote.smog_index, connote.polarity_scores):
        assert restored(function, 4) is function


def test_copies_are_the_object(report: connote.Report, house: connote.Lexicon) -> None:
    for value in (report, house, connote.Analyzer(), report.counts):
        assert copy.copy(value) is value
        assert copy.deepcopy(value) is value
