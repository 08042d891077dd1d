"""The tops and feet of articles as papers and people set them: outlet, headline, byline and date by their form."""

from __future__ import annotations

import re

import pytest

from quizzes.nlp.texts.metadata import Metadata, read_metadata
from quizzes.nlp.texts.outlets import names_outlet
from quizzes.nlp.texts.passages import split_passages

HEADLINE = "Ferry runs aground off Penwick"
BODY = "A ferry with forty people on board ran aground on Monday, and the captain blamed the channel."
LEDGER, ADA, DAY = "The Harrow Ledger", "Anna Reyes", "2025-03-04"


def metadata(*lines: str) -> Metadata:
    text = "\n".join(lines)
    return read_metadata(text, split_passages(text))


@pytest.mark.parametrize(
    "lines",
    [
        (LEDGER, HEADLINE, "By Anna Reyes", "March 4, 2025", BODY),
        (HEADLINE, LEDGER, "By Anna Reyes", "March 4, 2025", BODY),
        (HEADLINE, "By Anna Reyes", LEDGER, "March 4, 2025", BODY),
        (HEADLINE, "By Anna Reyes", "March 4, 2025", LEDGER, BODY),
        (LEDGER, "", HEADLINE, "", "By Anna Reyes | March 4, 2025", "", BODY),
        (LEDGER, HEADLINE, "By Anna Reyes · 4 March 2025", BODY),
        (LEDGER, HEADLINE, "By Anna Reyes - March 4, 2025", BODY),
        (LEDGER, HEADLINE, "By Anna Reyes — March 4, 2025", BODY),
        (LEDGER, HEADLINE, "By Anna Reyes, March 4, 2025", BODY),
        (LEDGER, HEADLINE, "March 4, 2025 | By Anna Reyes", BODY),
        (LEDGER, HEADLINE, "Anna Reyes, Staff Writer", "March 4, 2025", BODY),
        (LEDGER, HEADLINE, "Anna Reyes, Staff Writer | March 4, 2025", BODY),
        (LEDGER, HEADLINE, "By Anna Reyes", "Staff Writer", "March 4, 2025", BODY),
        (HEADLINE, "By Anna Reyes | The Harrow Ledger | March 4, 2025", BODY),
        (HEADLINE, "By Anna Reyes, The Harrow Ledger, March 4, 2025", BODY),
        (HEADLINE, "By Anna Reyes", "The Harrow Ledger, March 4, 2025", BODY),
        (HEADLINE, "By Anna Reyes", "Published 4 March 2025 by The Harrow Ledger", BODY),
        ("The Harrow Ledger | March 4, 2025", HEADLINE, "By Anna Reyes", BODY),
        (HEADLINE, "By Anna Reyes | March 4, 2025", BODY, LEDGER),
        (HEADLINE, "By Anna Reyes", BODY, "Published 4 March 2025 by The Harrow Ledger"),
        (HEADLINE, "By Anna Reyes | March 4, 2025", BODY, "© 2025 The Harrow Ledger"),
        (LEDGER, HEADLINE, "Forty saved as harbour boats rush out", "By Anna Reyes | March 4, 2025", BODY),
        (LEDGER, f"# {HEADLINE}", "*By Anna Reyes*", "**March 4, 2025**", BODY),
        ("# The Harrow Ledger", f"## {HEADLINE}", "By Anna Reyes", "March 4, 2025", BODY),
        (LEDGER, HEADLINE, "By Anna Reyes", "Published: March 4, 2025 | Updated: March 5, 2025", BODY),
        (LEDGER, HEADLINE, "Author: Anna Reyes", "Date: March 4, 2025", BODY),
        (f"# {HEADLINE} #", "**The Harrow Ledger**", "*By **Anna Reyes** | March 4, 2025*", BODY),
        (f"**{HEADLINE}**", "_By Anna Reyes, [The Harrow Ledger](https://example.org), March 4, 2025_", BODY),
    ],
)
def test_all_four_are_read(lines: tuple[str, ...]) -> None:
    assert metadata(*lines) == Metadata(LEDGER, HEADLINE, ADA, DAY)


@pytest.mark.parametrize(
    "line",
    """The Harrow Ledger|Harrow Times|Daily Mail|BBC News|Radio Penwick|harrowledger.com|The Penwick Post|Penwick FM
    |The Star|Sunday Express|Harrow Herald Online|Penwick TV|The Journal of Penwick""".replace(
        "\n    |", "|"
    ).split("|"),
)
def test_names_of_outlets(line: str) -> None:
    assert names_outlet(line)
    assert metadata(line, HEADLINE, "By Anna Reyes", BODY) == Metadata(line, HEADLINE, ADA)


