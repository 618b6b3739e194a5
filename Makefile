# The contract: what a person or a machine does with this project. `make help` lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Who may come: this machine alone. `make run HOST=0.0.0.0` lets the network in.
HOST ?= localhost
PORT ?= 8501
# Processes of a cluster: one uses one core.
N ?= 2
# Each worker serves a briefing and opens a browser of its own. A worker that is done takes tests from the end of another's.
WORKERS := --numprocesses=auto --maxprocesses=4 --dist=worksteal

.DEFAULT_GOAL := help
.PHONY: help run cluster test test-fast coverage mutants check check-data format messages ledger release accessible site pictures deck-check bench lock upgrade audit licences clean

help: ## List what can be done
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-10s %s\n", $$1, $$2}'

run: $(VENV)/.runtime ## Set everything up and serve the briefing on http://localhost:8501
	$(BIN)/streamlit run app.py --server.address $(HOST) --server.port $(PORT) --server.headless true

cluster: $(VENV)/.runtime $(VENV)/.proxy ## Serve it from several processes behind HAProxy on http://localhost:8501: make cluster N=2
	$(BIN)/python -m deploy.cluster --processes $(N) --host $(HOST) --port $(PORT)

test: check $(VENV)/.browser $(VENV)/.proxy ## Set everything up and run every test
	$(BIN)/python -m pytest $(WORKERS)

test-fast: $(VENV)/.develop $(VENV)/.proxy ## Run the tests that need no browser, within a minute
	$(BIN)/python -m pytest $(WORKERS) --ignore=tests/browser

coverage: $(VENV)/.develop $(VENV)/.proxy ## Run the tests that need no browser, and hold how much of data and figures they reach
	$(BIN)/python -m pytest $(WORKERS) --ignore=tests/browser --cov --cov-report=term:skip-covered

mutants: $(VENV)/.develop ## Put small faults into the code of data, and print how many its tests catch; never fails
	$(BIN)/python -m tests.mutants

check: $(VENV)/.develop ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check-data: $(VENV)/.runtime ## Say what is wrong with the tables, or with those of a folder before they are put in place: make check-data DATA=folder
	$(BIN)/python -m data.check $(DATA)

format: $(VENV)/.develop ## Put the code into the one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: $(VENV)/.develop ## Collect the words of interface and tables, and bring each language's catalogue up to date
	$(BIN)/pybabel -q extract -F babel.cfg -k N -k counted:1,2 --no-location --sort-output --no-wrap \
		--project=briefing --omit-header -o translations/messages.pot .
	$(BIN)/python -m data.translation translations/tables.pot
	for domain in messages tables; do \
		$(BIN)/pybabel -q update -D $$domain -l es -d translations -i translations/$$domain.pot --no-fuzzy-matching \
			--ignore-obsolete --ignore-pot-creation-date --no-wrap; done

release: $(VENV)/.runtime ## Keep the tables of today as a release that never changes: make release VERSION=1.1.0
	$(BIN)/python -m data.publishing "$(VERSION)"

ledger: $(VENV)/.runtime ## Write down what changed in the tables since the last release, with a REASON and a SOURCE
	$(BIN)/python -m data.ledger "$(REASON)" "$(SOURCE)"

accessible: $(VENV)/.browser ## Try every view in every language, width, theme and in forced colours, and print what is wrong; never fails
	$(BIN)/python -m tests.accessible

site: $(VENV)/.runtime ## Write the briefing as a static site into site/: make site BASE=https://briefing.example/
	$(BIN)/python -m briefing site --base "$(BASE)" -o site

pictures: $(VENV)/.browser ## Take pictures of every page into docs/pictures
	$(BIN)/python -m tests.pictures

deck-check: $(VENV)/.office ## Make slides of some selections and pictures of them into .cache/decks; look at them
	$(BIN)/python -m tests.decks .cache/decks

bench: $(VENV)/.browser ## Measure bytes and time; prints, never fails
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.plain

# What requirements.txt and requirements-dev.txt ask for is pinned by hand. The locks beside them hold what comes with it too, for every
# platform and Python, each file by its hash.
LOCK := UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --no-config --no-strip-extras --universal --python-version 3.11 --generate-hashes

lock: $(VENV)/.develop ## Lock what the requirements ask for, move nothing else, and install it
	$(LOCK) requirements.txt -o requirements.lock
	$(LOCK) requirements-dev.txt -c requirements.lock -o requirements-dev.lock
	$(MAKE) $(VENV)/.develop

upgrade: LOCK += --upgrade
upgrade: lock ## Lock and install the newest of what nobody pinned, and try whether Streamlit still fits
	$(BIN)/python -m pytest tests/test_contract.py
	$(MAKE) test-fast

audit: $(VENV)/.develop ## Ask whether vulnerabilities are known of what is installed; fails on one, and says so where nobody can be asked
	$(BIN)/python -m tests.audit

licences: $(VENV)/.develop ## Write docs/licences.md: the licence of each package that readers are served with
	$(BIN)/python -m tests.licences

clean: ## Remove what the other targets made
	rm -rf $(VENV) .coverage mutants .pytest_cache .mypy_cache .ruff_cache .cache

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); apt-get update && apt-get install -y python3-venv && $(PYTHON) -m venv $(VENV); }

INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r

$(VENV)/.runtime: requirements.lock $(VENV)/bin/python
	$(INSTALL) requirements.lock
	touch $@

$(VENV)/.develop: requirements-dev.lock $(VENV)/.runtime
	$(INSTALL) requirements-dev.lock
	touch $@

# Playwright drives an installed Chromium (tests/chromium.py); CHROMIUM names another one than Debian's.
$(VENV)/.browser: $(VENV)/.develop
	@test -n "$(CHROMIUM)" || command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || { apt-get update && apt-get install -y --no-install-recommends chromium-headless-shell; }
	touch $@

# HAProxy stands before several processes, and openssl makes a certificate where that is tried.
$(VENV)/.proxy: $(VENV)/.runtime
	@{ command -v haproxy || test -x /usr/sbin/haproxy; } >/dev/null && command -v openssl >/dev/null || { apt-get update && apt-get install -y --no-install-recommends haproxy openssl; }
	touch $@

# LibreOffice draws slides, and poppler turns its PDF into pictures.
$(VENV)/.office: $(VENV)/.develop
	@command -v soffice >/dev/null && command -v pdftoppm >/dev/null || { apt-get update && apt-get install -y --no-install-recommends libreoffice-impress poppler-utils; }
	touch $@
