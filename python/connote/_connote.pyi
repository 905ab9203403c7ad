"""The compiled module. Its docstrings are copied here from the sources by `python/stub_docs.py`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from os import PathLike
from typing import Any, Literal, Protocol, final

__all__ = [
    "Analyzer",
    "CategoryScore",
    "Collocation",
    "Column",
    "ComparedMeasure",
    "Comparison",
    "ConcordanceLine",
    "Counts",
    "DictionaryHit",
    "DictionaryScores",
    "Dispersion",
    "Distribution",
    "Diversity",
    "Formula",
    "Frequency",
    "FrequencyTable",
    "KeyWord",
    "Lexicon",
    "LexiconSource",
    "Loaded",
    "LoadedHit",
    "LoadedPart",
    "LoadedSentence",
    "LogOdds",
    "Measure",
    "PowerLaw",
    "Quotation",
    "Readability",
    "Report",
    "Scores",
    "Sentence",
    "SentenceDifficulty",
    "SentencePolarity",
    "SentimentHit",
    "Shifter",
    "SourceProfile",
    "SourceVerb",
    "Sentiment",
    "Span",
    "TableEntry",
    "TellingHit",
    "TellingSentence",
    "Vader",
    "VaderToken",
    "VoiceHits",
    "VoiceSentiment",
    "Word",
    "WordCount",
    "__version__",
    "analyze",
    "average_reduced_frequency",
    "collocation_measures",
    "collocation_scores",
    "collocations",
    "columns",
    "compare",
    "concordance",
    "dispersion",
    "diversity",
    "diversity_measures",
    "formulas",
    "heaps_law",
    "keyness",
    "keyness_measures",
    "keyness_scores",
    "lists",
    "log_odds",
    "polarity_scores",
    "run",
    "score",
    "score_counts",
    "score_file",
    "score_groups",
    "sentences",
    "syllables",
    "vader_tokens",
    "words",
    "zipf_law",
]

__version__: str

class _ArrowStream(Protocol):
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

class _ArrowArray(Protocol):
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...

_Texts = _ArrowStream | _ArrowArray | Iterable[str | None]
_Progress = bool | Callable[[int, int | None], object]

@final
class Span:
    """A piece of a text: code-point offsets, `end` exclusive."""
    def __new__(cls, start: int, end: int, text: str) -> Span: ...
    @property
    def start(self) -> int:
        """Offset of the first character."""
    @property
    def end(self) -> int:
        """One past the offset of the last character."""
    @property
    def text(self) -> str:
        """The piece itself, `report.text[start:end]`."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Span: ...
    def __deepcopy__(self, _memo: object) -> Span: ...

@final
class Word:
    """A word of a text."""
    def __new__(cls, start: int, end: int, text: str, kind: str) -> Word: ...
    @property
    def start(self) -> int:
        """Offset of the first character."""
    @property
    def end(self) -> int:
        """One past the offset of the last character."""
    @property
    def text(self) -> str:
        """The word as it stands in the text."""
    @property
    def kind(self) -> str:
        """`word`, `number`, `mention` (`@name`) or `hashtag`."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Word: ...
    def __deepcopy__(self, _memo: object) -> Word: ...

@final
class Sentence:
    """A sentence of a text, without the white space around it."""
    def __new__(cls, start: int, end: int, text: str, words: int, ends_paragraph: bool) -> Sentence: ...
    @property
    def start(self) -> int:
        """Offset of the first character."""
    @property
    def end(self) -> int:
        """One past the offset of the last character."""
    @property
    def text(self) -> str:
        """The sentence as it stands in the text."""
    @property
    def words(self) -> int:
        """Number of words, at least 1."""
    @property
    def ends_paragraph(self) -> bool:
        """Whether a paragraph ends with it."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Sentence: ...
    def __deepcopy__(self, _memo: object) -> Sentence: ...

@final
class Counts:
    """How much of everything a text has. Each count is a number of occurrences unless it says otherwise; a count that
    needs a word list is `None` in languages without that list.
    """
    def __new__(
        cls,
        words: int,
        types: int,
        sentences: int,
        paragraphs: int,
        units: int,
        blanks: int,
        non_space_characters: int,
        punctuation_marks: int,
        syllables: int,
        letters: int,
        characters: int,
        squared_letters: int,
        foreign_letters: int,
        monosyllables: int,
        multisyllables: int,
        polysyllables: int,
        ohayre_monosyllables: int | None,
        complex_words: int | None,
        mini_words: int,
        six_letter_words: int,
        long_words: int,
        unfamiliar_words: int | None,
        spache_unfamiliar_types: int | None,
        prepositions: int | None,
        conjunctions: int | None,
        pronouns: int | None,
        faseeh_words: int | None,
        harris_jacobson_words: int | None,
        uncommon_types: int | None,
        foreign_words: int | None,
        fragment_words: int,
        quoted_words: int,
    ) -> Counts: ...
    @property
    def words(self) -> int:
        """Words: tokens with a letter or digit, URLs and e-mail addresses not among them. Numbers joined by hyphens (52-48)
        are one word, as everything that stands between spaces is.
        """
    @property
    def types(self) -> int:
        """Distinct folded words; the parts of joined numbers each for themselves."""
    @property
    def sentences(self) -> int:
        """Sentences that hold a word; at least 1 when there is a word."""
    @property
    def paragraphs(self) -> int:
        """Paragraphs."""
    @property
    def units(self) -> int:
        """Units: stretches with a word that end at a sentence end, a colon, a semicolon or a dash (Wheeler & Smith 1954)."""
    @property
    def blanks(self) -> int:
        """Blanks between words: pairs of neighbouring words with white space between them (Danielson & Bryan 1963)."""
    @property
    def non_space_characters(self) -> int:
        """Characters that are not white space, punctuation among them."""
    @property
    def punctuation_marks(self) -> int:
        """Punctuation marks between words; a run of the same mark is one."""
    @property
    def syllables(self) -> int:
        """Pronounced syllables; in English numbers are counted as read aloud."""
    @property
    def letters(self) -> int:
        """Letters of words."""
    @property
    def characters(self) -> int:
        """Letters and digits of words."""
    @property
    def squared_letters(self) -> int:
        """Sum of the squares of the words' numbers of letters, for the variance of word length."""
    @property
    def foreign_letters(self) -> int:
        """Letters of another script than the language's."""
    @property
    def monosyllables(self) -> int:
        """Words of one syllable."""
    @property
    def multisyllables(self) -> int:
        """Words of two syllables or more."""
    @property
    def polysyllables(self) -> int:
        """Words of three syllables or more (McLaughlin 1969: no exclusions)."""
    @property
    def ohayre_monosyllables(self) -> int | None:
        """Words of one syllable but the, is, are, was and were (O'Hayre 1966)."""
    @property
    def complex_words(self) -> int | None:
        """Hard words. English: Gunning's (1952), three syllables or more, but no proper names, no combinations of short
        easy words, no verb forms that reach three by -ed or -es. Polish: four syllables or more, no proper names
        (Pisarek 1969). Arabic: more than four syllables (El-Haj & Rayson 2016).
        """
    @property
    def mini_words(self) -> int:
        """Words of three letters or fewer, at least one (McAlpine 2006)."""
    @property
    def six_letter_words(self) -> int:
        """Words of six letters or more (Raygor 1977)."""
    @property
    def long_words(self) -> int:
        """Words of more than six letters (Björnsson 1968)."""
    @property
    def unfamiliar_words(self) -> int | None:
        """Words that are unfamiliar by the Dale-Chall list and its inflection rules."""
    @property
    def spache_unfamiliar_types(self) -> int | None:
        """Distinct words that are unfamiliar by the revised Spache list; each counts once."""
    @property
    def prepositions(self) -> int | None:
        """Prepositions, by a list of words: a word of several classes is one whenever it occurs."""
    @property
    def conjunctions(self) -> int | None:
        """Conjunctions, by a list of words."""
    @property
    def pronouns(self) -> int | None:
        """Pronouns, by a list of words: personal, possessive, reflexive, indefinite and interrogative."""
    @property
    def faseeh_words(self) -> int | None:
        """Hard Arabic words with a letter or ending of the formal language (El-Haj & Rayson 2016)."""
    @property
    def harris_jacobson_words(self) -> int | None:
        """Words off the Harris-Jacobson list (1974), which is not freely licensed: never counted in a text."""
    @property
    def uncommon_types(self) -> int | None:
        """Distinct words off the list of 1,000 common German words of Bamberger and Vanecek (1984), which is not freely
        licensed: never counted in a text.
        """
    @property
    def foreign_words(self) -> int | None:
        """Foreign words in a German text, which no list tells: never counted in a text."""
    @property
    def fragment_words(self) -> int:
        """Words of sentences without an end mark: headings, list items, captions."""
    @property
    def quoted_words(self) -> int:
        """Words inside quotation marks around someone's words."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Counts: ...
    def __deepcopy__(self, _memo: object) -> Counts: ...

@final
class Diversity:
    """How varied the words of a text are; `None` where a measure is not defined for it."""
    def __new__(
        cls,
        ttr: float | None,
        hapax_per_token: float | None,
        hapax_per_type: float | None,
        mattr: float | None,
        mtld: float | None,
    ) -> Diversity: ...
    @property
    def ttr(self) -> float | None:
        """Type-token ratio, 0 to 1: distinct words over words (Johnson 1944; Templin 1957). Falls with length."""
    @property
    def hapax_per_token(self) -> float | None:
        """Words that occur once, over all words; 0 to 1."""
    @property
    def hapax_per_type(self) -> float | None:
        """Words that occur once, over distinct words; 0 to 1."""
    @property
    def mattr(self) -> float | None:
        """Moving-average type-token ratio over windows of 50 words (Covington & McFall 2010), 0 to 1."""
    @property
    def mtld(self) -> float | None:
        """Measure of textual lexical diversity (McCarthy & Jarvis 2010), in words: the mean length of a stretch
        whose type-token ratio stays at 0.72 or above.
        """
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Diversity: ...
    def __deepcopy__(self, _memo: object) -> Diversity: ...

@final
class WordCount:
    """A word with its count."""
    def __new__(cls, word: str, count: int, per_million: float) -> WordCount: ...
    @property
    def word(self) -> str:
        """The folded word: lower case, straight apostrophes."""
    @property
    def count(self) -> int:
        """Occurrences."""
    @property
    def per_million(self) -> float:
        """Occurrences in a million words of this text."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> WordCount: ...
    def __deepcopy__(self, _memo: object) -> WordCount: ...

@final
class SentencePolarity:
    """The sentiment of a sentence: as news, and the four numbers of VADER 3.3.2 (Hutto & Gilbert 2014)."""
    def __new__(
        cls,
        start: int,
        end: int,
        text: str,
        score: float,
        neg: float,
        neu: float,
        pos: float,
        compound: float,
    ) -> SentencePolarity: ...
    @property
    def start(self) -> int:
        """Offset of the first character."""
    @property
    def end(self) -> int:
        """One past the offset of the last character."""
    @property
    def text(self) -> str:
        """The sentence, without the white space around it."""
    @property
    def score(self) -> float:
        """Its sentiment as news, -1 to 1."""
    @property
    def neg(self) -> float:
        """Share of the negative, 0 to 1."""
    @property
    def neu(self) -> float:
        """Share of the neutral, 0 to 1."""
    @property
    def pos(self) -> float:
        """Share of the positive, 0 to 1."""
    @property
    def compound(self) -> float:
        """The sum of all valences, brought into -1 to 1."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> SentencePolarity: ...
    def __deepcopy__(self, _memo: object) -> SentencePolarity: ...

@final
class Shifter:
    """What shifts a word with feeling."""
    def __new__(
        cls,
        start: int,
        end: int,
        text: str,
        shift: str,
        factor: float,
    ) -> Shifter: ...
    @property
    def start(self) -> int:
        """Offset of the first character."""
    @property
    def end(self) -> int:
        """One past the offset of the last character."""
    @property
    def text(self) -> str:
        """The word or phrase as it stands in the text."""
    @property
    def shift(self) -> str:
        """`negator`, `booster`, `dampener`, `contrast` or `concession`."""
    @property
    def factor(self) -> float:
        """The factor on the value."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Shifter: ...
    def __deepcopy__(self, _memo: object) -> Shifter: ...

@final
class VoiceSentiment:
    """The feeling in the words of one voice, by the rules of news sentiment."""
    def __new__(
        cls,
        speaker: str | None,
        quoted: bool,
        words: int,
        hits: int,
        positive: float,
        negative: float,
    ) -> VoiceSentiment: ...
    @property
    def speaker(self) -> str | None:
        """The words that name the speaker, where they first do so; `None` of the writer, and of quotations that name
        nobody.
        """
    @property
    def quoted(self) -> bool:
        """Whether the words are quoted; the writer's own are not."""
    @property
    def words(self) -> int:
        """Words of the voice."""
    @property
    def hits(self) -> int:
        """Words and phrases with feeling among them."""
    @property
    def positive(self) -> float:
        """Sum of the values above 0; a word has about -4 to 4."""
    @property
    def negative(self) -> float:
        """Sum of the values below 0, itself 0 or less."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> VoiceSentiment: ...
    def __deepcopy__(self, _memo: object) -> VoiceSentiment: ...

@final
class SentimentHit:
    """A word or phrase with feeling, by the rules of news sentiment."""
    def __new__(
        cls,
        start: int,
        end: int,
        text: str,
        value: float,
        base: float,
        source: str,
        quoted: bool,
        shifters: list[Shifter],
    ) -> SentimentHit: ...
    @property
    def start(self) -> int:
        """Offset of the first character."""
    @property
    def end(self) -> int:
        """One past the offset of the last character."""
    @property
    def text(self) -> str:
        """The word or phrase as it stands in the text."""
    @property
    def value(self) -> float:
        """What it adds to its sentence: the base value times the factors of its shifters."""
    @property
    def base(self) -> float:
        """Its value by itself, about -4 to 4."""
    @property
    def source(self) -> str:
        """The list that has it: `news`, `vader`, `opinion` or `phrase`."""
    @property
    def quoted(self) -> bool:
        """Whether it stands in a direct or fragment quotation."""
    @property
    def shifters(self) -> list[Shifter]:
        """What shifts it."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> SentimentHit: ...
    def __deepcopy__(self, _memo: object) -> SentimentHit: ...

