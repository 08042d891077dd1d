"""A student's answer from the fields of an item's own form, in the shapes of quizzes.scoring.responses.

| kind | fields |
|---|---|
| choice | `choice` |
| number, open | `text` |
| match | `match-<left id>` for each entry of the left column |
| claim_evidence | `choice`; `evidence`, once for each ticked sentence: "B:120:188"; `remove`: one to take out |
"""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from quizzes.items.types import ItemKind
from quizzes.models import FrozenItem
from quizzes.scoring.responses import ResponseMalformed, blank


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
        case ItemKind.CLAIM_EVIDENCE:
            removed = data.get("remove")
            ticked = dict.fromkeys(value for value in data.getlist("evidence") if value != removed)
            return {"choice": data.get("choice") or None, "evidence": [sentence(v) for v in ticked]}
        case ItemKind.MULTI | ItemKind.ORDER | ItemKind.EVIDENCE | ItemKind.TF3:
            raise ResponseMalformed(f"items of the kind {kind} are not asked yet")


def sentence(value: str) -> dict[str, Any]:
    """The sentence that a check box names: "B:120:188" is characters 120 to 188 of article B."""
    letter, _, place = value.partition(":")
    start, _, end = place.partition(":")
    if not (letter and start.isdecimal() and end.isdecimal()):
        raise ResponseMalformed("a ticked sentence is a letter, a start and an end")
    return {"article": letter, "start": int(start), "end": int(end)}
