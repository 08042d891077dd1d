"""Two graders are never given one answer at a time."""

from __future__ import annotations

import datetime as dt
import threading

import pytest
from django.db import connection
from django.utils import timezone

from quizzes.factories import TeacherFactory
from quizzes.flows import leases
from quizzes.flows.grading import ChangedSince, HeldByOther, OwnMark, grade
from quizzes.models import GradingLease, Response, RubricMark, User
from quizzes.reports.agreement import agreements
from tests.graded import answered, marked, open_quiz

GROUP = 6


def group() -> list[Response]:
    return answered(*open_quiz(), ["They copied it."] * GROUP)


@pytest.mark.django_db
def test_a_group_is_taken_whole_or_not_at_all() -> None:
    pks, at = [response.pk for response in group()], timezone.now()
    anna, ben = TeacherFactory(), TeacherFactory()
    assert leases.take(responses=pks[2:4], grader=anna, at=at)
    assert not leases.take(responses=pks, grader=ben, at=at)
    assert set(GradingLease.objects.values_list("grader", flat=True)) == {anna.pk}
    assert leases.take(responses=pks, grader=anna, at=at)
    assert leases.take(responses=pks, grader=ben, at=at + leases.LEASE)  # hers have run out
    assert not leases.keep(item=Response.objects.all()[0].item, response=pks[0], grader=anna, at=at)


@pytest.mark.django_db
def test_a_mark_is_refused_while_another_has_the_answer_or_has_just_graded_it() -> None:
    given, at = group(), timezone.now()
    anna, ben = TeacherFactory(), TeacherFactory()
    leases.take(responses=[given[0].pk], grader=anna, at=at)
    what = {"assignment": given[0].attempt.assignment, "responses": given[:1], "level": 2, "comment": ""}
    with pytest.raises(HeldByOther):
        grade(**what, grader=ben, at=at)
    grade(**what, grader=anna, at=at)
    with pytest.raises(ChangedSince):
        grade(**what, grader=ben, at=at, shown_at=at - dt.timedelta(minutes=1))
    with pytest.raises(OwnMark):
        grade(**what, grader=anna, at=at, is_second=True)
    assert RubricMark.objects.get().grader == anna
    grade(**what, grader=ben, is_second=True)
    assert RubricMark.objects.counting().count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_graders_who_ask_at_once_one_gets_the_group() -> None:
    """Real threads with connections of their own: each asks for the whole group, from either end; two hold nothing half."""
    pks = [response.pk for response in group()]
    graders, at = [TeacherFactory() for _ in range(5)], timezone.now()
    together, got = threading.Barrier(len(graders)), []

    def ask(grader: User, responses: list[int]) -> None:
        try:
            together.wait()
            if leases.take(responses=responses, grader=grader, at=at):
                got.append(grader.pk)
        finally:
            connection.close()

    for round_ in range(4):  # first where nobody has had them, then where the leases of before have run out
        at += 2 * leases.LEASE
        got.clear()
        wanted = [pks if n % 2 else pks[::-1] for n in range(len(graders))]
        threads = [threading.Thread(target=ask, args=each) for each in zip(graders, wanted, strict=True)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(got) == 1, f"round {round_}"
        held = GradingLease.objects.filter(until__gt=at).values_list("grader", flat=True)
        assert list(held) == got * GROUP


@pytest.mark.django_db(transaction=True)
def test_of_marks_that_come_at_once_one_stands() -> None:
    """Both graders have the page open, the leases have run out, both save: one mark, one refusal."""
    given = group()
    assignment, shown = given[0].attempt.assignment, timezone.now()
    graders = [TeacherFactory() for _ in range(3)]
    known = list(Response.objects.select_related("attempt__membership", "attempt__assignment", "item"))
    together, told = threading.Barrier(len(graders)), []

    def save(grader: User, level: int) -> None:
        try:
            together.wait()
            grade(
                assignment=assignment,
                responses=known,
                level=level,
                comment="",
                grader=grader,
                shown_at=shown,
            )
            told.append("graded")
        except (HeldByOther, ChangedSince) as refused:
            told.append(type(refused).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=save, args=(g, n)) for n, g in enumerate(graders)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told.count("graded") == 1, told
    assert len(told) == len(graders)
    assert RubricMark.objects.count() == GROUP
    assert len(set(RubricMark.objects.values_list("grader", flat=True))) == 1


@pytest.mark.django_db
def test_agreement_compares_what_each_gave_alone() -> None:
    given = group()
    anna, ben = TeacherFactory(), TeacherFactory()
    marked(given, 2, grader=anna)
    for response, level in zip(given, (2, 2, 1, 0, 1, 2), strict=True):
        RubricMark.objects.create(response=response, level=level, grader=ben, is_second=True)
    marked(given[3:4], 1, grader=anna)  # settled after the second mark came
    [line] = agreements(given[0].attempt.assignment)
    assert (line.found.n, line.found.exact, line.found.adjacent, line.found.kappa) == (6, 3, 2, None)
    assert [pair.apart for pair in line.differing] == [1, 1, 2]
    assert line.unsettled == 2
