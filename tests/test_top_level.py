"""What `import routes` gives, and what it tells callers who hand in something else than a text."""

import os
import subprocess
import sys

import pytest

import routes
from routes import Article, Dossier, Options, Report, analyze, dossier
from routes.errors import ArticleError, RoutesError, UsageError

GRAIN = "Grain was shipped from Odesa to Istanbul."


def test_the_names_that_a_caller_needs_are_at_the_top() -> None:
    report = analyze(Article(GRAIN), Options())
    assert isinstance(report, Report)
    assert [stop.name for stop in report.itineraries[0].stops] == ["Odesa", "Istanbul"]


def test_each_name_at_the_top_is_the_one_of_its_home() -> None:
    import routes.comparing
    import routes.model
    import routes.pipeline

    assert (Article, Dossier, Report) == (routes.model.Article, routes.model.Dossier, routes.model.Report)
    assert dossier is routes.comparing.dossier
    assert (Options, analyze) == (routes.pipeline.Options, routes.pipeline.analyze)
    assert set(routes.__all__) <= set(dir(routes))


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'routes' has no attribute 'analyse'"):
        getattr(routes, "analyse")  # noqa: B009  # mypy would refuse the plain attribute


@pytest.mark.parametrize(
    ("name", "is_loaded"), [("__version__", "False"), ("Article", "False"), ("Report", "False"), ("Options", "True")]
)
def test_the_stages_are_loaded_by_those_names_alone_that_need_them(name: str, is_loaded: str) -> None:
    look = f"import sys, routes; routes.{name}; print('routes.pipeline' in sys.modules)"
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == is_loaded


@pytest.mark.parametrize(
    ("article", "told"),
    [
        (None, r"analyze: the article must be a text \(str\) or an Article, got None"),
        (GRAIN.encode(), r"got bytes; decode them first, such as by data\.decode\('utf-8'\)"),
        (bytearray(GRAIN.encode()), "got bytearray; decode them first"),
        ([GRAIN], "got list"),
        (42, "got int"),
    ],
)
def test_what_is_no_article_is_refused_in_words(article: object, told: str) -> None:
    with pytest.raises(ArticleError, match=told):
        analyze(article)  # type: ignore[arg-type]  # as callers without a type checker do


@pytest.mark.parametrize("options", [{"on": "2023-10-15"}, "2023-10-15", False])
def test_what_are_no_options_is_refused_in_words(options: object) -> None:
    with pytest.raises(UsageError, match="analyze: the options must be Options, such as") as told:
        analyze(GRAIN, options)  # type: ignore[arg-type]  # as above
    assert isinstance(told.value, RoutesError)
