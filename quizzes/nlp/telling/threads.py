"""Which happening already told a telling speaks of: what fits, what contradicts, what a word points back at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta

from quizzes.nlp.lexicons.acts import ACCIDENTS, HARMFUL, HARMLESS, KILLING, MILD
from quizzes.nlp.lexicons.nations import COUNTRIES
from quizzes.nlp.telling.details import Details
from quizzes.nlp.telling.fitting import acts_fit, means_fit, names_part, share_name, share_place
from quizzes.nlp.telling.nesting import places_clash
from quizzes.nlp.telling.tellings import GENERIC_ACT, Telling, tells_another
from quizzes.nlp.written.dates import anchor_of, dates_fit

ENOUGH = 2
"""A telling with two features of its own that no happening shares tells a new one, however definite it is."""
NIGHT = 1
"""Days by which dates of one happening may differ: a night, or another time zone."""
SAME_WORD, MAIN, PER_SENTENCE, FARTHEST = 2.0, 2.0, 0.5, 6
"""How a back reference chooses: the same word for the act and the article's main happening count most, then nearness
(half a point a sentence, six sentences at most), so that "the strike" skips a rocket attack told in between."""

FRESH = 30
"""Days for which what happened is news."""
YEAR_OR_MONTH = re.compile(r"\d{4}(?:-\d\d)?")
MOMENTARY = HARMFUL | {"earthquake", "match", "vote", "election", "primary"}
"""Families of what is over in a day or a few; a lawsuit may be years old."""
LEAD = 4
"""Sentences below the headline within which the body comes to it: a byline and a date may stand between."""


@dataclass
class Thread(Details):
    """The tellings of one happening, gathered while the article is gone through."""

    family: str
    is_series: bool
    tellings: list[Telling] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)
    is_main: bool = False
    is_headline: bool = False
    """Told by nothing but the headline so far."""
    is_past: bool = False
    """Set off as an earlier one of its kind."""

    def take(self, telling: Telling) -> None:
        self.tellings.append(telling)
        if self.family == GENERIC_ACT or (self.family == KILLING and telling.family in HARMFUL):
            self.family = telling.family
        self.acts.append(telling.act)
        self.add_details(telling)


def thread_for(telling: Telling, threads: list[Thread]) -> Thread | None:
    """The happening already told that a telling speaks of, or None for a new one."""
    if tells_another(telling.token):
        return None
    threads = [t for t in threads if not t.is_past or share_day(telling, t)]
    if telling.is_apart:
        threads = [t for t in threads if share_day(telling, t)]
    able = [t for t in threads if is_able(telling, t) and not contradicts(telling, t)]
    supported = [t for t in able if support(telling, t)]
    if supported:
        return max(supported, key=lambda t: (support(telling, t), nearness(telling, t)))
    narrowed = [t for t in threads if narrows(telling, t)]
    if narrowed:
        return narrowed[0]
    if telling.is_series:
        return None
    opened = [t for t in able if opens_body(telling, t) or is_same_accident(telling, t)]
    if opened:
        return opened[0]
    if own_features(telling) >= ENOUGH:
        return None
    able = [t for t in able if may_follow(telling, t)]
    if telling.points_back and able:
        return max(able, key=lambda t: nearness(telling, t))
    follows_headline = [t for t in able if t.is_main and telling.sentence <= t.tellings[0].sentence + 2]
    return follows_headline[0] if follows_headline else None


def narrows(telling: Telling, thread: Thread) -> bool:
    """True for "the incident at the harbour on Monday" right after "a fire in Norway": the accident's country, then its spot
    and day. Whoever is named as an agent, or a day already given, makes it another happening."""
    return (
        telling.act == GENERIC_ACT
        and telling.points_back
        and thread.is_main
        and not thread.is_series
        and telling.sentence - thread.tellings[-1].sentence == 1
        and not (telling.agents or thread.agents or thread.dates or telling.means)
        and bool(telling.places and thread.places)
        and all(place in COUNTRIES for place in thread.places)
        and not any(place in COUNTRIES for place in telling.places)
    )


def opens_body(telling: Telling, thread: Thread) -> bool:
    """True for the body's first word of what the headline tells, however much it adds ("a fire at a school on Monday")."""
    return (
        thread.is_headline
        and (telling.family == thread.family or is_adopted(telling, thread))
        and telling.sentence <= thread.tellings[0].sentence + LEAD
        and (not (telling.dates and thread.dates) or share_day(telling, thread))
    )


