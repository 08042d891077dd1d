"""The record of a class."""

from __future__ import annotations

from django.urls import path

from quizzes.views import audits

urlpatterns = [
    path("classes/<int:pk>/record/", audits.classroom_audit, name="classroom-audit"),
    path("classes/<int:pk>/record.csv", audits.classroom_audit_csv, name="classroom-audit-csv"),
]
