"""What people read: the claims table and the text of the whole report."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routes.model import (
    Article,
    Candidate,
    Mention,
    MentionKind,
    Place,
    PlaceKind,
    Position,
    Resolution,
    Span,
    Unit,
)
from routes.report import TextStyle, render_claims, render_claims_of_several, render_text
from routes.report.plain import columns, pad, shorten, visible, wrap
from tests.report.report_samples import TEXT, make_empty_report, make_refuted_claim, make_report, make_supported_claim

HOSTILE = "\x1b[31mred\x1b]0;title\x07\u202eright\x9b2J\x00\x08\r\n"
PLAIN = TextStyle()


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("explain", [True, False])
def test_no_line_is_wider_than_asked(width: int, explain: bool) -> None:
    style = TextStyle(width=width)
    text = render_text(make_report(), style) + render_claims(make_report(), style, explain=explain)
    assert max(columns(line) for line in text.splitlines()) <= width


def test_a_row_shows_verdict_words_figure_and_day() -> None:
    table = render_claims(make_report(claims=(make_refuted_claim(),)), TextStyle(width=120))
    row = table.splitlines()[1]
    assert row.startswith("✗ refuted")
    assert "“90 km from the border of Tonga”" in row
    assert "740 km" in row
    assert row.endswith("2024-03-03")
    assert "(735 to 745 km)" in table


def test_below_the_row_stand_sentence_source_and_the_readings_that_fit_or_not() -> None:
    table = render_claims(make_report(), TextStyle(width=120))
    assert "The figure does not match: the border of Tonga is 740 km away." in table
    assert "said by: the port" in table
    assert "fits: Suva to the coast of Fiji, 740 km (735 to 745 km)" in table
    assert "does not fit: Suva to the border of Fiji, 740 km (735 to 745 km)" in table
    assert "also: Apia to the border of Tonga" in table
    assert "the two units agree" in table


# 740 km are 459.8 international miles and 399.6 nautical miles.
@pytest.mark.parametrize(("unit", "words"), [(Unit.MI, "460 mi"), (Unit.NMI, "400 nmi"), (Unit.KM, "740 km")])
def test_figures_come_in_the_unit_asked_for(unit: Unit, words: str) -> None:
    table = render_claims(make_report(claims=(make_refuted_claim(),)), TextStyle(unit=unit))
    assert words in table.splitlines()[1]


def test_a_text_without_claims_says_so() -> None:
    assert "nothing to verify" in render_claims(make_empty_report(), PLAIN)
    assert "No shipment was found" in render_text(make_empty_report(), PLAIN)
    assert "Published: unknown" in render_text(make_empty_report(), PLAIN)


def test_several_articles_get_a_table_each_with_its_name() -> None:
    text = render_claims_of_several([make_report(), make_empty_report()], PLAIN)
    assert text.startswith("suva.txt\nVERDICT")
    assert "\n(no name)\n" in text


def test_colours_come_only_when_asked_for_and_a_sign_is_always_there() -> None:
    plain = render_claims(make_report(), PLAIN)
    coloured = render_claims(make_report(), TextStyle(colours=True))
    assert "\x1b" not in plain
    assert "\x1b[32m✓ supported" in coloured
    assert all(sign in plain for sign in "✓✗?")


def test_the_text_tells_the_way_from_stop_to_stop() -> None:
    text = " ".join(render_text(make_report(), PLAIN).split())
    for words in (
        "Grain ship calls at Suva Published: 2024-03-03 (as the text says)",
        "1. Suva (capital, FJ; -18.1416, 178.4419 ± 6 km), origin, reported, confidence 0.97",
        "↓ sea, ship Koro, alleged, says the port, 1,140 to 1,165 km (straight line, not the way taken), 2 to 3 days",
        "2. Apia (capital, WS; -13.8333, -171.7667 ± 5 km), destination, alleged, 2024-02-20",
        "Cargo: 2,000 tonnes of wheat (perhaps)",
        "Vessel: Koro (flag Fiji)",
        "Dates: 2024-02-01 to 2024-02-20, says the port",
        "In that time: feasible; 20 days hold a voyage of 2 to 3 days",
        "warning: the text is odd here [odd-border]",
    ):
        assert words in text


def hostile_report_texts() -> list[str]:
    claim = replace(make_supported_claim(), sentence=HOSTILE, reason=HOSTILE, arithmetic=(HOSTILE,))
    base = make_report(claims=(claim,))
    itinerary = base.itineraries[0]
    stops = tuple(replace(stop, name=HOSTILE) for stop in itinerary.stops)
    legs = tuple(replace(leg, vessel=HOSTILE, carrier=HOSTILE) for leg in itinerary.legs)
    report = replace(
        base,
        article=Article(TEXT.replace("715 miles", "715 mil\x1bs"), HOSTILE, None, HOSTILE),
        itineraries=(replace(itinerary, stops=stops, legs=legs),),
        notices=(replace(base.notices[0], message=HOSTILE, code=HOSTILE),),
    )
    return [
        render_text(report, PLAIN),
        render_claims(report, PLAIN, explain=True),
        render_claims_of_several([report, report], PLAIN, explain=True),
    ]


@pytest.mark.parametrize("text", hostile_report_texts(), ids=["text", "claims", "several"])
def test_hostile_text_reaches_no_terminal(text: str) -> None:
    assert visible(text.replace("\n", " ")).split() == text.split()
    assert "\\x1b" in text


@given(st.text(), st.integers(2, 60))
def test_wrapped_text_keeps_every_letter_and_its_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split(" ")) == visible(text).replace(" ", "")


@given(st.text())
def test_visible_text_is_one_line_and_stays_the_same_when_made_visible_again(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert visible(shown) == shown
    assert shown.isprintable() or not any(character in shown for character in "\x1b\x00\x9b\u202e\n\r")


def test_wide_letters_count_two_columns() -> None:
    assert columns("나진 Najin") == 10
    assert columns("e\u0301") == 1
    assert pad("나진", 6) == "나진  "


@given(st.text(), st.integers(2, 50))
def test_shortened_text_fits(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit


def test_every_name_is_told_once_with_its_place_and_what_else_it_may_be() -> None:
    def place(ident: str, name: str, lat: float) -> Place:
        return Place(ident, name, PlaceKind.CITY, "FR", Position(lat=lat, lon=2.0), 5.0)

    here, there = place("a", "Lille", 50.6), place("b", "L'Isle", 46.2)
    candidates = (Candidate(here, 0.5, "x"), Candidate(there, 0.5, "x"))
    names = [Mention(Span(start, start + 5), "Lille", MentionKind.PLACE) for start in (0, 10)]
    toponyms = (
        *(Resolution(name, here, 0.5, candidates) for name in names),
        Resolution(Mention(Span(20, 24), "Isle", MentionKind.PLACE), there, 0.9, candidates),
        Resolution(Mention(Span(30, 34), "Oz", MentionKind.PLACE), None, 0.0),
    )
    text = render_text(replace(make_empty_report(), toponyms=toponyms), TextStyle(width=120))
    assert "No shipment was found in the text." in text
    assert (
        "Places\n"
        "Lille (2 times): city, FR; 50.6000, 2.0000 ± 5 km, confidence 0.50; or L'Isle (city, FR)\n"
        "Isle: L'Isle, city, FR; 46.2000, 2.0000 ± 5 km, confidence 0.90\n"
        "Oz: place unknown\n"
    ) in text