def is_same_accident(telling: Telling, thread: Thread) -> bool:
    """True for one more telling of the accident that the article is about: nobody aims accidents, so that one after the other
    is rare, and a writer who tells of two sets them apart by place, day or "another"."""
    return (
        thread.is_main
        and telling.family == thread.family
        and (telling.family in ACCIDENTS or telling.family == "trial")
        and may_follow(telling, thread)
        and (not (telling.dates and thread.dates) or share_day(telling, thread))
    )


def share_day(telling: Telling, thread: Thread) -> bool:
    """True where the two are known to have a day in common, give or take a night."""
    return any(dates_fit(a, b, NIGHT) for a in days(telling.dates) for b in days(thread.dates))


def may_follow(telling: Telling, thread: Thread) -> bool:
    """True where a telling with nothing to support it may still be of the thread."""
    if telling.places and not thread.places and aims_elsewhere(telling, thread):
        return False
    if telling.dates and not (
        (thread.is_main and telling.act in thread.acts)
        or (thread.tellings[-1].sentence + 2 >= telling.sentence and thread.is_main)
    ):
        # A date is given to tell happenings apart; "Thursday's strike" may date the main one for the first time.
        return False
    # Two nouns for acts in one sentence are two happenings ("the strike came after the attack").
    named = [t for t in thread.tellings if t.sentence == telling.sentence and t.act != GENERIC_ACT]
    return not named or telling.act in thread.acts


def aims_elsewhere(telling: Telling, thread: Thread) -> bool:
    """True for "the attack on the border post" after a strike: another word and another target set it apart."""
    return (
        telling.family == "attack"
        and any(
            c.lower_ == "on" for noun in telling.token.children if noun.dep_ == "nmod" for c in noun.children
        )
        and telling.word not in {t.word for t in thread.tellings}
        and not set(telling.targets) & set(thread.targets)
    )


def own_features(telling: Telling) -> int:
    """How many of date, place, agent and means a telling brings itself."""
    return sum(map(bool, (telling.dates, telling.places, telling.agents, telling.means)))


def is_able(telling: Telling, thread: Thread) -> bool:
    """True where the act is of the thread's family and neither is a series of which the other is one."""
    if is_adopted(telling, thread):
        return telling.is_series == thread.is_series
    if GENERIC_ACT in {telling.family, thread.family} and not may_be_called(telling, thread):
        return False
    if telling.family != thread.family and GENERIC_ACT not in {telling.family, thread.family}:
        fits = acts_fit([telling.act], thread.acts, [*telling.agents, *thread.agents])
        is_near = telling.sentence <= thread.tellings[0].sentence + 2
        if not (thread.is_main and fits and (is_near or support(telling, thread))):
            return False
    return telling.is_series == thread.is_series


def may_be_called(telling: Telling, thread: Thread) -> bool:
    """True where a general word ("the incident") fits the act: no vote is violence, no meeting a tragedy."""
    families = {telling.family, thread.family} - {GENERIC_ACT}
    words = {t.token.lemma_.lower() for t in (telling, *thread.tellings) if t.act == GENERIC_ACT}
    return not families & HARMLESS or (bool(words) and words <= MILD)


def is_adopted(telling: Telling, thread: Thread) -> bool:
    """True for the headline's bare killing ("Nine killed in Tarnbury") and the first act told that kills, and for the murder
    of somebody by name who "was shot"."""
    is_of_one = share_name(telling.names, thread.names)
    return thread.family == KILLING and telling.family in HARMFUL and (thread.is_headline or is_of_one)


