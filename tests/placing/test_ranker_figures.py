"""Stated distances may tell namesakes apart, and then say nothing for themselves."""

from __future__ import annotations

import pytest

from routes.gazetteer import Gazetteer
from routes.model import Outcome, Report
from routes.pipeline import Options, analyze

HEADER = "id,name,kind,country,lat,lon,extent_km,aliases,population,source,note\n"
# Two towns of one name and size, 40 and 120 km from Hafenau; the nearer one is the first by its id.
TWINS = HEADER + (
    "aa-twin,Zwillingen,city,DE,50.3600,9.0000,1,,20000,test,\n"
    "bb-twin,Zwillingen,city,DE,51.0800,9.0000,1,,{people},test,\n"
    "hafenau,Hafenau,city,DE,50.0000,9.0000,1,,50000,test,\n"
)


def _report(text: str, people: int) -> Report:
    gazetteer = Gazetteer.curated().with_layer(TWINS.format(people=people), "twins.csv")
    return analyze(text, Options(gazetteer=gazetteer))


def _place(report: Report) -> str | None:
    found = next(found for found in report.toponyms if found.mention.text == "Zwillingen")
    return found.place.id if found.place else None


@pytest.mark.parametrize(("km", "ident"), [(40, "aa-twin"), (120, "bb-twin")])
def test_a_stated_distance_tells_two_towns_of_one_size_apart(km: int, ident: str) -> None:
    assert _place(_report(f"Zwillingen is {km} km north of Hafenau.", 20_000)) == ident


def test_a_claim_that_chose_between_near_twins_is_marked_and_not_supported() -> None:
    found = {}
    for km in (40, 120):
        (claim,) = _report(f"Zwillingen is {km} km north of Hafenau.", 20_000).claims
        found[km] = claim
    chosen = [claim for claim in found.values() if claim.place_chosen_by_claim]
    assert len(chosen) == 1
    assert chosen[0].outcome is Outcome.UNVERIFIABLE


def test_a_distance_that_fits_no_namesake_chooses_none() -> None:
    (claim,) = _report("Zwillingen is 900 km north of Hafenau.", 20_000).claims
    assert not claim.place_chosen_by_claim


def test_a_distance_in_the_other_direction_does_not_choose() -> None:
    (claim,) = _report("Zwillingen is 120 km south of Hafenau.", 20_000).claims
    assert not claim.place_chosen_by_claim
