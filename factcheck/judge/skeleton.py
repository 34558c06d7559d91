r"""A sentence becomes a skeleton, and patterns over skeletons read what it says.

In a skeleton every mention is one typed token, every other word or mark is one
lower-cased token, and each token is followed by one space:

    Sales rose 25% to 1,000, from 900.   →   sales rose ⟨percentage⟩ to ⟨number⟩ , from ⟨number⟩ .

A pattern is written like the sentence that it reads:

    word            the word, in lower case; `\(` `\)` `\[` `\]` are brackets in the text
    (rose|fell to)  one of these
    [by about]      this or nothing; [a|the] is one of these or nothing
    <rise>          any word of a class (word_classes.py)
    ...  ...9       up to five (nine) words, with no mention among them but of a time or an ordinal
    //              up to forty words and marks with no amount among them, also into the next sentence
    !word !(a|b)    not this next; at the very start of a pattern: not this before it
    {new:amount}    a mention of that kind (SLOTS), known by the name `new`
    {old:exact count}    the same, if the words neither hedge nor bound it, nor give a range
    {old:hedged count}   the same, if they do
    {mean:average money} the same, if they call it an average
    {age:age|number}     of either kind
    {money}         a mention of that kind which is only passed over
    {parts:count+}  a list: "four residents, three firefighters and a guard"

A comma of the text is passed over between two parts of a pattern; a comma of the
pattern must be there. Every pattern becomes one regular expression in which only
bounded things repeat, so that no text can make it slow.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.judge.word_classes import COMMON_WORDS, WORD_CLASSES
from factcheck.model import Bound, Kind, Mention, Sentence
from factcheck.nouns import dataclass
from factcheck.regexes import compiled, regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: The types that a mention's token may have: the kinds, with two grains of date and counts of people told apart.
YEAR, DAY, AGO, POINTS, PEOPLE = "year", "day", "ago", "points", "people"
TYPES = (*(kind.value for kind in Kind), YEAR, DAY, AGO, POINTS, PEOPLE)

#: What a slot may ask for, and the types that answer. A head noun is often elsewhere
#: ("…, 480 in all"), so a count may be a bare number and the other way round.
SLOTS: dict[str, tuple[str, ...]] = {
    "count": ("count", "number", PEOPLE),
    "number": ("count", "number", PEOPLE),
    "people": (PEOPLE,),
    "bare": ("number",),
    "quantity": ("quantity",),
    "money": ("money",),
    "percentage": ("percentage",),
    "percent": ("percentage",),
    "points": (POINTS,),
    "amount": ("count", "number", PEOPLE, "quantity", "money", "percentage"),
    "level": ("count", "number", PEOPLE, "quantity", "money"),
    "ordinal": ("ordinal",),
    "age": ("age",),
    "year": (YEAR,),
    "day": (DAY,),
    "date": ("date", YEAR, DAY, AGO),
    "ago": (AGO,),
    "time": ("time",),
    "duration": ("duration",),
    "set": ("set",),
}

#: How many words `...` passes over when no number follows it.
GAP = 5
#: How many words and marks `//` passes over.
REACH = 40
#: How many members a list may have, and how many words may follow the number in each.
MEMBERS, TAIL = 20, 5

#: A mention is written as two letters of the private planes: its type, then its place in the sentence.
_TYPE, _PLACE = 0xE000, 0xF0000
_MANNERS = ("exact", "hedged", "average")
_LETTER = {
    (manner, name): chr(_TYPE + row * len(TYPES) + column)
    for row, manner in enumerate(_MANNERS)
    for column, name in enumerate(TYPES)
}
_LETTERS = frozenset(_LETTER.values())
#: Which manners of saying it a slot takes, by the word before its kind.
_TAKES = {"": _MANNERS, "exact": ("exact",), "hedged": ("hedged", "average"), "average": ("average",)}
#: More mentions than a private plane has letters do not stand in one sentence of an article.
_MOST = 0xFFF0
#: Where the next sentence begins.
NEXT_SENTENCE = "¶"

_AVERAGE = regex(r"(?:on |an? )?average", re.IGNORECASE)
_TOKEN = regex(r"\w[\w'’.&-]*(?<![.’'-])|[^\w\s\ue000-\uf8ff]")
#: What gaps pass over: times, and places in an order ("the first crash").
_TIMES = "".join(
    _LETTER[manner, type_]
    for manner in _MANNERS
    for type_ in ("date", "time", "duration", "set", "ordinal", YEAR, DAY, AGO)
)
#: A word or a time; any word or mark that is no amount.
_PASSED = rf"(?:\w\S* |[{_TIMES}]\S )"
_REACHED = rf"(?:[^\s\ue000-\uf8ff]\S* |[{_TIMES}]\S )"
_COMMA = "(?:, )?"


def type_of(mention: Mention) -> str:
    """The type of a mention's token."""
    printed = mention.time.printed if mention.time and mention.kind is Kind.DATE else None
    if mention.quantity is not None and mention.quantity.unit == "percentage point":
        return POINTS
    if mention.kind is Kind.COUNT and mention.quantity is not None and mention.quantity.unit == "person":
        return PEOPLE
    if printed is None:
        return AGO if mention.kind is Kind.DATE and mention.text.endswith("ago") else mention.kind
    if printed.day is not None:
        return DAY
    if (
        printed.year is not None
        and printed.month is None
        and printed.weekday is None
        and mention.text.strip().isdigit()
    ):
        return YEAR
    return mention.kind


