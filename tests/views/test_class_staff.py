"""Colleagues: invited, come in by a link, given another role, taken out."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.factories import (
    PASSWORD,
    ClassroomFactory,
    InvitationFactory,
    StaffFactory,
    StudentFactory,
    TeacherFactory,
)
from quizzes.models import Classroom, Invitation, Membership, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher() -> User:
    return TeacherFactory(email="t@school.example", name="Anna")


@pytest.fixture
def classroom(teacher: User) -> Classroom:
    return ClassroomFactory(owner=teacher, name="8B")


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def staff(classroom: Classroom) -> str:
    return reverse("classroom-staff", args=[classroom.pk])


def link(invitation: Invitation) -> str:
    return reverse("invitation", args=[invitation.token])


def test_without_mail_an_invitation_is_a_link_to_copy(desk: Client, classroom: Classroom) -> None:
    shown = desk.post(staff(classroom), {"role": "grader", "email": ""}, follow=True).content.decode()
    assert "Copy its link" in shown
    (found,) = re.findall(r"http://testserver(/invitations/[^/]+/)", shown)
    assert found == link(Invitation.objects.get())
    assert mail.outbox == []


def test_with_mail_it_is_sent_too(desk: Client, classroom: Classroom, settings: Any) -> None:
    settings.MEDIAQUIZ_SENDS_MAIL = True
    sent = {"role": "instructor", "email": "col@school.example"}
    shown = desk.post(staff(classroom), sent, follow=True).content.decode()
    assert "was sent to col@school.example" in shown
    assert link(Invitation.objects.get()) in mail.outbox[0].body


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"email": "t@school.example", "role": "owner"}, "not one of the available choices"),
        ({"email": "x", "role": "grader"}, "valid email"),
    ],
)
def test_an_invitation_that_cannot_be_is_refused(
    desk: Client, classroom: Classroom, sent: dict[str, str], told: str
) -> None:
    answer = desk.post(staff(classroom), sent)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Invitation.objects.exists()


def test_a_signed_in_teacher_comes_in_by_a_click(client: Client, classroom: Classroom, teacher: User) -> None:
    invitation = InvitationFactory(classroom=classroom, invited_by=teacher)
    colleague = TeacherFactory()
    client.force_login(colleague)
    assert "Anna invites you to 8B" in client.get(link(invitation)).content.decode()
    shown = client.post(link(invitation), follow=True).content.decode()
    assert "Welcome to 8B: you are grader here" in shown
    assert classroom.memberships.get(user=colleague).role == "grader"


def test_who_is_not_signed_in_comes_back_after_signing_in(client: Client, classroom: Classroom) -> None:
    invitation, colleague = InvitationFactory(classroom=classroom), TeacherFactory()
    shown = client.get(link(invitation)).content.decode()
    (sign_in,) = re.findall(r'href="(/accounts/login/\?next=[^"]+)"', shown)
    sent = {"login": colleague.email, "password": PASSWORD}
    answer = client.post(sign_in, {**sent, "next": link(invitation)})
    assert answer.url == link(invitation)
    assert client.post(link(invitation)).url == reverse("classroom-detail", args=[classroom.pk])


def test_who_has_no_account_comes_back_after_opening_one(client: Client, classroom: Classroom) -> None:
    invitation = InvitationFactory(classroom=classroom)
    shown = client.get(link(invitation)).content.decode()
    assert f"/accounts/signup/?next={link(invitation)}" in shown
    sent = {"name": "New", "email": "new@school.example", "password1": PASSWORD, "password2": PASSWORD}
    answer = client.post(reverse("account_signup"), {**sent, "next": link(invitation)})
    assert answer.url == link(invitation)
    client.post(link(invitation))
    assert classroom.memberships.get(user__email="new@school.example").role == "grader"


def test_nobody_comes_in_without_signing_in(client: Client, classroom: Classroom) -> None:
    answer = client.post(link(InvitationFactory(classroom=classroom)))
    assert answer.url.startswith(reverse("account_login"))
    assert classroom.memberships.count() == 1


@pytest.mark.parametrize("why", ["used", "over"])
def test_a_link_that_is_no_longer_good_says_so(client: Client, classroom: Classroom, why: str) -> None:
    now = timezone.now()
    spent: dict[str, Any] = {"accepted_at": now} if why == "used" else {"expires_at": now}
    invitation = InvitationFactory(classroom=classroom, **spent)
    client.force_login(TeacherFactory())
    answer = client.get(link(invitation))
    assert answer.status_code == 410
    assert "Ask" in answer.content.decode()
    client.post(link(invitation))
    assert classroom.memberships.count() == 1


def test_who_is_in_the_class_is_told_and_the_link_stays_good(desk: Client, classroom: Classroom) -> None:
    invitation = InvitationFactory(classroom=classroom)
    assert "in this class already, as owner" in desk.get(link(invitation)).content.decode()
    desk.post(link(invitation))
    invitation.refresh_from_db()
    assert invitation.accepted_at is None


@pytest.mark.parametrize("gone", ["class", "token"])
def test_a_link_to_nothing_is_not_there(client: Client, classroom: Classroom, gone: str) -> None:
    invitation = InvitationFactory(classroom=classroom)
    address = link(invitation)
    if gone == "class":
        Classroom.objects.update(deleted_at=timezone.now())
    else:
        invitation.delete()
    assert client.get(address).status_code == 404


def test_an_invitation_is_taken_back(desk: Client, classroom: Classroom) -> None:
    invitation = InvitationFactory(classroom=classroom)
    shown = desk.post(staff(classroom), {"revoke": invitation.pk}, follow=True).content.decode()
    assert "opens nothing any more" in shown
    assert invitation.token not in shown
    again = desk.post(staff(classroom), {"revoke": invitation.pk}, follow=True).content.decode()
    assert "already" in again


def test_an_invitation_to_another_class_is_not_there(desk: Client, classroom: Classroom) -> None:
    assert desk.post(staff(classroom), {"revoke": InvitationFactory().pk}).status_code == 404


def test_a_role_is_changed(desk: Client, classroom: Classroom) -> None:
    member = StaffFactory(classroom=classroom)
    desk.post(staff(classroom), {"change": member.pk, "role": "grader"})
    member.refresh_from_db()
    assert member.role == "grader"


def test_a_colleague_is_taken_out_and_sees_the_class_no_more(desk: Client, classroom: Classroom) -> None:
    added = StaffFactory(classroom=classroom)
    desk.post(staff(classroom), {"remove": added.pk})
    other = Client()
    other.force_login(added.user)
    assert other.get(reverse("classroom-detail", args=[classroom.pk])).status_code == 404


def test_who_takes_herself_out_is_led_to_her_list(client: Client, classroom: Classroom) -> None:
    added = StaffFactory(classroom=classroom)
    client.force_login(added.user)
    assert client.post(staff(classroom), {"remove": added.pk}).url == reverse("classroom-list")


@pytest.mark.parametrize("action", ["remove", "change"])
def test_the_owner_stays_what_she_is(desk: Client, classroom: Classroom, action: str) -> None:
    desk.post(staff(classroom), {action: classroom.memberships.get().pk, "role": "grader"})
    assert classroom.memberships.get().role == Membership.Role.OWNER


@pytest.mark.parametrize("role", ["student", "staff of another class", "nobody"])
def test_only_staff_of_the_class_is_taken_out(desk: Client, classroom: Classroom, role: str) -> None:
    people = {
        "student": lambda: StudentFactory(classroom=classroom).pk,
        "staff of another class": lambda: StaffFactory().pk,
        "nobody": lambda: "x",
    }
    sent = {"remove": people[role]()}
    before = Membership.objects.count()
    assert desk.post(staff(classroom), sent).status_code == 404
    assert Membership.objects.count() == before
