"""How old somebody or something is: "a 45-year-old", "34 years old", "aged 34", "Kim Lo, 34, said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.counts import head_behind
from factcheck.extract.durations import AGED_BEFORE
from factcheck.extract.lexicon.calendar_words import OF_A_DAY
from factcheck.extract.lexicon.nouns import PERSON, PERSONS
from factcheck.extract.names import word_before
from factcheck.extract.numerals import read_figures
from factcheck.extract.walking import ending
from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.extract.lexicon.hedges import Hedge
    from factcheck.extract.numeral import Numeral
    from factcheck.extract.openings import Opening
    from factcheck.extract.scanning import Reading

_TIME_UNIT = regex(
    r"[ \u00a0\n-]{1,2}(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)|hrs?|mins?|secs?|yrs?|fortnights?|quarters?|mos?)\b(?! ?[-/])",
)
#: What makes an age of the number before it; the unit is its first group.
OLD = regex(
    r"[ -](?:(year|month|week|day)s?|(?:yr|yo)s?)(?:(?:-| - | )olds?\b|'? of age\b)|[ -]?(?:y/o|yo)\b",
)
_AGED = frozenset(("aged", "age", "ages"))
#: Between "aged" and the age.
_SOFTLY = frozenset("just only about around nearly almost over under".split())
#: Before an age, and behind it: "65 and older".
_SO_MANY_YEARS = regex(r" (year|month|week|day)s?\b(?!,? (?:and )?\d)")
_AGE_OF = (" age of ", " ages of ", " aged between ", " ages between ")
_COMPARED = ("older", "younger")
_THAN = ("older than ", "younger than ")
LONGEST_LIST = 40
#: Ages of several people, the last of them still to come: "aged 5, 7 and 9".
_AND_AGED = ending(
    r"(?<!\w)(?:aged?|ages) (?:\d{1,3}, ){0,6}(?:\d{1,3},? (?:and|or) )?", LONGEST_LIST, ", ", " and ", " or ", "aged "
)
_OLDEST = 130
#: More of whom an age stands between commas: "the teen, 15, was hurt".
_OTHERS_AGED = frozenset(
    """teen youth schoolboy schoolgirl grandfather garda seer priest nun monk cyclist motorcyclist motorist pedestrian biker apprentice plumber builder electrician
    chef baker butcher accountant banker broker trader scientist researcher academic professor lecturer headteacher retiree veteran sailor fisherman climber
    hiker walker swimmer jockey golfer boxer cricketer footballer batsman bowler winger forward captain skipper rapper musician drummer guitarist pianist
    composer conductor comic poet novelist writer broadcaster labourer carpenter shopkeeper businessman businesswoman politician postman publican barber""".split()
)
_NAME_BEFORE = regex(
    rf"(?<![\w.’'-])(?:[^\W\d_a-z][^\W\d_]*[a-z][\w.’'-]*(?: Jr\.?)?|{'|'.join(sorted(PERSON | _OTHERS_AGED))}), \Z"
)
#: At the end of a sentence the age of a grown-up stands behind a full name: "said its director, Ann Lund, 68."
_FULL_NAME_BEFORE = regex(r"(?<![\w.’'-])[^\W\d_a-z][\w’'-]*[a-z] [^\W\d_a-z][\w’'-]*[a-z], \Z")
_END, _GROWN_UP = regex(r"\.(?=\s|\Z)"), 16
#: "Ann Lund (68) said", unless several have a number in brackets: then it is a minute, a seed or a page.
_FULL_NAME_OPENS = regex(r"(?<![\w.’'-])[^\W\d_a-z][\w’'-]*[a-z] [^\W\d_a-z][\w’'-]*[a-z] \(\Z")
_OTHER_BRACKET, _NEAR = regex(r"\(\d"), 80
#: Words before a bare number that is how old somebody is.
_IS_SO_OLD = ending(
    r"(?<!\w)(?:(?:s?he|who|(?:mr|mrs|ms|miss|dr|sir)\.? [a-z’'-]+) (?:is|was|turned|turns|had turned|has turned|will turn|will be)"
    r"|s?he['’]s|(?:just|recently) turned)(?: just| only| still| now)? ",
    LONGEST_LIST,
    *("is ", "was ", "turned ", "turns ", " turn ", " be ", "he's ", "he’s ", " just ", " only ", " still ", " now "),
)
#: What goes on with somebody whose age was told: "he is 79 and has", "she was 15 at the time".
_GOES_ON = regex(r" (?:when|at the time|and (?:has|had|is|was|lives?|still|ha(?:s|d)n['’]t))\b")
#: "Ann Lo, 47, was 19 when she left".
_WAS, _WHEN_SHE = (
    regex(r"\b(?:was|were|is|turned) (?:just |only |still |about )?\Z"),
    regex(r" when (?:s?he|they|his|her)\b"),
)
#: "Dies at 98", and no street, gate or time of day behind it.
_DIES_AT = ending(r"(?<!\w)(?<!number of )(?<!toll of )(?<!count of )(?:die[sd]|dead) at ", 20, " at ")
_NO_PLACE = regex(r"[.,;:)\n]|\Z| (?:after|from|of|in|on|as|and|following|with)\b")
_COMES_TO = ("turns", "turned", "turn", "be")
#: When somebody turns so old; "At 34, she" is so old too.
_AT_A_TIME = regex(r" (?:in|on|last|next|this|today|yesterday|tomorrow|earlier|later)\b")
_WHO = regex(r", (?:s?he|his|her)\b")
_MORE_AGES = regex(r"(?: to |-|–)(?=\d{1,3}\b)")
_MORE_AGES_BETWEEN = regex(r" and (?=\d{1,3}\b)")
_BETWEEN = ending(r"\bbetween(?: the ages of)? ", LONGEST_LIST, "between ", "of ")


#: Of whom an age is told without a word for it: "voters under 45", "those 45 to 54".
_WHOM = rf"\b(?:{'|'.join(sorted(PERSONS))}|those|anyone|everyone|somebody|nobody|voters|americans|britons|italians|women|customers|smokers|players|drivers)"
_THOSE_OVER = ending(
    rf"{_WHOM} (?:(?:aged )?(?:under|over|above|below)) ", LONGEST_LIST, "under ", "over ", "above ", "below "
)
_THOSE = ending(rf"{_WHOM} ", LONGEST_LIST, "e ", "s ", "n ", "y ")
#: Behind an age without a word for it: nothing that it could count or measure.
_NO_NOUN = regex(
    r"[.,;:)?!\n](?!\d)|\Z| (?:who|are|were|is|was|have|had|has|do|did|in|on|at|from|to|and|or|with|will|would|can|could|should|must|may|as|for|when|while|living|voted|say|said)\b"
)
#: One of whom an age is told: "a boy of 12".
_ONES = ("boy of ", "girl of ", "man of ", "lad of ", "lass of ", "youth of ", "child of ", "ager of ", "oner of ")
#: What all that leads to an age ends with; to look for it first saves nearly every search.
_LEADS = (
    *(
        "is ",
        "was ",
        "were ",
        "be ",
        "he's ",
        "he’s ",
        "turned ",
        "turns ",
        "turn ",
        "just ",
        "only ",
        "still ",
        "now ",
        "about ",
    ),
    *("under ", "over ", "above ", "below ", "than ", "at ", "both ", "ived to ", "around ", *_ONES),
)
_THEY_TURN = ending(
    r"\b(?:(?:they|you|we|people|i|who) turn(?:ed)?|(?:boy|girl|man|woman|lad|lass|youth|child|teenager|pensioner) of|live[sd]? to(?: be)?|, both)"
    r"(?: about| around| just| only)? ",
    LONGEST_LIST,
    *("turn ", "turned ", *_ONES, "d to ", "e to ", "s to ", "to be ", "both ", "about ", "around ", "just ", "only "),
)
_NAME_AT = regex(r"[A-Z][\w’'-]*[a-z], at \Z")


def are_ages(lowered: str, start: int, end: int) -> bool:
    """Whether two bare numbers tell how old those before them are: "those 45 to 54"."""
    return _THOSE(lowered, start) is not None and _NO_NOUN.match(lowered, end) is not None


def is_time(lowered: str, end: int) -> bool:
    """Whether a unit of time stands behind a number: then it is a duration, and not ours to read."""
    found = _TIME_UNIT.match(lowered, end) if lowered[end + 1 : end + 2] in "ymwdhscfnq-" else None
    return found is not None and not (found[0] == " day" and OF_A_DAY.match(lowered, found.end()))


def read_age(opening: Opening, numeral: Numeral, end: int, behind: Hedge | None = None) -> Reading | None:
    """The age that the words behind a number and its hedge, before it or around it make of it."""
    lowered = opening.lowered
    if opening.currency:
        return None
    old = OLD.match(lowered, end) if lowered[end + 1 : end + 2] in "ymwdo/" else None
    is_aged = AGED_BEFORE(lowered, opening.start) is not None
    if old or (is_aged and (old := _SO_MANY_YEARS.match(lowered, end))):
        return opening.reading(old.end(), Kind.AGE, (numeral,), old[1] or "year", behind)
    if numeral.value >= _OLDEST or numeral.step < 1 or is_time(lowered, end):
        return None
    if is_aged or _is_aged(lowered, opening.start) or lowered.endswith(_AGE_OF, 0, opening.start):
        return _ages(opening, numeral, end, behind)
    if (behind and lowered.endswith(_COMPARED, 0, end)) or _is_age_by_context(opening, numeral, end):
        return opening.reading(end, Kind.AGE, (numeral,), "year", behind)
    return None


def _is_aged(lowered: str, start: int) -> bool:
    """Whether "aged" leads to a number, or "aged just"."""
    word = word_before(lowered, start)
    return word in _AGED or (word in _SOFTLY and word_before(lowered, start - 1 - len(word)) in _AGED)


def _is_age_by_context(opening: Opening, numeral: Numeral, end: int) -> bool:
    """Whether the words around a bare number make it how old somebody is: "she is 34", "Kim Lo, 34, said"."""
    if opening.lowered.endswith(_LEADS, 0, opening.start) and (
        _is_led_to(opening, end) or _at_that_age(opening, numeral, end)
    ):
        return True
    return _in_apposition(opening, numeral, end) or _is_one_more(opening, end)


def _is_led_to(opening: Opening, end: int) -> bool:
    """Whether the words right before a bare number lead to an age: "she is 34", "voters under 45", "dies at 98"."""
    lowered, start = opening.lowered, opening.start
    if said_of_one := _IS_SO_OLD(lowered, start):
        comes_to = said_of_one[0].strip().endswith(_COMES_TO) and _AT_A_TIME.match(lowered, end)
        if comes_to or not _counts(lowered, end):
            return True
    if _WHEN_SHE.match(lowered, end) and _WAS.search(lowered, max(0, start - 16), start):
        return True
    if _THOSE_OVER(lowered, start) or _THEY_TURN(lowered, start):
        return _NO_NOUN.match(lowered, end) is not None
    if lowered.endswith(_THAN, 0, start):
        return head_behind(lowered, end) is None
    return _DIES_AT(lowered, start) is not None and _NO_PLACE.match(lowered, end) is not None


def _at_that_age(opening: Opening, numeral: Numeral, end: int) -> bool:
    """Whether "at" and a comma make an age of a number: "At 34, she sings", "Kim Lo, at 86, sings"."""
    text, start = opening.text, opening.start
    if opening.lowered[end : end + 1] != "," or not text.endswith(("At ", ", at "), 0, start):
        return False
    if text[start - len("At ")] == "A":
        return _WHO.match(opening.lowered, end) is not None
    return numeral.value >= _GROWN_UP and _NAME_AT.search(text, max(0, start - LONGEST_LIST), start) is not None


def _is_one_more(opening: Opening, end: int) -> bool:
    """Whether a number goes on with a list of ages, and counts nothing itself: "aged 19 and 22"."""
    lowered, start = opening.lowered, opening.start
    listed = _AND_AGED(lowered, start)
    return listed is not None and head_behind(lowered, end) is None and not lowered.startswith(" of ", end)


def _in_apposition(opening: Opening, numeral: Numeral, end: int) -> bool:
    """Whether a bare number stands between commas or in brackets behind a name or a person: "Kim Lo, 34, said"."""
    start = opening.start
    if numeral.spelled or numeral.end - start > 3:
        return False
    if opening.lowered.endswith(" (", 0, start) and opening.lowered.startswith(")", end):
        around = (max(0, start - 1 - _NEAR), start - 1), (end, end + _NEAR)
        is_alone = not any(_OTHER_BRACKET.search(opening.lowered, *stretch) for stretch in around)
        return is_alone and numeral.value >= _GROWN_UP and _opens_behind_name(opening)
    if not opening.lowered.endswith(", ", 0, start):
        return False
    if opening.lowered[end : end + 1] in (",", ";"):
        return _NAME_BEFORE.search(opening.text, max(0, start - 40), start) is not None
    at_the_end = numeral.value >= _GROWN_UP and _END.match(opening.lowered, end)
    return bool(at_the_end and _FULL_NAME_BEFORE.search(opening.text, max(0, start - 40), start))


def _ages(opening: Opening, numeral: Numeral, end: int, behind: Hedge | None) -> Reading:
    """The age behind "aged", or the two ends of "ages 5 to 11" and "between the ages of 16 and 24"."""
    lowered, start = opening.lowered, opening.start
    between = _BETWEEN(lowered, start)
    more = (_MORE_AGES_BETWEEN if between else _MORE_AGES).match(lowered, end)
    last = read_figures(lowered, more.end()) if more else None
    if last is None or last.value <= numeral.value:
        return opening.reading(end, Kind.AGE, (numeral,), "year", behind)
    return opening.reading(last.end, Kind.AGE, (numeral, last), "year")


def _counts(lowered: str, end: int) -> bool:
    """Whether anything but the end of a clause stands behind a number."""
    return lowered[end : end + 1] not in (",", ".", ";", "", "\n") and not _GOES_ON.match(lowered, end)


def _opens_behind_name(opening: Opening) -> bool:
    """Whether a bracket opens behind a full name."""
    return _FULL_NAME_OPENS.search(opening.text, max(0, opening.start - 40), opening.start) is not None