def letter_of(mention: Mention) -> str:
    """The letter of a mention's type, which also tells whether the words hedge, bound or average it."""
    quantity = mention.quantity
    manner = "exact"
    if quantity is not None and (quantity.bound is not Bound.EXACT or quantity.is_range):
        manner = "average" if _AVERAGE.match(mention.text) else "hedged"
    return _LETTER[manner, type_of(mention)]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A sentence with its mentions, as patterns see it."""

    text: str
    #: Every word and mark, and the letter of every mention.
    tokens: frozenset[str]
    mentions: tuple[Mention, ...]
    #: Where the last sentence begins, when several were joined.
    last: int = 0

    def mention(self, token: str) -> Mention:
        """The mention that a token of two letters stands for."""
        return self.mentions[ord(token[1]) - _PLACE]


def skeleton(sentence: Sentence, mentions: Sequence[Mention]) -> Skeleton:
    """The skeleton of a sentence whose mentions are given in order."""
    tokens: list[str] = []
    letters: list[str] = []
    known: list[Mention] = []
    text, at = sentence.document.text, sentence.start
    for mention in mentions[:_MOST]:
        if mention.start < at:
            continue
        tokens += _TOKEN.findall(text[at : mention.start].lower())
        letter = letter_of(mention)
        letters.append(letter)
        tokens.append(letter + chr(_PLACE + len(known)))
        known.append(mention)
        at = mention.end
    tokens += _TOKEN.findall(text[at : sentence.end].lower())
    return Skeleton(" ".join(tokens) + " ", frozenset((*tokens, *letters)), tuple(known))


def joined(earlier: Skeleton, later: Skeleton) -> Skeleton:
    """The skeleton of two sentences, one after the other."""
    mark = f"{NEXT_SENTENCE} "
    before = len(earlier.mentions)
    moved = {_PLACE + place: _PLACE + place + before for place in range(len(later.mentions))}
    return Skeleton(
        earlier.text + mark + later.text.translate(moved),
        earlier.tokens | later.tokens | {NEXT_SENTENCE},
        earlier.mentions + later.mentions,
        len(earlier.text) + len(mark),
    )


# --- patterns -----------------------------------------------------------------------


class PatternError(ValueError):
    """A pattern that cannot be read; says what and, where it can, what was meant."""

    def __init__(self, problem: str, word: str = "", known: Iterable[str] = ()) -> None:
        super().__init__(problem)
        #: The word that is not known, and those that are.
        self.word = word
        self.known = tuple(known)


@dataclass(frozen=True, slots=True)
class Slot:
    """A named place of a pattern."""

    name: str
    kinds: str
    is_list: bool = False


#: What fills a slot. None is "a guard" in a list: one, though it is no mention.
Members = tuple["Mention | None", ...]


@dataclass(frozen=True)
class Pattern:
    """A pattern as written, and the regular expression that it became."""

    source: str
    regex: str
    #: The slots in the order of the expression's groups.
    slots: tuple[Slot, ...]
    #: Of each of these sets a skeleton must hold one token, or the pattern cannot match. The rarest comes first.
    needs: tuple[tuple[str, ...], ...]
    #: Whether it reads on into the next sentence.
    spans_sentences: bool = False
    #: How many mentions a skeleton must have at least.
    least: int = 1

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled when it is first wanted."""
        return compiled(self.regex)

    def read(self, skeleton: Skeleton) -> Iterator[Reading]:
        """What the pattern reads in a skeleton, from left to right."""
        for match in self.compiled.finditer(skeleton.text):
            yield Reading(skeleton, match.start(), match.end(), tuple(self._filled(skeleton, match)))

    def _filled(self, skeleton: Skeleton, match: re.Match[str]) -> Iterator[tuple[Slot, Members]]:
        for number, slot in enumerate(self.slots, start=1):
            if match[number] is None:
                continue
            if slot.is_list:
                yield slot, tuple(_members(skeleton, match[number]))
            else:
                yield slot, (skeleton.mention(match[number]),)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a pattern read: which mentions fill which slots."""

    skeleton: Skeleton
    start: int
    end: int
    filled: tuple[tuple[Slot, Members], ...]

    @property
    def words(self) -> str:
        """The stretch of the skeleton that was read."""
        return self.skeleton.text[self.start : self.end]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions in the slots, in the order of the text."""
        found = {id(mention): mention for _, members in self.filled for mention in members if mention is not None}
        return tuple(sorted(found.values(), key=lambda mention: mention.start))


