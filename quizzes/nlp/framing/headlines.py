"""What a headline makes subject, act and object."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from quizzes.nlp.framing.headline_parse import Clause
from quizzes.nlp.framing.headline_states import told_state
from quizzes.nlp.framing.headline_verbs import is_past_alone, past
from quizzes.nlp.framing.noun_phrases import NOUNS, QUOTES
from quizzes.nlp.types import HeadlineFrame

ACT_PARTS = frozenset({"aux", "aux:pass", "compound:prt", "cop"})
HANGING = frozenset({"acl", "acl:relcl", "appos", "parataxis", "conj", "advcl", "cc", "punct"})

NO_PARTICLES = frozenset("over in on at by for with from of".split())
"""Prepositions that the parser takes for a part of the verb where an object follows ("fired over remarks")."""

MOST_TOLD = 5
"""Words of what a headline says that something is ("was about road works"), which are told whole."""

EDGES = frozenset({",", ";", ":", "-", "–", "—"})


def frame_headline(clauses: tuple[Clause, ...]) -> HeadlineFrame | None:
    """Subject, act and object of the headline as written, by its first clause with a verb; None without a headline, no act
    where it has no verb."""
    framed = [frame_of(clause) for clause in clauses]
    return next((f for f in framed if f.act), framed[0] if framed else None)


def frame_of(clause: Clause) -> HeadlineFrame:
    """The frame of a clause, its parts cut from the headline as written."""
    root, written = clause.verb, clause.text
    if root is None:
        if clause.is_question:
            return HeadlineFrame(subject=written, act=None, object=None)
        if found := told_state(clause.doc):
            return state_frame(written, *found)
        head = next(t for t in clause.doc if t.dep_ == "ROOT" or t.i == len(clause.doc) - 1)
        return HeadlineFrame(subject=phrase(head, written), act=None, object=None)
    found = told_state(clause.doc)
    if found and found[1][-1].i < root.i and root.doc[found[1][-1].i + 1].lower_ in BEHIND_STATES:
        return state_frame(written, *found)
    subject = child_of(root, ("nsubj:pass", "nsubj"))
    is_passive = is_acted_on(root)
    thing = child_of(root, ("obl:agent",) if is_passive else ("obj", "xcomp", "ccomp", "obl"))
    return HeadlineFrame(
        subject=subject_of(root, subject, written),
        act=act_of(root, written),
        object=phrase(thing, written, HANGING - {"conj", "cc"}) if thing is not None else None,
        is_passive=is_passive,
    )


BEHIND_STATES = frozenset("after as when while because since before until amid".split())
"""Behind these the verb is another clause's: "Three dead after ferry sinks"."""


def state_frame(written: str, subject: Sequence[Token], state: Sequence[Token]) -> HeadlineFrame:
    return HeadlineFrame(slice_of(written, subject), slice_of(written, state), None)


def slice_of(written: str, tokens: Sequence[Token]) -> str:
    return written[tokens[0].idx : tokens[-1].idx + len(tokens[-1])]


def is_cut_off(token: Token) -> bool:
    return (
        token.pos_ in NOUNS
        and token.ent_type_ not in {"DATE", "TIME"}
        and token.dep_ not in {"ROOT", "nsubj", "nsubj:pass"}
    )


ACTIVE_BEFORE = frozenset("with among out up ahead to toward towards into back against away along".split())
"""Words after a past form without "be" that make it active ("talked with", "won among", "pushed ahead")."""


def is_acted_on(verb: Token) -> bool:
    """True for a passive; a headline leaves out "was", so that its participle is told from a past by what follows."""
    helpers = {c.lemma_ for c in verb.children if c.dep_.startswith("aux")}
    if any(c.dep_ == "aux:pass" for c in verb.children):
        return True
    if verb.tag_ not in {"VBN", "VBD"} or "have" in helpers or (form := past(verb.text)) is None:
        return False
    if form.takes_object == "i" or is_past_alone(verb.text):
        return False
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if following is None or following.tag_ in {"TO", "VBG", "VBN"}:
        return following is not None
    if following.lower_ in ACTIVE_BEFORE or following.text in QUOTES:
        return False
    return following.pos_ in {"ADP", "SCONJ", "ADV", "PUNCT"}


NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "CCONJ", "SYM", "PART"})


def subject_of(verb: Token, subject: Token | None, written: str) -> str | None:
    """The subject as written: all before the verb where that is a run of nouns, else its own phrase, None where it has none."""
    first = min([verb.i, *(c.i for c in verb.children if c.dep_.startswith(("aux", "cop")) and c.i < verb.i)])
    while first and (
        verb.doc[first - 1].pos_ in {"AUX", "ADV"}
        or verb.doc[first - 1].lower_ in {"not", "to"}
        or verb.doc[first - 1].dep_.startswith("aux")
    ):
        first -= 1
    run = list(verb.doc[:first])
    if (
        run
        and run[-1].pos_ in NOUNS
        and all(t.pos_ in NAMING or t.is_punct or t.dep_ == "det" for t in run)
        and not run[-1].is_punct
    ):
        return written[run[0].idx : run[-1].idx + len(run[-1])]
    if subject is None or not is_subject(subject):
        return None
    return phrase(subject, written, HANGING - {"conj", "cc"})


def is_subject(noun: Token) -> bool:
    """False for what a preposition leads ("For two rivals, ties have soured"): a slip of the parser."""
    return not any(c.dep_ == "case" and c.i < noun.i and c.pos_ == "ADP" for c in noun.children)


def child_of(head: Token, relations: tuple[str, ...]) -> Token | None:
    """The first child in the first of the relations that there is; nothing but a subject stands before its verb."""
    is_before = relations[0].startswith("nsubj")
    return next(
        (c for r in relations for c in head.children if c.dep_ == r and (c.i < head.i) is is_before), None
    )


def act_of(root: Token, written: str) -> str:
    """The verb with its auxiliaries, particle and negation, as written."""
    parts = [
        c
        for c in root.children
        if (c.dep_ in ACT_PARTS and c.lower_ not in NO_PARTICLES) or c.lower_ in {"not", "n't", "n’t"}
    ]
    if root.i and root.nbor(-1).lower_ == "to":
        parts.append(root.nbor(-1))
    tokens = sorted({root, *parts}, key=lambda t: t.i)
    is_copula = any(t.dep_ == "cop" and t != root for t in tokens)
    if tokens[-1].i - tokens[0].i == len(tokens) - 1 or (
        is_copula and tokens[-1].i - tokens[0].i <= MOST_TOLD
    ):
        return written[tokens[0].idx : tokens[-1].idx + len(tokens[-1])]
    return " ".join(written[t.idx : t.idx + len(t)] for t in tokens)


def phrase(head: Token, written: str, hanging: frozenset[str] = HANGING) -> str:
    """The words of a phrase as written, without what `hanging` on its head makes it long: clauses, appositions."""
    left, right = head.left_edge.i, head.right_edge.i
    for child in head.children:
        if child.i > head.i and child.dep_ in hanging:
            right = min(right, child.left_edge.i - 1)
    right = max(right, head.i)
    # A compound that the parser has cut short ("a White House" of "a White House bid").
    while right == head.i and right + 1 < len(head.doc) and is_cut_off(head.doc[right + 1]):
        right += 1
        head = head.doc[right]
    tokens = list(head.doc[left : right + 1])
    while len(tokens) > 1 and tokens[-1].text in EDGES:
        tokens.pop()
    while len(tokens) > 1 and tokens[0].text in EDGES:
        tokens.pop(0)
    return written[tokens[0].idx : tokens[-1].idx + len(tokens[-1])].strip()
