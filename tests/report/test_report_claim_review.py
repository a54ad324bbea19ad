"""Verdicts as ClaimReview: what schema.org wants, from the report alone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from routes.model import Article, Attribution, Claim, End, Mention, MentionKind, Outcome, Report, Span
from routes.report import Review, render_claim_review_line, render_claim_reviews
from tests.report.report_samples import (
    TEXT,
    make_empty_report,
    make_refuted_claim,
    make_report,
    make_supported_claim,
    span_of,
)

DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
WORDS = {"type": "string", "pattern": r"\S"}
URL = {"type": "string", "pattern": "^https?://"}


def thing(kind: str | list[str], required: list[str], **properties: object) -> dict[str, object]:
    """Return the schema of a schema.org type that has these properties and no others."""
    kinds = {"enum": [kind] if isinstance(kind, str) else kind}
    return {
        "type": "object",
        "required": ["@type", *required],
        "additionalProperties": False,
        "properties": {"@type": kinds, **properties},
    }


# The types and ranges of https://schema.org/ClaimReview, Claim, Rating and CreativeWork, as far as we use them;
# required is what readers of fact checks ask for.
AGENT = thing(["Organization", "Person"], ["name"], name=WORDS)
RATING = thing(
    "Rating",
    ["alternateName"],
    alternateName={"enum": ["supported", "borderline", "refuted", "unverifiable"]},
    ratingExplanation=WORDS,
    ratingValue={"type": "number"},
    worstRating={"type": "number"},
    bestRating={"type": "number"},
)
WORK = thing("CreativeWork", ["text"], headline=WORDS, datePublished=DAY, url=URL, text=WORDS)
REVIEW = thing(
    "ClaimReview",
    ["claimReviewed", "reviewRating", "itemReviewed", "author", "datePublished"],
    claimReviewed=WORDS,
    reviewRating=RATING,
    reviewBody=WORDS,
    author=AGENT,
    datePublished=DAY,
    url=URL,
    itemReviewed=thing("Claim", ["appearance"], author=AGENT, datePublished=DAY, appearance=WORK),
)
DOCUMENT = {
    "type": "object",
    "required": ["@context", "@graph"],
    "additionalProperties": False,
    "properties": {"@context": {"const": "https://schema.org"}, "@graph": {"type": "array", "items": REVIEW}},
}


def reviews(report: Report, review: Review | None = None) -> list[Any]:
    document = json.loads(render_claim_reviews([report], review or Review()))
    Draft202012Validator(DOCUMENT).validate(document)
    return list(document["@graph"])


def one(claim: Claim, review: Review | None = None) -> Any:  # noqa: ANN401 - JSON is what it is
    [found] = reviews(make_report(claims=(claim,)), review)
    return found


def test_every_claim_becomes_a_review_that_schema_org_knows() -> None:
    assert [found["reviewRating"]["alternateName"] for found in reviews(make_report())] == [
        "supported",
        "refuted",
        "unverifiable",
    ]


def test_the_words_are_those_of_the_article_and_the_body_is_the_sentence_to_quote() -> None:
    claim = make_refuted_claim()
    found = one(claim)
    assert found["claimReviewed"] == "Nuku is 90 km from the border of Tonga"
    assert found["claimReviewed"] in TEXT
    assert found["reviewBody"] == claim.sentence
    assert found["reviewRating"]["ratingExplanation"] == claim.reason
    appearance = found["itemReviewed"]["appearance"]
    assert appearance["text"] == "The village of Nuku is 90 km from the border of Tonga."
    assert appearance["headline"] == "Grain ship calls at Suva"


def test_where_the_subject_stands_elsewhere_the_whole_sentence_is_the_claim() -> None:
    claim = make_refuted_claim()
    elsewhere = replace(claim.statement, subject=End(Span(0, 5)))
    assert one(replace(claim, statement=elsewhere))["claimReviewed"].startswith("The village of Nuku")
    assert one(replace(claim, statement=replace(claim.statement, subject=None)))["claimReviewed"].endswith("Tonga.")


@pytest.mark.parametrize(("outcome", "value"), [(Outcome.REFUTED, 1), (Outcome.BORDERLINE, 3), (Outcome.SUPPORTED, 5)])
def test_a_verdict_has_a_number_on_a_scale_of_five(outcome: Outcome, value: int) -> None:
    rating = one(replace(make_refuted_claim(), outcome=outcome))["reviewRating"]
    assert (rating["ratingValue"], rating["worstRating"], rating["bestRating"]) == (value, 1, 5)


def test_what_cannot_be_told_has_a_word_and_no_number() -> None:
    rating = one(replace(make_refuted_claim(), outcome=Outcome.UNVERIFIABLE))["reviewRating"]
    assert rating["alternateName"] == "unverifiable"
    assert not rating.keys() & {"ratingValue", "worstRating", "bestRating"}


def test_who_claims_is_the_author_of_the_claim_and_who_reviews_that_of_the_review() -> None:
    found = one(make_supported_claim(), Review(reviewer="Our desk"))
    assert found["author"] == {"@type": "Organization", "name": "Our desk"}
    assert found["itemReviewed"]["author"] == {"@type": "Organization", "name": "the port"}
    assert one(make_supported_claim())["author"]["name"] == "routes"
    assert "author" not in one(make_refuted_claim())["itemReviewed"]


def test_a_source_that_the_text_shows_to_be_a_person_is_one() -> None:
    span = span_of("Koro")
    statement = replace(make_supported_claim().statement, attribution=Attribution("Koro", span))
    report = replace(
        make_report(claims=(replace(make_supported_claim(), statement=statement),)),
        vetoed=(Mention(span, "Koro", MentionKind.PERSON),),
    )
    [found] = reviews(report)
    assert found["itemReviewed"]["author"] == {"@type": "Person", "name": "Koro"}


def test_days_come_from_the_text_or_the_options_and_never_from_the_clock() -> None:
    assert one(make_supported_claim())["datePublished"] == "2024-03-03"
    found = one(make_supported_claim(), Review(published_on=date(2024, 4, 1)))
    assert (found["datePublished"], found["itemReviewed"]["datePublished"]) == ("2024-04-01", "2024-03-03")
    undated = replace(make_report(), article=Article(TEXT))
    for found in json.loads(render_claim_reviews([undated], Review()))["@graph"]:
        assert "datePublished" not in found
        assert "datePublished" not in found["itemReviewed"]


def test_addresses_are_there_only_if_they_are_given() -> None:
    review = Review(url="https://example.org/check", article_url="https://example.com/story")
    found = one(make_supported_claim(), review)
    assert found["url"] == "https://example.org/check"
    assert found["itemReviewed"]["appearance"]["url"] == "https://example.com/story"
    assert "url" not in json.dumps(one(make_supported_claim()))


def test_a_text_without_claims_has_an_empty_graph() -> None:
    assert reviews(make_empty_report()) == []


def test_the_reviews_of_several_articles_stand_in_one_graph_in_their_order() -> None:
    text = render_claim_reviews([make_report(), make_report(claims=(make_refuted_claim(),))], Review())
    assert text == render_claim_reviews([make_report(), make_report(claims=(make_refuted_claim(),))], Review())
    ratings = [found["reviewRating"]["alternateName"] for found in json.loads(text)["@graph"]]
    assert ratings == ["supported", "refuted", "unverifiable", "refuted"]


def test_one_line_holds_the_document_and_the_name_of_the_article() -> None:
    line = render_claim_review_line(make_report(), 7, Review())
    assert line.count("\n") == 1
    record = json.loads(line)
    assert record == {"id": 7, "claimreview": json.loads(render_claim_reviews([make_report()], Review()))}


def test_hostile_words_end_no_script_and_steer_no_terminal() -> None:
    hostile = "</script><script>alert(1)</script>\x1b[31m\u202e\u2028&"
    claim = replace(make_refuted_claim(), sentence=hostile, reason=hostile)
    report = replace(make_report(claims=(claim,)), article=replace(make_report().article, title=hostile))
    text = render_claim_reviews([report], Review(reviewer=hostile))
    assert not set("<>&\x1b\u202e\u2028") & set(text)
    [found] = reviews(report)
    assert found["reviewBody"].startswith("</script><script>alert(1)")
