"""What type checkers make of the package: each expression with the type that a caller may rely on. Checked, never run."""

from pathlib import Path
from typing import Any, assert_type

import connote
import connote.arrow
import connote.norms
from connote.compat import textstat
from connote.compat.vader import SentimentIntensityAnalyzer

report = connote.analyze("The regime fell.", title=None)
assert_type(report, connote.Report)
assert_type(report.text, str)
assert_type(report.counts.words, int)
assert_type(report.counts.complex_words, int | None)
assert_type(report.readability.smog_index, float | None)
assert_type(report.readability["lix"], float | None)
assert_type(report.to_json(), str)
assert_type(report.to_dict(), dict[str, Any])
assert_type(report.to_html(), str)
# English has them; in other languages they are None, which a caller of English need not ask for.
loaded: connote.Loaded = report.loaded
assert_type(report.loaded, connote.Loaded | Any)
assert_type(report.sentiment, connote.Sentiment | Any)
assert_type(loaded.hits, tuple[connote.LoadedHit, ...])
assert_type(loaded.hits[0].neutral, str | None)
assert_type(loaded.by_category["emotive"].per_1000, float | None)
assert_type(report.quotations[0].speaker, str | None)
assert_type(report.frequency.top(3), list[connote.WordCount])
assert_type(connote.smog_index("It rained."), float | None)
assert_type(connote.words("It rained.")[0].kind, str)
assert_type(connote.syllables("rain"), int)

analyzer = connote.Analyzer(language="en", lexicons=[connote.Lexicon.from_path(Path("house.tsv"))], threads=2)
assert_type(analyzer.analyze_batch(text for text in ["It rained."]), list[connote.Report])
scores = analyzer.score(["It rained.", None], columns=["words"])
assert_type(scores, connote.Scores)
assert_type(scores.column_names, list[str])
assert_type(connote.score_file("news.csv", Path("scores.parquet"), ids=["id"]), tuple[int, int])

table = connote.FrequencyTable(["It rained."], n=2)
assert_type(table.to_bytes(), bytes)
assert_type(textstat.textstat.flesch_reading_ease("It rained."), float | None)
assert_type(textstat.textstat.lexicon_count("It rained."), int)
assert_type(SentimentIntensityAnalyzer().polarity_scores("Great!"), dict[str, float])

connote.analyze(b"bytes")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
connote.Analyzer(threads="2")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
report.text = "frozen"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
