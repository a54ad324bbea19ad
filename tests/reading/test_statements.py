import pytest

from routes.model import LineKind, StatementKind, Unit
from routes.reading import make_article
from tests.reading.sample_reading import ends_of, only_statement, read_text


@pytest.mark.parametrize(
    ("text", "subject", "reference"),
    [
        ("Odesa is 440 km from Kyiv.", "Odesa", "Kyiv"),
        ("Busan, 325 kilometers southeast of Seoul, is a port.", "Busan", "Seoul"),
        ("Goods came to Odesa, which is located 440 km (270 miles) from Kyiv.", "Odesa", "Kyiv"),
        ("Some 440 km from Kyiv, the city of Odesa was dark.", "Odesa", "Kyiv"),
        ("A farm 30 km north of Kyiv burned.", "A farm", "Kyiv"),
        ("The wreck lies 80 km off the coast of Somalia.", "The wreck", "the coast of Somalia"),
        ("Odesa was hit. The city lies 440 km south of Kyiv.", "Odesa", "Kyiv"),
        ("Odesa was hit. It is 440 km south of Kyiv.", "Odesa", "Kyiv"),
        ("The depot at Odesa is 50 km from Moldova's border.", "Odesa", "Moldova's border"),
        ("Seoul is 50 km from the capital.", "Seoul", "the capital"),
    ],
)
def test_a_claim_has_a_subject_and_a_reference(text: str, subject: str, reference: str) -> None:
    assert ends_of(text) == (subject, reference)


@pytest.mark.parametrize(
    ("text", "subject", "reference"),
    [
        ("Irpin, a small town on the edge of the Kyiv plain some 25 km west of Kyiv, burned.", "Irpin", "Kyiv"),
        ("Irpin, in the Kyiv region 25 km from Kyiv, burned.", "Irpin", "Kyiv"),
        ("Gdynia, a port after Gdansk and Sopot, is about 20 km from Gdansk.", "Gdynia", "Gdansk"),
        ("Odesa is a port on the coast of Ukraine, 440 km from Kyiv.", "Odesa", "Kyiv"),
        ("Odesa lies along the Black Sea, 440 km from Kyiv.", "Odesa", "Kyiv"),
        ("The Nataka well, 30 km from Odesa, was dry.", "The Nataka well", "Odesa"),
        ("The convoy was stopped 15 km outside Kyiv.", "The convoy", "Kyiv"),
        ("Odesa (440 km south of Kyiv) was hit.", "Odesa", "Kyiv"),
        (
            "The village is 30 km from the Zaporizhzhia hydroelectric dam.",
            "The village",
            "the Zaporizhzhia hydroelectric dam",
        ),
        ("The unit was 20 km short of the Black Sea port of Odesa.", "The unit", "Odesa"),
        ("The distance between Kyiv and Odesa is 440 km.", "Kyiv", "Odesa"),
        ("Kyiv and Odesa are 440 km apart.", "Kyiv", "Odesa"),
        ("From Kyiv it is 440 km to Odesa.", "Kyiv", "Odesa"),
        ("They drove 440 km from Kyiv to Odesa.", "Odesa", "Kyiv"),
        ("Trucks went from Kyiv to Odesa, 440 km away.", "Odesa", "Kyiv"),
        ("Barges cross from Odesa over the Black Sea to Samsun, 630 km to the southeast.", "Samsun", "Odesa"),
        ("Barges left Odesa and went on the Black Sea to Samsun, 630 km to the southeast.", "Samsun", "Odesa"),
        ("KYIV, Oct. 3 (Wire) -- Guests came from Odesa, 440 km from here.", "Odesa", "KYIV"),
        ("THE PORT WAS SHELLED IN ODESA, ODESA REGION, 440 KM SOUTH OF KYIV, ACCORDING TO THE ARMY.", "ODESA", "KYIV"),
        ("Patrols went 3 km inside Romanian territory.", None, "Romanian"),
    ],
)
def test_what_explains_a_name_is_not_what_the_distance_speaks_of(
    text: str, subject: str | None, reference: str
) -> None:
    assert ends_of(text) == (subject, reference)


@pytest.mark.parametrize(
    "text",
    [
        "The division runs 2,000 miles of railroad in Ukraine.",
        "The station flies 350 km above the Earth.",
        "They flew 30 km.",
        "Some 293 km of the asphalt highway near Odesa need repair.",
    ],
)
def test_a_length_from_nowhere_is_no_claim(text: str) -> None:
    assert read_text(text).statements == ()