@final
class VaderToken:
    """A token as VADER 3.3.2 reads it, and what it adds to the sum."""
    def __new__(
        cls, start: int, end: int, text: str, listed: float | None, shifted: float, summed: float
    ) -> VaderToken: ...
    @property
    def start(self) -> int:
        """Offset of the first character; that of the emoji for the words of one."""
    @property
    def end(self) -> int:
        """One past the offset of the last character."""
    @property
    def text(self) -> str:
        """The token: a piece of the text without the punctuation that VADER strips, or a word that stands for an emoji."""
    @property
    def listed(self) -> float | None:
        """Its rating in the word list, -4 to 4; None if it is not listed."""
    @property
    def shifted(self) -> float:
        """The rating as capitals and the words around it shift it; 0 if it has none."""
    @property
    def summed(self) -> float:
        """The same after the first `but` of the text was heard: what is summed."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> VaderToken: ...
    def __deepcopy__(self, _memo: object) -> VaderToken: ...

@final
class Vader:
    """VADER 3.3.2 (Hutto & Gilbert 2014) with a word list of its own. `connote.compat.vader` makes these.

    Args:
        words: Ratings by word.
        emoji: The words that an emoji is read as.

    Raises:
        ConnoteError: A rating is not finite.
        TypeError: A word is no `str`, or a rating no number.
    """
    def __new__(cls, words: dict[str, float], emoji: dict[str, str]) -> Vader: ...
    @staticmethod
    def embedded_words() -> list[tuple[str, float]]:
        """The word list of the package, in its order. Of two entries for one word the later counts."""
    @staticmethod
    def embedded_emoji() -> list[tuple[str, str]]:
        """The emoji of the package, each with the words it is read as."""
    def polarity_scores(self, text: str) -> dict[str, float]:
        """The four numbers of a text: see `connote.polarity_scores`."""
    def tokens(self, text: str) -> list[VaderToken]:
        """Every token of a text: see `connote.vader_tokens`."""

@final
class VoiceHits:
    """Loaded hits of one kind, by voice, with their densities."""
    def __new__(
        cls,
        hits: int,
        own: int,
        headline: int,
        direct_quote: int,
        scare_quote: int,
        per_1000: float | None,
        quoted_per_1000: float | None,
    ) -> VoiceHits: ...
    @property
    def hits(self) -> int:
        """All of them."""
    @property
    def own(self) -> int:
        """Those in the writer's own words, in the body."""
    @property
    def headline(self) -> int:
        """Those in the writer's own words, in the headline."""
    @property
    def direct_quote(self) -> int:
        """Those in direct quotations."""
    @property
    def scare_quote(self) -> int:
        """Those inside marks that keep a distance."""
    @property
    def per_1000(self) -> float | None:
        """Hits that the writer answers for (`own`, `headline`, `scare_quote`) in a thousand of the writer's words; `None`
        without a word of the writer's.
        """
    @property
    def quoted_per_1000(self) -> float | None:
        """Hits in direct quotations in a thousand quoted words; `None` without a quoted word."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> VoiceHits: ...
    def __deepcopy__(self, _memo: object) -> VoiceHits: ...

@final
class LoadedPart:
    """The headline or the body: the writer's words in it, and what is loaded of them."""
    def __new__(
        cls,
        words: int,
        hits: int,
        per_1000: float | None,
    ) -> LoadedPart: ...
    @property
    def words(self) -> int:
        """Words that the writer answers for."""
    @property
    def hits(self) -> int:
        """Hits that the loaded density counts: of strength 2 or 3, no hedge, weasel, booster or reporting verb, in
        words that the writer answers for.
        """
    @property
    def per_1000(self) -> float | None:
        """Hits in a thousand of these words; `None` without a word."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> LoadedPart: ...
    def __deepcopy__(self, _memo: object) -> LoadedPart: ...

@final
class LoadedSentence:
    """How loaded the writer's words of a sentence are."""
    def __new__(
        cls,
        start: int,
        end: int,
        text: str,
        words: int,
        score: float | None,
    ) -> LoadedSentence: ...
    @property
    def start(self) -> int:
        """Offset of the first character."""
    @property
    def end(self) -> int:
        """One past the offset of the last character."""
    @property
    def text(self) -> str:
        """The sentence as it stands in the text."""
    @property
    def words(self) -> int:
        """Its words outside direct quotations."""
    @property
    def score(self) -> float | None:
        """Its score, 0 to 1; see `Loaded.score`. `None` without a word of the writer's."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> LoadedSentence: ...
    def __deepcopy__(self, _memo: object) -> LoadedSentence: ...

@final
class LoadedHit:
    """A loaded expression in the text."""
    def __new__(
        cls,
        start: int,
        end: int,
        text: str,
        term: str | None,
        category: str,
        strength: int,
        voice: str,
        speaker: str | None,
        in_headline: bool,
        negated: bool,
        mentioned: bool,
        reported: bool,
        neutral: str | None,
        note: str | None,
    ) -> LoadedHit: ...
    @property
    def start(self) -> int:
        """Offset of the first character."""
    @property
    def end(self) -> int:
        """One past the offset of the last character."""
    @property
    def text(self) -> str:
        """The expression as it stands in the text."""
    @property
    def term(self) -> str | None:
        """The listed term behind it, or the base form of the verb; `None` for quotation marks."""
    @property
    def category(self) -> str:
        """What kind of loaded wording it is: `contentious_label`, `emotive`, `weasel`, ..."""
    @property
    def strength(self) -> int:
        """1 mild, 2 clearly evaluative, 3 partisan, insulting or a verdict."""
    @property
    def voice(self) -> str:
        """Whose words it stands in: `own`, `headline`, `direct_quote` or `scare_quote`."""
    @property
    def speaker(self) -> str | None:
        """Whose words it is: the speaker of the quotation around it, or the source of a reporting verb."""
    @property
    def in_headline(self) -> bool:
        """Whether it stands in the headline, whatever the voice."""
    @property
    def negated(self) -> bool:
        """Whether a negation stands before it: "not a dictator"."""
    @property
    def mentioned(self) -> bool:
        """Whether it is talked about, not used: "dubbed a dictator"."""
    @property
    def reported(self) -> bool:
        """Whether it stands in the writer's words for what someone said: "officials said the regime fell"."""
    @property
    def neutral(self) -> str | None:
        """What a neutral writer would put, where there is such a word."""
    @property
    def note(self) -> str | None:
        """Why the term or the verb is listed; `None` for quotation marks."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> LoadedHit: ...
    def __deepcopy__(self, _memo: object) -> LoadedHit: ...

@final
class CategoryScore:
    """What a text has of one category of a dictionary.

    Of patterns of the category that overlap the longest counts, of equally long ones that which is nearer to the
    letter: a word as it is written before a wildcard, a long wildcard before a short. Categories do not hinder each
    other.
    """
    def __new__(
        cls,
        count: int,
        quoted: int,
        share: float | None,
        sum: float | None,
        mean: float | None,
    ) -> CategoryScore: ...
    @property
    def count(self) -> int:
        """Hits: words and phrases of the category."""
    @property
    def quoted(self) -> int:
        """Hits in direct quotations."""
    @property
    def share(self) -> float | None:
        """Hits in words of the text, 0 to 1; `None` without a word."""
    @property
    def sum(self) -> float | None:
        """Sum of the hits' weights; `None` if the category has no weights."""
    @property
    def mean(self) -> float | None:
        """Mean of the hits' weights; `None` without a hit that has one."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> CategoryScore: ...
    def __deepcopy__(self, _memo: object) -> CategoryScore: ...

@final
class DictionaryHit:
    """A word or phrase of a dictionary in the text."""
    def __new__(
        cls,
        start: int,
        end: int,
        text: str,
        category: str,
        weight: float | None,
        voice: str,
    ) -> DictionaryHit: ...
    @property
    def start(self) -> int:
        """Offset of the first character."""
    @property
    def end(self) -> int:
        """One past the offset of the last character."""
    @property
    def text(self) -> str:
        """The words as they stand in the text."""
    @property
    def category(self) -> str:
        """The category that lists them."""
    @property
    def weight(self) -> float | None:
        """Their weight, if they have one."""
    @property
    def voice(self) -> str:
        """Whose words they are: `own` or `direct_quote`."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> DictionaryHit: ...
    def __deepcopy__(self, _memo: object) -> DictionaryHit: ...

@final
class DictionaryScores:
    """What a text has of one dictionary: the score of every category, as items too.

    >>> import connote
    >>> moods = connote.Lexicon.from_dic("moods", "%\\n1\\tstorm\\n%\\nrag*\\t1\\n")
    >>> report = connote.Analyzer(lexicons=[moods], dictionary_hits=True).analyze("He raged: “The rage of the young!”")
    >>> scores = report.dictionaries["moods"]
    >>> scores["storm"].count, scores["storm"].quoted, scores["storm"].share
    (2, 1, 0.2857142857142857)
    >>> [(hit.text, hit.voice) for hit in scores.hits]
    [('raged', 'own'), ('rage', 'direct_quote')]
    """
    @property
    def name(self) -> str:
        """The name of the dictionary: that of its file, without folder and ending."""
    @property
    def categories(self) -> dict[str, CategoryScore]:
        """The score of every category, in the order of the file."""
    @property
    def hits(self) -> tuple[DictionaryHit, ...]:
        """Every hit, in the order of the text; empty unless the analyzer has `dictionary_hits=True`."""
    def __getitem__(self, category: str, /) -> CategoryScore:
        """Return self[key]."""
    def __eq__(self, other: object, /) -> bool: ...

@final
class Quotation:
    """A quotation with its marks, its source and its reporting verb.

    A quotation that goes on over several paragraphs is one per paragraph.
    """
    def __new__(
        cls,
        start: int,
        end: int,
        text: str,
        kind: str,
        outer: bool,
        continuation: bool,
        speaker: str | None,
        speaker_span: tuple[int, int] | None,
        speaker_mention: str | None,
        speaker_mention_span: tuple[int, int] | None,
        verb: str | None,
        verb_span: tuple[int, int] | None,
    ) -> Quotation: ...
    @property
    def start(self) -> int:
        """Offset of the opening mark."""
    @property
    def end(self) -> int:
        """One past the offset of the closing mark."""
    @property
    def text(self) -> str:
        """The quotation as it stands in the text, marks included."""
    @property
    def kind(self) -> str:
        """`direct` (a clause or more of someone's words), `fragment` (a few of them inside the writer's clause),
        `scare` (words that nobody is said to have spoken) or `name` (a title or code name).
        """
    @property
    def outer(self) -> bool:
        """Whether it lies in no other quotation."""
    @property
    def continuation(self) -> bool:
        """Whether it goes on with the quotation before, whose speaker and verb it shares."""
    @property
    def speaker(self) -> str | None:
        """The words that name the speaker best: the name in full at its first mention, or the mention itself."""
    @property
    def speaker_span(self) -> tuple[int, int] | None:
        """Where they stand: offsets of the first character and one past the last."""
    @property
    def speaker_mention(self) -> str | None:
        """The words beside the quotation that say who speaks: a surname, a title, a pronoun."""
    @property
    def speaker_mention_span(self) -> tuple[int, int] | None:
        """Where they stand."""
    @property
    def verb(self) -> str | None:
        """The base form of the reporting verb."""
    @property
    def verb_span(self) -> tuple[int, int] | None:
        """Where the verb stands."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Quotation: ...
    def __deepcopy__(self, _memo: object) -> Quotation: ...

@final
class SourceProfile:
    """A source of the text: what is quoted of it, and the verbs by which the writer reports its words."""
    def __new__(
        cls,
        name: str | None,
        name_span: tuple[int, int] | None,
        kind: str | None,
        named: bool,
        quotations: int,
        words: int,
        by_class: dict[str, int],
        verbs: list[SourceVerb],
    ) -> SourceProfile: ...
    @property
    def name(self) -> str | None:
        """The words that name it best, where they first stand: the name in full, or the words themselves. `None` for
        quotations that name nobody.
        """
    @property
    def name_span(self) -> tuple[int, int] | None:
        """Where they stand: offsets of the first character and one past the last."""
    @property
    def kind(self) -> str | None:
        """`name` (of a person, or of whatever else has a capital), `person` (people by what they are: an official, critics,
        the minister), `organization`, `document` or `pronoun` (of which the text does not say whom it means). `None` for
        quotations that name nobody.
        """
    @property
    def named(self) -> bool:
        """Whether it has a name. People without one are anonymous, or known by their office: an official, the minister."""
    @property
    def quotations(self) -> int:
        """Its direct and fragment quotations, each pair of marks."""
    @property
    def words(self) -> int:
        """The words in them."""
    @property
    def by_class(self) -> dict[str, int]:
        """Number of its reporting verbs by class: `neutral` (said), `factive` (noted, admitted), `doubt` (claimed),
        `strong` (insisted, warned), `stance_negative` (ranted) and `stance_positive` (praised).
        """
    @property
    def verbs(self) -> list[SourceVerb]:
        """The verbs and phrases by which the writer reports its words, quoted or not, in the order of their first use."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> SourceProfile: ...
    def __deepcopy__(self, _memo: object) -> SourceProfile: ...

@final
class SourceVerb:
    """A reporting verb or phrase of a source."""
    def __new__(
        cls,
        verb: str,
        verb_class: str,
        count: int,
    ) -> SourceVerb: ...
    @property
    def verb(self) -> str:
        """Base form: say, point out, according to."""
    @property
    def verb_class(self) -> str:
        """What it says of the words, as in `SourceProfile.by_class`; `neutral` where its context makes it plain (a study
        shows).
        """
    @property
    def count(self) -> int:
        """How often it stands there."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> SourceVerb: ...
    def __deepcopy__(self, _memo: object) -> SourceVerb: ...

@final
class LexiconSource:
    """Word data behind a number: which list, and which version of it."""
    def __new__(cls, name: str, sha256: str) -> LexiconSource: ...
    @property
    def name(self) -> str:
        """Name of the list, or the path it was read from."""
    @property
    def sha256(self) -> str:
        """SHA-256 of its content, in hexadecimal."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> LexiconSource: ...
    def __deepcopy__(self, _memo: object) -> LexiconSource: ...

