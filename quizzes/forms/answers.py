"""A student's answer from the fields of an item's own form, in the shapes of quizzes.scoring.responses.

| kind | fields |
|---|---|
| choice | `choice` |
| number, open | `text` |
| match | `match-<left id>` for each entry of the left column |
| multi | `choice`, once for each ticked option |
| tf3 | `choice`: "true", "false" or "unknown" |
| order | `place-<id>` for each option: its place, from 1, or nothing |
| evidence | `evidence`, `remove` as below |
| claim_evidence | `choice`; `evidence`, once for each ticked sentence: "B:120:188"; `remove`: one to take out |
"""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from quizzes.items.types import ItemKind
from quizzes.models import FrozenItem
from quizzes.scoring.responses import ResponseMalformed, blank

VERDICTS: dict[str, bool | str] = {"true": True, "false": False, "unknown": "unknown"}
"""What the three buttons of a tf3 item stand for."""


def answer_from(item: FrozenItem, data: QueryDict) -> Any:
    """The answer as JSON, None where nothing was answered. Raises ResponseMalformed."""
    kind = ItemKind(item.kind)
    answer = _answer(kind, item, data)
    return None if blank(kind, answer) else answer


def _answer(kind: ItemKind, item: FrozenItem, data: QueryDict) -> Any:
    match kind:
        case ItemKind.CHOICE:
            return data.get("choice")
        case ItemKind.NUMBER | ItemKind.OPEN:
            return data.get("text", "").replace("\r\n", "\n")
        case ItemKind.MATCH:
            lefts = [option["id"] for option in item.options["left"]]
            return {left: data.get(f"match-{left}") or None for left in lefts}
        case ItemKind.MULTI:
            return list(dict.fromkeys(data.getlist("choice")))
        case ItemKind.TF3:
            return VERDICTS.get(data.get("choice", ""), "")
        case ItemKind.ORDER:
            return _placed([option["id"] for option in item.options], data)
        case ItemKind.EVIDENCE:
            return _ticked(data)
        case ItemKind.CLAIM_EVIDENCE:
            return {"choice": data.get("choice") or None, "evidence": _ticked(data)}


def _placed(options: list[str], data: QueryDict) -> list[str | None]:
    """The options at their places; of two at one place the first stands, the other has to be placed again."""
    at: dict[int, str] = {}
    for option in options:
        place = data.get(f"place-{option}", "")
        if place.isdecimal() and 1 <= int(place) <= len(options):
            at.setdefault(int(place), option)
    return [at.get(place) for place in range(1, max(at, default=0) + 1)]


def _ticked(data: QueryDict) -> list[dict[str, Any]]:
    removed = data.get("remove")
    return [sentence(v) for v in dict.fromkeys(data.getlist("evidence")) if v != removed]


def sentence(value: str) -> dict[str, Any]:
    """The sentence that a check box names: "B:120:188" is characters 120 to 188 of article B."""
    letter, _, place = value.partition(":")
    start, _, end = place.partition(":")
    if not (letter and start.isdecimal() and end.isdecimal()):
        raise ResponseMalformed("a ticked sentence is a letter, a start and an end")
    return {"article": letter, "start": int(start), "end": int(end)}
