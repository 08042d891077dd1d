"""What a change of terms does to those who are working or have handed in, in sentences, before it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from copy import copy
from typing import Any

from quizzes.flows.terms import TermsGiven
from quizzes.models import Assignment, Attempt, Membership, StudentTerms
from quizzes.reports.counting import counted_attempts
from quizzes.reports.terms import counted, short_time
from quizzes.timing import is_handed_in_late, new_deadline, terms_for


def of_change(assignment: Assignment, changed: TermsGiven, at: dt.datetime) -> tuple[str, ...]:
    """What other terms do for the class; nothing where no student notices more than the new terms themselves."""
    after = copy(assignment)
    for name, value in changed.items():
        setattr(after, name, value)
    if all(getattr(after, name) == getattr(assignment, name) for name in changed):
        return ()
    attempts = list(assignment.attempts.select_related("membership").order_by("membership", "number"))
    own = {terms.membership_id: terms for terms in assignment.student_terms.all()}
    return (
        *_running(assignment, after, attempts, own, at),
        *_opening(assignment, after, at),
        *_left(assignment, after, attempts),
        *_counting(assignment, after, attempts),
        *_shown(assignment, after, attempts, at),
        *_late(assignment, after, attempts, own),
    )


def _running(
    before: Assignment,
    after: Assignment,
    attempts: Iterable[Attempt],
    own: Mapping[int, StudentTerms],
    at: dt.datetime,
) -> Iterable[str]:
    running = [a for a in attempts if a.is_running and a.deadline_at >= at]
    if not running:
        return
    moved = [(a.deadline_at, _end(a, after, own.get(a.membership_id), at)) for a in running]
    yield f"{_who(len(running))} working on it now. " + " ".join(_moves(moved, before, at))


def _end(attempt: Attempt, after: Assignment, own: StudentTerms | None, at: dt.datetime) -> dt.datetime:
    seen = copy(attempt)
    seen.assignment = after
    return new_deadline(seen, own, at)


def _moves(
    moved: list[tuple[dt.datetime, dt.datetime]], assignment: Assignment, at: dt.datetime
) -> list[str]:
    over = [new for old, new in moved if new <= at]
    less = [new for old, new in moved if at < new < old]
    more = [new for old, new in moved if new > old]
    said = []
    if over:
        said.append(f"{_of_them(len(over), moved)} no time left: what is saved is handed in at once.")
    for ends, words in ((less, "less time"), (more, "more time")):
        if ends:
            first, last = (short_time(end, assignment.classroom) for end in (min(ends), max(ends)))
            until = first if first == last else f"{first} to {last}, by when they began"
            said.append(f"{_of_them(len(ends), moved)} {words}: until {until}.")
    return said or ["The time of whoever is working stays as it is."]


def _of_them(n: int, moved: list[tuple[dt.datetime, dt.datetime]]) -> str:
    if n == len(moved):
        return "This student has" if n == 1 else "All of them have"
    return f"{n} of them {'has' if n == 1 else 'have'}"


def _who(n: int) -> str:
    return "One student is" if n == 1 else f"{n} students are"


def _opening(before: Assignment, after: Assignment, at: dt.datetime) -> Iterable[str]:
    was_open, is_open = before.opens_at <= at < before.taken_until, after.opens_at <= at < after.taken_until
    if was_open and at < after.opens_at:
        opens = short_time(after.opens_at, before.classroom)
        yield f"It closes now and opens again {opens}: who has begun goes on, nobody else begins before."
    if before.taken_until <= at and is_open:
        yield f"It opens again, until {short_time(after.closes_at, before.classroom)}."


def _left(before: Assignment, after: Assignment, attempts: Iterable[Attempt]) -> Iterable[str]:
    begun: dict[int, int] = {}
    for attempt in attempts:
        begun[attempt.membership_id] = begun.get(attempt.membership_id, 0) + 1
    if after.attempts_allowed > before.attempts_allowed:
        again = sum(n >= before.attempts_allowed for n in begun.values())
        if again:
            yield f"{counted(again, 'student').capitalize()} with no attempt left may begin another."
    if after.attempts_allowed < before.attempts_allowed:
        over = sum(n > after.attempts_allowed for n in begun.values())
        if over:
            yield f"{counted(over, 'student').capitalize()} had more attempts already: all are kept, and can count."


def _counting(before: Assignment, after: Assignment, attempts: list[Attempt]) -> Iterable[str]:
    if after.counting == before.counting:
        return
    old, new = counted_attempts(before, attempts), counted_attempts(after, attempts)
    differ = sum(old[pk] != new[pk] for pk in new)
    if differ:
        yield f"For {counted(differ, 'student')} another attempt counts from now on: points may change."


def _shown(before: Assignment, after: Assignment, attempts: list[Attempt], at: dt.datetime) -> Iterable[str]:
    done = len({a.membership_id for a in attempts if not a.is_running})
    if not done:
        return
    who = f"{counted(done, 'student').capitalize()} who handed in"
    old, new = _seen(before, at), _seen(after, at)
    if old == new:
        return
    verb = "sees" if done == 1 else "see"
    if new:
        yield f"{who} {verb} {new} at once."
        if new != "points" and any(a.is_running for a in attempts):
            yield "Others are still working: they could hear the keys."
    else:
        yield f"{who} {verb} the result no longer; what they have seen stays seen."


def _seen(assignment: Assignment, at: dt.datetime) -> str:
    if assignment.shows_feedback(at):
        return "points, keys and reasons"
    return "points" if assignment.shows_score(at) else ""


def _late(
    before: Assignment, after: Assignment, attempts: Iterable[Attempt], own: Mapping[int, StudentTerms]
) -> Iterable[str]:
    change = 0
    for attempt in attempts:
        terms = own.get(attempt.membership_id)
        was, will = (
            is_handed_in_late(attempt, terms_for(a, attempt.membership, terms)) for a in (before, after)
        )
        change += will - was
    if change > 0:
        yield f"{counted(change, 'attempt').capitalize()} handed in already {'is' if change == 1 else 'are'} marked late from now on."
    if change < 0:
        yield f"{counted(-change, 'attempt').capitalize()} marked late {'is' if change == -1 else 'are'} no longer marked."


def of_own_terms(
    assignment: Assignment, student: Membership, terms: Mapping[str, Any], at: dt.datetime
) -> tuple[str, ...]:
    """What own terms do for one student and, where keys are at stake, for the class."""
    known = assignment.student_terms.filter(membership=student).first()
    own = StudentTerms(assignment=assignment, membership=student, **terms)
    attempts = list(assignment.attempts.filter(membership=student).select_related("membership"))
    return (
        *_her_attempt(assignment, student, own, attempts, at),
        *_her_keys(assignment, student, own, known, attempts, at),
    )


def _her_attempt(
    assignment: Assignment, student: Membership, own: StudentTerms, attempts: list[Attempt], at: dt.datetime
) -> Iterable[str]:
    running = next((a for a in attempts if a.is_running and a.deadline_at >= at), None)
    if own.is_excused and running:
        yield f"{student} is working on it now: what is saved is handed in and kept, and counts for nothing."
    elif own.is_excused and attempts:
        yield f"What {student} has handed in is kept, and counts for nothing."
    elif running:
        end = _end(running, assignment, own, at)
        if end <= at:
            yield f"{student} is working on it now, and the time is over at once: what is saved is handed in."
        elif end != running.deadline_at:
            old, new = (short_time(t, assignment.classroom) for t in (running.deadline_at, end))
            yield f"{student} is working on it now: the end moves from {old} to {new}."


def _her_keys(
    assignment: Assignment,
    student: Membership,
    own: StudentTerms,
    known: StudentTerms | None,
    attempts: list[Attempt],
    at: dt.datetime,
) -> Iterable[str]:
    gets = terms_for(assignment, student, own)
    had = terms_for(assignment, student, known)
    if own.is_excused or (
        gets.taken_until <= had.taken_until and gets.attempts_allowed <= had.attempts_allowed
    ):
        return
    if assignment.shows_feedback(at):
        seen = "has seen the keys" if any(not a.is_running for a in attempts) else "may have heard the keys"
        yield f"The results are out: {student} {seen}."
    elif assignment.feedback == Assignment.Feedback.AFTER_CLOSE and gets.taken_until > assignment.taken_until:
        yield "The class sees its result only when this time is over, unless you release it before."
    elif assignment.feedback == Assignment.Feedback.ON_SUBMIT and assignment.shown == Assignment.Shown.FULL:
        yield f"Classmates see the keys as soon as they hand in: {student} could hear them."
