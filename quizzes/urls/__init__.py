"""The addresses of the app, a module for each desk. May import views."""

from __future__ import annotations

from quizzes.urls import (
    accounts,
    anybody,
    assignments,
    audits,
    classes,
    compare,
    debriefs,
    deleting,
    gradebook,
    grading,
    items,
    repairs,
    results,
    skills,
    stories,
    students,
)

urlpatterns = [
    *accounts.urlpatterns,
    *anybody.urlpatterns,
    *stories.urlpatterns,
    *compare.urlpatterns,
    *deleting.urlpatterns,
    *items.urlpatterns,
    *classes.urlpatterns,
    *assignments.urlpatterns,
    *debriefs.urlpatterns,
    *results.urlpatterns,
    *gradebook.urlpatterns,
    *audits.urlpatterns,
    *repairs.urlpatterns,
    *skills.urlpatterns,
    *grading.urlpatterns,
    *students.urlpatterns,
]
