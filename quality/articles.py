"""The annotated articles: the reference program's judgement of the report of each."""

from __future__ import annotations

import io
import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import connote

from quality.reference import Reference, read_json, read_text


@dataclass(frozen=True)
class Article:
    """An annotated article, what connote finds in it, and the numbers of `score_gold.py`."""

    name: str
    text: str
    gold: dict
    hits: list[dict]
    quotations: list[dict]
    # By the words of the program: precision, recall, voice right of found, and so on.
    scores: dict[str, float]

    def place(self, span: dict) -> str:
        """A span with its text, for lists of misses."""
        return f"{span['start']} {self.text[span['start'] : span['end']]!r}"


# What `score_gold.py` prints, with names for its numbers.
PRINTED = re.compile(
    r"hits +P (?P<precision>\S+) +R (?P<recall>\S+) .*\((?P<found>\d+)/(?P<required>\d+) required.*\n"
    r"of the found: category right (?P<category>\d+)/\d+, voice right (?P<voice>\d+)/\d+; +"
    r"trap spans flagged (?P<traps>\d+)\n"
    r"(?: .*\n)*"
    r"quotations P (?P<quotation_precision>\S+) +R (?P<quotation_recall>\S+) +F1 (?P<quotation_f1>[\d.]+); +"
    r"of (?P<matched>\d+) matched: speaker (?P<speaker>\d+), verb lemma (?P<verb>\d+), kind (?P<kind>\d+)"
)


def articles(reference: Reference) -> Iterator[Article]:
    program = reference.module("loaded/score_gold.py")
    for gold_path in reference.all("loaded/*gold*.json"):
        name, gold = next(iter(read_json(gold_path).items()))
        text = read_text(reference.one(f"loaded/{name}"))
        report = connote.analyze(text).to_dict()
        prediction = {"hits": report["loaded"]["hits"], "quotations": report["quotations"]}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "prediction.json"
            path.write_text(json.dumps(prediction))
            printed = io.StringIO()
            with redirect_stdout(printed):
                program.main(str(gold_path), str(path))
        found = PRINTED.match(printed.getvalue())
        if found is None:
            raise ValueError(f"score_gold.py prints something else than expected for {name}:\n{printed.getvalue()}")
        scores = {key: float(value) for key, value in found.groupdict().items()}
        yield Article(name, text, gold, **prediction, scores=scores)
