"""What somebody is said to have said, held against the words between quotation marks."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from factcheck.attach.fates import FATES
from factcheck.attach.words import EMPTY, stem
from factcheck.extract.lexicon.numbers import CARDINALS
from factcheck.judge.agreement import agree
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_by_sentence, mentions_in, words_by_sentence
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import COUNTED, Article, Bound, Kind, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Mention, Quantity, Sentence

_AMOUNTS = frozenset({Kind.COUNT, Kind.QUANTITY, Kind.MONEY, Kind.PERCENTAGE, Kind.NUMBER, Kind.DURATION})

# --- a paraphrase and the quotation after it ----------------------------------------

_PARAPHRASES = regex(
    r"\b(?:said|says|told|tells?|added|explained|announced|confirmed|reported|estimated|claim(?:ed|s)|according to|testif(?:ied|ies)|swore|insist(?:ed|s)"
    r"|admit(?:ted|s)|wrote|writes|tweeted|posted|stated|recalled|remembered|maintain(?:ed|s)|declared|revealed|conceded|acknowledged|complain(?:ed|s)"
    r"|argue[ds]|noted|boasted|confessed|promised|pledged|vowed|warned that|disclosed|reckoned|joked|put)\b",
    re.IGNORECASE,
)
#: A quotation that goes on with one of these speaks of something else.
_ANOTHER = regex(
    r"\b(?:another|other|more|also|too|but|only|first|last|then|later|next|each|per|every|instead|rather|used to|could|might|usually|normally|today|yesterday|tomorrow|now)\b",
    re.IGNORECASE,
)
#: "My sister waited": somebody else than the speaker.
_ANOTHERS = regex(r"\W*(?:My|His|Her|Their|Our|The|An?|That|This) (?P<whose>[a-z]+)\b")
_HE, _HE_TOO = regex(r"\b(?:he|she|they)\b"), regex(r"\W*(?:He|She|They|You)\b")
#: "We lost nine": what speakers say of their dead.
_LOST = regex(r"\b(?:lost|bur(?:y|ied)|mourn(?:ed)?|dead|died|killed)\b", re.IGNORECASE)
#: Participles that are no past tense, with the past tense.
_PAST = {
    participle: past
    for past, participle in (
        pair.split("/")
        for pair in (
            "bit/bitten drank/drunk ate/eaten saw/seen wrote/written took/taken gave/given stole/stolen broke/broken chose/chosen drove/driven"
            " burned/burnt built/build spent/spend paid/pay lost/lose sold/sell bought/buy made/make sent/send met/meet kept/keep held/hold left/leave won/win"
            " taught/teach caught/catch brought/bring found/find told/tell sent/send ran/run began/begun waited/wait hired/hire"
            " fell/fallen flew/flown grew/grown knew/known rode/ridden sang/sung swam/swum threw/thrown wore/worn spoke/spoken hid/hidden shook/shaken"
        ).split()
    )
}
_WORD = regex(r"[^\W\d_]{3,}")
_WORDS = regex(r"[\w’'-]+")


@check("paraphrase", of=Article)
def paraphrase(article: Article) -> Iterator[Verdict]:
    """A number that a speaker is said to have given, and the one in the words quoted right after."""
    for sentence in article.sentences:
        if len(sentence.quotations) == 1:
            yield from _told_behind(article, sentence)
    for number, (told, quoting) in enumerate(pairwise(article.sentences)):
        if not quoting.quotations or quoting.paragraph - told.paragraph > 1 or told.quotations:
            continue
        opened, closed = quoting.quotations[0]
        if opened > quoting.start + 2:
            continue
        said = list(filter(_is_amount, mentions_by_sentence(article)[number]))
        quoted = [mention for mention in mentions_in(article, opened, closed) if _is_amount(mention)]
        words = words_by_sentence(article)[number : number + 2]
        is_often = not any(_OFTEN_WORDS.isdisjoint(each) for each in words)
        if not (is_often or (said and quoted)) or not _PARAPHRASES.search(told.text):
            continue
        if len(said) == 1:
            quoted = [mention for mention in quoted if _measure_alike(said[0], mention)]
            quoted = [mention for mention in quoted if mention.unit == said[0].unit] or quoted
        if not _is_of_another(told.text, article.document.text[opened:closed]):
            yield from _how_often(told, quoting, opened, closed)
        if (
            len(said) == len(quoted) == 1
            and not _ANOTHER.search(told.text)
            and not _ANOTHER.search(article.document.text, opened, closed)
            and not _is_of_another(told.text, article.document.text[opened:closed])
        ):
            yield from _rendered(said[0], quoted[0], told, quoting)


#: Behind a quotation: whom the speaker told the same.
_TELLING_THAT = regex(
    r"[^\w]*(?:said|says|recalled|remembered|insisted|explained|added)\b[^.;“”\"]{0,80}?,? (?:and |who )?(?:later |has |had |having )?(?:told|telling|informing|assuring) [^.;“”\"]{1,60}?"
    r"\bthat (?:(?:he|she|they|it) )?(?P<told>[^.;“”\"]*)"
)


def _told_behind(article: Article, sentence: Sentence) -> Iterator[Verdict]:
    """What a speaker is said to have told others, in the sentence of the words quoted: “I saw 14,” said Ann, telling us that she saw 40."""
    ((opened, closed),) = sentence.quotations
    found = _TELLING_THAT.match(article.document.text, closed, sentence.end)
    if found is None:
        return
    quoted = [mention for mention in mentions_in(article, opened, closed) if _is_amount(mention)]
    said = [mention for mention in mentions_in(article, *found.span("told")) if _is_amount(mention)]
    if len(quoted) != 1 or len(said) != 1 or not _measure_alike(said[0], quoted[0]) or said[0].unit != quoted[0].unit:
        return
    if _ANOTHER.search(found["told"]) or _ANOTHER.search(article.document.text, opened, closed):
        return
    words = (_telling(_quoted(sentence)) - _telling(quoted[0].text)) & _telling(found["told"])
    one, other = said[0].quantity, quoted[0].quantity
    verbs = [
        _WORD.findall(article.document.text, start, mention.start)[-1:]
        for start, mention in ((opened, quoted[0]), (found.start("told"), said[0]))
    ]
    same_verb = verbs[0] == verbs[1] != []
    if (words or same_verb) and one and other and not agree(one, other).agrees:
        yield Clash(
            (said[0].span, quoted[0].span), {"said": said[0].text, "quoted": quoted[0].text}, agree(one, other).reason
        )


def _is_amount(mention: Mention) -> bool:
    return mention.kind in _AMOUNTS and mention.quantity is not None and bool(mention.quantity.printed)


def _measure_alike(one: Mention, other: Mention) -> bool:
    """Whether two amounts are in one unit, or people."""
    ours, theirs, kinds = one.quantity, other.quantity, {one.kind, other.kind}
    return (
        ours is not None and theirs is not None and (kinds <= COUNTED or (len(kinds) == 1 and ours.unit == theirs.unit))
    )


def _is_of_another(told: str, quoted: str) -> bool:
    """Whether a quotation begins with whom or what it is about, and the sentence before it names them not."""
    found = _ANOTHERS.match(quoted)
    if _HE_TOO.match(quoted) and _HE.search(told):
        # Who speaks says "I".
        return True
    return found is not None and stem(found["whose"].lower()) not in _telling(told)


def _rendered(said: Mention, quoted: Mention, told: Sentence, quoting: Sentence) -> Iterator[Verdict]:
    if not (said.quantity and quoted.quantity) or not _of_one_thing(said, quoted, told, quoting):
        return
    agreement = agree(said.quantity, quoted.quantity)
    if agreement.agrees:
        yield Accord((said.span, quoted.span), agreement.reason)
    else:
        yield Clash(
            (said.span, quoted.span),
            {"said": said.text, "quoted": quoted.text},
            agreement.reason,
            repairs=(
                f"“{quoted.text}” in the sentence before",
                f"“{said.text}” in the quotation, if that is what was said",
            ),
        )


def _of_one_thing(said: Mention, quoted: Mention, told: Sentence, quoting: Sentence) -> bool:
    """Whether both count the same: the dead, the same noun, or in sentences that share their words."""
    one, two = said.quantity, quoted.quantity
    if one is None or two is None:
        return False
    if said.kind in COUNTED and quoted.kind in COUNTED:
        if _fates(told) & {"killed"} and _LOST.search(quoting.text):
            return True
        if _fates(told) != _fates(quoting) or not one.unit or one.unit != two.unit:
            return False
        return _tell_the_same(said, quoted, told, quoting, besides=1) or (
            _GONE.search(told.text) is not None and _GONE.search(_quoted(quoting)) is not None
        )
    return said.kind is quoted.kind and one.unit == two.unit and _tell_the_same(said, quoted, told, quoting)


#: What became of things that are no more, in whatever words.
_GONE = regex(
    r"\b(?:lost|burn(?:ed|t)|destroyed|gone|ruined|wrecked|razed|collapsed|stolen|taken|vanished|disappeared|swept away)\b"
)


def _tell_the_same(said: Mention, quoted: Mention, told: Sentence, quoting: Sentence, besides: int = 0) -> bool:
    """Whether a quotation has two telling words of the sentence before, or one beside its number and hardly another."""
    words, others = _telling(_quoted(quoting)), _telling(told.text)
    if len(words & others) >= TELLING or words <= others:
        return True
    words -= _telling(quoted.text)
    shared = words & (others - _telling(said.text))
    return bool(shared) and len(words - shared) <= besides


def _quoted(sentence: Sentence) -> str:
    """What stands between the quotation marks of a sentence."""
    return " ".join(sentence.document.text[opened:closed] for opened, closed in sentence.quotations)


#: How often something was done.
_OFTEN = {
    "once": 1,
    "twice": 2,
    "thrice": 3,
    **{f"{word} times": number for word, number in CARDINALS.items() if number > 1},
}
_OFTEN_WORDS = frozenset(word.rpartition(" ")[2] for word in _OFTEN)
_TIMES = regex(rf"\b(?P<often>{any_of(_OFTEN)})\b(?! (?:a|an|per|more|as|in)\b)", re.IGNORECASE)


def _how_often(told: Sentence, quoting: Sentence, opened: int, closed: int) -> Iterator[Verdict]:
    """How often somebody is said to have done something, against what the quotation says."""
    text = quoting.document.text
    said, quoted = list(_TIMES.finditer(text, told.start, told.end)), list(_TIMES.finditer(text, opened, closed))
    if len(said) != 1 or len(quoted) != 1 or _ANOTHER.search(text, opened, closed) or _ANOTHER.search(told.text):
        return
    words = _telling(text[opened:closed].replace(quoted[0][0], ""))
    one, other = _OFTEN[said[0][0].lower()], _OFTEN[quoted[0][0].lower()]
    if one != other and words and words <= _telling(told.text):
        yield Clash(
            (Span(told.document, *said[0].span()), Span(told.document, *quoted[0].span())),
            {"said": said[0][0], "quoted": quoted[0][0]},
            f"{one} and {other}",
        )


def _fates(sentence: Sentence) -> set[str]:
    return {FATES[word] for word in map(stem, _WORD.findall(sentence.text.lower())) if word in FATES}


def _telling(said: str) -> set[str]:
    """The words that say what something is about, and not that somebody says so."""
    words = _WORD.findall(said.lower())
    return {stem(_PAST.get(word, word)) for word in words if word not in EMPTY and not _PARAPHRASES.fullmatch(word)}


# --- one quotation, twice -----------------------------------------------------------


class _Quotation(NamedTuple):
    """What stands between quotation marks: its words with the amounts taken out, and the amounts."""

    words: tuple[str, ...]
    amounts: tuple[Mention, ...]
    start: int
    end: int


#: With fewer words beside its number a quotation may be said twice by chance.
TELLING = 2
#: Between two quotations no more words than these say only who speaks: he may be raising his number on purpose.
#: Who says so behind a quotation: ",” the inspector was quoted as saying".
_ATTRIBUTED = regex(r"[^\w\n]*+(?:[\w’'-]++ ?){1,8}")
IN_ONE_BREATH = regex(r"[^\w…\n]*+(?:(?!(?:again|elsewhere|later|earlier)\b)[\w’'-]++[ ,]*+){0,4}[^\w…\n]*+")


@check("two-versions", of=Article)
def two_versions(article: Article) -> Iterator[Verdict]:
    """Quotations of the same words with another number, unless a speaker says one right after the other."""
    text = article.document.text
    alike: defaultdict[tuple[str, ...], list[_Quotation]] = defaultdict(list)
    for sentence in article.sentences:
        for opened, closed in sentence.quotations:
            quotation = _quotation(article, opened, closed)
            if quotation is not None:
                alike[quotation.words].append(quotation)
    for quotations in alike.values():
        for first, second in combinations(quotations[:4], 2):
            if IN_ONE_BREATH.fullmatch(text, first.end, second.start) and not _said_twice(text, first, second):
                continue
            for one, other in zip(first.amounts, second.amounts, strict=False):
                if (
                    one.quantity
                    and other.quantity
                    and one.kind is other.kind
                    and not _same_words(one.quantity, other.quantity)
                ):
                    yield Clash(
                        (other.span, one.span),
                        {"first": one.text, "second": other.text},
                        agree(one.quantity, other.quantity).reason,
                        repairs=(f"“{one.text}” both times", f"“{other.text}” both times"),
                    )


def _same_words(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts of one sentence agree; behind the same hedge the second may have risen."""
    if one.bound is other.bound is not Bound.EXACT:
        return one.printed <= other.printed
    return agree(one, other).agrees


def _said_twice(text: str, first: _Quotation, second: _Quotation) -> bool:
    """Whether two quotations name their speaker each, and the same: whoever raises a number is named but once."""
    behind = _ATTRIBUTED.match(text, second.end)
    speakers = _speakers(text[first.end : second.start])
    return behind is not None and bool(speakers & _speakers(behind[0]))


def _speakers(attribution: str) -> set[str]:
    """The words that may name who says so."""
    return {word for word in _WORD.findall(attribution) if not _PARAPHRASES.fullmatch(word)} - EMPTY


def _quotation(article: Article, opened: int, closed: int) -> _Quotation | None:
    amounts = tuple(mention for mention in mentions_in(article, opened, closed) if _is_amount(mention))
    if not amounts or closed - opened > 1000:
        return None
    text = article.document.text
    words: list[str] = []
    at = opened
    for mention in amounts:
        words += [
            *_WORDS.findall(text[at : mention.start].lower()),
            "#",
            mention.unit,
        ]
        at = mention.end
    words += _WORDS.findall(text[at:closed].lower())
    return _Quotation(tuple(words), amounts, opened, closed) if len(words) - len(amounts) > TELLING else None
