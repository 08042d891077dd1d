"""The table of nouns that may stand for the same thing or act: which synsets make a class, and how sure a noun is of it."""

from __future__ import annotations

from quizzes.nlp.lexicon_recipe.database import Database
from quizzes.nlp.lexicon_recipe.word_tables import is_plain

SURE, LOOSE = 0.5, 0.25
"""A noun used in a class's meaning more often than not is sure; one used so in a quarter of cases counts beside a sure one."""

CLASSES: dict[str, tuple[str, ...]] = {
    "blaze": ("fire.n.1",),
    "charge": ("accusation.n.1", "accusation.n.2"),
    "conversation": ("conversation.n.1",),
    "crash": ("accident.n.1", "collision.n.1"),
    "deal": ("agreement.n.1", "treaty.n.1"),
    "death": ("killing.n.2",),
    "deceit": ("lie.n.1", "deception.n.1"),
    "dispute": ("quarrel.n.1", "conflict.n.7", "feud.n.1", "impasse.n.1"),
    "error": ("mistake.n.1", "mistake.n.3"),
    "explosive": ("bomb.n.1", "explosive.n.1"),
    "flight": ("airplane.n.1",),
    "law": ("bill.n.1", "legislation.n.1", "act.n.1"),
    "lawsuit": ("lawsuit.n.1", "litigation.n.1"),
    "offer": ("offer.n.1", "offer.n.2"),
    "phone": ("telephone.n.1",),
    "protest": ("demonstration.n.3", "riot.n.1", "rebellion.n.2"),
    "quake": ("earthquake.n.1",),
    "reaction": ("criticism.n.1", "anger.n.1", "rebuke.n.1"),
    "remark": ("comment.n.1", "gaffe.n.1"),
    "result": ("victory.n.1", "defeat.n.1"),
    "ruling": ("judgment.n.3", "ruling.n.1"),
    "ship": ("ship.n.1", "boat.n.1"),
    "speech": ("speech.n.1",),
    "storm": ("storm.n.1",),
    "violence": ("attack.n.1", "attack.n.5", "fight.n.2", "violence.n.1", "shooting.n.1"),
}  # fmt: skip
"""What a synset's narrower ones name may be called by its own word: a scolding is criticism, a melee a fight."""


def nouns_of_classes(wordnet: Database) -> list[str]:
    """Rows "noun, class, sure or loose": the single nouns below the synsets of each class."""
    rows = []
    for name, roots in CLASSES.items():
        meant = wordnet.below(*roots)
        nouns = {word for key in meant for word in wordnet.synsets[key].words if is_plain(word)}
        for noun in nouns:
            share = wordnet.share(noun, "n", meant)
            if share > LOOSE:
                rows.append(f"{noun}\t{name}\t{'sure' if share > SURE else 'loose'}")
    return sorted(rows)
