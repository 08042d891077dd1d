"""Which happening a claim is about: the one its own clause speaks of, else the one the text was speaking of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc, first_character
from quizzes.nlp.lexicons.acts import FAMILY, HARMLESS, SAYING
from quizzes.nlp.measuring.counted import Counted
from quizzes.nlp.measuring.measures import ROWS, Framed
from quizzes.nlp.telling.main_happening import is_series, main_happening
from quizzes.nlp.telling.noun_chains import noun_before
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Happening, Role

STEPS = 10
OPENING_SENTENCES = 8
"""Headline, lead and what follows on them: a happening first told behind these is not the article's own."""
YEAR = re.compile(r"(?:19|20)\d\d")
CLAUSES = frozenset({"acl", "advcl", "ccomp", "conj", "parataxis"})
"""How a clause hangs on another."""
SUMMED = re.compile(
    r"\b(?:so far this|since the (?:start|beginning)|in recent (?:weeks|months|years)|(?:over|in|during) the (?:past|last) "
    r"(?:\w+ )?(?:weeks|months|years|decades?)|(?:every|each) year|annually|^In all)\b"
)
"""Words of a sum over many happenings."""
NOUN_REACH = 12
"""Words that may lie between a happening's noun and the relative clause about it."""
OPENING_WORDS = 6
"""Words within which a sentence names its setting."""
BEFORE_COUNT = 5
"""Words before a count of acts among which "following" or "after" may stand."""
SPANS = frozenset({"duration", "interval"})
BALLOTS = frozenset({"election", "primary", "referendum"})
COURTS = frozenset({"trial", "indictment", "arrest"})
RESULTS = {
    "vote": frozenset({"vote", "referendum"}),
    "score": frozenset({"match"}),
    "turnout": BALLOTS,
    "counts": COURTS,
    "charges": COURTS,
    "sentence": COURTS,
}
"""Measures of a result, and the acts that have one."""
SHARE = re.compile(r"\b(?:percent|per cent|%) of the (?:\w+ )?votes?\b")
CROWDS = {
    "protester": "protest",
    "demonstrator": "protest",
    "marcher": "protest",
    "rioter": "protest",
    "fan": "match",
    "spectator": "match",
}
"""Who comes to what: their number is told of it wherever it is given."""
REACH = 5
"""Sentences for which a happening stays in focus: two short paragraphs."""


class Focus:
    """What an article has been speaking of so far, sentence by sentence."""

    def __init__(self, happenings: tuple[Happening, ...], article: ArticleDoc) -> None:
        self.told = {span.start: h for h in happenings for span in h.mentions}
        main = main_happening(happenings, article.passages)
        self.main = main if main is not None and is_told_early(main, article) else None
        self.passages = article.passages
        self.published = article.published
        self.current: Happening | None = None
        self.passage = -1
        self.age = 0

    def in_sentence(self, sentence: DocSpan) -> dict[int, Happening]:
        """The happenings that the sentence speaks of, by the token that does."""
        return {t.i: self.told[t.idx] for t in sentence if t.idx in self.told}

    def move(self, told: dict[int, Happening], sentence: DocSpan) -> None:
        """Go on to the next sentence: the last single happening spoken of stays in focus for a while."""
        single = [h for h in told.values() if not is_series(h)]
        if single:
            self.current, self.age, self.passage = single[-1], 0, self.passage_of(sentence)
        else:
            self.age += 1
            if self.age > REACH:
                self.current = None

    def passage_of(self, sentence: DocSpan) -> int:
        at = first_character(sentence)
        return next((n for n, p in enumerate(self.passages) if p.start <= at < p.end), -1)

    def is_of_other_year(self, sentence: DocSpan) -> bool:
        """True where the sentence names a year that is not the happening's: it looks back to something else."""
        named = {t.text for t in sentence if YEAR.fullmatch(t.text)}
        dates = [*(self.current.dates if self.current else ()), self.published or ""]
        known = {d[:4] for d in dates if YEAR.fullmatch(d[:4])}
        return bool(named) and not named & known

    def is_opening(self, sentence: DocSpan) -> bool:
        """True in the headline and before anything has been told: there the article speaks of its own happening."""
        at = self.passage_of(sentence)
        return at >= 0 and (self.passages[at].role is Role.HEADLINE or self.passage < 0)

    def for_sentence(self, sentence: DocSpan) -> Happening | None:
        """The happening that a sentence without any goes on about: its paragraph's; between paragraphs only the
        article's main one, since another may have been told in passing."""
        if self.is_opening(sentence):
            return self.main
        if elsewhere := self.placed_in(sentence):
            return elsewhere
        if self.current is not None and self.is_of_other_year(sentence):
            return None
        if self.current is None or self.passage == self.passage_of(sentence):
            return self.current
        return self.current if self.current is self.main else None

    def placed_in(self, sentence: DocSpan) -> Happening | None:
        """The one happening whose place the sentence names, where the one in focus has another place."""
        words = {fold(t.text) for t in sentence if t.text[:1].isupper()}
        here = {h.id for h in self.told.values() if words & {w for p in h.places for w in p.split()}}
        if self.current is None or self.current.id in here or not self.current.places or len(here) != 1:
            return None
        return next(h for h in self.told.values() if h.id in here)


