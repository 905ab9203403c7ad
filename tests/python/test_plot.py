"""Pictures: what is drawn is what the report and the tables say."""

from collections.abc import Iterator

import matplotlib
import pytest

matplotlib.use("agg")

import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402
from matplotlib.axes import Axes  # noqa: E402
from matplotlib.collections import Collection  # noqa: E402
from matplotlib.patches import Rectangle  # noqa: E402

import connote  # noqa: E402
import connote.plot  # noqa: E402

KEYS = connote.keyness({"tax": 90, "levy": 40, "the": 870}, {"tax": 10, "war": 70, "the": 920})


def offsets(points: Collection) -> list[list[float]]:
    places: list[list[float]] = np.asarray(points.get_offsets(), dtype=float).tolist()
    return places


def bars(axes: Axes) -> list[Rectangle]:
    return [patch for patch in axes.patches if isinstance(patch, Rectangle)]


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    plt.close("all")


def test_the_arc_has_a_bar_for_each_sentence(report: connote.Report) -> None:
    sentiment = report.sentiment
    assert sentiment is not None
    axes = connote.plot.sentiment_arc(report, window=3)
    scores = [sentence.score for sentence in sentiment.sentences]
    assert [bar.get_height() for bar in bars(axes)] == pytest.approx(scores)
    line = next(line for line in axes.lines if line.get_label() == "mean of 3 sentences")
    assert np.asarray(line.get_ydata()).tolist() == pytest.approx(sentiment.arc(3))
    low, high = axes.get_ylim()
    assert low <= min(scores) and max(scores) <= high


def test_loaded_words_stand_where_the_hits_are(report: connote.Report) -> None:
    loaded = report.loaded
    assert loaded is not None
    axes = connote.plot.loaded_words(report)
    names = [label.get_text().replace(" ", "_") for label in axes.get_yticklabels()]
    drawn = [(x, names[round(y)]) for points in axes.collections for x, y in offsets(points)]
    assert sorted(drawn) == sorted((100 * hit.start / len(report.text), hit.category) for hit in loaded.hits)
    legend = axes.get_legend()
    assert legend is not None
    hollow = [points for points in axes.collections if np.size(points.get_facecolor()) == 0]
    quoted = [hit for hit in loaded.hits if hit.voice in ("direct_quote", "scare_quote")]
    assert sum(len(offsets(points)) for points in hollow) == len(quoted) > 0


def test_key_words_lie_on_the_side_of_their_corpus() -> None:
    axes = connote.plot.keyness(KEYS, names=("Post", "Echo"), n=1)
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert labels == [KEYS[0].word, KEYS[-1].word] == ["tax", "war"]
    widths = {labels[round(bar.get_y() + bar.get_height() / 2)]: bar.get_width() for bar in bars(axes)}
    assert widths == {"tax": KEYS[0].g2, "war": -KEYS[-1].g2}
    assert connote.plot.keyness(KEYS, q=0.0).patches[:] == []


def test_boxes_are_quartiles() -> None:
    axes = connote.plot.readability(
        {"Post": [1.0, 2.0, 3.0, 4.0, 5.0, None, float("nan")], "Echo": [7.0]}, label="grade"
    )
    box = np.asarray(axes.patches[0].get_path().vertices, dtype=float)
    assert (box[:, 0].min(), box[:, 0].max()) == (2.0, 4.0)
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Post (5)", "Echo (1)"]
    assert axes.get_xlabel() == "grade"
    with pytest.raises(ValueError, match="'Echo' has no score"):
        connote.plot.readability({"Echo": [None]})


def test_words_lie_at_their_rates() -> None:
    axes = connote.plot.words(KEYS, n=1)
    points = sorted((x, y) for dots in axes.collections for x, y in offsets(dots))
    edge = min(rate for row in KEYS for rate in (row.target_per_million, row.reference_per_million) if rate) / 2
    expected = sorted((max(row.reference_per_million, edge), max(row.target_per_million, edge)) for row in KEYS)
    assert points == [pytest.approx(point) for point in expected]
    assert [text.get_text() for text in axes.texts] == ["tax", "war"]


def test_labels_do_not_lie_on_each_other() -> None:
    rows = connote.keyness({f"word{at}": 500 + at for at in range(60)}, {"other": 10_000})
    axes = connote.plot.words(rows, n=60)
    figure = axes.get_figure(root=True)
    assert figure is not None
    figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in axes.texts]
    assert 1 < len(boxes) < 60
    assert not any(a.overlaps(b) for at, a in enumerate(boxes) for b in boxes[:at])


def test_axes_that_are_given_are_drawn_into(report: connote.Report) -> None:
    _, given = plt.subplots(1, 2)
    assert connote.plot.sentiment_arc(report, ax=given[0]) is given[0]
    assert connote.plot.keyness(KEYS, ax=given[1]) is given[1]
    assert len(plt.get_fignums()) == 1


def test_languages_without_a_lexicon_are_an_error() -> None:
    german = connote.Analyzer(language="de").analyze("Der Rat tagte.")
    for draw in (connote.plot.sentiment_arc, connote.plot.loaded_words):
        with pytest.raises(ValueError, match="'de'"):
            draw(german)
