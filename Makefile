# Two commands: `make demo` serves the catalogue, `make test` proves it. Both set up what they need. `make help` lists the rest.
PYTHON ?= python3
PORT ?= 8000
WORKERS ?= 2
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
PYTEST = $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(WHOLE)
ON_POSTGRES := -m "not sabotage and not no_database and not look"
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes

.PHONY: help demo test test-long test-sqlite test-postgres catalogues check check-code check-types check-site format load messages openapi bench lock clean
.DEFAULT_GOAL := help

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Werkwijs needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python cannot make a virtual environment here. On Debian: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/runtime.stamp: requirements/runtime.txt | $(VENV)/bin/python
	$(PIP) -r requirements/runtime.txt
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt | $(VENV)/bin/python
	$(PIP) -r requirements/dev.txt
	@touch $@ $(VENV)/runtime.stamp

demo: $(VENV)/runtime.stamp ## Set up everything, load the data and serve it at http://127.0.0.1:8000 (PORT= to change)
	@$(MANAGE) compile_catalogues
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_fixtures
	@PUBLIC_URL=http://localhost:$(PORT) $(MANAGE) load_demo
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@echo "Werkwijs is at http://127.0.0.1:$(PORT) (stop with Ctrl-C)"
	@PUBLIC_URL=http://127.0.0.1:$(PORT) exec $(BIN)/gunicorn config.wsgi --bind 127.0.0.1:$(PORT) --worker-class gthread --threads 8 --limit-request-line 8190 --access-logfile /dev/null --log-level warning

test: test-sqlite test-postgres ## Run the tests on SQLite, and on a real PostgreSQL whatever a database can make differ

test-long: WHOLE := --long
test-long: ON_POSTGRES :=
test-long: test-sqlite test-postgres ## Run every test on both, with five times the histories and axe in every view

catalogues: $(VENV)/dev.stamp
	@$(MANAGE) compile_catalogues

test-sqlite: catalogues
	@echo "== The suite on SQLite"
	$(PYTEST)

test-postgres: catalogues
	@echo "== The suite on PostgreSQL"
	$(BIN)/python tests/with_postgres.py $(PYTEST) $(ON_POSTGRES)

check: check-code check-types check-site ## The gate: style, layers, dead code, types, migrations, settings, messages, OpenAPI

check-code: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/deptry .
	@$(BIN)/python -m tests.names_in_templates var/names_in_templates.py
	! $(BIN)/vulture | grep -vE 'unused (variable|attribute)'
	git ls-files -z '*.html' | xargs -0 -r $(BIN)/djade --check --target-version 5.2

check-types: $(VENV)/dev.stamp
	$(BIN)/mypy

check-site: catalogues
	$(MANAGE) compile_catalogues --check
	$(MANAGE) makemigrations --check --dry-run
	WERKWIJS_MODE=production SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))') ALLOWED_HOSTS=werkwijs.example PUBLIC_URL=https://werkwijs.example DATABASE_URL=postgres://localhost/none EMAIL_URL=smtp://localhost $(MANAGE) check --deploy --fail-level WARNING
	$(MANAGE) spectacular --file var/openapi.json --format openapi-json --validate --fail-on-warn
	cmp var/openapi.json api/openapi.json

format: $(VENV)/dev.stamp ## Put code and templates in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	git ls-files -z '*.html' | xargs -0 -r $(BIN)/djade --target-version 5.2

load: $(VENV)/runtime.stamp ## Load fixtures/ into the database of DATABASE_URL
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) load_fixtures

messages: $(VENV)/dev.stamp ## Collect new texts for translation (needs GNU gettext)
	$(MANAGE) makemessages --locale en --no-obsolete --ignore '.venv/*' --ignore 'var/*'

openapi: $(VENV)/dev.stamp ## Write api/openapi.json anew
	$(MANAGE) spectacular --file api/openapi.json --format openapi-json --validate --fail-on-warn

bench: $(VENV)/dev.stamp ## Measure list, search and record on this machine (benchmarks/README.md)
	$(BIN)/python -m benchmarks.reads

lock: ## Resolve the requirements anew (needs uv)
	for set in runtime dev; do uv pip compile --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header --no-annotate --quiet requirements/$$set.in --output-file requirements/$$set.txt; done

clean: ## Remove the environment and the local database
	rm -rf $(VENV) var