def is_told_early(happening: Happening, article: ArticleDoc) -> bool:
    """True for what the first sentences tell, or several do: one told in passing further down is not what headline and lead
    count the dead of."""
    opening = article.told[:OPENING_SENTENCES]
    end = max((s.end_char for s in opening), default=0)
    return len(happening.mentions) > 1 or any(m.start < end for m in happening.mentions)


def happening_for(
    counted: Counted, framed: Framed, told: dict[int, Happening], focus: Focus
) -> Happening | None:
    """The happening that a claim is about; None for a standing fact."""
    trigger = framed.trigger or counted.anchor
    row = ROWS.get(framed.measure)
    is_harm = row is not None and row.is_harm
    if is_harm and (looks_back(counted.anchor, told) or SUMMED.search(counted.anchor.sent.text)):
        return None
    if is_harm and framed.measure != "arrested":
        told = {at: h for at, h in told.items() if can_harm(h)}
    if not is_harm and (families := acts_of_measure(counted, framed.measure)):
        able = {at: h for at, h in told.items() if h.act in families}
        fits_main = focus.main is not None and focus.main.act in families
        return nearest(counted, able) or (focus.main if fits_main else None)
    if (counted.noun or counted.anchor).i in told and (
        answer := followed_by(counted.noun or counted.anchor, told, focus)
    ):
        return answer
    own = (
        subject_before(trigger, told)
        or (behind_relative(trigger, told) if is_harm else None)
        or own_clause(trigger, told, leaves=is_harm)
    )
    if own is None and framed.measure in SPANS:
        own = alone_under(trigger, told)
    if own is not None:
        return own
    if own_setting := setting(counted, told):
        return own_setting
    if not is_harm:
        return None
    found = nearest(counted, told) or focus.for_sentence(counted.anchor.sent)
    return found if found is None or can_harm(found) or framed.measure == "arrested" else None


def looks_back(token: Token, told: dict[int, Happening]) -> bool:
    """True in a clause that a year opens ("since 1996, when 62 died"), where the year is none of a happening told."""
    for left in reversed(token.doc[token.sent.start : token.i]):
        if left.i in told:
            return False
        if left.lower_ == "when":
            years = {
                t.text
                for t in token.doc[max(token.sent.start, left.i - 2) : left.i]
                if YEAR.fullmatch(t.text)
            }
            return bool(years) and not any(d[:4] in years for h in told.values() for d in h.dates)
    return False


def followed_by(counted: Token, told: dict[int, Happening], focus: Focus) -> Happening | None:
    """The happening that came upon several ("it followed three attacks", "after two attacks the army fired back"): their
    number is told of it. None where the acts are counted for their own sake."""
    if not is_series(told[counted.i]):
        return None
    behind = [told[i] for i in sorted(told) if i > counted.i and not is_series(told[i])]
    before = counted.doc[max(counted.sent.start, counted.i - BEFORE_COUNT) : counted.i]
    words = {t.lower_ for t in before}
    if words & {"following", "after"}:
        return behind[0] if behind else None
    if counted.head.lemma_ == "follow" and counted.dep_ == "obj":
        subject = next((c for c in counted.head.children if c.dep_ == "nsubj"), None)
        return told.get(subject.i, focus.main or focus.current) if subject is not None else None
    if words & {"response", "retaliation", "answer"} and words & {"to", "for"}:
        ahead = [told[i] for i in sorted(told) if i < counted.i and not is_series(told[i])]
        return ahead[-1] if ahead else focus.current
    return None


def alone_under(token: Token, told: dict[int, Happening]) -> Happening | None:
    """The one happening that a span of time's own clause speaks of ("waited ten days to answer the raid"); None for several."""
    while token.pos_ != "VERB" and token.head != token:
        token = token.head
    if token.lemma_.lower() in SAYING or token.pos_ != "VERB":
        return None
    under = {told[t.i].id: told[t.i] for t in token.subtree if t.i in told and not is_series(told[t.i])}
    return next(iter(under.values())) if len(under) == 1 else None


