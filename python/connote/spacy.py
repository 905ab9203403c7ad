"""A component of spaCy pipelines: importing this module gives them the factory `connote`. Needs spaCy 3.

>>> import spacy, connote.spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("connote")
>>> doc = nlp("The regime fell, and critics cheered.")
>>> doc._.connote["counts"]["words"], doc._.connote["loaded"]["hits"][0]["voice"]
(6, 'own')
>>> [(span.text, span.label_) for span in doc.spans["connote"]]
[('regime', 'contentious_label')]
"""

from spacy.language import Language
from spacy.tokens import Doc

import connote

__all__ = ["Component"]


class Component:
    """Sets `doc._.connote` to the report of the text, as `Report.to_dict` has it, and `doc.spans["connote"]` to its loaded
    words, labelled by their category. Both are plain data: they are saved with the document, and sent between processes.

    The factory's settings are `language` (code or English name; that of the pipeline, if it is not said) and `lexicons`
    (paths of lists of your own).

    Args:
        analyzer: Who reads.
    """

    def __init__(self, analyzer: connote.Analyzer) -> None:
        """The component."""
        self.analyzer = analyzer

    def __call__(self, doc: Doc) -> Doc:
        """Reads a document."""
        report = self.analyzer.analyze(doc.text)
        doc._.connote = report.to_dict()
        # A hit may end inside a token of spaCy's.
        hits = report.loaded.hits if report.loaded else ()
        spans = [doc.char_span(hit.start, hit.end, label=hit.category, alignment_mode="expand") for hit in hits]
        doc.spans["connote"] = [span for span in spans if span is not None]
        return doc


@Language.factory(
    "connote", default_config={"language": None, "lexicons": []}, assigns=["doc._.connote", "doc.spans"], retokenizes=False
)
def _factory(nlp: Language, name: str, language: str | None, lexicons: list[str]) -> Component:
    lists = [connote.Lexicon.from_path(path) for path in lexicons]
    return Component(connote.Analyzer(language=language or nlp.lang or "en", lexicons=lists))


Doc.set_extension("connote", default=None, force=True)
