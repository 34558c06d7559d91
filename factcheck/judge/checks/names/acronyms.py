"""Initials that are not those of the name beside them: "World Health Organization (WTO)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.names.terms import SMALL_WORDS
from factcheck.judge.checks.parts import sentence_at
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Document, Severity, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_ACRONYM = regex(r"\(([A-Z]{2,6})\)")
#: No letters and the blank behind them are longer, with what may not stand before them.
LONGEST = 8
#: Where shares are spoken of, letters in brackets are a ticker.
_LISTED = regex(r"\b(?:shares|stocks?|NYSE|Nasdaq)\b", re.IGNORECASE)
#: How far before its acronym a name begins, in letters.
EXPANSION = 90
_NAME_WORDS = regex(r"[^\W\d_][\w’'.&]*|&")


#: Bodies by the letters that everybody knows them by. A newcomer adds a line.
BODIES = {
    name: letters
    for letters, _, names in (
        line.partition(" ")
        for line in """
        BBC British Broadcasting Corporation
        CDC Centers for Disease Control and Prevention
        CIA Central Intelligence Agency
        ECB European Central Bank
        EMA European Medicines Agency
        ESA European Space Agency
        EPA Environmental Protection Agency
        EU European Union
        UN United Nations
        ADB Asian Development Bank
        ASEAN Association of Southeast Asian Nations; Association of South East Asian Nations
        AU African Union
        BMA British Medical Association
        CBI Confederation of British Industry
        CDU Christian Democratic Union
        DEA Drug Enforcement Administration
        EBRD European Bank for Reconstruction and Development
        ECHR European Court of Human Rights
        FAA Federal Aviation Administration
        FCC Federal Communications Commission
        FEMA Federal Emergency Management Agency
        FTC Federal Trade Commission
        GAO Government Accountability Office
        HRW Human Rights Watch
        IATA International Air Transport Association
        ICAO International Civil Aviation Organization; International Civil Aviation Organisation
        IDF Israel Defense Forces; Israel Defence Forces
        IFS Institute for Fiscal Studies
        IMO International Maritime Organization; International Maritime Organisation
        IRA Irish Republican Army
        IRS Internal Revenue Service
        ISW Institute for the Study of War
        ITU International Telecommunication Union
        NAACP National Association for the Advancement of Colored People
        NAFTA North American Free Trade Agreement
        NBA National Basketball Association
        NFL National Football League
        NHL National Hockey League
        NFU National Farmers’ Union; National Farmers' Union; National Farmers Union
        NUT National Union of Teachers
        NUM National Union of Mineworkers
        NSPCC National Society for the Prevention of Cruelty to Children
        NAO National Audit Office
        NPA Newspaper Publishers Association
        GMC General Medical Council
        FCA Financial Conduct Authority
        FSA Financial Services Authority; Food Standards Agency
        RMT Rail, Maritime and Transport
        RCN Royal College of Nursing
        CPS Crown Prosecution Service
        NCA National Crime Agency
        DVLA Driver and Vehicle Licensing Agency
        HSE Health and Safety Executive
        ACLU American Civil Liberties Union
        AMA American Medical Association
        GOP Grand Old Party
        DNC Democratic National Committee
        RNC Republican National Committee
        NRC Nuclear Regulatory Commission
        MSF Médecins Sans Frontières
        IFRC International Federation of Red Cross and Red Crescent Societies
        ANC African National Congress
        NIH National Institutes of Health
        NOAA National Oceanic and Atmospheric Administration
        NRA National Rifle Association
        NSA National Security Agency
        NTSB National Transportation Safety Board
        OAS Organization of American States; Organisation of American States
        OBR Office for Budget Responsibility
        ONS Office for National Statistics
        PLO Palestine Liberation Organization; Palestine Liberation Organisation
        RAF Royal Air Force
        RNLI Royal National Lifeboat Institution
        RSPB Royal Society for the Protection of Birds
        RSPCA Royal Society for the Prevention of Cruelty to Animals
        SEC Securities and Exchange Commission
        SNP Scottish National Party
        TUC Trades Union Congress
        UAE United Arab Emirates
        UNEP United Nations Environment Programme; United Nations Environment Program
        UNFPA United Nations Population Fund
        USGS United States Geological Survey; US Geological Survey; U.S. Geological Survey
        WADA World Anti-Doping Agency
        WWF World Wildlife Fund; World Wide Fund for Nature
        FAO Food and Agriculture Organization; Food and Agriculture Organisation
        FBI Federal Bureau of Investigation
        FDA Food and Drug Administration
        FIFA International Federation of Association Football
        IAEA International Atomic Energy Agency
        ICC International Criminal Court
        ICJ International Court of Justice
        ICRC International Committee of the Red Cross
        IEA International Energy Agency
        ILO International Labour Organization; International Labour Organisation; International Labor Organization
        IMF International Monetary Fund
        IOC International Olympic Committee
        IOM International Organization for Migration; International Organisation for Migration
        IPCC Intergovernmental Panel on Climate Change
        NASA National Aeronautics and Space Administration
        NATO North Atlantic Treaty Organization; North Atlantic Treaty Organisation
        NHS National Health Service
        OECD Organization for Economic Cooperation and Development; Organisation for Economic Co-operation and Development
        OPCW Organisation for the Prohibition of Chemical Weapons
        OPEC Organization of the Petroleum Exporting Countries; Organization of Petroleum Exporting Countries
        OSCE Organization for Security and Cooperation in Europe; Organisation for Security and Co-operation in Europe
        UEFA Union of European Football Associations
        UNDP United Nations Development Programme; United Nations Development Program
        UNESCO United Nations Educational, Scientific and Cultural Organization
        UNHCR United Nations High Commissioner for Refugees; United Nations Refugee Agency
        UNICEF United Nations Children’s Fund; United Nations Children's Fund
        WFP World Food Programme; World Food Program
        WHO World Health Organization; World Health Organisation
        WMO World Meteorological Organization; World Meteorological Organisation
        WTO World Trade Organization; World Trade Organisation
        """.strip().splitlines()
        for line in (line.strip(),)
    )
    for name in names.split("; ")
}
_NAMES = tuple(BODIES)
#: A name in brackets: "the WHO (World Trade Organization)".
_IN_BRACKETS = regex(r" \((?:the )?(?P<name>[A-Z][^()\n]{3,90})\)")
_LETTERS_BEFORE = regex(r"(?<![\w-])[A-Z]{3,6} \Z")


@check("acronym", of=Article, told_by="(")
def acronym(article: Article) -> Iterator[Verdict]:
    """Every name with its initials in brackets, and whether they are its initials."""
    document = article.document
    for found in _IN_BRACKETS.finditer(document.text):
        before = _LETTERS_BEFORE.search(document.text, max(0, found.start() - LONGEST), found.start() + 1)
        if before is not None:
            letters, name = Span(document, before.start(), found.start()), Span(document, *found.span("name"))
            yield from (_of_body if name.text in BODIES else _altered)(letters, name)
    for found in _ACRONYM.finditer(document.text):
        body = _body_before(document, found.start())
        verdicts = tuple(_of_body(Span(document, *found.span(1)), body)) if body else ()
        yield from verdicts
        if not verdicts and len(found[1]) > 2 and not _LISTED.search(sentence_at(article, found.start()).text):
            yield from _of_name(article, found)


def _body_before(document: Document, bracket: int) -> Span | None:
    """The name of a body that everybody knows, right before a bracket."""
    end = bracket - 1 - document.text.endswith(", ", 0, bracket)
    if document.text.endswith(" ", 0, bracket) and document.text.endswith(_NAMES, 0, end):
        length = max(len(name) for name in _NAMES if document.text.endswith(name, 0, end))
        return Span(document, end - length, end)
    return None


def _of_body(letters: Span, name: Span) -> Iterator[Verdict]:
    """Whether letters are those of a body that everybody knows; nothing where they are no body's."""
    usual = BODIES[name.text]
    swapped = sorted(letters.text) == sorted(usual)
    if letters.text == usual:
        yield Accord((letters,), f"{usual} are its letters")
    elif swapped or letters.text in BODIES.values() or _apart(letters.text, usual) == 1:
        yield Clash(
            (letters, name),
            {"acronym": letters.text, "name": name.text, "initials": usual},
            f"“{name.text}” is the {usual}",
            SWAPPED if swapped else OTHER,
            (f"“{name.text} ({usual})”",),
        )


