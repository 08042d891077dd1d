"""What verbs of saying tell a reader about the words they hand on, and by which verbs an article lets somebody speak."""

from __future__ import annotations

from quizzes.items.matrix import Matrix
from quizzes.items.wording import one_line
from quizzes.nlp.lexicons.speech import inflected
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Reading, Source, SourceKind, Tone, ToneKind

PLAIN = "plain"

EFFECTS = {
    PLAIN: "nothing: it only says who spoke",
    "doubt": "doubt: the words may not be true",
    "guilt": "a retreat: the speaker gives way on a point",
    "defence": "firmness: the speaker resists doubts",
    "attack": "a fight: the speaker attacks somebody",
    "pride": "pride: the speaker boasts of something",
    "complaint": "hurt: the speaker feels badly treated",
}
"""What a verb of each class (lexicons.report_verbs) adds to a plain "said"."""

JUDGING = frozenset(EFFECTS) - {PLAIN}

EXCLUDED = {
    "doubt": frozenset({PLAIN, "guilt", "attack", "pride", "complaint"}),
    "guilt": frozenset({PLAIN, "doubt", "attack", "pride"}),
    "defence": frozenset({PLAIN, "guilt", "attack", "pride"}),
    "attack": frozenset({PLAIN, "doubt", "guilt", "pride"}),
    "pride": frozenset({PLAIN, "doubt", "guilt", "attack", "complaint"}),
    "complaint": frozenset({PLAIN, "doubt", "guilt", "pride"}),
}
"""What a verb of a class surely does not say: only these can stand beside the key. Who insists may be doubted, who complains may attack."""

CLAUSES = {
    "doubt": "casts doubt on it",
    "guilt": "shows the speaker giving way",
    "defence": "shows the speaker standing firm",
    "attack": "makes it an attack",
    "pride": "shows the speaker as proud",
    "complaint": "shows the speaker as hurt",
}
"""The same, as a clause about a verb."""

SHOWS = {
    "doubt": "makes readers doubt what is said",
    "guilt": "shows a speaker giving way",
    "defence": "shows a speaker standing firm",
    "attack": "makes what is said an attack",
    "pride": "shows a speaker as proud",
    "complaint": "shows a speaker as hurt",
}
"""The same of a verb that stands alone."""

NEUTRAL = frozenset("say tell add write state ask reply respond answer tweet continue".split())
"""Verbs of saying that nobody would take for a judging one; "promise" or "explain" may say more."""

NEAR: dict[str, frozenset[str]] = {
    "doubt": frozenset("allege assert contend maintain suppose".split()),
    "guilt": frozenset("allow grant recognize recognise accept apologize apologise retract".split()),
    "defence": frozenset(
        """assert contend stress emphasize emphasise affirm reaffirm reiterate vow deny reject defend swear double""".split()
    ),
    "attack": frozenset(
        "accuse attack criticize criticise condemn denounce dismiss lash assault blame scorn belittle savage".split()
    ),
    "pride": frozenset("hail celebrate praise boast exult trumpet crow".split()),
    "complaint": frozenset("protest object criticize criticise regret bristle".split()),
}
"""Verbs that readers may take for one of the class: where an article has one, its sentences with such a verb cannot all be
told (own list)."""

NO_WORDS = frozenset({"concede", "tout", "pretend", "profess", "protest", "mourn"})
"""Verbs of the classes that often hand no words on ("conceded the race", "touted the plan")."""
LEAST = 0.5


def verb_tones(reading: Reading, speaker: str) -> list[Tone]:
    """The verbs by which the outlet itself hands on a speaker's words, by the folded last word of the name."""
    return [
        t for t in reading.tones if t.kind is ToneKind.REPORT_VERB and t.voice is None and t.about == speaker
    ]


LEAST_WORDS = 4
"""Words that are handed on at least: "claims great wealth" tells of no saying."""


def hands_on(matrix: Matrix, tone: Tone) -> bool:
    """True where the sentence of the verb surely hands on words of its speaker."""
    span = matrix.sentence(tone.article, tone.start, tone.end)
    return span is not None and any(
        q.start < span.end
        and span.start < q.end
        and len(q.text.split()) >= LEAST_WORDS
        and q.speaker is not None
        and key(q.speaker.name) == tone.about
        for q in matrix.reading(tone.article).quotations
    )


def judging_tones(tones: list[Tone]) -> list[Tone]:
    """Those that surely judge."""
    return [t for t in tones if is_judging_verb(t)]


def is_judging_verb(tone: Tone) -> bool:
    return tone.strength >= LEAST and tone.category in JUDGING and tone.word not in NO_WORDS


def surface(tone: Tone) -> str | None:
    """The verb of a Tone as written, None where its phrase does not hold it."""
    forms = {
        tone.word,
        *inflected(tone.word),
        "said" if tone.word == "say" else "",
        "told" if tone.word == "tell" else "",
    }
    return next((w for w in one_line(tone.text).split() if w.casefold().strip(",.") in forms), None)


def named_speaker(matrix: Matrix, article: str, speaker: str) -> Source | None:
    """The speaker by the fullest name that an article gives; None where no person's name is surely meant."""
    reading = matrix.reading(article)
    every = [*(q.speaker for q in reading.quotations), *(c.source for c in reading.claims)]
    found = [
        s
        for s in every
        if s is not None and s.kind in {SourceKind.PERSON, SourceKind.ORGANISATION} and key(s.name) == speaker
    ]
    return max(found, key=lambda s: (len(s.name), s.name), default=None)


def key(name: str) -> str:
    """The folded last word of a name."""
    parts = fold(name).split()
    return parts[-1] if parts else ""
