"""The doors: what each gives, and that they agree."""

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import connote

from .conftest import ARTICLE

DATA = Path(__file__).parents[1] / "data"


def test_offsets_are_code_points_of_the_text(report: connote.Report) -> None:
    assert report.text == ARTICLE
    spans: list[connote.Span | connote.LoadedHit | connote.Quotation | connote.SentencePolarity] = []
    assert report.headline is not None
    spans += [report.headline, *report.loaded.hits, *report.quotations, *report.sentiment.sentences]
    assert len(spans) > 8
    for span in spans:
        assert report.text[span.start : span.end] == span.text
    assert report.headline.text == "Strongman clings to power"
    pieces: list[connote.Word | connote.Sentence] = [*connote.words(ARTICLE), *connote.sentences(ARTICLE)]
    for piece in pieces:
        assert ARTICLE[piece.start : piece.end] == piece.text


def test_counts_agree_with_words_and_sentences(report: connote.Report) -> None:
    counts = report.counts
    assert counts.words == len(connote.words(ARTICLE)) == report.frequency.tokens
    assert counts.sentences == len(connote.sentences(ARTICLE)) == len(report.sentiment.sentences)
    assert counts.words == sum(sentence.words for sentence in connote.sentences(ARTICLE))
    assert counts.types == report.frequency.types == len(report.frequency.to_dict())
    assert counts.paragraphs == 3
    assert counts.syllables == sum(connote.syllables(word.text) for word in connote.words(ARTICLE))


def test_words_have_a_kind() -> None:
    kinds = {word.text: word.kind for word in connote.words("Ask @ana about #aid: 12 boats, https://example.com")}
    assert kinds == {
        "Ask": "word",
        "@ana": "mention",
        "about": "word",
        "#aid": "hashtag",
        "12": "number",
        "boats": "word",
    }


def test_paragraphs_end_with_a_sentence() -> None:
    ends = [sentence.ends_paragraph for sentence in connote.sentences("One. Two.\n\nThree.")]
    assert ends == [False, True, True]


def test_loaded_hits_carry_their_evidence(report: connote.Report) -> None:
    hits = {hit.text: hit for hit in report.loaded.hits}
    assert hits["Strongman"].voice == "headline"
    assert hits["Strongman"].in_headline
    assert hits["bully"].voice == "direct_quote"
    assert hits["bully"].category == "name_calling"
    assert hits["bully"].speaker == "Ana Čović"
    assert hits["illicit"].voice == "own"
    assert hits["illicit"].neutral
    assert sum(report.loaded.by_voice.values()) == len(report.loaded.hits)
    for kinds in (report.loaded.by_category.values(), report.loaded.by_strength.values()):
        assert sum(kind.hits for kind in kinds) == len(report.loaded.hits)
    insults = report.loaded.by_category["name_calling"]
    assert (insults.hits, insults.direct_quote, insults.own) == (1, 1, 0)
    assert insults.quoted_per_1000 == 1000 / report.loaded.quoted_words
    headline, body = report.loaded.headline, report.loaded.body
    assert headline is not None and headline.hits > 0
    assert headline.words + body.words == report.loaded.own_words
    assert report.loaded.boosters.hits == sum(
        report.loaded.by_category[kind].hits for kind in ("intensifier", "certainty")
    )
    assert report.loaded.own_words + report.loaded.quoted_words == report.counts.words
    assert report.loaded.per_1000 is not None and report.loaded.per_1000 > 0


def test_evidence_is_made_once(report: connote.Report) -> None:
    assert report.loaded.hits is report.loaded.hits
    assert report.loaded.sentences is report.loaded.sentences
    assert report.sentiment.sentences is report.sentiment.sentences
    assert report.text is report.text


