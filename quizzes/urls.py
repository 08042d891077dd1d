"""The addresses of the app, grouped by whose desk they are on."""

from __future__ import annotations

from django.urls import path

from quizzes.views import (
    attempts,
    classes,
    compare,
    grading,
    home,
    items,
    join,
    quizzes,
    results,
    stories,
)

urlpatterns = [
    path("", home.home, name="home"),
    # stories/: articles in, compared
    path("stories/", stories.story_list, name="story-list"),
    path("stories/new/", stories.story_create, name="story-create"),
    path("stories/<int:pk>/", stories.story_detail, name="story-detail"),
    path("stories/<int:pk>/progress/", stories.story_progress, name="story-progress"),
    path("stories/<int:pk>/read/", stories.story_read, name="story-read"),
    path("stories/<int:pk>/delete/", stories.story_delete, name="story-delete"),
    path("stories/<int:pk>/articles/add/", stories.article_add, name="article-add"),
    path("stories/<int:pk>/compare/", compare.story_compare, name="story-compare"),
    path("stories/<int:story_pk>/findings/<int:pk>/", compare.finding_detail, name="finding-detail"),
    path("articles/<int:pk>/", stories.article_detail, name="article-detail"),
    path("articles/<int:pk>/edit/", stories.article_edit, name="article-edit"),
    path("articles/<int:pk>/remove/", stories.article_remove, name="article-remove"),
    # items/ and quizzes/: decided on, put together
    path("stories/<int:pk>/items/", items.item_list, name="item-list"),
    path("items/<int:pk>/decide/", items.item_decide, name="item-decide"),
    path("items/<int:pk>/edit/", items.item_edit, name="item-edit"),
    path("stories/<int:pk>/quizzes/new/", quizzes.quiz_create, name="quiz-create"),
    path("quizzes/", quizzes.quiz_list, name="quiz-list"),
    path("quizzes/<int:pk>/", quizzes.quiz_detail, name="quiz-detail"),
    path("quizzes/<int:pk>/preview/", quizzes.quiz_preview, name="quiz-preview"),
    # classes/: a teacher's classes, and giving one a quiz
    path("classes/", classes.classroom_list, name="classroom-list"),
    path("classes/new/", classes.classroom_create, name="classroom-create"),
    path("classes/<int:pk>/", classes.classroom_detail, name="classroom-detail"),
    path("classes/<int:pk>/names/", classes.classroom_roster, name="classroom-roster"),
    path("classes/<int:pk>/staff/", classes.classroom_staff, name="classroom-staff"),
    path("classes/<int:pk>/students/<int:membership_pk>/pin/", classes.student_pin, name="student-pin"),
    path("classes/<int:pk>/students/<int:membership_pk>/time/", classes.student_time, name="student-time"),
    path("quizzes/<int:pk>/assign/", classes.assignment_create, name="assignment-create"),
    # assignments/: results and grading
    path("assignments/<int:pk>/times/", classes.assignment_times, name="assignment-times"),
    path("assignments/<int:pk>/", results.assignment_results, name="assignment-results"),
    path("assignments/<int:pk>/release/", results.assignment_release, name="assignment-release"),
    path("assignments/<int:pk>/grades.csv", results.assignment_gradebook, name="assignment-gradebook"),
    path("assignments/<int:pk>/students/<int:membership_pk>/", results.attempt_review, name="attempt-review"),
    path("assignments/<int:pk>/grading/", grading.grading_list, name="grading-list"),
    path("assignments/<int:pk>/grading/<int:item_pk>/", grading.grading_item, name="grading-item"),
    # join/, class/, attempts/: the student's pages
    path("join/", join.join, name="join"),
    path("join/<str:code>/", join.join, name="join-code"),
    path("class/", attempts.home, name="student-home"),
    path("class/leave/", join.leave, name="student-leave"),
    path("class/quizzes/<int:pk>/", attempts.assignment, name="student-assignment"),
    path("attempts/<int:pk>/", attempts.attempt, name="attempt"),
    path("attempts/<int:pk>/save/", attempts.save, name="attempt-save"),
    path("attempts/<int:pk>/submit/", attempts.submit, name="attempt-submit"),
    path("attempts/<int:pk>/receipt/", attempts.receipt, name="attempt-receipt"),
    path("attempts/<int:pk>/feedback/", attempts.feedback, name="attempt-feedback"),
]
