"""The addresses of the app, grouped by whose desk they are on."""

from __future__ import annotations

from django.urls import path

from quizzes.views import home

urlpatterns = [
    path("", home.home, name="home"),
    # stories/ (views.stories, views.compare)
    # items/ and quizzes/ (views.items, views.quizzes)
    # classes/ and assignments/ (views.classes, views.results, views.grading)
    # join/ and class/ (views.join, views.attempts): the student's pages
]
