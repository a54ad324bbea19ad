# `make help` lists what there is. Needs Python 3.11 or newer with venv, git and make; everything else is fetched.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.stamp
BUILD := build
SEED := maps/najin-tikhoretsk
# As many processes as there are cores.
PYTEST := $(BIN)/python -m pytest --numprocesses auto

.DEFAULT_GOAL := help
.PHONY: help setup map maps pictures test coverage test-browser nightly lint types check bench clean distclean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(STAMP) ## build .venv with everything that is needed
	@echo "Result: $(VENV) (try: $(BIN)/routes --help)"

# The stamp is older than a changed pyproject.toml or constraints.txt, so that a second run costs nothing.
$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "make: routes needs Python 3.11 or newer, got $$($(PYTHON) --version 2>&1); name one: make setup PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "make: $(PYTHON) has no venv module; on Debian: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt hatchling
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --no-build-isolation --editable '.[dev]'
	@touch $@

map: $(STAMP) ## draw the map of the example story
	$(BIN)/routes map $(SEED)/article.txt -o $(SEED)/route.html
	@echo "Result: $(SEED)/route.html (open it in a browser)"

maps: $(STAMP) ## rebuild the pages and reports of all example stories
	@mkdir -p $(BUILD)
	@for article in maps/*/article.txt; do \
	  folder=$$(dirname "$$article"); echo "$$folder"; \
	  $(BIN)/routes map "$$article" -o "$$folder/route.html" || exit 1; \
	  $(BIN)/routes map "$$article" -o "$$folder/route.geojson" || exit 1; \
	  $(BIN)/routes analyze "$$article" > $(BUILD)/report.json || exit 1; \
	  mv $(BUILD)/report.json "$$folder/report.json"; \
	done
	@echo "Result: maps/*/route.html, maps/*/route.geojson, maps/*/report.json"

pictures: $(STAMP) ## take the pictures of the maps that the README shows (needs Chromium)
	@for page in maps/*/route.html; do \
	  $(BIN)/python scripts/take_picture.py "$$page" "$${page%.html}.png" || exit 1; \
	done
	@echo "Result: maps/*/route.png"

test: $(STAMP) ## run all tests but those that need Chromium
	@mkdir -p $(BUILD)
	@$(PYTEST) --junitxml=$(BUILD)/tests.xml; code=$$?; echo "Result: $(BUILD)/tests.xml"; exit $$code

coverage: $(STAMP) ## run the same tests and say which lines none of them reaches, in twice the time
	@mkdir -p $(BUILD)
	@$(PYTEST) --cov --cov-report=term --cov-report=xml:$(BUILD)/coverage.xml; \
	  code=$$?; echo "Result: $(BUILD)/coverage.xml"; exit $$code

# One after the other: a page that is measured while another is drawn may not be done in time.
test-browser: $(STAMP) ## run the tests that open pages in headless Chromium
	@mkdir -p $(BUILD)
	$(BIN)/python scripts/fetch_axe.py tests/browser/package-lock.json $(BUILD)/axe.min.js
	@$(PYTEST) --numprocesses 0 -m browser --junitxml=$(BUILD)/tests-browser.xml tests/browser; \
	  code=$$?; echo "Result: $(BUILD)/tests-browser.xml"; exit $$code

nightly: $(STAMP) ## try 10,000 new examples of every law that a test states with Hypothesis
	$(PYTEST) --hypothesis-profile=nightly -m hypothesis

lint: $(STAMP) ## look at format and style
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(STAMP) ## check the types of package, tests, scripts and benchmarks
	$(BIN)/mypy

check: lint types test ## all that must pass before a change is shown

bench: $(STAMP) ## measure cold starts against a peer in the same run, and how soon a page is painted
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/paint.py

clean: ## remove what the tools have built
	rm -rf $(BUILD) dist .coverage .coverage.* htmlcov .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find routes tests scripts benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove the environment too
	rm -rf $(VENV)
