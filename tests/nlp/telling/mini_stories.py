"""Invented stories of a few short articles: what each figure is about is marked in the text, as in "{quake|14} people".

Places, people and papers are made up. Two stories of one `kind` tell two events of the same sort: thrown together, nothing may
join them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MARK = re.compile(r"\{(?P<occurrence>[\w-]+)\|(?P<words>[^}]*)\}")


@dataclass(frozen=True)
class Marked:
    """Where an article gives a figure, and the name of the happening that it is about."""

    article: str
    start: int
    end: int
    occurrence: str


@dataclass(frozen=True)
class MiniStory:
    """Articles by name, each with its date and marked text."""

    name: str
    kind: str
    articles: dict[str, tuple[str | None, str]]

    def texts(self) -> dict[str, tuple[str | None, str]]:
        """Each article's date and its text without the marks."""
        return {a: (day, MARK.sub(r"\g<words>", text)) for a, (day, text) in self.articles.items()}

    def marked(self) -> tuple[Marked, ...]:
        """The marked figures with their offsets in the unmarked texts."""
        return tuple(m for a, (_, text) in self.articles.items() for m in marked_in(a, text))


def marked_in(article: str, text: str) -> list[Marked]:
    found, cut = [], 0
    for match in MARK.finditer(text):
        start = match.start() - cut
        words = match["words"]
        found.append(Marked(article, start, start + len(words), match["occurrence"]))
        cut += len(match[0]) - len(words)
    return found


