"""What an archive says about one subject, and which names go for one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.align.drafts import family
from factcheck.align.merging import ONE_NAME, SURELY_ONE, Merge, likeness
from factcheck.align.names import canonical, code, folded, usual_stem
from factcheck.align.settings import setting_of
from factcheck.archive.recalling import recalled
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.archive.recalling import Recalled
    from factcheck.archive.store import Store
    from factcheck.model import Claim

#: A surname alone is that of a full name if of all full names with it so many are this one.
MOSTLY = 0.9


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


class Spelling(NamedTuple):
    """Another spelling of a name, how many claims have it, and how sure it is that it is one."""

    name: str
    times: int
    merge: Merge


class About(NamedTuple):
    """What an archive says about a subject."""

    name: str
    #: What most is said of goes first.
    said: tuple[Said, ...]
    #: Other spellings that were taken for the name,
    spellings: tuple[Spelling, ...]
    #: and a surname alone that was not: mostly it is that of somebody else.
    left_out: tuple[Spelling, ...] = ()


def facts_about(store: Store, name: str) -> About:
    """What an archive says about a name, the attributes of which most is said first."""
    by_name: defaultdict[str, list[Recalled]] = defaultdict(list)
    for one in recalled(store.named(code(name))):
        by_name[_likest(name, one.claim)].append(one)
    spelled = [Spelling(other, len(told), likeness(name, other)) for other, told in by_name.items()]
    spelled = sorted((one for one in spelled if one.merge.score >= ONE_NAME), key=lambda one: (-one.times, one.name))
    left_out = tuple(one for one in spelled if _is_surname(one, name) and not _is_mostly(name, by_name))
    spellings = tuple(one for one in spelled if one not in left_out)
    labels: defaultdict[tuple[str, str], list[Recalled]] = defaultdict(list)
    for told in (told for spelling in spellings for told in by_name[spelling.name]):
        labels[told.claim.label, family(told.claim.mention)].append(told)
    said = [Said(label, tuple(sorted(told, key=_since))) for (label, _), told in labels.items()]
    return About(
        name,
        tuple(sorted(said, key=lambda one: (-len(one.told), one.label))),
        tuple(one for one in spellings if one.merge.score < 1),
        left_out,
    )


def _is_surname(spelling: Spelling, name: str) -> bool:
    """Whether a spelling is a full name's last words alone, which may be anybody's of that name."""
    return spelling.merge.score < SURELY_ONE and len(canonical(spelling.name).split()) < len(canonical(name).split())


def _is_mostly(name: str, by_name: Mapping[str, Sequence[Recalled]]) -> bool:
    """Whether a full name is what nearly all claims have in full that have its surname."""
    surname = canonical(name).rpartition(" ")[2]
    full = {other: len(told) for other, told in by_name.items() if canonical(other).endswith(f" {surname}")}
    ours = sum(times for other, times in full.items() if likeness(name, other).score >= ONE_NAME)
    return ours >= MOSTLY * sum(full.values())


def _likest(name: str, claim: Claim) -> str:
    """Of the names around a claim the one that is most like a name; if none is, one with its surname; or ""."""
    setting = setting_of(claim)
    names = (*setting.names, *setting.about, *sorted(claim.subject))
    surname = canonical(name).rpartition(" ")[2]
    return max(names, key=lambda one: (likeness(name, one).score, one.endswith(f" {surname}"), one), default="")


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
    if not set(ours).isdisjoint(theirs) or not set(map(folded, ours)).isdisjoint(map(folded, theirs)):
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
