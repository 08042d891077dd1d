"""How many items of one form a story shows: beyond three that ask for a name, the rest ask something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from quizzes.items.expressions import parse_proof
from quizzes.items.types import ItemDraft

NAME, HEARING, INTRODUCTION, MISSED, ALONE, PARTY = (
    "name",
    "hearing",
    "introduction",
    "missed",
    "alone",
    "party",
)
FORMS = {
    "says": NAME,
    "as-said": NAME,
    "heard": NAME,
    "heard-in": NAME,
    "quoted-in": NAME,
    "lets-speak": HEARING,
    "heard-how": HEARING,
    "introduces": INTRODUCTION,
    "misses": MISSED,
    "party-of": PARTY,
    "hears-from": ALONE,
}
"""What an item on a voice asks for, by the question that its proof puts."""

MOST = {NAME: 3, HEARING: 3, INTRODUCTION: 3, MISSED: 3, ALONE: 2, PARTY: 2}
"""Items of a form in one story: more are a drill."""


def form_of(draft: ItemDraft, *, on_voices: bool) -> str | None:
    """The form of an item on voices; None of every other."""
    return FORMS.get(parse_proof(draft.proof).call.name) if on_voices else None


def is_room(form: str | None, before: Iterable[str | None]) -> bool:
    """True where the story may show one more of the form."""
    return form is None or Counter(before)[form] < MOST[form]
