"""A quiz in the lesson: as the class takes it, and as it is talked about after."""

from __future__ import annotations

from django.urls import path

from quizzes.views import live

urlpatterns = [
    path("assignments/<int:pk>/live/", live.assignment_live, name="assignment-live"),
]