@final
class Column:
    """A column of the table that `score` returns."""
    def __new__(cls, name: str, kind: str, unit: str, meaning: str) -> Column: ...
    @property
    def name(self) -> str:
        """Name, unique in the list."""
    @property
    def kind(self) -> str:
        """`count` (whole numbers from 0), `number` (null where the measure is not defined) or `list`."""
    @property
    def unit(self) -> str:
        """Unit of the values; of the items of a list."""
    @property
    def meaning(self) -> str:
        """What they mean, in one line; of a list where it stands in `Report.to_dict()`, and the fields of its items."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Column: ...
    def __deepcopy__(self, _memo: object) -> Column: ...

@final
class SentenceDifficulty:
    """A sentence and how hard it is."""
    def __new__(cls, start: int, end: int, text: str, words: int, difficulty: float) -> SentenceDifficulty: ...
    @property
    def start(self) -> int:
        """Offset of the first character."""
    @property
    def end(self) -> int:
        """One past the offset of the last character."""
    @property
    def text(self) -> str:
        """The sentence as it stands in the text."""
    @property
    def words(self) -> int:
        """Number of words."""
    @property
    def difficulty(self) -> float:
        """English: the Flesch-Kincaid grade (1975) of the sentence taken alone. Other languages: its LIX (Björnsson
        1968). Only good for comparing the sentences of one text.
        """
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> SentenceDifficulty: ...
    def __deepcopy__(self, _memo: object) -> SentenceDifficulty: ...

@final
class Formula:
    """A readability formula."""
    def __new__(
        cls,
        name: str,
        title: str,
        unit: str,
        source: str,
        definition: str,
        higher_is: str,
        languages: list[str],
        minimum_words: int,
        minimum_sentences: int,
        in_consensus: bool,
    ) -> Formula: ...
    @property
    def name(self) -> str:
        """Name in reports and columns, and of the function that computes it."""
    @property
    def title(self) -> str:
        """Name in print."""
    @property
    def unit(self) -> str:
        """Unit of the values: a grade, an ease from 0 to 100, a percentage or an index."""
    @property
    def source(self) -> str:
        """Author and year."""
    @property
    def definition(self) -> str:
        """The formula as written in its paper, in the names of `Counts`."""
    @property
    def higher_is(self) -> str:
        """What a higher number says: `harder` or `easier`."""
    @property
    def languages(self) -> list[str]:
        """Codes of the languages it was made for; empty where it does not depend on the language."""
    @property
    def minimum_words(self) -> int:
        """Fewer words than this and the value carries a caveat."""
    @property
    def minimum_sentences(self) -> int:
        """Fewer sentences than this and the value carries a caveat."""
    @property
    def in_consensus(self) -> bool:
        """Whether `consensus_grade` includes it."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Formula: ...
    def __deepcopy__(self, _memo: object) -> Formula: ...

@final
class Lexicon:
    """A list of words of your own, in one of two kinds that its fields tell apart.

    *Loaded terms* have the fields of the embedded ones: `term`, `form` (`fixed`, `noun`, `verb` or `adj`; fixed if it is
    not said), `category`, `strength` (1 to 3) and, if you like, `neutral`, `pair`, `side`, `note`. They add to the embedded
    terms and win over them; with the category `off` they take a term out, and what is inside it. A file is of this kind
    if it has a field `form` or `strength`. Hits are in `report.loaded`.

    *Dictionaries* have words in categories, with weights, or both: LIWC's `.dic`, quanteda's YAML, sentiment lists. Each
    has its counts in `report.dictionaries` and its columns in `score`.

    Entries of both kinds are words or phrases, whatever their case. `abandon*` stands for every word that begins so, `*`
    alone in a phrase for any word, `...` between two words for up to four. An entry of a dictionary that no words of a
    text can be, as an emoticon, is left out with a `UserWarning`.

    >>> import connote
    >>> house = connote.Lexicon.from_tsv("house", "spin doctor\\tnoun\\tname_calling\\t2\\tadviser\\t-\\t-\\ta jibe\\n")
    >>> moods = connote.Lexicon.from_json("moods", '{"calm": ["quiet", "at ease"], "storm": {"rag*": 2, "furious": 3}}')
    >>> report = connote.Analyzer(lexicons=[house, moods]).analyze("The spin doctors raged. All was quiet.")
    >>> report.loaded.hits[0].neutral
    'adviser'
    >>> report.dictionaries["moods"]["storm"].sum
    2.0
    """
    @staticmethod
    def from_path(path: str | PathLike[str]) -> Lexicon:
        """Reads a lexicon from a file in UTF-8, whose ending says the format: .tsv, .csv, .dicx, .json, .dic, .yaml, .yml.

        Raises:
            OSError: The file cannot be read.
            ConnoteError: It has another ending.
            LexiconError: It is not UTF-8, or an entry is wrong; the message names its place.
        """
    @staticmethod
    def check(path: str | PathLike[str]) -> list[str]:
        """Everything that is wrong with a file, in its order; an empty list if it is right.

        Raises:
            OSError: The file cannot be read.
            ConnoteError: It has another ending than those of `from_path`.
        """
    @staticmethod
    def from_tsv(name: str, content: str) -> Lexicon:
        """Reads a tab-separated lexicon; `# ` begins a comment line, `-` is an empty cell.

        The first line names the columns: those of loaded terms; or `term`, `category` and `weight`, or `term` and a column
        of weights for each category. Without such a line eight columns are those of loaded terms in their order, two are
        words and weights.

        Args:
            name: Stands in errors and in the provenance of reports; a dictionary is known by it in reports and columns.
            content: The text.

        Raises:
            LexiconError: An entry is wrong; the message names its place.

        >>> import connote
        >>> connote.Lexicon.from_tsv("afinn", "abandon\\t-2\\ngood\\t3\\n")
        Lexicon('afinn', entries=2)
        """
    @staticmethod
    def from_csv(name: str, content: str) -> Lexicon:
        """Reads a comma-separated lexicon, whose first line names the columns as in `from_tsv`; also LIWC-22's `.dicx`.

        Raises:
            LexiconError: An entry is wrong; the message names its place.

        >>> import connote
        >>> norms = connote.Lexicon.from_csv("norms", "word,valence,arousal\\nkind,1.5,0.2\\ncruel*,-2,0.9\\n")
        >>> norms.categories
        ('valence', 'arousal')
        """
    @staticmethod
    def from_json(name: str, content: str) -> Lexicon:
        """Reads a lexicon in JSON: a list of entries with the fields of a table, or categories with their words,
        `{"good": ["kind", "fair*"]}`, with weights, `{"good": {"kind": 1.5}}`, or in levels, which are joined with full
        stops.

        Raises:
            LexiconError: An entry is wrong; the message names its path, as in `$.good[2]`.
        """
    @staticmethod
    def from_dic(name: str, content: str) -> Lexicon:
        """Reads a dictionary in LIWC's format (`.dic`): between two lines of `%` the categories with their numbers, then the
        words with the numbers of theirs.

        Raises:
            LexiconError: An entry is wrong; the message names its line.

        >>> import connote
        >>> connote.Lexicon.from_dic("moods", "%\\n1\\tcalm\\n2\\tstorm\\n%\\nquiet*\\t1\\nrage\\t2\\n").categories
        ('calm', 'storm')
        """
    @staticmethod
    def from_yaml(name: str, content: str) -> Lexicon:
        """Reads a lexicon in YAML, in the forms of `from_json`; quanteda writes its dictionaries so.

        Raises:
            LexiconError: An entry is wrong; the message names its line.

        >>> import connote
        >>> connote.Lexicon.from_yaml("moods", "calm:\\n  deep: [quiet*, at ease]\\nstorm: rage\\n").categories
        ('calm.deep', 'storm')
        """
    @property
    def name(self) -> str:
        """The name that stands in errors and in the provenance of reports."""
    @property
    def label(self) -> str:
        """The name of a dictionary in reports and columns: that of its file, without folder and ending."""
    @property
    def is_dictionary(self) -> bool:
        """Whether it is a dictionary, not a list of loaded terms."""
    @property
    def categories(self) -> tuple[str, ...]:
        """The categories of a dictionary, in the order of the file."""
    def entries(self) -> list[tuple[str, str, float | None]]:
        """The entries of a dictionary as (pattern, category, weight), one for each category of a pattern."""
    @property
    def warnings(self) -> tuple[str, ...]:
        """What was left out when it was read, with the reason."""
    def merge(self, other: Lexicon) -> Lexicon:
        """Both lists as one, with the name of this; where both have an entry for the same words (and form, or category) that
        of `other` counts.

        Raises:
            ConnoteError: One is a dictionary, the other a list of loaded terms.

        >>> import connote
        >>> base = connote.Lexicon.from_json("base", '{"good": {"kind": 1, "fair": 1}}')
        >>> base.merge(connote.Lexicon.from_json("mine", '{"good": {"kind": 2}}')).entries()
        [('fair', 'good', 1.0), ('kind', 'good', 2.0)]
        """
    def without(self, *patterns: str) -> Lexicon:
        """The list without the entries for these words.

        Raises:
            ConnoteError: There is no such entry.

        >>> import connote
        >>> connote.Lexicon.from_json("base", '{"good": ["kind*", "fair"]}').without("kind*")
        Lexicon('base', entries=1)
        """
    def __len__(self) -> int:
        """Return len(self)."""
    def __eq__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Lexicon: ...
    def __deepcopy__(self, _memo: object) -> Lexicon: ...

@final
class Analyzer:
    """Reads texts. Has no setters; may be shared between threads, forked and pickled.

    Args:
        language: Code or English name of the language of the texts. In other languages than English there are counts,
            frequency, diversity and the language's own formulas; what needs an English list (sentiment, the embedded
            loaded terms, familiar words) is None.
        lexicons: Lists of your own. Loaded terms win over the embedded ones, and earlier lists over later; dictionaries
            stand side by side, in `report.dictionaries`.
        threads: How many threads `analyze_batch` and `score` use; `None` is all cores.
        dictionary_hits: Whether reports keep every hit of the dictionaries with its place.

    Raises:
        ConnoteError: The language is not known; the message lists those that are. Or two dictionaries, or two columns of
            theirs, have one name.
        ValueError: `threads` is 0 or less.
    """
    def __new__(
        cls,
        *,
        language: str = "en",
        lexicons: Sequence[Lexicon] | None = None,
        threads: int | None = None,
        dictionary_hits: bool = False,
    ) -> Analyzer: ...
    @property
    def language(self) -> str:
        """Code of the language of the texts."""
    @property
    def lexicons(self) -> tuple[Lexicon, ...]:
        """The lexicons that were given."""
    @property
    def threads(self) -> int | None:
        """How many threads were asked for; `None` is all cores."""
    @property
    def dictionary_hits(self) -> bool:
        """Whether reports keep every hit of the dictionaries."""
    def columns(self) -> list[Column]:
        """Every column that `score` can compute, in the order of its table: those of the language, then for each category
        of a dictionary its count and its share of the words, and where there are weights their sum and mean.

        >>> import connote
        >>> moods = connote.Lexicon.from_json("moods", '{"calm": ["quiet", "at ease"]}')
        >>> [column.name for column in connote.Analyzer(lexicons=[moods]).columns()[-2:]]
        ['moods_calm', 'moods_calm_share']
        """
    def explain(self, term: str) -> dict[str, Any]:
        """What the lexicons know of a word or phrase, whatever its case.

        Args:
            term: The word or phrase.

        Returns:
            `terms` (the loaded terms that it is a form of; the first counts), `off` (the lexicons that take it out),
            `longer` (longer terms that hold it), `guards` (names and plain expressions inside which it is not loaded),
            `verbs` (reporting verbs), `entries` (of dictionaries) and `words` (what other lists say of each word).

        Raises:
            TypeError: It is no `str`.
            ValueError: It holds a lone surrogate.

        >>> import connote
        >>> regime = connote.Analyzer().explain("regimes")
        >>> regime["terms"][0]["neutral"], regime["words"][0]["dale_chall"]
        ('government', False)
        """
    def analyze(self, text: str, title: str | None = None) -> Report:
        """Reads a text and measures it.

        Args:
            text: The text; any is legal, the empty one too.
            title: Its title, if it is kept apart. The text that is measured, `report.text`, is then the title, a blank
                line and the text, and the headline is the title.

        Raises:
            ConnoteError: The text has 4 GiB or more.
            MemoryError: It is large, and there is not the memory for it.
            TypeError: It is no `str`.
            ValueError: It holds a lone surrogate.

        >>> import connote
        >>> report = connote.Analyzer().analyze("Critics cheered.", title="Regime falls")
        >>> report.headline.text, report.counts.words
        ('Regime falls', 4)
        """
    def analyze_batch(self, texts: Iterable[str]) -> list[Report]:
        """Reads many texts in parallel. The reports are in input order and equal those of `analyze`.

        Ctrl-C stops between two texts.

        Args:
            texts: An iterable of `str`.

        Raises:
            ConnoteError: A text has 4 GiB or more.
            MemoryError: A text is large, and there is not the memory for it.
            TypeError: A cell is no `str`; the message names the row.
            ValueError: A text holds a lone surrogate; the message names the row.

        >>> import connote
        >>> [report.counts.words for report in connote.Analyzer().analyze_batch(["One.", "One two."])]
        [1, 2]
        """
    def score(
        self,
        texts: _Texts,
        *,
        titles: _Texts | None = None,
        columns: Sequence[str] | None = None,
        progress: _Progress | None = None,
    ) -> Scores:
        """Scores a column of texts in parallel: one row per text, in input order.

        Ctrl-C stops between two texts.

        Args:
            texts: Any Arrow column or table with one column of strings (polars, pandas, pyarrow, DuckDB, ...), or an
                iterable of `str` and `None`. A missing text is a row of nulls.
            titles: The titles of the texts, a column of as many rows, if they are kept apart: see `analyze`. A missing
                title is none.
            columns: Names from `Analyzer.columns` and `lists`, in the order wanted; `None` is all but lists.
            progress: `True` shows a bar on stderr (by tqdm, if it is installed). Or a function that is called now and
                then with the number of texts done and their total, which is `None` where it is not known.

        Raises:
            ConnoteError: A text has 4 GiB or more.
            MemoryError: A text is large, and there is not the memory for it.
            TypeError: A cell is neither `str` nor `None`; the message names the row. Or the column holds no strings.
            ValueError: A text holds a lone surrogate, there is no column of a name, or not one title for each text.

        >>> import connote
        >>> connote.Analyzer().score(["One two.", None], columns=["words", "sentences"]).to_pylist()
        [{'words': 2, 'sentences': 1}, {'words': None, 'sentences': None}]
        """
    def score_file(
        self,
        path: str | PathLike[str],
        output: str | PathLike[str],
        *,
        text: str = "text",
        title: str | None = None,
        ids: Sequence[str] | None = None,
        columns: Sequence[str] | None = None,
        on_error: Literal["stop", "skip"] = "stop",
        rejects: str | PathLike[str] | None = None,
        resume: bool = False,
        progress: _Progress | None = None,
    ) -> tuple[int, int]:
        """Scores a corpus into a file, as `connote score` does: in parallel and in little memory, one row per article, in the
        order of the input.

        The output takes its name when it is complete. Ctrl-C stops between two texts.

        Args:
            path: The corpus: .jsonl, .csv, .warc (each also .gz or .zst), .parquet, .txt, .html, a folder, a pattern.
            output: The table to write: .parquet, .jsonl or .csv (the last two also .gz or .zst).
            text: Field of the article's text.
            title: Field of the title, if it stands apart from the text.
            ids: Fields to pass through; `None` is `id`, where there is one, and the path (`file`) of .txt and .html.
            columns: Names from `Analyzer.columns` and `lists`, in the order wanted; `None` is all but lists, for which CSV
                has no place.
            on_error: `"stop"` raises at the first row or file that cannot be read; `"skip"` writes it to the rejects and goes
                on.
            rejects: Where skipped rows go, as they were, each below a line with its place and what is wrong; `None` is
                `output` with `.rejects` behind it.
            resume: Whether to go on where a call stopped that was to write the same table. The output is that of one call.
            progress: As for `score`.

        Returns:
            How many articles were scored, and how many rows and files were skipped.

        Raises:
            OSError: A file cannot be read or written.
            ConnoteError: A row or a field is wrong; the message names file and line. Or the unfinished table that is to be
                resumed is another one.
            ValueError: There is no column of a name, or `on_error` is neither word.

        >>> import connote, pathlib, tempfile
        >>> folder = pathlib.Path(tempfile.mkdtemp())
        >>> _ = (folder / "news.csv").write_text("id,text\\n7,The regime fell.\\n")
        >>> connote.score_file(folder / "news.csv", folder / "scores.csv", columns=["words", "sentences"])
        (1, 0)
        >>> (folder / "scores.csv").read_text()
        'id,words,sentences\\n7,3,1\\n'
        """
    def score_groups(
        self,
        path: str | PathLike[str],
        by: Sequence[str],
        *,
        text: str = "text",
        title: str | None = None,
        columns: Sequence[str] | None = None,
        on_error: Literal["stop", "skip"] = "stop",
        rejects: str | PathLike[str] | None = None,
        progress: _Progress | None = None,
    ) -> Scores:
        """Scores a corpus into a table of groups: one row for each outlet, year, author, in the order of their names.

        The columns are those that say the group, `texts` (how many there are), the sums of counts, and mean and standard
        deviation (`..._mean`, `..._sd`) of numbers over the texts for which they are defined. Memory grows with the number
        of groups, not of articles.

        Args:
            path: As for `score_file`.
            by: The fields that say the group.
            text: As for `score_file`.
            title: As for `score_file`.
            columns: Names from `Analyzer.columns`, in the order wanted; `None` is all.
            on_error: As for `score_file`.
            rejects: As for `score_file`; a path is needed where rows are skipped.
            progress: As for `score`.

        Raises:
            OSError: A file cannot be read.
            ConnoteError: A row or a field is wrong; the message names file and line.
            ValueError: There is no column of a name, no field to group by, or `on_error` is neither word.

        >>> import connote, pathlib, tempfile
        >>> news = pathlib.Path(tempfile.mkdtemp()) / "news.csv"
        >>> _ = news.write_text("outlet,text\\nPost,The regime fell.\\nEcho,Rain.\\nPost,It fell.\\n")
        >>> connote.score_groups(news, ["outlet"], columns=["words"]).to_pylist()
        [{'outlet': 'Echo', 'texts': 1, 'words': 1}, {'outlet': 'Post', 'texts': 2, 'words': 5}]
        """
    def __getnewargs_ex__(self) -> tuple[tuple[()], dict[str, Any]]: ...
    def __copy__(self) -> Analyzer: ...
    def __deepcopy__(self, _memo: object) -> Analyzer: ...

