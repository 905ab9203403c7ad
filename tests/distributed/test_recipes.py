"""The recipes of `docs/scaling.md` run as they stand there, and give the rows of the command line.

`make test-recipes` runs them; it installs Ray, Daft, Dask and Hugging Face `datasets`.
"""

import re
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/scaling.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"^### ([^\n]+)\n\n```python\n(.*?)```", PAGE, re.DOTALL | re.MULTILINE))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with articles in `news/` and what the command line says of them in `expected.parquet`."""
    lines = (ROOT / "examples/sample_article.txt").read_text(encoding="utf-8").splitlines()
    bodies = [None if row % 7 == 3 else "\n".join(lines[row : 2 * row]) for row in range(20)]
    headlines = [None if row % 5 == 4 else lines[row] for row in range(20)]
    table = pa.table({"id": range(20), "headline": headlines, "body": bodies})
    (tmp_path / "news").mkdir()
    for part in range(4):
        pq.write_table(table.slice(5 * part, 5), tmp_path / f"news/{part}.parquet")
    options = ["--text", "body", "--title", "headline", "--id", "id", "-o", str(tmp_path / "expected.parquet")]
    command = [sys.executable, "-m", "connote", "score", str(tmp_path / "news/*.parquet"), *options]
    subprocess.run(command, check=True, capture_output=True)
    return tmp_path


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_gives_the_rows_of_the_command_line(name: str, folder: Path) -> None:
    (folder / "recipe.py").write_text(RECIPES[name], encoding="utf-8")
    done = subprocess.run([sys.executable, "recipe.py"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    scored = pq.read_table(next(folder.glob("scores*"))).sort_by("id")
    names = scored.column_names
    assert len(names) > 3
    assert scored.to_pylist() == pq.read_table(folder / "expected.parquet", columns=names).to_pylist()


def test_every_recipe_is_found() -> None:
    assert list(RECIPES) == ["Ray Data", "Daft", "Dask", "Hugging Face datasets"]
