"""A quiz given to a class: its terms, results and grading."""

from __future__ import annotations

from django.urls import path

from quizzes.views import assignments, grading, questions, results, terms

urlpatterns = [
    path("quizzes/<int:pk>/assign/", assignments.assignment_create, name="assignment-create"),
    path("assignments/<int:pk>/terms/", terms.assignment_terms, name="assignment-terms"),
    path("assignments/<int:pk>/terms/change/", terms.assignment_change, name="assignment-change"),
    path("assignments/<int:pk>/recall/", terms.assignment_recall, name="assignment-recall"),
    path(
        "assignments/<int:pk>/students/<int:membership_pk>/terms/", terms.student_terms, name="student-terms"
    ),
    path("assignments/<int:pk>/", results.assignment_results, name="assignment-results"),
    path("assignments/<int:pk>/release/", results.assignment_release, name="assignment-release"),
    path("assignments/<int:pk>/grades.csv", results.assignment_gradebook, name="assignment-gradebook"),
    path("assignments/<int:pk>/students/<int:membership_pk>/", results.attempt_review, name="attempt-review"),
    path("assignments/<int:pk>/grading/", grading.grading_list, name="grading-list"),
    path("assignments/<int:pk>/grading/<int:item_pk>/", grading.grading_item, name="grading-item"),
    path("questions/", questions.question_list, name="question-list"),
    path("questions/<int:pk>/answer/", questions.question_answer, name="question-answer"),
]
