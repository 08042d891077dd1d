"""The pages on which open answers are graded."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from quizzes.factories import FrozenItemFactory, StaffFactory, TeacherFactory
from quizzes.flows.leases import LEASE
from quizzes.models import (
    Assignment,
    Audit,
    Comment,
    FrozenItem,
    GradingDraft,
    GradingLease,
    Membership,
    Response,
    Rubric,
    RubricMark,
    SavedComment,
    Score,
    User,
)
from quizzes.reports.grading import grading_queue, token_of
from tests.graded import answered, marked, open_quiz

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher() -> User:
    return TeacherFactory(name="Ms Okafor")


@pytest.fixture
def quiz(teacher: User) -> tuple[Assignment, FrozenItem]:
    return open_quiz(classroom__owner=teacher)


@pytest.fixture
def assignment(quiz: tuple[Assignment, FrozenItem]) -> Assignment:
    return quiz[0]


@pytest.fixture
def item(quiz: tuple[Assignment, FrozenItem]) -> FrozenItem:
    return quiz[1]


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


@pytest.fixture
def colleague(assignment: Assignment) -> User:
    return StaffFactory(
        classroom=assignment.classroom, role=Membership.Role.GRADER, user__name="Mr Lindqvist"
    ).user


def url(name: str, item: FrozenItem, assignment: Assignment, response: Response | None = None) -> str:
    address = reverse(name, kwargs={"pk": assignment.pk, "item_pk": item.pk})
    return f"{address}?answer={token_of(item.pk, response.pk)}" if response else address


def form(*responses: Response, level: int = 2, **more: object) -> dict[str, object]:
    lines = [token_of(r.item_id, r.pk) for r in responses]
    return {"level": level, "comment": "", "lines": lines, "shown": timezone.now().timestamp(), **more}


def points(item: FrozenItem) -> list[Decimal | None]:
    return list(Score.objects.filter(item=item).order_by("attempt").values_list("points", flat=True))


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_the_page_shows_answer_model_and_evidence_and_tells_nobody(
    desk: Client, assignment: Assignment, item: FrozenItem
) -> None:
    item.evidence = [{"article": "A", "start": 19, "end": 66, "text": ""}]
    item.save()
    given = answered(assignment, item, ["Two offices were asked."])
    Response.objects.update(id=987654)
    page = desk.get(url("grading-item", item, assignment)).content.decode()
    assert "Two offices were asked." in page
    assert "They asked two offices." in page
    assert 'ev art-a">Twelve people were hurt on Monday, police said.</mark>' in page
    assert "The ship was towed." in page  # the sentence after the evidence
    main = page[page.index("<main") :]
    assert "Ada" not in main
    assert "987654" not in main
    assert f"{given[0].answered_at:%H:%M}" not in main


def test_a_mark_is_saved_and_the_queue_goes_on(
    desk: Client, assignment: Assignment, item: FrozenItem
) -> None:
    first, second = answered(assignment, item, ["They copied it.", "Somebody made it up, I think."])
    answer = desk.post(
        url("grading-item", item, assignment, first), form(first, comment="Good."), follow=True
    )
    assert points(item) == [4, None]
    assert Comment.objects.get().text == "Good."
    page = answer.content.decode()
    assert "Graded Proficient." in page
    assert "Somebody made it up" in page
    desk.post(url("grading-item", item, assignment, second), form(second, level=0))
    assert "All 2 answers are graded" in desk.get(url("grading-item", item, assignment)).content.decode()


def test_like_answers_get_one_mark_and_the_differing_one_is_not_ticked(
    desk: Client, assignment: Assignment, item: FrozenItem
) -> None:
    same = answered(assignment, item, ["They did copy the sentence"] * 2 + ["they did COPY the sentance!"])
    (other,) = answered(assignment, item, ["They did not copy the sentence"])
    page = desk.get(url("grading-item", item, assignment)).content.decode()
    assert "4 answers alike" in page
    ticks = re.findall(r'name="lines" value="(\w+)" data-size="\d"( checked)?', page)
    assert dict(ticks) == {token_of(item.pk, same[2].pk): " checked", token_of(item.pk, other.pk): ""}
    assert '<u class="diff">not</u>' in page
    lines = [*re.findall(r'type="hidden" name="lines" value="(\w+)"', page), token_of(item.pk, same[2].pk)]
    answer = desk.post(url("grading-item", item, assignment, same[0]), form(level=1) | {"lines": lines})
    assert points(item) == [2, 2, 2, None]
    assert answer.url == url("grading-item", item, assignment, other)  # what was left out comes next


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"level": ""}, "Choose a level first"),
        ({"lines": []}, "Tick at least one answer"),
        ({"shown": "1e300"}, "Choose a level first"),
    ],
)
def test_an_incomplete_form_is_refused_and_keeps_what_was_written(
    desk: Client, assignment: Assignment, item: FrozenItem, sent: dict[str, object], told: str
) -> None:
    (given,) = answered(assignment, item, ["They copied it."])
    if "shown" in sent:
        sent |= {"level": ""}
    answer = desk.post(url("grading-item", item, assignment, given), form(given, comment="Why?") | sent)
    assert told in answer.content.decode()
    assert "Why?</textarea>" in answer.content.decode()
    assert points(item) == [None]


def test_two_graders_are_never_given_one_answer(
    desk: Client, assignment: Assignment, item: FrozenItem, colleague: User
) -> None:
    one, two = answered(assignment, item, ["They copied it.", "Somebody made it up, I think."])
    hers = desk.get(url("grading-item", item, assignment)).context["group"]
    his = browser(colleague).get(url("grading-item", item, assignment)).context["group"]
    assert {hers.first.pks, his.first.pks} == {(one.pk,), (two.pk,)}
    page = (
        browser(colleague)
        .get(url("grading-item", item, assignment) + f"?answer={hers.token}")
        .content.decode()
    )
    assert "Somebody else has this one" in page
    assert "Ms Okafor has this answer open" in page
    assert f"?answer={his.token}" in page
    assert 'name="level"' not in page


def test_a_mark_for_what_another_holds_is_refused_and_kept_as_a_draft(
    desk: Client, assignment: Assignment, item: FrozenItem, colleague: User
) -> None:
    (given,) = answered(assignment, item, ["They copied it."])
    desk.get(url("grading-item", item, assignment))
    his = browser(colleague)
    answer = his.post(url("grading-item", item, assignment, given), form(given, comment="Mine."), follow=True)
    assert "Somebody else has this answer" in answer.content.decode()
    assert points(item) == [None]
    assert GradingDraft.objects.get(grader=colleague).comment == "Mine."


def test_a_lease_that_has_run_out_gives_the_answer_to_the_next(
    desk: Client, assignment: Assignment, item: FrozenItem, colleague: User
) -> None:
    (given,) = answered(assignment, item, ["They copied it."])
    desk.get(url("grading-item", item, assignment))
    shown = timezone.now()
    GradingLease.objects.update(until=shown)
    page = browser(colleague).get(url("grading-item", item, assignment)).content.decode()
    assert "One answer" in page
    browser(colleague).post(url("grading-item", item, assignment, given), form(given, level=0))
    late = form(given) | {"shown": shown.timestamp()}
    answer = desk.post(url("grading-item", item, assignment, given), late, follow=True)
    assert "another grader has graded one of these answers" in answer.content.decode()
    assert points(item) == [0]


def test_who_turns_to_another_answer_lets_the_first_go(
    desk: Client, assignment: Assignment, item: FrozenItem
) -> None:
    first, second = answered(assignment, item, ["They copied it.", "Somebody made it up, I think."])
    for response in (first, second):
        desk.get(url("grading-item", item, assignment, response))
    assert GradingLease.objects.get().response == second


def test_the_draft_is_saved_as_one_types_and_the_lease_renewed(
    desk: Client, assignment: Assignment, item: FrozenItem, colleague: User
) -> None:
    (given,) = answered(assignment, item, ["They copied it."])
    desk.get(url("grading-item", item, assignment))
    GradingLease.objects.update(until=timezone.now() + LEASE / 2)
    told = desk.post(
        url("grading-draft", item, assignment, given),
        {"level": "1", "comment": "Who are “they”?"},
        headers={"HX-Request": "true"},
    ).content.decode()
    assert "draft saved · yours until" in told
    assert GradingLease.objects.get().until > timezone.now() + LEASE / 2
    page = desk.get(url("grading-item", item, assignment)).content.decode()
    assert "Who are “they”?</textarea>" in page
    assert re.search(r'value="1" required data-points="2" checked', page)
    GradingLease.objects.update(grader=colleague)
    told = desk.post(
        url("grading-draft", item, assignment, given), {"comment": "x"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert "Somebody else has this answer now" in told


def test_a_draft_that_arrives_after_its_mark_takes_the_answer_from_nobody(
    desk: Client, assignment: Assignment, item: FrozenItem
) -> None:
    (given,) = answered(assignment, item, ["They copied it."])
    desk.post(
        url("grading-draft", item, assignment, given), {"comment": "Hm"}, headers={"HX-Request": "true"}
    )
    assert not GradingLease.objects.exists()


def test_without_script_the_draft_has_its_button(
    desk: Client, assignment: Assignment, item: FrozenItem
) -> None:
    (given,) = answered(assignment, item, ["They copied it."])
    desk.get(url("grading-item", item, assignment))
    answer = desk.post(url("grading-draft", item, assignment, given), {"comment": "Hm"}, follow=True)
    assert "Draft saved" in answer.content.decode()
    assert "Hm</textarea>" in answer.content.decode()


def test_comments_are_kept_put_in_forgotten_and_taken_out(
    desk: Client, assignment: Assignment, item: FrozenItem, teacher: User
) -> None:
    (given,) = answered(assignment, item, ["They copied it."])
    comments = url("grading-comments", item, assignment, given)
    told = desk.post(comments, {"comment": "Name both.", "keep": "1"}, headers={"HX-Request": "true"})
    assert "Choose a level and write a comment first" in told.content.decode()
    desk.post(comments, {"level": "1", "comment": "Name both.", "keep": "1"})
    saved = SavedComment.objects.get(author=teacher, level=1)
    desk.post(
        url("grading-draft", item, assignment, given), {"level": "1", "insert": saved.pk, "comment": "Well."}
    )
    assert GradingDraft.objects.get().comment == "Well.\nName both."
    theirs = SavedComment.objects.create(author=TeacherFactory(), level=1, text="Not yours.")
    for pk in (saved.pk, theirs.pk):
        desk.post(comments, {"forget": pk})
    assert list(SavedComment.objects.all()) == [theirs]
    desk.post(url("grading-item", item, assignment, given), form(given, comment="Good."))
    line = token_of(item.pk, given.pk)
    answer = desk.post(comments, {"take_out": "Good.", "lines": [line]}, follow=True)
    assert "Taken out of 1 answer" in answer.content.decode()
    assert not Comment.objects.exists()


def test_undo_takes_back_the_last_marks_with_their_comment(
    desk: Client, assignment: Assignment, item: FrozenItem
) -> None:
    given = answered(assignment, item, ["They copied it."] * 3)
    desk.post(
        url("grading-item", item, assignment, given[0]),
        form(given[1], comment="Why?"),
    )
    assert points(item) == [4, 4, 4]
    page = desk.get(url("grading-item", item, assignment)).content.decode()
    newest = re.search(r'name="newest" value="(\d+)"', page)
    assert newest
    undo = url("grading-undo", item, assignment)
    answer = desk.post(undo, {"newest": newest[1]}, follow=True).content.decode()
    assert "Undone: 3 answers are as before" in answer
    assert "Why?</textarea>" in answer
    assert points(item) == [None] * 3
    assert not Comment.objects.exists()
    assert not RubricMark.objects.filter(undone_at__isnull=True).exists()
    assert Audit.objects.filter(action="grade undone", assignment=assignment).count() == 3
    assert "nothing to undo" in desk.post(undo, {"newest": newest[1]}, follow=True).content.decode()


def test_an_answer_that_its_student_has_changed_waits_again(
    desk: Client, assignment: Assignment, item: FrozenItem
) -> None:
    (given,) = answered(assignment, item, ["They copied it."])
    shown = form(given)
    Response.objects.filter(pk=given.pk).update(answered_at=timezone.now())
    answer = desk.post(url("grading-item", item, assignment, given), shown, follow=True)
    assert "a student has changed hers" in answer.content.decode()
    assert points(item) == [None]


def test_an_answer_of_nowhere_is_not_found(desk: Client, assignment: Assignment, item: FrozenItem) -> None:
    address = reverse("grading-item", args=[assignment.pk, item.pk])
    assert desk.get(f"{address}?answer=0123").status_code == 404
    assert "not in the queue any more" in desk.post(f"{address}?answer=0123", follow=True).content.decode()
    other = FrozenItemFactory(kind="open")
    assert desk.get(reverse("grading-item", args=[assignment.pk, other.pk])).status_code == 404


def test_the_list_offers_the_release_when_nothing_waits(
    desk: Client, assignment: Assignment, item: FrozenItem, colleague: User
) -> None:
    given = answered(assignment, item, ["They copied it.", "Somebody made it up, I think."])
    address, offer = reverse("grading-list", args=[assignment.pk]), "Release the results to all at once"
    marked(given[:1], 2, grader=colleague)
    page = desk.get(address).content.decode()
    assert "1 of 2" in page
    assert "Mr Lindqvist" in page
    assert offer not in page
    marked(given[1:], 2, grader=colleague)
    assert offer in desk.get(address).content.decode()
    assert offer not in browser(colleague).get(address).content.decode()


def test_a_second_grader_does_not_see_the_first_mark(
    desk: Client, assignment: Assignment, item: FrozenItem, colleague: User, teacher: User
) -> None:
    desk.post(reverse("grading-double", args=[assignment.pk]), {"share": "100"})
    (given,) = answered(assignment, item, ["They copied it."])
    desk.post(url("grading-item", item, assignment, given), form(given, comment="Well seen."))
    assert not grading_queue(Assignment.objects.get(), item, teacher, timezone.now()).second
    his = browser(colleague)
    page = his.get(url("grading-item", item, assignment) + "?second=1").content.decode()
    assert "second mark" in page
    assert "Well seen." not in page
    assert not re.search(r'name="level"[^>]*checked', page)
    assert "Proficient:" not in page
    his.post(url("grading-item", item, assignment, given), form(given, level=0))
    assert points(item) == [4]
    page = desk.get(reverse("grading-agreement", args=[assignment.pk])).content.decode()
    assert "two levels apart" in page
    assert "from 20 answers on" in page
    line = token_of(item.pk, given.pk)
    settle = reverse("grading-settle", args=[assignment.pk])
    assert his.post(settle, {"answer": line, "level": "1"}).status_code == 403
    answer = desk.post(settle, {"answer": line, "level": "1", "reason": "Talked"}, follow=True)
    assert "Settled by Ms Okafor" in answer.content.decode()
    assert points(item) == [2]
    assert Audit.objects.get(action="mark settled").reason == "Talked"


def test_a_rubric_is_previewed_changed_and_put_back(
    desk: Client, assignment: Assignment, item: FrozenItem
) -> None:
    given = answered(assignment, item, ["They copied it.", "Somebody made it up, I think.", "no idea"])
    marked(given[:2], 1)
    address = url("grading-rubric", item, assignment)
    sent = {f"text_{n}": text for n, text in enumerate(("None", "One", "Both"))}
    sent |= {"points_0": "0", "points_1": "3", "points_2": "4", "version": "1", "reason": "Too strict"}
    page = desk.post(address, sent).content.decode()
    assert "<b>2</b> graded answers get other points" in page
    assert "Ada Okoro 0: 2 → <b>3</b>" in page
    assert points(item) == [2, 2, None]
    desk.post(address, sent | {"apply": "1"})
    assert points(item) == [3, 3, None]
    assert Audit.objects.get(action="rubric").reason == "Too strict"
    assert (
        "somebody has changed this rubric"
        in desk.post(address, sent | {"apply": "1"}, follow=True).content.decode()
    )
    back = desk.get(address + "?back=1").content.decode()
    assert "words and points of version 1" in back
    desk.post(address, sent | {"points_1": "2", "version": "2", "apply": "1"})
    assert points(item) == [2, 2, None]
    assert list(Rubric.objects.values_list("number", flat=True)) == [3, 2]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"points_1": "5"}, "The item has 4 points"),
        ({"points_0": "3", "points_1": "2"}, "points rise from level to level"),
        ({"text_1": " "}, "This field is required"),
        ({"points_2": "x"}, "Enter a number"),
    ],
)
def test_a_rubric_that_makes_no_sense_is_refused(
    desk: Client, assignment: Assignment, item: FrozenItem, sent: dict[str, str], told: str
) -> None:
    whole = {f"text_{n}": "x" for n in range(3)} | {f"points_{n}": str(2 * n) for n in range(3)}
    answer = desk.post(url("grading-rubric", item, assignment), whole | {"version": "1", "apply": "1"} | sent)
    assert told in answer.content.decode()
    assert not Rubric.objects.exists()


def test_three_hundred_answers_ask_no_more_of_the_database_than_twenty(
    desk: Client, assignment: Assignment, item: FrozenItem, colleague: User
) -> None:
    assignment.double_marked = 50
    assignment.save()
    addresses = [
        url("grading-item", item, assignment),
        reverse("grading-list", args=[assignment.pk]),
        reverse("grading-agreement", args=[assignment.pk]),
    ]

    def queries() -> list[int]:
        counts = []
        for address in addresses:
            with CaptureQueriesContext(connection) as asked:
                assert desk.get(address).status_code == 200
            counts.append(len(asked))
        return counts

    def more(start: int, end: int) -> None:
        given = answered(assignment, item, [f"They copied word number {n % 50}." for n in range(start, end)])
        marks = marked(given[: len(given) // 2], 1, grader=colleague)
        RubricMark.objects.bulk_create(
            RubricMark(response=mark.response, level=0, is_second=True, grader=mark.grader) for mark in marks
        )
        GradingLease.objects.all().delete()

    more(0, 20)
    few = queries()
    more(20, 300)
    assert queries() == few
    assert max(few) <= 32