# `Any` stands for a `None` that English texts never give: they need no check for it.
@final
class Report:
    """Everything that is known of one text.

    Offsets are code points of `text`, `end` exclusive: `report.text[hit.start:hit.end] == hit.text`. Reports are
    equal when text, headline and word data are. A pickled report holds the text and the analyzer and is measured anew
    where it is loaded.
    """
    @property
    def text(self) -> str:
        """The text that was measured; with a title, the title, a blank line and the text."""
    @property
    def headline(self) -> Span | None:
        """The headline: the title that was given, or the first line if it reads like one."""
    @property
    def counts(self) -> Counts:
        """How much of everything there is."""
    @property
    def language(self) -> str:
        """Code of the language."""
    def counted(self, count: str) -> list[Span]:
        """Where the things stand that a count counted, in order: the words, of a count of distinct words the first of each,
        of a sum the words summed over. For a count of single characters there is nothing to show.

        Args:
            count: Its name, as in `counts`.

        Raises:
            KeyError: No count has this name.

        >>> import connote
        >>> report = connote.analyze("Her university created a policy.")
        >>> [span.text for span in report.counted("complex_words")]
        ['university', 'policy']
        """
    def hardest_sentences(self, n: int = 5) -> list[SentenceDifficulty]:
        """The hardest sentences, the hardest first; equal ones in the order of the text.

        Args:
            n: How many sentences at most.
        """
    @property
    def readability(self) -> Readability:
        """How hard it is to read."""
    @property
    def frequency(self) -> Frequency:
        """Which words it leans on."""
    @property
    def diversity(self) -> Diversity:
        """How varied they are."""
    @property
    def sentiment(self) -> Sentiment | Any:
        """How it feels; `None` in other languages than English, for which there is no lexicon."""
    @property
    def loaded(self) -> Loaded | Any:
        """Where its wording is loaded; in other languages than English `None`, unless the analyzer was given a lexicon."""
    @property
    def dictionaries(self) -> dict[str, DictionaryScores]:
        """What it has of each dictionary that the analyzer was given, by name."""
    def dictionary(self, name: str) -> DictionaryScores:
        """What it has of one dictionary, `dictionaries[name]`.

        Raises:
            KeyError: The analyzer was given no dictionary of this name.
        """
    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """Every quotation, in the order of the opening marks."""
    @property
    def sources(self) -> tuple[SourceProfile, ...]:
        """The sources of the text: what is quoted of each, and the verbs by which the writer reports its words. The one with
        most quoted words first.

        >>> import connote
        >>> text = "“We lost a lot,” Ann Poole said. Poole insisted that it was so. Officials claimed it was “a lie”."
        >>> [(source.name, source.named, source.words) for source in connote.analyze(text).sources]
        [('Ann Poole', True, 4), ('Officials', False, 2)]
        >>> [verb.verb for verb in connote.analyze(text).sources[0].verbs]
        ['say', 'insist']
        """
    @property
    def lexicons(self) -> tuple[LexiconSource, ...]:
        """The word data behind the numbers: name and SHA-256 of every lexicon."""
    def to_dict(self) -> dict[str, Any]:
        """The whole report as plain dicts, lists, strings and numbers: what `to_json` writes."""
    def to_json(self) -> str:
        """The whole report as JSON; the same text gives the same bytes."""
    def to_html(self) -> str:
        """The report as a self-contained HTML page, with the loaded words marked in the text."""
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Report: ...
    def __deepcopy__(self, _memo: object) -> Report: ...

