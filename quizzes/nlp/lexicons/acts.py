"""Nouns and verbs that name what happened, in classes: two names of one class may speak of one happening.

Own table of general English (the event nouns of everyday news). A `family` gathers classes that news uses for each
other ("strike", "attack", "raid"); words of different families never name the same happening.
"""

from __future__ import annotations

from dataclasses import dataclass

from quizzes.nlp.lexicons.wordlists import words

NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Act:
    """A class of acts. `means` is what its name alone says about how ("airstrike": air)."""

    name: str
    family: str
    nouns: frozenset[str]
    verbs: frozenset[str] = NO_WORDS
    means: str | None = None


KILLING = "killing"

ACTS = (
    Act(
        "strike",
        "attack",
        words("airstrike air-strike airstrikes bombardment airraid sortie"),
        words("bomb bombard"),
        "air",
    ),
    Act("strike", "attack", words("strike counterattack"), words("strike retaliate")),
    Act(
        "attack",
        "attack",
        words("attack assault ambush offensive onslaught barrage salvo"),
        words("attack assault ambush storm target"),
    ),
    Act("raid", "attack", words("raid"), words("raid")),
    Act("shelling", "attack", words("shelling"), words("shell"), "shell"),
    Act("bombing", "attack", words("bombing"), NO_WORDS, "bomb"),
    Act("explosion", "attack", words("explosion blast detonation"), words("explode detonate")),
    Act(
        "shooting",
        "attack",
        words("shooting gunfire shootout rampage massacre gunfight"),
        words("shoot gun"),
        "gun",
    ),
    Act("stabbing", "attack", words("stabbing"), words("stab"), "knife"),
    Act("crash", "crash", words("crash collision derailment wreck pileup"), words("crash collide derail")),
    Act("sinking", "sinking", words("sinking capsizing shipwreck"), words("sink capsize")),
    Act("fire", "fire", words("fire blaze wildfire inferno bushfire"), words("burn ignite")),
    Act(
        "storm",
        "storm",
        words("storm hurricane tornado twister cyclone typhoon blizzard snowstorm snowfall thunderstorm"),
    ),
    Act("flood", "flood", words("flood flooding deluge tsunami mudslide landslide")),
    Act("earthquake", "earthquake", words("earthquake quake tremor")),
    Act("aftershock", "aftershock", words("aftershock")),
    Act("eruption", "eruption", words("eruption")),
    Act("vote", "vote", words("vote"), words("vote")),
    Act("election", "election", words("election by-election runoff"), words("elect re-elect reelect")),
    Act("primary", "primary", words("primary")),
    Act("referendum", "referendum", words("referendum plebiscite")),
    Act(
        "match",
        "match",
        words("match game final semifinal derby playoff"),
        words("beat defeat thrash rout trounce edge outplay"),
    ),
    Act(
        "protest",
        "protest",
        words("protest demonstration rally march riot unrest sit-in"),
        words("protest demonstrate riot march rally"),
    ),
    Act("lawsuit", "lawsuit", words("lawsuit suit"), words("sue")),
    Act(
        "trial",
        "trial",
        words("trial verdict conviction sentencing acquittal"),
        words("convict acquit sentence jail imprison"),
    ),
    Act("indictment", "indictment", words("indictment"), words("indict")),
    Act("hearing", "hearing", words("hearing")),
    Act("ruling", "ruling", words("ruling")),
    Act("arrest", "arrest", words("arrest"), words("arrest")),
    Act("meeting", "meeting", words("meeting summit talks")),
    Act("news conference", "news conference", words("conference")),
    Act("resignation", "resignation", words("resignation"), words("resign")),
    Act("dismissal", "dismissal", words("firing dismissal ouster sacking"), words("dismiss oust sack")),
    Act(
        "theft",
        "theft",
        words("theft heist robbery burglary break-in looting"),
        words("steal rob burgle loot"),
    ),
    Act("breach", "breach", words("breach hack hacking cyberattack ransomware leak"), words("hack")),
    Act("collapse", "collapse", words("collapse cave-in rockfall"), words("collapse")),
    Act("outage", "outage", words("outage blackout")),
    Act("evacuation", "evacuation", words("evacuation")),
    Act("recall", "recall", words("recall"), words("recall")),
    Act("outbreak", "outbreak", words("outbreak epidemic pandemic")),
    Act(
        "killing", "killing", words("killing murder assassination homicide"), words("kill murder assassinate")
    ),
)
FAMILY_OF_NOUN = {noun: act for act in ACTS for noun in act.nouns}
FAMILY_OF_VERB = {verb: act for act in ACTS for verb in act.verbs}

FAMILY = {act.name: act.family for act in ACTS}

ACCIDENTS = words("crash sinking fire storm flood earthquake eruption collapse outage outbreak")
"""Families of what nobody aims: an article is about one of them at a time."""
HARMFUL = ACCIDENTS | words("attack aftershock protest")
"""Families whose happenings kill: "killed" beside one of them is no act of its own."""
EARLIER = words("earlier previous prior past former")
HARMLESS = words(
    "vote election primary referendum lawsuit trial indictment hearing ruling meeting resignation dismissal recall walkout"
) | {"news conference"}
"""Families in which nobody comes to harm: a toll beside one of them is of something else."""
RESULTS = words("win victory defeat loss draw")
"""Nouns that tell a match where a score stands beside them."""
ROUNDUPS = words("raid operation sting protest march rally demonstration riot unrest clash crackdown swoop")
"""Acts that arrests are a part of."""
ANOTHER = words("another second third fourth fifth separate earlier previous different prior")
"""Words beside a noun that set its act apart from one already told."""

