from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import combinations

import pytest

from quizzes.nlp.telling.occurrences import assign
from quizzes.nlp.types import Claim, Reading
from tests.nlp.telling.mini_stories import MINI_STORIES, MiniStory, story_in

Read = Callable[..., Reading]
Readings = dict[str, tuple[Reading, ...]]

TOGETHER = 0.88
"""Share of the pairs on one happening that are joined; what is missing is mostly figures that no happening is found for."""


@pytest.fixture(scope="module")
def readings(read: Read) -> Readings:
    return {
        s.name: tuple(read(text, a, published=day) for a, (day, text) in s.texts.items())
        for s in MINI_STORIES
    }


def marked_claims(story: MiniStory, claims: tuple[Claim, ...]) -> list[tuple[str, Claim]]:
    """The claims at the marked figures, each with the name of the happening that it should be about."""
    return [
        (mark.occurrence, found[0])
        for mark in story.marked
        if (
            found := [
                c
                for c in claims
                if c.article == mark.article and c.value.start < mark.end and mark.start < c.value.end
            ]
        )
    ]


@pytest.mark.parametrize("story", MINI_STORIES, ids=lambda s: s.name)
def test_claims_of_two_happenings_are_apart(story: MiniStory, readings: Readings) -> None:
    claims, _ = assign(readings[story.name])
    mixed = [
        (a.text, b.text)
        for (one, a), (other, b) in combinations(marked_claims(story, claims), 2)
        if one != other and a.occurrence is not None and a.occurrence == b.occurrence
    ]
    assert mixed == []


def test_claims_of_one_happening_are_together(readings: Readings) -> None:
    joined = pairs = 0
    for story in MINI_STORIES:
        claims, _ = assign(readings[story.name])
        for (one, a), (other, b) in combinations(marked_claims(story, claims), 2):
            if one == other:
                pairs += 1
                joined += a.occurrence is not None and a.occurrence == b.occurrence
    assert joined / pairs >= TOGETHER


def test_two_events_of_one_kind_are_never_joined(readings: Readings) -> None:
    for one, other in combinations(MINI_STORIES, 2):
        _, occurrences = assign(readings[one.name] + readings[other.name])
        first = {h.id for r in readings[one.name] for h in r.happenings}
        assert [o.label for o in occurrences if 0 < len(first & set(o.happenings)) < len(o.happenings)] == []


def test_an_event_more_moves_no_claim(readings: Readings) -> None:
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for story in MINI_STORIES:
        kinds[story.kind].append(story.name)
    for one, other in (pair for names in kinds.values() for pair in combinations(names, 2)):
        alone = {c.id: c.occurrence for c in assign(readings[one])[0]}
        joined = {c.id: c.occurrence for c in assign(readings[one] + readings[other])[0]}
        assert alone.items() <= joined.items()


def test_the_order_of_the_articles_moves_no_claim(readings: Readings) -> None:
    for told in readings.values():
        assert {c.id: c.occurrence for c in assign(told)[0]} == {
            c.id: c.occurrence for c in assign(told[::-1])[0]
        }


def test_marks_are_taken_out_and_point_at_their_words() -> None:
    story = story_in("s", "kind: fire\n\n== a 2020-01-02\nA fire killed {one|two} men and {one|a boy}.\n")
    ((day, text),) = story.texts.values()
    assert (day, text) == ("2020-01-02", "A fire killed two men and a boy.\n")
    assert [text[m.start : m.end] for m in story.marked] == ["two", "a boy"]
