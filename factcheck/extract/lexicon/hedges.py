"""Words before or behind a number that widen it, and how far. A new hedge is one line here."""

from __future__ import annotations

from factcheck.model import Bound
from factcheck.nouns import NamedTuple


class Hedge(NamedTuple):
    """Which side a hedge leaves open, and what it makes of the number: `lower` and `upper` times it (None: no end)."""

    bound: Bound
    lower: str
    upper: str | None


ABOUT = Hedge(Bound.ABOUT, "0.9", "1.1")
NEARLY = Hedge(Bound.BELOW, "0.88", "1")
JUST_OVER = Hedge(Bound.ABOVE, "1", "1.12")
EXACTLY = Hedge(Bound.EXACT, "1", "1")
MORE = Hedge(Bound.ABOVE, "1", None)
LESS = Hedge(Bound.BELOW, "0", "1")

#: What makes a small step of "over" or "under".
_LITTLE = (
    "a touch",
    "a shade",
    "a whisker",
    "a fraction",
    "a bit",
    "a tad",
    "a hair",
    "fractionally",
    "marginally",
    "somewhat",
)

BEFORE = {
    **dict.fromkeys(("exactly", "precisely"), EXACTLY),
    **dict.fromkeys(
        ("about", "around", "some", "roughly", "approximately", "circa", "ca", "ca.", "an estimated", "estimated",
         "an average of", "on average", "somewhere around", "in the region of", "in the order of", "something like",
         "approx", "approx.", "~", "≈", "more or less", "give or take", "maybe", "perhaps", "a reported", "barely", "scarcely",
         "almost exactly", "nearly exactly", "in the neighborhood of", "in the neighbourhood of", "in the vicinity of",
         "on the order of", "of the order of", "more like", "closer to", "nearer", "nearer to", "just about", "an approximate", "probably", "possibly"),
        ABOUT,
    ),
    **dict.fromkeys(
        ("nearly", "almost", "close to", "just under", "just below", "approaching", "near", "slightly less than",
         "a little under", "a little less than", "slightly under", "just shy of", "just short of", "nearing",
         "slightly below", "little less than", "virtually", "not quite", "practically", "pretty much", "nigh on", "not far off",
         "getting on for", "the best part of", "the better part of", "just south of", "slightly fewer than", "just less than", "just fewer than",
         *(f"{little} {under}" for little in _LITTLE for under in ("under", "below", "less than", "fewer than"))),
        NEARLY,
    ),
    **dict.fromkeys(
        ("just over", "just above", "slightly more than", "slightly over", "a little over", "a little more than",
         "slightly above", "little more than", "just north of",
         *(f"{little} {over}" for little in _LITTLE for over in ("over", "above", "more than"))),
        JUST_OVER,
    ),
    **dict.fromkeys(
        ("more than", "over", "over than", "above", "upwards of", "upward of", "in excess of", "exceeding", "exceeded",
         "at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "minimum of",
         "well over", "well above", "well more than", "far more than", "far over", "much more than", "as few as", "as little as",
         "greater than", "higher than", "larger than", "bigger than", "longer than", "older than", "taller than", "deeper than", "heavier than", "wider than", "faster than", "topping", "better than",
         "topped", "north of", "as low as", "exceed", "exceeds", "surpassing", "surpassed", "a minimum", "minimum", "at a minimum",
         "nothing less than", "no lower than", "no smaller than", "no younger than", "as early as", "as young as", "as small as", ">", "≥"),
        MORE,
    ),
    **dict.fromkeys(
        ("up to", "as many as", "as much as", "as high as", "as long as", "at most", "no more than", "not more than",
         "a maximum of", "maximum of", "fewer than", "less than", "under", "below", "lower than", "smaller than", "younger than", "shorter than",
         "far fewer than", "far less than", "well under", "well below", "much less than", "as far as", "<", "≤", "no higher than",
         "no longer than", "south of", "no greater than", "no larger than", "not exceeding", "up to and including", "a maximum",
         "maximum", "max.", "less than or equal to", "no older than", "no bigger than", "as old as", "as late as", "as large as", "as big as", "as tall as"),
        LESS,
    ),
}  # fmt: skip

#: What is told of something: "about" behind these hedges no number.
TELLS = frozenset(
    "question questions talk talks talking talked ask asks asked asking story stories concern concerns concerned worry worries "
    "worried information complain complained complaints joke joked jokes debate details book film doubts facts lies lied news".split()
)
#: Behind these "up to" tells where something got to: "the fee went up to £80".
MOVED = frozenset(
    "went gone going crept creeping edged edging inched inching moved shot ticked jumped pushed bumped".split()
)
#: Behind these "over" tells where something lies: "spread over 300 square miles".
LAID = frozenset("spread scattered strewn dotted sprawled dispersed staggered".split())
#: Verbs that, denied, leave the other side open ("has not exceeded").
DENIABLE = frozenset("exceed exceeded exceeds topped surpassed".split())
#: What still hedges a number in front of "a" ("at least a 10-point lead"); most others lead to a thing there.
THROUGH_ARTICLE = frozenset(
    ("at least", "almost", "nearly", "more than", "less than", "roughly", "approximately", "up to")
)

#: Behind the number, a hyphen or a space before them.
BEHIND = {
    "or so": ABOUT, "-odd": ABOUT, "-some": ABOUT, "ish": ABOUT, "-ish": ABOUT, "or thereabouts": ABOUT, "or more": MORE, "+": MORE,
    "-plus": MORE, "or fewer": LESS, "or less": LESS, "and up": MORE, "or above": MORE, "or over": MORE, "and counting": MORE,
    "or older": MORE, "and older": MORE, "or younger": LESS, "and younger": LESS, "or higher": MORE, "or greater": MORE,
    "or lower": LESS, "or below": LESS, "and a bit": MORE, "-and-a-bit": MORE,
}  # fmt: skip

#: What is added by "plus" and not hedged ("£30 plus costs").
ADDED = ("its", "his", "this", "was", "taxes", "costs", "fees", "expenses", "bonuses", "benefits")

#: Behind the number where a clause ends; elsewhere they lead to the next ("nine men at least two of whom").
BEHIND_AT_END = {
    "at least": MORE, "at the least": MORE, "at a minimum": MORE, "minimum": MORE, "at most": LESS, "at the most": LESS,
    "maximum": LESS, "max": LESS, "tops": LESS, ", give or take": ABOUT, "and over": MORE, "and above": MORE, "and more": MORE,
    "and under": LESS, "and below": LESS, "or under": LESS,
}  # fmt: skip
