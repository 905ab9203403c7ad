"""The README says what the program does: its code runs, its values and its output are the real ones."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import connote

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_python_blocks_run_and_give_the_values_beside_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    values = 0
    for block in re.findall(r"```python\n(.*?)```", README, re.DOTALL):
        exec(block, names)
        for code, value in re.findall(r"^(\S.*?) +# ([(\[\d'-].*)$", block, re.MULTILINE):
            assert eval(code, names) == ast.literal_eval(value), code
            values += 1
    assert values == 20


@pytest.mark.parametrize("command", ["report", "lint"])
def test_the_output_shown_is_the_real_one(command: str) -> None:
    shown = README.split(f"$ connote {command} examples/sample_article.txt\n")[1]
    shown = re.split(r"\n(?=\S)", shown)[0]
    lines = [line.strip() for line in shown.splitlines() if line.strip() not in ("", "…")]
    arguments = [sys.executable, "-m", "connote", command, "examples/sample_article.txt"]
    environment = {**os.environ, "COLUMNS": "80"}
    output = subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, check=False).stdout.decode()
    real = iter([line.strip() for line in output.splitlines()])
    # In this order, with others between them.
    assert len(lines) > 3
    for line in lines:
        assert line in real, line


def test_the_table_of_formulas_has_the_real_scores() -> None:
    report = connote.analyze((ROOT / "examples/sample_article.txt").read_text(encoding="utf-8"))
    table = README.split("### One text, four readings")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| ")]
    assert rows[0] == ["formula", "paper", "connote", "textstat", "quanteda", "why they differ"]
    names = dict(re.findall(r'\("([^"]+)", "([a-z0-9_]+)"', (ROOT / "benches/peers/formulas.py").read_text("utf-8")))
    assert [row[0] for row in rows[1:]] == list(names)
    for title, paper, ours, *_ in rows[1:]:
        score = report.readability[names[title]]
        assert score is not None and (paper, ours) == (f"{score:.1f}",) * 2, title
    assert f"{report.counts.sentences} here" in table
