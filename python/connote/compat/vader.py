"""vaderSentiment 3.3.2 by another import line: the same numbers for every text, many times faster.

>>> from connote.compat.vader import SentimentIntensityAnalyzer
>>> analyzer = SentimentIntensityAnalyzer()
>>> analyzer.polarity_scores("The ministry gutted aid.")["compound"]
0.0
>>> analyzer.lexicon["gutted"] = -2.1
>>> analyzer.polarity_scores("The ministry gutted aid.")["compound"]
-0.4767
"""

import re
from collections.abc import Callable
from functools import wraps
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from connote._connote import Vader, VaderToken
from connote.errors import LexiconError

__all__ = ["SentimentIntensityAnalyzer"]

Result = TypeVar("Result")
Value = TypeVar("Value")

# The names under which the package ships its own lists.
WORDS = "vader_lexicon.txt"
EMOJI = "emoji_utf8_lexicon.txt"
SURROGATES = re.compile("[\ud800-\udfff]")
VERSIONS = count()


class Table(dict[str, Value]):
    """A dictionary that tells when it was changed: every state of every table has a version of its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """As `dict`."""
        super().__init__(*args, **kwargs)
        self.version = next(VERSIONS)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (dict(self),)


def counted(change: Callable[..., Any]) -> Callable[..., Any]:
    """A method of `dict` that changes it, for `Table`."""

    @wraps(change)
    def method(self: Table[Any], *args: Any, **kwargs: Any) -> Any:
        try:
            return change(self, *args, **kwargs)
        finally:
            # Also after an error: `update` may fail half-way.
            self.version = next(VERSIONS)

    return method


for name in ("__setitem__", "__delitem__", "__ior__", "clear", "pop", "popitem", "setdefault", "update"):
    setattr(Table, name, counted(getattr(dict, name)))


class SentimentIntensityAnalyzer:
    """VADER 3.3.2 (Hutto & Gilbert 2014) with the interface of the package vaderSentiment.

    `lexicon` (rating by word) and `emojis` (description by emoji) are dictionaries. Changes to them, or others in their
    place, count from the next text on, as in the package; the words are compiled again then, which takes about as long
    as a text of 10,000 words. `sentiment_valence` and `score_valence`, steps of the package's own loop, are not offered:
    `tokens` tells what each token adds.

    Args:
        lexicon_file: A word list in the package's format: word, TAB, rating, and more columns that are not read. The
            default is the package's own list. Unlike there, a relative path starts at the working directory.
        emoji_lexicon: Likewise for emoji: emoji, TAB, description.

    Raises:
        OSError: A file cannot be read.
        LexiconError: A line is wrong; the message names it.

    >>> SentimentIntensityAnalyzer().polarity_scores("VADER is smart, handsome, and funny!")
    {'neg': 0.0, 'neu': 0.248, 'pos': 0.752, 'compound': 0.8439}
    """

    lexicon: dict[str, float]
    emojis: dict[str, str]

    def __init__(self, lexicon_file: str = WORDS, emoji_lexicon: str = EMOJI) -> None:
        """Reads the lists."""
        self._names = (str(lexicon_file), str(emoji_lexicon))
        # The package calls the content of the files so.
        self.lexicon_full_filepath = content(lexicon_file, WORDS, Vader.embedded_words)
        self.lexicon = self.make_lex_dict()
        self.emoji_full_filepath = content(emoji_lexicon, EMOJI, Vader.embedded_emoji)
        self.emojis = self.make_emoji_dict()
        self._compiled: tuple[Any, Vader] | None = None

    def make_lex_dict(self) -> dict[str, float]:
        """The word list as it was read, as a dictionary; of two lines for one word the later counts."""
        words: Table[float] = Table()
        for word, rating, place in rows(self.lexicon_full_filepath, self._names[0], "word and rating"):
            try:
                dict.__setitem__(words, word, float(rating))
            except ValueError:
                raise LexiconError(f"{place}: {rating!r} where a number such as -1.5 belongs") from None
        return words

    def make_emoji_dict(self) -> dict[str, str]:
        """The list of emoji as it was read, as a dictionary."""
        return Table(row[:2] for row in rows(self.emoji_full_filepath, self._names[1], "emoji and description"))

    def polarity_scores(self, text: str) -> dict[str, float]:
        """The numbers of a text: `neg`, `neu` and `pos`, shares of 0 to 1, and `compound`, -1 to 1.

        Raises:
            ConnoteError: A rating of `lexicon` is not finite.
            TypeError: The text is no `str`, or a rating no number.
        """
        return asked(self._vader().polarity_scores, text)

    def tokens(self, text: str) -> list[VaderToken]:
        """Every token of a text and what it adds to the sum; the package has no such method."""
        return asked(self._vader().tokens, text)

    def _vader(self) -> Vader:
        """The dictionaries as they are now, compiled."""
        state = [table.version if isinstance(table, Table) else table for table in (self.lexicon, self.emojis)]
        if self._compiled is None or self._compiled[0] != state:
            # A plain dictionary is compared with what it was.
            kept = [dict(table) if isinstance(table, dict) else table for table in state]
            self._compiled = kept, Vader(self.lexicon, self.emojis)
        return self._compiled[1]

    def __getstate__(self) -> dict[str, Any]:
        """All but what is compiled, for pickles and copies."""
        return {**vars(self), "_compiled": None}


def content(path: str, default: str, embedded: Callable[[], list[tuple[str, Any]]]) -> str:
    """The text of a list."""
    if path == default:
        return "".join(f"{key}\t{value}\n" for key, value in embedded())
    try:
        return Path(path).read_bytes().decode()
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: not UTF-8 at byte {error.start}") from None


def rows(content: str, name: str, columns: str) -> list[tuple[str, str, str]]:
    """The first two cells of each line, and where they stand."""
    found = []
    for number, line in enumerate(content.split("\n"), 1):
        cells = line.strip().split("\t")
        if cells == [""]:
            continue
        place = f"{name}, line {number}"
        if len(cells) == 1:
            raise LexiconError(f"{place}: one column where {columns} belong, with a TAB between them")
        found.append((cells[0], cells[1], place))
    return found


def asked(ask: Callable[[str], Result], text: str) -> Result:
    """The answer for a text. The package takes a lone surrogate for a character that means nothing: another will do."""
    try:
        return ask(text)
    except ValueError:
        return ask(SURROGATES.sub("\ufffd", text))
