"""What two articles tell of the same names: which of it is held against which, and whether both tell of one occasion."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from factcheck.align.merging import may_be_one_name
from factcheck.align.names import canonical, code, sound
from factcheck.align.narrowings import are_of_two_rounds
from factcheck.judge.checks.across.stories.two_stories import of_two_stories
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from factcheck.model import Document, Sentence, Span

    Told = TypeVar("Told")

#: Of what one name leads to, no more is compared with each other.
CROWDED = 60
#: These tell of another than the one that is spoken of without them.
_ANOTHER = regex(
    r"\b(?:another|earlier|previous|previously|second|third|new|other|separate|separately|different|former|formerly|old|rival|first|last year|years ago|next)\b"
)
_YEAR = regex(r"\b(?:19|20)\d\d\b")
#: Behind the name of a club, these tell of another team of it.
_OTHERS = frozenset("women ladies men reserves juniors youth ii iii b u18 u19 u20 u21 u23 academy".split())


def keys_of(name: str) -> set[str]:
    """What a name is looked up by: the sounds of its first word and its last, and its first letters."""
    words = name.split()
    letters = "".join(word[0] for word in words if word[0].isupper()).lower()
    return {sound(words[0]), code(name), letters if len(words) > 2 else canonical(name)}


def is_called(one: str, other: str) -> bool:
    """Whether two names are one, or one is the beginning of the other: "Tarnby" and "Tarnby United"."""
    shorter, longer = sorted((one, other), key=len)
    if longer.rpartition(" ")[2].lower() in _OTHERS:
        return one == other
    return longer.startswith(f"{shorter} ") or may_be_one_name(one, other)


def of_two_articles(together: Iterable[list[Told]], where: Callable[[Told], Span]) -> Iterator[tuple[Told, Told]]:
    """Every two of different articles that stand together, once, in the order of the articles."""
    seen: set[tuple[int, int]] = set()
    for some in together:
        some.sort(key=lambda told: (where(told).document.name, where(told).start))
        for one, other in combinations(some[:CROWDED], 2):
            if (id(one), id(other)) not in seen and where(one).document is not where(other).document:
                seen.add((id(one), id(other)))
                yield one, other


def are_apart(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Whether both tell some, and none of them is the same."""
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def of_two_occasions(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences tell of two of a kind: of an earlier one, of another round or year, or in articles of two stories."""
    return (
        _is_of_another(one) is not _is_of_another(other)
        or are_of_two_rounds(one, other)
        or _tells_of_year_of_its_own(one, other.document)
        or _tells_of_year_of_its_own(other, one.document)
        or of_two_stories(one.document, other.document)
    )


def _is_of_another(sentence: Sentence) -> bool:
    """Whether a sentence speaks of another than the one that is spoken of elsewhere: "an earlier pact"."""
    return _ANOTHER.search(sentence.text.lower()) is not None


def _tells_of_year_of_its_own(sentence: Sentence, other: Document) -> bool:
    """Whether a sentence tells of a year of which another article does not speak."""
    published = other.published
    known = other.text if published is None else f"{other.text} {published.year}"
    return any(year not in known for year in _YEAR.findall(sentence.text))
