"""The matrix of a story, what the teacher corrects of it, and findings."""

from __future__ import annotations

from django.urls import path

from quizzes.views import compare, corrections, happenings

urlpatterns = [
    path("stories/<int:pk>/compare/", compare.story_compare, name="story-compare"),
    path("stories/<int:pk>/findings/new/", compare.finding_create, name="finding-create"),
    path("stories/<int:story_pk>/findings/<int:pk>/", compare.finding_detail, name="finding-detail"),
    path("stories/<int:story_pk>/findings/<int:pk>/edit/", compare.finding_edit, name="finding-edit"),
    path("stories/<int:story_pk>/findings/<int:pk>/remove/", compare.finding_remove, name="finding-remove"),
    path("stories/<int:story_pk>/claims/<str:uid>/", corrections.claim_detail, name="claim-detail"),
    path("stories/<int:story_pk>/claims/<str:uid>/correct/", corrections.claim_correct, name="claim-correct"),
    path("stories/<int:story_pk>/claims/<str:uid>/same/", happenings.row_same, name="row-same"),
    path("stories/<int:story_pk>/claims/<str:uid>/apart/", happenings.row_apart, name="row-apart"),
    path("stories/<int:story_pk>/happenings/<int:pk>/", happenings.occurrence_edit, name="occurrence-edit"),
    path("articles/<int:pk>/words/", corrections.label_strike, name="label-strike"),
    path("stories/<int:pk>/corrections/", corrections.correction_list, name="correction-list"),
    path(
        "stories/<int:story_pk>/corrections/<int:pk>/undo/",
        corrections.correction_undo,
        name="correction-undo",
    ),
]