@final
class Readability:
    """How hard a text is to read: the score of every formula, by name, as an attribute or an item.

    A score is `None` for a text without words. Nothing is rounded or clamped.
    """
    @property
    def flesch_reading_ease(self) -> float | None:
        """Flesch Reading Ease (Flesch 1948): 206.835 - 1.015 words/sentences - 84.6 syllables/words."""
    @property
    def flesch_kincaid_grade(self) -> float | None:
        """Flesch-Kincaid Grade Level (Kincaid, Fishburne, Rogers & Chissom 1975): 0.39 words/sentences + 11.8 syllables/words - 15.59."""
    @property
    def flesch_psk(self) -> float | None:
        """Flesch, recalculated (Powers, Sumner & Kearl 1958): 0.0778 words/sentences + 4.55 syllables/words - 2.2029."""
    @property
    def farr_jenkins_paterson(self) -> float | None:
        """Farr-Jenkins-Paterson (Farr, Jenkins & Paterson 1951): 1.599 (100 monosyllables/words) - 1.015 words/sentences - 31.517."""
    @property
    def farr_jenkins_paterson_psk(self) -> float | None:
        """Farr-Jenkins-Paterson, recalculated (Powers, Sumner & Kearl 1958): 8.4335 + 0.0923 words/sentences - 0.0648 (100 monosyllables/words)."""
    @property
    def gunning_fog(self) -> float | None:
        """Gunning Fog Index (Gunning 1952): 0.4 (words/sentences + 100 complex_words/words)."""
    @property
    def gunning_fog_psk(self) -> float | None:
        """Gunning Fog Index, recalculated (Powers, Sumner & Kearl 1958): 3.0680 + 0.0877 words/sentences + 0.0984 (100 complex_words/words)."""
    @property
    def fog_count_nri(self) -> float | None:
        """Fog Count, Navy (Kincaid, Fishburne, Rogers & Chissom 1975): ((words + 2 polysyllables)/sentences - 3)/2."""
    @property
    def smog_index(self) -> float | None:
        """SMOG Grade (McLaughlin 1969, equation D): 1.0430 sqrt(30 polysyllables/sentences) + 3.1291."""
    @property
    def smog_c(self) -> float | None:
        """SMOG, equation C (McLaughlin 1969): 0.9986 sqrt(30 polysyllables/sentences + 5) + 2.8795."""
    @property
    def smog_simple(self) -> float | None:
        """SMOG by hand (McLaughlin 1969): 3 + sqrt(30 polysyllables/sentences)."""
    @property
    def forcast(self) -> float | None:
        """FORCAST (Caylor, Sticht, Fox & Ford 1973): 20 - (150 monosyllables/words)/10."""
    @property
    def forcast_rgl(self) -> float | None:
        """FORCAST Reading Grade Level, unrounded (Caylor, Sticht, Fox & Ford 1973): 20.43 - 0.11 (150 monosyllables/words)."""
    @property
    def linsear_write(self) -> float | None:
        """Linsear Write (modern convention, no primary paper): x = (words + 2 polysyllables)/sentences; x/2 above 20, else (x - 2)/2."""
    @property
    def lensear_write_ohayre(self) -> float | None:
        """Lensear Write (O'Hayre 1966; 70 to 80 is good for the average adult): 100 (ohayre_monosyllables + 3 sentences)/words."""
    @property
    def elf(self) -> float | None:
        """Easy Listening Formula (Fang 1966; each syllable above one per word counts; below 12 is easy to listen to): (syllables - words)/sentences."""
    @property
    def wheeler_smith(self) -> float | None:
        """Wheeler-Smith Index (Wheeler & Smith 1954; made for the first four grades): 10 multisyllables/units."""
    @property
    def strain(self) -> float | None:
        """Strain Index (Solomon (Nirmaldasan) 2007): 3 syllables/(10 sentences)."""
    @property
    def coleman_1(self) -> float | None:
        """Coleman, formula 1 (Coleman 1971; Liau, Bassin, Martin & Coleman 1976): 1.29 m - 38.45, m = 100 monosyllables/words."""
    @property
    def coleman_2(self) -> float | None:
        """Coleman, formula 2 (Coleman 1971; Liau, Bassin, Martin & Coleman 1976): 1.16 m + 1.48 s - 37.95, s = 100 sentences/words."""
    @property
    def coleman_3(self) -> float | None:
        """Coleman, formula 3 (Coleman 1971; Liau, Bassin, Martin & Coleman 1976): 1.07 m + 1.18 s + 0.76 p - 34.02, p = 100 pronouns/words."""
    @property
    def coleman_4(self) -> float | None:
        """Coleman, formula 4 (Coleman 1971; Liau, Bassin, Martin & Coleman 1976): 1.04 m + 1.06 s + 0.56 p - 0.36 q - 26.01, q = 100 prepositions/words."""
    @property
    def fucks(self) -> float | None:
        """Fucks's style characteristic (Fucks 1955; its square root is a grade): (syllables/words) (words/sentences)."""
    @property
    def tuldava(self) -> float | None:
        """Tuldava's text difficulty (Tuldava 1975): (syllables/words) ln(words/sentences)."""
    @property
    def mean_sentence_length(self) -> float | None:
        """Mean sentence length (words per sentence): words/sentences."""
    @property
    def mean_word_syllables(self) -> float | None:
        """Mean word length in syllables (syllables per word): syllables/words."""
    @property
    def automated_readability_index(self) -> float | None:
        """Automated Readability Index (Smith & Senter 1967): 4.71 characters/words + 0.5 words/sentences - 21.43."""
    @property
    def ari_simple(self) -> float | None:
        """Automated Readability Index, simplified (Smith & Senter 1967): words/sentences + 9 characters/words."""
    @property
    def ari_nri(self) -> float | None:
        """Automated Readability Index, Navy (Kincaid, Fishburne, Rogers & Chissom 1975): 0.4 words/sentences + 6 characters/words - 27.4."""
    @property
    def ari_nri_exact(self) -> float | None:
        """Automated Readability Index, Navy, unrounded (Kincaid, Fishburne, Rogers & Chissom 1975): 0.37 words/sentences + 5.84 characters/words - 26.01."""
    @property
    def coleman_liau_index(self) -> float | None:
        """Coleman-Liau Index (Coleman & Liau 1975, rounded): 0.0588 (100 letters/words) - 0.296 (100 sentences/words) - 15.8."""
    @property
    def coleman_liau_ecp(self) -> float | None:
        """Coleman-Liau estimated cloze percentage (Coleman & Liau 1975): 141.8401 - 0.214590 (100 letters/words) + 1.079812 (100 sentences/words)."""
    @property
    def coleman_liau_grade(self) -> float | None:
        """Coleman-Liau grade, unrounded (Coleman & Liau 1975): 23.06395 - 27.4004 coleman_liau_ecp/100."""
    @property
    def lix(self) -> float | None:
        """LIX (Björnsson 1968): words/sentences + 100 long_words/words."""
    @property
    def rix(self) -> float | None:
        """RIX (Anderson 1983): long_words/sentences."""
    @property
    def mcalpine_eflaw(self) -> float | None:
        """EFLAW (McAlpine 2006): (words + mini_words)/sentences."""
    @property
    def danielson_bryan_1(self) -> float | None:
        """Danielson-Bryan, formula 1 (Danielson & Bryan 1963): 1.0364 characters/blanks + 0.0194 characters/sentences - 0.6059."""
    @property
    def danielson_bryan_2(self) -> float | None:
        """Danielson-Bryan, formula 2 (Danielson & Bryan 1963): 131.059 - 10.364 characters/blanks - 0.194 characters/sentences."""
    @property
    def devereux(self) -> float | None:
        """Devereux Readability Index (Smith 1961): 1.56 characters/words + 0.19 words/sentences - 6.49."""
    @property
    def mean_word_letters(self) -> float | None:
        """Mean word length in letters (letters per word): letters/words."""
    @property
    def reading_time_seconds(self) -> float | None:
        """Reading time (Demberg & Keller 2008: 14.69 milliseconds a character, white space not counted): 0.01469 non_space_characters."""
    @property
    def dale_chall_1948(self) -> float | None:
        """Dale-Chall (Dale & Chall 1948; over the list of 1995): 0.1579 (100 unfamiliar_words/words) + 0.0496 words/sentences + 3.6365."""
    @property
    def dale_chall_adjusted(self) -> float | None:
        """Dale-Chall, adjusted (later convention): dale_chall_1948, with 3.6365 only when more than 5 % of the words are unfamiliar."""
    @property
    def dale_chall_psk(self) -> float | None:
        """Dale-Chall, recalculated (Powers, Sumner & Kearl 1958): 3.2672 + 0.1155 (100 unfamiliar_words/words) + 0.0596 words/sentences."""
    @property
    def dale_chall_1995_cloze(self) -> float | None:
        """New Dale-Chall (Chall & Dale 1995): 64 - 0.95 (100 unfamiliar_words/words) - 0.69 words/sentences."""
    @property
    def spache_1953(self) -> float | None:
        """Spache (Spache 1953; over the revised list, as Dale's list of 769 words is not freely licensed): 0.141 words/sentences + 0.086 (100 spache_unfamiliar_types/words) + 0.839."""
    @property
    def spache_1974(self) -> float | None:
        """Spache, revised (Spache 1974; made for the first three grades): 0.121 words/sentences + 0.082 (100 spache_unfamiliar_types/words) + 0.659."""
    @property
    def bormuth_mean_cloze(self) -> float | None:
        """Bormuth mean cloze (Bormuth 1969): 0.886593 - 0.083640 letters/words + 0.161911 f^3 - 0.021401 l + 0.000577 l^2 - 0.000005 l^3, l = words/sentences, f = (words - unfamiliar_words)/words."""
    @property
    def bormuth_grade_placement(self) -> float | None:
        """Bormuth grade placement (Bormuth 1969; turns wildly at extreme sentence lengths): 4.275 + 12.881 M - 34.934 M^2 + 20.388 M^3 + 26.194 k - 2.046 k^2 - 11.767 k^3 - 44.285 Mk + 97.620 (Mk)^2 - 59.538 (Mk)^3, M = bormuth_mean_cloze, k = 0.35."""
    @property
    def drp(self) -> float | None:
        """Degrees of Reading Power (College Entrance Examination Board 1981): 100 (1 - bormuth_mean_cloze)."""
    @property
    def lorge(self) -> float | None:
        """Lorge Readability Index (Lorge 1944; over the revised Spache list, as Dale's list of 769 words is not freely licensed): 0.07 words/sentences + 0.1301 (100 prepositions/words) + 0.1073 (100 spache_unfamiliar_types/words) + 1.6126."""
    @property
    def lorge_corrected(self) -> float | None:
        """Lorge Readability Index, corrected (Lorge 1948; over the revised Spache list, as Dale's list of 769 words is not freely licensed): 0.06 words/sentences + 0.10 (100 prepositions/words) + 0.10 (100 spache_unfamiliar_types/words) + 1.99."""
    @property
    def harris_jacobson_1(self) -> float | None:
        """Harris-Jacobson, formula 1 (Harris & Jacobson 1974; from given counts only, as their list is not freely licensed): 0.094 v + 0.168 words/sentences + 0.502, v = 100 harris_jacobson_words/words."""
    @property
    def harris_jacobson_2(self) -> float | None:
        """Harris-Jacobson, formula 2 (Harris & Jacobson 1974; from given counts only, as their list is not freely licensed): 0.140 v + 0.153 words/sentences + 0.560."""
    @property
    def harris_jacobson_3(self) -> float | None:
        """Harris-Jacobson, formula 3 (Harris & Jacobson 1974): 0.158 words/sentences + 0.055 w + 0.355, w = 100 six_letter_words/words."""
    @property
    def harris_jacobson_4(self) -> float | None:
        """Harris-Jacobson, formula 4 (Harris & Jacobson 1974; from given counts only, as their list is not freely licensed): 0.070 v + 0.125 words/sentences + 0.037 w + 0.497."""
    @property
    def harris_jacobson_5(self) -> float | None:
        """Harris-Jacobson, formula 5 (Harris & Jacobson 1974; from given counts only, as their list is not freely licensed): 0.118 v + 0.134 words/sentences + 0.032 w + 0.424."""
    @property
    def flesch_de_amstad(self) -> float | None:
        """Flesch-Amstad (Amstad 1978): 180 - words/sentences - 58.5 syllables/words."""
    @property
    def wiener_sachtext_1(self) -> float | None:
        """Neue Wiener Sachtextformel 1 (Bamberger & Vanecek 1984): 0.1935 m + 0.1672 words/sentences + 0.1297 l - 0.0327 e - 0.875, m = 100 polysyllables/words, l = 100 long_words/words, e = 100 monosyllables/words."""
    @property
    def wiener_sachtext_2(self) -> float | None:
        """Neue Wiener Sachtextformel 2 (Bamberger & Vanecek 1984): 0.2007 m + 0.1682 words/sentences + 0.1373 l - 2.779."""
    @property
    def wiener_sachtext_3(self) -> float | None:
        """Neue Wiener Sachtextformel 3 (Bamberger & Vanecek 1984): 0.2963 m + 0.1905 words/sentences - 1.1144."""
    @property
    def wiener_sachtext_4(self) -> float | None:
        """Neue Wiener Sachtextformel 4 (Bamberger & Vanecek 1984): 0.2744 m + 0.2656 words/sentences - 1.693."""
    @property
    def wiener_literatur_1(self) -> float | None:
        """Neue Wiener Literaturformel 1 (Bamberger & Vanecek 1984): 0.2032 u - 0.1715 s + 0.1594 m - 0.0746 words/sentences - 0.145, u = 100 uncommon_types/types, s = 100 sentences/words; from given counts only."""
    @property
    def wiener_literatur_2(self) -> float | None:
        """Neue Wiener Literaturformel 2 (Bamberger & Vanecek 1984): 0.2081 u - 0.207 s + 0.1772 m + 0.7498; from given counts only."""
    @property
    def wiener_literatur_3(self) -> float | None:
        """Neue Wiener Literaturformel 3 (Bamberger & Vanecek 1984): 0.2373 m + 0.2433 words/sentences + 0.1508 l - 3.9203."""
    @property
    def smog_de(self) -> float | None:
        """SMOG, German (Bamberger & Vanecek 1984): sqrt(30 polysyllables/sentences) - 2."""
    @property
    def dickes_steiwer(self) -> float | None:
        """Dickes-Steiwer (Dickes & Steiwer 1977): 235.95993 - 73.021 ln(letters/words + 1) - 12.56438 ln(words/sentences + 1) - 50.03293 types/words."""
    @property
    def traenkle_bailer_1(self) -> float | None:
        """Tränkle-Bailer 1 (Tränkle & Bailer 1984): 224.6814 - 79.8304 ln(letters/words + 1) - 12.24032 ln(words/sentences + 1) - 1.292857 (100 prepositions/words)."""
    @property
    def traenkle_bailer_2(self) -> float | None:
        """Tränkle-Bailer 2 (Tränkle & Bailer 1984): 234.1063 - 96.11069 ln(letters/words + 1) - 2.05444 (100 prepositions/words) - 1.02805 (100 conjunctions/words)."""
    @property
    def tri_kuntzsch(self) -> float | None:
        """Text-Redundanz-Index (Kuntzsch 1981, for samples of about 100 words; from given counts only): 0.449 monosyllables - 2.467 punctuation_marks - 0.937 foreign_words - 14.417."""
    @property
    def flesch_fr_kandel_moles(self) -> float | None:
        """Flesch, French (Kandel & Moles 1958): 207 - 1.015 words/sentences - 73.6 syllables/words."""
    @property
    def flesch_it_franchina_vacca(self) -> float | None:
        """Flesch-Vacca (Franchina & Vacca 1986): 217 - 1.3 words/sentences - 60 syllables/words."""
    @property
    def gulpease(self) -> float | None:
        """Gulpease (Lucisano & Piemontese 1988): 89 + (300 sentences - 10 letters)/words."""
    @property
    def flesch_nl_douma(self) -> float | None:
        """Flesch-Douma (Douma 1960): 206.84 - 0.93 words/sentences - 77 syllables/words."""
    @property
    def flesch_nl_brouwer(self) -> float | None:
        """Leesindex A (Brouwer 1963): 195 - 2 words/sentences - (200/3) syllables/words."""
    @property
    def flesch_ru_oborneva(self) -> float | None:
        """Flesch, Russian (Oborneva 2006): 206.835 - 1.3 words/sentences - 60.1 syllables/words."""
    @property
    def flesch_uk_partiko(self) -> float | None:
        """Flesch, Ukrainian (Partiko 2001): 206.84 - 5.93 words/sentences - 28.3 syllables/words."""
    @property
    def flesch_hu(self) -> float | None:
        """Flesch, Hungarian (textstat 0.7; no primary paper is known): 206.835 - 1.015 words/sentences - 58.5 syllables/words."""
    @property
    def flesch_pt_martins(self) -> float | None:
        """Flesch, Portuguese (Martins, Ghiraldelo, Nunes & Oliveira 1996): 248.835 - 1.015 words/sentences - 84.6 syllables/words."""
    @property
    def fog_pl(self) -> float | None:
        """Fog index, Polish (Pisarek 1969; hard words by the forms of the text, not by base forms): sqrt((words/sentences)^2 + (100 complex_words/words)^2)/2."""
    @property
    def fernandez_huerta(self) -> float | None:
        """Fernández Huerta (Fernández Huerta 1959): 206.84 - 1.02 words/sentences - 60 syllables/words."""
    @property
    def szigriszt_pazos(self) -> float | None:
        """Szigriszt-Pazos (INFLESZ) (Szigriszt Pazos 1993; levels of Barrio Cantalejo 2008): 206.835 - words/sentences - 62.3 syllables/words."""
    @property
    def gutierrez_polini(self) -> float | None:
        """Gutiérrez de Polini (Gutiérrez de Polini 1972): 95.2 - 9.7 letters/words - 0.35 words/sentences."""
    @property
    def crawford(self) -> float | None:
        """Crawford (Crawford 1985; made for the six years of primary school): 0.049 (100 syllables/words) - 0.205 (100 sentences/words) - 3.407."""
    @property
    def legibilidad_mu(self) -> float | None:
        """Legibilidad µ (Muñoz Baquedano 2006): 100 (words/(words - 1)) (mean/variance) of the letters per word."""
    @property
    def al_heeti_1(self) -> float | None:
        """Al-Heeti, policy one (Al-Heeti 1984): 4.41434307 letters/words - 13.46873475."""
    @property
    def al_heeti_2(self) -> float | None:
        """Al-Heeti, policy two (Al-Heeti 1984): 0.97569509 letters/words + 0.37237998 words/sentences - 0.90451827 words/types - 1.06000414."""
    @property
    def aari(self) -> float | None:
        """Automatic Arabic Readability Index (Al-Tamimi, Jaradat, Al-Jarrah & Ghanem 2013; grows with the length of the text): 3.28 characters + 1.43 characters/words + 1.24 words/sentences."""
    @property
    def dawood(self) -> float | None:
        """Dawood (Dawood 1977): 5.5543 words/types - 0.0533 letters/words - 0.2066 words/sentences - 1.0801."""
    @property
    def osman(self) -> float | None:
        """OSMAN (El-Haj & Rayson 2016): 200.791 - 1.015 words/sentences - 24.181 (six_letter_words + syllables + complex_words + faseeh_words)/words."""
    @property
    def consensus_grade(self) -> float | None:
        """Median of the formulas that estimate a school grade; `None` for a text without words."""
    @property
    def consensus(self) -> dict[str, Any] | None:
        """The lowest and the highest of the grades whose median `consensus_grade` is, and the formulas they come from;
        `None` for a text without words.
        """
    @property
    def fry_graph(self) -> str | None:
        """The area on Fry's graph (1968, 1977): a grade from 1 to 16, `beyond`, `long_sentences` or `long_words`; `None` for
        a text without words and in other languages than English.
        """
    @property
    def raygor_graph(self) -> str | None:
        """The area on Raygor's graph (1977): a grade from 3 to 13, `beyond`, `long_sentences` or `long_words`; `None` for a
        text without words and in other languages than English.
        """
    @property
    def text_caveats(self) -> list[str]:
        """What speaks against every score of the text: `no_text`, `few_words` (fewer than 100), `other_script` (more than 5 %
        of the letters) or `mostly_fragments` (headings and list items).
        """
    @property
    def caveats(self) -> dict[str, str]:
        """The formulas whose score is missing or should not be trusted, each with the reason: `no_text` (there is no word),
        `no_word_list` (the formula counts words off a list that is not freely licensed), `undefined` (the text is too
        short) or `sample_too_small` (fewer sentences or words than the formula's author asks for).
        """
    def keys(self) -> list[str]:
        """The names of the formulas of the language."""
    def to_dict(self) -> dict[str, float | None]:
        """The scores by formula."""
    def __getitem__(self, name: str, /) -> float | None:
        """Return self[key]."""
    def __iter__(self) -> Iterator[str]:
        """Implement iter(self)."""
    def __len__(self) -> int:
        """Return len(self)."""
    def __contains__(self, name: str, /) -> bool:
        """Return key in self."""
    def __eq__(self, other: object, /) -> bool: ...

@final
class Frequency:
    """Which words a text leans on: every folded word with its count, the most frequent first."""
    @property
    def tokens(self) -> int:
        """Number of words."""
    @property
    def types(self) -> int:
        """Number of distinct folded words."""
    @property
    def hapaxes(self) -> int:
        """Number of words that occur once."""
    def top(self, n: int = 20, *, stop_words: bool = False) -> list[WordCount]:
        """The most frequent words; equal counts in code-point order.

        Args:
            n: How many words at most.
            stop_words: Whether function words (the, of, and) are among them.
        """
    def count(self, word: str) -> int:
        """How often a word occurs; case and the form of apostrophes do not matter."""
    def to_dict(self) -> dict[str, int]:
        """The counts by word, the most frequent first."""
    def __eq__(self, other: object, /) -> bool: ...

@final
class Sentiment:
    """How a text feels: by the rules of news sentiment (`score` and what goes with it), and by VADER 3.3.2 (Hutto & Gilbert
    2014), number for number (`neg`, `neu`, `pos`, `compound`).

    The sum behind `compound` grows with the length of a text: for an article prefer `score`.
    """
    @property
    def score(self) -> float | None:
        """News: mean score of the sentences, -1 (negative) to 1 (positive); `None` without a word."""
    @property
    def own(self) -> float | None:
        """News: the same over the writer's own words, outside quotations."""
    @property
    def quoted(self) -> float | None:
        """News: the same over the words in direct and fragment quotations."""
    @property
    def coverage(self) -> float | None:
        """News: share of the words that have a value, 0 to 1."""
    @property
    def subjectivity(self) -> float | None:
        """Mean subjectivity, 0 to 1, of the words for which it is known (pattern.en, De Smedt & Daelemans 2012)."""
    @property
    def hits(self) -> tuple[SentimentHit, ...]:
        """News: every word and phrase with feeling, with what shifts it, in the order of the text."""
    @property
    def voices(self) -> tuple[VoiceSentiment, ...]:
        """News: what the words of each voice feel like: the writer's own first, then every quoted speaker, in the order in
        which they are first quoted.

        >>> import connote
        >>> text = "The talks went well. “A disaster,” Smith said. “A terrible failure,” Jones said."
        >>> [(voice.speaker, voice.hits) for voice in connote.analyze(text).sentiment.voices]
        [(None, 1), ('Smith', 1), ('Jones', 2)]
        """
    def most_negative(self, n: int = 5) -> list[SentencePolarity]:
        """The `n` most negative sentences, the worst first; only those below 0.

        >>> import connote
        >>> connote.analyze("A great day. A terrible night.").sentiment.most_negative()[0].text
        'A terrible night.'
        """
    def most_positive(self, n: int = 5) -> list[SentencePolarity]:
        """The `n` most positive sentences, the best first; only those above 0.

        >>> import connote
        >>> connote.analyze("A great day. A terrible night.").sentiment.most_positive()[0].text
        'A great day.'
        """
    def arc(self, window: int = 5) -> list[float]:
        """The course of the sentiment: for each sentence the mean score of the `window` sentences around it, fewer at both
        ends.

        >>> import connote
        >>> connote.analyze("A great day. A terrible night.").sentiment.arc(1)[0] > 0
        True
        """
    @property
    def neg(self) -> float:
        """Share of the negative, 0 to 1."""
    @property
    def neu(self) -> float:
        """Share of the neutral, 0 to 1."""
    @property
    def pos(self) -> float:
        """Share of the positive, 0 to 1."""
    @property
    def compound(self) -> float:
        """The sum of all valences of the text, brought into -1 to 1."""
    @property
    def mean_compound(self) -> float | None:
        """Mean of the sentences' compounds, -1 to 1; `None` without a sentence."""
    @property
    def sentences(self) -> tuple[SentencePolarity, ...]:
        """The numbers of each sentence that holds a word."""
    def __eq__(self, other: object, /) -> bool: ...

