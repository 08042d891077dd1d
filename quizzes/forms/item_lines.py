"""The lines of an item's form: one for each option, by a name that stays with it while lines are added and removed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from quizzes.items.types import ItemKind
from quizzes.models import Option

MOST_LINES = 8
"""Options that can still be weighed on a phone."""
NEW = re.compile(r"new(left|right)?\d{1,2}")
"""The name of a line that is no option yet; in a match item it says its column."""
BLANK: dict[ItemKind, tuple[str, ...]] = {
    ItemKind.CHOICE: ("new1", "new2", "new3", "new4"),
    ItemKind.CLAIM_EVIDENCE: ("new1", "new2", "new3", "new4"),
    ItemKind.MULTI: ("new1", "new2", "new3", "new4"),
    ItemKind.ORDER: ("new1", "new2", "new3"),
    ItemKind.MATCH: ("newleft1", "newleft2", "newleft3", "newright1", "newright2", "newright3"),
}
"""The lines that an item of the teacher's own begins with."""


@dataclass(frozen=True)
class Line:
    """`row` is the option that the line stands for, None for a new one."""

    name: str
    side: str = ""
    row: Option | None = None
    is_newest: bool = False
    """True for the line that the cursor goes to."""


def lines_of(kind: ItemKind, rows: Iterable[Option], key: Any, data: Mapping[str, Any] | None) -> list[Line]:
    """The lines in their order: as the page sent them (`line`, once for each), else as the item has them."""
    if kind not in BLANK:
        return []
    known = {row.code: row for row in rows}
    codes = list(key) if kind is ItemKind.ORDER and key else list(known)
    names: Sequence[str] = codes or BLANK[kind]
    if isinstance(data, QueryDict):
        new = [name[5:] for name in data if name.startswith("text_") and NEW.fullmatch(name[5:])]
        names = data.getlist("line") or [*codes, *new]
    wanted = (name for name in dict.fromkeys(names) if name in known or NEW.fullmatch(name))
    return [Line(name, _side(kind, name, known), known.get(name)) for name in wanted]


def _side(kind: ItemKind, name: str, known: Mapping[str, Option]) -> str:
    if kind is not ItemKind.MATCH:
        return ""
    if name in known:
        return known[name].side
    return "right" if name.startswith("newright") else "left"


def changed(lines: list[Line], act: str) -> list[Line]:
    """The lines after a button was pressed: "add", "add-left", "add-right", "remove:o3", "up:o3", "down:o3"."""
    what, _, name = act.partition(":")
    at = next((n for n, line in enumerate(lines) if line.name == name), None)
    if what.startswith("add"):
        return _added(lines, what.removeprefix("add").removeprefix("-"))
    if at is None:
        return lines
    if what == "remove":
        return _to(lines[:at] + lines[at + 1 :], max(0, at - 1))
    to = at + {"up": -1, "down": 1}.get(what, 0)
    if not 0 <= to < len(lines):
        return lines
    lines = list(lines)
    lines.insert(to, lines.pop(at))
    return _to(lines, to)


def _added(lines: list[Line], side: str) -> list[Line]:
    if sum(line.side == side for line in lines) >= MOST_LINES:
        return lines
    taken = {line.name for line in lines}
    name = next(name for name in (f"new{side}{n}" for n in range(1, 99)) if name not in taken)
    return [*lines, Line(name, side, None, is_newest=True)]


def _to(lines: list[Line], at: int) -> list[Line]:
    """The cursor goes to the line at this place."""
    return [Line(line.name, line.side, line.row, n == at) for n, line in enumerate(lines)]
