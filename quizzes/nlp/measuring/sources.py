"""Who says a figure: the source of the words around it, unless nobody has said them."""

from __future__ import annotations

import re
from itertools import islice

from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.types import Attribution, Quantity, Source, ValueType

ASKED_TO = words(
    """
    require force order oblige compel urge ask want expect need allow permit invite enable help let press push promise
    """
)
"""Verbs whose infinitive is not told to have happened: who is required to name his donors has named nobody."""

JUDGING = words(
    "dismiss reject criticize criticise praise blame accuse denounce condemn mock attack blast slam rebuke defend"
)
"""Verbs whose object is whom they judge: what is told of him behind a comma is the outlet's."""

PUT = frozenset({"add", "post", "offer"})
"""Verbs of saying that also handle things."""
TAKEN_AS_KNOWN = frozenset({ValueType.DATE, ValueType.TEXT})
"""Values that stand beside what is said more often than they are said."""
STEPS = 3
"""How far up an infinitive may hang, since a parser ties it to the nearest verb."""
BARE_LEAD = re.compile(r"\s+(?:(?:in|on|at|late|early|earlier|back|again|publicly)\s+)*", re.I)
"""What stands between a verb and its date, and says nothing else."""
GLOSS = re.compile(
    r",\s(?:which|who)\s(?:is|are|was|were)\s(?:to\sbe|due|set|expected|scheduled|planned|slated)\b[^,;“\"]*\Z"
)
"""A relative clause on what is still to come."""
QUOTES = frozenset("\"'“‘«")


def source_of(article: ArticleDoc, value: Quantity) -> Source | None:
    """The source in whose words a value stands; None in the outlet's own voice."""
    said = article.attribution_at(value.start, value.end)
    if (
        said is None
        or is_unsaid(article, said)
        or is_apart(article, said, value)
        or is_aside(article, said, value)
        or is_date_of_saying(article, said, value)
        or is_gloss(article, said, value)
    ):
        return None
    return None if value.type in TAKEN_AS_KNOWN and is_thing(article, said, value) else said.source


def is_date_of_saying(article: ArticleDoc, said: Attribution, value: Quantity) -> bool:
    """True for the date right behind the verb of saying ("testified last month that …"): when it was said, not what."""
    if said.cue is None or value.type is not ValueType.DATE:
        return False
    return BARE_LEAD.fullmatch(article.text, said.cue.end, max(said.cue.end, value.start)) is not None


def is_gloss(article: ArticleDoc, said: Attribution, value: Quantity) -> bool:
    """True where the outlet tells in a relative clause when something is due ("the vote, which is to be held by 2031")."""
    content = next((s for s in said.content if s.covers(value.start, value.end)), None)
    if content is None or article.text[max(0, content.start - 1)] in QUOTES:
        return False
    return GLOSS.search(article.text, content.start, value.start) is not None


def is_thing(article: ArticleDoc, said: Attribution, value: Quantity) -> bool:
    """True where what is said is no clause but a thing that somebody judges ("welcomed Sunday's vote"): the outlet dates it."""
    content = next((s for s in said.content if s.covers(value.start, value.end)), None)
    if content is None or article.text[max(0, content.start - 1)] in QUOTES:
        return False
    found = article.doc.char_span(content.start, content.end, alignment_mode="expand")
    if not found:
        return False
    # "announced a pact Monday on a road that is sure to open": the clause is only about the thing.
    is_dated_thing = found.root.dep_ in {"obj", "obl"} and found.root.idx < value.start
    return is_dated_thing or not any(t.pos_ in {"VERB", "AUX"} for t in found)


def is_apart(article: ArticleDoc, said: Attribution, value: Quantity) -> bool:
    """True where a semicolon parts the value from the cue behind it: another statement ("… stood by; one warned them")."""
    return said.cue is not None and ";" in article.text[value.end : said.cue.start]


def is_aside(article: ArticleDoc, said: Attribution, value: Quantity) -> bool:
    """True where the value stands in the outlet's clause on a thing that somebody judges ("dismissed Lee, who also spoke on
    Friday, as a fool"): between cue and value nothing is reported, and a comma and a relative pronoun open the clause."""
    if said.cue is None or said.cue.end > value.start:
        return False
    between = article.doc.char_span(said.cue.end, value.start, alignment_mode="contract")
    if not between or any(t.text in QUOTES or t.text == "”" for t in between):
        return False
    verb = article.doc.char_span(said.cue.start, said.cue.end, alignment_mode="expand")
    if not verb or verb.root.lemma_.lower() not in JUDGING:
        return False
    opening = next((t for t in between if t.tag_ in {"WP", "WDT"} and t.nbor(-1).text == ","), None)
    if opening is None:
        return False
    return not any(
        t.pos_ in {"VERB", "AUX"} or (t.tag_ == "IN" and t.lower_ == "that")
        for t in between
        if t.i < opening.i
    )


def is_unsaid(article: ArticleDoc, said: Attribution) -> bool:
    """True where the cue is an infinitive that may never come about ("would require banks to disclose that …")."""
    cue = said.cue
    found = article.doc.char_span(cue.start, cue.end, alignment_mode="expand") if cue is not None else None
    if not found:
        return False
    verb: Token = found.root
    if verb.lemma_.lower() in PUT and any(c.dep_ == "obj" and c.i > verb.i for c in verb.children):
        # "added a 10-yard run": something is added, nothing said.
        return True
    is_infinitive = any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)
    return is_infinitive and any(t.lemma_.lower() in ASKED_TO for t in islice(verb.ancestors, STEPS))
