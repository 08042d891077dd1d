"""The gradebook, weights, points set by hand, and grades as files."""

from __future__ import annotations

from django.urls import path

from quizzes.views import grade_files, gradebook

urlpatterns = [
    path("gradebook/", gradebook.whole_gradebook, name="gradebook"),
    path("gradebook/grades.csv", grade_files.whole_csv, name="grades-csv"),
    path("gradebook/grades.xlsx", grade_files.whole_xlsx, name="grades-xlsx"),
    path("classes/<int:pk>/gradebook/", gradebook.classroom_gradebook, name="classroom-gradebook"),
    path("classes/<int:pk>/weights/", gradebook.classroom_weights, name="classroom-weights"),
    path("classes/<int:pk>/grades.csv", grade_files.classroom_csv, name="classroom-grades-csv"),
    path("classes/<int:pk>/grades.xlsx", grade_files.classroom_xlsx, name="classroom-grades-xlsx"),
    path("assignments/<int:pk>/grades.csv", grade_files.assignment_csv, name="assignment-gradebook"),
    path("assignments/<int:pk>/grades.xlsx", grade_files.assignment_xlsx, name="assignment-grades-xlsx"),
    path(
        "assignments/<int:pk>/students/<int:membership_pk>/points/",
        gradebook.grade_override,
        name="grade-override",
    ),
]
