"""Which words hold a quantity in its sentence, and how: verbs, states and nouns, by their place beside it or by the parse."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from quizzes.nlp.lexicons import harms
from quizzes.nlp.measuring.counted import Counted, Kind

ASIDE = frozenset({"-", "–", "—", ",", "(", ")"})
REACH = 8
"""Words between "the death toll" and its figure."""


def neighbours(counted: Counted) -> Iterator[tuple[Token, str]]:
    """The verb or state right before or behind a quantity, with how it would hold it."""
    doc = counted.anchor.doc
    last = max(counted.end - 1, (counted.noun or counted.anchor).i)
    before = doc[counted.start - 1] if counted.start else None
    if before is not None and before.tag_ in {"VBG", "VBD", "VBZ", "VBP", "VB"}:
        yield before, "object"
    if last + 1 < len(doc) and not any(c.dep_ == "obj" for c in doc[last + 1].children):
        # "12 dead and 20 wounded"; but "a gunman killed two"
        yield doc[last + 1], "state"
    yield from toll_before(counted)
    last = end_of_aside(end_of_list(last, doc), counted)
    is_passive = False
    for token in doc[last + 1 : last + 5]:
        if token.lemma_ in {"be", "get"}:
            is_passive = True
        elif (
            token.tag_ in {"VBN", "VBD", "VBP", "VBZ", "JJ"} or token.lower_ in harms.MISS
        ) and token.lemma_ not in harms.PASSING:
            yield from [(token, "object"), (token, "state")] if is_passive else [(token, "subject")]
            if suffers(token):
                yield token, "injuries"
            if is_passive and is_led_away(token):
                yield token, "led away"
            return
        elif token.pos_ not in {"ADV", "AUX", "VERB"} and token.lower_ != "to":
            return


def end_of_aside(last: int, counted: Counted) -> int:
    """Where a figure put in between ends ("the crowd, some 400 people, was moved"): its verb stands behind the second mark."""
    doc = counted.anchor.doc
    before = doc[counted.start - 1].text if counted.start else ""
    behind = doc[last + 1].text if last + 1 < len(doc) else ""
    return last + 1 if before in ASIDE and behind in ASIDE else last


def is_led_away(verb: Token) -> bool:
    """True for "were moved to safety", "was removed as a precaution"."""
    return verb.lemma_.lower() in harms.LEAD_AWAY and any(
        t.lemma_.lower() in harms.SAFETY for t in verb.doc[verb.i + 1 : verb.i + REACH]
    )


def end_of_list(last: int, doc: Doc) -> int:
    """Where the list that the counted noun opens ends before its common verb ("five drivers and a guard were hurt")."""
    if last + 1 >= len(doc) or doc[last + 1].lower_ != "and":
        return last
    for token in doc[last + 2 : last + 2 + REACH]:
        if token.lemma_ == "be":
            return token.i - 1
        if token.pos_ not in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} and token.text != "-":
            return last
    return last


def suffers(verb: Token) -> bool:
    """True for "suffered minor injuries" and "were treated for burns"."""
    if verb.lemma_ == "treat" and verb.tag_ == "VBN":
        return any(
            t.dep_ == "obl" and t.lemma_ in harms.AILMENTS and any(c.lower_ == "for" for c in t.children)
            for t in verb.children
        )
    return verb.lemma_ in harms.SUFFER and any(
        t.lemma_ in harms.AILMENTS for t in verb.doc[verb.i + 1 : verb.i + 5]
    )


def governors(anchor: Token, counted: Counted) -> Iterator[tuple[Token, str]]:
    """The words a quantity hangs on, nearest first, with how: object, subject, state, nominal or injuries."""
    for node in [anchor, *conjuncts_above(anchor)]:
        for child in node.children:
            if child.dep_.startswith("acl"):
                yield from clause_on(child)
            elif child.dep_ == "amod":
                yield child, "state"
        if counted.noun is not None and node == anchor and counted.noun != anchor:
            for child in counted.noun.children:
                if child.dep_.startswith("acl"):
                    yield from clause_on(child)
        head, dep = node.head, node.dep_
        if dep == "nsubj:pass":
            yield head, "object"
            yield head, "state"
            yield from reported(head)
            yield from left_so(head)
        elif dep == "nsubj":
            yield head, "subject"
            yield head, "state"
            yield from joined_clauses(head)
            yield from left_so(head)
            if (
                head.tag_ == "VBN"
                and not has_auxiliary(head)
                and not any(c.dep_ == "obj" for c in head.children)
            ):
                yield head, "object"
            if suffers(head) and not is_followed_by_count(node):
                yield head, "injuries"
        elif dep in {"obj", "iobj"} and head.lemma_ in harms.STAY:
            yield from left_so(head)
        elif dep.startswith("obl") and shares_fate(counted):
            yield head, "object"
            yield head, "subject"
        elif dep in {"obj", "iobj"} or (dep.startswith("obl") and is_fence(node, counted)):
            yield head, "object"
        elif dep.startswith("nmod") and counted.kind is Kind.COUNT:
            yield head, "nominal"
        elif dep == "ROOT" or dep == "dep":
            yield from cut_off(node)
        if head.dep_ in {"acl", "acl:relcl"} and dep in {"nsubj", "nsubj:pass"}:
            yield head, "object"


def shares_fate(counted: Counted) -> bool:
    """True for "along with 19 others": what befell the subject befell them too."""
    doc = counted.anchor.doc
    before = doc[max(0, counted.start - 2) : counted.start].text.lower()
    return before in {"along with", "together with"}


def joined_clauses(verb: Token) -> Iterator[tuple[Token, str]]:
    """The verbs joined to a verb that share its subject ("jumped off and were treated for burns")."""
    for child in verb.children:
        if child.dep_ != "conj" or has_subject(child):
            continue
        is_passive = any(c.dep_ == "aux:pass" for c in child.children)
        yield child, "object" if is_passive else "subject"
        if suffers(child):
            yield child, "injuries"


def reported(verb: Token) -> Iterator[tuple[Token, str]]:
    """The verb behind one of thinking or telling ("were thought to have been killed", "is feared to have died")."""
    if verb.lemma_ not in harms.PASSING:
        return
    for child in verb.children:
        if child.dep_ == "xcomp":
            is_passive = any(c.dep_ == "aux:pass" for c in child.children)
            yield child, "object" if is_passive else "subject"


def left_so(verb: Token) -> Iterator[tuple[Token, str]]:
    """The state that a verb leaves somebody in ("remain missing", "leaving 12 dead")."""
    if verb.lemma_ in harms.STAY:
        yield from ((c, "state") for c in verb.children if c.dep_ in {"xcomp", "advcl", "acl", "advmod"})


def clause_on(verb: Token) -> Iterator[tuple[Token, str]]:
    """How a clause hangs on its noun: "people killed", "people who died"; a clause with its own object counts another thing."""
    if any(c.dep_.startswith("nsubj") and c.tag_ not in {"WDT", "WP"} for c in verb.children):
        return
    if verb.tag_ == "VBN" and not any(c.dep_ == "obj" for c in verb.children):
        yield verb, "object"
        yield verb, "state"
    elif verb.dep_ == "acl:relcl" and not any(c.dep_ == "obj" for c in verb.children):
        yield verb, "subject"
        if any(c.dep_ == "aux:pass" for c in verb.children):
            yield verb, "object"


def conjuncts_above(token: Token) -> Iterator[Token]:
    """The nouns that a conjunct is joined to, up to the first: they share its place."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            return
        yield token


