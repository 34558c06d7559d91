"""Every way that we know to say a time, and what it means in an article of Friday, 21 October 2022."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.extract import extract
from factcheck.model import Document, Kind, Mention
from factcheck.resolve import resolve

PUBLISHED = date(2022, 10, 21)
TIMES = {Kind.DATE, Kind.TIME, Kind.DURATION, Kind.SET}


def times(text: str, published: date | None = PUBLISHED) -> list[Mention]:
    document = Document("article", text, published)
    return [mention for mention in resolve(extract(document), document) if mention.time]


def marked(text: str, published: date | None = PUBLISHED) -> tuple[str, list[str]]:
    """The text with each time in marks, and the values of the times."""
    found = times(text, published)
    for mention in reversed(found):
        text = f"{text[: mention.start]}<<{mention.text}>>{text[mention.end :]}"
    return text, [mention.time.timex for mention in found if mention.time]


#: The value, and sentences in which the marked words have it.
MEANS = {
    # Dates in full, in whatever order.
    "2022-02-24": [
        "It began on <<24 February 2022>>.",
        "It began on <<February 24, 2022>>, at dawn.",
        "It began on <<Feb. 24, 2022>>.",
        "It began on <<Thursday, 24 February 2022>>.",
        "It began on <<Thursday, Feb. 24, 2022>>.",
        "It began on the <<24th of February 2022>>.",
        "It began on <<Thursday, February 24, 2022>>, at dawn.",
        "Dated <<2022-02-24>>.",
        "Dated <<24.2.2022>>.",
        "Dated <<2/24/2022>>.",
        "Dated <<24/02/22>>.",
        "Dated <<24-Feb-2022>>.",
    ],
    # A date without its year is the nearest; tense and "last" or "next" decide.
    "2022-10-03": [
        "It was hit on <<Oct. 3>>.",
        "It was hit on <<October 3rd>>.",
        "It was hit on <<Monday, October 3>>.",
        "It was hit on <<3 October>>.",
        "It was hit on <<October third>>.",
        "It was hit on the <<third of October>>.",
    ],
    "2022-12-01": ["The bank will close on <<Dec. 1>>.", "The lease runs until <<1 December>>."],
    "2022-06-10/2022-06-14": ["The fair of <<June 10-14>> was wet.", "The fair of <<10-14 June>> was wet."],
    # Weekdays look back, or ahead in the future tense.
    "2022-10-19": [
        "The mayor resigned <<Wednesday>>.",
        "Also on <<Wednesday>>, the mill shut.",
        "The mayor resigned <<last Wednesday>>.",
        "The choir won the cup on <<Wednesday>>.",
        "He spoke on <<Wednesday>>'s march.",
        "The mayor was said to be ill <<Wednesday>>.",
    ],
    "2022-10-26": [
        "The council will meet <<Wednesday>>.",
        "The council is to meet <<Wednesday>>.",
        "The choir won't sing on <<Wednesday>>.",
        "The council is expected to meet on <<Wednesday>>.",
        "Bids are open until <<Wednesday>>.",
        "The vote is <<next Wednesday>>.",
    ],
    "2022-10-21": ["It rained <<today>>.", "It rained <<Friday>>.", "<<This Friday>> it rained."],
    "2022-10-20": ["It rained <<yesterday>>.", "It rained <<Thursday>>."],
    "2022-10-22": ["It will rain <<tomorrow>>."],
    "2022-10-18": ["It rained <<two days before yesterday>>."],
    "2020-08-31": ["He left <<2 years, 1 month and 21 days ago>>."],
    # Weeks and weekends.
    "2022-W42": ["It rained <<this week>>.", "The pool closed <<earlier this week>>."],
    "2022-W41": ["It rained <<last week>>.", "It rained <<a week ago>>."],
    "2022-W43": ["It reopens <<next week>>.", "It reopens <<early next week>>."],
    "2022-W41-WE": ["It flooded over <<the weekend>>."],
    "2022-W10": ["A hearing is set for <<the week of March 7, 2022>>."],
    # Months.
    "2022-09": ["It shut <<last month>>.", "It shut <<last September>>.", "It shut in <<September>>.", "It shut <<a month ago>>."],
    "2022-11": ["It opens <<next month>>.", "It opens in <<November>>.", "It opens <<this November>>."],
    "2021-11": ["It opened <<last November>>.", "It opened in <<November last year>>.", "It opened in <<late November 2021>>."],
    "2022-10": ["It opened <<this month>>.", "It opened <<earlier this month>>.", "in <<mid-October>>", "<<the end of October>>"],
    "2014-05": ["It opened in <<May 2014>>.", "It opened in <<May of 2014>>.", "It opened in <<May, 2014>>.", "It opened in <<May , 2014>> ."],
    "1997-01": ["It opened in <<January nineteen ninety-seven>>."],
    # Quarters, halves, seasons.
    "2022-Q3": [
        "Sales fell in <<the third quarter>>.",
        "Its <<third-quarter>> sales fell.",
        "Sales fell in <<the third quarter of 2022>>.",
        "It lost <<this year's third quarter>>.",
        "Sales fell in <<Q3 2022>>.",
        "Sales for <<3Q 2022>> fell.",
        "<<Q3>> earnings fell.",
    ],
    "2021-Q3": ["It was a gain in <<last year's third quarter>>.", "It rose in <<the third quarter of last year>>."],
    "2022-H1": ["It grew in <<the first half of 2022>>."],
    "2022-SU": ["It burned <<this summer>>.", "It burned in <<the summer of 2022>>.", "It burned <<last summer>>."],
    "1994-WI": ["It froze in <<the winter of 1994>>."],
    # Years.
    "2014": [
        "In <<2014>> rebels fled.",
        "Since <<2014>>, the town has shrunk.",
        "The <<2014>> games were dear.",
        "It began <<eight years ago>>.",
        "Kim (born <<2014>>) sings.",
    ],
    "2021": ["It closed <<last year>>.", "It closed <<late last year>>.", "It closed <<a year ago>>.", "in <<fiscal 2021>>"],
    "2023": ["It opens <<next year>>.", "It opens <<early next year>>."],
    "2012": ["It opened <<a decade ago>>."],
    "1996": ["The games of <<nineteen ninety-six>> were hot.", "It has been so since <<mid-1996>>."],
    # Decades and centuries.
    "199": ["in <<the 1990s>>", "in <<the 1990's>>", "in <<the '90s>>", "in <<the nineties>>", "in <<the early 1990s>>"],
    "18": ["a mill of <<the 19th century>>", "a mill of <<the nineteenth century>>", "a <<19th-century>> mill"],
    # Times of day.
    "2022-10-19T22:30": ["It struck at <<10:30 p.m. Wednesday>>.", "It struck at <<10:30 pm Wednesday>>."],
    "2022-10-21T11:00": ["It opens at <<11 a.m. EST>>.", "It opens at <<11 a.m.>> sharp.", "It opens at <<11 o'clock>>."],
    "2022-10-21T19:02": ["It struck (<<1902 GMT>>).", "It struck at <<19:02>>."],
    "2022-11-09T17:00": ["The offer ends at <<5 p.m. EST, Nov. 9>>."],
    "2022-10-20T12:00": ["It struck at <<noon Thursday>>."],
    "2022-10-21T24:00": ["It struck at <<midnight>>."],
    "2022-10-20TNI": ["It burned <<last night>>.", "It burned <<Thursday night>>.", "It burned <<yesterday night>>."],
    "2022-10-21TMO": ["It burned <<this morning>>.", "It burned <<Friday morning>>."],
    # Feast days.
    "2021-12-25": ["It sank on <<Christmas Day, 2021>>."],
    "2022-04-17": ["It sank on <<Easter Sunday 2022>>."],
    "2021-11-25": ["He was found <<last Thanksgiving>>."],
    # Words without a day.
    "PRESENT_REF": ["It is <<now>> shut.", "It is shut <<right now>>.", "It is <<currently>> shut."],
    "PAST_REF": ["It shut <<recently>>.", "It shut <<several years ago>>.", "as in <<the past>>"],
    "FUTURE_REF": ["It shuts <<soon>>.", "in <<the near future>>"],
    # Lengths of time.
    "P5M": ["It took <<five months>>.", "It took <<over five months>>.", "a <<five-month>> siege", "<<the past five months>>"],
    "P10Y": ["It was common over <<the past decade>>."],
    "PT35H": ["<<35 or more hours>> a week"],
    "P60Y": ["after <<60-plus years>>", "<<60 or more years>> on"],
    "P18M": ["an <<18-month>> study", "within <<18 months>>", "<<the next 18 months>>"],
    "P5Y": ["a <<five-year>> plan", "for <<at least five years>>", "for <<nearly five years>>"],
    "P2Y6M": ["It took <<2 1/2 years>>.", "It took <<two and a half years>>."],
    "PT1H30M": ["It took <<an hour and a half>>."],
    "PT2H30M": ["It took <<2 hours and 30 minutes>>."],
    "P1W3D": ["It took <<one week, three days>>."],
    "P1Y": ["It took <<a year>>.", "It took <<more than a year>>.", "for <<the year>> ended then"],
    "P2W": ["It took <<a fortnight>>.", "It took <<two to three weeks>>."],
    "PXM": ["The siege went on for <<months>>."],
    "PXY": ["It took <<several years>>.", "It took <<a few years>>.", "in <<recent years>>"],
    "P9M": ["for <<the first nine months>>", "for <<the nine months>>"],
    # Repetitions.
    "P1D": ["It is cleaned <<every day>>.", "It is cleaned <<daily>>."],
    "XXXX-WXX-4": ["It leaves <<each Thursday>>.", "It leaves on <<Thursdays>>."],
    "XXXX-07": ["They march <<each July>>."],
}  # fmt: skip

#: More ways to say a time, in the order of the grammar's corners.
MEANS |= {
    "2022-10-13": ["It shut on <<Thursday the 13th>>.", "It shut on <<Thursday the thirteenth>>."],
    "2020-02-29": ["It was <<Saturday, February 29>>."],
    "2022-06": ["In <<June>> 20 people drowned.", "Under a <<June>> agreement it shut.", "It shut in <<June>>."],
    "2022-03": ["The <<March>> vote was close.", "It has been shut since <<March>>."],
    "2022-W42-WE": ["It will rain over <<the weekend>>."],
    "1988-Q2": ["It gained in <<the 1988 second quarter>>."],
    "2022-Q1": ["It lost money in <<the fiscal first quarter>>.", "It lost money in <<fiscal-first quarter>>."],
    "2022-Q4": ["It will gain in <<the fourth quarter>>.", "It will gain <<this quarter>>."],
    "2023-Q1": ["It will open in <<the first quarter>>."],
    "2021-Q4": ["It lost <<last year's fourth quarter>>."],
    "1989-H2": ["It fell in <<the last half of 1989>>."],
    "198": ["in <<the '80s>>", "in <<the late eighties>>"],
    "2022-12-25": ["The shop will close on <<Christmas>>."],
    "2022": ["Sales for <<the full year>> fell.", "by <<year-end>>", "<<Later this year>> it opens."],
    "2023-SP": ["It opens <<next spring>>.", "It will open in <<the spring>>."],
    "2021-WI": ["It froze <<last winter>>."],
    "1959": ["the post-<<1959>> government"],
    "1431": ["Villon (<<1431>>-<<1463>>) sang."],
    "PT30M": ["It took <<half an hour>>."],
    "P100Y": ["the worst storm of <<the past century>>"],
    "P4D": ["It took <<four more days>>."],
    "P2D": ["It took <<a couple of days>>."],
}
MEANS["2022-10-20"] += ["It sank <<late yesterday>>."]
MEANS["2022"] += ["It fell <<earlier in the year>>.", "It fell at <<the beginning of the year>>."]
MEANS["198"] += ["It shut at <<the end of the '80s>>.", "in <<the mid-eighties>>"]
MEANS["2022-SU"] += ["It rained in <<the early summer>>.", "It rained in <<summer>>."]
MEANS["2022-Q3"] += ["It fell <<late in the third quarter>>.", "It fell <<early in the third quarter>>."]
MEANS["2022-10-26"] += ["The offer runs until <<Wednesday>>.", "The talks are planned for <<Wednesday>>."]
MEANS["2022-10-19"] += ["The offer had been due to expire <<Wednesday>>.", "<<Wednesday>>, the mill shut."]
MEANS["PRESENT_REF"] += ["It is rare <<these days>>.", "under <<current>> law"]
MEANS["PXY"] += ["It grew over <<the years>>.", "It was shut for <<years>>."]
MEANS["P1D"] += ["It rained <<all day>>."]
MEANS["P1Y"] += [
    "It took <<a full year>>.",
    "She left <<a year>> after the vote.",
    "It was <<a year>> before they met.",
]
MEANS["2021"] += ["The <<year-ago>> results were poor."]

#: More of the language of wires and of business pages.
MEANS["1990-H1"] = ["It will be slow through <<the first two quarters of 1990>>."]
MEANS["2022-10-20TAF"] = ["By <<mid-afternoon yesterday>> it was over.", "It struck in <<late afternoon yesterday>>."]
MEANS["2022-10-21TAF"] = ["By <<mid afternoon>> it was over."]
MEANS["2022-10-20TNI"] += ["It burned <<overnight>>.", "It burned <<overnight>> in a mill."]
MEANS["2022-11-14"] = [
    "It will sail on <<the second Monday of next month>>.",
    "It will sail on <<the 14th of next month>>.",
]
MEANS["2022-10-11"] = ["It sank on <<Tuesday of last week>>.", "It sank <<Tuesday last week>>."]
MEANS["2016-11-01"] = [
    "They voted on <<the first Tuesday of November 2016>>.",
    "It sank on the <<first of November, 2016>>.",
]
MEANS["2016-05-30"] = ["They met on <<the last Monday of May 2016>>."]
MEANS["1991"] = ["In <<nineteen ninety-one>> miners sang."]
MEANS["1994"] = ["It opens in <<1994 or later>>.", "It gains in <<1994 and beyond>>.", "from <<1994 onwards>>"]
MEANS["2014"] += [
    "In <<2014>> people fled.",
    "By <<2014>> voters had left.",
    "In <<the year two thousand fourteen>> it sank.",
]
MEANS["P100Y"] += ["It stood for <<almost a hundred years>>."]
MEANS["2021"] += ["It lost more in <<last year's quarter>>.", "It lost more in <<the corresponding period last year>>."]
MEANS["2021-Q3"] += ["It lost more than in <<the quarter a year ago>>."]
MEANS["P1Y"] += ["for <<the fiscal year>> ended then", "It may take <<an additional year>>.", "a <<year-long>> siege"]
MEANS["P1D"] += ["a <<day-long>> march"]
MEANS["PXW"] = ["It will rain in <<the weeks ahead>>."]
MEANS["PT1M30S"] = ["<<A minute and a half>> later it sank."]
MEANS["P2Y"] = ["It may take <<two years or so>>.", "<<the next two years or so>>"]
MEANS["2021"] += ["Wages are higher than <<a year ago>>.", "Profit in <<fiscal 2021>> fell."]
MEANS["2022"] += ["by <<year end>>", "by <<year's end>>", "Profit for <<the fiscal year>> fell."]
MEANS["FUTURE_REF"] += ["It will <<one day>> sink."]
MEANS["PRESENT_REF"] += ["<<now>> that he has left"]

#: Which way a day without a date lies.
MEANS["2022-10-26"] += [
    "The ship could sail as early as <<Wednesday>>.",
    "The ship may sail as soon as <<Wednesday>>.",
    "The union planned a march in the town on <<Wednesday>>.",
    "The hearing is set for <<Wednesday>>.",
    "They meet <<Wednesday>> in Rome.",
    "They plan to cut jobs <<Wednesday>>.",
    "She will cut a ribbon <<Wednesday>>.",
]
MEANS["2022-10-19"] += [
    "Until <<Wednesday>>, they had not spoken.",
    "The march began as planned <<Wednesday>>.",
    "By <<Wednesday>>, the mill was shut.",
    "A march planned for <<Wednesday>> was called off.",
    "They will look for a way around <<Wednesday>>'s ruling.",
]
MEANS["2022-01"] = ["In <<January>>, the mill brought in a new chief.", "The figures for <<January>> were weak."]

#: Repetitions of a part of a day, and of a quarter.
MEANS["XXXX-WXX-2TNI"] = ["It sails on <<Tuesday nights>>.", "It sails on <<Tuesday>> and <<Thursday nights>>."]
MEANS["XXXX-WXX-7TMO"] = ["It sings <<each Sunday morning>>."]
MEANS["P1Q"] = ["The rent falls due <<every quarter>>."]

#: What is to come has no length, and two units of a vague length are one.
MEANS["FUTURE_REF"] += ["It will pay in <<future quarters>>.", "It will pay in <<the coming months>>."]
MEANS["PXW"] += ["The repairs may take <<weeks or months>>.", "It rained in <<recent weeks and months>>."]

#: A stretch of a year ago keeps its length.
MEANS["P9M"] += ["It lost more in <<the year-earlier nine months>>."]

#: A participle behind an article describes, and "will" reaches far.
MEANS["2023-02"] = [
    "The rent would be paid on a still undecided day in <<February>>.",
    "She will be sent as head of the crew of the ferry for a crossing in <<February>>.",
]
MEANS["2022-03"] += ["He left the board in <<March>> for reasons of health."]

#: A year before the mark that ends a quotation is no length in inches.
MEANS["1989"] = ['He liked it ("a lot", he said), and she spoke of "a poor crop for <<1989>>". They left.']

#: A day that no month has, typed for one that it has.
MEANS[""] = [
    "It closes on <<July 32, 2022>>.",
    "It closes on <<32 July 2022>>.",
    "Since <<July 32nd, 2022>> it is shut.",
]
MEANS["2022-07"] = ["In <<July>> 32 people drowned.", "By <<July>> 38 officers had left."]

#: Days, weeks and weekends beside another.
MEANS["2022-10-18"] += ["It sank <<the day before last Wednesday>>.", "It sank on <<the day after Monday>>."]
MEANS["2022-10-19"] += ["It sank <<the day before yesterday>>."]
MEANS["2022-10-22"] += ["It sails <<the day after today>>."]
MEANS["2022-W40"] = ["It sank <<the week before last>>."]
MEANS["2022-W44"] = ["It sails <<the week after next>>."]
MEANS["2022-W18-WE"] = ["It sank over <<the weekend of May 7, 2022>>."]
MEANS["2022-W42"] += ["It sank in <<the week>> before the storm."]

#: Without a verb, a weekday just ahead is nearer than one nearly a week back.
MEANS["2022-10-22"] += ["the race of <<Saturday>>", "a favourite in <<Saturday>>'s race"]
MEANS["2022-10-15"] = ["The mill burned <<Saturday>>."]
MEANS["2022-10-26"] += ["They met ahead of <<Wednesday>>'s vote."]

#: A time of day takes the day behind "on", which is a mention of its own.
MEANS["2022-10-19T18:00"] = ["It sank at <<6pm>> on <<Wednesday>>.", "It sank at <<6 p.m.>> on <<Oct. 19>>."]
MEANS["2022-10-31T24:00"] = ["The offer ends at <<midnight>> on <<Oct. 31>>."]

MEANS["2022-10-19T22:30"] += [
    "It struck at <<10:30 p.m. local time Wednesday>>.",
    "It struck at <<10:30 p.m. Eastern time Wednesday>>.",
]

#: More repetitions, and lengths that are a part of a unit.
MEANS["XXXX-WXX-4"] += ["It leaves <<every other Thursday>>."]
MEANS["P2W"] += ["It leaves <<every other week>>.", "It leaves <<every two weeks>>."]
MEANS["P4Y"] = ["They vote <<every four years>>."]
MEANS["P1Y"] += [
    "It leaves <<twice a year>>.",
    "in <<the year>> to <<June 30>>",
    "in <<the year>> to <<the end of June>>",
]
MEANS["P25Y"] = ["a <<quarter-century>> low", "for <<a quarter of a century>>", "a <<quarter century>> on"]
MEANS["P50Y"] = ["for <<half a century>>", "a <<half-century>> on"]
MEANS["PT45M"] = ["It took <<three-quarters of an hour>>."]
MEANS["PT30M"] += ["It took a <<half-hour>>."]
MEANS["P18Y6M"] = ["It took <<18 and a half years>>."]

#: Years of business, years without their century, and those before the first.
MEANS["2023"] += ["a loss in <<fiscal year 2023>>", "a loss in <<the fiscal year 2023>>"]
MEANS["2021-H1"] = ["a loss in <<H1 2021>>"]
MEANS["2021"] += ["It has risen since <<year-end>>."]
MEANS["1969"] = ["the summer of <<'69>>", "It sank in <<’69>>."]
MEANS["BC04"] = ["a cup of <<the 5th century BC>>", "a cup of <<the fifth century B.C.>> was sold"]
MEANS["1959"] += ["the post-<<1959>> politics", "pre-<<1959>> levels"]
MEANS["1850"] = ["built circa <<1850>>"]
MEANS["PAST_REF"] += ["the <<then current>> price", "the <<then-current>> price"]

#: Figures that nobody would count with are a year before whatever noun, and a month may begin a sentence.
MEANS["1994"] += ["the <<1994>> men's final", "the <<1994>> women’s final"]
MEANS["2019"] = [
    "Sales are far below <<2019>> levels.",
    "They fought over <<2019>> ambitions.",
    "Several <<2019>> hopefuls spoke.",
    "It is dearer at <<2019>> highs.",
]
MEANS["2022-03"] += ["It helped. <<March>> sales rose.", "<<March>> is windy here."]
MEANS["2022-05"] = ["<<May>> was the wettest month of all.", "It rose again. <<May>> figures were worse."]

#: The first of two days has the month of the second; a verb that lasts; a stretch before the one that was spoken of.
MEANS["2022-10-03"] += ["It sank on <<3>> and <<4 October>>.", "It sank on <<3>> or <<4 October>>."]
MEANS["2021-12-03"] = ["on <<3>> and <<4 December 2021>>"]
MEANS["XXXX-SU"] = ["They sail <<every summer>>.", "They sail <<each summer>>."]
MEANS["2021-12-25"] += ["He has been ill since <<Christmas>>."]
MEANS["2021-11"] += ["He has been ill since <<November>>.", "Since <<November>>, he has been ill."]
MEANS["2021-12-01"] = ["It has been shut since <<Dec. 1>>."]
MEANS["P10Y"] += [
    "It would cost $9 million over <<10 years>>.",
    "It fell 9 percent over <<10 years>>.",
    "It stood for <<over 10 years>>.",
]
MEANS["P8W"] = ["It can tell <<as early as eight weeks>>.", "It can tell within <<eight weeks>>."]
MEANS["P6W"] = ["It is expected to last <<six to eight weeks>>.", "It would last <<six weeks>>."]
MEANS["2021"] += ["It sank twice, and once <<the year before>>.", "It won more than <<the year before>>, when it lost."]
MEANS["2022-10-20"] += ["It had rained <<the day before>>."]

#: The week and the weekend of a feast, and a season that was spoken of.
MEANS["2022-W15"] = ["They sailed in <<Easter week>>."]
MEANS["2022-W15-WE"] = ["It rained over <<the Easter weekend>>."]
MEANS["2021-W21-WE"] = ["It rained over <<Memorial Day weekend 2021>>."]
MEANS["2022-W35-WE"] = ["It rained over <<the Labor Day weekend>>."]

#: Sentences in which nothing is a time.
SILENT = [
    "He was soon released.",
    "They were soon to be seen.",
    "what today's youth want",
    "It would cost a pound in today's money.",
    "by today’s standards",
    "May he rest.",
    "March on the capital.",
    "over 2000 ambitions",
    "at least 2016 complaints",
    "late ²",
    "They waited for 3-1 years.",
    "between the 67th and 88th minutes",
    "the third and fourth years",
    "2²19-21",
    "as soon as possible",
    "soon after the fire",
    "dear overnight trains",
    "to stay overnight in town",
    "The Sunday Times wrote of it.",
    'He said on "Fox News Sunday" that he would.',
    "the Black Friday sales",
    "She drives a Q3 to work.",
    "the Party daily Granma",
    "a weekly newspaper",
    "the film High Noon",
    'She said on ABC\'s "This Week" that it was over.',
    "He said on ``60 Minutes'' that it was over.",
    "it is better at the end of the day",
    "on 45/13/2022",
    "the 5-10-1 Bears",
    "in a future age",
    "his 2001-B model",
    "the century plant",
    "the day before he left",
    "the day after her birthday",
    "a 5 '69 votes",
    "The H1 motorway is shut.",
    "a half mile",
    "the third in as many weeks",
    "half weekend, half market",
    "the quarter-to-quarter rise",
    "They sang in the March for Bread.",
    "every quarter of the town",
    "the half of it",
    "a third-rate show",
    "the 70th floor",
    "She may come.",
    "They march on.",
    "The March of Dimes gave.",
    "the march on the capital",
    "She came second.",
    "He sat in the sun.",
    "Jan Smith and April Jones",
    "2014 people came.",
    "about 2000 soldiers",
    "It cost $2014.",
    "the Model 1990-X",
    "the 9/11 attacks",
    "open 24/7",
    "a 3-1 win",
    "a 6-4, 6-2 win",
    "version 3.11.7",
    "call 555-1234",
    "more than a quarter of them",
    "the fall of the wall",
    "fifty-fifty",
    "a second try",
    "the day of rest",
    "USA Today",
    "four flights a week",
    "a 45-year-old man, 34 years old",
]

#: Sentences that we know to read wrongly; the day that one comes right, the suite says so.
NOT_YET = ["It sank <<in three weeks>>.", "They meet <<two Mondays later>>."]

CASES = [(value, sentence) for value, sentences in MEANS.items() for sentence in sentences]


@pytest.mark.parametrize(("value", "sentence"), CASES)
def test_a_time_is_found_to_the_letter_and_means(value: str, sentence: str) -> None:
    text, values = marked(sentence.replace("<<", "").replace(">>", ""))

    assert text == sentence
    assert values[0] == value


@pytest.mark.parametrize("sentence", SILENT)
def test_what_is_no_time_stays_unread(sentence: str) -> None:
    assert marked(sentence) == (sentence, [])


@pytest.mark.parametrize("sentence", [pytest.param(one, marks=pytest.mark.xfail(strict=True)) for one in NOT_YET])
def test_what_is_not_read_yet(sentence: str) -> None:
    assert marked(sentence.replace("<<", "").replace(">>", ""))[0] == sentence


#: What is known of a time in an article without a date.
UNDATED = {
    "XXXX-10-03": "on <<Oct. 3>>",
    "XXXX-WXX-3": "on <<Wednesday>>",
    "XXXX-WXX-3TNI": "on <<Wednesday night>>",
    "XXXX-10": "in <<October>>",
    "XXXX-Q3": "in <<the third quarter>>",
    "XXXX-SU": "<<this summer>>",
    "XXXX-XX-XX": "It rained <<yesterday>>.",
    "XXXX-XX-XXT10:30": "at <<10:30 a.m.>>",
    "XXXX-WXX": "It rained <<last week>>.",
    "XXXX-XX": "It rained <<last month>>.",
    "XXXX": "It rained <<three years ago>>.",
    "XXXX-XX-13": "on <<Friday the 13th>>",
    "XXXX-WXX-WE": "It rained over <<the weekend>>.",
    "XXXX-QX": "It rained <<this quarter>>.",
    "XXX": "It rained in <<the last decade>>.",
}


@pytest.mark.parametrize(("value", "sentence"), UNDATED.items())
def test_an_article_without_a_date_leaves_the_days_open(value: str, sentence: str) -> None:
    text, values = marked(sentence.replace("<<", "").replace(">>", ""), published=None)

    assert (text, values) == (sentence, [value])
    assert all(m.time and m.time.start is None for m in times(sentence.replace("<<", "").replace(">>", ""), None))


def test_years_in_a_pair_are_two_dates() -> None:
    assert marked("from 1990 to 2005")[0] == "from <<1990>> to <<2005>>"
    assert marked("Ada Rey (1931-2004)")[0] == "Ada Rey (<<1931>>-<<2004>>)"
    assert marked("the 2012-2019 lease") == ("the <<2012>>-<<2019>> lease", ["2012", "2019"])
    assert marked("It grew in 2023-24.") == ("It grew in <<2023>>-<<24>>.", ["2023", "2024"])
    assert marked("the 2019-21 lease") == ("the <<2019>>-<<21>> lease", ["2019", "2021"])


def test_two_days_of_one_month_are_two_dates() -> None:
    assert marked("on Oct. 2nd and 3rd")[1] == ["2022-10-02", "2022-10-03"]


def test_a_day_that_does_not_exist_keeps_its_parts_and_has_no_value() -> None:
    (mention,) = times("The offer runs to June 31.")

    assert mention.text == "June 31"
    assert mention.time is not None
    assert (mention.time.timex, mention.time.start) == ("", None)
    assert mention.time.printed is not None
    assert (mention.time.printed.month, mention.time.printed.day) == (6, 31)


def test_a_wrong_weekday_does_not_change_the_date() -> None:
    (mention,) = times("It began on Tuesday, 24 February 2022.")

    assert mention.time is not None
    assert mention.time.timex == "2022-02-24"
    assert mention.time.printed is not None
    assert mention.time.printed.weekday == 1


def test_a_time_of_day_behind_a_date_is_no_second_day() -> None:
    assert marked("from 6 a.m. on May 19 to 12 p.m. on May 20")[0] == (
        "from <<6 a.m.>> on <<May 19>> to <<12 p.m.>> on <<May 20>>"
    )
    assert marked("+3 +18 -4 Dec 23, 2018")[0] == "+3 +18 -4 <<Dec 23, 2018>>"


@pytest.mark.parametrize("words", ["30 February 2022", "February 30", "June 20-14", "2022-13-40", "Friday, June 31"])
def test_no_impossible_day_is_dated(words: str) -> None:
    assert [(m.text, m.time.timex, m.time.start) for m in times(f"on {words}.") if m.time] == [(words, "", None)]


def test_the_same_day_and_the_day_after_count_from_the_day_that_was_spoken_of() -> None:
    text = "It sank on 3 May 1998. Divers came that same day. They left the next day and were back three days later."

    assert marked(text)[1] == ["1998-05-03", "1998-05-03", "1998-05-04", "1998-05-07"]


def test_a_quarter_is_remembered_until_results_are_for_something_else() -> None:
    text = "In the third quarter it earned $5 million. In the year-earlier quarter it lost $1 million."
    other = "In the third quarter it fell. In the nine months it lost $2 million, against $3 million a year ago."

    assert marked(text)[1] == ["2022-Q3", "2021-Q3"]
    assert marked(other)[1] == ["2022-Q3", "P9M", "2021"]


def test_the_quarter_alone_is_the_last_one_that_ended() -> None:
    assert marked("Sales fell in the quarter.")[1] == ["2022-Q3"]


@pytest.mark.parametrize(("last", "value"), [("Sept. 30", "2022-Q3"), ("July 31", "2022-Q2"), ("then", "2022-Q1")])
def test_a_quarter_is_dated_by_the_day_on_which_it_ended(last: str, value: str) -> None:
    text = f"It fell in the fiscal first quarter. For the quarter ended {last}, it lost $2 million."
    assert marked(text)[1][1] == value


def test_what_is_to_be_by_the_end_of_the_year_is_told_of_this_one() -> None:
    assert marked("It shrank in 1990. It will shut by the end of the year.")[1] == ["1990", "2022"]


def test_only_a_year_ago_is_told_of_a_quarter() -> None:
    assert marked("In the second quarter it grew. It shut three years ago, or a year ago.")[1][1:] == [
        "2019",
        "2021-Q2",
    ]


@pytest.mark.parametrize(
    "text", ["about 10:35 a.m. (0735 GMT) Wednesday", "It struck at 10:35 a.m. (0735 GMT) Wednesday"]
)
def test_two_clocks_share_the_day_behind_both(text: str) -> None:
    assert marked(text)[1] == ["2022-10-19T10:35", "2022-10-19T07:35", "2022-10-19"]


def test_no_results_are_told_of_a_quarter_to_come() -> None:
    text = "It will gain in the second quarter of 2023. In the year-ago quarter it lost $2 million."
    assert marked(text)[1] == ["2023-Q2", "2021-Q3"]


def test_the_quarter_of_another_year_is_the_one_that_was_spoken_of() -> None:
    assert marked("Sales fell in the second quarter. In the 1988 quarter they rose.")[1] == ["2022-Q2", "1988-Q2"]
    assert marked("In the 1988 period they rose.")[1] == ["1988"]


def test_days_that_were_only_guessed_are_left_out() -> None:
    spoken_of, fiscal = times("It opened in May 1998. That year it burned.")[1], times("in fiscal 2021")[0]

    assert spoken_of.time is not None
    assert fiscal.time is not None
    assert (spoken_of.time.timex, spoken_of.time.start) == ("1998", None)
    assert (fiscal.time.timex, fiscal.time.start) == ("2021", None)


def test_a_span_of_years_beyond_the_calendar_is_only_past() -> None:
    assert marked("5,000 years ago")[1] == ["PAST_REF"]


def test_without_a_date_a_chain_of_units_ago_stays_open() -> None:
    assert marked("It shut 2 years and 3 months ago.", None)[1] == ["XXXX-XX-XX"]


def test_later_and_earlier_stop_at_the_day_of_writing() -> None:
    earlier, later = times("Earlier this year it shut. Later this year it opens.")

    assert earlier.time is not None
    assert later.time is not None
    assert (earlier.time.start, earlier.time.end) == (date(2022, 1, 1), date(2022, 10, 22))
    assert (later.time.start, later.time.end) == (date(2022, 10, 21), date(2023, 1, 1))


def test_a_weekday_chooses_the_year_of_a_date_without_one() -> None:
    assert marked("on Sunday, Oct. 3")[1] == ["2021-10-03"]


def test_figures_that_may_be_two_dates_allow_the_days_of_both() -> None:
    (mention,) = times("the 04/05/2023 meeting")

    assert mention.time is not None
    assert (mention.time.start, mention.time.end) == (date(2023, 4, 5), date(2023, 5, 5))
    assert mention.time.readings == (date(2023, 4, 5), date(2023, 5, 4))


def test_a_year_earlier_counts_from_the_quarter_that_was_spoken_of() -> None:
    text = "Sales rose in the third quarter to $5 million from $4 million a year ago."

    assert marked(text)[1] == ["2022-Q3", "2021-Q3"]


def test_that_year_is_the_year_that_was_spoken_of() -> None:
    assert marked("It opened in May 1998. Later that year it burned.")[1] == ["1998-05", "1998"]


def test_parts_of_a_decade_share_its_middle_years() -> None:
    spans = [times(f"in {words} 1990s")[0].time for words in ("the early", "the mid", "the late")]

    assert [(span.start.year, span.end.year) for span in spans if span and span.start and span.end] == [
        (1990, 1995),
        (1993, 1998),
        (1995, 2000),
    ]


def test_years_ago_allow_half_a_year_either_way() -> None:
    (mention,) = times("Ten years ago it closed.")

    assert mention.time is not None
    assert mention.time.start == date(2012, 1, 1)
    assert mention.time.end is not None
    assert mention.time.end > date(2013, 1, 1)
    assert mention.time.anchored


def test_a_printed_year_needs_no_anchor() -> None:
    (mention,) = times("in 1998")

    assert mention.time is not None
    assert not mention.time.anchored


#: Words, and the number of units that they allow.
LENGTHS = {
    "over five months": (5, None, "month", ">"),
    "for months": (2, None, "month", ">"),
    "five months": (4.5, 5.5, "month", "="),
    "several weeks": (3, 10, "week", "~"),
    "2 hours 30 minutes": (149.5, 150.5, "minute", "="),
}


@pytest.mark.parametrize(("words", "allowed"), LENGTHS.items())
def test_a_length_of_time_is_an_amount_too(words: str, allowed: tuple[float, float | None, str, str]) -> None:
    (mention,) = times(words)
    plain = mention.to_dict()

    assert mention.kind is Kind.DURATION
    assert (plain["lower"], plain["upper"], plain["unit"], plain["bound"]) == allowed


@pytest.mark.parametrize("published", [date.min, date.max, None])
def test_days_beyond_the_calendar_are_no_crash(published: date | None) -> None:
    for text in ("0000-01-01", "It shut Friday.", "in December", "next year", "three years ago", "last century"):
        assert times(text, published)
