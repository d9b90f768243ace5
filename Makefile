# `make demo` and `make test` work on a bare machine with Python 3.11 or newer.
.DEFAULT_GOAL := help
.PHONY: help demo test lowest lock check fmt lint types imports cover golden schemas tables docs pictures build bench clean

VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(shell for v in 3.14 3.13 3.12 3.11; do \
	p=$$(command -v python$$v) && "$$p" -c '' 2>/dev/null && echo "$$p" && exit; done; \
	for p in $$(command -v python3) $$(command -v python); do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && exit; done)

help:
	@echo "make demo    set up, and run the example"
	@echo "make test    set up, and run the tests"
	@echo "make lowest  the tests on the oldest versions of what is depended on"
	@echo "make lock    compile the locks after a change of dependencies"
	@echo "make docs    build the documentation site"
	@echo "make check   lint, types, import contracts, tests with coverage, build"

$(VENV)/ready: pyproject.toml requirements-dev.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: apt-get install python3 python3-venv"; exit 1; }
	@if "$(PYTHON)" -c 'import ensurepip' 2>/dev/null; then \
		"$(PYTHON)" -m venv $(VENV); \
	elif "$(PYTHON)" -m venv --without-pip $(VENV) 2>/dev/null && "$(PYTHON)" -m pip --version >/dev/null 2>&1; then \
		"$(PYTHON)" -m pip --python $(BIN)/python install -q pip; \
	else \
		echo "venv or pip is missing: apt-get install python3-venv"; exit 1; \
	fi
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

demo: $(VENV)/ready
	$(BIN)/cssa demo --out cssa-demo

test: $(VENV)/ready
	$(BIN)/python -m pytest -q -n auto

# What pyproject.toml names, each at its lower bound, on the oldest Python at hand: the newest have no
# wheels of old versions.
LOWEST := .venv-lowest
OLDEST := $(shell for v in 3.11 3.12 3.13 3.14; do \
	p=$$(command -v python$$v) && "$$p" -c '' 2>/dev/null && echo "$$p" && exit; done)

$(LOWEST)/ready: pyproject.toml $(VENV)/ready
	$(BIN)/uv venv -q --clear --python "$(or $(OLDEST),$(PYTHON))" $(LOWEST)
	$(BIN)/uv pip install -q --python $(LOWEST)/bin/python --resolution lowest-direct -e . --group dev
	@touch $@

lowest: $(LOWEST)/ready
	$(LOWEST)/bin/python -m pytest -q -n auto -m "not external and not packaging"

# Every version with the hashes of its files, for every platform. What a lock has stays as long as
# pyproject.toml allows it; without a lock the newest is taken.
LOCK := $(BIN)/uv pip compile -q --universal --no-header --python-version 3.11 --generate-hashes

lock: $(VENV)/ready
	$(LOCK) pyproject.toml --group dev -o requirements-dev.txt
	$(LOCK) pyproject.toml --group install -c requirements-dev.txt -o requirements-install.txt
	$(LOCK) --group docs -o requirements-docs.txt
	$(LOCK) --group audit -o requirements-audit.txt

check: lint types imports cover build

fmt: $(VENV)/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix-only .

lint: $(VENV)/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/codespell
	$(BIN)/cssa --lang en checklist lint --strict checklists/*/*

types: $(VENV)/ready
	$(BIN)/mypy

imports: $(VENV)/ready
	$(BIN)/lint-imports

# `make test`, measured: with this variable coverage starts in every worker of pytest-xdist.
cover: $(VENV)/ready
	rm -f .coverage .coverage.*
	COVERAGE_PROCESS_START=$(CURDIR)/pyproject.toml $(MAKE) test
	$(BIN)/python -m coverage combine -q
	$(BIN)/python -m coverage report --include='src/cssa/engine/*,src/cssa/datafile/*,src/cssa/checklist/*,src/cssa/answers/*,src/cssa/scheme/*' --fail-under=95
	$(BIN)/python -m coverage report --fail-under=80 --format=total

golden: $(VENV)/ready
	$(BIN)/python -m pytest -q --update-golden

schemas: $(VENV)/ready
	for name in answers campaign case changes checklist comparison crosswalk csf2 delegates domain effort gate gate-refusal gate-runs incident-chapter incident-kinds incident-report incident-trends kept-result peers policy policy-diff profile published result scales scheme sectors settings targets terms threats; do \
		$(BIN)/cssa schema $$name -o docs/schema/$$name.json; done

# Tables of the documents that come from data or from the program.
tables: $(VENV)/ready
	$(BIN)/python docs/content_table.py
	$(BIN)/python docs/gate_conditions.py
	$(BIN)/python docs/checklist_table.py
	$(BIN)/python docs/incident_links.py
	$(BIN)/python docs/man_page.py en > docs/man/man1/cssa.1
	$(BIN)/python docs/man_page.py ja > docs/man/ja/man1/cssa.1

# The documentation site, in build/site, from an environment of its own: `make check` does without.
SITE := .venv-docs

$(SITE)/ready: requirements-docs.txt $(VENV)/ready
	$(BIN)/uv venv -q --clear --python $(BIN)/python $(SITE)
	$(BIN)/uv pip install -q --python $(SITE)/bin/python --require-hashes -r requirements-docs.txt
	@touch $@

docs: $(SITE)/ready
	$(BIN)/python docs/site_source.py build/docs
	NO_MKDOCS_2_WARNING=1 $(SITE)/bin/mkdocs build --strict

# Pictures of the demo's documents; Chromium and poppler have to be installed.
pictures: $(VENV)/ready
	$(BIN)/python docs/pictures.py

build: $(VENV)/ready
	rm -rf dist
	$(BIN)/python -m build --no-isolation -q

bench: $(VENV)/ready
	$(BIN)/python benchmarks/run.py

clean:
	rm -rf $(VENV) $(LOWEST) $(SITE) build dist cssa-demo .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
