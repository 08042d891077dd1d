"""A teacher's classes and who is in them."""

from __future__ import annotations

from django.urls import path

from quizzes.views import class_code, class_staff, class_student, classes, newcomers, rosters

urlpatterns = [
    path("classes/", classes.classroom_list, name="classroom-list"),
    path("classes/new/", classes.classroom_create, name="classroom-create"),
    path("classes/<int:pk>/", classes.classroom_detail, name="classroom-detail"),
    path("classes/<int:pk>/settings/", classes.classroom_settings, name="classroom-settings"),
    path("classes/<int:pk>/archive/", classes.classroom_archive, name="classroom-archive"),
    path("classes/<int:pk>/delete/", classes.classroom_delete, name="classroom-delete"),
    path("classes/<int:pk>/take-back/", classes.classroom_take_back, name="classroom-take-back"),
    path("classes/<int:pk>/code/", class_code.classroom_code, name="classroom-code"),
    path("classes/<int:pk>/joining/", class_code.classroom_joining, name="classroom-joining"),
    path("classes/<int:pk>/newcomers/", newcomers.classroom_newcomers, name="classroom-newcomers"),
    path("classes/<int:pk>/staff/", class_staff.classroom_staff, name="classroom-staff"),
    path("invitations/<str:token>/", class_staff.invitation, name="invitation"),
    path("classes/<int:pk>/students/", rosters.classroom_students, name="classroom-students"),
    path("classes/<int:pk>/names/", rosters.classroom_roster, name="classroom-roster"),
    path("classes/<int:pk>/cards/", rosters.classroom_cards, name="classroom-cards"),
    path(
        "classes/<int:pk>/students/<int:membership_pk>/", class_student.student_detail, name="student-detail"
    ),
    path("classes/<int:pk>/students/<int:membership_pk>/pin/", rosters.student_pin, name="student-pin"),
    path(
        "classes/<int:pk>/students/<int:membership_pk>/time/", class_student.student_time, name="student-time"
    ),
    path(
        "classes/<int:pk>/students/<int:membership_pk>/move/", class_student.student_move, name="student-move"
    ),
    path(
        "classes/<int:pk>/students/<int:membership_pk>/merge/",
        class_student.student_merge,
        name="student-merge",
    ),
    path(
        "classes/<int:pk>/students/<int:membership_pk>/remove/",
        class_student.student_remove,
        name="student-remove",
    ),
]
