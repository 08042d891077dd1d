"""Words that tell and do not judge: what a question can set beside a word that judges.

Own list of general English, written for this project: the commonest nouns and verbs of news for times, places, bodies,
offices, papers, things and plain acts, as they stand in a text. No word is in that could praise, blame, frighten or
belittle in some sentence, or that stands in a figure of speech more often than not.
"""

from __future__ import annotations

from quizzes.nlp.lexicons.wordlists import words

TIMES = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february april june july september
    october november december morning afternoon evening week weeks weekend month months year years decade hour hours
    minute minutes noon midnight spring autumn winter
    """
)
BODIES = words(
    """
    committee committees council councils commission company companies department departments ministry agency agencies
    office offices court courts parliament congress senate assembly university universities college colleges school
    schools hospital hospitals airline airlines airport airports bank banks union unions association federation
    foundation institute newspaper newspapers magazine television radio website websites government governments
    administration team teams club clubs police navy
    """
)
OFFICES = words(
    """
    president minister ministers secretary mayor governor governors senator senators lawmaker lawmakers legislator
    legislators judge judges lawyer lawyers attorney attorneys doctor doctors nurse nurses teacher teachers professor
    professors student students pupil pupils parent parents driver drivers passenger passengers pilot pilots worker
    workers employee employees employer employers farmer farmers fisherman fishermen engineer engineers scientist
    scientists researcher researchers reporter reporters journalist journalists editor editors author authors
    spokesman spokeswoman spokesperson official officials officer officers resident residents citizen citizens voter
    voters member members neighbor neighbors neighbour neighbours visitor visitors customer customers owner owners
    tenant tenants director directors manager managers player players captain coach
    """
)
PEOPLE = words(
    "people person persons woman women man men child children family families brother sister mother father daughter son wife husband"
)
PAPERS = words(
    """
    letter letters email emails report reports document documents statement statements article articles book books
    page pages paper papers form forms ballot ballots photograph photographs photo photos video videos recording
    interview interviews speech conference meeting meetings survey questionnaire invoice receipt ticket tickets
    passport certificate contract contracts bill budget lawsuit petition memo tweet tweets post posts message messages
    """
)
THINGS = words(
    """
    building buildings house houses apartment apartments street streets road roads bridge bridges station stations
    train trains bus buses car cars truck trucks lorry plane planes aircraft flight flights ship ships boat boats
    vehicle vehicles bicycle phone phones telephone computer computers camera cameras screen table door window roof
    kitchen garden park river lake beach island village villages town towns city cities county counties district
    districts province provinces region regions country countries border airport harbor harbour port factory factories
    shop shops store stores restaurant hotel hotels museum theater theatre church churches library stadium field
    package packages envelope envelopes box boxes water electricity oil coal snow rain temperature
    """
)
MATTERS = words(
    """
    number numbers figure figures percent percentage dollars euros pounds price prices tax taxes salary wage wages
    vote votes election elections law laws rule rules hearing session agreement proposal proposals plan plans program
    programs programme programmes project projects service services system systems product products data sample
    remark remarks comment comments word words response responses criticism measure measures legislation
    victory loss defeat win debate discussion argument suit case cases ruling hearings shooting arrest
    question questions answer answers request requests reply decision application name names age address list part
    parts section section group groups area areas
    """
)
ACTS = words(
    """
    said told asked answered replied wrote added announced arrived came went met visited sat stood walked drove flew
    traveled travelled called phoned sent received opened closed signed voted read spoke began ended started continued
    worked lives lived studied taught bought sold paid moved returned entered took brought appeared
    attended published posted filed printed recorded counted measured planned scheduled includes included according
    """
)

MORE_THINGS = words(
    """
    industry business businesses market markets economy campaign candidate candidates primary nomination career tenure
    term visit trip journey image images picture pictures software device devices fingerprint sensor scanner account
    accounts investigation inquiry review process position role job jobs staff celebration celebrations event events
    music song concert ceremony festival match season quarter knee patient patients treatment test
    tests provision provisions amendment chapter plaintiff plaintiffs defendant trial jury communications headquarters
    equipment machine machines material materials stairs floor kitchen garage platform carriage runway deck route map
    sky ground soil wood stone metal glass food bread coffee clothes shirt shoes hair hand hands
    """
)
OF_WHAT_FIELD = words(
    """
    federal national local regional municipal annual monthly weekly daily northern southern eastern western central
    electoral legal medical financial military electric electronic digital online presidential congressional parliamentary
    judicial constitutional academic industrial agricultural environmental residential
    """
)
"""Adjectives that say of what field, place or time a thing is."""

PLAIN_WORDS = (
    MORE_THINGS | OF_WHAT_FIELD | TIMES | BODIES | OFFICES | PEOPLE | PAPERS | THINGS | MATTERS | ACTS
)

GRAVE = words(
    """
    killed died dies dead death deaths injured wounded hurt arrested charged indicted convicted sentenced jailed sued
    banned denied opposed resigned quit evacuated cancelled canceled suspended protested protest
    protests investigated investigating deported detained expelled dismissed dismissal lawsuit lawsuits deadline
    shutdown emergency deficit debt resignation arrest arrests conviction indictment accused accusation accusations
    allegation allegations complaint complaints injury injuries victim victims suspect suspects defendant warned warning
    lost loses defeated blocked delayed withdrew withdrawn stopped
    prison jail police theft stolen robbery weapon weapons gun guns gunman shooter bomb bombs
    earthquake poverty illness
    disease cancer deportation harassment violence discrimination
    """
)
"""Words for what is grave in itself: they tell it, and those whom it befell and those who did it would both use them."""
