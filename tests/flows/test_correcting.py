"""What a teacher corrects of a reading: laid over each new one, taken back without a trace."""

from __future__ import annotations

import dataclasses

import pytest

from quizzes.factories import TeacherFactory
from quizzes.flows import correcting, deciding, reading
from quizzes.flows.correcting import CorrectionRefused
from quizzes.flows.drafting import compare_story
from quizzes.flows.records import comparison_of, readings_as_read, readings_of
from quizzes.flows.typed_values import ValueRefused, typed_source, typed_value
from quizzes.models import Claim as ClaimRow
from quizzes.models import Finding, Item, Story
from quizzes.nlp.types import Bound, Claim, SourceKind
from quizzes.reports.corrections import changes
from tests.flows.telling import COURIER, HERALD, hand_reading, read_story

pytestmark = pytest.mark.django_db

LATER = """---
outlet: The Evening Post
---
Ferry runs aground

Four passengers were hurt when the ferry ran aground on Friday, a second ferry said.
"""


@pytest.fixture
def story() -> Story:
    return read_story(TeacherFactory())


def as_read(story: Story, letter: str = "A") -> Claim:
    return next(c for r in readings_as_read(story) for c in r.claims if c.article == letter)


def now(story: Story, letter: str = "A") -> Claim | None:
    return next((c for r in readings_of(story) for c in r.claims if c.article == letter), None)


def value(claim: Claim, words: str, stands_for: str = "", bound: Bound = Bound.EXACT) -> dict[str, object]:
    return typed_value(claim, words=words, stands_for=stands_for, bound=bound, published=None)


def set_value(
    story: Story, letter: str, words: str, stands_for: str = "", **more: Bound
) -> correcting.Outcome:
    claim = as_read(story, letter)
    made = value(claim, words, stands_for, **more)
    return correcting.correct_value(story=story, claim=claim, value=made, by=story.teacher)


def read_anew(story: Story) -> None:
    token = reading.start_reading(story=story, afresh=True)
    for article in story.articles.all():
        reading.store_reading(article=article, reading=hand_reading(article), token=token)
    compare_story(story_id=story.pk, token=token)
    story.refresh_from_db()


def conflicts(story: Story) -> int:
    return story.findings.filter(kind="discrepancy", relation="conflict").count()


# --- A value ---


def test_another_figure_counts_at_once(story: Story) -> None:
    assert conflicts(story) == 1
    set_value(story, "B", "Four", "9")
    assert conflicts(story) == 0
    claim = now(story, "B")
    assert claim is not None
    assert (claim.value.text, claim.value.low) == ("Four", 9.0), "the words stay the article's own"


def test_it_is_laid_over_a_new_reading(story: Story) -> None:
    set_value(story, "B", "Four", "9")
    read_anew(story)
    claim = now(story, "B")
    assert claim is not None and claim.value.low == 9.0
    assert conflicts(story) == 0


def test_a_reader_that_takes_in_a_word_more_meets_the_same_figure(story: Story) -> None:
    set_value(story, "A", "nine", "12")
    row = ClaimRow.objects.get(article__story=story, article__letter="A")
    row.value_end += 11
    row.save()
    claim = now(story)
    assert claim is not None and claim.value.low == 12.0


def test_words_of_the_sentence_say_their_own_figure(story: Story) -> None:
    assert value(as_read(story), "nine") | {"start": 0, "end": 0} == {
        "start": 0,
        "end": 0,
        "low": 9.0,
        "high": 9.0,
        "about": None,
        "norm": None,
        "bound": "exact",
    }


@pytest.mark.parametrize(
    ("bound", "low", "high"),
    [
        (Bound.AT_LEAST, 9.0, None),
        (Bound.AT_MOST, None, 9.0),
        (Bound.MORE_THAN, 9.0, None),
        (Bound.LESS_THAN, None, 9.0),
        (Bound.ABOUT, 9.0, 9.0),
    ],
)
def test_a_bound_opens_one_end(story: Story, bound: Bound, low: float | None, high: float | None) -> None:
    made = value(as_read(story), "nine", bound=bound)
    assert (made["low"], made["high"], made["bound"]) == (low, high, bound.value)


def test_a_range(story: Story) -> None:
    made = value(as_read(story), "nine", "9 to 12")
    assert (made["low"], made["high"], made["bound"]) == (9.0, 12.0, "range")


