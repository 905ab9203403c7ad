"""`connote.compat.textstat` has textstat's names and arguments; what its numbers share with textstat's is equal to them."""

import doctest
import importlib
import inspect
import itertools
import pickle
from collections.abc import Iterator

import pytest
import textstat as original

import connote
from connote.compat import textstat

compat = importlib.import_module("connote.compat.textstat")

NAMES = [name for name in dir(original.textstat) if not name.startswith("_") and callable(getattr(original.textstat, name))]

# Plain sentences: no abbreviation, no number, no mark that stands alone, none of fewer than three words.
TEXTS = [
    "The council will meet on Monday evening. Nobody knows what it wants to decide!",
    "It isn't a well-known place, and they've never been there. Does the old harbour still freeze in winter? It never did.",
    "A ferry crossed the quiet bay while children counted the gulls above its wake.",
]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    textstat.set_lang("en_US")
    textstat.set_rounding_points(None)
    textstat.set_rm_apostrophe(True)


@pytest.mark.parametrize("name", NAMES)
def test_names_and_arguments(name: str) -> None:
    theirs, ours = inspect.signature(getattr(original, name)), inspect.signature(getattr(textstat, name))
    shape = [(p.name, p.default, p.kind) for p in theirs.parameters.values()]
    assert [(p.name, p.default, p.kind) for p in ours.parameters.values()] == shape


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "name",
    [
        "char_count", "letter_count", "lexicon_count", "miniword_count", "long_word_count", "sentence_count", "lix", "rix",
        "words_per_sentence", "avg_letter_per_word", "avg_character_per_word", "avg_sentence_per_word", "mcalpine_eflaw",
        "reading_time", "gutierrez_polini",
    ],
)  # fmt: skip
def test_what_needs_no_syllables_is_equal_in_plain_texts(name: str, text: str) -> None:
    assert getattr(textstat, name)(text) == pytest.approx(getattr(original, name)(text), rel=1e-12)


@pytest.mark.parametrize("text", TEXTS)
def test_arguments_mean_the_same(text: str) -> None:
    for removepunct, contractions, hyphens in itertools.product((True, False), repeat=3):
        arguments = removepunct, contractions, hyphens
        assert textstat.lexicon_count(text, *arguments) == original.lexicon_count(text, *arguments), arguments
    for size in range(1, 9):
        assert textstat.miniword_count(text, size) == original.miniword_count(text, size)
        assert textstat.long_word_count(text, size) == original.long_word_count(text, size)
    assert textstat.char_count(text, False) == original.char_count(text, False) == len(text)
    assert textstat.reading_time(text, 20) == original.reading_time(text, 20)


def test_apostrophes() -> None:
    text = "It's 'so' – isn't it?"
    for rm_apostrophe in (True, False):
        textstat.set_rm_apostrophe(rm_apostrophe)
        original.set_rm_apostrophe(rm_apostrophe)
        assert textstat.remove_punctuation(text) == original.remove_punctuation(text)
    original.set_rm_apostrophe(True)


def test_formulas_of_the_language() -> None:
    text = "Die Sonne scheint heute. Alle Leute freuen sich sehr."
    textstat.set_lang("de_DE")
    original.set_lang("de_DE")
    try:
        for variant in (1, 2, 3, 4):
            expected = original.wiener_sachtextformel(text, variant)
            assert textstat.wiener_sachtextformel(text, variant) == pytest.approx(expected, rel=1e-12)
        assert textstat.flesch_reading_ease(text) == pytest.approx(original.flesch_reading_ease(text), rel=1e-12)
    finally:
        original.set_lang("en_US")
    assert textstat.gunning_fog(text) is None
    with pytest.raises(ValueError, match="variant: 5 where 1, 2, 3 or 4 belongs"):
        textstat.wiener_sachtextformel(text, 5)
    with pytest.raises(connote.errors.ConnoteError, match="tlh"):
        textstat.set_lang("tlh")
    assert textstat.flesch_reading_ease("Hoy es un lindo día") != textstat.fernandez_huerta("Hoy es un lindo día")


