"""What amounts mean, and every way to say them; and what is no amount at all."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.extract import extract
from factcheck.model import INFINITY, Bound, Document, Kind, Quantity

AMOUNTS = frozenset(Kind) - {Kind.DATE, Kind.TIME, Kind.DURATION, Kind.SET, Kind.ORDINAL}

#: What it is, the numbers that are printed, the unit; and how it is said, the words of the amount between angle marks.
MEANS = {
    # counts
    (Kind.COUNT, "12", "person"): [
        "«12 people» died", "«Twelve people» died", "«a dozen people»", "killed «12» and hurt more", "«12» were killed",
        "killed «about 12» of them", "wounding «nearly 12»",
        "The toll rose to «12»", "«12 more people»", "«12 of the people»", "Each day «12 people» left", "Last week «12 people» left",
    ],
    (Kind.NUMBER, "64", ""): ["the women (n=«64») slept"],
    (Kind.COUNT, "70000", "person"): ["a town of «70,000»", "«70,000 people»", "«70 000 people»", "a population of «70,000»"],
    (Kind.COUNT, "40", "person"): ["In Leeds «40 people» died.", "In North Yorkshire «40 people» died."],
    (Kind.NUMBER, "171000", ""): ["of these it sold, in Europe «171,000» and in Asia none"],
    (Kind.COUNT, "2", "second-place medal"): ["«two second-place medals»"],
    (Kind.COUNT, "3", "quarter-point cut"): ["«three quarter-point cuts»"],
    (Kind.COUNT, "19", "point"): ["Ames had most rebounds, Brandt «19 points».", "«19 points»"],
    (Kind.COUNT, "2", "goal"): ["«a brace of goals»", "«two goals»"],
    (Kind.COUNT, "60", "villager"): ["«three score villagers»", "«sixty villagers»"],
    (Kind.NUMBER, "70", ""): ["«three score and ten»", "«seventy»"],
    (Kind.COUNT, "2", "score draw"): ["«two score draws»"],
    (Kind.COUNT, "3", "clerk"): ["«a trio of clerks»", "«three clerks»"],
    (Kind.COUNT, "4", "resident"): ["«a quartet of residents»", "«four residents»", "«4 of the residents»", "«four\nresidents»", "«four of its residents»"],
    (Kind.COUNT, "26", "senator"): ["«twenty-six senators»", "«26 senators»", "«twenty six senators»", "«26\u00a0senators»"],
    (Kind.COUNT, "105", "home"): ["«one hundred and five homes»", "«105 homes»"],
    (Kind.COUNT, "60", "seat"): ["the «60-seat» house", "«60 seats»"],
    (Kind.COUNT, "9", "member"): ["a «nine-member» panel", "«9 members»"],
    (Kind.COUNT, "200", "person"): ["a «200-person» crowd"],
    (Kind.COUNT, "12", "pupil"): ["«twelve (12) pupils»", "«12 (twelve) pupils»", "This year «12 pupils» sang"],
    (Kind.COUNT, "12", "page"): ["a «12 page» document", "a «12-page» document"],
    (Kind.COUNT, "8", "world cup"): ["«eight World Cups»"],
    (Kind.NUMBER, "8", ""): ["The other «eight» were treated."],
    (Kind.COUNT, "1", "man"): ["«one man» and his dog"],
    (Kind.COUNT, "1", "person"): ["«one» was killed"],
    (Kind.COUNT, "7", "person"): ["It sank. «Seven» were passengers", "It sank. «Seven» were women", "«7» were crew"],
    (Kind.COUNT, "1200", "man"): ["«twelve hundred men»"],
    (Kind.COUNT, "5", "crew member"): ["«five crew members»"],
    (Kind.COUNT, "90", "coronavirus case"): ["«90 coronavirus cases»"],
    (Kind.COUNT, "90", "coronavirus"): ["«90 coronaviruses»"],
    (Kind.COUNT, "8", "hepatitis drug"): ["«eight hepatitis drugs»"],
    (Kind.COUNT, "4", "tennis court"): ["«four tennis courts»"],
    (Kind.COUNT, "3", "surplus store"): ["«three surplus stores»"],
    (Kind.COUNT, "6", "sports club"): ["«six sports clubs»"],
    (Kind.COUNT, "6", "sport"): ["«six sports»"],
    (Kind.COUNT, "9", "menu"): ["«nine menus»"],
    (Kind.COUNT, "9", "excuse"): ["«nine excuses»"],
    (Kind.COUNT, "9", "clause"): ["«nine clauses»"],
    (Kind.COUNT, "2", "campus"): ["«two campuses»"],
    (Kind.COUNT, "2300000", "viewer"): ["«2.3m viewers»", "«2.3 million viewers»", "«2.3M viewers»"],
    (Kind.COUNT, "20", "burglary per week"): ["«20 burglaries per week»", "«20 burglaries a week»"],
    (Kind.COUNT, "50", "person per square kilometer"): ["«50 people per sq km»", "«50 people per square km»", "«50 people per sq. km»"],
    (Kind.MONEY, "25", "pound sterling per bin"): ["«£25 per bin»", "«£25 a bin».", "It costs «£25 a bin»"],
    (Kind.MONEY, "15000", "pound sterling per home"): ["«£15,000 a home» is spent"],
    (Kind.COUNT, "95", "person"): ["«95» who were hurt", "«95 others» were hurt", "«95 people»"],
    (Kind.COUNT, "12", "box"): ["«12 boxes»", "«a dozen newly painted boxes»", "«12 of Lo's boxes»", "the «dozen boxes»", "another «dozen boxes»"],
    (Kind.COUNT, "40", "red blue car"): ["«40 red or blue cars»"],
    (Kind.COUNT, "1", "particular demand"): ["«one particular demand» of theirs"],
    (Kind.COUNT, "400000000", "person"): ["«4 hundred million people»", "«400 million people»"],
    (Kind.COUNT, "500000", "home"): ["«half a million homes»", "«500,000 homes»"],
    (Kind.COUNT, "2200000", "vote"): ["«two point two million votes»", "«2.2 million votes»"],
    (Kind.COUNT, "20", "airbus a320 jet"): ["«20 Airbus A320 jets»"],
    (Kind.COUNT, "30", "boeing 737"): ["«30 Boeing 737s» were grounded"],
    (Kind.COUNT, "9", "model 3 car"): ["«9 Model 3 cars»", "«nine Model 3 cars»"],
    (Kind.COUNT, "9", "iphone 14"): ["«9 iPhone 14s»"],
    (Kind.COUNT, "12", "f-16"): ["«12 F-16s»"],
    (Kind.COUNT, "12", "f 16 jet"): ["«12 F 16 jets»"],
    (Kind.COUNT, "5", "night"): ["«five nights»"],
    (Kind.COUNT, "42", "home run"): ["He hit «42 home runs» or none."],
    (Kind.COUNT, "118", "run"): ["They scored «118 runs»."],
    (Kind.COUNT, "640", "case"): ["The number of cases doubled to «640».", "the number of cases on the coast was «about 640»"],
    (Kind.NUMBER, "640", ""): ["A number of cases led to «640».", "The number of the case is «640»."],
    (Kind.COUNT, "14", "us envoy"): ["«14 U.S. envoys» left", "«14 US envoys» left", "He met «14 US ENVOYS» there"],
    (Kind.COUNT, "3", "it clerk"): ["hired «three IT clerks»"],
    (Kind.COUNT, "6", "us navy diver"): ["«six U.S. Navy divers» came", "«six US Navy divers» came"],
    (Kind.COUNT, "7", "un monitor"): ["«seven U.N. monitors»", "«seven UN monitors»"],
    (Kind.COUNT, "1", "us nurse"): ["«one U.S. nurse» came", "«one US nurse» came"],
    (Kind.COUNT, "14", "dry county"): ["«14 so-called “dry” counties»", "«14 “dry” counties»", '«14 "dry counties»" of his'],
    (Kind.COUNT, "2", "rider"): ["the top «two riders»", "the bottom «two riders»", "the final «2 riders»"],
    (Kind.COUNT, "1", "bus driver"): ["«one bus driver» slept", "«one bus driver» alone"],
    (Kind.COUNT, "1", "school board member"): ["«one school board member» quit"],
    (Kind.COUNT, "1", "kestrel bank branch"): ["«one Kestrel Bank branch» shut"],
    (Kind.COUNT, "1", "gold medal"): ["«one gold medal» and a silver one"],
    (Kind.COUNT, "1", "bakery"): ["«one bakery» drew Marta there", "«one bakery» owned by him", "«one bakery» worth a visit"],
    (Kind.COUNT, "1", "resident"): ["«one resident» wept for her"],
    (Kind.COUNT, "1", "daughter"): ["«one daughter» together"],
    (Kind.COUNT, "1", "state-run mill"): ["«one state-run mill» shut"],
    (Kind.COUNT, "1", "woman"): ["«one woman»'s shoe"],
    (Kind.COUNT, "18", "ticket"): ["«18 sometimes faded tickets»", "«18 often faded tickets»"],
    (Kind.COUNT, "5", "other current former town council member"): ["«five other current and former town council members»"],
    (Kind.COUNT, "80", "german"): ["«80 Germans»"],
    (Kind.COUNT, "4", "sortie"): ["flew «four sorties»"],
    (Kind.COUNT, "4", "embargo"): ["«four embargoes»"],
    (Kind.COUNT, "4", "canoe"): ["«four canoes»"],
    (Kind.COUNT, "4", "avalanche"): ["«four avalanches»"],
    (Kind.COUNT, "4", "cameraman"): ["«four cameramen»"],
    (Kind.COUNT, "4", "stepchild"): ["«four stepchildren»"],
    (Kind.COUNT, "4", "salesperson"): ["«four salespeople»"],
    (Kind.NUMBER, "2400000", ""): ["a record «2.4m» came", "the waiting list hit «2.4m»", "Sales rose to «2.4m».", "viewing peaked on Sunday at «2.4m».", "Unemployment fell to «2.4m» in May"],
    (Kind.NUMBER, "4100000", ""): ["still below the «4.1m» of 2018-19", "less than the «4.1 million» of 2018-19"],
    (Kind.COUNT, "2400000", "person"): ["an audience of «2.4m» in May", "a population of «2.4m»"],
    (Kind.COUNT, "0.25", "point"): ["«a quarter-point» cut", "«a quarter of a point»"],
    # measures
    (Kind.QUANTITY, "90", "kilometer"): ["«90 km»", "«90km»", "«90 kilometres»", "«90-kilometer» road", "«ninety kilometers»"],
    (Kind.QUANTITY, "150", "kilometer per hour"): ["«150 km/h»", "«150kph»", "«150 kilometres per hour»", "«150 kilometers an hour»"],
    (Kind.QUANTITY, "80", "mile per hour"): ["«80 mph»", "«80 m.p.h.»", "«80 miles an hour»", "«80-mile-an-hour» winds"],
    (Kind.QUANTITY, "45", "mile per gallon"): ["«45 miles to the gallon»", "«45 miles per gallon»", "«45mpg»"],
    (Kind.QUANTITY, "60", "meter"): ["the «60m» hurdles", "the «60m» sprint heats"],
    (Kind.QUANTITY, "24", "meter"): ["The visitors climb to «24m» above the lake", "a path of «24m»"],
    (Kind.QUANTITY, "5", "celsius"): ["«5C»", "«5°C»", "«5 degrees Celsius»", "«5 ºC»"],
    (Kind.QUANTITY, "-5", "celsius"): ["«-5C»", "«minus 5 degrees Celsius»", "«minus five degrees Celsius»"],
    (Kind.QUANTITY, "20", "kilogram"): ["«20 [kg]»", "«20 kg»"],
    (Kind.QUANTITY, "-7", "degree"): ["«minus-7 degrees»", "«-7 degrees»", "«minus seven degrees»"],
    (Kind.QUANTITY, "10", "square kilometer"): ["«10 square km»", "«10 sq km»", "«10 km2»", "«10 km²»", "«10 sq. km»"],
    (Kind.QUANTITY, "3", "cubic meter"): ["«3 cubic metres»", "«3 m³»", "«3 cu m»"],
    (Kind.QUANTITY, "14", "nautical mile"): ["A tanker drifted «14 nm» off Lund", "the yacht ran «14nm» at a gallop of knots", "«14 nautical miles»"],
    (Kind.QUANTITY, "14", "nanometer"): ["The ship brought «14 nm» chips", "a «14nm» process", "a gap of «14 nm»"],
    (Kind.QUANTITY, "14", "knot"): ["winds of «14 kt»", "gusting to «14 kt»", "«14 knots»"],
    (Kind.QUANTITY, "3.5", "farad"): ["a capacitor of «3.5 F» at hand", "The capacitance is «3.5 F»."],
    (Kind.QUANTITY, "3.5", "gigaliter"): ["holds «3.5 gigalitres»"],
    (Kind.QUANTITY, "500", "megawatt"): ["a «500 MW» plant", "a «500-megawatt» plant"],
    (Kind.QUANTITY, "7", "liter per 100 kilometer"): ["«7 litres per 100 km»"],
    (Kind.QUANTITY, "2000", "tonne"): ["«2,000 tonnes»", "«two thousand tonnes»"],
    (Kind.QUANTITY, "1500", "short ton"): ["«1,500 short tons»"],
    (Kind.QUANTITY, "2.5", "mile"): ["«2½ miles»", "«2.5 miles»", "«two and a half miles»", "«2 1/2 miles»"],
    (Kind.QUANTITY, "5.5", "foot"): ["a «5'6» guard", "«5'6\"» tall", "«5ft 6in»", "«5 feet 6 inches»", "«5 ft 6 in» tall"],
    (Kind.QUANTITY, "2050", "meter"): ["«2 km 50 m»", "«2 kilometres and 50 metres»"],
    (Kind.QUANTITY, "1050025", "centimeter"): ["«10 km 500 m 25 cm»"],
    (Kind.QUANTITY, "64", "centimeter"): ["«64cm» beyond hers"],
    (Kind.QUANTITY, "10", "foot"): ["«2 yd 4'» long", "«2 yards and 4 feet»"],
    (Kind.QUANTITY, "6.25", "foot"): ["the «6-foot-3» guard", "«six foot three», he", "a «6-foot-3-inch» man", "«6 ft. 3 in»", "«6 foot 3» tall"],
    (Kind.QUANTITY, "6", "foot"): ["a «6-foot» wall", "It is «6 feet». He has a point.", "a «6-foot»-wide gate"],
    (Kind.QUANTITY, "5", "mile"): ["It went on for «5 miles». It rested."],
    (Kind.QUANTITY, "0.5", "mile"): ["«half a mile»", "«a half-mile» run"],
    (Kind.QUANTITY, "0.25", "mile"): ["«a quarter of a mile»", "«a quarter mile»", "«one-quarter of a mile»"],
    (Kind.QUANTITY, "1.5", "inch"): ["«an inch and a half» of rain", "«1.5 inches» of rain", "«one and a half inches» of rain"],
    (Kind.QUANTITY, "3000000", "barrel"): ["«3m barrels»", "«3 million barrels»"],
    (Kind.QUANTITY, "2000000", "barrel per day"): ["«2m bpd»", "«2 million barrels a day»"],
    (Kind.QUANTITY, "30", "celsius"): ["In Rome «30C» was measured"],
    (Kind.QUANTITY, "9.5", "stone"): ["«9st 7lb»", "«9 stone 7 pounds»"],
    (Kind.NUMBER, "33280", ""): ["women number «33,280», men fewer"],
    (Kind.COUNT, "84", "day ticket"): ["sold «84 day tickets»"],
    (Kind.COUNT, "300", "day tripper"): ["«300 day trippers» came"],
    (Kind.QUANTITY, "11.5", "stone"): ["«11st 7lb»"],
    (Kind.QUANTITY, "12", "stone"): ["«12st»"],
    (Kind.QUANTITY, "21.5", "stone"): ["«21st 7lb»", "«21st 7 lb»"],
    (Kind.QUANTITY, "9.25", "stone"): ["«9st. 3½lbs»", "«9st 3½lb»"],
    (Kind.QUANTITY, "-12", "degree"): ["«12 degrees below zero»", "«12 below zero»", "«minus 12 degrees below zero»"],
    (Kind.QUANTITY, "-12", "celsius"): ["«12C below zero»", "«12 degrees Celsius below freezing»"],
    (Kind.QUANTITY, "12", "degree"): ["«12 degrees» below average", "drifted «12 degrees» north of west"],
    (Kind.QUANTITY, "12", "imperial gallon"): ["«12 UK gallons»", "«12 imperial gallons»"],
    (Kind.QUANTITY, "30", "kilometer"): ["a «30K» race", "ran a «30k» in Lund", "won the «30K» on Sunday", "a «30k» charity run"],
    (Kind.NUMBER, "30000", ""): ["won the «30k» prize", "won the «30k» on Sunday", "it earns «30k»"],
    (Kind.QUANTITY, "6", "liter per 100 kilometer"): ["«6 l/100km»", "«6 litres per 100 km»", "«6l/100 km»"],
    (Kind.QUANTITY, "8", "tonne per hectare"): ["«8 t/ha»", "«8t/ha»", "«8 tonnes per hectare»", "«8 tonnes a hectare»"],
    (Kind.QUANTITY, "40", "microgram per cubic meter"): ["«40 micrograms per cubic metre»", "«40 µg/m3»"],
    (Kind.QUANTITY, "12", "kilometer"): ["«12\tkm» off", "«12 km» off"],
    (Kind.COUNT, "12", "death per 100000"): ["«12 deaths per 100,000».", "«12 deaths per 100,000» in May"],
    (Kind.COUNT, "12", "death per 100000 person"): ["«12 deaths per 100,000 people» in May"],
    # money
    (Kind.MONEY, "40", "euro per megawatt hour"): ["«€40 per megawatt hour»", "«€40 a megawatt-hour»", "«€40/MWh»"],
    (Kind.MONEY, "40", "dollar per metric ton"): ["«$40 per metric ton»", "«$40 a metric ton»"],
    (Kind.MONEY, "12500000", "pound sterling"): ["raised «12.5 million pounds» for it", "«£12.5m»"],
    (Kind.MONEY, "40", "dollar per tonne"): ["«$40/t» at the quay", "«$40/mt»", "«$40 a tonne»"],
    (Kind.MONEY, "40", "penny per therm"): ["«40p a therm»", "«40p/therm»"],
    (Kind.MONEY, "8.345", "dollar"): ["at «$8.34½»"],
    (Kind.MONEY, "40", "dollar"): ["«$40» a T-shirt it was", "it cost «$40» a square deal"],
    (Kind.MONEY, "20", "pound sterling per hour"): ["«£20 ph»", "«£20 an hour»"],
    (Kind.MONEY, "5", "dollar"): ["«$5»", "«US$5»", "«USD 5»", "«5 dollars»", "«five dollars»", "«5 US dollars»", "«$ 5»"],
    (Kind.MONEY, "140000000000", "dollar"): ["«$140 - billion» of debt", "«$140-billion» of debt", "«$140 billion» of debt"],
    (Kind.MONEY, "500000", "pound sterling per day"): ["it costs «half a million pounds a day»"],
    (Kind.MONEY, "1200000000", "pound sterling"): ["«£1.2bn»", "«£1.2 billion»", "«GBP1.2bn»", "«1.2 billion pounds sterling»"],
    (Kind.MONEY, "30000000", "dollar"): ["«30 MUSD»", "«30MUSD»", "«thirty MUSD»", "«30m US dollars»", "«30 million US$»"],
    (Kind.MONEY, "5000", "euro"): ["«5 kEUR»", "«5k euros»"],
    (Kind.MONEY, "750000000", "dollar"): ["«three quarters billion dollars»", "«three-quarters of a billion dollars»"],
    (Kind.MONEY, "50", "penny"): ["«50p»", "«50 pence»"],
    (Kind.MONEY, "5", "dollar per barrel"): ["«$5 a barrel»", "«$5-a-barrel»", "«$5 per barrel»", "«5 dollars a barrel»"],
    (Kind.MONEY, "3", "euro per liter"): ["«€3 per litre»", "«€3 a litre»", "«€3/l»"],
    (Kind.QUANTITY, "9", "meter per second"): ["«9 m/s»", "«9 metres per second»", "«9 meters a second»"],
    (Kind.MONEY, "1200000000", "swiss franc"): ["«SFr1.2bn»", "«CHF1.2bn»", "«SFr 1.2bn»"],
    (Kind.MONEY, "30", "euro"): ["«€30»", "«30 euros»", "«EUR 30»", "«30€»"],
    (Kind.MONEY, "100000", "rupee"): ["«₹1,00,000»", "«Rs 1,00,000»", "«1 lakh rupees»"],
    (Kind.MONEY, "20.43", "dollar"): ["«20 dollars and 43 cents»", "«$20.43»"],
    (Kind.MONEY, "8.30", "franc"): ["«8 francs and 30 centimes»"],
    (Kind.MONEY, "6", "australian dollar"): ["«A$6»", "«AU$6»", "«6 Australian dollars»", "«AUD6»"],
    (Kind.MONEY, "119000000", "dollar"): ["The council had spent on the new bridge at Lund «$119\nmillion» and went on."],
    (Kind.MONEY, "-5", "dollar"): ["lost «-$5»", "lost «$-5»"],
    (Kind.PERCENTAGE, "-5", "percent"): ["it was «-5%»", "it was «–5%»", "it was «minus 5 per cent»"],
    (Kind.COUNT, "5", "point"): ["plus or minus «5 points»", "plus-or-minus «5 points»"],
    (Kind.MONEY, "7", "dollar"): ["«dlrs 7»", "«$US7»", "«$7»", "He can pay «$7»"],
    (Kind.MONEY, "3000000000", "south african rand"): ["«R3bn»", "«R3 billion»", "«3 billion rand»", "«ZAR3bn»"],
    (Kind.MONEY, "4000000", "naira"): ["«N4 million»", "«₦4m»", "«NGN 4m»"],
    (Kind.MONEY, "6000", "kenyan shilling"): ["«Ksh 6,000»", "«KSh6,000»", "«KES 6,000»"],
    (Kind.MONEY, "6000", "taka"): ["«Tk6,000»", "«Tk 6,000»", "«6,000 taka»"],
    (Kind.MONEY, "6000", "moroccan dirham"): ["«MAD 6,000»"],
    (Kind.MONEY, "60000000", "malaysian ringgit"): ["«RM 60 million»"],
    (Kind.COUNT, "6000", "fan"): ["A mad «6,000 fans» came"],
    (Kind.MONEY, "7", "canadian dollar"): ["«Can$7»", "«C$7»"],
    (Kind.MONEY, "14", "cent per share"): ["a dividend of «14c a share»", "«14c per share»", "«14 cents a share»"],
    (Kind.MONEY, "900", "pound sterling per month"): ["«£900 pcm»", "«£900pcm»", "«£900 a calendar month»", "«£900 a month»"],
    (Kind.MONEY, "31000", "pound sterling per year"): ["«£31,000 pa»", "«£31,000 p.a.»", "«£31,000 a year»"],
    (Kind.QUANTITY, "115", "gram per kilometer"): ["«115 g/km»", "«115g/km»", "«115 grams per km»"],
    (Kind.QUANTITY, "1500000", "barrel per day"): ["«1.5m b/d»", "«1.5 million b/d»", "«1.5m barrels per day»"],
    (Kind.NUMBER, "5.7", ""): ["A «5.7» earthquake strikes Lund", "a «5.7» tremor"],
    (Kind.COUNT, "3", "person"): ["«3» Shot in Lund", "«three» shot dead", "«3 people» were shot"],
    (Kind.COUNT, "3", "shot"): ["a «3-shot» lead", "a «3 shot» lead", "«three shots»"],
    (Kind.COUNT, "1", "silver lining"): ["«one silver lining» to it"],
    (Kind.COUNT, "500000", "person"): ["«half-a-million people»", "«half a million people»", "«half-million people»"],
    (Kind.QUANTITY, "12", "megapixel"): ["a «12MP» camera", "«12 megapixels»"],
    (Kind.COUNT, "12", "mp"): ["«12 MPs» left"],
    (Kind.QUANTITY, "5", "gigapascal"): ["«5 GPa»", "«5 gigapascals»"],
    (Kind.COUNT, "1", "clerk"): ["«one clerk» angrily called out"],
    (Kind.COUNT, "1", "priced boat"): ["«one fairly priced boat»"],
    (Kind.MONEY, "500", "mark"): ["«500 marks»", "a «500-mark» note"],
    (Kind.NUMBER, "500", ""): ["past the «500» mark"],
    (Kind.QUANTITY, "400", "meter"): ["the «400m» mark", "«400 metres»"],
    (Kind.QUANTITY, "60", "square meter"): ["«60sqm»", "«60 sqm»", "«60 sq m»", "«60 m²»"],
    (Kind.COUNT, "11", "judge"): ["She sat when «Eleven judges» ruled", "Court Hears «Eleven Judges» in Lund"],
    (Kind.MONEY, "42", "malaysian ringgit"): ["«42 ringgit»", "«RM42»", "«malaysian ringgit 42»"],
    (Kind.MONEY, "89", "dollar"): ["the fee went up to «$89»", "fees are going up to «$89»", "the fee, spread over «$89»", "a sum\nspread over «$89»"],
    (Kind.MONEY, "1.25", "dollar"): ["«a dollar and a quarter»"],
    (Kind.MONEY, "15.5", "dollar"): ["it cost «15 dollars and 50».", "it cost «15 dollars 50 cents»"],
    # shares
    (Kind.PERCENTAGE, "25", "percent"): ["«25%»", "«25 %»", "«25 per cent»", "«25 percent»", "«25pc»", "«twenty-five percent»"],
    (Kind.PERCENTAGE, "5", "percentage point"): ["«5 percentage points»", "«five percentage points»"],
    (Kind.PERCENTAGE, "22", "percent"): ["«percentage of 22»", "a «percentage of 22»", "«per cent of twenty-two»", "«22%» of them"],
    (Kind.PERCENTAGE, "60", "basis point"): ["«60 basis points»"],
    (Kind.PERCENTAGE, "0.3", "percentage point"): ["up «0.3 of a percentage point»"],
    (Kind.COUNT, "0.3", "point"): ["up «0.3 of a point» at noon"],
    (Kind.PERCENTAGE, "0.5", "percentage point"): ["«half a percentage point»"],
    (Kind.PERCENTAGE, "0.2", "percent"): ["«two-tenths of a percent»", "«two-tenths of one percent»"],
    (Kind.NUMBER, "0.75", ""): ["«three-fourth» of them", "«three-quarters» of them", "«three quarters» of them"],
    (Kind.NUMBER, "0.25", ""): [
        "«one in four»", "«a quarter» of its residents", "«1 in 4» voters", "«one in every four»", "«1 out of every 4» voters",
        "«one of every four»", "«a quarter» were women", "it rose by «a quarter»",
    ],
    (Kind.NUMBER, "0.2", ""): ["Prices are up «a fifth».", "rents fell «a fifth» after that", "«a fifth» were women", "«a fifth» of them"],
    (Kind.NUMBER, "0.9", ""): ["«9 in every 10»", "«nine in 10»"],
    (Kind.NUMBER, "0.7", ""): ["«7-in-10» voters", "«seven-in-10» voters", "«seven in ten» voters"],
    (Kind.COUNT, "640", "tree"): ["the Lords' «640 trees»", "the Lords’ «640 trees»"],
    (Kind.COUNT, "64", "clerk"): ["STORM IN LUND HURTS «64 CLERKS» AND A DOG"],
    (Kind.PERCENTAGE, "3.5", "percent"): ["ended the week «3.5%» lower"],
    (Kind.QUANTITY, "10000", "meter"): ["won the world «10,000m» title"],
    (Kind.COUNT, "61", "mark"): ["He scored «61 marks» in all."],
    (Kind.QUANTITY, "61", "metric ton"): ["«61 MT» of rice"],
    (Kind.QUANTITY, "61", "megaton"): ["a bomb of «61 MT»", "«61 Mt»"],
    (Kind.QUANTITY, "20.5", "stone"): ["He weighed «20 stone 7».", "«20st 7lb»"],
    (Kind.QUANTITY, "3.25", "pound"): ["It weighs «3 lbs., 4 oz»"],
    (Kind.QUANTITY, "61", "inch"): ["«61ins» long"],
    (Kind.NUMBER, "1100", ""): ["a «1,100-strong» crowd"],
    (Kind.NUMBER, "0.5", ""): ["«half» of the town", "«half» the town"],
    # ages
    (Kind.AGE, "16", "year"): ["She was just «16».", "when he was only «16»", "Mr. Lund is «16» and has a boat", "who was «16» at the time", "those «older than 16»", "people «younger than 16» pay less"],
    (Kind.AGE, "34", "year"): ["aged «34»", "Kim Lo, «34», said", "«34 years old»", "a «34-year-old» man", "She is «34».", "at the age of «34»", "The driver, «34», fled.", "aged just «34»", "Lo, who turns «34» next month, sings.", "She turned «34» in May.", "He will be «34» in May.", "At «34», she sings.", "The miler Kim Lo dies at «34»", "Lo, who died at «34», sang.", "said its director, Kim Lo, «34».", "Kim Lo («34») spoke.", "Kim Lo was «34» when she left.", "the driver Kim Lo («34»), who fled"],
    (Kind.AGE, "62", "year"): ["voters «under 62» were for it", "those «over 62» and the ill", "when they turn «62» is open", "Kim Lo, at «62», sings.", "the cyclist, «62», fled", "A man of «62» was hurt", "a woman of «about 62» was there", "the couple, both «62», fled", "lived to «62».", "at the age of just «62»", "aged «about 62 years»", "at the age of «62 years»"],
    (Kind.AGE, "172", "year"): ["a «172-year-old» house"],
    # numbers by themselves
    (Kind.NUMBER, "3500000", ""): ["«3 million and a half»", "«three and a half million»"],
    (Kind.NUMBER, "1024", ""): ["«2^10»"],
    (Kind.NUMBER, "0.00062", ""): ["«6.2x10^-4»", "«6.2 × 10^-4»"],
    (Kind.NUMBER, "2.25", ""): ["«2  1/4»", "«2 1/4»", "«two and a quarter»", "«2¼»"],
    (Kind.NUMBER, "122", ""): ["«one twenty two»", "We drove «one twenty-two».", "«a hundred and twenty-two»"],
    (Kind.NUMBER, "40.75", ""): ["«forty and three quarters»"],
    (Kind.NUMBER, "100.75", ""): ["«one hundred and three quarters»"],
    (Kind.NUMBER, "2500000", ""): ["«two million and one half»", "«two and a half million»"],
    (Kind.NUMBER, "1000250000", ""): ["«one billion and a quarter million»", "«one billion and one quarter million»"],
    (Kind.NUMBER, "4", ""): ["«one hundred twenty-fifths»", "«four»"],
    (Kind.NUMBER, "0.05", ""): ["«one over twenty»", "«1 over 20»."],
    (Kind.NUMBER, "521", ""): ["«5 hundred and 21»", "«five hundred and twenty-one»"],
    (Kind.NUMBER, "30000200", ""): ["«3 crore and two hundred»", "«three cr two hundred»"],
    (Kind.NUMBER, "36", ""): ["«three dozs»", "«three dozen»"],
    (Kind.NUMBER, "1", ""): ["«one»", "Votes\n«one»\n\nSeats"],
    (Kind.NUMBER, "2", ""): ["«a couple»"],
    (Kind.MONEY, "100000", "dollar"): ["«hundred thousand dollars»"],
    (Kind.NUMBER, "20.6", ""): ["«twenty and three fifths»"],
    (Kind.NUMBER, "1111.11", ""): ["«1.111,11»", "«1,111.11»"],
    (Kind.NUMBER, "0.03", ""): ["«nought point nought three»"],
    (Kind.NUMBER, "1000", ""): ["rose to «1,000» from there"],
    (Kind.NUMBER, "16", ""): ["«16» of them"],
}  # fmt: skip

#: Two printed ends of one amount.
RANGES = {
    ("3", "5", "meter"): ["«3 to 5 metres»", "«3-5 metres»", "«3–5 m»", "«between 3 and 5 metres»", "«between three and five meters»"],
    ("8", "75", "centimeter"): ["«8-75 cm»", "«8 to 75 centimetres»"],
    ("5", "7", "percent"): ["«5 to 7 per cent»", "rose by «5 to 7 per cent»", "«5%-7%»", "«between 5% and 7%»"],
    ("2000000", "3000000", "person"): ["«2 to 3 million people»", "«two to three million people»", "«two-to-three million people»"],
    ("300", "400", "officer"): ["«300 or 400 officers»"],
    ("1500", "2000", "home"): ["«1500 to 2000 homes»", "«1500-2000 homes»"],
    ("20", "30", "officer"): ["«between 20 and 30 officers»", "«20 to 30 officers»", "«20-30 officers»"],
    ("3000000", "4000000", "barrel"): ["«3m to 4m barrels»", "«3 to 4 million barrels»"],
    ("70000", "80000", "squatter"): ['evict «70,000-80,000 "squatters»" here'],
    ("-4", "-9", "celsius"): ["«-4C to -9C»", "«minus 4 to minus 9 degrees Celsius»"],
    ("-9", "-4", "celsius"): ["«-9C to -4C»", "«between minus 9 and minus 4 degrees Celsius»"],
    ("16", "24", "year"): ["Aged between «16 and 24»", "of those «16 to 24», few", "among adults «16-24» in it", "most of «16 to 24-year-olds»", "most of «16- to 24-year-olds»", "some of «16-to-24 year-olds»", "aged «16 to 24»", "between the ages of «16 and 24»", "men aged between «16 and 24»"],
    ("33000000", "35000000", ""): ["it made «33-35 million»."],
    ("3000000000", "5000000000", "dollar"): ["«$3bn to $5bn»", "«$3-5bn»", "«between $3 billion and $5 billion»"],
}  # fmt: skip

#: How far the words let the number reach: lower end, upper end, bound.
ALLOWS = {
    ("12", "12", "="): ["12 people", "twelve people", "exactly 12 people"],
    ("12000", "12000", "="): ["exactly 12,000 people", "precisely 12,000 people"],
    ("34", "34", "="): ["34 states plus the capital", "34 plus the capital", "34 plus costs", "near 34 houses", "questions about 34 aides", "they asked about 34 aides", "It is about a 34-seat boat."],
    ("34", "Infinity", ">"): ["perhaps 34 or more people", "as young as 34", "no younger than 34", "no smaller than 34", "at least a 34-seat cushion", "34 plus homes", "voters 34 and over were split"],
    ("0", "34", "<"): ["It has not exceeded 34.", "It hasn't topped 34 yet.", "as old as 34", "no older than 34", "no bigger than 34", "children 34 and under are free"],
    ("150", "250", "="): ["200 tonnes", "200 people"],
    ("2.5", "5.5", "="): ["3 to 5 km"],
    ("24.5", "25.5", "="): ["25%"],
    ("450", "550", "~"): ["the 500-some people", "in the neighbourhood of 500 people", "on the order of 500 people", "more like 500 people", "500, give or take.", "about 500 people", "some 500 people", "an estimated 500 people", "500 or so", "barely 500 people", "almost exactly 500 people"],
    ("0", "60", "<"): ["people younger than 60", "shorter than 60 metres"],
    ("440", "500", "<"): ["the best part of 500 people", "a tad under 500 people", "nearly 500 people", "almost 500 people", "just under 500 people", "not quite 500 people", "a shade under 500 people", "nigh on 500 people"],
    ("500", "560", ">"): ["a bit over 500 people", "just over 500 people", "slightly more than 500 people", "a touch over 500 people", "fractionally above 500 people"],
    ("50", "Infinity", ">"): [
        "more than 50 people", "at least 50 people", "over 50 people", "no fewer than 50 people", "50 or more people", "50-plus people", "50 people or more", "50 people and counting", "50 people at least.", "50 and above.",
        "aged 50 and over.", "50 or older", "a minimum 50 people", "nothing less than 50 people",
    ],
    ("2", "Infinity", ">"): ["two and a bit tonnes", "two-and-a-bit tonnes"],
    ("0", "500", "<"): ["a sub-$500 lamp", "a sub-500g lamp"],
    ("0.25", "Infinity", ">"): ["more than a quarter", "at least a quarter of them"],
    ("8.21875", "8.28125", "="): ["8 pounds 4 ounces"],
    ("0", "50", "<"): [
        "up to 50 people", "as many as 50 people", "fewer than 50 people", "no more than 50 people", "under 50 people", "50 people or fewer", "50 or fewer people", "50 people at most.", "a maximum 50 people", "not exceeding 50 people",
        "50 and younger",
    ],
    ("15000", "190000", "~"): ["tens of thousands of people"],
    ("150", "1900", "~"): ["hundreds of people", "hundreds of miles"],
    ("3", "10", "~"): ["several people"],
    ("300", "600", "~"): ["a few hundred people"],
    ("200", "200", "="): ["two hundred people"],
    ("300", "300", "="): ["the 300-seat hall", "all 300 seats", "300 votes"],
    ("2250", "2250", "="): ["2,250 signatures"],
    ("2150", "2250", "="): ["2,200 votes"],
    ("4500", "5500", "="): ["a club of 5,000 members"],
    ("1500000", "2500000", "="): ["two million people"],
}  # fmt: skip

SILENT = [
    "no one came", "one another", "one of the best days", "the other two", "which one do you mean", "the A380 and the M25", "Covid-19 wards",
    "the 9/11 attacks", "open 24/7", "Group of Seven", "World War Two", "World War II", "the Galaxy S23", "the Big 12 teams", "the S&P 500", "the Standard & Poor's 500 index", "the Standard & Poor’s 500",
    "call 555-0142-77", "he died at 34 Elm Street", "they won 3-1", "10 Downing Street", "on page 12", "Chapter 11", "version 2.0.1", "in 1984", "since 2014", "a guard",
    "34.15° N, 12.5°W", "at 34 degrees north", "at latitude 34.15", "Year 6 pupils sang", "a tenth of a second", "192.168.1.2", "Boeing 737 MAX", "the 1990s", "34°09′22″N", "at one point", "Article 50", "10:30 p.m.", "at 4 p.m. Doctors came", "2022-02-24", "3G networks",
    "a four-cylinder engine", "a three-bed flat", "a shop of Forever 21", "1. Stay calm", "the bottom three", "https://example.org/?q=30%25", "https://example.org/?n=64", "#5", "Q3", "couple", "form 1095-A", "not one bit of it", 'he called it "the great one"',
    "in nineteen ninety-one Charles left", "since nineteen eighty four", "call 0800 123 456", "ring +44 20 7946 0958", "(020) 7946 0958", "agent 007", "a Boeing 777F", "an iPhone 5C", "the Group of 77", "a 40-something man", "a third man came",
    "in 2014 people fled", "below 2007 levels", "over 2016 ambitions", "from 1900 to 2000 armies fought", "the years 1914 to 1918 armies fought", "in 2006 won the race", "a 5-4 ruling", "about half an hour", "£ and $", "the first of many", "Goals: Mo Lo (23), Al Ko (45)", "type XYZ1.2bn",
    "the R2 and the N95 mask", "at 34° 09' N", "leave at junction 10", "his sonnet 18", "a leak at Three Mile Island",
    "they ate at Five Guys", "she saw Twelve Angry Men there", "it won the Six Nations again", "after the Six-Day War", "the Seven Years' War ended", "it began at half past five", "at 10 past 5 it rang",
    "a 401(k) plan", "a 2.9 GPA", "the rapper 50 Cent sang", "she told 60 Minutes so", "when 12 Years a Slave won", "the “Lund 2025″ plan", "501(c)(3) groups", "ring 0845 6 404 404", "the ’04 campaign staff", "one claiming the prize", "one closer to the lake",
    "people came to ground zero", "a 911 call", "they dialled 999", "the 999 tapes", "one by one people left", "not one named after him", "one that’s new", "one costs more",
    "the Boeing 7E7 jets", "ring +1 (212) 555-0142", "+44 (0)20 7946 0958", "Radio 4 said so", "the scores of both teams", "the 2009 vote on it", "a 7-Eleven shop", "the 2016 campaign staff met", "the xk1.5m",
    "they fled.[32]", "at 640 W. Elm Street", "Windows 10", "to the 640 W. Elm Avenue gate", "since at least 1987.", "rather than 1987,",
    "they won 34-nil", "the 10-times champion", "she has €30-something left", "he won it 3-all",
    "pre-1945 homes", "a jazz trio sang", "he scored a brace", "the string quartet", "the quartet of it",
]  # fmt: skip


def amounts(text: str) -> list[tuple[str, Kind, Quantity]]:
    """The amounts of a text: their words, kind and quantity."""
    readings = extract(Document("a.txt", text))
    return [(text[r.start : r.end], r.kind, r.quantity) for r in readings if r.kind in AMOUNTS and r.quantity]


def marked(text: str) -> tuple[str, list[str]]:
    """A text without its angle marks, and what stood between them."""
    plain = text.replace("«", "").replace("»", "")
    return plain, [part.split("»")[0] for part in text.split("«")[1:]]


@pytest.mark.parametrize(("meaning", "text"), [(meaning, text) for meaning, texts in MEANS.items() for text in texts])
def test_an_amount_means_what_its_words_say(meaning: tuple[Kind, str, str], text: str) -> None:
    plain, words = marked(text)
    found = amounts(plain)
    assert [said for said, _, _ in found] == words
    kind, number, unit = meaning
    assert [(kind, (Decimal(number),), unit)] == [(k, q.printed, q.unit) for _, k, q in found]


@pytest.mark.parametrize(("meaning", "text"), [(meaning, text) for meaning, texts in RANGES.items() for text in texts])
def test_a_range_is_one_amount_with_two_printed_ends(meaning: tuple[str, str, str], text: str) -> None:
    plain, words = marked(text)
    found = amounts(plain)
    assert [said for said, _, _ in found] == words
    near, far, unit = meaning
    assert [(q.printed, q.unit) for _, _, q in found] == [((Decimal(near), Decimal(far)), unit)]


def test_a_measure_with_a_decimal_point_has_no_smaller_unit_behind_it() -> None:
    assert [said for said, _, _ in amounts("It landed at 78.41m, 64cm beyond hers.")] == ["78.41m", "64cm"]


def test_a_range_may_be_changed_to_another_range() -> None:
    found = amounts("It revised its forecast from 5 to 7 per cent to 3 to 5 per cent.")
    assert [said for said, _, _ in found] == ["5 to 7 per cent", "3 to 5 per cent"]


@pytest.mark.parametrize(("allows", "text"), [(allows, text) for allows, texts in ALLOWS.items() for text in texts])
def test_words_and_rounding_widen_an_amount(allows: tuple[str, str, str], text: str) -> None:
    lower, upper, bound = allows
    (_, _, quantity), *_ = amounts(text)
    assert (quantity.lower, quantity.upper, quantity.bound) == (Decimal(lower), Decimal(upper), Bound(bound))


@pytest.mark.parametrize("text", SILENT)
def test_names_scores_years_and_idioms_are_no_amounts(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It fell from 30 to 20 percent.", ["30", "20 percent"]),
        ("Sales rose from $5m to $9m.", ["$5m", "$9m"]),
        ("The fee goes from £1.30 to £1.40.", ["£1.30", "£1.40"]),
        ("The toll rose by six to 41.", ["six", "41"]),
        ("Turnout rose 25% to 1,000 from 900.", ["25%", "1,000", "900"]),
        ("It is 7 km (5 miles) away.", ["7 km", "5 miles"]),
        ("She turned 40 of them away.", ["40"]),
        ("At 34, the count was low.", ["34"]),
        ("It killed nine people: four residents and five guards.", ["nine people", "four residents", "five guards"]),
        ("The house voted 14 to 8 for it.", ["14", "8"]),
        ("The well is 50 meters/16 feet deep.", ["50 meters", "16 feet"]),
        ("Some 60,000 Dutch and 80 Danes came.", ["Some 60,000", "80 Danes"]),
        ("It got 4 A's and 3 B's.", []),
        ("Of a 900-strong workforce and one-fifth of clerks", ["900-strong", "one-fifth"]),
        ("It is a 3m x 4m room.", ["3m", "4m"]),
        ("Of 900 new and two-thirds of old clerks", ["900", "two-thirds"]),
        ("Sales are 80 km/50 miles off.", ["80 km", "50 miles"]),
        ("It held 3 hundred and 2 hundred.", ["3 hundred", "2 hundred"]),
        ("12 over 20 years", ["12"]),
        ("They ran 30m to the 400m runners.", ["30m", "400m"]),
        ("The post drew twelve (21) applicants.", ["twelve", "21"]),
        ("It won in four of the eight states.", ["four", "eight states"]),
        ("It scored 23 three games ago.", ["23", "three games"]),
        ("Nine men at least two of whom sang", ["Nine men", "at least two"]),
        ("It is 6 feet. 11 men came.", ["6 feet", "11 men"]),
        ("It stands 6 feet 11 posts away.", ["6 feet", "11 posts"]),
        ("Four teams of six – 20 players in all – took part.", ["Four teams", "six", "20 players"]),
    ],
)
def test_two_states_are_two_amounts(text: str, words: list[str]) -> None:
    assert [said for said, _, _ in amounts(text)] == words


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("There were 57 fires in the south, 23 of which burned on.", "57 fire, 23 fire"),
        ("It lost 3,400 jobs, including 1,000 in the north.", "3400 job, 1000 job"),
        ("Four people are in care at home and three at the clinic.", "4 person, 3 person"),
        ("It sold 8 boats, compared with fewer than 9 a year ago.", "8 boat, 9 boat"),
        ("He bought two lamps in Lund and another two in Malmo.", "2 lamp, 2 lamp"),
        ("The index rose 64 points to 4,577.", "64 point, 4577 point"),
        ("The index rose 64 points, or 1.4%, to 4,577.", "64 point, 1.4 percent, 4577 point"),
        ("The index fell 64 points (1.4 per cent) to 4,577.", "64 point, 1.4 percent, 4577 point"),
        ("It sold 3 million 5 litre tins.", "3000000 5 litre tin, 5 liter"),
        ("She packed twelve 40kg sacks.", "12 40kg sack, 40 kilogram"),
        ("He found ten $50 notes.", "10 $50 note, 50 dollar"),
        ("They sent six 9-year-olds.", "6 9-year-old, 9 year"),
        ("They sent three 40-foot boats.", "3 40-foot boat, 40 foot"),
        ("Ann has 14 boats while Bo has 8.", "14 boat, 8 boat"),
        ("Ann has 14 boats while Bo is 8.", "14 boat, 8 "),
        (
            "It made 4bn yen ($40m; £30m), against 3bn in May.",
            "4000000000 yen, 40000000 dollar, 30000000 pound sterling, 3000000000 yen",
        ),
        ("It made 4bn yen, up from 3bn, in 30 shops.", "4000000000 yen, 3000000000 yen, 30 shop"),
        ("It made 4bn yen, up from 3 a day.", "4000000000 yen, 3 "),
        ("This costs 400 yen ($4), the other 500 ($5).", "400 yen, 4 dollar, 500 yen, 5 dollar"),
        ("We had 22 fires, compared with an average of 20 per week before.", "22 fire, 20 fire per week"),
        ("It ran at 5 km and 7.5 last week.", "5 kilometer, 7.5 kilometer"),
        ("It treats 30 patients a day and 9,000 a year.", "30 patient per day, 9000 patient per year"),
        ("They cut 9 jobs. They kept 12 of them.", "9 job, 12 "),
        ("He won two cups and four Lions.", "2 cup, 4 lion"),
        ("It won 312 votes out of 41,000 cast.", "312 vote, 41000 vote"),
        ("It rose from 30 to 40 homes.", "30 home, 40 home"),
        ("Lund grew by 2 percent and Malmo by 1.", "2 percent, 1 percent"),
        ("Lund grew 2 percent in May and 3 in June.", "2 percent, 3 percent"),
        ("Lund grew 2 percent, compared with 3 a year ago.", "2 percent, 3 percent"),
        ("Lund grew 2 percent to 900, up from 800.", "2 percent, 900 , 800 "),
        ("Lund is on 35 percent, up from 28 in March.", "35 percent, 28 percent"),
        ("It won by 57 percent to 43, a margin of 14 points.", "57 percent, 43 percent, 14 point"),
        ("It had Holm on 33 percent and Ms Lund on 31.", "33 percent, 31 percent"),
        ("It fell 57 percent to 43.", "57 percent, 43 "),
        ("Lund grew 2 percent to 90, up from 88.", "2 percent, 90 , 88 "),
        ("Lund grew 2 percent in May and 300 in June.", "2 percent, 300 "),
        ("Lund ended at 900 points, while Malmo rose 2 percent to 950, a high.", "900 point, 2 percent, 950 point"),
        ("Lund won 2 percent of it and beat Malmo by 3.", "2 percent, 3 "),
        ("It needs 30 or 50 homes.", "30 home, 50 home"),
        ("It needs 10 or 100 homes.", "10 home, 100 home"),
        ("It cost C$6 (US$4.46) per share.", "6 canadian dollar per share, 4.46 dollar per share"),
        ("It cost $6 (page 4) a day.", "6 dollar"),
        ("The share of the ill per 1,000 people fell to 12.", "1000 person, 12 "),
        ("The 34- and 36-year-olds sang.", "34 year, 36 year"),
        ("The value rises from 2.2 to 3-5 billion euros.", "2200000000.0 euro, 4000000000 euro"),
        ("It takes 2 or 3-5 km.", "2 , 4 kilometer"),
        ("The boys, aged 5, 7 and 9, swam.", "5 year, 7 year, 9 year"),
        ("They are aged 40 and 12 of them sing.", "40 year, 12 "),
        ("It gave 12 boats to 2,000 US cities.", "12 boat, 2000 us city"),
        ("He read page one of two books and went to five of the rest.", "2 book, 5 "),
    ],
)
def test_a_noun_that_was_just_said_may_be_left_out(text: str, meant: str) -> None:
    assert ", ".join(f"{quantity.value} {quantity.unit}" for _, _, quantity in amounts(text)) == meant


def test_a_measure_whose_unit_is_left_out_is_no_more_exact_than_it_is_printed() -> None:
    *_, (_, kind, quantity) = amounts("The road rose from 5 km to 7.")
    assert (kind, quantity.lower, quantity.upper) == (Kind.QUANTITY, Decimal("6.5"), Decimal("7.5"))


def test_a_part_of_a_counted_whole_counts_the_same() -> None:
    found = amounts("It won four of the eight states and 3 of 5 million votes.")
    assert [(quantity.value, quantity.unit) for _, _, quantity in found] == [
        (Decimal(4), "state"),
        (Decimal(8), "state"),
        (Decimal(3), "vote"),
        (Decimal(5000000), "vote"),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It cost 1.234,5 and fed 1.234 people for 2,5 hours.", ["1234.5", "1234", "2.5"]),
        ("It cost 1.234 at 2,5 metres.", ["1.234", "2.5"]),
        ("It cost 1.234,5 or 1,234.5 and 1.234 more.", ["1234.5", "1234.5", "1.234"]),
    ],
)
def test_commas_are_points_where_a_text_shows_that_it_writes_them_so(text: str, values: list[str]) -> None:
    readings = extract(Document("a.txt", text))
    assert [r.quantity.value for r in readings if r.quantity] == [Decimal(value) for value in values]


def test_the_near_end_of_a_change_has_the_unit_of_the_far_end() -> None:
    assert [quantity.unit for _, _, quantity in amounts("It fell from 30 to 20 percent.")] == ["percent", "percent"]


def test_the_hedge_belongs_to_the_mention() -> None:
    assert [said for said, _, _ in amounts("It took more than 50 people and about 100 meters.")] == [
        "more than 50 people",
        "about 100 meters",
    ]


def test_no_end_is_infinity() -> None:
    assert amounts("at least 9 men")[0][2].upper == INFINITY
