"""Holds the work of `benches/workloads.rs` against its record: `python -m benches.instructions`, or `make instructions`.

Each workload runs once under callgrind, which counts instructions: unlike time, the count is the same on a busy machine.
More than the tolerance above the record fails; a lower count asks for a new record, which `--record` writes.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

RECORD = Path(__file__).parent / "record" / "instructions.tsv"
TOLERANCE = 0.03
# Exit code where nothing can be counted.
NOT_COUNTED = 3
WORKLOADS = ("report", "headlines", "json", "scan", "vader", "table")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", action="store_true", help="write the counts as the new record")
    arguments = parser.parse_args()
    need_valgrind()
    program = build()
    counts = {name: count(program, name) for name in WORKLOADS}
    if arguments.record:
        RECORD.write_text(
            f"# Instructions of benches/workloads.rs under callgrind, by {rustc()}; written by make instructions-record\n"
            "# columns: workload, instructions\n" + "".join(f"{name}\t{value}\n" for name, value in counts.items()),
            encoding="utf-8",
        )
        return 0
    rows = [line.split("\t") for line in RECORD.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    failed = False
    for name, value in rows:
        change = counts[name] / int(value) - 1
        too_many = change > TOLERANCE
        failed |= too_many
        verdict = "too many" if too_many else "fewer: record it" if change < -TOLERANCE else "as recorded"
        print(f"{name:10} {counts[name]:>13,} {change:+7.1%}  {verdict}")
    if failed:
        print(f"more than {TOLERANCE:.0%} above {RECORD.name}: mend it, or record it with a reason", file=sys.stderr)
    return int(failed)


def need_valgrind() -> None:
    """Installs valgrind where it is missing and Debian's packages can be had."""
    apt = shutil.which("apt-get")
    if shutil.which("valgrind") is None and apt is not None:
        subprocess.run([apt, "update", "-qq"], check=False)
        subprocess.run([apt, "install", "-y", "-qq", "--no-install-recommends", "valgrind"], check=False)
    if shutil.which("valgrind") is None:
        print("valgrind, which counts the instructions, is not there and cannot be installed", file=sys.stderr)
        sys.exit(NOT_COUNTED)


def build() -> str:
    """The program of the workloads, built as a release."""
    command = ["cargo", "bench", "--bench", "workloads", "--no-run", "--message-format=json"]
    lines = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    messages = [json.loads(line) for line in lines]
    built: list[str] = [
        message["executable"]
        for message in messages
        if message["reason"] == "compiler-artifact" and message["target"]["name"] == "workloads"
    ]
    return built[-1]


def count(program: str, workload: str) -> int:
    """The instructions of the function `work` of one workload."""
    command = [
        "valgrind",
        "--tool=callgrind",
        "--toggle-collect=*workloads::work*",
        "--callgrind-out-file=/dev/null",
        program,
        workload,
    ]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", ran.stderr)
    if found is None:
        sys.exit(f"callgrind counted nothing of {workload}:\n{ran.stderr}")
    return int(found[1])


def rustc() -> str:
    return subprocess.run(["rustc", "--version"], check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