#: What a member of a list may follow, the words of "as well as" one after the other.
_JOINS = frozenset({",", ";", "and", "plus"})
_JOINS_ON = frozenset({"as", "well"})


def _members(skeleton: Skeleton, listed: str) -> Iterator[Mention | None]:
    """The members of a list: its mentions, and None for each "a guard"."""
    starts = True
    for token in listed.split():
        if token[0] in _LETTERS:
            yield skeleton.mention(token)
        elif starts and token in ("a", "an", "another"):
            yield None
        starts = token in _JOINS or (starts and token in _JOINS_ON)


_LEXEME = regex(
    r"(?P<slot>\{[^{}]*\})|(?P<unless>!(?=[\w(<,]))|(?P<class><[^<>]*>)|(?P<gap>\.\.\.\d*)|(?P<reach>//)"
    r"|\\(?P<escaped>.)|(?P<mark>[()\[\]|])|(?P<word>[^\s()\[\]|{}<>\\]+)|(?P<space>\s+)|(?P<stray>.)"
)
_SLOT = regex(r"\{\s*(?:([a-z_]\w*)\s*:\s*)?(exact |hedged |average )?\s*([a-z| ]+?)\s*(\+)?\s*\}")

#: One alternative of a part: its expression, and what it needs.
_Parsed = tuple[str, tuple[frozenset[str], ...]]


def pattern(source: str) -> Pattern:
    """The pattern that a line of a rule describes; PatternError if it describes none."""
    return _Parser(source).pattern()


