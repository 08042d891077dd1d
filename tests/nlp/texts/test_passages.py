"""Passages: the role of each line, by its own words and its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.nlp.texts.passages import split_passages
from quizzes.nlp.types import Role

LEAD = (
    "A ferry with forty people on board ran aground near the old lighthouse on Monday, the coastguard said."
)
BODY = [
    LEAD,
    "The passengers were taken to the harbour by two fishing boats, and nobody was hurt, the captain of the ferry said.",
    "Pilots have called the channel by the lighthouse too shallow for large ferries, and the harbour master agreed.",
    "The coastguard said that the ferry would be pulled free at high tide and brought to a yard for repairs.",
    "It was the second accident of the year in the channel, after a fishing boat struck the same rocks in spring.",
    "The company that runs the ferry said the crossing would stay closed until divers had looked at the hull.",
    "Passengers described a loud scrape, then silence, as the engines of the ferry stopped and the lights went out.",
]


def role_of(line: str) -> Role:
    """The role of a line amid the body of an article."""
    text = "\n\n".join(["Ferry runs aground off Penwick", *BODY[:3], line, *BODY[3:]])
    return next(p.role for p in split_passages(text) if text[p.start : p.end] == line)


def test_passages_are_the_lines_that_hold_something() -> None:
    text = f"Ferry runs aground\n\n  {LEAD} \n \nMore to follow from the harbour.\n"
    found = split_passages(text)
    assert [text[p.start : p.end] for p in found] == [
        "Ferry runs aground",
        LEAD,
        "More to follow from the harbour.",
    ]
    assert [p.role for p in found] == [Role.HEADLINE, Role.BODY, Role.BODY]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Related Articles", Role.FURNITURE),
        ("Discuss This Article", Role.FURNITURE),
        ("Sign up for our daily newsletter", Role.FURNITURE),
        ("Share on Facebook", Role.FURNITURE),
        ("© 2024 The Harbour Herald. All rights reserved.", Role.FURNITURE),
        ("Other reports by The Harbour Herald", Role.FURNITURE),
        ("Ada Quill is a reporter for The Harbour Herald.", Role.FURNITURE),
        ("(FILES) In this file photo taken on May 6, 2023 the ferry leaves Penwick.", Role.CAPTION),
        ("The ferry at its berth in spring. (Photo by Ned Rook / AFP)", Role.CAPTION),
        ("Image copyright Ned Rook", Role.CAPTION),
        ("The harbour master speaks during a visit to the lighthouse, May 6, 2023.", Role.CAPTION),
        ("Divers inspect the hull after an accident earlier this month.", Role.CAPTION),
        ("Harbour men inspect the damage left by a storm this month.", Role.CAPTION),
        ("HARBOUR MASTER CALLS FOR A DEEPER CHANNEL", Role.LINK),
        ("READ MORE: Harbour master calls for a deeper channel", Role.LINK),
        ("The harbour master spoke during a visit to the lighthouse on Monday.", Role.BODY),
        ("Officials will inspect the hull on Friday.", Role.BODY),
        ("What happens next?", Role.BODY),
        ("Share prices fell by three per cent.", Role.BODY),
        ("Subscribers to the service were told on Monday that the crossing was closed.", Role.BODY),
    ],
)
def test_roles_amid_the_body(line: str, role: Role) -> None:
    assert role_of(line) is role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Ada Quill", Role.BYLINE),
        ("Ada Quill, Staff Writer", Role.BYLINE),
        ("Ada Quill 2 hrs ago", Role.BYLINE),
        ("The Herald Desk:", Role.BYLINE),
        ("May 6, 2024", Role.DATELINE),
        ("Published: 6 May 2024 10:15 GMT", Role.DATELINE),
        ("Ferry runs aground off Penwick", Role.FURNITURE),
    ],
)
def test_roles_at_the_top(line: str, role: Role) -> None:
    text = "\n".join(["Ferry runs aground off Penwick", line, *BODY])
    assert split_passages(text)[1].role is role


def test_a_date_line_may_stand_before_the_headline() -> None:
    text = "\n".join(["2024-05-06", "Ferry runs aground off Penwick", *BODY])
    assert [p.role for p in split_passages(text)[:3]] == [Role.DATELINE, Role.HEADLINE, Role.BODY]


def test_a_text_without_headline_begins_with_body() -> None:
    assert split_passages("\n".join(BODY))[0].role is Role.BODY


def test_a_paragraph_of_another_story_is_set_apart() -> None:
    foreign = (
        "Orchestra names conductor from Oslo\n"
        "The orchestra named Ingrid Solberg, who learned the violin in Oslo, as conductor and promised concerts with "
        "symphonies by Grieg and Sibelius."
    )
    text = "\n\n".join(["Ferry runs aground off Penwick", *BODY[:4], foreign, *BODY[4:]])
    roles = {text[p.start : p.end][:9]: p.role for p in split_passages(text)}
    assert roles["Orchestra"] is roles["The orche"] is Role.OTHER_STORY
    assert [*roles.values()].count(Role.BODY) == len(BODY)


def test_a_subheading_of_the_same_story_stays() -> None:
    own = "Harbour master wants deeper channel\n" + BODY[4]
    text = "\n\n".join(["Ferry runs aground off Penwick", *BODY[:4], own, *BODY[5:]])
    assert Role.OTHER_STORY not in {p.role for p in split_passages(text)}


@given(st.text(max_size=400))
def test_any_text_gives_passages_in_order_that_touch_only_words(text: str) -> None:
    at = 0
    for passage in split_passages(text):
        assert at <= passage.start < passage.end <= len(text)
        assert text[passage.start : passage.end].strip() == text[passage.start : passage.end] != ""
        at = passage.end
