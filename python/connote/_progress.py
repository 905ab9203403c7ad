"""What `score(..., progress=True)` shows."""

import sys
from typing import Any


class Bar:
    """A bar on stderr, by tqdm where it is installed; otherwise a line with the number of texts done."""

    def __init__(self) -> None:
        self._bar: Any = None
        try:
            from tqdm import tqdm  # type: ignore[import-untyped]
        except ImportError:
            return
        self._bar = tqdm(unit=" texts", unit_scale=True)

    def __call__(self, done: int, total: int | None) -> None:
        """Shows how many texts are done; as many as there are end the bar."""
        ended = done == total
        if self._bar is None:
            of_total = "" if total is None else f" of {total:,}"
            print(f"\r{done:,}{of_total} texts", end="\n" if ended else "", file=sys.stderr, flush=True)
            return
        self._bar.total = total
        self._bar.update(done - self._bar.n)
        if ended:
            self._bar.close()
