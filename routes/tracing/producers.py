"""The country that goods come from where no place of loading is told: "Zambia's copper", "Spanish corn"."""

from __future__ import annotations

import re

from routes.model import Article, MentionKind, Resolution
from routes.reading import names_goods

_SENDS = re.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,3}?(?:exports?|exported|shipments?|shipped|ships|sends?|sent|supplies|sells?)\b"
)
_REACH = 30


def producer(article: Article, resolutions: tuple[Resolution, ...], known: set[str]) -> Resolution | None:
    """Return the first country that is said to send goods, or to whom goods belong; None where no country is."""
    for resolution in resolutions:
        place = resolution.place
        if (
            place is None
            or resolution.mention.kind is not MentionKind.PLACE
            or not place.kind.is_area
            or place.id in known
        ):
            continue
        end = resolution.mention.span.end
        after = article.text[end : end + 60]
        if _SENDS.match(after) or _owns_goods(after):
            return resolution
    return None


def _owns_goods(after: str) -> bool:
    """Return whether goods follow a name at once: "Spanish corn", "Zambia's copper"."""
    words = re.match(r"(?:['’]s)?\s+((?:[a-z]+\s+){0,1}[a-z]+)\b", after[:_REACH])
    return words is not None and names_goods(words[1])
