"""Reading: what the text says, still without coordinates."""

from routes.reading.appositions import Apposition, OddBorder
from routes.reading.cargo import names_goods, names_wares
from routes.reading.coordinates import Coordinates
from routes.reading.dates import day_words
from routes.reading.findings import Findings, read
from routes.reading.flow import Flow, flow
from routes.reading.intake import MAX_CHARACTERS, make_article, read_article
from routes.reading.phrases import Phrases, one_of
from routes.reading.quantities import half_place
from routes.reading.recognition.model import Model as Recognizer
from routes.reading.relative import Relation, RelationKind
from routes.reading.triggers import carrier_mode, stated_mode

__all__ = [
    "MAX_CHARACTERS",
    "Apposition",
    "Coordinates",
    "Findings",
    "Flow",
    "OddBorder",
    "Phrases",
    "Recognizer",
    "Relation",
    "RelationKind",
    "carrier_mode",
    "day_words",
    "flow",
    "half_place",
    "make_article",
    "names_goods",
    "names_wares",
    "one_of",
    "read",
    "read_article",
    "stated_mode",
]
