from datetime import date

import pytest

from routes.reading.dates import read_dates, read_ranges

PUBLISHED = date(2023, 10, 15)  # a Sunday


def _days(text: str, published: date | None = PUBLISHED) -> list[date | None]:
    return [mention.on for mention in read_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Sept. 7", date(2023, 9, 7)),
        ("on 7 September 2022", date(2022, 9, 7)),
        ("on October 1st, 2021", date(2021, 10, 1)),
        ("on 2023-09-13", date(2023, 9, 13)),
        ("on the 3rd of May 2020", date(2020, 5, 3)),
        ("on Friday", date(2023, 10, 13)),
        ("on Saturday", date(2023, 10, 14)),
        ("on Sunday", date(2023, 10, 15)),
        ("next Friday", date(2023, 10, 20)),
        ("on Dec. 30", date(2022, 12, 30)),
    ],
)
def test_a_day_is_resolved_against_the_publication_date(text: str, day: date) -> None:
    assert _days(text) == [day]


def test_a_day_just_ahead_keeps_the_year_of_the_article() -> None:
    assert _days("on Nov. 2") == [date(2023, 11, 2)]


def test_without_a_publication_date_a_day_is_that_next_to_the_nearest_full_date() -> None:
    assert _days("on Friday, Sept. 7 and Oct. 1, 2023", None) == [None, date(2023, 9, 7), date(2023, 10, 1)]
    assert _days("on 20 December 2021; it docked on January 4", None) == [date(2021, 12, 20), date(2022, 1, 4)]
    assert _days("on Sept. 7", None) == [None]


def test_a_full_date_in_the_sentence_goes_before_the_publication_date() -> None:
    told = "It left on 3 May 2019 and came on June 2. It will sail again on Oct. 20."
    assert _days(told) == [date(2019, 5, 3), date(2019, 6, 2), date(2023, 10, 20)]


@pytest.mark.parametrize("text", ["it may 7 times fail", "on 31 June 2023", "May 5.5 million", "March 40"])
def test_what_is_no_day_is_not_read_as_one(text: str) -> None:
    assert [day for day in _days(text) if day is not None] == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("between Sept. 7 and Oct. 1", date(2023, 9, 7), date(2023, 10, 1)),
        ("from September 7 to October 1, 2022", date(2022, 9, 7), date(2022, 10, 1)),
        ("Sept. 7 to 12", date(2023, 9, 7), date(2023, 9, 12)),
        ("from Dec. 28, 2022 through Jan. 3, 2023", date(2022, 12, 28), date(2023, 1, 3)),
        ("between Dec. 20 and Jan. 5", date(2022, 12, 20), date(2023, 1, 5)),
    ],
)
def test_two_days_make_a_window(text: str, start: date, end: date) -> None:
    (found,) = read_ranges(text, PUBLISHED)
    assert (found.start, found.end) == (start, end)


def test_two_days_without_between_make_no_window() -> None:
    assert read_ranges("on Sept. 7 and Oct. 1", PUBLISHED) == ()


@pytest.mark.parametrize("published", [date(9999, 12, 31), date(1, 1, 1)])
def test_the_ends_of_the_calendar_break_nothing(published: date) -> None:
    assert len(read_dates("on Sept. 7, on Friday, next Friday", published)) == 3
