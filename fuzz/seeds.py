"""The seeds of the targets, one file of JSON strings for each.

`python3 fuzz/seeds.py unpack TARGET` puts them into fuzz/corpus, where libFuzzer adds to them, and `pack TARGET` takes
from there what reaches all that the corpus reaches.
"""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

FUZZ = Path(__file__).parent
#: Short texts: they are read by the tests.
BYTES = 512
SEEDS = 200


def unpack(target: str) -> None:
    corpus = FUZZ / "corpus" / target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate((FUZZ / "seeds" / f"{target}.jsonl").read_text("utf-8").splitlines()):
        (corpus / f"seed-{number}").write_bytes(json.loads(seed).encode())


def pack(target: str) -> None:
    with TemporaryDirectory() as cover:
        # The fewest texts that reach every edge; cargo-fuzz itself keeps far more.
        run = ["cargo", "fuzz", "run", "-s", "none", target, cover, str(FUZZ / "corpus" / target)]
        subprocess.run([*run, "--", "-set_cover_merge=1", "-use_counters=0", f"-max_len={BYTES}"], check=True)
        texts = {text(path.read_bytes()) for path in Path(cover).iterdir()}
    shortest = sorted(texts, key=lambda text: (len(text), text))[:SEEDS]
    (FUZZ / "seeds" / f"{target}.jsonl").write_text("".join(json.dumps(text) + "\n" for text in shortest), "utf-8")


def text(data: bytes) -> str:
    """Of other bytes the targets see what stands before them."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return data[: error.start].decode()


if __name__ == "__main__":
    {"pack": pack, "unpack": unpack}[sys.argv[1]](sys.argv[2])
