# The whole manual of a developer. `make start` and `make test` are all that a newcomer needs.
PYTHON ?= python3
BIN := .venv/bin
export PYTHONDONTWRITEBYTECODE :=

.PHONY: start install test lint types imports unit browser bench corpus clean

start: install            ## install, read the sample corpus, open the app
	$(BIN)/streekgeheugen ingest corpus --data data || test $$? -eq 1  # a bad file is reported and stops nothing
	$(BIN)/streekgeheugen serve --data data

install: .venv/installed  ## everything into .venv; names the system packages that it could not install

.venv/installed: pyproject.toml constraints.txt .ci/system-packages
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 of nieuwer is nodig") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade --constraint constraints.txt pip setuptools
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	bash .ci/system-packages
	touch .venv/installed

test: lint types imports unit browser  ## everything that must hold

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

imports: install
	$(BIN)/lint-imports

unit: install             ## unit, conformance, property and integration tests
	$(BIN)/pytest --ignore tests/browser --numprocesses auto --dist loadfile

browser: install          ## the app in a real browser
	$(BIN)/pytest tests/browser

bench: install            ## speed and memory, ratios against a baseline in the same run
	$(BIN)/python -m benchmarks

corpus: install           ## make corpus/ again from corpus_sources/
	$(BIN)/python -m corpus_sources.build

clean:
	rm -rf .venv data build *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
