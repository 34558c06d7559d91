"""A figure of a headline or of its text, and what the words round it tell of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.attach.fates import FATES
from factcheck.attach.words import EMPTY, stem, words_of
from factcheck.judge.agreement import gap
from factcheck.model import COUNTED, Bound, Kind
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.model import Mention, Quantity, Sentence

#: A headline rounds by no more than this share, and a hedge leaves room for so much.
ROUNDED, LOOSE = Decimal("0.05"), Decimal("0.2")
#: "A third" is said of a share that many points away.
SHARE_IN_WORDS = Decimal(5)
HUNDRED = 100
#: Behind a number: what it is out of.
_OF_WHOLE = regex(r"(?: [a-z]+)? (?:out )?of (?:the |its |their |all )?(\d[\d,]*)\b")
#: In the clause of a length of time these say that it is another: "the last time they took 26 months".
_OF_ANOTHER_TIME = regex(
    r"[^.!?\n]*\b(?:last|previous(?:ly)?|earlier|before|next|another|other|first|second|third|ago|record|usual(?:ly)?|average|ever|took|since|already|instead|not|only|aged"
    r"|(?:1[89]|20)\d\d)\b"
)
#: A word and a preposition before a length of time: "jailed for six years".
_DONE_FOR = regex(r"\b([a-z]+) (for|by|after|in|within)(?: (?:about|nearly|almost|over|more than|up to))? $")


class Figure(NamedTuple):
    """A figure of the headline or of the text, and where it stands."""

    mention: Mention
    quantity: Quantity
    #: The headline, or the sentence of the lead; None for the rest of the text.
    sentence: Sentence | None
    kind: Kind
    value: Decimal
    #: How coarsely it is told, in units.
    step: Decimal

    @classmethod
    def of(cls, mention: Mention, quantity: Quantity, sentence: Sentence | None) -> Figure:
        """The figure of a mention; a share in words ("seven out of 10") is one in per cent."""
        if mention.kind in COUNTED and 0 < quantity.value < 1:
            return cls(mention, quantity, sentence, Kind.PERCENTAGE, HUNDRED * quantity.value, SHARE_IN_WORDS)
        return cls(mention, quantity, sentence, mention.kind, quantity.value, quantity.step)

    @property
    def done_for(self) -> tuple[str, str] | None:
        """The word and the preposition before a length of time: "jail", "for"."""
        if self.kind is not Kind.DURATION or self.sentence is None:
            return None
        done = _DONE_FOR.search(self.mention.document.text.lower(), self.sentence.start, self.mention.start)
        return (stem(done[1]), done[2]) if done and done[1] not in EMPTY else None

    @property
    def is_of_another_time(self) -> bool:
        """Whether the words before it and behind it say that it is of another time, or of something else."""
        text, start = self.mention.document.text, self.mention.start
        return _OF_ANOTHER_TIME.match(text, max(text.rfind(end, 0, start) for end in (". ", "\n")) + 1) is not None

    @property
    def whole(self) -> str:
        """What it is said to be out of, as printed: "120" of "71 of the 120 wards"."""
        out_of = _OF_WHOLE.match(self.mention.document.text, self.mention.end)
        return out_of[1] if out_of else ""

    @property
    def led_up_to(self) -> str:
        """The stem of the last telling word before it in its sentence: "pay" of "pays $3m", "school" of "the school for $6m"."""
        assert self.sentence is not None  # noqa: S101 - as below
        before = [word for word in words_of(self.sentence) if word.end <= self.mention.start and not word.empty]
        return before[-1].stem if before else ""

    @property
    def telling(self) -> frozenset[str]:
        """The stems of what its sentence tells, where the dead and a toll are one."""
        assert self.sentence is not None  # noqa: S101 - only those of the headline and the lead are asked
        return frozenset(FATES.get(word.stem, word.stem) for word in words_of(self.sentence) if not word.empty)

    def is_like(self, other: Figure) -> bool:
        """Whether both count, or both measure in one unit."""
        if self.kind in COUNTED:
            return other.kind in COUNTED or other.kind is Kind.AGE
        return self.kind is other.kind and (self.kind is Kind.PERCENTAGE or self.unit == other.unit)

    @property
    def unit(self) -> str:
        """What it counts, or is measured in."""
        return self.quantity.measure

    def may_be(self, other: Figure) -> bool:
        """Whether both may be of one thing: questions are no reasons, and of ages there are many."""
        both_counted = self.kind is other.kind is Kind.COUNT
        return Kind.AGE not in {self.kind, other.kind} and (not both_counted or self.unit == other.unit)

    def is_said_by(self, text: Figure) -> bool:
        """Whether a figure of the text is this one, which may round it."""
        return abs(text.value - self.value) < self.step or gap(text.value, self.value) <= ROUNDED

    def has_room_in(self, text: Figure) -> bool:
        """Whether a hedge on either side leaves room for the other."""
        hedged = {text.quantity.bound, self.quantity.bound} != {Bound.EXACT}
        return hedged and gap(text.value, self.value) <= LOOSE
