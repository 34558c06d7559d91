"""Words that tell what a number counts, or that it counts nothing."""

from __future__ import annotations

#: Plurals that do not end in s, and words that count as many without one.
PLURALS = {
    "women": "woman", "police": "police", "staff": "staff", "fish": "fish", "sheep": "sheep", "cattle": "cattle",
    "deer": "deer", "feet": "foot", "teeth": "tooth", "geese": "goose", "mice": "mouse", "oxen": "ox", "personnel": "personnel",
    "crew": "crew", "aircraft": "aircraft", "spacecraft": "spacecraft", "hovercraft": "hovercraft", "watercraft": "watercraft",
    "species": "species", "series": "series", "dead": "dead", "injured": "injured", "wounded": "wounded", "missing": "missing",
    "hurt": "hurt", "lives": "life", "wives": "wife", "wolves": "wolf", "knives": "knife", "halves": "half", "shelves": "shelf",
    "leaves": "leaf", "thieves": "thief", "loaves": "loaf", "data": "data", "criteria": "criterion", "media": "media",
    "bacteria": "bacterium", "offspring": "offspring", "folk": "folk", "folks": "person", "alumni": "alumnus",
    "movies": "movie", "cookies": "cookie", "calories": "calorie", "lies": "lie", "zombies": "zombie", "rookies": "rookie",
    "gases": "gas", "premises": "premises", "axes": "axe", "crises": "crisis", "theses": "thesis", "hypotheses": "hypothesis",
    "diagnoses": "diagnosis", "percent": "percent", "menus": "menu", "gurus": "guru", "hindus": "hindu", "zulus": "zulu",
    "emus": "emu", "bureaus": "bureau", "bayous": "bayou", "plateaus": "plateau", "chateaus": "chateau", "cpus": "cpu",
    "gpus": "gpu", "icus": "icu", "skus": "sku", "ious": "iou", "abuses": "abuse", "excuses": "excuse", "fuses": "fuse",
    "muses": "muse", "ruses": "ruse", "recluses": "recluse", "caches": "cache", "headaches": "headache", "aches": "ache",
    "niches": "niche", "selfies": "selfie", "brownies": "brownie", "hoodies": "hoodie", "smoothies": "smoothie",
    "hippies": "hippie", "junkies": "junkie", "foodies": "foodie", "bookies": "bookie", "birdies": "birdie",
    "sorties": "sortie", "prairies": "prairie", "freebies": "freebie", "goalies": "goalie", "budgies": "budgie",
    "magpies": "magpie", "laddies": "laddie", "walkie-talkies": "walkie-talkie", "avalanches": "avalanche",
    "tranches": "tranche", "moustaches": "moustache", "mustaches": "mustache", "cliches": "cliche", "creches": "creche",
    "quiches": "quiche", "analyses": "analysis", "oases": "oasis", "lenses": "lens", "biases": "bias", "canvases": "canvas",
    "atlases": "atlas", "aliases": "alias", "quizzes": "quiz", "calves": "calf", "scarves": "scarf", "hooves": "hoof",
    "ties": "tie", "pies": "pie", "shoes": "shoe", "horseshoes": "horseshoe", "snowshoes": "snowshoe", "toes": "toe", "canoes": "canoe",
    "foes": "foe", "woes": "woe", "hoes": "hoe", "oboes": "oboe", "floes": "floe",
}  # fmt: skip

#: Words in -men that are no plurals.
NO_PLURALS_IN_MEN = frozenset(
    "specimen regimen abdomen acumen stamen omen bitumen ramen amen semen yemen hymen lumen".split()
)

#: Words that end in s and are no plurals.
SINGULARS = frozenset(
    """this his its hers theirs ours yours us is was has does as yes always perhaps besides sometimes nowadays towards afterwards
    thus plus minus across unless less bus gas status virus campus focus bonus census consensus chaos crisis basis analysis
    emphasis news politics economics physics mathematics gymnastics athletics christmas texas kansas paris james thomas dallas vegas
    los las angeles orleans arkansas massachusetts illinois athens brussels laos cyprus wales hamas isis access process progress
    success business congress press class glass grass loss boss miss mass pass cross dress address stress witness illness
    happiness wilderness fitness princess actress mattress fortress gross toss moss bias atlas canvas pancreas texas corps chess
    headquarters overseas upstairs downstairs indoors outdoors whereas alas times tennis mars lens debris versus previous various serious famous
    religious dangerous tremendous numerous precious obvious anonymous enormous indigenous contagious continuous simultaneous
    mysterious ambitious delicious suspicious conscious jealous nervous generous ridiculous tedious hideous infectious
    towards afterwards forwards backwards regardless worthless homeless jobless countless endless wireless
    says goes does gets makes takes comes sees knows thinks wants needs includes
    remains becomes means seems appears begins ends starts stands sits lies holds gives keeps lets puts leaves brings
    tells shows asks says""".split()
) - {"times"}  # fmt: skip

