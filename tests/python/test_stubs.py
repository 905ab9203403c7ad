"""The stub says what the module is, and its examples are true."""

import ast
import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import connote
import connote._connote

ROOT = Path(__file__).parents[2]
STUB = Path(connote.__file__).with_name("_connote.pyi")


def test_stub_equals_module() -> None:
    command = [sys.executable, "-m", "mypy.stubtest", "connote", "--ignore-disjoint-bases"]
    command += ["--mypy-config-file", "pyproject.toml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_docstrings_of_the_stub_are_those_of_the_module() -> None:
    sys.path.insert(0, str(ROOT / "python"))
    try:
        from stub_docs import documented
    finally:
        sys.path.pop(0)
    stub = STUB.read_text(encoding="utf-8")
    assert documented(stub) == stub, "run python/stub_docs.py"


def test_everything_public_has_a_docstring() -> None:
    for name in connote.__all__:
        value = getattr(connote, name)
        if name == "__version__":
            continue
        assert value.__doc__, name
        for member, attribute in vars(value).items() if isinstance(value, type) else []:
            assert member.startswith("_") or attribute.__doc__, f"{name}.{member}"


def docstrings() -> dict[str, str]:
    tree = ast.parse(STUB.read_text(encoding="utf-8"))
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef | ast.FunctionDef)]
    found = {f"{node.name}:{node.lineno}": ast.get_docstring(node) or "" for node in nodes}
    found["connote"] = connote.__doc__ or ""
    return {name: text for name, text in found.items() if ">>>" in text}


@pytest.mark.parametrize("name", docstrings())
def test_examples_are_true(name: str) -> None:
    test = doctest.DocTestParser().get_doctest(docstrings()[name], {}, name, str(STUB), 0)
    report: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(test, out=report.append)
    assert result.attempted > 0
    assert result.failed == 0, "".join(report)
