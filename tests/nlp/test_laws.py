"""Laws of reading and comparing, held on two invented stories and on the teaching editions."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language

from quizzes.nlp.comparing import compare
from quizzes.nlp.reading import ArticleText, read_articles
from quizzes.nlp.texts.intake import read_file
from quizzes.nlp.types import Comparison, Finding, FindingKind, Reading

FERRY = {
    "beacon": """Ferry hits pier in Sandholm, injuring 14

A ferry struck a pier in Sandholm on Tuesday, injuring 14 passengers, the harbour police said.

“We heard a bang and then people fell,” said Mira Toft, who was on board.

The ferry, which was built in 1998, had been repaired in March, according to its owner.
""",
    "tribune": """Sandholm ferry crash injures at least nine

At least nine passengers were injured when a ferry struck a pier in Sandholm on Tuesday, officials said.

“We heard a bang and then people fell,” Mira Toft told the Tribune.

The owner said the ship had been repaired in May.
""",
    "courier": """Owner of ferry that rammed pier “deeply sorry”

The owner of the ferry that struck a pier in Sandholm on Tuesday said it was “deeply sorry” for the crash.

Fourteen passengers were injured, two of them badly, the harbour police said.
""",
}
SCHOOLS = {
    "ledger": """Council of Brenmoor votes to close three schools

The council of Brenmoor voted 8 to 5 on Thursday to close three schools by the summer.

“This is a black day for our villages,” said Councillor Ada Penn, who voted against the plan.

The closures will save $4 million a year, the council said.
""",
    "gazette": """Brenmoor schools to close after vote

Brenmoor's council voted 8 to 5 on Thursday to close four schools by the summer.

“This is a black day,” Councillor Ada Penn said.

Some 300 parents protested outside the town hall, police said.
""",
    "mail": """Parents angry as council shuts village schools

About 500 parents protested on Thursday as the council of Brenmoor voted to close three schools, organisers said.

The plan will save $3 million a year, according to the council.
""",
}
DAYS = {"ferry": "2022-06-15", "schools": "2022-11-18"}
EDITIONS = {
    p.stem: p for p in sorted((Path(__file__).resolve().parents[2] / "seeds" / "air_strike").glob("*.txt"))
}
NAMES = ("The Northern Beacon", "Western Tribune", "City Courier", "Evening Ledger", "Morning Gazette")
STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})

Story = tuple[ArticleText, ...]


def invented(texts: dict[str, str], day: str) -> Story:
    return tuple(
        ArticleText(article, text, {"outlet": outlet, "published": day})
        for (article, text), outlet in zip(texts.items(), NAMES, strict=False)
    )


def editions() -> Story:
    files = {stem: read_file(path.name, path.read_bytes()) for stem, path in EDITIONS.items()}
    return tuple(ArticleText(stem, file.text, file.known) for stem, file in files.items())


STORIES = {
    "ferry": invented(FERRY, DAYS["ferry"]),
    "schools": invented(SCHOOLS, DAYS["schools"]),
    "editions": editions(),
}
each_story = pytest.mark.parametrize("name", STORIES)


@pytest.fixture(scope="module")
def readings(nlp: Language) -> dict[str, tuple[Reading, ...]]:
    """Every story's readings, made once."""
    return {name: tuple(read_articles(story, nlp)) for name, story in STORIES.items()}


def told(finding: Finding) -> tuple[object, ...]:
    """What a finding says, without the outlets' names and the articles' letters in its summary."""
    return (
        finding.kind,
        finding.measure,
        finding.relation,
        tuple((p.article, p.claims, p.evidence) for p in finding.positions),
    )


def findings(comparison: Comparison) -> list[tuple[object, ...]]:
    return sorted((told(f) for f in comparison.findings), key=str)


def curled(text: str) -> str:
    text = re.sub(r'(^|[\s(])"', r"\1“", text, flags=re.M).replace('"', "”")
    return re.sub(r"(^|[\s(“])'", r"\1‘", text, flags=re.M).replace("'", "’")


