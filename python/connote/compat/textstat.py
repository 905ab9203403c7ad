"""The names and arguments of textstat 0.7.13 by another import line: the formulas of the papers on connote's counts.

What differs from textstat's numbers, and why, is told in `docs/textstat.md`. A text without a word has no score: `None`,
where textstat says 0.0.

>>> from connote.compat import textstat
>>> round(textstat.flesch_reading_ease("The cat sat on the mat. It purred."), 3)
118.175
>>> round(textstat.wiener_sachtextformel("Die Sonne scheint. Alle Leute freuen sich.", 1), 3)
0.162
"""

import re
import warnings
from functools import lru_cache
from math import floor
from typing import Any

from connote._connote import Analyzer, Counts, Report, score_counts, syllables, words

__all__ = ["textstat", "textstatistics"]

ENDINGS_OF_CONTRACTIONS = "[tsd]|ve|ll|re"
FLESCH = {
    "de": "flesch_de_amstad",
    "es": "fernandez_huerta",
    "fr": "flesch_fr_kandel_moles",
    "hu": "flesch_hu",
    "it": "flesch_it_franchina_vacca",
    "nl": "flesch_nl_douma",
    "pt": "flesch_pt_martins",
    "ru": "flesch_ru_oborneva",
    "uk": "flesch_uk_partiko",
}
# Of so many words the linsear write formula is made.
SAMPLE = 100

# A report is remembered while other scores of its text are asked for.
_analyzer = lru_cache(maxsize=None)(lambda language: Analyzer(language=language))
_report = lru_cache(maxsize=128)(lambda text, language: _analyzer(language).analyze(text))


def read(text: str, language: str) -> Report:
    """The report of a text in a language."""
    report: Report = _report(text, language)
    return report


def deprecated(what: str) -> None:
    """The warning that textstat gives, too."""
    warnings.warn(f"{what} is deprecated in textstat, and goes with its version 0.8.0", DeprecationWarning, stacklevel=3)


