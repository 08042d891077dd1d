"""The matrix and a finding's page."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import (
    ArticleFactory,
    ClaimFactory,
    FindingFactory,
    PositionFactory,
    StoryFactory,
    TeacherFactory,
)
from quizzes.models import Claim, Correction, Story, User
from quizzes.reports.cells import split_figure
from quizzes.reports.matrix import Filter, story_matrix
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


def compare(client: Client, story: Story, **query: str) -> str:
    return client.get(reverse("story-compare", kwargs={"pk": story.pk}), query).content.decode()


def test_the_matrix_sets_the_articles_side_by_side(story: Story) -> None:
    matrix = story_matrix(story)
    assert [a.letter for a in matrix.heads] == ["A", "B"]
    (group,) = matrix.groups
    (row,) = group.rows
    assert (row.title, [b.relation for b in row.badges]) == ("People injured", ["conflict"])
    values = [[f"{e.before}{e.figure}{e.after}" for e in cell] for cell in row.cells]
    assert values == [["At least nine"], ["Four"]]
    herald, courier = row.cells
    assert herald[0].source is not None
    assert courier[0].source is None
    assert row.items == story.findings.get(kind="discrepancy").items.count() > 0


def test_what_a_finding_sets_side_by_side_stands_in_one_row(story: Story) -> None:
    """Also where the claim of one article was placed with another happening than the finding."""
    finding = story.findings.get(kind="discrepancy")
    Claim.objects.filter(article__letter="B").update(occurrence=None)
    (row,) = [row for group in story_matrix(story).groups for row in group.rows if row.badges]
    assert [badge.pk for badge in row.badges] == [finding.pk]
    assert row.told_by == 2


def test_each_cell_leads_to_what_proves_it(client: Client, story: Story) -> None:
    finding, claim = story.findings.get(kind="discrepancy"), Claim.objects.get(article__letter="A")
    shown = compare(client, story)
    assert reverse("finding-detail", kwargs={"story_pk": story.pk, "pk": finding.pk}) in shown
    assert reverse("claim-detail", kwargs={"story_pk": story.pk, "uid": claim.uid}) in shown
    assert "no source given" in shown
    assert "the harbour office" in shown


def test_a_row_told_by_one_article_alone_stands_apart(story: Story) -> None:
    claim = Claim.objects.filter(article__story=story).first()
    assert claim is not None
    claim.pk, claim.uid, claim.measure = None, "A-c2", "boats"
    claim.save()
    matrix = story_matrix(story)
    assert [row.title for g in matrix.groups for row in g.rows] == ["People injured"]
    assert [row.title for g in matrix.alone for row in g.rows] == ["Boats"]


def test_a_finding_without_figures_has_a_row_of_its_own(story: Story) -> None:
    finding = FindingFactory(story=story, measure="day", relation="conflict")
    PositionFactory(finding=finding, article=story.articles.get(letter="A"), value="Thursday")
    rows = {row.title: row for g in story_matrix(story).groups for row in g.rows}
    assert [[e.before for e in cell] for cell in rows["Day"].cells] == [["Thursday"], []]


def test_how_it_is_told_comes_last(story: Story) -> None:
    titles = [row.title for row in story_matrix(story).told.rows]
    assert "Sources without a name" in titles or "Figures without a source" in titles


def test_rows_are_filtered_by_relation(client: Client, story: Story) -> None:
    assert "People injured" in compare(client, story, show="conflict")
    assert "How it is told</h2>" not in compare(client, story, show="conflict")
    assert "People injured" not in compare(client, story, show="framing")
    assert "People injured" in compare(client, story, show="nonsense")


def test_a_struck_finding_leaves_the_matrix_and_can_come_back(client: Client, story: Story) -> None:
    finding = story.findings.get(kind="discrepancy")
    url = reverse("finding-detail", kwargs={"story_pk": story.pk, "pk": finding.pk})
    client.post(url, {"action": "dismiss", "reason": "The text was misread", "words": "Two ferries"})
    assert story_matrix(story).counts.get("conflict") is None
    assert "1 struck by you" in compare(client, story)
    assert "Two ferries" in compare(client, story)
    client.post(url, {"action": "restore"})
    assert story_matrix(story).counts["conflict"] == 1


def test_a_story_not_read_yet_says_so(client: Client, teacher: User) -> None:
    assert "There is nothing to compare yet" in compare(client, StoryFactory(teacher=teacher, state="empty"))
    assert "waiting to be read" in compare(client, StoryFactory(teacher=teacher, state="waiting"))


def test_a_finding_shows_its_sentences_side_by_side(client: Client, story: Story) -> None:
    finding = story.findings.get(kind="discrepancy")
    url = reverse("finding-detail", kwargs={"story_pk": story.pk, "pk": finding.pk})
    whole, part = client.get(url), client.get(url, headers={"HX-Request": "true"})
    for answer in (whole, part):
        shown = answer.content.decode()
        assert '<mark class="ev art-a">At least nine' in shown
        assert '<mark class="ev art-b">Four' in shown
        assert "do not fit together" in shown
    assert b"<html" in whole.content
    assert b"<html" not in part.content


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("at least 22", ("at least ", "22", "")),
        ("about 2,500 troops", ("about ", "2,500", " troops")),
        ("3.5 million", ("", "3.5", " million")),
        ("up to a handful", ("up to a handful", "", "")),
        ("1 000 to 2 000", ("", "1 000", " to 2 000")),
    ],
)
def test_the_figure_stands_out_in_its_words(text: str, parts: tuple[str, str, str]) -> None:
    assert split_figure(text) == parts


def test_unsure_findings_are_hidden_until_asked_for(client: Client, story: Story) -> None:
    story.findings.filter(kind="discrepancy").update(confidence=0.55)
    assert "relation" not in compare(client, story, show="conflict")
    assert story_matrix(story).counts.get("conflict") is None
    hidden = story_matrix(story).hidden
    assert f"With {hidden} unsure finding" in compare(client, story)
    assert "unsure</span>" in compare(client, story, unsure="1")
    assert story_matrix(story, Filter(unsure=True)).counts["conflict"] == 1


def test_only_differences(client: Client, story: Story) -> None:
    story.findings.filter(kind="discrepancy").update(kind="agreement", relation="")
    assert "People injured" in compare(client, story)
    assert "People injured" not in compare(client, story, differences="1")


def test_ways_of_telling_are_filters_too(client: Client, story: Story) -> None:
    FindingFactory(story=story, kind="name_variant", relation="", measure="")
    FindingFactory(story=story, kind="loaded_language", relation="", measure="")
    assert "Words that judge" in compare(client, story, show="framing")
    assert 'scope="row"><span class="measure">Words that judge' not in compare(
        client, story, show="name_variant"
    )


def test_two_findings_on_a_row_are_two_badges(story: Story) -> None:
    first = story.findings.get(kind="discrepancy")
    FindingFactory(
        story=story, relation="update", measure="injured", occurrence=first.occurrence, order=first.order + 1
    )
    (group,) = story_matrix(story).groups
    assert [b.relation for b in group.rows[0].badges] == ["conflict", "update"]


def test_eight_articles_and_sixty_rows_take_few_queries(
    client: Client, teacher: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    story = StoryFactory(teacher=teacher)
    articles = [ArticleFactory(story=story, letter=letter) for letter in "ABCDEFGH"]
    for n in range(60):
        for article in articles:
            ClaimFactory(article=article, measure=f"boats {n}")
        PositionFactory(
            finding=FindingFactory(story=story, measure=f"boats {n}", order=n), article=articles[0]
        )
    Correction.objects.create(
        story=story,
        kind="no_claim",
        subject={"article": "A", "start": 19, "end": 25, "measure": "boats 3", "was": "Twelve"},
    )
    with django_assert_max_num_queries(12):
        # session, user, story, tabs; articles, findings, positions, happenings, claims, corrections, items
        shown = compare(client, story)
    assert shown.count('<tr id="row-') == 60
    assert "What you changed (1)" in shown


def test_twenty_rows_take_as_many_queries_as_one(
    client: Client, teacher: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = StoryFactory(teacher=teacher)
    articles = [ArticleFactory(story=story, letter=letter) for letter in "AB"]
    for n in range(20):
        finding = FindingFactory(story=story, measure=f"boats {n}", order=n)
        for article in articles:
            PositionFactory(finding=finding, article=article)
    with django_assert_num_queries(11):
        # session, user, story, tabs; articles, findings, positions, happenings, claims, corrections, items
        shown = compare(client, story)
    assert shown.count('<tr id="finding-') == 20
