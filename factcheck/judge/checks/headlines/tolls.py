"""What a sentence counts by what became of them: "kills 12", "12 people were hurt", "toll hits 1,204"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.numbers import CARDINALS, TENS
from factcheck.judge.checks.parts import plain_words
from factcheck.model import Bound, Sentence, Span
from factcheck.nouns import dataclass
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_HOW = r"(?:shot|stabbed|beaten|burn(?:ed|t)|crushed|trampled|hacked|bludgeoned|strangled|clubbed|frozen|froze)"
_NUMBER_OF_DEAD = r"(?:the )?(?:number|count|total) of (?:[a-z]+ )?(?:dead|deaths|fatalities|(?:people |those |victims )?(?:who )?(?:were )?(?:killed|died))"
#: How somebody is saved, and where to.
_SAVES = r"(?:rescu(?:es?|ed|ing)|sav(?:es?|ed|ing)|pluck(?:s|ed|ing)?|winch(?:es|ed|ing)?)"
_BRINGS = r"(?:pull(?:s|ed|ing)?|haul(?:s|ed|ing)?|drag(?:s|ged|ging)?|lift(?:s|ed|ing)?|carr(?:ies|ied|ying)|guid(?:es?|ed|ing)|leads?|led|brings?|brought|digs?|dug|takes?|took|taken)"
_TO_SAFETY = r"(?:to safety|ashore|alive|(?:free|out) (?:of|from))"
#: What becomes of people (and of jobs): how a number of them is told. "#after" is a number behind its verb, "#before" a
#: number with its noun, in front of what became of them.
FATES = {
    "killed": (
        (
            r"(?:kill(?:s|ed|ing)?|slay(?:s|ing)?|slaughter(?:s|ed|ing)?|massacre[sd]?|gun(?:s|ned|ning)? down|sho(?:o?ts?) dead"
            r"|(?:deaths?|lives) of|fatally (?:shoot|shot|stab|wound|injur)(?:s|ed|ing|bed|bing|ting)?"
            rf"|(?:toll|{_NUMBER_OF_DEAD}) (?:[a-z’'-]+ ){{0,16}}?(?:hits?|at|to|reach(?:es|ed)?|topp?(?:s|ed)?|pass(?:es|ed)|of|is|was|now)) #after"
        ),
        rf"to #before {_NUMBER_OF_DEAD}",
        r"(?:claim(?:s|ed|ing)?|cost(?:s|ing)?|t[ao]k(?:es?|ing)) #after lives",
        (
            r"#before (?:dead|die[sd]?|killed|slain|deaths?|lives lost|fatalities|perish(?:ed)?|drown(?:s|ed)?|lost (?:their|its) lives"
            r"|missing (?:[^.;,\d]{0,60} )?(?:feared|presumed|believed) (?:dead|drowned|killed)"
            rf"|murdered|executed|beheaded|massacred|{_HOW} (?:dead|to death|and killed)|fatally \w+)"
        ),
    ),
    "hurt": (
        r"(?:injur(?:es?|ed|ing)|wound(?:s|ed|ing)?|hurt(?:s|ing)?) #after",
        r"#before (?:injured|hurt|wounded|injuries|(?:suffered|sustained) (?:[a-z-]+ ){0,3}?(?:injuries|wounds))",
    ),
    "hospitalized": (
        r"(?:hospitali[sz]e[sd]?|hospitali[sz]ing) #after",
        r"(?:send|sends|sent|sending|put|puts|putting) #after (?:[a-z]+ ){0,2}?(?:to (?:the )?|in (?:the )?)hospitals?",
        r"#before (?:hospitali[sz]ed|(?:taken|rushed|airlifted|sent) to (?:an? |the |area |local |nearby )*hospitals?)",
    ),
    "missing": (r"missing #after", r"#before (?:(?:still |feared |reported )?missing|unaccounted for)"),
    "jobs": (
        r"(?:lay(?:s|ing)? off|laid off|sack(?:s|ed|ing)?|fire[sd]) #after",
        r"#before (?:(?:job|post|position|role|redundanc|layoff)(?:s|ies)?|(?:workers|employees|staff) (?:to be )?(?:laid off|sacked|fired))",
    ),
    "arrested": (r"(?:arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?) #after", r"#before (?:arrested|detained|arrests)"),
    "rescued": (
        rf"{_SAVES} #after",
        rf"{_BRINGS} #after (?:[a-z-]+ ){{0,3}}?{_TO_SAFETY}",
        rf"#before (?:rescued|saved|plucked|winched|{_BRINGS} {_TO_SAFETY})",
    ),
    "evacuated": (
        r"(?:evacuat(?:es?|ed|ing)|evacuation of|evacuation for) #after",
        r"#before (?:evacuated|evacuees|moved to safety|forced (?:out|from|to (?:leave|flee)))",
    ),
    "displaced": (
        r"(?:displac(?:es?|ed|ing)|uproot(?:s|ed|ing)?) #after",
        r"(?:leav(?:es?|ing)|left|mak(?:es?|ing)|made) #after homeless",
        r"#before (?:displaced|uprooted|homeless|(?:fle[ed]|flee|driven|forced from) (?:from )?(?:their )?(?:homes?|houses)|lose homes|lost (?:their )?homes)",
    ),
    "jailed": (
        r"(?:jail(?:s|ed|ing)?|imprison(?:s|ed|ing)?|sentenc(?:es?|ed|ing)) #after",
        r"#before (?:jailed|imprisoned|sentenced|sent to (?:prison|jail))",
    ),
    "charged": (
        r"(?:charg(?:es?|ed|ing)|indict(?:s|ed|ing)?) #after",
        r"#before (?:charged|indicted)",
    ),
    "freed": (r"(?:free[sd]?|freeing|releas(?:es?|ed|ing)) #after", r"#before (?:freed|released|set free)"),
    "deported": (r"(?:deport(?:s|ed|ing)?|expel(?:s|led|ling)?) #after", r"#before (?:deported|expelled)"),
    "infected": (
        r"(?:infect(?:s|ed|ing)?|sicken(?:s|ed|ing)?) #after",
        r"#before (?:infected|sickened|fall(?:s|en)? (?:ill|sick)|fell (?:ill|sick)|test(?:ed|s)? positive)",
    ),
    "stranded": (r"(?:strand(?:s|ed|ing)?|trap(?:s|ped|ping)?) #after", r"#before (?:stranded|trapped)"),
    "kidnapped": (
        r"(?:kidnap(?:s|ped|ping)?|abduct(?:s|ed|ing)?) #after",
        r"#before (?:kidnapped|abducted|taken hostage)",
    ),
    "signed": (
        r"(?:signed by|signatures of) #after",
        r"#before (?:sign(?:s|ed)? (?:(?:a|an|the|online) )*petition|signatures)",
    ),
}
_WORDS = "|".join(word for word in CARDINALS if word not in {"zero", "nought", "naught"})
#: "One man was killed and another was hurt" counts one of each.
_VALUES = {**CARDINALS, "another": 1}
_NUMERAL = regex(r"\d")
_NUMBER = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|(?:(?:{'|'.join(TENS)})-)?(?:{_WORDS})|another(?! (?:\d|(?:{_WORDS})\b|few|dozen|several)))(?![.,:]\d|[\w%°$£€/-])"
_BOUND = (
    r"(?P<bound>at least |more than |over |nearly |almost |about |around |roughly |some |up to |as many as |fewer than |under "
    r"|just over |just under )?"
)
#: Between a verb and the number of its victims: "killing all four", "killed his 5 kids", "killing himself and two".
_WHICH = r"(?:all |the |his |her |their |its |these |those |himself and |herself and |themselves and ){0,2}"
#: A word between a number and what became of so many; none that tells of others.
_WORD = (
    r"(?: (?!(?:died|dead|killed|injured|hurt|wounded|missing|but|while|among|including|as)\b|and (?:at |more |about |another|several|dozens|\d"
    rf"|(?:{_WORDS})\b))[a-z\d][a-z’'-]*)"
)
#: Between a number and what became of so many: "12 people", "15 miners in a remote valley were", "2 of the 14 children".
_TAIL = (
    r"(?: of (?:the|its|his|her|their|those)(?: \d+)?)?"
    rf"(?:{_WORD}{{0,3}}?(?:,[^,.;\d]{{1,40}},)?(?: (?:were|was|are|is|have|has|had|been|reported|confirmed|feared|left|found|being))*"
    rf"|{_WORD}{{4,12}}? (?:were|was|are|is|have|has|have been|had been|has been))"
)
#: Behind a verb these begin what was done to whom: "two bombs killed 15" counts fifteen dead and no bombs.
_VICTIMS = (
    r" (?:himself|herself|themselves|an?|the|his|her|their|its|several|many|dozens|scores|hundreds|thousands|people)\b"
    rf"| (?:at least |more than |nearly |almost |about |some |up to |as many as |another )?(?:\d|(?:{_WORDS})\b)"
)
_BEFORE = rf"{_WHICH}{_BOUND}{_NUMBER}"
_BEHIND = rf"{_BOUND}{_NUMBER}{_TAIL}"
_PATTERNS = {
    fate: tuple(
        regex(
            (r"(?<![\w$£€.,:/-])(?<!age of )(?<!aged )" if "#before" in way else r"(?<![\w-])")
            + way.replace("#after", _BEFORE).replace("#before", _BEHIND)
            + ("" if way.endswith("#after") else rf"(?![\w-]|{_VICTIMS})")
        )
        for way in ways
    )
    for fate, ways in FATES.items()
}
#: Letters of which a sentence has some if it tells of a fate: quicker to look for than the ways of telling it.
_TOLD_BY = {
    fate: tuple(letters.split())
    for fate, letters in {
        "killed": "kill slay slain slaughter massacre gun shot shoot dead die death toll lives fatal perish drown murder execut behead",
        "hurt": "injur wound hurt",
        "hospitalized": "hospital",
        "missing": "missing unaccounted",
        "jobs": "job post position role redundan layoff laid lay sack fire",
        "arrested": "arrest detain",
        "rescued": "rescu sav pluck winch safety ashore alive pull drag dug haul lift free",
        "evacuated": "evacu moved forced",
        "displaced": "displac uproot home house",
        "jailed": "jail imprison sentenc sent",
        "charged": "charg indict",
        "freed": "free releas",
        "deported": "deport expel",
        "infected": "infect sick ill positive",
        "stranded": "strand trap",
        "kidnapped": "kidnap abduct hostage",
        "signed": "sign",
    }.items()
}
#: So may a sentence that says one of these, of whatever fate.
_OF_ANY = ("victim", "bod", "casualt", "toll", "people")
#: After these nothing is a number of people.
_UNIT = regex(
    r" (?:years?|months?|weeks?|days?|hours?|minutes?|times|miles?|km|per ?cent|percent|million|billion|trillion|hundred|thousand|dozen|am|pm)\b"
    rf"| (?:in|out of|of every) (?:\d|(?:{_WORDS})\b)"
)
#: A number behind one of these is what others are taken out of ("one in three").
_RATIO = regex(r"\b(?:\d+|one|two|three) (?:in|out of|of every|in every) $")
_YEAR = regex(r"19\d\d|20\d\d")
_BOUNDS = {
    **dict.fromkeys(("at least ", "more than ", "over ", "just over "), Bound.ABOVE),
    **dict.fromkeys(
        ("nearly ", "almost ", "up to ", "as many as ", "fewer than ", "under ", "just under "), Bound.BELOW
    ),
    **dict.fromkeys(("about ", "around ", "roughly ", "some "), Bound.ABOUT),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A number of a headline or a lead, and what it counts."""

    span: Span
    value: Decimal
    bound: Bound
    #: The place of its last significant digit.
    step: Decimal
    sentence: Sentence
    #: What became of so many ("killed"); empty for a number of things or of money.
    fate: str = ""


