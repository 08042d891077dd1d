from __future__ import annotations

import pytest

from quizzes.factories import TeacherFactory
from quizzes.flows import reading, records
from quizzes.models import Article, Claim, Passage
from quizzes.nlp.comparing import compare
from quizzes.nlp.types import Role
from tests.flows.telling import hand_reading, read_story, told_story

pytestmark = pytest.mark.django_db


def test_a_stored_reading_comes_back_as_it_was() -> None:
    story = told_story(TeacherFactory())
    token = reading.start_reading(story=story)
    article = story.articles.get(letter="A")
    told = hand_reading(article)
    reading.store_reading(article=article, reading=told, token=token)
    assert records.reading_of(Article.objects.get(pk=article.pk)) == told


def test_a_stored_comparison_comes_back_as_it_was() -> None:
    story = read_story(TeacherFactory())
    made = compare(records.readings_of(story))
    assert made.findings
    assert records.comparison_of(story) == made


def test_an_article_that_was_not_read_has_no_part_in_the_comparison() -> None:
    story = read_story(TeacherFactory())
    story.articles.filter(letter="B").update(state=Article.State.FAILED)
    assert [r.article for r in records.readings_of(story)] == ["A"]


def test_the_teachers_word_is_what_is_known_of_an_article() -> None:
    article = told_story(TeacherFactory()).articles.get(letter="A")
    article.outlet_set, article.headline_set = "", "Ferry aground"
    known = records.known_of(article)
    assert known == {"outlet": None, "headline": "Ferry aground", "byline": None, "published": None}


def test_a_role_set_by_the_teacher_holds() -> None:
    story = read_story(TeacherFactory())
    passage = Passage.objects.filter(article__story=story, role="body").first()
    assert passage is not None
    passage.role_set = "caption"
    passage.save()
    assert records.roles_of([passage]) == {passage.start: Role.CAPTION}
    assert Role.CAPTION in {p.role for p in records.reading_of(passage.article).passages}


def test_the_words_of_a_claim_are_sliced_from_the_text() -> None:
    claim = Claim.objects.filter(article__story=read_story(TeacherFactory()), low=9).get()
    told = records.claim_of(claim.article, claim)
    assert claim.article.text[told.start : told.end] == told.text
    assert told.value.text == "At least nine"
