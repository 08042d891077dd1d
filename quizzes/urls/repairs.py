"""A key that was found to be wrong."""

from __future__ import annotations

from django.urls import path

from quizzes.views import repairs

urlpatterns = [
    path("assignments/<int:pk>/items/<int:item_pk>/key/", repairs.key_repair, name="key-repair"),
]
