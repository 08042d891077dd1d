"""One slide of a debrief: the question, two quotations side by side, the class's answers, a question to talk about."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.items.prompts import prompt
from quizzes.items.types import ItemKind
from quizzes.models import FrozenArticle, FrozenItem
from quizzes.nlp.types import FindingKind
from quizzes.nlp.written.figures import read_figure
from quizzes.reports.debrief import ClassAnswers, Plan, Topic
from quizzes.reports.feedback import WITH_SOURCE
from quizzes.reports.splits import Split, class_split, keyed
from quizzes.reports.wording import Line, key_lines, options_of

LONGEST = 150
"""Characters of a quotation on the wall: four lines that the last row can read."""
LONGEST_MARK = 120
TO_TICK = " Then tick "
"""Where the stem of a claim goes on to ask for its proof: on the wall and in a re-vote the claim alone is asked."""
SILENCE = {
    FindingKind.OMISSION: "says nothing of it",
    FindingKind.VOICE_UNIQUE: "does not let them speak",
}
MARKS = "\"“”„«»'‘’"
SHORT, MIDDLE = 80, 165
"""Characters of a question up to which it is set large, and middling."""


@dataclass(frozen=True)
class Side:
    """An article's own words, the evidence marked; without words where the article is silent (`silence` says how)."""

    letter: str
    outlet: str
    published: dt.date | None
    before: str = ""
    marked: str = ""
    after: str = ""
    source: Mapping[str, Any] | None = None
    names_source: bool = False
    silence: str = ""

    @property
    def is_quoted(self) -> bool:
        """True where the article's words open and close with marks of their own."""
        words = (self.before + self.marked + self.after).strip()
        return words[:1] in MARKS and words.rstrip(" .,…")[-1:] in MARKS


@dataclass(frozen=True)
class Slide:
    topic: Topic
    place: int
    of: int
    question: str
    sides: tuple[Side, ...]
    split: Split
    prompt: str
    key: tuple[Line, ...]

    @property
    def item(self) -> FrozenItem:
        return self.topic.item

    @property
    def words_are_key(self) -> bool:
        """True where the quotations are what is to be found: they are shown with the key."""
        return self.item.kind == ItemKind.EVIDENCE

    @property
    def mark_is_key(self) -> bool:
        """True where the marked words are the answer: the sentence is shown, and the mark with the key."""
        return self.item.finding_kind in (FindingKind.LOADED_LANGUAGE, FindingKind.REPORT_VERB)

    @property
    def names_key(self) -> bool:
        """True where no bar is the key's, so that it has to be said in words."""
        return not any(bar.is_key for bar in self.split.bars)

    @property
    def side_size(self) -> str:
        """How large the quotations can be set, both alike: "l", "m" or "s"."""
        longest = max((len(s.before + s.marked + s.after) for s in self.sides), default=0)
        return "l" if longest <= 55 else "m" if longest <= 100 else "s"

    @property
    def question_size(self) -> str:
        return "l" if len(self.question) <= SHORT else "m" if len(self.question) <= MIDDLE else "s"

    @property
    def sign(self) -> str:
        """The sign between the two: of the relation, or of how it is told."""
        signs = {"conflict", "precision", "scope", "update"}
        if self.item.finding_kind == FindingKind.AGREEMENT:
            return "agree"
        return self.item.relation if self.item.relation in signs else "framing"


def slide(found: Plan, answers: ClassAnswers, place: int, articles: Sequence[FrozenArticle]) -> Slide:
    """The slide at a place from 1; asks nothing of the database."""
    topic = found.topics[place - 1]
    item = topic.item
    keys = keyed(item, answers.repairs.get(item.pk))
    return Slide(
        topic=topic,
        place=place,
        of=len(found.topics),
        question=asked(item),
        sides=sides(item, articles, _most_chosen(item, answers)),
        split=class_split(item, answers),
        prompt=prompt(item.finding_kind, item.relation, topic.misconception),
        key=tuple(line for one in keys for line in key_lines(one)),
    )


def asked(item: FrozenItem) -> str:
    """The stem, without the part that asks for proof."""
    if item.kind != ItemKind.CLAIM_EVIDENCE:
        return item.stem
    return item.stem.partition(TO_TICK)[0]


def _most_chosen(item: FrozenItem, answers: ClassAnswers) -> str:
    """The letter of the article that the wrong answer chosen most often names, "" where it names none."""
    given = [a for a in answers.answers(item) if a]
    if item.kind == ItemKind.CLAIM_EVIDENCE:
        given, key = [a.get("choice") for a in given], item.key["choice"]
    elif item.kind == ItemKind.CHOICE:
        key = item.key
    else:
        return ""
    wrong = Counter(a for a in given if a and a != key)
    options = options_of(item)
    return next((options[code].get("article") or "" for code, _ in wrong.most_common(1)), "")


