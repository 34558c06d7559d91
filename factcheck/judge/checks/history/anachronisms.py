"""Things that are met before they existed: "In 1987 she posted it on Twitter"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.history.beginnings import BEGINNINGS, MOST_WORDS
from factcheck.judge.checks.parts import (
    longest_words,
    mentions_in,
    plain_words,
    sentence_at,
    sentences_with,
    telling,
    vocabulary,
)
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import Article, Kind, Mention, Sentence, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.judge.checks.history.beginnings import Beginning

#: How far from its year a thing stands, in letters.
NEAR = 80
#: How far behind a thing its year stands, in letters.
CLOSE = 40
#: No name of a thing is longer, in letters.
LONGEST = 60
#: A thing is known to a few this many years before it is there for all.
GROWING = 1
_WORD = regex(r"(?<![\w’'-])(?P<opening>(?:[A-Za-z]|[0-9](?=[A-Z]))[A-Za-z0-9]*)[\w+.’'-]*")
#: A year at the beginning of a clause, or anywhere else.
_BEGINS = regex(
    r"(?:^|[.,;:—\n“\"] ?|\b(?:and|but|that|when|how) |(?:^|[.\n] ?)(?:As an? [a-z]+|One [a-z]+|Already|Late|Early|Once|Sometime),? )"
    r"(?:[Ii]n|[Bb]y|[Dd]uring|[Bb]ack in|[Oo]n|[Aa]s (?:early|far back|long ago) as)(?: early| late| mid)?(?: the)? $"
)
_IN = regex(
    r"\b(?:as early as|as far back as|as long ago as|in|during|back in|by|on|of|dated|from)(?: early| late| mid| the early| the late| the)?(?: the)? $"
)
_AS_EARLY = regex(r"as (?:early|far back|long ago) as ", re.IGNORECASE)
#: A year that says of when a thing is: "a 1994 iPhone".
_OWN = regex(r"\b(?:the|an?|his|her|their|its) $")
#: A year that stands with a subject: "Soldiers in 1916 listened to".
_SUBJECT = regex(r"(?:^|[.!?\n] )(?:[\w’'-]+ ){1,5}(?:in|during) $")
_ACTS = regex(r"^ [a-z]+(?:ed|ght|ote|ew|sent|rode|drove|heard)\b")
#: What was done with the thing of a year: "the 1994 letter was written on".
_DONE_WITH = regex(
    r"^ [\w-]+(?: [\w-]+)? (?:was|were) \w+(?:ed|n|t) (?:on|with|by|via|using|in|through) (?:an? |the |his |her |their )?$"
)
#: What is made up, or was said to come.
_MADE_UP = regex(
    r"\b(?:novel|fiction\w*|fantas\w+|films?|movie|play|sitcom|drama|sketch|if|would|imagin\w+|alternat\w+|time travel\w*|predict\w*|foresaw|foretold"
    r"|dream\w*|joke\w*|spoof|parody|anachronis\w+|long before|before there (?:was|were))\b",
    re.IGNORECASE,
)
#: What is put on a network tells nothing of what is made up: "put a film of the concert on YouTube".
_SHARED = regex(
    r"\b(?:put|puts|posted|uploaded|shared|streamed|published|sent|placed) (?:an? |the |his |her |their |its |this )?(?:[a-z-]+ )?(?:films?|videos?|clips?|footage|interviews?|recordings?)"
    r"(?: of [\w’' -]{1,30}?)?(?= (?:to|on|via|over)\b)"
)
#: What was not there, in the clause of a year and a thing.
_DENIED = regex(r"\b(?:no|not|without|never|n[’']t)\b", re.IGNORECASE)
#: Where somebody went with a thing: "ambassador of the Czech Republic to Norway in 1975".
_WHITHER = regex(r" (?:to|in|at|near) [A-Z][\w’'-]+")
#: What joins a thing to what was done with it: "on Twitter", "two million euros", "an iPhone".
_JOINED = regex(
    r"(?:\b(?:on|via|by|in|from|through|using|with|[Aa]n?|[Tt]he|to|for|of|her|his|their|its|my|our|sent|million|billion|thousand|\d|us(?:ed?|es|ing)|join(?:ed|ing)"
    r"|watch(?:ed|ing)|had|has|b(?:ought|uying)|play(?:ed|ing)|check(?:ed|ing)|open(?:ed|ing)|visit(?:ed|ing)|download(?:ed|ing)|took|taking|wearing"
    r"|search(?:ed|ing)|fl(?:ew|ying)|rode|drove|first|new|old) |(?:^|[.!?:“\"] ?|\n))$"
)
#: What sets the year and the thing apart, or speaks of the thing before it was there.
_APART = regex(
    r"[;:—.()]|\b(?:now|later|today|since|before|after|until|would|will|eventually|currently|this year|who|whose|which|when|how|while|is|are|has|have"
    r"|found(?:ed|er|ers|ing)|cofound\w*|co-found\w*|creat\w+|launch\w*|invent\w*|predict\w*|future|predecessor|precursor|idea"
    r"|called(?! an? (?:cab|taxi|car|ride)\b)|known|renamed|became|become|boss|chief|executive|CEO|owner|owned|bought|acquired|parent|history|archive\w*|footage"
    r"|video|clip|interview|film|show|series|fame|star|and)\b"
)
#: What leads from a year at the beginning to the clause that it dates: ", while she was abroad, " is too long.
_LEAD = regex(r"^(?: [\w’'-]+){0,5},")
#: What a word may end with beside its letters.
_END = regex(r"(?:['’]s?|[.,;:!?)”\"\n].*)$", re.DOTALL)
#: Behind the thing, the same of its owner: "Facebook founder", "Google's future boss".
_OWNER = regex(r"^(?:['’]s)? (?:co-?founder|founder|chief|CEO|executive|boss|owner|engineer|employee|investor)\b")


@cache
def _openings() -> frozenset[str]:
    """The letters and figures with which the names of the table begin, up to the first other sign."""
    return frozenset(found["opening"] for found in map(_WORD.match, BEGINNINGS) if found)


@cache
def _telling() -> frozenset[str]:
    """Words of which a sentence has one that speaks of anything in the table: the longest of each name, and its plural."""
    longest = longest_words(BEGINNINGS)
    return longest | {f"{word}s" for word in longest}


@check("before-it-existed", of=Article, about=[Kind.DATE])
def before_it_existed(article: Article) -> Iterator[Verdict]:
    """Things that a sentence puts into a year before their first."""
    text = article.document.text
    for _, _, words, mentions, kinds in telling(article):
        has_things = not words.isdisjoint(_telling())
        for mention in mentions if Kind.DATE in kinds and (has_things or Kind.MONEY in kinds) else ():
            year = _year(mention)
            if year is None:
                continue
            before = text[max(0, mention.start - 20) : _year_begins(mention)].lower()
            if _IN.search(before) or _OWN.search(before):
                if has_things:
                    yield from _things(article, mention, year)
                if Kind.MONEY in kinds:
                    yield from _sums(article, mention, year)


#: "In 1994, when a clip of him was uploaded to YouTube".
_DEED = regex(
    r",? (?:when|after|once) [^.;:()]{0,70}\b(?:uploaded|posted|shared|streamed|published|broadcast|put|sent|went viral|found|advertised|sold|bought) (?:it |them )?(?:to|on|via|by|over|through) $"
)
#: What somebody paid out of a purse: "paid €40 for her lunch in 1985".
_PAID = regex(
    r"\b(?:paid|handed over|tipped|slipped|charged|lent|borrowed|owed|stole)(?: (?:him|her|them|just|only|about))* $"
)
_PURSE = 1000


def _sums(article: Article, mention: Mention, year: int) -> Iterator[Verdict]:
    """Small sums in euros, with their sign, that were paid before there were any."""
    text, euro = article.document.text, BEGINNINGS["euro"]
    sentence = sentence_at(article, mention.start)
    if year >= euro.year - GROWING:
        return
    for other in mentions_in(article, max(sentence.start, mention.start - NEAR), mention.start):
        quantity, between = other.quantity, text[other.end : mention.start]
        is_small = other.kind is Kind.MONEY and quantity and quantity.unit == "euro" and quantity.value < _PURSE
        if (
            is_small
            and _PAID.search(text, sentence.start, other.start)
            and len(between) <= CLOSE
            and not _APART.search(between)
            and not (_MADE_UP.search(sentence.text) or _EQUIVALENT.search(sentence.text))
        ):
            yield _before_its_time(mention, other.span, euro)


#: A sum told in today's money.
_EQUIVALENT = regex(r"\b(?:equivalent|today['’]s|worth|converted|in today)\b")


def _year(mention: Mention) -> int | None:
    """The last year that a date allows whose words tell the year."""
    time = mention.time if mention.kind is Kind.DATE else None
    if time is None or time.end is None or time.anchored:
        return None
    return time.end.year - (time.end.month == time.end.day == 1)


def _year_begins(mention: Mention) -> int:
    """Where a date begins behind "as early as"."""
    early = _AS_EARLY.match(mention.text)
    return mention.start + (early.end() if early else 0)


def _things(article: Article, mention: Mention, year: int) -> Iterator[Verdict]:
    text = article.document.text
    sentence = sentence_at(article, mention.start)
    start, end = max(sentence.start, mention.start - NEAR), min(sentence.end, mention.end + NEAR)
    openings = _openings()
    for found in _WORD.finditer(text, start, end):
        opening = text[found.start() : found.end("opening")]
        if opening not in openings and opening.removesuffix("s") not in openings:
            continue
        if mention.start <= found.start() < mention.end:
            continue
        thing, known = _beginning(text[found.start() : found.start() + LONGEST])
        if known is None or year >= known.year - GROWING:
            continue
        span = Span(article.document, found.start(), found.start() + len(thing))
        if any(other is not mention and other.kind is Kind.DATE for other in _between(article, mention, span)):
            continue
        if not _belongs(text, mention, span) or _OWNER.match(text[span.end : span.end + 30]):
            continue
        if not _MADE_UP.search(_SHARED.sub(" ", sentence.text)) and not _DENIED.search(
            text, *_clause(sentence, mention, span)
        ):
            yield _before_its_time(mention, span, known)
        return


def _clause(sentence: Sentence, mention: Mention, thing: Span) -> tuple[int, int]:
    """From where to where the clause goes that a year and a thing stand in."""
    text = sentence.document.text
    first, last = min(mention.start, thing.start), max(mention.end, thing.end)
    end = text.find(",", last, sentence.end)
    return max(sentence.start, text.rfind(",", sentence.start, first)), sentence.end if end < 0 else end


def _between(article: Article, mention: Mention, thing: Span) -> tuple[Mention, ...]:
    """The mentions that stand between a date and a thing."""
    if thing.start >= mention.end:
        return mentions_in(article, mention.end, thing.start)
    return mentions_in(article, thing.end, mention.start)


def _beginning(text: str) -> tuple[str, Beginning | None]:
    """The longest name of the table, or its plural, with which a text starts, and its beginning."""
    words = text.split(" ", MOST_WORDS)
    for count in range(min(MOST_WORDS, len(words)), 0, -1):
        name = _END.sub("", " ".join(words[:count]))
        known = BEGINNINGS.get(name) or BEGINNINGS.get(name.removesuffix("s"))
        if known is not None:
            return name, known
    return "", None


def _belongs(text: str, mention: Mention, thing: Span) -> bool:
    """Whether a sentence puts a thing into a year: "in 1987, she posted it on Twitter", "sent by email in 1960"."""
    first, last = thing.start, thing.end
    before = text[max(0, mention.start - 40) : _year_begins(mention)]
    if first >= mention.end:
        between = _SHARED.sub(" ", text[mention.end : thing.end])[: first - thing.end]
        if _OWN.search(before) and not _BEGINS.search(before):
            return between == " " or _DONE_WITH.match(between) is not None
        if _DEED.fullmatch(between):
            return True
        between = _LEAD.sub("", between, count=1)
    if thing.text[0].isupper() and not _JOINED.search(text, max(0, first - 16), first):
        return False
    if text[last : last + 1] in {".", "@"} and text[last + 1 : last + 2].isalpha():
        return False
    if first >= mention.end:
        leads = _BEGINS.search(before) or (_SUBJECT.search(before) and _ACTS.match(between))
        return leads is not None and "," not in between and not _APART.search(between)
    between = _WHITHER.sub("", text[last : mention.start], count=1)
    return len(between) <= CLOSE and "," not in between and not _APART.search(between) and between == between.lower()


def _before_its_time(mention: Mention, thing: Span, known: Beginning) -> Verdict:
    spans = (mention.span, thing)
    return Clash(
        spans,
        {"thing": thing.text, "since": str(known.year)},
        arithmetic=f"{thing.text}: since {known.year} ({known.source})",
        guesses=int(known.is_used_of_before),
    )


# --- "before World War II" in an article about today's war ----------------------------

_OLD_WAR = regex(
    r"\b(?:[Bb]efore|[Pp]rior to|[Uu]ntil|[Aa]head of) (?:the )?(?:outbreak of |start of )?(?:the )?"
    r"(?:World War (?:II?|One|Two|1|2)|(?:First|Second) World War|WWII?|Great War|(?:Crimean|Boer|Korean|Vietnam|Falklands|Franco-Prussian|Peloponnesian|Spanish Civil|American Civil) War|Napoleonic Wars)\b"
)
_OLD_WARS = frozenset({"war", "wwi", "wwii", "wars"})
#: Behind the old war, what somebody did who is told of today: "he sold spices in Khartoum".
_DID = regex(r",? (?:s?he|they|I|we) [a-z]+")
#: Beside today's war: it began in our century.
_LATELY = regex(
    r"\b(?:since|when|after) (?:the )?(?:[a-z]+ ){0,3}(?:began|started|broke out|erupted|came)(?: [a-z]+){0,2} in (?:[A-Z][a-z]+ )?20\d\d\b",
    re.IGNORECASE,
)
#: Words of an article about a war that goes on.
_TODAYS_WAR = frozenset(
    "fighting shelling shelled bombed invasion frontline front occupied occupation offensive evacuated shells troops missile missiles"
    " artillery drone drones siege besieged blockade blockaded airstrikes rockets".split()
)
_SHOOTING = frozenset("shooting bombing bombardment fighting war violence".split())
_HISTORY = frozenset("museum historian historians history jewish holocaust archive archives survivors veterans".split())
#: How far from the war its number stands, in letters, and how far behind it today's war is spoken of.
_BESIDE, _SOON = 60, 250


@check("baseline", of=Article, told_by=_OLD_WARS)
def baseline(article: Article) -> Iterator[Verdict]:
    """Numbers of people from before a world war, where the sentences behind them are about another war."""
    words = vocabulary(article)
    if not (_TODAYS_WAR | _SHOOTING) & words or _HISTORY & words:
        return
    text = article.document.text
    for sentence in sentences_with(article, _OLD_WARS):
        found = _OLD_WAR.search(text, sentence.start, sentence.end)
        if found is None:
            continue
        counted = [
            mention
            for mention in mentions_in(article, sentence.start, sentence.end)
            if mention.kind in {Kind.COUNT, Kind.NUMBER, Kind.QUANTITY}
            and -_BESIDE < mention.start - found.end() < _BESIDE
        ]
        did = _DID.match(text, found.end()) and (lately := _LATELY.search(text, found.end(), found.end() + _SOON))
        if did and lately and not counted:
            yield Clash((Span(article.document, *found.span()),), {"before": found[0]})
        elif counted and not _TODAYS_WAR.isdisjoint(plain_words(text[sentence.start : found.end() + _SOON])):
            yield Clash((counted[0].span,), {"before": counted[0].text})
