"""Pictures by matplotlib (`pip install connote[plot]`): of a report, and of two corpora.

Each function draws into the `Axes` that it is given, or into new ones, and returns them. Colours are those of Okabe & Ito
(2008, "Color Universal Design"), told apart with any colour vision; form says the same.

>>> import connote, connote.plot
>>> report = connote.analyze("The regime fell. A great day, said nobody.")
>>> axes = connote.plot.sentiment_arc(report)
>>> axes.get_xlabel()
'sentence'
"""

from collections.abc import Iterable, Mapping, Sequence

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

import connote

__all__ = ["keyness", "loaded_words", "readability", "sentiment_arc", "words"]

_BLUE, _VERMILION, _GREEN, _ORANGE, _GREY = "#0072B2", "#D55E00", "#009E73", "#E69F00", "#777777"
_COLORS = [_BLUE, _VERMILION, _GREEN, _ORANGE, "#CC79A7", "#56B4E9"]
# Marker, colour and whether it is filled: the writer's own words are, those of others are hollow.
_VOICES = {
    "own": ("o", _BLUE, True, "writer’s own words"),
    "headline": ("s", _GREEN, True, "headline"),
    "direct_quote": ("o", _VERMILION, False, "direct quotes"),
    "scare_quote": ("D", _ORANGE, False, "scare quotes"),
}


def sentiment_arc(report: connote.Report, *, window: int = 5, ax: Axes | None = None) -> Axes:
    """The sentiment from the first sentence to the last: a bar for each, and a line for the mean around it.

    Args:
        report: A report in a language with sentiment.
        window: So many sentences make the mean (`Sentiment.arc`).
        ax: Where to draw.

    Raises:
        ValueError: There is no lexicon of sentiment for the language of the report.

    >>> import connote, connote.plot
    >>> axes = connote.plot.sentiment_arc(connote.analyze("A great day. A terrible night."))
    >>> [bool(bar.get_height() > 0) for bar in axes.patches]
    [True, False]
    """
    sentiment = report.sentiment
    if sentiment is None:
        raise ValueError(f"sentiment: there is no lexicon for {report.language!r}")
    ax = ax or _axes(8, 3)
    scores = [sentence.score for sentence in sentiment.sentences]
    numbers = range(1, len(scores) + 1)
    ax.bar(numbers, scores, color=[_BLUE if score > 0 else _VERMILION for score in scores], width=0.8)
    ax.plot(numbers, sentiment.arc(window), color="black", linewidth=1.5, label=f"mean of {window} sentences")
    ax.axhline(0, color=_GREY, linewidth=0.8)
    ax.set(xlabel="sentence", ylabel="sentiment, −1 to 1", title="Sentiment")
    most = max([0.1, *map(abs, scores)])
    ax.set_ylim(-1.15 * most, 1.15 * most)
    ax.legend(frameon=False)
    return ax


def loaded_words(report: connote.Report, *, ax: Axes | None = None) -> Axes:
    """Where the loaded words stand: from the beginning of the text to its end, a row for each category, the larger the
    stronger. Form and colour say the voice: filled is the writer's.

    Args:
        report: A report in a language with loaded terms.
        ax: Where to draw.

    Raises:
        ValueError: There are no loaded terms for the language of the report.

    >>> import connote, connote.plot
    >>> axes = connote.plot.loaded_words(connote.analyze("The regime fell. Critics say it was “a disaster.”"))
    >>> [label.get_text() for label in axes.get_yticklabels()]
    ['contentious label', 'emotive', 'weasel']
    """
    loaded = report.loaded
    if loaded is None:
        raise ValueError(f"loaded: there are no terms for {report.language!r}")
    rows = sorted({hit.category for hit in loaded.hits})
    ax = ax or _axes(8, 1.4 + 0.28 * max(4, len(rows)))
    keys = []
    for voice, (marker, color, filled, label) in _VOICES.items():
        hits = [hit for hit in loaded.hits if hit.voice == voice]
        if not hits:
            continue
        face = color if filled else "none"
        places = [100 * hit.start / len(report.text) for hit in hits]
        sizes = [30 * hit.strength for hit in hits]
        ax.scatter(
            places, [rows.index(hit.category) for hit in hits], sizes, marker=marker, facecolors=face, edgecolors=color
        )
        # Keys of one size: that of the points says the strength.
        keys.append(Line2D([], [], linestyle="", marker=marker, color=color, markerfacecolor=face, label=label))
    ax.set_yticks(range(len(rows)), [row.replace("_", " ") for row in rows])
    ax.invert_yaxis()
    ax.set(xlim=(-2, 102), xlabel="% of the text; the larger the stronger", title="Loaded words along the article")
    ax.grid(axis="y", color="#dddddd", linewidth=0.6)
    ax.set_axisbelow(True)
    if keys:
        ax.legend(handles=keys, frameon=False, loc="upper left", bbox_to_anchor=(1.01, 1))
    return ax