def _altered(letters: Span, name: Span) -> Iterator[Verdict]:
    """Known letters before a name that has half of the words of theirs, and not their initials."""
    words = [word for word in name.text.split() if word not in SMALL_WORDS]
    initials = "".join(word[0] for word in words)
    for usual in (usual for usual in BODIES if BODIES[usual] == letters.text != initials):
        theirs = [word for word in usual.split() if word not in SMALL_WORDS]
        if len(theirs) == len(words) and 2 * len(set(words) & set(theirs)) >= len(words):
            yield Clash(
                (letters, name),
                {"acronym": letters.text, "name": name.text, "initials": initials},
                f"{letters.text} is the “{usual}”",
                repairs=(f"“{letters.text} ({usual})”",),
            )
            return


def _apart(one: str, other: str) -> int:
    """In how many letters two of one length differ; more than all of them where they are not of one length."""
    return sum(a != b for a, b in zip(one, other, strict=True)) if len(one) == len(other) else len(one) + len(other)


def _of_name(article: Article, found: re.Match[str]) -> Iterator[Verdict]:
    """Whether letters are the initials of the name before them."""
    letters = found[1]
    span = Span(article.document, *found.span(1))
    name = _name_before(article.document.text, found.start())
    if any(letters in {initials, initials[: len(letters)]} for _, _, initials in name):
        yield Accord((span,), f"{letters} are the initials")
        return
    for start, words, initials in name:
        whole = Span(article.document, start, found.start() - 1)
        if words == len(letters) and _is_anothers(letters, whole.text):
            repairs = (f"“{whole.text} ({initials})”",)
            told = {"acronym": letters, "name": whole.text, "initials": initials}
            yield Clash((span, whole), told, f"the initials of “{whole.text}” are {initials}", OTHER, repairs)
            return
        slip = _slip(initials, letters) if words == len(letters) else ""
        if slip:
            yield Clash(
                (span, whole),
                {"acronym": letters, "name": whole.text, "initials": initials},
                f"the initials of “{whole.text}” are {initials}",
                slip,
                (f"“{whole.text} ({initials})”",),
                at_most=None if words >= LONG and not letters.startswith(initials[:-1]) else Severity.NOTE,
            )
            return


