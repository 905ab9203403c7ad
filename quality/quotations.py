"""Quotations: spans, kinds, speakers and reporting verbs in the annotated articles."""

from __future__ import annotations

from collections.abc import Iterator

from quality.articles import Article, articles
from quality.figure import Family, Figure
from quality.reference import Reference

FAMILY = Family("quotations")


def figures(reference: Reference) -> Iterator[Figure]:
    for article in articles(reference):
        scores = article.scores
        yield FAMILY.at_least(f"{article.name}: span F1", scores["quotation_f1"], 0.98, misses=span_misses(article))
        of_matched = {key: scores[key] / max(1, scores["matched"]) for key in ("speaker", "verb", "kind")}
        yield FAMILY.at_least(
            f"{article.name}: speaker right, of matched",
            of_matched["speaker"],
            0.90,
            misses=differences(article, "speaker"),
        )
        for key in ("verb", "kind"):
            yield FAMILY.shown(
                f"{article.name}: {key} right, of matched", f"{of_matched[key]:.3f}", misses=differences(article, key)
            )


def span_misses(article: Article) -> Iterator[str]:
    for gold in article.gold["quotations"]:
        if not any(same_span(found, gold) for found in article.quotations):
            yield f"missed {gold['kind']} {article.place(gold)}"
    for found in article.quotations:
        if not any(same_span(found, gold) for gold in article.gold["quotations"]):
            yield f"invented {found['kind']} {article.place(found)}"


def differences(article: Article, key: str) -> Iterator[str]:
    """Where both sides have the quotation and one of its attributes differs, as `score_gold.py` compares it."""
    for gold in article.gold["quotations"]:
        accepted = {gold[key]} if key != "speaker" else {last_word(gold["speaker"]), last_word(gold["speaker_mention"])}
        for found in article.quotations:
            value = last_word(found.get(key)) if key == "speaker" else found.get(key)
            if same_span(found, gold) and value not in accepted:
                yield f"{found.get(key)!r} for {gold[key]!r}: {article.place(gold)}"


def last_word(name: str | None) -> str:
    return name.split()[-1].lower() if name else ""


def same_span(left: dict, right: dict) -> bool:
    """Marks may be off by one character, as in `score_gold.py`."""
    return abs(left["start"] - right["start"]) <= 1 and abs(left["end"] - right["end"]) <= 1
