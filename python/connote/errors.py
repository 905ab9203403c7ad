"""The exceptions of connote. Wrong arguments raise `TypeError` and `ValueError`, file errors `OSError`."""


class ConnoteError(Exception):
    """Something that connote cannot do, with the reason."""


class LexiconError(ConnoteError, ValueError):
    """A lexicon that cannot be read; the message names the file, the line and what would be right."""
