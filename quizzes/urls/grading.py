"""Grading open answers."""

from __future__ import annotations

from django.urls import path

from quizzes.views import grading

urlpatterns = [
    path("assignments/<int:pk>/grading/", grading.grading_list, name="grading-list"),
    path("assignments/<int:pk>/grading/<int:item_pk>/", grading.grading_item, name="grading-item"),
]
