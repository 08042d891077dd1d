"""Settling: the fullest name and the right kind of a source, by how the whole article writes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Reading, SourceKind

Read = Callable[..., Reading]
HEADLINE = "Ferry runs aground off Penwick\n\n"


def speaker(read: Read, text: str, words: str) -> tuple[str, SourceKind] | None:
    """Name and kind of who says the words."""
    found = next(q for q in read(HEADLINE + text).quotations if words in q.text)
    return (found.speaker.name, found.speaker.kind) if found.speaker else None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "This week Bishop Daniel Osk of Penwick said in a homily that “the pier is dear.”",
            "Daniel Osk",
            SourceKind.PERSON,
        ),
        (
            "In a statement, union President Osly Marwick called the report bad.\n\nMarwick said “the pier is dear.”",
            "Osly Marwick",
            SourceKind.PERSON,
        ),
        (
            "Hillary Quill and Bill Quill came to the pier on Monday.\n\nMrs. Quill said “the pier is dear.”",
            "Hillary Quill",
            SourceKind.PERSON,
        ),
        (
            "Ned Rook led the review for years. He spoke on Monday, and his group said “the pier is dear.”",
            "Ned Rook’s group",
            SourceKind.ORGANISATION,
        ),
        (
            "The Rook campaign met on Monday. Ned Rook was there. His campaign said “the pier is dear.”",
            "Rook campaign",
            SourceKind.ORGANISATION,
        ),
        (
            "Socialists and some Liberals have said “the pier is dear.”",
            "Socialists and some Liberals",
            SourceKind.ANONYMOUS,
        ),
        (
            "Friends of Mr. Rook’s said “the pier is dear.”",
            "Friends of Mr. Rook",
            SourceKind.ANONYMOUS,
        ),
        (
            "Mayor Ada Quill announced on Thursday that Ned Rook planned to sign the bill, adding that “the pier is dear.”",
            "Ada Quill",
            SourceKind.PERSON,
        ),
        (
            "Osk announced that it will sue over what Mayor Ned Rook called the board’s dream, “the pier that is dear.”",
            "Ned Rook",
            SourceKind.PERSON,
        ),
    ],
)
def test_a_source_is_settled_by_the_whole_article(read: Read, text: str, name: str, kind: SourceKind) -> None:
    words = "the pier that is dear" if "that is dear" in text else "the pier is dear"
    assert speaker(read, text, words) == (name, kind)


def test_nobody_speaks_in_a_question(read: Read) -> None:
    text = "The board was late. Who would say that the pier was “wholly and truly safe”?"
    assert all(q.speaker is None for q in read(HEADLINE + text).quotations)


def test_a_town_in_a_dateline_says_nothing(read: Read) -> None:
    text = "Penwick (AP) – The harbour chief promises to keep the pier, saying the bill is low."
    assert all(q.speaker is None or q.speaker.name != "Penwick" for q in read(HEADLINE + text).quotations)


def test_a_surname_of_two_is_not_completed_without_a_sign(read: Read) -> None:
    text = "Hillary Quill and Bill Quill came to the pier on Monday.\n\nQuill said “the pier is dear.”"
    assert speaker(read, text, "the pier is dear") == ("Quill", SourceKind.PERSON)
