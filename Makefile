# The contract: what a person or a machine does with this project. `make help` lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501

.DEFAULT_GOAL := help
.PHONY: help run test check format messages pictures bench clean

help: ## List what can be done
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-10s %s\n", $$1, $$2}'

run: $(VENV)/.runtime ## Set everything up and serve the briefing on port 8501
	$(BIN)/streamlit run app.py --server.port $(PORT) --server.headless true

test: check $(VENV)/.browser ## Set everything up and run every test
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

check: $(VENV)/.develop ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.develop ## Put the code into the one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: $(VENV)/.develop ## Collect the interface's messages into translations/messages.pot
	$(BIN)/pybabel -q extract -F babel.cfg -k N -k counted:1,2 --no-location --sort-output --no-wrap \
		--project=briefing --omit-header -o translations/messages.pot .

pictures: $(VENV)/.browser ## Take pictures of every page into docs/pictures
	$(BIN)/python -m tests.pictures

bench: $(VENV)/.browser ## Measure bytes and time; prints, never fails
	$(BIN)/python -m tests.bench

clean: ## Remove what the other targets made
	rm -rf $(VENV) .coverage .pytest_cache .mypy_cache .ruff_cache

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); apt-get update && apt-get install -y python3-venv && $(PYTHON) -m venv $(VENV); }

$(VENV)/.runtime: requirements.txt $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.develop: requirements-dev.txt $(VENV)/.runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

# Playwright drives an installed Chromium; CHROMIUM names another one than Debian's.
$(VENV)/.browser: $(VENV)/.develop
	@test -n "$(CHROMIUM)" || command -v chromium >/dev/null || { apt-get update && apt-get install -y --no-install-recommends chromium; }
	touch $@
