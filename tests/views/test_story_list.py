"""The list of stories: what a line says, search, pages, the archive."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import (
    ArticleFactory,
    ClassroomFactory,
    FindingFactory,
    ItemFactory,
    QuizFactory,
    StoryFactory,
    TeacherFactory,
)
from quizzes.models import Article, Item, Story, User
from quizzes.reports.home import home
from quizzes.reports.stories import story_list
from quizzes.templatetags.times import since
from tests.flows.telling import read_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(client: Client) -> User:
    teacher = TeacherFactory()
    client.force_login(teacher)
    return teacher


def listed(client: Client, **asked: str) -> str:
    answer = client.get(reverse("story-list"), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def titles(shown: str) -> list[str]:
    return re.findall(r'<h2><a href="/stories/\d+/">(.*?)</a>', shown)


def archive(client: Client, story: Story, **sent: str) -> str:
    answer = client.post(reverse("story-archive", kwargs={"pk": story.pk}), sent, follow=True)
    return answer.content.decode()


def test_a_line_says_what_the_story_holds_and_when_it_changed(client: Client, teacher: User) -> None:
    story = StoryFactory(teacher=teacher, title="Ferry aground")
    for letter in "AB":
        ArticleFactory(story=story, letter=letter)
    ItemFactory(story=story, finding=FindingFactory(story=story))
    QuizFactory(story=story)
    shown = listed(client)
    assert titles(shown) == ["Ferry aground"]
    assert "The A Post, The B Post" in shown
    assert "1 finding, 1 item, 1 quiz" in shown
    assert "just now" in shown


def test_a_story_that_is_not_read_says_so(client: Client, teacher: User) -> None:
    StoryFactory(teacher=teacher, state=Story.State.FAILED)
    assert "not read" in listed(client)


def test_the_newest_change_comes_first_whatever_was_changed(teacher: User) -> None:
    one, two = StoryFactory(teacher=teacher), StoryFactory(teacher=teacher)
    ItemFactory(story=one)
    assert list(story_list(teacher)) == [one, two]
    QuizFactory(story=two)
    assert list(story_list(teacher)) == [two, one]


@pytest.mark.parametrize(
    "sought",
    ["ferry", "FERRY  aground", "perón daily", "peron", "rocks", "rocks ferry"],
    ids=["title", "case and spaces", "outlet", "accents", "headline", "across both"],
)
def test_search_finds_titles_outlets_and_headlines(client: Client, teacher: User, sought: str) -> None:
    found = StoryFactory(teacher=teacher, title="Ferry aground")
    ArticleFactory(story=found, outlet_set="Perón Daily", headline_read="Boat hits rocks")
    ArticleFactory(story__teacher=teacher, story__title="Strike", headline_read="Trains stand")
    assert titles(listed(client, q=sought)) == ["Ferry aground"]


def test_search_goes_by_what_the_teacher_set(client: Client, teacher: User) -> None:
    story = StoryFactory(teacher=teacher)
    ArticleFactory(story=story, outlet_read="Wrong Post", outlet_set="Right Post")
    assert titles(listed(client, q="right"))
    assert not titles(listed(client, q="wrong"))


def test_what_is_not_found_is_said(client: Client, teacher: User) -> None:
    StoryFactory(teacher=teacher)
    assert "Nothing found" in listed(client, q="<zebra>")
    assert "&lt;zebra&gt;" in listed(client, q="<zebra>")


def test_no_story_of_another_teacher_is_found(client: Client, teacher: User) -> None:
    StoryFactory(title="Ferry aground")
    assert not titles(listed(client)) and not titles(listed(client, q="ferry"))


# --- The archive ---


def test_an_archived_story_leaves_the_list_and_home_and_stays_whole(client: Client, teacher: User) -> None:
    story = StoryFactory(teacher=teacher, title="Ferry aground")
    ArticleFactory(story=story)
    shown = archive(client, story)
    assert "“Ferry aground” is in the archive." in shown
    assert titles(listed(client)) == []
    assert titles(listed(client, show="archived")) == ["Ferry aground"]
    assert home(teacher, timezone.now()).stories == ()
    assert client.get(reverse("story-detail", kwargs={"pk": story.pk})).status_code == 200
    assert Article.objects.count() == 1


def test_archiving_is_undone_from_the_message(client: Client, teacher: User) -> None:
    story = StoryFactory(teacher=teacher)
    shown = archive(client, story)
    assert '<input type="hidden" name="back" value="1">' in shown
    assert "is on your list again" in archive(client, story, back="1")
    assert titles(listed(client)) == [story.title]


def test_archiving_twice_keeps_the_first_moment(client: Client, teacher: User) -> None:
    story = StoryFactory(teacher=teacher)
    archive(client, story)
    first = Story.objects.get(pk=story.pk).archived_at
    archive(client, story)
    assert Story.objects.get(pk=story.pk).archived_at == first


# --- A copy ---


def test_a_story_is_copied_and_read_on(
    client: Client, teacher: User, django_capture_on_commit_callbacks: Any
) -> None:
    story = read_story(teacher)
    url = reverse("story-copy", kwargs={"pk": story.pk})
    assert 'value="Copy of Ferry aground"' in client.get(url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        shown = client.post(url, {"title": "Ferry 8B"}, follow=True).content.decode()
    assert "This is the copy; “Ferry aground” stays as it is." in shown
    copy = Story.objects.get(title="Ferry 8B")
    assert copy.articles.count() == 2 and DBTaskResult.objects.count() == 1


def test_a_copy_with_decisions_is_ready_at_once(client: Client, teacher: User) -> None:
    story = read_story(teacher)
    sent = {"title": "Ferry 8B", "with_decisions": "on"}
    client.post(reverse("story-copy", kwargs={"pk": story.pk}), sent)
    copy = Story.objects.get(title="Ferry 8B")
    assert (copy.state, copy.items.count()) == (Story.State.READY, story.items.count())


def test_a_copy_needs_a_title(client: Client, teacher: User) -> None:
    story = StoryFactory(teacher=teacher, title="x" * 160)
    url = reverse("story-copy", kwargs={"pk": story.pk})
    assert "field-error" in client.post(url, {"title": " "}).content.decode()
    assert 'maxlength="160"' in client.get(url).content.decode()
    assert Story.objects.count() == 1


# --- Pages and queries ---


def many(teacher: User, n: int) -> None:
    for _ in range(n):
        story = StoryFactory(teacher=teacher)
        for letter in "AB":
            ArticleFactory(story=story, letter=letter)
        ItemFactory(story=story, finding=FindingFactory(story=story))
    ClassroomFactory(owner=teacher)


def test_thirty_five_stories_take_as_many_queries_as_one_and_two_pages(
    client: Client, teacher: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    many(teacher, 35)
    # session, user, totals, the deleted, zone, how many, stories with counts, articles
    with django_assert_num_queries(8):
        shown = listed(client)
    assert shown.count("1 finding, 1 item") == 20
    assert len(titles(listed(client, page="2"))) == 15
    with django_assert_num_queries(10):  # and titles and names to search in
        listed(client, q="post")


def test_a_page_that_is_none_is_the_nearest_one(client: Client, teacher: User) -> None:
    many(teacher, 21)
    assert len(titles(listed(client, page="99"))) == 1
    assert len(titles(listed(client, page="x"))) == 20


def test_the_ways_to_other_pages_keep_the_search(client: Client, teacher: User) -> None:
    many(teacher, 21)
    assert 'href="?q=post+a&amp;page=2"' in listed(client, q="post a")
    assert len(titles(listed(client, q="post a", page="2"))) == 1


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (dt.timedelta(seconds=59), "just now"),
        (dt.timedelta(minutes=1), "1 minute ago"),
        (dt.timedelta(minutes=119), "1 hour ago"),
        (dt.timedelta(hours=23), "23 hours ago"),
        (dt.timedelta(days=7, hours=1), "7 days ago"),
    ],
)
def test_how_long_ago_is_said_in_one_unit(passed: dt.timedelta, said: str) -> None:
    assert since(timezone.now() - passed, dt.UTC) == said


def test_what_is_older_than_a_week_has_a_day() -> None:
    assert (
        since(dt.datetime(2024, 3, 1, 23, tzinfo=dt.UTC), dt.timezone(dt.timedelta(hours=2)))
        == "2 March 2024"
    )


def test_items_decided_on_count_as_a_change(teacher: User) -> None:
    story = StoryFactory(teacher=teacher)
    item = ItemFactory(story=story)
    later = timezone.now() + dt.timedelta(hours=1)
    Item.objects.filter(pk=item.pk).update(changed_at=later)
    assert story_list(teacher).get().last_change == later  # type: ignore[attr-defined]  # annotated
