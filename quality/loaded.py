"""Loaded terms: words and sentences of BABE, balance between sides, and the annotated articles.

BABE is measure-only: no entry, weight or threshold may come from its annotations. So its figures list no misses; what
is shown of them is the share of right hits by category.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import connote

from quality.articles import Article, articles
from quality.figure import Family, Figure
from quality.reference import Reference, records

FAMILY = Family("loaded")

# Categories that say how a claim is carried, not how a side is painted (taxonomy.md, section 1), and bare marks.
NOT_LOADED = {"hedge", "weasel", "certainty", "attribution", "scare_quote"}
# The density counts hits of this strength or more.
DENSITY_STRENGTH = 2
# A sentence with a higher loaded score is one that people rather call biased.
THRESHOLD = 0.5


def figures(reference: Reference) -> Iterator[Figure]:
    program = reference.module("loaded/score_loaded.py")
    for path in reference.all("loaded/babe_*.jsonl"):
        yield from babe(program, records(path))
    for article in articles(reference):
        yield from annotated(article)


def babe(program: ModuleType, gold: list[dict]) -> Iterator[Figure]:
    reports = [connote.analyze(row["text"]).to_dict()["loaded"] for row in gold]
    counted = judge(program, gold, reports, DENSITY_STRENGTH)
    every = judge(program, gold, reports, 1)
    peer = "0.266 Hu & Liu negative"
    shares = [
        f"{category}: {hits['on_gold']:.2f} of {hits['hits']} hits on a marked word"
        for category, hits in every["category_precision"].items()
    ]
    yield FAMILY.at_least("BABE: word F1, hits in the density", counted["word"]["f1"], 0.36, peer=peer, misses=shares)
    yield FAMILY.shown("BABE: word F1, hits of every strength", f"{every['word']['f1']:.3f}")
    for side in ("p", "r"):
        name = {"p": "precision", "r": "recall"}[side]
        yield FAMILY.shown(f"BABE: word {name}, hits in the density", f"{counted['word'][side]:.3f}")
    # Sentences are ranked by the loaded score, whose 0.5 is calibrated on the development half; the peers of baselines.md
    # have their best threshold.
    sentence = counted["sentence"]
    yield FAMILY.at_least("BABE: sentence AUC, loaded score", sentence["auc"], 0.72, peer="0.671 strong subjectives")
    yield FAMILY.at_least(
        f"BABE: sentence macro-F1, loaded score > {THRESHOLD}",
        sentence["macro_f1_at_threshold"],
        0.66,
        peer="0.623 strong subjectives",
    )
    yield FAMILY.shown(
        "BABE: sentence macro-F1, best threshold",
        f"{sentence['macro_f1_best']:.3f} at {sentence['best_threshold']:.2f}",
    )
    gap = counted["balance_gap_left_minus_right"]
    yield FAMILY.within("BABE: false alarms, left minus right", gap["false_alarm_rate"], 0.08)
    yield FAMILY.within("BABE: hit rate, left minus right", gap["hit_rate"], 0.07)


def judge(program: ModuleType, gold: list[dict], reports: list[dict], strength: int) -> dict:
    """What `score_loaded.py` says of the loaded hits of this strength or more in the writer's own words."""
    predictions = [
        {
            "id": row["id"],
            "spans": [
                [hit["start"], hit["end"], hit["category"]]
                for hit in report["hits"]
                if hit["category"] not in NOT_LOADED
                and hit["strength"] >= strength
                and hit["voice"] != "direct_quote"
            ],
            # A sentence that is one quotation has no words of the writer's, and no score.
            "score": report["score"] or 0.0,
        }
        for row, report in zip(gold, reports, strict=True)
    ]
    return program.report(program.prepare(gold, predictions), THRESHOLD)


def annotated(article: Article) -> Iterator[Figure]:
    scores = article.scores
    required = [hit for hit in article.gold["hits"] if hit["required"]]
    missed = [
        f"{hit['category']} ({hit['voice']}) {article.place(hit)}"
        for hit in required
        if not any(same_hit(found, hit) for found in article.hits)
    ]
    false = [
        f"{hit['category']} ({hit['voice']}) {article.place(hit)}"
        for hit in article.hits
        if not any(same_hit(hit, gold) for gold in article.gold["hits"])
    ]
    voices = [
        f"{found['voice']} for {hit['voice']}: {article.place(hit)}"
        for hit in required
        for found in article.hits
        if same_hit(found, hit) and found["voice"] != hit["voice"]
    ]
    traps = [
        f"{hit['category']} {article.place(hit)}: {trap['why']}"
        for trap in article.gold["must_not_flag"]
        for hit in article.hits
        if touch(hit, trap)
    ]
    name = article.name
    yield FAMILY.at_least(f"{name}: recall of required hits", scores["recall"], 0.90, misses=missed)
    yield FAMILY.at_least(f"{name}: precision", scores["precision"], 0.85, misses=false)
    yield FAMILY.at_least(
        f"{name}: voice right, of found", scores["voice"] / max(1, scores["found"]), 0.95, misses=voices
    )
    yield FAMILY.shown(f"{name}: category right, of found", f"{scores['category'] / max(1, scores['found']):.3f}")
    yield FAMILY.at_most(f"{name}: traps flagged", scores["traps"], 0, 0, misses=traps)


def touch(left: dict, right: dict) -> bool:
    return left["start"] < right["end"] and right["start"] < left["end"]


def same_hit(found: dict, gold: dict) -> bool:
    """Hits that `score_gold.py` takes for the same: those of two structural categories by category, others by place."""
    structural = {"attribution", "scare_quote"} & {found["category"], gold["category"]}
    return touch(found, gold) and (not structural or found["category"] == gold["category"])
