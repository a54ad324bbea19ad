"""What the verbs answer, end to end."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from routes.report import schema_text
from tests.cli.command import REFUTED, Command

ON = ("--on", "2023-10-15")
DISTANCE_KEYS = set(
    "from to by km low_km high_km nearest bearing_deg method passages hours reason geometry".split()  # noqa: SIM905
)


def loads(text: str) -> Any:  # noqa: ANN401 - JSON is what it is
    return json.loads(text)


def test_verify_shows_the_claim_its_verdict_and_its_day(routes: Command) -> None:
    answer = routes("verify", "article.txt")
    assert answer.code == 0
    assert "✓ supported" in answer.out
    assert "2023-10-15" in answer.out
    assert "the border" in answer.out


def test_verify_fails_only_if_asked_to_and_a_claim_is_refuted(routes: Command) -> None:
    assert routes("verify", "--text", REFUTED, *ON).code == 0
    assert routes("verify", "--text", REFUTED, *ON, "--fail-on", "refuted").code == 1
    assert routes("verify", "--text", REFUTED, *ON, "--json", "--fail-on", "refuted").code == 1
    assert routes("verify", "article.txt", "--fail-on", "refuted").code == 0


def test_verify_explains_on_request(routes: Command) -> None:
    short, long = (routes("verify", "--text", REFUTED, *ON, *more).out for more in ((), ("--explain",)))
    assert "geodesic on WGS 84" in long
    assert "geodesic on WGS 84" not in short


def test_verify_tells_several_articles_apart(routes: Command) -> None:
    (routes.folder / "second.txt").write_text(REFUTED, encoding="utf-8")
    answer = routes("verify", "article.txt", "second.txt")
    assert answer.out.index("article.txt\n") < answer.out.index("second.txt\n")
    both = loads(routes("verify", "article.txt", "second.txt", "--json").out)
    assert both["schema"] == "routes-dossier/1"
    assert [len(article["claims"]) for article in both["articles"]] == [1, 1]


def test_verify_of_a_text_without_distances_says_so(routes: Command) -> None:
    assert "nothing to verify" in routes("verify", "--text", "Nothing was shipped.").out


@pytest.mark.parametrize("arguments", [("analyze", "article.txt"), ("verify", "article.txt", "--json")])
def test_json_obeys_the_schema(routes: Command, arguments: tuple[str, ...]) -> None:
    Draft202012Validator(loads(schema_text())).validate(loads(routes(*arguments).out))


def test_analyze_tells_the_way(routes: Command) -> None:
    report = loads(routes("analyze", "article.txt").out)
    [itinerary] = report["itineraries"]
    assert [stop["name"] for stop in itinerary["stops"]] == ["Najin", "Dunay", "Tikhoretsk"]
    assert [leg["mode"] for leg in itinerary["legs"]] == ["sea", "rail"]
    text = routes("analyze", "article.txt", "--format", "text").out
    assert re.search(r"1\. Najin.*2\. Dunay.*3\. Tikhoretsk", text, re.DOTALL)


def test_the_same_article_gives_the_same_bytes(routes: Command) -> None:
    for arguments in (("analyze", "article.txt"), ("map", "article.txt", "-o", "-"), ("verify", "article.txt")):
        assert routes(*arguments).out == routes(*arguments).out


def test_a_published_date_on_the_command_line_wins(routes: Command) -> None:
    report = loads(routes("analyze", "article.txt", "--published", "2023-10-16").out)
    assert (report["published"], report["published_from"]) == ("2023-10-16", "option")


def test_words_for_the_page_reach_the_page(routes: Command) -> None:
    page = routes("map", "article.txt", "--title", "A & B <i>", "--credit", "Our desk").out
    assert "A &amp; B &lt;i&gt;" in page
    assert "Our desk" in page
    assert "<i>" not in page.split("</title>")[0]


def test_geocode_finds_all_names_of_a_place(routes: Command) -> None:
    answers = loads(routes("geocode", "Najin", "Rajin", "나진", "Dunay", "Дунай", "Moscow", "--json").out)
    assert [answer["name"] for answer in answers] == ["Najin", "Rajin", "나진", "Dunay", "Дунай", "Moscow"]
    first = [answer["places"][0] for answer in answers]
    assert {place["id"] for place in first[:3]} == {first[0]["id"]}
    # Rajin lies at 42.25 N, 130.30 E and Moscow at 55.75 N, 37.62 E (GeoNames), to the extent of a town.
    assert (first[0]["lat"], first[0]["lon"]) == (pytest.approx(42.25, abs=0.1), pytest.approx(130.3, abs=0.1))
    assert (first[5]["lat"], first[5]["lon"]) == (pytest.approx(55.75, abs=0.1), pytest.approx(37.62, abs=0.1))


def test_geocode_says_what_it_does_not_know(routes: Command) -> None:
    answer = routes("geocode", "Xqzzyvk")
    assert (answer.code, "not found" in answer.out, "Xqzzyvk" in answer.err) == (0, True, True)


def test_geocode_keeps_to_a_country_and_puts_the_nearest_first(routes: Command) -> None:
    places = loads(routes("geocode", "Dunay", "--country", "ru", "--near", "Vladivostok", "--json").out)[0]["places"]
    assert {place["country"] for place in places} == {"RU"}
    assert places[0]["near_km"] < 100
    assert "--country 'QQ' is not known" in routes("geocode", "Dunay", "--country", "QQ").complaint


def test_geocode_says_when_only_the_spelling_is_close(routes: Command) -> None:
    place = loads(routes("geocode", "Tikhorestk", "--json").out)[0]["places"][0]
    assert (place["name"], place["how"]) == ("Tikhoretsk", "fuzzy")


def test_distance_between_positions_is_the_geodesic(routes: Command) -> None:
    # Rotterdam to Singapore, 10562.585 km (Karney's algorithm; the model's own worked example).
    answer = loads(routes("distance", "51.95,4.14", "1.264,103.84", "--json").out)
    assert answer["km"] == 10562.6
    assert set(answer) >= DISTANCE_KEYS
    assert answer["low_km"] <= answer["km"] <= answer["high_km"]
    assert answer["nearest"] == [[51.95, 4.14], [1.264, 103.84]]


def test_distance_takes_southern_positions(routes: Command) -> None:
    answer = loads(routes("distance", "-33.9,18.4", "-1.5,-48.5", "--json").out)
    assert (answer["from"]["lat"], answer["to"]["lon"]) == (-33.9, -48.5)


@pytest.mark.parametrize("words", ["border of Ukraine", "Ukraine's border", "the Ukrainian border", "Ukraine border"])
def test_distance_to_a_border_is_that_to_its_nearest_point(routes: Command, words: str) -> None:
    answer = loads(routes("distance", "Tikhoretsk", words, "--json").out)
    # 194 to 203 km, by two outlines of the country, and the town has an extent.
    assert 190 <= answer["km"] <= 207
    assert answer["to"]["line"]["uncertainty_km"] > 0


@pytest.mark.parametrize("words", ["Ukraine front line", "the front line in Ukraine", "front line of Ukraine"])
def test_distance_to_the_front_is_that_of_the_day(routes: Command, words: str) -> None:
    answer = loads(routes("distance", "Tikhoretsk", words, *ON, "--json").out)
    assert 285 <= answer["km"] <= 300
    assert answer["on"] == "2023-10-15"


def test_a_line_may_be_named_first(routes: Command) -> None:
    there = loads(routes("distance", "Tikhoretsk", "border of Ukraine", "--json").out)
    back = loads(routes("distance", "border of Ukraine", "Tikhoretsk", "--json").out)
    assert back["km"] == there["km"]
    assert back["nearest"] == there["nearest"][::-1]


def test_a_front_needs_a_day_and_a_day_that_is_known(routes: Command) -> None:
    assert "--on 2023-10-15" in routes("distance", "Tikhoretsk", "Ukraine front line").complaint
    answer = loads(routes("distance", "Tikhoretsk", "Ukraine front line", "--on", "1999-01-01", "--json").out)
    assert answer["km"] is None
    assert "1999-01-01" in answer["reason"]


def test_a_front_without_a_country_is_the_only_one_known(routes: Command) -> None:
    answer = loads(routes("distance", "Tikhoretsk", "the front line", "--on", "1999-01-01", "--json").out)
    assert "1999-01-01" in answer["reason"]


def test_distance_refuses_what_it_cannot_measure(routes: Command) -> None:
    assert "one end must be a place" in routes("distance", "border of Ukraine", "coast of Japan").complaint
    assert "needs two places" in routes("distance", "42.2,130.3", "coast of Japan", "--by", "sea").complaint
    assert "did you mean Tikhoretsk" in routes("distance", "Tikhorestk", "Dunay").complaint
    assert "write lat,lon" in routes("distance", "95.5,10", "Dunay").complaint
    assert "write lat,lon" in routes("distance", "42.5", "Dunay").complaint


def test_a_name_of_several_places_is_told_and_can_be_settled(routes: Command) -> None:
    table = "id,name,kind,country,lat,lon,extent_km,aliases,population,source,note\n" + "".join(
        f"own-{number},Twinport,port,RU,{number},10,1,,,own,\n" for number in (1, 2)
    )
    (routes.folder / "places.csv").write_text(table, encoding="utf-8")
    arguments = ("distance", "Twinport", "0,10", "--gazetteer", "places.csv", "--json")
    first, second = routes(*arguments), routes(*arguments, "--pick", "Twinport=own-2")
    assert "own-2" in first.err
    assert (loads(first.out)["from"]["place_id"], loads(second.out)["from"]["place_id"]) == ("own-1", "own-2")
    assert second.err == ""


@pytest.mark.parametrize("mode", ["sea", "rail", "road", "air"])
def test_distance_by_a_way_gives_a_band_and_its_method(routes: Command, mode: str) -> None:
    answer = loads(routes("distance", "Najin", "Dunay", "--by", mode, "--json").out)
    assert answer["by"] == mode
    assert answer["km"] is None or (answer["low_km"] <= answer["km"] <= answer["high_km"] and answer["method"])
    assert (answer["km"] is None) == (answer["reason"] is not None)


def test_distance_prints_in_the_unit_asked_for(routes: Command) -> None:
    # One degree of the equator is 111.32 km, 69.2 mi, 60.1 nmi.
    for unit, figure in (("km", "111 km"), ("mi", "69 mi"), ("nmi", "60 nmi")):
        assert figure in routes("distance", "0,0", "0,1", "--units", unit).out


def test_distance_as_geojson_is_cut_at_the_antimeridian(routes: Command) -> None:
    features = loads(routes("distance", "10,179", "10,-179", "--geojson").out)["features"]
    assert features[0]["geometry"]["type"] == "MultiLineString"
    assert [feature["properties"]["feature"] for feature in features] == ["way", "from", "to"]


def test_gazetteer_check_finds_no_fault_in_our_own_table(routes: Command) -> None:
    answer = routes("gazetteer", "check")
    assert (answer.code, answer.err) == (0, "")
    assert re.fullmatch(r"gazetteer\.csv: [\d,]+ places, no faults\n", answer.out)


def test_gazetteer_show_knows_names_and_ids(routes: Command) -> None:
    by_name = routes("gazetteer", "show", "Rajin").out
    [place_id] = re.findall(r"^  id +(\S+)$", by_name, re.MULTILINE)
    assert routes("gazetteer", "show", place_id).out == by_name
    assert "source" in by_name
    assert "'Xqzzyvk'" in routes("gazetteer", "show", "Xqzzyvk").complaint


def test_a_row_of_ones_own_takes_the_place_of_ours(routes: Command) -> None:
    place = loads(routes("geocode", "Najin", "--json").out)[0]["places"][0]
    header = "id,name,kind,country,lat,lon,extent_km,aliases,population,source,note"
    table = f"{header}\n{place['id']},Najin,port,KP,42.2,130.2,1,,,own survey,\n"
    (routes.folder / "places.csv").write_text(table, encoding="utf-8")
    stop = loads(routes("analyze", "article.txt", "--gazetteer", "places.csv").out)["itineraries"][0]["stops"][0]
    assert (stop["lat"], stop["lon"], stop["precision_km"]) == (42.2, 130.2, 1.0)
