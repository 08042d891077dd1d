"""What a teacher deletes or removes, and takes back within the hour."""

from __future__ import annotations

from django.urls import path

from quizzes.views import deleting

urlpatterns = [
    path("stories/<int:pk>/delete/", deleting.story_delete, name="story-delete"),
    path("stories/<int:pk>/take-back/", deleting.story_take_back, name="story-take-back"),
    path("quizzes/<int:pk>/delete/", deleting.quiz_delete, name="quiz-delete"),
    path("quizzes/<int:pk>/take-back/", deleting.quiz_take_back, name="quiz-take-back"),
    path("articles/<int:pk>/remove/", deleting.article_remove, name="article-remove"),
    path("articles/removed/<int:pk>/put-back/", deleting.article_put_back, name="article-put-back"),
]
