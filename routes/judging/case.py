"""A statement with all that was found out before anything is measured."""

from __future__ import annotations

from dataclasses import dataclass

from routes.judging.context import Context
from routes.judging.ends import Ends, find_ends
from routes.judging.halfway import halfway_stated
from routes.judging.pair import Stated, read_stated
from routes.model import Statement, StatementKind


@dataclass(frozen=True, slots=True)
class Case:
    """What is stated, by which figures, between which ends."""

    statement: Statement
    context: Context
    stated: Stated
    ends: Ends


def open_case(statement: Statement, context: Context) -> Case:
    ends = find_ends(statement, context)
    stated = halfway_stated(ends.way) if statement.kind is StatementKind.HALFWAY else read_stated(statement)
    return Case(statement, context, stated, ends)