MINI_STORIES = (
    MiniStory(
        "quake-orvane",
        "earthquake",
        {
            "q1": (
                "2023-05-10",
                """Strong earthquake kills {now|14} in Orvane

ORVANE, Belmora (WPA) - A strong earthquake struck the mountain town of Orvane before dawn on Tuesday, killing at least {now|14} people and injuring {now|60} others, the governor said.

The quake destroyed {now|200} houses in the town and cut the road to the coast.

Orvane lies on a busy fault. In 1987, an earthquake in the same valley killed {old|900} people and left {old|20,000} homeless.

An aftershock on Wednesday morning injured {after|two} rescue workers.
""",
            ),
            "q2": (
                "2023-05-10",
                """Belmora quake toll rises to {now|16}

Rescuers pulled bodies from collapsed houses in Orvane on Wednesday, a day after an earthquake killed {now|16} people, officials said.

More than {now|70} people were hurt in the quake, according to the health ministry.

It was the deadliest tremor since the disaster of 1987, when {old|about 900} people died in the Orvane valley.
""",
            ),
            "q3": (
                "2023-05-11",
                """Belmora mourns quake victims

The first of {now|16} victims of Tuesday's earthquake in Orvane, Belmora, were buried on Thursday.

The tremor flattened {now|210} homes, the mayor of Orvane said.
""",
            ),
        },
    ),
    MiniStory(
        "quake-sulvik",
        "earthquake",
        {
            "s1": (
                "2023-05-11",
                """Quake rattles Sulvik, killing {now|three}

SULVIK - {now|Three} people died when an earthquake shook the island of Sulvik late on Tuesday, police said.

The quake injured {now|eleven} people, most of them in the port.
""",
            ),
            "s2": (
                "2023-05-11",
                """Sulvik port closed after earthquake

The port of Sulvik was closed on Wednesday after an earthquake that killed {now|three} dockers and hurt {now|a dozen} more.

Engineers said {now|40} buildings had been damaged by the tremor.
""",
            ),
        },
    ),
    MiniStory(
        "fire-tarnbury",
        "fire",
        {
            "t1": (
                "2022-11-08",
                """Tarnbury fire leaves {fire|four} dead

{fire|Four} people died in a fire at a block of flats in Tarnbury on Monday night, the fire service said.

The blaze injured {fire|nine} residents and destroyed {fire|12} flats.

It was the second deadly blaze in the county this year: in March a fire at a care home in Millhaven killed {home|two} pensioners.
""",
            ),
            "t2": (
                "2022-11-09",
                """Landlord questioned over flats blaze

Detectives have questioned the landlord of a Tarnbury block where {fire|four} tenants died on Monday.

The fire, which started on the third floor, left {fire|ten} people in hospital.

Tarnbury's mayor recalled the Millhaven care home fire in March, in which {home|two} people died and {home|six} were injured.
""",
            ),
        },
    ),
    MiniStory(
        "fire-quellford",
        "fire",
        {
            "f1": (
                "2022-11-08",
                """Quellford warehouse blaze injures {fire|five}

{fire|Five} firefighters were injured when a warehouse burned in Quellford on Monday evening.

The blaze destroyed {fire|three} lorries, Quellford fire chief Ada Rolle said.
""",
            ),
            "f2": (
                "2022-11-08",
                """Firefighters hurt in warehouse fire

A fire in a furniture warehouse on the edge of the town of Quellford hurt {fire|six} firefighters on Monday, the town council said.

About {fire|80} neighbours were evacuated during the fire.
""",
            ),
        },
    ),
    MiniStory(
        "shooting-brannock",
        "shooting",
        {
            "b1": (
                "2021-09-15",
                """Gunman kills {mall|three} at Brannock mall

A gunman killed {mall|three} people and wounded {mall|seven} at a shopping mall in Brannock on Tuesday, police said.

The suspect, Dale Orrin, 34, was arrested two hours later.

The shooting came five years after a gunman killed {church|nine} worshippers at a church in Lowmere, across the river.

After the Lowmere attack the state banned some rifles.
""",
            ),
            "b2": (
                "2021-09-15",
                """Brannock shooting: {mall|Three} dead, suspect held

{mall|Three} people were shot dead and {mall|eight} others were injured on Tuesday afternoon in Brannock, a city of 90,000.

Governor Lena Voss called the attack at the mall an act of cowardice.

Voss took office a month after the 2016 church shooting in Lowmere that left {church|nine} dead.
""",
            ),
            "b3": (
                "2021-09-16",
                """Mall reopens after shooting

The mall in Brannock reopened on Thursday, two days after a gunman shot {mall|ten} people there, {mall|three} of them fatally.

Shoppers laid flowers where the victims had been shot.
""",
            ),
        },
    ),
    MiniStory(
        "shooting-esk",
        "shooting",
        {
            "e1": (
                "2021-09-15",
                """{bar|Two} killed in Eskholm bar shooting

{bar|Two} people were killed and {bar|four} injured in a shooting at a bar in Eskholm on Tuesday night, police said.

Eskholm police said the gunman had fled.
""",
            ),
            "e2": (
                "2021-09-16",
                """Police hunt gunman after bar attack

Police in Eskholm were searching on Wednesday for a man who shot {bar|six} people in a bar, killing {bar|two}.

The shooting at the Anchor bar was the first in the village of Eskholm in 20 years.
""",
            ),
        },
    ),
    MiniStory(
        "crash-dunmore",
        "crash",
        {
            "d1": (
                "2019-02-21",
                """Bus crash on mountain road kills {bus|18}

DUNMORE PASS - A bus plunged off a mountain road near Dunmore on Wednesday, killing {bus|18} passengers and injuring {bus|23}, police said.

The bus was carrying {bus|41} people when it crashed.

The road is notorious: in 2014 a lorry collided with a school bus near the same bend, killing {school|seven} children.
""",
            ),
            "d2": (
                "2019-02-21",
                """{bus|Nineteen} dead as bus falls into ravine

At least {bus|19} people died when a bus crashed into a ravine near Dunmore on Wednesday, the transport ministry said.

{bus|Twenty-two} people were hurt in the accident.

The crash is the worst there since the 2014 collision in which {school|seven} schoolchildren were killed.
""",
            ),
        },
    ),
    MiniStory(
        "crash-halvern",
        "crash",
        {
            "h1": (
                "2019-02-22",
                """Train derailment injures {train|30} near Halvern

A passenger train derailed near Halvern on Thursday morning, injuring {train|30} people, the railway said.

{train|Three} carriages were destroyed in the crash.
""",
            ),
            "h2": (
                "2019-02-22",
                """Dozens hurt as train leaves track

{train|Thirty-two} passengers were injured on Thursday in a derailment outside Halvern, a market town.

The Halvern derailment came three weeks after a train crash in Port Sable killed {sable|two} people.
""",
            ),
        },
    ),
    MiniStory(
        "storm-lyra",
        "storm",
        {
            "l1": (
                "2020-08-20",
                """Storm Lyra kills {storm|six} across three provinces

Storm Lyra killed at least {storm|six} people as it swept across the provinces of Arden, Kell and Mossvale on Wednesday, officials said.

In Arden, the storm destroyed {storm|50} houses.

In Kell, {storm|two} fishermen were missing after the storm.

Last year's Hurricane Ode killed {ode|31} people in Mossvale.
""",
            ),
            "l2": (
                "2020-08-20",
                """Lyra leaves {storm|seven} dead

{storm|Seven} people were killed by Storm Lyra, which tore roofs off {storm|60} homes in Arden on Wednesday, the relief agency said.

Lyra is weaker than Hurricane Ode, which killed {ode|31} people last year.
""",
            ),
        },
    ),
    MiniStory(
        "storm-petra",
        "storm",
        {
            "p1": (
                "2020-08-21",
                """Tornado flattens Gatewood

A tornado tore through Gatewood on Thursday, killing {tornado|four} people and destroying {tornado|90} homes.

The storm injured {tornado|25} people, the county sheriff said.
""",
            ),
            "p2": (
                "2020-08-21",
                """{tornado|Five} die in Gatewood tornado

Rescuers in Gatewood searched for survivors after a tornado killed {tornado|five} people on Thursday.

At least {tornado|30} residents were injured by the twister, the hospital said.
""",
            ),
        },
    ),
    MiniStory(
        "vote-water-bill",
        "vote",
        {
            "w1": (
                "2018-06-08",
                """Senate passes water bill

The Senate voted {floor|61-38} on Thursday to pass a bill on drinking water.

The vote came two weeks after the environment committee approved the bill {committee|14-7}.

In the floor vote, {floor|nine} Conservatives voted with the Liberals.
""",
            ),
            "w2": (
                "2018-06-08",
                """Water bill clears Senate

By a vote of {floor|61 to 38}, the Senate approved a water bill on Thursday that would replace lead pipes.

{floor|Nine} Conservatives voted for the bill.

The committee vote last month was {committee|14 to 7}.
""",
            ),
        },
    ),
    MiniStory(
        "vote-budget",
        "vote",
        {
            "u1": (
                "2018-06-08",
                """Tarnbury council rejects budget

Tarnbury council voted {council|22-19} on Thursday to reject the mayor's budget.

{council|Three} councillors abstained in the vote.
""",
            ),
            "u2": (
                "2018-06-09",
                """Mayor's budget fails

The budget of mayor Ida Crane was rejected in a {council|22-19} vote by Tarnbury council on Thursday night.

{council|Three} councillors of her own party voted against it.
""",
            ),
        },
    ),
    MiniStory(
        "protest-and-raid",
        "protest",
        {
            "r1": (
                "2020-10-05",
                """Police raid union office after march

Police raided the office of a miners' union in Calder City on Sunday, arresting {raid|eight} people, a day after a march in the city.

About {march|5,000} people joined the march on Saturday, which ended in clashes that injured {march|12} officers.

In the raid police seized {raid|40} computers.
""",
            ),
            "r2": (
                "2020-10-05",
                """{raid|Eight} held in raid on Calder union

Officers arrested {raid|eight} union members in a raid in Calder City on Sunday.

The raid followed Saturday's protest, at which {march|14} police officers were hurt.

Organisers said {march|9,000} people attended the march.
""",
            ),
        },
    ),
    MiniStory(
        "strike-and-retaliation",
        "attack",
        {
            "x1": (
                "2022-03-04",
                """Norland jets strike Vostra after border attack

Norland jets bombed a military base in eastern Vostra on Thursday, killing {air|20} soldiers, Vostra's army said.

The air strike was in retaliation for a drone attack on a Norland border post in Harsk on Monday that killed {post|two} guards and wounded {post|five}.

The strike destroyed {air|three} hangars.

Vostra has fired on the border before: in January a missile attack on Harsk killed {january|one} farmer.
""",
            ),
            "x2": (
                "2022-03-04",
                """At least {air|17} killed in Norland air strike

At least {air|17} soldiers were killed in an air strike by Norland on a base in Vostra on Thursday, a monitoring group said.

Norland said the strike answered Monday's drone attack in Harsk, in which {post|two} border guards died and {post|six} were injured.

It was the first air strike on Vostra since the war of 2009.
""",
            ),
            "x3": (
                "2022-03-05",
                """Vostra buries soldiers killed in strike

Vostra buried {air|22} soldiers on Friday who were killed in Thursday's air strike.

Norland said it had acted after {post|three} people were killed in the attack on the Harsk border post.
""",
            ),
        },
    ),
    MiniStory(
        "rockets-tel-amar",
        "attack",
        {
            "y1": (
                "2022-03-04",
                """Rockets kill {rockets|four} in Tel Amar

Rockets hit a market in Tel Amar on Thursday, killing {rockets|four} people, the city's mayor said.

It followed three rocket attacks in the district last month.

The attack injured {rockets|16} shoppers.
""",
            ),
            "y2": (
                "2022-03-04",
                """Market attack in Tel Amar

{rockets|Four} traders died and {rockets|fifteen} people were wounded when rockets struck a market in the town of Tel Amar on Thursday.
""",
            ),
        },
    ),
    MiniStory(
        "trial-hobb",
        "trial",
        {
            "j1": (
                "2017-04-13",
                """Ferry captain jailed for {trial|nine} years

The captain of a ferry that sank off Lorne in 2015, killing {ferry|33} people, was sentenced on Wednesday to {trial|nine} years in prison.

The jury took {trial|four} hours to convict Karl Hobb, 51.

The trial heard that {ferry|12} of the victims were children.
""",
            ),
            "j2": (
                "2017-04-13",
                """Hobb sentenced over ferry disaster

Karl Hobb was sentenced to {trial|nine} years on Wednesday after a trial that lasted {trial|six} weeks.

{ferry|Thirty-three} people died when his ferry sank off Lorne two years ago.
""",
            ),
        },
    ),
    MiniStory(
        "recall-prams",
        "recall",
        {
            "k1": (
                "2016-07-20",
                """Maker recalls {recall|40,000} prams

Brightwheel is recalling {recall|40,000} prams after brakes failed, the company said on Tuesday.

The recall follows reports that {falls|three} babies were injured.

In 2012 Brightwheel recalled {old|9,000} cots.
""",
            ),
            "k2": (
                "2016-07-20",
                """Pram recall widens

The Brightwheel recall covers {recall|40,000} prams sold since 2014, the safety agency said on Wednesday.
""",
            ),
        },
    ),
    MiniStory(
        "match-rovers",
        "match",
        {
            "m1": (
                "2019-11-10",
                """Rovers beat Athletic {now|3-1}

Calder Rovers beat Port Athletic {now|3-1} on Saturday in front of {now|21,000} fans.

It was a relief after last week's game, which Rovers lost {before|4-0} to Stanmoor.

Ben Oake scored {now|two} goals in the match.
""",
            ),
            "m2": (
                "2019-11-10",
                """Oake double sinks Athletic

Two goals by Ben Oake gave Calder Rovers a {now|3-1} win over Port Athletic on Saturday.

A crowd of {now|20,800} watched the game.

Rovers were thrashed {before|4-0} by Stanmoor a week earlier.
""",
            ),
        },
    ),
    MiniStory(
        "match-hawks",
        "match",
        {
            "n1": (
                "2019-11-10",
                """Hawks edge Comets {hawks|24-21}

The Hawks beat the Comets {hawks|24-21} on Saturday in the rain.

The match drew {hawks|40,000} spectators.
""",
            ),
            "n2": (
                "2019-11-11",
                """Hawks stay top

The Hawks' {hawks|24-21} victory over the Comets on Saturday kept them top.

Some {hawks|41,000} people saw the game.
""",
            ),
        },
    ),
    MiniStory(
        "election-belmora",
        "election",
        {
            "v1": (
                "2021-10-04",
                """Sand wins Belmora election

Opposition leader Mira Sand won Sunday's presidential election in Belmora with {now|54} percent of the vote, the commission said.

Turnout in the election was {now|71} percent.

In the last election, in 2016, Sand won {old|38} percent of the vote.
""",
            ),
            "v2": (
                "2021-10-04",
                """Belmora votes for change

Mira Sand took {now|54} percent in Sunday's election in Belmora.

She lost the 2016 election with {old|38} percent.
""",
            ),
        },
    ),
    MiniStory(
        "election-kell",
        "election",
        {
            "z1": (
                "2021-10-04",
                """Mayor Dunn re-elected in Kell

Paul Dunn was re-elected mayor of Kell on Sunday with {kell|61} percent of the vote.

Turnout in the mayoral election was {kell|35} percent.
""",
            ),
            "z2": (
                "2021-10-04",
                """Dunn keeps Kell

Paul Dunn won a third term as mayor of Kell in Sunday's election, taking {kell|61} percent of the vote.
""",
            ),
        },
    ),
    MiniStory(
        "attacks-one-after-another",
        "attack-series",
        {
            "c1": (
                "2022-06-17",
                """Third knife attack in a week alarms Dorn

A man stabbed {third|two} people at a tram stop in Dorn on Thursday, the third knife attack in the city in a week.

On Monday {first|one} woman was stabbed in a park in the north of Dorn.

A second attack, on Tuesday, wounded {second|three} men outside a cinema.
""",
            ),
            "c2": (
                "2022-06-17",
                """Knifeman wounds {third|two} in Dorn

{third|Two} commuters were wounded in a stabbing at a tram stop in Dorn on Thursday.

Tuesday's attack outside a cinema wounded {second|three} people.
""",
            ),
        },
    ),
    MiniStory(
        "two-fires-one-day",
        "fires",
        {
            "o1": (
                "2020-01-15",
                """Fires in two towns kill {a|three} and {b|one}

A fire at a hotel in Arlby killed {a|three} guests on Tuesday, and another fire on the same day, in Westholt, killed {b|one} man.

The fire in Arlby injured {a|ten} people. In Westholt, {b|two} firefighters were hurt.
""",
            ),
            "o2": (
                "2020-01-15",
                """Hotel fire kills guests

{a|Three} guests were killed in a hotel fire in Arlby on Tuesday.

Firefighters were stretched by a blaze in Westholt, 30 kilometres away, in which {b|one} man died.
""",
            ),
        },
    ),
)
