"""The student's pages: joining, the class, attempts."""

from __future__ import annotations

from django.urls import path

from quizzes.views import attempts, join, newcomers, questions, saving

urlpatterns = [
    path("join/", join.join, name="join"),
    path("join/<str:code>/", join.join, name="join-code"),
    path("class/", attempts.home, name="student-home"),
    path("class/waiting/", newcomers.waiting, name="student-waiting"),
    path("class/leave/", join.leave, name="student-leave"),
    path("class/quizzes/<int:pk>/", attempts.assignment, name="student-assignment"),
    path("attempts/<int:pk>/", attempts.attempt, name="attempt"),
    path("attempts/<int:pk>/save/", saving.save, name="attempt-save"),
    path("attempts/<int:pk>/flag/", saving.flag, name="attempt-flag"),
    path("attempts/<int:pk>/hold/", saving.hold, name="attempt-hold"),
    path("attempts/<int:pk>/clock/", attempts.clock, name="attempt-clock"),
    path("attempts/<int:pk>/submit/", attempts.submit, name="attempt-submit"),
    path("attempts/<int:pk>/receipt/", attempts.receipt, name="attempt-receipt"),
    path("attempts/<int:pk>/receipt/text/", attempts.receipt_text, name="attempt-receipt-text"),
    path("attempts/<int:pk>/feedback/", attempts.feedback, name="attempt-feedback"),
    path("attempts/<int:pk>/items/<int:item_pk>/ask/", questions.question_ask, name="question-ask"),
]
