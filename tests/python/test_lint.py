"""`connote lint` as Python users run it, and its SARIF against the schema of OASIS."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from .schemas import shipped

ARTICLES = Path(__file__).parents[1] / "data/lint"


def lint(*args: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "connote", "lint", *args]
    return subprocess.run(command, cwd=ARTICLES, capture_output=True, check=False)


@pytest.fixture(scope="module")
def schema() -> Any:
    """The schema that a log names."""
    schema = shipped(json.loads(lint("article.txt", "--format", "sarif").stdout)["$schema"])
    assert "SARIF" in schema["title"] and "2.1.0" in schema["title"]
    return schema


@pytest.mark.parametrize("args", [["article.txt", "article.md", "article.html", "--strength", "1", "--quoted"], ["absent.md"]])
def test_sarif_follows_its_schema(schema: Any, args: list[str]) -> None:
    validator = Draft7Validator(schema)
    log = json.loads(lint(*args, "--format", "sarif").stdout)
    assert [error.message for error in validator.iter_errors(log)] == []
    # A validator that finds nothing wrong anywhere would say the same.
    log["runs"][0]["tool"]["driver"]["rules"][0].pop("id")
    log["runs"][0]["columns"] = 1
    assert len(list(validator.iter_errors(log))) == 2


def test_exit_codes_reach_the_shell() -> None:
    assert lint("article.txt").returncode == 1
    assert lint("article.txt", "--exit-zero").returncode == 0
    assert lint("absent.txt", "article.txt").returncode == 2
