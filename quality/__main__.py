"""`python -m quality --reference ../shared/reference`: scores the installed wheel and prints the table."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from quality import (
    corpus,
    loaded,
    quotations,
    readability,
    sentences,
    sentiment,
    statistics,
    syllables,
    treebank,
    words,
)
from quality.figure import Figure, print_table
from quality.reference import MissingData, Reference

FAMILIES = {
    "words": words.figures,
    "sentences": sentences.figures,
    "syllables": syllables.figures,
    "readability": readability.figures,
    "sentiment": sentiment.figures,
    "loaded": loaded.figures,
    "quotations": quotations.figures,
    "statistics": statistics.figures,
    "corpus": corpus.figures,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m quality", description=__doc__)
    parser.add_argument("--reference", type=Path, required=True, help="folder of the reference data")
    parser.add_argument("--only", default=",".join(FAMILIES), help="families, parted by commas")
    parser.add_argument(
        "--treebank", type=Path, metavar="FILE", help="score the words of a CoNLL-U file, and only them"
    )
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print up to N misses of each figure")
    arguments = parser.parse_args()
    names = [name.strip() for name in arguments.only.split(",")]
    if unknown := [name for name in names if name not in FAMILIES]:
        parser.error(f"--only: no family {', '.join(unknown)}; the families are {', '.join(FAMILIES)}")

    reference = Reference(arguments.reference)
    scored = {name: FAMILIES[name](reference) for name in names}
    if arguments.treebank:
        scored = {"treebank": treebank.figures(arguments.treebank)}
    found: list[Figure] = []
    missing: list[str] = []
    for name, figures in scored.items():
        try:
            # What was measured before a file turned out to be missing is still shown.
            for figure in figures:
                found.append(figure)
        except MissingData as error:
            missing.append(f"{name} not scored: missing reference data: {error}")
    print_table(found, arguments.misses)
    sys.stdout.flush()
    for message in missing:
        print(f"error: {message}", file=sys.stderr)
    return 2 if missing else 0


sys.exit(main())
