"""Every address: accounts by allauth, all else in quizzes."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.account.urls")),
    path("", include("quizzes.urls")),
]
