"""Several articles of one story: who says what, and where they contradict each other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from routes import dossier
from routes.errors import UsageError
from routes.model import Article, Dossier, Leg, Outcome, Report, Role, Status, Stop, Topic
from tests.dossier.retold import NAMES, compared, one, report_of, retellings, topics


def told(found: Dossier) -> list[tuple[str, tuple[int, ...]]]:
    return [(stop.name, stop.articles) for stop in found.stops]


def test_the_three_retellings_tell_of_the_same_three_stops() -> None:
    assert told(retellings()) == [("Najin", (0, 1, 2)), ("Dunay", (0, 1, 2)), ("Tikhoretsk", (0, 1, 2))]


def test_the_contradiction_of_the_distances_is_named_and_which_readings_fit() -> None:
    found = one(retellings(), Topic.DISTANCE)
    assert [(side.words, side.articles, side.outcome) for side in found.sides] == [
        ("290 km from the front line in Ukraine", (0,), Outcome.SUPPORTED),
        ("290 km from the border of Ukraine", (1,), Outcome.REFUTED),
        ("200 km from the border of Ukraine", (2,), Outcome.SUPPORTED),
    ]
    assert found.sentence.startswith(
        "A says Tikhoretsk is 290 km from the front line in Ukraine, B 290 km from the border of Ukraine, "
        "C 200 km from the border of Ukraine. Measured as the crow flies, it is "
    )
    assert found.sentence.endswith("what A and C say fits, what B says does not match.")


def test_the_sentence_gives_the_figures_of_the_town_and_of_its_depot() -> None:
    found = retellings()
    sentence = one(found, Topic.DISTANCE).sentence
    # Published maps of October 2023 put the depot 288.7 km from the front; the border is 195 km away (Natural Earth).
    for claim, depot_km, tolerance_km in ((found.reports[0].claims[0], 288.7, 6), (found.reports[2].claims[0], 195, 4)):
        [depot] = [other for other in claim.also_measured if "depot" in other.subject]
        assert depot.measured.m / 1000 == pytest.approx(depot_km, abs=tolerance_km)
        assert f"depot: {depot.measured.m / 1000:.0f} km" in sentence


def test_each_side_leads_to_the_article_s_own_words() -> None:
    found = retellings()
    quotes = [found.quote(t) for side in one(found, Topic.DISTANCE).sides for t in side.tellings]
    assert quotes == [
        "290 km (180 miles) from the front line in Ukraine",
        "290 km from the border of Ukraine",
        "200 km from Ukraine's border",
    ]


def test_the_retellings_also_disagree_on_mode_ship_day_and_load() -> None:
    sentences = {each.topic: each.sentence for each in retellings().contradictions}
    assert sentences[Topic.MODE] == "A and C say the goods went to Tikhoretsk by rail, B by road."
    assert sentences[Topic.VESSEL] == "A and B say the ship that went to Dunay was the Angara, C the Maria."
    assert sentences[Topic.DATE] == "A puts the start in Najin on 7 September 2023, B on 12 September 2023."
    assert sentences[Topic.CARGO] == "A and B say it was more than 1,000 containers, C some 300 containers."


def test_the_day_is_quoted_by_its_own_words() -> None:
    found = retellings()
    assert [found.quote(t) for side in one(found, Topic.DATE).sides for t in side.tellings] == ["Sept. 7", "Sept. 12"]


def test_two_that_agree_on_a_distance_have_no_contradiction_of_it() -> None:
    assert "distance" not in topics(retellings("front.txt", "near.txt"))


def test_the_order_of_the_articles_is_kept() -> None:
    found = retellings(*reversed(NAMES))
    assert found.reports == tuple(report_of(name) for name in reversed(NAMES))
    assert one(found, Topic.DISTANCE).sentence.endswith("what A and C say fits, what B says does not match.")


@pytest.mark.parametrize("same", [{"title": "One title"}, {"source": "page.html"}, {"title": None, "source": None}])
def test_articles_with_the_same_title_and_file_are_not_mixed_up(same: dict[str, Any]) -> None:
    reports = [replace(report_of(name), article=replace(report_of(name).article, **same)) for name in NAMES]
    found, plain = dossier(reports), retellings()
    assert (found.stops, found.claims, found.contradictions) == (plain.stops, plain.claims, plain.contradictions)


def test_one_article_given_twice_contradicts_itself_in_nothing() -> None:
    found = dossier([report_of("front.txt")] * 2)
    assert found.contradictions == ()
    assert told(found) == [("Najin", (0, 1)), ("Dunay", (0, 1)), ("Tikhoretsk", (0, 1))]


@pytest.mark.parametrize("reports", [[], [report_of("front.txt")], ["a text", "another"]])
def test_a_dossier_needs_two_reports(reports: list[object]) -> None:
    with pytest.raises(UsageError, match="two articles or more"):
        dossier(reports)  # type: ignore[arg-type]  # as callers without a type checker do


def test_articles_of_different_stories_share_nothing() -> None:
    found = compared(
        "Grain was shipped by sea from Odesa to Istanbul.", "Coal was carried by rail from Katowice to Prague."
    )
    assert found.contradictions == ()
    assert len({stop.shipment for stop in found.stops}) == 2
    assert all(len(stop.articles) == 1 for stop in found.stops)


def test_a_text_without_a_way_takes_part_with_its_distances() -> None:
    found = compared("Linz lies 155 km west of Vienna.", "The city of Linz is 250 km from Vienna.")
    assert found.stops == ()
    assert [claim.articles for claim in found.claims] == [(0, 1)]
    assert one(found, Topic.DISTANCE).sides[0].outcome is Outcome.SUPPORTED


def test_a_distance_is_the_same_from_either_end() -> None:
    found = compared("Linz lies 155 km from Vienna.", "Vienna lies 250 km from Linz.")
    assert [claim.articles for claim in found.claims] == [(0, 1)]
    assert topics(found) == ["distance"]


def test_miles_and_kilometres_of_one_figure_agree() -> None:
    found = compared("Linz lies 155 km from Vienna.", "Linz lies 96 miles from Vienna.")
    assert topics(found) == []


@pytest.mark.parametrize(
    ("first", "second", "topic", "sentence"),
    [
        (
            "Grain was shipped by sea from Odesa to Istanbul.",
            "Grain was shipped by sea from Odesa to Izmir.",
            Topic.DESTINATION,
            "A says the goods went to Istanbul, B to Izmir.",
        ),
        (
            "Grain was shipped by sea from Odesa to Istanbul.",
            "Grain was shipped by sea from Varna to Istanbul.",
            Topic.ORIGIN,
            "A says the goods came from Odesa, B from Varna.",
        ),
        (
            "The containers went by rail from Katowice to Prague.",
            "The containers went by road from Katowice to Prague.",
            Topic.MODE,
            "A says the goods went to Prague by rail, B by road.",
        ),
    ],
)
def test_what_two_articles_disagree_on_is_told(first: str, second: str, topic: Topic, sentence: str) -> None:
    assert one(compared(first, second), topic).sentence == sentence


def test_who_tells_less_of_the_way_contradicts_nobody() -> None:
    found = compared(
        "Grain was shipped by sea from Odesa to Istanbul. From there it went by rail to Ankara.",
        "Grain was shipped by sea from Odesa to Istanbul.",
    )
    assert topics(found) == []


def test_a_country_in_place_of_a_port_contradicts_nobody() -> None:
    found = compared("Coal was shipped from Odesa to Izmir.", "Coal was shipped from Odesa to Turkey.")
    assert topics(found) == []


def test_a_name_of_old_and_the_one_of_today_are_one_stop() -> None:
    found = compared("Coal was shipped from Rajin to Vladivostok.", "Coal was shipped from Najin to Vladivostok.")
    assert told(found) == [("Najin", (0, 1)), ("Vladivostok", (0, 1))]


def test_unknown_names_are_one_stop_where_they_are_written_alike() -> None:
    found = compared(
        "Grain was shipped from Odesa to the port of Xqzzyvk.", "Grain was shipped from Odesa to the port of Xqzzyvk."
    )
    assert all(stop.articles == (0, 1) for stop in found.stops)


def changed(report: Report, stops: list[Stop], legs: tuple[Leg, ...] = ()) -> Report:
    [way] = report.itineraries
    return replace(report, itineraries=(replace(way, stops=tuple(stops), legs=legs, vessels=(), cargo=()),))


def test_stops_in_another_order_are_told() -> None:
    report = report_of("near.txt")
    najin, dunay, end = report.itineraries[0].stops
    turned = [replace(dunay, role=Role.ORIGIN), replace(najin, role=Role.VIA), end]
    found = dossier([report, changed(report, turned)])
    assert topics(found) == ["order of stops"]
    assert one(found, Topic.ORDER).sentence == "A says the goods were in Najin before Dunay, B Dunay before Najin."


@pytest.mark.parametrize(
    ("status", "words"), [(Status.TURNED_BACK, "turned back"), (Status.DENIED, "did not get there")]
)
def test_goods_that_arrive_in_one_article_and_turn_back_in_another_are_told(status: Status, words: str) -> None:
    report = report_of("near.txt")
    *before, end = report.itineraries[0].stops
    found = dossier([report, changed(report, [*before, replace(end, status=status)])])
    assert (
        one(found, Topic.STATUS).sentence == f"A says of the goods bound for Tikhoretsk that they got there, B {words}."
    )


def test_a_planned_stop_contradicts_nobody() -> None:
    report = report_of("near.txt")
    *before, end = report.itineraries[0].stops
    assert topics(dossier([report, changed(report, [*before, replace(end, status=Status.PLANNED)])])) == []


def test_an_inferred_mode_is_not_held_against_a_stated_one() -> None:
    front, border = report_of("front.txt"), report_of("border.txt")
    [way] = border.itineraries
    guessed = tuple(replace(leg, mode_inferred=True) for leg in way.legs)
    assert "mode" not in topics(dossier([front, replace(border, itineraries=(replace(way, legs=guessed),))]))


def test_an_article_that_is_empty_of_findings_is_silent() -> None:
    found = dossier([report_of("front.txt"), replace(report_of("near.txt"), itineraries=(), claims=())])
    assert found.contradictions == ()
    assert all(stop.articles == (0,) for stop in found.stops)


def test_the_same_reports_give_the_same_dossier() -> None:
    assert retellings() == retellings()
    assert isinstance(retellings().reports[0].article, Article)