def test_readability_by_name_and_by_attribute(report: connote.Report) -> None:
    names = [formula.name for formula in connote.formulas()]
    assert list(report.readability) == names == list(report.readability.keys())
    assert len(report.readability) == len(names)
    scores = report.readability.to_dict()
    assert dict(report.readability) == scores
    for name in names:
        assert name in report.readability
        assert getattr(report.readability, name) == report.readability[name] == scores[name]
        # The one-number helper of the same name.
        assert getattr(connote, name)(ARTICLE) == scores[name]
        assert getattr(connote, name).__doc__
    caveats = report.readability.caveats
    assert (caveats["smog_index"], caveats["harris_jacobson_1"]) == ("sample_too_small", "no_word_list")
    assert "flesch_reading_ease" not in caveats
    assert report.readability.text_caveats == ["few_words"]
    with pytest.raises(KeyError, match="there is no formula 'fog'"):
        report.readability["fog"]


def test_frequency() -> None:
    frequency = connote.analyze("The aid, the Aid and the boat. Don’t.").frequency
    assert frequency.top(2, stop_words=True) == [
        connote.WordCount("the", 3, 1e6 * 3 / 8),
        connote.WordCount("aid", 2, 1e6 * 2 / 8),
    ]
    assert [word.word for word in frequency.top(2)] == ["aid", "boat"]
    assert frequency.count("AID") == 2
    assert frequency.count("DON'T") == frequency.count("don’t") == 1
    assert frequency.count("sea") == 0
    assert frequency.hapaxes == 3


def test_undefined_is_none() -> None:
    report = connote.analyze("")
    assert report.headline is None
    assert set(report.readability.to_dict().values()) == {None}
    assert report.readability.consensus_grade is None
    assert set(report.readability.caveats.values()) == {"no_text"}
    assert report.diversity.mtld is None
    assert report.sentiment.mean_compound is None
    assert report.loaded.per_1000 is report.loaded.score is None
    assert connote.analyze("“A sham,” he said.").loaded.score == 0
    assert connote.analyze("“A sham.”").loaded.sentences[0].score is None
    assert report.loaded.hits == ()
    assert connote.smog_index("") is None


def test_a_title_is_the_headline_above_the_text() -> None:
    title, text = "Régime falls.", "Critics cheered.\nA “bully” left."
    report = connote.analyze(text, title=title)
    assert report.text == f"{title}\n\n{text}"
    assert report.headline == connote.Span(0, len(title), title)
    # The single line end still ends a paragraph.
    assert report.counts.paragraphs == 1 + connote.analyze(text).counts.paragraphs == 3
    assert connote.analyze(text, title=" ") == connote.analyze(text) == connote.analyze(text, title=None)


def test_dict_json_and_properties_say_the_same(report: connote.Report) -> None:
    data = report.to_dict()
    assert data == json.loads(report.to_json())
    assert data["connote"] == connote.__version__
    assert data["offset_unit"] == "code_point"
    assert data["counts"] == report.counts.to_dict()
    assert data["diversity"] == report.diversity.to_dict()
    assert data["readability"] == {
        **report.readability.to_dict(),
        "consensus_grade": report.readability.consensus_grade,
        "consensus": report.readability.consensus,
        "fry_graph": report.readability.fry_graph,
        "raygor_graph": report.readability.raygor_graph,
        "caveats": report.readability.caveats,
        "text_caveats": report.readability.text_caveats,
    }
    loaded = report.loaded
    assert data["loaded"]["score"] == loaded.score
    assert [one["score"] for one in data["loaded"]["sentences"]] == [one.score for one in loaded.sentences]
    assert data["loaded"]["by_voice"] == loaded.by_voice
    assert data["loaded"]["by_category"] == {name: kind.to_dict() for name, kind in loaded.by_category.items()}
    assert data["loaded"]["by_strength"] == {str(step): kind.to_dict() for step, kind in loaded.by_strength.items()}
    assert data["loaded"]["boosters"] == loaded.boosters.to_dict()
    assert loaded.headline is not None and data["loaded"]["headline"] == loaded.headline.to_dict()
    assert data["loaded"]["body"] == loaded.body.to_dict()
    assert data["sentiment"]["compound"] == report.sentiment.compound
    assert data["quotations"] == json.loads(json.dumps([quotation.to_dict() for quotation in report.quotations]))
    assert data["sources"] == json.loads(json.dumps([plain(source) for source in report.sources]))
    assert data["loaded"]["hits"] == [hit.to_dict() for hit in report.loaded.hits]
    assert data["sentiment"]["sentences"] == [
        {name: value for name, value in sentence.to_dict().items() if name != "text"}
        for sentence in report.sentiment.sentences
    ]
    assert data["lexicons"] == [source.to_dict() for source in report.lexicons]
    assert report.to_json() == connote.analyze(ARTICLE).to_json()


