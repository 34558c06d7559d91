"""What somebody is said to have done after the date of death, with any verb: "died in 1987 … he drew up plans in 1991"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.align.names import NAME_WORD
from factcheck.extract.lexicon.verb_tenses import BACK
from factcheck.judge.checks import check
from factcheck.judge.checks.lives.told_lives import OTHERS
from factcheck.judge.checks.parts import may_be_another, mentions_in, telling
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.judge.moments import days
from factcheck.judge.verdicts import Accord, Clash, Verdict, in_text_order
from factcheck.model import Article, Kind, Mention, Role, Sentence
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A death, right before its date.
_DIED = regex(
    r"\b(?:died|passed away|perished|drowned|(?:was|were|been) (?:\w+ )?(?:killed|murdered|assassinated|executed|hanged|shot dead|stabbed to death|beheaded|found dead|lynched)|(?:[Kk]illed|[Mm]urdered|[Ee]xecuted|(?:^|[,;] )[Ss]hot dead|[Dd]ead since|[Dd]ead by)"
    r"|lost (?:his|her) life|(?:[Hh]is|[Hh]er|[\w’'-]+['’]s?) (?:own )?(?:death|murder|assassination|execution))\b(?:(?! (?:who|whose|when|after|before|since|that|and|but) )[^.;:()\d,]){0,50}(?:,? (?:in|on|of|since|early in|late in))?(?: (?:early|late|mid))? ?$"
)
#: One of these words stands in each of these wordings.
_OF_DEATH = frozenset(
    "died passed perished drowned killed murdered assassinated executed hanged dead death beheaded lynched life murder assassination execution".split()
)
#: "King Magnus (1201–1249)".
_LIFESPAN = regex(rf"{NAME_WORD} (?:[IVX]+|{NAME_WORD}) \($")
#: Whoever is told of with such years has lived for so many of them at least.
_LIVED = 25
_TO, _CLOSES = regex(r" ?[-–—] ?"), regex(r"\)")
_WHO = rf"(?:[Hh]e|[Ss]he|[Tt]he (?:(?!new |next |other |second |late |present |current |young |future |then |former |first )[a-z-]+ ){{0,2}}?(?P<role>{any_of(WORD_CLASSES['person'])}|chef|poet|king|queen|architect|composer|general|player|scholar|monk|saint|emperor|philosopher|explorer|inventor|director|comic|star|tenor|soprano|knight|duke|duchess|earl|prince|princess|statesman|chemist|physicist|botanist|astronomer|mathematician|historian|economist|banker|tycoon|founder|fiddler|bowler|batsman|wrestler|rider|cardinal|rabbi|imam|missionary|playwright|sergeant|private|corporal|lieutenant|colonel|major|admiral|officer|veteran|conductor|organist|cellist|printmaker|potter|photographer|journalist|reporter|editor|cartoonist|activist|campaigner|footballer|cricketer))"
#: Whoever died does something: "In 1991 he drew", "The sarod player gave".
_ACTS = regex(
    rf"(?:^|[.;,] |\b(?:and|but|that|when|where|before|after|later|then) )(?:(?:[Ii]n|[Oo]n|[Bb]y|[Ll]ate in|[Ee]arly in) ⟨D⟩,? )?(?P<who>{_WHO}|(?P<name>{NAME_WORD}))(?:, [^.;,]{{1,60}},)?(?: (?:also|then|first|later|himself|herself|finally|again|once|still|personally|twice|famously|even|only))* (?P<verb>[a-z]+)\b"
)
_NEGATED = regex(r"\b(?:not|never|n[’']t|would|could|might|may|if|had)\b")
#: Behind the years of a life, or "dead since 1931,", the deed follows straight.
_STRAIGHT = regex(r"[),] ?(?:[a-z]+ly )?(?P<verb>[a-z]+)\b(?P<who>)(?P<name>)")
_DEAD_SINCE = regex(
    r"\b[Dd]ead since $|, who (?:had )?(?:died|passed away|drowned|perished|was (?:killed|murdered|executed|shot dead))[^,.;]*$"
)
_CONTACT = regex(r"\b(?:to|with|for|from|by|and) (?:his|her) [a-z]+")
#: These are said of the dead, too; what is done with the dead and their works is passive, and is not read.
_OF_THE_DEAD = frozenset(
    "became remained won received inspired entered earned appeared returned lay joined got topped sold featured died was were had has have did is been lived said left owed stayed"
    " made gained came went rose fell reached led gave-rise influenced deserved continued served belonged".split()
)
_AFTERLIFE = regex(
    r"\b(?:posthumous\w*|archive\w*|recordings?|estate|films?|biograph\w*|ghost|statue|body|remains|ashes|named after|legacy|portrait|tribute\w*|memory|memories|memorial (?:service|mass|concert|match|prize|lecture)|honou?r\w*|anniversar\w+|grave|buried|foundation|trust|museum|plaque|reincarnat\w*"
    r"|namesake|same name|fiction\w*|novel|character|series|funeral|coffin|legend)\b",
)
_POSSESSED = regex(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[\w’'-]+['’]s) (?:[a-z-]+ ){0,2}(?:, )?$")
_TWO = regex(rf"(?<![\w’'-])(?!The |In |On ){NAME_WORD}(?: {NAME_WORD})+")
_AT_A_PLACE = regex(r"\b(?:at|in|from|near|of|into|outside) (?:the )?$")
_HE, _SHE = regex(r"\b(?:[Hh]e|[Hh]is|[Hh]im|[Hh]imself)\b"), regex(r"\b(?:[Ss]he|[Hh]er|[Hh]ers|[Hh]erself)\b")
_PLURAL = regex(r"\b(?:they|their|them|brothers|sisters|couple|twins|both|two|and (?:his|her))\b")
#: So many sentences behind the death an act may be told.
_FAR = 2


#: What says whose life it is stands no farther before a date, in letters.
_NEAR = 300


class Death(NamedTuple):
    """When somebody died, and where it stands."""

    mention: Mention
    sentence: int


@check("acts-after-death", of=Article, about=[Kind.DATE])
def acts_after_death(article: Article) -> Iterator[Verdict]:
    """Deeds of whoever has died by the only death that an article tells, dated after it."""
    text = article.document.text
    deaths = [
        death
        for number, sentence, words, mentions, kinds in telling(article)
        if Kind.DATE in kinds
        and (not words.isdisjoint(_OF_DEATH) or text.find(" (", sentence.start, sentence.end) >= 0)
        for mention in mentions
        if (death := _death(article, mention, number))
    ]
    if len({days(death.mention) for death in deaths}) != 1:
        return
    death = deaths[0]
    first = article.sentences[death.sentence]
    if not _is_of_one(article, first, death.mention):
        return
    for sentence in article.sentences[death.sentence : death.sentence + _FAR + 1]:
        if sentence.role is not Role.BODY or (sentence is not first and _names_others(first, sentence)):
            break
        said = _CONTACT.sub(" ", sentence.text) if sentence is not first else sentence.text
        if not _AFTERLIFE.search(sentence.text) and not _tells_of_kin(said):
            yield from _acts(article, first, sentence, death)


def _death(article: Article, mention: Mention, number: int) -> Death | None:
    text = article.document.text
    if mention.kind is not Kind.DATE or not days(mention) or (mention.time and mention.time.anchored):
        return None
    sentence = article.sentences[number]
    if sentence.role is not Role.BODY or sentence.quotes(mention.start):
        return None
    begin = max(sentence.start, mention.start - _NEAR)
    before = [one for one in mentions_in(article, begin, mention.start) if one.kind is Kind.DATE]
    start = max(before[-1].end if before else sentence.start, mention.start - 90)
    found = _DIED.search(text, start, mention.start)
    if found:
        return Death(mention, number)
    is_span = (
        before
        and _LIFESPAN.search(text, begin, before[-1].start)
        and _TO.fullmatch(text, before[-1].end, mention.start)
        and _CLOSES.match(text, mention.end)
        and _years(before[-1], mention) >= _LIVED
    )
    return Death(mention, number) if is_span else None


def _tells_of_kin(words: str) -> bool:
    return not OTHERS.isdisjoint(_WORDS.findall(words.lower()))


_WORDS = regex(r"[a-z]+")


def _is_of_one(article: Article, sentence: Sentence, mention: Mention) -> bool:
    """Whether a sentence tells of one person alone, and not of somebody's kin."""
    text = article.document.text
    words = text[sentence.start : sentence.end]
    opening = text[sentence.start : mention.start]
    if _tells_of_kin(words) or _PLURAL.search(words):
        return False
    if _AFTERLIFE.search(words) and not opening.startswith(("Her grave", "His grave")):
        return False
    if _HE.search(words) and _SHE.search(words):
        return False
    names = [found for found in _TWO.finditer(words) if not _AT_A_PLACE.search(words[: found.start()])]
    return len(names) <= 1 and len(_NAMES.findall(_BEGINS.sub("", opening))) <= 1