@final
class Loaded:
    """Where the wording of a text is loaded, what kind of leaning it is, and whose words they are."""
    @property
    def score(self) -> float | None:
        """How loaded the writer's words are, from 0 to below 1: W / (W + (n + 20) / 40), in a sentence as in the whole text.
        `None` without a word of the writer's.

        W sums the weights of the hits that the writer answers for: 1, 2 and 4 for strengths 1, 2 and 3; hedges,
        weasels, boosters and reporting verbs are left out. n counts the writer's words. It is a density brought into 0
        to 1 and does not grow with length; the 20 neutral words that are added keep short sentences from the extremes.

        0.5 is calibrated: there the score best tells sentences that people called biased from others, macro-F1 .713
        on 1,690 sentences labelled by experts (development half of BABE, Spinde et al. 2021; measured on 2026-11-29). They
        called 68 % of the sentences above it biased, and 26 % of the others. Whole texts are milder: of 2,252 news posts and
        press releases half scored below 0.28, and one in ten above 0.62.

        >>> import connote
        >>> loaded = connote.analyze("The regime fell. It rained.").loaded
        >>> [round(sentence.score, 2) for sentence in loaded.sentences], round(loaded.score, 2)
        ([0.78, 0.0], 0.76)
        """
    @property
    def sentences(self) -> tuple[LoadedSentence, ...]:
        """The score of each sentence that holds a word, in the order of the text: as many as `sentiment.sentences` has."""
    @property
    def per_1000(self) -> float | None:
        """Hits of strength 2 or 3 that the writer answers for, in a thousand of the writer's words; hedges, weasels,
        boosters and reporting verbs left out. `None` without a word of the writer's.
        """
    @property
    def quoted_per_1000(self) -> float | None:
        """The same for the words in direct quotations."""
    @property
    def own_words(self) -> int:
        """Words that the writer answers for: outside direct quotations."""
    @property
    def quoted_words(self) -> int:
        """Words in direct quotations."""
    @property
    def by_category(self) -> dict[str, VoiceHits]:
        """Hits of each category, those without a hit too. Hedges, weasels and reporting verbs have their densities here, and
        stay out of `per_1000`. The reporting verbs are those that are not plain.

        >>> import connote
        >>> labels = connote.analyze("The regime fell. “A brutal regime,” Smith said.").loaded.by_category["contentious_label"]
        >>> labels.hits, labels.own, labels.direct_quote, labels.per_1000
        (2, 1, 1, 200.0)
        """
    @property
    def by_strength(self) -> dict[int, VoiceHits]:
        """Hits of each strength, 1 to 3, whatever the category."""
    @property
    def boosters(self) -> VoiceHits:
        """Boosters: the writer's own stamp of truth on a claim, the category `certainty` (Hyland 2005)."""
    @property
    def headline(self) -> LoadedPart | None:
        """How loaded the headline is; `None` without a headline."""
    @property
    def body(self) -> LoadedPart:
        """How loaded the text below the headline is, or all of it without a headline."""
    @property
    def by_voice(self) -> dict[str, int]:
        """Number of hits in each voice, those without a hit too."""
    @property
    def hits(self) -> tuple[LoadedHit, ...]:
        """Every hit, in the order of the text."""
    def __eq__(self, other: object, /) -> bool: ...

# `Any` stands for numbers and `None`, and for the names of groups.
@final
class Scores:
    """A table of scores: one row per text, in input order, a row of nulls where the text is missing; or one row per group.

    Every Arrow library reads it without a copy: `polars.DataFrame(scores)`, `pyarrow.table(scores)`,
    `pandas.DataFrame.from_arrow(scores)`, and DuckDB by the variable's name.
    """
    @property
    def column_names(self) -> list[str]:
        """The names of the columns."""
    def to_dict(self) -> dict[str, list[Any]]:
        """The values by column: `{name: [value, ...]}`."""
    def to_pylist(self) -> list[dict[str, Any]]:
        """The rows: `[{name: value, ...}, ...]`."""
    def __len__(self) -> int:
        """Return len(self)."""
    def __getitem__(self, name: str, /) -> list[Any]:
        """Return self[key]."""
    @staticmethod
    def from_bytes(data: bytes) -> Scores:
        """The table of a stream of Arrow IPC, by which tables are pickled.

        Raises:
            ValueError: The bytes are no such stream.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Scores: ...
    def __deepcopy__(self, _memo: object) -> Scores: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __arrow_c_schema__(self) -> object: ...

@final
class TableEntry:
    """A word or n-gram of a `FrequencyTable`."""
    def __new__(cls, key: str, count: int, documents: int, per_million: float) -> TableEntry: ...
    @property
    def key(self) -> str:
        """The folded word; the words of an n-gram with a space between them."""
    @property
    def count(self) -> int:
        """Occurrences."""
    @property
    def documents(self) -> int:
        """Documents that it occurs in."""
    @property
    def per_million(self) -> float:
        """Occurrences in a million keys of the table."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> TableEntry: ...
    def __deepcopy__(self, _memo: object) -> TableEntry: ...

@final
class FrequencyTable:
    """How often each word or n-gram of a corpus occurs, and in how many documents. Tables of the same settings merge in any
    order with the same result, to the last byte of the saved file.

    Every Arrow library reads it as columns `key`, `count`, `documents`, `per_million` and `zipf`, the most frequent first:
    `polars.DataFrame(table)`, `pyarrow.table(table)`, `pandas.DataFrame.from_arrow(table)`. It has `items()`, so that
    `keyness` takes it, and `dict(table)` makes a dictionary of it.

    Args:
        texts: Texts to count on all cores, each a document: what `add_all` takes.
        language: Code or English name of the language of the texts.
        n: Words of a key: 1 counts words, 2 pairs of neighbours, up to 5.
        skip: Words that an n-gram may leave out between its own, up to 10 (Guthrie et al. 2006).
        across_sentences: Whether n-grams reach from a sentence into the next.
        case: `fold`, or `keep_acronyms`: US is not us.
        numbers: `keep`, `join` (all are one word, `#`) or `drop`.
        voices: `all`, `own` (the writer's words, outside quotations) or `quoted`.
        stop_words: `None` counts every word; `False` leaves out the embedded list of English function words, an iterable
            its words.
        stem: Whether words are counted under their Snowball stems (Porter 2001).

    Raises:
        ConnoteError: A setting that nothing can be counted by; the message says what would be right.
        TypeError: A text is no `str`; the message names the row.

    >>> import connote
    >>> table = connote.FrequencyTable(["The regime fell.", "The regime was no more."], n=2)
    >>> table["the regime"], "fell the" in table, len(table), table.documents
    (2, False, 5, 2)
    >>> table.top(1)[0].documents
    2
    """
    def __new__(
        cls,
        texts: _Texts | None = None,
        *,
        language: str = "en",
        n: int = 1,
        skip: int = 0,
        across_sentences: bool = False,
        case: str = "fold",
        numbers: str = "keep",
        voices: str = "all",
        stop_words: bool | Iterable[str] | None = None,
        stem: bool = False,
    ) -> FrequencyTable: ...
    def add(self, text: str | Report, title: str | None = None) -> None:
        """Counts a text, with its title if that is kept apart, or the text of a report, as a document more.

        Raises:
            ConnoteError: A report in another language than the table; a text of 4 GiB or more where voices are told apart.

        >>> import connote
        >>> table = connote.FrequencyTable(stop_words=False)
        >>> table.add(connote.analyze("The regime fell."))
        >>> list(table)
        ['fell', 'regime']
        """
    def add_all(self, texts: _Texts, *, threads: int | None = None, progress: _Progress | None = None) -> None:
        """Counts a column of texts in parallel, each a document. After an error the table is what it was before.

        Args:
            texts: What `Analyzer.score` takes: an Arrow column, a Series, or an iterable of `str` and `None`. A missing
                text is none.
            threads: How many threads; `None` is all cores. The result is the same.
            progress: As for `Analyzer.score`.

        >>> import connote
        >>> table = connote.FrequencyTable()
        >>> table.add_all(["The regime fell.", None, "The end."])
        >>> table.top(1)
        [TableEntry(key='the', count=2, documents=2, per_million=400000.0)]
        """
    def add_file(
        self,
        path: str | PathLike[str],
        *,
        text: str = "text",
        title: str | None = None,
        threads: int | None = None,
        progress: _Progress | None = None,
    ) -> None:
        """Counts the articles of a file, folder or pattern that `connote words` reads, in parallel. After an error the table
        is what it was before.

        Args:
            path: The input: .jsonl, .csv, .warc (each also .gz or .zst), .parquet, .txt, .html, a folder, a pattern.
            text: Field of the article's text.
            title: Field of the title, if it stands apart.
            threads: How many threads; `None` is all cores. The result is the same.
            progress: As for `Analyzer.score`.

        Raises:
            OSError: A file cannot be read.
            ConnoteError: A row is wrong; the message names file and line.
        """
    def merge(self, other: FrequencyTable) -> None:
        """Adds the counts of another table, over other documents.

        Raises:
            ConnoteError: The settings differ; the message says which.

        >>> import connote
        >>> table = connote.FrequencyTable(["The regime fell."])
        >>> table.merge(connote.FrequencyTable(["The end."]))
        >>> table["the"]
        2
        """
    def top(
        self,
        n: int | None = 20,
        *,
        min_count: int = 0,
        max_count: int | None = None,
        min_documents: int = 0,
        max_documents: int | None = None,
    ) -> list[TableEntry]:
        """The most frequent entries within the limits, equal counts in code-point order.

        Args:
            n: How many; `None` is all.
            min_count: The fewest occurrences.
            max_count: The most occurrences.
            min_documents: The fewest documents.
            max_documents: The most documents.

        >>> import connote
        >>> connote.FrequencyTable(["a b b c c"]).top(2, max_count=1)[0].key
        'a'
        """
    def keys(self) -> list[str]:
        """Every key, the most frequent first."""
    def items(self) -> list[tuple[str, int]]:
        """Every key with its count, the most frequent first."""
    @property
    def tokens(self) -> int:
        """Occurrences of all keys together."""
    @property
    def documents(self) -> int:
        """Documents."""
    @property
    def settings(self) -> dict[str, Any]:
        """What is counted, by the names of the constructor: `FrequencyTable(**table.settings)` counts the same.

        >>> import connote
        >>> connote.FrequencyTable(n=2).settings["n"]
        2
        """
    def document_count(self, key: str) -> int:
        """Documents that a key occurs in."""
    def per_million(self, key: str) -> float | None:
        """Occurrences of a key in a million; None for an empty table."""
    def rank(self, key: str) -> int | None:
        """Rank of a key by count, from 1; equal counts share the best of their ranks. None for a key that does not occur."""
    def zipf(self, key: str, *, smoothed: bool = False) -> float | None:
        """Value on the Zipf scale (van Heuven et al. 2014): the decimal logarithm of the occurrences in a thousand million
        words, about 1 (rare) to 7 (the commonest). None for a key that does not occur.

        Args:
            key: The word.
            smoothed: With Laplace smoothing, which gives keys that do not occur a value, too; None for an empty table.

        >>> import connote
        >>> connote.FrequencyTable(["word " * 10]).zipf("word")
        9.0
        """
    def save(self, path: str | PathLike[str]) -> None:
        """Saves the table to a file, which `load` and `connote words --merge` read.

        Raises:
            OSError: The file cannot be written.
        """
    @staticmethod
    def load(path: str | PathLike[str]) -> FrequencyTable:
        """Reads a saved table.

        Raises:
            OSError: The file cannot be read.
            ConnoteError: It is no table, cut off, damaged, or saved by a newer version.
        """
    def to_bytes(self) -> bytes:
        """The bytes of the saved file: equal for equal tables."""
    @staticmethod
    def from_bytes(data: bytes) -> FrequencyTable:
        """The table of such bytes.

        Raises:
            ConnoteError: They are no table, cut off, damaged, or of a newer version.
        """
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __add__(self, other: FrequencyTable, /) -> FrequencyTable:
        """Return self+value."""
    def __radd__(self, other: FrequencyTable, /) -> FrequencyTable:
        """Return value+self."""
    def __len__(self) -> int:
        """Return len(self)."""
    def __iter__(self) -> Iterator[str]:
        """Implement iter(self)."""
    def __contains__(self, key: object, /) -> bool:
        """Return key in self."""
    def __getitem__(self, key: str, /) -> int:
        """Return self[key]."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> FrequencyTable: ...
    def __deepcopy__(self, _memo: object) -> FrequencyTable: ...

def analyze(text: str, title: str | None = None) -> Report:
    """Reads a text with the default analyzer and measures it.

    Args:
        text: The text; any is legal, the empty one too.
        title: Its title, if it is kept apart. The text that is measured, `report.text`, is then the title, a blank line
            and the text, and the headline is the title.

    Raises:
        ConnoteError: The text has 4 GiB or more.
        MemoryError: It is large, and there is not the memory for it.
        TypeError: It is no `str`.
        ValueError: It holds a lone surrogate.

    >>> import connote
    >>> report = connote.analyze("The regime fell. Critics cheered.")
    >>> report.counts.sentences, report.loaded.hits[0].text
    (2, 'regime')
    """
def score(
    texts: _Texts,
    *,
    titles: _Texts | None = None,
    columns: Sequence[str] | None = None,
    progress: _Progress | None = None,
) -> Scores:
    """Scores a column of texts with the default analyzer, in parallel: see `Analyzer.score`.

    >>> import connote
    >>> connote.score(["One two."], columns=["words"]).to_dict()
    {'words': [2]}
    """
def score_file(
    path: str | PathLike[str],
    output: str | PathLike[str],
    *,
    text: str = "text",
    title: str | None = None,
    ids: Sequence[str] | None = None,
    columns: Sequence[str] | None = None,
    on_error: Literal["stop", "skip"] = "stop",
    rejects: str | PathLike[str] | None = None,
    resume: bool = False,
    progress: _Progress | None = None,
) -> tuple[int, int]:
    """Scores a corpus into a file with the default analyzer, in parallel and in little memory: see `Analyzer.score_file`.

    >>> import connote, pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "news.jsonl").write_text('{"id": 7, "text": "The regime fell."}')
    >>> connote.score_file(folder / "news.jsonl", folder / "scores.parquet")
    (1, 0)
    """
def score_groups(
    path: str | PathLike[str],
    by: Sequence[str],
    *,
    text: str = "text",
    title: str | None = None,
    columns: Sequence[str] | None = None,
    on_error: Literal["stop", "skip"] = "stop",
    rejects: str | PathLike[str] | None = None,
    progress: _Progress | None = None,
) -> Scores:
    """Scores a corpus into a table of groups with the default analyzer: see `Analyzer.score_groups`.

    >>> import connote, pathlib, tempfile
    >>> news = pathlib.Path(tempfile.mkdtemp()) / "news.csv"
    >>> _ = news.write_text("outlet,text\\nPost,The regime fell.\\nEcho,Rain.\\n")
    >>> connote.score_groups(news, ["outlet"], columns=["words"])["outlet"]
    ['Echo', 'Post']
    """
def polarity_scores(text: str) -> dict[str, float]:
    """The numbers of VADER 3.3.2 (Hutto & Gilbert 2014) for an English text on its own, under its names.

    Returns:
        `neg`, `neu` and `pos`, shares of 0 to 1, and `compound`, -1 to 1.

    >>> import connote
    >>> connote.polarity_scores("The shit")["compound"]
    -0.5574
    """
def vader_tokens(text: str) -> list[VaderToken]:
    """Every token of a text as VADER 3.3.2 reads it, with what it adds to the sum behind `polarity_scores`.

    The marks `!` and `?`, which add to the sum as a whole, are not among them.

    Raises:
        ConnoteError: The text has 4 GiB or more.

    >>> import connote
    >>> [(token.text, token.summed) for token in connote.vader_tokens("Good roads but bad trains.") if token.listed]
    [('Good', 0.95), ('bad', -3.75)]
    """
def syllables(word: str) -> int:
    """Pronounced syllables of a word, as the counts have them; at least 1 if it holds a letter or a digit.

    >>> import connote
    >>> connote.syllables("readability")
    5
    """
def words(text: str) -> list[Word]:
    """The words of a text: everything that is counted; URLs and e-mail addresses are not among them.

    >>> import connote
    >>> connote.words("Don’t @me")
    [Word(start=0, end=5, text='Don’t', kind='word'), Word(start=6, end=9, text='@me', kind='mention')]
    """
def sentences(text: str) -> list[Sentence]:
    """The sentences of a text that hold a word, without the white space around them.

    >>> import connote
    >>> [sentence.text for sentence in connote.sentences("Mr. Low left. Why?")]
    ['Mr. Low left.', 'Why?']
    """
def columns(language: str = "en") -> list[Column]:
    """Every column that `score` can compute for texts in a language, in the order of its table.

    Args:
        language: Code or English name of the language.

    Raises:
        ConnoteError: The language is not known; the message lists those that are.

    >>> import connote
    >>> column = connote.columns()[0]
    >>> column.name, column.kind, column.unit
    ('words', 'count', 'words')
    """
def lists() -> list[Column]:
    """The columns of lists, which `score` gives only where they are named: what stands behind the numbers, item by item, as
    in `Report.to_dict()`. Offsets are those of the report: into the title, a blank line and the text where there is a
    title.

    >>> import connote
    >>> [column.name for column in connote.lists()]
    ['hit_list', 'sentence_list', 'quotation_list', 'frequency_list']
    >>> scores = connote.score(["The regime fell."], columns=["words", "hit_list"])
    >>> [(hit["start"], hit["text"], hit["voice"]) for hit in scores["hit_list"][0]]
    [(4, 'regime', 'own')]
    """
def formulas(language: str = "en") -> list[Formula]:
    """Every readability formula of a language, in the order of reports.

    Args:
        language: Code or English name of the language.

    Raises:
        ConnoteError: The language is not known; the message lists those that are.

    >>> import connote
    >>> connote.formulas()[0].source
    'Flesch 1948'
    """
def score_counts(formula: str, counts: Counts) -> float | None:
    """The value of one readability formula for counts of your own: from a paper, from another tool, or changed by hand.

    Args:
        formula: Its name, as in `formulas`.
        counts: The counts; a formula reads those that its definition names.

    Returns:
        The value, not rounded; None without a word or without a sentence.

    Raises:
        ValueError: No formula has this name.

    >>> import connote
    >>> counts = connote.analyze("The cat sat on the mat.").counts
    >>> round(connote.score_counts("flesch_reading_ease", counts), 3)
    116.145
    """
def run(args: Sequence[str]) -> int:
    """Runs the command line with these arguments, the program's name first, and returns its exit code."""

