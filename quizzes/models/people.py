"""Teachers and instructors (users), classes, and who belongs to a class in which role."""

from __future__ import annotations

import datetime as dt
import secrets
import unicodedata
import zoneinfo
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.crypto import constant_time_compare, salted_hmac

CODE_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ2345679"  # no 0/O, 1/I, 8/B: codes are read aloud and off a board
CODE_LENGTH = 6
PIN_LENGTH = 4


class UserManager(BaseUserManager["User"]):
    def create_user(self, *, email: str, password: str | None = None, **fields: Any) -> User:
        """A saved user who signs in with `email`; without a password no sign-in is possible until one is set."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A teacher or instructor. Students are no users: see Membership."""

    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField(max_length=120, blank=True)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return str(self)


def new_code() -> str:
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def new_pin() -> str:
    return f"{secrets.randbelow(10**PIN_LENGTH):0{PIN_LENGTH}d}"


def new_session_key() -> str:
    return secrets.token_hex(16)


def fold_name(name: str) -> str:
    """The name by which two students of a class are told apart: case, accents and outer or doubled spaces aside."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())


def fold_code(code: str) -> str:
    """A join code as stored, from what somebody typed ("phx 7qd")."""
    return "".join(c for c in code.upper() if c.isalnum())


def validate_time_zone(name: str) -> None:
    if name not in zoneinfo.available_timezones():
        raise ValidationError("There is no time zone “%(name)s”.", params={"name": name})


class ClassroomQuerySet(models.QuerySet["Classroom"]):
    def of(self, user: User) -> ClassroomQuerySet:
        """The classes in which a user has a role, but those that are deleted."""
        return self.filter(memberships__user=user, deleted_at__isnull=True).distinct()


class Classroom(models.Model):
    """A class of students; "class" on pages."""

    name = models.CharField(max_length=80)
    code = models.CharField(max_length=12, unique=True, default=new_code)
    time_zone = models.CharField(max_length=64, default="UTC", validators=[validate_time_zone])
    is_open = models.BooleanField("new names may join", default=True)
    """Where it is set, a newcomer picks a name and a PIN and waits for the teacher to let her in."""
    is_code_closed = models.BooleanField("nobody joins by the code", default=False)
    archived_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    """Set where the owner has deleted the class: for an hour she can take that back."""
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ClassroomQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]

    class Joining(models.TextChoices):
        """Who comes in by the code: `is_open` and `is_code_closed` in one word."""

        EVERYBODY = "everybody", "Everybody with the code; a new name waits until you let it in"
        ROSTER = "roster", "Only names on the list"
        NOBODY = "nobody", "Nobody: the code is closed"

    def __str__(self) -> str:
        return self.name

    @property
    def joining(self) -> Classroom.Joining:
        if self.is_code_closed:
            return self.Joining.NOBODY
        return self.Joining.EVERYBODY if self.is_open else self.Joining.ROSTER

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        return zoneinfo.ZoneInfo(self.time_zone)

    @property
    def spaced_code(self) -> str:
        """The code as it is written on a board: "PHX 7QD"."""
        return f"{self.code[:3]} {self.code[3:]}"


class MembershipQuerySet(models.QuerySet["Membership"]):
    def students(self) -> MembershipQuerySet:
        """Students, with newcomers who wait to be let in."""
        return self.filter(role=Membership.Role.STUDENT)

    def admitted(self) -> MembershipQuerySet:
        """The students on the roster."""
        return self.students().filter(awaits_approval=False)

    def newcomers(self) -> MembershipQuerySet:
        """Students who wait to be let in, the first first."""
        return self.students().filter(awaits_approval=True).order_by("joined_at", "pk")

    def staff(self) -> MembershipQuerySet:
        return self.exclude(role=Membership.Role.STUDENT)


class Membership(models.Model):
    """One person's place in a class. A student has a display name and a PIN (kept as a keyed hash) and no account."""

    class Role(models.TextChoices):
        OWNER = "owner"
        INSTRUCTOR = "instructor"
        GRADER = "grader"
        STUDENT = "student"

    classroom = models.ForeignKey(Classroom, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=12, choices=Role)
    user = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="memberships")
    display_name = models.CharField(max_length=60, blank=True)
    name_key = models.CharField(max_length=120, blank=True, editable=False)
    pin_hash = models.CharField(max_length=64, blank=True)
    pin_salt = models.CharField(max_length=140, blank=True, editable=False)
    """Made anew with each PIN; not the name, so that a student who is renamed or moved keeps her PIN."""
    awaits_approval = models.BooleanField(default=False)
    """True for a newcomer whom the teacher has not let in yet."""
    session_key = models.CharField(max_length=32, default=new_session_key, editable=False)
    extra_time = models.DecimalField("extra-time factor", max_digits=3, decimal_places=2, default=1)
    joined_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    """When the student last opened a page of the class, to the minute; None for staff and who never came in."""

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["name_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["classroom", "name_key"], condition=Q(role="student"), name="one_name_once_in_a_class"
            ),
            models.UniqueConstraint(
                fields=["classroom", "user"], condition=Q(user__isnull=False), name="one_role_for_a_user"
            ),
            models.CheckConstraint(
                condition=Q(role="student", user__isnull=True) | (~Q(role="student") & Q(user__isnull=False)),
                name="students_have_no_account",
            ),
            models.CheckConstraint(
                condition=~Q(role="student") | (~Q(name_key="") & ~Q(display_name="")),
                name="students_have_a_name",
            ),
            models.CheckConstraint(condition=Q(extra_time__gte=1), name="extra_time_never_shortens"),
        ]

    def __str__(self) -> str:
        return self.display_name or str(self.user)

    def name_student(self, name: str) -> None:
        self.display_name = " ".join(name.split())
        self.name_key = fold_name(name)

    def set_pin(self, pin: str) -> None:
        """Keep the PIN's keyed hash, and end every session that the old PIN opened."""
        self.pin_salt = secrets.token_hex(16)
        self.pin_hash = self._pin_hash(pin)
        self.session_key = new_session_key()

    def has_pin(self, pin: str) -> bool:
        return bool(self.pin_hash) and constant_time_compare(self.pin_hash, self._pin_hash(pin))

    def _pin_hash(self, pin: str) -> str:
        # A keyed hash, not a slow one: forty students join at once; guessing is slowed by the throttle on joining.
        return salted_hmac(f"mediaquiz.pin.{self.pin_salt}", pin, algorithm="sha256").hexdigest()


def new_token() -> str:
    """The secret part of a link: 256 bits, fit for an address."""
    return secrets.token_urlsafe(32)


class Invitation(models.Model):
    """A link by which one person takes a role in a class, or (without a class) opens a teacher's account."""

    classroom = models.ForeignKey(
        Classroom, models.CASCADE, null=True, blank=True, related_name="invitations"
    )
    role = models.CharField(max_length=12, choices=Membership.Role, blank=True)
    email = models.EmailField(blank=True)
    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    invited_by = models.ForeignKey(User, models.CASCADE, null=True, related_name="+")
    invited_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-invited_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(classroom__isnull=True, role="") | Q(role__in=["instructor", "grader"]),
                name="an_invitation_to_a_class_has_a_staff_role",
            )
        ]

    def __str__(self) -> str:
        return f"{self.email or 'somebody'} as {self.role or 'teacher'}"

    def is_usable(self, at: dt.datetime) -> bool:
        return self.accepted_at is None and at < self.expires_at
