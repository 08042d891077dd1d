"""The addresses of the app, grouped by whose desk they are on."""

from __future__ import annotations

from django.urls import path

from quizzes.views import grading, home, results

urlpatterns = [
    path("", home.home, name="home"),
    # stories/ (views.stories, views.compare)
    # items/ and quizzes/ (views.items, views.quizzes)
    # classes/ (views.classes)
    # assignments/: results and grading
    path("assignments/<int:pk>/", results.assignment_results, name="assignment-results"),
    path("assignments/<int:pk>/release/", results.assignment_release, name="assignment-release"),
    path("assignments/<int:pk>/grades.csv", results.assignment_gradebook, name="assignment-gradebook"),
    path(
        "assignments/<int:pk>/students/<int:membership_pk>/", results.attempt_review, name="attempt-review"
    ),
    path("assignments/<int:pk>/grading/", grading.grading_list, name="grading-list"),
    path("assignments/<int:pk>/grading/<int:item_pk>/", grading.grading_item, name="grading-item"),
    # join/ and class/ (views.join, views.attempts): the student's pages
]
