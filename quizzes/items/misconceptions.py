"""The closed list of misconceptions: what choosing a distractor shows, and what to do next time.

The list grew from what readers of several texts are known to do (Stanford History Education Group,
"Evaluating Information", 2016; Wineburg, "Historical Thinking", 2001; the findings this program makes).
A distractor carries a name from here and from nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Misconception:
    """`shows` speaks to the teacher about a student who chose it, `next_time` to the student."""

    name: str
    shows: str
    next_time: str


_LIST = (
    Misconception(
        "vague-taken-for-high",
        "Takes a vague word for a high number.",
        "Ask how many a word like “several” can mean before you compare it with a figure.",
    ),
    Misconception(
        "bare-figure-believed",
        "Trusts a figure that stands without a source as if it were settled.",
        "When a figure stands alone, ask who counted and look for a name.",
    ),
    Misconception(
        "first-figure-found",
        "Stops at the first figure found and does not compare all the articles.",
        "Find the figure in every article before you decide.",
    ),
    Misconception(
        "newest-is-truest",
        "Takes the newest report for the right answer without comparing what it says.",
        "A later article can still be wrong or count something else: compare what each one says.",
    ),
    Misconception(
        "sources-run-together",
        "Runs two sources of one article together and gives one the other's figure.",
        "Where an article names two sources, ask of each figure who says it.",
    ),
    Misconception(
        "source-from-elsewhere",
        "Has the right outlet, but takes the source from another article.",
        "Go back to the sentence with the figure and see who is named there.",
    ),
    Misconception(
        "outlet-swapped",
        "Remembers the source, but not which article quotes it.",
        "Note the outlet and the source together when you find a figure.",
    ),
    Misconception(
        "other-occurrence",
        "Takes a figure that belongs to another event told in the articles.",
        "Before you take a figure, check which event the sentence is about.",
    ),
    Misconception(
        "other-measure",
        "Takes a figure that counts something else.",
        "Before you take a figure, check what it counts.",
    ),
    Misconception(
        "average-of-figures",
        "Takes the middle of figures that do not agree.",
        "Reports that differ are not averaged: look at who says each figure.",
    ),
    Misconception(
        "sum-of-figures",
        "Adds up figures that count the same thing.",
        "Two counts of one thing are not added: they are two answers to one question.",
    ),
    Misconception(
        "figures-agree-unread",
        "Takes figures for equal that differ.",
        "Write the figures side by side before you say that articles agree.",
    ),
    Misconception(
        "rounding-read-as-exact",
        "Takes a rounded or fenced figure for an exact one.",
        "Watch for words like “about”, “at least” and “dozens”: they leave room.",
    ),
    Misconception(
        "source-assumed",
        "Supplies a source that the article does not give.",
        "Ask what the article itself says about where it knows this from.",
    ),
    Misconception(
        "attribution-overlooked",
        "Overlooks words that say who something comes from.",
        "Look in the same sentence for words like “said” or “according to”.",
    ),
    Misconception(
        "nearest-name-taken",
        "Gives words to somebody named nearby instead of the one who says them.",
        "Find the verb of saying beside the words and ask who does it.",
    ),
    Misconception(
        "speaker-carried-over",
        "Gives words to a speaker of other words, though nobody is named for these.",
        "Look for a name beside the words: where there is none, the article does not say whose they are.",
    ),
    Misconception(
        "kept-read-as-cut",
        "Takes words that both versions of a quotation have for words that one leaves out.",
        "Lay the two quotations side by side and cross out what both have.",
    ),
    Misconception(
        "words-of-another-outlet",
        "Gives one outlet the words of another.",
        "Find the words in the article before you say whose they are.",
    ),
    Misconception(
        "acted-on-read-as-actor",
        "Takes the one acted on in a headline for the one who acts.",
        "Ask of the headline's verb: who does it, and to whom?",
    ),
    Misconception(
        "topic-read-as-actor",
        "Takes what a story is about for the one who acts in its headline.",
        "Find the verb of the headline first, then ask who does it.",
    ),
    Misconception(
        "difference-read-as-error",
        "Takes every difference for a mistake of one side.",
        "Ask first whether both can be right: a rounder number or another spelling is no mistake.",
    ),
    Misconception(
        "difference-explained-away",
        "Finds a reason why both are right where both cannot be.",
        "Ask whether any one number would fit both: where none does, one of them is wrong.",
    ),
    Misconception(
        "spelling-read-as-difference",
        "Takes two spellings of one name for two names.",
        "Say both names aloud and compare what is told of them before you take them for two.",
    ),
    Misconception(
        "other-story-overlooked",
        "Takes any sentence of an article for a part of its story.",
        "Ask of each sentence whether it is about the same happening as the headline.",
    ),
    Misconception(
        "same-topic-read-as-copy",
        "Takes articles on the same event for copies of each other.",
        "Two texts share a source for certain only where whole phrases are the same.",
    ),
    Misconception(
        "printing-read-as-writing",
        "Takes the outlet that prints a text for the one that wrote it.",
        "Look for the name of a news agency at the beginning and the end: outlets often print what an agency wrote.",
    ),
    Misconception(
        "agency-not-looked-up",
        "Thinks of an agency, and does not look up which one the text names.",
        "Open the articles and find the mark: a short name in brackets behind the place, or a line of rights at the end.",
    ),
    Misconception(
        "silence-read-as-denial",
        "Takes what an article leaves out for something that it denies.",
        "An article that does not speak of a thing says neither yes nor no to it.",
    ),
    Misconception(
        "silence-overlooked",
        "Does not notice that an article leaves something out.",
        "Look for the fact in every article before you say who tells it.",
    ),
    Misconception(
        "telling-overlooked",
        "Does not notice that an article tells the same thing in other words.",
        "Look for what the sentence is about, not for its words, and read the whole article.",
    ),
    Misconception(
        "plain-word-read-as-judging",
        "Takes a word that only informs for one that judges.",
        "Ask whether somebody with another opinion would have to use another word: if not, it is a plain one.",
    ),
    Misconception(
        "grave-fact-read-as-judgement",
        "Takes a word for a grave fact for a judgement.",
        "Ask whether it names something that can be checked: then it informs, however grave it is.",
    ),
    Misconception(
        "strong-word-read-as-plain",
        "Takes another word that judges for a plain one.",
        "Ask whether somebody with another opinion would use the word too: if not, it judges as well.",
    ),
    Misconception(
        "quotation-read-as-own-voice",
        "Takes words that the outlet only quotes for the outlet's own view.",
        "Look for quotation marks and a speaker before you say whose word it is.",
    ),
    Misconception(
        "report-verb-overlooked",
        "Reads every verb of saying as a plain “said”.",
        "Put “said” in the verb's place and ask what has changed.",
    ),
    Misconception(
        "distance-read-into-verb",
        "Hears doubt or guilt in a verb of saying that tells of neither.",
        "Ask what the verb itself says about the words, and not whether you believe them.",
    ),
    Misconception(
        "feeling-read-into-verb",
        "Hears a feeling of the speaker in a verb of saying that tells of none.",
        "Ask what the verb itself says about the speaker, and not how you think they felt.",
    ),
    Misconception(
        "strong-fact-read-as-judgement",
        "Takes any words for people or things for a judgement.",
        "Ask whether those who are meant would call themselves so: if they would, the word names and does not judge.",
    ),
    Misconception(
        "agent-left-out-overlooked",
        "Does not notice that a headline leaves out who did it.",
        "Turn the headline into a full sentence: if “by whom?” stays open, it leaves out who did it.",
    ),
    Misconception(
        "spoken-of-read-as-heard",
        "Takes somebody of whom an article only speaks for somebody whom it lets speak.",
        "Look for the person's own words between quotation marks before you say that an article lets them speak.",
    ),
    Misconception(
        "words-of-another-speaker",
        "Gives the words of one speaker to another.",
        "Find the words between their marks, and read who is named beside them.",
    ),
)

MISCONCEPTIONS: dict[str, Misconception] = {m.name: m for m in _LIST}