#: A name of any length, but for that of a place; and a first word that is none.
_NAMES = regex(rf"(?<![\w’'-])(?<!\b(?:at|in|of|on|to|by) )(?<!\b(?:from|near|into) )(?:{NAME_WORD} ?)+")
_BEGINS = regex(r"^(?:The|In|On|After|Until|Before|Since|By|When|His|Her|He|She|At|For|An?)\b")


def _years(first: Mention, last: Mention) -> int:
    """How many years lie between two dates."""
    born, died = days(first), days(last)
    return died[0].year - born[0].year if born and died else 0


def _names_others(first: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence brings in somebody of two names, or of the other sex."""
    if any(
        found[0].split()[-1] not in first.text and not _AT_A_PLACE.search(sentence.text[: found.start()])
        for found in _TWO.finditer(sentence.text)
    ):
        return True
    return bool(
        (_HE.search(first.text) and _SHE.search(sentence.text))
        or (_SHE.search(first.text) and _HE.search(sentence.text))
    )


def _acts(article: Article, first: Sentence, sentence: Sentence, death: Death) -> Iterator[Verdict]:
    """What a sentence says that the dead person did, each by the date in its clause."""
    dated = [
        mention
        for mention in mentions_in(article, sentence.start, sentence.end)
        if mention.kind is Kind.DATE
        and days(mention)
        and mention is not death.mention
        and not _is_birth(mention, death)
    ]
    if len(dated) != 1 or sentence.quotations or _PLURAL.search(sentence.text):
        return
    (when,) = dated
    text = article.document.text
    start = death.mention.end if sentence is first else sentence.start
    if when.start < start or (when.time and when.time.anchored):
        return
    clause = f"{text[start : when.start]}⟨D⟩{text[when.end : sentence.end]}"
    is_straight = clause.startswith(")") or _DEAD_SINCE.search(text, first.start, death.mention.start)
    straight = _STRAIGHT.match(clause) if sentence is first and is_straight else None
    clause = clause.lstrip(" ,)")
    for found in [straight] if straight else _ACTS.finditer(clause):
        verb = found["verb"]
        is_past = verb in BACK or (verb.endswith("ed") and len(verb) > 4) or verb in _MORE_PAST
        if not is_past or verb in _OF_THE_DEAD or (found["name"] and found["name"] not in first.text):
            continue
        if sentence is not first and found["who"].lower() in {"he", "she"} and may_be_another(found["who"], first):
            continue
        role = found.groupdict().get("role")
        if role and role not in first.text and not _begins_with_a_name(first):
            continue  # "Police shot the gunman. The officer told an inquest"
        if _NEGATED.search(clause) or _POSSESSED.search(clause[: max(0, found.start("who"))]):
            continue
        yield _death_and_deed(death.mention, when)
        return


_MORE_PAST = frozenset(
    "drew wrote sang swam wove bore bound bred bent bled clung dug fed flung forgot forgave ground hid knelt lit meant overcame rode sewed shone slept slid spun stood strode struck sued swore undertook upheld wept withdrew wound wrung"
    " handed read cast cut put beat bet let split spread thrust built lent sent spent laid paid said".split()
)


def _begins_with_a_name(sentence: Sentence) -> bool:
    """Whether a sentence tells of somebody by the name."""
    return _TWO.search(sentence.text) is not None


def _is_birth(mention: Mention, death: Death) -> bool:
    """Whether a date is that of the birth, in "(1201-1249)"."""
    return (
        mention.end <= death.mention.start
        and _TO.fullmatch(mention.document.text, mention.end, death.mention.start) is not None
    )


def _death_and_deed(death: Mention, when: Mention) -> Verdict:
    dead, done = days(death), days(when)
    spans = in_text_order(death.span, when.span)
    if dead is None or done is None or done[0] < dead[1]:
        return Accord(spans, f"{when.text} is not after {death.text}")
    return Clash(spans, {"first": death.text, "then": when.text}, arithmetic=f"{when.text} is after {death.text}")
