"""Verbs of saying that judge what is said, or whoever says it, beside the plain ones; and words that hedge.

Own lists, by the classes of linguistics: factive and presupposing verbs (L. Karttunen, "The logic of English predicate
complement constructions", 1971), implicatives and assertives that Recasens et al. (ACL 2013) found to tip a text, and what style guides (Reuters,
AP, the Guardian) say of "claim", "admit", "insist" against "say". Hedges after K. Hyland, *Hedging in Scientific Research
Articles*, 1998. Lemmas.
"""

from __future__ import annotations

from quizzes.nlp.lexicons.wordlists import words

CLASSES: dict[str, tuple[float, frozenset[str]]] = {
    "doubt": (0.7, words("claim purport profess insinuate pretend")),
    "charge": (0.5, words("allege")),
    "guilt": (0.7, words("admit concede confess acknowledge")),
    "defence": (0.6, words("insist maintain protest rationalize rationalise")),
    "attack": (
        0.8,
        words(
            """slam blast lambaste lambast rail rant rage fume thunder sneer scoff snipe jab taunt mock deride ridicule bash
            rip castigate berate excoriate chide scold hector harangue skewer assail"""
        ),
    ),
    "pride": (0.7, words("boast brag crow gloat trumpet tout gush enthuse")),
    "complaint": (
        0.6,
        words("complain whine gripe grumble moan lament bemoan bewail bleat grouse carp decry"),
    ),
    "manner": (
        0.6,
        words("snap bark growl snarl bellow shriek plead beg quip deadpan opine pontificate preach"),
    ),
    "threat": (0.5, words("threaten")),
    "truth": (0.4, words("reveal disclose note point")),
    "danger": (0.4, words("warn caution")),
}
"""Each class with how strongly its verbs judge: that the words may be false, that there is guilt or a weak case, that
the speaker is angry, vain or sorry for himself, that the words are true or the danger real."""

CLASS_OF = {verb: (name, strength) for name, (strength, verbs) in CLASSES.items() for verb in verbs}

BLAMING = words("denounce condemn accuse attack criticize criticise dismiss")
"""Verbs that judge by what they tell, without a class: an article that has one for a speaker does not let him speak plainly."""

PLAIN = words(
    """say tell add state write explain announce comment report reply respond answer ask continue post tweet testify declare describe
    vow pledge promise"""
)
"""Verbs that hand words on and judge nothing."""

HEDGES = words(
    """reportedly apparently allegedly seemingly presumably purportedly supposedly evidently perhaps possibly maybe
    conceivably arguably ostensibly"""
)
"""Adverbs by which a writer does not vouch for what is told."""
SEEMING = words("appear seem")
"""Verbs that do the same for what depends on them."""
