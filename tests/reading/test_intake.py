from datetime import date

import pytest

from routes.errors import ArticleError
from routes.model import DateSource
from routes.reading.intake import MAX_CHARACTERS, make_article, read_article


@pytest.mark.parametrize(
    "line",
    ["Published: 15 Oct. 2023, 18:10", "Posted on October 15, 2023", "Updated 2023-10-15", "October 15, 2023"],
)
def test_the_publication_date_is_read_from_its_line(line: str) -> None:
    article = make_article(f"A headline\n{line}\nA ship left Odesa on Oct. 1, 2022.")
    assert article.published is not None
    assert (article.published.on, article.published.source) == (date(2023, 10, 15), DateSource.TEXT)


def test_a_date_in_the_story_is_no_publication_date() -> None:
    assert make_article("A headline\nA ship left Odesa on Oct. 1, 2022.").published is None


def test_the_option_wins_over_the_text() -> None:
    article = make_article("Published: 15 Oct. 2023\nA ship left.", published=date(2020, 1, 2))
    assert article.published is not None
    assert (article.published.on, article.published.source) == (date(2020, 1, 2), DateSource.OPTION)


def test_the_first_line_is_the_title_unless_it_is_a_sentence() -> None:
    assert make_article("A headline\n\nA ship left Odesa.").title == "A headline"
    assert make_article("A ship left Odesa.\nIt sank.").title is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"\x7fELF\x00\x01", "NUL"),
        (b"caf\xe9 ship", "byte 3 is not UTF-8"),
        (b"\xff\xfea", "not UTF-16"),
        (b"a" * (MAX_CHARACTERS + 1), "at most"),
    ],
)
def test_what_is_no_article_is_refused_with_its_name(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError, match=message) as caught:
        read_article(data, source="story.txt")
    assert str(caught.value).startswith("story.txt: ")


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read_article("Cargo left.".encode("utf-8-sig")).text == "Cargo left."
    assert read_article("Cargo left.".encode("utf-16")).text == "Cargo left."