def plain(source: connote.SourceProfile) -> dict[str, object]:
    return {**source.to_dict(), "verbs": [verb.to_dict() for verb in source.verbs]}


def test_sources_are_as_in_rust() -> None:
    for line in (DATA / "sources.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, expected = line.split("\t")
        report = connote.analyze(text)
        found = [source_line(source) for source in report.sources]
        assert " || ".join(found or ["-"]) == expected
        assert report.sources is report.sources
        for source in report.sources:
            assert sum(source.by_class.values()) == sum(verb.count for verb in source.verbs)
            if source.name_span:
                assert text[slice(*source.name_span)] == source.name


def source_line(source: connote.SourceProfile) -> str:
    verbs = [f"{verb.verb.replace(' ', '_')}:{verb.verb_class}:{verb.count}" for verb in source.verbs]
    named = "named" if source.named else "unnamed"
    about = [source.name, source.kind, named, source.quotations, source.words, " ".join(verbs)]
    return ";".join(str(value) if value or value == 0 else "-" for value in about)


def test_reports_show_themselves(report: connote.Report) -> None:
    assert repr(report).startswith(f"Report(words={report.counts.words}, sentences=")
    assert "\n" not in repr(report)
    for part in [report.readability, report.frequency, report.sentiment, report.loaded, report.counts]:
        assert repr(part).startswith(type(part).__name__ + "(")
        assert "\n" not in repr(part)
    html = report._repr_html_()
    assert "<mark" in html
    assert html in report.to_html() or "<html" in report.to_html()


def test_objects_are_frozen(report: connote.Report) -> None:
    for value, name in [(report, "text"), (report.counts, "words"), (report.loaded.hits[0], "start")]:
        with pytest.raises(AttributeError):
            setattr(value, name, 0)


def test_equality(report: connote.Report, house: connote.Lexicon) -> None:
    assert report == connote.analyze(ARTICLE)
    assert report != connote.analyze(ARTICLE + ".")
    assert report != connote.Analyzer(lexicons=[house]).analyze(ARTICLE)
    assert report != ARTICLE
    assert report.readability == connote.analyze(ARTICLE).readability
    assert report.loaded == connote.analyze(ARTICLE).loaded
    assert report.loaded != connote.analyze("").loaded


def test_polarity_scores_are_those_of_vader() -> None:
    assert connote.polarity_scores("VADER is smart, handsome, and funny!") == {
        "neg": 0.0,
        "neu": 0.248,
        "pos": 0.752,
        "compound": 0.8439,
    }


def test_own_lexicon(house: connote.Lexicon) -> None:
    assert (house.name, len(house)) == ("house", 1)
    analyzer = connote.Analyzer(lexicons=[house])
    assert analyzer.lexicons == (house,)
    report = analyzer.analyze("The widget pushers are back.")
    assert [(hit.text, hit.neutral) for hit in report.loaded.hits] == [("widget pushers", "seller")]
    assert report.lexicons[0].name == "house"
    assert connote.analyze(report.text).loaded.hits == ()


def test_a_batch_equals_its_texts_alone(report: connote.Report) -> None:
    texts = [ARTICLE, "", "One two.", ARTICLE[:40]]
    for threads in (1, 2, None):
        reports = connote.Analyzer(threads=threads).analyze_batch(iter(texts))
        assert [one.to_json() for one in reports] == [connote.analyze(text).to_json() for text in texts]
    assert connote.Analyzer().analyze_batch([]) == []


def test_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    assert connote.__version__ == version("connote")


def test_exports_are_complete() -> None:
    assert sorted(connote.__all__) == list(connote.__all__)
    assert {formula.name for formula in connote.formulas()} <= set(connote.__all__)
    for name in connote.__all__:
        assert getattr(connote, name) is not None


def test_import_loads_nothing_else() -> None:
    code = "import sys; old = set(sys.modules); import connote; print(*{name.split('.')[0] for name in set(sys.modules) - old})"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert set(loaded) - sys.stdlib_module_names == {"connote"}


def test_command_line_runs_in_the_wheel() -> None:
    shown = subprocess.run([sys.executable, "-m", "connote", "--version"], capture_output=True, text=True, timeout=60)
    assert (shown.returncode, connote.__version__ in shown.stdout) == (0, True), shown.stderr


def test_formulas_over_counts_of_ones_own() -> None:
    report = connote.analyze("The cat sat on the mat. The committee adjourned.")
    for formula in connote.formulas():
        assert connote.score_counts(formula.name, report.counts) == report.readability[formula.name]
    nothing = connote.analyze("").counts
    assert connote.score_counts("lix", nothing) is None
    with pytest.raises(ValueError, match="nope"):
        connote.score_counts("nope", nothing)


def test_counts_show_their_words(report: connote.Report) -> None:
    for count, number in report.counts.to_dict().items():
        spans = report.counted(count)
        assert all(report.text[span.start : span.end] == span.text for span in spans)
        if count in ("words", "complex_words", "unfamiliar_words", "monosyllables", "long_words"):
            assert len(spans) == number
    with pytest.raises(KeyError, match="no count 'hard'"):
        report.counted("hard")
    hardest = report.hardest_sentences(2)
    assert len(hardest) == 2 and hardest[0].difficulty >= hardest[1].difficulty
    assert all(report.text[sentence.start : sentence.end] == sentence.text for sentence in hardest)


def test_other_languages() -> None:
    analyzer = connote.Analyzer(language="de")
    report = analyzer.analyze("Die Sonne scheint heute. Alle Leute freuen sich darüber.")
    assert (analyzer.language, report.language, report.to_dict()["language"]) == ("de", "de", "de")
    assert list(report.readability) == [formula.name for formula in connote.formulas("de")]
    assert report.readability["flesch_de_amstad"] is not None
    assert report.readability["flesch_reading_ease"] is None
    assert report.counts.unfamiliar_words is None
    assert (report.to_dict()["sentiment"], report.to_dict()["loaded"]) == (None, None)
    assert (report.sentiment, report.loaded) == (None, None)
    assert repr(report).startswith("Report(words=9, sentences=2") and "compound" not in repr(report)
    assert "sentiment" not in report._repr_html_().split("</style>")[1]
    assert report.readability.text_caveats == ["few_words"]
    own = connote.Analyzer(language="de", lexicons=[connote.Lexicon.from_tsv("house", "Sonne\tfixed\temotive\t2\t-\t-\t-\t-\n")])
    assert own.analyze("Die Sonne scheint.").loaded.hits[0].text == "Sonne"
    assert own.analyze("Die Sonne scheint.").sentiment is None
    assert pickle.loads(pickle.dumps(analyzer)).language == "de"
    names = [column.name for column in connote.columns("de")]
    assert "flesch_de_amstad" in names and "sentiment_compound" not in names
    with pytest.raises(connote.ConnoteError, match="'tlh' is not known; known are en"):
        connote.Analyzer(language="tlh")
