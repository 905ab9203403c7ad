"""A figure with its goal, and the table of figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured figure.

    `met` is None for a figure without a goal. `later` says that the goal belongs to work that has not begun. `misses`
    are the cases behind the gap between value and goal.
    """

    family: str
    name: str
    value: str
    goal: str = ""
    met: bool | None = None
    peer: str = ""
    misses: tuple[str, ...] = ()
    later: bool = False

    @property
    def state(self) -> str:
        if self.met is None:
            return ""
        return "met" if self.met else "later" if self.later else "NOT MET"


class Family:
    """Makes the figures of one family."""

    def __init__(self, name: str) -> None:
        self.name = name

    def shown(self, name: str, value: str, peer: str = "", misses: Iterable[str] = ()) -> Figure:
        """A figure without a goal."""
        return Figure(self.name, name, value, peer=peer, misses=tuple(misses))

    def cases(
        self, name: str, misses: Sequence[str], total: int, allowed: int = 0, peer: str = "", later: bool = False
    ) -> Figure:
        """Cases right of `total`, of which `allowed` may be wrong; no case at all is not a success."""
        right, goal = total - len(misses), total - allowed
        met = total > 0 and right >= goal
        return Figure(self.name, name, f"{right:,}/{total:,}", f"{goal:,}/{total:,}", met, peer, tuple(misses), later)

    def at_least(
        self,
        name: str,
        value: float,
        goal: float,
        digits: int = 3,
        peer: str = "",
        misses: Iterable[str] = (),
        later: bool = False,
    ) -> Figure:
        """A figure that grows as things get better. It is compared as measured, not as printed."""
        shown = (f"{value:.{digits}f}", f">= {goal:.{digits}f}")
        return Figure(self.name, name, *shown, value >= goal, peer, tuple(misses), later)

    def at_most(
        self, name: str, value: float, goal: float, digits: int = 3, peer: str = "", misses: Iterable[str] = ()
    ) -> Figure:
        """A figure that shrinks as things get better."""
        shown = (f"{value:.{digits}f}", f"<= {goal:.{digits}f}")
        return Figure(self.name, name, *shown, value <= goal, peer, tuple(misses))

    def within(self, name: str, value: float, bound: float, digits: int = 3, peer: str = "") -> Figure:
        """A figure that should be near 0, on either side."""
        shown = (f"{value:+.{digits}f}", f"within +-{bound:.{digits}f}")
        return Figure(self.name, name, *shown, abs(value) <= bound, peer)


HEADINGS = ("family", "figure", "value", "goal", "best peer", "")


def print_table(figures: Sequence[Figure], misses: int) -> None:
    """Prints the table, and under it up to `misses` misses of each figure."""
    rows = [(f.family, f.name, f.value, f.goal, f.peer, f.state) for f in figures]
    widths = [max(map(len, column)) for column in zip(HEADINGS, *rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in (HEADINGS, *rows)]
    lines.insert(1, "  ".join("-" * width for width in widths))
    print("\n".join(line.rstrip() for line in lines))
    states = Counter(figure.state for figure in figures)
    print(f"\n{states['met']} goals met, {states['NOT MET']} not met, {states['later']} left to later work")
    for figure in figures:
        if misses and figure.misses:
            print(f"\n{figure.family}, {figure.name}: {len(figure.misses):,} misses")
            print("\n".join(f"  {miss}" for miss in figure.misses[:misses]))
