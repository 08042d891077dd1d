from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Reading, ToneKind

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("sentence", "kind", "text"),
    [
        ("A farmer was shot on Monday.", ToneKind.AGENTLESS, "farmer was shot"),
        ("Two farmers died in the village on Monday.", ToneKind.AGENTLESS, "farmers died"),
        ("The killing of a farmer was told on Monday.", ToneKind.AGENTLESS, "killing of a farmer"),
        ("Police shot a farmer on Monday.", ToneKind.AGENT, "Police shot a farmer"),
        ("A farmer was shot by police on Monday.", ToneKind.AGENT, "farmer was shot by police"),
    ],
)
def test_harms_with_and_without_who_did_them(read: Read, sentence: str, kind: ToneKind, text: str) -> None:
    tones = [t for t in read(sentence).tones if t.kind in {ToneKind.AGENT, ToneKind.AGENTLESS}]
    assert [(t.kind, t.text) for t in tones] == [(kind, text)]


@pytest.mark.parametrize(
    "sentence",
    ["He shot a film in the village.", "The storm killed two farmers.", "The council met on Monday."],
)
def test_what_is_no_harm_by_somebody_named_is_left_alone(read: Read, sentence: str) -> None:
    assert [t for t in read(sentence).tones if t.kind is ToneKind.AGENT] == []


LOSSES = [
    ("The company dismissed 23 drivers in January.", ToneKind.AGENT, "company dismissed 23 drivers"),
    ("Twenty-three drivers were dismissed in January.", ToneKind.AGENTLESS, "drivers were dismissed"),
    ("Some 40 nurses were laid off.", ToneKind.AGENTLESS, "nurses were laid"),
    ("Police arrested two students on Monday.", ToneKind.AGENT, "Police arrested two students"),
    ("The factory was closed in May.", ToneKind.AGENTLESS, "factory was closed"),
    (
        "The board voted on Tuesday night to close the school in Penwick.",
        ToneKind.AGENT,
        "close the school",
    ),
]


@pytest.mark.parametrize(("sentence", "kind", "text"), LOSSES)
def test_losses_of_work_freedom_and_schools(read: Read, sentence: str, kind: ToneKind, text: str) -> None:
    tones = [t for t in read(sentence).tones if t.kind in {ToneKind.AGENT, ToneKind.AGENTLESS}]
    assert [(t.kind, t.text) for t in tones] == [(kind, text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The judge dismissed the case.",
        "The door was closed.",
        "Shots were fired at the crowd.",
        "The meeting was closed by the mayor.",
        "The council voted to keep the school.",
    ],
)
def test_other_things_are_dismissed_fired_and_closed_too(read: Read, sentence: str) -> None:
    kinds = {ToneKind.AGENT, ToneKind.AGENTLESS}
    assert [t.text for t in read(sentence).tones if t.kind in kinds] == []
