"""Threads, forks and the free interpreter."""

import asyncio
import multiprocessing
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import pairwise

import pytest

import connote

from .conftest import ARTICLE


def test_one_analyzer_in_many_threads() -> None:
    analyzer = connote.Analyzer(threads=2)
    texts = [ARTICLE[: 10 * length] for length in range(30)]
    expected = [analyzer.analyze(text).to_json() for text in texts]

    def work(_: int) -> list[str]:
        assert analyzer.score(texts, columns=["words"])["words"] == [connote.analyze(t).counts.words for t in texts]
        return [report.to_json() for report in analyzer.analyze_batch(texts)]

    with ThreadPoolExecutor(16) as pool:
        assert all(result == expected for result in pool.map(work, range(32)))


def test_the_loop_goes_on_while_texts_are_read() -> None:
    analyzer, texts = connote.Analyzer(threads=1), [ARTICLE * 10] * 200
    ticks: list[float] = []

    async def tick(done: asyncio.Event) -> None:
        while not done.is_set():
            ticks.append(time.perf_counter())
            await asyncio.sleep(0)

    async def read() -> list[connote.Scores]:
        done = asyncio.Event()
        ticker = asyncio.create_task(tick(done))
        score = partial(analyzer.score, texts, columns=["words"])
        scored = await asyncio.gather(*(asyncio.to_thread(score) for _ in range(3)))
        done.set()
        await ticker
        return scored

    scored = asyncio.run(read())
    assert len(ticks) > 100
    assert all(scores == scored[0] for scores in scored) and len(scored[0]) == 200


def test_one_report_in_many_threads(report: connote.Report) -> None:
    fresh = connote.analyze(ARTICLE)
    barrier = threading.Barrier(8)

    def work(_: int) -> tuple[object, object, str]:
        barrier.wait()
        return fresh.loaded.hits, fresh.sentiment.sentences, fresh.text

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(work, range(8)))
    # All threads get the one tuple, whoever made it.
    assert len({tuple(map(id, result)) for result in results}) == 1
    assert fresh == report


def count_words(texts: list[str]) -> tuple[list[int | float | None], list[int]]:
    scores = connote.score(texts, columns=["words"])
    return scores["words"], [report.counts.words for report in connote.Analyzer(threads=2).analyze_batch(texts)]


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_processes_after_a_parallel_call(method: str) -> None:
    texts = ["one two three."] * 64
    expected = ([3] * 64, [3] * 64)
    assert count_words(texts) == expected
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map_async(count_words, [texts] * 4).get(timeout=60) == [expected] * 4


def test_no_thread_outlives_its_call() -> None:
    if sys.platform != "linux":
        pytest.fail("counts threads in /proc")

    def threads() -> int:
        import os

        return len(os.listdir("/proc/self/task"))

    before = threads()
    connote.Analyzer(threads=8).score(["a"] * 100, columns=["words"])
    deadline = time.monotonic() + 10
    while threads() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threads() <= before


def test_the_interpreter_is_free_during_a_call() -> None:
    texts = [ARTICLE * 20] * 1500
    stamps: list[float] = []
    done = threading.Event()

    def tick() -> None:
        while not done.is_set():
            stamps.append(time.perf_counter())
            time.sleep(0.001)

    ticker = threading.Thread(target=tick)
    ticker.start()
    start = time.perf_counter()
    connote.Analyzer(threads=1).score(texts, columns=["words"])
    took = time.perf_counter() - start
    done.set()
    ticker.join()
    during = [stamp for stamp in stamps if start < stamp < start + took]
    gaps = [b - a for a, b in pairwise([start, *during, start + took])]
    assert len(during) > 10
    assert max(gaps) < took / 2
