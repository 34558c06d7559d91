"""One name, spelled in more than one way."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from factcheck.align.merging import is_one_name
from factcheck.align.names import BEFORE_NAMES, aliases, folded, sound
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_at, vocabulary
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import Article, Document, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: A capitalised word that does not begin a sentence or a quotation, of five letters or more.
NAME = regex(r"[A-Z](?<=[^\W\d_] [A-Z])[^\W\d_]{4,}(?!\w)")
#: The same, with the blank before it, which is found more quickly.
_INSIDE = regex(r" ([A-Z](?<=[^\W\d_] [A-Z])[^\W\d_]{4,})(?!\w)")
#: The words right before and behind a name, no longer than so many letters.
_WORD_BEFORE, _WORD_BEHIND, NEXT = regex(r"\b([A-Z][\w’'-]+) \Z"), regex(r" ([A-Z][\w’'-]+)"), 30
#: The same at the beginning of a sentence, which is a name only where one spelled otherwise stands elsewhere.
_OPENER = regex(r"[.!?\n][ \n]?([A-Z][^\W\d_]{4,})(?!\w)")
#: So many letters are alike at the beginning of two spellings.
_START = 3
#: Of so many words is kept what was found out: the news has the same names from one article to the next.
_KEPT = 1 << 14


@check("spellings", of=tuple)
def spellings(articles: tuple[Article, ...]) -> Iterator[Verdict]:
    """Names that sound alike and are spelled in two ways, each with its first place."""
    by_sound: defaultdict[str, list[tuple[str, Document]]] = defaultdict(list)
    # The first place is the same one in whatever order the articles come.
    articles = tuple(sorted(articles, key=lambda article: (article.is_source, article.document.name)))
    for article in articles:
        names = _names(article.document)
        yield from _slips(article, names)
        yield from _known_by_two(article)
        yield from _with_article(article)
        for name in names:
            by_sound[_heard(name)].append((name, article.document))
    for told in by_sound.values():
        if len(told) > 1:
            named: defaultdict[str, list[Document]] = defaultdict(list)
            for name, document in told:
                named[name].append(document)
            if len(named) > 1:
                yield from _variants(named)


@lru_cache(maxsize=_KEPT)
def _heard(name: str) -> str:
    """How a name sounds; in a long one "th" is a "t", as in names out of other alphabets."""
    heard = sound(name)
    return heard.replace("th", "t") if len(name) >= SLIP_FROM else heard


def _variants(named: Mapping[str, Sequence[Document]]) -> Iterator[Verdict]:
    """The rarer of the spellings that sound alike, beside the commonest; each is given with the texts that have it."""
    places = {name: [span for each in texts for span in _spans(each, name)] for name, texts in named.items()}
    often, *rest = sorted(places, key=lambda spelling: (-len(places[spelling]), spelling))
    for rare in rest:
        if _two_spellings(rare, often) and not _two_bearers(places[rare], places[often]):
            yield _variant(rare, often, places[rare], places[often])


def _two_bearers(spans: list[Span], others: list[Span]) -> bool:
    """Whether two spellings never stand in one article, and not in one full name: "Ada Simmons" and "Ben Simons"."""
    if not {id(span.document) for span in spans}.isdisjoint(id(span.document) for span in others):
        return False
    for beside in (_before, _behind):
        one, other = ({word for span in places if (word := beside(span))} for places in (spans, others))
        if one and other and not any(a == b or is_one_name(a, b) for a in one for b in other):
            return True
    return _is_another(spans, others) or _is_another(others, spans)


def _is_another(alone: list[Span], full: list[Span]) -> bool:
    """Whether one spelling always stands alone, and the other in full names of which the articles of the first have nothing more."""
    if any(map(_before, alone)) or any(map(_behind, alone)):
        return False
    beside = [{_before(span), _behind(span)} - {""} for span in full]
    texts = {id(span.document): span.document.text for span in alone}.values()
    return all(beside) and not any(word in text for words in beside for word in words for text in texts)


def _before(span: Span) -> str:
    """The capitalised word right before a name, if it is no title."""
    found = _WORD_BEFORE.search(span.document.text, max(0, span.start - NEXT), span.start)
    return found[1] if found and found[1].lower() not in BEFORE_NAMES else ""


def _behind(span: Span) -> str:
    """The capitalised word right behind a name."""
    found = _WORD_BEHIND.match(span.document.text, span.end)
    return found[1] if found else ""


def _variant(rare: str, usual: str, rarely: list[Span], usually: list[Span]) -> Verdict:
    # An article that has both differs from itself, whatever others have.
    at = {id(span.document) for span in usually}
    shown = next((span for span in rarely if id(span.document) in at), rarely[0])
    return Clash(
        spans=(shown, _nearest(usually, shown)),
        words={"rare": rare, "usual": usual},
        arithmetic=f"{usual}: {_times(len(usually))}; {rare}: {_times(len(rarely))}",
        repairs=(f"“{usual}” throughout", f"“{rare}” throughout"),
    )


@cache
def _one_word_aliases() -> Mapping[str, str]:
    """Names of one word that are not surnames, each with the usual one."""
    return {
        word: alias.usual
        for word, alias in aliases().items()
        if word.isalpha() and not (alias.is_surname or alias.is_people) and not alias.needs_capitals
    }


@cache
def _alias_words() -> frozenset[str]:
    return frozenset(_one_word_aliases())


def _known_by_two(article: Article) -> Iterator[Verdict]:
    """Names of the table of aliases that an article has in two forms, in sentences of their own: "Kyiv … Kiev"."""
    known = _one_word_aliases()
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for word in _alias_words() & vocabulary(article):
        forms[known[word]].append(word)
    for words in (words for words in forms.values() if len(words) > 1):
        places = {word: _places(article.document, word.title()) for word in words}
        told = {word: spans for word, spans in places.items() if spans}
        sentences = [{sentence_at(article, span.start).start for span in spans} for spans in told.values()]
        if len(told) == 2 and sentences[0].isdisjoint(sentences[1]):
            often, rare = sorted(told, key=lambda word: (-len(told[word]), told[word][0].start))
            yield _variant(rare.title(), often.title(), told[rare], told[often])


def _places(document: Document, name: str) -> list[Span]:
    """Where a name stands by itself, and not as a part of another."""
    found = regex(rf"(?<![\w-])(?<![A-Z][a-z] ){name}(?![\w-])(?! [A-Z])").finditer(document.text)
    return [Span(document, *match.span()) for match in found]


#: "Al-Husseiniya", "Ash-Sharqi"; it is looked for from its hyphen on, of which a text has few.
_ARTICLE = regex(
    r"-(?:(?<=(?P<two>[AaEe]l|[AE][srndtz])-)(?<![\w’'-]...)|(?<=(?P<three>[AE]sh)-)(?<![\w’'-]....))(?P<name>[A-Z][a-z]{3,})(?![\w-])"
)
#: What Arabic writes alike, in this order.
_ARABIC = tuple(
    (regex(written), usual)
    for written, usual in (
        (r"ai|ay|ei|ey", "e"),
        (r"ou|oo|o|w", "u"),
        (r"(?:ah|eh|e)$", "a"),
        (r"e", "i"),
        (r"iyy?a$", "ia"),
        (r"(.)\1+", r"\1"),
    )
)


def _with_article(article: Article) -> Iterator[Verdict]:
    """Arabic names behind their article that one text spells in two ways: "Al-Hasakah", "Al-Hasakeh"."""
    if "l-" not in article.document.text:
        return
    heard: defaultdict[str, defaultdict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for found in _ARTICLE.finditer(article.document.text):
        name = found["name"].lower()
        for written, usual in _ARABIC:
            name = written.sub(usual, name)
        start = found.start() - len(found["two"] or found["three"])
        heard[name][found["name"]].append(Span(article.document, start, found.end()))
    for forms in heard.values():
        if len(forms) == 2:
            often, rare = sorted(forms, key=lambda form: (-len(forms[form]), forms[form][0].start))
            yield _variant(forms[rare][0].text, forms[often][0].text, forms[rare], forms[often])


#: Shorter names differ in a letter by chance.
SLIP_FROM = 8


def _slips(article: Article, names: Sequence[str]) -> Iterator[Verdict]:
    """Long names of one article that differ in a letter inside, and do not sound alike, once beside the usual one."""
    text = article.document.text
    apart = list(_a_letter_apart(names))
    places = {name: _spans(article.document, name) for pair in apart for name in pair}
    pairs = {tuple(sorted(pair, key=lambda name: (len(places[name]), name))) for pair in apart}
    for rare, usual in sorted(pairs):
        rarely, usually = places[rare], places[usual]
        once = text.count(rare) == 1 < text.count(usual)
        if (
            not (once or _are_places(text, rarely, usually))
            or sound(rare) == sound(usual)
            or not _two_spellings(rare, usual)
        ):
            continue
        if rare[-1] == usual[-1] and rare.lower() not in text and usual.lower() not in text:
            yield _variant(rare, usual, rarely, usually)


def _a_letter_apart(names: Iterable[str]) -> Iterator[set[str]]:
    """The pairs of long names that are one but for a letter inside."""
    by_ends: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name in names:
        if len(name) >= SLIP_FROM:
            by_ends[name[0], name[-1]].append(name)
    for alike in (names for names in by_ends.values() if len(names) > 1):
        # Two names that differ in one letter inside are the same without it.
        without: defaultdict[str, set[str]] = defaultdict(set)
        for name in alike:
            without[name].add(name)
            for at in range(1, len(name) - 1):
                without[name[:at] + name[at + 1 :]].add(name)
        yield from (names for names in without.values() if len(names) == 2)


#: Before the name of a place.
_AT = regex(
    r"\b(?:in|near|at|to|from|outside|around|reached|entered|towards?|of|hit|struck|left|shelled|outside|via|through|on) $"
)


def _are_places(text: str, *spellings: list[Span]) -> bool:
    """Whether all that is spelled so is spoken of as a place."""
    return all(_AT.search(text, max(0, span.start - 9), span.start) for spans in spellings for span in spans)


def _two_spellings(one: str, other: str) -> bool:
    """Whether two names that sound alike are one, written otherwise than in accents and capitals."""
    return folded(one) != folded(other) and is_one_name(one, other)


def _names(document: Document) -> list[str]:
    """The capitalised words of a text, each once."""
    inside = dict.fromkeys(_INSIDE.findall(document.text))
    beginnings = set(map(_beginning, inside))
    # A text of one word is that word's.
    alone = not inside and len(document.text.split()) == 1
    openers = (word for word in _OPENER.findall(f"\n{document.text}") if alone or _beginning(word) in beginnings)
    return list(filter(_is_name, dict.fromkeys((*inside, *openers))))


@lru_cache(maxsize=_KEPT)
def _beginning(name: str) -> str:
    """The first letters of a name; an "h" behind another letter makes no other name: "Thirun", "Tirun"."""
    return (name[0] + name[1:].replace("h", ""))[:_START]


def _spans(document: Document, name: str) -> list[Span]:
    """Where a capitalised word of a text stands as a name."""
    inside = [found.start() for found in NAME.finditer(document.text) if found[0] == name]
    openers = [found.start(1) - 1 for found in _OPENER.finditer(f"\n{document.text}") if found[1] == name]
    return [Span(document, start, start + len(name)) for start in sorted((*inside, *openers))]


@lru_cache(maxsize=_KEPT)
def _is_name(word: str) -> bool:
    """Whether a capitalised word is more than a title, or a word of a headline in capitals."""
    return not word.isupper() and word.lower() not in BEFORE_NAMES


def _nearest(spans: list[Span], to: Span) -> Span:
    """The first of the spans in the same document, or else the first."""
    return next((span for span in spans if span.document is to.document), spans[0])


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