def _name_before(text: str, end: int) -> list[tuple[int, int, str]]:
    """What may be the name before a bracket: where it starts, its words with capitals, and its initials.

    The longest comes first; with the small words it has other initials.
    """
    stretch = text[max(0, end - EXPANSION) : end]
    if not stretch.endswith(" "):
        return []
    words = list(_NAME_WORDS.finditer(stretch))
    found: list[tuple[int, int, str]] = []
    capitals = full = ""
    edge = len(stretch)
    for word in reversed(words):
        between = stretch[word.end() : edge]
        if between.strip(" -") or (not word[0][0].isupper() and word[0] not in SMALL_WORDS):
            break
        edge = word.start()
        full = word[0][0].upper() + full
        if word[0][0].isupper():
            capitals = word[0][0] + capitals
            start = max(0, end - EXPANSION) + word.start()
            found.append((start, len(capitals), capitals))
            found.append((start, 0, full))
    return found[::-1]


def _is_anothers(letters: str, name: str) -> bool:
    """Whether everybody knows letters as those of another body whose name has a word of this one."""
    words = set(name.split()) - SMALL_WORDS
    return any(usual == letters and words & set(body.split()) for body, usual in BODIES.items())


#: Fewer letters are changed for the ear, and the last one often stands for the middle of a word.
LONG = 4
CHANGED, SWAPPED, OTHER = "a letter was changed", "letters changed places", "they are those of another body"


def _slip(initials: str, letters: str) -> str:
    """How the initials came to be the letters, if it is one slip: another language has quite other letters."""
    apart = [at for at, (a, b) in enumerate(zip(initials, letters, strict=True)) if a != b]
    if initials[0] != letters[0]:
        return ""
    if len(apart) == 1:
        return CHANGED
    if (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and initials[apart[0]] == letters[apart[1]]
        and initials[apart[1]] == letters[apart[0]]
    ):
        return SWAPPED
    return ""
