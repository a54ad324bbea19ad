import pytest

from routes.errors import UsageError
from routes.gazetteer import Gazetteer
from routes.model import How, Resolution
from routes.pipeline import Options, analyze

HEADER = "id,name,kind,country,lat,lon,extent_km,aliases,population,source,note\n"
TWINS = HEADER + (
    "fr-twin,Zwillingen,city,FR,48.1,2.1,3,,900000,test,\n"
    "de-twin,Zwillingen,city,DE,50.1,9.1,3,,20000,test,\n"
    "de-zwillingsfeld,Zwillingsfeldt,city,DE,50.5,9.5,3,,20000,test,\n"
)


def _resolved(text: str, picks: tuple[tuple[str, str], ...] = ()) -> dict[str, Resolution]:
    gazetteer = Gazetteer.curated().with_layer(TWINS, "twins.csv")
    report = analyze(text, Options(gazetteer=gazetteer, picks=picks))
    return {resolution.mention.text: resolution for resolution in report.toponyms}


def _id(resolution: Resolution) -> str | None:
    return resolution.place.id if resolution.place else None


def test_the_larger_namesake_is_taken_where_the_text_says_nothing() -> None:
    found = _resolved("A fire broke out in Zwillingen.")["Zwillingen"]
    assert _id(found) == "fr-twin"
    assert {candidate.place.id for candidate in found.candidates} == {"fr-twin", "de-twin"}


@pytest.mark.parametrize(
    "text",
    [
        "A fire broke out in Zwillingen, Germany.",
        "A fire broke out in Zwillingen, a town in Germany.",
        "German police closed the road. A fire broke out in Zwillingen in Germany.",
    ],
)
def test_the_country_beside_a_name_decides(text: str) -> None:
    assert _id(_resolved(text)["Zwillingen"]) == "de-twin"


def test_a_name_means_one_place_all_through_a_text() -> None:
    report = _resolved("Zwillingen, Germany, burned. The fire in Zwillingen lasted.")
    assert _id(report["Zwillingen"]) == "de-twin"


def test_a_row_of_the_users_file_wins_over_ours_with_the_same_name() -> None:
    mine = HEADER + "my-odesa,Odesa,city,US,31.8,-102.4,3,,1,test,\n"
    report = analyze("A fire broke out in Odesa.", Options(gazetteer=Gazetteer.curated().with_layer(mine, "mine.csv")))
    assert _id(report.toponyms[0]) == "my-odesa"


def test_a_pick_settles_a_name() -> None:
    found = _resolved("A fire broke out in Zwillingen.", (("Zwillingen", "de-twin"),))["Zwillingen"]
    assert (_id(found), found.how, found.confidence) == ("de-twin", How.PICKED, 1.0)


def test_a_pick_of_an_unknown_id_is_refused() -> None:
    with pytest.raises(UsageError, match="no place with the id 'nowhere'"):
        _resolved("A fire broke out in Zwillingen.", (("Zwillingen", "nowhere"),))


def test_a_misspelling_is_mended_where_goods_went_there() -> None:
    found = _resolved("Grain was shipped from Odesa to Zwillingsfedlt.")["Zwillingsfedlt"]
    assert (_id(found), found.how) == ("de-zwillingsfeld", How.FUZZY)
    assert found.confidence < 1.0


def test_a_misspelling_is_left_alone_in_free_text() -> None:
    assert "Zwillingsfedlt" not in _resolved("Mr. Zwillingsfedlt sang in Odesa.")


def test_an_adjective_of_nationality_means_its_country() -> None:
    assert _id(_resolved("German wheat was sold.")["German"]) == "de"
