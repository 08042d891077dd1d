"""Joining by code, name and PIN; wrong tries are slowed, nobody is locked out."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone

from quizzes.factories import PIN, ClassroomFactory, StudentFactory
from quizzes.flows import joining
from quizzes.flows.joining import CodeClosed, Joined, JoinRefused, JoinSlowed, NameTaken, NameUnknown, join
from quizzes.models import Classroom, Membership

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture(autouse=True)
def no_tries_yet() -> None:
    cache.clear()


@pytest.fixture
def amara() -> Membership:
    return StudentFactory(display_name="Amara")


def knock(classroom: Classroom, name: str = "Amara", pin: str = PIN, **given: Any) -> Joined:
    known = {"as_new": False, "address": "10.0.0.1", "at": NOW, "code": classroom.code}
    return join(name=name, pin=pin, **{**known, **given})


def knock_wrongly(times: int, classroom: Classroom, **given: Any) -> None:
    for _ in range(times):
        with pytest.raises(JoinRefused):
            knock(classroom, pin="0000", **given)


def test_code_name_and_pin_open_the_door(amara: Membership) -> None:
    assert knock(amara.classroom) == Joined(amara, is_new=False)


@pytest.mark.parametrize("name", ["amara", "  AMARA ", "Ámara"])
def test_the_name_is_known_in_any_case_and_accent(amara: Membership, name: str) -> None:
    assert knock(amara.classroom, name).student == amara


@pytest.mark.parametrize("code", ["{0} {1}", "{0}-{1}", " {0}{1} "])
def test_the_code_may_be_typed_as_it_is_read(amara: Membership, code: str) -> None:
    stored = amara.classroom.code
    typed = code.format(stored[:3].lower(), stored[3:])
    assert knock(amara.classroom, code=typed).student == amara


def test_a_new_name_is_asked_once_more_before_it_joins() -> None:
    classroom = ClassroomFactory()
    with pytest.raises(NameUnknown):
        knock(classroom, "Bo")
    joined = knock(classroom, "Bo", "1357", as_new=True)
    assert joined.is_new
    assert joined.student.has_pin("1357")
    assert joined.student.awaits_approval


def test_a_closed_class_takes_no_new_name_and_does_not_say_what_was_wrong(amara: Membership) -> None:
    Classroom.objects.update(is_open=False)
    told = []
    for name, pin in (("Bo", PIN), ("Amara", "0000")):
        with pytest.raises(JoinRefused) as refused:
            knock(amara.classroom, name, pin, as_new=True)
        told.append(str(refused.value))
    assert told[0] == told[1] == joining.WRONG


def test_a_second_amara_is_told_to_add_an_initial(amara: Membership) -> None:
    for as_new in (False, True):
        with pytest.raises(NameTaken, match="Then add an initial"):
            knock(amara.classroom, pin="1357", as_new=as_new)
    assert knock(amara.classroom, "Amara B", "1357", as_new=True).is_new


def test_a_closed_code_opens_to_nobody_and_counts_no_try(amara: Membership) -> None:
    Classroom.objects.update(is_code_closed=True)
    for _ in range(joining.FREE_TRIES_BY_NAME + 1):
        with pytest.raises(CodeClosed):
            knock(amara.classroom)


def test_an_archived_class_takes_no_new_name_and_lets_its_students_in(amara: Membership) -> None:
    Classroom.objects.update(archived_at=NOW)
    with pytest.raises(JoinRefused, match="do not go together"):
        knock(amara.classroom, "Bo", as_new=True)
    assert knock(amara.classroom).student == amara


def test_a_script_cannot_fill_the_teacher_s_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "FREE_NEWCOMERS_BY_ADDRESS", 2)
    classroom = ClassroomFactory()
    for name in ("One", "Two"):
        knock(classroom, name, "1357", as_new=True)
    with pytest.raises(JoinSlowed):
        knock(classroom, "Three", "1357", as_new=True)
    assert knock(classroom, "Four", "1357", as_new=True, address="10.0.0.2").is_new


def test_a_new_name_cannot_take_the_place_of_another(amara: Membership) -> None:
    with pytest.raises(JoinRefused):
        knock(amara.classroom, "amara", "1357", as_new=True)
    assert Membership.objects.students().count() == 1


def test_an_unknown_code_is_refused_with_the_same_words() -> None:
    with pytest.raises(JoinRefused, match="do not go together"):
        knock(ClassroomFactory(), code="ZZZZZZ")


def test_a_full_class_takes_no_new_name(monkeypatch: pytest.MonkeyPatch, amara: Membership) -> None:
    monkeypatch.setattr(joining, "MAX_STUDENTS", 1)
    with pytest.raises(JoinRefused, match="full"):
        knock(amara.classroom, "Bo", as_new=True)


def test_the_sixth_wrong_pin_of_a_name_has_to_wait_from_any_address(amara: Membership) -> None:
    knock_wrongly(joining.FREE_TRIES_BY_NAME, amara.classroom)
    with pytest.raises(JoinSlowed, match="Wait 15 seconds"):
        knock(amara.classroom, address="10.0.0.2")


def test_the_wait_ends_and_the_right_pin_clears_the_count(amara: Membership) -> None:
    knock_wrongly(joining.FREE_TRIES_BY_NAME, amara.classroom)
    later = NOW + joining.FIRST_WAIT
    assert knock(amara.classroom, at=later).student == amara
    knock_wrongly(1, amara.classroom, at=later)


def test_the_wait_doubles_up_to_its_limit(amara: Membership) -> None:
    at = NOW
    waits = []
    for _ in range(joining.FREE_TRIES_BY_NAME + 14):
        try:
            knock_wrongly(1, amara.classroom, at=at)
        except JoinSlowed as slowed:
            waits.append(slowed.wait)
            at += slowed.wait
    assert waits[:3] == [dt.timedelta(seconds=s) for s in (15, 30, 60)]
    assert max(waits) == joining.LONGEST_WAIT


def test_one_name_under_attack_keeps_nobody_else_out(amara: Membership) -> None:
    bo = StudentFactory(classroom=amara.classroom, display_name="Bo")
    knock_wrongly(joining.FREE_TRIES_BY_NAME, amara.classroom, address="10.0.0.9")
    assert knock(amara.classroom, "Bo").student == bo


def test_who_gets_everything_right_waits_for_nobody_s_lock(
    amara: Membership, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(3):  # the student, the counts, that she was seen
        knock(amara.classroom)
    amara.refresh_from_db()
    assert amara.seen_at == NOW


def test_after_a_wrong_try_the_count_decides_about_the_right_pin_too(
    monkeypatch: pytest.MonkeyPatch, amara: Membership
) -> None:
    monkeypatch.setattr(joining, "FREE_TRIES_BY_NAME", 1)
    knock_wrongly(1, amara.classroom)
    with pytest.raises(JoinSlowed):
        knock(amara.classroom)


def test_many_names_from_one_address_have_to_wait_and_other_addresses_do_not(
    monkeypatch: pytest.MonkeyPatch, amara: Membership
) -> None:
    monkeypatch.setattr(joining, "FREE_TRIES_BY_ADDRESS", 3)
    Classroom.objects.update(is_open=False)
    for name in ("One", "Two", "Three"):
        knock_wrongly(1, amara.classroom, name=name)
    with pytest.raises(JoinSlowed):
        knock(amara.classroom)
    assert knock(amara.classroom, address="10.0.0.2").student == amara


def test_one_address_that_waits_for_a_class_may_join_another(
    monkeypatch: pytest.MonkeyPatch, amara: Membership
) -> None:
    monkeypatch.setattr(joining, "FREE_TRIES_BY_ADDRESS", 1)
    knock_wrongly(1, amara.classroom)
    other = StudentFactory(display_name="Amara")
    assert knock(other.classroom).student == other


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.4, "1 second"), (15, "15 seconds"), (60, "1 minute"), (61, "2 minutes")]
)
def test_a_wait_in_words(seconds: float, words: str) -> None:
    assert joining.wait_in_words(dt.timedelta(seconds=seconds)) == words
