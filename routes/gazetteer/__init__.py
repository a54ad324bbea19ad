"""Which places there are: the curated gazetteer, the user's own rows over it, demonyms.

The geopy geocoder lies in `routes.gazetteer.geocoder`, because geopy costs start-up time.
"""

from routes.gazetteer.checks import check_rows
from routes.gazetteer.demonyms import demonym_country
from routes.gazetteer.fold import fold
from routes.gazetteer.lookup import FuzzyMatch, Gazetteer, Match

__all__ = ["FuzzyMatch", "Gazetteer", "Match", "check_rows", "demonym_country", "fold"]
