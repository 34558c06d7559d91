"""Articles and reports made by hand, for the tests of what shows them."""

from __future__ import annotations

from decimal import Decimal

from factcheck.model import (
    Agreement,
    Article,
    Claim,
    Document,
    Finding,
    Kind,
    Mention,
    Quantity,
    Report,
    Role,
    Sentence,
    Severity,
    Span,
    Unchecked,
)


def article(name: str, *paragraphs: list[str]) -> tuple[Article, tuple[Span, ...]]:
    """An article of paragraphs of sentences, and the spans that stand between << and >> in it."""
    text = ""
    sentences: list[tuple[int, int, int]] = []
    marks: list[tuple[int, int]] = []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if text else ""
        for at, marked in enumerate(paragraph):
            text += " " if at else ""
            start = len(text)
            for piece, part in enumerate(marked.replace(">>", "<<").split("<<")):
                if piece % 2:
                    marks.append((len(text), len(text) + len(part)))
                text += part
            sentences.append((start, len(text), number))
    document = Document(name, text)
    read = tuple(Sentence(document, start, end, Role.BODY, number) for start, end, number in sentences)
    return Article(document, read, ()), tuple(Span(document, start, end) for start, end in marks)


def with_mentions(read: Article, spans: tuple[Span, ...]) -> Article:
    """The article with a mention of one kilometer and a claim about its distance at each span."""
    mentions = tuple(Mention(read.document, span.start, span.end, Kind.QUANTITY, KILOMETER) for span in spans)
    claims = tuple(
        Claim(mention, read.sentences[0], "distance", frozenset({"depot"}), label="distance") for mention in mentions
    )
    return Article(read.document, read.sentences, mentions, claims)


KILOMETER = Quantity(Decimal("0.5"), Decimal("1.5"), "kilometer", (Decimal(1),))


def depots() -> Report:
    """A draft and a source that differ, agree, and leave something uncompared."""
    draft, (far, miles, people) = article(
        "draft.txt",
        ["The depot"],
        [
            "Nothing is said here.",
            "The depot lies <<40 km>> (<<64 miles>>) from the border.",
            "<<Twelve people>> work there.",
        ],
    )
    source, (near,) = article("source.txt", ["The depot lies <<25 miles>> from the border."])
    draft, source = with_mentions(draft, (far, miles, people)), with_mentions(source, (near,))
    return Report(
        (draft, source),
        (
            Finding(
                "wrong-conversion",
                Severity.ERROR,
                "“40 km” and “64 miles” cannot both be right",
                (miles, far),
                arithmetic="40 km = 24.9 miles; 64 miles = 103 km",
                slip="the factor was applied the wrong way round",
                repairs=("“40 km (25 miles)”", "“103 km (64 miles)”"),
            ),
            Finding("sources-differ", Severity.NOTE, "the sources differ", (miles, near), confidence=60),
        ),
        (Agreement("sources-differ", "40 km = 24.9 miles", (far, near)),),
        (Unchecked(draft.mentions[2], "nothing else speaks of the same"),),
        {"wrong-conversion": 1, "sources-differ": 2},
    )
