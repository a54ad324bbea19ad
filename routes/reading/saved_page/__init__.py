"""Saved web pages: from HTML to the article's own words, its title and its day."""
