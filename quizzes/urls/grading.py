"""Grading open answers."""

from __future__ import annotations

from django.urls import path

from quizzes.views import agreement, grading, grading_notes, rubrics

urlpatterns = [
    path("assignments/<int:pk>/grading/", grading.grading_list, name="grading-list"),
    path("assignments/<int:pk>/grading/agreement/", agreement.grading_agreement, name="grading-agreement"),
    path("assignments/<int:pk>/grading/twice/", agreement.grading_double, name="grading-double"),
    path("assignments/<int:pk>/grading/settle/", agreement.grading_settle, name="grading-settle"),
    path("assignments/<int:pk>/grading/<int:item_pk>/", grading.grading_item, name="grading-item"),
    path("assignments/<int:pk>/grading/<int:item_pk>/undo/", grading.grading_undo, name="grading-undo"),
    path(
        "assignments/<int:pk>/grading/<int:item_pk>/draft/", grading_notes.grading_draft, name="grading-draft"
    ),
    path(
        "assignments/<int:pk>/grading/<int:item_pk>/comments/",
        grading_notes.grading_comments,
        name="grading-comments",
    ),
    path("assignments/<int:pk>/grading/<int:item_pk>/rubric/", rubrics.grading_rubric, name="grading-rubric"),
]