def conjoined(verb: Token) -> Iterator[Token]:
    """Verbs joined to a verb that leave their subject and object to it ("killed or injured")."""
    for child in verb.children:
        if child.dep_ == "conj" and not any(
            c.dep_.split(":")[0] in {"nsubj", "obj", "obl"} for c in child.children
        ):
            yield child


def is_followed_by_count(noun: Token) -> bool:
    """True where another figure is joined to a subject: of the two the nearer one suffers ("hundreds fled and two were burnt")."""
    return any(
        c.dep_ == "conj" and any(g.dep_ == "nummod" for g in c.children) and has_clause(noun)
        for c in noun.children
    )


def has_clause(noun: Token) -> bool:
    return any(c.dep_ == "acl" for c in noun.children)


def has_subject(verb: Token) -> bool:
    return any(c.dep_.startswith("nsubj") for c in verb.children)


def has_auxiliary(verb: Token) -> bool:
    return any(c.dep_.startswith("aux") for c in verb.children)


def is_fence(node: Token, counted: Counted) -> bool:
    """True where the preposition before a quantity is the "to" of its own "up to"."""
    return any(c.dep_ == "case" and counted.start <= c.i < counted.end for c in node.children)


def toll_before(counted: Counted) -> Iterator[tuple[Token, str]]:
    """The noun of a count that "rose to 22": "the death toll" is read by its modifier, "the number of dead" by its complement."""
    doc = counted.anchor.doc
    between = doc[max(0, counted.start - REACH) : counted.start]
    at = next((t.i for t in reversed(between) if t.lemma_ in harms.TOLL), None)
    if at is None or not any(
        t.lower_ in {"to", "at", "of", "is", "was", "hit", "reached"} for t in doc[at + 1 : counted.start]
    ):
        return
    if at:
        yield doc[at - 1], "nominal"
    yield from ((t, "nominal") for t in doc[at + 1 : counted.start] if t.pos_ in {"NOUN", "ADJ", "VERB"})


def cut_off(node: Token) -> Iterator[tuple[Token, str]]:
    """The verb of a coordinated subject whose first half the parser has cut off ("A guard and five others were hurt")."""
    following = node.doc[node.i + 1] if node.i + 1 < len(node.doc) else None
    if following is None or following.dep_ != "cc":
        return
    for child in node.children:
        if child.dep_ == "conj" and any(c.dep_ == "nsubj:pass" and following.i < c.i for c in child.children):
            yield child, "object"