def test_formulas_by_hand() -> None:
    # 2 sentences, 9 words, 11 syllables.
    text = "The cat sat on the mat. It purred happily."
    assert textstat.flesch_reading_ease(text) == pytest.approx(206.835 - 1.015 * 9 / 2 - 84.6 * 11 / 9)
    assert textstat.avg_syllables_per_word(text, 100) == pytest.approx(1100 / 9)
    # No word is unfamiliar but "regime", 1 of 21: less than 5 %; with it alone more.
    seldom = "The regime fell. " + "The dog ran to the man. " * 3
    assert textstat.dale_chall_readability_score(seldom) == pytest.approx(0.1579 * 100 / 21 + 0.0496 * 21 / 4)
    assert textstat.dale_chall_readability_score_v2(seldom) == pytest.approx(0.1579 * 100 / 21 + 0.0496 * 21 / 4 + 3.6365)


def test_linsear_write_reads_the_first_hundred_words() -> None:
    text = "The dog ran to the man at once. " * 20 + "Responsibility necessitates organization. " * 20
    # 100 words are 12.5 sentences of 8: 13 of them, and no hard word.
    assert textstat.linsear_write_formula(text) == pytest.approx((100 / 13 - 2) / 2)
    assert textstat.linsear_write_formula(text, strict_upper=False) == pytest.approx(((160 + 3 * 60) / 40 - 2) / 2)
    assert textstat.linsear_write_formula("The dog ran.", strict_lower=True) is None
    assert textstat.linsear_write_formula("The dog ran.") == pytest.approx(0.5)


def test_difficult_words() -> None:
    text = "Regimes fell. The walking regime spoke, and the regime of Zanzibar fell."
    assert textstat.difficult_words_list(text) == ["regimes", "regime"]
    assert textstat.difficult_words_list(text, unique=False) == ["Regimes", "regime", "regime"]
    assert (textstat.difficult_words(text), textstat.difficult_words(text, 3)) == (2, 0)
    assert [textstat.is_difficult_word(word) for word in ("regime", "walking", "two words", "")] == [True] + [False] * 3
    assert [textstat.is_easy_word(word) for word in ("regime", "walking", "two words", "")] == [False, True, False, False]


def test_the_standard_is_the_median_of_the_grades() -> None:
    text = "The committee considered the proposal. " * 10
    grade = connote.analyze(text).readability.consensus_grade
    assert grade is not None and 1 < grade < 18
    assert textstat.text_standard(text, float_output=True) == grade
    assert textstat.text_standard(text) == f"{int(grade)}th and {int(grade) + 1}th grade"
    assert textstat.text_standard("The cat sat.") == "1st and 2nd grade"


def test_undefined_is_none() -> None:
    for name in NAMES:
        method = getattr(textstat, name)
        if inspect.signature(method).return_annotation in ("float | None", "float | str | None", "float | int | None"):
            arguments = [1] if name == "wiener_sachtextformel" else []
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("warnings.warn", lambda *_, **__: None)
                assert method("", *arguments) is None, name


def test_rounding() -> None:
    textstat.set_rounding_points(1)
    text = TEXTS[0]
    assert textstat.lix(text) == round(original.lix(text), 1)
    assert textstat.reading_time(text) == round(original.reading_time(text), 1)
    with pytest.warns(DeprecationWarning, match="set_rounding is deprecated"):
        textstat.set_rounding(False)
    assert textstat.lix(text) == pytest.approx(original.lix(text))
    assert isinstance(textstat.spache_readability(text, float_output=False), int)


def test_what_textstat_warns_of() -> None:
    deprecated: dict[str, list[object]] = {"avg_sentence_length": [], "letter_count": [True], "syllable_count": ["en_US"]}
    for name, arguments in deprecated.items():
        with pytest.warns(DeprecationWarning, match="deprecated in textstat"):
            getattr(textstat, name)("One.", *arguments)


def test_objects_of_the_class_have_settings_of_their_own() -> None:
    own = compat.textstatistics()
    own.set_lang("de")
    back = pickle.loads(pickle.dumps(own))
    text = "Die Sonne scheint."
    assert back.flesch_reading_ease(text) == own.flesch_reading_ease(text) != textstat.flesch_reading_ease(text)


def test_examples_are_true() -> None:
    result = doctest.testmod(compat)
    assert result.attempted > 2 and result.failed == 0
