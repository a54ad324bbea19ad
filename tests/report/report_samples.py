"""Reports made by hand, so that what is tested here is the writing alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from routes.model import (
    Article,
    Attribution,
    Bearing,
    BorderView,
    Candidate,
    Cargo,
    Claim,
    DataVersions,
    DateMention,
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
    LineVersion,
    Measurement,
    Mention,
    MentionKind,
    Mode,
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

TEXT = (
    "Grain ship calls at Suva\n"
    "Published: 3 March 2024\n\n"
    "The Koro took 2,000 tonnes of wheat from Suva to Apia between Feb. 1 and Feb. 20, the port said. "
    "Apia lies 1,150 kilometers (715 miles) northeast of Suva. "
    "The village of Nuku is 90 km from the border of Tonga."
)
SUVA = Place("suva", "Suva", PlaceKind.CAPITAL, "FJ", Position(lat=-18.1416, lon=178.4419), 6.0, source="GeoNames")
APIA = Place("apia", "Apia", PlaceKind.CAPITAL, "WS", Position(lat=-13.8333, lon=-171.7667), 5.0, source="GeoNames")
PORT = Attribution("the port", Span(0, 0))


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def make_itinerary() -> Itinerary:
    way = (SUVA.position, Position(lat=-17.0, lon=179.0), Position(lat=-16.0, lon=-179.0), APIA.position)
    return Itinerary(
        stops=(
            Stop("Suva", span_of("Suva to"), SUVA, 0.97, Role.ORIGIN, Status.REPORTED),
            Stop("Apia", span_of("Apia between"), APIA, 0.91, Role.DESTINATION, Status.ALLEGED, on=date(2024, 2, 20)),
        ),
        legs=(
            Leg(
                0,
                1,
                Mode.SEA,
                Status.ALLEGED,
                span_of("The Koro took 2,000 tonnes of wheat from Suva to Apia"),
                vessel="Koro",
                attribution=PORT,
                path=Path(
                    "straight line, not the way taken",
                    way,
                    1_140_000.0,
                    1_165_000.0,
                    services=(ServiceTime("ship", 40.0, 75.0),),
                ),
            ),
        ),
        vessels=(Vessel("Koro", span_of("Koro"), "Fiji"),),
        cargo=(Cargo("2,000 tonnes of wheat", span_of("2,000 tonnes of wheat"), 2000.0, 2000.0, "t", "perhaps"),),
        window=Window(date(2024, 2, 1), date(2024, 2, 20), span_of("between Feb. 1 and Feb. 20"), PORT),
        feasibility=Feasibility(Feasible.FEASIBLE, "20 days hold a voyage of 2 to 3 days", 2.6),
    )


def make_supported_claim() -> Claim:
    stated = Quantity(span_of("1,150 kilometers"), 1150.0, Unit.KM, 1_125_000.0, 1_175_000.0)
    statement = Statement(
        StatementKind.BEARING,
        span_of("1,150 kilometers (715 miles) northeast of Suva"),
        span_of("Apia lies 1,150 kilometers (715 miles) northeast of Suva."),
        stated,
        also=Quantity(span_of("715 miles"), 715.0, Unit.MI, 1_146_000.0, 1_155_000.0),
        bearing=Bearing("northeast", 45.0),
        subject=End(span_of("Apia lies"), span_of("Apia lies")),
        reference=End(span_of("Suva.")),
        attribution=PORT,
    )
    return Claim(
        statement,
        PlacedEnd("Apia", "Apia", APIA),
        PlacedEnd("Suva", "Suva", SUVA),
        Outcome.SUPPORTED,
        "the intervals overlap",
        "Apia lies 1,150 km north-east of Suva, as stated: the straight line is 1,147 km (1,136 to 1,158 km) long.",
        pair_agrees=True,
        measured=Measurement(1_147_000.0, 1_136_000.0, 1_158_000.0, (APIA.position, SUVA.position)),
        bearing_measured_deg=65.4,
        bearing_outcome=Outcome.SUPPORTED,
        arithmetic=("stated 1,125.0–1,175.0 km", "measured 1,136.0–1,158.0 km", "they overlap"),
    )


def make_refuted_claim() -> Claim:
    border = LineVersion("border-to", "the border of Tonga", date(2020, 1, 1), None, 1.0, "Natural Earth")
    measured = Measurement(
        740_000.0,
        735_000.0,
        745_000.0,
        (SUVA.position, Position(lat=-21.1, lon=-175.2)),
        on=date(2024, 3, 3),
        border_view=BorderView.UN,
        line=border,
    )
    words = span_of("90 km from the border of Tonga")
    border_words = span_of("the border of Tonga")
    statement = Statement(
        StatementKind.LINE,
        words,
        span_of("The village of Nuku is 90 km from the border of Tonga."),
        Quantity(span_of("90 km"), 90.0, Unit.KM, 85_000.0, float("inf")),
        subject=End(span_of("Nuku"), span_of("Nuku")),
        reference=End(span_of("the border of Tonga"), line=LineMention(border_words, LineKind.BORDER)),
    )
    return Claim(
        statement,
        PlacedEnd("Nuku", "Suva", SUVA),
        PlacedEnd("the border of Tonga", "the border of Tonga", None),
        Outcome.REFUTED,
        "shorter than the shortest possible",
        "The figure does not match: the border of Tonga is 740 km away.",
        measured=measured,
        also_measured=(OtherMeasurement("Apia", "the border of Tonga", measured),),
        holds_for=(OtherMeasurement("Suva", "the coast of Fiji", measured),),
        does_not_hold_for=(OtherMeasurement("Suva", "the border of Fiji", measured),),
        place_chosen_by_claim=True,
    )


def make_unverifiable_claim() -> Claim:
    return replace(
        make_refuted_claim(),
        subject=None,
        outcome=Outcome.UNVERIFIABLE,
        reason="no place is called Nuku",
        sentence="This cannot be checked: no place is called Nuku.",
        measured=None,
        also_measured=(),
        holds_for=(),
        does_not_hold_for=(),
        place_chosen_by_claim=False,
    )


def make_report(*, claims: tuple[Claim, ...] | None = None, text: str = TEXT) -> Report:
    mention = Mention(span_of("Suva to"), "Suva", MentionKind.PLACE)
    return Report(
        article=Article(text, "Grain ship calls at Suva", Published(date(2024, 3, 3), DateSource.TEXT), "suva.txt"),
        sentences=(Span(0, len(text)),),
        toponyms=(Resolution(mention, SUVA, 0.97123, (Candidate(SUVA, 1.0, "the only one"),), How.EXACT),),
        vetoed=(Mention(span_of("Koro"), "Koro", MentionKind.VESSEL, why="after 'The', with a carrier's verb"),),
        itineraries=(make_itinerary(),),
        claims=(make_supported_claim(), make_refuted_claim(), make_unverifiable_claim()) if claims is None else claims,
        dates=(DateMention(span_of("Feb. 1"), date(2024, 2, 1), "Feb. 1"),),
        notices=(Notice(Level.WARNING, "odd-border", "the text is odd here", span_of("the border of Tonga")),),
        border_view=BorderView.UN,
        data=DataVersions("0123456789abcdef", "fedcba9876543210"),
    )


def make_empty_report() -> Report:
    return Report(Article("Nothing."), (), (), (), (), (), (), (), BorderView.DE_FACTO, DataVersions("a", "b"), "x-1")