@pytest.mark.parametrize(
    "line",
    [
        "Army Post Reopens",
        "Film Star Opens Harbour",
        "Sheriff Quits Post",
        "Good News",
        "Hard Times",
        "The Star Falls",
        "Ada Star",
        "Mayor Breaks Record",
        "The ferry times",
        "Penwick",
        "Is This the Post?",
    ],
)
def test_common_words_name_no_outlet(line: str) -> None:
    assert not names_outlet(line)


@pytest.mark.parametrize(
    "headline",
    [
        "Army Post Reopens",
        "Film Star Opens Harbour",
        "Sheriff Quits Post",
        "Mayor Breaks Record",
        "Teen Sets Harbour Record",
    ],
)
def test_a_headline_with_such_a_word_stays_one(headline: str) -> None:
    read = metadata(headline, "Crowds cheer at the gates", "By Anna Reyes", "March 4, 2025", BODY)
    assert read == Metadata(None, headline, ADA, DAY)


def test_a_papers_name_with_no_headline_under_it_is_the_first_line() -> None:
    assert metadata("Fallen Star", "By Anna Reyes", BODY) == Metadata(None, "Fallen Star", ADA)


@pytest.mark.parametrize(
    ("line", "outlet", "byline"),
    [
        ("By Ada Star", None, "Ada Star"),
        ("Ada Star, Staff Writer", None, "Ada Star"),
        ("Ada Star", None, None),
        ("By Anna Reyes, Staff Writer", None, ADA),
        ("By Anna Reyes, Penwick", None, ADA),
        ("By Anna Reyes in Oslo", None, ADA),
        ("By The Harrow Ledger", None, None),
        ("Published 4 March 2025 by Anna Reyes", None, ADA),
        ("Reuters", None, None),
        ("Picture: The Harrow Ledger", None, None),
        ("The ferry at its berth, March 4, 2025. (Photo by Ned Rook / The Harrow Ledger)", None, None),
    ],
)
def test_what_is_unsure_is_none(line: str, outlet: str | None, byline: str | None) -> None:
    read = metadata(HEADLINE, line, "March 4, 2025", BODY)
    assert (read.headline, read.outlet, read.byline) == (HEADLINE, outlet, byline)


def test_a_doubtful_name_is_the_outlets_where_somebody_else_signs() -> None:
    assert metadata(HEADLINE, "Penwick Star", "By Anna Reyes", BODY).outlet == "Penwick Star"
    assert metadata("Penwick Star", HEADLINE, BODY).outlet == "Penwick Star"
    assert metadata("Harrow Vale Record", HEADLINE, "By Anna Reyes", BODY).outlet == "Harrow Vale Record"


@pytest.mark.parametrize(
    "line", ["Harrow Broadcasting - Sport", "The Harrow Ledger | Politics", "BBC News – Wales"]
)
def test_an_outlet_may_stand_beside_its_section(line: str) -> None:
    read = metadata(line, HEADLINE, "By Anna Reyes", BODY)
    assert (read.outlet, read.headline) == (re.split(" [-–|] ", line)[0], HEADLINE)


def test_marks_lie_outside_the_passages() -> None:
    text = f"# {HEADLINE}\n*By Anna Reyes*\n{BODY}\n* {BODY}\n5 * 3 * 2"
    shown = [text[p.start : p.end] for p in split_passages(text)]
    assert shown == [HEADLINE, "By Anna Reyes", BODY, f"* {BODY}", "5 * 3 * 2"]


