"""Furniture: the lines of a page that are no part of what it reports (prompts, sign-offs, notes, rights, markup)."""

from __future__ import annotations

import re

from quizzes.nlp.texts.bylines import JOB, NAME, NAMES

MOST_LETTERS = 400
# Notes of the editors may be long.
MOST_LETTERS_OF_NOTE = 900
MOST_LETTERS_OF_FORM = 1500

OTHER_REPORTS = re.compile(
    r"(?:other|more|all|further)[ \t]+(?:reports?|stories|articles|news|posts)[ \t]+(?:by|from)[ \t]+(?P<outlet>[A-Z].{1,60}?)\.?$",
    re.I,
)
COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))(?:[ \t]*(?:copyright|©|\(c\)))?[ \t,]*(?P<year>(?:19|20)\d\d)?(?:[-–](?:19|20)?\d\d)?[ \t,.:]*(?:by[ \t]+)?(?P<holder>[A-Z][\w&'’-]*(?:\.\w+)*(?:[ \t]+[\w&'’-]+(?:\.\w+)*){0,5})?",
    re.I,
)

PROMPT = re.compile(
    r"""
    (?:you[ ]may[ ]also[ ]like|most[ ](?:read|popular|viewed|shared)|trending|recommended|top[ ]stories|latest[ ]news|more[ ](?:stories|news|coverage|like[ ]this)|related|see[ ]also|also[ ]read|read[ ](?:also|more|next)|up[ ]next|read[ ]the[ ]full[ ]\w+|sponsored|promoted|you[ ]might[ ](?:also[ ])?(?:like|be[ ]interested))\b(?:[ ](?:articles?|stories|story|content|topics?|news|links?|coverage|video|posts?|on|reading|now|in|today|for[ ]you))*[ ]*[:.…>»]*$
    |(?:discuss|share|print|email|e-mail|save|bookmark|like|rate|tweet|pin)[ ](?:this|the|our)[ ](?:article|story|page|post|on)\b.{0,60}$
    |share(?:[ ]on[ ][\w ,/]+|[ ]with.{0,40}|[ ]this.{0,30}|[ ]your[ ].{0,60})?[.:]?$ |(?:facebook|twitter|whatsapp|linkedin|reddit|pinterest|copy[ ]link|e-?mail)(?:[ ,|·•/]+(?:and[ ])?(?:facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|copy[ ]link|e-?mail|print|share))*$
    |comments?(?:[ ]\(\d+\))?$ |(?:leave|post|add|view|read|show)[ ](?:a[ ]|all[ ]|the[ ]|\d+[ ])*comments?\b.{0,30}$ |\d+[ ](?:comments?|shares?|views?|likes?)$ |comments?[ ](?:are|is)[ ](?:closed|disabled|moderated|off).{0,60}$
    |sign(?:ing)?[ ]up[ ](?:for|to|here|now|with|today).{0,300}$ |(?:get|receive)[ ](?:the|our|all[ ]the|daily|breaking|more).{0,120}(?:inbox|e-?mail|newsletters?|alerts?)\b.{0,100}$
    |subscribe\b.{0,160}$ |(?:(?:the|our|daily|weekly|morning|evening|free|e-?mail)[ ])*newsletters?(?:[ ]sign[ -]?ups?)?(?:[ ](?:sign|subscribe|get|please|enter|invalid|continue)\b.{0,300})?[.:]?$
    |(?:enter[ ])?your[ ]e-?mail(?:[ ]address)?[ .:*]*$ |enter[ ]your[ ](?:e-?mail|name|postcode|zip).{0,100}$ |invalid[ ]e-?mail.{0,60}$
    |(?:already[ ]a[ ](?:subscriber|member)|not[ ]a[ ]subscriber)\b.{0,100}$ |(?:log|sign)[ ]in(?:[ ](?:to|or|now|here|with)\b.{0,120})?$ |create[ ](?:an|your)[ ](?:free[ ])?account.{0,100}$ |(?:you[ ]have|you['’]ve)[ ][^.]{0,40}\b(?:articles?|stories)[ ](?:left|remaining|this[ ]month).{0,80}$
    |this[ ](?:article|content|story)[ ]is[ ](?:only[ ])?(?:available[ ](?:only[ ])?(?:for|to)|for|reserved[ ]for)[ ].{0,20}(?:subscribers|members|users).{0,80}$ |(?:please[ ])?(?:support|help)[ ](?:our|independent|quality|local)[ ]journalism.{0,200}$ |thank(?:s|[ ]you)[ ]for[ ](?:reading|subscribing|signing|registering|visiting).{0,160}$
    |please[ ](?:enter|check|try|enable|refresh|log|sign|subscribe|consider|disable|turn|update|click|follow|share|e-?mail|wait|see|read|note[ ]that[ ](?:we|comments?|this)).{0,200}$ |(?:click|tap)[ ](?:here|to|on|the)\b.{0,160}$
    |advertisements?(?:[ ]*[-–—:.|(].{0,60}|[ ](?:continue|skip|scroll|story|read|supported)\b.{0,80})?$ |advertising$ |ads?[ ]by[ ].{0,40}$ |skip[ ](?:to|past|ad)\b.{0,60}$ |supported[ ]by$ |story[ ]continues[ ](?:below|after).{0,40}$ |(?:continue|keep)[ ]reading\b.{0,60}$
    |scroll[ ](?:down[ ]|up[ ])?(?:for|to)\b.{0,60}$ |(?:watch|listen|view|see)(?:[ ]the)?(?:[ ]full)?[ ](?:video|audio|gallery|clip|live|more|episode|slideshow|photos?)\b.{0,80}$ |(?:watch|see|listen[ ]to|view|hear|check[ ]out|read)[ ][^."“”]{0,100}\b(?:above|below|here)[.:!]*$
    |[^."“”]{0,60}\b(?:poll|report|survey|transcript|video|statement|letter|document|article|story|study|results|interview|details|information|list|map|guide|schedule|text|version)\b[^."“”]{0,40}\b(?:can|may)[ ]be[ ](?:found|read|viewed|seen|watched|heard|downloaded)[ ](?:here|below|above|in[ ]full[ ]here|at[ ](?:this[ ]link|https?:|www\.))[^"“”]{0,80}$
    |(?:photos?|pictures?|videos?|gallery|slideshow|image|watch|live|audio|breaking|exclusive|opinion|analysis|updated?|developing|editors?['’]?s?[ ]picks?|abstract|full[ ]text|(?:story[ ])?highlights|key[ ](?:points|takeaways)|in[ ]brief|obituary|letters|editorial|interactive|explainer)[ ]*[:.]?$
    |media[ ]playback[ ]is[ ]un\w+[ ]on[ ]your[ ]device$ |(?:this|the)[ ]video[ ](?:is|can|has|cannot)[ ]?(?:not|unavailable|be|restricted|been)\b.{0,80}$ |(?:your[ ])?browser[ ]does[ ]not.{0,80}$ |(?:play|pause|mute|unmute|loading|replay)(?:[ ]video)?[.…]*$ |\d+[ ]?(?:min|minute)s?[ ]read$ |reading[ ]time:?.{0,30}$
    |follow[ ].{1,60}[ ]on[ ](?:twitter|facebook|instagram|x|threads|bluesky|youtube|tiktok|linkedin|snapchat)\b.{0,80}$ |follow[ ](?:@|\#|us\b|him\b|her\b|them\b|me\b|our\b).{0,80}$ |(?:find|like)[ ]us[ ]on.{0,80}$ |[^.“”"]{0,60}\blike[ ](?:the|our|us|this)[ ]page\b.{0,40}$ |(?:join|download)[ ](?:us|our|the)[ ].{0,80}(?:app|channel|group|whatsapp|telegram|conversation|discussion)\b.{0,60}$
    |(?:e-?mail|twitter|facebook|instagram|contact|phone|tel|call|web(?:site)?|online)(?:[ ]us)?[ ]*(?::|at\b|us\b)[ ]*(?:@\w+|\S+@\S+|www\.\S+|https?:\S+|[\d() +-]{6,}).{0,80}$ |\#?@?\w*@\w+[.,]?(?:[ ]@\w+[.,]?)*$ |[\w.+-]+@[\w-]+\.[\w.]+$
    |add[ ].{1,80}[ ]as[ ]an[ ]interest\b.{0,120}$ |(?:updated[ ](?:at[ ])?)?\d{1,2}[.:]\d\d[ ]?(?:[ap]\.?m\.?)?(?:[ ](?:local[ ]time|gmt|utc|bst|[ecmp][sd]?t))?$
    |interested[ ]in[ ][^?“”"]{1,60}\?[ ].{0,320}$ |keep[ ]up[ ](?:with|to[ ]date)\b[^.“”"]{0,120}$ |[^.“”"]{0,100}\bsubscrib(?:e|ing)[ ](?:now|today|here)\b.{0,40}$
    |(?:got|have|do[ ]you[ ]have|did[ ]you[ ]see|were[ ]you|are[ ]you)\b[^.?“”"]{0,100}\?[ ]*(?:e-?mail|contact|send|tell|let|get[ ]in[ ]touch|call|write|share|we(?:['’]d|[ ]want)|click).{0,200}$ |(?:tell[ ]us|let[ ]us[ ]know|have[ ]your[ ]say|get[ ]in[ ]touch|send[ ]us)\b.{0,160}$
    |(?:we|this[ ](?:web)?site|our[ ](?:web)?site)\b[^.]{0,60}\bcookies\b.{0,300}$ |by[ ](?:continuing|using|clicking|signing[ ]up|submitting|subscribing|providing|registering|entering)\b[^.]{0,100}\b(?:you|i)[ ](?:agree|accept|consent|acknowledge|confirm|are[ ]agreeing).{0,300}$ |(?:accept|manage|reject|allow)[ ](?:all[ ])?cookies.{0,40}$ |cookies?(?:[ ](?:policy|settings|notice|preferences|consent).{0,60})?$
    |(?:tags?|topics?|filed[ ]under|categories|category|keywords|in[ ]this[ ]story|more[ ](?:on|about)[ ]this[ ]story)[ ]*:.{0,200}$ |(?:back[ ]to[ ]top|home|menu|search|close|register|next|previous|terms[ ](?:of[ ](?:use|service)|and[ ]conditions).{0,60}|privacy[ ](?:policy|notice|settings|statement)(?:[ ].{0,40})?|do[ ]not[ ]sell\b.{0,60})$
    |(?:length|section|load-date|language|publication-type|journal-code|document-type|word[ ]count)[ ]*:.{0,120}$
    |(?:https?://|www\.)\S+$ |(?:home|news|front[ ]page)(?:[ ]?[>»›→][ ]?[\w&'’ -]{2,40}){1,4}$ |home(?:[ ]?[/|•·][ ]?[\w&'’ -]{2,40}){1,4}$
    """,
    re.I | re.X,
)
"""What a page asks of its reader, offers or is parted by."""

