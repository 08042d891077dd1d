"""Questions on words that judge: which they are, whose they are, and what a verb of saying does.

| question | an answer is | it is right where |
|---|---|---|
| `judges(article)` | (article, start, end) | the word there judges; a plain word of the lists is wrong |
| `own-word(article)` | (article, start, end) | the outlet uses the word itself, outside quotation marks; wrong where it stands within them alone |
| `judges-in-place(article)` | (article, start, end) | as `judges`; shown with the words around it |
| `verb-tells(article, start, end)` | class of verbs | the verb of saying there is of that class |
| `verb-among(article, class)` | (article, start, end) | the verb of saying there is of that class; a neutral one is wrong |
| `verb-of(speaker, class)` | article | it hands on the speaker's words with such a verb; wrong where all its verbs for him are plain |
| `label-judges()`, `label-judges(most)` | (article, start, end) | the words for somebody or something hold one that judges; wrong where all of them are plain, or (most) none is known to judge |
| `names-doer(occurrence, family)` | article | it says who did the harm |
"""

from __future__ import annotations

import re
from functools import lru_cache

from quizzes.items.asking import Arguments, Groups, Question, Undecided, name_in, no_doubt_when, outlet_text
from quizzes.items.doers import may_say_who
from quizzes.items.expressions import Term
from quizzes.items.groups import NoSentence, sentence_group
from quizzes.items.judging import (
    WORD,
    Judging,
    is_milder_phrase,
    is_plain_phrase,
    is_plain_sentence,
    is_plain_word,
    judging_at,
    judging_words,
    words_around,
)
from quizzes.items.judging_sentences import SENTENCE_QUESTIONS
from quizzes.items.label_meanings import LABEL_QUESTIONS
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.milder_questions import MILDER_QUESTIONS
from quizzes.items.unmarked import stands_marked
from quizzes.items.verbs import (
    EFFECTS,
    EXCLUDED,
    JUDGING,
    NEAR,
    NEUTRAL,
    is_judging_verb,
    judging_tones,
    surface,
    verb_tones,
)
from quizzes.items.wording import capitalised, one_line, quoted
from quizzes.nlp.lexicons.report_verbs import CLASSES
from quizzes.nlp.lexicons.speech import inflected
from quizzes.nlp.types import Reading, Span, Tone, ToneKind


def place_of(matrix: Matrix, term: Term) -> tuple[str, Span]:
    """The article and the characters that an answer names; NotInMatrix where the text is shorter."""
    article, start, end = (name_in(term, n) for n in range(3))
    if not (start.isdigit() and end.isdigit()) or int(end) > len(matrix.reading(article).text):
        raise NotInMatrix(f"{article}@{start}-{end}")
    return article, Span(int(start), int(end))


def place_term(article: str, span: Span) -> Term:
    return article, str(span.start), str(span.end)


def _in(matrix: Matrix, arguments: Arguments, answer: Term) -> tuple[Reading, Span]:
    article, span = place_of(matrix, answer)
    if article != name_in(arguments, 0):
        raise Undecided("a word of another article")
    return matrix.reading(article), span


