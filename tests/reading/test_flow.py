"""Text that was broken at some width is read as if it had not been."""

import textwrap

import pytest

from routes.model import Report, Span
from routes.pipeline import Options, analyze
from routes.reading import flow

STORY = (
    "Barley reaches Durban after a detour\n\n"
    "DURBAN, South Africa, March 3, 2022 (Our desk) - The bulk carrier Stella Maris delivered 31,000 tonnes of barley "
    "from Klaipeda to Durban on Thursday, the port's south-west quay told the paper.\n\n"
    "Klaipeda is 310 km north-west of Vilnius. Durban lies about 500 km (310 miles) from Johannesburg. The ship had "
    "waited five days off Cape Town, the agent said."
)


def _wrapped(text: str, width: int, end: str = "\n") -> str:
    return (end * 2).join(end.join(textwrap.wrap(paragraph, width)) for paragraph in text.split("\n\n"))


def _told(report: Report) -> list[object]:
    def words(span: Span) -> str:
        return " ".join(report.article.quote(span).split()).replace("- ", "-")

    ways = [
        [stop.name for stop in way.stops] + [" ".join(ship.name.split()) for ship in way.vessels]
        for way in report.itineraries
    ]
    claims = [(words(claim.statement.span), claim.outcome, claim.sentence) for claim in report.claims]
    places = [(words(each.mention.span), each.place and each.place.id) for each in report.toponyms]
    return [report.article.title, ways, claims, places]


@pytest.mark.parametrize("end", ["\n", "\r\n", "  \n   "])
@pytest.mark.parametrize("width", [30, 45, 68, 72])
def test_a_text_broken_at_any_width_tells_the_same(width: int, end: str) -> None:
    assert _told(analyze(_wrapped(STORY, width, end))) == _told(analyze(STORY))


@pytest.mark.parametrize("width", [30, 45, 68])
def test_what_is_read_of_broken_lines_still_quotes_the_text(width: int) -> None:
    report = analyze(_wrapped(STORY, width))
    assert report.toponyms
    assert all(report.article.quote(each.mention.span) == each.mention.text for each in report.toponyms)
    ships = [ship for way in report.itineraries for ship in way.vessels]
    assert [" ".join(report.article.quote(ship.span).split()) for ship in ships] == ["Stella Maris"]


def test_names_that_are_given_keep_their_offsets() -> None:
    text = _wrapped(STORY, 40)
    span = Span(text.index("Klaipeda"), text.index("Klaipeda") + 8)
    [found] = analyze(text, Options(mentions=(span,))).toponyms
    assert (found.mention.span, found.place and found.place.country) == (span, "LT")


@pytest.mark.parametrize(
    "text",
    [
        "Wheat leaves Odesa\nThe ship sailed on Monday.\nNobody saw it.",
        "Wheat leaves Odesa for Egypt and\nODESA, Ukraine - The ship left in the night, bound\nfor Alexandria.",
        "Ports of call:\n- Odesa and Izmail\n- Varna and Burgas\n- Istanbul",
        "Odesa\nIstanbul\nPort Said\nMombasa",
        "A very long first line of a story that goes on and on\nPublished: 3 May 2022\n\nThe ship left.",
        "A very long first line of a story that goes on and on\nBy Jane Roe\n\nThe ship left with grain\nfor Odesa.",
        f"{'The ship left Odesa. ' * 20}\n{'It came to Varna. ' * 22}\nThe end.",
    ],
)
def test_a_line_that_stands_by_itself_stays_so(text: str) -> None:
    first = text.splitlines()[0]
    assert flow(text).text.splitlines()[0] == first


@pytest.mark.parametrize(
    ("text", "flowing"),
    [
        ("The ship sailed to\nVarna.", "The ship sailed to Varna."),
        ("The ship went south-\nwest of Varna with\n500 tonnes.", "The ship went south-west of Varna with 500 tonnes."),
        ("The ship sailed on\r\nto Varna and home.", "The ship sailed on to Varna and home."),
    ],
)
def test_lines_that_go_on_are_joined(text: str, flowing: str) -> None:
    assert flow(text).text == flowing
    assert len(flow(text, keeps_length=True).text) == len(text)
