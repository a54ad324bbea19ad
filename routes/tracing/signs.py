"""Signs in the words of an event: that goods were seized, turned back, go through, or are still to go somewhere."""

from __future__ import annotations

import re

from routes.model import Article, Movement, Status

# "... and will now sail to B": a plan made after the trouble.
_AHEAD = re.compile(r"\b(?:will|would now|is now|are now|is to|are to|plans? to|now)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
# A ship that "turned back to B" went there; one that "was diverted to B" may be under way.
_CAME_BACK = re.compile(r"turn(?:ed)?\s+(?:back|round|around)", re.IGNORECASE)
_WAS_TO = re.compile(r"\b(?:was|were)\s+to\b[^.;]*$", re.IGNORECASE)
_SEIZED = re.compile(
    r"\b(?:seize|confiscat|impound|intercept|detain|board|found|discover|caught|captur|uncover|recover)", re.IGNORECASE
)
_CROSSES = re.compile(r"cross|enter", re.IGNORECASE)
_SAILS = re.compile(r"sail|steam", re.IGNORECASE)
_SHUT_OUT = re.compile(r"turned\s+away|refused|denied", re.IGNORECASE)
_ON_THE_WAY = re.compile(r"\b(?:each time|every time|on the way|along the way|en route|in between)\b", re.IGNORECASE)
# What a train does between its ends.
_CHANGES = re.compile(r"changed\s+(?:gauge|bogies|locomotives|engines|crews)", re.IGNORECASE)
_LATER = re.compile(r"\b(?:then|later|next|afterwards|before|after|now)\b", re.IGNORECASE)
# Goods of which only a part went on before: the rest is where they all were.
_REST = re.compile(r"\b(?:the rest|the remainder|the other half|the other part)\b", re.IGNORECASE)
_ONWARD = re.compile(r"(?:and|then|onward)\b", re.IGNORECASE)


def is_unreached(lead: str) -> bool:
    """Return whether the words before an event say it was only planned: "the rifles were to be unloaded at B"."""
    return _WAS_TO.search(lead) is not None


def trouble(article: Article, movement: Movement) -> str:
    """Return the words that may tell of trouble for a goal: not those before a plan that the trouble has led to."""
    lead = article.text[movement.sentence.start : movement.span.start]
    if movement.status is Status.PLANNED and _AHEAD.search(lead):
        return article.text[movement.span.end : movement.sentence.end]
    return article.quote(movement.sentence)


def came_back(words: str) -> bool:
    return _CAME_BACK.match(words) is not None


def tells_seizure(words: str) -> bool:
    return _SEIZED.search(words) is not None


def tells_shut_out(words: str) -> bool:
    """Return whether a carrier was not let in at a place: "turned away at B", "refused entry to B"."""
    return _SHUT_OUT.match(words) is not None


def tells_rest(lead: str) -> bool:
    """Return whether the words before an event speak of what is left of the goods: "the rest will go to B"."""
    return _REST.search(lead) is not None


def tells_way(lead: str, words: str) -> bool:
    """Return whether an event lies on the way that was told before: "along the way", "the boxes changed gauge"."""
    return bool(_ON_THE_WAY.search(lead) or (_CHANGES.match(words) and not _LATER.search(lead)))


def crosses(words: str) -> bool:
    return _CROSSES.match(words) is not None


def sails(words: str) -> bool:
    return _SAILS.match(words) is not None


def leads_onward(words: str) -> bool:
    """Return whether an event goes on from the goal before it: "to A and on to B"."""
    return _ONWARD.match(words) is not None
