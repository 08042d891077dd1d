"""What every visitor's page may ask."""

from __future__ import annotations

from django.urls import path

from quizzes.views import looks

urlpatterns = [
    path("look/", looks.set_look, name="look"),
]