def sides(item: FrozenItem, articles: Sequence[FrozenArticle], wrong: str = "") -> tuple[Side, ...]:
    """Two positions of the item's finding, by letter: the first that proves its key, and one that says something else.

    Of several others the one in the article of the wrong answer chosen most often (`wrong`), else the figure farthest off. One side
    alone where there is only one; beside it the article that is silent, where that is what the finding is about.
    """
    by_letter = {article.letter: article for article in articles}
    entries = [entry for entry in _entries(item) if entry["letter"] in by_letter and entry["evidence"]]
    if not entries:
        return ()
    first = next((e for e in entries if _proves(item, e)), entries[0])
    second = _other(first, entries, wrong)
    shown = [_side(item, entry, by_letter[entry["letter"]]) for entry in (first, second) if entry]
    silence = SILENCE.get(FindingKind(item.finding_kind)) if item.finding_kind else None
    if second is None and silence:
        told = {entry["letter"] for entry in entries}
        quiet = next((article for article in articles if article.letter not in told), None)
        shown += [Side(quiet.letter, quiet.outlet, quiet.published, silence=silence)] if quiet else []
    return tuple(sorted(shown, key=lambda side: side.letter))


def _entries(item: FrozenItem) -> list[dict[str, Any]]:
    """The positions of the row; of an item without one (a teacher's own) what it cites, an entry an article."""
    if item.row:
        return list(item.row)
    cited: dict[str, dict[str, Any]] = {}
    for piece in item.evidence:
        entry = {"letter": piece["article"], "value": "", "source": None, "evidence": [piece]}
        cited.setdefault(piece["article"], entry)
    return list(cited.values())


def _proves(item: FrozenItem, entry: Mapping[str, Any]) -> bool:
    """True where the first sentence that the item cites is the entry's own."""
    if not item.evidence:
        return False
    cited, own = item.evidence[0], entry["evidence"][0]
    is_there = cited["article"] == entry["letter"]
    return is_there and cited["start"] < own["end"] and own["start"] < cited["end"]


def _other(first: Mapping[str, Any], entries: Sequence[dict[str, Any]], wrong: str) -> dict[str, Any] | None:
    """The position to set against the first; None where no other article has one."""
    others = [entry for entry in entries if entry["letter"] != first["letter"]]
    apart = [entry for entry in others if entry["value"].casefold() != first["value"].casefold()] or others
    return max(apart, key=lambda e: (e["letter"] == wrong, _distance(first, e)), default=None)


def _distance(one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    figures = [_figure(entry["value"]) for entry in (one, other)]
    return 0.0 if None in figures else abs(figures[0] - figures[1])  # type: ignore[operator]  # neither is None


def _figure(words: str) -> float | None:
    found = read_figure(words)
    return None if found is None else next((end for end in found if end is not None), None)


def _side(item: FrozenItem, entry: Mapping[str, Any], article: FrozenArticle) -> Side:
    piece = entry["evidence"][0]
    start, end = _sentence(article, piece["start"], piece["end"])
    at, to = _mark(article.text, piece["start"], piece["end"], entry["value"])
    before, marked, after = clip(article.text[start:at], article.text[at:to], article.text[to:end])
    return Side(
        article.letter,
        article.outlet,
        article.published,
        before,
        marked,
        after,
        entry.get("source"),
        item.finding_kind in WITH_SOURCE,
    )


def _sentence(article: FrozenArticle, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds the evidence, or the evidence where it is longer."""
    holding = (s for s in article.sentences if s["start"] <= start and end <= s["end"])
    return next(((s["start"], s["end"]) for s in holding), (start, end))


def _mark(text: str, start: int, end: int, value: str) -> tuple[int, int]:
    """Where the value stands in the evidence; the whole evidence where its words are not to be found there."""
    at = text[start:end].casefold().find(value.casefold()) if value else -1
    # A fold that changes the length ("ẞ") would shift the place: then the whole is marked.
    found = at >= 0 and text[start + at : start + at + len(value)].casefold() == value.casefold()
    return (start + at, start + at + len(value)) if found else (start, end)


def clip(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """The three parts short enough for the wall, cut between words and with "…" where something is left out."""
    before, marked, after = (_one_line(part) for part in (before, marked, after))
    if len(marked) > LONGEST_MARK:
        return ("… " if before.strip() else ""), _cut(marked, LONGEST_MARK) + " …", ""
    room = max(0, LONGEST - len(marked))
    behind = min(len(after), max(room // 3, room - len(before)))
    ahead = room - behind
    if len(before) > ahead:
        kept = before[len(before) - ahead :].partition(" ")[2] if ahead else ""
        before = "… " + kept
    if len(after) > behind:
        after = _cut(after, behind) + " …"
    return before, marked, after


def _one_line(words: str) -> str:
    """Line breaks as blanks, the blanks at both ends kept: the parts are set one after the other."""
    inner = " ".join(words.split())
    return f"{' ' if words[:1].isspace() else ''}{inner}{' ' if inner and words[-1:].isspace() else ''}"


def _cut(words: str, length: int) -> str:
    return words[:length] if len(words) <= length else words[:length].rpartition(" ")[0].rstrip(",;:")
