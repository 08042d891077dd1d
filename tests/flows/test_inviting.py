"""Colleagues by invitation: a link good once, for two weeks."""

from __future__ import annotations

import datetime as dt
import smtplib
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from quizzes.factories import ClassroomFactory, InvitationFactory, StaffFactory, TeacherFactory
from quizzes.flows import inviting
from quizzes.flows.accounts import InvitationOver
from quizzes.models import Audit, Classroom, Invitation, Membership, User

pytestmark = pytest.mark.django_db
Role = Membership.Role
NOW = timezone.now()
LINK = "https://quiz.example/invitations/abc/"


@pytest.fixture
def teacher() -> User:
    return TeacherFactory(name="Anna")


@pytest.fixture
def classroom(teacher: User) -> Classroom:
    return ClassroomFactory(owner=teacher, name="8B")


@pytest.fixture
def invitation(classroom: Classroom, teacher: User) -> Invitation:
    return inviting.invite(
        classroom=classroom, role=Role.GRADER, email="col@school.example", by=teacher, at=NOW
    )


@pytest.fixture
def mail_is_set_up(settings: Any) -> None:
    settings.MEDIAQUIZ_SENDS_MAIL = True


def test_an_invitation_gives_its_role_once(invitation: Invitation) -> None:
    colleague = TeacherFactory()
    membership = inviting.accept(invitation=invitation, user=colleague, at=NOW)
    assert (membership.user, membership.role) == (colleague, Role.GRADER)
    with pytest.raises(InvitationOver):
        inviting.accept(invitation=invitation, user=TeacherFactory(), at=NOW)
    invitation.refresh_from_db()
    assert invitation.accepted_by == colleague


def test_it_lasts_two_weeks(invitation: Invitation) -> None:
    with pytest.raises(InvitationOver):
        inviting.accept(invitation=invitation, user=TeacherFactory(), at=NOW + dt.timedelta(days=14))


def test_what_is_taken_back_opens_nothing(invitation: Invitation, teacher: User) -> None:
    inviting.revoke(invitation=invitation, by=teacher, at=NOW)
    with pytest.raises(InvitationOver):
        inviting.accept(invitation=invitation, user=TeacherFactory(), at=NOW)
    with pytest.raises(InvitationOver):
        inviting.revoke(invitation=invitation, by=teacher, at=NOW)


def test_a_deleted_class_takes_nobody(invitation: Invitation) -> None:
    Classroom.objects.update(deleted_at=NOW)
    with pytest.raises(InvitationOver):
        inviting.accept(invitation=invitation, user=TeacherFactory(), at=NOW)


def test_who_is_in_the_class_leaves_the_invitation_good(invitation: Invitation, teacher: User) -> None:
    with pytest.raises(inviting.AlreadyStaff):
        inviting.accept(invitation=invitation, user=teacher, at=NOW)
    assert inviting.accept(invitation=invitation, user=TeacherFactory(), at=NOW)


def test_no_token_is_on_record(invitation: Invitation) -> None:
    row = Audit.objects.get()
    assert (row.subject, row.new) == ("col@school.example", {"role": "grader"})


def test_without_mail_nothing_is_sent(invitation: Invitation) -> None:
    assert not inviting.send(invitation=invitation, link=LINK)
    assert mail.outbox == []


def test_with_mail_the_link_goes_out(invitation: Invitation, mail_is_set_up: None) -> None:
    assert inviting.send(invitation=invitation, link=LINK)
    (sent,) = mail.outbox
    assert sent.to == ["col@school.example"]
    assert "8B" in sent.subject
    assert LINK in sent.body
    assert "Anna" in sent.body


def test_an_invitation_by_link_alone_is_not_mailed(classroom: Classroom, mail_is_set_up: None) -> None:
    assert not inviting.send(invitation=InvitationFactory(classroom=classroom), link=LINK)


def test_a_mail_server_that_refuses_loses_no_invitation(
    invitation: Invitation, mail_is_set_up: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> int:
        raise smtplib.SMTPServerDisconnected("gone")

    monkeypatch.setattr(inviting, "send_mail", refuse)
    assert not inviting.send(invitation=invitation, link=LINK)


def test_a_role_is_changed_and_on_record(classroom: Classroom, teacher: User) -> None:
    member = StaffFactory(classroom=classroom, role=Role.GRADER)
    inviting.change_role(membership=member, role=Role.INSTRUCTOR, by=teacher)
    member.refresh_from_db()
    assert member.role == Role.INSTRUCTOR
    assert Audit.objects.get().old == {"role": "grader"}


def test_the_owner_stays_the_owner(classroom: Classroom, teacher: User) -> None:
    owner = classroom.memberships.get()
    with pytest.raises(inviting.OwnerStays):
        inviting.change_role(membership=owner, role=Role.GRADER, by=teacher)
    with pytest.raises(inviting.OwnerStays):
        inviting.remove_staff(membership=owner, by=teacher)
