"""A teacher's account: opened by invitation, its address, and its end."""

from __future__ import annotations

import datetime as dt

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Q

from quizzes.flows.deleting import UNDO_FOR, purge_class, purge_quiz, purge_story
from quizzes.models import Classroom, Invitation, Membership, Quiz, Story, User

INVITATION_LASTS = dt.timedelta(days=14)


class InvitationOver(Exception):
    """The invitation has been used or taken back, has run out, or its class is gone."""


class AddressTaken(Exception):
    """Another account has this e-mail address."""


# --- Invitations to open an account ---


def invite_teacher(*, email: str, at: dt.datetime) -> Invitation:
    """An invitation of the administrator's, to nobody's class; with `email`, for that address alone."""
    return Invitation.objects.create(email=email.lower(), expires_at=at + INVITATION_LASTS)


def usable_invitation(*, token: str, at: dt.datetime) -> Invitation | None:
    """The invitation to an account or into a class, None where it is used up, run out or its class is gone."""
    known = Invitation.objects.filter(Q(classroom=None) | Q(classroom__deleted_at=None), token=token)
    invitation = known.first()
    return invitation if invitation and invitation.is_usable(at) else None


def take_up(*, invitation: Invitation, user: User, at: dt.datetime) -> None:
    """Mark an invitation to an account as used; of two who use it at once the second is refused. Raises InvitationOver."""
    open_still = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, expires_at__gt=at)
    if not open_still.update(accepted_at=at, accepted_by=user):
        raise InvitationOver


# --- The address ---


@transaction.atomic
def answer_for_address(*, user: User, only_where_unknown: bool = False) -> None:
    """Take the account's address as confirmed, because somebody with a say over this server gave it."""
    known = EmailAddress.objects.filter(user=user)
    if only_where_unknown and known.exists():
        return
    known.exclude(email__iexact=user.email).delete()
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )


@transaction.atomic
def change_address(*, user: User, email: str) -> None:
    """The account under another address at once, where no mail could confirm it. Raises AddressTaken."""
    email = email.lower()
    if User.objects.filter(email=email).exclude(pk=user.pk).exists():
        raise AddressTaken
    user.email = email
    user.save(update_fields=["email"])
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.create(user=user, email=email, primary=True)


# --- The end ---


@transaction.atomic
def delete_account(*, user: User, at: dt.datetime) -> None:
    """The account with its stories, quizzes and the classes it owns, for good.

    What another teacher's class has been given stays with that class: the quiz, out of everybody's sight, is kept under
    the class's owner, because answers and results rest on its versions.
    """
    owned = Classroom.objects.filter(memberships__user=user, memberships__role=Membership.Role.OWNER)
    for classroom in list(owned):
        purge_class(classroom, at)
    for quiz in list(user.quizzes.all()):
        if not purge_quiz(quiz):
            _hand_over(quiz, at)
    for story in list(user.stories.all()):
        _end_story(story, at)
    user.delete()


def _hand_over(quiz: Quiz, at: dt.datetime) -> None:
    given = Classroom.objects.filter(assignments__version__quiz=quiz)
    owners = Membership.objects.filter(classroom__in=given, role=Membership.Role.OWNER)
    quiz.teacher = owners.select_related("user").earliest("pk").user  # type: ignore[assignment]  # staff have one
    quiz.deleted_at = quiz.deleted_at or at - UNDO_FOR  # nobody takes it back
    quiz.save()


def _end_story(story: Story, at: dt.datetime) -> None:
    """The story is gone, or, where a quiz of it had to stay, only its name, with whoever has the quiz."""
    purge_story(story)
    kept = story.quizzes.first() if story.pk else None
    if kept is None:
        return
    story.teacher, story.deleted_at, story.reading_token = kept.teacher, at - UNDO_FOR, ""
    story.save()
