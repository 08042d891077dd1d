"""What a sentence says of a happening where it tells it: date, place, agent, target, means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.lexicons import acts
from quizzes.nlp.telling.actors import actor_key
from quizzes.nlp.telling.fitting import OF_SEVERAL
from quizzes.nlp.telling.nesting import levels
from quizzes.nlp.telling.noun_chains import noun_before
from quizzes.nlp.telling.place_names import KnownNames
from quizzes.nlp.telling.places import is_common, place_entities, places_before
from quizzes.nlp.telling.tellings import Telling, act_of, is_headline_verb, tellings_in
from quizzes.nlp.telling.who import named_in
from quizzes.nlp.written.dates import MONTHS, Dated, find_dates

YEAR = re.compile(r"(?:19|20)\d\d")
NOTHING_KNOWN = KnownNames(frozenset(), frozenset())
OPENING = 4
"""Words within which a date opens a sentence."""
AHEAD = frozenset({"will", "to", "next", "due", "set", "scheduled", "upcoming", "expected", "until", "by"})
"""Words before a month that put it ahead of the article."""
NEAR = 5
"""Words between a year and the noun it stands before, at most."""
STEPS = 8
"""How far up the tree a date or place looks for what it belongs to: deeper ones are attached wrongly more often than not."""


def find_tellings(
    sentence: DocSpan, number: int, published: str | None, known: KnownNames = NOTHING_KNOWN
) -> tuple[Telling, ...]:
    """The tellings of a sentence in order, with the dates, places, actors and names that belong to each."""
    tellings = {t.token.i: t for t in tellings_in(sentence, number) if not is_of_date(t.token, published)}
    if not tellings:
        return ()
    for telling in tellings.values():
        read_arguments(telling)
        telling.names.extend(dict.fromkeys(named_in(telling.token, kind_of_naming(telling), telling.is_verb)))
    drop_shadows(tellings)
    for telling in tellings.values():
        telling.host = host_of(telling, tellings)
        telling.places.extend(dict.fromkeys(places_before(telling.token, known.places - known.actors)))
    for place, token in place_entities(sentence, known.places):
        owner = owner_of(token, tellings)
        if owner is not None and not names_act(place):
            owner.places.extend(n for n in levels(place) if n not in owner.places and not is_common(n))
    for norm, token in [*dated_tokens(sentence, published), *dates_before(tellings, published)]:
        owner = owner_of(token, tellings) or opened_by(token, tellings)
        if owner is not None and norm not in owner.dates:
            owner.dates.append(norm)
    return tuple(tellings.values())


def kind_of_naming(telling: Telling) -> str:
    """The family whose names are read: a shooting has victims by name, other attacks have targets."""
    return telling.act if telling.act in OF_SEVERAL else telling.family


def host_of(telling: Telling, tellings: dict[int, Telling]) -> Telling | None:
    """The telling of the sentence that a killing or an arrest is a part of: the nearest, one before rather than behind."""
    if telling.family not in {acts.KILLING, "arrest"} or (
        telling.family == acts.KILLING and telling.is_named
    ):
        return None
    able = [
        t
        for t in tellings.values()
        if not t.is_series
        and (
            t.family in acts.HARMFUL
            if telling.family == acts.KILLING
            else t.token.lemma_.lower() in acts.ROUNDUPS
        )
    ]
    return min(
        able, key=lambda t: (t.token.i > telling.token.i, abs(t.token.i - telling.token.i)), default=None
    )


def dates_before(tellings: dict[int, Telling], published: str | None) -> Iterator[tuple[str, Token]]:
    """The year or month before an act's noun ("the 2016 presidential election", "the February attacks")."""
    for telling in tellings.values():
        for left in reversed(
            telling.token.doc[max(telling.token.sent.start, telling.token.i - NEAR) : telling.token.i]
        ):
            if YEAR.fullmatch(left.text):
                yield left.text, telling.token
            if left.text.istitle() and left.lower_ in MONTHS and left.nbor(1).lower_ != "day":
                yield from (
                    (d.norm, telling.token) for d in find_dates(f"in {left.text}", published) if d.norm
                )
            if left.pos_ not in {"NOUN", "PROPN", "ADJ", "PART"}:
                break


def is_of_date(token: Token, published: str | None) -> bool:
    """True for "march" in "5 March 2025"."""
    at = token.idx - token.sent.start_char
    return token.lower_ == "march" and any(
        d.is_calendar and d.start <= at < d.end for d in find_dates(token.sent.text, published)
    )