def keyness(
    rows: Sequence[connote.KeyWord],
    *,
    n: int = 15,
    names: tuple[str, str] = ("target", "reference"),
    q: float = 0.05,
    ax: Axes | None = None,
) -> Axes:
    """The surest key words of two corpora as bars: those of the first to the right, of the second to the left.

    Args:
        rows: What `connote.keyness` gives, or `Comparison.key_words`.
        n: How many words of each corpus.
        names: Names of the corpora.
        q: The largest false discovery rate.
        ax: Where to draw.

    >>> import connote, connote.plot
    >>> rows = connote.keyness({"tax": 90, "the": 910}, {"tax": 10, "the": 990})
    >>> axes = connote.plot.keyness(rows)
    >>> [label.get_text() for label in axes.get_yticklabels()]
    ['tax', 'the']
    """
    sure = [row for row in rows if row.q <= q]
    shown = [row for row in sure if row.sign > 0][:n] + [row for row in sure if row.sign < 0][-n:]
    ax = ax or _axes(7, 1.4 + 0.24 * max(4, len(shown)))
    values = [row.sign * row.g2 for row in shown]
    for name, color, sign in zip(names, (_BLUE, _VERMILION), (1, -1), strict=True):
        places = [place for place, row in enumerate(shown) if row.sign == sign]
        if places:
            ax.barh(places, [values[place] for place in places], color=color, label=f"more in {name}")
    ax.set_yticks(range(len(shown)), [row.word for row in shown])
    ax.invert_yaxis()
    ax.axvline(0, color=_GREY, linewidth=0.8)
    ax.xaxis.set_major_formatter(lambda value, _: f"{abs(value):,.0f}")
    ax.set(xlabel="log-likelihood: how sure it is", title="Key words")
    if shown:
        ax.legend(frameon=False)
    return ax


def readability(
    groups: Mapping[str, Iterable[float | None]], *, label: str = "consensus grade", ax: Axes | None = None
) -> Axes:
    """How a score lies from text to text in several corpora: the quartiles as boxes, the 5th and 95th percentile as
    whiskers.

    Args:
        groups: The scores of the texts by the name of their corpus, as a column of `Analyzer.score`; what is not defined
            (`None`, NaN) is left out.
        label: What the score is.
        ax: Where to draw.

    Raises:
        ValueError: A corpus has no score.

    >>> import connote, connote.plot
    >>> axes = connote.plot.readability({"Post": [7.1, 8.0, None], "Echo": [11.0, 12.5, 12.0]})
    >>> [label.get_text() for label in axes.get_yticklabels()]
    ['Post (2)', 'Echo (3)']
    """
    # What is not equal to itself is NaN.
    values = {
        name: [score for score in scores if score is not None and score == score] for name, scores in groups.items()
    }
    empty = [name for name, scores in values.items() if not scores]
    if empty:
        raise ValueError(f"groups: {empty[0]!r} has no score")
    ax = ax or _axes(7, 1.4 + 0.5 * max(2, len(values)))
    boxes = ax.boxplot(
        list(values.values()),
        orientation="horizontal",
        widths=0.6,
        whis=(5, 95),
        showfliers=False,
        patch_artist=True,
        medianprops={"color": "black", "linewidth": 2},
    )
    for at, box in enumerate(boxes["boxes"]):
        box.set_facecolor(_COLORS[at % len(_COLORS)])
    ax.set_yticks(range(1, len(values) + 1), [f"{name} ({len(scores):,})" for name, scores in values.items()])
    ax.invert_yaxis()
    ax.set(xlabel=label, title="Readability from text to text")
    return ax