def judges(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    reading, span = _in(matrix, arguments, answer)
    if judging_at(matrix, reading.article, span.start, span.end):
        return True
    return no_doubt_when(
        is_plain_word(reading, span), "neither surely judging nor surely plain", answer=False
    )


def is_own_word(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    reading, span = _in(matrix, arguments, answer)
    marked = stands_marked(reading, span.of(reading.text))
    if marked is None:
        raise Undecided("marked and unmarked, or perhaps somebody's")
    sentence = matrix.sentence(reading.article, span.start, span.end)
    own = not marked and sentence is not None and is_plain_sentence(reading, sentence)
    return no_doubt_when(own or marked, "perhaps words of somebody", answer=own)


def verb_tells(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    article, span = place_of(matrix, tuple(a for a in arguments if isinstance(a, str)))
    tone = next(
        (
            t
            for t in matrix.reading(article).tones
            if (t.kind, t.start, t.end) == (ToneKind.REPORT_VERB, *_ends(span))
        ),
        None,
    )
    if tone is None or tone.category not in JUDGING:
        raise NotInMatrix(f"{article}@{span.start}")
    if (offered := name_in(answer, 0)) == tone.category:
        return True
    return no_doubt_when(offered in EXCLUDED[tone.category], "the two may go together", answer=False)


def tells_most(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    reading, span = _in(matrix, arguments, answer)
    tone = next(
        (t for t in reading.tones if (t.kind, t.start, t.end) == (ToneKind.REPORT_VERB, *_ends(span))), None
    )
    if tone is None or surface(tone) is None:
        raise NotInMatrix(f"{reading.article}@{span.start}")
    if is_judging_verb(tone):
        return no_doubt_when(tone.category == name_in(arguments, 1), "another judgement", answer=True)
    return no_doubt_when(tone.word in NEUTRAL, "it may say more", answer=False)


def _verb(matrix: Matrix, term: Term) -> str:
    article, span = place_of(matrix, term)
    tones = matrix.reading(article).tones
    found = next((t for t in tones if (t.kind, t.start, t.end) == (ToneKind.REPORT_VERB, *_ends(span))), None)
    if found is None or (verb := surface(found)) is None:
        raise NotInMatrix(f"{article}@{span.start}")
    return quoted(verb.strip(",.").casefold())


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def is_verb_of(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    speaker, kind = name_in(arguments, 0), name_in(arguments, 1)
    tones = verb_tones(matrix.reading(name_in(answer, 0)), speaker)
    if any(t.category == kind for t in judging_tones(tones)):
        return True
    return no_doubt_when(
        bool(tones)
        and all(t.strength == 0 for t in tones)
        and not holds_verb_of(matrix.reading(name_in(answer, 0)), kind),
        "not heard, or another verb",
        answer=False,
    )


def holds_verb_of(reading: Reading, kind: str) -> bool:
    """True where any form of a verb of the class, or near it, stands anywhere in the article, whoever speaks by it."""
    words = {w.casefold() for w in WORD.findall(reading.text)}
    return bool(words & verb_forms(kind))


@lru_cache(maxsize=32)
def verb_forms(kind: str) -> frozenset[str]:
    verbs = CLASSES[kind][1] | NEAR.get(kind, frozenset())
    return frozenset(f for verb in verbs for f in (verb, *inflected(verb)))


def verb_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """Every sentence that hands on the speaker's words with a verb of the class; NoSentence where another holds such a verb,
    or one near it."""
    speaker, kind, article = name_in(arguments, 0), name_in(arguments, 1), name_in(key, 0)
    reading = matrix.reading(article)
    found = {
        matrix.sentence(article, t.start, t.end)
        for t in judging_tones(verb_tones(reading, speaker))
        if t.category == kind
    }
    forms = verb_forms(kind)
    for sentence in reading.sentences:
        words = {w.casefold() for w in WORD.findall(sentence.of(reading.text))}
        if words & forms and sentence not in found:
            raise NoSentence
    sentences = sorted(s for s in found if s is not None)
    if not sentences or len(sentences) < len(found):
        raise NoSentence
    return [sentence_group(article, sentences)]


def label_judges(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    article, span = place_of(matrix, answer)
    if judging_in(matrix, article, span):
        return True
    is_milder = is_milder_phrase if arguments == ("most",) else is_plain_phrase
    return no_doubt_when(is_milder(matrix.reading(article), span), "perhaps a judgement", answer=False)


def judging_in(matrix: Matrix, article: str, span: Span) -> Judging | None:
    """The judging word inside a phrase."""
    return next(
        (j for j in judging_words(matrix, article) if span.covers(j.word.start, j.word.end)),
        None,
    )


def label_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """Every sentence of the article with the judging word of the label."""
    article, span = place_of(matrix, key)
    reading, judging = matrix.reading(article), judging_in(matrix, article, span)
    if judging is None:
        raise NoSentence
    word = re.compile(rf"\b{re.escape(judging.shown(reading))}", re.IGNORECASE)
    found = [s for s in reading.sentences if word.search(s.of(reading.text))]
    if judging.sentence not in found:
        raise NoSentence
    return [sentence_group(article, found)]


def names_doer(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    article, occurrence, family = name_in(answer, 0), name_in(arguments, 0), name_in(arguments, 1)
    own = harms_of(matrix, article, occurrence, family)
    if any(t.kind is ToneKind.AGENT for t in own):
        return True
    known = matrix.occurrences[occurrence].happenings
    agents = any(h.agents for h in matrix.reading(article).happenings if h.id in known)
    doers = {doer_of(t) for a in matrix.readings for t in harms_of(matrix, a, occurrence, family)} - {""}
    hidden = bool(own) and not agents and not any(stands_near(matrix, t, d) for t in own for d in doers)
    is_told = any(may_say_who(matrix.reading(article), family, t.about.partition(" by ")[0]) for t in own)
    return no_doubt_when(hidden and not is_told, "not told, or named elsewhere", answer=False)


def doer_of(tone: Tone) -> str:
    """Who did the harm by a Tone of it, in a word; "" where it does not say."""
    return tone.about.partition(" by ")[2]


def stands_near(matrix: Matrix, tone: Tone, doer: str) -> bool:
    """True where the doer is spoken of in the sentence of a harm or beside it, so that a reader may well know who did it."""
    reading = matrix.reading(tone.article)
    sentence = matrix.sentence(tone.article, tone.start, tone.end)
    if sentence is None:
        return True
    at = reading.sentences.index(sentence)
    near = reading.sentences[max(0, at - 1) : at + 2]
    word = re.compile(rf"\b{re.escape(doer[:STEM])}", re.IGNORECASE)
    return any(word.search(s.of(reading.text)) for s in near)


STEM = 6
"""Letters by which a doer is known again ("guards", "guard")."""


def harms_of(matrix: Matrix, article: str, occurrence: str, family: str) -> list[Tone]:
    """The harms of one family that an article tells of an occurrence in the outlet's own voice."""
    if occurrence not in matrix.occurrences:
        raise NotInMatrix(occurrence)
    happenings = matrix.occurrences[occurrence].happenings
    return [
        t
        for t in matrix.reading(article).tones
        if t.kind in {ToneKind.AGENT, ToneKind.AGENTLESS}
        and t.voice is None
        and t.word == family
        and t.happening in happenings
    ]


def doer_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """The sentences that tell the harm with who did it; NoSentence where another speaks of doer and harmed together."""
    article = name_in(key, 0)
    reading = matrix.reading(article)
    tones = harms_of(matrix, article, *(name_in(arguments, n) for n in range(2)))
    named = [t for t in tones if t.kind is ToneKind.AGENT]
    found = {matrix.sentence(article, t.start, t.end) for t in named}
    sentences = sorted(s for s in found if s is not None)
    both = [[p[:STEM] for p in t.about.split(" by ")] for t in named if " by " in t.about]
    for sentence in reading.sentences:
        text = sentence.of(reading.text).casefold()
        if sentence not in found and any(all(part in text for part in parts) for parts in both):
            raise NoSentence
    if not sentences:
        raise NoSentence
    return [sentence_group(article, sentences)]


def _word(matrix: Matrix, term: Term) -> str:
    article, span = place_of(matrix, term)
    return quoted(span.of(matrix.reading(article).text))


def _word_in_place(matrix: Matrix, term: Term) -> str:
    """ "“slammed” in “the mayor slammed the plan”"; the word alone where nothing stands around it."""
    article, span = place_of(matrix, term)
    reading = matrix.reading(article)
    around = words_around(reading, matrix.sentence(article, span.start, span.end), span)
    shown = one_line(around.of(reading.text)).strip(" ,;:.!?-–—―()") if around else ""
    word = one_line(span.of(reading.text))
    return quoted(word) if shown in ("", word) else f"{quoted(word)} in {quoted(shown)}"


def _label(matrix: Matrix, term: Term) -> str:
    return f"{matrix.name(name_in(term, 0))}: {_word(matrix, term)}"


def _effect(matrix: Matrix, term: Term) -> str:
    if (name := name_in(term, 0)) in EFFECTS:
        return capitalised(EFFECTS[name])
    raise NotInMatrix(name)


def _verb_of(matrix: Matrix, term: Term) -> str:
    return outlet_text(matrix, term)


TONE_QUESTIONS: dict[str, Question] = {
    "judges": Question(judges, _word),
    "own-word": Question(is_own_word, _word),
    "judges-in-place": Question(judges, _word_in_place),
    "verb-tells": Question(verb_tells, _effect),
    "verb-among": Question(tells_most, _verb),
    "verb-of": Question(is_verb_of, _verb_of, verb_groups),
    "label-judges": Question(label_judges, _label, label_groups),
    "names-doer": Question(names_doer, outlet_text, doer_groups),
    **MILDER_QUESTIONS,
    **SENTENCE_QUESTIONS,
    **LABEL_QUESTIONS,
}
