"""Items and the quizzes made of them: decided on, put together."""

from __future__ import annotations

from django.urls import path

from quizzes.views import items, previews, quizzes

urlpatterns = [
    path("stories/<int:pk>/items/", items.item_list, name="item-list"),
    path("items/<int:pk>/decide/", items.item_decide, name="item-decide"),
    path("items/<int:pk>/edit/", items.item_edit, name="item-edit"),
    path("stories/<int:pk>/quizzes/new/", quizzes.quiz_create, name="quiz-create"),
    path("quizzes/", quizzes.quiz_list, name="quiz-list"),
    path("quizzes/<int:pk>/", quizzes.quiz_detail, name="quiz-detail"),
    path("quizzes/<int:pk>/preview/", previews.quiz_preview, name="quiz-preview"),
]