def tolls(sentence: Sentence) -> Iterator[Told]:
    """What a sentence counts by fate: "kills 12", "12 people were hurt", "toll hits 1,204"."""
    lowered = sentence.text.lower()
    if _NUMERAL.search(lowered) is None and _VALUES.keys().isdisjoint(plain_words(lowered)):
        return
    for fate, patterns in _PATTERNS.items():
        if not any(letters in lowered for letters in _TOLD_BY[fate]):
            continue
        told = {found.start("number"): found for pattern in patterns for found in pattern.finditer(lowered)}
        for found in told.values():
            if not (
                _UNIT.match(lowered, found.end("number"))
                or _RATIO.search(lowered, 0, found.start("number"))
                or _YEAR.fullmatch(found["number"])
            ):
                yield _toll_of(fate, found, sentence)


def speaks_of(fate: str, sentence: Sentence) -> bool:
    """Whether a sentence has words of what may be that fate, so that a number in it may be of those."""
    lowered = sentence.text.lower()
    return any(letters in lowered for letters in (*_TOLD_BY.get(fate, ("",)), *_OF_ANY))


def _toll_of(fate: str, found: re.Match[str], sentence: Sentence) -> Told:
    words = found["number"].replace(",", "").split("-")
    value = Decimal(sum(_VALUES[word] if word in _VALUES else int(word) for word in words))
    start = sentence.start + (found.start("bound") if found["bound"] else found.start("number"))
    return Told(
        Span(sentence.document, start, sentence.start + found.end("number")),
        value,
        _BOUNDS.get(found["bound"] or "", Bound.EXACT),
        _step(value),
        sentence,
        fate,
    )


#: Fewer than so many are counted to the last one.
COUNTED = 100


def _step(value: Decimal) -> Decimal:
    """How coarsely a number of people is told: a hundred and more to the last digit that is not a nought."""
    if value < COUNTED:
        return Decimal(1)
    noughts = len(str(value)) - len(str(value).rstrip("0"))
    return Decimal(10) ** noughts
