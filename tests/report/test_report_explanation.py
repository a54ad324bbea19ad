"""The arithmetic of a verdict, told from the report: figures worked out by hand from the sample's values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from routes.model import (
    Candidate,
    Claim,
    Mention,
    MentionKind,
    Modifier,
    Outcome,
    Quantity,
    Reading,
    Report,
    Resolution,
    StatementKind,
    Unit,
)
from routes.report import TextStyle, render_claims
from routes.report.explanation import explain
from tests.report.report_samples import (
    APIA,
    SUVA,
    make_refuted_claim,
    make_report,
    make_supported_claim,
    make_unverifiable_claim,
    span_of,
)

LABELS = ["read", "stated", "places", "measured", "compared", "bearing", "tried", "verdict"]


def steps(claim: Claim, label: str, report: Report | None = None, unit: Unit = Unit.KM) -> list[str]:
    return [step.text for step in explain(report or make_report(), claim, unit) if step.label == label]


def between(stated_km: float, *, kind: StatementKind = StatementKind.DISTANCE) -> Claim:
    """Return a claim of so many kilometres between Suva and Apia, of which 1,147 (1,136 to 1,158) were measured."""
    claim = make_supported_claim()
    quantity = Quantity(claim.statement.quantity.span, stated_km, Unit.KM, stated_km * 990, stated_km * 1010)
    statement = replace(claim.statement, kind=kind, quantity=quantity, also=None, bearing=None)
    return replace(claim, statement=statement, pair_agrees=None, bearing_outcome=None, bearing_measured_deg=None)


def test_the_steps_go_from_the_words_to_the_verdict() -> None:
    found = [step.label for step in explain(make_report(), make_supported_claim(), Unit.KM)]
    assert list(dict.fromkeys(found)) == LABELS


def test_the_words_are_shown_with_their_place_in_the_text_and_what_they_stand_for() -> None:
    claim = make_supported_claim()
    span = claim.statement.span
    words, subject, reference, said = steps(claim, "read")
    assert words == (
        f"“1,150 kilometers (715 miles) northeast of Suva”, characters {span.start} to {span.end}: distance and bearing"
    )
    assert (subject, reference, said) == ("subject: “Apia”", "reference: “Suva”", "said by: the port")
    assert "subject: “Nuku”, Suva" in steps(make_refuted_claim(), "read")
    assert "subject: not named" in steps(make_unverifiable_claim(), "read")


def test_each_figure_has_its_interval_and_the_pair_the_common_part() -> None:
    # 715 mi are 1,150.7 km; the sample gives 1,146 to 1,155 km, 4.7 km less (2.9 mi) and 4.3 km more (2.7 mi).
    assert steps(make_supported_claim(), "stated") == [
        "1,150 km → 1,125.0 to 1,175.0 km (as it is rounded, ± 25.0 km)",
        "715 mi → 1,146.0 to 1,155.0 km (2.9 mi less to 2.7 mi more)",
        "pair: the two figures agree; both hold for 1,146.0 to 1,155.0 km",
    ]
    contradicting = replace(make_supported_claim(), pair_agrees=False)
    assert "contradict" in steps(contradicting, "stated")[-1]
    assert len(steps(contradicting, "compared")) == 2


@pytest.mark.parametrize("modifier", Modifier)
def test_every_modifier_is_explained(modifier: Modifier) -> None:
    claim = between(1000)
    quantity = replace(claim.statement.quantity, modifier=modifier)
    [step] = steps(replace(claim, statement=replace(claim.statement, quantity=quantity)), "stated")
    assert f"with “{modifier.value}”, " in step


def test_a_figure_without_an_upper_end_says_so() -> None:
    assert steps(make_refuted_claim(), "stated") == ["90 km → 85.0 km or more (5.0 km less to any length more)"]


def test_a_travel_time_has_lengths_that_it_may_stand_for_and_no_share() -> None:
    hours = Quantity(span_of("1,150 kilometers"), 10.0, Unit.HOUR, 150_000.0, 1_500_000.0)
    claim = between(1000)
    claim = replace(claim, statement=replace(claim.statement, quantity=hours, kind=StatementKind.TRAVEL_TIME))
    assert steps(claim, "stated") == ["10 h, a travel time, which may stand for 150.0 to 1,500.0 km"]
    assert steps(claim, "compared")[0].endswith("they overlap by 22.0 km")
    assert "a travel time, which may stand for 150 to 1,500 km" in render_claims(
        make_report(claims=(claim,)), TextStyle(width=120)
    )


def test_both_places_are_shown_with_coordinates_and_radius() -> None:
    assert steps(make_supported_claim(), "places") == [
        "Apia: capital, WS at -13.8333, -171.7667, radius 5.0 km (apia)",
        "Suva: capital, FJ at -18.1416, 178.4419, radius 6.0 km (suva)",
    ]


def test_a_line_is_shown_with_name_dates_uncertainty_and_view() -> None:
    assert steps(make_refuted_claim(), "places")[-1] == (
        "the border of Tonga: line (border-to), valid 2020-01-01 to …, taken on 2024-03-03, border view un, "
        "off by up to 1 km; Natural Earth"
    )
    noted = replace(make_refuted_claim(), arithmetic=("stated 90 km", "note: The zone reaches 2 km."))
    assert steps(noted, "places")[-1] == "note: The zone reaches 2 km."


def test_namesakes_are_shown_with_their_scores_and_which_was_kept() -> None:
    claim = make_supported_claim()
    assert claim.statement.subject is not None
    assert claim.statement.subject.name is not None
    mention = Mention(claim.statement.subject.name, "Apia", MentionKind.PLACE)
    candidates = (Candidate(SUVA, 0.2, "x"), Candidate(APIA, 0.8, "x"))
    report = replace(make_report(), toponyms=(Resolution(mention, APIA, 0.8, candidates),))
    assert "places called so: Apia (WS) 0.80 (kept), Suva (FJ) 0.20" in steps(claim, "places", report)


def test_the_measured_interval_is_taken_apart() -> None:
    assert steps(make_supported_claim(), "measured") == [
        "nearest points -13.8333, -171.7667 and -18.1416, 178.4419",
        "1,147.0 km as the crow flies, geodesic on WGS 84",
        "give or take 11.0 km for the radius of each place and the gazetteer → 1,136.0 to 1,158.0 km",
    ]
    assert "the line's uncertainty" in steps(make_refuted_claim(), "measured")[-1]
    assert steps(make_unverifiable_claim(), "measured") == ["nothing: an end is unknown"]


def test_overlap_and_gap_are_given_in_length_and_per_cent() -> None:
    # The pair stands for 1,146 to 1,155 km, all of it measured: 9 km, 0.8 % of 1,150 km.
    assert steps(make_supported_claim(), "compared")[0].endswith("they overlap by 9.0 km (1 % of the stated figure)")
    # 990 to 1,010 km end 126 km before 1,136 km; 1,980 km begin 822 km after 1,158 km.
    assert "stated is shorter, a gap of 126.0 km (13 % of the stated figure)" in steps(between(1000), "compared")[0]
    assert "stated is longer, a gap of 822.0 km (41 % of the stated figure)" in steps(between(2000), "compared")[0]
    assert steps(make_unverifiable_claim(), "compared") == []


def test_the_direction_is_compared_by_itself() -> None:
    assert steps(make_supported_claim(), "bearing") == [
        "stated northeast (45°), measured northeast (65°), off by 20°: supported"
    ]
    # 65.4 less 45 is 20.4 degrees; seen from the other side of north the difference is the small one.
    west = replace(make_supported_claim(), bearing_measured_deg=350.0, bearing_outcome=Outcome.BORDERLINE)
    assert steps(west, "bearing") == ["stated northeast (45°), measured north (350°), off by 55°: borderline"]


def test_every_reading_is_told_with_why_it_was_kept_or_dropped() -> None:
    kept, dropped = "as the crow flies: kept, the intervals overlap", "as the crow flies: dropped, the intervals do not"
    assert steps(make_supported_claim(), "tried") == [kept]
    crow, road = steps(between(2000), "tried")
    assert crow.startswith(dropped)
    # 2,000 / 1,147 = 1.74; 2,400 / 1,147 = 2.09.
    assert road.startswith("along a road: kept as possible, 1.74 times the straight line")
    assert steps(between(2400), "tried")[1].startswith("along a road: dropped, 2.09 times the straight line")
    assert steps(between(1000), "tried")[1] == "along a road: dropped, no road is shorter than the straight line"
    measured = make_supported_claim().measured
    assert measured is not None
    way = replace(measured, reading=Reading.ROUTE)
    assert steps(replace(make_supported_claim(), measured=way), "tried") == ["along the way: kept"]


def test_to_a_line_no_road_is_tried_unless_a_route_is_stated() -> None:
    far = Quantity(span_of("90 km"), 900.0, Unit.KM, 890_000.0, 910_000.0)
    claim = make_refuted_claim()
    to_line = replace(claim, statement=replace(claim.statement, quantity=far))
    assert steps(to_line, "tried")[1] == "along a road: not tried, to a line or an area only the straight line counts"
    by_road = replace(to_line, statement=replace(to_line.statement, kind=StatementKind.ROUTE))
    assert steps(by_road, "tried")[1].startswith("along a road: kept as possible, 1.22 times")


def test_the_other_measurements_are_told_with_what_they_are_for() -> None:
    text = "\n".join(steps(make_refuted_claim(), "tried"))
    assert "Apia to the border of Tonga, 740.0 km (735.0 to 745.0 km): near by, measured as well" in text
    assert "Suva to the coast of Fiji, 740.0 km (735.0 to 745.0 km): the stated figure would fit" in text
    assert "Suva to the border of Fiji, 740.0 km (735.0 to 745.0 km): easily taken for it" in text
    assert "this distance helped to choose which of several namesakes is meant" in text


def test_lengths_come_in_the_unit_asked_for() -> None:
    # 1,147 km are 712.7 mi.
    assert steps(make_supported_claim(), "measured", unit=Unit.MI)[1].startswith("712.7 mi ")


def test_the_table_shows_the_steps_only_when_asked_for() -> None:
    style = TextStyle(width=120)
    step = "give or take 11.0 km for the radius of each place"
    assert step not in render_claims(make_report(), style)
    table = render_claims(make_report(), style, explain=True)
    assert step in table
    assert make_supported_claim().sentence[:60] in table
    assert all(f"  {label} " in table for label in LABELS)
