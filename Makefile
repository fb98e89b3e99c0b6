# Everything is set up inside .venv; the machine needs only python3 (3.11 or newer), pip and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= auto

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types layers format bench bench-match bench-explain snapshots coverage clean

help:  ## what can be made
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# pip installs into the environment from outside, so that python3-venv's ensurepip is not needed.
$(BIN)/pip:
	$(PYTHON) -m venv --without-pip $(VENV)
	$(PYTHON) -m pip --python $(BIN)/python install --quiet 'pip>=25.1'

$(VENV)/.runtime: pyproject.toml | $(BIN)/pip
	$(BIN)/pip install --quiet --editable '.[all]'
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/.runtime
	$(BIN)/pip install --quiet --editable '.[all]' --group dev
	@touch $@

demo: $(VENV)/.runtime  ## match the invented town and write its plan to ./demo-town
	@$(BIN)/nastavnik demo --out demo-town --replace
	@echo 'Now try: $(BIN)/nastavnik explain demo-town p12'

test: $(VENV)/.dev  ## run every test, example and documented snippet
	$(BIN)/python -m pytest -n $(JOBS) --dist loadscope -q

check: lint types layers  ## lint, types, order of the layers

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy
	$(BIN)/pyright

layers: $(VENV)/.dev
	$(BIN)/lint-imports --no-cache

format: $(VENV)/.dev  ## put the code into its usual shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

snapshots: $(VENV)/.dev  ## write what must not change by accident anew: the model, the plans
	$(BIN)/python tests/helpers/snapshots.py

coverage: $(VENV)/.dev  ## which lines and branches no test reaches
	$(BIN)/python -m pytest -n $(JOBS) --dist loadscope -q --cov --cov-report=term-missing

bench: $(VENV)/.dev  ## measure against the peers, in one run
	$(BIN)/pip install --quiet --group bench
	$(BIN)/python benchmarks/run.py

bench-match: $(VENV)/.dev  ## measure whole matchings: a city, a region, a school
	$(BIN)/python benchmarks/matching.py

bench-explain: $(VENV)/.dev  ## measure what a plan answers: reasons, evidence, what would be if
	$(BIN)/python benchmarks/explaining.py

clean:  ## remove the environment and what the tools left
	rm -rf $(VENV) demo-town .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage build dist
