"""Metadata: only what head and foot of an article state."""

from __future__ import annotations

import pytest

from quizzes.nlp.texts.metadata import Metadata, read_metadata
from quizzes.nlp.texts.passages import split_passages
from quizzes.nlp.texts.stated_dates import iso_date

HEADLINE = "Ferry runs aground off Penwick"
BODY = "A ferry with forty people on board ran aground on Monday, the captain told the Harbour Herald."


def metadata(*lines: str) -> Metadata:
    text = "\n".join(lines)
    return read_metadata(text, split_passages(text))


def test_what_is_not_stated_is_none() -> None:
    assert metadata(HEADLINE, "", BODY) == Metadata(headline=HEADLINE)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ada Quill", "Ada Quill"),
        ("By Ada Quill and Ned Rook", "Ada Quill and Ned Rook"),
        ("Ada Quill, Staff Writer", "Ada Quill"),
        ("Ada Quill 2 hrs ago", "Ada Quill"),
        ("By Ada Quill | The Harbour Herald", "Ada Quill"),
        ("The Harbour Desk:", None),
    ],
)
def test_bylines(line: str, name: str | None) -> None:
    assert metadata(HEADLINE, line, BODY).byline == name


def test_a_bare_name_above_the_date_is_the_byline() -> None:
    read = metadata(HEADLINE, "Ada Quill", "May 6, 2024", BODY)
    assert (read.byline, read.outlet, read.published) == ("Ada Quill", None, "2024-05-06")


def test_a_bare_outlet_above_the_date_is_the_outlet() -> None:
    read = metadata(HEADLINE, "The Harbour Herald", "2024-05-06", BODY)
    assert (read.byline, read.outlet) == (None, "The Harbour Herald")


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        ((HEADLINE, "Penwicknow Desk:", BODY), "Penwicknow"),
        ((HEADLINE, BODY, "Other reports by Penwick Herald"), "Penwick Herald"),
        ((HEADLINE, BODY, "© 2024 The Harbour Herald. All rights reserved."), "The Harbour Herald"),
        ((HEADLINE, "www.harbourherald.co.uk", "2024-05-13", BODY), "harbourherald.co.uk"),
        ((HEADLINE, "https://www.harbourherald.com/", "2024-05-13", BODY), "harbourherald.com"),
        ((HEADLINE, "By Ada Quill, The Harbour Herald", BODY), "The Harbour Herald"),
        ((HEADLINE, BODY, "Copyright 2024 Reuters. All rights reserved."), None),
        ((HEADLINE, BODY), None),
    ],
)
def test_outlets(lines: tuple[str, ...], outlet: str | None) -> None:
    assert metadata(*lines).outlet == outlet


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("March 3, 2021", "2021-03-03"),
        ("3 March 2021", "2021-03-03"),
        ("2021-03-03", "2021-03-03"),
        ("Published: Wed 3rd March 2021, 10:15 GMT", "2021-03-03"),
        ("date 2021-03-03 penwickdesk", "2021-03-03"),
        ("Updated: 4 March 2021", None),
    ],
)
def test_dates(line: str, iso: str | None) -> None:
    assert metadata(line, HEADLINE, BODY).published == iso


def test_a_date_in_a_caption_is_not_the_articles() -> None:
    assert metadata(HEADLINE, "(FILES) The ferry on May 6, 2023.", BODY).published is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("13/05/2024", "2024-05-13"),
        ("05/13/2024", "2024-05-13"),
        ("04/05/2024", None),
        ("Sat 04/05/2024", "2024-05-04"),
        ("Fri 04/05/2024", "2024-04-05"),
        ("04/05/2024, updated 17/05/2024", "2024-05-04"),
        ("04/05/2024, updated 05/17/2024", "2024-04-05"),
        ("04.05.2024", "2024-05-04"),
        ("4-May-2024", "2024-05-04"),
        ("2024/05/04", "2024-05-04"),
        ("31 February 2024", None),
        ("May 2024", None),
        ("May 6", None),
    ],
)
def test_a_date_of_two_readings_is_no_date(text: str, iso: str | None) -> None:
    assert iso_date(text) == iso