@pytest.mark.parametrize(
    "where",
    [
        "in southern Ukraine",
        "in the far south of Ukraine",
        ", southwestern Ukraine",
        "in Ukraine's south",
        "in Ukraine's Odesa region",
        "in the Odesa region of southern Ukraine",
    ],
)
def test_the_country_that_a_place_lies_in_is_not_what_the_distance_speaks_of(where: str) -> None:
    text = f"The wagons reached Izmail {where}, 190 km from Odesa.".replace(" ,", ",")
    assert ends_of(text) == ("Izmail", "Odesa")


def test_the_last_of_two_places_is_still_what_a_distance_speaks_of() -> None:
    assert ends_of("Ships called at Gdansk and Gdynia, 290 km from Warsaw.") == ("Gdynia", "Warsaw")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The depot lies 30, 40 and 50 km from Odesa, Mykolaiv and Kherson respectively.",
            [("The depot", 30, "Odesa"), ("The depot", 40, "Mykolaiv"), ("The depot", 50, "Kherson")],
        ),
        (
            "In Kharkiv, Sumy and Chernihiv - 30, 40 and 70 kilometres from Kyiv - sirens went off.",
            [("Kharkiv", 30, "Kyiv"), ("Sumy", 40, "Kyiv"), ("Chernihiv", 70, "Kyiv")],
        ),
        (
            "Odesa is 440 km from Kyiv and a mere 130 from Mykolaiv.",
            [("Odesa", 440, "Kyiv"), ("Odesa", 130, "Mykolaiv")],
        ),
        ("It burned 6 km north of Odesa, Ukraine, and 11 km from Kyiv.", [("It", 6, "Odesa"), ("It", 11, "Kyiv")]),
    ],
)
def test_figures_that_share_a_unit_are_claims_of_their_own(text: str, claims: list[tuple[str, int, str]]) -> None:
    quote = make_article(text).quote
    found = [
        (
            quote(each.subject.place_span or each.subject.span) if each.subject else None,
            each.quantity.value,
            quote(each.reference.place_span or each.reference.span) if each.reference else None,
        )
        for each in read_text(text).statements
    ]
    assert found == claims


@pytest.mark.parametrize(
    ("text", "unit", "low_km", "high_km"),
    [
        ("Odesa is a two-hour drive from Mykolaiv.", Unit.HOUR, 30, 300),
        ("Odesa is 20 minutes by train from Mykolaiv.", Unit.MINUTE, 6.25, 125),
        ("The six-hour flight from Kyiv to Odesa was full.", Unit.HOUR, 900, 7125),
    ],
)
def test_a_travel_time_bounds_the_distance(text: str, unit: Unit, low_km: float, high_km: float) -> None:
    statement = only_statement(text)
    assert statement.kind is StatementKind.TRAVEL_TIME
    assert statement.quantity.unit is unit
    assert statement.quantity.low_m / 1000 == pytest.approx(low_km)
    assert statement.quantity.high_m / 1000 == pytest.approx(high_km)


def test_a_time_without_a_place_is_no_claim() -> None:
    assert read_text("They arrived in Odesa two hours from the start.").statements == ()


@pytest.mark.parametrize(
    ("words", "km"),
    [
        ("two and a half kilometres", 2.5),
        ("a kilometre and a half", 1.5),
        ("twenty-five kilometres", 25.0),
        ("a hundred and fifty kilometres", 150.0),
        ("three leagues", 3 * 3 * 1.609344),
        ("three marine leagues", 3 * 3 * 1.852),
    ],
)
def test_lengths_in_words_are_read(words: str, km: float) -> None:
    assert only_statement(f"A farm {words} from Kyiv burned.").quantity.value_m / 1000 == pytest.approx(km)


@pytest.mark.parametrize(
    ("words", "kind", "owner"),
    [
        ("the Ukraine front line", LineKind.FRONT, "Ukraine"),
        ("the front line in Ukraine", LineKind.FRONT, "Ukraine"),
        ("the Ukrainian front", LineKind.FRONT, "Ukrainian"),
        ("Ukraine's border", LineKind.BORDER, "Ukraine"),
        ("the border with North Korea", LineKind.BORDER, "North Korea"),
        ("the border of Ukraine", LineKind.BORDER, "Ukraine"),
        ("the Somali coast", LineKind.COAST, "Somali"),
        ("the coast of Japan", LineKind.COAST, "Japan"),
        ("the Demilitarized Zone", LineKind.DEMARCATION, None),
        ("the 38th parallel", LineKind.PARALLEL, None),
    ],
)
def test_a_line_is_a_reference_with_its_country(words: str, kind: LineKind, owner: str | None) -> None:
    text = f"The depot at Odesa is 290 km from {words}."
    statement = only_statement(text)
    assert statement.kind is StatementKind.LINE
    line = statement.reference.line if statement.reference else None
    assert line is not None
    assert line.kind is kind
    assert (text[line.of.start : line.of.end] if line.of else None) == owner


