"""Items and the quizzes made of them: decided on, put together."""

from __future__ import annotations

from django.urls import path

from quizzes.views import item_bank, item_writing, items, previews, quizzes

urlpatterns = [
    path("items/", item_bank.item_bank, name="item-bank"),
    path("items/to-quiz/", item_bank.item_bank_add, name="item-bank-add"),
    path("stories/<int:pk>/items/", items.item_list, name="item-list"),
    path("stories/<int:pk>/items/decide/", items.item_bulk, name="item-bulk"),
    path("stories/<int:pk>/items/new/", item_writing.item_new, name="item-new"),
    path("stories/<int:pk>/items/new/<slug:kind>/", item_writing.item_create, name="item-create"),
    path(
        "stories/<int:pk>/items/new/<slug:kind>/preview/",
        item_writing.item_create_preview,
        name="item-create-preview",
    ),
    path("items/<int:pk>/decide/", items.item_decide, name="item-decide"),
    path("items/<int:pk>/another/", items.item_another, name="item-another"),
    path("items/<int:pk>/edit/", item_writing.item_edit, name="item-edit"),
    path("items/<int:pk>/preview/", item_writing.item_preview, name="item-preview"),
    path("stories/<int:pk>/quizzes/new/", quizzes.quiz_create, name="quiz-create"),
    path("quizzes/", quizzes.quiz_list, name="quiz-list"),
    path("quizzes/<int:pk>/", quizzes.quiz_detail, name="quiz-detail"),
    path("quizzes/<int:pk>/preview/", previews.quiz_preview, name="quiz-preview"),
]
