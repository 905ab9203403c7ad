"""A standalone Spark cluster on loopback, one of whose workers dies: the rows and the words are those of the command line.

`make test-spark` runs it; it needs Java and pyspark, and takes a minute or two.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pyspark
import pytest
from pyspark.sql import SparkSession

import connote
import connote.spark

pytestmark = pytest.mark.filterwarnings("default")

ROOT = Path(__file__).parents[2]
FILES = [ROOT / "examples/sample_article.txt", *sorted((ROOT / "benches/texts").glob("*.txt"))]
PARTS = 48
DEADLINE = 120


def wait_for(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + DEADLINE
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} did not happen in {DEADLINE} s")
        time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Cluster:
    """One master and two workers of one core each, as Spark starts them on machines."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._page = free_port()
        self._processes: list[subprocess.Popen[bytes]] = []
        port = free_port()
        self.url = f"spark://127.0.0.1:{port}"
        self._start("master.Master", "--port", str(port), "--webui-port", str(self._page))
        wait_for(self._answers, "the start of the master")
        for name in ("one", "two"):
            options = ["--cores", "1", "--memory", "1g", "--webui-port", "0", "--work-dir", str(folder / name)]
            self._start("worker.Worker", *options, self.url)
        wait_for(lambda: self.workers() == 2, "the registration of both workers")

    def _start(self, name: str, *options: str) -> None:
        program = Path(pyspark.__file__).parent / "bin/spark-class"
        command = [str(program), f"org.apache.spark.deploy.{name}", "--host", "127.0.0.1", *options]
        environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
        with (self._folder / f"{len(self._processes)}.log").open("wb") as log:
            # A group of its own, so that a worker dies with its executors, as a machine does.
            process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)
        self._processes.append(process)

    def _answers(self) -> bool:
        try:
            return self.workers() == 0
        except OSError:
            return False

    def workers(self) -> int:
        """How many workers are alive, by the master's page."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self._page}/json/", timeout=10) as page:
            alive: int = json.load(page)["aliveworkers"]
        return alive

    def kill_a_worker(self) -> None:
        self._kill(self._processes.pop())

    def stop(self) -> None:
        while self._processes:
            self.kill_a_worker()

    def _kill(self, process: "subprocess.Popen[bytes]") -> None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    yield cluster
    cluster.stop()


@pytest.fixture(scope="module")
def spark(cluster: Cluster) -> Iterator[Any]:
    os.environ.update(PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")
    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.executor.memory": "512m",
        "spark.ui.enabled": "false",
        # A file is a partition; a batch is smaller than that.
        "spark.sql.files.maxPartitionBytes": "64k",
        "spark.sql.files.openCostInBytes": "64k",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "7",
    }
    builder: Any = SparkSession.builder
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.master(cluster.url).appName("connote").getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    parts = [path.read_text(encoding="utf-8").split("\n", 1) for path in FILES]
    headlines = [headline for headline, _ in parts] + ["Regime falls", None, None]
    bodies = [body for _, body in parts] + [None, "Critics cheered.", None]
    folder = tmp_path_factory.mktemp("corpus")
    for part in range(PARTS):
        keys = [1000 * part + row for row in range(len(bodies))]
        # Every part has words of its own.
        own = [None if body is None else f"{body} Part{part}." for body in bodies]
        pq.write_table(pa.table({"key": keys, "headline": headlines, "body": own}), folder / f"{part:02}.parquet")
    return folder


def connote_command(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "connote", *arguments], check=True, capture_output=True)


def test_words(spark: Any, corpus: Path, tmp_path: Path) -> None:
    files = [str(path) for path in sorted(corpus.glob("*.parquet"))]
    connote_command("words", *files, "--text", "body", "--save", str(tmp_path / "all.freq"), "-n", "2")
    table = connote.spark.words(spark.read.parquet(str(corpus)), "body", n=2)
    assert table.documents == PARTS * (len(FILES) + 1)
    assert table.to_bytes() == (tmp_path / "all.freq").read_bytes()


def test_rows_when_a_worker_dies_midway(cluster: Cluster, spark: Any, corpus: Path, tmp_path: Path) -> None:
    files = [str(path) for path in sorted(corpus.glob("*.parquet"))]
    options = ["--text", "body", "--title", "headline", "--id", "key", "-o", str(tmp_path / "expected.parquet")]
    connote_command("score", *files, *options)

    done_at_death: list[int] = []

    def kill_midway() -> None:
        tracker = spark.sparkContext.statusTracker()

        def done() -> int:
            stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
            return max((stage.numCompletedTasks for stage in stages if stage and stage.numTasks >= PARTS), default=0)

        wait_for(lambda: done() >= PARTS // 4, "a quarter of the work")
        done_at_death.append(done())
        cluster.kill_a_worker()

    killer = threading.Thread(target=kill_midway)
    scores = connote.spark.score(spark.read.parquet(str(corpus)), "body", title="headline")
    killer.start()
    scores.drop("headline", "body").write.parquet(str(tmp_path / "scores"))
    killer.join()

    assert 0 < done_at_death[0] < PARTS
    wait_for(lambda: cluster.workers() == 1, "the loss of the worker")
    rows = pq.read_table(tmp_path / "scores").sort_by("key").to_pylist()
    assert len(rows) == PARTS * (len(FILES) + 3)
    assert rows == pq.read_table(tmp_path / "expected.parquet").to_pylist()


def test_a_column_of_the_frame_is_not_overwritten(spark: Any) -> None:
    frame = spark.createDataFrame([("x", 99)], "text string, words long")
    with pytest.raises(ValueError, match="column 'words' of its own"):
        connote.spark.score(frame, columns=["words"])


def test_lists_pass_through(spark: Any) -> None:
    texts = ["“Čović” is a bully 😡, Ann Poole said. The regime fell.", None, ""]
    columns = ["words", *(column.name for column in connote.lists())]
    frame = spark.createDataFrame([(text,) for text in texts], "text string")
    rows = [row.asDict(recursive=True) for row in connote.spark.score(frame, columns=columns).drop("text").collect()]
    assert rows == connote.score(texts, columns=columns).to_pylist()
