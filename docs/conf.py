"""The documentation site: `make docs-site`."""

import os
import re
from pathlib import Path

from sphinx.application import Sphinx

import connote

project = "connote"
version = release = connote.__version__
copyright = "the connote authors"
extensions = ["myst_nb", "autoapi.extension"]
exclude_patterns = ["requirements.txt", "data", "pictures"]

# Tutorials are notebooks in MyST Markdown: their cells run at every build, and a cell that fails fails the build.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 300
# The Spark tutorial needs Java and pyspark; only `SPARK=no` leaves its cells out.
nb_execution_excludepatterns = ["*spark.md"] if os.environ.get("SPARK") == "no" else []
nb_merge_streams = True
# `words` is a property of many classes.
suppress_warnings = ["ref.python", "myst-nb.lexer"]
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]

# The stub is what editors read: the API is made from it, with its types.
autoapi_dirs = [str(Path(__file__).parents[1] / "python" / "connote")]
autoapi_file_patterns = ["*.pyi", "*.py"]
autoapi_options = ["members", "undoc-members", "imported-members", "show-module-summary"]
autoapi_root = "api/python"
autoapi_add_toctree_entry = False
autoapi_member_order = "groupwise"
autoapi_keep_files = False
# What stands between backticks in docstrings is code.
default_role = "code"

html_theme = "furo"
html_title = f"connote {release}"
html_show_sourcelink = False


def setup(app: Sphinx) -> None:
    app.connect("autodoc-process-docstring", _fields)


def _fields(app: Sphinx, what: str, name: str, thing: object, options: object, lines: list[str]) -> None:
    """Turns the sections of a docstring, `Args:`, `Returns:` and `Raises:`, into field lists.

    Napoleon would read "Meaning: more of it" of a property as its type.
    """
    fields = {
        "Args:": (r"^    (\*{0,2}\w+): ", r":param \1: "),
        "Raises:": (r"^    (\w+): ", r":raises \1: "),
        "Returns:": (r"^    (?=\S)", ":returns: "),
    }
    field = None
    for at, line in enumerate(lines):
        if line in fields:
            field, lines[at] = fields[line], ""
        elif line and not line.startswith(" "):
            field = None
        elif field:
            lines[at] = re.sub(*field, line)