#: A noun phrase ends before any of these.
STOPS = frozenset(
    """a an the this that these those his her its their our your my who whom whose which what where when while why how and or but
    nor so yet if because since although though than as at by for from in into of off on onto out over per to up with
    within without about above across after against along among around before behind below beneath beside between beyond down during
    except inside like near outside through throughout till toward towards under until upon via
    is are was were be been being am do does did has have had having can could may might must shall should will would
    not no never also only even just still already now then here there again ago away apart long wide high tall deep thick old
    he she it they we you i him them us me himself herself itself themselves each every all both either neither any some such
    says said told according later earlier ahead worldwide nationwide today yesterday tomorrow tonight
    went came got took made gave found left saw began became won lost died killed injured arrested
    took hit join joined joining because due including included rather too very much more-than versus vs
    behind clear down hence since once twice wide north south east west northeast northwest southeast southwest
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
    november december last next gained rose fell dropped climbed slid jumped lost added ended closed slipped surged tumbled
    said say saying think thinks thought come comes coming go goes going get gets make makes take takes
    for't don't didn't won't can't isn't wasn't aren't weren't""".split()
)  # fmt: skip

#: Between the number and its noun, and no part of what is counted.
SKIPPED = frozenset(
    """more additional further extra fewer of the its his her their our your my these those said about roughly full whole
    entire total such same single so-called sometimes often""".split()
)

#: A noun phrase "N of them" stands for something said before.
PRONOUNS = frozenset("them us you those these which whom".split())

#: Nouns that hold people: a bare number after "the toll rose to" or "a town of" counts them.
TOLLS = frozenset("toll tolls population populations".split())
PLACES = frozenset(
    """town city village community crowd group country nation region province state county island district team crew
    squad army force staff audience gathering congregation population workforce municipality settlement metropolis
    suburb capital hamlet family delegation panel party""".split()
)
#: Verbs whose bare numbers count people, active ("killed 12") and passive ("12 were killed").
CASUALTIES = frozenset(
    """killed killing kill kills injured injuring wounded wounding hurt hurting died dead dying arrested arresting detained
    detaining hospitalized hospitalised evacuated displaced missing rescued drowned kidnapped executed infected
    perished deported casualties""".split()
)

#: Words that make a number behind them a name and not an amount.
LABELS = frozenset(
    """no no. nos nos. number numbers latitude longitude page pages p. pp. chapter chapters section sections article articles clause paragraph amendment
    part parts volume vol vol. issue episode episodes season seasons series room suite apartment apt flat floor level phase stage grade class
    category type tier version ver ver. v. generation gen mark model route routes highway interstate road street avenue line
    lane exit junction gate platform terminal pier dock runway flight bus train tram channel station district precinct ward
    unit building block plot lot lane act scene verse psalm title form bill law rule resolution proposition prop proposal measure
    sonnet symphony opus chromosome division appendix annex figure fig fig. table step stage day week game games round race match lap hole inning
    item question exercise exercises nr nr. nrs nrs. serie group zone sector area band formula top bottom final seed no.1 size
    covid agenda catch apollo studio super bowl world war iphone ipad galaxy boeing airbus mach windows playstation xbox poor's poor’s radio""".split()
)  # fmt: skip

#: Adjectives and the like that stand between "one" and its noun.
ADJECTIVE_ENDINGS = (
    "al",
    "ive",
    "ous",
    "ful",
    "less",
    "able",
    "ible",
    "ic",
    "ary",
    "ory",
    "ant",
    "ent",
    "ing",
    "ed",
    "er",
    "est",
    "ish",
    "ar",
    "y",
    "ese",
    "an",
)

STREETS = frozenset(
    "street st st. road rd rd. avenue ave ave. lane drive boulevard blvd blvd. place square way court crescent".split()
)

#: Plurals that before another plural say only what kind it is: "four dead Americans", "five crew members".
COLLECTIVES = frozenset(
    """dead injured wounded missing hurt crew staff police aircraft personnel media data fish cattle species sports arms
    sales savings customs""".split(),
)

#: Words behind "one" that are never its noun.
NEVER_NOUNS = frozenset(
    """ultimate recent prone back current former fellow major new big small large young old long short whole particular such other single
    further separate different entire main key early late little great good bad high low right wrong same certain first last
    republican democratic american british french german russian chinese federal local national political public""".split()
)  # fmt: skip

#: Words behind a singular noun that are no other noun of a compound: adjectives, adverbs, participles.
NEVER_IN_COMPOUNDS = frozenset(
    """familiar available worth dead open close responsible common worse better older younger sooner longer shorter alone together
    overnight forward likely unlikely able unable right wrong free short full alive present absent less undecided however though
    therefore rather ever forever instead anew apiece abroad home meant felt seemed back aware ready taken given seen shown done gone
    known drawn written driven worn thrown slept wept crept swore leapt bent lent bit dug slid swung clung stuck strode sprang spun swam
    sped bled bred fed wound chose arose awoke else short-term long-term upright aboard outside must might ought need dare let help even
    like per percent""".split()
)  # fmt: skip