def test_words_that_do_not_stand_there_are_refused(story: Story) -> None:
    with pytest.raises(ValueRefused, match="does not stand in this sentence"):
        value(as_read(story), "a dozen")


def test_words_that_say_no_figure_are_refused(story: Story) -> None:
    with pytest.raises(ValueRefused, match="No figure"):
        value(as_read(story), "harbour office")
    with pytest.raises(ValueRefused, match="no vague word"):
        value(as_read(story), "nine", bound=Bound.VAGUE)


def test_the_newest_word_on_a_claim_holds(story: Story) -> None:
    set_value(story, "B", "Four", "9")
    set_value(story, "B", "Four", "5")
    assert story.corrections.count() == 1
    claim = now(story, "B")
    assert claim is not None and claim.value.low == 5.0


# --- A source, no claim, a label ---


def test_another_source(story: Story) -> None:
    claim = as_read(story)
    words = next(r for r in readings_as_read(story) if r.article == "A")
    source = typed_source(words, claim, kind=SourceKind.PERSON, words="Mara Lindqvist")
    correcting.correct_source(story=story, claim=claim, source=source, by=story.teacher)
    said = now(story)
    assert said is not None and said.source is not None
    assert (said.source.name, said.source.kind) == ("Mara Lindqvist", SourceKind.PERSON)
    assert words.text[said.source.start : said.source.end] == "Mara Lindqvist"


def test_no_source(story: Story) -> None:
    correcting.correct_source(story=story, claim=as_read(story), source=None, by=story.teacher)
    said = now(story)
    assert said is not None and said.source is None


def test_a_source_that_the_article_does_not_name_is_refused(story: Story) -> None:
    words = next(r for r in readings_as_read(story) if r.article == "A")
    with pytest.raises(ValueRefused, match="does not stand in article A"):
        typed_source(words, as_read(story), kind=SourceKind.PERSON, words="the Pentagon")


def test_not_a_claim(story: Story) -> None:
    correcting.deny_claim(story=story, claim=as_read(story), by=story.teacher)
    assert now(story) is None
    assert conflicts(story) == 0
    assert {c.article for c in comparison_of(story).claims} == {"B"}


def test_a_label_is_struck(story: Story) -> None:
    label = next(r for r in readings_as_read(story) if r.article == "A").labels[0]
    correcting.strike_label(story=story, letter="A", start=label.start, end=label.end, by=story.teacher)
    left = {r.article: len(r.labels) for r in readings_of(story)}
    assert left == {"A": 0, "B": 1}
    with pytest.raises(CorrectionRefused):
        correcting.strike_label(story=story, letter="A", start=1, end=2, by=story.teacher)


# --- Items ---


def test_items_that_no_longer_follow_are_named(story: Story) -> None:
    item = story.items.get(kind="number")
    deciding.keep(items=[item])
    outcome = set_value(story, "A", "nine", "12", bound=Bound.AT_LEAST)
    item.refresh_from_db()
    assert item.is_stale == (item in outcome.stale)
    outcome = correcting.deny_claim(story=story, claim=as_read(story, "B"), by=story.teacher)
    item.refresh_from_db()
    assert item.is_stale
    assert item.state == Item.State.KEPT


def test_drafts_follow_and_are_counted(story: Story) -> None:
    outcome = set_value(story, "B", "Four", "9")
    assert outcome.drafts_gone > 0


def test_a_story_that_is_being_read_is_compared_when_that_is_done(story: Story) -> None:
    token = reading.start_reading(story=story, afresh=True)
    outcome = set_value_while_reading(story)
    assert not outcome.is_compared
    for article in story.articles.all():
        reading.store_reading(article=article, reading=hand_reading(article), token=token)
    compare_story(story_id=story.pk, token=token)
    assert conflicts(story) == 0


def set_value_while_reading(story: Story) -> correcting.Outcome:
    claim = dataclasses.replace(_claim_rows(story))
    return correcting.correct_value(
        story=story, claim=claim, value=value(claim, "Four", "9"), by=story.teacher
    )


def _claim_rows(story: Story) -> Claim:
    from quizzes.flows.records import claim_of

    row = ClaimRow.objects.select_related("article").get(article__story=story, article__letter="B")
    return claim_of(row.article, row)


# --- Happenings ---


def row(story: Story, letter: str) -> list[Claim]:
    return [as_read(story, letter)]