def test_a_border_named_from_both_sides_keeps_both_countries() -> None:
    statement = only_statement("Odesa is 50 km from the border between Ukraine and Moldova.")
    line = statement.reference.line if statement.reference else None
    assert line is not None
    assert line.of is not None
    assert line.neighbour is not None


def test_a_border_town_is_a_town() -> None:
    statement = only_statement("Odesa is 500 km from the border town of Khasan.")
    assert statement.kind is StatementKind.DISTANCE


@pytest.mark.parametrize(
    ("words", "azimuth"),
    [("southeast", 135), ("south-east", 135), ("due north", 0), ("to the west", 270), ("north-northwest", 337.5)],
)
def test_a_direction_is_read_with_its_azimuth(words: str, azimuth: float) -> None:
    statement = only_statement(f"Odesa is 440 km {words} of Kyiv.")
    assert statement.bearing is not None
    assert statement.bearing.azimuth_deg == azimuth


@pytest.mark.parametrize("way", ["by road", "by rail", "along the highway"])
def test_a_stated_way_makes_a_route_length(way: str) -> None:
    assert only_statement(f"Odesa is 475 km {way} from Kyiv.").kind is StatementKind.ROUTE
    assert only_statement(f"Odesa is 475 km from Kyiv {way}.").kind is StatementKind.ROUTE


@pytest.mark.parametrize(
    "text",
    [
        "The missile has a range of 290 km from Kyiv.",
        "The 290-km road from Odesa to Kyiv is closed.",
        "A 10 km race from Kyiv was held.",
        "The front is 1,000 km long from Kyiv on.",
        "It flew at 900 kilometers an hour from Odesa.",
        "The bridge is 19 km long.",
        "It burned 290 km of forest.",
        "The wall, 5 miles high, fell.",
    ],
)
def test_other_lengths_are_no_claims(text: str) -> None:
    assert [statement for statement in read_text(text).statements if statement.reference] == []


def test_the_source_of_a_claim_is_kept() -> None:
    statement = only_statement("Odesa is 440 km from Kyiv, according to the navy.")
    assert statement.attribution is not None
    assert statement.attribution.name == "the navy"


@pytest.mark.parametrize(
    "text",
    [
        "Odesa is 440 km from Kyiv and 620 km from Lviv.",
        "Odesa is 440 km from Kyiv but only 50 km from Moldova.",
        "Odesa lies 440 km south of Kyiv, 50 km from Moldova.",
    ],
)
def test_a_list_of_distances_shares_its_subject(text: str) -> None:
    first, second = read_text(text).statements
    assert first.subject == second.subject


def test_two_names_with_only_of_between_them_are_no_description_and_no_error() -> None:
    text = "It lies 5 km from Kyiv of Odesa."
    [statement] = read_text(text).statements
    assert statement.reference is not None
    assert text[statement.reference.span.start : statement.reference.span.end] == "Kyiv"


@pytest.mark.parametrize("text", ["Odesa is 440 km ✈️ from Kyiv.", "Odesa is 440 km 🚚🚚 south of Kyiv."])
def test_a_picture_in_a_sentence_says_nothing(text: str) -> None:
    assert ends_of(text) == ("Odesa", "Kyiv")


@pytest.mark.parametrize(
    "text", ["In a gale 300 km off Odesa it lost two boxes.", "In thick fog 30 km off Odesa it turned back."]
)
def test_the_weather_is_nowhere(text: str) -> None:
    assert only_statement(text).subject is None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Odesa is 190 km from Izmail, and Kyiv is 440 km from Odesa.", "Kyiv"),
        ("Odesa lies 190 km (120 miles) from Izmail and Kyiv is 440 km from Odesa.", "Kyiv"),
        ("Izmail is 190 km, officials said, from here, but Kyiv is 440 km from Odesa.", "Kyiv"),
        ("Odesa is 190 km from Izmail, according to the navy, while Kyiv lies 440 km from Odesa.", "Kyiv"),
    ],
)
def test_two_distances_of_one_sentence_have_each_their_own_subject(text: str, subject: str) -> None:
    last = read_text(text).statements[-1]
    assert last.subject is not None
    assert make_article(text).quote(last.subject.span) == subject
    assert last.reference is not None
    assert make_article(text).quote(last.reference.span) == "Odesa"
