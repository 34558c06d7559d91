"""Sums given in two currencies: far from every rate of a generation, or at another rate than beside them."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from functools import cache, lru_cache
from itertools import repeat
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_at
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import amount_in_words, number_in_words
from factcheck.model import Article, Kind, Mention, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Band(NamedTuple):
    """The least and the most that a currency was worth since 1995, in United States dollars, and who says so."""

    least: Decimal
    most: Decimal
    source: str


_FED, _ECB, _IMF = (
    "Federal Reserve, H.10 Foreign Exchange Rates",
    "European Central Bank, euro reference rates",
    "International Monetary Fund, exchange rate archives",
)
#: Currencies that lost noughts or most of their worth in that time (lira, Argentine peso, rial, bolívar) are left out.
#: Held against a copy of the Federal Reserve's averages of the years 1995 to 2016 (github.com/datasets/exchange-rates,
#: data/yearly.csv): every one of them lies in its band, for the euro, yen, yuan, rupee, won, baht, rand, ringgit, the Mexican peso,
#: the real, the franc, the krona and both kroner, and for the dollars of Canada, Australia, New Zealand, Hong Kong, Singapore and Taiwan.
BANDS: Mapping[str, Band] = {
    name: Band(Decimal(least), Decimal(most), source)
    for name, least, most, source in (
        ("dollar", "1", "1", _FED),
        ("euro", "0.82", "1.60", _FED),
        ("pound sterling", "1.07", "2.11", _FED),
        ("yen", "0.0062", "0.0133", _FED),
        ("yuan", "0.115", "0.166", _FED),
        ("rupee", "0.0113", "0.032", _FED),
        ("swiss franc", "0.55", "1.37", _FED),
        ("french franc", "0.125", "0.244", _ECB),
        ("belgian franc", "0.0203", "0.0397", _ECB),
        ("cfa franc", "0.00125", "0.00244", _ECB),
        ("canadian dollar", "0.62", "1.09", _FED),
        ("australian dollar", "0.48", "1.10", _FED),
        ("new zealand dollar", "0.39", "0.88", _FED),
        ("hong kong dollar", "0.127", "0.130", _FED),
        ("singapore dollar", "0.54", "0.83", _FED),
        ("taiwan dollar", "0.028", "0.040", _FED),
        ("won", "0.00051", "0.00131", _FED),
        ("baht", "0.018", "0.041", _FED),
        ("malaysian ringgit", "0.208", "0.402", _FED),
        ("south african rand", "0.050", "0.29", _FED),
        ("mexican peso", "0.039", "0.20", _FED),
        ("brazilian real", "0.158", "1.20", _FED),
        ("swedish krona", "0.088", "0.17", _FED),
        ("norwegian krone", "0.085", "0.20", _FED),
        ("danish krone", "0.115", "0.215", _FED),
        ("zloty", "0.20", "0.50", _ECB),
        ("forint", "0.0022", "0.0091", _ECB),
        ("czech koruna", "0.024", "0.070", _ECB),
        ("shekel", "0.20", "0.35", _ECB),
        ("ruble", "0.0083", "0.18", _ECB),
        ("philippine peso", "0.017", "0.040", _ECB),
        ("hryvnia", "0.023", "0.56", _IMF),
        ("naira", "0.0006", "0.0125", _IMF),
        ("egyptian pound", "0.019", "0.30", _IMF),
        ("pakistani rupee", "0.0033", "0.033", _IMF),
        ("dong", "0.000038", "0.000092", _IMF),
        ("kenyan shilling", "0.0062", "0.020", _IMF),
        ("saudi riyal", "0.266", "0.267", _IMF),
        ("uae dirham", "0.272", "0.273", _IMF),
        ("kuwaiti dinar", "3.2", "3.75", _IMF),
    )
}
#: How far beyond its band a sum may lie, and how far if the name is taken for that of another country.
SLACK, OTHER_SLACK = Decimal(2), Decimal("1.2")
#: Two rates in one article differ by more than this beyond their rounding.
APART = Decimal("0.12")
#: A rate times its inverse comes this close to one.
INVERSE = Decimal("0.01")
#: A round sum is never taken to be coarser than this share of itself.
COARSEST = Decimal("0.05")

_JOINT = regex(
    r"^(?: ?\(|, or | or |/| / | – | \[)(?:about |around |roughly |some |nearly |equal to |equivalent to |worth )?$"
)
_CLOSED = regex(r"^(?:[)\],;]|\.(?! ?\d)| (?:at|in|then|today|by)\b|\))")
#: Words and years that put a sum at another day's rate.
_DATED = regex(
    r"(?:1(?<!\w1)[89]\d\d|2(?<!\w2)0\d\d|t(?<!\wt)(?:hen|oday)|a(?<!\wa)t the time|n(?<!\wn)ow worth|i(?<!\wi)n(?:flation| today's))\b"
)
#: How far from a sum the words for its day stand, in letters.
_AROUND = 250


class Exchange(NamedTuple):
    """A sum and what it is in another currency."""

    given: Mention
    into: Mention
    #: What one unit of the first currency is in the second.
    rate: Decimal

    @property
    def span(self) -> Span:
        """Both, and what joins them."""
        return Span(self.given.document, self.given.start, self.into.end)

    @property
    def currencies(self) -> tuple[str, str]:
        """What was changed into what."""
        return self.given.measure, self.into.measure


@check("exchange-far-off", of=Article, about=[Kind.MONEY])
def exchange_far_off(article: Article) -> Iterator[Verdict]:
    """Sums in two currencies that no rate of a generation, and no other dollar, explains."""
    for exchange in _exchanges(article):
        _, other = exchange.currencies
        known = _known_rates(_may_be(exchange.given), _may_be(exchange.into))
        if not known:
            continue
        spans = (exchange.given.span, exchange.into.span)
        usual = " to ".join(amount_in_words(_value(exchange.given) * rate, other) for rate in known[0])
        slacks = (SLACK, *repeat(OTHER_SLACK, len(known) - 1))
        if any(low / slack <= exchange.rate <= high * slack for (low, high), slack in zip(known, slacks, strict=True)):
            yield Accord(spans, f"{exchange.given.text} was {usual} since 1995")
        else:
            yield Clash(spans, {"usual": usual}, arithmetic=f"since 1995, {exchange.given.text} was {usual}")


@cache
def _known_rates(given: tuple[str, ...], into: tuple[str, ...]) -> list[tuple[Decimal, Decimal]]:
    """The least and the greatest rate of a generation between the currencies that both may be, the commonest first."""
    bands = [(BANDS.get(one), BANDS.get(other)) for one in given for other in into]
    return [(a.least / b.most, a.most / b.least) for a, b in bands if a and b]


@check("rates-disagree", of=Article, about=[Kind.MONEY])
def rates_disagree(article: Article) -> Iterator[Verdict]:
    """Sums that were changed into another currency at two rates."""
    by_currencies: defaultdict[tuple[str, str], list[Exchange]] = defaultdict(list)
    for exchange in _exchanges(article):
        if not _is_dated(article, exchange):
            by_currencies[exchange.currencies].append(exchange)
    for exchanges in by_currencies.values():
        if len(exchanges) > 1:
            yield from _against_the_middle(exchanges)


def _against_the_middle(exchanges: Sequence[Exchange]) -> Iterator[Verdict]:
    ranked = sorted(exchanges, key=lambda exchange: exchange.rate)
    middle = ranked[(len(ranked) - 1) // 2]
    low, high = _rates(middle)
    for exchange in exchanges:
        if exchange is middle:
            continue
        least, most = _rates(exchange)
        first, second = sorted((exchange, middle), key=lambda one: one.given.start)
        spans = (second.span, first.span)
        rates = " and ".join(number_in_words(one.rate) for one in (second, first))
        if least > high * (1 + APART) or low > most * (1 + APART) or _is_turned_round(exchange, middle):
            yield Clash(spans, arithmetic=f"the rates are {rates}")
        else:
            yield Accord(spans, f"the rates are {rates}")


def _is_turned_round(exchange: Exchange, other: Exchange) -> bool:
    """Whether the one was multiplied by what the other was divided by."""
    apart = max(exchange.rate, other.rate) / min(exchange.rate, other.rate)
    return apart > 1 + APART and abs(exchange.rate * other.rate - 1) < INVERSE


@lru_cache(maxsize=16)
def _exchanges(article: Article) -> tuple[Exchange, ...]:
    """Sums with the same in another currency beside them."""
    return tuple(_read(article))


def _read(article: Article) -> Iterator[Exchange]:
    text = article.document.text
    for one, other in zip(article.mentions, article.mentions[1:], strict=False):
        if one.kind is not Kind.MONEY or other.kind is not Kind.MONEY or other.start - one.end > 20:
            continue
        if not _is_plain(one) or not _is_plain(other) or one.measure == other.measure:
            continue
        if (" per " in one.unit) is not (" per " in other.unit):
            continue  # "$3.8 million, or one cent a share" is no exchange
        if _JOINT.match(text[one.end : other.start]) and _CLOSED.match(text[other.end : other.end + 8]):
            yield Exchange(one, other, _value(other) / _value(one))


def _is_plain(mention: Mention) -> bool:
    return mention.single is not None and mention.single.value > 0


def _value(mention: Mention) -> Decimal:
    return mention.quantity.value if mention.quantity else Decimal(0)


def _may_be(mention: Mention) -> tuple[str, ...]:
    """The currencies that a sign or a name may stand for, the commonest first."""
    match currency := mention.measure:
        case "yen" if "yen" not in mention.text:
            return "yen", "yuan"
        case "dollar":
            return "dollar", "canadian dollar", "australian dollar"
        case "rupee":
            return "rupee", "pakistani rupee"
        case "franc":
            return "swiss franc", "french franc", "belgian franc", "cfa franc"
        case "krona" | "krone":
            return "swedish krona", "norwegian krone", "danish krone"
        case _:
            return (currency,)


def _rates(exchange: Exchange) -> tuple[Decimal, Decimal]:
    """The least and the greatest rate that the rounding of the second sum allows: the first is what somebody has."""
    least, most = _ends(exchange.into)
    return least / _value(exchange.given), most / _value(exchange.given)


def _ends(mention: Mention) -> tuple[Decimal, Decimal]:
    quantity, value = mention.quantity, _value(mention)
    slack = min(quantity.step / 2 if quantity else Decimal(0), value * COARSEST)
    return value - slack, value + slack


def _is_dated(article: Article, exchange: Exchange) -> bool:
    """Whether its sentence puts a sum at another day's rate."""
    sentence = sentence_at(article, exchange.given.start)
    start, end = max(sentence.start, exchange.given.start - _AROUND), min(sentence.end, exchange.into.end + _AROUND)
    return _DATED.search(article.document.text, start, end) is not None
