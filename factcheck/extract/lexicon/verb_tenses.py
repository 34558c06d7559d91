"""Words that tell whether a sentence speaks of what was or of what is to come."""

from __future__ import annotations

#: Auxiliaries, plans and duties: what they lead to lies ahead.
AHEAD = frozenset(
    "will ll wo shall must going plans planning expected expects expect scheduled due hopes hope hoping intends intend "
    "intended supposed slated upcoming likely forthcoming begins starts opens expires takes resumes ready aims ends "
    "payable would starting effective planned scheduled slated meet meets arrives travels convenes".split()
)
#: Of these, what makes a future of the whole clause.
FUTURE = frozenset({"will", "ll", "shall"})
#: Words behind which a past form describes a thing ("a rigged vote"), and adverbs between both.
ARTICLES = frozenset({"a", "an", "the"})
STILL = frozenset({"still", "not", "yet", "most", "now"})
#: Past forms that do not end in -ed.
BACK = frozenset(
    "said was were had did told went came took made gave got found left began rose fell grew won lost met saw became kept "
    "held brought wrote stood led spoke sent paid sold bought built broke shot struck hit killed died fled set cut "
    "put let quit shut spent flew drove ran sat knew thought felt heard drew chose swept threw read been has have "
    "blew hung sank fought caught taught sought dealt laid rode shook woke wore tore stole froze sang rang".split()
)
#: Words behind which a form is an infinitive or a passive, whose tense they carry.
BEFORE_INFINITIVES = frozenset("to be will would may might can could shall should must".split())
#: Words between which and an infinitive lies a plan ("is to resume", "agreed to leave").
PLANS = frozenset(
    "is are plan plans planned set due about ready want wants hopes expected scheduled decided agreed promised vowed "
    "pledged supposed able likely refuses".split()
)
#: Words straight before a time that is still to come.
LIMITS = frozenset({"until", "till", "by"})
#: What "for" before a time leads to when it is still to come ("a hearing set for March 3").
SET_FOR = frozenset(
    "set scheduled planned slated due called expected billed ready booked fixed date deadline target timetable hearing "
    "meeting election elections vote summit trial launch reserved advance".split()
)
#: Verbs by which what a limit ends is over ("until Thursday, they had not …").
OVER = frozenset({"had", "was", "were", "did"})
#: Words between two "as" before a time that is still to come ("as early as Tuesday").
SOONEST = frozenset({"early", "soon"})