SIGN_OFF = re.compile(
    rf"""
    \(?(?:(?:additional|further|other|with[ ]additional)[ ])?(?:reporting|writing|editing|translation|graphics?)(?:[ ]and[ ](?:reporting|writing|editing))?[ ]by[ ](?-i:[A-Z]).{{0,250}}$
    |\(?(?:podcast[ ]|video[ ]|story[ ])?(?:translated|produced|compiled|edited|written|co-?authored|photographed)(?:[ ]and[ ]\w+)?[ ]by[ ](?-i:{NAMES})[ .)]*$
    |(?:contributing|contributors?|additional[ ]reporting|reporting|editing)[ ]*:[ ]*(?-i:[A-Z]).{{0,250}}$
    |(?:[^.“”"]|\b(?-i:[A-Z])[a-z]{{0,3}}\.){{1,240}}\b(?:contributed|contributing)[ ](?:to[ ]this[ ](?:report|story|article|piece|analysis|post)|reporting)\b.{{0,160}}$
    |\(?(?:with|includes?|contains?|using)[ ](?:additional[ ])?(?:reporting|files|material|inputs?|information|reports?)[ ](?:from|by)[ ](?-i:[A-Z]).{{0,160}}$ |with[ ](?:news[ ])?(?:agencies|wires|agency[ ]reports)[ .]*$
    |(?-i:{NAME}|[A-Z][\w.'’-]+)[ ]reported[ ]from[ ](?-i:[A-Z][\w.’'-]*(?:[ ,;]+(?:and|in|from|with|reported|[A-Z][\w.’'-]*)){{0,30}})[.]?$
    |information[ ]from:.{{0,120}}$ |(?:for[ ])?more[ ][\w. -]{{0,40}}(?:coverage|news|information|stories):[ ]*(?:https?:|www\.).{{0,160}}$
    |\(?(?:h/t|hat[ -]tip)\b.{{0,80}}$ |[-–—]+[ ]?(?:reuters|ap|afp|upi|pa|dpa|associated[ ]press|agence[ ]france-presse|bloomberg|xinhua|agencies)[ .]*$
    |\(?(?:ends?|more|mtf|\#{{3,}})\)?$
    """,
    re.I | re.X,
)
"""Who reported, wrote, edited and lent: at an article's foot."""

