"""Words of saying: verbs that hand words on, nouns for those who are not named, for documents and for agencies.

Verbs are derived from WordNet (tables "saying", "voicing", "judging"), with supplements and exclusions that say why they
are made by hand; the nouns are our own lists of general newspaper English, made from no article. Lemmas; British spellings
stand beside American ones.
"""

from __future__ import annotations

from quizzes.nlp.lexicons.derived import rows_of, words_of
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.wordlists import words

SAYING_ALSO = words(
    """
    add beg begin caution certify chant characterise characterize charge cite clarify conclude confide confirm
    continue crack deadpan dismiss elaborate email estimate exhort find fume gush implore inform insist intone
    jeer lament laugh maintain muse narrate observe posit post propose rant read reason reassure recall reckon
    recollect recount reject rejoin remember remind respond reveal rule scoff scream shrug sigh signal sing snap
    sneer sniff snipe speak speculate summarise summarize surmise talk tease text thank theorise theorize threaten
    tweet vent wonder yell
    """
)
"""Verbs that hand words on in news, and mostly mean something else in WordNet's texts ("add", "continue", "find"), or have
no that-clause there ("joke that …")."""
NO_WORDS = words(
    """
    accent account accurse adulate adumbrate advertise advertize air arraign assassinate badmouth barrage beef
    besmirch bet blandish bootlick brown-nose bruit bulletin cable cackle canonise castigate certificate commend
    compliment connote contest count croak crow crusade debate defend deliberate denote designate discountenance
    disregard dissemble echo ensky evidence exact exalt extol fault feign file flatter forebode fulminate glorify
    gnarl grizzle guarantee guesstimate hail hazard heliograph hen-peck hymn ignore impeach incriminate indict
    instruct kotow kowtow libel malign maunder mind moot nitpick oppugn order parrot petition plain plight
    predicate pretend propagandise propagandize record rhapsodise rhapsodize rubbish sass savage sham shrill
    sibilate sign signify siss sizz slander smirch snub soft-soap sonnet squawk suppose suspect swan teach
    telegraph toady tout traduce trash truckle unwrap vitriol volunteer wager will yawp
    """
)
"""Derived, and as a rule no sign that the subject's words follow: money, forms, pretence, courts and flattery."""
SAYING = (words_of("saying") | words_of("voicing") | words_of("judging") | SAYING_ALSO) - NO_WORDS
"""Verbs whose subject hands words on."""

ASSERTING = frozenset(
    """argue assert contend insist reply retort recall acknowledge admit quip joke remark testify vow tweet write add note
    announce declare explain concede complain allege point respond counter caution promise pledge reiterate deny
    assure lament speculate stress emphasize emphasise warn""".split()
)
"""Verbs that only somebody who speaks can be the subject of: whatever noun stands there speaks."""

PLAIN = words(
    """
    accuse acknowledge add admit advise advocate affirm agree allege announce argue ask assert assure attest blame
    boast brag caution certify characterise characterize claim clarify complain concede conclude concur condemn
    confide confirm contend criticise criticize deadpan declare decry demand denounce deny deplore disclose
    dismiss emphasise emphasize enthuse estimate explain forecast fume gush hint imply indicate inform insinuate
    insist intone lament maintain mention narrate note observe opine pledge posit praise predict proclaim promise
    propose reason reassure recall recollect recommend recount reiterate reject remark remember remind repeat
    report request reveal rule say signal specify speculate state stipulate stress suggest summarise summarize
    surmise swear tell testify theorise theorize threaten thunder tweet underline underscore urge venture vouch
    vow warn write
    """
)
"""Verbs of saying that report a clause without "that" and mean little else: WordNet's frames do not tell these apart."""
NEEDS_MARKS = SAYING - PLAIN
"""Verbs that also have a meaning without words: taken with quotation marks or a that-clause only."""

HEARER_VERBS = frozenset(
    "tell ask inform remind assure reassure advise warn urge thank question text email threaten instruct".split()
)
"""Verbs whose object is a hearer, never what is said."""

NAMING = frozenset(
    """call describe denounce condemn criticize criticise praise dismiss reject accuse blame characterize
    characterise deplore decry label brand dub hail mock ridicule deride slam blast lambaste welcome deny confirm
    report announce claim acknowledge admit estimate predict propose forecast demand cite suggest allege
    disclose reveal note stress emphasize emphasise promise pledge urge request recommend
    identify compare liken term refer rebuke tout decry defend lament""".split()
)
"""Verbs that give what somebody says of a thing as an object ("denied any role", "called it a mistake")."""

THINKING = frozenset(
    "believe think expect fear hope suspect doubt worry consider feel assume anticipate conclude".split()
)
"""Verbs of thinking: the thought is the subject's, but nobody is quoted by them without marks."""

SHOWING = frozenset(
    "show indicate suggest reveal find state read say report conclude confirm note estimate detail".split()
)
"""What documents do."""

IMPERSONAL = frozenset(
    "say believe think report allege claim understand rumour rumor fear estimate expect consider".split()
)
"""Verbs of "it is believed that" and "is said to": somebody says so, nobody is named."""

DOCUMENTS = frozenset(
    """report study survey poll document record statement filing letter email e-mail memo memorandum data figure
    statistic finding affidavit complaint indictment lawsuit suit transcript testimony release communique communiqué
    bulletin census analysis assessment audit review paper research estimate tweet post message text note article
    book memoir website invoice register log file dossier order ruling opinion decision filings leaflet advisory
    notice footage video recording dispatch advertisement advert ad commercial poster brochure placard sign banner headline
    biography obituary resolution petition motion decree treaty manifesto proclamation code clause""".split()
)
"""Nouns for things that say something in writing or in pictures."""

