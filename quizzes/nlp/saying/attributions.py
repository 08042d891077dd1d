"""Attributions: whose words are whose. Cues and quotation marks are joined into source, cue and content.

The content of a cue runs over the clause or clauses that the parse puts under it, and over every quotation that
they touch; a quotation is given to the cue beside it by the punctuation between them. Frames after Pareti, "A
database of attribution relations" (LREC 2012): source, cue, content.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.speech import SAYING, SHOWING, THINKING
from quizzes.nlp.saying.anonymity import with_reasons
from quizzes.nlp.saying.clipping import REMARK
from quizzes.nlp.saying.cues import Cue, find_cues, phrase
from quizzes.nlp.saying.drafts import (
    Draft,
    begins_sentence,
    end_at_closing_cue,
    finished,
    is_sentence,
    speaks_for_himself,
    takes_floor,
    with_outlet,
)
from quizzes.nlp.saying.headings import heading_attributions
from quizzes.nlp.saying.leading_in import (
    leading_in,
    person_before,
    speaker_nearby,
    verb_before,
    viewer,
)
from quizzes.nlp.saying.marks import Marked, MarkIndex, find_marked
from quizzes.nlp.saying.scopes import content_of
from quizzes.nlp.saying.sentence_ends import SentenceEnds
from quizzes.nlp.saying.speakers import verb_lemma
from quizzes.nlp.saying.unsaid import is_unsaid
from quizzes.nlp.saying.views import view_owner
from quizzes.nlp.saying.voices import Voices
from quizzes.nlp.types import TOLD, Attribution, Passage, Role, SourceKind, Span

# Between a closing mark and its cue stands a comma, at most an adverb or two ("…," however, said …).
AFTER_MARK = re.compile(r"[\s,—–-]*(?:(?:[a-z]+ly|however|though|then|also|later|once|as|and)[\s,]+){0,2}")
TITLE_CASE = re.compile(
    r"(?:[A-Z0-9][\w'’.-]*|of|the|a|an|and|in|on|for|to|at|by|with|from|or|vs\.?|&|-|–|:|,|\s)+[!?]?$"
)
IN_STATEMENT = re.compile(
    r"\s(?:\w+\s)?in (?:a|its|the|their)\s(?:[\w-]+\s)?(?:statement|tweet|letter|post|release)\b"
)
# A sentence with more cues before one quotation is a list without full stops.
MOST_CUES_BACK = 6
MOST_NAMED = 50


def find_attributions(article: ArticleDoc) -> tuple[Attribution, ...]:
    """Every act of saying in the story's words (headline, captions, body), in order of content."""
    return Joiner(article).joined()


