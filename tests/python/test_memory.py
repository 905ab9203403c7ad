"""A process whose memory is limited: a text that it is not enough for is refused, and smaller ones are read."""

import subprocess
import sys

SCRIPT = """
import resource
import connote

analyzer = connote.Analyzer(threads=2)
large = "It rained all day in the valley. " * 300_000
with open("/proc/self/statm") as file:
    used = int(file.read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + (90 << 20), used + (90 << 20)))
for read in (analyzer.analyze, lambda text: analyzer.analyze_batch([text]), lambda text: analyzer.score([text])):
    try:
        read(large)
    except MemoryError as error:
        print(error)
print(analyzer.score(["It rained."] * 100, columns=["words"])["words"] == [2] * 100)
"""


def test_a_text_too_large_for_the_memory_is_refused() -> None:
    found = subprocess.run([sys.executable, "-c", SCRIPT], check=True, capture_output=True, text=True, timeout=60)
    *refused, read = found.stdout.splitlines()
    assert read == "True"
    assert len(refused) == 3
    assert all("about 118800000 bytes of memory, which are not there (split" in message for message in refused), refused
