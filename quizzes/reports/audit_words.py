"""The record of a class in sentences: for each action what was done, to whom, from what to what.

A sentence begins with its verb; who did it stands before it. Old and new are read as they were written, also by earlier
versions of a flow, so a fact that is not there is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from quizzes.models import Audit, Classroom, KeyRepair
from quizzes.reports.terms import LABELS, counted, said


class Kind(StrEnum):
    """What a row is about, as a filter."""

    GRADES = "grades"
    KEYS = "keys and rubrics"
    TERMS = "dates and terms"
    RELEASE = "results shown"
    STUDENTS = "students"
    STAFF = "colleagues"
    CLASS = "the class"


Facts = Mapping[str, Any]
Sentence = Callable[[Audit, Facts, Facts], str]
"""From a row, its old and its new facts ({} where there are none)."""


def kind_of(action: str) -> Kind | None:
    return WORDS[action][0] if action in WORDS else None


def actions_of(kind: Kind) -> list[str]:
    return [action for action, (own, _) in WORDS.items() if own is kind]


def sentence(row: Audit) -> str:
    """What was done, in words; an action that is not known any more by its own name."""
    if row.action not in WORDS:
        return f"{row.action}: {row.subject}"
    return WORDS[row.action][1](row, row.old or {}, row.new or {})


# --- Pieces ---


def _quiz(row: Audit) -> str:
    """The quiz by its title; the subject where it has been withdrawn since."""
    return f"“{row.assignment.version.title}”" if row.assignment else f"“{row.subject.partition(': ')[0]}”"


def _item(row: Audit) -> str:
    """Keys and rubrics are recorded as "item 3: Which outlet …?"."""
    number, _, stem = row.subject.partition(": ")
    return f"{number} of {_quiz(row)}" + (f" (“{stem}”)" if stem else "")


def _answer(row: Audit) -> str:
    """Grades are recorded as "item 3, Amara"."""
    return f"{row.subject} in {_quiz(row)}" if row.assignment else row.subject


def _points(value: Any) -> str:
    return "none" if value is None else f"{float(value):.2f}".rstrip("0").rstrip(".")


def _from_to(old: Any, new: Any) -> str:
    return f"from {old} to {new}"


def _names(facts: Facts) -> str:
    names = facts.get("names") or []
    shown = ", ".join(names[:8])
    return f"{shown} and {len(names) - 8} more" if len(names) > 8 else shown


def _student_of_terms(row: Audit) -> str:
    """Terms are recorded as "Quiz in 8B: Amara"."""
    return row.subject.rpartition(": ")[2]


def _changed_terms(row: Audit, old: Facts, new: Facts, none: str) -> str:
    parts = []
    for name in (n for n in new if n in LABELS):
        was, now = (said(name, facts.get(name), row.classroom, none) for facts in (old, new))
        parts.append(f"{LABELS[name]} {_from_to(was, now)}")
    return "; ".join(parts) or "nothing that counts"


def _moment(row: Audit, value: Any) -> str:
    return said("moment_at", value, row.classroom, "no time")


def _repair(facts: Facts) -> str:
    """ "replace the key: The A Post"."""
    policy = facts.get("policy")
    if policy is None:
        return f"the item’s own key ({facts.get('key')})"
    words = str(KeyRepair.Policy(policy).label)
    kept = ", nobody loses points" if facts.get("keeps_better") else ""
    return f"“{words}”{': ' + facts['key'] if facts.get('key') else ''}{kept}"


# --- Sentences that take more than a line ---


def _class_changed(row: Audit, old: Facts, new: Facts) -> str:
    told = {"name": "the name of the class", "time_zone": "its time zone"}
    parts = [
        f"{words} {_from_to(old.get(name), new.get(name))}"
        for name, words in told.items()
        if old.get(name) != new.get(name)
    ]
    return f"changed {' and '.join(parts)}"


def _joining(row: Audit, old: Facts, new: Facts) -> str:
    words = {value: label.partition(";")[0].lower() for value, label in Classroom.Joining.choices}
    was, now = (words.get(facts.get("joining", ""), "?") for facts in (old, new))
    return f"changed who may join: {now} (was: {was})"


def _graded(row: Audit, old: Facts, new: Facts) -> str:
    level = f"{new['level']}, " if new.get("level") else ""
    return f"graded {_answer(row)}: {level}{_points(new.get('points'))} points (before: {_points(old.get('points'))})"


def _grade_undone(row: Audit, old: Facts, new: Facts) -> str:
    return f"took back the grade of {_answer(row)}: {_points(new.get('points'))} points (before: {_points(old.get('points'))})"


def _second_mark(row: Audit, old: Facts, new: Facts) -> str:
    return f"marked {_answer(row)} a second time{': ' + str(new['level']) if new.get('level') else ''}; it counts for nothing"


def _by_hand(row: Audit, old: Facts, new: Facts) -> str:
    before = "" if old.get("points") is None else f", before {_points(old['points'])} by hand"
    return f"set the points of {row.subject} in {_quiz(row)} to {_points(new.get('points'))}{before}"


def _rubric(row: Audit, old: Facts, new: Facts) -> str:
    points = " / ".join(_points(p) for p in new.get("points", ()))
    was = " / ".join(_points(p) for p in old.get("points", ()))
    scale = f": points {points}{', before ' + was if was and was != points else ''}" if points else ""
    return f"changed the rubric of {_item(row)}{scale}, version {new.get('version', '?')}"


def _assigned(row: Audit, old: Facts, new: Facts) -> str:
    times = f", open from {_moment(row, new.get('opens_at'))} to {_moment(row, new.get('closes_at'))}"
    return f"gave the class the quiz {_quiz(row)}{times if new.get('opens_at') else ''}"


def _reopened(row: Audit, old: Facts, new: Facts) -> str:
    whose = f"attempt {new.get('attempt', '')} of {_student_of_terms(row)} at {_quiz(row)}"
    if new.get("submitted_at"):
        return f"handed in again {whose}"
    return f"gave back {whose}, until {_moment(row, new.get('reopened_until'))}"


def _late_counted(row: Audit, old: Facts, new: Facts) -> str:
    points = f": {_from_to(_points(old.get('points')), _points(new.get('points')))} points"
    return f"let a late answer of {_student_of_terms(row)} to item {new.get('item')} of {_quiz(row)} count{points}"


def _recalled(row: Audit, old: Facts, new: Facts) -> str:
    n = new.get("handed_in")
    return f"took {_quiz(row)} back" + (f", and handed in {counted(n, 'attempt')} with it" if n else "")


def _released(row: Audit, old: Facts, new: Facts) -> str:
    if new.get("released_at"):
        return f"showed the students the results of {_quiz(row)}"
    return f"hid the results of {_quiz(row)} again"


def _removed_student(row: Audit, old: Facts, new: Facts) -> str:
    n = old.get("attempts")
    return f"removed {row.subject}" + (f" with {counted(n, 'attempt')}" if n else "")


K = Kind
WORDS: dict[str, tuple[Kind, Sentence]] = {
    "grade": (K.GRADES, _graded),
    "grade undone": (K.GRADES, _grade_undone),
    "second mark": (K.GRADES, _second_mark),
    "mark settled": (K.GRADES, lambda r, o, n: f"settled the mark of {_answer(r)}: {n.get('level', '')}"),
    "points set by hand": (K.GRADES, _by_hand),
    "points by hand removed": (
        K.GRADES,
        lambda r, o, n: (
            f"removed the points set by hand ({_points(o.get('points'))}) of {r.subject} in {_quiz(r)}"
        ),
    ),
    "weight changed": (
        K.GRADES,
        lambda r, o, n: (
            f"changed the weight of {_quiz(r)} "
            + _from_to(_points(o.get("weight")), _points(n.get("weight")))
        ),
    ),
    "count a late answer": (K.GRADES, _late_counted),
    "double marking": (
        K.GRADES,
        lambda r, o, n: (
            f"changed the share of answers of {_quiz(r)} that two mark "
            + _from_to(f"{o.get('per cent', 0)} %", f"{n.get('per cent', 0)} %")
        ),
    ),
    "key repaired": (
        K.KEYS,
        lambda r, o, n: f"corrected {_item(r)}: {_repair(n)}; before: {_repair(o)}",
    ),
    "key repair undone": (
        K.KEYS,
        lambda r, o, n: f"undid the correction of {_item(r)}: {_repair(n)} holds again; before: {_repair(o)}",
    ),
    "rubric": (K.KEYS, _rubric),
    "assign": (K.TERMS, _assigned),
    "change terms": (
        K.TERMS,
        lambda r, o, n: f"changed the terms of {_quiz(r)}: {_changed_terms(r, o, n, 'none')}",
    ),
    "change a student's terms": (
        K.TERMS,
        lambda r, o, n: (
            f"changed what holds for {_student_of_terms(r)} in {_quiz(r)}: "
            + _changed_terms(r, o, n, "as for the class")
        ),
    ),
    "recall": (K.TERMS, _recalled),
    "give again": (K.TERMS, lambda r, o, n: f"gave {_quiz(r)} to the class again"),
    "withdraw": (K.TERMS, lambda r, o, n: f"withdrew the quiz {_quiz(r)}, which nobody had begun"),
    "reopen": (K.TERMS, _reopened),
    "release": (K.RELEASE, _released),
    "students added": (
        K.STUDENTS,
        lambda r, o, n: f"put {counted(int(r.subject or 0), 'student')} on the list: {_names(n)}",
    ),
    "PINs renewed": (
        K.STUDENTS,
        lambda r, o, n: f"made new PINs for {counted(int(r.subject or 0), 'student')}: {_names(n)}",
    ),
    "extra time set": (
        K.STUDENTS,
        lambda r, o, n: (
            f"changed the extra time of {r.subject}: times {_points(n.get('factor'))}, before {_points(o.get('factor'))}"
        ),
    ),
    "student renamed": (K.STUDENTS, lambda r, o, n: f"renamed {o.get('name')}: now {n.get('name')}"),
    "student removed": (K.STUDENTS, _removed_student),
    "student moved": (
        K.STUDENTS,
        lambda r, o, n: f"moved {r.subject} {_from_to(o.get('class'), n.get('class'))}",
    ),
    "students merged": (
        K.STUDENTS,
        lambda r, o, n: f"made one student, {r.subject}, of {o.get('kept')} and {o.get('gone')}",
    ),
    "newcomer let in": (K.STUDENTS, lambda r, o, n: f"let {r.subject} in"),
    "newcomer turned away": (K.STUDENTS, lambda r, o, n: f"turned {r.subject} away"),
    "colleague invited": (K.STAFF, lambda r, o, n: f"invited a {n.get('role', 'colleague')} ({r.subject})"),
    "invitation taken back": (K.STAFF, lambda r, o, n: f"took the invitation {r.subject} back"),
    "invitation accepted": (K.STAFF, lambda r, o, n: f"took up the invitation, as {n.get('role')}"),
    "role changed": (K.STAFF, lambda r, o, n: f"made {r.subject} {n.get('role')}, before {o.get('role')}"),
    "colleague removed": (
        K.STAFF,
        lambda r, o, n: f"took {r.subject} ({o.get('role')}) out of the class",
    ),
    "class made": (K.CLASS, lambda r, o, n: f"made the class “{r.subject}”"),
    "class changed": (K.CLASS, _class_changed),
    "joining changed": (K.CLASS, _joining),
    "code renewed": (
        K.CLASS,
        lambda r, o, n: f"made a new join code, {n.get('code')}, before {o.get('code')}",
    ),
    "class archived": (K.CLASS, lambda r, o, n: "put the class into the archive"),
    "class taken from the archive": (K.CLASS, lambda r, o, n: "took the class from the archive"),
    "class deleted": (K.CLASS, lambda r, o, n: "deleted the class"),
    "class taken back": (K.CLASS, lambda r, o, n: "took the deleted class back"),
}
