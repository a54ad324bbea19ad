"""Comparing: what several articles say of one story, and where they contradict each other."""

from routes.comparing.compare import dossier
from routes.comparing.table import Line, TableRow, who_says_what

__all__ = ["Line", "TableRow", "dossier", "who_says_what"]
