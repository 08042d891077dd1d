"""Words that judge what they tell, found by the tables of lexicons/loaded on the parse: as Tones, with whose words they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc, first_character
from quizzes.nlp.framing.described import described, happening_at
from quizzes.nlp.framing.loaded_senses import judges, subjects_of
from quizzes.nlp.framing.reading_units import reading_unit
from quizzes.nlp.framing.reported import is_reported
from quizzes.nlp.framing.tone_voices import SOMEBODY, Voices
from quizzes.nlp.lexicons.loaded import GAP, JOINTS, LoadedWord, LoadedWords, loaded_words
from quizzes.nlp.types import Happening, Role, Tone, ToneKind

WIDEST_GAP = 5
"""Words between the halves of a phrase with a gap ("heaping yet more and more pressure")."""
TWO_WORDS = 0.1
"""What a second judging word in one phrase adds to its strength."""
STOPS = frozenset('.,;:!?"“”()—')


@dataclass(frozen=True)
class Match:
    """A row of the tables where it stands: its first and last token."""

    word: LoadedWord
    tokens: tuple[Token, ...]

    @property
    def head(self) -> Token:
        """The token that the rest of the match hangs on."""
        inside = set(self.tokens)
        return next((t for t in self.tokens if t.head not in inside or t.head == t), self.tokens[-1])


def find_loaded_words(
    article: ArticleDoc, happenings: tuple[Happening, ...], voices: Voices
) -> Iterator[Tone]:
    """A Tone for each loaded word of headline, captions and body, as the phrase in which it reads; none inside another."""
    tables, subjects = loaded_words(), subjects_of(article)
    for sentence in article.told:
        is_headline = article.role_at(first_character(sentence)) is Role.HEADLINE
        found = [m for m in matches_in(sentence, tables) if judges(m.word, m.tokens, subjects, is_headline)]
        yield from joined(
            [tone_of(article, match, happenings, voices) for match in apart(found)], article.text
        )


def tone_of(article: ArticleDoc, match: Match, happenings: tuple[Happening, ...], voices: Voices) -> Tone:
    first, last = reading_unit(match.tokens, match.head, match.word.pos)
    start, end = first.idx, last.idx + len(last)
    voice = voices.at(match.tokens[0].idx, match.tokens[-1].idx + len(match.tokens[-1]))
    return Tone(
        article=article.article,
        start=start,
        end=end,
        text=article.text[start:end],
        kind=ToneKind.LOADED,
        category=match.word.category,
        strength=match.word.strength,
        about=described(match.head, match.word.pos),
        voice=SOMEBODY if voice is None and is_reported(match.head) else voice,
        happening=happening_at(happenings, start, end),
        word=match.word.words,
    )


def joined(tones: list[Tone], text: str) -> list[Tone]:
    """The tones of a sentence with overlapping phrases made one ("angrily slammed", "slammed the plan"): the stronger word's."""
    kept: list[Tone] = []
    for tone in sorted(tones, key=lambda t: (t.start, t.end)):
        before = kept[-1] if kept else None
        if before is None or tone.start >= before.end or tone.voice != before.voice:
            kept.append(tone)
            continue
        strongest = max(before, tone, key=lambda t: t.strength)
        start, end = before.start, max(before.end, tone.end)
        both = min(strongest.strength + TWO_WORDS, 1.0)
        kept[-1] = replace(strongest, start=start, end=end, text=text[start:end], strength=both)
    return kept


def matches_in(sentence: DocSpan, tables: LoadedWords) -> Iterator[Match]:
    """Every row of the tables that stands in a sentence, whatever it means there."""
    tokens = list(sentence)
    forms = [plain(t) for t in tokens]
    for at, form in enumerate(forms):
        for word in tables.single.get(form, ()):
            yield Match(word, (tokens[at],))
        for anchored in tables.several.get(form, ()):
            parts = anchored.word.parts
            before = walk(at, reversed(parts[: anchored.at]), -1, forms, tables)
            after = walk(at, parts[anchored.at + 1 :], 1, forms, tables) if before is not None else None
            if before is not None and after is not None and parts[anchored.at] in tables.bases[form]:
                yield Match(anchored.word, tuple(tokens[n] for n in (*reversed(before), at, *after)))


def walk(at: int, parts: Iterable[str], step: int, forms: list[str], tables: LoadedWords) -> list[int] | None:
    """Where a row's further parts stand in a sentence of such forms, going on from one in one direction; None where one
    is missing."""
    found: list[int] = []
    reach = 1
    for part in parts:
        if part == GAP:
            reach = WIDEST_GAP + 1
            continue
        following = next_part(at, part, step, reach, forms, tables)
        if following is None:
            return None
        found.append(following)
        at, reach = following, 1
    return found


def next_part(at: int, part: str, step: int, reach: int, forms: list[str], tables: LoadedWords) -> int | None:
    """Where the next form of a part stands, `reach` words away at most; a hyphen may stand where the row has a blank."""
    for _ in range(reach):
        at += step
        if 0 <= at < len(forms) and part != "-" and forms[at] in JOINTS:
            at += step
        if not 0 <= at < len(forms):
            return None
        if (forms[at] in JOINTS) if part == "-" else (part in tables.bases.get(forms[at], ())):
            return at
        if forms[at] in STOPS:
            return None
    return None


def plain(token: Token) -> str:
    """A token's letters as the tables write them."""
    return token.lower_.replace("’", "'")


def apart(matches: list[Match]) -> list[Match]:
    """The matches of a sentence without those that lie inside a longer one, or beside a stronger reading of the same words."""
    ranked = sorted(matches, key=lambda m: (-len(m.tokens), -m.word.strength, m.tokens[0].i, m.word.words))
    kept: list[Match] = []
    taken: set[int] = set()
    for match in ranked:
        places = {t.i for t in match.tokens}
        if not places & taken:
            kept.append(match)
            taken |= places
    return sorted(kept, key=lambda m: m.tokens[0].i)
