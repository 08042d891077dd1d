"""Home, stories and articles."""

from __future__ import annotations

from django.urls import path

from quizzes.views import articles, home, intake, stories

urlpatterns = [
    path("", home.home, name="home"),
    path("try-our-story/", home.story_try, name="story-try"),
    path("stories/", stories.story_list, name="story-list"),
    path("stories/new/", intake.story_create, name="story-create"),
    path("stories/<int:pk>/", stories.story_detail, name="story-detail"),
    path("stories/<int:pk>/progress/", stories.story_progress, name="story-progress"),
    path("stories/<int:pk>/archive/", stories.story_archive, name="story-archive"),
    path("stories/<int:pk>/copy/", stories.story_copy, name="story-copy"),
    path("stories/<int:pk>/read/", stories.story_read, name="story-read"),
    path("stories/<int:pk>/articles/add/", intake.article_add, name="article-add"),
    path("addresses/<int:pk>/again/", intake.address_again, name="address-again"),
    path("addresses/<int:pk>/forget/", intake.address_forget, name="address-forget"),
    path("addresses/<int:pk>/paste/", intake.address_paste, name="address-paste"),
    path("articles/<int:pk>/", articles.article_detail, name="article-detail"),
    path("articles/<int:pk>/edit/", articles.article_edit, name="article-edit"),
    path("articles/<int:pk>/role/", articles.article_role, name="article-role"),
]