def test_one_row_is_two_and_one_again(story: Story) -> None:
    correcting.part_row(
        story=story, these=row(story, "B"), those=row(story, "A"), title="People injured", by=story.teacher
    )
    assert conflicts(story) == 0
    assert story.occurrences.count() == 2
    read_anew(story)
    assert conflicts(story) == 0
    correcting.take_back(correction=story.corrections.get())
    assert conflicts(story) == 1
    assert story.occurrences.count() == 1


def test_none_or_all_of_a_row_is_refused(story: Story) -> None:
    with pytest.raises(CorrectionRefused):
        correcting.part_row(story=story, these=[], those=row(story, "A"), title="", by=story.teacher)


def test_two_rows_are_one(story: Story) -> None:
    ClaimRow.objects.filter(article__story=story, article__letter="B").update(measure="bruised")
    compare_story(story_id=story.pk, token=story.reading_token)
    assert conflicts(story) == 0
    correcting.join_rows(
        story=story,
        one=row(story, "A"),
        other=row(story, "B"),
        titles=("People injured", "Bruised"),
        by=story.teacher,
    )
    assert conflicts(story) == 1
    claim = now(story, "B")
    assert claim is not None and claim.measure == "injured"
    with pytest.raises(CorrectionRefused):
        correcting.join_rows(
            story=story, one=row(story, "A"), other=row(story, "A"), titles=("", ""), by=story.teacher
        )


def test_articles_of_a_happening_are_told_apart_and_joined(story: Story) -> None:
    occurrence = story.occurrences.get()
    correcting.part_occurrence(story=story, occurrence=occurrence, letters=["B"], by=story.teacher)
    one, other = story.occurrences.all()
    assert conflicts(story) == 0
    correcting.join_occurrences(story=story, one=one, other=other, by=story.teacher)
    assert conflicts(story) == 1
    with pytest.raises(CorrectionRefused):
        correcting.join_occurrences(story=story, one=one, other=one, by=story.teacher)
    with pytest.raises(CorrectionRefused):
        correcting.part_occurrence(
            story=story, occurrence=story.occurrences.get(), letters=["A", "B"], by=story.teacher
        )


def test_a_name_survives_new_readings_and_further_articles() -> None:
    story = read_story(TeacherFactory(), HERALD, COURIER, LATER)
    extra = story.articles.get(letter="C")
    extra.state = "failed"
    extra.save()
    compare_story(story_id=story.pk, token=story.reading_token)
    occurrence = story.occurrences.get()
    before = occurrence.uid
    correcting.name_occurrence(story=story, occurrence=occurrence, label="grounding of the ferry")
    extra.state = "read"
    extra.save()
    compare_story(story_id=story.pk, token=story.reading_token)
    named = story.occurrences.get(label_set="grounding of the ferry")
    assert named.uid != before
    assert "grounding" not in named.label
    read_anew(story)
    assert story.occurrences.get(label_set="grounding of the ferry").claims.count() == 3
    finding = story.findings.filter(kind="discrepancy").first()
    assert finding is not None
    assert "grounding of the ferry" in finding.summary
    correcting.name_occurrence(story=story, occurrence=named, label="")
    assert "grounding" not in Finding.objects.get(uid=finding.uid).summary


# --- The list of changes ---


def test_changes_are_listed_and_say_whether_they_fit(story: Story) -> None:
    set_value(story, "B", "Four", "9")
    correcting.deny_claim(story=story, claim=as_read(story), by=story.teacher)
    correcting.name_occurrence(story=story, occurrence=story.occurrences.get(), label="grounding")
    listed = changes(story)
    assert [c.what for c in listed] == [
        "People injured: “At least nine” makes no claim about this",
        "People injured: “Four” is read as 9",
        "A happening is called “grounding” (was “aground in Hollow Point, Friday”)",
    ]
    assert all(c.fits for c in listed)
    story.articles.get(letter="B").delete()
    assert [c.fits for c in changes(story)][:2] == [True, False]


def test_taken_back_all_is_as_it_was(story: Story) -> None:
    before = set(story.findings.values_list("uid", flat=True))
    set_value(story, "B", "Four", "9")
    correcting.take_back(correction=story.corrections.get())
    assert set(story.findings.values_list("uid", flat=True)) == before
    assert story.corrections.count() == 0
