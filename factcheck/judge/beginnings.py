"""When things began to exist, as far as the news speaks of them: a table for a newcomer to extend.

Each line has the name as it is printed, the first year in which somebody outside could
meet the thing, and who says so. A name that means something else as well ("Amazon",
"Tesla", "Zoom") does not belong here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Beginning(NamedTuple):
    """The first year of a thing, who says so, and whether its name is used for the time before as well."""

    year: int
    source: str
    is_used_of_before: bool = False


_COMPANY, _BRITANNICA, _LAW = "the company's own history", "Encyclopaedia Britannica", "its founding treaty or law"

#: States and bodies are spoken of under today's names, so that they count as a guess.
BEGINNINGS: Mapping[str, Beginning] = {
    **{
        name: Beginning(year, _COMPANY)
        for name, year in {
            "Airbnb": 2008, "AirPods": 2016, "Bluetooth": 1999, "ChatGPT": 2022, "Dropbox": 2008, "eBay": 1995,
            "Etsy": 2005, "Facebook": 2004, "FaceTime": 2010, "Flickr": 2004, "Fortnite": 2017, "GitHub": 2008,
            "Gmail": 2004, "Google": 1998, "Googled": 1998, "googled": 1998, "Instagram": 2010, "iPad": 2010, "iPads": 2010, "iPhone": 2007,
            "iPhones": 2007, "iPod": 2001, "iPods": 2001, "iTunes": 2001, "Kickstarter": 2009, "LinkedIn": 2003,
            "MySpace": 2003, "Napster": 1999, "PayPal": 1998, "Pinterest": 2010, "PlayStation": 1994, "Reddit": 2005,
            "Skype": 2003, "Snapchat": 2011, "SpaceX": 2002, "Spotify": 2006, "TikTok": 2016, "Tumblr": 2007,
            "Twitter": 2006, "Viagra": 1998, "Vimeo": 2004, "WeChat": 2011, "WhatsApp": 2009, "WikiLeaks": 2006,
            "Wikipedia": 2001, "Xbox": 2001, "YouTube": 2005,
        }.items()
    },
    **{
        name: Beginning(year, _BRITANNICA)
        for name, year in {
            "Bitcoin": 2009, "bitcoin": 2009, "Brexit": 2012, "Concorde": 1969, "Covid": 2019, "Covid-19": 2019,
            "COVID-19": 2019, "DVD": 1996, "DVDs": 1996, "email": 1971, "emails": 1971, "e-mail": 1971,
            "Eurostar": 1994, "smartphone": 1994, "smartphones": 1994, "Sputnik": 1957, "tweeted": 2006,
            "website": 1991, "websites": 1991, "Wi-Fi": 1997, "penicillin": 1928, "television": 1925,
            "helicopter": 1936, "helicopters": 1936, "laser": 1960, "nylon": 1935, "microwave oven": 1946,
        }.items()
    },
    **{
        name: Beginning(year, _LAW)
        for name, year in {"euro": 1999, "euros": 1999, "NATO": 1949, "Nato": 1949, "UNESCO": 1945}.items()
    },
    **{
        name: Beginning(year, _LAW, is_used_of_before=True)
        for name, year in {
            "Bangladesh": 1971, "Belarus": 1991, "Croatia": 1991, "Eurozone": 1999, "eurozone": 1999, "Israel": 1948,
            "Kazakhstan": 1991, "Pakistan": 1947, "Slovakia": 1993, "Slovenia": 1991, "Zimbabwe": 1980,
        }.items()
    },
}  # fmt: skip
