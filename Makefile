# The verbs of the project. `make demo` and `make test` are all that a newcomer needs.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The tests of the law run where there is no Django.
LAW_VENV := var/law
# A document of one's own has a demo of its own: the sample and what was tried on it stay as they are.
DEMO_HOME ?= var/demo$(if $(RESOLUTION),-$(shell sha256sum < "$(RESOLUTION)" | cut -c1-8))
PORT ?= 8000

.PHONY: demo test test-law law-oracle machines check law bench mutants assets lock messages docs clean

## demo: build the environment, load a sample commune, print the sign-ins, serve it
demo: $(VENV)/.core
	@DIENHONG_HOME="$(abspath $(DEMO_HOME))" DIENHONG_PLACE_NAME="xã Bến Sậy, tỉnh Lam Giang" \
	    DIENHONG_URL="http://localhost:$(PORT)" $(BIN)/dienhong demo --port $(PORT) $(if $(RESOLUTION),--resolution "$(RESOLUTION)")

## test: every check and every test, on SQLite and on PostgreSQL when one answers
test: $(VENV)/.dev $(LAW_VENV)/.ready
	@$(BIN)/python tools/run_tests.py

## test-law: the rules of law alone, in an environment without Django
test-law: $(LAW_VENV)/.ready
	@env -u PYTHONDONTWRITEBYTECODE PYTHONPYCACHEPREFIX="$(CURDIR)/var/pycache" $(LAW_VENV)/bin/python -m pytest -q tests/law

## law-oracle: twenty thousand time limits, counted a second time on a wall calendar
law-oracle: $(LAW_VENV)/.ready
	@LAW_ORACLE_CASES=20000 $(LAW_VENV)/bin/python -m pytest -q tests/law/timelimits/test_against_the_oracle.py

## machines: every state machine over the database, as many steps each as MACHINE_STEPS says; says how many ran
MACHINE_STEPS ?= 100000
machines: $(VENV)/.dev
	@DIENHONG_MACHINE_STEPS=$(MACHINE_STEPS) $(BIN)/python -m pytest -q -rP -n 2 --dist load $$(grep -rl "(Story)" tests)

## check: the checks that read the code; changes nothing
check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/law
	$(BIN)/python -m pytest -q tests/texts tests/verification

## law: where a legal rule is decided, e.g. `make law hương ước` or `make law T3b`
law: $(VENV)/.core
	@$(BIN)/python -m lawcore.law_index $(LAW_WORDS)

ifeq (law,$(firstword $(MAKECMDGOALS)))
LAW_WORDS := $(wordlist 2,99,$(MAKECMDGOALS))
$(eval $(LAW_WORDS):;@:)
endif

## bench: the measurements, as ratios in one run
bench: $(VENV)/.dev
	@for one in benchmarks/*.py; do echo "== $$one"; $(BIN)/python $$one; done

## mutants: change lawcore one sign at a time and see whether a test notices (half an hour)
mutants: $(VENV)/.dev
	$(BIN)/python tools/mutants.py exact
	$(BIN)/python tools/mutants.py sample

## assets: rebuild style sheets, scripts and fonts (needs Node.js)
assets:
	assets/build.sh

## messages: collect and compile the Vietnamese and English catalogues
messages: $(VENV)/.dev
	$(BIN)/python tools/messages.py

## docs: the pages that are made from the code
docs: $(VENV)/.core
	$(BIN)/python tools/docs.py

## lock: pin every package again, with hashes (needs uv)
lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --no-header --no-annotate -q -o requirements/core.txt
	uv pip compile pyproject.toml --group test --group dev --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-header --no-annotate -c requirements/core.txt -q -o requirements/dev.txt
	uv pip compile --group law --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-header --no-annotate -c requirements/dev.txt -q -o requirements/law.txt

$(VENV)/bin/python:
	@echo "Tạo môi trường $(VENV)…"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.core: requirements/core.txt pyproject.toml | $(VENV)/bin/python
	@echo "Cài các gói đã khóa phiên bản (lần đầu mất khoảng một phút)…"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/core.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.core
	@echo "Cài các gói để kiểm thử…"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(LAW_VENV)/.ready: requirements/law.txt pyproject.toml
	@echo "Tạo môi trường $(LAW_VENV) không có Django để kiểm thử luật…"
	@$(PYTHON) -m venv $(LAW_VENV)
	@$(LAW_VENV)/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/law.txt
	@$(LAW_VENV)/bin/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

clean:
	rm -rf $(VENV) $(LAW_VENV) var/demo build dist
