import pytest
from hypothesis import given
from hypothesis import strategies as st

from routes.model import Modifier, Span, Unit
from routes.reading.cargo import read_cargo
from routes.reading.quantities import read_figures


@pytest.mark.parametrize(
    ("text", "value", "unit", "low_km", "high_km"),
    [
        # half the place of the last digit that is not zero, at most a tenth, at least half a unit
        ("290 kilometers", 290, Unit.KM, 285, 295),
        ("145 km", 145, Unit.KM, 142.5, 147.5),
        ("186 km", 186, Unit.KM, 185.5, 186.5),
        ("1,200 kms", 1200, Unit.KM, 1150, 1250),
        ("a 290-km way", 290, Unit.KM, 285, 295),
        ("about 300 km", 300, Unit.KM, 255, 345),
        ("less than 20 km", 20, Unit.KM, 0, 22),
        ("more than 100 km", 100, Unit.KM, 90, 130),
        ("nearly 100 km", 100, Unit.KM, 90, 100),
        ("50 nautical miles", 50, Unit.NMI, 83.34, 101.86),
        ("ten miles", 10, Unit.MI, 14.48, 17.70),
        # numbers of several parts; none of them is a range
        ("four hundred and forty-two kilometres", 442, Unit.KM, 441.5, 442.5),
        ("a hundred and sixty-three km", 163, Unit.KM, 162.5, 163.5),
        ("one thousand, two hundred and fifty-one km", 1251, Unit.KM, 1250.5, 1251.5),
        ("two thousand and six km", 2006, Unit.KM, 2005.5, 2006.5),
    ],
)
def test_a_figure_stands_for_an_interval(text: str, value: float, unit: Unit, low_km: float, high_km: float) -> None:
    (figure,) = read_figures(text)
    quantity = figure.quantity
    assert (quantity.value, quantity.unit) == (value, unit)
    assert quantity.low_m / 1000 == pytest.approx(low_km, abs=0.01)
    assert quantity.high_m / 1000 == pytest.approx(high_km, abs=0.01)


@pytest.mark.parametrize(
    "text",
    ["290 kilometers (180 miles)", "290 km (about 180 mi.)", "290 km, or 180 miles,", "290 km/180 miles"],
)
def test_the_same_length_in_a_second_unit_is_a_twin(text: str) -> None:
    (figure,) = read_figures(text)
    assert figure.also is not None
    assert (figure.quantity.value, figure.also.value, figure.also.unit) == (290, 180, Unit.MI)


def test_the_modifier_of_a_figure_holds_for_its_twin() -> None:
    (figure,) = read_figures("about 300 km (186 miles)")
    assert figure.also is not None
    assert figure.also.modifier is Modifier.ABOUT


def test_a_range_keeps_both_ends() -> None:
    (figure,) = read_figures("between 20 and 30 km")
    assert (figure.quantity.value, figure.quantity.value_max) == (20, 30)


@pytest.mark.parametrize("text", ["100 km/h", "100 km²", "$5 miles", "40 to 30 km", "120 kmph", "item-5 km"])
def test_what_is_no_length_is_not_read_as_one(text: str) -> None:
    assert all(figure.quantity.value != 100 for figure in read_figures(text))
    if text != "40 to 30 km":
        assert read_figures(text) == ()


def test_a_row_of_digits_without_end_is_no_length_and_no_load() -> None:
    nines = "9" * 400
    assert read_figures(f"It lies {nines} km off the coast, or 5 to {nines} miles.") == ()
    load = f"They sent about {nines} tons of grain."
    assert read_cargo(load, Span(0, len(load))) == ()


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_no_text_breaks_the_reader(text: str) -> None:
    for figure in read_figures(text):
        assert 0 <= figure.quantity.low_m <= figure.quantity.high_m


@pytest.mark.parametrize("text", ["between one hundred and two hundred km", "one hundred to two hundred km"])
def test_two_spelled_numbers_are_a_range(text: str) -> None:
    (figure,) = read_figures(text)
    assert (figure.quantity.value, figure.quantity.value_max) == (100, 200)
