"""Currencies: the name that we use, and every way to write it before or after a number."""

from __future__ import annotations

#: In front of the number, lower case, the longest first where one ends like another ("us$" before "$").
SYMBOLS = {
    "$": "dollar", "us$": "dollar", "u.s. $": "dollar", "$us": "dollar", "us $": "dollar", "c$": "canadian dollar",
    "ca$": "canadian dollar", "c $": "canadian dollar", "$c": "canadian dollar", "cad$": "canadian dollar",
    "a$": "australian dollar", "au$": "australian dollar", "au $": "australian dollar", "$a": "australian dollar",
    "nz$": "new zealand dollar", "nz $": "new zealand dollar", "hk$": "hong kong dollar", "hk $": "hong kong dollar",
    "s$": "singapore dollar", "sg$": "singapore dollar", "nt$": "taiwan dollar", "r$": "brazilian real",
    "mex$": "mexican peso", "£": "pound sterling", "€": "euro", "¥": "yen", "y=": "yen", "\uffe5": "yen", "₹": "rupee",
    "rs": "rupee", "rs.": "rupee", "₽": "ruble", "₴": "hryvnia", "₩": "won", "₪": "shekel", "₺": "turkish lira",
    "฿": "baht", "₦": "naira", "₱": "philippine peso", "₫": "dong", "₾": "georgian lari", "¢": "cent", "us dollar": "dollar",
    "dollar": "dollar", "euro": "euro", "ps": "pound sterling", "rm": "malaysian ringgit", "ringgit": "malaysian ringgit",
    "ringgits": "malaysian ringgit", "malaysian ringgit": "malaysian ringgit", "malaysia ringgits": "malaysian ringgit",
    "can$": "canadian dollar", "dlrs": "dollar", "ksh": "kenyan shilling", "ush": "ugandan shilling", "tsh": "tanzanian shilling",
    "rp": "rupiah", "tk": "taka", "dh": "dirham", "dhs": "dirham",
}  # fmt: skip

#: Capitals that newspapers write right before a large sum in the money of their country ("R2bn", "N500 million").
CAPITALS = {"r": "south african rand", "n": "naira", "p": "philippine peso", "sh": "shilling", "sr": "saudi riyal"}

#: ISO codes and what newspapers write for them, on either side of the number.
CODES = {
    "usd": "dollar", "eur": "euro", "gbp": "pound sterling", "jpy": "yen", "cny": "yuan", "rmb": "yuan", "inr": "rupee",
    "cad": "canadian dollar", "aud": "australian dollar", "nzd": "new zealand dollar", "hkd": "hong kong dollar",
    "sgd": "singapore dollar", "chf": "swiss franc", "sek": "swedish krona", "nok": "norwegian krone",
    "dkk": "danish krone", "rub": "ruble", "uah": "hryvnia", "pln": "zloty", "czk": "czech koruna", "huf": "forint",
    "ron": "romanian leu", "bgn": "bulgarian lev", "try": "turkish lira", "ils": "shekel", "aed": "uae dirham",
    "sar": "saudi riyal", "qar": "qatari riyal", "kwd": "kuwaiti dinar", "lbp": "lebanese pound", "egp": "egyptian pound",
    "zar": "south african rand", "ngn": "naira", "kes": "kenyan shilling", "brl": "brazilian real", "mxn": "mexican peso",
    "myr": "malaysian ringgit", "idr": "rupiah", "thb": "baht", "php": "philippine peso", "krw": "won", "twd": "taiwan dollar",
    "bdt": "taka", "lkr": "sri lankan rupee", "ghs": "cedi", "ugx": "ugandan shilling", "tzs": "tanzanian shilling", "etb": "birr",
    "vnd": "dong", "mnt": "tugrik", "pkr": "pakistani rupee", "btc": "bitcoin", "eth": "ether", "hrk": "croatian kuna",
    "jod": "jordanian dinar", "mad": "moroccan dirham", "omr": "omani rial", "gel": "georgian lari",
    "sfr": "swiss franc", "skr": "swedish krona", "nkr": "norwegian krone", "dkr": "danish krone",
}  # fmt: skip

