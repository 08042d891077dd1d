"""Correcting the matrix: claims, rows, happenings, words; findings of the teacher's own."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from quizzes.factories import TeacherFactory
from quizzes.flows import deciding
from quizzes.models import Claim, Correction, Story, User
from quizzes.reports.matrix import Row, story_matrix
from tests.flows.telling import read_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(client: Client) -> User:
    teacher = TeacherFactory()
    client.force_login(teacher)
    return teacher


@pytest.fixture
def story(teacher: User) -> Story:
    return read_story(teacher)


def uid(story: Story, letter: str) -> str:
    return Claim.objects.get(article__story=story, article__letter=letter).uid


def address(name: str, story: Story, letter: str = "A") -> str:
    return reverse(name, kwargs={"story_pk": story.pk, "uid": uid(story, letter)})


def post(client: Client, url: str, **data: Any) -> HttpResponse:
    return client.post(url, data)


def said(answer: HttpResponse) -> str:
    return " ".join(str(m) for m in get_messages(answer.wsgi_request))  # type: ignore[attr-defined]


def row(story: Story) -> Row:
    return story_matrix(story).groups[0].rows[0]


def cells(story: Story) -> list[list[str]]:
    return [[f"{e.before}{e.figure}{e.after}|{e.read_as}" for e in cell] for cell in row(story).cells]


def test_a_row_shows_its_articles_side_by_side(client: Client, story: Story) -> None:
    url = address("claim-detail", story, "B")
    whole, part = client.get(url), client.get(url, headers={"HX-Request": "true"})
    for answer in (whole, part):
        shown = answer.content.decode()
        assert shown.index('<mark class="ev art-b">Four') < shown.index(
            '<mark class="ev art-a">At least nine'
        )
        assert address("claim-correct", story, "A") in shown
    assert b"<html" in whole.content
    assert b"<html" not in part.content


def test_the_drawer_shows_the_row_that_the_matrix_shows(client: Client, story: Story) -> None:
    Claim.objects.filter(article__story=story, article__letter="B").update(occurrence=None)
    shown = client.get(address("claim-detail", story, "B")).content.decode()
    assert f'data-row="{row(story).id}"' in shown
    assert "At least nine" in shown


def test_a_value_is_corrected_and_the_row_stands_open(client: Client, story: Story) -> None:
    url = address("claim-correct", story, "B")
    answer = post(client, f"{url}?show=conflict", action="value", words="Four", stands_for="9", bound="exact")
    assert answer.status_code == 302
    assert f"show=conflict&open={uid(story, 'B')}#row-" in answer["Location"]
    assert cells(story) == [["At least nine|"], ["Four|9"]]
    shown = client.get(answer["Location"]).content.decode()
    assert "Article B is corrected. The articles have been compared again." in shown
    assert "by you: 9" in shown
    assert "What you changed (1)" in shown


def test_items_that_rest_on_it_are_named_before_and_after(client: Client, story: Story) -> None:
    item = story.items.get(kind="number")
    deciding.keep(items=[item])
    url = address("claim-correct", story, "B")
    shown = client.get(url).content.decode()
    assert "rest on this" in shown
    assert item.stem[:60] in shown
    answer = post(client, url, action="deny")
    item.refresh_from_db()
    assert item.is_stale
    assert f"no longer follows from the articles: “{item.stem}”" in said(answer)


def test_what_the_article_does_not_say_is_refused_with_what_was_typed(client: Client, story: Story) -> None:
    url = address("claim-correct", story)
    answer = post(client, url, action="value", words="a dozen", stands_for="12", bound="exact")
    assert answer.status_code == 200
    assert "“a dozen” does not stand in this sentence" in answer.content.decode()
    assert 'value="a dozen"' in answer.content.decode()
    assert not story.corrections.exists()
    answer = post(client, url, action="source", kind="person", name="Nobody Here")
    assert "“Nobody Here” does not stand in article A" in answer.content.decode()
    answer = post(client, url, action="source", kind="person", name="")
    assert "Type the words by which the article calls the source" in answer.content.decode()
    assert not story.corrections.exists()


def test_a_source_is_corrected(client: Client, story: Story) -> None:
    post(client, address("claim-correct", story), action="source", kind="none", name="")
    assert row(story).cells[0][0].source is None
    post(client, address("claim-correct", story), action="source", kind="person", name="mara lindqvist")
    source = row(story).cells[0][0].source
    assert source is not None
    assert (source["name"], source["kind"]) == ("Mara Lindqvist", "person")


def test_new_words_say_their_own_figure(client: Client, story: Story) -> None:
    url = address("claim-correct", story)
    post(client, url, action="value", words="nine", stands_for="9", bound="exact")
    assert cells(story)[0] == ["nine|9"]


def test_what_is_no_claim_leaves_the_matrix_and_comes_back(client: Client, story: Story) -> None:
    post(client, address("claim-correct", story), action="deny")
    assert not story_matrix(story).groups
    assert client.get(address("claim-detail", story)).status_code == 200
    correction = story.corrections.get()
    undo = reverse("correction-undo", kwargs={"story_pk": story.pk, "pk": correction.pk})
    listed = reverse("correction-list", kwargs={"pk": story.pk})
    assert undo in client.get(listed).content.decode()
    assert client.post(undo)["Location"] == listed
    assert cells(story) == [["At least nine|"], ["Four|"]]
    assert "Nothing. The matrix shows what was read." in client.get(listed).content.decode()


def test_a_correction_that_fits_nothing_says_so(client: Client, story: Story) -> None:
    subject = {"article": "Q", "start": 1, "end": 3, "measure": "injured", "was": "two"}
    Correction.objects.create(story=story, kind="no_claim", subject=subject)
    shown = client.get(reverse("correction-list", kwargs={"pk": story.pk})).content.decode()
    assert "It fits nothing in the articles as they are read now" in shown


def test_a_row_is_split_and_joined(client: Client, story: Story) -> None:
    answer = post(client, address("row-apart", story), these=[])
    assert "Tick some of the claims" in answer.content.decode()
    post(client, address("row-apart", story), these=[uid(story, "B")])
    assert len(story_matrix(story).alone) == 2
    assert not story.findings.filter(kind="discrepancy").exists()
    answer = post(client, address("row-same", story), other="")
    assert answer.status_code == 200
    post(client, address("row-same", story), other=uid(story, "B"))
    assert [b.relation for b in row(story).badges] == ["conflict"]
    assert story.corrections.count() == 2


def test_a_happening_is_named_told_apart_and_joined(client: Client, story: Story) -> None:
    occurrence = story.occurrences.get()
    url = reverse("occurrence-edit", kwargs={"story_pk": story.pk, "pk": occurrence.pk})
    assert client.get(url).status_code == 200
    post(client, url, action="name", label="the grounding")
    assert story_matrix(story).groups[0].title == "The grounding"
    post(client, url, action="apart", letters=["B"])
    other = story.occurrences.exclude(pk=occurrence.pk).get()
    post(client, url, action="same", other=other.pk)
    assert story_matrix(story).groups[0].title == "The grounding"
    assert len(row(story).badges) == 1
    answer = post(client, url, action="apart", letters=[])
    assert "Tick some of the articles" in answer.content.decode()
    post(client, url, action="name", label="")
    assert "grounding" not in story_matrix(story).groups[0].title.lower()


def test_a_word_is_struck(client: Client, story: Story) -> None:
    article = story.articles.get(letter="A")
    label = article.reading["labels"][0]
    url = reverse("label-strike", kwargs={"pk": article.pk})
    place = {"start": label["start"], "end": label["end"]}
    assert label["text"] in client.get(url, place).content.decode()
    assert "is struck" in said(post(client, url, **place))
    assert story.corrections.get().kind == "label"
    assert "No such words" in said(post(client, url, start="x", end="2"))


def test_a_finding_of_her_own(client: Client, story: Story) -> None:
    url = reverse("finding-create", kwargs={"pk": story.pk})
    shown = client.get(url, {"measure": "People injured"}).content.decode()
    values = [
        f"{a.letter}:{s['start']}-{s['end']}" for a in story.articles.all() for s in a.reading["sentences"]
    ]
    assert all(f'value="{value}"' in shown for value in values)
    occurrence = story.occurrences.get()
    asked = {"kind": "update", "summary": "The later one counts more.", "measure": "people injured"}
    refused = client.post(url, {**asked, "marked": [values[1]]})
    assert "Tick a sentence in two articles" in refused.content.decode()
    assert f'value="{values[1]}" checked' in refused.content.decode()
    client.post(url, {**asked, "occurrence": occurrence.pk, "marked": [values[1], values[3]]})
    assert {b.relation for b in row(story).badges} == {"conflict", "update"}
    own = story.findings.get(is_own=True)
    edit = reverse("finding-edit", kwargs={"story_pk": story.pk, "pk": own.pk})
    assert f'value="{values[1]}" checked' in client.get(edit).content.decode()
    client.post(edit, {"kind": "loaded_language", "summary": "Harsh.", "marked": [values[0]]})
    assert [r.title for r in story_matrix(story).told.rows if r.title == "Words that judge"]
    answer = client.post(reverse("finding-remove", kwargs={"story_pk": story.pk, "pk": own.pk}))
    assert "is deleted" in said(answer)
    assert not story.findings.filter(is_own=True).exists()


def test_a_found_finding_is_not_rewritten(client: Client, story: Story) -> None:
    found = story.findings.get(kind="discrepancy")
    edit = reverse("finding-edit", kwargs={"story_pk": story.pk, "pk": found.pk})
    data = {"kind": "conflict", "summary": "Mine.", "marked": ["A:0-5"]}
    assert "Only findings of your own" in client.post(edit, data).content.decode()
    remove = reverse("finding-remove", kwargs={"story_pk": story.pk, "pk": found.pk})
    assert "struck, not deleted" in said(client.post(remove))
    assert story.findings.filter(pk=found.pk).exists()


def test_striking_names_the_items_that_stay(client: Client, story: Story) -> None:
    found = story.findings.get(kind="discrepancy")
    item = story.items.filter(finding=found).first()
    assert item is not None
    deciding.keep(items=[item])
    url = reverse("finding-detail", kwargs={"story_pk": story.pk, "pk": found.pk})
    assert "rest on this" in client.get(url).content.decode()
    assert item.stem in said(post(client, url, action="dismiss", reason="Not for this class"))
    found.refresh_from_db()
    assert found.dismissed_reason == "Not for this class"
