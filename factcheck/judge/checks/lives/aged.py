"""Who is how old, and who was born when: "Dr Ann Lund, 54", "the 36-year-old Lo", "Ben Osei, born on 3 May 1991"."""

from __future__ import annotations

from datetime import timedelta

from factcheck.align.first_names import is_one_first_name
from factcheck.align.names import BEFORE_NAMES, NAME_WORD, folded
from factcheck.align.persons import KIN_WITHIN, OF_KIN
from factcheck.judge.moments import Days, days, whole_years
from factcheck.model import Kind, Mention, Sentence
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

#: "Kim Lo, 34" · "Lo, who is 36" · "Lo is 36".
_WHO = rf"(?P<name>(?:{NAME_WORD} (?:[A-Z]\. )?){{0,3}}{NAME_WORD})"
_BEFORE = regex(rf"{_WHO}(?:, | \(|,? (?:who is|who’s|who's|now|aged|is) (?:(?:also|just|only|now|still) )?)$")
#: "Lo, a 36-year-old teacher".
_BEFORE_ADJECTIVE = regex(rf"{_WHO}(?:, an? |,? (?:who is|is) an? |,? (?:who is|is) )$")
#: "the 36-year-old Lo".
_BEHIND = regex(rf"^ (?P<name>(?:{NAME_WORD} ){{0,2}}{NAME_WORD})(?=[ ,.])")
#: "the 29-year-old striker, Ben Osei, …" · "a 63-year-old woman from Orbe, named as Ann Lo, …", unless it is "the mother of the 3-year-old boy".
_APPOSED = regex(
    rf"^(?: [a-z-]+){{1,4}}(?: (?:from|of|in) {NAME_WORD}(?: {NAME_WORD})?)?, (?:(?:named|identified) as )?(?P<name>(?:{NAME_WORD} ){{1,2}}{NAME_WORD})(?=,)"
)
_OF_ANOTHER = regex(r"\b(?:of|for|by|to|with|from|against) (?:the|an?|her|his) $")
#: An age at some other time, by the words before it and behind it.
_THEN_BEFORE = regex(
    r"\b(?:when|then|turned|died|born|had been|until)\b|\b(?:was|were)(?: (?:just|only|still|aged|an?|then|the))* $"
)
#: "At 65, Steen is the oldest".
_AT, _IS_NOW = (
    regex(r"(?:^|[.!?\n“”\"] ?)At $"),
    regex(rf"^, (?P<name>(?:{NAME_WORD} ){{0,2}}{NAME_WORD}) (?:is|has|remains|says|still|hopes|plans|will)\b"),
)
_THEN_BEHIND = regex(r"^,? (?:when|at the time|then|in (?:19|20)\d\d|years? ago)\b")
#: Ages this many years apart may have a birthday between them.
BIRTHDAY = 1
#: Before a date of birth: "Ben Osei, born on", "Osei (date of birth", "Osei, who was born in Leeds on"; and one that stands beside that of a death.
_BORN = regex(
    rf"{_WHO}(?:,? (?:who )?(?:was )?born|,? \(?(?:[Bb]orn|b\.|[Dd]ate of birth:?|[Dd]\.[Oo]\.[Bb]\.?:?|DOB:?|dob:?))"
    rf"(?: in {NAME_WORD}(?: {NAME_WORD})*,?)?(?: on| in)? $"
)
_OF_ONE = regex(r"(?:^|[.!?”\"]\s+|\n)(?:Born|(?:He|She) was born)(?: (?:in|at|near) [^.,;\d]{1,40}?,?)?(?: on| in)? $")
_OF = regex(r"\b(?:of|to|by|with|and) (?:[Tt]he )?$")
_LIVED, _UNTIL, _LIFE_ENDS = regex(rf"{_WHO},? \($"), regex(r" ?[-–—] ?"), regex(r"[);]")
#: Before the age at which somebody died: "Osei, who died in 1999 aged".
_DIED_AT = regex(
    rf"{_WHO},? (?:who )?died (?:in (?:1[5-9]|20)\d\d,? )?(?:at(?: the age of| just| only)?|aged)(?: just| only)? $"
)
#: So far before a date a name stands, in letters.
_NAMED_WITHIN = 90
#: Ages are those of the day of publication, or of one so many days after it.
_LATELY, _DAY = timedelta(days=30), timedelta(days=1)
#: A date of a longer time is none of a birth; and an age is of no longer ago than this.
_A_YEAR = timedelta(days=366)


class Aged(NamedTuple):
    """Somebody's age, as it is now."""

    first_names: tuple[str, ...]
    surname: str
    mention: Mention
    #: Whether the name is told to be that of somebody's relative.
    is_kin: bool = False
    #: Whether it is the age at which somebody died, which no birthday changes any more.
    at_death: bool = False

    @property
    def name(self) -> str:
        """The name without titles."""
        return " ".join((*self.first_names, self.surname))


class Life(NamedTuple):
    """When somebody was born, and died where that is told."""

    first_names: tuple[str, ...]
    surname: str
    birth: Mention
    born: Days
    died: Days | None = None

    def ages(self, aged: Aged) -> tuple[int, int] | None:
        """From how many years to how many somebody can be as old as somebody is told to be; None where nobody knows when that is."""
        published = aged.mention.document.published
        if self.died is not None and aged.at_death:
            first, last = self.died[0], self.died[1] - _DAY
        elif self.died is None and published is not None:
            # Somebody may have been so old when it happened, or was tried.
            first, last = published - _A_YEAR, published + _LATELY
        else:
            return None
        return whole_years(self.born[1] - _DAY, first), whole_years(self.born[0], last)