def quoted(reading: Reading) -> list[tuple[str, str, str | None]]:
    """Every quotation, indirect ones too: words, manner, speaker."""
    return [
        (q.text.translate(STRAIGHT), q.manner.value, q.speaker and q.speaker.name.translate(STRAIGHT))
        for q in reading.quotations
    ]


@each_story
def test_swapped_outlets_swap_with_their_articles(
    name: str, readings: dict[str, tuple[Reading, ...]]
) -> None:
    story = [replace(r, outlet=outlet) for r, outlet in zip(readings[name], NAMES, strict=False)]
    swapped = [replace(r, outlet=outlet) for r, outlet in zip(story, NAMES[::-1], strict=False)]
    one, other = compare(story), compare(swapped)
    assert one.claims == other.claims
    assert findings(one) == findings(other)
    outlets = {r.article: r.outlet for r in swapped}
    assert {r.article: r.outlet for r in other.readings} == outlets


@each_story
def test_another_order_of_files_changes_no_claim_and_no_finding(
    name: str, readings: dict[str, tuple[Reading, ...]]
) -> None:
    one, other = compare(readings[name]), compare(readings[name][::-1])
    assert (one.claims, one.occurrences) == (other.claims, other.occurrences)
    assert findings(one) == findings(other)


@each_story
def test_straight_and_curly_marks_give_the_same_quotations(
    name: str, readings: dict[str, tuple[Reading, ...]], nlp: Language
) -> None:
    straight = [replace(a, text=a.text.translate(STRAIGHT)) for a in STORIES[name]]
    curly = [replace(a, text=curled(a.text)) for a in straight]
    assert [a.text for a in curly] != [a.text for a in straight]
    of_straight = [quoted(r) for r in read_articles(straight, nlp)]
    assert of_straight == [quoted(r) for r in read_articles(curly, nlp)]
    assert of_straight == [quoted(r) for r in readings[name]]
    assert any(of_straight)


@pytest.mark.parametrize(
    ("name", "other"), [("ferry", "schools"), ("schools", "ferry"), ("editions", "ferry")]
)
def test_an_article_of_another_event_moves_no_claim_and_joins_no_finding(
    name: str, other: str, readings: dict[str, tuple[Reading, ...]]
) -> None:
    alone = compare(readings[name])
    stranger = readings[other][0]
    joined = compare([*readings[name], stranger])
    assert [c for c in joined.claims if c.article != stranger.article] == list(alone.claims)
    both = [f for f in joined.findings if len({p.article == stranger.article for p in f.positions}) > 1]
    assert both == []


@each_story
def test_a_copy_under_another_outlet_is_named_and_changes_nothing_else(
    name: str, readings: dict[str, tuple[Reading, ...]], nlp: Language
) -> None:
    first = STORIES[name][0]
    again = replace(first, article="zz-copy", known={**first.known, "outlet": "The Copying Post"})
    copy = next(read_articles([again], nlp))
    alone, joined = compare(readings[name]), compare([*readings[name], copy])
    assert joined.copies == {**alone.copies, "zz-copy": first.article}
    assert any(
        f.kind is FindingKind.TEXT_REUSE and "zz-copy" in {p.article for p in f.positions}
        for f in joined.findings
    )
    assert kept(alone) == kept(joined)


def kept(comparison: Comparison) -> list[tuple[object, ...]]:
    """What a copy must leave as it is: discrepancies and labels, the copy's own words aside."""
    kinds = {FindingKind.DISCREPANCY, FindingKind.LABEL_CHOICE}
    return sorted(
        (
            (f.kind, f.measure, f.relation, tuple(p.claims for p in f.positions if p.article != "zz-copy"))
            for f in comparison.findings
            if f.kind in kinds
        ),
        key=str,
    )