NOTE = re.compile(
    r"""
    (?:all|©|\(c\)|copyright)\b.{0,40}rights[ ]reserved.{0,600}$ |(?:©|\(c\)[ ]|copyright[ ](?:©[ ]?)?(?:\(c\)[ ]?)?(?:19|20)\d\d).{0,400}$ |copyright[ ](?:©[ ]?)?(?-i:[A-Z])[\w.& ]{1,60}$
    |.{0,60}\bmay[ ]not[ ]be[ ](?:published|reproduced|copied|reprinted)[ ,][^“”"]{0,160}\b(?:redistributed|permission|consent|broadcast)\b.{0,100}$
    |this[ ](?:article|story|report|version|headline|post|column|piece|page|item|caption)[ ](?:has[ ]been|was|is)[ ](?:updated|corrected|amended|edited|changed|revised|clarified|first[ ]published|originally|adapted|excerpted|reprinted|republished|produced|part[ ]of[ ]a).{0,600}$
    |this[ ](?:article|story|report|post|column|piece|essay)[ ](?:originally[ ]|first[ ])(?:appeared|ran|published).{0,300}$ |(?:originally|first|as)[ ]published[ ](?:in|by|on|at)[ ].{0,120}$ |an?[ ]version[ ]of[ ]this[ ](?:article|story|column|report|piece|review|essay|post).{0,300}$
    |an?[ ](?:earlier|previous|original)[ ]version[ ]of[ ](?:this|our)[ ].{0,700}$ |updates?:[ ]*th(?:is|e)[ ](?:article|story|report|post|headline).{0,300}$
    |(?:corrections?|clarifications?)(?:[ ](?:appended|and[ ]clarifications)|[ ]*\(.{0,40}\)|,?[ ][A-Z][a-z]+\.?[ ]\d.{0,20})?[ ]*(?:$|[:.–—-].{0,800}$) |editor['’]?s?['’]?[ ]note[ ]*(?:$|[:.–—-].{0,800}$)
    |(?:because[ ]of|due[ ]to|owing[ ]to)[ ]an?[ ](?:editing|reporting|production|transcription|transmission)[ ]error.{0,600}$
    |an?[ ](?:article|headline|column|picture[ ]caption|caption)[ ](?:on|in|about|published|last|this|with|that)\b[^.]{0,260}\b(?:misstated|misidentified|misspelled|misquoted|misattributed|incorrectly[ ]\w+|erroneously[ ]\w+|referred[ ](?:incorrectly|imprecisely)|gave[ ]an[ ]incorrect)\b.{0,600}$
    |.{0,20}\btranscripts[ ]are[ ](?:created|provided|produced)[ ].{0,600}$
    """,
    re.I | re.X,
)
"""Rights, corrections and what the outlet says of the text itself."""

