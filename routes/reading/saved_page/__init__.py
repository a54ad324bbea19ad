"""Saved web pages: from HTML to the article's own words, its title and its day."""

from routes.reading.saved_page.charset import is_page
from routes.reading.saved_page.page import SavedPage, read_page

__all__ = ["SavedPage", "is_page", "read_page"]
