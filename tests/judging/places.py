"""The few places that these tests know, as a gazetteer file would hold them."""

from __future__ import annotations

from routes.gazetteer import Gazetteer
from routes.gazetteer.layer import Layer
from routes.model import Place

_ROWS = """\
id,name,kind,country,lat,lon,extent_km,aliases,population,source,note
ua,Ukraine,country,UA,49.0,32.0,700,,,test,
ru,Russia,country,RU,60.0,100.0,4000,,,test,
pl,Poland,country,PL,52.0,20.0,350,,,test,
ua-kyiv,Kyiv,capital,UA,50.4547,30.5238,15,Kiev,2797553,test,
ua-kharkiv,Kharkiv,city,UA,49.9808,36.2527,12,,1430885,test,
ru-tikhoretsk,Tikhoretsk,city,RU,45.8547,40.1253,5,,,test,
ru-tikhoretsk-depot,Tikhoretsk ammunition depot,depot,RU,45.88842,40.04236,1,,,test,
"""
GAZETTEER = Gazetteer((Layer(_ROWS, "places"),))


def _row(ident: str) -> Place:
    found = GAZETTEER.by_id(ident)
    assert found is not None
    return found


UKRAINE, RUSSIA, POLAND = _row("ua"), _row("ru"), _row("pl")
KHARKIV, TIKHORETSK = _row("ua-kharkiv"), _row("ru-tikhoretsk")
COUNTRIES = {country.name: country for country in (UKRAINE, RUSSIA, POLAND)}
