"""A story is copied: all of it, or all but the decisions."""

from __future__ import annotations

import pytest

from quizzes.factories import ItemFactory, QuizItemFactory, StoryFactory, TeacherFactory
from quizzes.flows import copying, reading, records
from quizzes.flows.drafting import compare_story
from quizzes.models import Article, Correction, Finding, Item, Occurrence, Passage, Quiz, Story
from tests.flows.telling import read_story, told_story

pytestmark = pytest.mark.django_db
STRUCK = {"article": "A", "start": 0, "end": 5}


@pytest.fixture
def story() -> Story:
    """A story that was read, with something set, struck, kept, dropped and edited."""
    story = read_story(TeacherFactory())
    story.articles.filter(letter="A").update(outlet_set="Quay Online", byline_set="")
    Passage.objects.filter(article__story=story, role="body").update(role_set="furniture")
    Occurrence.objects.filter(story=story).update(label_set="The grounding")
    Correction.objects.create(story=story, kind="label", subject=STRUCK)
    Finding.objects.filter(story=story).update(is_dismissed=True, dismissed_reason="No.")
    first, second = story.items.all()[:2]
    Item.objects.filter(pk=first.pk).update(state="kept", is_edited=True, stem="My own words?")
    Item.objects.filter(pk=second.pk).update(state="dropped")
    return story


def copied(story: Story, *, with_decisions: bool = False) -> Story:
    return copying.copy_story(story=story, title="Copy", with_decisions=with_decisions)


def read_on(copy: Story) -> None:
    """What the worker does with a copy of which all is read."""
    token = reading.start_reading(story=copy)
    assert compare_story(story_id=copy.pk, token=token)


def test_articles_come_with_what_was_set_and_read(story: Story) -> None:
    copy = copied(story)
    assert (copy.title, copy.teacher, copy.letters_given) == ("Copy", story.teacher, 2)
    article = copy.articles.get(letter="A")
    assert (article.outlet, article.outlet_read, article.byline_set) == ("Quay Online", "The Quay Herald", "")
    assert article.state == Article.State.READ
    assert records.readings_as_read(copy) == records.readings_as_read(story)
    assert set(article.passages.filter(role="body").values_list("role_set", flat=True)) == {"furniture"}
    assert copy.corrections.get().subject == STRUCK
    assert set(copy.occurrences.values_list("label_set", flat=True)) == {"The grounding"}


def test_no_row_is_shared_and_none_is_lost(story: Story) -> None:
    before = records.comparison_of(story)
    copy = copied(story, with_decisions=True)
    assert records.comparison_of(copy) == before == records.comparison_of(story)
    Story.objects.get(pk=copy.pk).delete()
    assert records.comparison_of(story) == before


def test_without_decisions_the_items_are_drafted_anew(story: Story) -> None:
    copy = copied(story)
    assert copy.state == Story.State.WAITING and not copy.items.exists()
    read_on(copy)
    copy.refresh_from_db()
    assert copy.state == Story.State.READY
    assert set(copy.items.values_list("state", flat=True)) == {"draft"}
    assert not copy.items.filter(stem="My own words?").exists()
    assert not copy.findings.filter(is_dismissed=True).exists()


def test_with_decisions_they_come_along_and_the_copy_is_ready(story: Story) -> None:
    copy = copied(story, with_decisions=True)
    assert copy.state == Story.State.READY
    assert copy.items.count() == story.items.count()
    kept = copy.items.kept().get()
    assert (kept.stem, kept.is_edited) == ("My own words?", True)
    assert kept.options.count() == story.items.kept().get().options.count()
    assert kept.finding is None or kept.finding.story == copy
    assert copy.items.filter(state="dropped").count() == 1
    assert set(copy.findings.values_list("dismissed_reason", flat=True)) == {"No."}


def test_what_is_decided_stays_when_the_copy_is_compared_again(story: Story) -> None:
    copy = copied(story, with_decisions=True)
    read_on(copy)
    assert copy.items.kept().get().stem == "My own words?"


def test_the_story_and_its_quizzes_stay_as_they_are(story: Story) -> None:
    QuizItemFactory(quiz__story=story, item=story.items.kept().get())
    items, articles = story.items.count(), story.articles.count()
    copied(story, with_decisions=True)
    assert Quiz.objects.count() == 1
    assert (story.items.count(), story.articles.count()) == (items, articles)


def test_a_copy_of_a_story_that_is_being_read_waits_for_its_own_reading() -> None:
    story = told_story(TeacherFactory())
    story.articles.filter(letter="A").update(state="reading", reading={"tries": 2})
    copy = copied(story, with_decisions=True)
    assert copy.state == Story.State.WAITING and copy.reading_token == ""
    assert {(a.state, str(a.reading)) for a in copy.articles.all()} == {("waiting", "{}")}


def test_an_empty_story_is_copied_too() -> None:
    assert copied(StoryFactory(state="empty")).state == Story.State.EMPTY


def test_own_items_without_a_finding_come_with_the_decisions() -> None:
    own = ItemFactory(is_own=True, state="kept")
    assert copied(own.story, with_decisions=True).items.get().is_own
