"""How many people live in a country, and what they are called: a table for a newcomer to extend."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def _millions(text: str) -> Mapping[str, Decimal]:
    rows = (line.rpartition(" ") for line in text.strip().splitlines())
    return {name: Decimal(millions) for name, _, millions in rows}


#: People in millions in 2024: United Nations, World Population Prospects 2024.
COUNTRIES = _millions(
    """
Afghanistan 42.6
Albania 2.8
Algeria 46.8
Angola 37.9
Argentina 45.7
Armenia 3.0
Australia 26.7
Austria 9.1
Azerbaijan 10.3
Bahrain 1.6
Bangladesh 173.6
Belarus 9.1
Belgium 11.7
Bolivia 12.4
Botswana 2.5
Brazil 212.0
Britain 69.1
Bulgaria 6.8
Burkina Faso 23.5
Cambodia 17.6
Cameroon 29.1
Canada 39.7
Chile 19.8
China 1419.3
Colombia 52.9
Costa Rica 5.1
Croatia 3.9
Cuba 11.0
Cyprus 1.4
Denmark 6.0
Dominican Republic 11.4
Ecuador 18.1
Egypt 116.5
El Salvador 6.3
Estonia 1.4
Ethiopia 132.1
Finland 5.6
France 66.5
Germany 84.6
Ghana 34.4
Greece 10.0
Guatemala 18.4
Haiti 11.8
Honduras 10.8
Hungary 9.7
Iceland 0.4
India 1450.9
Indonesia 283.5
Iran 91.6
Iraq 46.0
Ireland 5.3
Israel 9.4
Italy 59.3
Ivory Coast 31.9
Jamaica 2.8
Japan 123.8
Kazakhstan 20.6
Kenya 56.4
Kuwait 4.9
Laos 7.8
Latvia 1.9
Lebanon 5.8
Libya 7.4
Lithuania 2.9
Luxembourg 0.7
Madagascar 32.0
Malawi 21.7
Malaysia 35.6
Mali 24.5
Malta 0.5
Mexico 130.9
Moldova 3.0
Mongolia 3.5
Morocco 38.1
Mozambique 34.6
Myanmar 54.5
Namibia 3.0
Nepal 29.7
Netherlands 18.2
New Zealand 5.2
Nicaragua 6.9
Niger 27.0
Nigeria 232.7
North Korea 26.5
Norway 5.6
Oman 5.3
Pakistan 251.3
Panama 4.5
Papua New Guinea 10.6
Paraguay 6.9
Peru 34.2
Philippines 115.8
Poland 38.5
Portugal 10.4
Qatar 3.0
Romania 19.0
Russia 144.8
Rwanda 14.3
Saudi Arabia 34.0
Senegal 18.5
Serbia 6.7
Singapore 5.8
Slovakia 5.5
Slovenia 2.1
Somalia 19.0
South Africa 64.0
South Korea 51.7
Spain 47.9
Sri Lanka 23.1
Sudan 50.4
Sweden 10.6
Switzerland 8.9
Syria 24.7
Taiwan 23.2
Tanzania 68.6
Thailand 71.7
Tunisia 12.3
Turkey 87.5
Uganda 50.0
Ukraine 37.9
United Arab Emirates 11.0
United Kingdom 69.1
United States 345.4
Uruguay 3.4
Uzbekistan 36.4
Venezuela 28.4
Vietnam 101.0
Yemen 40.6
Zambia 21.3
Zimbabwe 16.6
"""
)
#: What the people of a country are called, one of them.
DEMONYMS: Mapping[str, str] = {
    "american": "United States",
    "briton": "United Kingdom",
    "australian": "Australia",
    "brazilian": "Brazil",
    "canadian": "Canada",
    "german": "Germany",
    "indian": "India",
    "italian": "Italy",
    "japanese": "Japan",
    "chinese": "China",
    "mexican": "Mexico",
    "nigerian": "Nigeria",
    "norwegian": "Norway",
    "pole": "Poland",
    "russian": "Russia",
    "spaniard": "Spain",
    "swede": "Sweden",
    "turk": "Turkey",
    "ukrainian": "Ukraine",
}
