"""Words against a treebank in CoNLL-U, which is not among the reference data: `--treebank FILE`.

Surface words that hold a letter or a digit, contractions in one piece; addresses, which are no words here, left out.
Treebanks of English part hyphenated words and connote joins them (`state-of-the-art`), so the figure is given for
both conventions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import connote

from quality.figure import Family, Figure
from quality.reference import MissingData, lines

FAMILY = Family("treebank")

Span = tuple[int, int]

ADDRESS = re.compile(r"://|^www\.|^\S+@\S+\.\S+$")
GOAL = 0.985


def figures(path: Path) -> Iterator[Figure]:
    if not path.is_file():
        raise MissingData(str(path))
    right = {"hyphens part": 0, "hyphens join": 0}
    wanted = dict(right)
    found = 0
    misses: list[str] = []
    for text, tokens in surfaces(path):
        words = {(word.start, word.end) for word in connote.words(text)}
        found += len(words)
        for convention, gold in (("hyphens part", tokens), ("hyphens join", joined(text, tokens))):
            spans = {span for span in gold if is_word(text[slice(*span)])}
            right[convention] += len(spans & words)
            wanted[convention] += len(spans)
        misses += [f"{text[slice(*span)]!r} in {text!r}" for span in sorted(spans ^ words)]
    for convention in right:
        f1 = 2 * right[convention] / (found + wanted[convention])
        peer = "0.986 spaCy blank" if convention == "hyphens part" else ""
        yield FAMILY.at_least(f"{path.stem}: word F1, {convention}", f1, GOAL, 4, peer, misses)


def is_word(token: str) -> bool:
    return any(char.isalnum() for char in token) and not ADDRESS.search(token)


def surfaces(path: Path) -> Iterator[tuple[str, list[Span]]]:
    """The text of each sentence and where its surface tokens stand."""
    text, tokens, inside = "", [], 0
    for line in lines(path):
        if line.startswith("#"):
            if tokens:
                yield text, tokens
            text, tokens, inside = "", [], 0
            continue
        number, form, *_, misc = line.split("\t")
        first, _, last = number.partition("-")
        if last:
            inside = int(last)
        elif "." in first or int(first) <= inside:
            # A word that is not written, or a part of one that was read as a whole.
            continue
        tokens.append((len(text), len(text) + len(form)))
        text += form if "SpaceAfter=No" in misc else form + " "
    if tokens:
        yield text, tokens


def joined(text: str, tokens: list[Span]) -> list[Span]:
    """The same with words joined over hyphens between letters or digits, of which one is a letter."""
    hyphen = re.compile(r"(?<=[^\W_])[-‐‑](?=[^\W_])")
    joints = {
        at
        for match in hyphen.finditer(text)
        if not (text[(at := match.start()) - 1] + text[at + 1]).isdigit()
    }
    words: list[Span] = []
    for start, end in tokens:
        if words and words[-1][1] == start and (start in joints or start - 1 in joints):
            words[-1] = (words[-1][0], end)
        else:
            words.append((start, end))
    return words
