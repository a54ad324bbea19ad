"""A report made by hand: the story that the page is built for, and smaller ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path as FilePath

from routes.geo import distance_m, front_line, geodesic_line
from routes.model import (
    Article,
    Attribution,
    BorderView,
    Candidate,
    Cargo,
    Claim,
    DataVersions,
    DateSource,
    End,
    Feasibility,
    Feasible,
    How,
    Itinerary,
    Leg,
    Level,
    LineKind,
    LineMention,
    Measurement,
    Mention,
    MentionKind,
    Mode,
    Modifier,
    Notice,
    OtherMeasurement,
    Outcome,
    Path,
    Place,
    PlacedEnd,
    PlaceKind,
    Position,
    Published,
    Quantity,
    Report,
    Resolution,
    Role,
    ServiceTime,
    Span,
    Statement,
    StatementKind,
    Status,
    Stop,
    Unit,
    Vessel,
    Window,
)

TITLE = "Containers from Najin, seen on their way to a Russian depot"
TEXT = (
    "Satellite pictures show how arms may have moved from North Korea to a depot in southern Russia, "
    "the White House says.\n\n"
    "At least 1,000 containers were put aboard the Russian-flagged Angara in Najin. "
    "The ship then crossed to Dunay, a small port near Vladivostok.\n"
    "A freight train took the boxes on to Tikhoretsk, where ammunition is stored. "
    "That depot lies 290 km (180 miles) from the Ukraine front line, officials said.\n\n"
    "The trip fell between Sept. 7 and Oct. 1. "
    "Leaders of both countries met at the Vostochny Cosmodrome in the same weeks.\n"
    "Moscow called the account baseless."
)

NAJIN = Place("kp-najin", "Najin", PlaceKind.PORT, "KP", Position(lat=42.2271, lon=130.2826), 3.0, ("Rajin", "Rason"))
DUNAY = Place("ru-dunay", "Dunay", PlaceKind.NAVAL_BASE, "RU", Position(lat=42.879, lon=132.335), 2.0, ("Dunai",))
TIKHORETSK = Place("ru-tikhoretsk", "Tikhoretsk", PlaceKind.CITY, "RU", Position(lat=45.8547, lon=40.1253), 5.0)
VOSTOCHNY = Place(
    "ru-vostochny", "Vostochny Cosmodrome", PlaceKind.SPACEPORT, "RU", Position(lat=51.884, lon=128.333), 20.0
)
MOSCOW = Place("ru-moscow", "Moscow", PlaceKind.CAPITAL, "RU", Position(lat=55.7522, lon=37.6156), 25.0)
DUNAY_VILLAGE = Place("ru-dunay-2", "Dunay", PlaceKind.VILLAGE, "RU", Position(lat=59.99, lon=30.92), 2.0)
NEAREST_FRONT = Position(lat=47.7537, lon=37.4102)
ON = date(2023, 10, 15)


def span(words: str, text: str = TEXT, *, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def sentences(text: str = TEXT) -> tuple[Span, ...]:
    """Part the sample into sentences: its own full stops, not those of "Sept." and "Oct."."""
    found, start = [], 0
    for index, letter in enumerate(text):
        is_end = (
            letter == "." and text[max(0, index - 4) : index] != "Sept" and text[max(0, index - 3) : index] != "Oct"
        )
        is_end = is_end and (index + 1 == len(text) or text[index + 1] in " \n")
        if is_end:
            found.append(Span(start, index + 1))
            start = index + 1
            while start < len(text) and text[start] in " \n":
                start += 1
    return tuple(found)


def straight(a: Place, b: Place, hours: tuple[float, float]) -> Path:
    line = geodesic_line(a.position, b.position)
    length_m = distance_m(a.position, b.position)
    return Path("straight line, not the way taken", line, length_m, length_m, services=(ServiceTime("ship", *hours),))


def itinerary() -> Itinerary:
    white_house = Attribution("the White House", span("the White House"))
    alleged = Status.ALLEGED
    stops = (
        Stop("Najin", span("Najin"), NAJIN, 0.97, Role.ORIGIN, alleged),
        Stop("Dunay", span("Dunay"), DUNAY, 0.81, Role.VIA, alleged),
        Stop("Tikhoretsk", span("Tikhoretsk"), TIKHORETSK, 0.95, Role.DESTINATION, alleged),
    )
    legs = (
        Leg(
            0,
            1,
            Mode.SEA,
            alleged,
            span("The ship then crossed to Dunay"),
            vessel="Angara",
            attribution=white_house,
            path=straight(NAJIN, DUNAY, (8.0, 14.0)),
        ),
        Leg(
            1,
            2,
            Mode.RAIL,
            alleged,
            span("A freight train took the boxes on to Tikhoretsk"),
            attribution=white_house,
            path=straight(DUNAY, TIKHORETSK, (175.0, 670.0)),
        ),
    )
    return Itinerary(
        stops,
        legs,
        vessels=(Vessel("Angara", span("Angara"), flag="Russia"),),
        cargo=(
            Cargo("At least 1,000 containers", span("At least 1,000 containers"), 1000, None, "containers", "at least"),
        ),
        window=Window(date(2023, 9, 7), date(2023, 10, 1), span("between Sept. 7 and Oct. 1"), white_house),
        feasibility=Feasibility(Feasible.FEASIBLE, "a block train needs 7 to 19 of the 24 days", 17.0),
    )


def claim() -> Claim:
    front = front_line("UA", ON)
    assert front is not None
    sentence = span("That depot lies 290 km (180 miles) from the Ukraine front line, officials said.")
    quantity = Quantity(span("290 km"), 290, Unit.KM, 285_000, 295_000)
    reference_span = span("the Ukraine front line")
    statement = Statement(
        StatementKind.LINE,
        span("290 km (180 miles) from the Ukraine front line"),
        sentence,
        quantity,
        also=Quantity(span("180 miles"), 180, Unit.MI, 285_000, 297_000),
        subject=End(span("That depot"), antecedent=span("Tikhoretsk")),
        reference=End(reference_span, line=LineMention(reference_span, LineKind.FRONT, span("Ukraine"))),
        attribution=Attribution("officials", span("officials")),
    )
    measured = Measurement(
        distance_m(TIKHORETSK.position, NEAREST_FRONT),
        288_000,
        304_000,
        (TIKHORETSK.position, NEAREST_FRONT),
        on=ON,
        border_view=BorderView.UN,
        line=front.version,
    )
    border = Measurement(202_300, 194_000, 203_000, (TIKHORETSK.position, Position(lat=47.1193, lon=38.2298)), on=ON)
    return Claim(
        statement,
        PlacedEnd("That depot", "Tikhoretsk", TIKHORETSK),
        PlacedEnd("the Ukraine front line", "the front line in Ukraine", None),
        Outcome.SUPPORTED,
        "the stated and the measured interval overlap",
        "Tikhoretsk lay 288 to 304 km from the front line in Ukraine on 15 October 2023: 290 km fits.",
        pair_agrees=True,
        measured=measured,
        does_not_hold_for=(OtherMeasurement("Tikhoretsk", "the border of Ukraine", border),),
        arithmetic=("290 km is read as 285 to 295 km", "measured 296 km, 288 to 304 km", "the intervals overlap"),
    )


def unverifiable() -> Claim:
    base = claim()
    return replace(
        base,
        statement=replace(
            base.statement, quantity=replace(base.statement.quantity, modifier=Modifier.ABOUT), also=None
        ),
        outcome=Outcome.UNVERIFIABLE,
        reason="no date is known, and the front line moves",
        sentence="Whether Tikhoretsk lay 290 km from the front cannot be checked: no date is known.",
        measured=None,
        pair_agrees=None,
        does_not_hold_for=(),
        arithmetic=(),
    )


def resolution(words: str, place: Place | None, confidence: float = 0.9, *rivals: Candidate) -> Resolution:
    mention = Mention(span(words), words, MentionKind.PLACE)
    own = (Candidate(place, confidence, "name and country fit"),) if place else ()
    return Resolution(mention, place, confidence, own + rivals, How.EXACT)


def report() -> Report:
    """Return the story: three stops, two legs, one claim that holds."""
    toponyms = (
        resolution("Najin", NAJIN, 0.97),
        resolution("Dunay", DUNAY, 0.81, Candidate(DUNAY_VILLAGE, 0.19, "same name, far from the sea")),
        resolution("Tikhoretsk", TIKHORETSK, 0.95),
        resolution("Vostochny Cosmodrome", VOSTOCHNY, 0.93),
        resolution("Moscow", MOSCOW, 0.96),
    )
    return Report(
        article=Article(TEXT, TITLE, Published(ON, DateSource.OPTION), "sample.txt"),
        sentences=sentences(),
        toponyms=toponyms,
        vetoed=(Mention(span("Angara"), "Angara", MentionKind.VESSEL),),
        itineraries=(itinerary(),),
        claims=(claim(),),
        dates=(),
        notices=(
            Notice(
                Level.INFO, "path-inferred", "The ways are straight lines: the text names no ports or lines between."
            ),
            Notice(Level.WARNING, "place-unsure", "Dunay is also a village near Saint Petersburg."),
        ),
        border_view=BorderView.UN,
        data=DataVersions("0" * 16, "0" * 16),
    )


def without_route() -> Report:
    """Return a report that knows places but no way between them."""
    return replace(report(), itineraries=())


def empty() -> Report:
    """Return a report in which nothing was found."""
    text = "Nothing happened anywhere."
    return replace(
        report(),
        article=Article(text),
        sentences=(Span(0, len(text)),),
        toponyms=(),
        vetoed=(),
        itineraries=(),
        claims=(),
        notices=(),
    )


def pacific() -> Report:
    """Return a report whose leg crosses the antimeridian, by six modes in turn."""
    places = (
        Place("kr-busan", "Busan", PlaceKind.PORT, "KR", Position(lat=35.1, lon=129.04), 10.0),
        Place("us-la", "Los Angeles", PlaceKind.PORT, "US", Position(lat=33.74, lon=-118.26), 10.0),
        Place("us-chicago", "Chicago", PlaceKind.CITY, "US", Position(lat=41.85, lon=-87.65), 20.0),
        Place("us-ny", "New York", PlaceKind.CITY, "US", Position(lat=40.71, lon=-74.0), 20.0),
        Place("us-houston", "Houston", PlaceKind.CITY, "US", Position(lat=29.76, lon=-95.36), 20.0),
        Place("us-memphis", "Memphis", PlaceKind.CITY, "US", Position(lat=35.15, lon=-90.05), 20.0),
        Place("us-denver", "Denver", PlaceKind.CITY, "US", Position(lat=39.74, lon=-104.98), 20.0),
        Place("us-seattle", "Seattle", PlaceKind.CITY, "US", Position(lat=47.61, lon=-122.33), 20.0),
    )
    modes = (Mode.SEA, Mode.RAIL, Mode.ROAD, Mode.PIPELINE, Mode.RIVER, Mode.AIR, None)
    text = "Goods went " + ", then ".join(f"from {a.name} to {b.name}" for a, b in pairwise(places)) + "."
    stops = tuple(Stop(place.name, span(place.name, text), place, 0.95, Role.VIA, Status.REPORTED) for place in places)
    legs = tuple(
        Leg(
            n,
            n + 1,
            mode,
            Status.REPORTED,
            Span(0, len(text)),
            path=replace(straight(places[n], places[n + 1], (10, 20)), is_inferred=n % 2 == 0, method="way given"),
        )
        for n, mode in enumerate(modes)
    )
    return replace(
        report(),
        article=Article(text, "Seven ways across an ocean and a continent"),
        sentences=(Span(0, len(text)),),
        toponyms=(),
        vetoed=(),
        itineraries=(Itinerary(stops, legs),),
        claims=(),
        notices=(),
    )


_PORTS = (
    ("Odesa", 46.49, 30.74), ("Constanta", 44.17, 28.65), ("Varna", 43.2, 27.92), ("Burgas", 42.49, 27.48),
    ("Istanbul", 41.01, 28.95), ("Bandirma", 40.35, 27.97), ("Canakkale", 40.15, 26.41), ("Izmir", 38.42, 27.14),
    ("Piraeus", 37.94, 23.63), ("Thessaloniki", 40.63, 22.94), ("Kavala", 40.94, 24.41), ("Rhodes", 36.44, 28.22),
    ("Antalya", 36.88, 30.7), ("Mersin", 36.8, 34.63), ("Iskenderun", 36.59, 36.17), ("Latakia", 35.52, 35.78),
    ("Tartus", 34.89, 35.88), ("Beirut", 33.9, 35.52), ("Haifa", 32.82, 35.0), ("Port Said", 31.26, 32.3),
)  # fmt: skip


def many(count: int) -> Report:
    """Return a report of a voyage that calls at many ports close to each other."""
    places = [
        Place(f"port-{n}", name, PlaceKind.PORT, None, Position(lat=lat, lon=lon), 5.0)
        for n, (name, lat, lon) in enumerate(_PORTS[:count])
    ]
    text = "The ship called at " + ", ".join(place.name for place in places) + "."
    stops = tuple(Stop(p.name, span(p.name, text), p, 0.95, Role.VIA, Status.REPORTED) for p in places)
    legs = tuple(
        Leg(n, n + 1, Mode.SEA, Status.REPORTED, Span(0, len(text)), path=straight(a, b, (10, 20)))
        for n, (a, b) in enumerate(pairwise(places))
    )
    return replace(
        report(),
        article=Article(text, "A voyage of many calls"),
        sentences=(Span(0, len(text)),),
        toponyms=(),
        vetoed=(),
        itineraries=(Itinerary(stops, legs),),
        claims=(),
        notices=(),
    )


def write(page: str, folder: FilePath, name: str = "page.html") -> FilePath:
    path = folder / name
    path.write_text(page, encoding="utf-8")
    return path