_NATIONALS = {
    "dollar": "us u.s. american canadian australian singapore taiwan jamaican",
    "pound": "british sterling egyptian lebanese syrian sudanese",
    "franc": "swiss french belgian cfa",
    "peso": "mexican philippine argentine chilean colombian cuban",
    "rupee": "indian pakistani nepalese sri_lankan",
    "krona": "swedish icelandic",
    "krone": "norwegian danish",
    "crown": "swedish norwegian danish czech",
    "dinar": "kuwaiti iraqi jordanian serbian algerian",
    "riyal": "saudi qatari",
    "rial": "iranian omani",
    "lira": "turkish italian",
    "shilling": "kenyan ugandan tanzanian",
    "rand": "south_african",
    "dirham": "moroccan uae emirati",
}

#: Behind the number, singular.
NAMES = {
    "dollar": "dollar", "$": "dollar", "us$": "dollar", "buck": "dollar", "cent": "cent", "¢": "cent", "euro": "euro", "€": "euro",
    "£": "pound sterling", "pound sterling": "pound sterling", "quid": "pound sterling", "pence": "penny", "penny": "penny",
    "pennies": "penny", "p": "penny", "new pence": "penny", "yen": "yen", "¥": "yen", "yuan": "yuan", "renminbi": "yuan", "kuai": "yuan",
    "rupee": "rupee", "₹": "rupee", "ruble": "ruble", "rouble": "ruble", "hryvnia": "hryvnia", "won": "won", "shekel": "shekel",
    "₪": "shekel", "franc": "franc", "mark": "mark", "deutschmark": "mark", "peso": "peso", "real": "brazilian real", "reais": "brazilian real",
    "lira": "lira", "rand": "south african rand", "krona": "krona", "krone": "krone", "kronor": "swedish krona", "kroner": "krone",
    "zloty": "zloty", "forint": "forint", "baht": "baht", "ringgit": "malaysian ringgit", "malaysia ringgit": "malaysian ringgit",
    "rupiah": "rupiah", "dong": "dong", "naira": "naira", "dirham": "dirham", "riyal": "riyal", "rial": "rial", "dinar": "dinar",
    "tugrik": "tugrik", "taka": "taka", "cedi": "cedi", "birr": "birr", "bitcoin": "bitcoin", "satoshi": "satoshi", "ether": "ether", "new zealand dollar": "new zealand dollar",
    "hong kong dollar": "hong kong dollar", "hong kong cent": "cent", "us cent": "cent", "u.s. cent": "cent", "australian cent": "cent",
    "canadian cent": "cent", "japanese yen": "yen", "chinese yuan": "yuan", "israeli shekel": "shekel", "new israeli shekel": "shekel",
    "south korean won": "won", "korean won": "won", "russian ruble": "ruble", "russian rouble": "ruble", "polish zloty": "zloty",
    "turkish lira": "turkish lira", "thai baht": "baht", "malaysian ringgit": "malaysian ringgit", "nigerian naira": "naira",
    "l.e": "egyptian pound", "l.e.": "egyptian pound", "₽": "ruble", "₾": "georgian lari", "₴": "hryvnia", "kn": "croatian kuna",
    "croatian kuna": "croatian kuna", "kuna": "croatian kuna", "markka": "markka", "guilder": "guilder", "escudo": "escudo",
}  # fmt: skip

_CROWNS = {
    "swedish": "swedish krona",
    "norwegian": "norwegian krone",
    "danish": "danish krone",
    "czech": "czech koruna",
}


def _names() -> dict[str, str]:
    """Each name behind a number, singular and plural."""
    names = NAMES | CODES
    for noun, nations in _NATIONALS.items():
        for nation in nations.replace("_", "\0").split():
            country = nation.replace("\0", " ")
            names[f"{country} {noun}"] = f"{country} {noun}"
    names |= {
        f"{nation} {noun}": name for nation, name in _CROWNS.items() for noun in ("crown", "kronor", "kroner", "koruna")
    }
    names |= dict.fromkeys(("us dollar", "u.s. dollar", "american dollar"), "dollar")
    names |= dict.fromkeys(("british pound", "sterling pound", "pound of sterling"), "pound sterling")
    names |= {f"{name}s": unit for name, unit in names.items() if name[-1].isalpha() and len(name) > 3}
    return names | {"pounds sterling": "pound sterling", "indian rupee": "rupee", "indian rupees": "rupee"}


#: Every way to write a currency behind a number, with its name.
NAMED = _names()
