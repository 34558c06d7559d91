"""The block keys of a claim: two claims of different articles are only compared if they share one.

A key is made of plain strings and a number, so that an archive can hash it. It is
made for a pile in which a million articles lie: the subject is a name wherever one
is told, and what happened to people is looked up by its day too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.align.drafts import family
from factcheck.align.names import code, usual_stem
from factcheck.align.senses import same_attribute
from factcheck.align.settings import setting_of
from factcheck.attach.attributes import GATHERED
from factcheck.attach.fates import FATES, SOME_OF
from factcheck.attach.words import stem
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.model import Claim

#: No claim has more keys than this.
MOST = 3
#: Reports of one event are about the same if they lie within half as many days.
STRETCH = 16
#: Attributes that are tolls of an event: the same names have another toll on another day.
TOLLS = frozenset((*FATES.values(), *SOME_OF))
#: What an event has once: its tolls, how strong it was, and who came.
OF_EVENTS = TOLLS | GATHERED.keys() | {stem("magnitude")}


class Key(NamedTuple):
    """What a claim is looked up by, in plain types."""

    #: The sound of a name's last word; of a nameless claim, a telling word.
    subject: str
    attribute: str
    #: What the amount can be compared with: "count", "money", "[length]", "date".
    dimension: str
    #: How finely the time is cut: "" (not at all), "16 days", "16 days, shifted".
    grain: str = ""
    #: Which stretch of time of that grain; 0 where it is not cut.
    bucket: int = 0

    @property
    def timeless(self) -> Key:
        """The same key for articles of which some have no date."""
        return self._replace(grain="", bucket=0)


def keys(claim: Claim, called: Mapping[str, str] | None = None) -> tuple[Key, ...]:
    """At most three keys, the most telling first; none for what is about nothing that words tell.

    `called` maps a canonical name to the one that it is a spelling of (see
    `names.clusters`), where the names of a pile were gathered.
    """
    if not claim.attribute:
        return ()
    subjects = list(dict.fromkeys(_subjects(claim, called or {})))[:MOST]
    attribute, dimension = same_attribute(claim.attribute), family((claim.base or claim).mention)
    day = as_of(claim) if same_attribute(claim.attribute) in OF_EVENTS or not _is_named(claim) else None
    if day is None:
        return tuple(Key(subject, attribute, dimension) for subject in subjects)
    # The first subject stands in two stretches that overlap, so that no edge hides its neighbour.
    grains = [(subject, f"{STRETCH} days", day // STRETCH) for subject in subjects]
    grains[1:1] = [(subject, f"{STRETCH} days, shifted", (day + STRETCH // 2) // STRETCH) for subject in subjects[:1]]
    return tuple(Key(subject, attribute, dimension, grain, bucket) for subject, grain, bucket in grains[:MOST])


def as_of(claim: Claim) -> int | None:
    """The day, as an ordinal, that a claim speaks of: the one its sentence names, or else the day of publication."""
    days = [word.removeprefix("days:").split("-") for word in claim.scope if word.startswith("days:")]
    single = sorted(int(first) for first, end in days if int(end) - int(first) == 1)
    published = claim.mention.document.published
    return single[-1] if single else published.toordinal() if published else None


def _subjects(claim: Claim, called: Mapping[str, str]) -> Iterator[str]:
    """What a claim may be looked up under, the most telling first."""
    if claim.has_own_subject:
        # "The Tarn bridge opened" is about the Tarn; of "the bridge opened" no more is known.
        words = claim.subject & claim.names or claim.subject
        yield from (usual_stem(called.get(word, word)) for word in sorted(words, key=lambda word: (-len(word), word)))
        return
    setting = setting_of(claim)
    article, sentence = setting.about, setting.names
    if same_attribute(claim.attribute) in OF_EVENTS:
        # What everyone who tells of the event names; who says so is in one of them only.
        order = (*(name for name in article if name in sentence), *article, *sentence)
    else:
        order = (*sentence[: MOST - 1], *article, *sentence)
    yield from (code(called.get(name, name)) for name in order)
    if not order:
        yield from sorted(claim.context, key=lambda word: (-len(word), word))


def _is_named(claim: Claim) -> bool:
    setting = setting_of(claim)
    return claim.has_own_subject or bool(setting.about or setting.names)
