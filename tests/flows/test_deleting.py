"""What is deleted is out of sight, comes back within the hour, and then is gone."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import Http404
from django.utils import timezone

from quizzes import access
from quizzes.factories import (
    ArticleFactory,
    AssignmentFactory,
    AttemptFactory,
    ClassroomFactory,
    ItemFactory,
    QuizFactory,
    QuizItemFactory,
    QuizVersionFactory,
    StoryFactory,
)
from quizzes.flows import deleting, importing
from quizzes.flows.deleting import TooLate
from quizzes.flows.importing import MOST_ARTICLES, ArticleRefused
from quizzes.models import (
    Article,
    Assignment,
    Attempt,
    Classroom,
    FrozenItem,
    Passage,
    Quiz,
    QuizVersion,
    Story,
)

pytestmark = pytest.mark.django_db
NOW = timezone.now()
SOON = NOW + dt.timedelta(minutes=59)
LATER = NOW + dt.timedelta(minutes=61)
FERRY = (
    "Ferry runs aground\n\nThe ferry ran aground on Friday, and nine were hurt, the harbour office said.\n"
)


def test_a_deleted_story_is_out_of_sight_with_its_quizzes() -> None:
    quiz = QuizFactory()
    deleting.delete(thing=quiz.story, at=NOW)
    assert not Story.objects.of(quiz.teacher).exists()
    assert not Quiz.objects.of(quiz.teacher).exists()
    with pytest.raises(Http404):
        access.story_for_teacher(quiz.teacher, quiz.story_id)


@pytest.mark.parametrize("make", [StoryFactory, QuizFactory, ClassroomFactory])
def test_within_the_hour_it_comes_back(make: type) -> None:
    thing = make()
    deleting.delete(thing=thing, at=NOW)
    assert deleting.purge(at=SOON) == 0
    deleting.take_back(thing=thing, at=SOON)
    thing.refresh_from_db()
    assert thing.deleted_at is None


@pytest.mark.parametrize("make", [StoryFactory, QuizFactory, ClassroomFactory])
def test_after_the_hour_it_is_gone(make: type) -> None:
    thing = make()
    deleting.delete(thing=thing, at=NOW)
    with pytest.raises(TooLate):
        deleting.take_back(thing=thing, at=LATER)
    assert deleting.purge(at=LATER) == 1
    assert not type(thing).objects.filter(pk=thing.pk).exists()


def test_a_reading_stops_where_its_story_is_deleted() -> None:
    story = StoryFactory(state=Story.State.READING, reading_token="t")
    deleting.delete(thing=story, at=NOW)
    story.refresh_from_db()
    assert story.reading_token == ""


def test_a_story_of_which_a_class_has_a_quiz_leaves_the_class_all_it_has() -> None:
    attempt = AttemptFactory()
    version = attempt.assignment.version
    story = version.quiz.story
    article, item = ArticleFactory(story=story), ItemFactory(story=story)
    deleting.delete(thing=story, at=NOW)
    assert deleting.purge(at=LATER) == 1
    assert not Article.objects.filter(pk=article.pk).exists() and not story.items.filter(pk=item.pk).exists()
    assert (
        Attempt.objects.filter(pk=attempt.pk).exists() and QuizVersion.objects.filter(pk=version.pk).exists()
    )
    assert deleting.purge(at=LATER) == 0  # nothing of it is left to go


def test_a_quiz_that_no_class_has_goes_with_its_versions_and_leaves_the_items() -> None:
    entry = QuizItemFactory()
    version = QuizVersionFactory(quiz=entry.quiz)
    deleting.delete(thing=entry.quiz, at=NOW)
    deleting.purge(at=LATER)
    assert not QuizVersion.objects.filter(pk=version.pk).exists()
    assert type(entry.item).objects.filter(pk=entry.item.pk).exists()


def test_a_class_goes_with_its_answers_and_leaves_the_quiz() -> None:
    attempt = AttemptFactory()
    version = attempt.assignment.version
    frozen = FrozenItem.objects.filter(version=version).count()
    deleting.delete(thing=attempt.assignment.classroom, at=NOW)
    deleting.purge(at=LATER)
    assert not Attempt.objects.exists() and not Assignment.objects.exists() and not Classroom.objects.exists()
    assert FrozenItem.objects.filter(version=version).count() == frozen


# --- One article ---


@pytest.fixture
def article() -> Article:
    article = importing.import_article(story=StoryFactory(), name="ferry.txt", data=FERRY.encode())
    importing.correct_article(
        article=article, outlet="The Quay", headline=None, byline="", published=dt.date(2024, 5, 3)
    )
    Passage.objects.filter(article=article, role="body").update(role_set="furniture")
    return article


def test_a_removed_article_comes_back_under_its_letter_with_what_was_set(article: Article) -> None:
    story = deleting.remove_article(article=article, at=NOW)
    assert (story.state, story.articles.count()) == (Story.State.EMPTY, 0)
    back = deleting.put_back(removed=story.removed_articles.get(), at=SOON)
    assert (back.letter, back.text, back.outlet, back.byline) == (
        article.letter,
        article.text,
        "The Quay",
        "",
    )
    assert (back.published, back.state) == (dt.date(2024, 5, 3), Article.State.WAITING)
    assert set(back.passages.filter(role="body").values_list("role_set", flat=True)) == {"furniture"}
    assert not story.removed_articles.exists()


def test_its_letter_is_given_to_no_other_meanwhile(article: Article) -> None:
    story = deleting.remove_article(article=article, at=NOW)
    other = importing.import_article(story=story, name="b.txt", data=FERRY.replace("nine", "ten").encode())
    assert other.letter == "B"


def test_after_the_hour_an_article_cannot_be_put_back(article: Article) -> None:
    removed = deleting.remove_article(article=article, at=NOW).removed_articles.get()
    with pytest.raises(TooLate):
        deleting.put_back(removed=removed, at=LATER)
    assert deleting.purge(at=LATER) == 1
    with pytest.raises(TooLate):
        deleting.put_back(removed=removed, at=SOON)


def test_an_article_that_came_in_again_is_not_put_back_beside_itself(article: Article) -> None:
    story = deleting.remove_article(article=article, at=NOW)
    importing.import_article(story=story, name="ferry.txt", data=FERRY.encode())
    with pytest.raises(ArticleRefused, match="same text"):
        deleting.put_back(removed=story.removed_articles.get(), at=SOON)
    assert story.removed_articles.exists()


def test_a_full_story_takes_nothing_back(article: Article) -> None:
    story = deleting.remove_article(article=article, at=NOW)
    ArticleFactory.create_batch(MOST_ARTICLES, story=story)
    with pytest.raises(ArticleRefused, match="at the most"):
        deleting.put_back(removed=story.removed_articles.get(), at=SOON)


def test_an_assigned_quiz_stays_with_the_class_when_it_is_deleted() -> None:
    assignment = AssignmentFactory()
    deleting.delete(thing=assignment.version.quiz, at=NOW)
    deleting.purge(at=LATER)
    assert Assignment.objects.filter(pk=assignment.pk).exists()
