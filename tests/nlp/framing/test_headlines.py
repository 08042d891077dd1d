from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.framing.headline_verbs import base, is_past_alone, past, third_person, verb_of_form
from quizzes.nlp.types import HeadlineFrame, Reading

Read = Callable[..., Reading]

BODY = (
    "The mayor opened the new bridge on Monday, and a long delay was forgotten by the whole town at last. "
    "Ann Roe was there, and so was the council."
)

HEADLINES = [
    ("Mayor Opens New Bridge After Long Delay", "Mayor", "Opens", "New Bridge"),
    ("Two hikers rescued after storm", "Two hikers", "rescued", None),
    ("Steel firm files suit over port fees", "Steel firm", "files", "suit"),
    ("Harbour trams collide in tunnel, 2 riders hurt", "Harbour trams", "collide", "in tunnel"),
    ("Council Questions Claims in Bridge Report", "Council", "Questions", "Claims"),
    ("Ann Roe: Bridge was a mistake", "Bridge", "was a mistake", None),
    ("Woman stunned to find bridge gone", "Woman", "stunned", None),
    ("Roe hints at exit", "Roe", "hints", "at exit"),
    ("Ferry firm in Penwick to scrap two boats", "Ferry firm in Penwick", "to scrap", "two boats"),
    ("Ann Roe to resign", "Ann Roe", "to resign", None),
    ("Harbour captain Roe out for six months with knee injury", "Harbour captain Roe", "out", None),
    ("Mayor under fire over bridge delay", "Mayor", "under fire", None),
    ("Two men in custody after bridge falls", "Two men", "in custody", None),
    ("Ferry firm in talks to buy rival", "Ferry firm", "in talks", None),
    ("BRIDGE BOSSES HOLD TOWN TO RANSOM", "BRIDGE BOSSES", "HOLD", "TOWN"),
]
PASSIVE = {"Two hikers rescued after storm", "Woman stunned to find bridge gone"}


def frame(read: Read, headline: str) -> HeadlineFrame:
    found = read(f"{headline}\n\n{BODY}\n").headline_frame
    assert found is not None
    return found


@pytest.mark.parametrize(("headline", "subject", "act", "thing"), HEADLINES, ids=[h[0] for h in HEADLINES])
def test_what_a_headline_makes_subject_act_and_object(
    read: Read, headline: str, subject: str, act: str, thing: str | None
) -> None:
    found = frame(read, headline)
    assert (found.subject, found.act) == (subject, act)
    assert (found.object or "").startswith(thing or "")
    assert found.is_passive is (headline in PASSIVE)


@pytest.mark.parametrize(
    "headline",
    [
        "A Bridge Too Late",
        "Did the mayor open the bridge?",
        "Ten things to know",
        "Plan to close bridge",
        "Dead heat in bridge poll",
        "WHO CLOSED THE BRIDGE?",
    ],
)
def test_a_headline_without_a_verb_and_a_question_have_no_act(read: Read, headline: str) -> None:
    assert frame(read, headline).act is None


def test_a_short_form_ends_no_clause(read: Read) -> None:
    assert frame(read, "Ann Roe Jr. opens bridge").subject == "Ann Roe Jr."


def test_forms_lead_to_their_verbs() -> None:
    assert [verb_of_form(w) for w in ("fled", "carries", "stopped", "smashes", "harbour")] == [
        "flee",
        "carry",
        "stop",
        "smash",
        "harbour",
    ]
    assert third_person("loss") is None
    assert past("river") is None
    assert base("bridge") is not None
    assert is_past_alone("took") and not is_past_alone("found")
