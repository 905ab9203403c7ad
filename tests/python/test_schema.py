"""The JSON schema in the package: every report is valid, and every field that it names occurs."""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pyarrow.parquet as pq
import pytest

import connote

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(files("connote").joinpath("report.schema.json").read_text(encoding="utf-8"))
TEXTS = [
    *(path.read_text(encoding="utf-8") for path in (ROOT / "examples/sample_article.txt", *(ROOT / "benches/texts").glob("*.txt"))),
    "",
    "...",
    "A quiet “day”.",
]


def analyzers() -> Iterator[connote.Analyzer]:
    moods = connote.Lexicon.from_json("moods", '{"calm": {"quiet": 2, "day": 1}}')
    yield connote.Analyzer()
    yield connote.Analyzer(lexicons=[moods])
    yield connote.Analyzer(lexicons=[moods], dictionary_hits=True)
    yield from map(lambda code: connote.Analyzer(language=code), ["de", "es", "ar", "pl", "ru"])


@pytest.fixture(scope="module")
def reports() -> list[dict[str, Any]]:
    return [
        analyzer.analyze(text, title=title).to_dict()
        for analyzer in analyzers()
        for text in TEXTS
        for title in (None, "Cronies fall")
    ]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"].endswith(f"-{SCHEMA['properties']['schema']['const']}.json")


def test_every_report_is_valid(reports: list[dict[str, Any]]) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for report in reports:
        validator.validate(report)


@pytest.mark.parametrize("change", ["counts/words", "sentiment/compound", "loaded/hits/0/voice", "lexicons/0/sha256", "schema"])
def test_what_is_no_report_is_not_valid(change: str) -> None:
    report: Any = connote.analyze("The regime fell.").to_dict()
    part = report
    *way, last = [int(step) if step.isdigit() else step for step in change.split("/")]
    for step in way:
        part = part[step]
    part[last] = "?"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, SCHEMA)


def named(schema: dict[str, Any], place: str = "") -> Iterator[str]:
    """The places of all fields that a schema names."""
    for key, value in schema.get("properties", {}).items():
        yield f"{place}/{key}"
        yield from named(value, f"{place}/{key}")
    if "items" in schema:
        yield from named(schema["items"], f"{place}/*")


def found(value: Any, place: str = "") -> Iterator[str]:
    """The places of all fields of a report that are not null."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if inner is not None:
                yield f"{place}/{key}"
            yield from found(inner, f"{place}/{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from found(inner, f"{place}/*")


def test_every_field_of_the_schema_occurs(reports: list[dict[str, Any]]) -> None:
    # No list tells these, so no text has them.
    never = {"/counts/harris_jacobson_words", "/counts/uncommon_types", "/counts/foreign_words"}
    places = {place for report in reports for place in found(report)}
    assert set(named(SCHEMA)) - places == never


def test_tables_say_what_made_them(tmp_path: Path) -> None:
    house = tmp_path / "house.tsv"
    house.write_text("widget pusher\tnoun\tname_calling\t2\tseller\t-\t-\ta jibe\n", encoding="utf-8")
    (tmp_path / "news.csv").write_text("id,text\n1,The regime fell.\n", encoding="utf-8")
    analyzer = connote.Analyzer(lexicons=[connote.Lexicon.from_path(str(house))])
    analyzer.score_file(tmp_path / "news.csv", tmp_path / "scores.parquet", columns=["words"])
    facts = json.loads(pq.read_schema(tmp_path / "scores.parquet").metadata[b"connote"])
    report = analyzer.analyze("The regime fell.").to_dict()
    assert facts == {"version": connote.__version__, "language": "en", "lexicons": report["lexicons"]}
    assert any("house" in lexicon["name"] for lexicon in facts["lexicons"])
    assert json.loads(pq.read_metadata(tmp_path / "scores.parquet").metadata[b"connote"]) == facts
