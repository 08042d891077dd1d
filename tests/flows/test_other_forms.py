"""Another form of an item, and what a new comparison does with it and with the teacher's own items."""

from __future__ import annotations

import pytest

from quizzes.factories import ItemFactory, TeacherFactory
from quizzes.flows import deciding, reading
from quizzes.flows.drafting import compare_story
from quizzes.flows.other_forms import NoOtherForm, ask_another_form
from quizzes.items.difficulty import difficulty_word
from quizzes.models import Item, Story
from tests.flows.telling import read_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    return read_story(TeacherFactory())


def compare_again(story: Story) -> None:
    compare_story(story_id=story.pk, token=reading.start_reading(story=story))


def looks(item: Item) -> tuple[str, str, list[str]]:
    return item.kind, item.stem, [o.text for o in item.options.all()]


def test_another_form_differs_from_every_item_of_the_story(story: Story) -> None:
    before = [looks(item) for item in story.items.all()]
    item = story.items.get(kind="claim_evidence")
    made, other = ask_another_form(item=item)
    assert other
    assert (made.finding, made.state, made.form > 0) == (item.finding, "draft", True)
    assert looks(made) not in before
    item.refresh_from_db()
    assert looks(item) in before


def test_forms_come_to_an_end_with_a_word(story: Story) -> None:
    item = story.items.get(kind="number")
    with pytest.raises(NoOtherForm, match="There is no other form"):
        for _ in range(60):
            ask_another_form(item=item)


def test_an_own_item_has_no_other_form(story: Story) -> None:
    with pytest.raises(NoOtherForm, match="rests on none"):
        ask_another_form(item=ItemFactory(story=story, is_own=True))


def test_no_form_while_the_articles_are_read(story: Story) -> None:
    Story.objects.filter(pk=story.pk).update(state=Story.State.READING)
    item = story.items.select_related("story").get(kind="number")
    with pytest.raises(NoOtherForm, match="ready"):
        ask_another_form(item=item)


def test_a_form_that_was_asked_for_stays_after_a_new_comparison(story: Story) -> None:
    made, _ = ask_another_form(item=story.items.get(kind="claim_evidence"))
    compare_again(story)
    made.refresh_from_db()
    assert (made.state, made.is_stale) == ("draft", False)


@pytest.mark.parametrize("state", ["kept", "draft", "dropped"])
def test_an_own_item_is_never_withdrawn_nor_doubted(story: Story, state: str) -> None:
    own = ItemFactory(story=story, is_own=True, is_edited=True, state=state, finding=story.findings.first())
    before = looks(own)
    story.articles.get(letter="B").delete()
    compare_again(story)
    own.refresh_from_db()
    assert (own.state, own.is_stale, looks(own)) == (state, False, before)


def test_the_titles_of_quizzes_come_back_once(story: Story) -> None:
    assert deciding.drop(items=story.items.all()) == []


@pytest.mark.parametrize(
    ("difficulty", "word"), [(0.0, "easy"), (0.4, "easy"), (0.5, "middling"), (0.7, "hard"), (1.0, "hard")]
)
def test_difficulty_is_said_in_words(difficulty: float, word: str) -> None:
    assert difficulty_word(difficulty) == word
