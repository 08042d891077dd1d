"""Words that make a noun or verb for an act a figure of speech: "a flood of calls", "under fire", "killed the bill".

Own lists of general English, from the entries for these nouns and verbs in any learner's dictionary of idioms.
"""

from __future__ import annotations

from quizzes.nlp.lexicons.wordlists import words

FIELDS = words(
    """
    political economic financial fiscal legal diplomatic verbal rhetorical partisan electoral social personal emotional
    perfect constitutional cultural ideological legislative media twitter market stock price credit bank banking system
    computer website server software data budget trade currency cyber character ad campaign charm
    """
)
"""What stands before an act that hurts nobody ("political earthquake", "market crash", "media storm")."""
OF_DISASTER = words(
    """
    magnitude year century season decade month week night day water rain mud snow rock lava ash sand intensity degree
    wind winter summer
    """
)
"""What a real flood, storm or quake may be "of"."""
FIRE_VERBS = words("hold draw cease face play fight spark")
FIRE_HEADS = words("line baptism trial ball ring rate field")
"""Nouns before "of fire" or "by fire"."""
STANDING = words(
    "gate gates chief department drill alarm engine brigade insurance season code commission commissioner squad line"
)
"""Nouns that an act's noun stands before without its happening ("flood gates", "fire chief")."""
GUNNERY = words(
    "mortar artillery machine small rifle enemy hostile automatic sniper friendly cannon tank heavy arms"
)
"""What makes "fire" a shooting."""
PICTURES = words(
    """
    photo photograph picture image film video movie scene commercial ad footage documentary clip selfie glance look
    firework hoop basket basketball goal par message email question free-throw pool
    """
)
"""What is shot and nobody hurt."""
DEALS = words(
    """
    deal bargain balance chord tone agreement compromise pose blow note accord pact provision part language section
    clause law statute key nerve match oil gold
    """
)
"""What is struck and nobody hurt."""
PAPERS = words(
    """
    bill deal plan proposal amendment measure idea project program programme law legislation effort reform agreement
    time engine mood buzz career cancer bacteria weed virus power light story chance hope initiative nomination job
    provision funding pipeline vote appetite
    """
)
"""What is killed without a death."""
MACHINES = words(
    "market stock website server system computer app economy price share site currency program phone"
)
"""What crashes without a wreck."""
FUELS = words(
    "calorie bridge cash money fuel fat candle energy carbon coal gas oil wood cd disc debate passion speculation"
)
GAMES = words("blame video card board computer mobile war waiting guessing chess poker game console zero-sum")
"""What stands before "game" where no match is played."""
STUDIES = words("clinical drug vaccine medical free time field human jury")
CLOTHES = words("wear wearing wore dressed jacket tie tailored pinstripe dress")
SPORTS = words(
    """
    goal goals team points win season final league coach fans match game cup championship quarterback touchdown
    playoff playoffs touchdowns striker innings runs rebounds
    """
)
"""One of these, or a score, makes "beat" a match."""
VESSELS = words(
    "ship boat ferry vessel barge submarine tanker trawler yacht canoe dinghy freighter raft steamer liner"
)
LABOUR = words(
    """
    teacher nurse doctor rail railway train bus tube transport postal worker workers pilot miner steel driver union
    general labor labour wildcat student school hospital junior dock port truckers garbage refuse airline public-sector
    """
)
"""Who stops work in a "strike"."""
GRIEVANCES = words("pay wage wages pension pensions job jobs condition conditions layoff layoffs")
"""What such a strike is "over"."""
ELECTED = words("win wins won winning victory election elections elected re-elected vote votes voters")
"""Beside one of these a landslide buries nobody."""
REAL_INFINITIVE = words(
    "begin start continue go appear seem manage proceed rush force cause lead come happen turn return claim"
)
"""Verbs whose infinitive did take place ("appears to strike")."""
VIOLENT = words(
    """
    kill kills killed killing killings wound wounds wounded wounding injure injured injuring injuries injury hurt dead
    death deaths died die dies victim victims casualties casualty fatalities hostage hostages gun guns gunman gunmen
    gunfire shot shots shooter rifle rifles pistol handgun weapon weapons armed bomb bombs bomber bombing bombed
    explosives explosive rocket rockets missile missiles mortar mortars shell shells drone drones jet jets warplane
    warplanes aircraft tank tanks troops soldier soldiers army military militia militias militant militants fighters
    rebels insurgents terrorist terrorists terror terrorism police officers agents suspect suspects attacker attackers
    assailant assailants stabbed knife knifeman blood bloody destroyed destroying border base bases airport village war
    warfare naval navy air ground civilians residents smoke flames blast explosion camp depot compound convoy embassy mosque
    outpost checkpoint
    """
)
"""Words of force and harm: an attack told with none of them anywhere is one of words."""