FORM = re.compile(
    r"verify (?:that )?you(?:['’]re| are) not a robot|invalid e-?mail|please re-?enter|must select a newsletter|thank you for subscribing"
    r"|an error has occurred|please try again later|you agree to receive|view all [\w ’']{0,40}newsletters|unsubscribe at any ?time"
    r"|newsletter sign[ -]?up|continue reading the main story|protected by recaptcha|enter your e-?mail|privacy policy|terms of (?:use|service)",
    re.I,
)
"""Words of a form's machine: two of them in one line and it is a form."""

REMNANT = re.compile(
    r"(?:<[^<>]{1,300}>[ ]*)+\.?$|[(\[][A-Z][A-Z .,'’-]{3,40}[)\]]\.?$|\d{1,3}[.)]?$|[\W_]*$"
)
"""Markup, stage directions, counters, rules."""

WRITERS = (
    rf"(?:{JOB}|authors?|professors?|fellows?|lecturers?|historians?|bloggers?|(?:co-?)?hosts?|anchors?|directors?"
    r"|presidents?|lawyers?|attorneys?|novelists?|critics?|analysts?|founders?|strategists?|consultants?)"
)
BIOGRAPHY = re.compile(
    rf"(?P<name>{NAME}|(?!(?:He|She|It|They|We|You|This|That|These|There|Here|Who|Whoever|What|Which|One|Nobody|Everybody)\b)[A-Z][\w'’-]+)(?:,[ ][^,.]{{0,80}},)?[ ](?:is|are|was|covers|writes|reports)[ ]"
    rf"(?:[^.“”\"]{{0,100}}\b{WRITERS}\b|(?:about[ ]|on[ ])?[^.“”\"]{{0,80}}\b(?:for|at)[ ][A-Z]).{{0,300}}$",
)
"""Who the writer is: furniture at the foot, where the article itself never names that person."""
SET_BEHIND = re.compile(
    r"(?<=[.!?”\"’')])[ \t]+(?P<note>\((?:(?:Additional )?[Rr]eporting|Writing|Editing|Compiled|Translated) by [^()]{3,300}\)\.?"
    r"|\(?(?:Click here (?:to|for)\b[^.“”\"()]{2,80}"
    r"|(?:Read|Watch|See|Hear|View) (?:the |our |his |her |their )?(?:full|entire|complete|whole|original) [^.,;“”\"()]{2,60}\b(?:here|below|above|at this link)"
    r"|(?:Watch|Listen to|View|See) (?:the |our |a )?(?:video|clip|footage|interview|trailer|photos|gallery)\b[^.,;“”\"()]{0,60}\b(?:here|below|above))[.:!]?\)?)$"
)
"""What is set on behind a paragraph's last sentence: an agency's sign-off, or a prompt to click, read or watch elsewhere."""


def is_furniture(line: str) -> bool:
    """True for a line that by its own words is no part of what an article reports."""
    if len(line) <= MOST_LETTERS and (PROMPT.match(line) or SIGN_OFF.match(line) or REMNANT.match(line)):
        return True
    if len(line) <= MOST_LETTERS_OF_FORM and len({found.casefold() for found in FORM.findall(line)}) > 1:
        return True
    return bool(len(line) <= MOST_LETTERS_OF_NOTE and NOTE.match(line)) or bool(OTHER_REPORTS.match(line))


def biography_of(line: str) -> str | None:
    """The last word of the name of whom a line introduces as a writer, or None."""
    found = BIOGRAPHY.match(line) if len(line) <= MOST_LETTERS else None
    return found["name"].split()[-1] if found else None
