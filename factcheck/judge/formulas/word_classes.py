"""The classes of words that patterns name in angle brackets, each in this one place.

A class is named after the plain form of its commonest verb or noun. A newcomer adds
a word here, and every rule that reads the class reads the word.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    """Wordings of several words, between commas."""
    return tuple(phrase.strip() for phrase in text.split(","))


_VOWELS = "aeiou"
#: What he, she or it does, where an ending does not make it.
_THIRD = {"be": "is", "have": "has"}


def _doubles(verb: str) -> bool:
    """Whether a last consonant is doubled before an ending: "ship", "shipped"."""
    is_short = verb[-1] in "bdgklmnprt" and verb[-2] in _VOWELS and sum(letter in _VOWELS for letter in verb) == 1
    return is_short or verb.endswith(("gin", "mit", "cur", "fer"))


def _verbs(text: str) -> tuple[str, ...]:
    """Every form of verbs: "walk" is walk, walks, walked, walking; "win/won" and "go/went/gone" say what is irregular."""
    return tuple(dict.fromkeys(form for verb in text.split() for form in _forms(*verb.split("/"))))


def _forms(plain: str, *irregular: str) -> tuple[str, ...]:
    third = _THIRD.get(plain) or plain + ("es" if plain.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    past = stem = plain + plain[-1] if _doubles(plain) else plain
    if plain.endswith("y") and plain[-2] not in "aeiou":
        third, past = plain[:-1] + "ies", plain[:-1] + "i"
    elif plain.endswith("e") and len(plain) > len("be"):
        past = plain[:-1]
        stem = plain if plain.endswith("ee") else plain[:-2] + "y" if plain.endswith("ie") else past
    return (plain, third, *(irregular or (past + "ed",)), stem + "ing")


WORD_CLASSES: dict[str, tuple[str, ...]] = {
    # --- more and less
    "rise": _verbs(
        "rise/rose/risen grow/grew/grown climb jump increase gain surge soar expand advance swell/swelled/swollen leap/leapt/leaped"
        " accelerate rocket balloon spike mushroom widen strengthen mount rebound escalate snowball shoot/shot multiply"
    ),
    "went-up": tuple(
        f"{verb} up"
        for verb in _words(
            "went go goes gone going is was are were crept creeps creep edged edges inched inches ticked ticks moved moves nudged"
        )
    ),
    "went-down": tuple(
        f"{verb} down"
        for verb in _words(
            "went go goes gone going came come comes coming is was are were crept creeps edged edges inched inches ticked ticks"
        )
    ),
    "fall": _verbs(
        "fall/fell/fallen drop/dropped decline decrease slide/slid slip/slipped shrink/shrank/shrunk plunge tumble sink/sank/sunk"
        " dip/dipped dwindle plummet diminish slump nosedive lessen recede slow ease weaken narrow soften retreat subside shorten crash"
        " thin wane erode ebb shrivel shed/shed"
    )
    + _words("cut lost reduced contracted contracting"),
    #: What somebody does to a level.
    "raise": _verbs("raise lift hike boost push put/put increase up/upped bump jack ratchet"),
    "reduce": _verbs(
        "reduce cut/cut lower trim slash shave bring/brought slim axe pare prune whittle curtail shrink/shrank/shrunk"
    ),
    # --- a change as a noun, and more or less of it
    "increase": _words(
        "increase rise jump gain hike growth surge upturn climb leap addition uptick improvement spike upsurge boost expansion"
    ),
    "decrease": _words(
        "decrease fall drop decline cut reduction dip slump loss slide downturn plunge contraction shrinkage tumble"
    ),
    "higher": _words(
        "taller longer higher deeper wider heavier farther further bigger larger more older dearer costlier warmer hotter"
        " thicker senior richer stronger broader greater steeper pricier faster"
    ),
    "lower": _words(
        "shorter lower shallower narrower lighter nearer closer smaller less fewer younger cheaper cooler colder thinner"
        " junior poorer weaker slower"
    ),
    #: Before the level that was.
    "from": (
        *_words("from cost against versus than was were averaged averaging had been once previously formerly earlier"),
        "compared with",
        "compared to",
        "up on",
        "down on",
        "stood at",
        *_phrases("was at, were at, had stood at, having stood at"),
        *_phrases("had closed at, had ended at, had been at, he weighed, she weighed, it weighed"),
        "began at",
        "started at",
    ),
    #: Before the level that is.
    "to": (
        *_words("to now at reached reaching reaches hit hits hitting totalled totalling totaled totaling"),
        "costs",
        "now costs",
        "sells for",
        "stands at",
        "stand at",
        "is now",
        "are now",
        "stood at",
        "is",
        "are",
    ),
    #: Who says, and in which words, what a level will be.
    "foreseen": (
        *_words("analysts analyst economists economist consensus forecast forecasts expected predicted estimated"),
        *_phrases("pencilled in, penciled in"),
    ),
    #: What a currency is told in rises as the currency falls.
    "to-the-dollar": tuple(
        f"{to} {one}{currency}"
        for to in ("to", "against", "per", "a")
        for one in (("the ", "a ", "one ", "") if to in ("to", "against") else ("",))
        for currency in _words("dollar euro pound yen franc rupee mark")
    ),
    "double": _verbs("double"),
    "triple": _verbs("triple treble"),
    "quadruple": _verbs("quadruple"),
    "halve": _verbs("halve"),
    #: With these, twice as much is not exactly twice as much.
    "loosely": (
        *_words("over nearly almost about roughly not quite virtually around approximately"),
        *_phrases("more than, less than, better than"),
    ),
    "versus": (*_words("against versus"), *_phrases("compared with, compared to, rather than, instead of, as against")),
    "outnumber": _verbs("outnumber outvote"),
    "profit": _words("profit profits earnings income"),
    "risk": _words("risk risks chance chances probability likelihood danger incidence prevalence"),
    "largest": (
        *_words(
            "largest biggest highest tallest longest heaviest deepest richest oldest busiest widest strongest costliest"
            " greatest wealthiest"
        ),
        *_phrases("most populous, most expensive, most valuable, most popular"),
    ),
    # --- people and harm
    "kill": _words("kill kills killed killing slay slain murdered"),
    "die": _words("die dies died dead perished deaths"),
    "hurt": _words("hurt injured wounded hospitalised hospitalized maimed"),
    "people": _words(
        "people persons victims civilians residents men women children passengers patients workers soldiers officers"
        " students pupils migrants members employees staff"
    ),
    #: Who answers, votes, owns or does something, of whom there are many.
    "answering": _words(
        "shareholders investors owners landlords tenants employers employees workers staff managers bosses traders suppliers growers farmers fishermen"
        " shopkeepers retailers firms companies businesses banks schools hospitals councils towns villages countries states cities clubs charities patients"
        " doctors nurses teachers pupils students parents children mothers fathers women men girls boys couples families households homes flats houses"
        " residents villagers islanders locals neighbours citizens taxpayers voters delegates members councillors lawmakers mps senators ministers"
        " passengers travellers commuters cyclists motorists drivers riders pedestrians hikers walkers tourists visitors guests diners customers shoppers"
        " buyers sellers users readers viewers listeners subscribers donors graduates adults teenagers pensioners soldiers officers prisoners migrants"
        " players fans athletes runners swimmers winners candidates applicants respondents participants survivors victims cases deaths births accidents"
        " fires complaints calls letters replies answers votes ballots tickets seats shops trains flights buses cars lorries boats trees birds animals"
    ),
    "leave": _words("leave leaves leaving left"),
    "flee": _words("leave leaves left flee flees fled escape evacuated quit"),
    "person": _words(
        "man woman boy girl driver pensioner student pupil teacher doctor nurse farmer victim suspect resident player"
        " striker midfielder defender goalkeeper swimmer runner actor actress singer musician writer author politician"
        " senator president minister mayor lawyer judge soldier officer policeman policewoman fisherman worker"
        " grandmother grandfather mother father son daughter brother sister widow widower mechanic engineer plumber"
        " passenger cyclist pedestrian motorist patient businessman businesswoman teenager guest visitor tenant survivor"
        " witness coach baker cook chef clerk drummer guitarist pianist violinist pilot sailor captain nun priest bishop"
        " professor scientist tailor carpenter painter sculptor dancer comedian novelist poet gardener hiker climber skier"
        " golfer boxer jockey tourist inmate prisoner convict gunman burglar thief robber neighbour neighbor bride groom"
        " aunt uncle niece nephew grandson granddaughter orphan refugee winner champion candidate lawmaker governor"
        " gymnast jockey wrestler sprinter fullback winger weightlifter athlete footballer cricketer rower nun monk hermit shepherd rookie newcomer"
        " butcher waiter waitress cleaner builder electrician librarian shopkeeper hairdresser fan caretaker"
    ),
    # --- what costs a lot
    "large-thing": _words(
        "tower skyscraper building bridge stadium hospital school factory plant airport terminal runway dam tunnel mansion"
        " estate palace ship ferry satellite aircraft jet motorway highway railway station warship submarine rocket telescope"
        " reactor museum library arena headquarters campus castle island refinery pipeline spacecraft yacht cathedral"
        " frigate destroyer port harbour harbor metro airliner villa chateau penthouse jets airliners frigates tanks helicopters"
    ),
    # --- speaking of shares and sums
    "currency": _words(
        "euro dollar pound yen franc krona kronor krone rupee rand peso yuan rouble ruble lira won real zloty forint kuna"
        " shekel dinar dirham baht sterling"
    ),
    "include": _words("including include includes included among"),
    "total": _words("total overall altogether combined"),
    #: Behind a total.
    "in-all": (
        *_words("altogether overall together combined"),
        *_phrases("in all, in total, all told, all in all, as a whole, taken together, put together"),
    ),
    #: Before a total.
    "makes": _verbs("make/made total/totalled yield give/gave mean/meant equal/equalled bring/brought come/came")
    + _words("totaling totaled totalling equalling for")
    + ("a total of", "total of", "adding up to", "adds up to", "add up to", "amounts to", "amounting to", "sum of"),
    #: What leads from a figure to the one that it has come to ("bringing the toll to").
    "bring": _verbs("bring/brought take/took raise push lift put/put leave/left"),
    #: What is done with some of many, and then not with the others.
    "decide": _verbs(
        "approve reject accept refuse grant deny defer dismiss allow uphold/upheld quash postpone adjourn overturn pass fail veto sign"
    )
    + _phrases(
        "turned down, turn down, turns down, turning down, threw out, sent back, put off, ruled out, waved through"
    ),
    "each": _words("each apiece"),
    #: What is counted by the piece, and has a price or a share.
    "item": _words(
        "home house flat apartment bed bin bike bus car van truck train boat ship plane person pupil student passenger ticket"
        " unit piece item family household child patient worker employee member head share vote seat game match book tree room"
        " meal cake loaf bottle litre gallon kilo pound acre hectare mile kilometre kilometer school hospital plot cow horse job"
        " guest visitor customer resident voter player win winner donor night visit trip ride lap round hole song cow stamp chair desk"
        " laptop phone tablet tyre bag box crate barrel ton tonne kilogram metre foot inch"
    ),
    "apiece": (
        "each",
        "apiece",
        *(f"{by} {what}" for by in ("a", "per") for what in _words("head person piece time")),
        "on average",
    ),
    "yield": _verbs(
        "make/made raise fetch earn cost/cost pay/paid spend/spent total bring/brought take/took gross net collect generate yield"
        " come/came amount add bill charge give/gave produce deliver reap hand"
    ),
    "comparative": _words(
        "taller longer higher deeper wider broader heavier farther further bigger larger greater thicker older shorter lower"
        " shallower narrower lighter nearer closer smaller thinner younger newer faster slower quicker hotter warmer colder cooler"
        " cheaper dearer costlier pricier richer poorer more less fewer above below"
    ),
    #: What a thing is measured by, between "as" and "as".
    "plain": _words(
        "tall long high deep wide broad heavy far big large old thick fast hot cold warm low short expensive dear costly cheap rich"
    ),
    "group": _words(
        "class group party team crew panel jury staff squad board committee council crowd cast choir fleet set list batch herd"
        " flock delegation cabinet parliament assembly collection audience family pool field shortlist sample"
    ),
    "verb": _verbs(
        "be/was/were/are/is/been have/had/has come/came go/went/gone die get/got/gotten win/won lose/lost take/took vote pass fail finish escape"
        " survive arrive leave/left stay remain live work belong carry need want show stand/stood play score stem end start open close"
        " fall/fell sell/sold say/said tell/told give/gave make/made test join sign receive choose agree refuse drop return admit deny attend complete report suffer advance qualify retire recover withdraw/withdrew/withdrawn drown"
        " sink/sank/sunk run/ran know/knew/known speak/spoke/spoken write/wrote/written break/broke/broken see/saw/seen hear/heard eat/ate/eaten"
        " grow/grew/grown think/thought feel/felt find/found keep/kept meet/met send/sent spend/spent sleep/slept lie/lay teach/taught catch/caught"
        " sit/sat hold/held bring/brought build/built buy/bought pay/paid break/broke/broken drive/drove/driven ride/rode/ridden swim/swam begin/began/begun"
        " turn reach move cross collapse crash capsize founder vanish disappear burn perish answer support back oppose favour favor object enter apply"
        " marry register enrol walk march travel arrive land sail smoke drink/drank hatch germinate ripen rot burst/burst hit/hit shut/shut quit/quit"
    ),
    "ratio": _verbs("outnumber outvote") + _words("ratio proportion odds margin"),
    "worth": (
        *_verbs("buy/bought fetch equal get/got trade cost/cost"),
        *_words("at worth is was"),
        "being worth",
        *(
            f"{verb} {to}"
            for verb in _words("trades traded trading stands stood is was changed hands")
            for to in _words("at worth")
        ),
    ),
    "average": _words("average averages averaged averaging mean median"),
    "carry": _words("carry carries carried hold holds held make makes made seat seats seated total totaled totalled"),
    "say": _words("said says say claimed claims counted counts estimated estimates reported reports"),
    # --- time
    "go-on": (
        *_verbs("last continue rage persist endure drag"),
        *_phrases("gone on, went on, goes on, go on, took, takes"),
    ),
    "siege": _words(
        "siege war strike strikes clashes hearings bombing shelling rioting blockade occupation lockdown drought fighting protests bombardment unrest captivity detention"
        " conflict crisis curfew ceasefire truce standoff stand-off uprising offensive campaign boycott walkout shutdown"
        " closure recession heatwave trial search hunger-strike sit-in"
    ),
    "spell": _words("period spell reign term stretch span run career total time gap interval stint"),
    "run": _words("ran run runs lasted lasts served reigned ruled governed operated existed lived worked played"),
    "born": _words("born"),
    "event": _words(
        "fair festival tournament match matches game final championship championships cup race regatta rally marathon"
        " conference congress convention summit meeting talks workshop seminar course camp exhibition show expo sale biennale"
        " market carnival concert tour trip visit voyage cruise strike walkout election vote referendum ballot trial"
        " hearing inquest debate ceremony wedding funeral parade march protest exercise exercises drill games season"
        " symposium retreat fast truce ceasefire curfew holiday campaign competition event trek expedition safari pilgrimage hike ride raid mission stay break festival programme test fête fete mela fiesta expo residency regatta walk derby playoff play-off friendly qualifier"
    ),
    "disaster": _words(
        "flood floods fire storm drought revolution earthquake war crash crisis coup riots famine blizzard hurricane cyclone"
        " uprising eruption epidemic heatwave"
    ),
    "celebrate": _verbs("mark celebrate commemorate observe"),
    "ends": (
        *_words(
            "close closes closed closing end ends ended finish finishes finished conclude concludes concluded shut shuts"
        ),
        *_phrases(
            "winds up, wound up, wraps up, wrapped up, comes to an end, will close, will end, draws to a close,"
            " shuts its doors, shut its doors, closes its doors, closed its doors"
        ),
    ),
    "begins": (
        *_words("open opens opened begin begins began start starts started"),
        *_phrases("kick off, kicks off, kicked off, gets under way, got under way, will open, will begin, will start"),
    ),
    "done": _words(
        "appeared removed entered crossed docked operated treated diagnosed baptised "
        "christened honoured awarded received accepted rescued saved evacuated rained "
        "snowed melted toppled raised lowered cancelled hosted staged danced "
        "prayed gathered assembled rallied apologised confessed denied surrendered escaped "
        "vanished disappeared adopted declared annulled separated capsized burst "
        "opened destroyed struck killed died won lost beat defeated bought arrested resigned fell collapsed exploded crashed"
        " sank burned burnt closed founded launched released signed married divorced met visited arrived left returned"
        " began started ended finished completed built demolished flooded swept injured wounded stabbed robbed stole"
        " attacked bombed invaded captured seized freed charged convicted sentenced jailed fined passed rejected approved"
        " voted became joined retired sacked fired hired crowned played scored sang performed wrote published broke"
        " reached landed flew sailed walked marched protested ruled banned merged acquired fled moved buried discovered"
        " erupted derailed unveiled inaugurated drowned hanged executed overturned recalled swore elected took gave"
        " happened occurred went came made saw felt ran lit ate drank built dug repaired painted restored"
        " appeared removed entered crossed docked operated treated diagnosed baptised christened honoured awarded received"
        " accepted rescued saved evacuated rained snowed melted fired toppled raised lowered cancelled hosted staged danced"
        " prayed gathered assembled rallied apologised confessed denied surrendered escaped vanished disappeared adopted"
        " declared annulled separated capsized burst"
    ),
    # --- what comes before what
    "open": (
        *_words(
            "opened founded established launched started began inaugurated formed built created erected incorporated"
            " constructed chartered dug planted consecrated dedicated"
        ),
        *_phrases("set up, came into being, came into existence, opened its doors, dates back to"),
    ),
    "arrest": _words("arrested detained captured arrest"),
    "sentence": _words("sentenced jailed imprisoned executed"),
}

#: Wordings of one thing that several rules read, under the name that a pattern calls them by (`@founded`).
PHRASES: dict[str, str] = {
    "apiece": (
        "{mean:exact price}|{mean:exact money} (<apiece>|(for|to|from) each)|each ...3 {mean:exact sum}"
        "|(average|averages|averaged|averaging|mean) ...3 {mean:money}|{mean:average money}"
    ),
    "at-speed": "(average|averages|averaged|averaging|speed|pace|at|doing|a steady) ...3 {speed:speed}|{speed:average speed}",
    "changed-by": (
        "{change:exact sum} ...1 (<rise>|<fall>|<comparative>|extra|hike|discount|rise|off)"
        "|(<rise>|<fall>|<went-up>|<went-down>|up|down|hike) [by|of] {change:exact sum}|by {change:exact sum}"
    ),
    "rate-of-exchange": (
        "{rate:money} (to|for|per|against) (the|a|an|one|every) <currency>"
        "|((the|a|an|one|each|every) ...1 <currency>|sterling) [was|is|has been] <worth> [about] {rate:money}|{money|quantity} (buys|buying|bought|equals|equalled|is equal to|is worth|being worth|worth|was worth|trades at|traded at|fetches|fetched|changes hands at) {rate:money}"
    ),
    #: A change and what it led from and to, in any order: "rose by £5", "to £15", "from £10".
    "up-by": "(<rise>|<went-up>|up|<increase> of|<raise> ...5 by|<higher> by) [by|some|about|a|another|nearly] {change:?}"
    "|{change:?} (<increase>|<higher> !than)",
    "down-by": "(<fall>|<went-down>|down|<decrease> of|<reduce> ...5 by|<lower> by) [by|some|about|a|another|nearly] {change:?}"
    "|{change:?} (<decrease>|<lower> !than|off)",
    "now": "<to> [a|the|just|only|around] [record] {new:?}",
    "before": "(<from>|up from|down from) [the|its|{date}] ['s] [a|the|around] [record|figure of|level of|total of|peak of|high of|low of|base of] {old:?}"
    # "Against £1,270 for the country as a whole" is no level of before.
    " !(nationally|nationwide|countrywide|elsewhere|worldwide|globally"
    "|(for|in|across) (the|its) ...1 (country|nation|region|state|province|county|rest|industry|sector|market|economy|eu|uk|us|euro))",
    "levels": "[by] ...4 [, ...4] (from {old:?} ... to {new:?}|to {new:?} ... from {old:?})"
    # "40 boats a year then, 90 now"
    "|...4 [{duration|date}] ...2 (:|–|—) ...4 {old:?} (then|in {date}|{ago}) (,|;|and|but) ...4 {new:?} {date}",
    #: Before what says the same again, and behind it.
    "aside": "(,|\\(|–|—|- -|-|:) [or|that is|namely|making|which is] [the|a|an|just|only|about|some|nearly|exactly]"
    "|or [just|only|about|some|nearly]",
    "closes": "(,|.|;|:|\\)|–|—|-|to be (exact|precise)|exactly|precisely|all told|(of them|of whom) (,|.|;|:|\\)|–|—|-|were|was|are|is|have|has|had)|in all|in total|in number|altogether|people|were|was|are|is|have|has|had)",
    "closes-aside": "(,|.|;|:|\\)|–|—|-|to be (exact|precise)|exactly|precisely|all told|(of them|of whom) (,|.|;|:|\\)|–|—|-|were|was|are|is|have|has|had)|in all|in total|in number|altogether|people)",
    #: What says that a number is the exact one behind a bound.
    "precisely": "(in all|in total|all told|altogether|exactly|officially|to be (exact|precise)|to be more precise|precisely"
    "|(at|by|on|according to|from|in) ...4 (count|tally|estimate|reckoning|figures|records|register|books|list))",
    "founded": "<open> ...4 (in|on) {start:when}|(dates|dated|dating|goes|going|date) [back] (from|to) {start:year}|{ordinal} (appeared|printed|staged|published|held|performed|shown|broadcast|played) ...4 (in|on) {start:when}"
    "|(founding|foundation|opening|establishment|launch|birth|creation|signing|formation|inauguration|discovery)"
    " [of ...4] (in|on) {start:when}|(signed|introduced) (in|on) {start:when}",
    #: Behind "the centenary of".
    "of-its-start": "(the|its|his|her|their|a|{word}) ...4 (foundation|founding|opening|birth|death|establishment|launch|formation|creation"
    "|construction|completion|consecration|discovery|independence|invention|publication|premiere|sinking|inauguration) [of ...4] in {start:year}",
    #: Before what says in other words what was just told.
    "says-so": "(that|this|which|it) (is|was|means|meant|makes|made|amounts to|represents) ...3|(,|\\(|–|—|- -|-|:) [or|that is|i.e.|making it|roughly] [a|an]",
    "part-of-age": "[the] [very] [early|late|mid|middle|start of|end of|beginning of|middle of|dawn of|close of|turn of|half of|{date} of]"
    " [the] [{ordinal}] [half of|quarter of|third of|decade of|years of|year of] [the] [early|late]",
    "term": "(<sentence>|(sent|packed off|back) to (prison|jail)|sent down|put away|locked up|struck off|banned|suspended|barred|disqualified|leased|granted|awarded|let|issued|given|elected|appointed|hired|exiled|hired|contracted) ...3 (for|to)"
    " {term:duration}|(got|received|serving|handed|given) {term:duration}|{term:duration} [jail|prison] (sentence|ban|term|lease|suspension|contract|mandate|tenancy|licence|license)",
    "term-end": "(released|freed|out|eligible|expire|expires|expired|end|ends|ended|runs out|run out|lapse|lapses|office|down|again"
    "|return|returns|free|due for release|leave prison|leaves prison|leave jail|walk free|walks free|get out|gets out|be home|until) ...2 (in|by|until) {end:year|month}|(again|ban end|ban ends|back) (in|from) {end:year|month}|until {end:year|month}",
    "comes-first": "(topped|led|headed|tops|leads|heads|top of|won) the ...2 (table|list|ranking|rankings|league|standings|poll|medals|group|vote|count"
    "|chart|charts|field) (with|on|after winning|by winning|taking|winning|at) {own:amount}|(at|with|on) ...2 {own:amount} [,] ...5 (is|was|are|were|remains|remained"
    "|became) (the|its|their|{word}) [{word}] (<largest>|(top|leading) {word})",
    "gone-on": "(<go-on>|gone on|dragged on|been held|been under siege|been going on|been missing|been on strike|been in force) [for]"
    " {length:duration}",
}

#: Words that stand in most sentences, and say little about what a sentence is about.
COMMON_WORDS = frozenset(
    "a about after all also an and are as at be been but by for from had has have he her his in into is it its more"
    " not of on one or out over said she than that the their there they this to up was were which who will with would".split()
)
