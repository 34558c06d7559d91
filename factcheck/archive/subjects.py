"""What an archive says about one subject, and which names go for one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.align.drafts import family
from factcheck.align.merging import ONE_NAME, Merge, likeness
from factcheck.align.names import canonical, code, folded, usual_stem
from factcheck.align.settings import setting_of
from factcheck.archive.recalling import recalled
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.archive.recalling import Recalled
    from factcheck.archive.store import Store
    from factcheck.model import Claim


def subject_codes(claim: Claim) -> tuple[str, ...]:
    """What a claim is found by: the names of its sentence, or if it has none the first of its article, and its subject."""
    setting = setting_of(claim)
    names = setting.names or setting.about[:1]
    subject = map(usual_stem, sorted(claim.subject)) if claim.has_own_subject else ()
    return tuple(dict.fromkeys([*map(code, names), *subject]))


# --- one subject --------------------------------------------------------------------


class Said(NamedTuple):
    """What is said of one thing about a subject, from the first to the last."""

    #: The attribute as a reader would say it: "killed", "population".
    label: str
    told: tuple[Recalled, ...]


class About(NamedTuple):
    """What an archive says about a subject."""

    name: str
    said: tuple[Said, ...]
    #: Other spellings that were taken for the name, with how often, and why.
    spellings: tuple[tuple[str, int, Merge], ...]


def facts_about(store: Store, name: str) -> About:
    """What an archive says about a name, the attributes of which most is said first."""
    labels: defaultdict[tuple[str, str], list[Recalled]] = defaultdict(list)
    spelled: defaultdict[str, int] = defaultdict(int)
    for one in recalled(store.named(code(name))):
        spelling, merge = _likest(name, one.claim)
        if merge.score >= ONE_NAME:
            labels[one.claim.label, family(one.claim.mention)].append(one)
            spelled[spelling] += 1
    said = [Said(label, tuple(sorted(told, key=_since))) for (label, _), told in labels.items()]
    merged = ((spelling, times, likeness(name, spelling)) for spelling, times in spelled.items())
    return About(
        name,
        tuple(sorted(said, key=lambda one: (-len(one.told), one.label))),
        tuple(sorted((other for other in merged if other[2].score < 1), key=lambda other: (-other[1], other[0]))),
    )


def _likest(name: str, claim: Claim) -> tuple[str, Merge]:
    """Of the names around a claim the one that is most like a name, and how like it is."""
    setting = setting_of(claim)
    names = (*setting.names, *setting.about, *sorted(claim.subject))
    found = ((spelling, likeness(name, spelling)) for spelling in names)
    return max(found, key=lambda one: (one[1].score, one[0]), default=("", Merge(0.0, "")))


def _since(one: Recalled) -> tuple[object, ...]:
    return one.row.day or 0, one.row.name, one.claim.mention.start


# --- one name -----------------------------------------------------------------------


class Explained(NamedTuple):
    """Why two names go for one, or do not, step by step."""

    steps: tuple[tuple[str, str, str], ...]
    merge: Merge

    @property
    def is_one(self) -> bool:
        """Whether they go for one."""
        return self.merge.score >= ONE_NAME


def names_explained(one: str, other: str) -> Explained:
    """What becomes of two names before they are compared, and what comes of comparing them."""
    steps = (
        ("in plain small letters", folded(one), folded(other)),
        ("by its usual name", canonical(one), canonical(other)),
        ("looked up as", code(one), code(other)),
    )
    return Explained(steps, likeness(one, other))


class Rest(NamedTuple):
    """Two spellings that a finding takes for one name."""

    one: str
    other: str
    merge: Merge


def resting_on(claim: Claim, others: Sequence[Claim]) -> Rest | None:
    """What a finding between claims rests on if they have no name in common that is written alike."""
    found = [rest for other in others if (rest := _shared(claim, other))]
    return min(found, key=lambda rest: (rest.merge.score, rest.one, rest.other), default=None)


def _shared(claim: Claim, other: Claim) -> Rest | None:
    """The spellings, most alike, of a name that two claims share; None where they share one to the letter, or none."""
    ours, theirs = _names(claim), _names(other)
    if set(map(folded, ours)) & set(map(folded, theirs)):
        return None
    by_code: defaultdict[str, list[str]] = defaultdict(list)
    for name in theirs:
        by_code[code(name)].append(name)
    pairs = [Rest(name, like, likeness(name, like)) for name in ours for like in by_code[code(name)]]
    return max(pairs, key=lambda rest: (rest.merge.score, rest.one, rest.other), default=None)


def _names(claim: Claim) -> tuple[str, ...]:
    setting = setting_of(claim)
    subject: Iterable[str] = sorted(claim.subject) if claim.has_own_subject else (*setting.names, *setting.about)
    return tuple(dict.fromkeys(subject))
