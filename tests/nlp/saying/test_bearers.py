"""Bearers: the person meant by an office, a trade or a party, and nobody where two fit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.saying.bearers import abbreviates
from quizzes.nlp.types import Reading, SourceKind

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prime Minister Ada Quill met Ned Rook. Rook left. The prime minister said the pier was safe.", "Ada Quill"),
        (
            "Ada Quill, Mr. Rook’s lawyer, spoke to Ned Rook on Monday.\n\nMr. Rook’s lawyer said the pier was safe.",
            "Ada Quill",
        ),
        (
            "Sen. Ada Quill, D-Iowa, left at noon. Rep. Ned Rook, R-Ohio, stayed.\n\nThe Iowa Democrat said the pier was safe.",
            "Ada Quill",
        ),
        (
            "Ada Quill founded a harbour trust. She left on Monday.\n\nThe clean water advocate said the pier was safe.",
            "Ada Quill",
        ),
        ("One of the pilots, Ada Quill, said the pier was safe.", "Ada Quill"),
        ("“The pier is safe,” wrote a harbour official named Ada Quill.", "Ada Quill"),
    ],
)  # fmt: skip
def test_who_is_meant(read: Read, text: str, name: str) -> None:
    found = read("Ferry runs aground off Penwick\n\n" + text).quotations[-1].speaker
    assert found is not None
    assert (found.name, found.kind) == (name, SourceKind.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Ada Quill met Prime Minister Ned Rook.\n\nThe prime minister said the pier was safe.",
        "Former Prime Minister Ada Quill left at noon.\n\nThe prime minister said the pier was safe.",
        "Ned Rook, who met the prime minister, left at noon.\n\nThe prime minister said the pier was safe.",
    ],
)
def test_two_or_a_former_one_or_none_name_nobody(read: Read, text: str) -> None:
    found = read("Ferry runs aground off Penwick\n\n" + text).quotations[-1].speaker
    assert found is not None
    assert found.name not in {"Ada Quill", "Ned Rook"}


@pytest.mark.parametrize(
    ("short", "place", "expected"),
    [
        ("Ariz.", "Arizona", True),
        ("N.C.", "North Carolina", True),
        ("Pa.", "Pennsylvania", True),
        ("Ohio", "Iowa", False),
        ("", "Iowa", False),
    ],
)
def test_short_forms_of_states(short: str, place: str, expected: bool) -> None:
    assert abbreviates(short, place) is expected
