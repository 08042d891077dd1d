"""Nations as news names them when they act: names, adjectives, capitals and seats of government.

Own table of the states that international news speaks of most; the key is the folded short name.
"""

from __future__ import annotations

TABLE = """
us: us u.s. u.s usa u.s.a. america american americans united-states washington pentagon white-house
uk: uk u.k. britain british britons england english london downing-street united-kingdom scotland scottish wales welsh
russia: russia russian russians moscow kremlin russian-federation
china: china chinese beijing
iran: iran iranian iranians tehran
iraq: iraq iraqi iraqis baghdad
israel: israel israeli israelis jerusalem tel-aviv
syria: syria syrian syrians damascus
turkey: turkey turkish turks turkiye türkiye ankara
saudi: saudi saudi saudis saudi-arabia riyadh
yemen: yemen yemeni yemenis sanaa
lebanon: lebanon lebanese beirut
egypt: egypt egyptian egyptians cairo
jordan: jordanian jordanian jordanians amman
palestine: palestine palestinian palestinians gaza
afghanistan: afghanistan afghan afghans kabul taliban
pakistan: pakistan pakistani pakistanis islamabad
india: india indian indians new-delhi delhi
france: france french paris élysée elysee
germany: germany german germans berlin
italy: italy italian italians rome
spain: spain spanish spaniards madrid
portugal: portugal portuguese lisbon
netherlands: netherlands dutch hague
belgium: belgium belgian belgians brussels
greece: greece greek greeks athens
poland: poland polish poles warsaw
ukraine: ukraine ukrainian ukrainians kyiv kiev
sweden: sweden swedish stockholm
norway: norway norwegian oslo
denmark: denmark danish copenhagen
finland: finland finnish helsinki
ireland: ireland irish dublin
canada: canada canadian canadians ottawa
mexico: mexico mexican mexicans
brazil: brazil brazilian brazilians brasilia
argentina: argentina argentine argentinian
venezuela: venezuela venezuelan venezuelans caracas
colombia: colombia colombian bogota
cuba: cuba cuban cubans havana
japan: japan japanese tokyo
south-korea: south-korea south-korean seoul
north-korea: north-korea north-korean pyongyang
australia: australia australian australians canberra
new-zealand: new-zealand new-zealand wellington
indonesia: indonesia indonesian jakarta
philippines: philippines philippine filipino filipinos manila
vietnam: vietnam vietnamese hanoi
thailand: thailand thai bangkok
myanmar: myanmar burma burmese
nigeria: nigeria nigerian nigerians abuja
kenya: kenya kenyan kenyans nairobi
ethiopia: ethiopia ethiopian addis-ababa
somalia: somalia somali somalis mogadishu
sudan: sudan sudanese khartoum
libya: libya libyan libyans tripoli
south-africa: south-africa south-african pretoria
nato: nato
eu: eu european-union
un: un u.n. united-nations
"""
NATION_OF = {
    name: line.split(":")[0] for line in TABLE.strip().splitlines() for name in line.split(": ")[1].split()
}
"""Folded name ("washington", "united-states") to the nation's key."""

COUNTRIES = frozenset(line.split()[1] for line in TABLE.strip().splitlines())
"""The name of each country itself, without its capital, which is a place within it."""

SHOWN = {
    line.split(":")[0]: line.split()[2].replace("-", " ").title()
    for line in TABLE.strip().splitlines()
    if len(line.split()) > 2
} | {"us": "US", "uk": "UK", "eu": "EU", "un": "UN", "nato": "NATO"}
"""The adjective by which a label names a nation ("French air strike"): the second name of its row."""
DIRECTED = frozenset({"led", "directed", "ordered", "run", "conducted"})
"""Second halves of compounds whose first half acts ("US-led"); with the others ("Iran-backed") somebody else does."""

ARMED = frozenset(
    "militia militiaman militant insurgent rebel gunman fighter terrorist extremist jihadist paramilitary faction proxy "
    "attacker assailant bomber".split()
)
"""Heads of phrases for armed groups that are no state."""
