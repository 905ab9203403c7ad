"""The documentation site: its links lead somewhere, its code runs, and what it says of the program is so.

Cells of notebooks run when the site is built (`make docs-site`), and a cell that fails ends the build.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import duckdb
import pytest

import connote

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SITE = Path(os.environ["CONNOTE_SITE"])
PAGES = sorted(DOCS.rglob("*.md"))
FAMILIES = sorted(DOCS.glob("families/*.md"))
# `make test-recipes` runs these.
RECIPES = DOCS / "scaling.md"


class Links(HTMLParser):
    """What a page links to, and the anchors it has."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if value and (name == "id" or tag == "a" and name == "name"):
                self.anchors.add(value)
            elif value and name in ("href", "src"):
                self.links.append(value)


def test_links_lead_somewhere() -> None:
    pages = {page: Links(page) for page in SITE.rglob("*.html") if "rust" not in page.relative_to(SITE).parts}
    assert len(pages) > 20
    broken = []
    for page, found in pages.items():
        for link in found.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            if not target.is_file():
                broken.append(f"{page.relative_to(SITE)}: {link}")
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
                broken.append(f"{page.relative_to(SITE)}: {link} has no such place")
    assert broken == []


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", [page for page in PAGES if page != RECIPES], ids=lambda page: page.stem)
def test_python_that_is_no_cell_runs(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DOCS)
    names: dict[str, object] = {}
    for block in blocks(page, "python"):
        exec(block, names)


def test_commands_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands that are no cells, on the articles of the tutorials."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(DOCS / "data/papers.jsonl", "news.jsonl")
    commands = [line for page in PAGES for line in re.findall(r"^    \$ (.*)$", page.read_text("utf-8"), re.MULTILINE)]
    assert len(commands) >= 2
    for command in commands:
        if command.startswith("duckdb -c "):
            rows = duckdb.sql(shlex.split(command)[2])
            assert rows is not None and rows.fetchall()
        else:
            program, *arguments = shlex.split(command)
            assert program == "connote"
            subprocess.run([sys.executable, "-m", program, *arguments], check=True, capture_output=True)


def test_every_block_is_run_or_no_code() -> None:
    kinds = {
        kind for page in PAGES for kind in re.findall(r"^```(\S+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert kinds <= {"python", "{code-cell}", "{toctree}", "{image}", "{raw}"}


@pytest.mark.parametrize("page", FAMILIES, ids=lambda page: page.stem)
def test_every_family_says_what_its_numbers_cannot_tell(page: Path) -> None:
    headings = re.findall(r"^## (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    expected = ["Definitions", "Formulas and sources", "Validity", "What these numbers cannot tell"]
    assert headings == expected


def test_categories_are_those_of_the_program() -> None:
    table = dict(
        re.findall(r"^\| ([a-z ]+) \| (.+) \|$", (DOCS / "families/loaded.md").read_text("utf-8"), re.MULTILINE)
    )
    table.pop("category")
    source = (ROOT / "src/plain.rs").read_text(encoding="utf-8").split("pub(crate) fn meaning")[1].split("\n}")[0]
    meanings = re.findall(r'Category::(\w+) => "(.*)"', source)
    assert len(meanings) == 20
    assert table == {re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower(): meaning for name, meaning in meanings}


def test_the_reference_has_every_public_name() -> None:
    reference = Links(SITE / "api/python/connote/index.html").anchors
    missing = {name for name in connote.__all__ if not name.startswith("_")} - {
        name.removeprefix("connote.") for name in reference
    }
    assert missing == set()
    assert "connote.plot.sentiment_arc" in Links(SITE / "api/python/connote/plot/index.html").anchors
    assert (SITE / "rust/connote/index.html").is_file()


def test_formulas_stand_with_their_sources() -> None:
    page = (SITE / "families/readability.html").read_text(encoding="utf-8")
    for language in ("en", "de", "ar"):
        for formula in connote.formulas(language):
            assert f">{formula.name}<" in page, formula.name
