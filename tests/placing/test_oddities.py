from routes.pipeline import analyze


def _codes(text: str) -> list[str]:
    return [notice.code for notice in analyze(text).notices if notice.code != "no-date"]


def test_a_city_has_no_border_of_its_own() -> None:
    assert "odd-border" in _codes("Grain was taken from Odesa to the eastern border of Kyiv.")


def test_a_country_has_one() -> None:
    assert "odd-border" not in _codes("Grain was taken from Odesa to the eastern border of Poland.")


def test_a_port_that_the_text_calls_a_depot_is_named() -> None:
    assert "kind-differs" in _codes("Cargo was loaded in Najin, an ammunition depot in North Korea, for Moscow.")


def test_a_port_that_the_text_calls_a_port_is_not() -> None:
    assert "kind-differs" not in _codes("Cargo was loaded in Najin, a port in North Korea, for Moscow.")
