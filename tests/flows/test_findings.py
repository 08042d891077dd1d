"""Findings struck with a reason, and findings of the teacher's own."""

from __future__ import annotations

import pytest

from quizzes.factories import TeacherFactory
from quizzes.flows import findings
from quizzes.flows.drafting import compare_story
from quizzes.flows.findings import FindingRefused, Marked
from quizzes.models import Finding, Story
from quizzes.nlp.types import FindingKind
from tests.flows.telling import read_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    return read_story(TeacherFactory())


def sentence(story: Story, letter: str) -> Marked:
    span = story.articles.get(letter=letter).reading["sentences"][1]
    return Marked(letter, span["start"], span["end"])


def own(story: Story, *letters: str, kind: FindingKind = FindingKind.DISCREPANCY) -> Finding:
    marked = [sentence(story, letter) for letter in letters]
    return findings.add_finding(
        story=story, kind=kind, relation="conflict", summary="They differ.", marked=marked, measure="injured"
    )


def test_a_finding_of_her_own_outlives_comparisons(story: Story) -> None:
    made = own(story, "A", "B")
    compare_story(story_id=story.pk, token=story.reading_token, corrected=True)
    kept = story.findings.get(is_own=True)
    assert (kept.pk, kept.summary, kept.relation) == (made.pk, "They differ.", "conflict")
    assert [p.article.letter for p in kept.positions.all()] == ["A", "B"]
    evidence = kept.positions.first().evidence[0]
    assert evidence["text"].startswith("At least nine")


def test_a_way_of_telling_needs_one_article_and_has_no_relation(story: Story) -> None:
    assert own(story, "A", kind=FindingKind.LOADED_LANGUAGE).relation == ""


def test_a_difference_needs_two_articles(story: Story) -> None:
    with pytest.raises(FindingRefused, match="two articles"):
        own(story, "A")
    with pytest.raises(FindingRefused, match="at least one"):
        own(story)
    assert not story.findings.filter(is_own=True).exists()


def test_what_is_no_sentence_is_refused(story: Story) -> None:
    with pytest.raises(FindingRefused, match="read anew"):
        findings.add_finding(
            story=story,
            kind=FindingKind.LOADED_LANGUAGE,
            relation="",
            summary="Odd.",
            marked=[Marked("A", 1, 3)],
        )


def test_only_her_own_is_changed_or_deleted(story: Story) -> None:
    made, found = own(story, "A", "B"), story.findings.get(kind="discrepancy", is_own=False)
    changed = findings.change_finding(
        finding=made,
        kind=FindingKind.LOADED_LANGUAGE,
        relation="",
        summary="Harsh words.",
        marked=[sentence(story, "B")],
    )
    assert [p.article.letter for p in changed.positions.all()] == ["B"]
    findings.remove_finding(finding=changed)
    with pytest.raises(FindingRefused):
        findings.remove_finding(finding=found)


def test_a_struck_finding_keeps_its_reason_where_less_of_it_is_told(story: Story) -> None:
    found = story.findings.get(kind="discrepancy")
    findings.dismiss_finding(finding=found, reason="Two different things")
    positions = list(found.positions.all())
    positions[0].evidence = [*positions[0].evidence, {"start": 0, "end": 5, "text": "Ferry"}]
    positions[0].save()
    Finding.objects.filter(pk=found.pk).update(uid="as another reader found it")
    compare_story(story_id=story.pk, token=story.reading_token)
    again = story.findings.get(kind="discrepancy")
    assert again.uid == found.uid
    assert (again.is_dismissed, again.dismissed_reason) == (True, "Two different things")
    findings.restore_finding(finding=again)
    assert story.findings.shown().filter(kind="discrepancy").exists()