@final
class Measure:
    """A measure of a table: what its name means and where it comes from."""
    def __new__(cls, name: str, title: str, definition: str, source: str) -> Measure: ...
    @property
    def name(self) -> str:
        """Name by which it is asked for."""
    @property
    def title(self) -> str:
        """Name in print."""
    @property
    def definition(self) -> str:
        """The formula, and where it has no value."""
    @property
    def source(self) -> str:
        """Author and year; empty where it needs none."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Measure: ...
    def __deepcopy__(self, _memo: object) -> Measure: ...

@final
class ComparedMeasure:
    """How a measure differs between two corpora."""
    def __new__(
        cls,
        name: str,
        unit: str,
        meaning: str,
        first: float | None,
        second: float | None,
        first_interval: tuple[float, float] | None,
        second_interval: tuple[float, float] | None,
        difference: float | None,
        interval: tuple[float, float] | None,
        effect: float | None,
        first_texts: int,
        second_texts: int,
    ) -> ComparedMeasure: ...
    @property
    def name(self) -> str:
        """Name of the measure: a column, as a mean over texts, or a rate of loaded words."""
    @property
    def unit(self) -> str:
        """Unit of the values and of their difference."""
    @property
    def meaning(self) -> str:
        """What was measured, in one line."""
    @property
    def first(self) -> float | None:
        """Its value in the first corpus; None where no text has one."""
    @property
    def second(self) -> float | None:
        """Its value in the second corpus; None where no text has one."""
    @property
    def first_interval(self) -> tuple[float, float] | None:
        """Where the first value lies, by the same bootstrap as `interval`."""
    @property
    def second_interval(self) -> tuple[float, float] | None:
        """Where the second value lies."""
    @property
    def difference(self) -> float | None:
        """The first value less the second."""
    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the difference lies, by the bootstrap over texts; None where a draw had no value, and of fewer than two
        texts with a value.
        """
    @property
    def effect(self) -> float | None:
        """Cliff's delta (1993), -1 to 1: how much oftener a text of the first corpus lies above one of the second than
        below it.
        """
    @property
    def first_texts(self) -> int:
        """Texts of the first corpus in which the measure is defined."""
    @property
    def second_texts(self) -> int:
        """Texts of the second corpus in which the measure is defined."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> ComparedMeasure: ...
    def __deepcopy__(self, _memo: object) -> ComparedMeasure: ...


@final
class Distribution:
    """How a measure lies from text to text in two corpora: percentiles, and a histogram with the same bins for both."""
    def __new__(
        cls,
        name: str,
        first_quantiles: tuple[float, float, float, float, float],
        second_quantiles: tuple[float, float, float, float, float],
        edges: list[float],
        first_counts: list[int],
        second_counts: list[int],
    ) -> Distribution: ...
    @property
    def name(self) -> str:
        """Name of the measure."""
    @property
    def first_quantiles(self) -> tuple[float, float, float, float, float]:
        """The 5th, 25th, 50th, 75th and 95th percentile of the first corpus."""
    @property
    def second_quantiles(self) -> tuple[float, float, float, float, float]:
        """Those of the second corpus."""
    @property
    def edges(self) -> list[float]:
        """Where the bins begin, and the end of the last one: bins of one width (Freedman & Diaconis 1981), 40 at most,
        between the 1st and the 99th percentile of all texts.
        """
    @property
    def first_counts(self) -> list[int]:
        """Texts of the first corpus in each bin; those outside are in the first and the last one."""
    @property
    def second_counts(self) -> list[int]:
        """Texts of the second corpus in each bin."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Distribution: ...
    def __deepcopy__(self, _memo: object) -> Distribution: ...


@final
class TellingHit:
    """A loaded expression of a sentence."""
    def __new__(
        cls,
        start: int,
        end: int,
        text: str,
        category: str,
        strength: int,
    ) -> TellingHit: ...
    @property
    def start(self) -> int:
        """Offset of its first character in the sentence."""
    @property
    def end(self) -> int:
        """One past the offset of its last character."""
    @property
    def text(self) -> str:
        """The words as they stand there."""
    @property
    def category(self) -> str:
        """What kind of loaded wording it is."""
    @property
    def strength(self) -> int:
        """1 to 3."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> TellingHit: ...
    def __deepcopy__(self, _memo: object) -> TellingHit: ...


@final
class TellingSentence:
    """A sentence in which the writer's own words are loaded."""
    def __new__(
        cls,
        text: int,
        sentence: str,
        score: float,
        hits: list[TellingHit],
    ) -> TellingSentence: ...
    @property
    def text(self) -> int:
        """Number of the text in its corpus, from 0; nulls are not counted."""
    @property
    def sentence(self) -> str:
        """The sentence, without the white space around it."""
    @property
    def score(self) -> float:
        """Its loaded score, 0 to 1."""
    @property
    def hits(self) -> list[TellingHit]:
        """The loaded words that the writer answers for, in the order of the sentence."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> TellingSentence: ...
    def __deepcopy__(self, _memo: object) -> TellingSentence: ...


@final
class Comparison:
    """Two corpora compared. Every row has `to_dict()`, so that `pandas.DataFrame` takes a list of them."""
    def __new__(
        cls,
        connote: str,
        language: str,
        first_texts: int,
        second_texts: int,
        first_words: int,
        second_words: int,
        measures: list[ComparedMeasure],
        distributions: list[Distribution],
        first_sentences: list[TellingSentence],
        second_sentences: list[TellingSentence],
        key_words: list[KeyWord],
        lexicons: list[LexiconSource],
    ) -> Comparison: ...
    @property
    def connote(self) -> str:
        """Version of connote that made the numbers."""
    @property
    def language(self) -> str:
        """Code of the language of the texts."""
    @property
    def first_texts(self) -> int:
        """Texts of the first corpus."""
    @property
    def second_texts(self) -> int:
        """Texts of the second corpus."""
    @property
    def first_words(self) -> int:
        """Words of the first corpus."""
    @property
    def second_words(self) -> int:
        """Words of the second corpus."""
    @property
    def measures(self) -> list[ComparedMeasure]:
        """Means of readability, diversity and sentiment; rates of loaded words by category and voice."""
    @property
    def distributions(self) -> list[Distribution]:
        """How the means of `measures` lie from text to text."""
    @property
    def first_sentences(self) -> list[TellingSentence]:
        """The sentences of the first corpus in which the writers' own words are loaded most; 20 at most."""
    @property
    def second_sentences(self) -> list[TellingSentence]:
        """Those of the second corpus."""
    @property
    def key_words(self) -> list[KeyWord]:
        """Every word of both: those of the first corpus come first, the surest at the top; those of the second come
        last, the surest at the bottom.
        """
    @property
    def lexicons(self) -> list[LexiconSource]:
        """The word data behind the numbers: name and SHA-256 of every lexicon."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def to_html(self, first: str = "first corpus", second: str = "second corpus") -> str:
        """The comparison as a self-contained HTML document, under the names of the corpora: loaded words by category and
        voice with intervals, how the texts lie in readability, variety and sentiment, key words, and the sentences
        that are loaded most. Its size does not grow with the corpora.

        Args:
            first: Name of the first corpus.
            second: Name of the second corpus.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Comparison: ...
    def __deepcopy__(self, _memo: object) -> Comparison: ...


@final
class KeyWord:
    """A word with what sets a target corpus apart from a reference corpus."""
    def __new__(
        cls,
        word: str,
        target: int,
        reference: int,
        target_per_million: float,
        reference_per_million: float,
        sign: int,
        g2: float,
        p: float,
        q: float,
        log_ratio: float | None,
        log_odds: float | None,
        log_odds_z: float | None,
    ) -> KeyWord: ...
    @property
    def word(self) -> str:
        """The word."""
    @property
    def target(self) -> int:
        """Occurrences in the target."""
    @property
    def reference(self) -> int:
        """Occurrences in the reference."""
    @property
    def target_per_million(self) -> float:
        """Occurrences in a million words of the target."""
    @property
    def reference_per_million(self) -> float:
        """Occurrences in a million words of the reference."""
    @property
    def sign(self) -> int:
        """1 if it is more frequent in the target, -1 if it is less, 0 if there is no difference."""
    @property
    def g2(self) -> float:
        """Log-likelihood of the four cells (Dunning 1993), 0 or more: how sure it is that there is a difference."""
    @property
    def p(self) -> float:
        """Probability of such a log-likelihood where there is no difference, 0 to 1."""
    @property
    def q(self) -> float:
        """The least false discovery rate at which the word is in the list (Benjamini & Hochberg 1995), 0 to 1."""
    @property
    def log_ratio(self) -> float | None:
        """Base-2 logarithm of the quotient of the rates, a count of 0 taken as 0.5 (Hardie 2014): how large the
        difference is. None for a word that occurs in neither corpus.
        """
    @property
    def log_odds(self) -> float | None:
        """Log-odds ratio with the prior (Monroe, Colaresi & Quinn 2008), in natural logarithms."""
    @property
    def log_odds_z(self) -> float | None:
        """The log-odds ratio over its standard deviation, by the approximation of the paper."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> KeyWord: ...
    def __deepcopy__(self, _memo: object) -> KeyWord: ...

@final
class LogOdds:
    """A log-odds ratio with its certainty."""
    def __new__(cls, delta: float, z: float, z_4term: float) -> LogOdds: ...
    @property
    def delta(self) -> float:
        """Natural logarithm of the odds ratio; above 0 where the word is more at home in the target."""
    @property
    def z(self) -> float:
        """Delta over its standard deviation, by the approximation of the paper: 1/(a+A) + 1/(b+A) is its variance."""
    @property
    def z_4term(self) -> float:
        """The same with the variance of all four cells."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> LogOdds: ...
    def __deepcopy__(self, _memo: object) -> LogOdds: ...

