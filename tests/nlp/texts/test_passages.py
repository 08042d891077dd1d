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
        ("Add Penwick as an interest to stay up to date on the latest from the harbour", Role.FURNITURE),
        ("10.42am BST", Role.FURNITURE),
        ("The ferry on the rocks by the old lighthouse [Image: Harbour Pilots]", Role.CAPTION),
        ("Divers look at the hull of the ferry [Ned Rook/Reuters]", Role.CAPTION),
        ("The ferry came at noon [on Monday], the captain said.", Role.BODY),
        ("© 2024 The Harbour Herald. All rights reserved.", Role.FURNITURE),
        ("Other reports by The Harbour Herald", Role.FURNITURE),
        ("(FILES) In this file photo taken on May 6, 2023 the ferry leaves Penwick.", Role.CAPTION),
        ("The ferry at its berth in spring. (Photo by Ned Rook / AFP)", Role.CAPTION),
        ("Image copyright Ned Rook", Role.CAPTION),
        ("The harbour master speaks during a visit to the lighthouse, May 6, 2023.", Role.CAPTION),
        ("Divers inspect the hull after an accident earlier this month.", Role.CAPTION),
        ("Harbour men inspect the damage left by a storm this month.", Role.CAPTION),
        ("Tide Watch Director Ann Roe on why the harbour asked for a deeper channel", Role.CAPTION),
        ("Harbour Pilot Ned Rook weighs in on the new channel and its cost.", Role.CAPTION),
        ("HARBOUR MASTER CALLS FOR A DEEPER CHANNEL", Role.LINK),
        ("OFF THE ROCKS? How the ferry was saved KING OF THE TIDE What the pilot saw that night", Role.LINK),
        ("THE OLD QUAY was closed on Tuesday. THE NEW QUAY stays open until noon.", Role.BODY),
        ("READ MORE: Harbour master calls for a deeper channel", Role.LINK),
        ("The harbour master spoke during a visit to the lighthouse on Monday.", Role.BODY),
        ("Officials will inspect the hull on Friday.", Role.BODY),
        ("What happens next?", Role.BODY),
        ("(Reporting by Ada Quill in Penwick; Editing by Ned Rook)", Role.FURNITURE),
        ("Ada Quill and Ned Rook in St. Orrin contributed to this report.", Role.FURNITURE),
        ("Quill reported from Penwick; Rook, from Oslo.", Role.FURNITURE),
        ("Translated by Ned Rook.", Role.FURNITURE),
        ("Follow Ada Quill on Twitter @adaquill.", Role.FURNITURE),
        ("Twitter: @adaquill", Role.FURNITURE),
        ("E-mail: desk@herald.example", Role.FURNITURE),
        ("With files from The Canadian Press", Role.FURNITURE),
        ("Correction: An earlier version of this story had the wrong name of the ferry.", Role.FURNITURE),
        ("An article on Thursday about the ferry misstated the year it was built.", Role.FURNITURE),
        ("This article was updated on Tuesday with the captain’s words.", Role.FURNITURE),
        ("A version of this article appeared in print on Page A4.", Role.FURNITURE),
        ("We use cookies to make our pages better. Read our policy.", Role.FURNITURE),
        ("By continuing to use this site you agree to our terms.", Role.FURNITURE),
        ("Advertisement", Role.FURNITURE),
        ("Watch the captain’s full interview above.", Role.FURNITURE),
        ("The full report can be found here.", Role.FURNITURE),
        ("Got a tip? E-mail our reporters.", Role.FURNITURE),
        ("Interested in Ferries? Add Ferries to your interests and we will tell you more.", Role.FURNITURE),
        ("Keep up with this story by subscribing now", Role.FURNITURE),
        (
            "Newsletter Sign Up Please verify you're not a robot. Invalid email address. " * 6 + "Sign Up",
            Role.FURNITURE,
        ),
        (
            "Ferry still aground off Penwick https://t.co/a1b2 — Harbour News (@HarbourNews) May 6, 2024",
            Role.LINK,
        ),
        ("(BEGIN VIDEO CLIP)", Role.FURNITURE),
        ("<tweet id=“1234”>", Role.FURNITURE),
        ("___", Role.FURNITURE),
        ("Getty Images", Role.CAPTION),
        ("Image copyrightNed Rook", Role.CAPTION),
        ("Photo by Ned Rook", Role.CAPTION),
        ("Captain Ada Quill, left, and the pilot stand on the bridge.", Role.CAPTION),
        ("Divers look at the hull. (Ned Rook/Harbour Herald via AP)", Role.CAPTION),
        ("What a night: the ferry lay on the rocks for six hours", Role.CAPTION),
        ("The rocks that the ferry struck", Role.BODY),
        ("The hull of the ferry is seen in this undated handout photo.", Role.CAPTION),
        ("The ferry is pictured at its berth, May 6, 2023.", Role.CAPTION),
        ("Related story: Harbour master calls for a deeper channel", Role.LINK),
        ("Advertisement spending fell by half, the company said.", Role.BODY),
        ("Newsletters were sent to every household on Monday.", Role.BODY),
        ("Cookie makers said on Monday that sugar was dear.", Role.BODY),
        ("Ada Quill is a professor of shipping, and she had warned the ferry’s captain.", Role.BODY),
        ("The report was changed after ministers complained, he said.", Role.BODY),
        ("An earlier version of the bill would have closed the channel.", Role.BODY),
        ("A report by pilots found that the company misstated the depth.", Role.BODY),
        ("Poor training contributed to the accident, the board found.", Role.BODY),
        ("Quill reported from Penwick that the crew had left the ship.", Role.BODY),
        ("Video released by the coastguard shows the ferry turning.", Role.BODY),
        ("The best oysters can be found here.", Role.BODY),
        ("Update: two passengers have died, the hospital said.", Role.BODY),
        ("Whoever is president of the board, the channel stays shallow.", Role.BODY),
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
    ],
)
def test_roles_at_the_top(line: str, role: Role) -> None:
    text = "\n".join(["Ferry runs aground off Penwick", line, *BODY])
    assert split_passages(text)[1].role is role


