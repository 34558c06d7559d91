"""The words for what begins, goes on and ends: of those who lead or serve, and of things that last."""

from __future__ import annotations

import re

from factcheck.attach.words import stem
from factcheck.regexes import regex

#: What it is that goes on: a lead, a place among others, the life of a thing.
LEADS, SERVES, LASTS = "leads", "serves", "lasts"
LED = (
    r"led|headed|chaired|managed|(?:been|was|were) (?:the |its |their )?(?:[\w-]+ ){0,2}"
    r"(?:captain|manager|coach|head|leader|chief|director|chair|chairman|editor|mayor|minister|president)"
)
#: What tells a beginning of each sort.
BEGINS = {
    LEADS: regex(
        r"\b(?:became|took over|takes over|took charge|(?:made|named|elected|appointed|promoted)(?! a member)"
        rf"|(?:has|have|had) (?:{LED}) [^.;]*since)\b"
    ),
    SERVES: regex(
        r"\b(?:joined|joining|made h(?:is|er) debut|enlisted|hired|recruited|(?:started|began) (?:work|out|at|as|there|with|to \w+|h(?:is|er) career)|(?:[Ss]?[Hh]e|who) started"
        r"|came to|went to work|signed up|(?:has|have|had) (?:worked|served|taught|played|lived|been (?:with|at|on|in|a member))\b[^.;]*\bsince)\b"
    ),
    LASTS: regex(
        r"\b(?:founded|established|(?:re-?)?built|renovated|restored|extended|opened|opens|began|begun|begins|started|starts|launched|set up|formed|created|closed|shut|closes|broke out|erected|completed"
        r"|stood since|dat(?:es?|ing) (?:back )?(?:to|from)|imposed|introduced|married|wed|planted|went on strike|walked out)\b",
        re.IGNORECASE,
    ),
}
#: Words of which a sentence has one that tells a beginning.
BEGINNINGS = frozenset(
    "became took takes made named elected appointed promoted since joined joining enlisted hired recruited started began came went signed founded established"
    " built rebuilt renovated restored extended opened opens begun begins starts launched set formed created closed shut closes broke erected completed stood"
    " date dates dated dating imposed introduced married wed planted walked".split()
)
#: What tells an end.
ENDS = regex(
    r"\b(?:end(?:s|ed)?|finished|concluded|broke down|left|leave|retire[sd]?|retiring|step(?:s|ped) down|resigned|quit|dismissed|sacked|died|death|divorced?|reopen(?:s|ed)?"
    r"|lifted|sank|sunk|closed?s?|shut|collapsed|demolished|until|till|suspended|arrested|sold|dissolved|called off|destroyed|burn(?:ed|t) down)\b"
)
#: What leads to a length of time of which something goes on, up to hedges.
HEDGES = r"(?:(?:just|only|some|about|almost|nearly|exactly|barely|more than|less than|over|around|at least|a total of|(?:the )?(?:past|last)) )*"
GOES_ON = (
    r"lasted|gone on|been going on|run|continued|raged|stood|been (?:empty|closed|shut|open|vacant|derelict|out of use)"
)
FOR = regex(
    rf"(?:\b(?:has|have|had)(?: now| already| also| since| so far)? (?:{GOES_ON}) (?:for )?|\b(?:lasted|went on|stood empty) (?:for )?"
    r"|\b(?:has|have|had|[’']s|[’']ve)(?: now| already| also)? (?:served|worked|been|led|headed|chaired|managed|owned|spent)\b[^.,;:]{0,40}? (?:for )?"
    r"|\b(?:ran|managed|led|owned|held|served|worked|stayed|remained) (?:[\w’'-]+ ){0,5}?for |\b(?:was|were) [^.,;:]{0,40}?for |\bspent |\bFor |\b[Ii]n (?:(?:his|her|their|its|my|our) )?"
    r"|\b[Aa]fter (?:(?:his|her|its|their) )?|\bof (?:his|her|its|their) |\b(?:[Hh]is|[Hh]er|[Mm]y) )"
    rf"{HEDGES}$"
)
#: Behind such a length, what it is of; "in politics" is no post.
OF_IT = regex(
    r"(?: (?:I|[Hh]e|[Ss]he|[Ww]e)\b| (?:in (?=(?:the|h(?:is|er)|its|their|our|this|that|charge|office|all)\b|[A-Z])|(?:at|with|as|on|behind|there|here|of service)\b)[^.,;:–—()“”\"]{0,40}|[.,;:)”\"]|$| (?:and|but|when|until)\b)"
)
#: That somebody has the lead.
LEADING = regex(
    rf"\b(?:{LED}|held|in charge|at the helm|in office|in the (?:job|post|role|chair)|as (?:an? |the |its |their )?(?:[\w-]+ ){{0,2}}"
    r"(?:captain|manager|coach|head|leader|chief|director|chair|chairman|editor|mayor|minister|president|coxswain|principal|owner|boss|commander))\b"
)
#: A length of something else, or not of something that went on.
ELSE = regex(
    r"\b(?:former|formerly|previous|previously|earlier|another|each|every|further|more(?! than)|extra|less(?! than)|would|could|may|might|will|shall|(?:is|are|was|were) to|if|eligible|due|expected|release"
    r"|sentenced|jailed|banned|average|aged|first time|worst|best|biggest|lowest|highest|not)\b",
    re.IGNORECASE,
)
FIRST_IN = regex(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|worst|best|biggest|largest|lowest|highest|time|times|once)\b[^.]{0,40}\bin $"
)
#: Words of an employer that may be any.
GENERIC = frozenset(
    stem(word)
    for word in "crew service force team club company firm staff station department board school job home brigade post role squad line career business"
    " profession there here place office work worked trainee joined joining enlisted hired recruited started began career came went signed served spent moved".split()
)
WORD = regex(r"(?<![\w’'-])(?:[a-z][a-z-]+|[A-Z][a-z]+)")
#: A date opens its clause, and what it is of stands behind.
OPENS = regex(r"(?:^|[.;–—] ?)(?:In|On) (?:early |late )?$|\b(?:and|but) (?:in|on) (?:early |late )?$")
#: That a thing goes on, and nobody's service.
LASTED = regex(rf"\b(?:{GOES_ON}|went on)\b")
#: That it goes on still, or begins again, or is over, or is that of a thing though no verb says so.
STILL = regex(r"\b(?:has|have|its|after|his|her|my|in|spent)\b|[’']s |[’']ve ", re.IGNORECASE)
AGAIN = regex(r"\b(?:came back|returned|rejoined|re-joined|again|second (?:spell|stint|term|time))\b")
OVER = regex(r"\b[Aa]fter ")
OF_THINGS = regex(r"\b(?:[Aa]fter|its) ")
#: "its 50th birthday".
ITS = regex(r"\b[Ii]ts $")
FEAST = regex(r" (?:anniversary|birthday)\b(?! of\b)")
#: A length that counts from now, and is nobody's.
RECENT = regex(r"(?:the |his |her |its )?(?:last|past|previous|prior|next|first|coming)\b")
#: "A 143-year-old building", and none beside it.
OLD = regex(
    r" (?P<noun>[a-z]+)(?=[,.;)\n]|$| (?:was|is|has|had|which|that|on|in|at|will|of|and|collapsed|sank|burn\w+|closed|stood|stands|before|after|for)\b)"
)
#: "The vessel was 38 years old.", and not "when it sank".
STOPS = regex(r"[.;)]|, (?!when|by)|$")
WAS_OLD = regex(
    r"\b(?:[Tt]he|[Ii]ts) (?P<noun>[a-z]+) (?:was built [^.;]{0,20} and )?(?:is|was)(?: now| already| just| only| about| almost| nearly)* $"
)
OTHER = regex(r"\b(?:[Aa]nother|[Ss]econd|[Oo]ther|[Nn]ew|neighbou?ring) $")
#: Speaks on of the thing of the sentence before.
IT = regex(r"(?:It|They|Its|Their)\b")
#: What is told by a verb has a noun of its own.
SPELLED = {"married": "marriage", "wed": "marriage", "walked out": "strike", "closed": "closure", "shut": "closure"}
#: What is built may be called a building.
BUILT = regex(r"\b(?:built|erected|constructed|completed|opened)\b")
BUILDINGS = frozenset(map(stem, ("building", "structure", "house", "site", "landmark")))
#: Words that do not tell of what a sentence speaks.
VERBS = frozenset(
    stem(word)
    for word in "founded established built opened opens began begun begins started starts launched formed created closed shut closes lasted ended ends took"
    " monday tuesday wednesday thursday friday saturday sunday years months weeks days year month week day last first".split()
)
#: Things that have an age.
THINGS = frozenset(
    "building structure house site landmark ship vessel club company firm bridge school church theatre theater hotel record mill tower shop pub hall".split()
)
#: The last word before a length of which something goes on; any other need not be looked at.
LEADS_IN = frozenset(
    "for in after lasted spent his her its their my our run continued raged stood empty closed shut open vacant derelict use on served worked"
    " just only some about almost nearly exactly barely than over around least of past last now".split()
)
