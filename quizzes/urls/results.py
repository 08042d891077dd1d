"""What a class made of a quiz."""

from __future__ import annotations

from django.urls import path

from quizzes.views import items_given, results

urlpatterns = [
    path("assignments/<int:pk>/", results.assignment_results, name="assignment-results"),
    path("assignments/<int:pk>/items/", items_given.assignment_items, name="assignment-items"),
    path("assignments/<int:pk>/items/<int:item_pk>/", items_given.assignment_item, name="assignment-item"),
    path("assignments/<int:pk>/release/", results.assignment_release, name="assignment-release"),
    path("assignments/<int:pk>/students/<int:membership_pk>/", results.attempt_review, name="attempt-review"),
]