CHAMBERS = words(
    "senate house parliament congress council committee subcommittee assembly commons lords cabinet board panel"
)
"""Bodies whose votes are told apart."""
PASSING = words("pass approve reject adopt")
"""Verbs by which a chamber votes."""
WALKOUT = Act("walkout", "walkout", words("walkout"))
"""A strike of workers."""
KILLING_VERBS = words("kill murder wound injure")
KILLERS = {
    "gunman": "shooting",
    "gunmen": "shooting",
    "shooter": "shooting",
    "sniper": "shooting",
    "bomber": "bombing",
    "knifeman": "stabbing",
    "attacker": "attack",
    "assailant": "attack",
}
"""Whose killing is which act."""
TRACES = words(
    "toll victim suspect site scene survivor aftermath death investigation probe inquiry gunman shooter damage relief result"
)
"""Nouns that an act's own noun stands before when its happening is meant ("the shooting suspect")."""

GENERIC = words("incident action operation response event accident tragedy disaster violence crime")
"""Nouns that point back at a happening of any family."""
EVENTFUL = words("incident operation accident tragedy disaster violence crime")
"""Those that can be a happening's only name; an "action" or "response" says nothing alone."""
MILD = words("event action operation response")
"""Those that may stand for what hurts nobody."""
UNMISTAKABLE = words("shelling bombing shooting stabbing")
"""Acts of force that are no figures of speech."""
BACKWARD = words("this that these those such")

PROJECTILES = {
    "rocket": "rocket",
    "missile": "missile",
    "shell": "shell",
    "mortar": "mortar",
    "bomb": "bomb",
    "drone": "drone",
    "bullet": "gun",
    "shot": "gun",
    "artillery": "shell",
    "grenade": "grenade",
    "torpedo": "torpedo",
}
CARRIERS = {
    "plane": "plane",
    "airplane": "plane",
    "aircraft": "plane",
    "jet": "plane",
    "airliner": "plane",
    "helicopter": "helicopter",
    "train": "train",
    "tram": "train",
    "bus": "road",
    "coach": "road",
    "car": "road",
    "truck": "road",
    "lorry": "road",
    "van": "road",
    "minibus": "road",
    "motorcycle": "road",
    "ship": "boat",
    "boat": "boat",
    "ferry": "boat",
}
"""What crashes, in classes that no crash is told by two of unless both were in it."""
FLIGHT = words("hit strike land fall fire launch slam explode rain target shoot detonate")
"""Verbs that make a projectile's flight an attack."""
MEANS = PROJECTILES | {
    "air": "air",
    "aerial": "air",
    "airborne": "air",
    "car": "car",
    "truck": "truck",
    "suicide": "suicide",
    "knife": "knife",
    "gun": "gun",
    "rifle": "gun",
    "ballistic": "missile",
    "roadside": "bomb",
    "cyber": "cyber",
    "chemical": "chemical",
    "arson": "fire",
    "acid": "acid",
    "heart": "heart",
    "panic": "heart",
    "shark": "animal",
    "dog": "animal",
    "bear": "animal",
}
NOT_HAPPENING = frozenset({"heart", "panic"})
AIRBORNE = frozenset({"air", "bomb", "drone"})
"""Means that one attack from the air may be told by."""

LIGHT = words(
    "carry conduct launch stage mount make take order authorize authorise execute perform hold deliver commit "
    "direct call lead unleash undertake plan claim suffer face come face survive"
)
"""Verbs that leave the act to their noun: their subject is its agent."""
VICTIM_SUBJECT = words("suffer face come survive claim")
HAPPEN = words(
    "happen occur take come begin start end kill wound injure destroy hit strike target leave damage follow"
)
"""Verbs whose place and date are those of the act that is their subject."""
FALLING = words("roof rock ground ceiling")
"""What falls where a "fall" is a collapse."""
RUNNING_INTO = words("strike hit ram slam smash plough plow plunge run veer bump")
"""What is a crash where something that carries people does it ("the ferry struck the pier")."""
UNREAL = words(
    "deter prevent avoid threaten fear foil thwart stop risk avert plan contemplate consider oppose refrain urge demand seek "
    "want propose promise vow"
)
FUTURE = words(
    "future possible potential imminent planned hypothetical similar-style next upcoming forthcoming looming"
)
SEVERAL = words(
    "numerous several many multiple repeated previous past recent more further renewed other various series spate string "
    "wave scores dozens number regular frequent subsequent continued additional"
)
SAYING = words(
    "say tell add claim report write tweet announce confirm note argue warn state ask explain insist declare describe "
    "acknowledge allege assert comment indicate deny condemn call believe think know hear learn"
)
"""Verbs of saying and thinking: a date that hangs on one is the date of the words."""
