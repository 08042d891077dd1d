"""The teaching stories: what is planted in them is found, and what only looks like a difference is left in peace."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from quizzes.nlp.comparing import compare
from quizzes.nlp.reading import ArticleText, read_articles
from quizzes.nlp.types import Comparison
from tests.nlp.planted import LISTS, PlantedStory, Words, is_disturbed, is_found, read_story

STORIES = [read_story(path) for path in LISTS]
LEAST_FOUND = 0.6
"""The share of what is planted that is found in all stories together. To be reached: 0.9."""

each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


@pytest.fixture(scope="session")
def compared(nlp: Language) -> Callable[[PlantedStory], Comparison]:
    """A function from a story to its comparison, made once."""
    made: dict[str, Comparison] = {}

    def read_and_compare(story: PlantedStory) -> Comparison:
        if story.name not in made:
            texts = [ArticleText(name, file.text, file.known) for name, file in story.articles.items()]
            made[story.name] = compare(read_articles(texts, nlp))
        return made[story.name]

    return read_and_compare


@each_story
def test_what_is_planted_is_found(
    story: PlantedStory, compared: Callable[[PlantedStory], Comparison]
) -> None:
    found = compared(story)
    missed = [entry for entry in story.planted if not is_found(entry, story, found)]
    for entry in missed:
        print(f"{story.name}: {entry.kind} not found: {entry.differs}")
    assert [f"{entry.kind}: {entry.differs}" for entry in missed if entry.is_reached] == []


@each_story
def test_agreements_and_traps_are_left_in_peace(
    story: PlantedStory, compared: Callable[[PlantedStory], Comparison]
) -> None:
    disturbed = [entry for entry in story.in_peace if is_disturbed(entry, story, compared(story))]
    assert [entry.name for entry in disturbed if entry.is_held] == []


def test_enough_of_what_is_planted_is_found() -> None:
    planted = [entry for story in STORIES for entry in story.planted]
    assert sum(entry.is_reached for entry in planted) >= LEAST_FOUND * len(planted)


@each_story
def test_a_story_is_three_to_five_articles_with_ten_differences_of_eight_kinds(story: PlantedStory) -> None:
    assert 3 <= len(story.articles) <= 5
    assert len(story.planted) >= 10
    assert len({entry.kind for entry in story.planted}) >= 8
    assert len(story.in_peace) >= 8


@each_story
def test_every_planted_word_stands_in_its_article(story: PlantedStory) -> None:
    sides: list[Words] = [entry.words for entry in story.planted]
    sides += [side for entry in story.in_peace for side in (entry.these, entry.those)]
    places = [(a, phrase) for side in sides for a, phrases in side.items() for phrase in phrases]
    assert [(a, phrase) for a, phrase in places if phrase not in story.articles[a].text] == []


def test_there_are_five_stories_and_each_has_its_articles_once() -> None:
    assert len(STORIES) == 5
    texts = [file.text for story in STORIES for file in story.articles.values()]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("name", ["election_night", "school_closing", "sports_injury", "strike"])
def test_a_story_for_younger_classes_tells_of_no_harm(
    name: str, compared: Callable[[PlantedStory], Comparison]
) -> None:
    [story] = [story for story in STORIES if story.name == name]
    assert {"killed", "shot"}.isdisjoint(claim.measure for claim in compared(story).claims)
