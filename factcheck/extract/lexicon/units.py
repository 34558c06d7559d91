"""Units of measure: the name that we use, and every way to write it.

Names are singular, in American spelling. Spellings are lower case; a plural in s is added to every spelling of three
letters or more. A new unit is one line here, and a factor in `resolve/units.py` (which a test asks for).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LENGTHS = {
    "kilometer": "km kms kilometre kilometer kilometeres",
    "meter": "m metre meter mtrs",
    "centimeter": "cm cms centimetre centimeter",
    "millimeter": "mm millimetre millimeter",
    "decimeter": "dm decimetre decimeter",
    "micrometer": "μm µm micrometre micrometer micron",
    "nanometer": "nm nanometre nanometer",
    "mile": "mi mile",
    "yard": "yd yds yard",
    "foot": "ft foot feet",
    "inch": "inch inches",
}

_OTHERS = {
    # length
    "picometer": "picometre picometer",
    "nautical mile": "nautical_mile nmi sea_mile",
    "statute mile": "statute_mile",
    "light year": "light_year light-year lightyear",
    "furlong": "furlong",
    "fathom": "fathom",
    "league": "leagues",
    "astronomical unit": "astronomical_unit au",
    # area
    "hectare": "ha hectare",
    "acre": "acre",
    # volume
    "liter": "litre liter ltr ltrs",
    "milliliter": "ml millilitre milliliter",
    "centiliter": "cl centilitre centiliter",
    "hectoliter": "hl hectolitre hectoliter",
    "megaliter": "megalitre megaliter",
    "gigaliter": "gigalitre gigaliter",
    "gallon": "gal gals gallon us_gallon",
    "imperial gallon": "imperial_gallon uk_gallon british_gallon",
    "quart": "quart",
    "pint": "pint",
    "cup": "cup",
    "tablespoon": "tbsp tablespoon",
    "teaspoon": "tsp teaspoon",
    "fluid ounce": "fl_oz fluid_ounce",
    "barrel": "bbl bbls barrel",
    "bushel": "bushel",
    "acre foot": "acre-foot acre-feet acre_foot acre_feet",
    "cubic foot": "cu_ft cubic-foot",
    "twenty-foot equivalent unit": "teu teus",
    # mass
    "kilogram": "kg kgs kilo kilogram kilogramme",
    "gram": "gram gramme gm gms",
    "milligram": "mg milligram milligramme",
    "microgram": "μg µg mcg microgram microgramme",
    "tonne": "tonne metric_tonne",
    "metric ton": "metric_ton",
    "ton": "ton",
    "short ton": "short_ton us_ton",
    "long ton": "long_ton imperial_ton",
    "kiloton": "kt kiloton kilotonne",
    "megaton": "mt megaton megatonne",
    "gigaton": "gt gigaton gigatonne",
    "pound": "lb lbs pound",
    "ounce": "oz ozs ounce",
    "troy ounce": "troy_ounce",
    "stone": "stone",
    "dram": "dram drachm drachma",
    "carat": "carat karat",
    "hundredweight": "hundredweight cwt",
    # speed
    "kilometer per hour": "km/h kmh kph km/hr kmph kmh-1 km_an_hour",
    "mile per hour": "mph m.p.h. m.p.h",
    "meter per second": "m/s m/sec",
    "kilometer per second": "km/s km/sec",
    "foot per second": "ft/s ft/sec fps",
    "knot": "kt. kts knot",
    "mile per gallon": "mpg",
    "barrel per day": "bpd bopd b/d",
    "ton per day": "tpd",
    # temperature
    "celsius": "°c ºc celsius celcius centigrade degrees_celsius degree_celsius degrees_c deg_c degrees_centigrade ℃",
    "fahrenheit": "°f ºf fahrenheit farenheit degrees_fahrenheit degree_fahrenheit degrees_f deg_f ℉",
    "kelvin": "kelvin",
    "degree": "° º degree deg",
    # energy, power, electricity
    "watt": "watt",
    "kilowatt": "kw kilowatt",
    "megawatt": "megawatt",
    "gigawatt": "gw gigawatt",
    "terawatt": "tw terawatt",
    "watt hour": "wh watt-hour watt_hour",
    "kilowatt hour": "kwh kw/h kilowatt-hour kilowatt_hour",
    "megawatt hour": "mwh megawatt-hour megawatt_hour",
    "gigawatt hour": "gwh gigawatt-hour gigawatt_hour",
    "terawatt hour": "twh terawatt-hour terawatt_hour",
    "horsepower": "hp bhp horsepower",
    "joule": "joule",
    "kilojoule": "kj kilojoule",
    "megajoule": "mj megajoule",
    "calorie": "cal calorie",
    "kilocalorie": "kcal kilocalorie",
    "british thermal unit": "btu btus",
    "volt": "volt",
    "kilovolt": "kv kilovolt",
    "millivolt": "mv millivolt",
    "ampere": "amp ampere",
    "ampere hour": "ah amp-hour",
    "milliampere hour": "mah",
    "ohm": "ohm Ω",
    "farad": "farad",
    "newton": "newton",
    "newton meter": "nm. newton-meter newton-metre",
    "foot pound-force": "lb-ft ft-lb foot-pound pound-feet pound-foot",
    "lumen": "lumen",
    "teraelectronvolt": "tev",
    "gigaelectronvolt": "gev",
    # pressure
    "pascal": "pascal",
    "kilopascal": "kpa kilopascal",
    "hectopascal": "hpa hectopascal",
    "megapascal": "mpa megapascal",
    "gigapascal": "gpa gigapascal",
    "millibar": "mbar millibar",
    "pound per square inch": "psi",
    "kilopound per square inch": "ksi",
    "atmosphere": "atmospheres",
    # frequency, data, sound, radiation
    "hertz": "hz hertz",
    "kilohertz": "khz kilohertz",
    "megahertz": "mhz megahertz",
    "gigahertz": "ghz gigahertz",
    "bit": "bit",
    "byte": "byte",
    "kilobyte": "kb kilobyte",
    "megabyte": "mb megabyte",
    "gigabyte": "gb gigabyte",
    "terabyte": "tb terabyte",
    "petabyte": "pb petabyte",
    "kilobit": "kbit kilobit",
    "megabit": "mbit megabit",
    "gigabit": "gbit gigabit",
    "kilobit per second": "kbps",
    "megabit per second": "mbps",
    "gigabit per second": "gbps",
    "decibel": "db dba decibel",
    "megapixel": "megapixel",
    "pixel": "px pixel",
    "gray": "gy",
    "milligray": "mgy",
    "sievert": "sv sievert",
    "millisievert": "msv millisievert",
    "becquerel": "bq becquerel",
    "revolution per minute": "rpm",
    "frame per second": "frames_per_second",
    "parts-per-million": "ppm parts_per_million",
    "parts-per-billion": "ppb parts_per_billion",
    "radian": "rad radian",
    "turn": "turn",
    # shares
    "percent": "% percent per_cent pc pct percents per-cent \uff05",
    "percentage point": "percentage_point percentage-point pct_point percent_point pp pps ppt ppts %_point",
    "basis point": "basis_point basis-point bps bp",
}  # fmt: skip

#: Symbols that need their capitals to be themselves.
CASED = {
    "C": "celsius", "F": "fahrenheit", "K": "kelvin", "W": "watt", "V": "volt", "A": "ampere", "N": "newton", "J": "joule",
    "MW": "megawatt", "mW": "milliwatt", "Mb": "megabit", "Kb": "kilobit", "Gb": "gigabit", "kb": "kilobit", "Pa": "pascal",
    "Nm": "newton meter", "L": "liter", "T": "tesla", "TEU": "twenty-foot equivalent unit", "mJ": "millijoule",
    "mPa": "millipascal", "M": "", "EV": "", "AU": "astronomical unit", "AH": "", "G": "", "GPA": "", "GB": "gigabyte", "MT": "megaton",
}  # fmt: skip

#: Letters that are units only where they touch the digits: "1.5l" and "100t", not "2 in Paris".
GLUED = {
    "g": "gram",
    "l": "liter",
    "t": "tonne",
    "in": "inch",
    "in.": "inch",
    "ins": "inch",
    "st": "stone",
    "w": "watt",
    "b": "",
    "c": "",
    "mp": "megapixel",
}

#: The second, smaller unit of a compound: "6ft 2in", "9st 4lb", "8 pounds 3 ounces". How many make one of the first.
COMPOUNDS = {
    ("foot", "inch"): 12,
    ("stone", "pound"): 14,
    ("pound", "ounce"): 16,
    ("yard", "foot"): 3,
    ("mile", "yard"): 1760,
    ("kilometer", "meter"): 1000,
    ("meter", "centimeter"): 100,
}  # fmt: skip

#: What people and babies are measured in: a compound is told in the first unit; all others are told in the smaller one.
BODILY = frozenset(("foot", "stone", "pound"))

#: Coins, a hundred of which make one of the currency before them ("20 dollars and 43 cents").
COINS = frozenset(("cent", "centime", "penny", "sen", "paisa", "rappen"))

#: How the second unit of a compound is written.
SMALLER = {
    "in": "inch", "ins": "inch", "inch": "inch", "inches": "inch", '"': "inch", "″": "inch", "''": "inch", "”": "inch", "'": "foot", "’": "foot", "′": "foot",
    "lb": "pound", "lbs": "pound", "pounds": "pound", "pound": "pound", "oz": "ounce", "ozs": "ounce", "ounces": "ounce", "ounce": "ounce",
    "feet": "foot", "foot": "foot", "ft": "foot", "yards": "yard", "meters": "meter", "metres": "meter", "m": "meter",
    "metre": "meter", "meter": "meter", "centimetres": "centimeter", "centimeters": "centimeter", "centimetre": "centimeter",
    "centimeter": "centimeter", "cm": "centimeter", "cents": "cent", "cent": "cent", "c": "cent", "p": "penny",
    "pence": "penny", "sen": "sen", "paise": "paisa", "rappen": "rappen", "centime": "centime", "centimes": "centime",
}  # fmt: skip

#: Things that are paid for, or counted by, one at a time: "£15,000 a home", "36 a game".
_APIECE = (
    "adult animal bag bed bike book bottle box bus calf camera car card carton case chair child coach computer copy couple cow crate"
    " delegate desk diner dose employee episode family farm fish flat game glass goal guest hen home hotel house household jar"
    " journey lamp laptop letter load lorry meal member mug page pair panel parcel passenger patient phone plane plate player plot"
    " point prisoner pupil resident ride room sack school seat session sheep shirt show soldier station student teacher team term"
    " tree vehicle visitor vote voter worker"
)
#: What a rate is counted by, where "a", "an" or a stroke leads to it; after "per" any noun will do.
RATES = {
    **{noun: noun for noun in _APIECE.split()},
    "second": "second", "s": "second", "sec": "second", "minute": "minute", "min": "minute", "hour": "hour", "h": "hour",
    "hr": "hour", "day": "day", "night": "night", "week": "week", "month": "month", "mo": "month", "quarter": "quarter",
    "year": "year", "yr": "year", "barrel": "barrel", "bbl": "barrel", "gallon": "gallon", "litre": "liter",
    "liter": "liter", "pound": "pound", "lb": "pound", "ounce": "ounce", "oz": "ounce", "kilo": "kilogram",
    "kilogram": "kilogram", "kg": "kilogram", "gram": "gram", "ton": "ton", "tonne": "tonne", "bushel": "bushel",
    "share": "share", "head": "head", "person": "person", "piece": "piece", "mile": "mile", "km": "kilometer",
    "kilometer": "kilometer", "kilometre": "kilometer", "acre": "acre", "hectare": "hectare", "ha": "hectare", "dozen": "dozen",
    "pint": "pint", "pack": "pack", "therm": "therm", "unit": "unit", "ticket": "ticket",
    "millisecond": "millisecond", "ms": "millisecond", "cm": "centimeter", "mmbtu": "mega british thermal unit",
    "square meter": "square meter", "cm2": "square centimeter", "cm²": "square centimeter", "m2": "square meter",
    "m²": "square meter", "s2": "square second", "s²": "square second", "m3": "cubic meter", "m³": "cubic meter",
    "sqm": "square meter", "sqft": "square foot",
    "square foot": "square foot", "sq ft": "square foot", "decade": "decade", "annum": "year", "l": "liter", "ml": "milliliter",
    "dl": "deciliter", "day's": "day", "trip": "trip", "megawatt-hour": "megawatt hour", "mwh": "megawatt hour",
    "kwh": "kilowatt hour", "kilowatt-hour": "kilowatt hour",
}  # fmt: skip


def _written(spellings: str) -> Iterator[str]:
    """Every way to write a unit, and its plural."""
    for spelling in spellings.split():
        written = spelling.replace("_", " ")
        yield written
        if len(written) >= 3 and written[-1].isalpha() and not written.endswith("s"):
            yield written + "s"


#: How areas and volumes are written: before a unit of length, behind it as a word, and as a mark.
_POWERS = (
    ("square", ("square", "sq", "sq."), "squared", ("2", "²", "^2")),
    ("cubic", ("cubic", "cu", "cu."), "cubed", ("3", "³", "^3")),
)


def _spellings() -> dict[str, str]:
    """Each spelling of each unit, with its name."""
    names = {written: unit for unit, spellings in (_LENGTHS | _OTHERS).items() for written in _written(spellings)}
    for unit, spellings in _LENGTHS.items():
        for written in _written(spellings):
            for power, before, behind, marks in _POWERS:
                name = f"{power} {unit}"
                for word in before:
                    names[f"{word} {written}"] = name
                if power == "square" and len(written) <= 2:
                    names[f"sq{written}"] = name
                for mark in marks:
                    names[f"{written}{mark}"] = name
                names[f"{written} {behind}"] = name
    return names


#: Every spelling of every measure, with the unit's name.
MEASURES = _spellings()
