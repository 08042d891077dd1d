"""Questions to talk about in the debrief, in words for a fourteen-year-old: our own, one for each thing a class can miss.

Which is asked: the question of the misconception that most of the class fell for, where there is one; else that of
the discrepancy's relation; else that of the kind of finding. None says which answer is right, so that it can be asked
before the key is shown and the class can vote again; each asks for a reason or for what to do next.
"""

from __future__ import annotations

from quizzes.nlp.types import FindingKind, Relation

BY_KIND: dict[str, str] = {
    FindingKind.DISCREPANCY: "Both reports are about the same thing. What would you have to know to say which one is right?",
    FindingKind.AGREEMENT: "The reports say the same. Does that make it true? Where might they all have it from?",
    FindingKind.QUOTATION_ALTERED: "Somebody said this once. What does the speaker mean in each version? Who changed it, and why?",
    FindingKind.QUOTATION_UNATTRIBUTED: "Whose words are these? What would you do to find out before you pass them on?",
    FindingKind.ANONYMOUS_SOURCE: "Why might somebody talk to a reporter and not give a name? What would make you trust it anyway?",
    FindingKind.UNATTRIBUTED_FIGURE: "Who could have counted this? What would you ask the reporter?",
    FindingKind.VOICE_UNIQUE: "One report lets this person speak, the others do not. How does the story change when you leave the voice out?",
    FindingKind.OMISSION: "One report tells this, another leaves it out. Give a good reason to leave it out, and a bad one.",
    FindingKind.LABEL_CHOICE: "Two words for the same people. What does each word make you feel? Which one would they use themselves?",
    FindingKind.LOADED_LANGUAGE: "Say it again with a plain word. What do you lose, and what do you win?",
    FindingKind.REPORT_VERB: "Put “said” in place of the verb. What has changed?",
    FindingKind.HEADLINE_ANGLE: "Read only the headlines. Who does something in each, and who is left out? Which story do you expect?",
    FindingKind.AGENTLESS: "Something bad was done. Can you tell from this sentence who did it? Who gains when it is left out?",
    FindingKind.TEXT_REUSE: "The same sentence stands in two reports. Do you now have two sources or one?",
    FindingKind.LOST_ATTRIBUTION: "In one report somebody says this, in the other it simply stands there. What do you believe in each case?",
    FindingKind.NAME_VARIANT: "Two spellings of one name. How could you find out whether they mean the same?",
    FindingKind.INTRUDER: "One of these sentences belongs to another story. How could you tell?",
}
BY_RELATION: dict[str, str] = {
    Relation.CONFLICT: "Who could know this, and who might want it high or low? What would you print?",
    Relation.PRECISION: "One report is exact, the other is not. Can both be right? Which one would you print, and why?",
    Relation.SCOPE: "What does each report count? Say it so that both can be right.",
    Relation.UPDATE: "One report is newer. What may have changed in between, and does newer mean better?",
}
"""For discrepancies: how their two sides stand to each other says more than that they differ."""
BY_MISCONCEPTION: dict[str, str] = {
    "vague-taken-for-high": "How many can “several” or “dozens” mean? Say the smallest number, then the largest.",
    "bare-figure-believed": "Look for the words that say who counted. Are they there? What does it mean if they are not?",
    "newest-is-truest": "Is the newest report always the best one? Think of a time when the first one was right.",
    "sources-run-together": "One report has two sources. Point to each number: who says it?",
    "source-from-elsewhere": "Put your finger on the number. Who is named in that very sentence?",
    "outlet-swapped": "Same source, two reports: which of them quotes it? Show the place.",
    "other-occurrence": "How many things happen in these reports? Which of them is each number about?",
    "other-measure": "What exactly is counted here: dead, hurt, homes, days? Read the word after the number.",
    "average-of-figures": "Two people count and get 4 and 30. Would 17 be a good answer? Why, or why not?",
    "sum-of-figures": "Two reports count the same people. What happens if you add the numbers up?",
    "rounding-read-as-exact": "What is the job of words like “about” and “at least”? Leave them out and see what changes.",
    "source-assumed": "What does the report itself say about where it knows this from? Only what it says counts.",
    "attribution-overlooked": "Hunt for “said” and “according to”. Where does somebody's word begin, and where does it end?",
    "nearest-name-taken": "Find the verb of saying. Who does it? Is that the nearest name?",
    "speaker-carried-over": "Somebody spoke one line earlier. Is it the same person now? How can you tell?",
    "difference-read-as-error": "Two reports differ. Must one be wrong? Find a way in which both can be right.",
    "difference-explained-away": "Is there one number that would make both reports right? Try to name it.",
    "same-topic-read-as-copy": "Same event, two reports. What would show that one copied from the other?",
    "silence-read-as-denial": "A report does not speak of it. Does it say no to it? What may be the reason?",
    "silence-overlooked": "Which report leaves this out? How do you look for something that is not there?",
    "telling-overlooked": "One report tells this in other words. Find them: what stayed, what changed?",
    "plain-word-read-as-judging": "Would both sides use this word? Then what does it do: tell or judge?",
    "grave-fact-read-as-judgement": "Is it a hard word because it judges, or because what happened is hard? How could you check?",
    "strong-word-read-as-plain": "Who would never use this word? What would they say instead?",
    "quotation-read-as-own-voice": "Whose word is it, the reporter's or the speaker's? What shows it?",
    "report-verb-overlooked": "“Said”, “claimed”, “admitted”: act each one out. What is the difference?",
    "distance-read-into-verb": "Does the verb itself doubt the speaker, or do you? How can you tell?",
    "acted-on-read-as-actor": "In the headline, who does it, and to whom is it done? Turn it round: does it still say the same?",
    "topic-read-as-actor": "What is the headline's verb? Who does it?",
    "agent-left-out-overlooked": "Ask the headline: by whom? Does it answer?",
    "spoken-of-read-as-heard": "Do we hear this person's own words, or only talk about them? Look for the quotation marks.",
    "words-of-another-speaker": "Read who stands beside the quotation marks. Does the name fit the words?",
}
"""By the names of quizzes.items.misconceptions; one without an entry is talked about by its finding."""
ANY = "What made the wrong answers look right? What would you look for next time?"
"""For an item of the teacher's own, which rests on no finding."""


def prompt(kind: str, relation: str = "", misconception: str = "") -> str:
    """The question to put to a class about an item, by the misconception most fell for, its relation, its kind."""
    return (
        BY_MISCONCEPTION.get(misconception)
        or (BY_RELATION.get(relation) if kind == FindingKind.DISCREPANCY else None)
        or BY_KIND.get(kind)
        or ANY
    )
