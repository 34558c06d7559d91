"""Words that only tell who says so ("…, officials said on Monday."), which a pattern need not read."""

from __future__ import annotations

from factcheck.regexes import regex

#: Words without which a sentence attributes nothing.
SAYING = frozenset("said says say told reported reports announced confirmed added estimated wrote according".split())

#: A word of a skeleton; one that may begin a speaker's name; a word or a mention.
_WORD = r"[^\W\d_]\S* "
_SPEAKER = (
    r"(?!(?:and|or|but|who|whom|which|that|as|when|while|where|though|although|if|because|since|so|yet|than) )" + _WORD
)
#: A word of a speaker's name: a verb says that a clause is what is said, "said the last show would be".
_NAMED = r"(?!(?:would|will|was|were|is|are|had|has|have|could|should|may|might|must) )" + _WORD
_ANY = rf"(?:{_WORD}|[\ue000-\uf8ff]\S )"
_SAID = r"(?:said|says|say|told (?:reporters|journalists|the \w+)|reports?|reported|announced|confirmed|added|estimated|wrote) "
_WHEN = rf"(?:(?:on|in|at|late|early|earlier|this|by|through|during|to|[\ue000-\uf8ff]\S) {_ANY}{{0,6}})?"
#: The comma that ends it goes too, but not before an amount: "the firm, it said, grew", "nine died, it said, six men".
_ATTRIBUTION = regex(
    rf", (?:{_SPEAKER}(?:{_WORD}){{0,5}}?{_SAID}{_WHEN}|said (?!(?:they|he|she|it|we|i|there|no|yes) ){_SPEAKER}(?:{_NAMED}){{0,5}}?{_WHEN}|according to {_ANY}{{1,8}}?)"
    r"(?:(?=[.;])|(?=, [\ue000-\uf8ff])|, )"
)


#: "Police said 11 were men": what a sentence opens with.
_OPENING = regex(
    rf"^(?:the |a |an )?{_SPEAKER}(?:(?!{_SAID}){_WORD}){{0,3}}(?:also |later )?(?:(?:said|says|reported|announced|confirmed) (?:that )?|added that )(?=[\ue000-\uf8ff]\S )"
)


def without_attributions(text: str) -> str:
    """The text of a skeleton without what only tells who says so."""
    return _OPENING.sub("", _ATTRIBUTION.sub("", text))
