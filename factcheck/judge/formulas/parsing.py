"""Reading one part of a pattern, as a rule writes it: one regular expression over the skeleton, and what that needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.judge.formulas.patterns import Demand, Pattern, Reach
from factcheck.judge.formulas.rarity import commonness, rarest_first
from factcheck.judge.formulas.skeleton import AGO, DAY, LETTER, LETTERS, MANNERS, MONTH, NEXT_SENTENCE, TOKEN, YEAR
from factcheck.judge.formulas.slots import SLOTS, WORD, Slot
from factcheck.judge.formulas.word_classes import COMMON_WORDS, WORD_CLASSES
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Stands where a sentence begins, or a quotation with which it begins.
BEGINS, _BEGINS = "^", rf"(?<![^{NEXT_SENTENCE}“\"] )"
#: How many words `...` passes over when no number follows it.
GAP = 5
#: How many words and marks `//` passes over.
REACH = 40
#: How many members a list may have, and how many words may follow the number in each.
MEMBERS, TAIL = 20, 5

#: Which manners of saying it a slot takes, by the word before its kind.
_TAKES = {"": MANNERS, "exact": ("exact",), "hedged": ("hedged", "average"), "average": ("average",)}
#: What gaps pass over: times, and places in an order ("the first crash").
_TIMES = "".join(
    LETTER[manner, type_]
    for manner in MANNERS
    for type_ in ("date", "time", "duration", "set", "ordinal", YEAR, MONTH, DAY, AGO)
)
#: A word or a time, but no figure that nobody has read; any word or mark that is no amount.
_PASSED = rf"(?:(?!\d[\d.,]* )\w\S* (?:['’] )?|[{_TIMES}]\S )"
_REACHED = rf"(?:[^\s\ue000-\uf8ff]\S* |[{_TIMES}]\S )"
_COMMA = "(?:, )?"
#: A word that may say what is spoken of.
_WORD = rf"(?!(?:{'|'.join(sorted(COMMON_WORDS))}) )[^\W\d_][\w'’-]{{2,}}?"
#: The end of such a word, which may own what follows: "the hotel", "the hotel's rooms".
_OWNING = r"(?:['’]s?)? "


class PatternError(ValueError):
    """A pattern that cannot be read; says what and, where it can, what was meant."""

    def __init__(self, problem: str, word: str = "", known: Iterable[str] = ()) -> None:
        super().__init__(problem)
        #: The word that is not known, and those that are.
        self.word = word
        self.known = tuple(known)


_LEXEME = regex(
    r"(?P<slot>\{[^{}]*\})|(?P<unless>!(?=[\w(<,{]))|(?P<class><[^<>]*>)|(?P<gap>\.\.\.\d*)|(?P<reach>//)"
    r"|\\(?P<escaped>.)|(?P<mark>[()\[\]|])|(?P<word>[^\s()\[\]|{}<>\\]+)|(?P<space>\s+)|(?P<stray>.)"
)
_SLOT = regex(r"\{\s*(?:([a-z_]\w*)\s*:\s*)?(exact |hedged |average )?\s*([a-z| ]+?)\s*(\+)?\s*\}")

#: Begins nothing: what may be left out, or takes no place. What begins with it may begin with what comes next.
_NOTHING = frozenset({""})


class _Parsed(NamedTuple):
    """A part of a pattern: its expression, what it needs, and the tokens one of which it begins with (None for any)."""

    regex: str
    needs: tuple[frozenset[str], ...] = ()
    begins: frozenset[str] | None = None


class Parser:
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
        #: The places of the groups that read words, by name.
        self.named: dict[str, int] = {}
        self.reach = Reach.SENTENCE
        #: How many mentions what was read so far takes at least.
        self.least = 0

    def pattern(self) -> Pattern:
        """The pattern that the part describes; PatternError if it describes none."""
        regex, needs, begins = self._alternatives()
        if self.at < len(self.lexemes):
            raise PatternError(f"a {self.lexemes[self.at][1]!r} that closes nothing in {self.source!r}")
        return Pattern(
            self.source,
            rf"(?<!\S){regex}",
            tuple(self.slots),
            Demand(rarest_first(needs), self.reach, self.least),
            begins="" if begins is None or "" in begins else " ".join(sorted(begins)),
        )

    def only_shuts_out(self) -> bool:
        """Whether the part is one `!` and what must not stand there, and nothing besides."""
        self.at = 1
        self._part()
        return self.at == len(self.lexemes) and not self.slots

    def _alternatives(self) -> _Parsed:
        """What stands between brackets, or the whole."""
        before = self.least
        options, least = [self._sequence()], [self.least]
        while self._next_is("|"):
            self.at += 1
            self.least = before
            options.append(self._sequence())
            least.append(self.least)
        self.least = min(least)
        if len(options) == 1:
            return options[0]
        expression = _any_of([option.regex for option in options])
        begins = _united(option.begins for option in options)
        if not all(option.needs for option in options):
            return _Parsed(expression, (), begins)
        needs = frozenset().union(*(min(option.needs, key=commonness) for option in options))
        return _Parsed(expression, (needs,), begins)

    def _sequence(self) -> _Parsed:
        parts: list[_Parsed] = []
        while self.at < len(self.lexemes) and not (
            self.lexemes[self.at][0] == "mark" and self.lexemes[self.at][1] in "|)]"
        ):
            parts.append(self._part())
        needs = tuple(need for part in parts for need in part.needs)
        return _Parsed("".join(part.regex for part in parts), needs, _first([part.begins for part in parts]))

    def _part(self) -> _Parsed:
        kind, text = self.lexemes[self.at]
        self.at += 1
        match kind:
            case "word" if text == BEGINS:
                return _Parsed(_BEGINS, (), _NOTHING)
            case "word" | "escaped" | "class":
                self.reach = Reach.NEXT if text == NEXT_SENTENCE else self.reach
                return self._class(text[1:-1]) if kind == "class" else self._words(text)
            case "slot":
                return self._slot(text)
            case "gap" | "reach":
                return _Parsed(self._passed(kind, text))
            case "unless":
                return _Parsed(self._unless(first=self.at == 1), (), _NOTHING)
            case "mark":
                return self._bracket(text)
            case _:
                raise PatternError(f"a stray {text!r} in {self.source!r}")

    def _bracket(self, opening: str) -> _Parsed:
        closing = ")" if opening == "(" else "]"
        least = self.least
        regex, needs, begins = self._alternatives()
        if opening == "[":
            self.least = least
        if not self._next_is(closing):
            raise PatternError(f"a {opening!r} without its {closing!r} in {self.source!r}")
        self.at += 1
        if opening == "(":
            return _Parsed(f"(?:{regex})", needs, begins)
        return _Parsed(f"(?:{regex})?", (), _united((begins, _NOTHING)))

    def _next_is(self, mark: str) -> bool:
        return self.at < len(self.lexemes) and self.lexemes[self.at] == ("mark", mark)

    def _passed(self, kind: str, text: str) -> str:
        """Words that are passed over."""
        if kind == "gap":
            return f"{_COMMA}{_PASSED}{{0,{int(text[3:] or GAP)}}}?"
        self.reach = Reach.NEXT
        return f"{_REACHED}{{0,{REACH}}}?"

    def _passed_over(self, text: str) -> _Parsed:
        """A mention or a word that fills no slot."""
        if text[1:-1].strip() == WORD:
            return _Parsed(f"{_COMMA}{_WORD}{_OWNING}")
        regex, needs, begins = self._slot("{it:" + text[1:])
        if self.slots.pop().is_list:
            raise PatternError(f"a list needs a name: {text}")
        return _Parsed(regex.replace("([", "(?:[", 1), needs, begins)

    def _unless(self, *, first: bool) -> str:
        """What must not stand here: before the pattern, if it comes first, else next."""
        least = self.least
        regex = self._part().regex
        self.least = least
        if not first:
            return f"(?!{regex})"
        words = regex.replace(_COMMA, "").replace("\\ ", " ")
        if not re.fullmatch(rf"(?:[\w '|()?:-]|\[[{''.join(LETTERS)}]+\]\\S)+", words):
            raise PatternError(f"only words can be shut out before a pattern: {self.source!r}")
        options = words.removeprefix("(?:").replace("(?:", "").replace(")", "").split("|")
        return "".join(f"(?<!{option.rstrip()} )" for option in options)

    @staticmethod
    def _words(text: str) -> _Parsed:
        """A word of a pattern, cut as the text is cut."""
        tokens = TOKEN.findall(text.lower())
        lead = "" if tokens[:1] == [","] else _COMMA
        expression = lead + "".join(re.escape(token) + " " for token in tokens)
        return _Parsed(expression, tuple(frozenset({token}) for token in tokens), frozenset(tokens[:1]) or None)

    @staticmethod
    def _class(name: str) -> _Parsed:
        words = WORD_CLASSES.get(name)
        if words is None:
            raise PatternError(f"no class of words is called <{name}>", name, WORD_CLASSES)
        expression = f"{_COMMA}(?:{'|'.join(map(re.escape, words))}) "
        firsts, lasts = (frozenset(word.split()[end] for word in words) for end in (0, -1))
        return _Parsed(expression, (lasts,), firsts)

    def _slot(self, text: str) -> _Parsed:
        read = _SLOT.fullmatch(text)
        if read is None:
            raise PatternError(f"{text} is no slot; one looks like {{total:count}} or {{parts:count+}}")
        if read[1] is None:
            return self._passed_over(text)
        name, manner, kinds, plural = read.groups()
        if kinds == WORD:
            return self._word_slot(name)
        letters = ""
        for kind in kinds.split("|"):
            if kind.strip() not in SLOTS:
                raise PatternError(f"no slot is of kind {kind.strip()!r}", kind.strip(), SLOTS)
            for type_ in SLOTS[kind.strip()]:
                letters += "".join(LETTER[taken, type_] for taken in _TAKES[(manner or "").strip()])
        self.slots.append(Slot(name, kinds, is_list=bool(plural)))
        self.least += 1
        types = frozenset(letters)
        if not plural:
            return _Parsed(f"{_COMMA}([{letters}]\\S) ", (types,), types)
        # "Four are missing, and eight of those rescued are crew": eight are no part beside the four.
        tail = rf"(?:(?!and |plus |or |of those )\w\S* ){{0,{TAIL}}}"
        member = rf"(?:[{letters}]\S |(?:an?|another) (?=\w)){tail}"
        # Without an "and" before the last member the list may have been broken off.
        last = "(?:[,;] )?(?:and |plus |as well as )|; "
        listed = f"{_COMMA}({member}(?:[,;] {member}){{0,{MEMBERS}}}(?:{last}){member})"
        return _Parsed(listed, (types,), types | {"a", "an", "another"})

    def _word_slot(self, name: str) -> _Parsed:
        """A word that says what is spoken of; where it was named before, the same one."""
        if name in self.named:
            return _Parsed(f"{_COMMA}\\{self.named[name]}{_OWNING}")
        self.slots.append(Slot(name, WORD))
        self.named[name] = len(self.slots)
        return _Parsed(f"{_COMMA}({_WORD}){_OWNING}")


def _any_of(options: Sequence[str]) -> str:
    """An expression for any of several, which looks once for the comma that may stand before each."""
    if all(option.startswith(_COMMA) and not option.startswith(_COMMA + _PASSED) for option in options):
        return f"{_COMMA}(?:{'|'.join([option.removeprefix(_COMMA) for option in options])})"
    return f"(?:{'|'.join(options)})"


def _united(begins: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """What one of several begins with."""
    every = list(begins)
    return None if None in every else frozenset().union(*filter(None, every))


def _first(begins: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
    """What a row of parts begins with: with the first of them, and with the next wherever that may be left out."""
    whole = _NOTHING
    for part in begins:
        if part is None:
            return None
        whole = whole - _NOTHING | part
        if "" not in part:
            break
    return whole
