"""Copies the docstrings of the compiled module into its stub, where editors read them.

The Rust sources are the one place where they are written: after a change there, build and run this file.
"""

import ast
import inspect
from pathlib import Path

import connote._connote

STUB = Path(__file__).parent / "connote" / "_connote.pyi"


def documented(stub: str) -> str:
    """The stub with the docstrings of the module, whatever it held before."""
    lines = stub.splitlines()
    # From the last to the first, so that line numbers stay true.
    for node, owner in sorted(definitions(ast.parse(stub)), key=lambda found: -found[0].lineno):
        doc = None if hasattr(object, node.name) else inspect.getdoc(getattr(owner, node.name))
        if doc is None:
            continue
        first = node.body[0]
        at = first.lineno - 1
        if is_docstring(first):
            del lines[at : first.end_lineno]
        elif isinstance(node, ast.ClassDef):
            at = node.lineno
        else:
            lines[at] = lines[at].removesuffix(" ...")
            at += 1
        lines[at:at] = block(doc, " " * (node.col_offset + 4))
    return "\n".join(lines) + "\n"


def block(doc: str, indent: str) -> list[str]:
    """The lines of a docstring."""
    end = "\n" if "\n" in doc else ""
    quoted = f'"""{doc}{end}"""'.replace("\\", "\\\\")
    return [(indent + line).rstrip() for line in quoted.split("\n")]


def definitions(module: ast.Module) -> list[tuple[ast.ClassDef | ast.FunctionDef, object]]:
    """The public classes, functions, methods and properties of the stub, each with what holds it at run time."""
    found: list[tuple[ast.ClassDef | ast.FunctionDef, object]] = []
    for node in module.body:
        if isinstance(node, ast.FunctionDef):
            found.append((node, connote._connote))
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            found.append((node, connote._connote))
            members = [member for member in node.body if isinstance(member, ast.FunctionDef)]
            found += [(member, getattr(connote._connote, node.name)) for member in members]
    return found


def is_docstring(node: ast.stmt) -> bool:
    """Whether a statement is a string on its own."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


if __name__ == "__main__":
    STUB.write_text(documented(STUB.read_text(encoding="utf-8")), encoding="utf-8")
