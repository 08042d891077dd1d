"""How many items of one form a story shows."""

from __future__ import annotations

from collections import Counter

from quizzes.items.drafting import draft_items
from quizzes.items.expressions import parse_proof
from quizzes.items.forms import FORMS, HEARING, MOST, NAME, form_of, is_room
from quizzes.nlp.types import FindingKind
from tests.items.readings import article, of_kind, position, quoting, story

SPOKEN = {
    "Ada Pike": "The lower quay closed because the timber gave way.",
    "Jonas Reed": "There is nobody left who can repair these engines.",
    "Lena Frost": "We never heard the second whistle from the harbour.",
    "Otto Brandt": "The council had promised another ferry for every winter.",
    "Mona Vale": "Nobody in the market was told before the gates were shut.",
    "Daniel Okoro": "It was the worst wind on this coast in twenty years.",
}


def test_a_story_asks_for_no_more_than_three_names() -> None:
    ledger = quoting(
        article("a1", "The Quay Ledger", *(f"“{words}” {name} said." for name, words in SPOKEN.items())),
        **{name.replace(" ", "_"): words for name, words in SPOKEN.items()},
    )
    silent = article("a2", "The Herald", "Nobody slept.", "The sea was calm.")
    found = tuple(of_kind(FindingKind.VOICE_UNIQUE, position(ledger, n), nth=k) for k, n in enumerate(SPOKEN))
    drafts = draft_items(story(ledger, silent, findings=found))
    forms = Counter(FORMS.get(parse_proof(d.proof).call.name) for d in drafts)
    assert 0 < forms[NAME] <= MOST[NAME]
    assert form_of(drafts[0], on_voices=True) == NAME
    assert form_of(drafts[0], on_voices=False) is None


def test_there_is_room_until_a_form_is_full_and_always_for_others() -> None:
    assert is_room(NAME, [NAME, HEARING, NAME, None])
    assert not is_room(NAME, [NAME, NAME, NAME])
    assert is_room(None, [None] * 9)
