from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from quizzes import tasks
from quizzes.factories import StoryFactory, TeacherFactory
from quizzes.flows import deleting, reading
from quizzes.flows.reading import ReadingSuperseded, is_stalled, start_reading, take_up_again
from quizzes.models import Article, Passage, Story
from tests.flows.telling import hand_reading, told_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    return told_story(TeacherFactory())


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles are read by hand: these tests are about the journey, not about the reader."""
    monkeypatch.setattr(reading, "_reading", hand_reading)


def states(story: Story) -> list[str]:
    return list(story.articles.order_by("letter").values_list("state", flat=True))


# --- It works ---


@pytest.mark.django_db(transaction=True)
def test_a_worker_drains_the_queue() -> None:
    """The one test with the trained pipeline, the real queue and the real worker."""
    story = told_story(TeacherFactory())
    tasks.queue_reading(story)
    call_command("db_worker", "--batch", "--no-startup-delay", verbosity=0)
    story.refresh_from_db()
    assert (story.state, states(story)) == (Story.State.READY, ["read", "read"])
    injured = story.articles.get(letter="A").claims.filter(measure="injured")
    assert [c.value_text.lower() for c in injured] == ["at least nine"]
    assert story.findings.filter(kind="discrepancy", measure="injured").exists()


@pytest.mark.usefixtures("by_hand")
def test_a_story_is_read_compared_and_asked(story: Story) -> None:
    reading.read_story(story_id=story.pk, token=start_reading(story=story))
    story.refresh_from_db()
    assert (story.state, states(story)) == (Story.State.READY, ["read", "read"])
    assert story.findings.exists()


@pytest.mark.usefixtures("by_hand")
def test_reading_twice_changes_nothing(story: Story) -> None:
    for _ in range(2):
        reading.read_story(story_id=story.pk, token=start_reading(story=story, afresh=True))
    first = list(story.findings.values_list("pk", "uid"))
    reading.read_story(story_id=story.pk, token=start_reading(story=story))
    assert list(story.findings.values_list("pk", "uid")) == first


def test_only_what_is_not_read_is_read_again(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(article: Article) -> Any:
        read.append(article.letter)
        return hand_reading(article)

    monkeypatch.setattr(reading, "_reading", noted)
    story.articles.filter(letter="A").update(state=Article.State.READ)
    reading.read_story(story_id=story.pk, token=start_reading(story=story))
    assert read == ["B"]


@pytest.mark.usefixtures("by_hand")
def test_the_teachers_words_and_roles_survive_a_new_reading(story: Story) -> None:
    reading.read_story(story_id=story.pk, token=start_reading(story=story))
    article = story.articles.get(letter="A")
    article.outlet_set = "Quay Online"
    article.save()
    passage = article.passages.order_by("start").last()
    assert passage is not None
    Passage.objects.filter(pk=passage.pk).update(role_set="caption")
    reading.read_story(story_id=story.pk, token=start_reading(story=story, afresh=True))
    article.refresh_from_db()
    assert article.outlet == "Quay Online"
    assert article.passages.get(start=passage.start).role_set == "caption"


# --- What goes wrong ---


def test_an_article_that_fails_says_so_and_the_rest_goes_on(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_on_b(article: Article) -> Any:
        if article.letter == "B":
            raise IndexError("a bug in the reader")
        return hand_reading(article)

    monkeypatch.setattr(reading, "_reading", fails_on_b)
    reading.read_story(story_id=story.pk, token=start_reading(story=story))
    story.refresh_from_db()
    assert (story.state, states(story)) == (Story.State.READY, ["read", "failed"])
    assert "could not be read" in story.articles.get(letter="B").failure


def test_a_story_without_a_readable_article_says_so(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(article: Article) -> Any:
        raise ValueError

    monkeypatch.setattr(reading, "_reading", fails)
    reading.read_story(story_id=story.pk, token=start_reading(story=story))
    story.refresh_from_db()
    assert (story.state, story.failure) == (Story.State.FAILED, "None of the articles could be read.")


@pytest.mark.usefixtures("by_hand")
def test_what_goes_wrong_in_comparing_stands_on_the_story(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(**kwargs: Any) -> bool:
        raise RuntimeError

    monkeypatch.setattr(reading, "compare_story", fails)
    with pytest.raises(RuntimeError):
        reading.read_story(story_id=story.pk, token=start_reading(story=story))
    story.refresh_from_db()
    assert story.state == Story.State.FAILED
    assert "Try again" in story.failure


@pytest.mark.usefixtures("by_hand")
def test_trying_again_reads_what_failed(story: Story) -> None:
    story.articles.filter(letter="B").update(state=Article.State.FAILED, failure="It failed.")
    reading.read_story(story_id=story.pk, token=start_reading(story=story))
    assert states(story) == ["read", "read"]
    assert story.articles.get(letter="B").failure == ""


# --- Two readings, dead workers ---


@pytest.mark.usefixtures("by_hand")
def test_a_worker_with_an_old_token_writes_nothing(story: Story) -> None:
    old = start_reading(story=story)
    start_reading(story=story)
    reading.read_story(story_id=story.pk, token=old)
    assert states(story) == ["waiting", "waiting"]
    with pytest.raises(ReadingSuperseded):
        article = story.articles.get(letter="A")
        reading.store_reading(article=article, reading=hand_reading(article), token=old)


@pytest.mark.parametrize(
    ("state", "minutes", "stalled"),
    [
        ("reading", 0.5, False),
        ("reading", 1, True),
        ("waiting", 6, False),
        ("waiting", 16, True),
        ("ready", 600, False),
    ],
)
def test_a_silent_worker_is_noticed(state: str, minutes: float, stalled: bool) -> None:
    now = timezone.now()
    story = StoryFactory(state=state, reading_seen_at=now - dt.timedelta(minutes=minutes))
    assert is_stalled(story, now) is stalled


@pytest.mark.usefixtures("by_hand")
def test_a_dead_workers_story_is_taken_up_once(story: Story) -> None:
    start_reading(story=story)
    story.articles.filter(letter="A").update(state=Article.State.READING)
    Story.objects.filter(pk=story.pk).update(state=Story.State.READING)
    first, second = Story.objects.get(pk=story.pk), Story.objects.get(pk=story.pk)
    token = take_up_again(story=first, at=timezone.now())
    assert token is not None
    assert take_up_again(story=second, at=timezone.now()) is None
    reading.read_story(story_id=story.pk, token=token)
    assert states(story) == ["read", "read"]


@pytest.mark.usefixtures("by_hand")
def test_an_article_that_killed_two_workers_is_left_out(story: Story) -> None:
    token = start_reading(story=story)
    story.articles.filter(letter="B").update(state=Article.State.READING, reading={"tries": 2})
    reading.read_story(story_id=story.pk, token=token)
    assert states(story) == ["read", "failed"]
    assert "stopped twice" in story.articles.get(letter="B").failure
    reading.read_story(story_id=story.pk, token=start_reading(story=story))
    assert states(story) == ["read", "read"]


# --- What the teacher does meanwhile ---


def test_an_article_removed_while_it_is_read_is_left_out(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    def removed_meanwhile(article: Article) -> Any:
        told = hand_reading(article)
        if article.letter == "B":
            deleting.remove_article(article=Article.objects.get(pk=article.pk), at=timezone.now())
        return told

    monkeypatch.setattr(reading, "_reading", removed_meanwhile)
    reading.read_story(story_id=story.pk, token=start_reading(story=story))
    story.refresh_from_db()
    assert (story.state, states(story)) == (Story.State.READY, ["read"])


def test_an_article_whose_date_is_corrected_while_it_is_read_is_read_again(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    dates: list[dt.date | None] = []

    def corrected_meanwhile(article: Article) -> Any:
        if article.letter == "A":
            dates.append(article.published)
            Article.objects.filter(pk=article.pk).update(published_set=dt.date(2024, 5, 3))
        return hand_reading(article)

    monkeypatch.setattr(reading, "_reading", corrected_meanwhile)
    reading.read_story(story_id=story.pk, token=start_reading(story=story))
    assert dates == [None, dt.date(2024, 5, 3)]
    assert states(story) == ["read", "read"]