def acts_of_measure(counted: Counted, measure: str) -> frozenset[str]:
    """The acts that a result or a crowd can be of; none for any other figure."""
    if measure not in RESULTS and SHARE.search(
        counted.anchor.sent.text[counted.anchor.idx - counted.anchor.sent.start_char :]
    ):
        return BALLOTS
    crowd = CROWDS.get(counted.counted[-1]) if counted.counted else None
    return RESULTS.get(measure, frozenset({crowd} if crowd else ()))


def can_harm(happening: Happening) -> bool:
    """False for a vote or a trial: the dead told beside it died of something else."""
    return FAMILY.get(happening.act.rstrip("s"), happening.act) not in HARMLESS


def setting(counted: Counted, told: dict[int, Happening]) -> Happening | None:
    """The happening that a sentence opens with as its setting: "In the raid police seized 40 computers"."""
    sentence = counted.anchor.sent
    opening = [t for t in sentence[:OPENING_WORDS] if t.i in told and not is_series(told[t.i])]
    first = next((t for t in sentence if t.is_alpha), None)
    return told[opening[0].i] if opening and first is not None and first.lower_ in {"in", "during"} else None


def subject_before(trigger: Token, told: dict[int, Happening]) -> Happening | None:
    """The happening right before an active verb ("a raid near the town killed two"), where the parse gives it no other subject."""
    if (
        trigger.pos_ != "VERB"
        or trigger.tag_ == "VBG"
        or any(
            c.dep_ in {"nsubj", "nsubj:pass", "aux:pass"} and not is_behind_preposition(c)
            for c in trigger.children
        )
    ):
        return None
    before = noun_before(trigger, told)
    return told[before.i] if before is not None else None


def is_behind_preposition(subject: Token) -> bool:
    """True for "Leeds" in "a fire in Leeds killed two", which the parser may take for the subject."""
    return subject.i > subject.sent.start and subject.nbor(-1).pos_ == "ADP"


def behind_relative(token: Token, told: dict[int, Happening]) -> Happening | None:
    """The happening that a relative clause around a token is about: the last noun for one before "in which", "when", "that".

    Read from the line, for the parser hangs such clauses on the verb as often as on the noun.
    """
    for left in reversed(token.doc[token.sent.start : token.i]):
        if left.i in told:
            return None
        if left.tag_ in {"WDT", "WP"} or (
            left.lower_ in {"when", "where"} and left.nbor(-1).text == "," if left.i else False
        ):
            before = [i for i in told if left.i - NOUN_REACH <= i < left.i and told_as_noun(token, i)]
            return told[max(before)] if before else None
    return None


def told_as_noun(token: Token, at: int) -> bool:
    return token.doc[at].pos_ in {"NOUN", "PROPN"}


def own_clause(token: Token, told: dict[int, Happening], *, leaves: bool) -> Happening | None:
    """The happening met first on the way up from a claim's verb or noun, with what hangs on each word on the way.

    A harm is most often of the happening that the sentence tells, so the way `leaves` its clause; any other figure may be
    about whatever its own clause speaks of, and stays there.
    """
    came = token
    for _ in range(STEPS):
        if token.i in told:
            return told[token.i]
        for child in hanging(token, came):
            if child.i in told:
                return told[child.i]
        if token.head == token or (token.lemma_.lower() in SAYING and token != came):
            return None
        if not leaves and token.dep_.split(":")[0] in CLAUSES and token.pos_ in {"VERB", "AUX"}:
            # A clause on a noun is about the noun: "the suit that covers 300 towns".
            return told.get(token.head.i) if token.dep_.startswith("acl") else None
        came, token = token, token.head
    return None


def hanging(verb: Token, came: Token) -> Iterator[Token]:
    """The nouns and clauses under a verb that may name its happening: subject first, then objects, phrases and clauses."""
    if verb.lemma_.lower() in SAYING:
        return
    children = [c for c in verb.children if c != came]
    for wanted in (("nsubj",), ("obl", "obj"), ("nmod",), ("advcl", "ccomp", "acl")):
        for child in children:
            if child.dep_.split(":")[0] in wanted:
                yield child
                if wanted[0] != "advcl":
                    yield from (c for c in child.children if c.dep_ in {"nmod", "acl"})
                else:
                    yield from (c for c in child.children if c.dep_.split(":")[0] in {"nsubj", "obl"})


def nearest(counted: Counted, told: dict[int, Happening]) -> Happening | None:
    """The single happening whose word stands nearest in the sentence, one before rather than one behind."""
    at = [i for i, h in told.items() if not is_series(h)]
    return told[min(at, key=lambda i: (abs(i - counted.anchor.i), i > counted.anchor.i))] if at else None
