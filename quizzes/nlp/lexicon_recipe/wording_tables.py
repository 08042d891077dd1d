"""Tables for comparing wordings: words of one meaning, opposites, and adjectives that judge."""

from __future__ import annotations

from quizzes.nlp.lexicon_recipe.database import Database
from quizzes.nlp.lexicon_recipe.word_tables import is_plain

USED = {"n": 0.3, "v": 0.3, "a": 0.2}
"""How much of a word's use must fall on a meaning for the word to stand among its synonyms, by part of speech."""

SCALES = (
    "good.a.1", "bad.a.1", "good.a.3", "evil.a.1", "right.a.4", "wrong.a.2", "moral.a.1", "immoral.a.1",
    "fair.a.1", "unfair.a.1", "honest.a.1", "dishonest.a.1", "honorable.a.2", "dishonorable.a.1",
    "kind.a.1", "unkind.a.1", "humane.a.2", "inhumane.a.1", "pleasant.a.1", "unpleasant.a.1", "beautiful.a.1", "ugly.a.1",
    "wise.a.1", "foolish.a.1", "intelligent.a.1", "stupid.a.1", "brave.a.1", "cowardly.a.1", "competent.a.1",
    "incompetent.a.1", "reasonable.a.1", "unreasonable.a.1", "acceptable.a.1", "unacceptable.a.1", "worthy.a.1",
    "unworthy.a.1", "dangerous.a.1", "safe.a.1", "violent.a.1", "nonviolent.a.1", "moderate.a.1", "immoderate.a.1",
    "important.a.1", "unimportant.a.1", "significant.a.1", "ordinary.a.1", "extraordinary.a.1", "successful.a.1",
    "unsuccessful.a.1", "reliable.a.1", "unreliable.a.1", "credible.a.1", "incredible.a.1", "respectful.a.1",
    "disrespectful.a.1", "polite.a.1", "impolite.a.1", "generous.a.1", "stingy.a.1", "proud.a.1", "humble.a.2",
    "dignified.a.1", "undignified.a.1", "legitimate.a.1", "illegitimate.a.1", "necessary.a.1", "unnecessary.a.1",
    "aggressive.a.1", "alarming.a.1", "reassuring.a.1", "intense.a.1", "offensive.a.1", "inoffensive.a.1",
)  # fmt: skip
"""Adjectives that stand at an end of a scale of judgement; their satellites judge on the same scale."""
JUDGING = 0.3
"""How much of an adjective's use must fall on its scale."""


def adjectives_of_judgement(wordnet: Database) -> list[str]:
    """Rows "adjective, scale": the heads of `SCALES` and their satellites, where that is what the word mostly says."""
    scale_of: dict[str, str] = {}
    for name in SCALES:
        keys = wordnet.below(name)
        head = name.split(".")[0]
        for key in sorted(keys):
            for word in wordnet.synsets[key].words:
                if is_plain(word) and wordnet.share(word, "a", keys) > JUDGING:
                    scale_of.setdefault(word, head)
    return [f"{word}\t{scale}" for word, scale in sorted(scale_of.items())]


def synonyms(wordnet: Database) -> list[str]:
    """Rows "part of speech, words of one meaning": the words that are met, each used so often enough (`USED`)."""
    rows = set()
    for key, synset in wordnet.synsets.items():
        if len(synset.words) == 1:
            continue
        part = key[0]
        words = [
            word
            for word in synset.words
            if is_plain(word)
            and wordnet.count(word, part) > 0
            and wordnet.share(word, part, {key}) > USED[part]
        ]
        if len(words) > 1:
            rows.add(f"{part}\t{' '.join(sorted(set(words)))}")
    return sorted(rows)


def antonyms(wordnet: Database) -> list[str]:
    """Rows "part of speech, word, opposite", each pair once, both words met."""
    rows = set()
    for key, synset in wordnet.synsets.items():
        for pointer in synset.pointers:
            if pointer.symbol != "!" or not pointer.source or pointer.to not in wordnet.synsets:
                continue
            pair = (synset.words[pointer.source - 1], wordnet.synsets[pointer.to].words[pointer.target - 1])
            if all(is_plain(word) and wordnet.count(word, key[0]) > 0 for word in pair):
                rows.add("\t".join((key[0], *sorted(pair))))
    return sorted(rows)
