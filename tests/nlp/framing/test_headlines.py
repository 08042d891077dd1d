from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Reading

Read = Callable[..., Reading]


HEADLINES = [
    ("Mayor Opens New Bridge After Long Delay", "Mayor", "Opens", "New Bridge"),
    ("Two hikers rescued after storm", "Two hikers", "rescued", None),
]


@pytest.mark.parametrize(("headline", "subject", "act", "thing"), HEADLINES, ids=[h[0] for h in HEADLINES])
def test_what_a_headline_makes_subject_act_and_object(
    read: Read, headline: str, subject: str, act: str, thing: str | None
) -> None:
    body = (
        "The mayor opened the new bridge on Monday, and a long delay was forgotten by the whole town at last."
    )
    frame = read(f"{headline}\n\n{body}\n").headline_frame
    assert frame is not None
    assert (frame.subject, frame.act) == (subject, act)
    assert (frame.object or "").startswith(thing or "")


def test_a_headline_without_a_verb_has_no_act(read: Read) -> None:
    body = (
        "The mayor opened the new bridge on Monday, and a long delay was forgotten by the whole town at last."
    )
    frame = read(f"A Bridge Too Late\n\n{body}\n").headline_frame
    assert frame is not None
    assert frame.act is None
