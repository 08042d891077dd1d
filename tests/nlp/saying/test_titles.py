"""Titles, affiliations and the reasons for not naming a source, on short invented articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Reading, Source

Read = Callable[..., Reading]
HEAD = "Ferry runs aground off Penwick\n\n"


def speakers(read: Read, text: str) -> list[Source]:
    return [q.speaker for q in read(HEAD + text).quotations if q.speaker]


@pytest.mark.parametrize(
    ("text", "name", "title", "affiliation"),
    [
        (
            "Pentagon press secretary Ann Marsh said the ferry was safe.",
            "Ann Marsh",
            "press secretary",
            "Pentagon",
        ),
        (
            "Ann Marsh, the Pentagon's press secretary, said the ferry was safe.",
            "Ann Marsh",
            "press secretary",
            "Pentagon",
        ),
        (
            "Ann Marsh, a professor of law at Boston University, said the ferry was safe.",
            "Ann Marsh",
            "professor of law",
            "Boston University",
        ),
        (
            "Ann Marsh, the Penwick director of the Coast Trust, said the ferry was safe.",
            "Ann Marsh",
            "Penwick director",
            "Coast Trust",
        ),
        (
            "Ann Marsh, the founder of Friends Demand Care for Old Boats in Europe, said the ferry was safe.",
            "Ann Marsh",
            "founder",
            "Friends Demand Care for Old Boats in Europe",
        ),
        (
            "Ann Marsh, president of the small ferry group Coast Walkers to Sea, said the ferry was safe.",
            "Ann Marsh",
            "president",
            "Coast Walkers to Sea",
        ),
        (
            "Ann Marsh, director of Boats and Bridges at the Coast Trust, said the ferry was safe.",
            "Ann Marsh",
            "director of Boats and Bridges",
            "Coast Trust",
        ),
        (
            "Ann Marsh, a lawyer for some Vodafone pilots, said the ferry was safe.",
            "Ann Marsh",
            "lawyer for some Vodafone pilots",
            None,
        ),
        (
            "Mr. Rook, Ann Marsh, the author Ned Quill and others met. “We row,” Ann Marsh said.",
            "Ann Marsh",
            None,
            None,
        ),
        ("Ann Marsh, the panel's director, said the ferry was safe.", "Ann Marsh", "director", None),
        ("Ann Marsh, a California lawyer, said the ferry was safe.", "Ann Marsh", "California lawyer", None),
        ("Ann Marsh said the ferry was safe, for a President Marsh would mend it.", "Ann Marsh", None, None),
        ("Mr. Marsh said the ferry was safe.", "Marsh", None, None),
        ("Ann Marsh, whose boat sank, said the ferry was safe.", "Ann Marsh", None, None),
    ],
)
def test_what_a_named_source_is(
    read: Read, text: str, name: str, title: str | None, affiliation: str | None
) -> None:
    (speaker, *_) = speakers(read, text)
    assert (speaker.name, speaker.title, speaker.affiliation) == (name, title, affiliation)


def test_every_mention_of_a_person_has_the_title(read: Read) -> None:
    text = "Mayor Ann Marsh closed the pier. “It is old,” Marsh said. “We will mend it,” she said."
    assert [s.title for s in speakers(read, text)] == ["Mayor", "Mayor"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "A port official, speaking on condition of anonymity because the inquiry goes on, said the ferry was safe.",
            "because the inquiry goes on",
        ),
        (
            "The ferry was safe, said a port official who was not authorized to speak publicly.",
            "was not authorized to speak publicly",
        ),
        ("A port official said the ferry was safe.", None),
    ],
)
def test_why_a_source_is_not_named(read: Read, text: str, reason: str | None) -> None:
    assert {s.reason for s in speakers(read, text)} == {reason}
