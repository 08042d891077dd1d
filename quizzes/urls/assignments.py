"""A quiz given to a class: its terms, the questions that students ask."""

from __future__ import annotations

from django.urls import path

from quizzes.views import assignments, questions, reopening, terms

urlpatterns = [
    path("quizzes/<int:pk>/assign/", assignments.assignment_create, name="assignment-create"),
    path("assignments/<int:pk>/terms/", terms.assignment_terms, name="assignment-terms"),
    path("assignments/<int:pk>/terms/change/", terms.assignment_change, name="assignment-change"),
    path("assignments/<int:pk>/recall/", terms.assignment_recall, name="assignment-recall"),
    path(
        "assignments/<int:pk>/students/<int:membership_pk>/terms/", terms.student_terms, name="student-terms"
    ),
    path(
        "assignments/<int:pk>/attempts/<int:attempt_pk>/reopen/",
        reopening.attempt_reopen,
        name="attempt-reopen",
    ),
    path("assignments/<int:pk>/answers/<int:event_pk>/count/", reopening.answer_count, name="answer-count"),
    path("questions/", questions.question_list, name="question-list"),
    path("questions/<int:pk>/answer/", questions.question_answer, name="question-answer"),
]
