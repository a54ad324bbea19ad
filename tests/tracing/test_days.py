"""The day of each stop, by the words of its own event."""

from datetime import date

import pytest

from routes.model import DateSource
from routes.pipeline import Options, analyze
from routes.reading import make_article
from routes.report.narrative import render_text
from routes.report.style import TextStyle


def _days(text: str) -> dict[str, date | None]:
    (itinerary,) = analyze(make_article(text), Options(ways=None)).itineraries
    return {stop.name: stop.on for stop in itinerary.stops}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "TRIESTE, Italy, Nov 3, 2022 (ANSA) - On Oct. 17 the freighter Perla Blu sailed from Damietta to Trieste "
            "with 9,000 tonnes of fertiliser.",
            {"Damietta": date(2022, 10, 17), "Trieste": None},
        ),
        (
            "MOMBASA, Kenya, Sept 9, 2020 - On Aug. 30 the ship Ardent reached Mombasa with wheat from Novorossiysk.",
            {"Novorossiysk": None, "Mombasa": date(2020, 8, 30)},
        ),
        (
            "KARACHI, May 14, 2019 - A ship with rice left Basra on May 2 and will reach Karachi on May 16.",
            {"Basra": date(2019, 5, 2), "Karachi": date(2019, 5, 16)},
        ),
        (
            "The bulk carrier Sable Star left Santos on 12 December 2023 with sugar, called at Dakar on December 24 "
            "and docked in Algiers on January 2.",
            {"Santos": date(2023, 12, 12), "Dakar": date(2023, 12, 24), "Algiers": date(2024, 1, 2)},
        ),
        (
            "The ship with corn left Odesa, and on 5 May 2023 it reached Istanbul.",
            {"Odesa": None, "Istanbul": date(2023, 5, 5)},
        ),
        # the day on which somebody spoke
        (
            "RIGA, March 4, 2022 - Trucks took the flour from Riga to Kaunas, an official said on March 3.",
            {"Riga": None, "Kaunas": None},
        ),
    ],
)
def test_a_stop_has_the_day_of_its_own_event(text: str, days: dict[str, date | None]) -> None:
    assert _days(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "In June 2017 the freighter Perla left Damietta with urea. On June 9 it called at Malta, and on June 20 it "
            "reached Trieste.",
            {"Damietta": None, "Malta": date(2017, 6, 9), "Trieste": date(2017, 6, 20)},
        ),
        (
            "The freighter Perla left Damietta with urea in November 2021 and arrived in Trieste on January 8.",
            {"Damietta": None, "Trieste": date(2022, 1, 8)},
        ),
        (
            "The freighter Perla left Damietta on 20 December 2020 with urea. It docked in Trieste on January 6.",
            {"Damietta": date(2020, 12, 20), "Trieste": date(2021, 1, 6)},
        ),
        (
            "The freighter Perla had sailed from Damietta to Trieste with urea on December 28.",
            {"Damietta": date(2022, 12, 28), "Trieste": None},
        ),
        (
            "The freighter Perla, built in June 2017, left Damietta with urea on October 9. It reached Trieste on "
            "October 20.",
            {"Damietta": date(2023, 10, 9), "Trieste": date(2023, 10, 20)},
        ),
        (
            "The terminal was hit on June 3, 2021. On October 9 the ship Perla left Damietta with urea for Trieste.",
            {"Damietta": date(2023, 10, 9), "Trieste": None},
        ),
        (
            "The freighter Perla left Damietta with urea and will reach Trieste on December 28.",
            {"Damietta": None, "Trieste": date(2023, 12, 28)},
        ),
    ],
)
def test_a_day_has_the_year_of_the_voyage_it_is_told_of(text: str, days: dict[str, date | None]) -> None:
    (itinerary,) = analyze(make_article(text, published=date(2023, 11, 20)), Options(ways=None)).itineraries
    assert {stop.name: stop.on for stop in itinerary.stops} == days


@pytest.mark.parametrize(
    "opening",
    [
        "ODESA, Ukraine, March 20, 2024 (Reuters) - The",
        "A headline\n\nPORT-AU-PRINCE, 20 March 2024 /AFP/ — A",
        "Cape Town, South Africa, Wednesday, March 20, 2024 – Grain",
    ],
)
def test_the_day_of_a_dateline_is_that_of_publication(opening: str) -> None:
    published = make_article(f"{opening} ship came.").published
    assert published is not None
    assert (published.on, published.source) == (date(2024, 3, 20), DateSource.DATELINE)


@pytest.mark.parametrize(
    "text",
    [
        "The ship left Odesa on March 20, 2024 - a Wednesday.",
        "March 20, 2024 - The ship left.",
        "KARACHI, May 3 - Wheat came.",
        "She sank.\nIt rained.\nHe left.\nThey came.\nODESA, March 20, 2024 - The ship left.",
    ],
)
def test_other_days_at_the_head_are_no_publication(text: str) -> None:
    assert make_article(text).published is None


def test_the_text_report_tells_the_days_of_the_stops_where_there_is_no_window() -> None:
    report = analyze("The ship with corn left Odesa on March 2, 2024 and reached Istanbul on March 5.")
    told = render_text(report, TextStyle())
    assert "Dates: 2024-03-02 to 2024-03-05, the first and last day told" in told


def test_the_number_in_the_name_of_a_ship_is_no_day() -> None:
    assert set(_days("The supply boat Santa May 7 left Manila with rice and reached Cebu.").values()) == {None}