def contradicts(telling: Telling, thread: Thread) -> bool:
    """True where dates, agents, means, names or places of the two cannot be of one happening."""
    is_same_word = telling.act in thread.acts
    if names_part(telling.names, thread.names, thread.family):
        return True
    if telling.dates and thread.dates and not dates_agree(telling.dates, thread.dates, is_same_word):
        return True
    if telling.agents and thread.agents and not set(telling.agents) & set(thread.agents):
        return True
    if telling.means and thread.means and not means_fit(telling.means, thread.means):
        return True
    if not places_part(telling, thread):
        return False
    # A district and its country have different names: places part two happenings only where nothing else joins them.
    same_agent = bool(set(telling.agents) & set(thread.agents))
    same_date = any(dates_fit(a, b, NIGHT) for a in telling.dates for b in thread.dates)
    return not (same_agent or same_date or (is_same_word and telling.points_back))


def places_part(telling: Telling, thread: Thread) -> bool:
    """True where places of the two have no name in common and may not be one inside the other.

    Attacks follow each other from place to place, so that only the headline's own nests; an accident's may anywhere.
    """
    if not telling.places or not thread.places:
        return False
    if thread.is_headline or telling.family in ACCIDENTS:
        return places_clash(telling.places, thread.places)
    return not share_place(telling.places, thread.places)


def dates_agree(one: list[str], other: list[str], is_same_word: bool) -> bool:
    """True where some two dates can be one day; where that cannot be told, only if one is no day and the word is the same."""
    fits = [(dates_fit(a, b, NIGHT), a, b) for a in days(one) or one for b in days(other) or other]
    if any(fit for fit, _, _ in fits):
        return True
    return is_same_word and any(fit is None and not (is_day(a) and is_day(b)) for fit, a, b in fits)


def days(norms: list[str]) -> list[str]:
    """The dates that name a day: a month says little beside them."""
    return [n for n in norms if is_day(n)]


def is_day(norm: str) -> bool:
    return (
        norm.startswith("weekday:")
        or len(norm) >= len("2021-02-15")
        or (norm.startswith("--") and len(norm) == len("--MM-DD"))
    )


def support(telling: Telling, thread: Thread) -> int:
    """How many of date, place, agent, means and names the two share: what makes them one happening."""
    return sum(
        (
            any(dates_fit(a, b) for a in days(telling.dates) for b in days(thread.dates))
            or recalls(telling, thread),
            share_place(telling.places, thread.places),
            bool(set(telling.agents) & set(thread.agents)),
            bool(set(telling.means) & set(thread.means)),
            share_name(telling.names, thread.names),
        )
    )


def recalls(telling: Telling, thread: Thread) -> bool:
    """True for "the February attack" after one on 15 February."""
    months = [d for d in telling.dates if len(d) == len("2021-02")]
    return (
        telling.points_back
        and telling.word in {t.word for t in thread.tellings}
        and any(day.startswith(month) for month in months for day in days(thread.dates))
    )


def nearness(telling: Telling, thread: Thread) -> float:
    """How readily a back reference goes to the thread."""
    apart = min(telling.sentence - thread.tellings[-1].sentence, FARTHEST)
    return (
        SAME_WORD * (telling.word in {t.word for t in thread.tellings})
        + MAIN * thread.is_main
        - PER_SENTENCE * apart
    )


def is_long_past(telling: Telling, thread: Thread, published: str | None) -> bool:
    """True for a month or year long before the article beside its own undated happening: news is of these days."""
    day = anchor_of(published)
    if not thread.is_main or telling.family not in MOMENTARY or not telling.dates:
        return False
    if day is None:
        # An article without date tells its news by weekdays, and what is past by month and year.
        is_by_weekday = all(d.startswith("weekday") for d in thread.dates)
        return is_by_weekday and all(YEAR_OR_MONTH.fullmatch(d) for d in telling.dates)
    if any(not d.startswith("weekday") for d in thread.dates):
        return False
    recent = {str(day.year), f"{day.year}-{day.month:02}", f"{(day - timedelta(days=FRESH)).isoformat()[:7]}"}
    return all(
        d not in recent
        and not d.startswith(("--", "weekday"))
        and d < (day - timedelta(days=FRESH)).isoformat()
        for d in telling.dates
    )
