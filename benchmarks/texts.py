"""Texts to measure on: articles as dense in numbers as the news, and texts that are meant to be slow."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from factcheck.rulebook import default_rulebook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: What stands between the sentences with numbers; published news has a number or date every two hundred letters.
FILLER = """
The council met behind closed doors and said little to the reporters who waited on the stairs.
Residents who had feared the worst began to return to their homes along the river.
“We knew that the bridge was old, but nobody told us that it was unsafe,” the engineer said.
A spokeswoman for the ministry declined to comment on the inquiry, which is still under way.
The company, which makes pumps and valves for the mining industry, did not answer questions.
Opposition parties called the plan reckless and promised to vote against it in parliament.
Farmers in the valley have complained for years about the state of the road to the market.
The museum will show paintings that had been thought lost when the old palace burned down.
Police closed the street while investigators looked for traces of the vehicle.
Nobody was hurt, although the roof of the sports hall gave way under the weight of the snow.
Her lawyer argued that the witness could not have seen the entrance from where he stood.
The ferry company apologised to passengers and blamed the fog for the delays.
Teachers say that pupils learn better when lessons begin later in the morning.
The airline and its pilots agreed to resume talks about working hours and pensions.
Scientists warned that the glacier is melting faster than the models had foreseen.
Traders pointed to the weather, to the strength of the currency and to rumours of a merger.
""".strip().splitlines()
#: Numbers and dates in a thousand letters of published news (counted in a hundred articles of 5,900 letters).
NEWS = 4.75
#: How many of these sentences follow a passage with numbers, so that the made-up articles have as many.
FILLERS = 8
#: How long the articles are, in letters.
ARTICLE = 4_000


def articles(letters: int) -> list[str]:
    """Made-up articles, the same every time: what the rules' examples say rightly, among sentences without numbers.

    Published articles are right nearly everywhere, and to word a finding takes longer than to find that there is none.
    """
    random = Random(4)  # noqa: S311 - nothing is to be kept secret
    said = [
        passage.text
        for rule in default_rulebook().rules
        for example in rule.examples
        for passage in example.passages
        if example.verdict == "accepted"
    ]
    written: list[str] = []
    while sum(map(len, written)) < letters:
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < ARTICLE:
            paragraphs.append(" ".join([random.choice(said), *random.sample(FILLER, FILLERS)]))
        written.append("\n\n".join(paragraphs))
    return written


def repeated(words: str) -> Callable[[int], str]:
    """The words again and again, up to so many letters."""
    return lambda letters: (words * (letters // len(words) + 1))[:letters]


def nested(opening: str, closing: str) -> Callable[[int], str]:
    """A number in brackets in brackets."""
    return lambda letters: opening * (letters // 2) + " 12 men " + closing * (letters // 2)


def days(letters: int) -> str:
    """ISO dates, one day after the other."""
    return "".join(_days(letters))[:letters]


def _days(letters: int) -> Iterator[str]:
    for number in range(letters // 11 + 1):
        yield f"{1990 + number // 336 % 60}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02} "


def numbers(letters: int) -> str:
    """Counts, each another one."""
    return " ".join(f"{number} people" for number in range(10, letters // 11))[:letters]


#: The texts that are read up to a megabyte long; the others are repetitions that no article has at length.
LONG = (
    "500 digits, a space",
    "“1 ”",
    "“1,”",
    "“one ”",
    "“may ”",
    "“5 km ”",
    "“last week ”",
    "ISO dates",
    "nested brackets",
    "nested quotation marks",
    "no space",
)
#: Texts of so many letters that a careless pattern takes forever on.
HOSTILE: dict[str, Callable[[int], str]] = {
    "digits": repeated("7"),
    "500 digits, a space": repeated("7" * 500 + " "),
    "“1 ”": repeated("1 "),
    "“1,”": repeated("1,"),
    "“1.”": repeated("1."),
    "“1-”": repeated("1-"),
    "“one ”": repeated("one "),
    "“twenty-”": repeated("twenty-"),
    "“may ”": repeated("may "),
    "“Monday ”": repeated("Monday "),
    "“5 km ”": repeated("5 km "),
    "“5 km (”": repeated("5 km ("),
    "“$”": repeated("$"),
    "“%”": repeated("%"),
    "“last week ”": repeated("last week "),
    "“about ”": repeated("about "),
    "“more than ”": repeated("more than "),
    "“12 killed, ”": repeated("12 killed, "),
    "“and 3 others, ”": repeated("and 3 others, "),
    "“the ”": repeated("the "),
    "“3 years ”": repeated("3 years "),
    "“10:30 ”": repeated("10:30 "),
    "“10 a.m. (0735 GMT) ”": repeated("10 a.m. (0735 GMT) "),
    "“12% (95% CI ”": repeated("12% (95% CI "),
    "“$1 (€1) ”": repeated("$1 (€1) "),
    "ISO dates": days,
    "different counts": numbers,
    "nested brackets": nested("(", ")"),
    "nested quotation marks": nested("“", "”"),
    "straight marks": repeated('" '),
    "apostrophes": repeated("' "),
    "no space": repeated("x"),
    "spaces": repeated(" "),
    "lines": repeated("\n"),
    "stops": repeated("."),
    "“U.S. ”": repeated("U.S. "),
    "capitals": repeated("Abcde Fghij "),
    "letters and digits": repeated("a1"),
    "joined marks": repeated("e\u0301\u200d"),
    "right to left": repeated("\u202e12 km\u202c "),
}
