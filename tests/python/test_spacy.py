"""`connote.spacy` in pipelines: alone, saved, in several processes."""

import doctest
import importlib
import json
from pathlib import Path

import pytest
import spacy
from confection import ConfigValidationError
from spacy.tokens import Doc, DocBin

import connote
import connote.spacy

TEXT = "“Čović” is a bully 😡, Ann Poole said. The well-known regime fell."


def pipeline(code: str = "en", **config: object) -> spacy.language.Language:
    nlp = spacy.blank(code)
    nlp.add_pipe("connote", config=config)
    return nlp


def test_a_document_has_its_report() -> None:
    doc = pipeline()(TEXT)
    assert doc._.connote == connote.analyze(TEXT).to_dict()
    spans = doc.spans["connote"]
    hits = doc._.connote["loaded"]["hits"]
    assert [span.label_ for span in spans] == [hit["category"] for hit in hits]
    assert all(hit["text"] in span.text for hit, span in zip(hits, spans, strict=True))
    assert len(hits) > 1
    assert pipeline()("")._.connote["counts"]["words"] == 0
    assert spacy.blank("en")(TEXT)._.connote is None


def test_documents_of_several_processes_are_the_same() -> None:
    nlp = pipeline()
    texts = [TEXT, "", "The sun shone."] * 3
    one, two = (list(nlp.pipe(texts, n_process=count, batch_size=2)) for count in (1, 2))
    assert [doc._.connote for doc in two] == [doc._.connote for doc in one]
    assert [len(doc.spans["connote"]) for doc in two] == [len(doc.spans["connote"]) for doc in one]


def test_documents_and_pipelines_are_saved(tmp_path: Path) -> None:
    house = tmp_path / "house.tsv"
    house.write_text("widget pusher\tnoun\tname_calling\t2\tseller\t-\t-\ta jibe\n", encoding="utf-8")
    nlp = pipeline(lexicons=[str(house)])
    doc = nlp("The widget pusher left.")
    assert [span.text for span in doc.spans["connote"]] == ["widget pusher"]
    back = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert back._.connote == doc._.connote
    assert [span.text for span in back.spans["connote"]] == ["widget pusher"]
    saved = DocBin(docs=[doc], store_user_data=True).to_bytes()
    unpacked = next(iter(DocBin().from_bytes(saved).get_docs(nlp.vocab)))
    # spaCy makes tuples of the lists.
    assert json.dumps(unpacked._.connote) == json.dumps(doc._.connote)
    nlp.to_disk(tmp_path / "pipeline")
    rebuilt = spacy.util.load_model_from_config(nlp.config).from_bytes(nlp.to_bytes())
    for loaded in (spacy.load(tmp_path / "pipeline"), rebuilt):
        assert loaded.pipe_names == ["connote"]
        assert loaded("The widget pusher left.")._.connote == doc._.connote


def test_settings_are_validated() -> None:
    for wrong in ({"lexicons": "house.tsv"}, {"langauge": "en"}):
        with pytest.raises(ConfigValidationError, match=next(iter(wrong))):
            pipeline(**wrong)


def test_in_a_pipeline_of_others() -> None:
    nlp = pipeline()
    nlp.add_pipe("sentencizer", first=True)
    nlp.rename_pipe("connote", "measures")
    context = [("a", TEXT), ("b", "The sun shone.")]
    docs = {name: doc for doc, name in nlp.pipe([(text, name) for name, text in context], as_tuples=True)}
    assert {name: doc._.connote["counts"]["words"] for name, doc in docs.items()} == {"a": 11, "b": 3}
    assert [len(list(doc.sents)) for doc in docs.values()] == [2, 1]
    with nlp.select_pipes(disable=["measures"]):
        assert nlp(TEXT)._.connote is None


def test_languages() -> None:
    doc = pipeline("de")("Die Sonne scheint. Alle freuen sich.")
    assert (doc._.connote["language"], doc._.connote["loaded"], len(doc.spans["connote"])) == ("de", None, 0)
    doc = pipeline("de", language="English")("The regime fell.")
    assert doc.spans["connote"][0].text == "regime"
    with pytest.raises(connote.errors.ConnoteError, match="xx"):
        pipeline("xx")


def test_spacy_knows_what_the_component_sets() -> None:
    analysis = pipeline().analyze_pipes()
    assert analysis is not None
    assert analysis["summary"]["connote"]["assigns"] == ["doc._.connote", "doc.spans"]


def test_examples_are_true() -> None:
    result = doctest.testmod(importlib.import_module("connote.spacy"))
    assert result.attempted > 4 and result.failed == 0
