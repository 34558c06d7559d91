"""When things began to exist, as far as the news speaks of them: a table for a newcomer to extend.

Each line has the first year in which somebody outside could meet the things, and their names
as they are printed, with commas between. A name that means something else as well ("Amazon",
"Tesla", "Zoom") does not belong here, unless with a word that tells it apart ("Zoom call").
The plural in "s" of a name is known with it. What a year rests on stands over each block.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Beginning(NamedTuple):
    """The first year of a thing, who says so, and whether its name is used for the time before as well."""

    year: int
    source: str
    is_used_of_before: bool = False


#: Companies, sites, programs and devices: the year in which they were launched for the public.
_LAUNCHED = """
1932 Lego
1938 Nescafe, Nescafé
1943 IKEA
1948 Polaroid camera
1950 Diners Club
1955 Disneyland
1958 American Express card, Lego brick
1959 Barbie doll
1960 Coronation Street
1962 Walmart
1963 Instamatic, Doctor Who
1964 Ford Mustang
1966 Star Trek
1968 Boeing 737
1969 Boeing 747, jumbo jet, Sesame Street
1971 Starbucks, Nasdaq, Disney World
1972 Atari
1975 Microsoft, Betamax
1977 Apple II
1979 Walkman
1980 CNN, Pac-Man, Rubik's Cube
1981 MTV, IBM PC, MS-DOS
1982 Commodore 64
1983 Nintendo Entertainment System
1984 Apple Macintosh, Tetris, Ryanair
1985 Microsoft Windows, Blockbuster Video, EastEnders
1986 Pixar
1987 PowerPoint
1988 Photoshop, Prozac
1989 Game Boy, SimCity, The Simpsons, Botox
1990 Microsoft Office
1991 Linux
1992 Cartoon Network
1994 PlayStation, Yahoo, Netscape
1995 easyJet, EasyJet, eBay, Craigslist, Windows 95, Internet Explorer, Amazon.com
1996 Hotmail, PalmPilot, Nokia Communicator, Pokémon, Al Jazeera, Fox News, MSNBC
1997 Harry Potter book, Teletubbies, Netflix, Toyota Prius, Prius
1998 Google, Googled, googled, googling, PayPal, Viagra, Windows 98
1999 Bluetooth, Napster, BlackBerry, Alibaba, Baidu, Blogger
2000 Tripadvisor, TripAdvisor, Nokia 3310, PlayStation 2, Airbus A380, A380
2001 Just Eat, iPod, iTunes, Wikipedia, Xbox, Windows XP
2002 SpaceX, Roomba, LinkedIn
2003 MySpace, Skype, WordPress, 4chan
2004 X Factor, Strictly Come Dancing, Peppa Pig, Facebook, Flickr, Gmail, Vimeo, Nintendo DS, World of Warcraft, Firefox
2005 Amazon Prime, Klarna, Etsy, Reddit, YouTube, Google Maps, Google Earth, YouTube video, YouTuber, Xbox 360
2006 Twitter, tweeted, retweeted, WikiLeaks, Spotify, Nintendo Wii, PlayStation 3, Shopify
2007 iPlayer, iPlayer account, iPhone, Kindle, Tumblr, SoundCloud, Street View, Dropbox
2008 Airbnb, GitHub, Android phone, Groupon, MacBook Air
2009 WhatsApp, Kickstarter, Uber, Bitcoin, bitcoin, Angry Birds, Tesla Roadster, Fitbit, Minecraft, Venmo
2010 Bake Off, Nissan Leaf, Instagram, iPad, FaceTime, Pinterest, Lyft, Deliveroo, GoFundMe, Instagrammer
2011 Snapchat, WeChat, Chromebook, Dreamliner, iCloud, Game of Thrones
2012 Tinder, Google Drive, Tesla Model S, Candy Crush, Coursera, Patreon, Raspberry Pi
2013 Telegram channel, Xbox One, DoorDash, PlayStation 4
2014 Alexa speaker, Apple Pay, Google Home, Amazon Echo
2015 Monzo, Revolut, Apple Watch, Periscope app, Discord server, Ethereum, OpenAI
2016 AirPods, TikTok, Pokemon Go, Pokémon Go
2017 Fortnite, Nintendo Switch, Google Lens, Ozempic
2019 Disney+, Disney Plus
2020 PlayStation 5, HBO Max, Zoom call, Zoom meeting
2021 Windows 11, Clubhouse app
2022 ChatGPT, Stable Diffusion, Midjourney
2023 GPT-4, Threads app
2024 Apple Vision Pro
"""

#: Inventions, technologies and what is done with them: Encyclopaedia Britannica.
_INVENTED = """
1783 hot-air balloon
1807 steamboat
1825 steam locomotive, passenger train, passenger railway
1826 photograph
1838 daguerreotype
1840 postage stamp
1844 telegram
1846 ether anaesthetic, ether anesthetic
1852 safety elevator
1862 machine gun
1863 underground railway
1866 dynamite
1867 typewriter
1870 barbed wire
1876 telephone, phoned, telephone call, phone call, microphone
1877 phonograph, gramophone
1879 light bulb, electric light
1885 motorcycle, petrol car
1886 automobile, Coca-Cola, motor car
1891 escalator, basketball
1895 X-ray, radio, cinema, volleyball
1896 radio broadcast
1899 aspirin
1903 aeroplane, airplane
1907 vacuum cleaner, bakelite
1908 Model T
1909 airport
1910 neon sign
1913 crossword, crossword puzzle, refrigerator
1914 traffic light, military tank
1919 toaster
1920 radio station, robot
1921 insulin
1922 insulin injection
1925 television, televised, television set, TV set
1926 talking film
1928 penicillin
1929 car radio
1935 nylon, radar, parking meter
1936 helicopter
1938 ballpoint pen, ballpoint, nylon stockings, Teflon, atomic bomb, atom bomb, nuclear weapon, nuclear bomb
1939 jet aircraft, jet plane, jet fighter
1941 aerosol can, antibiotic
1942 nuclear reactor, napalm
1943 scuba, aqualung
1946 microwave oven, bikini, Tupperware, electronic computer, mobile telephone
1947 transistor
1948 long-playing record, LP record, LPs, Velcro, velcro
1950 credit card, superglue
1951 nuclear power plant, video tape, hydrogen bomb, colour television, color television
1952 polio vaccine, jet airliner
1954 nuclear submarine, nuclear power station, kidney transplant, transistor radio
1955 polio vaccination, fibre optic, fiber optic
1956 video recorder, hovercraft
1957 plastic bag, Sputnik, artificial satellite, intercontinental missile
1958 integrated circuit, microchip, video game
1959 photocopier, seat belt, spandex
1960 laser, birth control pill, birth-control pill, contraceptive pill
1961 spaceflight, space flight, manned space flight
1962 communications satellite, audio cassette, LEDs
1963 cassette tape, lava lamp, zip code, ZIP code
1964 bullet train, computer mouse, miniskirt, heart transplant
1967 cash machine, pocket calculator, ATMs
1969 Concorde, ARPANET
1970 floppy disk
1971 email, e-mail, emailed, e-mailed, microprocessor, space station
1972 games console, CT scanner
1973 mobile phone, cellphone, cell phone, cellular phone, MRI scan
1974 Post-it note, barcode
1975 personal computer, digital camera, laser printer, home computer
1976 Ebola
1977 MRI scanners
1978 test-tube baby, GPS, IVF
1979 spreadsheet, karaoke machine, snowboard
1981 laptop, space shuttle, laptop computer, crack cocaine
1982 compact disc, camcorder, CD player, emoticon, artificial heart
1983 camera phone, CD-ROM, internet
1984 DNA fingerprinting, DNA profiling, DNA test, DNA evidence, 3D printer, 3D printing, 3-D printer
1989 World Wide Web, world wide web, web page, HDTV
1990 web browser, search engine, web server
1991 website, web site, lithium-ion battery, web address, internet cafe, webcam
1992 text message, texted, texting, SMS messages
1993 PDF, PDFs, MP3, MP3s, plasma screen
1994 smartphone, QR code, online shopping, blog, blogger, online dating
1995 online auction, DVD video, MP3 player, USB stick, internet banking
1996 DVD, DVDs, USB, instant messaging, DVD player
1997 Wi-Fi, wifi, WiFi, hybrid car, emoji, social media
1998 International Space Station
2000 flash drive, USB flash drive, satnav
2001 Segway
2002 selfie
2004 podcast, e-cigarette, vaping, vape, crowdfunding campaign, social networking site
2006 hashtag, cloud computing, e-reader, tweets, video streaming
2007 app store, smartphone app
2008 cryptocurrency, cryptocurrencies, blockchain, App Store
2010 tablet computer
2012 Crispr, CRISPR, Google Glass, smartwatch
2018 5G network
2019 Covid, Covid-19, COVID-19, COVID, coronavirus pandemic, Covid pandemic
2020 Covid vaccine, coronavirus vaccine, COVID-19 vaccine, Covid-19 vaccine, Covid lockdown, mRNA vaccine
2021 NFT
"""

#: Bodies and currencies, with the treaty or law that founded them.
_FOUNDED = """
1863 Red Cross, Football Association
1894 International Olympic Committee
1896 Nobel Prize
1904 FIFA, Fifa
1908 FBI
1913 Federal Reserve
1919 League of Nations
1922 BBC
1929 Academy Award, Oscar ceremony
1942 United Nations
1944 World Bank, International Monetary Fund, IMF
1945 UNESCO, Unesco, Security Council
1946 UNICEF, Unicef, World Health Organization, World Health Organisation, National Health Service, NHS
1947 CIA
1949 NATO, Nato, Council of Europe, People's Republic of China
1951 UNHCR, European Coal and Steel Community
1955 Warsaw Pact
1956 Eurovision, Eurovision Song Contest
1957 European Economic Community, International Atomic Energy Agency, IAEA
1958 NASA, Nasa, EEC
1960 OPEC, Opec, Paralympics, Paralympic Games
1961 Amnesty International, WWF, World Food Programme, Peace Corps, Berlin Wall
1963 Organisation of African Unity
1964 PLO
1965 Medicaid
1967 ASEAN, Asean, Super Bowl
1970 Environmental Protection Agency
1971 Greenpeace, Médecins Sans Frontières
1973 DEA, OPEC embargo
1975 G7
1977 Department of Energy
1987 Hamas
1988 Al-Qaeda, al-Qaeda, Al Qaeda, al Qaeda
1989 APEC
1990 Hubble telescope, Hubble Space Telescope
1993 Europol
1994 NAFTA, Nafta, Taliban, National Lottery
1995 World Trade Organization, World Trade Organisation, WTO, Schengen area
1998 European Central Bank, ECB, Good Friday Agreement
1999 euro, G20, eurozone, Scottish Parliament, Welsh Assembly
2002 International Criminal Court, African Union, Homeland Security, Guantanamo Bay detention camp, Boko Haram
2003 Department of Homeland Security
2006 UN Human Rights Council
2008 Indian Premier League, IPL
2010 Obamacare, Affordable Care Act
2012 Brexit
2013 Islamic State group, Black Lives Matter, Alternative for Germany, AfD
2018 MeToo
2019 Space Force
"""

#: States, cities and unions by today's names, which are used for the time before as well.
_NAMED = """
1921 Northern Ireland
1922 Soviet Union, USSR
1924 Leningrad
1930 Istanbul
1932 Saudi Arabia
1935 Iran
1939 Thailand
1947 Pakistan
1948 Israel
1949 West Germany, East Germany
1957 Ghana
1964 Tanzania, Zambia, Malawi
1966 Botswana, Lesotho, Guyana
1971 Bangladesh, United Arab Emirates, Qatar
1972 Sri Lanka
1975 Ho Chi Minh City, Suriname, Papua New Guinea
1976 Socialist Republic of Vietnam
1980 Zimbabwe
1984 Burkina Faso
1989 Myanmar
1990 Namibia
1991 Belarus, Croatia, Kazakhstan, Slovenia, Uzbekistan, Turkmenistan, Kyrgyzstan, Tajikistan, Moldova
1991 Azerbaijan, North Macedonia, Russian Federation
1992 Bosnia and Herzegovina, Premier League
1993 Slovakia, Czech Republic, Eritrea, European Union, EU
1995 Mumbai
1996 Chennai
1997 Democratic Republic of the Congo, Democratic Republic of Congo
2001 Kolkata
2002 Timor-Leste, East Timor
2006 Montenegro
2008 Kosovo
2011 South Sudan
2018 Eswatini
2019 Nur-Sultan
"""

#: Buildings and works: the year in which work on them began, by Encyclopaedia Britannica.
_BUILT = """
1817 Erie Canal
1859 Suez Canal
1863 London Underground
1869 Brooklyn Bridge
1876 Statue of Liberty
1886 Tower Bridge
1887 Eiffel Tower
1891 Trans-Siberian Railway
1904 Panama Canal
1927 Mount Rushmore
1928 Chrysler Building
1930 Empire State Building
1931 Hoover Dam
1933 Golden Gate Bridge
1941 Pentagon
1956 Brasilia, Brasília
1959 Sydney Opera House
1960 Aswan High Dam
1966 World Trade Center, twin towers
1970 Chernobyl nuclear plant, Chernobyl power plant
1973 CN Tower
1988 Channel Tunnel
1994 Three Gorges Dam
1995 Oresund Bridge
1998 London Eye, Millennium Dome
2004 Burj Khalifa
2009 Shard skyscraper
"""

_BLOCKS = (
    (_BUILT, "Encyclopaedia Britannica", False),
    (_LAUNCHED, "the company's own history", False),
    (_INVENTED, "Encyclopaedia Britannica", False),
    (_FOUNDED, "its founding treaty or law", False),
    (_NAMED, "its founding or its new name", True),
)


def _entries() -> Iterator[tuple[str, Beginning]]:
    for block, source, is_used_of_before in _BLOCKS:
        for line in block.strip().splitlines():
            year, _, names = line.partition(" ")
            for name in names.split(", "):
                yield name, Beginning(int(year), source, is_used_of_before)


#: Each name with its beginning. States are spoken of under today's names, so that they count as a guess.
BEGINNINGS: Mapping[str, Beginning] = dict(_entries())
#: No name has more words.
MOST_WORDS = max(len(name.split()) for name in BEGINNINGS)
