"""The gradebook's pages and files: weights, points by hand, what a grader sees, spreadsheets."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import ClassroomFactory, StaffFactory, TeacherFactory
from quizzes.models import Assignment, Audit, Classroom, GradeOverride, Membership, User
from tests.reports.test_gradebook import hand_in, quiz, student

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher() -> User:
    return TeacherFactory(name="Anna")


@pytest.fixture
def classroom(teacher: User) -> Classroom:
    return ClassroomFactory(owner=teacher, name="8B")


@pytest.fixture
def given(classroom: Classroom) -> Assignment:
    return quiz(classroom)


@pytest.fixture
def amara(given: Assignment) -> Membership:
    amara = student(given.classroom, display_name="=Amara()")
    hand_in(given, amara, 4, None)
    return amara


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def test_points_per_cent_and_what_is_to_be_said_stand_in_the_cell(
    desk: Client, classroom: Classroom, given: Assignment, amara: Membership
) -> None:
    student(classroom, display_name="Ben")
    page = desk.get(reverse("classroom-gradebook", args=[classroom.pk])).content.decode()
    for told in (
        "<b>4</b>",
        "100 %",
        "1 to grade",
        "missing",
        "=Amara()",
        f'name="w{given.pk}"',
        "counts as 0",
    ):
        assert told in page


@pytest.mark.parametrize("asked", [{}, {"sort": "-total"}, {"q": "a", "show": "missing"}, {"page": "7"}])
def test_a_page_takes_twelve_queries_at_the_most(
    desk: Client,
    amara: Membership,
    classroom: Classroom,
    asked: dict[str, str],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_max_num_queries(12):
        assert desk.get(reverse("classroom-gradebook", args=[classroom.pk]), asked).status_code == 200
    with django_assert_max_num_queries(12):
        assert desk.get(reverse("gradebook"), asked).status_code == 200


def test_weights_are_changed_together_and_recorded(
    desk: Client, classroom: Classroom, given: Assignment
) -> None:
    other = quiz(classroom)
    url = reverse("classroom-weights", args=[classroom.pk])
    desk.post(url, {f"w{given.pk}": "2,5", f"w{other.pk}": "1", "w999": "3"})
    given.refresh_from_db()
    assert float(given.weight) == 2.5
    row = Audit.objects.get()
    assert (row.action, row.old, row.new, row.assignment) == (
        "weight changed",
        {"weight": 1.0},
        {"weight": 2.5},
        given,
    )


@pytest.mark.parametrize("weight", ["much", "-1", "101", "NaN"])
def test_a_weight_that_is_none_changes_nothing(
    desk: Client, classroom: Classroom, given: Assignment, weight: str
) -> None:
    url = reverse("classroom-weights", args=[classroom.pk])
    page = desk.post(url, {f"w{given.pk}": weight}, follow=True).content.decode()
    given.refresh_from_db()
    assert given.weight == 1 and "o weight is changed" in page


def by_hand(desk: Client, given: Assignment, amara: Membership, **sent: Any) -> Any:
    return desk.post(reverse("grade-override", args=[given.pk, amara.pk]), sent)


def test_points_are_set_changed_and_removed_each_with_a_row_in_the_record(
    desk: Client, given: Assignment, amara: Membership
) -> None:
    back = reverse("classroom-gradebook", args=[given.classroom_id]) + "?sort=-total"
    answer = by_hand(desk, given, amara, points="7.5", reason="Oral exam.", back=back)
    assert answer["Location"] == back
    assert "set by hand" in desk.get(back).content.decode()
    by_hand(desk, given, amara, points="8", reason="Oral exam.")
    page = desk.get(reverse("grade-override", args=[given.pk, amara.pk])).content.decode()
    assert "Oral exam." in page and "<b>4</b> of 10" in page
    by_hand(desk, given, amara, remove="yes")
    assert not GradeOverride.objects.exists()
    told = [(row.action, row.old, row.new, row.reason) for row in reversed(Audit.objects.all())]
    assert told == [
        ("points set by hand", {"points": None}, {"points": 7.5}, "Oral exam."),
        ("points set by hand", {"points": 7.5}, {"points": 8.0}, "Oral exam."),
        ("points by hand removed", {"points": 8.0}, {"points": None}, ""),
    ]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"points": "11", "reason": "x"}, "from 0 to 10"),
        ({"points": "-1", "reason": "x"}, "greater than or equal to 0"),
        ({"points": "5"}, "Write why"),
        ({"reason": "x"}, "required"),
    ],
)
def test_points_without_a_reason_or_out_of_reach_are_refused(
    desk: Client, given: Assignment, amara: Membership, sent: dict[str, str], told: str
) -> None:
    answer = by_hand(desk, given, amara, **sent)
    assert answer.status_code == 422 and told in answer.content.decode()
    assert not GradeOverride.objects.exists()


def test_the_way_back_leads_to_no_other_site(desk: Client, given: Assignment, amara: Membership) -> None:
    for back in ("//evil.example/", "https://evil.example/"):
        answer = by_hand(desk, given, amara, points="5", reason="x", back=back)
        assert answer["Location"] == reverse("classroom-gradebook", args=[given.classroom_id])


def test_a_grader_reads_and_changes_nothing(client: Client, classroom: Classroom, amara: Membership) -> None:
    client.force_login(StaffFactory(classroom=classroom, role=Membership.Role.GRADER).user)
    page = client.get(reverse("classroom-gradebook", args=[classroom.pk])).content.decode()
    assert "<b>4</b>" in page and "<input form=" not in page and "/points/" not in page


def test_files_hold_every_student_and_no_formula(
    desk: Client, classroom: Classroom, amara: Membership
) -> None:
    text = desk.get(reverse("classroom-grades-csv", args=[classroom.pk])).content.decode()
    assert text.startswith("\ufeff") and "'=Amara(),100,4,100," in text
    content = desk.get(reverse("classroom-grades-xlsx", args=[classroom.pk])).content
    sheet = load_workbook(io.BytesIO(content))["8B"]
    name = sheet.cell(2, 1)
    assert (name.value, name.data_type) == ("=Amara()", "s")
    assert [cell.value for cell in sheet[2]][1:5] == [100, 4, 100, "handed in, 1 to grade"]
    assert sheet.freeze_panes == "B2"


def test_one_quiz_as_a_file_holds_its_items_and_the_points_by_hand(
    desk: Client, given: Assignment, amara: Membership
) -> None:
    by_hand(desk, given, amara, points="5", reason="x")
    csv = desk.get(reverse("assignment-gradebook", args=[given.pk])).content.decode()
    assert '\'=Amara(),4,,5,50,"handed in, set by hand"' in csv
    book = load_workbook(io.BytesIO(desk.get(reverse("assignment-grades-xlsx", args=[given.pk])).content))
    assert [cell.value for cell in book.active[2]] == ["=Amara()", 4, None, 5, 50, "handed in, set by hand"]


def test_all_classes_make_one_list_or_a_sheet_each(desk: Client, teacher: User, amara: Membership) -> None:
    ClassroomFactory(owner=teacher, name="7C/1")
    student(ClassroomFactory(name="strange"), display_name="Stranger")
    csv = desk.get(reverse("grades-csv")).content.decode()
    assert "8B,'=Amara()," in csv and "Stranger" not in csv
    book = load_workbook(io.BytesIO(desk.get(reverse("grades-xlsx")).content))
    assert book.sheetnames == ["7C 1", "8B"]
