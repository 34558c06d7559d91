"""Words that end in a stop without ending a sentence, by what may follow them.

Each is written without its last stop, in the case in which newspapers print it.
"""

from __future__ import annotations

from factcheck.regexes import regex

#: A name follows: "Gov. Pavlo Kyrylenko", "St. Louis". They never end a sentence.
TITLES = frozenset(
    """
    Adm Amb Asst Atty Bros Brig Capt Cmdr Col Comdr Cpl Dep Det Dir Dr Drs Ens Fr Ft Gen Gov Govs Hon Insp Lt Maj Messrs
    Mgr Mlle Mme Mr Mrs Ms Msgr Mt Mx Ofc Pfc Pres Prof Profs Pvt Rep Reps Rev Sec Secy Sen Sens Sgt Sgts Spc Ssgt St
    Supt Treas Vice vs v cf viz Det Attys Gens Rt DR GEN GOV MR MRS MS REP SEN ST
    """.split()
)

#: A number follows: "No. 5", "pp. 12-14", "Rs. 500". They end a sentence before anything else.
BEFORE_NUMBERS = frozenset(
    """
    Art Ch Fig Figs No Nos Op Pg Re Rs Sec Secs Tel Vol Vols approx art b c ca ch circa d est fig figs no nos op p para pg
    pp rs sec tel vol vols ver
    """.split()
)

#: A day or a name follows ("Feb. 24", "Feb. and"), or a sentence that starts like one.
MONTHS = frozenset(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun".split()
)

#: A sentence ends after them when the next one starts like one ("in the U.S. The", not "the U.S. Senate").
DOUBTFUL = frozenset(
    """
    Ave Assn Assoc Blvd Bldg Co Corp Cos Cie Dept Dist Div Esq Est Fed Govt Gov't Hwy Inc Int'l Intl Jr Ltd Mfg Natl
    Nat'l Pty Rd Sr Ste Univ al anon cu dept e.g eg esp etc ft gal hr hrs i.e ie incl lb lbs max mfg mi min mins
    mph oz sq Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ont
    Ore Pa Penn Que Tenn Tex Va Vt Wash Wis Wyo Ph.D PhD M.D B.A M.A
    """.split()
)

#: The clock before noon and after: a sentence ends after them unless a day or a time zone follows.
CLOCK = frozenset(["a.m", "p.m", "A.M", "P.M", "am", "pm"])
AFTER_CLOCK = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun January February
    March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov
    Dec ET EST EDT CT CST CDT MT MST MDT PT PST PDT AKST HST GMT UTC BST CET CEST IST EET EEST MSK JST AEST AEDT Eastern
    Central Mountain Pacific Greenwich Christmas Easter Thanksgiving New
    """.split()
)

#: Words that a sentence starts with and a name does not.
STARTERS = frozenset(
    """
    A About According Additionally After Again All Also Although Among An And Another Any Are As At Because Before Both But By Can Could
    Despite Did Do Does During Each Earlier Even Every Few For From Had Has Have He Her Here His How However I If In
    Indeed Instead Is It Its Just Last Later Many May Maybe Meanwhile More Moreover Most Much My Nearly Neither
    Nevertheless Next No Nobody Nor Not Nothing Now Of On Once One Only Or Other Others Our Over Perhaps Recently Several
    She Should Since So Some Still Such Than That The Their Then There These They This Those Though Through Thus To
    Today Two Under Unless Until Was We Were What When Where Whether Which While Who Why Will With Within Without Would
    Yes Yesterday Yet You Your It's He's She's I'm We're They're That's There's It’s He’s She’s I’m We’re They’re That’s
    There’s Don't Don’t Didn't Didn’t
    """.split()
)

#: After a question in quotation marks, a verb like these shows that the sentence goes on ("Why?" Smith asked).
SAYING = frozenset(
    """
    said says asked asks wrote writes tweeted added adds told shouted continued quipped joked exclaimed
    declared demanded wondered recalled posted yelled cried chanted
    """.split()
)

_DOTTED = regex(r"(?:[^\W\d_]\.)+[^\W\d_]")
_ABBREVIATIONS = TITLES | BEFORE_NUMBERS | CLOCK | DOUBTFUL | MONTHS | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
#: No abbreviation in the tables is longer, so no more is looked at before a stop.
LONGEST_ABBREVIATION = 12


def is_abbreviation(word: str) -> bool:
    """Whether a word, written without its last stop, may have had one without ending a sentence."""
    return word in _ABBREVIATIONS or _DOTTED.fullmatch(word) is not None


def word_before(text: str, start: int, at: int) -> str:
    """The word that ends at an offset, no farther back than another; "" where there is none."""
    words = text[max(start, at - LONGEST_ABBREVIATION) : at].split()
    return words[-1].lstrip("\"'“‘«„([—–-") if words else ""