class textstatistics:
    """textstat's class: its methods are also functions of this module, as there.

    Numbers are floats, or `None` where they are not defined: for a text without a word, or in a language without the
    word list that a formula needs.
    """

    text_encoding = "utf-8"

    def __init__(self) -> None:
        """English, without rounding."""
        self._language = "en"
        self._points: int | None = None
        self._rm_apostrophe = True

    def set_lang(self, lang: str) -> None:
        """The language of the texts, as a locale: `de_DE`.

        Raises:
            ConnoteError: Nothing is known of the language; textstat takes it for English.
        """
        language = re.split("[_-]", lang)[0]
        _analyzer(language)
        self._language = language

    def set_rounding_points(self, points: int | None) -> None:
        """How many decimals scores have; `None` is all."""
        self._points = points

    def set_rounding(self, rounding: bool, points: int | None = None) -> None:
        """Deprecated: see `set_rounding_points`."""
        deprecated("set_rounding")
        self._points = points if rounding else None

    def set_rm_apostrophe(self, rm_apostrophe: bool) -> None:
        """Whether `remove_punctuation` takes the apostrophes of contractions, too."""
        self._rm_apostrophe = rm_apostrophe

    def remove_punctuation(self, text: str) -> str:
        """The text without punctuation; see `set_rm_apostrophe`."""
        if self._rm_apostrophe:
            return re.sub(r"[^\w\s]", "", text)
        return re.sub(rf"[^\w\s']|'(?!{ENDINGS_OF_CONTRACTIONS})", "", text)

    # Counts

    def char_count(self, text: str, ignore_spaces: bool = True) -> int:
        """Characters, punctuation among them."""
        return sum(map(len, text.split())) if ignore_spaces else len(text)

    def letter_count(self, text: str, ignore_spaces: bool | None = None) -> int:
        """Letters of words."""
        if ignore_spaces is not None:
            deprecated("ignore_spaces")
        return self._counts(text).letters

    def lexicon_count(
        self, text: str, removepunct: bool = True, split_contractions: bool = False, split_hyphens: bool = False
    ) -> int:
        """Words; without `removepunct` everything that stands between white space."""
        if split_hyphens:
            text = text.replace("-", " ")
        if split_contractions:
            text = re.sub(f"['’](?={ENDINGS_OF_CONTRACTIONS})", " ", text)
        return self._counts(text).words if removepunct else len(text.split())

    def miniword_count(self, text: str, max_size: int = 3) -> int:
        """Words of so many letters or fewer, at least one."""
        return sum(1 <= letters(word.text) <= max_size for word in words(text))

    def long_word_count(self, text: str, threshold: int = 6) -> int:
        """Words of more letters than that."""
        return sum(letters(word.text) > threshold for word in words(text))

    def syllable_count(self, text: str, lang: str | None = None) -> int:
        """Syllables: as pronounced in English, else by the spelling of the language."""
        if lang:
            deprecated("lang")
        return self._counts(text).syllables

    def sentence_count(self, text: str) -> int:
        """Sentences that hold a word."""
        return self._counts(text).sentences

    def polysyllabcount(self, text: str) -> int:
        """Words of three syllables or more."""
        return self._counts(text).polysyllables

    def monosyllabcount(self, text: str) -> int:
        """Words of one syllable."""
        return self._counts(text).monosyllables

    def count_complex_arabic_words(self, text: str) -> int:
        """Arabic words of more than four syllables."""
        return self._counts(text, "ar").complex_words or 0

    def count_arabic_syllables(self, text: str) -> int:
        """Arabic syllables, long and stressed ones twice."""
        return self._counts(text, "ar").syllables

    def count_faseeh(self, text: str) -> int:
        """Hard Arabic words with a letter or ending of the formal language."""
        return self._counts(text, "ar").faseeh_words or 0

    def count_arabic_long_words(self, text: str) -> int:
        """Arabic words of more than five letters."""
        return self._counts(text, "ar").six_letter_words

    # Averages

    def avg_sentence_length(self, text: str) -> float | None:
        """Deprecated: see `words_per_sentence`."""
        deprecated("avg_sentence_length")
        return self.words_per_sentence(text)

    def words_per_sentence(self, text: str) -> float | None:
        """Words in a sentence."""
        counts = self._counts(text)
        return self._ratio(counts.words, counts.sentences)

    def avg_syllables_per_word(self, text: str, interval: int | None = None) -> float | None:
        """Syllables in a word, or in so many."""
        counts = self._counts(text)
        return self._ratio(counts.syllables * (1 if interval is None else interval), counts.words)

    def avg_character_per_word(self, text: str) -> float | None:
        """Characters in a word, punctuation among them."""
        return self._ratio(self.char_count(text), self._counts(text).words)

    def avg_letter_per_word(self, text: str) -> float | None:
        """Letters in a word."""
        counts = self._counts(text)
        return self._ratio(counts.letters, counts.words)

    def avg_sentence_per_word(self, text: str) -> float | None:
        """Sentences in a word."""
        counts = self._counts(text)
        return self._ratio(counts.sentences, counts.words)

    # Formulas

    def flesch_reading_ease(self, text: str) -> float | None:
        """Flesch's reading ease, in the version of the language: Amstad's for German and so on."""
        return self._score(text, FLESCH.get(self._language, "flesch_reading_ease"))

    def flesch_kincaid_grade(self, text: str) -> float | None:
        """The grade of Kincaid et al. (1975)."""
        return self._score(text, "flesch_kincaid_grade")

    def smog_index(self, text: str) -> float | None:
        """McLaughlin's SMOG (1969)."""
        return self._score(text, "smog_index")

    def coleman_liau_index(self, text: str) -> float | None:
        """Coleman and Liau's index (1975)."""
        return self._score(text, "coleman_liau_index")

    def automated_readability_index(self, text: str) -> float | None:
        """Smith and Senter's index (1967)."""
        return self._score(text, "automated_readability_index")

    def linsear_write_formula(self, text: str, strict_lower: bool = False, strict_upper: bool = True) -> float | None:
        """Linsear write of the first 100 words; of all without `strict_upper`. With `strict_lower` fewer have none."""
        found = words(text)
        if strict_lower and len(found) < SAMPLE:
            return None
        if strict_upper and len(found) > SAMPLE:
            text = text[: found[SAMPLE - 1].end]
        return self._score(text, "linsear_write")

    def gunning_fog(self, text: str) -> float | None:
        """Gunning's fog index (1952); Pisarek's for Polish."""
        return self._score(text, "fog_pl" if self._language == "pl" else "gunning_fog")

    def lix(self, text: str) -> float | None:
        """Björnsson's LIX (1968)."""
        return self._score(text, "lix")

    def rix(self, text: str) -> float | None:
        """Anderson's RIX (1983)."""
        return self._score(text, "rix")

    def dale_chall_readability_score(self, text: str) -> float | None:
        """Dale and Chall's score (1948), 3.6365 added only above 5 % of unfamiliar words."""
        return self._score(text, "dale_chall_adjusted")

    def dale_chall_readability_score_v2(self, text: str) -> float | None:
        """Dale and Chall's score as in 1948: 3.6365 is always added."""
        return self._score(text, "dale_chall_1948")

    def spache_readability(self, text: str, float_output: bool = True) -> float | int | None:
        """Spache's grade with the constants of 1953, as textstat has them; cut to a whole number without `float_output`."""
        grade = self._score(text, "spache_1953")
        return grade if float_output or grade is None else int(grade)

    def mcalpine_eflaw(self, text: str) -> float | None:
        """McAlpine's score for learners of English (2006)."""
        return self._score(text, "mcalpine_eflaw")

    def reading_time(self, text: str, ms_per_char: float = 14.69) -> float:
        """Seconds at so many milliseconds for a character (Demberg & Keller 2008)."""
        time = ms_per_char * self.char_count(text) / 1000
        return time if self._points is None else round(time, self._points)

    def text_standard(self, text: str, float_output: bool = False) -> float | str | None:
        """The grade of the text: the median of the formulas that estimate one, kept between 1 and 18."""
        grade = read(text, self._language).readability.consensus_grade
        if grade is None:
            return None
        grade = max(1.0, min(grade, 18.0))
        return self._rounded(grade) if float_output else f"{ordinal(floor(grade))} and {ordinal(floor(grade) + 1)} grade"

    # Formulas of one language, in which the text is read whatever `set_lang` said

    def fernandez_huerta(self, text: str) -> float | None:
        """Fernández Huerta's score for Spanish (1959)."""
        return self._score(text, "fernandez_huerta", "es")

    def szigriszt_pazos(self, text: str) -> float | None:
        """Szigriszt Pazos's score for Spanish (1993)."""
        return self._score(text, "szigriszt_pazos", "es")

    def gutierrez_polini(self, text: str) -> float | None:
        """Gutiérrez de Polini's score for Spanish (1972)."""
        return self._score(text, "gutierrez_polini", "es")

    def crawford(self, text: str) -> float | None:
        """Crawford's years of primary school for Spanish (1985)."""
        return self._score(text, "crawford", "es")

    def osman(self, text: str) -> float | None:
        """OSMAN for Arabic (El-Haj & Rayson 2016)."""
        return self._score(text, "osman", "ar")

    def gulpease_index(self, text: str) -> float | None:
        """Gulpease for Italian (Lucisano & Piemontese 1988)."""
        return self._score(text, "gulpease", "it")

    def wiener_sachtextformel(self, text: str, variant: int) -> float | None:
        """Bamberger and Vanecek's formula for German (1984), in one of four variants.

        Raises:
            ValueError: There is no such variant.
        """
        if variant not in (1, 2, 3, 4):
            raise ValueError(f"variant: {variant!r} where 1, 2, 3 or 4 belongs")
        return self._score(text, f"wiener_sachtext_{variant}", "de")

    # Difficult words

    def difficult_words(self, text: str, syllable_threshold: int = 2, unique: bool = True) -> int:
        """How many words of so many syllables are unfamiliar; each once, unless `unique` is false."""
        return len(self.difficult_words_list(text, syllable_threshold, unique))

    def difficult_words_list(self, text: str, syllable_threshold: int = 2, unique: bool = True) -> list[str]:
        """The words of so many syllables that are unfamiliar by the Dale-Chall list and its rules, in the order of the
        text; each once, in lower case, unless `unique` is false.
        """
        unfamiliar = [span.text for span in read(text, "en").counted("unfamiliar_words")]
        found = [word for word in unfamiliar if syllables(word) >= syllable_threshold]
        return list(dict.fromkeys(word.lower() for word in found)) if unique else found

    def is_difficult_word(self, word: str, syllable_threshold: int = 2) -> bool:
        """Whether it is one word, of so many syllables, and unfamiliar."""
        return len(word.split()) == 1 and self.difficult_words(word, syllable_threshold) == 1

    def is_easy_word(self, word: str, syllable_threshold: int = 2) -> bool:
        """Whether it is one word, and not difficult."""
        return len(word.split()) == 1 and not self.is_difficult_word(word, syllable_threshold)

    def _counts(self, text: str, language: str | None = None) -> Counts:
        return read(text, language or self._language).counts

    def _score(self, text: str, formula: str, language: str | None = None) -> float | None:
        return self._rounded(score_counts(formula, self._counts(text, language)))

    def _ratio(self, part: int, whole: int) -> float | None:
        return self._rounded(part / whole) if whole else None

    def _rounded(self, score: float | None) -> float | None:
        return score if score is None or self._points is None else round(score, self._points)


def letters(word: str) -> int:
    """Letters of a word."""
    return sum(map(str.isalpha, word))


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th."""
    ending = "th" if 11 <= number % 100 <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


textstat = textstatistics()


def __getattr__(name: str) -> Any:
    """The methods of `textstat`, as functions."""
    if name.startswith("_"):
        raise AttributeError(name)
    return getattr(textstat, name)