class _Parser:
    """Reads one pattern from left to right."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lexemes = [
            (match.lastgroup or "", match[match.lastgroup or 0])
            for match in _LEXEME.finditer(source)
            if match.lastgroup != "space"
        ]
        self.at = 0
        self.slots: list[Slot] = []
        self.spans_sentences = False
        #: How many brackets are open, and how many slots stand outside of all.
        self.depth = 0
        self.least = 0

    def pattern(self) -> Pattern:
        regex, needs = self._alternatives()
        if self.at < len(self.lexemes):
            raise PatternError(f"a {self.lexemes[self.at][1]!r} that closes nothing in {self.source!r}")
        if not self.slots:
            raise PatternError(f"no slot such as {{total:count}} in {self.source!r}")
        ranked = sorted(set(needs), key=_commonness)
        return Pattern(
            self.source,
            rf"(?<!\S){regex}",
            tuple(self.slots),
            tuple(tuple(sorted(need)) for need in ranked),
            self.spans_sentences,
            max(1, self.least),
        )

    def _alternatives(self) -> _Parsed:
        """What stands between brackets, or the whole."""
        options = [self._sequence()]
        while self._next_is("|"):
            self.at += 1
            options.append(self._sequence())
        if len(options) == 1:
            return options[0]
        expression = "(?:" + "|".join(regex for regex, _ in options) + ")"
        if not all(needs for _, needs in options):
            return expression, ()
        return expression, (frozenset().union(*(min(needs, key=_commonness) for _, needs in options)),)

    def _sequence(self) -> _Parsed:
        parts: list[str] = []
        needs: list[frozenset[str]] = []
        while self.at < len(self.lexemes) and not (
            self.lexemes[self.at][0] == "mark" and self.lexemes[self.at][1] in "|)]"
        ):
            regex, needed = self._part()
            parts.append(regex)
            needs += needed
        return "".join(parts), tuple(needs)

    def _part(self) -> _Parsed:
        kind, text = self.lexemes[self.at]
        self.at += 1
        match kind:
            case "word" | "escaped" | "class":
                return self._class(text[1:-1]) if kind == "class" else self._words(text)
            case "slot":
                return self._slot(text)
            case "gap" | "reach":
                return self._passed(kind, text), ()
            case "unless":
                return self._unless(first=self.at == 1), ()
            case "mark":
                return self._bracket(text)
            case _:
                raise PatternError(f"a stray {text!r} in {self.source!r}")

    def _bracket(self, opening: str) -> _Parsed:
        closing = ")" if opening == "(" else "]"
        self.depth += 1
        regex, needs = self._alternatives()
        self.depth -= 1
        if not self._next_is(closing):
            raise PatternError(f"a {opening!r} without its {closing!r} in {self.source!r}")
        self.at += 1
        return (f"(?:{regex})", needs) if opening == "(" else (f"(?:{regex})?", ())

    def _next_is(self, mark: str) -> bool:
        return self.at < len(self.lexemes) and self.lexemes[self.at] == ("mark", mark)

    def _passed(self, kind: str, text: str) -> str:
        """Words that are passed over."""
        if kind == "gap":
            return f"{_COMMA}{_PASSED}{{0,{int(text[3:] or GAP)}}}?"
        self.spans_sentences = True
        return f"{_REACHED}{{0,{REACH}}}?"

    def _passed_over(self, text: str) -> _Parsed:
        """A mention that fills no slot."""
        regex, needs = self._slot("{it:" + text[1:])
        if self.slots.pop().is_list:
            raise PatternError(f"a list needs a name: {text}")
        return regex.replace("([", "(?:[", 1), needs

    def _unless(self, *, first: bool) -> str:
        """What must not stand here: before the pattern, if it comes first, else next."""
        regex, _ = self._part()
        if not first:
            return f"(?!{regex})"
        words = regex.replace(_COMMA, "")
        if not re.fullmatch(r"[\w '|()?:-]+", words):
            raise PatternError(f"only words can be shut out before a pattern: {self.source!r}")
        return "".join(
            f"(?<!{option})" for option in words.removeprefix("(?:").replace("(?:", "").replace(")", "").split("|")
        )

    @staticmethod
    def _words(text: str) -> _Parsed:
        """A word of a pattern, cut as the text is cut."""
        tokens = _TOKEN.findall(text.lower())
        lead = "" if tokens[:1] == [","] else _COMMA
        return lead + "".join(re.escape(token) + " " for token in tokens), tuple(frozenset({token}) for token in tokens)

    @staticmethod
    def _class(name: str) -> _Parsed:
        words = WORD_CLASSES.get(name)
        if words is None:
            raise PatternError(f"no class of words is called <{name}>", name, WORD_CLASSES)
        return f"{_COMMA}(?:{'|'.join(map(re.escape, words))}) ", (frozenset(word.split()[-1] for word in words),)

    def _slot(self, text: str) -> _Parsed:
        read = _SLOT.fullmatch(text)
        if read is None:
            raise PatternError(f"{text} is no slot; one looks like {{total:count}} or {{parts:count+}}")
        if read[1] is None:
            return self._passed_over(text)
        name, manner, kinds, plural = read.groups()
        letters = ""
        for kind in kinds.split("|"):
            if kind.strip() not in SLOTS:
                raise PatternError(f"no slot is of kind {kind.strip()!r}", kind.strip(), SLOTS)
            for type_ in SLOTS[kind.strip()]:
                letters += "".join(_LETTER[taken, type_] for taken in _TAKES[(manner or "").strip()])
        self.slots.append(Slot(name, kinds, is_list=bool(plural)))
        self.least += self.depth == 0
        needs = (frozenset(letters),)
        if not plural:
            return f"{_COMMA}([{letters}]\\S) ", needs
        tail = rf"(?:(?!and |plus |or )\w\S* ){{0,{TAIL}}}"
        member = rf"(?:[{letters}]\S |(?:an?|another) (?=\w)){tail}"
        # Without an "and" before the last member the list may have been broken off.
        last = "(?:[,;] )?(?:and |plus |as well as )|; "
        return f"{_COMMA}({member}(?:[,;] {member}){{0,{MEMBERS}}}(?:{last}){member})", needs


def _commonness(words: Iterable[str]) -> tuple[int, int]:
    """How often one of these words turns up, to look for the rarest first."""
    words = tuple(words)
    everywhere = sum(word in COMMON_WORDS or not word[0].isalpha() for word in words)
    return (everywhere, len(words))