@pytest.mark.parametrize(
    ("lines", "stated"),
    [
        (("Anna Reyes | The Harrow Ledger | 4 March 2025",), (LEDGER, ADA, DAY)),
        (("Anna Reyes, The Harrow Ledger, 4 March 2025",), (LEDGER, ADA, DAY)),
        (("Anna Reyes for The Harrow Ledger",), (LEDGER, ADA, None)),
        (("By Anna Reyes Special to The Harrow Ledger",), (LEDGER, ADA, None)),
        (("By Anna Reyes BBC News",), ("BBC News", ADA, None)),
        (("By Anna Reyes", "BBC News, Penwick"), ("BBC News", ADA, None)),
        (("By ANNA REYES Associated Press",), (None, "ANNA REYES", None)),
        (("BY ANNA REYES AND NED ROOK",), (None, "ANNA REYES AND NED ROOK", None)),
        (("By Anna Reyes 3 hours ago",), (None, ADA, None)),
        (("By Anna Reyes", "3 hours ago"), (None, ADA, None)),
        (
            ("Anna Reyes in Penwick and Ned Rook in Oslo", "4 March 2025"),
            (None, "Anna Reyes and Ned Rook", DAY),
        ),
        (("Ángel Reyes", "4 March 2025"), (None, "Ángel Reyes", DAY)),
        (("Analysis by Anna Reyes, CNN",), ("CNN", ADA, None)),
        (("By Staff Reporter",), (None, None, None)),
        (("New York", "4 March 2025"), (None, None, DAY)),
        (("Source: The Harrow Ledger",), (LEDGER, None, None)),
        (("Outlet: Harrow Tide", "Author: Anna Reyes"), ("Harrow Tide", ADA, None)),
        (("From The Harrow Ledger, 4 March 2025",), (LEDGER, None, DAY)),
        (("The Harrow Ledger, Tuesday 4 March 2025",), (LEDGER, None, DAY)),
        (("Published 5:30 p.m. ET March 4, 2025",), (None, None, DAY)),
        (("Updated 5:30 p.m. ET March 5, 2025",), (None, None, None)),
        (("PUBLISHED: 17:30 EST, 4 March 2025 | UPDATED: 18:00 EST, 5 March 2025",), (None, None, DAY)),
        (("Tue 4 March 2025 14.05 BST Last modified on Wed 5 March 2025 09.10 BST",), (None, None, DAY)),
        (("Published 04/03/2025", "Updated 25/03/2025"), (None, None, DAY)),
        (("04/03/2025",), (None, None, None)),
    ],
)
def test_the_forms_of_credits(lines: tuple[str, ...], stated: tuple[str | None, ...]) -> None:
    read = metadata(HEADLINE, *lines, BODY)
    assert (read.outlet, read.byline, read.published, read.headline) == (*stated, HEADLINE)


@pytest.mark.parametrize(
    "foot", ["Anna Reyes, The Harrow Ledger", "(Source: The Harrow Ledger)", "© The Harrow Ledger 2025"]
)
def test_an_outlet_at_the_foot(foot: str) -> None:
    assert metadata(HEADLINE, BODY, BODY, foot).outlet == LEDGER


@pytest.mark.parametrize("mark", ["|", "-", "–"])
def test_a_page_s_title_names_the_outlet_behind_the_headline(mark: str) -> None:
    text = f"{HEADLINE} {mark} {LEDGER}\n{BODY}"
    assert metadata(*text.split("\n")) == Metadata(LEDGER, HEADLINE)
    assert [text[p.start : p.end] for p in split_passages(text)] == [HEADLINE, LEDGER, BODY]


@pytest.mark.parametrize(
    "headline",
    [
        "Newspaper: Mayor used the harbour boat for fishing",
        "Ferry Runs Aground Off Penwick As Harbour Boats Rush Out To Save The Forty People On Board.",
        "Penwick - A harbour without a ferry",
    ],
)
def test_headlines_that_look_like_something_else(headline: str) -> None:
    assert metadata(headline, BODY, BODY) == Metadata(headline=headline)


@pytest.mark.parametrize(
    ("lines", "outlet", "headline"),
    [
        (("Penwick Post | Tuesday, March 4, 2025", "", HEADLINE, "", BODY), "Penwick Post", HEADLINE),
        (("March 4, 2025 | Harrow Vale Record", "", HEADLINE, "", BODY), "Harrow Vale Record", HEADLINE),
        (("Channel Nine Penwick", "News > Coast", "", HEADLINE, "", BODY), "Channel Nine Penwick", HEADLINE),
        (("Home / Coast / Ferries", HEADLINE, "", BODY), None, HEADLINE),
        (("Harbour Talk", HEADLINE, "", "By Anna Reyes", "", BODY), None, HEADLINE),
        (("Ferry Owners Sued", "Forty passengers want money back at last", BODY), None, "Ferry Owners Sued"),
        (("Ferry Owners Sued", "", "Forty passengers want it all back", "", BODY), None, "Ferry Owners Sued"),
        (("Ferry sinks", "Forty passengers reach the pier", "", BODY), None, "Ferry sinks"),
        (("Channel Tunnel Shut", "", "By Anna Reyes", "", BODY), None, "Channel Tunnel Shut"),
    ],
)
def test_what_stands_above_a_headline_is_none(
    lines: tuple[str, ...], outlet: str | None, headline: str
) -> None:
    read = metadata(*lines)
    assert (read.outlet, read.headline) == (outlet, headline)


def test_a_name_and_a_date_below_the_headline_are_the_writers() -> None:
    read = metadata(HEADLINE, "", "Ada Star | March 4, 2025", "", BODY)
    assert (read.outlet, read.headline) == (None, HEADLINE)
