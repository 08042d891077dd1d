"""According: the clause that "according to X" hands on: before it, behind it or around it."""

from __future__ import annotations

from quizzes.nlp.saying.cues import Cue
from quizzes.nlp.saying.mentions import mention_tokens
from quizzes.nlp.saying.speakers import has_subject


def according_scope(cue: Cue) -> list[tuple[int, int]]:
    """Before, behind or around "according to X": the clause that it hangs on."""
    doc, sent = cue.verb.doc, cue.verb.sent
    assert cue.speaker is not None
    _, behind = mention_tokens(cue.speaker)
    while (
        behind < sent.end - 1
        and doc[behind].text not in {",", ".", ";", "—", "–", "-"}
        and doc[behind].i <= cue.speaker.right_edge.i
    ):
        behind += 1
    lead = [
        t
        for t in doc[sent.start : cue.verb.i]
        if not (t.is_punct or t.is_space or t.dep_ in {"cc", "advmod", "mark"})
    ]
    if not lead:
        return [(behind, sent.end - 1)]
    clause = next((a for a in cue.verb.ancestors if a.pos_ in {"VERB", "AUX"} and a != cue.speaker), None)
    while (
        clause is not None
        and clause.dep_ in {"advcl", "xcomp", "acl"}
        and clause.head.i < clause.i
        and not has_subject(clause)
        and clause.head.pos_ in {"VERB", "AUX"}
    ):
        clause = clause.head
    is_last = not any(t.text in {",", ";", "—", "–"} for t in doc[behind : sent.end])
    while clause is not None and is_last and doc[cue.verb.i - 1].text == "," and clause.dep_ != "ROOT":
        # "…, according to X." behind a comma speaks of the sentence, wherever the parse has hung it.
        if clause.dep_ == "conj" and has_subject(clause):
            break
        clause = clause.head
    clause = clause or next((a for a in cue.verb.ancestors if a != cue.speaker), cue.verb)
    if clause.dep_ in {"ccomp", "xcomp"} and clause.head.i < clause.i:
        start = clause.left_edge.i
    else:
        start = (
            clause.left_edge.i
            if clause.dep_ == "conj" and has_subject(clause)
            else min(clause.left_edge.i, sent.start if clause.dep_ == "ROOT" else clause.left_edge.i)
        )
    start = min(start, cue.verb.i - 1)
    spans = [(max(start, sent.start), cue.verb.i - 1)]
    if clause.i > cue.verb.i or (
        clause.right_edge.i > behind + 2
        and doc[min(behind, len(doc) - 1)].text == ","
        and not opens_clause(doc[behind + 1 : behind + 3])
    ):
        spans.append((behind, min(clause.right_edge.i, sent.end - 1)))
    return spans


def opens_clause(tokens: object) -> bool:
    return any(t.lower_ in {"which", "who", "while", "but", "and", "although"} for t in tokens)  # type: ignore[attr-defined]
