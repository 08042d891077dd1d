"""Questions on which word would judge least in the place of one that colours a sentence.

| question | an answer is | it is right where |
|---|---|---|
| `judges-least(article, start, end)` | a word in the form of the one there | it is the milder one of that word's row (lexicons.milder_words); wrong where it is one of those offered beside it |
"""

from __future__ import annotations

import re

from quizzes.items.asking import Arguments, Question, Undecided, name_in, no_doubt_when
from quizzes.items.expressions import Term
from quizzes.items.judging import SPOKEN
from quizzes.items.matrix import Matrix
from quizzes.items.wording import one_line, quoted
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.lexicons.derived import words_of
from quizzes.nlp.lexicons.loaded import GAP, loaded_words
from quizzes.nlp.lexicons.milder_words import VERBAL, Frame, Row, noun_forms, rows_of
from quizzes.nlp.types import Manner, Reading, Role, Span, Tone, ToneKind

ADJECTIVE_AT, PAST_AT = 3, 2
"""The forms that may be an adjective: "-ing" where no object follows ("a devastating report"), the past behind a determiner."""
HELPED = re.compile(r"\b(?:to|not|will|would|can|could|may|might|must|should|shall|did|does|do)\s+$")
DETERMINED = re.compile(r"\b(?:the|an?|his|her|its|their|some|many|these|those)\s+$", re.IGNORECASE)
SPEECH = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)[‘'][^’']*[’'](?!\w)")
"""What stands between marks in one sentence."""
INITIALS = re.compile(r"\b(?:[A-Z]\.)+")
OBJECT = re.compile(r"\s+(?:(?:the|a|an|his|her|its|their|to)\b|[A-Z])")
TAKES_MORE = re.compile(r"[^.;:!?,—–―]*?\s(?:as|into|out of)\s")
"""What some verbs of a row take behind their object, and others do not ("slammed the plan as a handout")."""
LEANING_ON = re.compile(r"\s+(?:to|into|under|against|that|down|out|up|(?:on|in)(?! [A-Z]))\b")
AT_SOMEBODY = re.compile(r"\s+(?:at|over|about|for)\b")
"""What stands behind a verb without an object that not every one of its row could stand before ("caved in", "raged on")."""
NOUN_LEANING_ON = re.compile(r"\s+(?:at|against|of an?|towards?|with)\b")
"""The same behind a noun ("a rant against", "a debacle of a day")."""
BESIDE = re.compile(r"\s+([A-Za-z]+)")
CLAUSE = re.compile(r"(?:\s+[\w’'.-]+){1,6}")
BE = re.compile(
    r"\b(?:is|are|was|were|be|been|seems?|seemed|looks?|looked|feels?|felt|remains?|remained|becomes?|became)\s+"
    r"(?:(?:so|very|still|also|clearly|already)\s+)?$"
)
ENDING = re.compile(r"\s*(?:[.,;:!?]|$)|\s+(?:about|over|at|that|when|after|and|but|because|to)\b")
"""What stands behind an adjective that tells what somebody or something is, and goes with no noun."""
ARTICLE = re.compile(r"\b(an?)\s+$", re.IGNORECASE)
COUNTED = re.compile(
    r"\b(?:an?|one|another|each|every|several|two|many)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE
)
NEVER_COUNTED = frozenset({"criticism", "confusion", "anger", "excitement", "concern", "talk"})
"""Milder nouns that no "a" stands before."""
VOWEL, NO_VOWEL = re.compile(r"[aeiou]|hour|hon[eo]"), re.compile(r"eu|uni|use|one|u-")
"""How words begin that "an" stands before, and which of them it does not."""


def milder_row(reading: Reading, word: Span, tone: Tone) -> tuple[Row, int] | None:
    """The row of a coloured word and its form there; None inside a quotation and where it may be of another class."""
    if _is_quoted(reading, word) or role_at(reading, word.start) not in {Role.BODY, Role.HEADLINE}:
        return None
    is_armed = _is_of_arms(reading, word)
    shown = one_line(word.of(reading.text)).casefold()
    for row, form, base in rows_of(shown):
        if is_armed and (row.frame in FOUGHT or not ARMS.isdisjoint(row.offered)):
            continue
        if (
            _is_what_judges(base, tone)
            and _is_of_class(row, form, base, tone)
            and _fits(reading, word, row, form)
        ):
            return row, form
    return None


FOUGHT = frozenset({Frame.OBJECT, Frame.ALONE, Frame.NO_OBJECT})
ARMS = frozenset(noun_forms(noun) for noun in ("barrage", "salvo", "firestorm"))
"""Frames of verbs, and nouns, by which a fight with weapons is told too."""


def _is_what_judges(base: str, tone: Tone) -> bool:
    """True where a word of the tables is the judging one of a Tone, or of a phrase with gaps one that judges."""
    parts = tone.word.split()
    if len(parts) > 1 and GAP not in parts:
        return base == tone.word
    return any(base.split()[0][:STEM] == part[:STEM] for part in parts)


STEM = 4
"""Letters by which a form of a word is known ("stun", "stunning")."""


def _is_of_class(row: Row, form: int, base: str, tone: Tone) -> bool:
    """False where the form there may as well be of the other class, verb or noun ("rage", "rants")."""
    if row.frame not in VERBAL | {Frame.NOUN} or (row.frame in VERBAL and form >= PAST_AT):
        return True
    entries = [e for e in loaded_words().single.get(base, ()) if e.words == base]
    meant = [e for e in entries if e.words == tone.word and e.category == tone.category]
    classes = {e.pos for e in meant or entries}
    return ("noun" if row.frame in VERBAL else "verb") not in classes


def _fits(reading: Reading, word: Span, row: Row, form: int) -> bool:
    """True where each word of the row could stand in the place of this one: what is beside it goes with all of them."""
    text, end = reading.text, word.end
    if row.frame in VERBAL and not _is_verb_there(text, word, row, form):
        return False
    match row.frame:
        case Frame.OBJECT:
            return not TAKES_MORE.match(text, end)
        case Frame.EMOTION:
            return True
        case Frame.ONE_OF:
            clause = CLAUSE.match(text, end)
            return clause is not None and any(_is_one_of(w, row) for w in clause[0].split())
        case Frame.NO_OBJECT | Frame.ALONE:
            if row.frame is Frame.ALONE and AT_SOMEBODY.match(text, end):
                return False
            return not LEANING_ON.match(text, end) and not OBJECT.match(text.casefold(), end)
        case Frame.BEFORE:
            beside = BESIDE.match(text, end)
            return beside is not None and _is_one_of(beside[1], row)
        case Frame.BEHIND_BE:
            return bool(BE.search(_before(text, word)) and ENDING.match(text, end))
        case Frame.NOUN:
            return not NOUN_LEANING_ON.match(text, end) and not _is_counted_wrongly(text, word, row, form)
        case Frame.ANY:
            return True


LOOKED_AT = 60
"""Characters before a word in which what belongs to it is looked for."""


def _is_verb_there(text: str, word: Span, row: Row, form: int) -> bool:
    shown = one_line(word.of(text)).casefold()
    if any(forms.count(shown) > 1 for forms in row.coloured) and bool(HELPED.search(_before(text, word))) is (
        form > 0
    ):
        return False  # "hit back" is a base form behind "to" and the like, else most often the past
    if form == ADJECTIVE_AT:
        return bool(OBJECT.match(text, word.end))
    return form != PAST_AT or not DETERMINED.search(_before(text, word))


def _is_one_of(word: str, row: Row) -> bool:
    folded = word.casefold().strip("’'.")
    forms = {folded, folded.removesuffix("s"), folded.removesuffix("es")}
    if folded.endswith("ies"):
        forms.add(f"{folded.removesuffix('ies')}y")
    return not row.beside.isdisjoint(forms)


def _is_counted_wrongly(text: str, word: Span, row: Row, form: int) -> bool:
    """True where a milder noun that cannot be counted would stand behind "a" or in the plural."""
    return row.milder[0] in NEVER_COUNTED and (form > 0 or bool(COUNTED.search(_before(text, word))))


def _before(text: str, word: Span) -> str:
    return text[max(0, word.start - LOOKED_AT) : word.start]


def article_before(reading: Reading, word: Span) -> Span | None:
    """The "a" or "an" right before a word, which changes with the word."""
    found = ARTICLE.search(reading.text, max(0, word.start - LOOKED_AT), word.start)
    return Span(found.start(1), found.end(1)) if found else None


def words_beside(reading: Reading, word: Span, row: Row, form: int) -> list[str]:
    """The coloured words of the row that may be offered in the place of the one there: other ones, with the article that each
    needs."""
    shown = one_line(word.of(reading.text)).casefold()
    return [_in_place(reading, word, forms[form]) for forms in row.offered if forms[form] != shown]


def milder_one(reading: Reading, word: Span, row: Row, form: int) -> str:
    """The milder word of the row, with the article that it needs."""
    return _in_place(reading, word, row.milder[form])


def _in_place(reading: Reading, word: Span, new: str) -> str:
    if article_before(reading, word) is None:
        return new
    return f"an {new}" if VOWEL.match(new) and not NO_VOWEL.match(new) else f"a {new}"


def _is_of_arms(reading: Reading, word: Span) -> bool:
    """True beside a weapon, where words of fighting may be meant literally ("fired back")."""
    around = (s for s in reading.sentences if s.start < word.end and word.start < s.end)
    words = {w for s in around for w in re.findall(r"[a-z]+", s.of(reading.text).casefold())}
    return not words.isdisjoint(words_of("weapons") | {f"{w}s" for w in words_of("weapons")})


def _is_quoted(reading: Reading, word: Span) -> bool:
    """True within quotation marks, and in a sentence of somebody who speaks without them."""
    around = [s for s in reading.sentences if s.start < word.end and word.start < s.end]
    if not around or SPOKEN.search(INITIALS.sub(" ", SPEECH.sub(" ", around[0].of(reading.text)))):
        return True
    before = reading.text[around[0].start : word.start]
    if before.count("“") > before.count("”") or before.count('"') % 2 == 1:
        return True
    return any(
        q.start < word.end and word.start < q.end and q.manner is not Manner.INDIRECT
        for q in reading.quotations
    )


def judges_least(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    reading = matrix.reading(name_in(arguments, 0))
    word = Span(*(int(name_in(arguments, n)) for n in (1, 2)))
    tones = (t for t in reading.tones if t.kind is ToneKind.LOADED and t.start <= word.start < t.end)
    found = next((f for t in tones if (f := milder_row(reading, word, t))), None)
    if found is None:
        raise Undecided("no coloured word that has a milder one")
    offered = name_in(answer, 0)
    if offered == milder_one(reading, word, *found):
        return True
    is_beside = offered in words_beside(reading, word, *found)
    return no_doubt_when(is_beside, "a word of another row, or one that does not fit", answer=False)


def _word(matrix: Matrix, term: Term) -> str:
    return quoted(name_in(term, 0))


MILDER_QUESTIONS: dict[str, Question] = {"judges-least": Question(judges_least, _word)}
