"""Speakers: whom a verb of saying or an "according to" makes speak, by the parse and, where that errs, by position."""

from __future__ import annotations

from spacy.tokens import Token

from quizzes.nlp.lexicons.speech import CAN_SPEAK, DOCUMENTS, NAMING, SAYING, UNNAMED, VERB_FORMS
from quizzes.nlp.saying.marks import MarkIndex

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X"})
INVERTED = frozenset(
    {"obj", "iobj", "obl", "nmod", "appos", "flat", "dep", "ccomp", "xcomp", "parataxis", "obl:unmarked"}
)
TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow morning afternoon evening
    night week month year day weekend earlier later days weeks months years hours minutes moments nights""".split()
)
MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec""".split()
)
SUBORDINATING = frozenset("but while though although when after before because since until".split())
ISSUING = frozenset(
    "issue release publish send post write put give read make file submit circulate provide share offer".split()
)
IN_CHAIN = frozenset("DT PRP$ JJ JJR JJS NN NNS NNP NNPS CD VBG VBN HYPH POS AFX".split())
LONGEST_NICKNAME = 25
INVERTING = frozenset(
    "say tweet write add ask note explain recall remember reply respond declare state insist warn argue observe".split()
)


def verb_lemma(token: Token) -> str:
    """The folded lemma of a verb of saying by its form, else what the lemmatizer says."""
    return VERB_FORMS.get(token.lower_) or token.lemma_.casefold()


def has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in verb.children)


def according_speaker(token: Token) -> Token | None:
    """The head of "according to X"."""
    following = [t for t in token.doc[token.i + 1 : token.i + 14] if t.sent == token.sent]
    if not following or following[0].lower_ != "to":
        return None
    chain = chain_head(following[1:])
    if chain is not None and is_time(token.head):
        # "according to a poll taken last week": the parse has hung the words on the time.
        return chain
    if token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return longer_chain(token.head, chain)
    near = next((t for t in token.children if t.i > token.i and t.pos_ in {"NOUN", "PROPN", "PRON"}), None)
    if near is not None and near.dep_ in {"compound", "amod"} and near.head.i > near.i:
        near = near.head
    if near is not None:
        return longer_chain(near, chain)
    return chain or next(
        (
            t
            for t in following[1:]
            if (t.pos_ in {"NOUN", "PROPN"} and t.dep_ not in {"compound", "nmod:poss", "nmod:desc"})
            or t.lemma_ in DOCUMENTS
        ),
        None,
    )


def chain_head(tokens: list[Token]) -> Token | None:
    """The last noun of the words that stand together as one noun phrase at the front of `tokens`."""
    found = None
    for token in tokens:
        if token.tag_ not in IN_CHAIN and token.text not in {"-", "–"}:
            break
        if token.pos_ in {"NOUN", "PROPN"}:
            found = token
    return found


def longer_chain(head: Token, chain: Token | None) -> Token:
    """The head, or the noun behind it that the parse has hung elsewhere ("Coast war | monitoring groups")."""
    is_cut = chain is not None and chain.pos_ == "NOUN" and chain.i > head.i and chain not in head.subtree
    return chain if is_cut and chain is not None else head


def is_nearer(verb: Token, speaker: Token) -> bool:
    """True where the word right before the verb is a noun that can speak and hangs on the alleged subject."""
    near = verb.doc[verb.i - 1]
    return near.i > speaker.i and near.pos_ == "NOUN" and near.head == speaker and can_speak(near)


def can_speak(speaker: Token) -> bool:
    """True for people, bodies and documents, false for things and happenings ("the delay suggests")."""
    if speaker.pos_ in {"PROPN", "PRON"}:
        return speaker.lower_ not in {"this", "that", "which"}
    if speaker.pos_ in {"ADJ", "NUM", "DET"}:
        return (
            speaker.lower_
            in {"some", "many", "others", "several", "most", "few", "one", "two", "both", "another"}
            or speaker.pos_ == "NUM"
        )
    lemma = speaker.lemma_.casefold()
    return lemma in CAN_SPEAK or speaker.lower_ in UNNAMED or speaker.ent_type_ in {"ORG", "PERSON"}


