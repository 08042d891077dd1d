"""The things that happened, as one article tells them: its tellings joined where they speak of one happening."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from quizzes.nlp.document import ArticleDoc, first_character
from quizzes.nlp.lexicons.acts import ACTS, EVENTFUL, HARMLESS, KILLING, UNMISTAKABLE
from quizzes.nlp.telling.distances import date_by_distance
from quizzes.nlp.telling.figurative import is_of_words_alone
from quizzes.nlp.telling.happening_labels import label_of
from quizzes.nlp.telling.place_names import known_names
from quizzes.nlp.telling.telling_details import find_tellings
from quizzes.nlp.telling.tellings import GENERIC_ACT, Telling, tells_earlier
from quizzes.nlp.telling.threads import LEAD, Thread, is_long_past, thread_for
from quizzes.nlp.types import Happening, Role, Span
from quizzes.nlp.written.dates import anchor_of


def find_happenings(article: ArticleDoc) -> tuple[Happening, ...]:
    """The happenings of an article in the order of their first telling."""
    threads: list[Thread] = []
    known = known_names(article)
    for number, sentence in enumerate(article.told):
        told = find_tellings(sentence, number, article.published, known)
        date_by_distance(sentence, told, day_of(threads, article.published))
        thread_sentence(told, threads, article.role_at(first_character(sentence)), article.published)
    for thread in threads:
        if is_placed_by_headline(thread):
            thread.places.extend(known.headline)
    return tuple(happening_of(article, thread) for thread in threads if happened(thread))


def thread_sentence(
    told: tuple[Telling, ...], threads: list[Thread], role: Role, published: str | None
) -> None:
    """Put a sentence's tellings into the threads that they go on with, or into new ones; what is a part of another last."""
    thread_of: dict[int, Thread] = {}
    for telling in sorted(told, key=lambda t: t.host is not None):
        able = [t for t in threads if not is_long_past(telling, t, published)]
        thread = thread_of.get(telling.host.token.i) if telling.host else thread_for(telling, able)
        if thread is None:
            if telling.family == KILLING and threads and not telling.is_named:
                continue
            thread = Thread(telling.family, telling.is_series, is_past=tells_earlier(telling.token))
            threads.append(thread)
        thread_of[telling.token.i] = thread
        # The story's own happening is the headline's, else the one that the body opens with.
        if role is Role.HEADLINE or (role is Role.BODY and not any(t.is_main for t in threads)):
            thread.is_main = thread.is_main or not telling.is_series
        thread.is_headline = role is Role.HEADLINE
        thread.take(telling)


def is_placed_by_headline(thread: Thread) -> bool:
    """True for a disaster or attack that the article opens with and gives no place: the headline's is its own."""
    return (
        thread.is_main
        and not thread.places
        and not thread.is_series
        and thread.tellings[0].sentence <= LEAD
        and thread.family not in HARMLESS | {"arrest", "match"}
    )


def day_of(threads: list[Thread], published: str | None) -> date | None:
    """The day that distances are counted from: the main happening's, else the article's."""
    own = [day for t in threads if t.is_main for d in t.dates if (day := anchor_of(d))]
    return own[0] if own else anchor_of(published)


def happened(thread: Thread) -> bool:
    """False for an attack with words alone, and for an "action" or "response" that nothing more is said of."""
    if thread.family == GENERIC_ACT:
        return bool(thread.dates or thread.places or thread.is_main) and any(
            t.token.lemma_.lower() in EVENTFUL for t in thread.tellings
        )
    if thread.family != "attack" or thread.means or thread.dates or set(thread.acts) & UNMISTAKABLE:
        return True
    return not is_of_words_alone(t.token.sent.text for t in thread.tellings)


def own_noun(thread: Thread, act: str) -> str:
    """The noun by which the article calls the act most often; "" where it has only verbs."""
    known = next((a.nouns for a in ACTS if a.name == act.rstrip("s")), frozenset())
    nouns = [t.token.lemma_.lower() for t in thread.tellings if not t.is_verb]
    return max((n for n in dict.fromkeys(nouns) if n in known), key=nouns.count, default="")


def generic_word(thread: Thread) -> str:
    """The article's own noun for what it gives no other: "disaster", "operation"."""
    nouns = (t.token.lemma_.lower() for t in thread.tellings)
    return next((noun for noun in nouns if noun in EVENTFUL), GENERIC_ACT)


def happening_of(article: ArticleDoc, thread: Thread) -> Happening:
    mentions = tuple(Span(t.token.idx, t.token.idx + len(t.token)) for t in thread.tellings)
    named = [a for a in thread.acts if a != GENERIC_ACT]
    told = [a for a in named if a != KILLING] or named
    act = max(dict.fromkeys(told), key=told.count, default="") or generic_word(thread)
    if thread.is_series:
        act += "s"
    first = f"{article.article}\n{mentions[0].start}\n{thread.family}"
    happening = Happening(
        id="h" + hashlib.sha1(first.encode(), usedforsecurity=False).hexdigest()[:12],
        article=article.article,
        act=act,
        label="",
        dates=tuple(thread.dates),
        places=tuple(thread.places),
        agents=tuple(thread.agents),
        targets=tuple(dict.fromkeys(thread.targets)),
        means=tuple(thread.means),
        mentions=mentions,
        names=tuple(dict.fromkeys(thread.names)),
        noun=own_noun(thread, act),
    )
    return replace(happening, label=label_of(happening))