#: Singular nouns that a number stands before as an adjective does: "a 12 page document", "a nine-member panel".
ATTRIBUTIVE = frozenset(
    """page seat member man woman person judge juror nation country state team game match round story storey bed bedroom room
    point yard volume part vehicle car strong gauge cylinder speed piece song track episode item word letter
    goal run shot hole lap unit band block lane mile seater player vote race leg heat fight bout chapter stage volume event test date""".split()
)  # fmt: skip

#: Nouns that count people: a four-digit number before one is no year.
PEOPLE = frozenset(
    """people persons men women children troops soldiers workers employees jobs customers homes houses users members students pupils
    residents passengers refugees migrants voters votes deaths cases police officers protesters prisoners participants
    companies words miles fans spectators""".split()
)

#: What is counted to the last one, by custom or by law: a body's places, and scores.
COUNTED_OUT = frozenset(
    """seat judge juror justice senator lawmaker delegate member game match vote ballot signature goal point run try
    medal""".split()
)

#: People, behind "seven were".
PERSONS = frozenset(
    """people men women children boys girls adults teenagers babies infants students pupils teachers passengers crew
    civilians soldiers troops officers police policemen firefighters guards residents locals villagers workers employees
    staff tourists visitors foreigners citizens nationals americans victims survivors patients prisoners inmates refugees
    migrants doctors nurses medics journalists protesters militants rebels fighters drivers pedestrians members
    relatives""".split()
)

#: One of them, between whom and a comma stands an age: "the driver, 58, was hurt".
PERSON = frozenset(
    """man woman boy girl teenager pensioner mother father husband wife son daughter brother sister widow widower partner
    girlfriend boyfriend grandmother grandfather driver suspect victim officer teacher student actor actress singer player chief
    president minister doctor nurse farmer pilot captain soldier author artist star striker midfielder defender goalkeeper coach
    manager defendant attacker gunman shooter resident worker passenger lawyer judge senator leader premier mayor king queen
    prince princess owner founder executive director engineer boss presenter comedian journalist""".split()
)

#: Verbs and nouns of change: behind them "from 30 to 40" and "30 to 40" are two states, not one range.
CHANGES = frozenset(
    """rise rises rose risen rising grow grows grew grown growing climb climbs climbed climbing jump jumps jumped jumping
    increase increases increased increasing gain gains gained gaining advance advanced up surge surged surging soar soared soaring fall falls
    fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased slip
    slipped slide slid sank sink tumble tumbled plunge plunged down cut cuts cutting reduce reduces reduced reducing lower lowered raise raises
    raised raising boost boosted improve improved widen widened widening narrow narrowed narrowing double doubled doubling
    quintupled quintuple quintuples quintupling sextupled trebled treble trebles trebling tripling triples quadruple quadrupled quadruples halving halves plummeted dwindled
    rocketed ballooned fivefold tenfold sixfold fourfold threefold twofold triple tripled halve halved shrink shrank shrunk shrinking change changed changing went go goes going gone move moved revise revised
    lifted lift ease eased easing swell swelled swung expand expanded slow slowed accelerated by back ended trim trimmed dipped
    edged added lost bumped hiked doubles quadrupling shrinks slips slipping slides sliding sinks sinking tumbling plunges plunging dips dipping
    eases widens narrows lifts lifting boosts boosting improves improving pushes pushed pushing""".split()
)  # fmt: skip
#: So are these, but only before "from": "taking it from £30 to £40", and not "taking 30 to 40 days".
CHANGES_FROM = CHANGES | frozenset(
    "take takes took taking taken bring brings brought bringing send sends sent sending".split()
)

#: One of somebody's family, by blood or marriage: what is told of them is not told of whom the text speaks of.
KIN = frozenset(
    "wife husband widow widower son daughter brother sister twin father mother mum dad uncle aunt nephew niece cousin grandson granddaughter"
    " grandfather grandmother stepfather stepmother".split()
)
#: Those who share somebody's life, one or several, and the family as a whole.
RELATIVES = KIN | frozenset(
    "parents twins sons daughters child children baby fiancee fiance partner boyfriend girlfriend".split()
)

#: Who is asked in polls and studies.
ASKED = frozenset(
    "person people adult voter respondent resident household student member consumer american briton citizen elector worker employee driver parent"
    " patient teenager reader customer viewer participant interview response interviewee doctor nurse teacher farmer shopper user graduate firm company"
    " man woman child inhabitant taxpayer commuter homeowner motorist undergraduate pupil subject".split()
)
