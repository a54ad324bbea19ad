"""A text made ready for the ranker: everything that does not change while it makes up its mind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from routes.gazetteer import Gazetteer
from routes.model import Mention
from routes.placing.cues import Asked, Cues, Tie, read_cues
from routes.placing.senses import Sense, find_senses
from routes.placing.table import (
    CONTINENT,
    FIRST_DIVISION,
    LAND,
    NATION,
    REGION,
    SECOND_DIVISION,
    SETTLEMENT,
    SITE,
    WATER,
    Table,
    apart_km,
    make_table,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Flags = NDArray[np.bool_]

_ASKED_SORTS = {
    Asked.SETTLEMENT: (SETTLEMENT,),
    Asked.DIVISION: (FIRST_DIVISION, SECOND_DIVISION),
    Asked.NATION: (NATION,),
    Asked.WATER: (WATER,),
    Asked.LAND: (LAND, REGION),
}
# Names that stand this many letters apart in the text still have a say in each other, half of it at 140.
_REACH = 200.0


@dataclass(frozen=True, slots=True)
class Holding:
    """The text puts sense `inner` inside sense `outer`; `holds[i, o]` tells which options do lie in which."""

    inner: int
    outer: int
    tie: Tie
    holds: Flags


@dataclass(frozen=True, slots=True)
class Scene:
    """The senses of a text, their options as a table, and what the words around them say.

    `fixed` are the columns of features that stay; `near[a, b]` is the say of sense b in sense a, by their
    distance in the text, each row summing to 1; `listed` are pairs of senses that stand in one list.
    """

    mentions: tuple[Mention, ...]
    senses: tuple[Sense, ...]
    cues: Cues
    table: Table
    fixed: dict[str, Numbers]
    near: Numbers
    holdings: tuple[Holding, ...]
    listed: tuple[tuple[int, int], ...]


def make_scene(text: str, mentions: tuple[Mention, ...], gazetteer: Gazetteer) -> Scene:
    """Return the scene of a text; the mentions are in its order."""
    cues = read_cues(text, mentions)
    senses = find_senses(mentions, cues, gazetteer)
    table = make_table(senses)
    sense_of = {index: number for number, sense in enumerate(senses) for index in sense.mentions}
    holdings = _holdings(cues, sense_of, table)
    listed = {tuple(sorted((sense_of[a], sense_of[b]))) for a, b in cues.listed}
    return Scene(
        mentions=mentions,
        senses=senses,
        cues=cues,
        table=table,
        fixed={
            **_of_rows(table),
            **_of_names(text, mentions, senses, table),
            **_of_words(cues, senses, table),
            **_of_holdings(holdings, table),
        },
        near=_nearness(mentions, senses),
        holdings=holdings,
        listed=tuple(sorted((a, b) for a, b in listed if a != b)),
    )


def best_in_sense(values: Numbers, table: Table) -> Numbers:
    """Return for each row the largest value among the rows of its sense."""
    import numpy as np

    best = np.zeros(len(table.starts) - 1)
    if len(table.filled):
        best[table.filled] = np.maximum.reduceat(values, table.starts[table.filled])
    spread: Numbers = best[table.sense]
    return spread


def _of_rows(table: Table) -> dict[str, Numbers]:
    import numpy as np

    people = table.log_people
    prior_gap = table.prior - best_in_sense(table.prior, table)
    counts = np.diff(table.starts)[table.sense]
    sorts = {
        "nation": NATION,
        "first division": FIRST_DIVISION,
        "second division": SECOND_DIVISION,
        "settlement": SETTLEMENT,
        "continent": CONTINENT,
        "region": REGION,
        "water": WATER,
        "land": LAND,
        "site": SITE,
    }
    behind = np.where(prior_gap < 0, prior_gap, -np.inf)
    return {
        "log people": people,
        "people gap": people - best_in_sense(people, table),
        "rank by people": np.minimum(_rank(people, table), 20).astype(float),
        "log options": np.log10(counts),
        "prior gap": prior_gap,
        "lead of the prior": np.minimum(-best_in_sense(behind, table), 9.0),
        "capital": table.is_capital.astype(float),
        "name class": table.name_class.astype(float),
        "word dropped": table.dropped.astype(float),
        "log extent": np.log10(table.extent_km + 1),
        "options that are nations": _share(table, table.sort == NATION),
        "options that are first divisions": _share(table, table.sort == FIRST_DIVISION),
    } | {name: (table.sort == number).astype(float) for name, number in sorts.items()}


def _rank(values: Numbers, table: Table) -> NDArray[np.int64]:
    """Return how many rows of the same sense have a larger value."""
    import numpy as np

    order = np.lexsort((-values, table.sense))
    sense, value = table.sense[order], values[order]
    is_new = np.diff(sense, prepend=-1).astype(bool) | (np.diff(value, prepend=0.0) != 0)
    firsts = np.maximum.accumulate(np.where(is_new, np.arange(len(order)), 0))
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = firsts - table.starts[sense]
    return ranks


def _share(table: Table, flags: Flags) -> Numbers:
    return best_in_sense(flags.astype(float), table)


def _of_names(text: str, mentions: tuple[Mention, ...], senses: tuple[Sense, ...], table: Table) -> dict[str, Numbers]:
    import numpy as np

    firsts = [mentions[sense.mentions[0]] for sense in senses]
    length = max(1, len(text))
    columns = {
        "occurrences": [np.log10(len(sense.mentions)) for sense in senses],
        "is first": [float(number == 0) for number in range(len(senses))],
        "position": [first.span.start / length for first in firsts],
        "letters": [float(len(sense.name)) for sense in senses],
        "words": [float(sense.name.count(" ") + 1) for sense in senses],
        "all capitals": [float(first.text.isupper()) for first in firsts],
        "log senses": [float(np.log10(max(1, len(senses))))] * len(senses),
    }
    return {name: np.array(values, dtype=np.float64)[table.sense] for name, values in columns.items()}


def _of_words(cues: Cues, senses: tuple[Sense, ...], table: Table) -> dict[str, Numbers]:
    import numpy as np

    def share(flags: tuple[bool, ...]) -> Numbers:
        values = [sum(flags[index] for index in sense.mentions) / len(sense.mentions) for sense in senses]
        column: Numbers = np.array(values, dtype=np.float64)[table.sense]
        return column

    return {
        "after a locative": share(cues.is_located),
        "after the": share(cues.after_the),
        "in the dateline": share(cues.in_dateline),
        "called outside": _called(cues.asked_outside, senses, table),
        "called inside": _called(cues.asked_inside, senses, table),
    }


def _called(asked: tuple[Asked, ...], senses: tuple[Sense, ...], table: Table) -> Numbers:
    """Return 1 where the words call the place what it is, -1 where they call it something else, 0 if nothing."""
    import numpy as np

    column = np.zeros(len(table))
    for number, sense in enumerate(senses):
        said = {asked[index] for index in sense.mentions} - {Asked.NOTHING}
        if said:
            rows = slice(table.starts[number], table.starts[number + 1])
            fitting = [kind for each in said for kind in _ASKED_SORTS[each]]
            column[rows] = np.where(np.isin(table.sort[rows], fitting), 1.0, -1.0)
    return column


def _holdings(cues: Cues, sense_of: dict[int, int], table: Table) -> tuple[Holding, ...]:
    pairs = {(sense_of[link.inner], sense_of[link.outer], link.tie) for link in cues.links}
    found = []
    for inner, outer, tie in sorted(pairs):
        if inner != outer:
            holds = _holds(table, inner, outer)
            if holds.size:
                found.append(Holding(inner, outer, tie, holds))
    return tuple(found)


def _holds(table: Table, inner: int, outer: int) -> Flags:
    """Return which options of one sense lie in which of another."""
    import numpy as np

    a = slice(table.starts[inner], table.starts[inner + 1])
    b = slice(table.starts[outer], table.starts[outer + 1])
    sort = table.sort[b][None, :]
    lower = table.sort[a][:, None]
    country = (table.country[a][:, None] == table.country[b][None, :]) & (table.country[a] > 0)[:, None]
    admin1 = (table.admin1[a][:, None] == table.admin1[b][None, :]) & (table.admin1[a] > 0)[:, None]
    admin2 = (table.admin2[a][:, None] == table.admin2[b][None, :]) & (table.admin2[a] > 0)[:, None]
    nation = (sort == NATION) & country & (lower != NATION)
    first = (sort == FIRST_DIVISION) & admin1 & (lower != NATION) & (lower != FIRST_DIVISION)
    second = (sort == SECOND_DIVISION) & admin2 & (lower > SECOND_DIVISION)
    large = np.isin(sort, (REGION, CONTINENT, LAND)) & (lower != CONTINENT)
    if large.any():
        large = large & (apart_km(table.xyz[a], table.xyz[b]) <= table.extent_km[b][None, :])
    flags: Flags = nation | first | second | large
    return flags


def _of_holdings(holdings: tuple[Holding, ...], table: Table) -> dict[str, Numbers]:
    """Return whether a container is named at all, and whether some place of that name holds the option."""
    import numpy as np

    named = {tie: np.zeros(len(table)) for tie in Tie}
    fits = {tie: np.zeros(len(table)) for tie in Tie}
    for holding in holdings:
        rows = slice(table.starts[holding.inner], table.starts[holding.inner + 1])
        if holding.holds.any():
            named[holding.tie][rows] = 1.0
            fits[holding.tie][rows] = np.maximum(fits[holding.tie][rows], holding.holds.any(axis=1))
    return {f"may be held, {tie.name.lower()}": named[tie] for tie in Tie} | {
        f"could be held, {tie.name.lower()}": fits[tie] for tie in Tie
    }


def _nearness(mentions: tuple[Mention, ...], senses: tuple[Sense, ...]) -> Numbers:
    import numpy as np

    at = np.array([mention.span.start for mention in mentions], dtype=np.float64)
    say = np.exp(-np.abs(at[:, None] - at[None, :]) / _REACH)
    member = np.zeros((len(senses), len(mentions)))
    for number, sense in enumerate(senses):
        member[number, list(sense.mentions)] = 1.0
    # The nearest occurrence counts, not how many there are.
    near = member @ say @ member.T
    np.fill_diagonal(near, 0.0)
    total = near.sum(axis=1, keepdims=True)
    shared: Numbers = np.divide(near, total, out=np.zeros_like(near), where=total > 0)
    return shared
