"""What students have understood: skills over a quiz or a class, one student over all her quizzes."""

from __future__ import annotations

from django.urls import path

from quizzes.views import skills, student_record

urlpatterns = [
    path("assignments/<int:pk>/skills/", skills.assignment_skills, name="assignment-skills"),
    path("classes/<int:pk>/skills/", skills.classroom_skills, name="classroom-skills"),
    path(
        "classes/<int:pk>/students/<int:membership_pk>/results/",
        student_record.student_record,
        name="student-record",
    ),
    path(
        "assignments/<int:pk>/students/<int:membership_pk>/events/",
        student_record.attempt_events,
        name="attempt-events",
    ),
]
