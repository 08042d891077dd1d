"""Short forms of given names: one article writes Mike, another Michael. Own list of general English."""

from __future__ import annotations

_FULL_AND_SHORT = """
abigail: abby
albert: al bert
alexander: alex
alexandra: alex sandra
alfred: fred alf
andrew: andy drew
anthony: tony
barbara: barb
benjamin: ben benny
bernard: bernie
bradley: brad
catherine: cathy kate
charles: charlie chuck
christina: chris tina
christine: chris
christopher: chris
daniel: dan danny
david: dave
deborah: debbie deb
donald: don
douglas: doug
edward: ed eddie ted
elizabeth: liz beth betty lizzie
eugene: gene
francis: frank
frederick: fred
gabriel: gabe
gerald: gerry jerry
gregory: greg
harold: harry hal
henry: harry hank
jacob: jake
jacqueline: jackie
james: jim jimmy jamie
jeffrey: jeff
jennifer: jen jenny
jonathan: jon
joseph: joe joey
joshua: josh
judith: judy
katherine: kate kathy katie
kathleen: kathy
kenneth: ken kenny
kimberly: kim
lawrence: larry
leonard: len leo
leslie: les
margaret: maggie meg peggy
matthew: matt
melissa: mel
michael: mike mick mickey
mitchell: mitch
nathaniel: nate nathan
nicholas: nick
pamela: pam
patricia: pat patty trish
patrick: pat
peter: pete
philip: phil
phillip: phil
raymond: ray
rebecca: becky
richard: rick dick rich ricky
robert: bob rob bobby robbie bert
ronald: ron ronnie
samantha: sam
samuel: sam sammy
stanley: stan
stephen: steve
steven: steve
stephanie: steph
stuart: stu
suzanne: sue
susan: sue susie
terrence: terry
theodore: ted theo
thomas: tom tommy
timothy: tim timmy
valerie: val
victor: vic
victoria: vicky
vincent: vince
walter: walt
william: bill will billy willie
zachary: zack zach zac
"""

SHORT_FOR: dict[str, frozenset[str]] = {
    full.strip(): frozenset(short.split())
    for full, _, short in (line.partition(":") for line in _FULL_AND_SHORT.strip().splitlines())
}
"""Full given name to its short forms, all folded."""
FORMS = frozenset(SHORT_FOR).union(*SHORT_FOR.values())


def is_short_for(one: str, other: str) -> bool:
    """True where one of two folded given names is a short form of the other."""
    return one in SHORT_FOR.get(other, frozenset()) or other in SHORT_FOR.get(one, frozenset())