UNNAMED = frozenset(
    """official officials source sources ally allies authority authorities analyst analysts expert experts observer observers
    critic critics witness witnesses eyewitness eyewitnesses resident residents local locals spokesman spokeswoman
    spokesperson spokespeople aide aides insider insiders diplomat diplomats investigator investigators commander
    commanders fighter fighters officer officers lawyer lawyers adviser advisers advisor advisors employee employees
    worker workers person people man woman men women friend friends neighbour neighbours neighbor neighbors
    relative relatives scientist scientists researcher researchers doctor doctors medic medics economist economists
    lawmaker lawmakers politician politicians supporter supporters opponent opponents activist activists
    protester protesters passenger passengers villager villagers survivor survivors colleague colleagues
    strategist strategists operative operatives staffer staffers executive executives trader traders
    investor investors bystander bystanders driver drivers student students teacher teachers parent parents
    soldier soldiers member members leader leaders minister ministers senator senators prosecutor prosecutors
    professional professionals practitioner practitioners specialist specialists contractor contractors
    veteran veterans voter voters group groups organisation organisations organization organizations monitor
    monitors medium media outlet outlets report reports rumour rumours rumor rumors agency agencies
    pundit pundits commentator commentators veteran veterans attorney attorneys negotiator negotiators
    rebel rebels militant militants""".split()
)
"""Heads of noun phrases that speak without a name."""

NEVER_NAMED = frozenset(
    """official source authority analyst expert observer critic witness eyewitness insider diplomat aide investigator
    adviser advisor person people""".split()
)
"""Lemmas that mark a voice as unnamed even with a definite article ("the official said")."""

BODIES = frozenset(
    """police ministry department government administration company army military navy court council committee
    commission party union bank agency office bureau board parliament congress senate house embassy hospital
    university school club team association federation foundation institute observatory authority service fund
    group organisation organization campaign firm corporation force troop monitor watchdog
    treasury cabinet palace airline operator manufacturer network coalition alliance centre center church
    presidency coastguard television radio newspaper broadcaster magazine channel airline airlines airways secretariat league conference panel regulator utility brigade movement faction""".split()
)
"""Heads of noun phrases for bodies that speak as one."""

ROLES = frozenset(
    """president minister spokesman spokeswoman spokesperson secretary chairman chairwoman chair director chief head
    leader mayor governor senator congressman congresswoman representative judge justice lawyer attorney prosecutor
    general commander captain sergeant sheriff officer professor doctor teacher coach manager owner founder editor
    author ambassador envoy pope king queen prince princess analyst expert official commissioner premier chancellor
    candidate father mother brother sister son daughter wife husband widow victim witness suspect defendant
    engineer scientist researcher economist activist resident player actor actress singer writer speaker""".split()
)
"""Titles and roles that stand beside a name or for it."""

FIRMS = frozenset(
    """organiser organizer operator manufacturer supplier developer distributor retailer insurer employer publisher
    producer provider promoter lender""".split()
)
"""Nouns for persons that name a firm as often: "the organiser said it …"."""

CAN_SPEAK = (DOCUMENTS | BODIES | ROLES | PEOPLE) - {"body", "personnel"}
"""Heads of noun phrases whose verb of saying may hand words on."""

UNNAMED_PEOPLE = PEOPLE - ROLES - FIRMS
"""Nouns for people that are no title and no firm: alone they name nobody."""

AGENCY_NAMES = frozenset(
    """ap afp reuters upi dpa efe ansa xinhua tass interfax bernama pti ani aap bbc cnn nbc cbs abc npr pbs fox msnbc
    bloomberg politico axios itv haaretz ynet spiegel figaro kommersant asahi yomiuri huffpost buzzfeed breitbart espn
    cnbc techcrunch""".split()
)
"""News agencies and broadcasters by their short names, folded."""

OUTLET_NAMES = frozenset(
    """news times post herald tribune journal gazette chronicle telegraph guardian mirror observer examiner daily
    press radio television tv magazine newspaper broadcaster weekly broadcasting reuters newsweek""".split()
)
"""Words in the names of papers, channels and agencies, folded."""

HEARERS = frozenset(
    """reporter reporters journalist journalists audience crowd lawmakers court jury congress parliament supporters
    television radio newspaper newspapers him her them us me it you""".split()
)


def inflected(verb: str) -> set[str]:
    """The regular forms of a verb (present, past, participles), spelled by the usual rules."""
    if verb.endswith("e"):
        return {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    forms = {verb, third, verb + "ed", verb + "ing"}
    if verb[-1] not in "aeiouwxy" and verb[-2] in "aeiou" and verb[-3] not in "aeiou":
        forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    return forms


VERBS = SAYING | NAMING | THINKING | SHOWING | IMPERSONAL

BARING = frozenset({"reveal", "disclose", "expose"})
"""What letters do to those who read them."""

VERB_FORMS = (
    {form: verb for verb in sorted(VERBS) for form in inflected(verb)}
    | {form: verb for form, verb in rows_of("irregular_verbs") if verb in VERBS}
    | {
        "showed": "show",
        "foretold": "tell",
        "retold": "tell",
        "wept": "cry",
        "read": "read",
        "forecast": "forecast",
    }
)
"""Form → verb, for all verbs of saying: a lemmatizer guesses at what it has not learnt ("joked", "shouted")."""