class Joiner:
    """Joins the cues and marks of one article."""

    def __init__(self, article: ArticleDoc) -> None:
        self.article = article
        self.text = article.text
        told = [p for p in article.passages if p.role in TOLD]
        self.passages = told
        self.marks = MarkIndex(find_marked(self.text, told))
        self.voices = Voices(
            article.doc, self.text, article.role_at, lambda at: self.marks.at(at) is not None
        )
        self.drafts: list[Draft] = []
        self.cues = find_cues(article, self.marks)
        self.ends = SentenceEnds(self.text, self.marks)

    def joined(self) -> tuple[Attribution, ...]:
        headed = list(heading_attributions(self.article, self.voices))
        for cue in self.cues:
            source = self.voices.source(cue.speaker, cue.via) if cue.speaker is not None else None
            if source and any(s.covers(cue.start, cue.end) for d in self.drafts[-3:] for s in d.content):
                # Who speaks only in another's words does not take the floor from him, and who thinks there says nothing.
                self.voices.heard.spoken.remove(source)
                if verb_lemma(cue.verb) in THINKING - SAYING:
                    continue
            self.drafts.append(
                Draft(source, cue, [c for s in content_of(cue) if (c := self.ends.cut(s, cue))])
            )
        self._starts = [d.cue.start for d in self.drafts if d.cue]
        for draft, following in pairwise(self.drafts):
            before = self.text[max(0, following.cue.start - 3) : following.cue.start] if following.cue else ""
            if before.rstrip()[-1:] in {",", "—", "–"}:
                end_at_closing_cue(draft, following)
        previous: Passage | None = None
        for passage in self.article.passages:
            if passage.role in TOLD:
                self.join_marks(passage, previous)
            previous = passage
        for place, draft in enumerate(self.drafts):
            draft.source = with_outlet(self.drafts, place)
        found = [a for d in self.drafts if (a := finished(d, self.marks))]
        found += headed
        found = with_reasons(self.text, found)
        return tuple(sorted(found, key=lambda a: (a.content[0].start, -a.content[-1].end)))

    def join_marks(self, passage: Passage, previous: Passage | None) -> None:
        """Gives each quotation of a passage to its draft, from left to right."""
        before: tuple[Marked, Draft] | None = None
        for marked in self.marks.between(passage.start, passage.end):
            draft = (
                self.viewed(marked)
                or self.led_out(marked)
                or self.cue_before(marked, passage)
                or self.colon_before(marked, passage)
                or self.same_as_before(marked, before)
                or self.sentence_before(marked, passage, before)
                or self.sole_speaker(marked, passage, before)
                or self.passage_before(marked, passage, previous)
                or self.covering(marked)
                or self.lost_cue(marked)
                or self.to_whom(marked)
            )
            if draft is None and is_sentence(self.text, marked, passage):
                teller = person_before(self.article.doc, marked, passage, self.marks)
                draft = Draft(self.voices.source(teller) if teller else None, None)
                self.drafts.append(draft)
            if draft is None:
                continue
            draft.quoted.append(Span(marked.start, marked.end))
            before = (marked, draft)
            self.last = before

    def viewed(self, marked: Marked) -> Draft | None:
        """A draft for whose view somebody else tells of ("agreed with Lee's claim that it was “…”")."""
        owner = view_owner(self.article.doc, marked, self.marks)
        if owner is None:
            return None
        before = self.cue_before(marked, self.article.passages[0])
        if owner.pos_ == "PRON" and not (
            before and before.source and before.source.kind is SourceKind.ANONYMOUS
        ):
            return None
        draft = Draft(self.voices.owner(owner), None)
        self.drafts.append(draft)
        return draft

    def led_out(self, marked: Marked) -> Draft | None:
        """The draft of the cue behind a quotation; what of the speaker's phrase the parse put into its content is cut off."""
        draft = self.cue_behind(marked)
        if draft is not None and draft.cue is not None:
            start = draft.cue.start
            draft.content = [
                Span(s.start, marked.closed) if s.start < marked.closed < s.end <= start else s
                for s in draft.content
            ]
        return draft

    def cue_behind(self, marked: Marked) -> Draft | None:
        """The draft whose cue follows a closing mark at once ("…," she said)."""
        at = bisect_right(self._starts, marked.closed - 1)
        if at >= len(self._starts):
            return None
        draft = self.drafts[at]
        if draft.cue is not None and draft.cue.speaker is None:
            return None  # "“…” Asked whether it was so, …"
        is_outlet = draft.source is not None and draft.source.kind is SourceKind.OUTLET
        if is_outlet and draft.cue is not None and draft.cue.is_according and self.is_handed_on(marked, at):
            return None  # "Lee insisted that it was “…,” according to the Times"
        gap = self.text[marked.closed : self._starts[at]]
        assert draft.cue
        if len(gap) > 80 or "\n" in gap or self.text[draft.cue.end : draft.cue.end + 1] == ":":
            return None  # "“…!” Lee replied: “…”"
        if REMARK.match(", " + gap.lstrip()):
            return None  # "“the whole guild,” a point the port denied"
        if not (AFTER_MARK.fullmatch(gap) or self.is_title_of_speaker(marked.closed, self._starts[at])):
            return None
        if self.text[marked.end - 1] in ",?!—–-…" or gap.lstrip().startswith(","):
            return draft
        # After a full stop only a bare "she said." still belongs to the words before it.
        bare = self.text[draft.cue.end : draft.cue.end + 1] in {".", ",", ";"} and not draft.content
        return draft if bare or draft.cue.verb.idx == draft.cue.start else None

    def is_handed_on(self, marked: Marked, at: int) -> bool:
        """True for marked words behind another cue of their sentence, whose clause they are part of."""
        before = self.drafts[max(0, at - MOST_CUES_BACK) : at]
        return any(
            d.cue is not None
            and not d.cue.is_according
            and d.cue.verb.sent.start_char <= d.cue.start < marked.opened
            and not self.ends.any_between(d.cue.end, marked.opened)
            and any(s.start < marked.opened and s.covers(marked.start, marked.start + 1) for s in d.content)
            for d in before
        )

    def is_title_of_speaker(self, start: int, end: int) -> bool:
        """True for words between mark and cue that belong to the speaker ("the head of the clinic, …"): no verb, no stop."""
        span = self.article.doc.char_span(start, end, alignment_mode="contract")
        if span is None or self.ends.between(start, end) or self.marks.between(start, end):
            return False
        return not any(
            t.pos_ in {"VERB", "AUX", "CCONJ", "SCONJ", "ADP"} and t.lower_ not in {"of", "for", "at"}
            for t in span
        )

    def cue_before(self, marked: Marked, passage: Passage) -> Draft | None:
        """The draft of the last cue before a quotation in the same sentence."""
        at = bisect_right(self._starts, marked.opened) - 1
        covering = None
        furthest = at - MOST_CUES_BACK
        while at > furthest and at >= 0 and self._starts[at] >= passage.start:
            draft = self.drafts[at]
            assert draft.cue
            if self.ends.any_between(draft.cue.end, marked.opened):
                break
            if any(s.covers(marked.start, marked.start + 1) for s in draft.content):
                return draft
            if marked.closed <= draft.cue.verb.idx and draft.cue.verb.tag_ == "VBG":
                at -= 1  # "took the “bold” step, saying …"
                continue
            between = self.text[draft.cue.end : marked.opened]
            if not draft.content and re.fullmatch(r"\s*[,:]?\s*", between):
                return draft
            if (
                not draft.content
                and self.text.endswith("what ", 0, draft.cue.start)
                and len(between) < MOST_NAMED
            ):
                return draft  # "over what Lee called the board's “…”"
            if covering is None and (
                not draft.content
                or draft.content[-1].end >= draft.cue.end
                or re.fullmatch(r"(?:[^,]|,(?=\d)){0,60}[,:]\s*", between)
            ):
                covering = draft
                if (
                    draft.content
                    and draft.content[-1].end < draft.cue.end
                    and begins_sentence(self.text, marked)
                ):
                    # "When it was over, Lee wrote to him, “It …”": what stands before is not what Lee wrote.
                    draft.content = []
            at -= 1
        return covering

    def colon_before(self, marked: Marked, passage: Passage) -> Draft | None:
        """A draft for whoever a colon makes speak though no verb of saying does ("Lee had a short answer: …")."""
        before = self.text[passage.start : marked.opened].rstrip()
        if not before.endswith(":"):
            return None
        return self.colon_at(passage.start + len(before) - 1, passage.start)

    def colon_at(self, colon: int, start: int) -> Draft | None:
        """A draft for whoever speaks by a colon at an offset, in words that begin at `start` or later."""
        speaker = leading_in(self.article.doc, colon, start, self.marks)
        if speaker is None:
            return None
        draft = Draft(self.voices.source(speaker), None)
        self.drafts.append(draft)
        return draft

    def lost_cue(self, marked: Marked) -> Draft | None:
        """A draft for the verb of saying before a mark that the parse has left without subject ("…, accused them of “…”")."""
        verb = verb_before(self.article.doc, marked, self.marks)
        if verb is None or TITLE_CASE.fullmatch(self.text, marked.start, marked.end):
            return None
        if is_unsaid(verb, verb_lemma(verb)):
            return None
        speaker = speaker_nearby(verb, self.marks)
        if speaker is None and verb_lemma(verb) in SHOWING | {"imply", "signal", "hint"}:
            return None
        source = self.voices.source(speaker) if speaker else None
        start, end = phrase(verb, speaker) if speaker else (verb.idx, verb.idx + len(verb))
        draft = Draft(source, Cue(verb, speaker, start, end, True))
        self.drafts.append(draft)
        return draft

    def to_whom(self, marked: Marked) -> Draft | None:
        """A draft for whom a sentence begins with ("To Lee, the plan “…”"): the words are his though no verb says so."""
        opening = self.article.doc.char_span(marked.opened, marked.opened + 1, alignment_mode="expand")
        if opening is None or TITLE_CASE.fullmatch(self.text, marked.start, marked.end):
            return None
        person = viewer(opening[0].sent)
        if person is None or person.i >= opening.start:
            return None
        draft = Draft(self.voices.source(person), None)
        self.drafts.append(draft)
        return draft

    def covering(self, marked: Marked) -> Draft | None:
        """The draft of a cue nearby whose content covers the marks already."""
        at = bisect_right(self._starts, marked.opened)
        near = self.drafts[max(0, at - MOST_CUES_BACK) : min(at + MOST_CUES_BACK, len(self._starts))]
        return next((d for d in near if any(s.covers(marked.start, marked.end) for s in d.content)), None)

    def same_as_before(self, marked: Marked, before: tuple[Marked, Draft] | None) -> Draft | None:
        """The draft of the quotation before in the same paragraph, where this one goes on with it."""
        if before is None:
            return None
        other, draft = before
        start = other.closed
        if draft.cue and draft.cue.start >= other.closed and draft.cue.end <= marked.opened:
            start = draft.cue.end
        gap = self.text[start : marked.opened]
        if self.foreign_cue(start, marked.opened):
            return None
        ends = self.ends.between(start, marked.opened)
        if start > other.closed and (not ends or (len(ends) == 1 and ends[0][1] >= marked.opened)):
            return draft
        return draft if len(re.findall(r"\w+", gap)) <= 8 and len(ends) <= 1 else None

    def foreign_cue(self, start: int, end: int) -> bool:
        """True where somebody takes the floor between two offsets: not within a clause about the speaker."""
        return any(takes_floor(d) for d in self.drafts_within(start, end))

    def sentence_before(
        self, marked: Marked, passage: Passage, before: tuple[Marked, Draft] | None
    ) -> Draft | None:
        """The draft of the sentence before, where a person speaks in it and this quotation is a sentence of its own."""
        if not is_sentence(self.text, marked, passage) or marked.opened == passage.start:
            return None
        at = bisect_right(self._starts, marked.opened) - 1
        if at < 0 or self._starts[at] < passage.start:
            return None
        draft = self.drafts[at]
        assert draft.cue
        ends = self.ends.between(draft.cue.end, marked.opened)
        if len(ends) > 1 or draft.source is None or not speaks_for_himself(draft.source):
            return None
        return draft

    def sole_speaker(
        self, marked: Marked, passage: Passage, before: tuple[Marked, Draft] | None
    ) -> Draft | None:
        """The draft of the quotation before where no other speaks in the paragraph ("…," said Lee. He is 40. “…”)."""
        if before is None or not is_sentence(self.text, marked, passage):
            return None
        source = before[1].source
        if source is None or source.kind not in {SourceKind.PERSON, SourceKind.ANONYMOUS}:
            return None
        others = self.drafts_within(passage.start, marked.opened)
        is_sole = all(not takes_floor(d) or d.source is None or d.source.name == source.name for d in others)
        return before[1] if is_sole else None

    def drafts_within(self, start: int, end: int) -> list[Draft]:
        """The drafts whose cues stand between two offsets."""
        return self.drafts[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def passage_before(self, marked: Marked, passage: Passage, previous: Passage | None) -> Draft | None:
        """The draft of the paragraph before: led in by its colon, left open by its marks, or gone on with by a person."""
        if (
            previous is None
            or marked.opened > passage.start + 1
            or passage.role is not Role.BODY
            or previous.role is not Role.BODY
        ):
            return None
        text = self.text[previous.start : previous.end]
        draft = self.last_voice(previous)
        if text.endswith(":") and draft is not None:
            is_far = draft.cue is None or self.ends.any_between(draft.cue.end, previous.end - 1)
            return (self.colon_at(previous.end - 1, previous.start) if is_far else None) or draft
        last = self.marks.between(previous.start, previous.end)
        if last and not last[-1].is_closed and (held := self.holder(last[-1])):
            return held
        if not is_sentence(self.text, marked, passage) or marked.closed < passage.end - 1:
            return None
        quoted = self.holder(last[-1]) if last else None
        held = quoted or draft
        if held is None or held.source is None:
            return None
        # A body goes on only where "they said" has just gone on with its statement, or it "said in a statement".
        behind = self.text[held.cue.end : previous.end] if held.cue else ""
        is_statement = held.source.text.casefold() == "the statement" or (
            quoted is not None
            and (held.source.text.casefold() in {"they", "it"} or IN_STATEMENT.match(behind))
        )
        ends = is_statement and held.cue and not self.ends.any_between(held.cue.end, previous.end - 1)
        return held if speaks_for_himself(held.source) or ends else None

    def last_voice(self, passage: Passage) -> Draft | None:
        """The last draft of a passage that takes the floor there: not within another's words, nor in a clause on somebody."""
        found = self.drafts_within(passage.start, passage.end)
        for draft in reversed(found):
            cue = draft.cue
            if cue is None or not takes_floor(draft) or draft.source is None:
                continue
            if not any(s.covers(cue.start, cue.end) for d in found if d is not draft for s in d.content):
                return draft
        return found[-1] if found else None

    def holder(self, marked: Marked) -> Draft | None:
        last = getattr(self, "last", None)
        return last[1] if last and last[0] == marked else None