@final
class Collocation:
    """A pair of words with its counts and the score that was asked for."""
    def __new__(
        cls,
        first: str,
        second: str,
        together: int,
        first_count: int,
        second_count: int,
        score: float | None,
    ) -> Collocation: ...
    @property
    def first(self) -> str:
        """The word that comes first."""
    @property
    def second(self) -> str:
        """The word that comes after it."""
    @property
    def together(self) -> int:
        """How often they were seen together."""
    @property
    def first_count(self) -> int:
        """How often the first word was seen."""
    @property
    def second_count(self) -> int:
        """How often the second word was seen."""
    @property
    def score(self) -> float | None:
        """The score; None where it is not defined."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Collocation: ...
    def __deepcopy__(self, _memo: object) -> Collocation: ...

@final
class Dispersion:
    """How evenly a word is spread over the parts of a corpus. A measure is None where it is not defined: all but the
    frequency and the range for a corpus of one part, and for a word that does not occur.
    """
    def __new__(
        cls,
        frequency: int,
        range: int,
        sd: float | None,
        vc: float | None,
        juilland_d: float | None,
        juilland_d_counts: float | None,
        carroll_d2: float | None,
        rosengren_s: float | None,
        dp: float | None,
        dp_norm: float | None,
        kl_divergence: float | None,
        d_a: float | None,
    ) -> Dispersion: ...
    @property
    def frequency(self) -> int:
        """Occurrences in all parts."""
    @property
    def range(self) -> int:
        """Parts with the word."""
    @property
    def sd(self) -> float | None:
        """Standard deviation of the counts, taken as the whole population."""
    @property
    def vc(self) -> float | None:
        """Coefficient of variation: the standard deviation over the mean."""
    @property
    def juilland_d(self) -> float | None:
        """Juilland's D over the rates in the parts, 0 (one part) to 1 (even): parts may differ in size (Juilland &
        others 1970; Gries 2008).
        """
    @property
    def juilland_d_counts(self) -> float | None:
        """The same over the counts, for parts of one size (Juilland & Chang-Rodríguez 1964)."""
    @property
    def carroll_d2(self) -> float | None:
        """Carroll's D2: entropy of the rates over that of an even spread, 0 to 1 (Carroll 1970)."""
    @property
    def rosengren_s(self) -> float | None:
        """Rosengren's S, above 0 to 1 (Rosengren 1971)."""
    @property
    def dp(self) -> float | None:
        """Gries's deviation of proportions, 0 (even) to 1 less the smallest share (Gries 2008)."""
    @property
    def dp_norm(self) -> float | None:
        """The same over its largest value, 0 to 1 (Lijffijt & Gries 2012)."""
    @property
    def kl_divergence(self) -> float | None:
        """Kullback-Leibler divergence of the word's spread from the sizes of the parts, in bits, 0 or more (Gries 2020)."""
    @property
    def d_a(self) -> float | None:
        """Burch's D: 1 less the mean difference of the rates of two parts over twice their mean, 0 to 1 (Burch, Egbert
        & Biber 2017).
        """
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Dispersion: ...
    def __deepcopy__(self, _memo: object) -> Dispersion: ...

@final
class PowerLaw:
    """A straight line through points in logarithms, by least squares."""
    def __new__(cls, exponent: float, factor: float, r2: float) -> PowerLaw: ...
    @property
    def exponent(self) -> float:
        """Slope of the line: the exponent of the law. About -1 for Zipf's, 0.4 to 0.8 for Heaps's."""
    @property
    def factor(self) -> float:
        """Height of the line where the rank, or the number of words, is 1: the factor of the law."""
    @property
    def r2(self) -> float:
        """Share of the variance that the line explains, 0 to 1; 0 where all points have one height."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> PowerLaw: ...
    def __deepcopy__(self, _memo: object) -> PowerLaw: ...

@final
class ConcordanceLine:
    """A place of a phrase with what stands around it; code-point offsets, `end` exclusive."""
    def __new__(
        cls,
        start: int,
        end: int,
        left: str,
        node: str,
        right: str,
    ) -> ConcordanceLine: ...
    @property
    def start(self) -> int:
        """Offset of the first character of the phrase."""
    @property
    def end(self) -> int:
        """One past the offset of its last character."""
    @property
    def left(self) -> str:
        """The words before it as they stand in the text, up to the phrase."""
    @property
    def node(self) -> str:
        """The phrase as it stands in the text."""
    @property
    def right(self) -> str:
        """What stands after it, to the end of the last word."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __copy__(self) -> ConcordanceLine: ...
    def __deepcopy__(self, _memo: object) -> ConcordanceLine: ...

class _Counts(Protocol):
    def items(self) -> Iterable[tuple[str, int]]: ...

def diversity(words: Iterable[str], measures: Sequence[str] | None = None) -> dict[str, float | None]:
    """Lexical diversity of words: how varied they are. See `diversity_measures` for what each number means.

    Args:
        words: The words of one text in their order, folded as you want them compared.
        measures: Names of the measures; all of them if None. The moving averages of MTLD (`mtld_ma_*`) cost most.

    Returns:
        The values by name, not rounded; None where a measure is not defined for these words.

    Raises:
        ValueError: No measure has this name.
        TypeError: The words are no iterable of `str`.

    >>> import connote
    >>> connote.diversity("to be or not to be".split(), ["ttr", "yule_k", "mattr_50"])
    {'ttr': 0.6666666666666666, 'yule_k': 1111.111111111111, 'mattr_50': None}
    """
def diversity_measures() -> list[Measure]:
    """Every measure of lexical diversity, variants beside each other.

    >>> import connote
    >>> [measure.name for measure in connote.diversity_measures() if measure.source == "Yule 1944"]
    ['yule_k', 'yule_i']
    """
def keyness(
    target: _Counts,
    reference: _Counts,
    *,
    prior: float | None = None,
    prior_words: float | None = None,
) -> list[KeyWord]:
    """Compares two corpora word by word.

    Args:
        target: Counts by word: a mapping, or anything with `items()`.
        reference: The counts of what it is compared with.
        prior: For the log-odds: as if every word had been seen so often before, 0.01 for example.
        prior_words: For the log-odds: as if so many words of both corpora had been seen before, 500 for example. Without
            either, both corpora are taken as seen.

    Returns:
        Every word of both. Those of the target come first, the surest at the top; those of the reference come last, the
        surest at the bottom.

    Raises:
        ConnoteError: A corpus without a word, or a prior that is not above 0.
        ValueError: Both priors are given.
        TypeError: A word is no `str`, or a count is no whole number.
        OverflowError: A count is below 0.

    >>> import connote
    >>> rows = connote.keyness({"tax": 90, "the": 910}, {"tax": 10, "the": 990})
    >>> rows[0].word, rows[0].sign, round(rows[0].log_ratio, 2)
    ('tax', 1, 3.17)
    >>> rows[0].q < 1e-15
    True
    """
def keyness_measures() -> list[Measure]:
    """Every score of `keyness_scores`.

    >>> import connote
    >>> connote.keyness_measures()[1].source
    'Dunning 1993'
    """
def keyness_scores(
    target: int, reference: int, target_words: int, reference_words: int
) -> dict[str, float | None]:
    """Every score of keyness that needs nothing but four counts. See `keyness_measures` for what each number means.

    Args:
        target: How often the word occurs in the target.
        reference: How often it occurs in the reference.
        target_words: Number of words of the target.
        reference_words: Number of words of the reference.

    Returns:
        The scores by name, not rounded; None where a score is not defined.

    Raises:
        ConnoteError: A count is above the number of words.

    >>> import connote
    >>> scores = connote.keyness_scores(7, 3, 1_000_000_000, 1_000_000_000)
    >>> round(scores["g2_4cell"], 9), round(scores["p_g2_4cell"], 4)
    (1.645657578, 0.1996)
    """
def log_odds(
    target: int,
    reference: int,
    target_words: int,
    reference_words: int,
    prior: float,
    prior_words: float,
) -> LogOdds | None:
    """The log-odds ratio of a word with a prior (Monroe, Colaresi & Quinn 2008).

    Args:
        target: How often the word occurs in the target.
        reference: How often it occurs in the reference.
        target_words: Number of words of the target.
        reference_words: Number of words of the reference.
        prior: How often the word was seen before.
        prior_words: How many words were seen before.

    Returns:
        The ratio with its certainty; None where it is not defined.

    Raises:
        ConnoteError: A count is above the number of words.

    >>> import connote
    >>> odds = connote.log_odds(9, 4, 100, 100, prior=1, prior_words=100)
    >>> round(odds.delta, 3), round(odds.z, 3)
    (0.719, 1.313)
    """
def collocations(
    texts: Iterable[Iterable[str]],
    *,
    window: int = 2,
    minimum: int = 2,
    by: str = "g2",
    margins: str = "words",
) -> list[Collocation]:
    """Pairs of words that stand near each other more often than by chance.

    Args:
        texts: The words of each text in their order; pairs never reach from one text into the next.
        window: How far the second word may be: 2 for the next word, 5 for one of the next four.
        minimum: How often a pair is seen at least.
        by: The score that the pairs are sorted by, a name of `collocation_measures`.
        margins: What a pair's count is compared with: `words`, how often each word occurs (as in NLTK), or `pairs`, how
            often it is first or second in a pair (as in quanteda).

    Returns:
        The pairs, the highest score first, those without a score last; equal ones in code-point order.

    Raises:
        ConnoteError: The window has fewer than two words.
        ValueError: No score has this name, or there are no such margins.

    >>> import connote
    >>> words = "new york is not new england and new york is not old york".split()
    >>> pair = connote.collocations([words], by="dice")[0]
    >>> pair.first, pair.second, pair.together, pair.score
    ('is', 'not', 2, 1.0)
    """
def collocation_measures() -> list[Measure]:
    """Every score of `collocation_scores`, and what `collocations` can be sorted by.

    >>> import connote
    >>> connote.collocation_measures()[0].definition
    'log2(o/E)'
    """
def collocation_scores(
    together: int, first: int, second: int, words: int, window: int = 2
) -> dict[str, float | None]:
    """Every score of a pair of words. See `collocation_measures` for what each number means.

    Args:
        together: How often they were seen together, the first before the second.
        first: How often the first word occurs.
        second: How often the second word occurs.
        words: Number of words in all.
        window: How far the second word may be, as in `collocations`.

    Returns:
        The scores by name, not rounded; None where a score is not defined.

    Raises:
        ConnoteError: Counts that no text can have.

    >>> import connote
    >>> connote.collocation_scores(8, 16, 8, 1024)["pmi_log2"]
    6.0
    """
def dispersion(counts: Sequence[int], sizes: Sequence[int]) -> Dispersion:
    """How evenly a word is spread over the parts of a corpus: chapters, documents, outlets.

    Args:
        counts: How often the word occurs in each part.
        sizes: The number of words of each part, in the same order.

    Raises:
        ConnoteError: Lists of different length, a part without words, or a count above the words of its part.

    >>> import connote
    >>> spread = connote.dispersion([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])
    >>> spread.range, round(spread.dp, 12)
    (5, 0.18)
    """
def average_reduced_frequency(places: Sequence[int], words: int) -> float | None:
    """Average reduced frequency (Savický & Hlaváčová 2002): near 1 for a word whose occurrences lie together, its frequency
    where they are spread evenly.

    Args:
        places: The indices of the word among the words of the corpus, in any order.
        words: Number of words of the corpus, which is taken as a circle.

    Returns:
        The frequency; None where the word does not occur.

    Raises:
        ConnoteError: A place is not in the corpus or comes twice.

    >>> import connote
    >>> connote.average_reduced_frequency([0, 5], 10), connote.average_reduced_frequency([4, 5], 10)
    (2.0, 1.2)
    """
def zipf_law(counts: Sequence[int]) -> PowerLaw | None:
    """Zipf's law (Zipf 1935): the line through the logarithms of the counts over those of the ranks. Words of equal count
    have ranks of their own; the many words that occur once bend the line.

    Args:
        counts: The count of each word, in any order.

    Returns:
        The line; None for fewer than three words.

    >>> import connote
    >>> law = connote.zipf_law([600, 300, 200, 150])
    >>> round(law.exponent, 12), round(law.factor, 9)
    (-1.0, 600.0)
    """
def heaps_law(words: Iterable[str], step: int = 100) -> PowerLaw | None:
    """Heaps's law (Herdan 1960; Heaps 1978): distinct words = K words^beta, the line through their logarithms.

    Args:
        words: The words of a text in their order.
        step: The number of words after which the distinct ones are counted, again and again.

    Returns:
        The line, its exponent beta and its factor K; None for fewer than three steps.

    >>> import connote
    >>> law = connote.heaps_law([str(number) for number in range(500)])
    >>> round(law.exponent, 12), round(law.factor, 12)
    (1.0, 1.0)
    """
def compare(
    first: _Texts,
    second: _Texts,
    *,
    analyzer: Analyzer | None = None,
    resamples: int = 2000,
    confidence: float = 0.95,
    seed: int = 0,
    threads: int | None = None,
) -> Comparison:
    """Compares two corpora: readability, diversity, sentiment and loaded words, each difference with an interval and an
    effect size, and the key words of both.

    Words of one text are no independent observations, texts are: the intervals are drawn from whole texts, with
    replacement (percentile bootstrap, Efron & Tibshirani 1993).

    Args:
        first: The texts of a corpus: an iterable of `str`, or a string column of any Arrow library. Nulls are no texts.
        second: The texts of the other.
        analyzer: What analyses them; the analyzer of English texts if None.
        resamples: How often texts are drawn, 1 or more.
        confidence: Share of the draws that lie in an interval, above 0 and below 1.
        seed: The same seed draws the same texts, on any machine and any number of threads.
        threads: Number of threads; one per core if None.

    Raises:
        ConnoteError: A corpus without a word, or settings that say nothing.
        TypeError: A text is no `str`; the message names the row.

    >>> import connote
    >>> calm = ["The council met on Monday.", "The council voted."]
    >>> loud = ["The regime crushed them.", "Cronies looted the city."]
    >>> comparison = connote.compare(calm, loud)
    >>> loaded = {row.name: row for row in comparison.measures}["loaded_own"]
    >>> loaded.first, round(loaded.second), loaded.effect
    (0.0, 375, -1.0)
    >>> comparison.key_words[0].word, comparison.key_words[-1].sign
    ('council', -1)
    """
def concordance(text: str, phrase: str, *, context: int = 5) -> list[ConcordanceLine]:
    """Every place of a word or phrase in a text with the words around it (key word in context; Luhn 1960).

    Args:
        text: The text.
        phrase: The word or phrase. Case, curly apostrophes and what stands between its words make no difference.
        context: Up to so many words on both sides.

    Raises:
        ConnoteError: No word is in the phrase.

    >>> import connote
    >>> for line in connote.concordance("Tax cuts, he said. The tax cuts came.", "tax cuts", context=1):
    ...     print([line.left, line.node, line.right])
    ['', 'Tax cuts', ', he']
    ['The ', 'tax cuts', ' came']
    """