def test_a_second_headline_is_one_too() -> None:
    lines = ["Ferry runs aground", "May 6, 2024", "Harbour Boats Save Forty From Sinking Ferry", *BODY]
    assert [p.role for p in split_passages("\n".join(lines))][:4] == [
        Role.HEADLINE,
        Role.DATELINE,
        Role.HEADLINE,
        Role.BODY,
    ]


def test_paragraphs_without_stops_are_no_captions_where_none_has_one() -> None:
    lines = ["Ferry runs aground", BODY[0], *(line.rstrip(".") for line in BODY[1:])]
    assert {p.role for p in split_passages("\n".join(lines))} == {Role.HEADLINE, Role.BODY}


def test_a_date_line_may_stand_before_the_headline() -> None:
    text = "\n".join(["2024-05-06", "Ferry runs aground off Penwick", *BODY])
    assert [p.role for p in split_passages(text)[:3]] == [Role.DATELINE, Role.HEADLINE, Role.BODY]


def test_writers_at_the_foot_are_furniture_where_the_article_never_names_them() -> None:
    lines = [
        "Ferry runs aground",
        *BODY,
        "Ada Quill is a reporter for The Harbour Herald.",
        "Rook covers ports for The Herald.",
    ]
    roles = [p.role for p in split_passages("\n".join(lines))]
    assert roles[-2:] == [Role.FURNITURE, Role.FURNITURE]
    assert split_passages("\n".join([*lines, "Quill had warned the board."]))[-3].role is Role.BODY


def test_an_agency_s_sign_off_behind_the_last_sentence_is_set_apart() -> None:
    note = "(Reporting by Ada Quill; Editing by Ned Rook)"
    text = "\n".join(["Ferry runs aground", *BODY]) + " " + note
    found = split_passages(text)
    assert [(text[p.start : p.end], p.role) for p in found[-2:]] == [
        (BODY[-1], Role.BODY),
        (note, Role.FURNITURE),
    ]


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


@pytest.mark.parametrize(
    "note",
    ["Read the full report here.", "Click here to see the pictures.", "Watch the video of the rescue below."],
)
def test_a_prompt_behind_the_last_sentence_is_no_body(note: str) -> None:
    text = "\n\n".join(["Ferry runs aground off Penwick", LEAD, f"{LEAD} {note}"])
    assert [text[p.start : p.end] for p in split_passages(text) if p.role is Role.BODY] == [LEAD, LEAD]
    assert text[split_passages(text)[-1].start :] == note


def test_the_headline_set_again_amid_the_body_is_no_body() -> None:
    text = "\n\n".join(
        ["Ferry runs aground off Penwick", *BODY[:3], "Ferry Runs Aground Off Penwick", BODY[3]]
    )
    assert [p.role for p in split_passages(text)] == [
        Role.HEADLINE,
        *[Role.BODY] * 3,
        Role.FURNITURE,
        Role.BODY,
    ]
