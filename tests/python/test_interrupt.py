"""Ctrl-C ends a batch soon, leaves no work behind, and the analyzer goes on working."""

import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pytest

import connote

from .conftest import ARTICLE

# Long enough to take many seconds, in little memory: one text and one chunk over and over.
TEXTS = [ARTICLE * 10] * 1_000_000
COLUMN = pa.chunked_array([pa.array([ARTICLE * 10] * 1000)] * 1000)


@pytest.mark.parametrize(
    "work",
    [
        lambda analyzer: analyzer.score(COLUMN, columns=["words"]),
        lambda analyzer: analyzer.analyze_batch(TEXTS),
        lambda analyzer: analyzer.score(ARTICLE for _ in itertools.count()),
        lambda _: connote.FrequencyTable(COLUMN, n=3),
    ],
    ids=["score", "analyze_batch", "endless input", "table"],
)
def test_ctrl_c_stops_a_batch(work: Callable[[connote.Analyzer], Any]) -> None:
    analyzer = connote.Analyzer(threads=2)
    sent: list[float] = []

    def interrupt() -> None:
        sent.append(time.perf_counter())
        os.kill(os.getpid(), signal.SIGINT)

    timer = threading.Timer(0.5, interrupt)
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        work(analyzer)
    took = time.perf_counter() - sent[0]
    timer.join()
    assert took < 0.2
    assert analyzer.score(["a b"], columns=["words"])["words"] == [2]


def test_an_exception_of_a_signal_handler_comes_out_unchanged() -> None:
    class Alarm(Exception):
        pass

    def ring(*_: object) -> None:
        raise Alarm("now")

    old = signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.5)
        with pytest.raises(Alarm, match="now"):
            connote.score(COLUMN, columns=["words"])
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


def test_ctrl_c_ends_the_command_line() -> None:
    # `report -` waits for standard input.
    command = [sys.executable, "-m", "connote", "report", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        time.sleep(1.0)
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=5) == -signal.SIGINT
