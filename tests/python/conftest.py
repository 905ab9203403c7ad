"""What several test files share."""

import signal

import pytest

import connote

# A shell that starts the tests in the background leaves Ctrl-C ignored, and a test of it would never end.
signal.signal(signal.SIGINT, signal.default_int_handler)

ARTICLE = (
    "Strongman clings to power\n\n"
    "The regime’s illicit grip “will not hold,” said Ana Čović, a critic. It was a disaster 😡 for everyone.\n\n"
    "“He is a bully,” she added. Aid fell by 12 % in 2019.\n"
)


@pytest.fixture(scope="session")
def report() -> connote.Report:
    return connote.analyze(ARTICLE)


@pytest.fixture(scope="session")
def house() -> connote.Lexicon:
    return connote.Lexicon.from_tsv("house", "widget pusher\tnoun\tname_calling\t2\tseller\t-\t-\ta jibe\n")
