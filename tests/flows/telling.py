"""A small story of two articles that disagree, read by hand: for tests that need no spaCy."""

from __future__ import annotations

from dataclasses import replace

from quizzes.flows import importing, reading
from quizzes.flows.drafting import compare_story
from quizzes.models import Article, Story, User
from quizzes.nlp.types import (
    Bound,
    Claim,
    Happening,
    HeadlineFrame,
    Label,
    Manner,
    Passage,
    Quantity,
    Quotation,
    Reading,
    Role,
    Source,
    SourceKind,
    Span,
    ValueType,
)

HERALD = """---
outlet: The Quay Herald
---
Ferry runs aground off Hollow Point

At least nine passengers were hurt when the ferry ran aground on Friday, the harbour office said. "It was dark," Mara Lindqvist said.
"""
COURIER = """---
outlet: Bay Courier
---
Ferry hits rocks off Hollow Point

Four passengers were hurt when the ferry ran aground on Friday.
"""


def told_story(teacher: User, *texts: str) -> Story:
    """A story of the articles, imported and not read."""
    story = importing.create_story(teacher=teacher, title="Ferry aground")
    for text in texts or (HERALD, COURIER):
        importing.import_article(story=story, text=text)
    return story


def read_story(teacher: User, *texts: str) -> Story:
    """The story read by hand and compared."""
    story = told_story(teacher, *texts)
    token = reading.start_reading(story=story)
    for article in story.articles.all():
        reading.store_reading(article=article, reading=hand_reading(article), token=token)
    compare_story(story_id=story.pk, token=token)
    Story.objects.filter(pk=story.pk).update(state=Story.State.READY)
    story.refresh_from_db()
    return story


def hand_reading(article: Article) -> Reading:
    """What a reader would find in one of the two articles: one figure of injured people, and who says so."""
    letter, text = article.letter, article.text
    herald = "At least nine" in text
    words = "At least nine" if herald else "Four"
    first = text.index(words)
    end = text.index(".", first) + 1
    source = (
        source_at(text, "harbour office", "the harbour office", SourceKind.ORGANISATION) if herald else None
    )
    value = Quantity(
        text=words,
        start=first,
        end=first + len(words),
        type=ValueType.NUMBER,
        low=9.0 if herald else 4.0,
        high=None if herald else 4.0,
        bound=Bound.AT_LEAST if herald else Bound.EXACT,
        unit="passengers",
    )
    happening = Happening(
        id=f"{letter}-h1",
        article=letter,
        act="aground",
        label="ferry aground off Hollow Point",
        dates=("weekday:friday",),
        places=("hollow point",),
        targets=("ferry",),
        mentions=(Span(first, end),),
    )
    claim = Claim(
        id=f"{letter}-c1",
        article=letter,
        start=first,
        end=end,
        text=text[first:end],
        measure="injured",
        value=value,
        source=source,
        happening=happening.id,
        counted=("passenger",),
    )
    headline = Span(0, text.index("\n"))
    reading = Reading(
        article=letter,
        text=text,
        outlet=article.outlet or None,
        headline=article.headline or None,
        byline=article.byline or None,
        published=article.published.isoformat() if article.published else None,
        passages=(
            Passage(Role.HEADLINE, headline.start, headline.end),
            Passage(Role.BODY, first, len(text.rstrip())),
        ),
        sentences=(headline, Span(first, end)),
        claims=(claim,),
        happenings=(happening,),
        labels=(Label(letter, first, first + 4, text[first : first + 4], "passenger"),),
        headline_frame=HeadlineFrame("Ferry", "runs", None),
        headline_span=headline,
    )
    return replace(reading, quotations=quotations(letter, text), unnamed=(source,) if source else ())


def quotations(letter: str, text: str) -> tuple[Quotation, ...]:
    if '"It was dark,"' not in text:
        return ()
    start = text.index("It was dark")
    speaker = source_at(text, "Mara Lindqvist", "Mara Lindqvist", SourceKind.PERSON)
    end = start + len("It was dark,")
    return (Quotation(f"{letter}-q1", letter, start, end, text[start:end], Manner.DIRECT, "said", speaker),)


def source_at(text: str, words: str, name: str, kind: SourceKind) -> Source:
    start = text.index(words)
    return Source(words, start, start + len(words), name, kind)
