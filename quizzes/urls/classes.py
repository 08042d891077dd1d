"""A teacher's classes and who is in them."""

from __future__ import annotations

from django.urls import path

from quizzes.views import classes

urlpatterns = [
    path("classes/", classes.classroom_list, name="classroom-list"),
    path("classes/new/", classes.classroom_create, name="classroom-create"),
    path("classes/<int:pk>/", classes.classroom_detail, name="classroom-detail"),
    path("classes/<int:pk>/names/", classes.classroom_roster, name="classroom-roster"),
    path("classes/<int:pk>/staff/", classes.classroom_staff, name="classroom-staff"),
    path("classes/<int:pk>/students/<int:membership_pk>/pin/", classes.student_pin, name="student-pin"),
    path("classes/<int:pk>/students/<int:membership_pk>/time/", classes.student_time, name="student-time"),
]
