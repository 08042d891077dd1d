"""Colleagues come into a class by invitation: a link with their role in it, good once and for two weeks."""

from __future__ import annotations

import datetime as dt
import smtplib

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from quizzes.flows.accounts import INVITATION_LASTS, InvitationOver
from quizzes.flows.audits import record
from quizzes.models import Classroom, Invitation, Membership, User

Role = Membership.Role


class AlreadyStaff(Exception):
    """The user has a role in this class."""


class OwnerStays(Exception):
    """A class keeps its owner."""


@transaction.atomic
def invite(
    *, classroom: Classroom, role: Membership.Role, email: str, by: User, at: dt.datetime
) -> Invitation:
    """An invitation to copy or to send. `email` may be empty; whoever has the link may take it up."""
    invitation = Invitation.objects.create(
        classroom=classroom, role=role, email=email, invited_by=by, expires_at=at + INVITATION_LASTS
    )
    record(
        classroom=classroom, by=by, action="colleague invited", subject=email or "by link", new={"role": role}
    )
    return invitation


def send(*, invitation: Invitation, link: str) -> bool:
    """True where the invitation went out by mail; False where no address is given or the mail server refused it."""
    if not invitation.email or not settings.MEDIAQUIZ_SENDS_MAIL:
        return False
    text = (
        f"{invitation.invited_by} invites you into the class “{invitation.classroom}” on MediaQuiz"
        f" as {invitation.role}.\n\nOpen this link to come in:\n{link}\n\n"
        f"It can be used once, within {INVITATION_LASTS.days} days. You did not expect this? Then do nothing."
    )
    try:
        sent = send_mail(f"Invitation to the class “{invitation.classroom}”", text, None, [invitation.email])
    except (smtplib.SMTPException, OSError):
        return False
    return bool(sent)


@transaction.atomic
def revoke(*, invitation: Invitation, by: User, at: dt.datetime) -> None:
    """The link opens nothing from now on. Raises InvitationOver where it has been used."""
    open_still = Invitation.objects.filter(pk=invitation.pk, accepted_at__isnull=True, expires_at__gt=at)
    if not open_still.update(expires_at=at):
        raise InvitationOver
    if invitation.classroom:
        subject = invitation.email or "by link"
        record(classroom=invitation.classroom, by=by, action="invitation taken back", subject=subject)


@transaction.atomic
def accept(*, invitation: Invitation, user: User, at: dt.datetime) -> Membership:
    """The user's place in the class. Raises AlreadyStaff (and the invitation stays good), InvitationOver."""
    classroom = Classroom.objects.filter(invitations=invitation, deleted_at__isnull=True).first()
    if classroom is None:
        raise InvitationOver
    if classroom.memberships.filter(user=user).exists():
        raise AlreadyStaff
    open_still = Invitation.objects.filter(pk=invitation.pk, accepted_at__isnull=True, expires_at__gt=at)
    if not open_still.update(accepted_at=at, accepted_by=user):
        raise InvitationOver
    membership = Membership.objects.create(classroom=classroom, user=user, role=invitation.role)
    record(
        classroom=classroom,
        by=user,
        action="invitation accepted",
        subject=user,
        new={"role": invitation.role},
    )
    return membership


@transaction.atomic
def change_role(*, membership: Membership, role: Membership.Role, by: User) -> None:
    """Instructor or grader from now on. Raises OwnerStays."""
    if membership.role == Role.OWNER:
        raise OwnerStays
    old, membership.role = membership.role, role
    membership.save(update_fields=["role"])
    record(
        classroom=membership.classroom,
        by=by,
        action="role changed",
        subject=membership.user,
        old={"role": old},
        new={"role": role},
    )


@transaction.atomic
def remove_staff(*, membership: Membership, by: User) -> None:
    """Take an instructor or grader out of the class; what she graded stays. Raises OwnerStays."""
    if membership.role == Role.OWNER:
        raise OwnerStays
    classroom, user, role = membership.classroom, membership.user, membership.role
    membership.delete()
    record(classroom=classroom, by=by, action="colleague removed", subject=user, old={"role": role})
