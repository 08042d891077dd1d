"""Which sentences tell of what the story is about, and can be shown alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.fact_questions import told_in
from quizzes.items.heart import is_clear_alone, is_of_the_heart
from quizzes.items.matrix import Matrix
from quizzes.nlp.findings.told_words import ToldSentence
from quizzes.nlp.findings.who_tells import WhoTells
from quizzes.nlp.types import Passage, Reading, Role
from tests.items.readings import article, story

HEADLINE = "Penwick ferry strike ends after pay deal."
OPENING = "Mayor Ann Roe of Penwick ended the strike of the ferry crews with a pay deal on Monday."
MIDDLE = "The sea was calm."


def headed(letter: str, outlet: str, *sentences: str) -> Reading:
    reading, end = article(letter, outlet, HEADLINE, *sentences), len(HEADLINE)
    passages = (Passage(Role.HEADLINE, 0, end), Passage(Role.BODY, end, len(reading.text)))
    return replace(reading, passages=passages)


def told(sentence: str) -> tuple[WhoTells, ToldSentence]:
    one = headed("a1", "The Quay Ledger", OPENING, MIDDLE, sentence)
    index = told_in(Matrix(story(one, headed("a2", "Saltmarsh Wire", OPENING, MIDDLE))))
    return index, index.by_article["a1"][-1]


@pytest.mark.parametrize(
    ("sentence", "is_central"),
    [
        ("A bank in Saltmarsh lent Penwick 4 million euros for the deal.", True),
        ("Roe had called the pay of the crews a shame in March.", True),
        ("Roe had eaten lunch with a golfer from Saltmarsh at noon.", False),
        ("A bank in Saltmarsh lent 4 million euros for the deal.", True),
        ("A bank in Saltmarsh lent 4 million euros to the press.", False),
        ("The dog of Clara Bell slept through the morning.", False),
    ],
)
def test_the_heart_of_a_story_is_who_does_what_in_its_openings(sentence: str, is_central: bool) -> None:
    assert is_of_the_heart(*told(sentence)) is is_central


@pytest.mark.parametrize(
    ("sentence", "is_clear"),
    [
        ("Ann Roe signed the deal in Saltmarsh.", True),
        ("A bank in Saltmarsh lent the money.", True),
        ("The Bank of Saltmarsh lent the money.", True),
        ("The Quay Workers Union signed the deal.", True),
        ("The Harbour Council always signs such deals.", True),
        ("But the crews that signed the deal went home.", True),
        ("But the admission left the crews in good spirits.", False),
        ("The strike has cost the town of Penwick a million euros.", True),
        ("The ferry Marigold stayed in the harbour of Penwick.", True),
        ("The crews that signed the deal went home to Saltmarsh.", True),
        ("The admission left the crews of Penwick in good spirits.", False),
        ("The admission left some Penwick crews in good spirits.", False),
        ("The four-term Saltmarsh senator had praised Penwick.", False),
        ("The longtime Saltmarsh senator had praised Penwick.", False),
        ("The four-term senator had praised Penwick.", False),
        ("The Saltmarsh Republican said Roe was late.", False),
        ("The Saltmarsh plan cost a million euros.", False),
        ("Both crews of Penwick went home.", False),
        ("Roe told the captains that they would have to wait.", True),
        ('Roe said it was"late" in Penwick.', False),
    ],
)
def test_a_sentence_that_points_back_is_not_clear_alone(sentence: str, is_clear: bool) -> None:
    assert is_clear_alone(*told(sentence)) is is_clear
