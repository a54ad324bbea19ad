"""Verdicts as schema.org ClaimReview, the markup by which fact checks are published and found.

| ClaimReview                          | taken from                                                                   |
|--------------------------------------|------------------------------------------------------------------------------|
| `claimReviewed`                      | the article's own words, from subject to reference; else the whole sentence  |
| `reviewRating.alternateName`         | the outcome: supported, borderline, refuted, unverifiable                    |
| `reviewRating.ratingValue`           | 5, 3, 1 of `worstRating` 1 to `bestRating` 5; none where nothing can be said |
| `reviewRating.ratingExplanation`     | the reason                                                                   |
| `reviewBody`                         | the sentence to quote                                                        |
| `author`                             | the reviewer: `Review.reviewer`, or routes itself                            |
| `datePublished`                      | `Review.published_on`; else the day of the article; left out if neither      |
| `url`                                | `Review.url`, the page of the review; left out if not given                  |
| `itemReviewed` (Claim) `.author`     | whom the article names as the source; left out if it names nobody            |
| `itemReviewed.datePublished`         | the day of the article                                                       |
| `itemReviewed.appearance`            | the article: title, day, `Review.article_url`, the sentence as `text`        |

In schema.org the `author` of a ClaimReview is who reviews; who claims is the author of its `itemReviewed`.
https://schema.org/ClaimReview, https://schema.org/Claim, https://schema.org/Rating
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from routes.model import Article, Attribution, Claim, MentionKind, Outcome, Report, Span
from routes.report.document import dump, dump_line
from routes.report.numbers import JsonObject, JsonValue, iso
from routes.report.plain import visible

_CONTEXT = "https://schema.org"
_REVIEWER = "routes"
_WORST, _BEST = 1, 5
_RATINGS = {Outcome.REFUTED: 1, Outcome.BORDERLINE: 3, Outcome.SUPPORTED: 5}
# The text often ends up between <script> and </script>, where these could end it; as escapes they mean the same.
_MARKUP = re.compile("[<>&]")


@dataclass(frozen=True, slots=True)
class Review:
    """What only its publisher knows of a review. `url` is its page, `article_url` that of the article."""

    reviewer: str | None = None
    published_on: date | None = None
    url: str | None = None
    article_url: str | None = None

    def day_for(self, report: Report) -> date | None:
        """Return the day of the review: as given, else that of the article. Never today."""
        return self.published_on or report.article.published_on


def render_claim_reviews(reports: Sequence[Report], review: Review) -> str:
    """Return one JSON-LD document with a ClaimReview for each claim, in the order of the articles and texts."""
    return _inert(dump(_document(reports, review)))


def render_claim_review_line(report: Report, ident: str | int | None, review: Review) -> str:
    """Return the document of one article on one line, under the name that its owner gave it."""
    return _inert(dump_line({"id": ident, "claimreview": _document((report,), review)}))


def _inert(text: str) -> str:
    return _MARKUP.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _document(reports: Sequence[Report], review: Review) -> JsonObject:
    return {
        "@context": _CONTEXT,
        "@graph": [claim_review_object(report, claim, review) for report in reports for claim in report.claims],
    }


def claim_review_object(report: Report, claim: Claim, review: Review) -> JsonObject:
    """Return one ClaimReview; what is not known is left out, as schema.org has no null."""
    return _known(
        {
            "@type": "ClaimReview",
            "claimReviewed": _words(report.article, _claimed(claim)),
            "reviewRating": _rating(claim),
            "reviewBody": visible(claim.sentence),
            "author": {"@type": "Organization", "name": review.reviewer or _REVIEWER},
            "datePublished": iso(review.day_for(report)),
            "url": review.url,
            "itemReviewed": _item(report, claim, review),
        }
    )


def _rating(claim: Claim) -> JsonObject:
    scale: JsonObject = {"ratingValue": _RATINGS.get(claim.outcome), "worstRating": _WORST, "bestRating": _BEST}
    return _known(
        {
            "@type": "Rating",
            "alternateName": claim.outcome.value,
            "ratingExplanation": visible(claim.reason) or None,
            # A number for "cannot tell" would stand somewhere between true and false, which it does not.
            **(scale if claim.outcome in _RATINGS else {}),
        }
    )


def _item(report: Report, claim: Claim, review: Review) -> JsonObject:
    article = report.article
    attribution = claim.statement.attribution
    return _known(
        {
            "@type": "Claim",
            "author": _source(report, attribution) if attribution else None,
            "datePublished": iso(article.published_on),
            "appearance": _known(
                {
                    "@type": "CreativeWork",
                    "headline": visible(article.title) if article.title else None,
                    "datePublished": iso(article.published_on),
                    "url": review.article_url,
                    "text": _words(article, claim.statement.sentence),
                }
            ),
        }
    )


def _source(report: Report, attribution: Attribution) -> JsonObject:
    """Return who said it: a person where the text shows that it is one, else an organisation."""
    persons = (mention.span for mention in report.vetoed if mention.kind is MentionKind.PERSON)
    is_person = any(span.overlaps(attribution.span) for span in persons)
    return {"@type": "Person" if is_person else "Organization", "name": visible(attribution.name)}


def _claimed(claim: Claim) -> Span:
    """Return the words from subject to reference where they stand in one sentence, else that sentence."""
    statement = claim.statement
    ends = (statement.subject, statement.reference)
    words = statement.span
    for end in ends:
        if end is None or not statement.sentence.contains(end.span):
            return statement.sentence
        words = words.to(end.span)
    return words if statement.sentence.contains(words) else statement.sentence


def _words(article: Article, span: Span) -> str:
    return visible(article.quote(span))


def _known(fields: dict[str, JsonValue]) -> JsonObject:
    return {key: value for key, value in fields.items() if value is not None}
