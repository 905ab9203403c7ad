"""What stands around loaded terms, from the table that the Rust tests read."""

from __future__ import annotations

from pathlib import Path

import connote

TABLE = Path(__file__).parents[1] / "data" / "loaded_around.tsv"


def marks(hit: connote.LoadedHit) -> str:
    named = {"n": hit.negated, "m": hit.mentioned, "r": hit.reported}
    return "".join(mark for mark, holds in named.items() if holds) or "-"


def test_negation_mention_and_reported_words() -> None:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(rows) > 15
    for text, *expected in rows:
        hits = [hit for hit in connote.analyze(text).loaded.hits if hit.category not in ("attribution", "scare_quote")]
        assert [f"{hit.text}:{marks(hit)}" for hit in hits] == expected, text
