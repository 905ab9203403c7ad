"""The table of README: one text by the papers, by connote, by textstat and by the formulas of quanteda.

"paper" is the formula of the paper, written out here a second time, on connote's counts. quanteda (an R package, not in
Debian) is not run: its column is its published formula, quanteda.textstats 0.97.3, on connote's counts, so it shows
other constants and not other counts. textstat is run. Usage: python -m benches.peers.formulas FILE.txt
"""

import sys
import tempfile
from collections.abc import Callable
from math import sqrt
from pathlib import Path

import textstat

import connote

from . import dictionary

Number = Callable[[connote.Counts], float]


def asl(c: connote.Counts) -> float:
    """Words in a sentence."""
    return c.words / c.sentences


def share(part: int | None, c: connote.Counts) -> float:
    """In 100 words."""
    return 100 * (part or 0) / c.words


def flesch(c: connote.Counts) -> float:
    return 206.835 - 1.015 * asl(c) - 84.6 * c.syllables / c.words


def kincaid(c: connote.Counts) -> float:
    return 0.39 * asl(c) + 11.8 * c.syllables / c.words - 15.59


def smog(c: connote.Counts) -> float:
    return 1.0430 * sqrt(30 * c.polysyllables / c.sentences) + 3.1291


def fog(hard: Callable[[connote.Counts], int | None]) -> Number:
    return lambda c: 0.4 * (asl(c) + share(hard(c), c))


def ari(c: connote.Counts) -> float:
    return 4.71 * c.characters / c.words + 0.5 * asl(c) - 21.43


def coleman_liau(c: connote.Counts) -> float:
    return 0.0588 * share(c.letters, c) - 0.296 * share(c.sentences, c) - 15.8


def dale_chall(c: connote.Counts) -> float:
    return 0.1579 * share(c.unfamiliar_words, c) + 0.0496 * asl(c) + 3.6365


def spache(c: connote.Counts) -> float:
    return 0.121 * asl(c) + 0.082 * share(c.spache_unfamiliar_types, c) + 0.659


def lix(c: connote.Counts) -> float:
    return asl(c) + share(c.long_words, c)


def rix(c: connote.Counts) -> float:
    return c.long_words / c.sentences


# Title, connote's name, the paper, textstat's name, quanteda's formula where these counts are enough for it, and why.
ROWS: list[tuple[str, str, Number, str, Number | None, str]] = [
    ("Flesch reading ease", "flesch_reading_ease", flesch, "flesch_reading_ease", flesch, "31 sentences in textstat, 35 here: it sees no line end and parts “$1.6 million”; a number is one syllable there, read aloud here (Flesch 1948)"),
    ("Flesch-Kincaid grade", "flesch_kincaid_grade", kincaid, "flesch_kincaid_grade", kincaid, "the same"),
    ("SMOG", "smog_index", smog, "smog_index", smog, "the same"),
    ("Gunning Fog", "gunning_fog", fog(lambda c: c.complex_words), "gunning_fog", fog(lambda c: c.polysyllables), "Gunning excludes names, compounds and -ed, -es; textstat the words of the Dale-Chall list, quanteda nothing"),
    ("ARI", "automated_readability_index", ari, "automated_readability_index", ari, "textstat counts punctuation as characters"),
    ("Coleman-Liau", "coleman_liau_index", coleman_liau, "coleman_liau_index", coleman_liau, "textstat: 0.058 for 0.0588, digits as letters, fewer sentences"),
    ("Dale-Chall 1948", "dale_chall_1948", dale_chall, "dale_chall_readability_score", dale_chall, "textstat: inflected words and names are unfamiliar"),
    ("Spache 1974", "spache_1974", spache, "spache_readability", None, "textstat: the constants of 1953, the Dale-Chall list, repeats counted; quanteda counts repeats, too"),
    ("LIX", "lix", lix, "lix", lix, "fewer sentences in textstat"),
    ("RIX", "rix", rix, "rix", rix, "the same"),
]  # fmt: skip


def main() -> None:
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    report = connote.analyze(text)
    counts = report.counts
    print("| formula | paper | connote | textstat | quanteda | why they differ |\n|---|--:|--:|--:|--:|---|")
    with tempfile.TemporaryDirectory() as folder:
        dictionary.install(Path(folder))
        for title, name, paper, peer, quanteda, why in ROWS:
            ours, theirs = report.readability[name], getattr(textstat, peer)(text)
            other = f"{quanteda(counts):.1f}" if quanteda else "–"
            print(f"| {title} | {paper(counts):.1f} | {ours:.1f} | {theirs:.1f} | {other} | {why} |")


if __name__ == "__main__":
    main()
