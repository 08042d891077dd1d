"""Named: the person whom a noun phrase names, in itself or in the apposition behind it. By the parse and the entities."""

from __future__ import annotations

from spacy.tokens import Token

from quizzes.nlp.lexicons.speech import BODIES
from quizzes.nlp.saying.names import SUFFIXES
from quizzes.nlp.saying.phrases import is_introduced, is_modifier
from quizzes.nlp.saying.roster import Roster
from quizzes.nlp.saying.titles import is_post
from quizzes.nlp.types import SourceKind


def person_in(head: Token, first: int, end: int, roster: Roster) -> str | None:
    """The fullest name of the person that a phrase names: in itself, or in the apposition behind it."""
    spans = [(first, end)]
    spans += [
        (c.left_edge.i, c.right_edge.i + 1)
        for c in head.children
        if c.dep_ in {"appos", "flat", "nmod:desc"} and c.i > head.i
    ]
    if head.lower_ in BODIES and any(c.dep_ in {"det", "nmod:poss"} for c in head.children):
        return None  # "the Governor's Office", which the recognizer may take for a name
    told_of = {t.i for start, stop in spans[1:] for t in head.doc[start:stop] if not is_own(t, head)}
    possessor = {t.i for c in head.children if c.dep_ == "nmod:poss" for t in c.subtree}
    if (
        end + 1 < len(head.doc)
        and head.doc[end].text == ","
        and head.doc[end + 1].ent_type_ == "PERSON"
        and head.ent_type_ != "PERSON"
        and is_post(head)
    ):
        # "the fire chief, Ann Lee, said", where the parse has not seen the apposition.
        spans.append((end + 1, end + 5))
    elif is_introduced(head.doc, end):
        spans.append((end + 1, end + 5))
    for start, stop in spans:
        names = [
            t
            for t in head.doc[start:stop]
            if t.ent_type_ == "PERSON"
            and (t.pos_ == "PROPN" or t.lower_ in roster.surnames)
            and t.i not in possessor
            and not (start == first and is_modifier(t, head))
            and t.i not in told_of
            and not is_of_body(t)
        ]
        if names:
            first_name = roster.entities.get(names[0].i)
            own = [t for t in names if first_name is None or t.i < first_name.end]
            last = [t for t in own if t.lower_ not in SUFFIXES]
            is_named = head.ent_type_ == "PERSON" and not is_of_body(head)
            near = head if is_named else (last[-1] if last else own[-1])
            return roster.full_name(near)
    return roster.bearer(head.text) if head.pos_ == "PROPN" else None


def is_of_body(token: Token) -> bool:
    """True for the "House" of "House Speaker Ann Lee", which the recognizer may take for a name."""
    return token.lower_ in BODIES and token.i + 1 < len(token.doc) and is_post(token.nbor())


def is_own(name: Token, head: Token) -> bool:
    """False for a name that an apposition only tells of ("the Coast Trust, a charity founded by Ann Lee"): a clause or a
    phrase of its own stands between."""
    node = name
    while node.head != node and node != head:
        if node.dep_.startswith(("acl", "obl", "nmod:poss")) and node.i > head.i:
            return False
        node = node.head
    return True


def persons_within(start: int, end: int, roster: Roster) -> list[str]:
    """The fullest names of the persons whom a stretch of the text names, in order, each once."""
    found = (n for n in roster.names if n.kind is SourceKind.PERSON and start <= n.start < end)
    return list(dict.fromkeys(roster.fullest(n) for n in found))
