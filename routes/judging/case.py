"""A statement with all that was found out before anything is measured."""

from __future__ import annotations

from dataclasses import dataclass

from routes.judging.context import Context
from routes.judging.ends import Ends, find_ends
from routes.judging.pair import Stated, read_stated
from routes.model import Statement


@dataclass(frozen=True, slots=True)
class Case:
    """What is stated, by which figures, between which ends."""

    statement: Statement
    context: Context
    stated: Stated
    ends: Ends


def open_case(statement: Statement, context: Context) -> Case:
    return Case(statement, context, read_stated(statement), find_ends(statement, context))