def life_of(mention: Mention, after: Mention | None, only: str = "") -> Life | None:
    """Whose date of birth a date is, with that of the death if it stands right behind; None where the text does not say so.

    "Born in 1950, he" is said of the `only` person whom the text names.
    """
    born = days(mention)
    text = mention.document.text
    is_told = mention.time is not None and mention.time.printed is not None and mention.time.printed.year is not None
    if born is None or not is_told or born[1] - born[0] > _A_YEAR:
        return None
    before = text[max(0, mention.start - _NAMED_WITHIN) : mention.start]
    found, died = _BORN.search(before), None
    if after is not None and (lived := _LIVED.search(before)) and _UNTIL.fullmatch(text, mention.end, after.start):
        died = days(after) if _LIFE_ENDS.match(text, after.end) else None
        found = lived if died is not None and died[1] - died[0] <= _A_YEAR and born < died else None
    if found and _OF.search(before, 0, found.start("name")):
        return None  # "the son of Ben Osei, born on 3 May 2011"
    told = found["name"] if found else only if _OF_ONE.search(before) else ""
    words = _name(told)
    return Life(tuple(words[:-1]), words[-1], mention, born, died) if words else None


def _name(told: str) -> list[str]:
    """The words of a name without titles."""
    return [word for word in told.replace(".", "").split() if word.lower() not in BEFORE_NAMES]


def aged_when_dead(mention: Mention) -> Aged | None:
    """Whose age a number is at which somebody died, whenever that was: "Osei, who died at 67"."""
    if mention.kind not in {Kind.AGE, Kind.NUMBER} or mention.exact is None:
        return None
    found = _DIED_AT.search(mention.document.text[max(0, mention.start - _NAMED_WITHIN) : mention.start])
    words = _name(found["name"]) if found else []
    return Aged(tuple(words[:-1]), words[-1], mention, at_death=True) if words else None


def aged_of(mention: Mention, sentence: Sentence) -> Aged | None:
    """Whose age it is now; None where the text does not say so plainly."""
    if mention.exact is None or mention.unit != ("year" if mention.kind is Kind.AGE else ""):
        return None
    if sentence.quotes(mention.start):
        return None
    text = mention.document.text
    before = text[max(sentence.start, mention.start - 80) : mention.start]
    behind = text[mention.end : min(sentence.end, mention.end + 60)]
    if _THEN_BEFORE.search(before[-24:]) or _THEN_BEHIND.match(behind):
        return None
    leads = _BEFORE_ADJECTIVE if "old" in mention.text else _BEFORE
    apposed = None if _OF_ANOTHER.search(before) else _APPOSED.match(behind)
    at = _IS_NOW.match(behind) if _AT.search(before) else None
    for said, found in (("", _BEHIND.search(behind)), (before, leads.search(before)), (behind, apposed), ("", at)):
        words = _name(found["name"]) if found else []
        if found and words:
            is_kin = OF_KIN.search(said[: found.start("name")][-KIN_WITHIN:]) is not None
            return Aged(tuple(words[:-1]), words[-1], mention, is_kin)
    return None


def is_of_then(mention: Mention) -> bool:
    """Whether an age is told of another time: "was 27 when he was elected"."""
    return _THEN_BEHIND.match(mention.document.text[mention.end : mention.end + 30]) is not None


def is_set_off(mention: Mention) -> bool:
    """Whether a bare number stands between marks behind a word, as ages do: "Peter Gale, 61."."""
    if mention.kind is not Kind.NUMBER or not (mention.text.isdigit() and 1 < len(mention.text) < 4):
        return False
    text = mention.document.text
    before, behind = text[max(0, mention.start - 4) : mention.start], text[mention.end : mention.end + 5]
    # Several numbers in brackets are the minutes of goals, or the places of seeds.
    is_alone = (
        before.endswith(" (")
        and behind.startswith(") ")
        and "(" not in text[max(0, mention.start - 60) : mention.start - 1] + text[mention.end : mention.end + 60]
    )
    return (
        is_alone
        or (before.endswith(", ") and behind[:1] in ",.;")
        or (before.endswith("At ") and behind.startswith(", "))
        or (before == " is " and (behind[:1] in ",.;" or behind.startswith(" and ")))
    )


def may_be_one_person(one: Aged, other: Aged) -> bool:
    """Whether two full names are those of one person, both or neither a relative's: "Dr Ann Lund", "Ann Lund"."""
    if one.is_kin is not other.is_kin or folded(one.surname) != folded(other.surname):
        return False
    (first, *middle), (second, *between) = (aged.first_names or ("",) for aged in (one, other))
    full = [[name for name in names if len(name) > 1] for names in (middle, between)]
    return (
        bool(first and second)
        and is_one_first_name(folded(first), folded(second))
        and (not all(full) or full[0] == full[1])
    )


def is_as_old(one: Aged, other: Aged) -> bool:
    """Whether the birthdays between two articles, or one if nobody knows how many, explain two ages of one person."""
    first, second = sorted((one, other), key=lambda aged: str(aged.mention.document.published))
    days = [aged.mention.document.published for aged in (first, second)]
    are_dead = first.at_death and second.at_death
    years = (days[1] - days[0]).days // 365 if days[0] and days[1] and not are_dead else 0
    a, b = (aged.mention.quantity for aged in (first, second))
    return a is None or b is None or abs(b.value - a.value - years) <= BIRTHDAY
