"""Units behind a number: measures, money, percentages and rates."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.extract.counts import head_behind
from factcheck.extract.lexicon.currencies import CODES, NAMED
from factcheck.extract.lexicon.function_words import PERCENT
from factcheck.extract.lexicon.nouns import STOPS
from factcheck.extract.lexicon.numbers import MONEY_SCALES
from factcheck.extract.lexicon.units import CASED, GLUED, MEASURES, RATES
from factcheck.extract.plurals import singular
from factcheck.extract.walking import ending
from factcheck.model import Kind
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.extract.numeral import Numeral
    from factcheck.extract.openings import Opening


class Unit(NamedTuple):
    """A unit where it is written: its name, its kind, and where it ends."""

    end: int
    name: str
    kind: Kind


SHARES = ("percent", "percentage point", "basis point")
_KINDS = dict.fromkeys(MEASURES.values(), Kind.QUANTITY) | dict.fromkeys(SHARES, Kind.PERCENTAGE)
#: The most words of a unit that begins with this one.
_FIRST_WORDS = dict.fromkeys((*MEASURES, *NAMED), 1)
for _spelling in [spelling for spelling in _FIRST_WORDS if " " in spelling or "-" in spelling]:
    _word, *_more = _spelling.replace("-", " ").split(" ")
    _FIRST_WORDS[_word] = max(_FIRST_WORDS.get(_word, 1), 1 + len(_more))

#: Units that are names, months or words of another kind with a capital.
_ALSO_NAMES = frozenset(
    "stone mark marks cent real won cup cups turn league leagues yard bit real rand try ron all mad".split()
)

_SPACE = "[ \u00a0\u2009\u202f]"
#: A unit's word: letters with their powers, or a sign; in "ten $100 bills" it belongs to what follows.
_FIRST = regex(
    rf"({_SPACE}?-?{_SPACE}?|\r?\n|\t(?=[a-z]{{2}}|%)|{_SPACE}?[\[({{<](?=[^\W\d_]+[23]?[\])}}>]))(us\$(?!\d)|b/d\b|[^\W\d_]+(?:(?:[.][a-z]\b)+[.]?|\^?[23²³]\b)?|[%\uff05](?![\w%])|[°º][cf]?(?![\d′]| \d{{1,2}}['′’])|[$€£¥¢₹₪₽₴₾](?!\d))"
)
_NEXT = regex(rf"(?:{_SPACE}|-|\.{_SPACE}|\r?\n)([^\W\d_]+(?:\^?[23²³]\b)?)")
#: What a rate is counted by: a unit, the word that makes another of it included, or any other word.
_COUNTED_BY = (
    r"((?:(?:square|sq\.?|cubic|cu\.?|metric|short|long|nautical|troy|(?:kilo|mega|giga)watt)[ -])?[^\W\d_]+[23²³]?)"
)
#: How many of it a rate is for; they need no noun ("12 deaths per 100,000").
_SO_MANY = r"(100,?000|10,?000|1,?000|100|million)"
_RATE = regex(
    rf"(?:{_SPACE}?/{_SPACE}?(?:{_SO_MANY} ?)?|[ \u00a0-]+an?[ -]|[ \u00a0-]to[ -](?:the|a)[ -](?=(?:gallon|lit(?:re|er)|acre|hectare)\b)){_COUNTED_BY}"
    rf"(?![ \n](?:ago|earlier|before|previously|later)\b)|[ \u00a0-]+per[ -](?:{_SO_MANY}(?![\w%]|[,.]\d)(?: ?{_COUNTED_BY})?|{_COUNTED_BY})"
)
#: What shows that a capital is no unit, but the beginning of a name: "one C-130", "12 F 16 jets", and not "20 C 5 days ago".
_NAME_GOES_ON = regex(
    rf"-?[a-z0-9]|{_SPACE}[0-9]{{1,3}}{_SPACE}(?!(?:second|minute|hour|day|week|month|year|decade)s?\b)[a-z]{{3}}"
)
_POINT = regex(rf"{_SPACE}?-?points?\b")
#: Behind "15 st", which is no street: "15 st 4 lb", "15 st (95 kg)".
_IN_STONES = regex(
    rf"{_SPACE}(?:\d{{1,2}}(?:[.]\d)?[½¼¾]?{_SPACE}?(?:lbs?|pounds?)\b|\((?:about |around )?\d[\d.]*{_SPACE}?(?:kg|kilos?|lbs?)\b)"
)


def read_unit(text: str, lowered: str, at: int) -> Unit | None:  # noqa: PLR0911 - signs, symbols and words are looked up apart
    """The unit that begins right behind a number."""
    found = _FIRST.match(lowered, at)
    if found is None:
        return None
    gap, word = found[1], found[2]
    end = found.end()
    if gap[-1:] in ("[", "(", "{", "<"):
        bracketed = _longest_unit(lowered, word, end, 1)
        return bracketed and bracketed._replace(end=end + 1)
    # "One C-130", "3,606 A320s" and "12 F 16 jets" hold no units, nor does the form 1095-A.
    if (
        gap
        and text[end - 1].isupper()
        and len(word) == 1
        and (_NAME_GOES_ON.match(lowered, end) or gap == "-" or lowered.startswith(("'s", "’s"), end))
    ):
        return None
    if word == "mb" and lowered.startswith("/d", end):
        return None  # millions of barrels a day
    cased = CASED.get(text[found.start(2) : end]) if not gap or len(word) <= 3 else None
    if cased is not None:
        return _rated(lowered, end, cased, Kind.QUANTITY) if cased else None
    if word in GLUED and (not gap or word == "st" or (lowered.startswith("/", end) and rate(lowered, end))):
        return _letter(text, lowered, gap + word, end)
    most = _FIRST_WORDS.get(word)
    is_reached = word == "mark" and gap == " "  # "past the 300 mark"
    if word == "marks" and _SCORED(lowered, at):
        return None
    if most is None or is_reached or (word in _ALSO_NAMES and text[found.start(2)].isupper()):
        return None
    return _longest_unit(lowered, word, end, most)


#: Behind these, and before "out of", marks are no money: "he scored 61 marks".
_SCORED = ending(
    r"\b(?:scor(?:ed?|es|ing)|secur(?:ed?|es|ing)|obtain(?:ed|s)?|award(?:ed|s)?|full|got|gets|lost|deducted|for|with|minimum of|least|only|just|top|added|grace) [\d.,½]+",
    40,
    *"0123456789½",
)


def _letter(text: str, lowered: str, letter: str, end: int) -> Unit | None:
    """The unit that a letter is by what it touches: "5l", "120 g/km", "15 st 4 lb", cents in "a dividend of 12c a share"."""
    if text[end - 1] == "c" and (rated := rate(lowered, end)):
        return Unit(rated[0], f"cent per {rated[1]}", Kind.MONEY)
    name = GLUED[letter.strip(" -\u00a0")]
    is_street = letter.endswith("st") and letter != "st" and not _IN_STONES.match(lowered, end)
    return _rated(lowered, end, name, Kind.QUANTITY) if name and not is_street else None


def _longest_unit(lowered: str, word: str, end: int, most: int) -> Unit | None:
    """The unit with the most words of those that begin with this word."""
    best: tuple[int, str] | None = None
    phrase = word
    for more in range(most + 1):
        for spelled in (phrase, phrase.replace(" ", "-")) if more else (phrase,):
            name = MEASURES.get(spelled) or NAMED.get(spelled)
            if name is not None:
                best = (end, name)
        if more == most - 1 or (following := _NEXT.match(lowered, end)) is None:
            break
        phrase, end = f"{phrase} {following[1]}", following.end()
    if best is None:
        return None
    end, name = best
    if name == "percent":
        points = _POINT.match(lowered, end)
        return Unit(points.end(), "percentage point", Kind.PERCENTAGE) if points else Unit(end, name, Kind.PERCENTAGE)
    kind = _KINDS.get(name, Kind.MONEY)
    return _rated(lowered, end, name, kind)


def _rated(lowered: str, end: int, name: str, kind: Kind) -> Unit:
    """The unit with what it is counted by: "dollars a barrel", "km/h"."""
    rated = rate(lowered, end)
    return Unit(rated[0], f"{name} per {rated[1]}", kind) if rated else Unit(end, name, kind)


#: What stands before a rate, and what "a", "per", "to the" and "/" begin with behind a space.
_BEFORE_RATES, _RATES_BEGIN = frozenset("/ -\u00a0"), frozenset("apt/ -\u00a0")


def rate(lowered: str, at: int) -> tuple[int, str] | None:
    """Where "a day", "per person", "/kg" ends, and what it counts by."""
    mark = lowered[at : at + 1]
    if mark not in _BEFORE_RATES or (mark != "/" and lowered[at + 1 : at + 2] not in _RATES_BEGIN):
        return None
    found = _RATE.match(lowered, at)
    if found is None:
        return None
    many, word = found[1] or found[3], found[2] or found[4] or found[5]
    by = (_counted_by(word) or (_BEHIND_STROKES.get(word) if mark == "/" else None)) if word else None
    if found[2]:
        end = found.end()
        if by is None and (shorter := _FIRST_WORD.match(word)) and shorter[0] != word:
            by, end = RATES.get(shorter[0]), found.start(2) + shorter.end()
        if by is None:
            return None
    elif found[3]:
        counts = word is not None and word not in STOPS
        by, end = (by or singular(word), found.end()) if word and counts else ("", found.end(3))
    else:
        if word in ("cent", "cents"):
            return None
        by, end = by or word, found.end()
    return end, f"{many.replace(',', '')} {by}".strip() if many else by


_FIRST_WORD = regex(r"[^\W\d_]+")
#: What counts by these letters behind a stroke alone, for "a T-shirt" is no tonne: "$90/t".
_BEHIND_STROKES = {"t": "tonne", "mt": "tonne"}


def _counted_by(word: str) -> str | None:
    """The name of a unit, or of a thing, that rates are counted by."""
    return RATES.get(word) or (MEASURES.get(word.replace("-", " ")) or MEASURES.get(word) if len(word) > 2 else None)


_OF_A = regex(r"(?:[ ]of)?[ ](?:an?|one)(?=[ ])|(?=-)|(?=[ ])")


def unit_of_part(text: str, lowered: str, at: int) -> Unit | None:
    """The unit that there is a part of: "half a mile", "two-tenths of a percent", "a quarter-mile"."""
    joint = _OF_A.match(lowered, at)
    unit = read_unit(text, lowered, joint.end()) if joint else None
    if unit is None and joint and (point := _POINT.match(lowered, joint.end())):
        if _OF_A_RATE.match(lowered, point.end()):
            return Unit(point.end(), "percentage point", Kind.PERCENTAGE)
        return Unit(point.end(), "point", Kind.COUNT)
    return unit


#: Behind a part of a point that is one of a percentage: "by a quarter of a point to 5 per cent".
_OF_A_RATE = regex(
    r"(?: (?:rise|increase|cut|hike|reduction))?,? (?:to|from) (?:a |an )?(?:[a-z-]+ ){0,3}\d+(?:[.]\d+)? ?" + PERCENT
)


# --- with what stands before the number ----------------------------------------------

#: What multiplies a sum, grown together with the code behind it: "30 MUSD", "5 kEUR".
_LETTER_OF_CODE = regex(rf"[ ]?([mk])(?=(?:{'|'.join(CODES)})\b)")
#: "400m runners" run 400 metres, and so is "60m hurdles" run.
MOST_METERS = 100
_RUN = frozenset("hurdle sprint sprinter runner relay freestyle swimmer swim heat dash medallist medalist".split())
_LETTER = regex(r"[ ]?(mm?|b|t)\b")
_SCALING = frozenset("mbtk")
_ANOTHER_LETTER = regex(r"(?: to | or | and |[-–])\d[\d.]{0,5}m\b")


#: So long a race is at most, in kilometers.
LONGEST_RACE = 100
_RACE_BEHIND = regex(
    r"[ -](?:(?:fun|charity|road|trail|city|sponsored|cross-country) )?(?:races?|runs?|runners?|walks?|walkers?|swims?|rides?|course|route|time trial|parkruns?)\b"
)
_RACE_ENDS = regex(r"[.,;:)]|\Z|\n| (?:in|on|at|for|with|to|through|around|along|and|or|last|this|race)\b")
_RUN_BEFORE = ending(
    r"\b(?:(?:ran|runs?|running|raced|walked|walks|walking|jogged|jogging|swam)|(won|wins?|entered|enters|finished|completed)) (?:an? |the |h(?:is|er) |their |my |our |first |last ){1,2}",
    40,
    " ",
)


def numeral_is_race(opening: Opening, numeral: Numeral) -> bool:
    """Whether "10k" is the length of a race: "a 30K race", "she ran the 10k in Lund"; behind "won" only with a capital."""
    lowered, end = opening.lowered, numeral.end
    if numeral.scale != 1000 or opening.currency or numeral.value > LONGEST_RACE * 1000:
        return False
    if _RACE_BEHIND.match(lowered, end):
        return True
    run = _RUN_BEFORE(lowered, opening.start) if _RACE_ENDS.match(lowered, end) else None
    return run is not None and (run[1] is None or opening.text[end - 1] == "K")


#: What is told in millions and not in metres: "viewing peaked at 11.9m", "sales of 2.3m", "an audience of 4m".
_TOLD = (
    "audiences? peak peaked viewers viewing ratings listeners readers readership circulation population unemployment joblessness sales turnover profits?"
    " losses revenues? earnings income costs? debts? budget subscribers subscriptions users customers visitors passengers tourists members"
    " membership followers streams vacancies employment enrolment enrollment applications caseload shareholders copies downloads visits households voters workers unemployed attendances? takings"
)
_IS_TOLD = ending(
    rf"\b(?:{'|'.join(_TOLD.split())}|waiting lists?|backlogs?)(?: [a-z’'-]+){{0,4}}?(?: (?:to|of|at) [\d.]+m,?(?: up| down)?)? (?:of|to|at|from|by|was|were|is|are|reached|hit|topped|exceeded|totall?ed)"
    r"(?: (?:about|around|some|nearly|almost|just|only|over|under|more than|less than|up to|roughly|a record|an estimated))? ",
    70,
    " ",
)
#: What people do, or what is counted by a financial year, and no metres: "about 1.2m live there", "2.3m of them voted", "the 4.1m of 2018-19".
_THEY_DO = regex(
    r" (?:of|in) (?:19|20)\d\d[-–/](?:20)?\d\d\b|(?: of (?:them|whom))?(?: (?:have|had|now|still|already))? (?:live|lived|came|attended|tuned in|visited|marched|joined|turned out|took part|voted|watched|signed|speak|spoke|fled|emigrated|unemployed|jobless|were (?:born|unemployed|out of work|displaced))\b"
)
#: The other side of what is so many metres wide and so many long: "3m x 4m".
_BY = ending(r"\dm?(?: ?[x×] ?| by )", len("m by "), "x", "x ", "×", "× ", " by ")
#: What begins the same sum in another currency: "204m (£109m)".
_ALSO_PAID = (" (£", " ($", " (€", " (us$")
_LENGTH = regex(
    r" (?:high|long|deep|wide|tall|thick|above|below|from the|away|off|depths?|heights?|in (?:length|height|depth|diameter))\b|-"
)


def scaled_by_letter(opening: Opening, numeral: Numeral) -> Numeral:
    """The numeral with "m", "b" or "t" behind it read as millions, billions or trillions where it cannot be a unit."""
    text, lowered = opening.text, opening.lowered
    at = numeral.end + 1 if lowered[numeral.end : numeral.end + 1] == " " else numeral.end
    if lowered[at : at + 1] not in _SCALING:
        return numeral
    if not opening.currency and (coded := _LETTER_OF_CODE.match(lowered, numeral.end)):
        scale = Decimal({**MONEY_SCALES, "k": 1000}[coded[1]])
        return numeral._replace(end=coded.end(), value=numeral.value * scale, step=numeral.step * scale, scale=scale)
    found = _LETTER.match(lowered, numeral.end)
    if found is None:
        return numeral
    if not opening.currency:
        if found[1] != "m" or found.end() - numeral.end != 1:
            return numeral
        capital = text[numeral.end] == "M"
        if not capital and (_BY(lowered, opening.start) or not _is_counted_or_paid(opening, numeral, found.end())):
            return numeral
    scale = Decimal(MONEY_SCALES[found[1]])
    return numeral._replace(end=found.end(), value=numeral.value * scale, step=numeral.step * scale, scale=scale)


def _is_counted_or_paid(opening: Opening, numeral: Numeral, end: int) -> bool:
    """Whether what follows "30m" shows that it is no length: "30m people", "30m US dollars", "3m to 4m barrels"."""
    more = _ANOTHER_LETTER.match(opening.lowered, end)
    if more and opening.text[more.end() + 1 : more.end() + 2].islower():
        end = more.end()
    if numeral.value < MOST_METERS and (head := head_behind(opening.lowered, end)) is not None:
        return head.noun.rpartition(" ")[2] not in _RUN
    if numeral.value < MOST_METERS and _THEY_DO.match(opening.lowered, end):
        return True
    if opening.lowered.startswith(_ALSO_PAID, end):
        return True
    if _IS_TOLD(opening.lowered, opening.start) and not _LENGTH.match(opening.lowered, end):
        return True
    unit = read_unit(opening.text, opening.lowered, end)
    return unit is not None and (unit.kind is Kind.MONEY or numeral.value < MOST_METERS)


#: A sum, and what it is paid for one of, at the end of a clause: "£25 a bin."
_SOLD = regex(r"[ \u00a0]an? ([a-z]{3,})(?=[.;:)](?!\w)|\Z)")
#: How often a rent or a wage is paid: "£850 pcm", "£30,000 pa".
_PAID_EACH = regex(r"[ \u00a0]?(?:pcm|an? calendar month|(p\.a\.|pa)|(pw)|(ph))(?!\w)")


#: Units whose sign or word stands for others too.
_HAS_ANOTHER_MEANING = frozenset(
    (
        "nanometer",
        "kiloton",
        "megaton",
        "fahrenheit",
        "pound",
        *(f"pound per {time}" for time in ("hour", "day", "week", "month", "year")),
    )
)


def _by_company(opening: Opening, end: int, unit: Unit) -> Unit:
    """The unit, or another for which its sign or word stands among the words around it."""
    from factcheck.extract.company import by_company  # noqa: PLC0415 - few texts have such units

    return by_company(opening, end, unit)


def unit_behind(opening: Opening, end: int) -> Unit | None:
    """The unit behind a number, or the currency before it."""
    if opening.currency is None:
        unit = read_unit(opening.text, opening.lowered, end)
        return _by_company(opening, end, unit) if unit and unit.name in _HAS_ANOTHER_MEANING else unit
    if rated := rate(opening.lowered, end):
        return Unit(rated[0], f"{opening.currency} per {rated[1]}", Kind.MONEY)
    if often := _PAID_EACH.match(opening.lowered, end):
        stretch = "year" if often[1] else "week" if often[2] else "hour" if often[3] else "month"
        return Unit(often.end(), f"{opening.currency} per {stretch}", Kind.MONEY)
    if (shared := _shared_rate(opening, end)) is not None:
        return Unit(end, f"{opening.currency} per {shared}", Kind.MONEY)
    if sold := _SOLD.match(opening.lowered, end):
        return Unit(sold.end(), f"{opening.currency} per {sold[1]}", Kind.MONEY)
    return Unit(end, opening.currency, Kind.MONEY)


#: The same sum in another currency, before the rate that both share: "C$6 (US$4.46) per share".
_OTHER_SUM = regex(r" \([^()\n]{0,12}[$£€¥][^()\n]{1,20}\)(?= an? | per )")
_IN_BRACKETS = regex(r"\d[^()\n]{0,12}\([^()\d\n]{0,12}\Z")
#: How far before a sum in brackets the other begins.
_NEAR = 30


def _shared_rate(opening: Opening, end: int) -> str | None:
    """What two sums count by of which one stands in brackets, from the end of either."""
    lowered = opening.lowered
    if lowered.startswith(" (", end):
        other = _OTHER_SUM.match(lowered, end)
        close = other.end() if other else None
    elif lowered.startswith(")", end):
        close = end + 1 if _IN_BRACKETS.search(lowered, max(0, opening.start - _NEAR), opening.start) else None
    else:
        return None
    rated = rate(lowered, close) if close else None
    return rated[1] if rated else None
