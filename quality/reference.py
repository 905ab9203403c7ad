"""The reference data: where its files are, and a clear error where they are not."""

from __future__ import annotations

import gzip
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any


class MissingData(Exception):
    """Reference data that should be there is not."""


class Reference:
    """The folder of reference data.

    Files are named by pattern (`babe_*.jsonl`), so that the same figures come out of another split of the same data in
    files of the same formats. The corpora lie in the folder `corpus` beside it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.corpus = self.folder.parent / "corpus"

    def all(self, pattern: str) -> list[Path]:
        """The files that match the pattern, at least one, in the order of their names."""
        return self._matching(self.folder, pattern)

    def corpora(self, pattern: str) -> list[Path]:
        """The same in the folder of the corpora."""
        return self._matching(self.corpus, pattern)

    def one(self, name: str) -> Path:
        """The file of a name."""
        path = self.folder / name
        if not path.is_file():
            raise MissingData(str(path))
        return path

    def module(self, name: str) -> ModuleType:
        """A reference program, loaded as a module."""
        path = self.one(name)
        spec = importlib.util.spec_from_file_location(path.stem, path)
        if spec is None or spec.loader is None:
            raise MissingData(f"{path}: not a Python program")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    @staticmethod
    def _matching(folder: Path, pattern: str) -> list[Path]:
        paths = sorted(folder.glob(pattern))
        if not paths:
            raise MissingData(str(folder / pattern))
        return paths


def read_text(path: Path) -> str:
    """A text as it stands in the file: line ends are part of it."""
    return path.read_bytes().decode()


def read_json(path: Path) -> Any:
    return json.loads(path.read_bytes())


def lines(path: Path) -> Iterator[str]:
    """The lines of a file, packed or not. Only a line feed ends a line."""
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    return (line for line in data.decode().split("\n") if line)


def records(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file, packed or not."""
    return [json.loads(line) for line in lines(path)]
