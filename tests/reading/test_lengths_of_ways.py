import pytest

from tests.reading.sample_reading import ends_of, read_text


@pytest.mark.parametrize(
    "text",
    [
        "The way round the Cape adds 6,000 km between Odesa and Busan.",
        "The closure adds an extra 3,000 nautical miles from Odesa to Busan.",
        "The canal saves some 8,000 km between Odesa and Busan.",
        "Ships sail 6,500 km longer from Odesa to Busan.",
        "The lorries made a detour of 400 km from Odesa to Kyiv.",
    ],
)
def test_how_much_longer_a_way_is_says_nothing_of_its_ends(text: str) -> None:
    assert read_text(text).statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "The riders cover 440 km from Odesa to Kyiv on Sunday.",
        "The peloton went 440 km from Odesa to Kyiv.",
        "Between Odesa and Kyiv, in the longest yacht race of the year, lie 440 km.",
    ],
)
def test_the_course_of_a_race_is_no_claim(text: str) -> None:
    assert read_text(text).statements == ()


def test_where_a_race_passes_is_a_claim() -> None:
    assert ends_of("The peloton passed Irpin, 25 km from Kyiv.") == ("Irpin", "Kyiv")


@pytest.mark.parametrize(
    ("text", "subject", "reference"),
    [
        ("Odesa to Kyiv is 440 km.", "Odesa", "Kyiv"),
        ("Odesa to Kyiv is a distance of about 440 km.", "Odesa", "Kyiv"),
        ("Much is broken; Odesa to Kyiv is a drive of 475 km.", "Odesa", "Kyiv"),
        ("The railway line between Odesa and Kyiv is 650 km long.", "Odesa", "Kyiv"),
        (
            "Grain went from Odesa by train to the Polish port of Gdynia in May, a journey of 1,300 km.",
            "Odesa",
            "Gdynia",
        ),
        ("The lorry left Odesa for Kyiv, a drive of 475 km.", "Odesa", "Kyiv"),
    ],
)
def test_the_length_of_a_way_is_one_between_its_ends(text: str, subject: str, reference: str) -> None:
    assert ends_of(text) == (subject, reference)


@pytest.mark.parametrize(
    "text",
    [
        "The border between Ukraine and Russia is 2,000 km long.",
        "The train to Kyiv is 40 km late.",
        "The drive to Kyiv is 440 km.",
        "The bridge from Odesa to Kyiv is 19 km long.",
    ],
)
def test_a_length_with_one_end_or_of_no_way_is_no_claim(text: str) -> None:
    assert read_text(text).statements == ()