def words(
    rows: Sequence[connote.KeyWord],
    *,
    n: int = 20,
    names: tuple[str, str] = ("target", "reference"),
    ax: Axes | None = None,
) -> Axes:
    """The words of two corpora by their frequency in each: what lies on the line is as frequent in both. The surest `n`
    of each corpus are named, as far as there is room.

    Args:
        rows: What `connote.keyness` gives, or `Comparison.key_words`. Words that only one corpus has lie on its edge.
        n: How many words of each corpus to name.
        names: Names of the corpora.
        ax: Where to draw.

    >>> import connote, connote.plot
    >>> rows = connote.keyness({"tax": 90, "the": 910}, {"tax": 10, "the": 990})
    >>> axes = connote.plot.words(rows, names=("Post", "Echo"))
    >>> [text.get_text() for text in axes.texts], axes.get_xlabel()
    (['tax', 'the'], 'in a million words of Echo')
    """
    ax = ax or _axes(7, 7)
    rates = [rate for row in rows for rate in (row.target_per_million, row.reference_per_million) if rate > 0]
    edge = min(rates, default=1) / 2
    for sign, color, label in [
        (1, _BLUE, f"more in {names[0]}"),
        (-1, _VERMILION, f"more in {names[1]}"),
        (0, _GREY, ""),
    ]:
        points = [row for row in rows if row.sign == sign]
        if points:
            ax.scatter(
                [max(row.reference_per_million, edge) for row in points],
                [max(row.target_per_million, edge) for row in points],
                s=12,
                marker="o" if sign >= 0 else "s",
                color=color,
                alpha=0.5,
                linewidths=0,
                label=label or None,
            )
    ends = (edge / 1.5, 2 * max(rates, default=1))
    ax.plot(ends, ends, color=_GREY, linewidth=0.8)
    ax.set(xscale="log", yscale="log", xlim=ends, ylim=ends, aspect="equal", title="Words of two corpora")
    ax.set(xlabel=f"in a million words of {names[1]}", ylabel=f"in a million words of {names[0]}")
    named = [row for row in rows if row.sign > 0][:n] + [row for row in rows if row.sign < 0][-n:][::-1]
    _name(ax, [(max(row.reference_per_million, edge), max(row.target_per_million, edge), row.word) for row in named])
    if rows:
        ax.legend(frameon=False, loc="upper left", bbox_to_anchor=(1.01, 1))
    return ax


def _name(ax: Axes, points: list[tuple[float, float, str]]) -> None:
    """Writes words beside their points, leaving out those that would lie on another."""
    if figure := ax.get_figure(root=True):
        # Lays the axes out, so that places on the screen are known.
        figure.draw_without_rendering()
    taken: list[tuple[float, float, float, float]] = []
    for x, y, word in points:
        text = ax.annotate(word, (x, y), xytext=(4, 2), textcoords="offset points", fontsize=9)
        box = text.get_window_extent()
        here = (box.x0, box.x1, box.y0, box.y1)
        if any(here[0] < x1 and x0 < here[1] and here[2] < y1 and y0 < here[3] for x0, x1, y0, y1 in taken):
            text.remove()
        else:
            taken.append(here)


def _axes(width: float, height: float) -> Axes:
    _, ax = plt.subplots(figsize=(width, height), layout="constrained")
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    return ax