def relative_speaker(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for, where it can speak ("a statement that claimed")."""
    clause = pronoun.head
    while clause.dep_ in {"conj", "aux", "ccomp"} and clause.head != clause:
        clause = clause.head
    noun = clause.head if clause.dep_.startswith("acl") and clause.head.i < pronoun.i else None
    return noun if noun is not None and can_speak(noun) and noun.pos_ in {"NOUN", "PROPN"} else None


def speaker_of(verb: Token, lemma: str, marks: MarkIndex, depth: int = 0) -> Token | None:
    """The head of whoever the verb makes speak, or None. A relative pronoun stands for itself (mentions resolve it)."""
    passive = any(
        c.dep_ in {"aux:pass", "nsubj:pass"} or (verb.tag_ == "VBN" and c.lower_ in {"be", "been", "being"})
        for c in verb.children
    )
    if passive and depth == 0:
        return next((c for c in verb.children if c.dep_ == "obl:agent" and not is_time(c)), None)
    own = [
        c
        for c in verb.children
        if c.dep_ in SUBJECTS and c.dep_ != "expl" and c.i <= verb.i + 12 and not is_time(c)
    ]
    own = [c for c in own if marks.at(c.idx) is None and not (c.lower_ == "that" and c.i > verb.i)]
    before = [c for c in own if c.i < verb.i]
    if own:
        subject = before[-1] if before else own[0]
        if before and is_inverted(verb, own[-1]) and not can_speak(subject):
            return own[-1]
        if is_word(subject) and (
            subject.pos_ in NOMINAL or subject.tag_ in {"NNP", "NNPS"} or subject.left_edge.pos_ == "DET"
        ):
            return subject
        return verb.nbor(-1) if is_nearer(verb, subject) else None
    after = inverted(verb, lemma)
    if after is not None:
        return after
    if verb.dep_ in {"acl", "acl:relcl"} and verb.tag_ == "VBG":
        noun = verb.head
        if noun.pos_ == "NOUN" and not can_speak(noun) and verb.nbor(-1).text == ",":
            # "took the step of leaving, saying that …": whoever took it.
            act = next((a for a in noun.ancestors if a.pos_ == "VERB" and a.tag_ != "VBG"), None)
            return (
                speaker_of(act, lemma, marks, depth + 1) if act is not None and depth < 3 else lost_in(noun)
            )
        if is_time(issued := issuer(noun)):
            # "backed the plan Monday, saying": the parse has hung the saying on the time.
            act = next((a for a in noun.ancestors if a.pos_ == "VERB"), None)
            return speaker_of(act, lemma, marks, depth + 1) if act is not None and depth < 3 else None
        return issued if noun.pos_ in {"NOUN", "PROPN", "PRON"} else None
    if depth == 0 and verb.dep_ == "conj" and any(t.tag_ == "WDT" for t in verb.doc[verb.head.i : verb.i]):
        # "…, which two pilots who had seen it have said …": the parse has hung the cue on another clause's verb.
        return to_the_left(verb, marks)
    inherited = inherited_speaker(verb, lemma, marks, depth)
    return inherited or (to_the_left(verb, marks) if depth == 0 and verb.tag_ != "VBG" else None)


def lost_in(thing: Token) -> Token | None:
    """Who stands before a verb that the parse takes for a part of its object ("The singer | posted pictures, writing")."""
    verb = next((c for c in thing.children if c.dep_ == "amod" and c.lower_.endswith("ed")), None)
    who = verb.nbor(-1) if verb is not None and verb.i > verb.sent.start else None
    return who if who is not None and who.head == thing and can_speak(who) else None


def is_word(token: Token) -> bool:
    """False for dashes and spaces that the tagger has taken for a name."""
    return any(c.isalnum() for c in token.text)


def is_inverted(verb: Token, subject: Token) -> bool:
    """True for a subject right behind a verb that follows a comma or a mark ("the boats are safe, said Ann Lee")."""
    return subject.left_edge.i == verb.i + 1 and verb.i > 0 and verb.nbor(-1).is_punct


def issuer(noun: Token) -> Token:
    """Who issued a document that speaks ("the clinic issued a statement saying"), else the document."""
    verb = noun.head
    if is_time(noun):
        # "issued a report this month saying": the time stands between.
        noun = next((c for c in verb.children if c.dep_ == "obj" and c.i < noun.i), noun)
    if noun.dep_ == "obj" and noun.lemma_.casefold() in DOCUMENTS and verb.lemma_.casefold() in ISSUING:
        return next(
            (c for c in reversed(list(verb.children)) if c.dep_ == "nsubj" and c.pos_ in NOMINAL), noun
        )
    return noun


def inherited_speaker(verb: Token, lemma: str, marks: MarkIndex, depth: int) -> Token | None:
    """The speaker of the verb that this one is coordinated with or hangs on ("rose and said", "smiled, saying")."""
    head = verb.head
    while verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBZ"} and head.tag_ == "VBG" and head.head != head:
        # "accused Roe of lying to her and then claimed": a finite verb goes on with the next one above.
        head = head.head
    if (
        verb.dep_ in {"conj", "acl", "appos", "parataxis"}
        and head.pos_ == "PROPN"
        and head.i < verb.i
        and verb.tag_ != "VBG"
        and not is_time(head)
    ):
        return head
    is_verb = head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"} or head.tag_ == "VB"
    if depth > 3 or head == verb or not is_verb:
        return None
    hangs = verb.dep_ in {"advcl", "parataxis", "ccomp", "dep"} and verb.tag_ == "VBG"
    aims = depth > 0 and verb.dep_ == "advcl" and verb.tag_ == "VB"
    if verb.dep_ in {"conj", "xcomp"} or hangs or aims:
        found = speaker_of(head, lemma, marks, depth + 1)
        is_itself = found is not None and any(
            c.dep_ == "obj" and c.lower_ == found.lower_ for c in verb.children
        )
        # "Lee said Roe had lied and accused Roe of …": nobody accuses himself, the parse has taken the wrong verb.
        return speaker_above(head) if is_itself else found
    return None


def speaker_above(verb: Token) -> Token | None:
    """Who speaks in the clause that the clause of a verb hangs on: the next subject further up that can speak."""
    for above in verb.ancestors:
        subjects = [c for c in above.children if c.dep_ == "nsubj" and c.i < verb.i and not is_time(c)]
        # The last one: a dateline may stand before it.
        if subjects and can_speak(subjects[-1]):
            return subjects[-1]
    return None


def mended_speaker(verb: Token, speaker: Token, marks: MarkIndex) -> Token | None:
    """The speaker, or who speaks in place of a thing that the parse has taken for one; None where nobody does.

    A participle's host may be a clause within the clause ("rejected claims that the move had cost much, saying …"), and
    a thing behind a preposition or verb is no subject ("furrowed his brow and said").
    """
    if is_led_by_among(verb, speaker):
        return None
    if is_told_of(verb, speaker):
        return speaker_above(speaker.head)
    if speaker.pos_ != "NOUN" or can_speak(speaker):
        return speaker
    if verb.tag_ == "VBG":
        is_own_clause = speaker.head.dep_ in {"ROOT", "conj"} or speaker.head.lemma_.casefold() in ISSUING
        return speaker if is_own_clause and speaker.dep_.startswith("nsubj") else speaker_above(verb)
    before = speaker.doc[max(speaker.left_edge.i, speaker.sent.start) - 1] if speaker.left_edge.i else speaker
    is_object = speaker.i < verb.i and before.sent == speaker.sent and before.pos_ in {"ADP", "VERB"}
    return to_the_left(verb, marks) if is_object else speaker


def is_told_of(verb: Token, speaker: Token) -> bool:
    """True for "Lee said his client was fired, claiming …": who suffers what is said does not go on to say it."""
    host = speaker.head
    return (
        verb.tag_ == "VBG"
        and speaker.dep_ == "nsubj:pass"
        and host.dep_ in {"ccomp", "acl:relcl", "acl"}
        and any(a.i < host.i and verb_lemma(a) in SAYING for a in host.ancestors)
    )


def is_led_by_among(verb: Token, speaker: Token) -> bool:
    """True for "among those predicting a loss was Ann Lee": the clause tells who belongs to them."""
    return (
        verb.tag_ == "VBG"
        and speaker.lower_ in {"those", "people"}
        and speaker.i > speaker.sent.start
        and speaker.nbor(-1).lower_ in {"among", "include", "includes", "included", "including"}
    )


def is_time(token: Token) -> bool:
    """True for "Tuesday" or "last week": never a speaker, whatever the parse says."""
    if token.lower_ in TIMES | MONTHS:
        return True
    # The recognizer may take a name behind a date for part of it ("on April 14, de Wit said").
    return token.ent_type_ in {"DATE", "TIME"} and not (token.tag_ == "NNP" and token.text.isalpha())


def inverted(verb: Token, lemma: str) -> Token | None:
    """The speaker behind a verb that follows a mark or comma ("…," said the mayor), where the parse has another label."""
    if (
        verb.i == 0
        or verb.i + 1 >= len(verb.doc)
        or verb.tag_ == "VBG"
        or lemma in NAMING - {"report", "note"}
    ):
        return None
    before = verb.doc[verb.i - 1]
    if not before.is_punct or before.text not in {",", "”", '"', "’", "'", "’’", "''", "?", "!"}:
        return None
    if before.text == "," and lemma in {"tell", "inform", "remind"}:
        return None
    name = verb.nbor()
    if name.lower_ == "that":
        return None  # "Ann Lee, along with a friend, argues that …"
    behind = name.right_edge.i + 1
    if name.dep_ == "nmod:poss" and behind < len(verb.doc) and verb.doc[behind].ent_type_ == "PERSON":
        # "said the Times's Ann Lee"
        return verb.doc[behind]
    if lemma in INVERTING and before.text != "," and name.text[:1].isupper() and not is_time(name):
        return name.head if name.dep_ in {"compound", "flat", "nmod:desc"} and name.head.i > name.i else name
    if lemma in INVERTING and name.lower_ in {"another", "others", "some"} and name.head == verb:
        return name
    for token in verb.children:
        if (
            token.i > verb.i
            and token.pos_ in {"PROPN", "NOUN", "PRON"}
            and token.dep_ in INVERTED
            and not is_time(token)
        ):
            lead = token.doc[verb.i + 1 : token.i + 1]
            if token.left_edge.i == verb.i + 1 and not any(t.pos_ in {"ADP", "SCONJ", "VERB"} for t in lead):
                return token
    return None


def to_the_left(verb: Token, marks: MarkIndex) -> Token | None:
    """The speaker that the parse has lost: the first name, pronoun or speaking noun of the clause before the verb."""
    sent = verb.sent
    start = sent.start
    # "The pilots, who …, said": the comma before the verb ends the clause on the speaker.
    is_closed = verb.i > start and verb.nbor(-1).text in {",", "—", "–", "--"}
    for token in reversed(verb.doc[sent.start : verb.i]):
        marked = marks.at(token.idx)
        # A nickname or a word between marks ends no clause.
        is_quotation = marked is not None and marked.end - marked.start > LONGEST_NICKNAME
        is_relative = (
            token.tag_ == "WDT" and token.i > sent.start and token.nbor(-1).text == "," and not is_closed
        )
        is_aside = token.lower_ == "though" and token.nbor().text == ","
        # "would not agree but said": the second verb of one subject.
        is_second = token.lower_ == "but" and token.i == verb.i - 1
        is_opening = token.lower_ in SUBORDINATING and not is_aside and not is_second
        if token.text in {";", ":"} or is_opening or is_relative or is_quotation:
            start = token.i + 1
            break
    found = None
    for token in verb.doc[start : verb.i]:
        if found is not None and (token.ent_type_ != "PERSON" or token.nbor(-1).text != ","):
            continue
        if marks.at(token.idx) is not None:
            continue
        if (
            token.pos_ not in {"PROPN", "PRON", "NOUN"}
            or not is_word(token)
            or is_time(token)
            or token.dep_ in {"compound", "nmod:poss", "nmod:desc"}
        ):
            continue
        edge = token.doc[max(start, token.left_edge.i) : token.i]
        led = token.i > start and token.doc[token.i - 1].pos_ in {"ADP", "SCONJ"}
        if led or any(t.pos_ == "ADP" for t in edge if t.head == token) or is_second_object(token):
            continue
        if (
            token.lower_ in {"he", "she", "they", "it", "who"}
            or token.ent_type_ in {"PERSON", "ORG"}
            or (token.pos_ == "NOUN" and can_speak(token))
            or is_name_alone(token, start)
        ):
            if found is not None or token.pos_ != "NOUN":
                return token
            # A role: its bearer's name may follow behind a comma ("the director of the clinic, Ann Lee, said").
            found = token
    return found


def is_second_object(token: Token) -> bool:
    """True for the second of two behind a preposition ("letters to pilots and captains")."""
    first = token.head
    return token.dep_ == "conj" and first.i < token.i and any(c.dep_ == "case" for c in first.children)


def is_name_alone(token: Token, start: int) -> bool:
    """True for capitals that fill their clause up to a comma or the verb: a name that the recognizer has missed."""
    while any(t.text == "," for t in token.doc[start : token.i]):
        start += 1
    words = token.doc[start : token.i + 1]
    behind = token.nbor() if token.i + 1 < len(token.doc) else token
    return (behind.text in {",", "("} or behind.pos_ in {"VERB", "AUX"}) and all(
        t.tag_ in {"NNP", "NNPS"} for t in words if not t.is_space and not t.is_punct
    )
