"""The addresses of the app, a module for each desk. May import views."""

from __future__ import annotations

from quizzes.urls import assignments, classes, items, stories, students

urlpatterns = [
    *stories.urlpatterns,
    *items.urlpatterns,
    *classes.urlpatterns,
    *assignments.urlpatterns,
    *students.urlpatterns,
]