def names_act(place: str) -> bool:
    """True where a name ends in a noun for an act ("Sex Bias Suit"): a capital of the headline, not a place."""
    return place.split()[-1] in acts.FAMILY_OF_NOUN


def drop_shadows(tellings: dict[int, Telling]) -> None:
    """Fold a verb into the noun that names its act ("the strikes hit", "carried out an attack", "in the attack, rockets hit")."""
    for at in list(tellings):
        verb = tellings[at]
        if not verb.is_verb:
            continue
        nouns = [tellings[c.i] for c in verb.token.children if c.i in tellings and is_named_by(c)]
        if verb.token.dep_.startswith("acl") and verb.token.head.i in tellings:
            nouns.insert(0, tellings[verb.token.head.i])
        if nouns:
            nouns[0].add_details(verb)
            del tellings[at]


def is_named_by(noun: Token) -> bool:
    """True where a noun under a verb names the verb's own act: its subject or object, or "in the attack"."""
    if noun.dep_.startswith("nsubj"):
        return not any(c.dep_.startswith("nsubj") and c.i > noun.i for c in noun.head.children)
    if noun.dep_ == "obj":
        return True
    # "backed the pier by a vote of 28 to 19" tells one vote
    leads = {"in", "during", "by"} if noun.lemma_.lower() == "vote" else {"in", "during"}
    return noun.dep_ == "obl" and any(c.dep_ == "case" and c.lower_ in leads for c in noun.children)


def read_arguments(telling: Telling) -> None:
    """Fill in agents and targets from the grammar around the telling."""
    token = telling.token
    if telling.is_verb:
        verb_arguments(telling, token)
        return
    before = [actor_key(c) for c in token.lefts if c.dep_ in {"compound", "amod", "nmod:poss", "nmod:desc"}]
    add(telling.agents, next(filter(None, reversed(before)), None))
    for child in token.children:
        if child.dep_ == "nmod":
            preposition = next((c.lower_ for c in child.children if c.dep_ == "case"), "")
            if preposition in {"by", "from"}:
                add(telling.agents, actor_key(child))
            elif preposition in {"on", "against", "at", "upon"}:
                telling.targets.append(child.lemma_.lower())
        elif child.dep_.startswith("acl"):
            clause_arguments(telling, child)
    head = token.head
    if (
        token.dep_ in {"obj", "nsubj:pass"}
        and head.lemma_.lower() in acts.LIGHT
        and head.lemma_ not in acts.VICTIM_SUBJECT
    ):
        for child in head.children:
            if child.dep_ in {"nsubj", "obl:agent"}:
                add(telling.agents, actor_key(child))
    if token.dep_ == "nsubj":
        telling.targets.extend(
            c.lemma_.lower() for c in head.children if c.dep_ == "obj" and head.lemma_ in acts.HAPPEN
        )


def verb_arguments(telling: Telling, verb: Token) -> None:
    if is_headline_verb(verb):
        add(telling.agents, actor_key(verb.nbor(-1)))
        telling.targets.append(verb.head.lemma_.lower())
        return
    for child in subjects(verb):
        if child.lemma_.lower() not in acts.PROJECTILES:
            add(telling.agents, actor_key(child))
    for child in verb.children:
        if child.dep_ == "obl:agent":
            add(telling.agents, actor_key(child))
        elif child.dep_ in {"obj", "nsubj:pass"} and child.lemma_.lower() not in acts.PROJECTILES:
            telling.targets.append(child.lemma_.lower())


def subjects(verb: Token) -> Iterator[Token]:
    """The subjects of a verb, or of the verb it shares one with ("flout and appear to strike")."""
    for _ in range(3):
        found = [c for c in verb.children if c.dep_ == "nsubj"]
        if found or verb.dep_ not in {"conj", "xcomp"}:
            yield from found
            return
        verb = verb.head


