"""Norms of word frequency: what a language uses how often, as a reference for a corpus of one's own.

None is shipped: they come from packages that you install, under their own licences.
"""

from importlib import import_module

__all__ = ["wordfreq"]


def wordfreq(language: str = "en", wordlist: str = "best") -> dict[str, int]:
    """Occurrences in a thousand million words of books, news, subtitles and the web, by the package `wordfreq` 3.

    A reference for `connote.keyness`. It is an average over corpora, no count: how large a difference is (`log_ratio`)
    can be read from it, how sure it is (`p`, `q`) only as if there were a corpus of that size. Numbers of two digits or
    more are joined there by their digits (`0000` for every year), and left out here.

    Args:
        language: Code of the language.
        wordlist: `best`, or `small` (the words above one in a million) or `large` where there are both.

    Raises:
        ImportError: `wordfreq` is not installed.
        LookupError: It has no list for this language.
    """
    try:
        package = import_module("wordfreq")
    except ImportError as error:
        raise ImportError("this norm needs the package wordfreq: pip install wordfreq") from error
    rates: dict[str, float] = package.get_frequency_dict(language, wordlist)
    return {word: round(rate * 1e9) for word, rate in rates.items() if "00" not in word}
