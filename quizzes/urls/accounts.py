"""A teacher's own account, beside allauth's pages."""

from __future__ import annotations

from django.urls import path

from quizzes.views import profile

urlpatterns = [
    path("account/", profile.profile, name="profile"),
    path("account/delete/", profile.profile_delete, name="profile-delete"),
    path("teachers/welcome/<str:token>/", profile.teacher_invitation, name="teacher-invitation"),
]
