"""What is around the code: workflows, forms and the citation follow their schemas, and all say one version."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

import connote

from .schemas import shipped

ROOT = Path(__file__).parents[2]
STORE = "https://json.schemastore.org"
SCHEMAS = {
    ".github/workflows/test.yml": f"{STORE}/github-workflow.json",
    ".github/workflows/release.yml": f"{STORE}/github-workflow.json",
    ".github/ISSUE_TEMPLATE/fault.yml": f"{STORE}/github-issue-forms.json",
    ".github/ISSUE_TEMPLATE/word.yml": f"{STORE}/github-issue-forms.json",
    ".github/ISSUE_TEMPLATE/config.yml": f"{STORE}/github-issue-config.json",
    "CITATION.cff": "https://citation-file-format.github.io/1.2.0/schema.json",
}


def document(path: str) -> Any:
    """A file of YAML as JSON has it: `on` is a key of workflows, and no truth."""
    content = yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))
    return json.loads(json.dumps({"on" if key is True else key: value for key, value in content.items()}))


@pytest.mark.parametrize("path", SCHEMAS)
def test_files_follow_their_schemas(path: str) -> None:
    schema = shipped(SCHEMAS[path])
    jsonschema.validate(document(path), schema)


def test_every_workflow_and_form_is_checked() -> None:
    found = {str(path.relative_to(ROOT)) for path in (ROOT / ".github").rglob("*.yml")}
    assert found == {path for path in SCHEMAS if path.startswith(".github")}


def test_all_say_one_version() -> None:
    said = {
        "CITATION.cff": document("CITATION.cff")["version"],
        "recipe": document("packaging/conda/recipe.yaml")["context"]["version"],
        "Cargo.toml": re.findall(r'(?m)^version = "(.*)"', (ROOT / "Cargo.toml").read_text(encoding="utf-8"))[0],
    }
    assert set(said.values()) == {connote.__version__}, said


def test_the_recipe_says_what_pyproject_says() -> None:
    recipe = document("packaging/conda/recipe.yaml")
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'license = "{recipe["about"]["license"]}"' in pyproject
    assert f'description = "{recipe["about"]["summary"]}"' in pyproject
    assert 'requires-python = ">=3.10"' in pyproject and "python >=3.10" in recipe["requirements"]["run"]
