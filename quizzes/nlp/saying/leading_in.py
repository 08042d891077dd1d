"""Leading in: whom the words before a quotation make speak where no cue does: a colon, a lost subject, "To Lee, …"."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from quizzes.nlp.lexicons.speech import DOCUMENTS, VERB_FORMS
from quizzes.nlp.saying.marks import Marked, MarkIndex
from quizzes.nlp.saying.speakers import can_speak, speaker_of, to_the_left, verb_lemma
from quizzes.nlp.types import Passage

MOST_BEFORE_MARK = 12


def leading_in(doc: Doc, colon: int, start: int, marks: MarkIndex) -> Token | None:
    """Whoever the words before a colon (its offset; they begin at `start` or later) make speak: the subject of their
    main verb, or the name or document that is all they say ("Ann Lee: …", "From the report: …")."""
    words = doc.char_span(start, colon, alignment_mode="contract")
    if words is None:
        return None
    first = max(words.start, words[-1].sent.start)
    for token in doc[first : words.end]:
        if token.text in {";", "–", "—", "--", "-"} and token.tag_ != "HYPH":
            first = token.i + 1
    lead = [t for t in doc[first : words.end] if not t.is_space]
    verbs = [t for t in lead if t.pos_ in {"VERB", "AUX"}]
    if not verbs:
        return sole_name(lead)
    subjects = [
        c
        for v in verbs
        if v.pos_ == "VERB"
        for c in v.children
        if c.dep_ == "nsubj" and c.i < v.i and marks.at(c.idx) is None and may_lead_in(c)
    ]
    return min(subjects, key=lambda c: (len(list(c.ancestors)), -c.i), default=None)


def may_lead_in(subject: Token) -> bool:
    if subject.pos_ == "PRON":
        return subject.lower_ in {"he", "she", "they"}
    return subject.ent_type_ in {"PERSON", "ORG"} or (subject.pos_ == "NOUN" and can_speak(subject))


def sole_name(lead: list[Token]) -> Token | None:
    """The head of the one name or document that a few words without verb consist of."""
    if len(lead) > 8:
        return None
    nouns = [t for t in lead if t.pos_ in {"NOUN", "PROPN"}]
    if not nouns:
        return None
    last = nouns[-1]
    is_voice = last.ent_type_ in {"PERSON", "ORG"} or last.lemma_.casefold() in DOCUMENTS
    return last if is_voice else None


def verb_before(doc: Doc, marked: Marked, marks: MarkIndex) -> Token | None:
    """The last verb of saying before a mark, in its sentence and near, with no other verb between; or None."""
    opening = doc.char_span(marked.opened, marked.opened + 1, alignment_mode="expand")
    if opening is None:
        return None
    first = opening[0]
    for token in reversed(doc[max(first.sent.start, first.i - MOST_BEFORE_MARK) : first.i]):
        if marks.at(token.idx) is not None or token.text in {";", ".", "?", "!"}:
            return None
        if token.lower_ in VERB_FORMS and token.tag_.startswith("VB"):
            # "a rule called “…”" names a thing, nobody says it.
            has = any(c.lower_ in {"has", "have", "had", "having"} for c in token.children)
            return token if token.tag_ != "VBN" or has else None
        if token.tag_ in {"VBD", "VBZ", "VBP"} or (token.pos_ == "VERB" and token.tag_ != "VB"):
            return None
    return None


def speaker_nearby(verb: Token, marks: MarkIndex) -> Token | None:
    """Who speaks by a verb whose subject the parse has lost: the verb's that it hangs on, or a name to its left."""
    found = speaker_of(verb, verb_lemma(verb), marks)
    is_own = found is not None and found.head == verb and found.pos_ == "NOUN"
    is_place = found is not None and found.ent_type_ == "LOC" and found.text.isupper()
    if found is None or marks.at(found.idx) is not None or not (can_speak(found) or is_own):
        found = to_the_left(verb, marks) if verb.tag_ != "VBG" else None
        # A common noun found by place alone is too often another's.
        found = found if found is not None and found.pos_ != "NOUN" else None
    is_nobody = found is None or found.lower_ in {"i", "we", "you"} or is_place
    return None if is_nobody else found


def person_before(doc: Doc, marked: Marked, passage: Passage, marks: MarkIndex) -> Token | None:
    """The one person of whom the sentence before a quoted sentence tells, in the same paragraph ("Lee was not moved. “…”")."""
    lead = doc.char_span(passage.start, marked.opened, alignment_mode="contract")
    last = next((t for t in reversed(lead or ()) if t.is_alpha), None)
    if last is None:
        return None
    root = last.sent.root
    subjects = [
        c for c in root.children if c.dep_.startswith("nsubj") and c.i < root.i and c.idx >= passage.start
    ]
    people = {t.i for t in last.sent if t.ent_type_ == "PERSON" and t.ent_iob_ == "B"}
    is_one = len(subjects) == 1 and subjects[0].ent_type_ == "PERSON" and len(people) == 1
    return subjects[0] if is_one and marks.at(subjects[0].idx) is None else None


def viewer(sentence: Span) -> Token | None:
    """The person that a sentence opens with behind "to" or "for" and before a comma ("To Ann Lee, the plan is …")."""
    if sentence[0].lower_ not in {"to", "for"} or len(sentence) < 4:
        return None
    comma = next((t.i for t in sentence[1:12] if t.text == ","), None)
    named = [t for t in sentence.doc[sentence.start + 1 : comma] if t.ent_type_ == "PERSON"] if comma else []
    return named[-1] if named and named[-1].i == (comma or 0) - 1 else None
