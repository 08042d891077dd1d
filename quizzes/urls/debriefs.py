"""A quiz in the lesson: as the class takes it, and as it is talked about after."""

from __future__ import annotations

from django.urls import path

from quizzes.views import debriefs, live, votes

urlpatterns = [
    path("assignments/<int:pk>/live/", live.assignment_live, name="assignment-live"),
    path("assignments/<int:pk>/debrief/", debriefs.assignment_debrief, name="assignment-debrief"),
    path("assignments/<int:pk>/debrief/plan/", debriefs.debrief_plan, name="debrief-plan"),
    path("assignments/<int:pk>/debrief/<int:item_pk>/vote/", debriefs.revote_open, name="revote-open"),
    path("votes/<int:pk>/", debriefs.revote_count, name="revote-count"),
    path("votes/<int:pk>/close/", debriefs.revote_close, name="revote-close"),
    path("vote/", votes.student_vote, name="student-vote"),
]
