"""What a student's page may send, item kind by item kind.

| kind | response as JSON | blank |
|---|---|---|
| choice | `"o2"` | null, `""` |
| tf3 | `true`, `false`, `"unknown"` | null, `""` |
| number | `"2,500"`: the text as typed | null, only spaces |
| multi | `["o1", "o3"]` | null, `[]` |
| match | `{"l1": "r2", "l2": null}` | null, nothing chosen on any left |
| order | `["o3", "o1", "o2"]`: first to last | null, `[]` |
| evidence | `[{"article": "a", "start": 0, "end": 42}]` | null, `[]` |
| claim_evidence | `{"choice": "o2", "evidence": […]}` | null, neither part given |
| open | `"text"` | null, only spaces |
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from quizzes.items.types import ItemKind, Option, Pairing

Offered = Sequence[Option | Mapping[str, Any]] | Pairing | Mapping[str, Sequence[Option | Mapping[str, Any]]]
"""An item's options, as drafted or as JSON."""

Sentences = Mapping[str, Collection[tuple[int, int]]]
"""The sentences a student can pick, article by article: (start, end)."""

MAX_NUMBER = 100
"""Characters of a figure; the longest spelled-out one in use ("one hundred and twenty-three thousand …") stays under it."""
MAX_TEXT = 10_000
"""Characters of an open answer: some four printed pages, more than any class writes."""


class ResponseMalformed(ValueError):
    """The response is of a shape that no page of ours sends; its text says what is wrong."""


def blank(kind: ItemKind, response: Any) -> bool:
    """True where nothing was answered: it scores 0 and counts as blank in the statistics."""
    if response is None:
        return True
    match kind:
        case ItemKind.MATCH:
            return not any(response.values())
        case ItemKind.CLAIM_EVIDENCE:
            return not response.get("choice") and not response.get("evidence")
        case ItemKind.TF3:
            return bool(response == "")
        case ItemKind.NUMBER | ItemKind.OPEN | ItemKind.CHOICE:
            return not str(response).strip()
        case ItemKind.MULTI | ItemKind.EVIDENCE:
            return len(response) == 0
        case ItemKind.ORDER:
            return not any(response)


def check_response(
    kind: ItemKind, options: Offered, response: Any, *, sentences: Sentences | None = None
) -> None:
    """Raises ResponseMalformed for what a page could never send; with `sentences`, picked spans must be among them."""
    if response is None:
        return
    match kind:
        case ItemKind.CHOICE:
            _check_choice(option_ids(options), response)
        case ItemKind.TF3:
            if not (isinstance(response, bool) or response in ("unknown", "")):
                raise ResponseMalformed("an answer of true, false or unknown is expected")
        case ItemKind.NUMBER:
            _check_text(response, MAX_NUMBER)
        case ItemKind.MULTI:
            _check_ids(option_ids(options), response)
        case ItemKind.ORDER:
            _check_places(option_ids(options), response)
        case ItemKind.MATCH:
            _check_match(options, response)
        case ItemKind.EVIDENCE:
            _check_picks(response, sentences)
        case ItemKind.CLAIM_EVIDENCE:
            if not isinstance(response, dict) or not response.keys() <= {"choice", "evidence"}:
                raise ResponseMalformed("a choice and its evidence are expected")
            if response.get("choice") is not None:
                _check_choice(option_ids(options), response["choice"])
            _check_picks(response.get("evidence") or [], sentences)
        case ItemKind.OPEN:
            _check_text(response, MAX_TEXT)


def option_ids(options: Offered) -> frozenset[str]:
    """Ids of the options of an item that is no match item."""
    if isinstance(options, Pairing | Mapping):
        raise ResponseMalformed("a list of options is expected")
    return _ids(options)


def _ids(options: Iterable[Option | Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(o.id if isinstance(o, Option) else str(o["id"]) for o in options)


def _columns(options: Offered) -> tuple[frozenset[str], frozenset[str]]:
    if isinstance(options, Pairing):
        return _ids(options.left), _ids(options.right)
    if isinstance(options, Mapping):
        return _ids(options["left"]), _ids(options["right"])
    raise ResponseMalformed("two columns of options are expected")


def _check_choice(offered: frozenset[str], response: Any) -> None:
    if not isinstance(response, str) or response not in offered | {""}:
        raise ResponseMalformed("the choice is not among the options")


def _check_ids(offered: frozenset[str], response: Any) -> None:
    if not isinstance(response, list) or not all(isinstance(i, str) for i in response):
        raise ResponseMalformed("a list of options is expected")
    if len(set(response)) != len(response) or not set(response) <= offered:
        raise ResponseMalformed("an option is repeated or not on offer")


def _check_places(offered: frozenset[str], response: Any) -> None:
    """Options in order; None where a place is still free."""
    if not isinstance(response, list) or len(response) > len(offered):
        raise ResponseMalformed("a place for each option is expected")
    _check_ids(offered, [option for option in response if option is not None])


def _check_match(options: Offered, response: Any) -> None:
    left, right = _columns(options)
    if not isinstance(response, dict) or not response.keys() <= left:
        raise ResponseMalformed("a partner for the left column's entries is expected")
    if not all(
        chosen is None or (isinstance(chosen, str) and chosen in right | {""}) for chosen in response.values()
    ):
        raise ResponseMalformed("a chosen partner is not in the right column")


def _check_picks(response: Any, sentences: Sentences | None) -> None:
    if not isinstance(response, list):
        raise ResponseMalformed("a list of sentences is expected")
    for pick in response:
        if not isinstance(pick, dict) or pick.keys() != {"article", "start", "end"}:
            raise ResponseMalformed("a sentence is an article, a start and an end")
        start, end = pick["start"], pick["end"]
        if not isinstance(pick["article"], str) or type(start) is not int or type(end) is not int:
            raise ResponseMalformed("a sentence is an article, a start and an end")
        if not 0 <= start < end:
            raise ResponseMalformed("a sentence starts before it ends")
        if sentences is not None and (start, end) not in sentences.get(pick["article"], ()):
            raise ResponseMalformed("the picked words are no sentence of the article")


def _check_text(response: Any, limit: int) -> None:
    if not isinstance(response, str):
        raise ResponseMalformed("text is expected")
    if len(response) > limit:
        raise ResponseMalformed(f"the text is longer than {limit} characters")
