"""Articles come into a story: files, pasted texts, web addresses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from quizzes.factories import ArticleFactory, AssignmentFactory, ItemFactory, QuizFactory, TeacherFactory
from quizzes.flows import fetching
from quizzes.flows.importing import MOST_ARTICLES
from quizzes.models import Article, Story, User, WebAddress
from tests.flows.telling import COURIER, HERALD, read_story
from tests.web.site import Site, serving

pytestmark = pytest.mark.django_db
URL = "https://news.example/a"


@pytest.fixture
def teacher(client: Client) -> User:
    teacher = TeacherFactory()
    client.force_login(teacher)
    return teacher


@pytest.fixture
def story(teacher: User) -> Story:
    return read_story(teacher)


def file(text: str | bytes, name: str = "ferry.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


def page(client: Client, name: str, **kwargs: int) -> str:
    answer = client.get(reverse(name, kwargs=kwargs))
    assert answer.status_code == 200
    return answer.content.decode()


def post(client: Client, name: str, data: dict[str, Any] | None = None, **kwargs: int) -> str:
    """The page that a post leads to."""
    answer = client.post(reverse(name, kwargs=kwargs), data or {}, follow=True)
    assert answer.redirect_chain, answer.content.decode()
    return answer.content.decode()


def refused(client: Client, name: str, data: dict[str, Any], **kwargs: int) -> str:
    """The form that comes back."""
    answer = client.post(reverse(name, kwargs=kwargs), data)
    assert answer.status_code == 200
    return answer.content.decode()


# --- Upload ---


@pytest.mark.usefixtures("teacher")
def test_a_story_is_made_of_an_upload_and_queued(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    files = [file(HERALD, "herald.txt"), file(COURIER, "courier.txt")]
    with django_capture_on_commit_callbacks(execute=True):
        shown = post(client, "story-create", {"title": "Ferry aground", "files": files})
    story = Story.objects.get()
    assert (story.title, story.articles.count()) == ("Ferry aground", 2)
    assert "The Quay Herald" in shown
    task = DBTaskResult.objects.get()
    assert task.args_kwargs["kwargs"] == {"story_id": story.pk, "token": story.reading_token}


@pytest.mark.usefixtures("teacher")
def test_what_cannot_be_taken_is_said_and_the_rest_is_kept(client: Client) -> None:
    files = [file(HERALD), file("", "empty.txt"), file(b"\x89PNG\r\n\x1a\n\0\0", "photo.txt")]
    shown = post(client, "story-create", {"title": "Ferry", "files": files})
    assert "empty.txt was left out. There is no text in it." in shown
    assert "photo.txt was left out." in shown
    assert Article.objects.count() == 1


@pytest.mark.usefixtures("teacher")
def test_an_upload_of_which_nothing_can_be_taken_makes_no_story(client: Client) -> None:
    answer = client.post(reverse("story-create"), {"title": "Ferry", "files": [file("", "empty.txt")]})
    assert "empty.txt: There is no text in it." in answer.content.decode()
    assert not Story.objects.exists()
    assert not DBTaskResult.objects.exists()


@pytest.mark.usefixtures("teacher")
def test_pasted_text_keeps_its_characters(client: Client) -> None:
    text = "Ferry aground\n\n  “Nine were hurt”, he said.\n"
    post(client, "story-create", {"title": "Ferry", "text": text.replace("\n", "\r\n")})
    assert Article.objects.get().text == text


@pytest.mark.usefixtures("teacher")
@pytest.mark.parametrize(
    "sent", [{"title": "Ferry"}, {"title": "", "text": COURIER}, {"title": "Ferry", "text": "  "}]
)
def test_an_empty_form_comes_back(client: Client, sent: dict[str, str]) -> None:
    answer = client.post(reverse("story-create"), sent)
    assert "field-error" in answer.content.decode()
    assert not Story.objects.exists()


def test_an_article_is_added_and_the_story_read_on(client: Client, story: Story) -> None:
    shown = post(client, "article-add", {"text": "Ferry afloat again\n\nThe ferry floats."}, pk=story.pk)
    assert "Article C taken in." in shown
    assert story.articles.get(letter="C").state == Article.State.WAITING
    assert story.articles.get(letter="A").state == Article.State.READ


def test_a_duplicate_is_refused(client: Client, story: Story) -> None:
    answer = client.post(reverse("article-add", kwargs={"pk": story.pk}), {"text": HERALD})
    assert "This is the same text as article A." in answer.content.decode()


# --- Several texts ---


@pytest.mark.usefixtures("teacher")
def test_several_pasted_texts_become_several_articles(client: Client) -> None:
    shown = post(client, "story-create", {"title": "Ferry", "text": [HERALD, "", COURIER]})
    assert "Articles A, B taken in." in shown


@pytest.mark.usefixtures("teacher")
def test_one_more_box_comes_without_taking_anything_in(client: Client) -> None:
    sent = {
        "title": "Ferry",
        "text": [HERALD],
        "addresses": "nonsense",
        "files": [file(COURIER)],
        "more": "1",
    }
    shown = refused(client, "story-create", sent)
    assert shown.count('<textarea name="text"') == 2
    assert "The Quay Herald" in shown and 'value="Ferry"' in shown and "nonsense" in shown
    assert "Please choose again: ferry.txt." in shown
    assert "This is not a web address." not in shown
    assert not Story.objects.exists()


@pytest.mark.usefixtures("teacher")
def test_the_last_box_brings_no_other(client: Client) -> None:
    shown = refused(client, "story-create", {"text": [HERALD] * MOST_ARTICLES, "more": "1"})
    assert shown.count('<textarea name="text"') == MOST_ARTICLES
    assert 'name="more"' not in shown


def test_a_text_that_was_left_out_is_named_by_its_words(client: Client, story: Story) -> None:
    shown = post(
        client, "article-add", {"text": [HERALD, "Ferry afloat again\n\nThe ferry floats."]}, pk=story.pk
    )
    assert "Article C taken in." in shown
    assert "The pasted text “--- outlet: The Quay Herald ---" in shown and "was left out." in shown


@pytest.mark.usefixtures("teacher")
def test_refused_texts_come_back_in_their_boxes(client: Client) -> None:
    shown = refused(client, "story-create", {"title": "Ferry", "text": ["\x00\x01" * 50, " "]})
    assert "field-error" in shown and '<textarea name="text"' in shown
    assert not Story.objects.exists()


# --- What a new article may change ---


def test_before_adding_it_is_said_what_may_change(client: Client, story: Story) -> None:
    assert "no longer proved" not in page(client, "article-add", pk=story.pk)
    ItemFactory(story=story, state="kept")
    AssignmentFactory(version__quiz=QuizFactory(story=story))
    shown = page(client, "article-add", pk=story.pk)
    assert "You have kept 1 item." in shown and "Classes keep the quiz that they were given." in shown
    assert "room for 6 more" in shown


def test_a_full_story_says_so_in_place_of_the_form(client: Client, story: Story) -> None:
    for n in range(6):
        ArticleFactory(story=story, letter="CDEFGH"[n])
    assert "The story is full" in page(client, "article-add", pk=story.pk)


def test_the_story_says_which_kept_items_are_no_longer_proved(client: Client, story: Story) -> None:
    ItemFactory(story=story, state="kept", is_stale=True)
    ItemFactory(story=story, is_stale=True)
    assert "1 kept item</a> is no longer proved" in page(client, "story-detail", pk=story.pk)


# --- Web addresses ---


@pytest.mark.usefixtures("teacher")
def test_a_story_can_begin_with_addresses_alone(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        shown = post(client, "story-create", {"title": "Ferry", "addresses": f"{URL}\nnews.example/b"})
    assert "2 web pages are being fetched" in shown and "hx-get" in shown
    assert "news.example/b" in shown and "Waiting to be fetched" in shown
    assert {t.task_path for t in DBTaskResult.objects.all()} == {"quizzes.tasks.fetch_address"}


@pytest.mark.usefixtures("teacher")
def test_pages_are_fetched_before_the_reading_begins(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        post(client, "story-create", {"title": "Ferry", "text": HERALD, "addresses": URL})
    tasks = DBTaskResult.objects.order_by("enqueued_at").values_list("task_path", flat=True)
    assert list(tasks) == ["quizzes.tasks.fetch_address", "quizzes.tasks.read_story"]


@pytest.mark.usefixtures("teacher")
def test_a_refused_address_comes_back_with_the_reason(client: Client) -> None:
    sent = {"title": "Ferry", "text": HERALD, "addresses": "ftp://news.example/a"}
    shown = refused(client, "story-create", sent)
    assert "ftp://news.example/a: Only web addresses that begin with http" in shown
    assert "The Quay Herald" in shown and not Story.objects.exists()


def test_addresses_for_which_there_is_no_room_are_named(client: Client, story: Story) -> None:
    lines = "\n".join(f"https://news.example/{n}" for n in range(8))
    shown = post(client, "article-add", {"addresses": lines}, pk=story.pk)
    assert story.web_addresses.count() == MOST_ARTICLES - 2
    for n in (6, 7):
        assert f"https://news.example/{n} was left out. A story holds 8 articles at the most." in shown


@pytest.fixture
def failed(story: Story) -> WebAddress:
    return WebAddress.objects.create(
        story=story,
        url=URL,
        state="failed",
        failure="The page asks for a subscription.",
        asked_at=timezone.now(),
    )


def test_an_address_that_failed_says_why_and_what_can_be_done(
    client: Client, story: Story, failed: WebAddress
) -> None:
    shown = page(client, "story-detail", pk=story.pk)
    assert "The page asks for a subscription." in shown
    for name in ("address-again", "address-forget", "address-paste"):
        assert reverse(name, kwargs={"pk": failed.pk}) in shown
    assert "hx-get" not in shown


def test_it_is_tried_again(
    client: Client, story: Story, failed: WebAddress, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        shown = post(client, "address-again", pk=failed.pk)
        post(client, "address-again", pk=failed.pk)  # a second click asks for nothing more
    assert "Waiting to be fetched" in shown and DBTaskResult.objects.count() == 1


def test_it_is_taken_off_the_list(client: Client, story: Story, failed: WebAddress) -> None:
    assert "news.example" not in post(client, "address-forget", pk=failed.pk)


def test_its_article_is_pasted_instead_and_keeps_the_address(
    client: Client, story: Story, failed: WebAddress
) -> None:
    assert "The page asks for a subscription." in page(client, "address-paste", pk=failed.pk)
    text = "Ferry afloat again\n\nThe ferry floats."
    assert "Article C taken in." in post(client, "address-paste", {"text": text}, pk=failed.pk)
    article = story.articles.get(letter="C")
    failed.refresh_from_db()
    assert (article.url, failed.state, failed.article) == (URL, "fetched", article)
    story.refresh_from_db()
    assert story.state == Story.State.WAITING
    answer = client.get(reverse("address-paste", kwargs={"pk": failed.pk}))
    assert answer.headers["Location"] == reverse("story-detail", kwargs={"pk": story.pk})


@pytest.mark.parametrize(("text", "said"), [(" ", "Paste the text"), (HERALD, "same text as article A")])
def test_what_is_pasted_instead_may_be_refused(
    client: Client, story: Story, failed: WebAddress, text: str, said: str
) -> None:
    assert said in refused(client, "address-paste", {"text": text}, pk=failed.pk)
    assert story.articles.count() == 2


def test_an_address_that_nobody_fetches_can_be_asked_for_again(client: Client, story: Story) -> None:
    long_ago = timezone.now() - fetching.LONGEST_FETCH - dt.timedelta(seconds=1)
    WebAddress.objects.create(story=story, url=URL, state="fetching", asked_at=long_ago)
    shown = page(client, "story-detail", pk=story.pk)
    assert "Waiting for long" in shown and "Try again" in shown


def test_the_page_polls_until_all_is_fetched(client: Client, story: Story) -> None:
    address = WebAddress.objects.create(story=story, url=URL, asked_at=timezone.now())
    url = reverse("story-progress", kwargs={"pk": story.pk})
    answer = client.get(url, headers={"HX-Request": "true"})
    assert "HX-Refresh" not in answer.headers and "hx-get" in answer.content.decode()
    WebAddress.objects.filter(pk=address.pk).update(state="failed")
    assert client.get(url, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


def test_it_polls_on_between_the_fetching_and_the_reading(client: Client, story: Story) -> None:
    ArticleFactory(story=story, letter="C", state="waiting")
    url = reverse("story-progress", kwargs={"pk": story.pk})
    assert "HX-Refresh" not in client.get(url, headers={"HX-Request": "true"}).headers
    Story.objects.filter(pk=story.pk).update(state=Story.State.FAILED)
    assert client.get(url, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def test_a_fetched_page_stands_among_the_articles_with_its_address(
    client: Client, story: Story, site: Site, settings: Any
) -> None:
    settings.MEDIAQUIZ_FETCH_LOOPBACK = True
    post(client, "article-add", {"addresses": f"{site.url}/article"}, pk=story.pk)
    fetching.fetch(address_id=story.web_addresses.get().pk)
    shown = page(client, "story-detail", pk=story.pk)
    assert f'href="{site.url}/article"' in shown and "Waiting to be fetched" not in shown