def clause_arguments(telling: Telling, verb: Token) -> None:
    """What a clause on the noun adds: "attributed to militias", "targeting bases", "carried out by"."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ == "obl:agent" or (child.dep_ == "obl" and lemma in {"attribute", "blame"}):
            add(telling.agents, actor_key(child))
        elif child.dep_ == "obj" and lemma in {"target", "hit", "strike", "destroy", "damage"}:
            telling.targets.append(child.lemma_.lower())


def add(keys: list[str], key: str | None) -> None:
    if key and key not in keys:
        keys.append(key)


def dated_tokens(sentence: DocSpan, published: str | None) -> Iterator[tuple[str, Token]]:
    """The dates of a sentence with the token by which each hangs in it."""
    for dated in find_dates(sentence.text, published):
        inside = [
            t
            for t in sentence
            if dated.start <= t.idx - sentence.start_char < dated.end and t.pos_ not in {"ADP", "SPACE"}
        ]
        if dated.norm and inside and not is_start_of_span(dated, sentence):
            outer = next((t for t in inside if t.head not in inside), inside[0])
            # "the 2015 deal" dates the deal alone.
            if len(dated.norm) > 4 or outer.dep_.split(":")[0] in {"obl", "nmod", "advmod"}:
                yield (
                    past_form(dated.norm, sentence.text[dated.start : dated.end], sentence, published),
                    outer,
                )


def is_start_of_span(dated: Dated, sentence: DocSpan) -> bool:
    """True for "since 2014": what goes on from then on did not happen then."""
    return sentence.text[dated.start : dated.end].lower().startswith("since ")


def past_form(norm: str, words: str, sentence: DocSpan, published: str | None) -> str:
    """The date a year back where a month without its year lies ahead of the article and the sentence tells the past."""
    if published is None or norm[:7] <= published[:7] or len(norm) < len("2021-02") or YEAR.search(words):
        return norm
    if norm.startswith(("--", "weekday")) or any(
        t.lower_ in {"will", "next", "scheduled", "upcoming"} for t in sentence
    ):
        return norm
    is_past = any(t.tag_ == "VBD" for t in sentence)
    return f"{int(norm[:4]) - 1}{norm[4:]}" if is_past else norm


def owner_of(token: Token, tellings: dict[int, Telling]) -> Telling | None:
    """The telling that a date or place belongs to: the first met on the way up, or the nearest one under the verb met."""
    at = token.i
    is_prenominal = token.head.i > at and token.head.pos_ in {"NOUN", "PROPN"}
    nouns = {i for i, t in tellings.items() if not t.is_verb}
    if not is_prenominal and (before := noun_before(token, nouns)):
        return tellings[before.i]
    for _ in range(STEPS):
        if token.i in tellings and (own := tellings[token.i].host or tellings[token.i]).act != acts.KILLING:
            return own
        if token.pos_ in {"VERB", "AUX"}:
            if token.lemma_.lower() in acts.SAYING:
                return behind_that(at, token, tellings)
            under = [t for t in tellings.values() if hangs_under(t.token, token) and t.act != acts.KILLING]
            if under:
                return min(under, key=lambda t: (is_across(t.token, at), abs(t.token.i - at), t.token.i))
        if token.i != at and token.i not in tellings and is_compared_with(token):
            return None
        if token.head == token or (token.i != at and act_of(token) is not None):
            # Under an act that did not happen, the place and date are that act's.
            return None
        token = token.head
    return None


def opened_by(token: Token, tellings: dict[int, Telling]) -> Telling | None:
    """The first telling behind a date that opens its sentence, where the parse gives it to none."""
    if token.i - token.sent.start >= OPENING:
        return None
    behind = next((t for i, t in sorted(tellings.items()) if i > token.i and t.host is None), None)
    if behind is None or any(t.lemma_.lower() in acts.SAYING for t in token.doc[token.i : behind.token.i]):
        return None
    return behind


def is_across(token: Token, at: int) -> bool:
    """True where "and" or "but" lies between a telling and its date or place: they are of two clauses."""
    return any(t.dep_ == "cc" for t in token.doc[min(token.i, at) : max(token.i, at)])


def is_compared_with(noun: Token) -> bool:
    """True for a noun that the sentence only measures by ("since the war of 2009", "than the storm in May")."""
    return noun.pos_ in {"NOUN", "PROPN"} and any(
        c.dep_ == "case" and c.lower_ in {"since", "than", "before", "after"} for c in noun.children
    )


def behind_that(at: int, saying: Token, tellings: dict[int, Telling]) -> Telling | None:
    """The next telling behind a date that opens a reported clause ("confirmed that early on Monday the base came under
    attack"), which the parser hangs on the verb of saying; None for the date of the words themselves."""
    if not any(t.lower_ == "that" for t in saying.doc[saying.i + 1 : at]):
        return None
    return next((t for i, t in sorted(tellings.items()) if i > at and t.token.sent == saying.sent), None)


def hangs_under(token: Token, verb: Token) -> bool:
    """True where a telling is a part of the verb's own clause: three steps at most, none of them through a verb of saying."""
    for _ in range(3):
        if token.head == token:
            return False
        token = token.head
        if token == verb:
            return True
        if token.lemma_.lower() in acts.SAYING:
            return False
    return False
